//! Sorting.

use anthill::base::sort::{merge_sort, sort_by, sorted_bytes, sorted_positions};

/// A small generator of repeatable numbers.
fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |limit| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    }
}

/// Key and original place.
type Item = (u64, usize);

/// Lists of many shapes: random, few distinct keys, sorted stretches, falling, nearly sorted.
fn samples() -> Vec<Vec<Item>> {
    let mut next = numbers(7);
    let mut samples = Vec::new();
    for length in [0, 1, 2, 3, 10, 31, 32, 33, 63, 64, 65, 100, 500, 1000, 5000] {
        for shape in 0..7 {
            let mut keys: Vec<u64> = (0..length as u64)
                .map(|i| match shape {
                    0 => next(1 << 40),
                    1 => next(4),
                    2 => i,
                    3 => length as u64 - i,
                    4 => i % 100,
                    5 => i / 7 * 3 % 50,
                    _ => i,
                })
                .collect();
            if shape == 6 {
                for _ in 0..length / 20 {
                    let at = next(length as u64) as usize;
                    keys[at] = next(length as u64);
                }
            }
            samples.push(keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect());
        }
    }
    samples
}

#[test]
fn merge_sort_is_stable_and_sorts() {
    for sample in samples() {
        let mut items = sample.clone();
        merge_sort(&mut items, |a, b| Ok::<bool, ()>(a.0 < b.0)).unwrap();
        let mut expected = sample;
        expected.sort();
        assert!(items == expected, "{} items", items.len());
    }
}

#[test]
fn a_failing_comparison_leaves_a_permutation() {
    let mut next = numbers(3);
    for sample in samples() {
        let mut items = sample.clone();
        let mut left = next(3000);
        let _ = merge_sort(&mut items, |a, b| {
            left = left.checked_sub(1).ok_or(())?;
            Ok::<bool, ()>(a.0 < b.0)
        });
        let mut places: Vec<usize> = items.iter().map(|item| item.1).collect();
        places.sort();
        assert!(places.into_iter().eq(0..items.len()));
    }
}

#[test]
fn a_lying_comparison_leaves_a_permutation() {
    let mut next = numbers(5);
    for sample in samples() {
        let mut items = sample.clone();
        merge_sort(&mut items, |_, _| Ok::<bool, ()>(next(2) == 0)).unwrap();
        let mut places: Vec<usize> = items.iter().map(|item| item.1).collect();
        places.sort();
        assert!(places.into_iter().eq(0..items.len()));
    }
}

#[test]
fn sorted_input_costs_one_comparison_an_item() {
    let count = |keys: &mut Vec<u64>| {
        let mut calls = 0;
        merge_sort(keys, |a, b| {
            calls += 1;
            Ok::<bool, ()>(a < b)
        })
        .unwrap();
        calls
    };
    assert_eq!(count(&mut (0..10_000).collect()), 9_999);
    assert_eq!(count(&mut (0..10_000).rev().collect()), 9_999);
    let mut next = numbers(9);
    // Within a few per cent of the least that any comparison sort can do: log2(10000!) = 118458.
    assert!(count(&mut (0..10_000).map(|_| next(1 << 50)).collect()) < 124_000);
}

#[test]
fn plain_keys_give_the_same_order() {
    for sample in samples() {
        for reverse in [false, true] {
            let mut expected = sample.clone();
            if reverse {
                expected.sort_by_key(|pair| std::cmp::Reverse(pair.0));
            } else {
                expected.sort_by_key(|item| item.0);
            }
            let mut items = sample.clone();
            sort_by(&mut items, reverse, |a, b| a.0.cmp(&b.0), &|| false).unwrap();
            assert!(items == expected);
            // Items' places are their positions in the sample.
            let expected: Vec<usize> = expected.iter().map(|item| item.1).collect();
            let float = |i: usize| sample[i].0 as f64 - 10.5;
            let sorted = sorted_positions(sample.len(), reverse, float, f64::total_cmp, 1, &|| false);
            assert!(sorted == (expected, Ok(())));
            // Short, of middle length, long.
            for width in [7, 14, 20] {
                let texts: Vec<Vec<u8>> =
                    sample.iter().map(|item| format!("{:0width$}", item.0 % 1_000_000).into_bytes()).collect();
                let text = |i: usize| &texts[i][..];
                let mut expected: Vec<usize> = (0..texts.len()).collect();
                expected.sort_by(|&a, &b| if reverse { text(b).cmp(text(a)) } else { text(a).cmp(text(b)) });
                let sizes = (width, width * texts.len());
                assert!(sorted_bytes(texts.len(), sizes, reverse, text, &|| false) == (expected, Ok(())));
            }
        }
    }
    let texts: [&[u8]; 6] = [b"b", b"", b"a\0", b"a", b"abcdefghi", b"abcdefgh"];
    let sorted = sorted_bytes(texts.len(), (9, 22), false, |i| texts[i], &|| false);
    assert_eq!(sorted, (vec![1, 3, 2, 5, 4, 0], Ok(())));
}
