//! The tables of a unit: constants, names, free variables.

use std::hash::{Hash, Hasher};

use anthill_grammar::Symbol;
use hashbrown::HashTable;

use super::Unit;
use crate::base::waste;
use crate::bytecode::Constant;
use crate::compile::symbols::NumberHasher;

/// The constants of a code object, each once.
#[derive(Default)]
pub(in crate::compile) struct Constants {
    pub list: Vec<Constant>,
    /// Places in the list, once it is long.
    index: HashTable<u32>,
}

impl Drop for Constants {
    fn drop(&mut self) {
        waste::free(std::mem::take(&mut self.list));
    }
}

/// Up to so many constants are compared one by one.
const FEW: usize = 8;

/// Of longer texts only so much is hashed.
const BEGINNING: usize = 1 << 16;

fn hash(constant: &Constant) -> u64 {
    let mut hasher = NumberHasher::default();
    match constant {
        Constant::Str(text) if text.len() > BEGINNING => text.as_bytes()[..BEGINNING].hash(&mut hasher),
        Constant::Bytes(bytes) if bytes.len() > BEGINNING => bytes[..BEGINNING].hash(&mut hasher),
        _ => constant.hash(&mut hasher),
    }
    hasher.finish()
}

impl Constants {
    pub fn add(&mut self, constant: Constant) -> u32 {
        let new = self.list.len() as u32;
        if self.list.len() < FEW {
            if let Some(index) = self.list.iter().position(|other| *other == constant) {
                return index as u32;
            }
            self.list.push(constant);
            return new;
        }
        if self.index.is_empty() {
            for index in 0..new {
                let hashed = hash(&self.list[index as usize]);
                self.index.insert_unique(hashed, index, |&index| hash(&self.list[index as usize]));
            }
        }
        let hashed = hash(&constant);
        if let Some(&index) = self.index.find(hashed, |&index| self.list[index as usize] == constant) {
            return index;
        }
        self.list.push(constant);
        self.index.insert_unique(hashed, new, |&index| hash(&self.list[index as usize]));
        new
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
