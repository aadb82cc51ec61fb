//! The tables of a unit: constants, names, free variables.

use std::collections::HashMap;

use anthill_grammar::Symbol;

use super::Unit;
use crate::bytecode::Constant;

/// The constants of a code object, each once.
#[derive(Default)]
pub(in crate::compile) struct Constants {
    pub list: Vec<Constant>,
    index: HashMap<Constant, u32>,
}

impl Constants {
    pub fn add(&mut self, constant: Constant) -> u32 {
        if let Some(&index) = self.index.get(&constant) {
            return index;
        }
        let index = self.list.len() as u32;
        self.list.push(constant.clone());
        self.index.insert(constant, index);
        index
    }
}

impl Unit<'_> {
    /// The index of a name in `co_names`.
    pub fn name(&mut self, name: Symbol) -> u32 {
        if let Some(&index) = self.name_index.get(&name) {
            return index;
        }
        let index = self.names.len() as u32;
        self.names.push(name);
        self.name_index.insert(name, index);
        index
    }

    /// The index of a constant.
    pub fn constant(&mut self, constant: Constant) -> u32 {
        self.constants.add(constant)
    }
}
