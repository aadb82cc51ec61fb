//! The fields of parameters, type parameters and patterns.

use super::super::repr::repr;
use super::{Describer, Item};
use crate::ast::*;

impl<'t> Describer<'t, '_> {
    pub(super) fn arguments(&mut self, arguments: &'t Arguments<'t>) -> &'static str {
        self.many("posonlyargs", arguments.posonlyargs.iter().map(Item::Arg));
        self.many("args", arguments.args.iter().map(Item::Arg));
        if let Some(arg) = arguments.vararg {
            self.one("vararg", Item::Arg(arg));
        }
        self.many("kwonlyargs", arguments.kwonlyargs.iter().map(Item::Arg));
        self.maybe_exprs("kw_defaults", arguments.kw_defaults.iter().copied());
        if let Some(arg) = arguments.kwarg {
            self.one("kwarg", Item::Arg(arg));
        }
        self.exprs("defaults", arguments.defaults);
        "arguments"
    }

    pub(super) fn type_param(&mut self, kind: &TypeParamKind<'t>) -> &'static str {
        match *kind {
            TypeParamKind::TypeVar { name, bound, default_value } => {
                self.name("name", name);
                self.maybe("bound", bound);
                self.maybe("default_value", default_value);
                "TypeVar"
            }
            TypeParamKind::ParamSpec { name, default_value } => {
                self.name("name", name);
                self.maybe("default_value", default_value);
                "ParamSpec"
            }
            TypeParamKind::TypeVarTuple { name, default_value } => {
                self.name("name", name);
                self.maybe("default_value", default_value);
                "TypeVarTuple"
            }
        }
    }

    pub(super) fn pattern(&mut self, kind: &'t PatternKind<'t>) -> &'static str {
        match *kind {
            PatternKind::MatchValue { value } => {
                self.expr("value", value);
                "MatchValue"
            }
            PatternKind::MatchSingleton { value } => {
                self.simple("value", repr(value));
                "MatchSingleton"
            }
            PatternKind::MatchSequence { patterns } => {
                self.patterns("patterns", patterns);
                "MatchSequence"
            }
            PatternKind::MatchMapping(mapping) => {
                self.exprs("keys", mapping.keys);
                self.patterns("patterns", mapping.patterns);
                self.maybe_name("rest", mapping.rest);
                "MatchMapping"
            }
            PatternKind::MatchClass(class) => {
                self.expr("cls", class.cls);
                self.patterns("patterns", class.patterns);
                self.names("kwd_attrs", class.kwd_attrs);
                self.patterns("kwd_patterns", class.kwd_patterns);
                "MatchClass"
            }
            PatternKind::MatchStar { name } => {
                self.maybe_name("name", name);
                "MatchStar"
            }
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.one("pattern", Item::Pattern(pattern));
                }
                self.maybe_name("name", name);
                "MatchAs"
            }
            PatternKind::MatchOr { patterns } => {
                self.patterns("patterns", patterns);
                "MatchOr"
            }
        }
    }
}
