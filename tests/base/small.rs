//! Random numbers and suggestions.

use anthill::base::bigint::{self, Int, IntRef};
use anthill::base::random_source::RandomSource;
use anthill::base::suggest::suggest;

use crate::table;

#[test]
fn sequences_and_suggestions_equal_cpython() {
    table::run("small", |fields| match fields[0].as_str() {
        "random" => random(&fields[1]),
        _ => {
            let candidates: Vec<&str> = fields[2].split('|').collect();
            let index = suggest(&fields[1], candidates.iter().copied());
            index.filter(|_| !fields[2].is_empty()).map_or("None", |index| candidates[index]).to_string()
        }
    });
}

fn random(seed: &str) -> String {
    let seed = bigint::parse(seed.as_bytes(), 0, 0, bigint::UNWATCHED).unwrap();
    let mut source = match seed.as_ref() {
        IntRef::Small(value) => RandomSource::from_int(&[value as u64], &|| false),
        IntRef::Big { words, .. } => RandomSource::from_int(words, &|| false),
    }
    .expect("nothing stops it");
    let mut shown: Vec<String> = (0..3).map(|_| table::float_hex(source.random())).collect();
    for bits in [1, 5, 31, 32, 33, 53, 63, 64, 65, 100, 200] {
        let value = Int::from_words(false, source.bit_words(bits, &|| false).expect("nothing stops it"));
        shown.push(format!(
            "0x{}",
            bigint::to_radix(value.as_ref(), 16, false, anthill::base::bigint::UNWATCHED).unwrap()
        ));
    }
    for limit in [1, 2, 10, 1000, 1 << 32, 1 << 40, 1 << 62] {
        shown.push(source.below(limit).to_string());
    }
    // Half of it in a generator restored from the state.
    (0..600).for_each(|_| _ = source.random());
    let (state, index) = source.state();
    let mut source = RandomSource::from_state(*state, index).unwrap();
    (0..700).for_each(|_| _ = source.random());
    shown.push(table::float_hex(source.random()));
    let (state, index) = source.state();
    shown.push(format!("{} {} {index}", state[0], state[623]));
    shown.join(" ")
}

#[test]
fn too_many_candidates_give_no_suggestion() {
    let names: Vec<String> = (0..750).map(|i| format!("name{i}")).collect();
    assert_eq!(suggest("nam1", names.iter().map(String::as_str)), None);
    assert!(suggest("nam1", names[1..].iter().map(String::as_str)).is_some());
}
