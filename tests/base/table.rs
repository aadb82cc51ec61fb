//! Reads the recorded tables: one case a line, fields between tabs, text escaped as Python does.

use std::path::PathBuf;

/// Runs `check` on every line of the table; it returns what Anthill gives for the fields before
/// the last, as text. Fails with the first differing lines.
pub fn run(name: &str, check: impl Fn(&[String]) -> String) {
    let folder = std::env::var_os("ANTHILL_BASE_DATA")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/base/data"));
    let text = std::fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
    let mut failures = Vec::new();
    let mut count = 0;
    for line in text.lines() {
        let fields: Vec<String> = line.split('\t').map(unescape).collect();
        let (expected, arguments) = fields.split_last().unwrap();
        let actual = check(arguments);
        if actual != *expected {
            failures.push(format!("{line}\n    gives {actual:?}"));
        }
        count += 1;
    }
    assert!(count > 0, "{name}: the table is empty");
    let shown = failures.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{name}: {} of {count} differ\n{shown}", failures.len());
}

/// Undoes the escapes of Python's `ascii()`. Lone surrogates become U+F0000 plus the surrogate,
/// as Rust text cannot hold them.
pub fn unescape(field: &str) -> String {
    let mut text = String::new();
    let mut rest = field.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        let width = match rest.next().unwrap() {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            plain => {
                text.push(match plain {
                    't' => '\t',
                    'n' => '\n',
                    'r' => '\r',
                    other => other,
                });
                continue;
            }
        };
        let digits: String = rest.by_ref().take(width).collect();
        let code = u32::from_str_radix(&digits, 16).unwrap();
        text.push(char::from_u32(code).unwrap_or_else(|| char::from_u32(0xF0000 + code).unwrap()));
    }
    text
}

/// Reads Python's `float.hex()` text with plain integer arithmetic.
pub fn float(text: &str) -> f64 {
    let (negative, body) = match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text),
    };
    let value = match body {
        "inf" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let (mantissa, exponent) = body.strip_prefix("0x").unwrap().split_once('p').unwrap();
            let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
            let bits = u64::from_str_radix(&digits, 16).unwrap();
            let exponent: i64 = exponent.parse().unwrap();
            let fraction = bits & ((1 << 52) - 1);
            let normal = mantissa.starts_with('1');
            f64::from_bits(if normal { ((exponent + 1023) as u64) << 52 | fraction } else { fraction })
        }
    };
    if negative { -value } else { value }
}

/// Python's `float.hex()`.
pub fn float_hex(value: f64) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    match (exponent, fraction) {
        (0x7ff, 0) => format!("{sign}inf"),
        (0x7ff, _) => "nan".to_string(),
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}
