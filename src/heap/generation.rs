//! Which generation a block belongs to, and which pools a young collection must look at.
//!
//! A block's *age* is 0 while it is young, 1 and 2 after it has survived collections, 3 in the permanent generation. Two
//! bits for each grain of a pool hold it; freeing a block sets it back to 0, so that a block is young whenever it is
//! taken anew, wherever it lies. Young blocks lie only in pools that have served allocations since the last collection:
//! these are listed, and a young collection walks no others.

use super::allocator::{Allocator, OutOfMemory, PoolTable};
use super::arena::{ARENA, POOLS, arena_of};
use super::object::Object;
use super::pool::{GRAIN, POOL, Pool, State};
use std::convert::Infallible;

/// Age of the permanent generation.
pub const PERMANENT: u8 = 3;

/// Words of one bit for each grain of a pool.
const WORDS: usize = POOL / GRAIN / 64;

/// The low and the high bits of 64 blocks' ages.
type Word = [u64; 2];

/// The ages of a pool's blocks.
pub type Ages = [Word; WORDS];

/// The ages of the pool that a block lies in.
#[inline(always)]
fn ages_of(block: *const u8) -> *mut Word {
    let index = (block.addr() & (ARENA - 1)) / POOL;
    let arena = arena_of(block);
    // SAFETY: H9: every block of a pool lies in an arena with a header; only an address is computed.
    unsafe { (&raw mut (*arena).ages).cast::<Ages>().add(index).cast::<Word>() }
}

/// The number of the word with a block's age, and its bit there.
#[inline(always)]
fn bit_of(block: *const u8) -> (usize, u64) {
    let grain = (block.addr() & (POOL - 1)) / GRAIN;
    (grain / 64, 1 << (grain % 64))
}

/// The word with the age of `block`, and its bit there.
#[inline(always)]
fn place(block: *const u8) -> (*mut Word, u64) {
    let (word, bit) = bit_of(block);
    // SAFETY: the number is below `WORDS`.
    (unsafe { ages_of(block).add(word) }, bit)
}

/// The age of a block.
///
/// # Safety
/// `block` lies in `pool`, which is mapped.
#[inline(always)]
pub(super) unsafe fn age(pool: *const Pool, block: *const u8) -> u8 {
    // SAFETY: as promised.
    unsafe {
        if !(*pool).aged {
            return 0;
        }
        if cfg!(feature = "system-blocks") {
            return (*pool).age;
        }
        let (word, bit) = place(block);
        ((*word)[0] & bit != 0) as u8 | ((((*word)[1] & bit) != 0) as u8) << 1
    }
}

/// Sets the age of a block.
///
/// # Safety
/// As for `age`.
#[inline(always)]
pub(super) unsafe fn set_age(pool: *mut Pool, block: *const u8, age: u8) {
    // SAFETY: as promised.
    unsafe {
        (*pool).aged = true;
        if cfg!(feature = "system-blocks") {
            (*pool).age = age;
            return;
        }
        let (word, bit) = place(block);
        change(word, bit, age);
    }
}

/// Sets the age of the blocks of some bits.
#[inline(always)]
unsafe fn change(word: *mut Word, bits: u64, age: u8) {
    // SAFETY: the caller's word lies in an arena's header.
    unsafe {
        let [low, high] = *word;
        *word = [
            if age & 1 != 0 { low | bits } else { low & !bits },
            if age & 2 != 0 { high | bits } else { high & !bits },
        ];
    }
}

/// Reads the ages of a pool's blocks for a scan, a word at a time.
pub(super) struct AgeReader {
    /// Null if no block is too old.
    ages: *mut Word,
    oldest: u8,
    word: usize,
    /// The blocks of that word that are too old.
    older: u64,
}

impl AgeReader {
    /// Whether a block of the pool is too old.
    ///
    /// # Safety
    /// The pool is the one that the reader was made for.
    #[inline(always)]
    pub unsafe fn is_older(&mut self, block: *const u8) -> bool {
        if self.ages.is_null() {
            return false;
        }
        // SAFETY: as promised.
        unsafe {
            if cfg!(feature = "system-blocks") {
                return age(self.ages.cast::<Pool>(), block) > self.oldest;
            }
            let (word, bit) = bit_of(block);
            if word != self.word {
                let [low, high] = *self.ages.add(word);
                self.word = word;
                self.older = match self.oldest {
                    0 => low | high,
                    1 => high,
                    2 => low & high,
                    _ => 0,
                };
            }
            self.older & bit != 0
        }
    }
}

