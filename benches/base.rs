//! Floor 0 by itself: `cargo bench --bench base`. Each line has its like in `benches/base.py`.

use anthill::base::bigint::{self, Int, IntRef};
use anthill::base::format_spec::{Spec, SpecKind, format_float, format_int};
use anthill::base::text::codec::{Codec, Errors, decode, encode};
use anthill::base::text::{self, TextBuf, TextRef};
use anthill::base::{float_text, sort};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn power(base: i64, exponent: i64) -> Int {
    bigint::power(IntRef::Small(base), IntRef::Small(exponent), bigint::UNWATCHED).unwrap()
}

#[divan::bench(args = [40, 200, 1000, 20_000])]
fn multiply(bencher: Bencher, digits: i64) {
    let (a, b) = (power(7, digits), power(11, digits));
    bencher.bench(|| bigint::multiply(black_box(a.as_ref()), black_box(b.as_ref())));
}

#[divan::bench(args = [40, 200, 1000])]
fn add(bencher: Bencher, digits: i64) {
    let (a, b) = (power(7, digits), power(11, digits));
    bencher.bench(|| bigint::add(black_box(a.as_ref()), black_box(b.as_ref())));
}

#[divan::bench(args = [40, 200, 1000, 20_000])]
fn divmod(bencher: Bencher, digits: i64) {
    let (a, b) = (power(11, digits * 2), power(7, digits));
    bencher.bench(|| bigint::divmod(black_box(a.as_ref()), black_box(b.as_ref()), bigint::UNWATCHED));
}

#[divan::bench(args = [40, 1000])]
fn remainder_by_ten(bencher: Bencher, digits: i64) {
    let a = power(11, digits);
    bencher.bench(|| bigint::remainder(black_box(a.as_ref()), IntRef::Small(10), bigint::UNWATCHED));
}

#[divan::bench(args = [40, 1000, 20_000])]
fn int_to_text(bencher: Bencher, digits: i64) {
    let a = power(11, digits);
    bencher.bench(|| bigint::to_decimal(black_box(a.as_ref()), 0, bigint::UNWATCHED));
}

#[divan::bench(args = [40, 1000, 20_000])]
fn text_to_int(bencher: Bencher, digits: i64) {
    let text = bigint::to_decimal(power(11, digits).as_ref(), 0, bigint::UNWATCHED).unwrap().unwrap();
    bencher.bench(|| bigint::parse(black_box(text.as_bytes()), 10, 0, bigint::UNWATCHED));
}

#[divan::bench]
fn power_modulo(bencher: Bencher) {
    let (a, m) = (power(7, 90), power(10, 77));
    bencher.bench(|| bigint::power_modulo(black_box(a.as_ref()), a.as_ref(), m.as_ref(), bigint::UNWATCHED));
}

#[divan::bench(args = [0.1, 6.02214076e-3, 1e22])]
fn float_repr(value: f64) -> String {
    float_text::repr(black_box(value))
}

#[divan::bench]
fn float_round() -> f64 {
    float_text::round_to_digits(black_box(1234.56789), 2).unwrap()
}

#[divan::bench]
fn float_parse() -> Option<f64> {
    float_text::parse(black_box(b"3.14159265358979"), bigint::UNWATCHED).unwrap()
}

#[divan::bench]
fn format_two_decimals() -> TextBuf {
    let spec = Spec::parse(black_box(TextRef::Ascii(b".2f")), SpecKind::Float, "float").unwrap();
    format_float(black_box(1234.56789), &spec, "float", bigint::UNWATCHED, usize::MAX).unwrap()
}

#[divan::bench]
fn format_grouped_int() -> TextBuf {
    let spec = Spec::parse(black_box(TextRef::Ascii(b"15,")), SpecKind::Int, "int").unwrap();
    format_int(black_box(IntRef::Small(123_456_789)), &spec, "int", 0, bigint::UNWATCHED, usize::MAX).unwrap()
}

fn prose() -> TextBuf {
    TextBuf::from("the quick brown fox jumps over the lazy dog. ".repeat(2000))
}

fn wide_prose() -> TextBuf {
    TextBuf::from("съешь ещё этих мягких французских булок, да выпей чаю. ".repeat(1600))
}

