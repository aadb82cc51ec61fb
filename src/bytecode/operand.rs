//! The kinds of operands and extra words: what they mean, what they do to registers.
//!
//! A *local* is a register below `nlocals`; every other register is a *temporary* (temp). A temp
//! holds either an owned value or nothing (then it is an immediate, for the VM to ignore).

/// What one of the three fields of an instruction is. The wide kinds stand in field `b` and take
/// `b` and `c` as one 32-bit number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// Not used; 0.
    No,

    // Registers.
    /// Written; the old content is released after the operands have been read.
    Dst,
    /// Read: a local is borrowed, a temp is consumed (holds nothing afterwards).
    Reg,
    /// Read: a local is borrowed; a temp must be the same register as the `Dst`, whose write
    /// releases it.
    Unary,
    /// Read and left as it is, local or temp.
    Peek,
    /// A temp, consumed.
    Temp,
    /// Read and written; holds a value before and after.
    InOut,
    /// A local that is no cell; bound.
    Local,
    /// A local that is no cell and may be unbound; it is bound afterwards.
    Checked,
    /// A local that holds a cell.
    Cell,
    /// A local, which holds a cell afterwards.
    NewCell,
    /// A temp, consumed; or a local, which becomes unbound without a check.
    Drop,
    /// A temp that is left as it is if the instruction jumps and consumed if it does not.
    KeptOnJump,
    /// Written if the instruction jumps, untouched if it does not.
    DstOnJump,

    // Windows: the first of several consecutive temps.
    /// As many temps as the `Count` says, consumed.
    Items,
    /// Twice as many temps as the `Count` says (key, value, key, …), consumed.
    Pairs,
    /// Two temps, consumed.
    Two,
    /// Three temps, consumed.
    Three,
    /// A call window: callee, three registers of header room, then `Count` arguments. The callee
    /// and the arguments are consumed, the header room holds nothing before and after.
    Window,
    /// A call window with one more register, self or unbound, before the `Count` arguments.
    MethodWindow,
    /// A call window with the positional arguments' iterable, then the keywords' mapping if flag
    /// 1 is set.
    ExWindow,
    /// A call window of which only the callee is there; the VM supplies the arguments.
    BareWindow,
    /// Written: as many consecutive registers as the `Count` says, temps or locals.
    OutItems,
    /// Written: the function at this temp and self (or unbound) four registers on.
    OutMethod,
    /// Written: this temp and the next one.
    OutTwo,

    // Plain numbers.
    /// An index into the constants.
    Const,
    /// An index into the names.
    Name,
    /// An index into the free variables.
    Free,
    /// A number.
    Count,
    /// A signed 16-bit int operand.
    Imm,
    /// Bit 0: the `Reg` operand that is stored is a temp.
    TempBit,
    /// `CALL_EX`: bit 0, there is a mapping of keywords.
    ExFlags,
    /// 1 `str`, 2 `repr`, 3 `ascii`.
    Conversion,
    /// What `SET_FUNCTION_ATTRIBUTE` sets: 1 defaults, 2 keyword defaults, 4 annotations.
    Attribute,
    /// `GET_AWAITABLE`: 0 plain, 1 from `__aenter__`, 2 from `__aexit__`.
    Awaited,
    /// A rare function of one value, see [`INTRINSICS_1`].
    Intrinsic1,
    /// A rare function of two values, see [`INTRINSICS_2`].
    Intrinsic2,

    // Wide numbers, in `b` and `c`.
    /// An index into the constants.
    WideConst,
    /// An index into the names.
    WideName,
    /// A signed 32-bit int.
    WideInt,
    /// A signed distance in words from the next instruction (behind the extra words).
    WideJump,
}

/// What an extra word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Room for an inline cache; 0 when compiled.
    Cache,
    /// Bit 63: the stored value is a temp. Bit 62: the object is a temp. Bit 61: the key is a
    /// temp. Temps are consumed, locals borrowed. The rest is cache, 0 when compiled; the VM
    /// preserves these bits.
    Temps,
    /// Low 32 bits: a signed distance in words from the next instruction. Bit 32, only in
    /// compare-and-jumps with an `Imm`: the source has the number on the left (`0 < x` is
    /// compiled as `x > 0`), so the slow path compares `imm` with `R[a]` by the mirrored
    /// operator. Bits 48-63 are cache.
    Jump,
    /// An index into the constants: the tuple of keyword names.
    Names,
    /// An index into the constants: the tuple of keys.
    Keys,
    /// Low 32 bits: an index into the constants, the tuple of attribute names. High 32 bits: how
    /// many positional patterns.
    ClassPattern,
    /// The number of registers behind the starred one.
    After,
    /// The number of registers written.
    Items,
    /// How many dots a relative import has.
    Level,
}

/// Bits of an extra word of kind [`Extra::Temps`].
pub mod temps {
    pub const VALUE: u64 = 1 << 63;
    pub const OBJECT: u64 = 1 << 62;
    pub const KEY: u64 = 1 << 61;
}

/// Bit of an extra word of kind [`Extra::Jump`]: the immediate stands on the left in the source.
pub const MIRRORED: u64 = 1 << 32;

/// The functions of `CALL_INTRINSIC_1`, by number.
pub const INTRINSICS_1: [&str; 8] = [
    "INVALID",
    // Wraps the value that an async generator yields.
    "ASYNC_GEN_WRAP",
    // A type parameter by its name; a bound or constraints come with the forms of two values.
    "TYPEVAR",
    "PARAMSPEC",
    "TYPEVARTUPLE",
    // typing.Generic[the tuple of type parameters]
    "SUBSCRIPT_GENERIC",
    // A TypeAliasType of the tuple (name, type parameters or None, function that evaluates it).
    "TYPEALIAS",
    // An `async for` or `await` in a generator expression: nothing but a marker for later use.
    "RESERVED",
];

/// The functions of `CALL_INTRINSIC_2`, by number.
pub const INTRINSICS_2: [&str; 6] = [
    "INVALID",
    // (original exception, list of exceptions raised or left over) -> exception to raise, or None
    "PREP_RERAISE_STAR",
    // (name, function that evaluates the bound)
    "TYPEVAR_WITH_BOUND",
    // (name, function that evaluates the tuple of constraints)
    "TYPEVAR_WITH_CONSTRAINTS",
    // (function, tuple of type parameters) -> function, its __type_params__ set
    "SET_FUNCTION_TYPE_PARAMS",
    // (type parameter, function that evaluates the default) -> type parameter
    "SET_TYPEPARAM_DEFAULT",
];

impl Operand {
    /// Whether the operand takes the fields `b` and `c` together.
    pub const fn is_wide(self) -> bool {
        matches!(self, Operand::WideConst | Operand::WideName | Operand::WideInt | Operand::WideJump)
    }

    /// Whether the operand is a register, or the first of a window.
    pub const fn is_register(self) -> bool {
        use Operand::*;
        matches!(
            self,
            Dst | Reg
                | Unary
                | Peek
                | Temp
                | InOut
                | Local
                | Checked
                | Cell
                | NewCell
                | Drop
                | KeptOnJump
                | DstOnJump
                | Items
                | Pairs
                | Two
                | Three
                | Window
                | MethodWindow
                | ExWindow
                | BareWindow
                | OutItems
                | OutMethod
                | OutTwo
        )
    }
}