/// Sets the age of one block after the other, in the order of their addresses, a word at a time.
pub(super) struct AgeWriter {
    pool: *mut Pool,
    ages: *mut Word,
    age: u8,
    word: usize,
    bits: u64,
}

impl AgeWriter {
    /// For blocks of a pool.
    ///
    /// # Safety
    /// The pool is mapped while the writer exists.
    pub unsafe fn new(pool: *mut Pool, age: u8) -> AgeWriter {
        let ages = match cfg!(feature = "system-blocks") {
            true => std::ptr::null_mut(),
            // SAFETY: as promised.
            false => ages_of(unsafe { (*pool).start }),
        };
        AgeWriter { pool, ages, age, word: 0, bits: 0 }
    }

    /// Sets the age of a block of the pool.
    #[inline(always)]
    pub fn set(&mut self, block: *const u8) {
        if cfg!(feature = "system-blocks") {
            // SAFETY: the pool is mapped.
            unsafe { set_age(self.pool, block, self.age) };
            return;
        }
        let (word, bit) = bit_of(block);
        if word != self.word {
            self.write();
            self.word = word;
        }
        self.bits |= bit;
    }

    #[inline(always)]
    fn write(&mut self) {
        if self.bits != 0 {
            // SAFETY: the number of the word came from a block of the pool.
            unsafe {
                (*self.pool).aged = true;
                change(self.ages.add(self.word), self.bits, self.age);
            }
            self.bits = 0;
        }
    }
}

impl Drop for AgeWriter {
    fn drop(&mut self) {
        self.write();
    }
}

/// Makes a block that is given back young again; called for pools with `aged` set only.
///
/// # Safety
/// `block` lies in a pool of an arena.
#[inline(always)]
pub(super) unsafe fn rejuvenate(block: *const u8) {
    let (word, bit) = place(block);
    // SAFETY: as promised.
    unsafe {
        let [low, high] = *word;
        if (low | high) & bit != 0 {
            *word = [low & !bit, high & !bit];
        }
    }
}

/// Makes every block of a pool young; none is live.
///
/// # Safety
/// The pool is mapped.
pub(super) unsafe fn rejuvenate_pool(pool: *mut Pool) {
    // SAFETY: as promised; the ages of a pool are `WORDS` words in the arena's header.
    unsafe {
        if (*pool).aged && !cfg!(feature = "system-blocks") {
            std::ptr::write_bytes(ages_of((*pool).start), 0, WORDS);
        }
        (*pool).aged = false;
    }
}

/// Pools that may hold blocks of the first two generations.
#[derive(Default)]
pub(super) struct Recent {
    /// Pools that have served allocations since the last collection (`Pool::touched`).
    young: Vec<*mut Pool>,
    /// Pools with survivors of one collection (`Pool::middle`).
    middle: Vec<*mut Pool>,
}

impl Recent {
    /// A pool begins to serve allocations.
    #[inline]
    pub fn note(&mut self, pool: *mut Pool) {
        // SAFETY: the pool is mapped.
        unsafe {
            if !(*pool).touched {
                (*pool).touched = true;
                self.young.push(pool);
            }
        }
    }

    /// An arena goes back to the system.
    pub fn forget_arena(&mut self, arena: *mut super::arena::Arena) {
        self.young.retain(|&pool| arena_of(pool.cast()) != arena);
        self.middle.retain(|&pool| arena_of(pool.cast()) != arena);
    }
}

impl Allocator {
    /// What tells whether blocks of a pool are older than `oldest`.
    ///
    /// # Safety
    /// The pool is mapped.
    pub(super) unsafe fn age_reader(&self, pool: *mut Pool, oldest: u8) -> AgeReader {
        // SAFETY: as promised.
        unsafe {
            let greatest = if self.collector.has_permanent.get() { PERMANENT } else { PERMANENT - 1 };
            let none = !(*pool).aged || oldest >= greatest;
            let ages = if cfg!(feature = "system-blocks") { pool.cast() } else { ages_of((*pool).start) };
            AgeReader { ages: if none { std::ptr::null_mut() } else { ages }, oldest, word: usize::MAX, older: 0 }
        }
    }

    /// Lists pools whose collection has come to nothing: the next one of any generation walks them all.
    pub(super) fn note_recent(&self, pools: &[*mut Pool]) {
        // SAFETY: H11.
        let table = unsafe { &mut *self.pools.get() };
        pools.iter().for_each(|&pool| table.recent.note(pool));
    }

