//! `_lru_cache_wrapper`: a function that remembers its results.
//!
//! The dict maps a key to the result, or with a limit to the number of a place. Places lie in parallel buffers and form a
//! list from the one that was not used for the longest time to the newest.

use crate::heap::{Allocator, HeapVec, Object, OutOfMemory, Ref, ShapeId};
use crate::layout::search::Lookup;
use crate::layout::{Dict, IntBody};
use crate::object::{Args, BoundMethodBody, Class, ClassFlags, Result, Runtime, Slots, TypeDef};
use crate::types::repeat::is_index;
use crate::{layout, methods};

/// No place.
const NOWHERE: u32 = u32::MAX;

layout! {
    /// Body of a cached function.
    pub struct CacheBody as "functools._lru_cache_wrapper" {
        /// The function.
        pub function: Object,
        /// Makes the result of `cache_info`.
        pub info: Object,
        /// From keys to results or places.
        pub found: Dict,
        /// Most results to keep; `None` for all.
        pub limit: Option<usize>,
        /// Whether arguments of different types are different although they are equal.
        pub typed: bool,
        /// Calls that were answered from the cache.
        pub hits: u64,
        /// Calls that were not.
        pub misses: u64,
        /// Keys of the places.
        pub keys: HeapVec<Object>,
        /// Results of the places.
        pub results: HeapVec<Object>,
        /// Hashes of the keys.
        pub hashes: HeapVec<i64>,
        /// The place used just before each place.
        pub older: HeapVec<u32>,
        /// The place used just after each place.
        pub newer: HeapVec<u32>,
        /// The ends of the list.
        pub oldest: u32,
        /// The place used last.
        pub newest: u32,
    }
}
type Cache = Ref<CacheBody>;

impl CacheBody {
    /// Takes a place out of the list.
    fn unlink(&mut self, at: u32) {
        let (older, newer) = (self.older[at as usize], self.newer[at as usize]);
        match older {
            NOWHERE => self.oldest = newer,
            _ => self.newer[older as usize] = newer,
        }
        match newer {
            NOWHERE => self.newest = older,
            _ => self.older[newer as usize] = older,
        }
    }

    /// Puts a place at the newest end.
    fn link(&mut self, at: u32) {
        self.older[at as usize] = self.newest;
        self.newer[at as usize] = NOWHERE;
        match self.newest {
            NOWHERE => self.oldest = at,
            newest => self.newer[newest as usize] = at,
        }
        self.newest = at;
    }

    fn touch(&mut self, at: u32) {
        if self.newest != at {
            self.unlink(at);
            self.link(at);
        }
    }

    /// A fresh place at the newest end.
    fn add(
        &mut self,
        heap: &Allocator,
        key: Object,
        hash: i64,
        result: Object,
    ) -> std::result::Result<u32, OutOfMemory> {
        let at = self.keys.len() as u32;
        self.older.reserve(heap, 1)?;
        self.newer.reserve(heap, 1)?;
        self.hashes.reserve(heap, 1)?;
        self.results.reserve(heap, 1)?;
        self.keys.push(heap, key)?;
        self.results.push(heap, result)?;
        self.hashes.push(heap, hash)?;
        self.older.push(heap, NOWHERE)?;
        self.newer.push(heap, NOWHERE)?;
        self.link(at);
        Ok(at)
    }
}

fn expect(object: &Object) -> &Cache {
    object.cast().expect("slots of a cached function get one")
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let names = ["user_function", "maxsize", "typed", "cache_info_type"];
    let given = crate::modules::support::matched(rt, "lru_cache", &names, (4, 4), args)?;
    let [Some(function), Some(limit), Some(typed), Some(info)] = given else { return Ok(Object::NONE) };
    let typed = rt.truth(typed)?;
    if !crate::modules::support::is_callable(rt, function) {
        return Err(rt.type_error("the first argument must be callable"));
    }
    let limit = match limit {
        none if none.is_none() => None,
        index if is_index(rt, index) => Some(rt.to_index(index)?.max(0) as usize),
        _ => return Err(rt.type_error("maxsize should be integer or None")),
    };
    let body = CacheBody {
        function: function.clone(),
        info: info.clone(),
        found: rt.new_dict()?,
        // Places are numbered with 32 bits; nobody keeps more.
        limit: limit.map(|limit| limit.min(NOWHERE as usize - 1)),
        typed,
        hits: 0,
        misses: 0,
        keys: HeapVec::new(),
        results: HeapVec::new(),
        hashes: HeapVec::new(),
        older: HeapVec::new(),
        newer: HeapVec::new(),
        oldest: NOWHERE,
        newest: NOWHERE,
    };
    Ok(rt.alloc_for(class, body)?.into())
}

/// The key of a call: the only argument if it is a plain int or str, else a tuple of all arguments. Between positional
/// arguments and keywords it holds the cache's class, which nobody passes.
fn make_key(rt: &mut Runtime, this: &Object, args: Args<'_>, typed: bool) -> Result {
    let positional = args.positional();
    if !typed && args.names.is_none() {
        if let [only] = positional
            && (only.value().is_int() || only.cast_exact::<IntBody>().is_some() || rt.is_exact_str(only))
        {
            return Ok(only.clone());
        }
        if !positional.is_empty() {
            return Ok(crate::layout::Tuple::from_slice(&rt.heap, positional)?.into());
        }
    }
    let mut parts = positional.to_vec();
    if args.keyword_count() > 0 {
        parts.push(rt.class_of(this).as_object().clone());
        for (name, value) in args.keywords() {
            parts.push(name.as_object().clone());
            parts.push(value.clone());
        }
    }
    if typed {
        parts.extend(args.values.iter().map(|value| rt.class_of(value).as_object().clone()));
    }
    Ok(rt.new_tuple(parts)?.into())
}

