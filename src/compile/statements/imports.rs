//! `import` and `from … import …`.

use anthill_grammar::ast::Alias;
use anthill_grammar::{Span, Symbol};

use crate::bytecode::{Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn import(&mut self, names: &[Alias], span: Span) -> Outcome {
        for alias in names {
            let module = self.unit().temp();
            self.import_name(module, alias.name, Constant::None, 0, span);
            let text = self.context.text(alias.name).to_string();
            match alias.asname {
                Some(asname) => {
                    // import a.b.c as d: d is the attribute c of b of a.
                    let other = self.unit().temp();
                    let (mut from, mut to) = (module, other);
                    for part in text.split('.').skip(1) {
                        let part = self.context.names.intern(part);
                        let index = self.unit().name(part);
                        self.emit(Op::IMPORT_FROM, to, from, index, span);
                        self.emit(Op::RELEASE, from, 0, 0, span);
                        (from, to) = (to, from);
                    }
                    self.store_name(asname, from, span)?;
                    self.unit().sp = (module & !crate::compile::unit::TEMP) + 1;
                }
                None => {
                    let first = text.split('.').next().unwrap_or(&text);
                    let first = self.context.names.intern(first);
                    self.store_name(first, module, span)?;
                    self.unit().sp = (module & !crate::compile::unit::TEMP) + 1;
                }
            }
            self.unit().sp -= 1;
        }
        Ok(())
    }

    fn import_name(&mut self, dst: u32, name: Symbol, fromlist: Constant, level: u32, span: Span) {
        let index = self.unit().name(name);
        let fromlist = self.unit().constant(fromlist);
        self.unit().emit_extra(Op::IMPORT_NAME, [dst, index, fromlist], level as u64, span);
    }

    pub(super) fn import_from(&mut self, module: Option<Symbol>, names: &[Alias], level: u32, span: Span) -> Outcome {
        if level == 0 && module == Some(self.context.known.future) && span.start >= self.future_until {
            return self.error(span, "from __future__ imports must occur at the beginning of the file");
        }
        let fromlist = names.iter().map(|alias| Constant::Str(self.context.text(alias.name).into())).collect();
        let name = match module {
            Some(name) => name,
            None => self.context.names.intern(""),
        };
        let module = self.unit().temp();
        self.import_name(module, name, Constant::Tuple(fromlist), level, span);
        if names.iter().any(|alias| alias.name == self.context.known.star) {
            self.emit(Op::IMPORT_STAR, module, 0, 0, span);
            self.unit().sp -= 1;
            return Ok(());
        }
        for alias in names {
            let target = alias.asname.unwrap_or(alias.name);
            let index = self.unit().name(alias.name);
            match self.local(target).filter(|_| target != self.context.known.debug) {
                Some(local) => self.emit(Op::IMPORT_FROM, local, module, index, span),
                None => {
                    let value = self.unit().temp();
                    self.emit(Op::IMPORT_FROM, value, module, index, span);
                    self.store_name(target, value, span)?;
                }
            }
        }
        self.release(module, span);
        Ok(())
    }
}