#[divan::bench]
fn find_absent(bencher: Bencher) {
    let hay = prose();
    bencher.bench(|| text::find(hay.as_ref(), TextRef::Ascii(b"lazy cat")));
}

#[divan::bench]
fn find_absent_wide(bencher: Bencher) {
    let (hay, needle) = (wide_prose(), TextBuf::from("булки"));
    bencher.bench(|| text::find(hay.as_ref(), needle.as_ref()));
}

#[divan::bench]
fn count_wide(bencher: Bencher) {
    let (hay, needle) = (wide_prose(), TextBuf::from("чаю"));
    bencher.bench(|| text::count(hay.as_ref(), needle.as_ref(), usize::MAX, &|| false));
}

#[divan::bench]
fn split_words(bencher: Bencher) {
    let hay = prose();
    let TextRef::Ascii(units) = hay.as_ref() else { return };
    bencher.bench(|| {
        text::split_spaces(units, text::is_space, usize::MAX, &|| false).map(|range| range.len()).sum::<usize>()
    });
}

#[divan::bench]
fn split_at_comma(bencher: Bencher) {
    let hay = "12,345,6789,".repeat(8000);
    bencher.bench(|| text::split(hay.as_bytes(), b",", usize::MAX, &|| false).map(|range| range.len()).sum::<usize>());
}

#[divan::bench]
fn replace(bencher: Bencher) {
    let hay = prose();
    bencher.bench(|| {
        text::replace(hay.as_ref(), TextRef::Ascii(b"fox"), TextRef::Ascii(b"wolf"), usize::MAX, usize::MAX, &|| false)
    });
}

#[divan::bench]
fn replace_one_by_one(bencher: Bencher) {
    let hay = prose();
    bencher.bench(|| {
        text::replace(hay.as_ref(), TextRef::Ascii(b"e"), TextRef::Ascii(b"a"), usize::MAX, usize::MAX, &|| false)
    });
}

#[divan::bench]
fn upper_wide(bencher: Bencher) {
    let hay = wide_prose();
    bencher.bench(|| text::upper(hay.as_ref()));
}

#[divan::bench]
fn lower_ascii(bencher: Bencher) {
    let hay = prose();
    bencher.bench(|| text::lower(hay.as_ref()));
}

#[divan::bench]
fn repr_ascii(bencher: Bencher) {
    let hay = prose();
    bencher.bench(|| text::repr(hay.as_ref(), false));
}

#[divan::bench]
fn isalpha_wide(bencher: Bencher) {
    let hay = TextBuf::from("булка".repeat(10_000));
    bencher.bench(|| text::all(hay.as_ref(), text::Test::Alpha));
}

#[divan::bench]
fn decode_utf8(bencher: Bencher) {
    let bytes = encode(Codec::Utf8, wide_prose().as_ref(), Errors::Strict).unwrap();
    bencher.bench(|| decode(Codec::Utf8, &bytes, Errors::Strict));
}

#[divan::bench]
fn encode_utf8(bencher: Bencher) {
    let hay = wide_prose();
    bencher.bench(|| encode(Codec::Utf8, hay.as_ref(), Errors::Strict));
}

fn random_ints() -> Vec<i64> {
    let mut source = anthill::base::random_source::RandomSource::from_int(&[1], &|| false).expect("not stopped");
    (0..100_000).map(|_| source.bits(40) as i64).collect()
}

#[divan::bench]
fn sort_compared(bencher: Bencher) {
    let items = random_ints();
    bencher.with_inputs(|| items.clone()).bench_values(|mut items| {
        sort::merge_sort(&mut items, |a, b| Ok::<bool, ()>(black_box(a < b))).unwrap();
        items
    });
}

#[divan::bench]
fn sort_plain(bencher: Bencher) {
    let items = random_ints();
    bencher.with_inputs(|| items.clone()).bench_values(|mut items| {
        sort::sort_by(&mut items, false, |a, b| a.cmp(b), &|| false).unwrap();
        items
    });
}

#[divan::bench]
fn sort_texts(bencher: Bencher) {
    let texts: Vec<Vec<u8>> = random_ints().iter().map(|item| item.to_string().into_bytes()).collect();
    let sizes = texts.iter().fold((0, 0), |(longest, total), text| (text.len().max(longest), total + text.len()));
    bencher.bench(|| sort::sorted_bytes(texts.len(), sizes, false, |i| &texts[i], &|| false));
}
