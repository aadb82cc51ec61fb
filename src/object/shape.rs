//! Attribute names of shapes: which name lies in which slot, and the transitions between shapes.

use crate::heap::ShapeId;
use crate::layout::Str;
use std::collections::HashMap;

/// Attributes beyond this number make an object use a dict.
pub const MAX_SLOTS: u16 = 128;

/// The object floor's half of a shape: names in slot order and the ways to other shapes.
#[derive(Default)]
pub struct ShapeKeys {
    /// Names, interned, in slot order. A deleted or `__slots__`-reserved name keeps its place.
    pub names: Vec<Str>,
    index: HashMap<u64, u16>,
    /// The first transition, which for most shapes is the only one.
    first: Option<(u64, ShapeId)>,
    transitions: HashMap<u64, ShapeId>,
    /// The same class's shape in dict mode, once made.
    pub dict_mode: Option<ShapeId>,
}

/// Attribute names of all shapes, parallel to the heap's table.
#[derive(Default)]
pub struct ShapeTable {
    rows: Vec<ShapeKeys>,
}

impl ShapeTable {
    /// The row of a shape; rows of fixed shapes are empty.
    #[inline]
    pub fn row(&self, id: ShapeId) -> Option<&ShapeKeys> {
        self.rows.get(id.0 as usize)
    }

    /// The slot of an interned name.
    #[inline]
    pub fn slot_of(&self, id: ShapeId, name: &Str) -> Option<usize> {
        self.rows.get(id.0 as usize)?.slot_of(name)
    }

    /// Sets the row of a new shape.
    pub fn insert(&mut self, id: ShapeId, keys: ShapeKeys) {
        let index = id.0 as usize;
        if self.rows.len() <= index {
            self.rows.resize_with(index + 1, ShapeKeys::default);
        }
        self.rows[index] = keys;
    }

    /// The row for changing.
    pub fn row_mut(&mut self, id: ShapeId) -> &mut ShapeKeys {
        let index = id.0 as usize;
        if self.rows.len() <= index {
            self.rows.resize_with(index + 1, ShapeKeys::default);
        }
        &mut self.rows[index]
    }
}

impl ShapeKeys {
    /// Keys with these names in slot order.
    pub fn with_names(names: Vec<Str>) -> ShapeKeys {
        let mut keys = ShapeKeys { names, ..ShapeKeys::default() };
        keys.build_index();
        keys
    }

    fn build_index(&mut self) {
        if self.names.len() > 8 {
            self.index = self.names.iter().enumerate().map(|(i, n)| (n.value().bits(), i as u16)).collect();
        }
    }

    /// The slot of an interned name.
    #[inline]
    pub fn slot_of(&self, name: &Str) -> Option<usize> {
        if self.names.len() <= 8 {
            self.names.iter().position(|n| n.is(name))
        } else {
            self.index.get(&name.value().bits()).map(|&i| i as usize)
        }
    }

    /// The shape that adding `name` leads to, if it was made already.
    pub fn transition(&self, name: &Str) -> Option<ShapeId> {
        match self.first {
            Some((first, to)) if first == name.value().bits() => Some(to),
            Some(_) => self.transitions.get(&name.value().bits()).copied(),
            None => None,
        }
    }

    /// Records a transition.
    pub fn add_transition(&mut self, name: &Str, to: ShapeId) {
        match self.first {
            None => self.first = Some((name.value().bits(), to)),
            Some(_) => drop(self.transitions.insert(name.value().bits(), to)),
        }
    }

    /// The keys after adding `name`.
    pub fn extended(&self, name: &Str) -> ShapeKeys {
        let mut names = self.names.clone();
        names.push(name.clone());
        ShapeKeys::with_names(names)
    }
}
