//! From a complete unit to a code object: offsets, registers, tables.

use anthill_grammar::Span;

use super::context::{Context, Outcome};
use super::unit::{Inst, NO_HANDLER, NO_LABEL, TEMP, Unit, is_temp};
use crate::base::waste;
use crate::base::watch::{STRETCH, copy_text};
use crate::bytecode::{Code, Extra, Handler, Op, Operand, Position, PositionTableBuilder, Word, temps};

/// Lays out the instructions and makes the code object.
///
/// # Errors
/// A `SyntaxError` if the code needs more registers, names or constants than an instruction can
/// name.
pub(super) fn assemble(unit: &mut Unit, context: &mut Context) -> Outcome<Code> {
    let nlocals = unit.locals.len() as u32;
    let nregs = nlocals as u64 + unit.max_sp as u64;
    if nregs > u16::MAX as u64 {
        return Err(context.error(unit.span, "too many local variables or nested operands"));
    }
    let (offsets, length) = offsets(unit, context)?;
    let mut words = Vec::with_capacity(length as usize);
    let mut positions = PositionTableBuilder::new(unit.first_line);
    let mut locator = Locator { context, last: None, near: unit.first_line };
    let mut extra_spans = unit.extra_spans.iter().peekable();
    for (index, inst) in unit.code.iter().enumerate() {
        if index.is_multiple_of(STRETCH) {
            locator.context.look()?;
        }
        while extra_spans.peek().is_some_and(|(at, _)| (*at as usize) < index) {
            extra_spans.next();
        }
        if inst.dead {
            continue;
        }
        let Some(fields) = fields(inst, nlocals) else {
            return Err(locator.context.error(inst.span, "too many names or constants"));
        };
        words.push(fields.0);
        let position = locator.position(inst.span);
        positions.push(Some(position), 1);
        let count = inst.op.extra_words() as u32;
        if count == 0 {
            continue;
        }
        let next = offsets[index] + 1 + count;
        push_extra(&mut words, inst, next, &offsets, unit);
        let position = match extra_spans.peek() {
            Some((at, span)) if *at as usize == index => locator.position(*span),
            _ => position,
        };
        positions.push(Some(position), count);
    }
    patch_wide_jumps(&mut words, unit, &offsets, context)?;
    let handlers = handlers(unit, &offsets, nlocals, context)?;
    // When it is told to stop, the look below finds that too.
    let text = |name| copy_text(context.names.text(name), &|| (context.watch)()).unwrap_or_default();
    let free = unit.free.iter().map(|(name, capture)| (text(*name), *capture)).collect();
    let mut names = Vec::with_capacity(unit.names.len());
    for part in unit.names.chunks(STRETCH) {
        names.extend(part.iter().map(|name| text(*name)));
        if let Err(stopped) = context.look() {
            waste::free(names);
            return Err(stopped);
        }
    }
    Ok(Code {
        name: std::mem::take(&mut unit.name).into(),
        qualname: std::mem::take(&mut unit.qualname).into(),
        filename: context.filename.clone(),
        first_line: unit.first_line,
        positional_only: unit.positional_only as u16,
        positional: unit.positional as u16,
        keyword_only: unit.keyword_only as u16,
        flags: unit.flags,
        locals: std::mem::take(&mut unit.locals).into(),
        nlocals: nlocals as u16,
        nregs: nregs as u16,
        free,
        names: names.into(),
        constants: std::mem::take(&mut unit.constants.list).into(),
        words: words.into(),
        handlers: handlers.into(),
        positions: positions.finish(),
        docstring: unit.docstring.take(),
    })
}

/// The word at which each instruction starts (a dead one: the next live one), and the number of
/// words.
fn offsets(unit: &Unit, context: &Context) -> Outcome<(Vec<u32>, u32)> {
    let mut offset = 0;
    let mut offsets = Vec::with_capacity(unit.code.len() + 1);
    for part in unit.code.chunks(STRETCH) {
        for inst in part {
            offsets.push(offset);
            if !inst.dead {
                offset += 1 + inst.op.extra_words() as u32;
            }
        }
        context.look()?;
    }
    offsets.push(offset);
    Ok((offsets, offset))
}

/// Turns spans into positions, remembering the last one: neighbours often share it.
struct Locator<'c, 's> {
    context: &'c Context<'s>,
    last: Option<(Span, Position)>,
    /// The line of the last one.
    near: u32,
}

impl Locator<'_, '_> {
    fn position(&mut self, span: Span) -> Position {
        match self.last {
            Some((last, position)) if last == span => position,
            _ => {
                let position = self.find(span);
                self.near = position.line;
                self.last = Some((span, position));
                position
            }
        }
    }
}

