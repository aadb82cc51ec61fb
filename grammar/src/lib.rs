//! Python 3.13 source text to syntax tree.
