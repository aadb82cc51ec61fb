//! The verifier: proves by abstract interpretation that a code object cannot hurt the VM.
//!
//! It checks that every operand is in range, that jumps and handlers lead to instructions, and,
//! along every path:
//! * V1. A temp that is read holds a value; a temp that is written as a window's header or as a
//!   `Dst` other than the operand consumed holds none (nothing is lost).
//! * V2. Paths that meet agree on which temps hold a value.
//! * V3. A local that is read without a check has been assigned, a cell that is used made.
//! * V4. In a handler's range the temps below its depth hold what they hold at its target.
//! * V5. Nothing is left in a temp when a frame returns, and a yield keeps every live register.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::disassemble::jump_distance;
use super::{Capture, Code, Constant, Extra, Op, Operand, Word};

/// What is wrong with a code object, and at which word.
#[derive(Debug)]
pub struct VerifyError {
    pub code: String,
    pub offset: usize,
    pub problem: String,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} at word {}: {}", self.code, self.offset, self.problem)
    }
}

/// Verifies a code object and all that it contains.
pub fn verify_all(code: &Code) -> Result<(), VerifyError> {
    let mut waiting = vec![code];
    while let Some(code) = waiting.pop() {
        verify(code)?;
        waiting.extend(code.nested().map(|code| code.as_ref()));
    }
    Ok(())
}

/// Verifies one code object, see the module's text for what is checked.
pub fn verify(code: &Code) -> Result<(), VerifyError> {
    let mut verifier = Verifier { code, starts: Bits::new(code.words.len()), at: 0 };
    verifier.run().map_err(|problem| VerifyError { code: code.qualname.to_string(), offset: verifier.at, problem })
}

/// A set of small numbers.
#[derive(Clone, PartialEq, Eq)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(size: usize) -> Bits {
        Bits(vec![0; size.div_ceil(64)])
    }

    fn has(&self, index: usize) -> bool {
        self.0.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 != 0)
    }

    fn set(&mut self, index: usize, value: bool) {
        let bit = 1 << (index % 64);
        if value {
            self.0[index / 64] |= bit;
        } else {
            self.0[index / 64] &= !bit;
        }
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .enumerate()
            .flat_map(|(index, word)| (0..64).filter(move |bit| word >> bit & 1 != 0).map(move |bit| index * 64 + bit))
    }
}

/// Which registers hold a value: bit n for register n, locals and temps alike.
type State = Bits;

type Outcome<T = ()> = Result<T, String>;

struct Verifier<'c> {
    code: &'c Code,
    /// Offsets at which an instruction starts.
    starts: Bits,
    at: usize,
}

