//! Anthill: a small, fast Python 3.13 whose memory and time can be watched at work.
#![deny(unsafe_code)]

pub mod base;