    /// The object pools that a collection of `generation` must walk. Their entries leave the lists: pools come back when
    /// they serve allocations again, and those with survivors of generation 0 enter the middle list.
    #[cfg(not(feature = "system-blocks"))]
    pub(super) fn pools_of_generation(&self, generation: usize) -> Vec<*mut Pool> {
        // SAFETY: H11; listed pools are mapped, see `forget_arena`.
        unsafe {
            let table = &mut *self.pools.get();
            let mut pools = std::mem::take(&mut table.recent.young);
            for &pool in &pools {
                (*pool).touched = false;
            }
            if generation > 0 {
                for pool in std::mem::take(&mut table.recent.middle) {
                    (*pool).middle = false;
                    pools.push(pool);
                }
            }
            table.retire_current(self.is_special());
            if generation >= 2 {
                return self.object_pools();
            }
            pools.retain(|&pool| (*pool).state != State::Unused && (*pool).kind == super::pool::Kind::Object);
            pools.sort_unstable();
            pools.dedup();
            if generation == 0 {
                for &pool in &pools {
                    if !(*pool).middle {
                        (*pool).middle = true;
                        table.recent.middle.push(pool);
                    }
                }
            }
            pools
        }
    }

    #[cfg(feature = "system-blocks")]
    pub(super) fn pools_of_generation(&self, _generation: usize) -> Vec<*mut Pool> {
        self.object_pools()
    }

    /// The generation of an object: 0, 1, 2, or [`PERMANENT`]. Immediates belong to none and say 0.
    pub fn generation(&self, object: &Object) -> u8 {
        if !object.is_pointer() {
            return 0;
        }
        let header = object.value().header();
        // SAFETY: H9: every object lies in a pool.
        unsafe { age(super::arena::pool_of(header.cast()), header.cast()) }
    }

    /// Moves every object of the generations `from` to generation `to`. (A permanent generation is what `gc.freeze` makes.)
    pub fn move_generations(&self, from: impl Fn(u8) -> bool, to: u8) {
        let Ok(()) = self.move_generations_with(from, to, || Ok::<_, Infallible>(()));
    }

    /// The same, until Ctrl-C waits.
    ///
    /// # Errors
    /// It did; some objects are moved.
    pub fn move_generations_watched(&self, from: impl Fn(u8) -> bool, to: u8) -> Result<(), OutOfMemory> {
        self.move_generations_with(from, to, || self.go_on())
    }

    /// The same, with a look after each pool.
    fn move_generations_with<E>(
        &self,
        from: impl Fn(u8) -> bool,
        to: u8,
        look: impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        if to == PERMANENT {
            self.collector.has_permanent.set(true);
        }
        for pool in self.object_pools() {
            // SAFETY: live blocks of a mapped pool.
            unsafe {
                (*pool).each_live(|header| {
                    if from(age(pool, header.cast())) {
                        set_age(pool, header.cast(), to);
                    }
                });
            }
            look()?;
        }
        Ok(())
    }
}

impl PoolTable {
    /// Takes the object pools that serve allocations out of that use: the next allocation of their size takes them in
    /// again, and lists them as recent. So a collection walks no pool of a size that has not been asked for.
    #[cfg_attr(feature = "system-blocks", allow(dead_code))]
    fn retire_current(&mut self, special: bool) {
        let none = self.none();
        let kind = super::pool::Kind::Object as usize;
        for class in 0..super::pool::CLASSES {
            // Only one of the tables is in use.
            let table = if special { &mut self.hidden } else { &mut self.current };
            let pool = std::mem::replace(&mut table[kind][class], none);
            // SAFETY: H11; pools in the tables are mapped (or the sentinel); one with the state `Current` is in no list.
            unsafe {
                if pool == none || (*pool).state != State::Current {
                    continue;
                }
                if (*pool).is_used_up() {
                    (*pool).state = State::Full;
                    continue;
                }
                (*pool).state = State::Partial;
                (*pool).previous = std::ptr::null_mut();
                (*pool).next = self.partial[kind][class];
                if !(*pool).next.is_null() {
                    (*(*pool).next).previous = pool;
                }
                self.partial[kind][class] = pool;
            }
        }
    }
}

const _: () = assert!(size_of::<[Ages; POOLS]>() == ARENA / GRAIN / 4, "two bits for each grain");
