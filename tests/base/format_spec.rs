//! Formatting.

use anthill::base::bigint::{self, Int};
use anthill::base::format_spec::{
    self, Accessor, AutoNumber, Conversion, First, FormatError, PercentPiece, PercentPieces, Pieces, Spec, SpecKind,
};
use anthill::base::text::{TextBuf, TextBuilder, TextRef, repr};

use crate::table;
use crate::text::{buf, shown};

const LONGEST: usize = 1 << 20;
const LIMIT: usize = 4300;

enum Value {
    Int(Int),
    Float(f64),
    Text(TextBuf),
}

fn value(field: &str) -> Value {
    match field.as_bytes()[0] {
        b'i' => Value::Int(bigint::parse(&field.as_bytes()[1..], 0, 0, bigint::UNWATCHED).unwrap()),
        b'f' => Value::Float(table::float(&field[1..])),
        _ => Value::Text(buf(&field[1..])),
    }
}

fn message(error: FormatError) -> String {
    match error {
        FormatError::Value(text) => format!("ValueError: {text}"),
        FormatError::Type(text) if text.starts_with("KeyError") || text == "IndexError" => text,
        FormatError::Type(text) => format!("TypeError: {text}"),
        FormatError::Overflow(text) => format!("OverflowError: {text}"),
        FormatError::Memory => "MemoryError".into(),
        FormatError::Interrupted => unreachable!("nobody watches"),
    }
}

#[test]
fn formats_equal_cpython() {
    table::run("format_spec", |fields| {
        let second = buf(fields.get(2).map_or("", String::as_str));
        let result = match fields[0].as_str() {
            "format" => format(&value(&fields[1]), second.as_ref()),
            "percent" => percent(second.as_ref(), &mut |_| Ok(value(&fields[1])), false),
            "mapping" => {
                let by_key = |key: &str| match key {
                    "a" => Ok(Value::Text(buf("A"))),
                    "(b)" => Ok(Value::Text(buf("B"))),
                    "" => Ok(Value::Text(buf("E"))),
                    _ => Err(FormatError::Type("no such key".into())),
                };
                percent(buf(&fields[1]).as_ref(), &mut |key| by_key(key), true)
            }
            _ => replace_fields(buf(&fields[1]).as_ref(), 2, &mut AutoNumber::default()),
        };
        result.map_or_else(message, |text| shown(&text))
    });
}

fn format(value: &Value, spec: TextRef<'_>) -> Result<TextBuf, FormatError> {
    match value {
        Value::Int(value) => {
            let spec = Spec::parse(spec, SpecKind::Int, "int")?;
            format_spec::format_int(value.as_ref(), &spec, "int", LIMIT, bigint::UNWATCHED, LONGEST)
        }
        Value::Float(value) => {
            let spec = Spec::parse(spec, SpecKind::Float, "float")?;
            format_spec::format_float(*value, &spec, "float", bigint::UNWATCHED, LONGEST)
        }
        Value::Text(text) => {
            let spec = Spec::parse(spec, SpecKind::Text, "str")?;
            format_spec::format_text(text.as_ref(), &spec, "str", LONGEST)
        }
    }
}

/// `format % value` with one value for everything, as the object layer will drive it.
fn percent(
    format: TextRef<'_>,
    argument: &mut dyn FnMut(&str) -> Result<Value, FormatError>,
    mapping: bool,
) -> Result<TextBuf, FormatError> {
    let mut target = TextBuilder::new();
    let mut pieces = PercentPieces::new(format, mapping);
    let mut taken = 0;
    while let Some(piece) = pieces.next(|_| Err(FormatError::Type("* wants int".into())))? {
        let conversion = match piece {
            PercentPiece::Literal(range) => {
                target.push_text(format.slice(range));
                continue;
            }
            PercentPiece::Conversion(conversion) => conversion,
        };
        taken += 1;
        if taken > 1 && !mapping {
            return Err(FormatError::Type("not enough arguments for format string".into()));
        }
        let key = conversion.key.clone().map(|key| format.slice(key).to_string_lossy());
        target.push_text(convert(argument(&key.unwrap_or_default())?, &conversion)?.as_ref());
    }
    if taken == 0 && !mapping {
        return Err(FormatError::Type("not all arguments converted during string formatting".into()));
    }
    Ok(target.finish())
}

