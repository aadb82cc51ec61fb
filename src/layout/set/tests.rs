use super::*;
use crate::layout::testing::{Random, heap};

fn add(heap: &mut crate::heap::Heap, set: &Set, n: i64) {
    let key = Object::int(n).unwrap();
    if let Lookup::Missing(vacancy) = set.get(heap).lookup(&key, n) {
        let (body, allocator) = set.get_mut(heap);
        body.insert(allocator, vacancy, n, key).unwrap();
    }
}

/// A number from all keys in their order of iteration.
fn fold(set: &SetBody, check: i64) -> i64 {
    set.iter().fold(check, |check, (key, _)| mix(check, key.value().int_unchecked()))
}

fn mix(check: i64, n: i64) -> i64 {
    ((check as i128 * 31 + n as i128) % ((1 << 61) - 1)) as i64
}

/// The same operations in CPython 3.13 gave the expected numbers.
#[test]
fn keys_come_in_the_order_of_cpython() {
    for (seed, steps, span, expected) in [
        (1, 2_000, 50, (1991165462766330494, 40)),
        (2, 5_000, 1_000, (1068647949745303190, 635)),
        (3, 20_000, 1 << 30, (1723417073598261841, 10043)),
    ] {
        let mut heap = heap();
        let mut random = Random(seed);
        let mut set = Set::new(&heap).unwrap();
        let mut check = 0;
        for step in 0..steps {
            let (kind, n) = (random.draw() % 8, random.draw() % span);
            let n = if n % 3 != 0 { n * 7919 } else { n } as i64;
            if kind < 5 {
                add(&mut heap, &set, n);
            } else if kind == 5 {
                if let Lookup::Found(at) = set.get(&heap).lookup(&Object::int(n).unwrap(), n) {
                    set.get_mut(&mut heap).0.remove(at);
                }
            } else if kind == 6 {
                if let Some((key, _)) = set.get_mut(&mut heap).0.pop() {
                    check = mix(check, key.value().int_unchecked());
                }
            } else if step % 16 == 0 {
                let mut copy = SetBody::new();
                copy.copy_from(&heap, set.get(&heap)).unwrap();
                set = heap.alloc(ShapeId::SET, copy).unwrap();
            }
            if step % 64 == 0 {
                check = fold(set.get(&heap), check);
            }
        }
        assert_eq!((check, set.get(&heap).len()), expected);
        drop(set);
        assert_eq!(heap.accounting().bytes(), 0);
    }
}

#[test]
fn merging_keeps_the_order_of_cpython() {
    let mut heap = heap();
    let (a, b) = (Set::new(&heap).unwrap(), Set::new(&heap).unwrap());
    (0..60_000).for_each(|n| add(&mut heap, &a, n));
    let (body, allocator) = a.get_mut(&mut heap);
    body.prepare_merge(allocator, 60_000).unwrap();
    (1_000_000..1_060_000).for_each(|n| add(&mut heap, &b, n));
    let keys: Vec<i64> = b.get(&heap).iter().map(|(_, hash)| hash).collect();
    keys.into_iter().for_each(|n| add(&mut heap, &a, n));
    let sum = a.get(&heap).iter().enumerate().map(|(i, (_, hash))| i as i128 * hash as i128).sum::<i128>();
    assert_eq!(sum % ((1 << 61) - 1), 5636280638911892);
    drop((a, b));
    assert_eq!(heap.accounting().bytes(), 0);
}

#[test]
fn an_interrupted_search_starts_anew_after_a_change() {
    let mut heap = heap();
    let set = Set::new(&heap).unwrap();
    for n in [1, 2, 3] {
        add(&mut heap, &set, n);
    }
    // A float of the same hash is a doubtful candidate for 1 and makes `find` call back.
    let key = crate::layout::float::boxed(&heap, 1.0).unwrap();
    assert_eq!(set.get(&heap).lookup(&key, 1), Lookup::Ask);
    let mut calls = 0;
    let found = crate::layout::search::find(&mut heap, &set, 1, &key, |heap, candidate, _| {
        assert_eq!(candidate.value().as_int(), Some(1));
        calls += 1;
        if calls == 1 {
            (100..200).for_each(|n| add(heap, &set, n));
        }
        Ok::<_, ()>(true)
    });
    assert!(matches!(found, Ok(Lookup::Found(_))));
    assert_eq!(calls, 2);
    let failed = crate::layout::search::find(&mut heap, &set, 1, &key, |_, _, _| Err(7));
    assert_eq!(failed, Err(7));
    drop((set, key));
    assert_eq!(heap.accounting().bytes(), 0);
}
