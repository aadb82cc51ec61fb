//! Constants: from the tree's literals, and the folding of operators on them.

mod fold;
mod numbers;
mod value;

pub(super) use fold::Folder;
pub(super) use value::{equal, from_literal, from_literal_watched, is_long, truth, type_name};
