//! Bytecode: the one opcode table, instruction words, code objects, disassembler, verifier.
//!
//! What this floor promises:
//! * An opcode is one row of [`table`]: its name, the kinds of its operands, its extra words and
//!   its effect. The enum [`Op`], the disassembler, the verifier and `docs/bytecode.md` come from
//!   that row; nothing else lists opcodes.
//! * A [`Code`] is plain Rust data, `Send + Sync`, and knows no heap. The VM makes values of its
//!   constants when the code is loaded, and copies its words before it specialises them.
//! * [`verify`] accepts a code object only if running it cannot read an empty temporary, lose or
//!   free one twice, jump between instructions or name a constant that is not there.
//!
//! It may know `base`, nothing else: not the syntax tree, not the heap.
//!
//! Start reading at `table.rs`, then `code.rs`.

mod code;
mod constant;
mod disassemble;
mod document;
mod op;
mod operand;
mod pack;
mod position;
mod table;
mod verify;
mod word;

pub use code::{Capture, Code, Handler, LocalKind, LocalVariable, flags};
pub use constant::Constant;
pub use disassemble::{disassemble, disassemble_all};
pub use document::opcode_table;
pub use op::{Info, Op};
pub use operand::{Extra, INTRINSICS_1, INTRINSICS_2, MIRRORED, Operand, temps};
pub use pack::{pack, unpack};
pub use position::{Position, PositionTable, PositionTableBuilder};
pub use verify::{VerifyError, verify, verify_all};
pub use word::Word;
