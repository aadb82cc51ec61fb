//! Class definitions.

use std::sync::Arc;

use anthill_grammar::Span;
use anthill_grammar::ast::{ClassDef, ExprKind};

use crate::bytecode::{Code, Constant, Op};
use crate::compile::compiler::Compiler;
use crate::compile::context::Outcome;
use crate::compile::expressions::HEADER;
use crate::compile::symbols::Role;
use crate::compile::unit::{Reg, TEMP, UnitKind};

/// Number of `SUBSCRIPT_GENERIC` among the intrinsic functions of one value.
const SUBSCRIPT_GENERIC: u32 = 5;

impl<'a> Compiler<'a, '_, '_> {
    pub(super) fn class(&mut self, node: &'a ClassDef<'a>, span: Span) -> Outcome {
        self.check_keywords(node.keywords)?;
        let base = self.unit().sp;
        let decorators = self.decorators(node.decorator_list)?;
        let first_line = self.first_line(node.decorator_list, span);
        let class = self.unit().temp();
        if node.type_params.is_empty() {
            let code = self.class_code(node, span, first_line)?;
            self.build_class(node, code, class, span)?;
        } else {
            self.generic_class(node, class, span, first_line)?;
        }
        let value = self.decorate(&decorators, class);
        self.store_name(node.name, value, span)?;
        self.unit().sp = base;
        Ok(())
    }

    /// A class with type parameters is made by a function that holds them.
    fn generic_class(&mut self, node: &'a ClassDef<'a>, class: Reg, span: Span, first_line: u32) -> Outcome {
        let scope = self.table.of(node, Role::TypeParameters);
        let name = format!("<generic parameters of {}>", self.context.text(node.name));
        self.enter(UnitKind::TypeScope, scope, name, span, first_line)?;
        let parameters = self.unit().temp();
        self.type_parameters(node.type_params, parameters, span)?;
        let variable = self.context.known.dot_type_params;
        self.store_plain_name(variable, parameters, span);
        let code = self.class_code(node, span, first_line)?;
        let generic = self.unit().temp();
        self.load_name(variable, generic, span)?;
        self.emit(Op::CALL_INTRINSIC_1, generic, generic, SUBSCRIPT_GENERIC, span);
        let base = self.context.known.dot_generic_base;
        self.store_plain_name(base, generic, span);
        let result = self.unit().temp();
        self.build_class(node, code, result, span)?;
        self.emit(Op::RETURN_VALUE, result, 0, 0, span);
        let code = self.leave()?;
        self.make_function(code, class, span);
        self.unit().reserve(class, 1 + HEADER);
        self.emit(Op::CALL, class, class, 0, span);
        Ok(())
    }

    /// `__build_class__(body, name, *bases, **keywords)` into the topmost temp.
    fn build_class(&mut self, node: &'a ClassDef<'a>, code: Arc<Code>, dst: Reg, span: Span) -> Outcome {
        self.emit(Op::LOAD_BUILD_CLASS, dst, 0, 0, span);
        self.unit().temps(HEADER);
        let body = self.unit().temp();
        self.make_function(code, body, span);
        let name = self.unit().temp();
        let text = Constant::Str(self.context.text(node.name).into());
        self.load_constant(name, text, span);
        let generic = !node.type_params.is_empty();
        let unpacks = node.bases.iter().any(|base| matches!(base.kind, ExprKind::Starred { .. }))
            || node.keywords.iter().any(|keyword| keyword.arg.is_none());
        if unpacks {
            self.emit(Op::BUILD_LIST, body, body, 2, span);
            self.unit().sp -= 1;
            let keywords = match generic {
                false => node.keywords,
                true => {
                    return self.build_generic_unpacked(node, body, dst, span);
                }
            };
            let flags = self.packed_arguments(Some(body), node.bases, keywords, dst, span)?;
            self.unit().sp = (dst & !TEMP) + 1;
            self.emit(Op::CALL_EX, dst, dst, flags, span);
            return Ok(());
        }
        let (mut count, mut names) = self.plain_arguments(node.bases, &[])?;
        if generic {
            self.load_generic_base(span)?;
            count += 1;
        }
        if !node.keywords.is_empty() {
            let (more, keyword_names) = self.plain_arguments(&[], node.keywords)?;
            count += more;
            names = keyword_names;
        }
        self.unit().sp = (dst & !TEMP) + 1;
        match names {
            None => self.emit(Op::CALL, dst, dst, count + 2, span),
            Some(names) => self.unit().emit_extra(Op::CALL_KW, [dst, dst, count + 2], names, span),
        }
        Ok(())
    }

