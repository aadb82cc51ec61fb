//! The opcode table. A new opcode is one row here.
//!
//! `R[a]` is the register in field `a`; `x`, `y`, `z` stand for registers or windows by their
//! operand's position. What happens to each register follows from its operand kind
//! (`operand.rs`); the sentence adds what the kind does not say. "Jumps" is relative to the next
//! instruction, behind the extra words.

use super::op::{Info, opcodes, three};
use super::operand::{Extra, Operand};

opcodes! {
    "Moves and constants" {
        NOP () [] "Does nothing.";
        MOVE (Dst, Drop) [] "R[a] = R[b], moved: R[b], a temp or an internal local, is unbound afterwards.";
        COPY (Dst, Peek) [] "R[a] = a new reference to R[b].";
        COPY_TEMP of COPY (Dst, Peek) [] "As COPY to a temp. (A temp that is written holds nothing: these forms have nothing to release.)";
        COPY_PAIR (Dst, Peek, Peek) [] "R[a] = a new reference to R[b]; R[a+1] = a new reference to R[c]; both are temps that held nothing.";
        SWAP (Local, Local) [] "Exchanges the contents of two locals.";
        RELEASE (Drop) [] "Releases R[a].";
        LOAD_CONST (Dst, WideConst) [] "R[a] = a new reference to the constant.";
        LOAD_CONST_TEMP of LOAD_CONST (Dst, WideConst) [] "As LOAD_CONST to a temp.";
        LOAD_INT (Dst, WideInt) [] "R[a] = the int.";
        LOAD_INT_TEMP of LOAD_INT (Dst, WideInt) [] "As LOAD_INT to a temp.";
        LOAD_NONE (Dst) [] "R[a] = None.";
        LOAD_TRUE (Dst) [] "R[a] = True.";
        LOAD_FALSE (Dst) [] "R[a] = False.";
        CHECK_LOCAL (Checked) [] "Raises UnboundLocalError if R[a] is unbound: \"cannot access local variable 'x' where it is not associated with a value\".";
        DELETE_LOCAL (Drop) [] "As CHECK_LOCAL, then makes R[a] unbound.";
    }

    "Names" {
        LOAD_GLOBAL (Dst, WideName) [Cache, Cache] "R[a] = the name in the function's globals, else in its builtins, else NameError.";
        LOAD_GLOBAL_MODULE of LOAD_GLOBAL (Dst, WideName) [Cache, Cache] "From the globals: first extra word, their version and the entry's position.";
        LOAD_GLOBAL_MODULE_TEMP of LOAD_GLOBAL (Dst, WideName) [Cache, Cache] "As LOAD_GLOBAL_MODULE to a temp.";
        LOAD_GLOBAL_BUILTIN of LOAD_GLOBAL (Dst, WideName) [Cache, Cache] "From the builtins: first extra word, the versions of globals and builtins; second, the entry's position.";
        LOAD_GLOBAL_BUILTIN_TEMP of LOAD_GLOBAL (Dst, WideName) [Cache, Cache] "As LOAD_GLOBAL_BUILTIN to a temp.";
        LOAD_GLOBAL_LEN of LOAD_GLOBAL (Dst, WideName) [Cache, Cache] "The built-in len, which the CALL_LEN behind the COPY_TEMP behind this calls: as LOAD_GLOBAL_BUILTIN. Does all three.";
        STORE_GLOBAL (Reg, WideName) [Temps] "globals[name] = R[a].";
        STORE_GLOBAL_MODULE of STORE_GLOBAL (Reg, WideName) [Temps] "Replaces the value of a key that is there: version and position below the flags.";
        DELETE_GLOBAL (No, WideName) [] "Deletes the name from the globals, else NameError.";
        LOAD_NAME (Dst, WideName) [Cache, Cache] "R[a] = the name in the namespace R[0] (any mapping), else in the globals, else in the builtins, else NameError.";
        LOAD_NAME_MODULE of LOAD_NAME (Dst, WideName) [Cache, Cache] "As LOAD_GLOBAL_MODULE, if the namespace is the globals.";
        LOAD_NAME_BUILTIN of LOAD_NAME (Dst, WideName) [Cache, Cache] "As LOAD_GLOBAL_BUILTIN, if the namespace is the globals.";
        STORE_NAME (Reg, WideName) [Temps] "R[0][name] = R[a].";
        STORE_NAME_MODULE of STORE_NAME (Reg, WideName) [Temps] "As STORE_GLOBAL_MODULE, if the namespace is the globals.";
        DELETE_NAME (No, WideName) [] "Deletes the name from the namespace R[0], else NameError.";
        MAKE_CELL (NewCell) [] "R[a] = a new cell that holds what was in R[a] (nothing, if R[a] was unbound).";
        LOAD_CELL (Dst, Cell) [] "R[a] = a new reference to what the cell in R[b] holds; UnboundLocalError for its name if it is empty.";
        STORE_CELL (Cell, Reg, TempBit) [] "Puts R[b] into the cell in R[a], releasing what was in it.";
        DELETE_CELL (Cell) [] "Empties the cell in R[a]; UnboundLocalError if it is empty.";
        LOAD_FREE (Dst, Free) [] "R[a] = a new reference to what cell b of the function's closure holds; if it is empty, NameError \"cannot access free variable 'x' where it is not associated with a value in enclosing scope\".";
        LOAD_FREE_TEMP of LOAD_FREE (Dst, Free) [] "As LOAD_FREE to a temp.";
        STORE_FREE (Free, Reg, TempBit) [] "Puts R[b] into cell a of the closure.";
        DELETE_FREE (Free) [] "Empties cell a of the closure; NameError if it is empty.";
        LOAD_FROM_DICT_OR_FREE (Dst, Unary, Free) [] "R[a] = the name of free variable c in the mapping R[b], else as LOAD_FREE.";
        LOAD_FROM_DICT_OR_GLOBALS (Dst, Unary, Name) [] "R[a] = the name in the mapping R[b], else as LOAD_GLOBAL.";
        SETUP_ANNOTATIONS () [] "Puts a new dict under __annotations__ into the namespace R[0] if the name is not there.";
    }

    "Arithmetic" {
        ADD (Dst, Reg, Reg) [] "R[a] = R[b] + R[c].";
        ADD_TEMP of ADD (Dst, Reg, Reg) [] "As ADD to a temp.";
        ADD_FLOAT of ADD (Dst, Reg, Reg) [] "As ADD of two floats to a temp.";
        SUB (Dst, Reg, Reg) [] "R[a] = R[b] - R[c].";
        SUB_TEMP of SUB (Dst, Reg, Reg) [] "As SUB to a temp.";
        SUB_FLOAT of SUB (Dst, Reg, Reg) [] "As SUB of two floats to a temp.";
        MUL (Dst, Reg, Reg) [] "R[a] = R[b] * R[c].";
        MUL_TEMP of MUL (Dst, Reg, Reg) [] "As MUL to a temp.";
        MUL_FLOAT of MUL (Dst, Reg, Reg) [] "As MUL of two floats to a temp.";
        MUL_FLOAT_ADD of MUL (Dst, Reg, Reg) [] "As MUL_FLOAT, for an addition that follows. Does both, all of floats.";
        MUL_FLOAT_SUB of MUL (Dst, Reg, Reg) [] "As MUL_FLOAT, for a subtraction that follows. Does both, all of floats.";
        MATMUL (Dst, Reg, Reg) [] "R[a] = R[b] @ R[c].";
        TRUEDIV (Dst, Reg, Reg) [] "R[a] = R[b] / R[c].";
        FLOORDIV (Dst, Reg, Reg) [] "R[a] = R[b] // R[c].";
        FLOORDIV_TEMP of FLOORDIV (Dst, Reg, Reg) [] "As FLOORDIV to a temp.";
        MOD (Dst, Reg, Reg) [] "R[a] = R[b] % R[c].";
        MOD_TEMP of MOD (Dst, Reg, Reg) [] "As MOD to a temp.";
        POW (Dst, Reg, Reg) [] "R[a] = R[b] ** R[c].";
        LSHIFT (Dst, Reg, Reg) [] "R[a] = R[b] << R[c].";
        RSHIFT (Dst, Reg, Reg) [] "R[a] = R[b] >> R[c].";
        AND (Dst, Reg, Reg) [] "R[a] = R[b] & R[c].";
        AND_TEMP of AND (Dst, Reg, Reg) [] "As AND to a temp.";
        OR (Dst, Reg, Reg) [] "R[a] = R[b] | R[c].";
        OR_TEMP of OR (Dst, Reg, Reg) [] "As OR to a temp.";
        XOR (Dst, Reg, Reg) [] "R[a] = R[b] ^ R[c].";
        XOR_TEMP of XOR (Dst, Reg, Reg) [] "As XOR to a temp.";
        INPLACE_ADD (Dst, Reg, Reg) [] "R[a] = R[b] += R[c].";
        ADD_TO of INPLACE_ADD (Dst, Reg, Reg) [] "R[a] += R[c] for numbers, where b is a.";
        INPLACE_SUB (Dst, Reg, Reg) [] "R[a] = R[b] -= R[c].";
        SUB_TO of INPLACE_SUB (Dst, Reg, Reg) [] "R[a] -= R[c] for numbers, where b is a.";
        INPLACE_MUL (Dst, Reg, Reg) [] "R[a] = R[b] *= R[c].";
        INPLACE_MATMUL (Dst, Reg, Reg) [] "R[a] = R[b] @= R[c].";
        INPLACE_TRUEDIV (Dst, Reg, Reg) [] "R[a] = R[b] /= R[c].";
        INPLACE_FLOORDIV (Dst, Reg, Reg) [] "R[a] = R[b] //= R[c].";
        INPLACE_MOD (Dst, Reg, Reg) [] "R[a] = R[b] %= R[c].";
        INPLACE_POW (Dst, Reg, Reg) [] "R[a] = R[b] **= R[c].";
        INPLACE_LSHIFT (Dst, Reg, Reg) [] "R[a] = R[b] <<= R[c].";
        INPLACE_RSHIFT (Dst, Reg, Reg) [] "R[a] = R[b] >>= R[c].";
        INPLACE_AND (Dst, Reg, Reg) [] "R[a] = R[b] &= R[c].";
        INPLACE_OR (Dst, Reg, Reg) [] "R[a] = R[b] |= R[c].";
        INPLACE_XOR (Dst, Reg, Reg) [] "R[a] = R[b] ^= R[c].";
        ADD_IMM (Dst, Reg, Imm) [] "R[a] = R[b] + c.";
        ADD_IMM_TEMP of ADD_IMM (Dst, Reg, Imm) [] "As ADD_IMM to a temp.";
        ADD_IMM_SELF of ADD_IMM (Dst, Reg, Imm) [] "R[a] = R[a] + c for a small int, where b is a.";
        SUB_IMM (Dst, Reg, Imm) [] "R[a] = R[b] - c.";
        SUB_IMM_TEMP of SUB_IMM (Dst, Reg, Imm) [] "As SUB_IMM to a temp.";
        MUL_IMM (Dst, Reg, Imm) [] "R[a] = R[b] * c.";
        MUL_IMM_TEMP of MUL_IMM (Dst, Reg, Imm) [] "As MUL_IMM to a temp.";
        TRUEDIV_IMM (Dst, Reg, Imm) [] "R[a] = R[b] / c.";
        FLOORDIV_IMM (Dst, Reg, Imm) [] "R[a] = R[b] // c.";
        FLOORDIV_IMM_TEMP of FLOORDIV_IMM (Dst, Reg, Imm) [] "As FLOORDIV_IMM to a temp.";
        MOD_IMM (Dst, Reg, Imm) [] "R[a] = R[b] % c.";
        MOD_IMM_TEMP of MOD_IMM (Dst, Reg, Imm) [] "As MOD_IMM to a temp.";
        POW_IMM (Dst, Reg, Imm) [] "R[a] = R[b] ** c.";
        LSHIFT_IMM (Dst, Reg, Imm) [] "R[a] = R[b] << c.";
        RSHIFT_IMM (Dst, Reg, Imm) [] "R[a] = R[b] >> c.";
        RSHIFT_IMM_TEMP of RSHIFT_IMM (Dst, Reg, Imm) [] "As RSHIFT_IMM to a temp.";
        AND_IMM (Dst, Reg, Imm) [] "R[a] = R[b] & c.";
        AND_IMM_TEMP of AND_IMM (Dst, Reg, Imm) [] "As AND_IMM to a temp.";
        INPLACE_ADD_IMM (Dst, Reg, Imm) [] "R[a] = R[b] += c.";
        ADD_IMM_TO of INPLACE_ADD_IMM (Dst, Reg, Imm) [] "R[a] += c for a small int, where b is a.";
        ADD_COUNT_LOOP of INPLACE_ADD (Dst, Reg, Reg) [] "As ADD_TO and the COUNT_LOOP that follows.";
        COUNT_LOOP of INPLACE_ADD_IMM (Dst, Reg, Imm) [] "As ADD_IMM_TO and the JUMP_BACK_IF_LT of R[a] that follows.";
        INPLACE_SUB_IMM (Dst, Reg, Imm) [] "R[a] = R[b] -= c.";
        INPLACE_MUL_IMM (Dst, Reg, Imm) [] "R[a] = R[b] *= c.";
        INPLACE_TRUEDIV_IMM (Dst, Reg, Imm) [] "R[a] = R[b] /= c.";
        INPLACE_FLOORDIV_IMM (Dst, Reg, Imm) [] "R[a] = R[b] //= c.";
        INPLACE_MOD_IMM (Dst, Reg, Imm) [] "R[a] = R[b] %= c.";
        INPLACE_POW_IMM (Dst, Reg, Imm) [] "R[a] = R[b] **= c.";
        INPLACE_LSHIFT_IMM (Dst, Reg, Imm) [] "R[a] = R[b] <<= c.";
        INPLACE_RSHIFT_IMM (Dst, Reg, Imm) [] "R[a] = R[b] >>= c.";
        INPLACE_AND_IMM (Dst, Reg, Imm) [] "R[a] = R[b] &= c.";
        IMM_ADD (Dst, Imm, Reg) [] "R[a] = b + R[c].";
        IMM_SUB (Dst, Imm, Reg) [] "R[a] = b - R[c].";
        IMM_MUL (Dst, Imm, Reg) [] "R[a] = b * R[c].";
        IMM_TRUEDIV (Dst, Imm, Reg) [] "R[a] = b / R[c].";
        IMM_LSHIFT (Dst, Imm, Reg) [] "R[a] = b << R[c].";
        IMM_POW (Dst, Imm, Reg) [] "R[a] = b ** R[c].";
        NEGATIVE (Dst, Unary) [] "R[a] = -R[b].";
        POSITIVE (Dst, Unary) [] "R[a] = +R[b].";
        INVERT (Dst, Unary) [] "R[a] = ~R[b].";
        NOT (Dst, Unary) [] "R[a] = not R[b].";
    }

    "Comparisons" {
        LT (Dst, Reg, Reg) [] "R[a] = R[b] < R[c] (the object the comparison returns, not its truth).";
        LE (Dst, Reg, Reg) [] "R[a] = R[b] <= R[c].";
        EQ (Dst, Reg, Reg) [] "R[a] = R[b] == R[c].";
        NE (Dst, Reg, Reg) [] "R[a] = R[b] != R[c].";
        GT (Dst, Reg, Reg) [] "R[a] = R[b] > R[c].";
        GE (Dst, Reg, Reg) [] "R[a] = R[b] >= R[c].";
        LT_IMM (Dst, Reg, Imm) [] "R[a] = R[b] < c.";
        LE_IMM (Dst, Reg, Imm) [] "R[a] = R[b] <= c.";
        EQ_IMM (Dst, Reg, Imm) [] "R[a] = R[b] == c.";
        NE_IMM (Dst, Reg, Imm) [] "R[a] = R[b] != c.";
        GT_IMM (Dst, Reg, Imm) [] "R[a] = R[b] > c.";
        GE_IMM (Dst, Reg, Imm) [] "R[a] = R[b] >= c.";
        IS (Dst, Reg, Reg) [] "R[a] = R[b] is R[c].";
        IS_NOT (Dst, Reg, Reg) [] "R[a] = R[b] is not R[c].";
        IN (Dst, Reg, Reg) [] "R[a] = R[b] in R[c].";
        NOT_IN (Dst, Reg, Reg) [] "R[a] = R[b] not in R[c].";
    }

    "Jumps" {
        JUMP (No, WideJump) [] ends "Jumps.";
        JUMP_BACK (No, WideJump) [] ends "Looks at the eval breaker, then jumps; the edge of a loop.";
        JUMP_IF_TRUE (Reg, WideJump) [] "Jumps if R[a] is true.";
        JUMP_IF_FALSE (Reg, WideJump) [] "Jumps if R[a] is false.";
        JUMP_IF_NONE (Reg, WideJump) [] "Jumps if R[a] is None.";
        JUMP_IF_NOT_NONE (Reg, WideJump) [] "Jumps if R[a] is not None.";
        JUMP_IF_TRUE_OR_POP (KeptOnJump, WideJump) [] "Jumps if R[a] is true, keeping it; else releases it.";
        JUMP_IF_FALSE_OR_POP (KeptOnJump, WideJump) [] "Jumps if R[a] is false, keeping it; else releases it.";
        JUMP_BACK_IF_TRUE (Reg, WideJump) [] "If R[a] is true: looks at the eval breaker and jumps. (All JUMP_BACK forms look at it only when they jump.)";
        JUMP_BACK_IF_FALSE (Reg, WideJump) [] "If R[a] is false: loop edge.";
        JUMP_BACK_IF_NONE (Reg, WideJump) [] "If R[a] is None: loop edge.";
        JUMP_BACK_IF_NOT_NONE (Reg, WideJump) [] "If R[a] is not None: loop edge.";
    }

    "Compare and jump" {
        JUMP_IF_LT (Reg, Reg) [Jump] "Jumps if R[a] < R[b] is true (the truth of the object that the comparison returns; both operators and truth may run code).";
        JUMP_IF_LE (Reg, Reg) [Jump] "Jumps if R[a] <= R[b] is true.";
        JUMP_IF_EQ (Reg, Reg) [Jump] "Jumps if R[a] == R[b] is true.";
        JUMP_IF_NE (Reg, Reg) [Jump] "Jumps if R[a] != R[b] is true.";
        JUMP_IF_GT (Reg, Reg) [Jump] "Jumps if R[a] > R[b] is true.";
        JUMP_IF_GE (Reg, Reg) [Jump] "Jumps if R[a] >= R[b] is true.";
        JUMP_IF_NOT_LT (Reg, Reg) [Jump] "Jumps if R[a] < R[b] is false.";
        JUMP_IF_NOT_LE (Reg, Reg) [Jump] "Jumps if R[a] <= R[b] is false.";
        JUMP_IF_NOT_EQ (Reg, Reg) [Jump] "Jumps if R[a] == R[b] is false.";
        JUMP_IF_NOT_NE (Reg, Reg) [Jump] "Jumps if R[a] != R[b] is false.";
        JUMP_IF_NOT_GT (Reg, Reg) [Jump] "Jumps if R[a] > R[b] is false.";
        JUMP_IF_NOT_GE (Reg, Reg) [Jump] "Jumps if R[a] >= R[b] is false.";
        JUMP_IF_LT_IMM (Reg, Imm) [Jump] "Jumps if R[a] < b is true.";
        JUMP_IF_LE_IMM (Reg, Imm) [Jump] "Jumps if R[a] <= b is true.";
        JUMP_IF_EQ_IMM (Reg, Imm) [Jump] "Jumps if R[a] == b is true.";
        JUMP_IF_NE_IMM (Reg, Imm) [Jump] "Jumps if R[a] != b is true.";
        JUMP_IF_GT_IMM (Reg, Imm) [Jump] "Jumps if R[a] > b is true.";
        JUMP_IF_GE_IMM (Reg, Imm) [Jump] "Jumps if R[a] >= b is true.";
        JUMP_IF_NOT_LT_IMM (Reg, Imm) [Jump] "Jumps if R[a] < b is false.";
        JUMP_IF_NOT_LE_IMM (Reg, Imm) [Jump] "Jumps if R[a] <= b is false.";
        JUMP_IF_NOT_EQ_IMM (Reg, Imm) [Jump] "Jumps if R[a] == b is false.";
        JUMP_IF_NOT_NE_IMM (Reg, Imm) [Jump] "Jumps if R[a] != b is false.";
        JUMP_IF_NOT_GT_IMM (Reg, Imm) [Jump] "Jumps if R[a] > b is false.";
        JUMP_IF_NOT_GE_IMM (Reg, Imm) [Jump] "Jumps if R[a] >= b is false.";
        JUMP_BACK_IF_LT (Reg, Reg) [Jump] "Loop edge if R[a] < R[b] is true.";
        JUMP_BACK_IF_LE (Reg, Reg) [Jump] "Loop edge if R[a] <= R[b] is true.";
        JUMP_BACK_IF_EQ (Reg, Reg) [Jump] "Loop edge if R[a] == R[b] is true.";
        JUMP_BACK_IF_NE (Reg, Reg) [Jump] "Loop edge if R[a] != R[b] is true.";
        JUMP_BACK_IF_GT (Reg, Reg) [Jump] "Loop edge if R[a] > R[b] is true.";
        JUMP_BACK_IF_GE (Reg, Reg) [Jump] "Loop edge if R[a] >= R[b] is true.";
        JUMP_BACK_IF_LT_IMM (Reg, Imm) [Jump] "Loop edge if R[a] < b is true.";
        JUMP_BACK_IF_LE_IMM (Reg, Imm) [Jump] "Loop edge if R[a] <= b is true.";
        JUMP_BACK_IF_EQ_IMM (Reg, Imm) [Jump] "Loop edge if R[a] == b is true.";
        JUMP_BACK_IF_NE_IMM (Reg, Imm) [Jump] "Loop edge if R[a] != b is true.";
        JUMP_BACK_IF_GT_IMM (Reg, Imm) [Jump] "Loop edge if R[a] > b is true.";
        JUMP_BACK_IF_GE_IMM (Reg, Imm) [Jump] "Loop edge if R[a] >= b is true.";
        JUMP_IF_EQ_CONST (Reg, Const) [Jump] "Jumps if R[a] == the constant (a str or bytes) is true.";
        JUMP_IF_NOT_EQ_CONST (Reg, Const) [Jump] "Jumps if R[a] == the constant (a str or bytes) is false.";
        JUMP_IF_IS (Reg, Reg) [Jump] "Jumps if R[a] is R[b].";
        JUMP_IF_IS_NOT (Reg, Reg) [Jump] "Jumps if R[a] is not R[b].";
        JUMP_IF_IN (Reg, Reg) [Jump] "Jumps if R[a] in R[b].";
        JUMP_IF_NOT_IN (Reg, Reg) [Jump] "Jumps if R[a] not in R[b].";
    }

    "Subscripts" {
        LOAD_SUBSCR (Dst, Unary, Reg) [] "R[a] = R[b][R[c]].";
        LOAD_SUBSCR_LIST of LOAD_SUBSCR (Dst, Unary, Reg) [] "As LOAD_SUBSCR of a local that is a list by an int, to a temp.";
        LOAD_SUBSCR_LIST_SELF of LOAD_SUBSCR (Dst, Unary, Reg) [] "As LOAD_SUBSCR of a temp that is a list by an int, to the same temp.";
        LOAD_SUBSCR_LIST_TWO of LOAD_SUBSCR (Dst, Unary, Reg) [] "As LOAD_SUBSCR_LIST, for a LOAD_SUBSCR_LIST_SELF of the result that follows. Does both.";
        LOAD_SUBSCR_IMM (Dst, Unary, Imm) [] "R[a] = R[b][c].";
        LOAD_SUBSCR_CONST (Dst, Unary, Const) [] "R[a] = R[b][the constant] (a str or bytes).";
        STORE_SUBSCR (Reg, Reg, Reg) [Temps] "R[a][R[b]] = R[c]: object, key, value.";
        DELETE_SUBSCR (Reg, Reg) [] "del R[a][R[b]].";
        LOAD_SLICE (Dst, Unary, Two) [] "R[a] = R[b][R[c] : R[c+1]].";
        STORE_SLICE (Reg, Two, Reg) [Temps] "R[a][R[b] : R[b+1]] = R[c].";
        BUILD_SLICE (Dst, Three) [] "R[a] = slice(R[b], R[b+1], R[b+2]).";
    }

    "Attributes" {
        LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "R[a] = R[b].name.";
        LOAD_ATTR_SLOT of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "From an inline slot: shape, and the slot's distance from the header.";
        LOAD_ATTR_SLOT_TEMP of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "As LOAD_ATTR_SLOT of a local, to a temp.";
        LOAD_ATTR_SLOT_SELF of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "As LOAD_ATTR_SLOT of a temp, to the same temp.";
        LOAD_ATTR_OVERFLOW of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "From the overflow slots: shape; where the buffer's address lies and the slot in it.";
        LOAD_ATTR_CLASS of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "A plain attribute of the class: shape and position; the namespace.";
        LOAD_ATTR_TYPE of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "An attribute of a class object: the metaclass's shape, the class's root shape; position and place in the MRO.";
        LOAD_ATTR_MODULE of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "From a module's namespace: its version and the position.";
        LOAD_ATTR_PROPERTY of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "A property whose getter is a plain function: shape; property.";
        LOAD_ATTR_CONSTANT of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "`__class__`: shape; class.";
        LOAD_ATTR_ITEM of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "The field of a named tuple: shape; index.";
        LOAD_ATTR_NATIVE of LOAD_ATTR (Dst, Unary, Name) [Cache, Cache] "A data descriptor of a native type: shape; descriptor.";
        STORE_ATTR (Reg, Name, Reg) [Temps, Cache] "R[a].name = R[c].";
        STORE_ATTR_SLOT of STORE_ATTR (Reg, Name, Reg) [Temps, Cache] "Replaces the value of a local's inline slot: its distance below the flags; the shape. The new value is a local.";
        STORE_ATTR_SLOT_MOVE of STORE_ATTR (Reg, Name, Reg) [Temps, Cache] "The same with a value that is a temp.";
        STORE_ATTR_ADD of STORE_ATTR (Reg, Name, Reg) [Temps, Cache] "Adds an inline slot to a local's object: its distance below the flags; the shapes before and after. The value is a local.";
        STORE_ATTR_ADD_MOVE of STORE_ATTR (Reg, Name, Reg) [Temps, Cache] "The same with a value that is a temp.";
        DELETE_ATTR (Reg, Name) [] "del R[a].name.";
        LOAD_METHOD (OutMethod, Unary, Name) [Cache, Cache] "For the call R[b].name(…): if the name is found on the class as a plain function or method descriptor and not on the instance, R[a] = that function and R[a+4] = R[b]; else R[a] = R[b].name and R[a+4] is unbound. A temp R[b] is R[a].";
        LOAD_METHOD_CACHED of LOAD_METHOD (OutMethod, Unary, Name) [Cache, Cache] "The method of a shape: shape; function.";
        LOAD_METHOD_CALL of LOAD_METHOD (OutMethod, Unary, Name) [Cache, Cache] "A native method of a shape that the CALL_METHOD behind this calls without arguments: shape; function. Does both.";
        LOAD_METHOD_WRAPPED of LOAD_METHOD (OutMethod, Unary, Name) [Cache, Cache] "A static or class method of a shape: shape; the wrapper.";
        LOAD_METHOD_TYPE of LOAD_METHOD (OutMethod, Unary, Name) [Cache, Cache] "A function, static or class method of a class object: as LOAD_ATTR_TYPE.";
        LOAD_METHOD_MODULE of LOAD_METHOD (OutMethod, Unary, Name) [Cache, Cache] "From a module's namespace: its version and the position.";
        LOAD_SUPER_ATTR (Dst, Three, Name) [] "R[a] = super(R[b+1], R[b+2]).name, where R[b] is what the name super gave: if that is not the built-in super, it is called (without arguments if R[b+1] is unbound, else with both) and the attribute taken of the result. Zero-argument super() is compiled with the class and first argument filled in.";
        LOAD_SUPER_METHOD (OutMethod, Three, Name) [] "The same as LOAD_SUPER_ATTR for a call: R[a] and R[a+4] as LOAD_METHOD leaves them. a == b.";
    }

    "Calls" {
        CALL (Dst, Window, Count) [Cache] "R[a] = R[b](R[b+4] … R[b+4+c-1]).";
        CALL_NATIVE of CALL (Dst, Window, Count) [Cache] "A native function that takes so many arguments.";
        CALL_LEN of CALL (Dst, Window, Count) [Cache] "The built-in len of one argument: its declaration.";
        CALL_ISINSTANCE of CALL (Dst, Window, Count) [Cache] "The built-in isinstance of two arguments: its declaration.";
        CALL_METHOD (Dst, MethodWindow, Count) [Cache] "R[a] = R[b](R[b+4], R[b+5] … R[b+5+c-1]), without R[b+4] if it is unbound.";
        CALL_METHOD_NATIVE of CALL_METHOD (Dst, MethodWindow, Count) [Cache] "A method of a builtin type, or a native function without self, that takes so many arguments: the method of the last call.";
        CALL_METHOD_APPEND of CALL_METHOD (Dst, MethodWindow, Count) [Cache] "The append of list: its descriptor.";
        CALL_KW (Dst, Window, Count) [Names, Cache, Cache] "As CALL; the last of the c arguments are keyword arguments with these names. The cache: where they belong in the code that was called last.";
        CALL_METHOD_KW (Dst, MethodWindow, Count) [Names, Cache, Cache] "As CALL_METHOD; the last of the c arguments are keyword arguments with these names. The cache: as that of CALL_KW.";
        CALL_EX (Dst, ExWindow, ExFlags) [] "R[a] = R[b](*R[b+4], **R[b+5]); without R[b+5] if flag 1 is not set. R[b+4] is a tuple, or any iterable (TypeError if it is none: \"… argument after * must be an iterable, not …\"); R[b+5] is a dict or any mapping.";
        RETURN_VALUE (Reg) [] ends "Returns R[a] (a local is moved out too: the frame ends).";
        RETURN_CONST (No, WideConst) [] ends "Returns the constant.";
        RETURN_NONE () [] ends "Returns None.";
    }

    "Building" {
        BUILD_TUPLE (Dst, Items, Count) [] "R[a] = a tuple of the items.";
        BUILD_LIST (Dst, Items, Count) [] "R[a] = a list of the items.";
        BUILD_SET (Dst, Items, Count) [] "R[a] = a set of the items, added from first to last.";
        BUILD_MAP (Dst, Pairs, Count) [] "R[a] = a dict of c pairs.";
        BUILD_CONST_KEY_MAP (Dst, Items, Count) [Keys] "R[a] = a dict with the keys of the constant tuple and these values.";
        BUILD_STRING (Dst, Items, Count) [] "R[a] = the strings (all str), joined.";
        LIST_APPEND (Peek, Reg, TempBit) [] "Appends R[b] to the list R[a].";
        SET_ADD (Peek, Reg, TempBit) [] "Adds R[b] to the set R[a].";
        MAP_ADD (Peek, Reg, Reg) [Temps] "R[a][R[b]] = R[c], R[a] being a dict.";
        LIST_EXTEND (Peek, Reg) [] "Extends the list R[a] by the iterable R[b]; TypeError \"Value after * must be an iterable, not …\".";
        SET_UPDATE (Peek, Reg) [] "Updates the set R[a] by the iterable R[b].";
        DICT_UPDATE (Peek, Reg) [] "Updates the dict R[a] by the mapping R[b]; TypeError \"'…' object is not a mapping\".";
        DICT_MERGE (Peek, Reg, Peek) [] "As DICT_UPDATE for the call of R[c]; TypeError for keys that are there already (\"f() got multiple values for keyword argument 'x'\") and for no mapping (\"f() argument after ** must be a mapping, not …\").";
        LIST_TO_TUPLE (Dst, Unary) [] "R[a] = a tuple of the list R[b].";
    }

    "Unpacking" {
        UNPACK_PAIR (Dst, Dst, Reg) [] "R[a], R[b] = R[c]; with CPython's errors of unpacking.";
        UNPACK_SEQUENCE (Reg, OutItems, Count) [] "R[b] … R[b+c-1] = the c items of R[a].";
        UNPACK_EX (Reg, OutItems, Count) [After] "R[b] … = the first c items of R[a], then a list of the middle, then the last `After` items; 1 + c + After registers.";
    }

    "Iteration" {
        GET_ITER (Dst, Unary) [] "R[a] = iter(R[b]).";
        FOR_ITER (DstOnJump, KeptOnJump) [Jump] "R[a] = next(R[b]), looks at the eval breaker and jumps (back to the loop's body); if the iterator is exhausted, releases it and goes on with the next instruction.";
        FOR_ITER_RANGE of FOR_ITER (DstOnJump, KeptOnJump) [Jump] "Over a range of small ints.";
        FOR_ITER_LIST of FOR_ITER (DstOnJump, KeptOnJump) [Jump] "Over a list.";
        FOR_ITER_TUPLE of FOR_ITER (DstOnJump, KeptOnJump) [Jump] "Over a tuple.";
        FOR_ITER_PAIR (DstOnJump, DstOnJump, KeptOnJump) [Jump] "As FOR_ITER with iterator R[c], then R[a], R[b] = the item. An error of the unpacking has the position of the extra word.";
        GET_LEN (Dst, Peek) [] "R[a] = len(R[b]).";
    }

    "Generators" {
        YIELD_VALUE (Dst, Reg, Count) [] "Yields R[b]; registers 0..c are what the frame keeps. When the generator is resumed R[a] = the value sent, or the exception thrown is raised here.";
        YIELD_DISCARD (Reg, Count) [] "As YIELD_VALUE with registers 0..b, but the value sent is released.";
        GET_YIELD_FROM_ITER (Dst, Unary) [] "R[a] = R[b] if it is a generator (or a coroutine and this code may await), else iter(R[b]).";
        GET_AWAITABLE (Dst, Unary, Awaited) [] "R[a] = the iterator to await R[b] by.";
        SEND (InOut, Peek) [Jump] "Sends R[a] to the iterator R[b] (next() if it is None). If it yields, R[a] = what it yields; if it returns, R[a] = its result, and jumps.";
        YIELD_DELEGATE (InOut, Peek, Count) [Jump] "Yields R[a] on behalf of the iterator R[b]; registers 0..c are kept. A value sent arrives in R[a]. throw() and close() are forwarded to R[b]; if that ends it, R[a] = its result, and jumps.";
        GET_AITER (Dst, Unary) [] "R[a] = type(R[b]).__aiter__(R[b]).";
        GET_ANEXT (Dst, Peek) [] "R[a] = the awaitable iterator of type(R[b]).__anext__(R[b]).";
        END_ASYNC_FOR (Temp, Temp) [] "Raises the exception R[b] again unless it is a StopAsyncIteration; else releases it and the asynchronous iterator R[a].";
    }

    "Functions and classes" {
        MAKE_FUNCTION (Dst, WideConst) [] "R[a] = a function of the code constant, with this function's globals, its closure's cells as the code's captures tell.";
        SET_FUNCTION_ATTRIBUTE (Peek, Temp, Attribute) [] "Sets a new function's defaults (a tuple), keyword defaults (a dict) or annotations (a tuple name, value, name, …).";
        LOAD_BUILD_CLASS (Dst) [] "R[a] = builtins.__build_class__.";
        CALL_INTRINSIC_1 (Dst, Unary, Intrinsic1) [] "R[a] = the intrinsic function of R[b].";
        CALL_INTRINSIC_2 (Dst, Two, Intrinsic2) [] "R[a] = the intrinsic function of R[b] and R[b+1].";
    }

    "Exceptions" {
        PUSH_EXC_INFO (Dst, Peek) [] "R[a] = the exception being handled (None if there is none); R[b] becomes the one being handled.";
        POP_EXCEPT (Temp) [] "R[a], saved by PUSH_EXC_INFO, is the exception being handled again.";
        JUMP_IF_NOT_EXC_MATCH (Peek, Reg) [Jump] "Jumps if the exception R[a] does not match R[b], a class or tuple of classes; TypeError \"catching classes that do not inherit from BaseException is not allowed\".";
        CHECK_EG_MATCH (Dst, InOut, Reg) [] "Splits the exception (group) R[b] by the type R[c]: R[a] = the matching part (a group) or None, R[b] = the rest or None. A match becomes the exception being handled.";
        RERAISE (Temp) [] ends "Raises R[a] again as it is: no new traceback entry, no new context.";
        RAISE (Reg) [] ends "raise R[a].";
        RAISE_FROM (Reg, Reg) [] ends "raise R[a] from R[b].";
        RAISE_CURRENT () [] ends "raise: the exception being handled, else RuntimeError \"No active exception to reraise\".";
        LOAD_ASSERTION_ERROR (Dst) [] "R[a] = AssertionError, the built-in one.";
        BEFORE_WITH (OutTwo, Unary) [] "R[a] = the bound __exit__ of R[b], R[a+1] = the result of its __enter__(). A temp R[b] is R[a].";
        BEFORE_ASYNC_WITH (OutTwo, Unary) [] "The same with __aexit__ and __aenter__().";
        CALL_EXIT (Dst, BareWindow) [] "R[a] = R[b](None, None, None).";
        WITH_EXCEPT_START (Dst, BareWindow, Peek) [] "R[a] = R[b](type(R[c]), R[c], R[c].__traceback__).";
    }

    "Imports" {
        IMPORT_NAME (Dst, Name, Const) [Level] "R[a] = __import__(name, globals, namespace R[0] or None, the constant (fromlist), level).";
        IMPORT_FROM (Dst, Peek, Name) [] "R[a] = R[b].name or the submodule, else ImportError.";
        IMPORT_STAR (Temp) [] "Puts the module's public names into the namespace R[0].";
    }

    "Formatting" {
        FORMAT_SIMPLE (Dst, Unary) [] "R[a] = format(R[b], ''); a str as it is.";
        FORMAT_WITH_SPEC (Dst, Unary, Reg) [] "R[a] = format(R[b], R[c]).";
        CONVERT_VALUE (Dst, Unary, Conversion) [] "R[a] = str, repr or ascii of R[b].";
        PRINT_EXPR (Reg) [] "sys.displayhook(R[a]), at the prompt.";
    }

    "Pattern matching" {
        JUMP_IF_NOT_SEQUENCE (Peek, WideJump) [] "Jumps if R[a] is no sequence in the sense of pattern matching.";
        JUMP_IF_NOT_MAPPING (Peek, WideJump) [] "Jumps if R[a] is no mapping in the sense of pattern matching.";
        MATCH_SEQUENCE (Peek, OutItems, Count) [Jump] "If R[a] is a sequence in the sense of pattern matching and its length is c, R[b] … R[b+c-1] = its items, as UNPACK_SEQUENCE; else jumps.";
        MATCH_KEYS (Peek, Reg, OutItems) [Items, Jump] "If the mapping R[a] has all keys of the tuple R[b], R[c] … = their values (as many as the extra word says); else jumps. ValueError for a key that occurs twice.";
        MATCH_REST (Dst, Peek, Reg) [] "R[a] = a dict of the mapping R[b] without the keys in the tuple R[c].";
        MATCH_CLASS (Peek, Reg, OutItems) [ClassPattern, Jump, Cache] "If R[a] matches the class pattern R[b](…), R[c] … = its attributes, positional ones first; else jumps.";
    }
}
