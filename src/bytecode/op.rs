//! From the table's rows: the enum [`Op`] and the facts about each opcode.

use super::operand::{Extra, Operand};

/// The facts about one opcode.
#[derive(Debug)]
pub struct Info {
    pub name: &'static str,
    /// The heading the row stands under.
    pub section: &'static str,
    /// Fields `a`, `b`, `c`; a wide kind stands in `b`, with `No` in `c`.
    pub operands: [Operand; 3],
    /// The extra words that follow the instruction.
    pub extra: &'static [Extra],
    /// For a specialised form, which only the VM writes: its generic opcode.
    pub quick_of: Option<Op>,
    /// Whether control never goes on to the next instruction.
    pub ends: bool,
    /// The exact effect.
    pub effect: &'static str,
}

/// Pads the operand list of a row to three.
pub(super) const fn three(given: &[Operand]) -> [Operand; 3] {
    let mut all = [Operand::No; 3];
    let mut index = 0;
    while index < given.len() {
        all[index] = given[index];
        index += 1;
    }
    all
}

/// Turns the rows of `table.rs` into [`Op`] and its [`Info`]s. A row is
/// `NAME [of GENERIC] (operands) [extra words] [ends] "effect";`.
macro_rules! opcodes {
    ($($section:literal {$(
        $name:ident $(of $generic:ident)? ($($operand:ident),*) [$($extra:ident),*]
        $($ends:ident)? $effect:literal;
    )*})*) => {
        /// An opcode; the numbers are contiguous from 0.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        pub enum Op {
            $($(
                #[doc = $effect]
                $name,
            )*)*
        }

        impl Op {
            /// Every opcode, in the order of the numbers.
            pub const ALL: &[Op] = &[$($(Op::$name,)*)*];

            /// The facts about the opcode.
            #[inline]
            pub fn info(self) -> &'static Info {
                &INFOS[self as usize]
            }
        }

        static INFOS: &[Info] = &[$($(
            Info {
                name: stringify!($name),
                section: $section,
                operands: three(&[$(Operand::$operand),*]),
                extra: &[$(Extra::$extra),*],
                quick_of: opcodes!(@generic $($generic)?),
                ends: opcodes!(@ends $($ends)?),
                effect: $effect,
            },
        )*)*];
    };
    (@generic) => { None };
    (@generic $generic:ident) => { Some(Op::$generic) };
    (@ends) => { false };
    (@ends ends) => { true };
}
pub(super) use opcodes;

pub use super::table::Op;

impl Op {
    /// The opcode of a number.
    pub fn from_number(number: u16) -> Option<Op> {
        Op::ALL.get(number as usize).copied()
    }

    /// The opcode's name, CPython's where there is a like one.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// How many extra words follow the instruction.
    pub fn extra_words(self) -> usize {
        self.info().extra.len()
    }

    /// Whether the operand in field `a`, `b` or `c` (0, 1, 2) is of this kind.
    pub fn has(self, field: usize, kind: Operand) -> bool {
        self.info().operands[field] == kind
    }
}
