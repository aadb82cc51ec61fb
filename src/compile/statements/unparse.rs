//! An expression as text, the way CPython writes annotations under the future import.

use anthill_grammar::Interner;
use anthill_grammar::ast::{
    Arg, Arguments, Boolop, Cmpop, Comprehension, Constant, Conversion, Expr, ExprKind, Operator, Unaryop,
};
use anthill_grammar::dump::repr::{repr_bytes, repr_float, repr_int, repr_str};

/// CPython's precedences, loosest first.
mod level {
    pub const NAMED: u8 = 0;
    pub const TUPLE: u8 = 1;
    pub const TEST: u8 = 2;
    pub const OR: u8 = 3;
    pub const AND: u8 = 4;
    pub const NOT: u8 = 5;
    pub const COMPARE: u8 = 6;
    pub const BIT_OR: u8 = 7;
    pub const BIT_XOR: u8 = 8;
    pub const BIT_AND: u8 = 9;
    pub const SHIFT: u8 = 10;
    pub const ARITHMETIC: u8 = 11;
    pub const TERM: u8 = 12;
    pub const FACTOR: u8 = 13;
    pub const POWER: u8 = 14;
    pub const AWAIT: u8 = 15;
    pub const ATOM: u8 = 16;
}

/// Deeper than this an expression is abbreviated; no annotation written by hand is.
const MAX_DEPTH: u32 = 150;

/// The text of an expression.
pub(super) fn unparse(expression: &Expr, names: &Interner) -> String {
    let mut writer = Writer { out: String::new(), names, depth: 0 };
    writer.expression(expression, level::TEST);
    writer.out
}

struct Writer<'n> {
    out: String,
    names: &'n Interner,
    depth: u32,
}

fn operator(op: Operator) -> (&'static str, u8) {
    match op {
        Operator::Add => (" + ", level::ARITHMETIC),
        Operator::Sub => (" - ", level::ARITHMETIC),
        Operator::Mult => (" * ", level::TERM),
        Operator::MatMult => (" @ ", level::TERM),
        Operator::Div => (" / ", level::TERM),
        Operator::Mod => (" % ", level::TERM),
        Operator::FloorDiv => (" // ", level::TERM),
        Operator::LShift => (" << ", level::SHIFT),
        Operator::RShift => (" >> ", level::SHIFT),
        Operator::BitOr => (" | ", level::BIT_OR),
        Operator::BitXor => (" ^ ", level::BIT_XOR),
        Operator::BitAnd => (" & ", level::BIT_AND),
        Operator::Pow => (" ** ", level::POWER),
    }
}

fn comparison(op: Cmpop) -> &'static str {
    match op {
        Cmpop::Eq => " == ",
        Cmpop::NotEq => " != ",
        Cmpop::Lt => " < ",
        Cmpop::LtE => " <= ",
        Cmpop::Gt => " > ",
        Cmpop::GtE => " >= ",
        Cmpop::Is => " is ",
        Cmpop::IsNot => " is not ",
        Cmpop::In => " in ",
        Cmpop::NotIn => " not in ",
    }
}

