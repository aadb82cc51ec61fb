//! `strftime`, as glibc does it in the C locale: flags (`-`, `_`, `0`, `^`, `#`) and widths included.

use super::calendar::{DAYS, Fields, MONTHS, iso_week};
use super::{convert, zone};
use crate::base::text::{TextRef, find_watched};
use crate::base::watch::{Pace, STRETCH, Stopped, Watch};
use crate::heap::Object;
use crate::layout::{StrBody, StrBuilder};
use crate::object::{Result, Runtime};
use crate::types::str::Text;

/// What `%` may be followed by before the letter.
#[derive(Clone, Copy, Default)]
struct Modifiers {
    pad: Option<char>,
    upper: bool,
    swap: bool,
    width: Option<usize>,
}

/// A time with what the format may ask for.
struct Shown<'a> {
    fields: &'a Fields,
    zone: &'a str,
    offset: i64,
    moment: i64,
}

/// What a letter stands for.
enum Piece {
    /// A number with its usual padding and width.
    Number(i64, char, usize),
    /// Text.
    Text(String),
    /// Another format.
    Format(&'static str),
}

fn hour_of_twelve(hour: i64) -> i64 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

impl Shown<'_> {
    fn piece(&self, letter: char) -> Option<Piece> {
        let f = self.fields;
        let zero = |n: i64, width: usize| Piece::Number(n, '0', width);
        let text = |text: &str| Piece::Text(text.to_owned());
        let (day, month) = (DAYS[f.weekday as usize % 7], MONTHS[(f.month - 1).rem_euclid(12) as usize]);
        // Days of the week from Sunday.
        let weekday = (f.weekday + 1) % 7;
        let (iso_year, iso) = iso_week(f.year, f.yearday, f.weekday);
        Some(match letter {
            'a' => text(&day[..3]),
            'A' => text(day),
            'b' | 'h' => text(&month[..3]),
            'B' => text(month),
            'c' => Piece::Format("%a %b %e %H:%M:%S %Y"),
            'C' => Piece::Number(f.year.div_euclid(100), '0', 1),
            'd' => zero(f.day, 2),
            'D' | 'x' => Piece::Format("%m/%d/%y"),
            'e' => Piece::Number(f.day, ' ', 2),
            'F' => Piece::Format("%Y-%m-%d"),
            'g' => zero(iso_year.rem_euclid(100), 2),
            'G' => Piece::Number(iso_year, '0', 1),
            'H' => zero(f.hour, 2),
            'I' => zero(hour_of_twelve(f.hour), 2),
            'j' => zero(f.yearday, 3),
            'k' => Piece::Number(f.hour, ' ', 2),
            'l' => Piece::Number(hour_of_twelve(f.hour), ' ', 2),
            'm' => zero(f.month, 2),
            'M' => zero(f.minute, 2),
            'n' => text("\n"),
            'p' => text(if f.hour >= 12 { "PM" } else { "AM" }),
            'P' => text(if f.hour >= 12 { "pm" } else { "am" }),
            'r' => Piece::Format("%I:%M:%S %p"),
            'R' => Piece::Format("%H:%M"),
            's' => Piece::Number(self.moment, '0', 1),
            'S' => zero(f.second, 2),
            't' => text("\t"),
            'T' | 'X' => Piece::Format("%H:%M:%S"),
            'u' => Piece::Number(f.weekday + 1, '0', 1),
            'U' => zero((f.yearday - 1 - weekday + 7).div_euclid(7), 2),
            'V' => zero(iso, 2),
            'w' => Piece::Number(weekday, '0', 1),
            'W' => zero((f.yearday - 1 - f.weekday + 7).div_euclid(7), 2),
            'y' => zero(f.year.rem_euclid(100), 2),
            'Y' => Piece::Number(f.year, '0', 1),
            'z' => {
                let minutes = self.offset.abs() / 60;
                let sign = if self.offset < 0 { '-' } else { '+' };
                Piece::Text(format!("{sign}{:02}{:02}", minutes / 60, minutes % 60))
            }
            'Z' => text(self.zone),
            '%' => text("%"),
            _ => return None,
        })
    }

    fn push_all(&self, out: &mut Vec<char>, format: &str) {
        let mut rest = format.chars();
        while let Some(character) = rest.next() {
            match (character, character == '%') {
                (_, true) => {
                    if let Some(letter) = rest.next() {
                        self.push(out, letter, Modifiers::default());
                    }
                }
                (character, _) => out.push(character),
            }
        }
    }

