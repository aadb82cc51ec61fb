//! Floor 0 against tables recorded from CPython 3.13 by `tests/base/record.py`.

#[path = "base/bigint.rs"]
mod bigint;
#[path = "base/codec.rs"]
mod codec;
#[path = "base/float_text.rs"]
mod float_text;
#[path = "base/format_spec.rs"]
mod format_spec;
#[path = "base/small.rs"]
mod small;
#[path = "base/sort.rs"]
mod sort;
#[path = "base/table.rs"]
mod table;
#[path = "base/text.rs"]
mod text;
