//! Integers.

use std::cmp::Ordering;

use anthill::base::bigint::{self, Int, IntError, IntRef, ParseIntError, UNWATCHED};

use crate::table;

fn int(text: &str) -> Int {
    bigint::parse(text.as_bytes(), 0, 0, UNWATCHED).unwrap()
}

fn float(text: &str) -> f64 {
    table::float(text)
}

/// `hex()`, after a look at the value's form.
fn hex(value: &Int) -> String {
    let in_range = value.as_ref().to_i64().is_some_and(|v| (-(1 << 61)..1 << 61).contains(&v));
    match value.as_ref() {
        IntRef::Small(_) => assert!(in_range),
        IntRef::Big { words, .. } => assert!(!in_range && *words.last().unwrap() != 0),
    }
    let text = bigint::to_radix(value.as_ref(), 16, false, UNWATCHED).unwrap();
    match text.strip_prefix('-') {
        Some(digits) => format!("-0x{digits}"),
        None => format!("0x{text}"),
    }
}

fn name(error: IntError) -> String {
    match error {
        IntError::ZeroDivision => "ZeroDivisionError",
        IntError::FloatOverflow => "OverflowError",
        _ => "ValueError",
    }
    .to_string()
}

fn shown(result: Result<Int, IntError>) -> String {
    result.map_or_else(name, |value| hex(&value))
}

fn float_hex(result: Result<f64, IntError>) -> String {
    result.map_or_else(name, table::float_hex)
}

fn order(order: Ordering) -> i64 {
    order as i64
}

