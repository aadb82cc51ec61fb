//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use super::FormatError;
use crate::base::text::{TextRef, decimal_value};

/// Where padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`: behind the text.
    Left,
    /// `>`: before the text.
    Right,
    /// `^`: on both sides, the odd one behind.
    Center,
    /// `=`: between sign or prefix and digits.
    AfterSign,
}

/// What kind of value a spec is for: it sets the defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecKind {
    /// `str`: left-aligned, type `s`.
    Text,
    /// `int` and `bool`: right-aligned, type `d`.
    Int,
    /// `float`: right-aligned, no type.
    Float,
}

/// A parsed format spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The padding character.
    pub fill: u32,
    /// Where padding goes.
    pub align: Align,
    /// `+`, `-` or a space, if given.
    pub sign: Option<u8>,
    /// `z`: a float that rounds to minus zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// Least width, if given.
    pub width: Option<usize>,
    /// `,` or `_`, if given.
    pub grouping: Option<u8>,
    /// Digits, or characters of text, if given.
    pub precision: Option<usize>,
    /// The presentation type; 0 for a float without one.
    pub code: u32,
}

/// Reads the spec code point by code point.
struct Reader<'a> {
    text: TextRef<'a>,
    position: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u32> {
        self.text.get(self.position)
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted.into());
        self.position += usize::from(found);
        found
    }

    /// Decimal digits of any script; `None` if there are none.
    fn integer(&mut self) -> Result<Option<usize>, FormatError> {
        let mut value: Option<usize> = None;
        while let Some(digit) = self.peek().and_then(decimal_value) {
            let next = value.unwrap_or(0).checked_mul(10).and_then(|value| value.checked_add(digit.into()));
            let next = next.filter(|&value| isize::try_from(value).is_ok());
            value = Some(next.ok_or_else(|| FormatError::value("Too many decimal digits in format string"))?);
            self.position += 1;
        }
        Ok(value)
    }

    fn left(&self) -> usize {
        self.text.len() - self.position
    }
}

fn align_of(code: Option<u32>) -> Option<Align> {
    Some(match u8::try_from(code?).ok()? {
        b'<' => Align::Left,
        b'>' => Align::Right,
        b'^' => Align::Center,
        b'=' => Align::AfterSign,
        _ => return None,
    })
}

impl Spec {
    /// What an empty spec means.
    pub fn default_for(kind: SpecKind) -> Spec {
        let (align, code) = match kind {
            SpecKind::Text => (Align::Left, b's'),
            SpecKind::Int => (Align::Right, b'd'),
            SpecKind::Float => (Align::Right, 0),
        };
        Spec {
            fill: u32::from(b' '),
            align,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: None,
            grouping: None,
            precision: None,
            code: code.into(),
        }
    }

    /// Parses a usual spec: ASCII, well-formed, with sizes below 1000. `None` leaves it to [`Spec::parse`].
    #[inline]
    pub fn parse_ascii(text: &[u8], kind: SpecKind) -> Option<Spec> {
        let mut spec = Spec::default_for(kind);
        let mut rest = text;
        let mut align_given = false;
        let mut fill_given = false;
        match text {
            [fill, align, ..]
                if fill.is_ascii()
                    && let Some(align) = align_of(Some((*align).into())) =>
            {
                (spec.fill, spec.align) = ((*fill).into(), align);
                (fill_given, align_given) = (true, true);
                rest = &text[2..];
            }
            [align, ..] if let Some(align) = align_of(Some((*align).into())) => {
                spec.align = align;
                align_given = true;
                rest = &text[1..];
            }
            _ => {}
        }
        if let [sign @ (b'+' | b'-' | b' '), after @ ..] = rest {
            spec.sign = Some(*sign);
            rest = after;
        }
        if let [b'#', after @ ..] = rest {
            spec.alternate = true;
            rest = after;
        }
        if let [b'0', after @ ..] = rest
            && !fill_given
        {
            spec.fill = b'0'.into();
            if !align_given && kind != SpecKind::Text {
                spec.align = Align::AfterSign;
            }
            rest = after;
        }
        (spec.width, rest) = small_number(rest)?;
        if let [separator @ (b',' | b'_'), after @ ..] = rest {
            spec.grouping = Some(*separator);
            rest = after;
        }
        if let [b'.', after @ ..] = rest {
            (spec.precision, rest) = small_number(after)?;
            spec.precision?;
        }
        match rest {
            [] => {}
            [code] if code.is_ascii_alphabetic() || *code == b'%' => spec.code = (*code).into(),
            _ => return None,
        }
        check_grouping(&spec).ok()?;
        Some(spec)
    }

