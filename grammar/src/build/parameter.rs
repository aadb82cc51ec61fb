//! Parameters of functions and lambdas, and type parameters.
//!
//! The grammar takes parameters in any order; the order is checked here.

use super::{Builder, Checked, E, finish};
use crate::ast::*;
use crate::position::Span;
use crate::symbol::Symbol;

/// One element of a parameter list.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<'a> {
    kind: ParameterKind,
    /// The name and annotation; what it holds for `/` and a bare `*` is only the position.
    arg: &'a Arg<'a>,
    default: Option<E<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ParameterKind {
    Plain,
    Slash,
    Star,
    Vararg,
    Kwarg,
}

impl<'a> Builder<'a, '_> {
    /// A parameter's name and annotation.
    pub fn arg(&mut self, start: u32, arg: Symbol, annotation: Option<E<'a>>, end: u32) -> &'a Arg<'a> {
        let span = Span::new(start, end);
        self.arena.alloc(Arg { arg, annotation, span })
    }

    /// Adds `name: annotation = default`.
    pub fn parameter(&mut self, arg: &'a Arg<'a>, default: Option<E<'a>>) -> u32 {
        self.push_parameter(ParameterKind::Plain, arg, default)
    }

    /// Adds `/`.
    pub fn slash(&mut self, start: u32, end: u32) -> u32 {
        let arg = self.no_arg(start, end);
        self.push_parameter(ParameterKind::Slash, arg, None)
    }

    /// Adds `*`.
    pub fn star(&mut self, start: u32, end: u32) -> u32 {
        let arg = self.no_arg(start, end);
        self.push_parameter(ParameterKind::Star, arg, None)
    }

    /// Adds `*name: annotation`.
    pub fn vararg(&mut self, arg: &'a Arg<'a>) -> u32 {
        self.push_parameter(ParameterKind::Vararg, arg, None)
    }

    /// Adds `**name: annotation`.
    pub fn kwarg(&mut self, arg: &'a Arg<'a>) -> u32 {
        self.push_parameter(ParameterKind::Kwarg, arg, None)
    }

    fn no_arg(&mut self, start: u32, end: u32) -> &'a Arg<'a> {
        self.arg(start, Symbol(0), None, end)
    }

    fn push_parameter(&mut self, kind: ParameterKind, arg: &'a Arg<'a>, default: Option<E<'a>>) -> u32 {
        self.parameters.push(Parameter { kind, arg, default });
        self.parameters.len() as u32 - 1
    }

    /// Ends a parameter list.
    ///
    /// # Errors
    /// Parameters in an order that is not Python's.
    pub fn arguments(&mut self, start: u32) -> Checked<&'a Arguments<'a>> {
        let list = &self.parameters[start as usize..];
        self.check_parameters(list)?;
        let slash = list.iter().position(|p| p.kind == ParameterKind::Slash);
        let star = list.iter().position(|p| matches!(p.kind, ParameterKind::Star | ParameterKind::Vararg));
        let is = |kind: ParameterKind| move |p: &&Parameter| p.kind == kind;
        let special = |kind| list.iter().find(is(kind)).map(|p| p.arg);

        let positional_end = star.unwrap_or(list.len());
        let positional = &list[..positional_end];
        let keyword_only = &list[positional_end..];
        let (before, after) = positional.split_at(slash.unwrap_or(0));
        let plain = |part: &[Parameter<'a>]| {
            let args: Vec<Arg> = part.iter().filter(is(ParameterKind::Plain)).map(|p| *p.arg).collect();
            &*self.arena.alloc_slice_copy(&args)
        };
        let defaults: Vec<E> = positional.iter().filter_map(|p| p.default).collect();
        let kw_defaults: Vec<Option<E>> =
            keyword_only.iter().filter(is(ParameterKind::Plain)).map(|p| p.default).collect();
        let arguments = Arguments {
            posonlyargs: plain(before),
            args: plain(after),
            vararg: special(ParameterKind::Vararg),
            kwonlyargs: plain(keyword_only),
            kw_defaults: self.arena.alloc_slice_copy(&kw_defaults),
            kwarg: special(ParameterKind::Kwarg),
            defaults: self.arena.alloc_slice_copy(&defaults),
        };
        self.parameters.truncate(start as usize);
        Ok(self.arena.alloc(arguments))
    }

    fn check_parameters(&self, list: &[Parameter<'a>]) -> Checked<()> {
        let (mut slash, mut star, mut kwarg, mut default) = (false, false, false, false);
        for (at, parameter) in list.iter().enumerate() {
            let span = parameter.arg.span;
            if kwarg {
                let message = match parameter.kind {
                    ParameterKind::Slash => "/ must be ahead of *",
                    _ => "arguments cannot follow var-keyword argument",
                };
                return self.error(message, span);
            }
            match parameter.kind {
                ParameterKind::Plain => {
                    if default && !star && parameter.default.is_none() {
                        let message = "parameter without a default follows parameter with a default";
                        return self.error(message, span);
                    }
                    default |= parameter.default.is_some();
                }
                ParameterKind::Slash => {
                    if at == 0 {
                        return self.error("at least one argument must precede /", span);
                    }
                    if slash {
                        return self.error("/ may appear only once", span);
                    }
                    if star {
                        return self.error("/ must be ahead of *", span);
                    }
                    slash = true;
                }
                ParameterKind::Star | ParameterKind::Vararg => {
                    if star {
                        return self.error("* argument may appear only once", span);
                    }
                    star = true;
                    let next = list.get(at + 1).map(|next| next.kind);
                    let bare = parameter.kind == ParameterKind::Star
                        && !matches!(next, Some(ParameterKind::Plain | ParameterKind::Star | ParameterKind::Vararg));
                    if bare {
                        return self.error("named arguments must follow bare *", span);
                    }
                }
                ParameterKind::Kwarg => kwarg = true,
            }
        }
        Ok(())
    }

    /// Adds a type parameter.
    pub fn type_param(&mut self, start: u32, kind: TypeParamKind<'a>, end: u32) -> u32 {
        let span = Span::new(start, end);
        self.type_params.push(TypeParam { kind, span });
        self.type_params.len() as u32 - 1
    }

    /// Ends a list of type parameters.
    pub fn type_params(&mut self, start: u32) -> &'a [TypeParam<'a>] {
        finish(&mut self.type_params, start, self.arena)
    }
}
