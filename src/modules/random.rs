//! `_random`: the Mersenne Twister as the base class of `random.Random`.

use super::{NativeModule, set};
use crate::base::bigint::{self, Int, IntRef};
use crate::base::random_source::{RandomSource, STATE_WORDS};
use crate::heap::{Object, Opaque, Ref};
use crate::layout::int::{as_int, from_int, from_u64};
use crate::layout::{Tuple, TupleBody};
use crate::object::{Args, Class, ClassFlags, Index, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// Body of a generator of random numbers.
    pub struct RandomBody as "_random.Random" {
        /// The generator.
        pub source: Opaque<RandomSource>,
    }
}
type Random = Ref<RandomBody>;

/// A source whose seed nobody knows.
fn unpredictable() -> RandomSource {
    use std::hash::{BuildHasher, Hasher};
    // Each of std's hashers has keys of its own from the system's random numbers.
    let words: Vec<u64> = (0..4)
        .map(|n| {
            let mut hasher = std::collections::hash_map::RandomState::new().build_hasher();
            hasher.write_u64(n);
            hasher.finish()
        })
        .collect();
    RandomSource::from_int(&words, &|| false).expect("a short seed is not stopped")
}

/// The source for a seed: an int by its magnitude, None for chance, anything else by its hash.
fn seeded(rt: &mut Runtime, seed: Option<&Object>) -> Result<RandomSource> {
    let Some(seed) = seed.filter(|seed| !seed.is_none()) else { return Ok(unpredictable()) };
    let hash = match as_int(seed) {
        Some(_) => 0,
        None => rt.hash(seed)? as u64,
    };
    let single = |word: u64| RandomSource::from_int(&[word], &|| rt.interrupt_waits());
    Ok(match as_int(seed) {
        None => single(hash)?,
        Some(IntRef::Small(n)) => single(n.unsigned_abs())?,
        Some(IntRef::Big { words, .. }) => RandomSource::from_int(words, &|| rt.interrupt_waits())?,
    })
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let exact = (*class.get(&rt.heap).def).is_some();
    if exact && args.keyword_count() > 0 {
        return Err(rt.type_error("Random() takes no keyword arguments"));
    }
    if args.positional().len() > 1 {
        return Err(rt.type_error("Random() requires 0 or 1 argument"));
    }
    // A subclass seeds itself.
    let source = seeded(rt, args.positional().first().filter(|_| exact))?;
    Ok(rt.alloc_for(class, RandomBody { source: Opaque(source) })?.into())
}

fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let exact = (*rt.class_of(this).get(&rt.heap).def).is_some();
    if exact && args.keyword_count() > 0 {
        return Err(rt.type_error("Random() takes no keyword arguments"));
    }
    if args.positional().len() > 1 {
        return Err(rt.type_error("Random() requires 0 or 1 argument"));
    }
    Ok(())
}

methods! {
    static METHODS = [
        /// random() -> x in the interval [0, 1).
        "random"() => |rt: &mut Runtime, this: &Random| this.get_mut(&mut rt.heap).0.source.random();
        /// seed([n]) -> None.
        ///
        /// Defaults to use urandom and falls back to a combination
        /// of the current time and the process identifier.
        "seed"(n = None, /) => |rt: &mut Runtime, this: &Random, seed: Option<&Object>| -> Result<()> {
            let source = seeded(rt, seed)?;
            *this.get_mut(&mut rt.heap).0.source = source;
            Ok(())
        };
        /// getstate() -> tuple containing the current state.
        "getstate"() => get_state;
        /// setstate(state) -> None.  Restores generator state.
        "setstate"(state, /) => set_state;
        /// getrandbits(k) -> x.  Generates an int with k random bits.
        "getrandbits"(k, /) => get_bits;
        /// An int from 0 below n.
        "_randbelow"(n, /) => below;
    ];
}

fn get_state(rt: &mut Runtime, this: &Random) -> Result<Tuple> {
    let (words, index) = this.get(&rt.heap).source.state();
    let mut state: Vec<Object> = words.iter().filter_map(|&word| Object::int(word.into())).collect();
    state.extend(Object::int(index as i64));
    rt.new_tuple(state)
}

fn set_state(rt: &mut Runtime, this: &Random, state: &Object) -> Result<()> {
    let Some(state) = state.cast::<TupleBody>() else {
        return Err(rt.type_error("state vector must be a tuple"));
    };
    let Some((index, words)) = state.items().split_last().filter(|(_, words)| words.len() == STATE_WORDS) else {
        return Err(rt.value_error("state vector is the wrong size"));
    };
    let mut fresh = [0u32; STATE_WORDS];
    for (place, word) in fresh.iter_mut().zip(words) {
        let Some(int) = as_int(word) else { return Err(rt.type_error("an integer is required")) };
        if int.is_negative() {
            return Err(rt.overflow_error("can't convert negative int to unsigned"));
        }
        let Some(word) = int.to_u64() else {
            return Err(rt.overflow_error("Python int too large to convert to C unsigned long"));
        };
        *place = word as u32;
    }
    if as_int(index).is_none() {
        return Err(rt.type_error("an integer is required"));
    }
    let index = rt.to_i64(index)?;
    match usize::try_from(index).ok().and_then(|index| RandomSource::from_state(fresh, index)) {
        Some(source) => {
            *this.get_mut(&mut rt.heap).0.source = source;
            Ok(())
        }
        None => Err(rt.value_error("invalid state")),
    }
}

fn get_bits(rt: &mut Runtime, this: &Random, count: Index) -> Result {
    let Ok(count) = usize::try_from(count.0) else {
        return Err(rt.value_error("number of bits must be non-negative"));
    };
    let source = &mut this.get_mut(&mut rt.heap).0.source;
    if count <= 64 {
        let bits = source.bits(count as u32);
        return Ok(from_u64(&rt.heap, bits)?);
    }
    if count as u64 > bigint::MAX_BITS {
        return Err(crate::heap::OutOfMemory.into());
    }
    // The state is written back whole: a copy is what the work can be stopped in.
    let mut copy: RandomSource = (**source).clone();
    let words = copy.bit_words(count, &|| rt.interrupt_waits());
    this.get_mut(&mut rt.heap).0.source = Opaque(copy);
    let Ok(words) = words else { return Err(rt.interrupted()) };
    Ok(from_int(&rt.heap, &Int::from_words(false, words))?)
}

/// An int below `limit`, by as many random bits as it has, tried again while they are too large.
fn below(rt: &mut Runtime, this: &Random, limit: &Object) -> Result {
    let Some(limit @ 1..) = limit.value().as_int() else {
        return rt.call_method(this, "_randbelow_with_getrandbits", std::slice::from_ref(limit));
    };
    let bits = i64::BITS - limit.leading_zeros();
    let source = &mut this.get_mut(&mut rt.heap).0.source;
    loop {
        let tried = source.bits(bits) as i64;
        if tried < limit {
            return Ok(Object::int(tried).unwrap_or(Object::NONE));
        }
    }
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "Random",
    module: "_random",
    doc: "Random() -> create a random number generator with its own internal state.",
    layout: <RandomBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(new), init: Some(init), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};

/// The description of module `_random`.
pub static MODULE: NativeModule = NativeModule {
    name: "_random",
    doc: "Module implements the Mersenne Twister random number generator.",
    functions: &[],
    init: |rt, module| {
        let class = rt.native_class(&TYPE)?;
        set(rt, module, "Random", class.into())
    },
};