    /// Parses a spec. `type_name` is the value's class, for messages. The type itself is only
    /// judged when the spec is applied.
    pub fn parse(text: TextRef<'_>, kind: SpecKind, type_name: &str) -> Result<Spec, FormatError> {
        let mut spec = Spec::default_for(kind);
        let mut reader = Reader { text, position: 0 };
        let (mut fill_given, mut align_given) = (false, false);
        if let (Some(fill), Some(align)) = (text.get(0), align_of(text.get(1))) {
            (spec.fill, spec.align) = (fill, align);
            (fill_given, align_given) = (true, true);
            reader.position = 2;
        } else if let Some(align) = align_of(text.get(0)) {
            spec.align = align;
            align_given = true;
            reader.position = 1;
        }
        if let Some(sign @ (0x20 | 0x2b | 0x2d)) = reader.peek() {
            spec.sign = Some(sign as u8);
            reader.position += 1;
        }
        spec.no_negative_zero = reader.take(b'z');
        spec.alternate = reader.take(b'#');
        if !fill_given && reader.take(b'0') {
            spec.fill = u32::from(b'0');
            if !align_given && kind != SpecKind::Text {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = reader.integer()?;
        spec.grouping = grouping(&mut reader)?;
        if reader.take(b'.') {
            let precision = reader.integer()?;
            spec.precision = Some(precision.ok_or_else(|| FormatError::value("Format specifier missing precision"))?);
        }
        if reader.left() > 1 {
            let text = text.to_string_lossy();
            let message = format!("Invalid format specifier '{text}' for object of type '{type_name}'");
            return Err(FormatError::Value(message));
        }
        if let Some(code) = reader.peek() {
            spec.code = code;
        }
        check_grouping(&spec)?;
        Ok(spec)
    }
}

/// Up to three digits in front, and what follows them; `None` if there are more.
#[inline]
pub(super) fn small_number(text: &[u8]) -> Option<(Option<usize>, &[u8])> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at(count);
    match count {
        0 => Some((None, rest)),
        1..4 => Some((Some(digits.iter().fold(0, |value, digit| value * 10 + usize::from(digit - b'0'))), rest)),
        _ => None,
    }
}

fn grouping(reader: &mut Reader<'_>) -> Result<Option<u8>, FormatError> {
    let comma = reader.take(b',');
    let underscore = reader.take(b'_');
    // A comma is looked for again, but only an underscore makes it an error here.
    if underscore && (comma || reader.peek() == Some(b','.into())) {
        return Err(FormatError::value("Cannot specify both ',' and '_'."));
    }
    Ok(match (comma, underscore) {
        (true, _) => Some(b','),
        (_, true) => Some(b'_'),
        _ => None,
    })
}

fn check_grouping(spec: &Spec) -> Result<(), FormatError> {
    let Some(separator) = spec.grouping else { return Ok(()) };
    let allowed = match u8::try_from(spec.code).unwrap_or(u8::MAX) {
        b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0 => true,
        b'b' | b'o' | b'x' | b'X' => separator == b'_',
        _ => false,
    };
    if allowed {
        return Ok(());
    }
    let separator = char::from(separator);
    Err(FormatError::Value(match spec.code {
        33..128 => format!("Cannot specify '{separator}' with '{}'.", spec.code as u8 as char),
        code => format!("Cannot specify '{separator}' with '\\x{code:x}'."),
    }))
}
