use super::*;
use crate::base::hash::HashKey;
use crate::heap::Heap;
use crate::layout::testing::{Random, heap};

const TEXTS: [&str; 8] = ["", "a", "abcdefgh", "abcdefghi", "h\u{e9}llo", "\u{20ac}uro", "\u{1f600} wide", "\u{ff}"];

fn chars(text: &str) -> Vec<u32> {
    text.chars().map(|c| c as u32).collect()
}

fn check(string: &Str, expected: &str) {
    let expected_chars = chars(expected);
    assert_eq!(string.units().iter().collect::<Vec<_>>(), expected_chars);
    assert_eq!(string.kind(), Units::Four(&expected_chars).narrowest(), "narrowest width of {expected:?}");
    assert_eq!(string.as_ascii(), expected.is_ascii().then_some(expected));
    assert_eq!(string.to_rust(), expected);
    assert!(string.equals_text(expected));
}

fn texts() -> Vec<String> {
    let long = |text: &str| text.repeat(700 / text.len().max(1));
    TEXTS.iter().map(|t| t.to_string()).chain(TEXTS.iter().map(|t| long(t))).collect()
}

#[test]
fn strings_of_every_width_and_length_come_back() {
    let heap = heap();
    let key = HashKey::from_seed(0);
    for text in texts() {
        let string = Str::new(&heap, &text).unwrap();
        check(&string, &text);
        let again = Str::from_four(&heap, &chars(&text)).unwrap();
        assert!(string == again && string.hash(&key) == again.hash(&key));
        let shape = heap.add_shape(*heap.shape(ShapeId::STR));
        let instance = heap.alloc_instance(shape, StrBody::detached(&heap, &string).unwrap(), 0).unwrap();
        check(&instance, &text);
        check(&string.repeat(&heap, 3).unwrap(), &text.repeat(3));
        check(&string.repeat(&heap, 0).unwrap(), "");
        for other in texts() {
            let right = Str::new(&heap, &other).unwrap();
            check(&Str::concat(&heap, &string, &right).unwrap(), &format!("{text}{other}"));
            let items = [right.as_object().clone(), string.as_object().clone()];
            let joined = Str::join(&heap, &Str::new(&heap, "").unwrap(), &items).unwrap();
            check(&joined.unwrap(), &format!("{other}{text}"));
            assert_eq!(string == right, text == other);
            assert_eq!(string.compare(&right), chars(&text).cmp(&chars(&other)));
        }
    }
    assert_eq!(heap.accounting().bytes(), 0);
}

#[test]
fn slices_are_narrowed_and_short_ones_shared() {
    let heap = heap();
    let cache = StrCache::new(&heap).unwrap();
    let text: String = "abc\u{20ac}def\u{1f600}\u{e9}".repeat(30);
    let all = chars(&text);
    let string = Str::new(&heap, &text).unwrap();
    let expect = |characters: Vec<u32>| characters.into_iter().map(|c| char::from_u32(c).unwrap()).collect::<String>();
    let mut random = Random(5);
    for _ in 0..500 {
        let (start, stop) = (random.draw() as usize % 300, random.draw() as usize % 300);
        let slice = string.slice(&heap, &cache, start, stop).unwrap();
        let stop = stop.min(all.len());
        check(&slice, &expect(all[start.min(stop)..stop].to_vec()));
        let step = (random.draw() % 7) as isize - 3;
        if step != 0 && start < all.len() {
            let picked: Vec<u32> = if step > 0 {
                all[start..].iter().step_by(step as usize).copied().collect()
            } else {
                all[..=start].iter().rev().step_by(-step as usize).copied().collect()
            };
            let slice = string.slice_step(&heap, &cache, start, step, picked.len()).unwrap();
            check(&slice, &expect(picked));
        }
    }
    assert!(string.slice(&heap, &cache, 0, 1).unwrap().is(&cache.text(&heap, "a").unwrap()));
    assert!(string.slice(&heap, &cache, 5, 5).unwrap().is(&cache.empty()));
    drop(string);
    assert!(heap.check_leaks(&[]).is_clean());
}