impl Verifier<'_> {
    fn run(&mut self) -> Outcome {
        let code = self.code;
        require(code.locals.len() == code.nlocals as usize, "nlocals is not the locals' number")?;
        require(code.nregs >= code.nlocals, "fewer registers than locals")?;
        require(code.parameter_count() <= code.locals.len(), "more parameters than locals")?;
        while self.at < code.words.len() {
            self.starts.set(self.at, true);
            let op = self.op()?;
            let length = 1 + op.extra_words();
            require(self.at + length <= code.words.len(), "cut off")?;
            self.ranges(op)?;
            self.at += length;
        }
        let mut last = 0;
        for handler in &code.handlers {
            self.at = handler.target as usize;
            require(self.starts.has(self.at), "handler leads between instructions")?;
            require(handler.start < handler.end && handler.start >= last, "handlers overlap")?;
            require(handler.end as usize <= code.words.len(), "handler beyond the end")?;
            require(handler.register >= handler.depth, "exception below the handler's depth")?;
            require(handler.depth >= code.nlocals && handler.register < code.nregs, "handler's depth out of range")?;
            last = handler.end;
        }
        self.flow()
    }

    fn op(&self) -> Outcome<Op> {
        let word = Word(self.code.words[self.at]);
        Op::from_number(word.op_number()).ok_or_else(|| "no such opcode".to_string())
    }

    fn fields(&self) -> [u16; 3] {
        let word = Word(self.code.words[self.at]);
        [word.a(), word.b(), word.c()]
    }

    fn extra(&self, op: Op, kind: Extra) -> Option<u64> {
        let index = op.info().extra.iter().position(|extra| *extra == kind)?;
        Some(self.code.words[self.at + 1 + index])
    }

    /// How many registers the window of the instruction has.
    fn count(&self, op: Op) -> usize {
        let fields = self.fields();
        let index = op.info().operands.iter().position(|kind| *kind == Operand::Count);
        let count = index.map_or(0, |index| fields[index] as usize);
        if let Some(after) = self.extra(op, Extra::After) {
            return count + 1 + after as u32 as usize;
        }
        if let Some(items) = self.extra(op, Extra::Items) {
            return items as u32 as usize;
        }
        if let Some(pattern) = self.extra(op, Extra::ClassPattern)
            && let Some(Constant::Tuple(names)) = self.code.constants.get(pattern as u32 as usize)
        {
            return (pattern >> 32) as usize + names.len();
        }
        count
    }

    /// Every operand within its table, whatever the path.
    fn ranges(&self, op: Op) -> Outcome {
        let code = self.code;
        let info = op.info();
        require(info.quick_of.is_none(), "specialised opcode in compiled code")?;
        let wide = Word(code.words[self.at]).bc() as usize;
        for (index, (kind, value)) in info.operands.iter().zip(self.fields()).enumerate() {
            let value = value as usize;
            let good = match kind {
                Operand::No => value == 0 || index > 0 && info.operands[index - 1].is_wide(),
                Operand::Const => value < code.constants.len(),
                Operand::WideConst if op == Op::MAKE_FUNCTION => {
                    matches!(code.constants.get(wide), Some(Constant::Code(_)))
                }
                Operand::WideConst => wide < code.constants.len(),
                Operand::Name => value < code.names.len(),
                Operand::WideName => wide < code.names.len(),
                Operand::Free => value < code.free.len(),
                Operand::Local | Operand::Checked | Operand::Cell | Operand::NewCell => value < code.nlocals as usize,
                Operand::Temp => value >= code.nlocals as usize && value < code.nregs as usize,
                kind if kind.is_register() => value < code.nregs as usize,
                _ => true,
            };
            require(good, &format!("{} operand {index} ({kind:?}) is out of range", info.name))?;
        }
        for (index, kind) in info.extra.iter().enumerate() {
            let value = code.words[self.at + 1 + index];
            let constant = |index: u64| code.constants.get(index as u32 as usize);
            let good = match kind {
                Extra::Names | Extra::Keys | Extra::ClassPattern => {
                    matches!(constant(value), Some(Constant::Tuple(_)))
                }
                Extra::Cache => value == 0,
                _ => true,
            };
            require(good, &format!("{} extra word {index} ({kind:?}) is wrong", info.name))?;
        }
        Ok(())
    }

    /// Follows every path until the states at all instructions are stable.
    fn flow(&mut self) -> Outcome {
        let code = self.code;
        let mut entry = State::new(code.nregs as usize);
        for parameter in 0..code.parameter_count() {
            entry.set(parameter, true);
        }
        if !code.has(super::flags::OPTIMIZED) && code.nlocals > 0 {
            entry.set(0, true);
        }
        let joins = self.joins()?;
        let mut states: BTreeMap<usize, State> = BTreeMap::from([(0, entry)]);
        let mut waiting = BTreeSet::from([0]);
        while let Some(start) = waiting.pop_first() {
            self.at = start;
            let Some(mut state) = states.get(&start).cloned() else {
                continue;
            };
            loop {
                if self.at >= code.words.len() {
                    return Err("control runs off the end".into());
                }
                let op = self.op()?;
                let next = self.at + 1 + op.extra_words();
                if let Some(handler) = code.handler_at(self.at as u32) {
                    let mut thrown = state.clone();
                    for register in handler.depth..code.nregs {
                        thrown.set(register as usize, false);
                    }
                    thrown.set(handler.register as usize, true);
                    self.join(&mut states, &mut waiting, handler.target as usize, &thrown)?;
                }
                let mut jumped = state.clone();
                self.effect(op, &mut state, &mut jumped)?;
                if let Some(distance) = jump_distance(code, op, self.at) {
                    let target = next as i64 + distance as i64;
                    self.join(&mut states, &mut waiting, target as usize, &jumped)?;
                }
                if op.info().ends {
                    break;
                }
                self.at = next;
                // Paths meet here: what is kept must agree, and is what to go on with.
                if joins.has(next) {
                    self.join(&mut states, &mut waiting, next, &state)?;
                    break;
                }
            }
        }
        Ok(())
    }

    /// Every place that something jumps to.
    fn joins(&mut self) -> Outcome<Bits> {
        let code = self.code;
        let mut joins = Bits::new(code.words.len() + 1);
        self.at = 0;
        while self.at < code.words.len() {
            let op = self.op()?;
            let next = self.at + 1 + op.extra_words();
            if let Some(distance) = jump_distance(code, op, self.at) {
                let target = next as i64 + distance as i64;
                require(target >= 0 && self.starts.has(target as usize), "jump between instructions")?;
                joins.set(target as usize, true);
            }
            self.at = next;
        }
        for handler in &code.handlers {
            joins.set(handler.target as usize, true);
        }
        Ok(joins)
    }

    /// Merges a state into the one kept at `target`; temps must agree, locals intersect.
    fn join(
        &self,
        states: &mut BTreeMap<usize, State>,
        waiting: &mut BTreeSet<usize>,
        target: usize,
        state: &State,
    ) -> Outcome {
        let Some(kept) = states.get_mut(&target) else {
            states.insert(target, state.clone());
            waiting.insert(target);
            return Ok(());
        };
        if kept == state {
            return Ok(());
        }
        let mut changed = false;
        for register in 0..self.code.nregs as usize {
            let (old, new) = (kept.has(register), state.has(register));
            if old == new {
                continue;
            }
            if register >= self.code.nlocals as usize {
                let temp = register - self.code.nlocals as usize;
                return Err(format!("paths to word {target} differ in temp t{temp}"));
            }
            if old {
                kept.set(register, false);
                changed = true;
            }
        }
        if changed {
            waiting.insert(target);
        }
        Ok(())
    }

    /// What the instruction does to `state` when it goes on and to `jumped` when it jumps.
    fn effect(&self, op: Op, state: &mut State, jumped: &mut State) -> Outcome {
        let info = op.info();
        let count = self.count(op);
        let fields = self.fields();
        let operands = || info.operands.iter().copied().zip(fields.map(|field| field as usize));
        let mut after = state.clone();
        let nlocals = self.code.nlocals as usize;
        let consume = |after: &mut State, register: usize| -> Outcome {
            require(register >= nlocals, "a window reaches into the locals")?;
            self.read(after, register)?;
            after.set(register, false);
            Ok(())
        };
        for (kind, register) in operands() {
            match kind {
                Operand::Reg => {
                    self.read(&after, register)?;
                    if register >= nlocals {
                        after.set(register, false);
                    }
                }
                Operand::Unary => {
                    self.read(&after, register)?;
                    if register >= nlocals {
                        require(register == fields[0] as usize, "a temp Unary is not the Dst")?;
                        after.set(register, false);
                    }
                }
                Operand::Peek | Operand::InOut | Operand::Local | Operand::Cell => {
                    self.read(&after, register)?;
                }
                Operand::Temp => consume(&mut after, register)?,
                Operand::Drop => {
                    if register >= nlocals {
                        self.read(&after, register)?;
                    }
                    after.set(register, false);
                }
                Operand::KeptOnJump => consume(&mut after, register)?,
                Operand::Checked | Operand::NewCell => after.set(register, true),
                Operand::Items | Operand::Two | Operand::Three | Operand::Pairs => {
                    let length = match kind {
                        Operand::Items => count,
                        Operand::Two => 2,
                        Operand::Three => 3,
                        _ => 2 * count,
                    };
                    for register in register..register + length {
                        consume(&mut after, register)?;
                    }
                }
                Operand::Window | Operand::MethodWindow | Operand::ExWindow | Operand::BareWindow => {
                    let arguments = match kind {
                        Operand::Window => count,
                        Operand::MethodWindow => count + 1,
                        Operand::ExWindow => 1 + (fields[2] & 1) as usize,
                        _ => 0,
                    };
                    consume(&mut after, register)?;
                    for register in register + 1..register + 4 {
                        require(register < self.code.nregs as usize, "window out of range")?;
                        require(!after.has(register), "a call's header room is not empty")?;
                    }
                    for register in register + 4..register + 4 + arguments {
                        consume(&mut after, register)?;
                    }
                }
                _ => {}
            }
        }
        self.stored(op, fields)?;
        if op == Op::MAKE_FUNCTION {
            self.captures(&after)?;
        }
        *jumped = after.clone();
        for (kind, register) in operands() {
            match kind {
                Operand::KeptOnJump => jumped.set(register, true),
                Operand::DstOnJump => self.write(jumped, register)?,
                Operand::Dst => {
                    self.write(&mut after, register)?;
                    self.write(jumped, register)?;
                }
                Operand::OutItems => {
                    for register in register..register + count {
                        self.write(&mut after, register)?;
                    }
                }
                Operand::OutMethod => {
                    self.write(&mut after, register)?;
                    self.write(&mut after, register + 4)?;
                }
                Operand::OutTwo => {
                    self.write(&mut after, register)?;
                    self.write(&mut after, register + 1)?;
                }
                _ => {}
            }
        }
        if op == Op::COPY_PAIR {
            self.write(&mut after, fields[0] as usize + 1)?;
        }
        if matches!(op, Op::RETURN_VALUE | Op::RETURN_CONST | Op::RETURN_NONE) {
            let left = after.iter().find(|register| *register >= nlocals);
            require(left.is_none(), "a temp is left at the return")?;
        }
        if matches!(op, Op::YIELD_VALUE | Op::YIELD_DELEGATE) {
            let lost = after.iter().find(|r| *r >= count && *r != fields[0] as usize);
            require(count >= nlocals && lost.is_none(), "a yield does not keep a live register")?;
        }
        *state = after;
        Ok(())
    }

    /// The temp flags of a store tell the truth.
    fn stored(&self, op: Op, fields: [u16; 3]) -> Outcome {
        let temp = |field: usize| fields[field] >= self.code.nlocals;
        let info = op.info();
        if info.operands[2] == Operand::TempBit {
            return require((fields[2] & 1 != 0) == temp(1), "wrong temp bit");
        }
        let Some(word) = self.extra(op, Extra::Temps) else {
            return Ok(());
        };
        use super::operand::temps::{KEY, OBJECT, VALUE};
        let roles: &[(usize, u64)] = match op {
            Op::STORE_SUBSCR => &[(0, OBJECT), (1, KEY), (2, VALUE)],
            Op::STORE_SLICE => &[(0, OBJECT), (2, VALUE)],
            Op::STORE_ATTR => &[(0, OBJECT), (2, VALUE)],
            Op::MAP_ADD => &[(1, KEY), (2, VALUE)],
            _ => &[(0, VALUE)],
        };
        let expected: u64 = roles.iter().filter(|(field, _)| temp(*field)).map(|(_, bit)| bit).sum();
        require(word == expected, "wrong temp flags")
    }

    /// The cells that the new function takes are there.
    fn captures(&self, state: &State) -> Outcome {
        let index = Word(self.code.words[self.at]).bc() as usize;
        let Some(Constant::Code(inner)) = self.code.constants.get(index) else {
            return Ok(());
        };
        for (name, capture) in &inner.free {
            let good = match *capture {
                Capture::Register(register) => register < self.code.nlocals && state.has(register as usize),
                Capture::Free(index) => (index as usize) < self.code.free.len(),
            };
            require(good, &format!("no cell for the free variable {name}"))?;
        }
        Ok(())
    }

    fn read(&self, state: &State, register: usize) -> Outcome {
        require(register < self.code.nregs as usize, "register out of range")?;
        if state.has(register) {
            return Ok(());
        }
        Err(match self.code.locals.get(register) {
            Some(local) => format!("local {} may be unbound", local.name),
            None => format!("temp t{} is empty", register - self.code.nlocals as usize),
        })
    }

    /// A local may hold something (the VM releases it), a temp may not: it would be an item that
    /// nobody consumed.
    fn write(&self, state: &mut State, register: usize) -> Outcome {
        require(register < self.code.nregs as usize, "register out of range")?;
        if register >= self.code.nlocals as usize && state.has(register) {
            let temp = register - self.code.nlocals as usize;
            return Err(format!("temp t{temp} is overwritten while it holds a value"));
        }
        state.set(register, true);
        Ok(())
    }
}

fn require(good: bool, problem: &str) -> Outcome {
    if good { Ok(()) } else { Err(problem.to_string()) }
}