fn call(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result {
    let cache = expect(this);
    let body = cache.get(&rt.heap);
    let (limit, typed) = (body.limit, body.typed);
    if limit == Some(0) {
        cache.get_mut(&mut rt.heap).0.misses += 1;
        let function = cache.get(&rt.heap).function.clone();
        return rt.call_args(&function, args);
    }
    let found = body.found.clone();
    let key = make_key(rt, this, args, typed)?;
    let hash = rt.hash(&key)?;
    if let Lookup::Found(position) = found.find_key(rt, &key, hash)? {
        let value = found.get(&rt.heap).value(position).clone();
        let body = cache.get_mut(&mut rt.heap).0;
        body.hits += 1;
        if limit.is_none() {
            return Ok(value);
        }
        let at = value.value().as_int().unwrap_or(0) as u32;
        if (at as usize) < body.keys.len() {
            body.touch(at);
            return Ok(body.results[at as usize].clone());
        }
    }
    let body = cache.get_mut(&mut rt.heap).0;
    body.misses += 1;
    let function = body.function.clone();
    let result = rt.call_args(&function, args)?;
    match limit {
        None => found.set_hashed(rt, &key, hash, result.clone())?,
        Some(limit) => remember(rt, cache, &found, limit, key, hash, &result)?,
    }
    Ok(result)
}

/// Keeps a result, in place of the one that was not used for the longest time if the cache is full.
fn remember(
    rt: &mut Runtime,
    cache: &Cache,
    found: &Dict,
    limit: usize,
    key: Object,
    hash: i64,
    result: &Object,
) -> Result<()> {
    // The call itself may have kept a result for the same key, or cleared the cache.
    let Lookup::Missing(vacancy) = found.find_key(rt, &key, hash)? else { return Ok(()) };
    let (body, heap) = cache.get_mut(&mut rt.heap);
    if body.keys.len() < limit {
        let at = body.add(heap, key.clone(), hash, result.clone())?;
        let (entries, heap) = found.get_mut(&mut rt.heap);
        return Ok(entries.insert(heap, vacancy, hash, key, Object::small(at as i32))?);
    }
    let at = body.oldest;
    let (old_key, old_hash) = (body.keys[at as usize].clone(), body.hashes[at as usize]);
    let old = found.find_key(rt, &old_key, old_hash)?;
    let body = cache.get(&rt.heap);
    if body.oldest != at || !body.keys[at as usize].is(&old_key) {
        // Comparing keys has used the cache.
        return Ok(());
    }
    if let Lookup::Found(position) = old
        && found.get(&rt.heap).value(position).value().as_int() == Some(at.into())
    {
        drop(found.get_mut(&mut rt.heap).0.remove(position));
    }
    found.set_hashed(rt, &key, hash, Object::small(at as i32))?;
    let body = cache.get_mut(&mut rt.heap).0;
    let Some(place) = body.keys.get_mut(at as usize) else { return Ok(()) };
    let gone = std::mem::replace(place, key);
    let gone = (gone, std::mem::replace(&mut body.results[at as usize], result.clone()));
    body.hashes[at as usize] = hash;
    body.touch(at);
    drop(gone);
    Ok(())
}

fn descriptor_get(rt: &mut Runtime, this: &Object, instance: Option<&Object>, _owner: &Object) -> Result {
    match instance {
        None => Ok(this.clone()),
        Some(instance) => {
            let body = BoundMethodBody { function: this.clone(), this: instance.clone() };
            Ok(rt.heap.alloc(ShapeId::BOUND_METHOD, body)?.into())
        }
    }
}

methods! {
    static METHODS = [
        /// Report cache statistics
        "cache_info"() => cache_info;
        /// Clear the cache and cache statistics
        "cache_clear"() => cache_clear;
        "__reduce__"() => |rt: &mut Runtime, this: &Object| {
            let name = rt.names.qualname.clone();
            rt.get_attr(this, &name)
        };
        "__copy__"() => |_: &mut Runtime, this: &Object| this.clone();
        "__deepcopy__"(memo, /) => |_: &mut Runtime, this: &Object, _: &Object| this.clone();
    ];
}

fn cache_info(rt: &mut Runtime, this: &Cache) -> Result {
    let body = this.get(&rt.heap);
    let (info, hits, misses, limit) = (body.info.clone(), body.hits, body.misses, body.limit);
    let size = body.found.get(&rt.heap).len();
    let limit = match limit {
        Some(limit) => rt.new_int(limit as i128)?,
        None => Object::NONE,
    };
    let values = [rt.new_int(hits.into())?, rt.new_int(misses.into())?, limit, rt.new_int(size as i128)?];
    rt.call(&info, &values)
}

fn cache_clear(rt: &mut Runtime, this: &Cache) {
    let body = this.get_mut(&mut rt.heap).0;
    (body.hits, body.misses) = (0, 0);
    (body.oldest, body.newest) = (NOWHERE, NOWHERE);
    let gone = (body.keys.take(), body.results.take(), body.hashes.take(), body.older.take(), body.newer.take());
    let found = body.found.clone();
    let entries = found.get_mut(&mut rt.heap).0.take();
    drop((gone, entries));
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "_lru_cache_wrapper",
    module: "functools",
    doc: "Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize\n",
    layout: <CacheBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE | ClassFlags::HAS_DICT | ClassFlags::WEAKREFABLE,
    slots: Slots { new: Some(new), call: Some(call), descriptor_get: Some(descriptor_get), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};
