//! A readable listing of a code object: `anthill --dis`, and the goldens of the compiler's tests.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::base::bigint;

use super::operand::{INTRINSICS_1, INTRINSICS_2, MIRRORED, temps};
use super::{Code, Constant, Extra, LocalKind, Op, Operand, Word};

/// The listings of a code object and of all that it contains, outermost first.
pub fn disassemble_all(code: &Code) -> String {
    let mut text = String::new();
    let mut waiting = vec![code];
    while let Some(code) = waiting.pop() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&disassemble(code));
        let first = waiting.len();
        waiting.extend(code.nested().map(|code| code.as_ref()));
        waiting[first..].reverse();
    }
    text
}

/// The listing of one code object. A line is: source line where it changes, `>>` for a jump
/// target, word offset, opcode, operands; at the end the exception table.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    header(&mut text, code);
    let labels = labels(code);
    let mut line = 0;
    let mut offset = 0;
    while offset < code.words.len() {
        let word = Word(code.words[offset]);
        let at = offset as u32;
        let here = code.position(at).map_or(0, |position| position.line);
        if here != line && here != 0 {
            line = here;
            let _ = write!(text, "{line:>5} ");
        } else {
            text.push_str("      ");
        }
        let mark = match labels.get(&at) {
            Some(label) => format!("L{label}:"),
            None => String::new(),
        };
        let Some(op) = Op::from_number(word.op_number()) else {
            let _ = writeln!(text, "{mark:<5}{offset:>5}  ? {:#x}", word.0);
            offset += 1;
            continue;
        };
        let operands = operands(code, op, offset, &labels);
        let line = format!("{mark:<5}{offset:>5}  {:<22} {operands}", op.name());
        text.push_str(line.trim_end());
        text.push('\n');
        offset += 1 + op.extra_words();
    }
    if !code.handlers.is_empty() {
        text.push_str("      exceptions:\n");
    }
    for handler in &code.handlers {
        let label = labels.get(&handler.target).copied().unwrap_or(0);
        let register = register(code, handler.register);
        let _ = writeln!(text, "        {} to {} -> L{label} into {register}", handler.start, handler.end);
    }
    text
}

fn header(text: &mut String, code: &Code) {
    let _ = writeln!(
        text,
        "{} at {}:{}: {} registers, {} locals",
        code.qualname, code.filename, code.first_line, code.nregs, code.nlocals
    );
    let mut list = |title: &str, names: Vec<&str>| {
        if !names.is_empty() {
            let _ = writeln!(text, "  {title}: {}", names.join(", "));
        }
    };
    let parameters = code.parameter_count().min(code.locals.len());
    list("parameters", code.locals[..parameters].iter().map(|l| &*l.name).collect());
    let cells = |local: &&super::LocalVariable| matches!(local.kind, LocalKind::Cell | LocalKind::HiddenCell);
    list("cells", code.locals.iter().filter(cells).map(|l| &*l.name).collect());
    list("free", code.free.iter().map(|(name, _)| &**name).collect());
}

/// Jump targets and handlers, numbered from 1 in the order of the words.
fn labels(code: &Code) -> BTreeMap<u32, usize> {
    let mut labels = BTreeMap::new();
    let mut offset = 0;
    while offset < code.words.len() {
        let word = Word(code.words[offset]);
        let Some(op) = Op::from_number(word.op_number()) else {
            offset += 1;
            continue;
        };
        let next = offset + 1 + op.extra_words();
        if let Some(distance) = jump_distance(code, op, offset) {
            labels.insert((next as i64 + distance as i64) as u32, 0);
        }
        offset = next;
    }
    for handler in &code.handlers {
        labels.insert(handler.target, 0);
    }
    for (index, label) in labels.values_mut().enumerate() {
        *label = index + 1;
    }
    labels
}

/// How far the instruction at `offset` jumps, counted from the next one; none if it does not.
pub(super) fn jump_distance(code: &Code, op: Op, offset: usize) -> Option<i32> {
    let info = op.info();
    if info.operands[1] == Operand::WideJump {
        return Some(Word(code.words[offset]).bc_signed());
    }
    let index = info.extra.iter().position(|extra| *extra == Extra::Jump)?;
    code.words.get(offset + 1 + index).map(|word| *word as u32 as i32)
}