    /// The same for a generic class with unpacked bases or keywords: the list at `list` gets the
    /// bases, then the generic one.
    fn build_generic_unpacked(&mut self, node: &'a ClassDef<'a>, list: Reg, dst: Reg, span: Span) -> Outcome {
        self.collect_list(true, node.bases, list, span)?;
        self.load_generic_base(span)?;
        let generic = self.unit().sp - 1;
        self.emit(Op::LIST_APPEND, list, generic | TEMP, 0, span);
        self.unit().sp -= 1;
        let flags = self.packed_arguments(Some(list), &[], node.keywords, dst, span)?;
        self.unit().sp = (dst & !TEMP) + 1;
        self.emit(Op::CALL_EX, dst, dst, flags, span);
        Ok(())
    }

    fn load_generic_base(&mut self, span: Span) -> Outcome {
        let temp = self.unit().temp();
        let name = self.context.known.dot_generic_base;
        self.load_name(name, temp, span)
    }

    /// Compiles a class's body, which runs with the class's namespace in register 0.
    fn class_code(&mut self, node: &'a ClassDef<'a>, span: Span, first_line: u32) -> Outcome<Arc<Code>> {
        let scope = self.table.of(node, Role::Body);
        let name = self.context.text(node.name).to_string();
        self.enter(UnitKind::Class, scope, name, span, first_line)?;
        // What the class statement adds to its body stands at the start of its first line.
        let start = self.context.lines.start(first_line);
        let span = Span::new(start, start);
        let value = self.unit().temp();
        let module = self.context.names.intern("__name__");
        self.load_name(module, value, span)?;
        self.store_attribute_of_class("__module__", value, span);
        let value = self.unit().temp();
        let qualname = Constant::Str(self.unit().qualname.as_str().into());
        self.load_constant(value, qualname, span);
        self.store_attribute_of_class("__qualname__", value, span);
        let value = self.unit().temp();
        self.load_constant(value, Constant::Int(first_line as i64), span);
        self.store_attribute_of_class("__firstlineno__", value, span);
        if !node.type_params.is_empty() {
            let value = self.unit().temp();
            let name = self.context.known.dot_type_params;
            self.load_name(name, value, span)?;
            self.store_attribute_of_class("__type_params__", value, span);
        }
        let classdict = self.context.known.classdict;
        if let Some(cell) = self.class_body_cell(classdict) {
            self.emit(Op::STORE_CELL, cell, 0, 0, span);
        }
        self.namespace_body(node.body)?;
        // What it adds to the end stands with the last statement.
        let span = self.unit().last_span();
        let mut attributes = std::mem::take(&mut self.unit().static_attributes);
        attributes.sort_by_key(|name| self.context.names.text(*name));
        let attributes = attributes.iter().map(|name| Constant::Str(self.context.text(*name).into())).collect();
        let value = self.unit().temp();
        self.load_constant(value, Constant::Tuple(attributes), span);
        self.store_attribute_of_class("__static_attributes__", value, span);
        if let Some(cell) = self.class_body_cell(classdict) {
            let value = self.unit().temp();
            self.emit(Op::COPY, value, cell, 0, span);
            self.store_attribute_of_class("__classdictcell__", value, span);
        }
        let class_cell = self.context.known.class_cell;
        match self.class_body_cell(class_cell) {
            Some(cell) => {
                let result = self.unit().temp();
                self.emit(Op::COPY, result, cell, 0, span);
                let copy = self.unit().temp();
                self.emit(Op::COPY, copy, cell, 0, span);
                self.store_attribute_of_class("__classcell__", copy, span);
                self.emit(Op::RETURN_VALUE, result, 0, 0, span);
                self.unit().sp -= 1;
            }
            None => self.emit(Op::RETURN_NONE, 0, 0, 0, span),
        }
        self.leave()
    }

    fn store_attribute_of_class(&mut self, name: &str, value: Reg, span: Span) {
        let name = self.context.names.intern(name);
        let index = self.unit().name(name);
        self.emit(Op::STORE_NAME, value, index, 0, span);
        self.unit().sp -= 1;
    }
}
