use super::*;
use crate::base::hash::HashKey;
use crate::heap::Heap;
use crate::layout::search::{Lookup, find};
use crate::layout::string::Str;
use crate::layout::testing::{Random, heap};
use std::collections::HashMap;

fn store(heap: &mut Heap, dict: &Dict, hash: i64, key: &Object, value: Object) {
    let (body, allocator) = dict.get_mut(heap);
    drop(body.store(allocator, hash, key, value).expect("native equality, enough memory"));
}

fn int(n: i64) -> Object {
    Object::int(n).unwrap()
}

#[test]
fn random_operations_agree_with_a_model() {
    for (seed, span) in [(1, 10), (2, 300), (3, 40_000), (4, 1 << 30)] {
        let mut heap = heap();
        let dict = Dict::new(&heap).unwrap();
        let mut random = Random(seed);
        let mut model: HashMap<i64, i64> = HashMap::new();
        let mut order: Vec<i64> = Vec::new();
        for step in 0..30_000 {
            let n = (random.draw() % span) as i64;
            let key = int(n);
            match random.draw() % 8 {
                0..5 => {
                    store(&mut heap, &dict, n, &key, int(step));
                    if model.insert(n, step).is_none() {
                        order.push(n);
                    }
                }
                5 | 6 => {
                    let found = match dict.get(&heap).lookup(&key, n) {
                        Lookup::Found(at) => Some(dict.get_mut(&mut heap).0.remove(at).1.value().int_unchecked()),
                        _ => None,
                    };
                    assert_eq!(found, model.remove(&n));
                    if found.is_some() {
                        order.retain(|&k| k != n);
                    }
                }
                _ if step % 50 == 0 => {
                    let last = dict.get_mut(&mut heap).0.pop_last().map(|(key, _)| key.value().int_unchecked());
                    assert_eq!(last, order.pop());
                    last.map(|last| model.remove(&last));
                }
                _ => {}
            }
            assert_eq!(dict.get(&heap).len(), model.len());
        }
        let body = dict.get(&heap);
        let keys: Vec<i64> = body.iter().map(|(_, entry)| entry.key.value().int_unchecked()).collect();
        assert_eq!(keys, order);
        for (&key, &value) in &model {
            assert!(matches!(body.lookup(&int(key), key), Lookup::Found(at) if body.value(at).is(&int(value))));
        }
        let copy = body.copy(&heap).unwrap();
        assert!(copy.iter().map(|(_, e)| e.hash).eq(order.iter().copied()));
        for &key in &order {
            assert!(matches!(copy.lookup(&int(key), key), Lookup::Found(_)));
        }
        let mut backwards = Vec::new();
        let mut position = body.end();
        while let Some((at, entry)) = body.previous(position) {
            backwards.push(entry.hash);
            position = at;
        }
        backwards.reverse();
        assert_eq!(backwards, order);
        drop((copy, dict));
        assert_eq!(heap.accounting().bytes(), 0);
    }
}

#[test]
fn string_keys_are_found_by_contents() {
    let mut heap = heap();
    let hash_key = HashKey::from_seed(3);
    let dict = Dict::new(&heap).unwrap();
    for n in 0..5_000i64 {
        let key = Str::new(&heap, &format!("key {n}")).unwrap();
        store(&mut heap, &dict, key.hash(&hash_key), &key, int(n));
    }
    assert!(dict.get(&heap).has_only_strings());
    for n in 0..5_000i64 {
        let key = Str::new(&heap, &format!("key {n}")).unwrap();
        let body = dict.get(&heap);
        assert!(matches!(body.lookup(&key, key.hash(&hash_key)), Lookup::Found(at) if body.value(at).is(&int(n))));
    }
    let other = Str::new(&heap, "no key").unwrap();
    assert!(matches!(dict.get(&heap).lookup(&other, other.hash(&hash_key)), Lookup::Missing(_)));
    store(&mut heap, &dict, 7, &int(7), int(7));
    assert!(!dict.get(&heap).has_only_strings());
    drop((dict, other));
    assert_eq!(heap.accounting().bytes(), 0);
}

#[test]
fn versions_end_with_changes_of_the_keys_only() {
    let mut heap = heap();
    let dict = Dict::new(&heap).unwrap();
    store(&mut heap, &dict, 1, &int(1), int(1));
    dict.get_mut(&mut heap).0.set_version(9);
    store(&mut heap, &dict, 1, &int(1), int(2));
    assert_eq!(dict.get(&heap).version(), 9);
    store(&mut heap, &dict, 2, &int(2), int(2));
    assert_eq!(dict.get(&heap).version(), 0);
    dict.get_mut(&mut heap).0.set_version(10);
    dict.get_mut(&mut heap).0.remove(0);
    assert_eq!(dict.get(&heap).version(), 0);
}

#[test]
fn an_interrupted_search_starts_anew_after_a_change() {
    let mut heap = heap();
    let dict = Dict::new(&heap).unwrap();
    store(&mut heap, &dict, 1, &int(1), int(10));
    let key = crate::layout::float::boxed(&heap, 1.0).unwrap();
    let mut calls = 0;
    let found = find(&mut heap, &dict, 1, &key, |heap, _, _| {
        calls += 1;
        if calls == 1 {
            drop(dict.get_mut(heap).0.take());
            (1..50).for_each(|n| store(heap, &dict, n, &int(n), int(n)));
        }
        Ok::<_, ()>(true)
    });
    assert_eq!((found, calls), (Ok(Lookup::Found(0)), 2));
    drop((dict, key));
    assert_eq!(heap.accounting().bytes(), 0);
}

#[test]
fn a_failed_insertion_changes_nothing() {
    let mut heap = heap();
    let dict = Dict::new(&heap).unwrap();
    let mut failures = 0;
    for n in 0..2_000 {
        heap.fail_after(0);
        let (body, allocator) = dict.get_mut(&mut heap);
        let failed = body.store(allocator, n, &int(n), int(n)).is_err();
        heap.fail_after(u64::MAX);
        failures += failed as i32;
        assert_eq!(dict.get(&heap).len(), n as usize + !failed as usize);
        store(&mut heap, &dict, n, &int(n), int(n));
        assert_eq!(dict.get(&heap).iter().count(), n as usize + 1);
    }
    assert!(failures > 10);
}
