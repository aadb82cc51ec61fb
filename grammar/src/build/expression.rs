//! Builders of expressions: names, numbers, calls, subscripts, displays, comprehensions, lambda.

use super::{Builder, Checked, E, Failure, finish};
use crate::ast::*;
use crate::error::SyntaxError;
use crate::literal::number_value;
use crate::position::Span;
use crate::symbol::Symbol;

/// Where the growing argument list of a call starts.
#[derive(Clone, Copy, Debug)]
pub struct ArgsStart {
    exprs: u32,
    keywords: u32,
    /// The number, from 1, of the argument that is a generator expression without parentheses.
    generator: u32,
}

impl ArgsStart {
    /// The start of a list that goes on with the argument `next`.
    pub fn then(self, next: ArgsStart) -> ArgsStart {
        ArgsStart { generator: self.generator.max(next.generator), ..self }
    }
}

impl<'a> Builder<'a, '_> {
    /// A name that is read.
    #[inline]
    pub fn name_expr(&mut self, start: u32, end: u32) -> E<'a> {
        let id = self.name(start, end);
        let ctx = ExprContext::Load;
        self.expr(start, ExprKind::Name { id, ctx }, end)
    }

    /// A name that is written.
    pub fn name_store(&mut self, start: u32, end: u32) -> E<'a> {
        let id = self.name(start, end);
        let ctx = ExprContext::Store;
        self.expr(start, ExprKind::Name { id, ctx }, end)
    }

    /// `None`, `True`, `False`, `...`.
    pub fn singleton(&mut self, start: u32, value: &'a Constant<'a>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::Constant { value, u: false }, end)
    }

    /// A number.
    ///
    /// # Errors
    /// An int of more decimal digits than are allowed.
    pub fn number(&mut self, start: u32, end: u32) -> Checked<E<'a>> {
        let text = self.text(start, end);
        let value = match number_value(text, self.arena, self.max_digits, self.watch) {
            Ok(value) => &*self.arena.alloc(value),
            Err(_) if (self.watch)() => return self.stop(),
            Err(message) => {
                let mut error = SyntaxError::at(message, self.source, Span::new(start, start));
                (error.column, error.end_column) = (0, 0);
                return Err(Failure::Error(Box::new(error)));
            }
        };
        Ok(self.expr(start, ExprKind::Constant { value, u: false }, end))
    }

    /// `value.attr`
    pub fn attribute(&mut self, start: u32, value: E<'a>, attr: Symbol, end: u32) -> E<'a> {
        let ctx = ExprContext::Load;
        self.expr(start, ExprKind::Attribute { value, attr, ctx }, end)
    }

    /// `value[slice]`
    pub fn subscript(&mut self, start: u32, value: E<'a>, slice: E<'a>, end: u32) -> E<'a> {
        let ctx = ExprContext::Load;
        self.expr(start, ExprKind::Subscript { value, slice, ctx }, end)
    }

    /// `lower:upper:step`
    pub fn slice(
        &mut self,
        start: u32,
        lower: Option<E<'a>>,
        upper: Option<E<'a>>,
        step: Option<E<'a>>,
        end: u32,
    ) -> E<'a> {
        let slice = self.arena.alloc(Slice { lower, upper, step });
        self.expr(start, ExprKind::Slice(slice), end)
    }

    /// A tuple of the list that starts at `list`.
    pub fn tuple(&mut self, start: u32, list: u32, end: u32) -> E<'a> {
        let elts = self.exprs(list);
        let ctx = ExprContext::Load;
        self.expr(start, ExprKind::Tuple { elts, ctx }, end)
    }

    /// A list display.
    pub fn list(&mut self, start: u32, list: u32, end: u32) -> E<'a> {
        let elts = self.exprs(list);
        let ctx = ExprContext::Load;
        self.expr(start, ExprKind::List { elts, ctx }, end)
    }

    /// A set display.
    pub fn set(&mut self, start: u32, list: u32, end: u32) -> E<'a> {
        let elts = self.exprs(list);
        self.expr(start, ExprKind::Set { elts }, end)
    }

    /// Adds an item to a growing dict display.
    pub fn push_pair(&mut self, key: Option<E<'a>>, value: E<'a>) -> u32 {
        self.pairs.push((key, value));
        self.pairs.len() as u32 - 1
    }

    /// The start of a dict display without items.
    pub fn no_pairs(&self) -> u32 {
        self.pairs.len() as u32
    }

    /// A dict display.
    pub fn dict(&mut self, start: u32, list: u32, end: u32) -> E<'a> {
        let items = finish(&mut self.pairs, list, self.arena);
        self.expr(start, ExprKind::Dict { items }, end)
    }

    /// `*value`, where only operators that bind more tightly than comparisons may follow.
    ///
    /// # Errors
    /// A comparison, `not`, `and` or `or` that is not in parentheses; `inner` is where the
    /// value's first token starts.
    pub fn starred_operand(&mut self, start: u32, inner: u32, value: E<'a>, end: u32) -> Checked<E<'a>> {
        let value = self.bitwise(inner, value)?;
        Ok(self.starred(start, value, end))
    }

    /// The operand of `*` or `**` in a display, unless it is a comparison, `not`, `and` or `or`
    /// that is not in parentheses; `inner` is where its first token starts.
    pub fn bitwise(&self, inner: u32, value: E<'a>) -> Checked<E<'a>> {
        let loose = match value.kind {
            ExprKind::BoolOp { .. } | ExprKind::Compare(_) => true,
            ExprKind::UnaryOp { op, .. } => op == Unaryop::Not,
            _ => false,
        };
        // In parentheses, the value starts after them.
        match loose && value.span.start == inner {
            true => Err(Failure::Token),
            false => Ok(value),
        }
    }

    /// `*value`
    pub fn starred(&mut self, start: u32, value: E<'a>, end: u32) -> E<'a> {
        let ctx = ExprContext::Load;
        self.expr(start, ExprKind::Starred { value, ctx }, end)
    }

    /// `body if test else orelse`
    pub fn if_exp(&mut self, start: u32, body: E<'a>, test: E<'a>, orelse: E<'a>, end: u32) -> E<'a> {
        let node = self.arena.alloc(IfExp { test, body, orelse });
        self.expr(start, ExprKind::IfExp(node), end)
    }

    /// `lambda args: body`
    pub fn lambda(&mut self, start: u32, args: Option<&'a Arguments<'a>>, body: E<'a>, end: u32) -> E<'a> {
        let args = args.unwrap_or(self.empty_arguments);
        self.expr(start, ExprKind::Lambda { args, body }, end)
    }

    /// `target := value`, the target from its name's token.
    pub fn named_expr(&mut self, start: u32, name_end: u32, value: E<'a>, end: u32) -> E<'a> {
        let target = self.name_store(start, name_end);
        self.expr(start, ExprKind::NamedExpr { target, value }, end)
    }

    /// Adds one `for … in …` clause to the growing comprehension.
    ///
    /// # Errors
    /// What stands before `in` is no target.
    pub fn comprehension(&mut self, is_async: bool, target: E<'a>, iter: E<'a>, ifs: Option<u32>) -> Checked<u32> {
        let target = self.for_target(target)?;
        let ifs = match ifs {
            Some(start) => self.exprs(start),
            None => &[],
        };
        self.comprehensions.push(Comprehension { target, iter, ifs, is_async });
        Ok(self.comprehensions.len() as u32 - 1)
    }

    /// What list, set and generator expressions consist of.
    pub fn element_comp(&mut self, elt: E<'a>, clauses: u32) -> &'a ElementComp<'a> {
        let generators = finish(&mut self.comprehensions, clauses, self.arena);
        self.arena.alloc(ElementComp { elt, generators })
    }

    /// A dict comprehension.
    pub fn dict_comp(&mut self, start: u32, key: E<'a>, value: E<'a>, clauses: u32, end: u32) -> E<'a> {
        let generators = finish(&mut self.comprehensions, clauses, self.arena);
        let node = self.arena.alloc(DictComp { key, value, generators });
        self.expr(start, ExprKind::DictComp(node), end)
    }

    /// Adds a positional argument, or `*iterable`.
    pub fn argument(&mut self, expr: E<'a>) -> ArgsStart {
        ArgsStart { keywords: self.keywords.len() as u32, exprs: self.push(expr), generator: 0 }
    }

    /// Adds an argument that is a generator expression without parentheses.
    pub fn generator_argument(&mut self, start: u32, elt: E<'a>, clauses: u32, end: u32) -> ArgsStart {
        let node = self.element_comp(elt, clauses);
        let expr = self.expr(start, ExprKind::GeneratorExp(node), end);
        let mut at = self.argument(expr);
        at.generator = at.exprs + 1;
        at
    }

    /// Adds `name=value` or `**value`.
    pub fn keyword(&mut self, start: u32, arg: Option<Symbol>, value: E<'a>, end: u32) -> ArgsStart {
        let at = ArgsStart { exprs: self.no_exprs(), keywords: self.keywords.len() as u32, generator: 0 };
        let span = Span::new(start, end);
        self.keywords.push(Keyword { arg, value, span });
        at
    }

    /// The start of an argument list without arguments.
    pub fn no_args(&self) -> ArgsStart {
        ArgsStart { exprs: self.no_exprs(), keywords: self.keywords.len() as u32, generator: 0 }
    }

    /// Checks the arguments of a class; `end` is after their closing parenthesis.
    ///
    /// # Errors
    /// Arguments out of order, a generator expression without parentheses.
    pub fn bases(&mut self, args: ArgsStart, end: u32) -> Checked<ArgsStart> {
        if args.generator > 0 {
            return Err(Failure::Token);
        }
        self.check_order(args, end)?;
        Ok(args)
    }

    /// Ends an argument list: positional arguments and keywords.
    pub fn finish_args(&mut self, args: ArgsStart) -> (&'a [E<'a>], &'a [Keyword<'a>]) {
        let positional = self.exprs(args.exprs);
        (positional, finish(&mut self.keywords, args.keywords, self.arena))
    }

    /// Starred arguments may follow `name=value` but not `**mapping`; others neither.
    fn check_order(&self, args: ArgsStart, end: u32) -> Checked<()> {
        let positional = &self.exprs[args.exprs as usize..];
        let keywords = &self.keywords[args.keywords as usize..];
        let (Some(first), Some(last)) = (keywords.first(), positional.last()) else {
            return Ok(());
        };
        let first = first.span.start;
        if last.span.start < first {
            return Ok(());
        }
        let unpacking = keywords.iter().find(|keyword| keyword.arg.is_none());
        for argument in positional {
            let starred = matches!(argument.kind, ExprKind::Starred { .. });
            let start = argument.span.start;
            let (message, span) = match unpacking {
                Some(mapping) if start > mapping.span.start && starred => {
                    ("iterable argument unpacking follows keyword argument unpacking", mapping.span)
                }
                Some(mapping) if start > mapping.span.start => {
                    ("positional argument follows keyword argument unpacking", Span::new(end - 1, end))
                }
                _ if start > first && !starred => {
                    ("positional argument follows keyword argument", Span::new(end - 1, end))
                }
                _ => continue,
            };
            return self.error(message, span);
        }
        Ok(())
    }

    /// `func(args)`; `open` is where the opening parenthesis stands.
    ///
    /// # Errors
    /// Arguments out of order, a generator expression without parentheses beside others.
    pub fn call(
        &mut self,
        start: u32,
        func: E<'a>,
        open: u32,
        args: ArgsStart,
        comma: bool,
        end: u32,
    ) -> Checked<E<'a>> {
        self.check_order(args, end)?;
        if args.generator > 0 {
            let at = args.generator as usize - 1;
            let bare = self.exprs[at];
            let alone =
                self.exprs.len() - args.exprs as usize == 1 && self.keywords.len() == args.keywords as usize && !comma;
            if !alone {
                return self.error("Generator expression must be parenthesized", bare.span);
            }
            // The call's parentheses are the expression's.
            self.exprs[at] = self.expr(open, bare.kind, end);
        }
        let (args, keywords) = self.finish_args(args);
        let node = self.arena.alloc(Call { func, args, keywords });
        Ok(self.expr(start, ExprKind::Call(node), end))
    }

    /// `func()`
    pub fn call_empty(&mut self, start: u32, func: E<'a>, end: u32) -> E<'a> {
        let node = self.arena.alloc(Call { func, args: &[], keywords: &[] });
        self.expr(start, ExprKind::Call(node), end)
    }
}
