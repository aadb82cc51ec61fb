//! Floor 1: Anthill's private heap.
//!
//! What this floor promises: memory for objects and for their buffers, exact reference counts, prompt and
//! iterative freeing, exact accounting, a collector for cycles and a check that nothing leaked. It knows values,
//! headers, shapes (as rows of a table) and nothing of Python: no class, no attribute, no exception.
//!
//! Start reading at `value` (the 64-bit word), then `object` (the handle that counts), `layout` (what lies behind
//! a header), `arena` and `pool` (where blocks come from), `release` (how they go), `cycle` (what counting cannot
//! free), `check` (the proof that nothing leaked). The invariants H1..Hn that the SAFETY comments cite stand in
//! `docs/heap.md`.
#![allow(unsafe_code)]

mod accounting;
mod allocator;
mod arena;
mod check;
mod collector;
mod cycle;
mod generation;
mod header;
mod huge;
mod interrupt;
mod layout;
mod leftover;
mod mapping;
mod object;
mod pool;
mod referents;
mod release;
mod scan;
mod shape;
mod slots;
mod stress;
#[cfg(feature = "system-blocks")]
mod system;
mod timeline;
mod trace;
mod tracing;
mod value;
mod vector;
mod weak;

pub use accounting::{Accounting, ArenaUse, ClassUse, PoolUse};
pub use allocator::{Allocator, Breaker, Heap, OutOfMemory, heap_of};
pub use check::{Leak, LeakReport};
pub use collector::{GENERATIONS, GenerationStats, LogEntry, Trigger};
pub use cycle::Collection;
pub use generation::PERMANENT;
pub use header::{Header, IMMORTAL, IMMORTAL_START};
pub use huge::SystemMemory;
pub use interrupt::{end_by_interrupt, watch_interrupts};
pub use layout::{Frozen, Layout, LayoutInfo, Ref, Tail};
pub use object::Object;
pub use release::{Event, release};
pub use shape::{ShapeEntry, ShapeFlags, ShapeId};
pub use timeline::Sample;
pub use trace::{Each, Opaque, PlainData, Trace, Visitor, trace_items};
pub use tracing::PlaceNumber;
pub use value::{INT_MAX, INT_MIN, Value};
pub use vector::{HeapVec, Shared};
pub(crate) use vector::{MANY, put_leaves, put_objects};
pub use weak::{PlainHash, WeakBody};
