//! Floats.

use anthill::base::float_text::{self, FloatCode, FloatStyle, PowerError};

use crate::table::{self, float, float_hex};

#[test]
fn text_and_operators_equal_cpython() {
    table::run("float_text", |fields| {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let (function, arguments) = fields.split_first().unwrap();
        if *function == "parse" {
            return float_text::parse(arguments[0].as_bytes(), &|| false)
                .expect("nothing stops it")
                .map_or("ValueError".into(), float_hex);
        }
        if *function == "fromhex" {
            return match float_text::from_hex(arguments[0].as_bytes(), &|| false).expect("nothing stops it") {
                Ok(value) => float_hex(value),
                Err(float_text::FromHexError::Invalid) => "ValueError".into(),
                Err(float_text::FromHexError::TooLarge) => "OverflowError".into(),
            };
        }
        let value = float(arguments[0]);
        match *function {
            "repr" => float_text::repr(value),
            "hex" => float_text::to_hex(value),
            "hash" => float_text::hash(value).map_or("None".into(), |hash| hash.to_string()),
            "ratio" => match float_text::as_integer_ratio(value) {
                Ok((a, b)) => [a, b].map(|part| hex(part.as_ref())).join(" "),
                Err(float_text::RatioError::NotANumber) => "ValueError".into(),
                Err(float_text::RatioError::Infinity) => "OverflowError".into(),
            },
            "is_integer" => {
                if float_text::is_integer(value) {
                    "True".into()
                } else {
                    "False".into()
                }
            }
            "round" => float_text::round_to_digits(value, arguments[1].parse().unwrap())
                .map_or("OverflowError".into(), float_hex),
            "format" => format(value, arguments),
            "divmod" => match float_text::divmod(value, float(arguments[1])) {
                Some((quotient, rest)) => format!("{} {}", float_hex(quotient), float_hex(rest)),
                None => "ZeroDivisionError".into(),
            },
            "modulo" => float_text::modulo(value, float(arguments[1])).map_or("ZeroDivisionError".into(), float_hex),
            "power" => match float_text::power(value, float(arguments[1])) {
                Ok(result) => float_hex(result),
                Err(PowerError::Complex) => "complex".into(),
                Err(PowerError::Overflow) => "OverflowError".into(),
                Err(PowerError::ZeroToNegative) => "ZeroDivisionError".into(),
            },
            other => panic!("no such function: {other}"),
        }
    });
}

fn hex(value: anthill::base::bigint::IntRef<'_>) -> String {
    let text = anthill::base::bigint::to_radix(value, 16, false, anthill::base::bigint::UNWATCHED).unwrap();
    match text.strip_prefix('-') {
        Some(digits) => format!("-0x{digits}"),
        None => format!("0x{text}"),
    }
}

fn format(value: f64, arguments: &[&str]) -> String {
    let code = arguments[1];
    let style = FloatStyle {
        code: match code.to_ascii_lowercase().as_str() {
            "e" => FloatCode::Exponent,
            "f" => FloatCode::Fixed,
            _ => FloatCode::General,
        },
        precision: arguments[2].parse().unwrap(),
        alternate: arguments[3] == "#",
        add_dot_zero: code.is_empty(),
        upper_case: code.chars().all(|c| c.is_ascii_uppercase()) && !code.is_empty(),
    };
    float_text::format_magnitude(value, style)
}
