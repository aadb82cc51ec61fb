//! Values and messages of string, bytes and number literals; every expectation was taken from
//! CPython 3.13.

use anthill_grammar::ast::Constant;
use anthill_grammar::literal::{
    BytesBuilder, MAX_DIGITS, NumberKind, StrBuilder, check_identifier, normalize, number_value, scan_number,
};
use bumpalo::Bump;

fn text<'a>(arena: &'a Bump, body: &'a str) -> Result<(Constant<'a>, Option<String>), String> {
    let mut builder = StrBuilder::new(arena);
    let warning = builder.push(body, false)?;
    Ok((builder.finish(), warning.map(|warning| warning.message)))
}

#[test]
fn escapes_have_their_values() {
    let arena = Bump::new();
    for (body, value) in [
        (r"\a\b\f\n\r\t\v\\\'\x22", "\x07\x08\x0c\n\r\t\x0b\\'\""),
        (r"\0\00\000\0000\07", "\0\0\0\x000\x07"),
        ("a\\\nb", "ab"),
        (r"\N{DIGIT ONE}\N{digit one}\u00e9\U0001F600", "11é😀"),
        (r"\N{LINE FEED}\N{NBSP}\N{BEL}", "\n\u{a0}\x07"),
        (r"\N{HANGUL SYLLABLE GA}\N{CJK UNIFIED IDEOGRAPH-4E00}", "가一"),
        (r"\N{HANGUL JUNGSEONG O-E}\N{ZERO WIDTH NO-BREAK SPACE}", "\u{1180}\u{feff}"),
        (r"\é", "\\é"),
        ("plain é", "plain é"),
    ] {
        assert_eq!(text(&arena, body), Ok((Constant::Str(value), None)), "{body}");
    }
}

#[test]
fn lone_surrogates_are_kept() {
    let arena = Bump::new();
    let pair: &[u8] = b"\xed\xa0\xbd\xed\xb8\x80x";
    let value = text(&arena, r"\ud83d\U0000de00x").unwrap().0;
    assert_eq!(value, Constant::SurrogateStr(pair));
}

#[test]
fn the_first_unknown_escape_is_reported() {
    let arena = Bump::new();
    for (body, value, warning) in [
        (r"a\d\q", "a\\d\\q", r"invalid escape sequence '\d'"),
        (r"\07\8", "\x07\\8", r"invalid escape sequence '\8'"),
        (r"\4000", "\u{100}0", r"invalid octal escape sequence '\400'"),
        (r"\777\d", "\u{1ff}\\d", r"invalid octal escape sequence '\777'"),
    ] {
        let expected = (Constant::Str(value), Some(warning.to_string()));
        assert_eq!(text(&arena, body), Ok(expected), "{body}");
    }
}

#[test]
fn bad_escapes_have_cpythons_message() {
    let arena = Bump::new();
    for (body, expected) in [
        (r"\x", r"0-1: truncated \xXX escape"),
        (r"ab\x1z", r"2-4: truncated \xXX escape"),
        (r"\u12", r"0-3: truncated \uXXXX escape"),
        (r"\U1234567", r"0-8: truncated \UXXXXXXXX escape"),
        (r"\U0011FFFF", "0-9: illegal Unicode character"),
        (r"\N", r"0-1: malformed \N character escape"),
        (r"\Nx", r"0-1: malformed \N character escape"),
        (r"\N{", r"0-2: malformed \N character escape"),
        (r"\N{}", r"0-2: malformed \N character escape"),
        (r"\N{LATIN SMALL LETTER A", r"0-22: malformed \N character escape"),
        (r"\N{foo}", "0-6: unknown Unicode character name"),
        (r"\N{cjk unified ideograph-4e00}", "0-29: unknown Unicode character name"),
        (r"\N{LATIN_SMALL_LETTER_A}", "0-23: unknown Unicode character name"),
        (r"\N{LATINSMALLLETTERA}", "0-20: unknown Unicode character name"),
        (r"\N{ LATIN SMALL LETTER A}", "0-24: unknown Unicode character name"),
        (r"\N{DIGIT ONE}\x", r"13-14: truncated \xXX escape"),
        (r"é\x", r"10-11: truncated \xXX escape"),
        (r"\xé", r"0-1: truncated \xXX escape"),
        (r"\😀\x1", r"16-18: truncated \xXX escape"),
    ] {
        let prefix = "(unicode error) 'unicodeescape' codec can't decode bytes in position";
        let expected = format!("{prefix} {expected}");
        assert_eq!(text(&arena, body), Err(expected), "{body}");
    }
}