fn convert(value: Value, conversion: &Conversion) -> Result<TextBuf, FormatError> {
    let code = char::from_u32(conversion.code).unwrap();
    match value {
        Value::Text(text) if "sra".contains(code) => {
            format_spec::percent_text(text.as_ref(), conversion, &|| false, LONGEST)
        }
        Value::Int(value) if "diuoxX".contains(code) => {
            format_spec::percent_int(value.as_ref(), conversion, LIMIT, bigint::UNWATCHED, LONGEST)
        }
        Value::Int(value) if "eEfFgG".contains(code) => {
            format_spec::percent_float(bigint::to_f64(value.as_ref()).unwrap(), conversion, bigint::UNWATCHED, LONGEST)
        }
        Value::Float(value) => format_spec::percent_float(value, conversion, bigint::UNWATCHED, LONGEST),
        _ => Err(format_spec::unsupported_character(conversion)),
    }
}

/// `str.format` over values that only record what is asked of them.
fn replace_fields(format: TextRef<'_>, depth: usize, numbers: &mut AutoNumber) -> Result<TextBuf, FormatError> {
    if depth == 0 {
        return Err(FormatError::Value("Max string recursion exceeded".into()));
    }
    let mut target = TextBuilder::new();
    let mut pieces = Pieces::new(format);
    while let Some(piece) = pieces.next_piece()? {
        target.push_text(format.slice(piece.literal));
        let Some(field) = piece.field else { continue };
        let name = format.slice(field.name);
        let (first, mut path) = format_spec::split_field_name(name)?;
        let index = numbers.resolve(&first)?;
        let mut text = match (index, first) {
            (Some(index @ 0..4), _) => format!("p{index}"),
            (Some(_), _) => return Err(FormatError::Type("IndexError".into())),
            (None, First::Name(range)) => match name.slice(range).to_string_lossy().as_str() {
                "a" => "ka".to_string(),
                other => return Err(FormatError::Type(format!("KeyError {}", repr_of(other)))),
            },
            _ => unreachable!(),
        };
        while let Some(accessor) = path.next_accessor()? {
            text += &match accessor {
                Accessor::Attribute(range) => format!(".{}", name.slice(range).to_string_lossy()),
                Accessor::Index(index) => format!("[{index}]"),
                Accessor::Key(range) => format!("[{}]", repr_of(&name.slice(range).to_string_lossy())),
            };
        }
        let converted = match field.conversion.map(|code| char::from_u32(code).unwrap()) {
            None => None,
            Some('s') => Some(text.clone()),
            Some('r' | 'a') => Some(format!("r{}", repr_of(&text))),
            Some(other) => return Err(format_spec::unknown_conversion(other as u32)),
        };
        let spec = format.slice(field.spec);
        let spec = if field.nested { replace_fields(spec, depth - 1, numbers)? } else { spec.to_buf() };
        match converted {
            Some(text) => target.push_text(format_value(TextBuf::from(text), spec.as_ref())?.as_ref()),
            None => target.push_str(&format!("<{text}:{}>", spec.as_ref().to_string_lossy())),
        }
    }
    Ok(target.finish())
}

fn format_value(text: TextBuf, spec: TextRef<'_>) -> Result<TextBuf, FormatError> {
    format(&Value::Text(text), spec)
}

fn repr_of(text: &str) -> String {
    shown(&repr(TextBuf::from(text).as_ref(), false))
}

#[test]
fn huge_sizes_are_refused() {
    let spec = |text: &str, kind| Spec::parse(TextRef::Ascii(text.as_bytes()), kind, "x").unwrap();
    let wide = spec("9223372036854775807", SpecKind::Int);
    let one = bigint::IntRef::Small(1);
    assert_eq!(
        format_spec::format_int(one, &wide, "int", 0, bigint::UNWATCHED, LONGEST).unwrap_err(),
        FormatError::Memory
    );
    let wide = spec("09223372036854775807,", SpecKind::Int);
    assert_eq!(
        format_spec::format_int(one, &wide, "int", 0, bigint::UNWATCHED, LONGEST).unwrap_err(),
        FormatError::Memory
    );
    let deep = spec(".2147483647f", SpecKind::Float);
    assert_eq!(
        format_spec::format_float(1.0, &deep, "float", bigint::UNWATCHED, LONGEST).unwrap_err(),
        FormatError::Memory
    );
    let conversion = Conversion { precision: Some(1 << 40), code: 'd' as u32, ..Conversion::default() };
    assert_eq!(
        format_spec::percent_int(one, &conversion, 0, bigint::UNWATCHED, LONGEST).unwrap_err(),
        FormatError::Memory
    );
}
