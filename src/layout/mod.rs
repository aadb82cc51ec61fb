//! Floor 2 of the right tower: the bodies of the types that the engine itself stands on, as data structures.
#![allow(unsafe_code)]