#[test]
fn bytes_have_their_values_and_messages() {
    let arena = Bump::new();
    let bytes = |body| {
        let mut builder = BytesBuilder::new(&arena);
        let warning = builder.push(body, false)?;
        Ok::<_, String>((builder.finish(), warning.map(|warning| warning.message)))
    };
    let plain = |value: &'static [u8]| Ok((Constant::Bytes(value), None));
    assert_eq!(bytes(r"a\x00\xff\377\n"), plain(b"a\x00\xff\xff\n"));
    assert_eq!(bytes("\\\nx"), plain(b"x"));
    let unknown = r"invalid escape sequence '\N'".to_string();
    let value: &[u8] = br"\N{foo}";
    assert_eq!(bytes(r"\N{foo}"), Ok((Constant::Bytes(value), Some(unknown))));
    let octal = r"invalid octal escape sequence '\400'".to_string();
    let value: &[u8] = b"\0\\d";
    assert_eq!(bytes(r"\400\d"), Ok((Constant::Bytes(value), Some(octal))));
    let expected = r"(value error) invalid \x escape at position 1".to_string();
    assert_eq!(bytes(r"a\x1"), Err(expected));
    let expected = "bytes can only contain ASCII literal characters".to_string();
    assert_eq!(bytes("é"), Err(expected));
}

#[test]
fn neighbours_are_joined() {
    let arena = Bump::new();
    let mut value = StrBuilder::new(&arena);
    for (body, raw) in [("", false), ("a", false), (r"\t", false), (r"\t", true), ("é", false)] {
        value.push(body, raw).unwrap();
    }
    assert_eq!(value.finish(), Constant::Str("a\t\\té"));
}

#[test]
fn numbers_have_their_values() {
    let arena = Bump::new();
    let big = |digits, radix| Constant::BigInt { digits, radix };
    for (token, value) in [
        ("0", Constant::Int(0)),
        ("00_0", Constant::Int(0)),
        ("1_000", Constant::Int(1000)),
        ("0x_fF", Constant::Int(255)),
        ("0O17", Constant::Int(15)),
        ("0b1_0", Constant::Int(2)),
        ("9223372036854775807", Constant::Int(i64::MAX)),
        ("9223372036854775808", big("9223372036854775808", 10)),
        ("0x0FFFFFFFFFFFFFFFFFFFFF", big("FFFFFFFFFFFFFFFFFFFFF", 16)),
        ("1.", Constant::Float(1.0)),
        (".5_5", Constant::Float(0.55)),
        ("0_1.5", Constant::Float(1.5)),
        ("09e1", Constant::Float(90.0)),
        ("1e400", Constant::Float(f64::INFINITY)),
        ("1e-400", Constant::Float(0.0)),
        ("012j", Constant::Imaginary(12.0)),
        ("1.e5J", Constant::Imaginary(100000.0)),
    ] {
        assert_eq!(scan_number(token, &|| false).unwrap().unwrap().length, token.len(), "{token}");
        assert_eq!(number_value(token, &arena, MAX_DIGITS, &|| false), Ok(value), "{token}");
    }
    let nines = "9".repeat(4301);
    let message = number_value(&nines, &arena, MAX_DIGITS, &|| false).unwrap_err();
    assert!(
        message.starts_with("Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; ")
    );
    assert!(number_value(&nines, &arena, 0, &|| false).is_ok());
    assert!(number_value(&nines[1..], &arena, MAX_DIGITS, &|| false).is_ok());
    assert!(number_value(&format!("0x{nines}"), &arena, MAX_DIGITS, &|| false).is_ok());
}