fn operands(code: &Code, op: Op, offset: usize, labels: &BTreeMap<u32, usize>) -> String {
    let info = op.info();
    let word = Word(code.words[offset]);
    let next = offset + 1 + info.extra.len();
    let label = |distance: i32| {
        let target = (next as i64 + distance as i64) as u32;
        format!("-> L{}", labels.get(&target).copied().unwrap_or(0))
    };
    let mut parts = Vec::new();
    for (kind, value) in info.operands.iter().zip([word.a(), word.b(), word.c()]) {
        let wide = word.bc();
        parts.push(match kind {
            Operand::No => continue,
            Operand::Count => value.to_string(),
            Operand::TempBit | Operand::ExFlags | Operand::Awaited if value == 0 => continue,
            Operand::TempBit => "moved".to_string(),
            Operand::ExFlags => "**".to_string(),
            Operand::Awaited => ["", "enter", "exit"][value.min(2) as usize].to_string(),
            Operand::Imm => (value as i16).to_string(),
            Operand::Const => constant(code, value as u32),
            Operand::Name => name(code, value as u32),
            Operand::Free => free(code, value),
            Operand::Conversion => pick(&["", "str", "repr", "ascii"], value),
            Operand::Attribute => pick(&["", "defaults", "kwdefaults", "", "annotations"], value),
            Operand::Intrinsic1 => pick(&INTRINSICS_1, value),
            Operand::Intrinsic2 => pick(&INTRINSICS_2, value),
            Operand::WideConst => constant(code, wide),
            Operand::WideName => name(code, wide),
            Operand::WideInt => (wide as i32).to_string(),
            Operand::WideJump => label(wide as i32),
            _ => register(code, value),
        });
    }
    for (index, kind) in info.extra.iter().enumerate() {
        let extra = code.words.get(offset + 1 + index).copied().unwrap_or(0);
        parts.push(match kind {
            Extra::Cache => continue,
            Extra::Temps => match stored_temps(extra) {
                text if text.is_empty() => continue,
                text => text,
            },
            Extra::Jump if extra & MIRRORED != 0 => format!("mirrored {}", label(extra as i32)),
            Extra::Jump => label(extra as i32),
            Extra::Names | Extra::Keys => constant(code, extra as u32),
            Extra::ClassPattern => format!("{} {}", extra >> 32, constant(code, extra as u32)),
            Extra::After => format!("after {}", extra as u32),
            Extra::Items => format!("count {}", extra as u32),
            Extra::Level => format!("level {}", extra as u32),
        });
    }
    parts.join(", ")
}

fn stored_temps(extra: u64) -> String {
    let bits = [(temps::OBJECT, "object"), (temps::KEY, "key"), (temps::VALUE, "value")];
    let set: Vec<_> = bits.iter().filter(|(bit, _)| extra & bit != 0).map(|(_, name)| *name).collect();
    if set.is_empty() { String::new() } else { format!("moved {}", set.join(" ")) }
}

fn pick(names: &[&str], value: u16) -> String {
    names.get(value as usize).map_or_else(|| format!("?{value}"), |name| name.to_string())
}

/// A local by its name, a temp as `t` and its distance from the first one.
fn register(code: &Code, register: u16) -> String {
    let Some(local) = code.locals.get(register as usize) else {
        return format!("t{}", register.wrapping_sub(code.nlocals));
    };
    match local.kind {
        LocalKind::Local | LocalKind::Cell => local.name.to_string(),
        LocalKind::Hidden | LocalKind::HiddenCell => format!("{}'{register}", local.name),
        LocalKind::Internal => format!("%{}{register}", local.name),
    }
}

fn name(code: &Code, index: u32) -> String {
    code.names.get(index as usize).map_or_else(|| format!("name {index}?"), |name| name.to_string())
}

fn free(code: &Code, index: u16) -> String {
    code.free.get(index as usize).map_or_else(|| format!("free {index}?"), |(name, _)| format!("^{name}"))
}

fn constant(code: &Code, index: u32) -> String {
    match code.constants.get(index as usize) {
        Some(constant) => shown(constant),
        None => format!("constant {index}?"),
    }
}

/// A constant as a listing shows it, cut to a sensible length.
fn shown(constant: &Constant) -> String {
    let text = match constant {
        Constant::None => "None".to_string(),
        Constant::True => "True".to_string(),
        Constant::False => "False".to_string(),
        Constant::Ellipsis => "...".to_string(),
        Constant::Int(value) => format!("#{value}"),
        Constant::BigInt(value) => {
            format!("#0x{}", bigint::to_radix(value.as_ref(), 16, false, bigint::UNWATCHED).unwrap_or_default())
        }
        Constant::Float(value) => format!("#{value:?}"),
        Constant::Complex { real, imaginary } => format!("#({real:?}, {imaginary:?}j)"),
        Constant::Str(value) => format!("{value:?}"),
        Constant::SurrogateStr(value) => format!("wtf{value:?}"),
        Constant::Bytes(value) => format!("b\"{}\"", value.escape_ascii()),
        Constant::Tuple(items) => format!("({})", all(items)),
        Constant::FrozenSet(items) => format!("frozenset({})", all(items)),
        Constant::Code(code) => format!("<code {}>", code.qualname),
    };
    match text.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text,
    }
}

fn all(items: &[Constant]) -> String {
    let shown: Vec<_> = items.iter().take(20).map(shown).collect();
    shown.join(", ")
}
