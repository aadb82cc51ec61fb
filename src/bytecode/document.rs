//! `docs/bytecode.md`: the opcode table as a page to read.

use std::fmt::Write;

use super::{Op, Operand};

/// The page, from the table alone. A test holds `docs/bytecode.md` to it.
pub fn opcode_table() -> String {
    let mut text = String::from(
        "# Bytecode\n\n\
         Made from the opcode table (`src/bytecode/table.rs`); `BLESS=1 cargo test` rewrites it.\n\n\
         An instruction is a 64-bit word: opcode, then the operands `a`, `b`, `c` of 16 bits each; \
         a wide operand takes `b` and `c`. Extra words follow. `Dst` is written, `Reg` is read (a \
         temp is consumed), a temp `Unary` is the same register as the `Dst`, `Peek` is left as it \
         is; all kinds are described in `src/bytecode/operand.rs`. A jump counts words from the \
         next instruction.\n",
    );
    let mut section = "";
    for &op in Op::ALL {
        let info = op.info();
        if info.section != section {
            section = info.section;
            let _ = write!(text, "\n## {section}\n\n| Opcode | Operands | Extra words | Effect |\n|---|---|---|---|\n");
        }
        let operands: Vec<String> = info
            .operands
            .iter()
            .zip(["a", "b", "c"])
            .filter(|(kind, _)| **kind != Operand::No)
            .map(|(kind, field)| format!("{}: {kind:?}", if kind.is_wide() { "bc" } else { field }))
            .collect();
        let extra: Vec<String> = info.extra.iter().map(|extra| format!("{extra:?}")).collect();
        let mut effect = info.effect.replace('|', "\\|");
        if let Some(generic) = info.quick_of {
            let _ = write!(effect, " Specialises `{}`.", generic.name());
        }
        let _ = writeln!(text, "| `{}` | {} | {} | {effect} |", info.name, operands.join(", "), extra.join(", "));
    }
    text
}