impl Writer<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn name(&mut self, name: anthill_grammar::Symbol) {
        let names = self.names;
        self.out.push_str(names.text(name));
    }

    /// Writes what `body` writes, in parentheses if the context binds tighter.
    fn grouped(&mut self, parentheses: bool, body: impl FnOnce(&mut Self)) {
        if parentheses {
            self.put("(");
        }
        body(self);
        if parentheses {
            self.put(")");
        }
    }

    fn list(&mut self, items: &[&Expr]) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(", ");
            }
            self.expression(item, level::TEST);
        }
    }

    fn expression(&mut self, expression: &Expr, context: u8) {
        if self.depth == MAX_DEPTH {
            self.put("...");
            return;
        }
        self.depth += 1;
        self.node(expression, context);
        self.depth -= 1;
    }

    fn node(&mut self, expression: &Expr, context: u8) {
        match expression.kind {
            ExprKind::BoolOp { op, values } => {
                let (word, own) = match op {
                    Boolop::And => (" and ", level::AND),
                    Boolop::Or => (" or ", level::OR),
                };
                self.grouped(context > own, |writer| {
                    for (index, value) in values.iter().enumerate() {
                        if index > 0 {
                            writer.put(word);
                        }
                        writer.expression(value, own + 1);
                    }
                });
            }
            ExprKind::NamedExpr { target, value } => self.grouped(context > level::NAMED, |writer| {
                writer.expression(target, level::ATOM);
                writer.put(" := ");
                writer.expression(value, level::ATOM);
            }),
            ExprKind::BinOp { left, op, right } => {
                let (word, own) = operator(op);
                let power = op == Operator::Pow;
                self.grouped(context > own, |writer| {
                    writer.expression(left, own + power as u8);
                    writer.put(word);
                    writer.expression(right, own + !power as u8);
                });
            }
            ExprKind::UnaryOp { op, operand } => {
                let (word, own) = match op {
                    Unaryop::Not => ("not ", level::NOT),
                    Unaryop::Invert => ("~", level::FACTOR),
                    Unaryop::UAdd => ("+", level::FACTOR),
                    Unaryop::USub => ("-", level::FACTOR),
                };
                self.grouped(context > own, |writer| {
                    writer.put(word);
                    writer.expression(operand, own);
                });
            }
            ExprKind::Lambda { args, body } => self.grouped(context > level::TEST, |writer| {
                writer.put("lambda");
                let start = writer.out.len();
                writer.arguments(args);
                if writer.out.len() > start {
                    writer.out.insert(start, ' ');
                }
                writer.put(": ");
                writer.expression(body, level::TEST);
            }),
            ExprKind::IfExp(node) => self.grouped(context > level::TEST, |writer| {
                writer.expression(node.body, level::TEST + 1);
                writer.put(" if ");
                writer.expression(node.test, level::TEST + 1);
                writer.put(" else ");
                writer.expression(node.orelse, level::TEST);
            }),
            ExprKind::Dict { items } => {
                self.put("{");
                for (index, (key, value)) in items.iter().enumerate() {
                    if index > 0 {
                        self.put(", ");
                    }
                    match key {
                        Some(key) => {
                            self.expression(key, level::TEST);
                            self.put(": ");
                            self.expression(value, level::TEST);
                        }
                        None => {
                            self.put("**");
                            self.expression(value, level::BIT_OR);
                        }
                    }
                }
                self.put("}");
            }
            ExprKind::Set { elts } => {
                self.put("{");
                self.list(elts);
                self.put("}");
            }
            ExprKind::ListComp(node) => self.comprehension("[", &[node.elt], node.generators, "]"),
            ExprKind::SetComp(node) => self.comprehension("{", &[node.elt], node.generators, "}"),
            ExprKind::GeneratorExp(node) => self.comprehension("(", &[node.elt], node.generators, ")"),
            ExprKind::DictComp(node) => self.comprehension("{", &[node.key, node.value], node.generators, "}"),
            ExprKind::Await { value } => self.grouped(context > level::AWAIT, |writer| {
                writer.put("await ");
                writer.expression(value, level::ATOM);
            }),
            ExprKind::Yield { value: None } => self.put("(yield)"),
            ExprKind::Yield { value: Some(value) } => {
                self.put("(yield ");
                self.expression(value, level::TEST);
                self.put(")");
            }
            ExprKind::YieldFrom { value } => {
                self.put("(yield from ");
                self.expression(value, level::TEST);
                self.put(")");
            }
            ExprKind::Compare(node) => self.grouped(context > level::COMPARE, |writer| {
                writer.expression(node.left, level::COMPARE + 1);
                for (op, operand) in node.ops.iter().zip(node.comparators) {
                    writer.put(comparison(*op));
                    writer.expression(operand, level::COMPARE + 1);
                }
            }),
            ExprKind::Call(node) => {
                self.expression(node.func, level::ATOM);
                if let ([argument], []) = (node.args, node.keywords)
                    && matches!(argument.kind, ExprKind::GeneratorExp(_))
                {
                    return self.expression(argument, level::TEST);
                }
                self.put("(");
                self.list(node.args);
                for (index, keyword) in node.keywords.iter().enumerate() {
                    if index > 0 || !node.args.is_empty() {
                        self.put(", ");
                    }
                    match keyword.arg {
                        Some(name) => {
                            self.name(name);
                            self.put("=");
                        }
                        None => self.put("**"),
                    }
                    self.expression(keyword.value, level::TEST);
                }
                self.put(")");
            }
            ExprKind::JoinedStr { values } => {
                let mut text = String::new();
                for value in values {
                    self.f_string_part(value, &mut text);
                }
                self.put("f");
                let quoted = repr_str(text.as_bytes());
                self.put(&quoted);
            }
            ExprKind::FormattedValue { .. } => {
                let mut text = String::new();
                self.f_string_part(expression, &mut text);
                self.put("f");
                let quoted = repr_str(text.as_bytes());
                self.put(&quoted);
            }
            ExprKind::Constant { value, u } => {
                if u {
                    self.put("u");
                }
                self.constant(value);
            }
            ExprKind::Attribute { value, attr, .. } => {
                self.expression(value, level::ATOM);
                let int =
                    matches!(value.kind, ExprKind::Constant { value: Constant::Int(_) | Constant::BigInt { .. }, .. });
                self.put(if int { " ." } else { "." });
                self.name(attr);
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.expression(value, level::ATOM);
                self.put("[");
                self.expression(slice, level::TUPLE);
                self.put("]");
            }
            ExprKind::Starred { value, .. } => {
                self.put("*");
                self.expression(value, level::BIT_OR);
            }
            ExprKind::Name { id, .. } => self.name(id),
            ExprKind::List { elts, .. } => {
                self.put("[");
                self.list(elts);
                self.put("]");
            }
            ExprKind::Tuple { elts: [], .. } => self.put("()"),
            ExprKind::Tuple { elts, .. } => self.grouped(context > level::TUPLE, |writer| {
                writer.list(elts);
                if elts.len() == 1 {
                    writer.put(",");
                }
            }),
            ExprKind::Slice(slice) => {
                let mut bound = |bound: Option<&Expr>, before: &str| {
                    self.put(before);
                    if let Some(bound) = bound {
                        self.expression(bound, level::TEST);
                    }
                };
                bound(slice.lower, "");
                bound(slice.upper, ":");
                if slice.step.is_some() {
                    bound(slice.step, ":");
                }
            }
        }
    }

    fn constant(&mut self, constant: &Constant) {
        let infinity = |value: f64| if value.is_infinite() { "1e309".to_string() } else { repr_float(value) };
        let text = match *constant {
            Constant::None => "None".to_string(),
            Constant::True => "True".to_string(),
            Constant::False => "False".to_string(),
            Constant::Ellipsis => "...".to_string(),
            Constant::Int(value) => value.to_string(),
            Constant::BigInt { digits, radix } => repr_int(digits, radix),
            Constant::Float(value) => infinity(value),
            Constant::LongFloat { text, imaginary } => return self.constant(&Constant::read_float(text, imaginary)),
            Constant::Imaginary(value) => {
                let text = infinity(value);
                format!("{}j", text.strip_suffix(".0").unwrap_or(&text))
            }
            Constant::Str(text) => repr_str(text.as_bytes()),
            Constant::SurrogateStr(bytes) => repr_str(bytes),
            Constant::Bytes(bytes) => repr_bytes(bytes),
        };
        self.put(&text);
    }

    fn comprehension(&mut self, open: &str, results: &[&Expr], clauses: &[Comprehension], close: &str) {
        self.put(open);
        for (index, result) in results.iter().enumerate() {
            if index > 0 {
                self.put(": ");
            }
            self.expression(result, level::TEST);
        }
        for clause in clauses {
            self.put(if clause.is_async { " async for " } else { " for " });
            self.expression(clause.target, level::TUPLE);
            self.put(" in ");
            self.expression(clause.iter, level::TEST + 1);
            for condition in clause.ifs {
                self.put(" if ");
                self.expression(condition, level::TEST + 1);
            }
        }
        self.put(close);
    }

    fn f_string_part(&mut self, part: &Expr, text: &mut String) {
        match part.kind {
            ExprKind::Constant { value: Constant::Str(literal), .. } => {
                text.push_str(&literal.replace('{', "{{").replace('}', "}}"));
            }
            ExprKind::JoinedStr { values } => values.iter().for_each(|value| self.f_string_part(value, text)),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                let mut inner = Writer { out: String::new(), names: self.names, depth: self.depth };
                inner.expression(value, level::TEST + 1);
                // A brace right behind the opening one would be an escape.
                text.push_str(if inner.out.starts_with('{') { "{ " } else { "{" });
                text.push_str(&inner.out);
                text.push_str(match conversion {
                    Conversion::None => "",
                    Conversion::Str => "!s",
                    Conversion::Repr => "!r",
                    Conversion::Ascii => "!a",
                });
                if let Some(spec) = format_spec {
                    text.push(':');
                    self.f_string_part(spec, text);
                }
                text.push('}');
            }
            _ => {}
        }
    }

    fn arguments(&mut self, arguments: &Arguments) {
        let mut first = true;
        let positional: Vec<&Arg> = arguments.posonlyargs.iter().chain(arguments.args).collect();
        let without = positional.len() - arguments.defaults.len();
        for (index, parameter) in positional.iter().enumerate() {
            self.separate(&mut first);
            self.name(parameter.arg);
            if index >= without {
                self.put("=");
                self.expression(arguments.defaults[index - without], level::TEST);
            }
            if !arguments.posonlyargs.is_empty() && index + 1 == arguments.posonlyargs.len() {
                self.put(", /");
            }
        }
        if arguments.vararg.is_some() || !arguments.kwonlyargs.is_empty() {
            self.separate(&mut first);
            self.put("*");
            if let Some(parameter) = arguments.vararg {
                self.name(parameter.arg);
            }
        }
        for (parameter, default) in arguments.kwonlyargs.iter().zip(arguments.kw_defaults) {
            self.separate(&mut first);
            self.name(parameter.arg);
            if let Some(default) = default {
                self.put("=");
                self.expression(default, level::TEST);
            }
        }
        if let Some(parameter) = arguments.kwarg {
            self.separate(&mut first);
            self.put("**");
            self.name(parameter.arg);
        }
    }

    fn separate(&mut self, first: &mut bool) {
        if !std::mem::replace(first, false) {
            self.put(", ");
        }
    }
}
