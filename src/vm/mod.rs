//! Floor 5: the virtual machine.
//!
//! What this floor promises: it runs code objects. Python calls Python without native recursion; every error finds its
//! handler; whatever Python code must be run between two instructions (finalisers, weakref callbacks) is run there.
//! It knows the object floor and the layouts, reads some of their bodies in place, and no concrete type of floor 4.
//!
//! Start reading at `frame` (how registers lie on the stack), `run` (the loop: an index of the language), `site` (what
//! a cold operation sees), then `ops/` by theme, `call`, `builtin_class`, `keywords` and `bind` (calls and their
//! arguments), `unwind` (exceptions), `generate` (generators), `cache` (inline caches and when they are cleared). The
//! invariants V1..Vn that the SAFETY comments cite stand in `docs/vm.md`.
#![allow(unsafe_code)]

mod bind;
mod builtin_class;
mod cache;
mod call;
pub mod clock;
mod collect;
mod enter;
mod frame;
mod generate;
mod hooks;
mod keywords;
mod load;
mod locals;
mod observe;
mod ops;
mod quicken;
mod run;
mod safe_point;
mod site;
mod special;
mod spread;
mod unwind;

pub use cache::{class_rebased, forget_shapes};
pub use hooks::install;
pub use load::{all_constants, load_code};
pub use locals::{SourcePlace, caller_place, detach_frames, frame_at, frame_object, known_frame, running};
pub use observe::place_numbers;
pub use unwind::trace_here;
