//! Cold operations by theme: what the loop's arms call when their fast path does not apply.
//!
//! Each is a function of the runtime and the [`super::site::Site`]: it reads its operands, does the work, writes the
//! destination and releases the temps among the operands. On an error the operands may be left where they are: the
//! unwinder releases every temp of the frame that the handler does not need.

pub(super) mod arithmetic;
pub(super) mod attribute;
pub(super) mod build;
pub(super) mod compare;
pub(super) mod exception;
pub(super) mod format;
pub(super) mod function;
pub(super) mod import;
pub(super) mod iterate;
pub(super) mod jump;
pub(super) mod name;
pub(super) mod pattern;
pub(super) mod subscript;
pub(super) mod unpack;
pub(super) mod wide_int;
pub(super) mod with;