    /// Appends what a letter stands for; false if it stands for nothing.
    fn push(&self, out: &mut Vec<char>, letter: char, modifiers: Modifiers) -> bool {
        let Some(piece) = self.piece(letter) else { return false };
        let (text, pad, width) = match piece {
            Piece::Number(n, pad, width) => {
                let pad = modifiers.pad.unwrap_or(pad);
                let digits = n.unsigned_abs().to_string();
                let width = if pad == '-' { 0 } else { modifiers.width.unwrap_or(width) };
                let sign = if n < 0 { "-" } else { "" };
                let missing = width.saturating_sub(digits.len() + sign.len());
                let padding: String = std::iter::repeat_n(if pad == '-' { '0' } else { pad }, missing).collect();
                let text =
                    if pad == ' ' { format!("{padding}{sign}{digits}") } else { format!("{sign}{padding}{digits}") };
                (text, '0', 0)
            }
            Piece::Text(text) => {
                (text, modifiers.pad.filter(|pad| *pad == '0').unwrap_or(' '), modifiers.width.unwrap_or(0))
            }
            Piece::Format(format) => {
                let mut inner = Vec::new();
                self.push_all(&mut inner, format);
                let pad = modifiers.pad.filter(|pad| *pad == '0').unwrap_or(' ');
                (inner.into_iter().collect(), pad, modifiers.width.unwrap_or(0))
            }
        };
        // `#` changes the case of names, down for the zone and the half of the day.
        let text = match () {
            _ if modifiers.swap && matches!(letter, 'Z' | 'p') => text.to_lowercase(),
            _ if modifiers.upper || modifiers.swap => text.to_uppercase(),
            _ => text,
        };
        out.extend(std::iter::repeat_n(pad, width.saturating_sub(text.chars().count())));
        out.extend(text.chars());
        true
    }
}

/// The text for a format, which is given and returned as code points.
fn render(shown: &Shown<'_>, format: &[char], watch: Watch<'_>) -> std::result::Result<Vec<char>, Stopped> {
    let mut out = Vec::with_capacity(format.len() * 2);
    let (mut i, mut pace) = (0, Pace::default());
    while i < format.len() {
        pace.look(i, watch)?;
        if format[i] != '%' {
            out.push(format[i]);
            i += 1;
            continue;
        }
        let start = i;
        i += 1;
        let mut modifiers = Modifiers::default();
        while let Some(flag) = format.get(i) {
            match flag {
                '-' => modifiers.pad = Some('-'),
                '_' => modifiers.pad = Some(' '),
                '0' => modifiers.pad = Some('0'),
                '^' => modifiers.upper = true,
                '#' => modifiers.swap = true,
                _ => break,
            }
            i += 1;
        }
        while let Some(digit) = format.get(i).and_then(|c| c.to_digit(10)) {
            // Nobody means a wider field than this.
            modifiers.width = Some((modifiers.width.unwrap_or(0) * 10 + digit as usize).min(1024));
            i += 1;
        }
        if let Some('E' | 'O') = format.get(i) {
            i += 1;
        }
        let known = format.get(i).is_some_and(|&letter| shown.push(&mut out, letter, modifiers));
        i = (i + 1).min(format.len());
        if !known {
            out.extend(&format[start..i]);
        }
    }
    Ok(out)
}

pub fn strftime(rt: &mut Runtime, format: &Object, argument: Option<&Object>) -> Result {
    let Some(text) = format.cast::<StrBody>() else {
        let got = if format.is_none() { "None".to_owned() } else { rt.type_name(format) };
        return Err(rt.type_error(format!("strftime() argument 1 must be str, not {got}")));
    };
    let (fields, zone, offset) = match argument {
        None => {
            let (fields, offset) = convert::present(rt)?;
            (fields, offset.name, offset.seconds)
        }
        Some(argument) => {
            let mut fields = convert::read(rt, argument, "strftime")?;
            convert::check(rt, &mut fields)?;
            let (zone, offset) = zone_of(rt, argument, &fields);
            (fields, zone, offset)
        }
    };
    if find_watched(text.text(), TextRef::Ascii(b"\0"), &|| rt.interrupt_waits())?.is_some() {
        return Err(rt.value_error("embedded null character"));
    }
    let moment = zone::moment_of(rt, &fields);
    let shown = Shown { fields: &fields, zone: &zone, offset, moment };
    // Lone surrogates have no `char`; they stand for themselves and pass in pieces of their own.
    let mut out = StrBuilder::new();
    let mut run: Vec<char> = Vec::new();
    for (at, code) in text.units().iter().enumerate() {
        if at.is_multiple_of(STRETCH) {
            rt.heap.go_on()?;
        }
        match char::from_u32(code) {
            Some(character) => run.push(character),
            None => {
                push(rt, &mut out, &shown, &run)?;
                run.clear();
                out.push(&rt.heap, code)?;
            }
        }
    }
    push(rt, &mut out, &shown, &run)?;
    Ok(out.finish(&rt.heap, &rt.strings)?.into())
}

/// Appends the text for a part of a format.
fn push(rt: &Runtime, out: &mut StrBuilder, shown: &Shown<'_>, format: &[char]) -> Result<()> {
    let characters = render(shown, format, &|| rt.interrupt_waits())?;
    for part in characters.chunks(STRETCH) {
        rt.heap.go_on()?;
        for &character in part {
            out.push(&rt.heap, character as u32)?;
        }
    }
    Ok(())
}

/// Zone and offset of a record, or for a plain tuple those that the flag for daylight saving time means.
fn zone_of(rt: &mut Runtime, argument: &Object, fields: &Fields) -> (String, i64) {
    if (*rt.class_of(argument).get(&rt.heap).def).is_some_and(|def| std::ptr::eq(def, &super::record::TYPE)) {
        let name =
            rt.heap.slot(argument, 0).and_then(|zone| zone.cast::<StrBody>()).map(|zone| zone.to_rust().into_owned());
        let offset = rt.heap.slot(argument, 1).and_then(|offset| offset.value().as_int());
        if let (Some(name), Some(offset)) = (name, offset) {
            return (name, offset);
        }
    }
    let moment = zone::moment_of(rt, fields);
    let offset = zone::offset_at(rt, moment);
    (offset.name, offset.seconds)
}