#[test]
fn appending_in_place_agrees_with_concatenation() {
    let heap = heap();
    let key = HashKey::from_seed(0);
    let mut random = Random(1);
    for _ in 0..50 {
        let mut expected = String::new();
        let mut string = Str::new(&heap, "").unwrap();
        for _ in 0..random.draw() % 200 {
            let piece = TEXTS[random.draw() as usize % if random.draw().is_multiple_of(10) { 8 } else { 4 }];
            let more = Str::new(&heap, piece).unwrap();
            let before = string.hash(&key);
            let shared = random.draw().is_multiple_of(5).then(|| (string.clone(), expected.clone()));
            Str::append_in_place(&heap, &mut string, &more).unwrap();
            expected.push_str(piece);
            if let Some((old, text)) = shared {
                check(&old, &text);
                assert_eq!(old.hash(&key), before);
            }
            check(&string, &expected);
            assert_eq!(string.hash(&key), Str::new(&heap, &expected).unwrap().hash(&key));
        }
    }
    assert_eq!(heap.accounting().bytes(), 0);
}

#[test]
fn growth_in_place_is_amortised() {
    let heap = heap();
    let more = Str::new(&heap, "x").unwrap();
    let mut string = Str::new(&heap, "").unwrap();
    let mut moves = 0;
    for _ in 0..1_000_000 {
        let before = string.units().as_bytes().as_ptr();
        Str::append_in_place(&heap, &mut string, &more).unwrap();
        moves += (string.units().as_bytes().as_ptr() != before) as i32;
    }
    assert_eq!(string.len(), 1_000_000);
    assert!(moves < 150, "{moves} moves");
}

fn build(heap: &Heap, cache: &StrCache, seed: u64) -> (Str, String) {
    let mut random = Random(seed);
    let (mut builder, mut expected) = (StrBuilder::new(), String::new());
    for _ in 0..random.draw() % 60 {
        let text = TEXTS[random.draw() as usize % if seed.is_multiple_of(2) { 4 } else { 8 }];
        match random.draw() % 4 {
            0 => builder.push_string(heap, &Str::new(heap, text).unwrap()).unwrap(),
            1 => builder.push_str(heap, text).unwrap(),
            2 => builder.push_units(heap, Units::Four(&chars(text))).unwrap(),
            _ => text.chars().for_each(|c| builder.push(heap, c as u32).unwrap()),
        }
        expected.push_str(text);
        assert_eq!(builder.len(), expected.chars().count());
    }
    builder.push_repeated(heap, 'z' as u32, 3).unwrap();
    expected.push_str("zzz");
    (builder.finish(heap, cache).unwrap(), expected)
}

#[test]
fn builders_widen_as_needed() {
    let heap = heap();
    let cache = StrCache::new(&heap).unwrap();
    for seed in 0..200 {
        let (string, expected) = build(&heap, &cache, seed);
        check(&string, &expected);
    }
    assert!(StrBuilder::new().finish(&heap, &cache).unwrap().is(&cache.empty()));
    assert!(heap.check_leaks(&[]).is_clean());
}

#[test]
fn lone_surrogates_are_characters() {
    let heap = heap();
    let string = Str::from_two(&heap, &[0x61, 0xD800, 0x62]).unwrap();
    assert!(string.has_surrogates());
    assert_eq!(string.len(), 3);
    assert_eq!(string.to_rust(), "a\u{fffd}b");
    assert_eq!(string.to_wtf8(), [0x61, 0xed, 0xa0, 0x80, 0x62]);
}

#[test]
fn a_failed_allocation_loses_nothing() {
    let heap = heap();
    let text = "x".repeat(600);
    for fail in 0..2 {
        let mut string = Str::new(&heap, &text).unwrap();
        let more = Str::new(&heap, &text).unwrap();
        heap.fail_after(fail);
        let result = Str::append_in_place(&heap, &mut string, &more);
        heap.fail_after(0);
        assert!(Str::new(&heap, &text).is_err());
        heap.fail_after(u64::MAX);
        check(&string, &text.repeat(if result.is_ok() { 2 } else { 1 }));
    }
    assert_eq!(heap.accounting().bytes(), 0);
}