impl Locator<'_, '_> {
    /// The position of a span, without a search if it lies on the line of the last one or on the next.
    fn find(&self, span: Span) -> Position {
        let lines = self.context.lines;
        for line in [self.near, self.near + 1] {
            let (start, end) = (lines.start(line), lines.start(line + 1));
            if start <= span.start && span.end < end {
                let (column, end_column) = (span.start - start, span.end.saturating_sub(start));
                return Position { line, end_line: line, column, end_column };
            }
        }
        self.context.position(span)
    }
}

/// The instruction word; none if an operand does not fit. Wide jumps are filled in later.
fn fields(inst: &Inst, nlocals: u32) -> Option<(u64,)> {
    let kinds = inst.op.info().operands;
    let mut values = [0u16; 3];
    for ((kind, value), field) in kinds.iter().zip([inst.a, inst.b, inst.c]).zip(&mut values) {
        *field = match kind {
            Operand::No => 0,
            Operand::TempBit => is_temp(inst.b) as u16,
            kind if kind.is_register() => register(value, nlocals),
            // A count marked as a temp is one of live registers.
            Operand::Count if is_temp(value) => register(value, nlocals),
            kind if kind.is_wide() => {
                let bc = if *kind == Operand::WideJump { 0 } else { value };
                return Some((Word::wide(inst.op, values[0], bc).0,));
            }
            _ => u16::try_from(value).ok()?,
        };
    }
    Some((Word::new(inst.op, values[0], values[1], values[2]).0,))
}

fn register(register: u32, nlocals: u32) -> u16 {
    match is_temp(register) {
        true => (nlocals + (register & !TEMP)) as u16,
        false => register as u16,
    }
}

fn push_extra(words: &mut Vec<u64>, inst: &Inst, next: u32, offsets: &[u32], unit: &Unit) {
    for kind in inst.op.info().extra {
        words.push(match kind {
            Extra::Cache => 0,
            Extra::Temps => temp_flags(inst),
            Extra::Jump => {
                let flags = if inst.op.info().extra.len() == 1 { inst.extra } else { 0 };
                distance(inst, next, offsets, unit) as u32 as u64 | flags
            }
            _ => inst.extra,
        });
    }
}

/// How far an instruction jumps, from the next one.
fn distance(inst: &Inst, next: u32, offsets: &[u32], unit: &Unit) -> i32 {
    if inst.target == NO_LABEL {
        return 0;
    }
    let target = offsets[unit.labels[inst.target as usize] as usize];
    (target as i64 - next as i64) as i32
}

/// Which operands of a store are temps.
fn temp_flags(inst: &Inst) -> u64 {
    let flag = |register: u32, bit: u64| if is_temp(register) { bit } else { 0 };
    match inst.op {
        Op::STORE_SUBSCR => flag(inst.a, temps::OBJECT) | flag(inst.b, temps::KEY) | flag(inst.c, temps::VALUE),
        Op::STORE_SLICE | Op::STORE_ATTR => flag(inst.a, temps::OBJECT) | flag(inst.c, temps::VALUE),
        Op::MAP_ADD => flag(inst.b, temps::KEY) | flag(inst.c, temps::VALUE),
        _ => flag(inst.a, temps::VALUE),
    }
}

fn patch_wide_jumps(words: &mut [u64], unit: &Unit, offsets: &[u32], context: &Context) -> Outcome {
    for (index, inst) in unit.code.iter().enumerate() {
        if index.is_multiple_of(STRETCH) {
            context.look()?;
        }
        if inst.dead || inst.op.info().operands[1] != Operand::WideJump {
            continue;
        }
        let offset = offsets[index];
        let next = offset + 1 + inst.op.extra_words() as u32;
        let distance = distance(inst, next, offsets, unit);
        words[offset as usize] |= (distance as u32 as u64) << 32;
    }
    Ok(())
}

/// The exception table: neighbouring instructions with one handler make one range.
fn handlers(unit: &Unit, offsets: &[u32], nlocals: u32, context: &Context) -> Outcome<Vec<Handler>> {
    let mut table: Vec<Handler> = Vec::new();
    let mut last = NO_HANDLER;
    for (index, inst) in unit.code.iter().enumerate() {
        if index.is_multiple_of(STRETCH) {
            context.look()?;
        }
        if inst.dead {
            continue;
        }
        let end = offsets[index + 1];
        if inst.handler == last {
            if let Some(range) = table.last_mut().filter(|_| last != NO_HANDLER) {
                range.end = end;
            }
            continue;
        }
        last = inst.handler;
        if last == NO_HANDLER {
            continue;
        }
        let protection = unit.protections[last as usize];
        table.push(Handler {
            start: offsets[index],
            end,
            target: offsets[unit.labels[protection.target.0 as usize] as usize],
            depth: (nlocals + protection.depth) as u16,
            register: register(protection.register, nlocals),
        });
    }
    Ok(table)
}