#[test]
fn operations_equal_cpython() {
    table::run("bigint", |fields| {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let (function, arguments) = fields.split_first().unwrap();
        match *function {
            "parse" => match bigint::parse(arguments[0].as_bytes(), arguments[1].parse().unwrap(), 4300, UNWATCHED) {
                Ok(value) => hex(&value),
                Err(ParseIntError::Invalid) => "invalid".to_string(),
                Err(ParseIntError::TooManyDigits(count)) => format!("too many {count}"),
                Err(ParseIntError::Interrupted) => unreachable!("nobody watches"),
            },
            "from_f64" => match bigint::from_f64(float(arguments[0])) {
                Ok(value) => hex(&value),
                Err(bigint::FromFloatError::NotANumber) => "ValueError".to_string(),
                Err(bigint::FromFloatError::Infinity) => "OverflowError".to_string(),
            },
            "from_bytes" => {
                let bytes: Vec<u8> = (0..arguments[0].len() / 2)
                    .map(|i| u8::from_str_radix(&arguments[0][2 * i..2 * i + 2], 16).unwrap())
                    .collect();
                hex(&bigint::from_bytes(&bytes, arguments[1] == "little", arguments[2] == "1"))
            }
            "compare_f64" => {
                let a = int(arguments[0]);
                bigint::compare_f64(a.as_ref(), float(arguments[1]))
                    .map_or("None".to_string(), |o| order(o).to_string())
            }
            "to_bytes" => {
                let length = arguments[1].parse().unwrap();
                let (little, signed) = (arguments[2] == "little", arguments[3] == "1");
                match bigint::to_bytes(int(arguments[0]).as_ref(), length, little, signed) {
                    Ok(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
                    Err(bigint::ToBytesError::TooBig) => "int too big to convert".to_string(),
                    Err(_) => "can't convert negative int to unsigned".to_string(),
                }
            }
            _ => integers(function, &arguments.iter().map(|a| int(a)).collect::<Vec<_>>()),
        }
    });
}

fn integers(function: &str, arguments: &[Int]) -> String {
    let a = arguments[0].as_ref();
    let b = arguments.get(1).map_or(IntRef::ZERO, Int::as_ref);
    let number = |value: i64| hex(&Int::from_i64(value));
    match function {
        "add" => hex(&bigint::add(a, b)),
        "subtract" => hex(&bigint::subtract(a, b)),
        "multiply" => shown(bigint::multiply(a, b)),
        "divmod" => match bigint::divmod(a, b, UNWATCHED) {
            Ok((quotient, remainder)) => format!("{} {}", hex(&quotient), hex(&remainder)),
            Err(error) => name(error),
        },
        "remainder" => shown(bigint::remainder(a, b, UNWATCHED)),
        "and" => hex(&bigint::and(a, b)),
        "or" => hex(&bigint::or(a, b)),
        "xor" => hex(&bigint::xor(a, b)),
        "gcd" => shown(bigint::gcd(a, b, UNWATCHED)),
        "lcm" => shown(bigint::lcm(a, b, UNWATCHED)),
        "true_divide" => float_hex(bigint::true_divide(a, b, UNWATCHED)),
        "compare" => number(order(a.compare(b))),
        "negate" => hex(&bigint::negate(a)),
        "absolute" => hex(&bigint::absolute(a)),
        "invert" => hex(&bigint::invert(a)),
        "bit_length" => number(bigint::bit_length(a) as i64),
        "bit_count" => number(bigint::bit_count(a, &|| false).expect("not stopped") as i64),
        "hash" => number(bigint::hash(a)),
        "to_f64" => float_hex(bigint::to_f64(a)),
        "isqrt" => shown(bigint::integer_sqrt(a, UNWATCHED)),
        "str" => bigint::to_decimal(a, 0, UNWATCHED).unwrap().unwrap(),
        "oct" => prefixed(bigint::to_radix(a, 8, false, UNWATCHED).unwrap(), "0o"),
        "bin" => prefixed(bigint::to_radix(a, 2, false, UNWATCHED).unwrap(), "0b"),
        "shift_left" => shown(bigint::shift_left(a, b)),
        "shift_right" => shown(bigint::shift_right(a, b)),
        "round" => shown(bigint::round_to_digits(a, b, UNWATCHED)),
        "power" => shown(bigint::power(a, b, UNWATCHED)),
        "power_modulo" => shown(bigint::power_modulo(a, b, arguments[2].as_ref(), UNWATCHED))
            .replace("ZeroDivisionError", "ValueError"),
        "factorial" => shown(bigint::factorial(a, UNWATCHED)),
        "combinations" => shown(bigint::combinations(a, b, UNWATCHED)),
        "permutations" => shown(bigint::permutations(a, b, UNWATCHED)),
        other => panic!("no such function: {other}"),
    }
}

fn prefixed(text: String, prefix: &str) -> String {
    match text.strip_prefix('-') {
        Some(digits) => format!("-{prefix}{digits}"),
        None => format!("{prefix}{text}"),
    }
}

#[test]
fn huge_requests_are_refused() {
    let huge = int(&format!("1{}", "0".repeat(30)));
    let (two, ten) = (IntRef::Small(2), IntRef::Small(10));
    assert_eq!(bigint::shift_left(two, huge.as_ref()), Err(IntError::TooLarge));
    assert_eq!(bigint::power(ten, IntRef::Small(10_000_000_000), UNWATCHED), Err(IntError::TooLarge));
    assert_eq!(bigint::power(huge.as_ref(), huge.as_ref(), UNWATCHED), Err(IntError::TooLarge));
    assert_eq!(bigint::factorial(huge.as_ref(), UNWATCHED), Err(IntError::TooLarge));
    assert_eq!(bigint::combinations(huge.as_ref(), IntRef::Small(1 << 60), UNWATCHED), Err(IntError::TooLarge));
    assert_eq!(bigint::shift_right(huge.as_ref(), huge.as_ref()), Ok(Int::ZERO));
    assert_eq!(
        bigint::round_to_digits(huge.as_ref(), bigint::negate(huge.as_ref()).as_ref(), UNWATCHED),
        Ok(Int::ZERO)
    );
    assert!(bigint::work::power(ten, IntRef::Small(1_000_000)).steps > 1_000_000);
}

#[test]
fn the_digit_limit_is_exact() {
    let over = bigint::power(IntRef::Small(10), IntRef::Small(4300), UNWATCHED).unwrap();
    let within = bigint::subtract(over.as_ref(), IntRef::Small(1));
    assert_eq!(bigint::to_decimal(over.as_ref(), 4300, UNWATCHED), Ok(None));
    assert_eq!(bigint::to_decimal(within.as_ref(), 4300, UNWATCHED).unwrap().unwrap().len(), 4300);
    assert_eq!(
        bigint::to_decimal(bigint::negate(within.as_ref()).as_ref(), 4300, UNWATCHED).unwrap().unwrap().len(),
        4301
    );
}