#[test]
fn malformed_numbers_have_cpythons_message_and_column() {
    let zeros = "leading zeros in decimal integer literals are not permitted; use an 0o prefix \
                 for octal integers";
    let decimal = "invalid decimal literal";
    let hexadecimal = "invalid hexadecimal literal";
    for (text, message, from, to) in [
        ("0_", decimal, 2, 2),
        ("0__1", decimal, 2, 2),
        ("1_a", decimal, 2, 2),
        ("0x", hexadecimal, 2, 2),
        ("0x_", hexadecimal, 3, 3),
        ("0x1__2", hexadecimal, 4, 4),
        ("0xfelse", hexadecimal, 4, 4),
        ("0o8", "invalid digit '8' in octal literal", 3, 3),
        ("0o1_8", "invalid digit '8' in octal literal", 5, 5),
        ("0or 1", "invalid octal literal", 2, 2),
        ("0b12", "invalid digit '2' in binary literal", 4, 4),
        ("0b1a", "invalid binary literal", 3, 3),
        ("01", zeros, 1, 2),
        ("0_7", zeros, 1, 3),
        ("0777L", zeros, 1, 2),
        ("01_", decimal, 3, 3),
        ("01.5a", decimal, 4, 4),
        ("1e+", decimal, 3, 3),
        ("1e_5", decimal, 1, 1),
        ("1._5", decimal, 2, 2),
        ("1.real", decimal, 2, 2),
        ("1andx", decimal, 1, 1),
        ("1jx", "invalid imaginary literal", 2, 2),
    ] {
        let error = scan_number(text, &|| false).unwrap().unwrap_err();
        let found = (error.message.as_str(), error.from, error.to);
        assert_eq!(found, (message, from, to), "{text}");
    }
}

#[test]
fn a_keyword_may_follow_a_number() {
    for (text, length, kind, warning) in [
        ("1if x", 1, NumberKind::Int, "invalid decimal literal"),
        ("1ifx", 1, NumberKind::Int, "invalid decimal literal"),
        ("0x1for x", 4, NumberKind::Int, "invalid hexadecimal literal"),
        ("1.5else", 3, NumberKind::Float, "invalid decimal literal"),
        ("1else", 1, NumberKind::Int, "invalid decimal literal"),
        ("1jand", 2, NumberKind::Imaginary, "invalid imaginary literal"),
    ] {
        let scan = scan_number(text, &|| false).unwrap().unwrap();
        let found = (scan.length, scan.kind, scan.warning);
        assert_eq!(found, (length, kind, Some(warning)), "{text}");
    }
    assert_eq!(scan_number("1..real", &|| false).unwrap().unwrap().length, 2);
    assert_eq!(scan_number("1é", &|| false).unwrap().unwrap().warning, None);
}

#[test]
fn names_are_checked_and_normalised() {
    let arena = Bump::new();
    for good in ["x１", "x·", "℘", "é", "名前"] {
        assert_eq!(check_identifier(good, &|| false), Ok(Ok(())), "{good}");
    }
    for (text, message, end) in [
        ("x€y", "invalid character '€' (U+20AC)", 4),
        ("１", "invalid character '１' (U+FF11)", 3),
        ("a\u{200b}", "invalid non-printable character U+200B", 4),
        ("\u{a0}", "invalid non-printable character U+00A0", 2),
    ] {
        let error = check_identifier(text, &|| false).unwrap().unwrap_err();
        assert_eq!((error.message.as_str(), error.end), (message, end), "{text}");
    }
    assert_eq!(normalize("ａﬁ", &arena, &|| false), Ok("afi"));
    assert_eq!(normalize("e\u{301}", &arena, &|| false), Ok("é"));
    assert_eq!(normalize("plain", &arena, &|| false), Ok("plain"));
}
