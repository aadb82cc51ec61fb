//! What the virtual machine remembers of class patterns.

/// Outcomes of class patterns, by place and kind of subject. It owns nothing.
#[derive(Default)]
pub struct MatchCache {
    entries: Vec<Entry>,
    places: u64,
}

/// How a class pattern came out for one kind of subject.
#[derive(Clone, Copy, Default)]
pub struct Entry {
    /// The number of the pattern, and the kind of subject in the upper 32 bits.
    key: u64,
    /// The generation of classes for which it is true.
    generation: u64,
    /// The word of the pattern's class.
    class: u64,
    /// The outcome's number.
    pub outcome: usize,
    /// Where attributes are in the subject, 16 bits each.
    pub offsets: u64,
}

const ENTRIES: usize = 256;

impl MatchCache {
    #[inline(always)]
    fn index(key: u64) -> usize {
        (key ^ (key >> 29)) as usize & (ENTRIES - 1)
    }

    /// A number for a pattern that has none: never given before. `None` when all are used up.
    pub fn new_place(&mut self) -> Option<u32> {
        self.places += 1;
        u32::try_from(self.places).ok()
    }

    /// What is known of the pattern with this number, for this kind of subject.
    #[inline(always)]
    pub fn find(&self, place: u32, kind: u32, generation: u64, class: u64) -> Option<&Entry> {
        let key = place as u64 | (kind as u64) << 32;
        let entry = self.entries.get(Self::index(key))?;
        (entry.key == key && entry.generation == generation && entry.class == class).then_some(entry)
    }

    /// Remembers an outcome.
    pub fn put(&mut self, place: u32, kind: u32, generation: u64, class: u64, (outcome, offsets): (usize, u64)) {
        if self.entries.is_empty() {
            self.entries = vec![Entry::default(); ENTRIES];
        }
        let key = place as u64 | (kind as u64) << 32;
        self.entries[Self::index(key)] = Entry { key, generation, class, outcome, offsets };
    }
}
