//! Compares the JSON scanner and quoting with CPython: `tests/json/cases.tsv` was recorded by
//! `tests/json/record.py`.

use anthill::base::json::{Constant, ScanError, Visitor, quote, quote_ascii, scan};
use anthill::base::text::{TextBuf, TextBuilder, TextRef};
use std::convert::Infallible;
use std::fmt::Write;

fn unescaped(text: &str) -> TextBuf {
    let mut out = TextBuilder::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(tail) = rest.strip_prefix("\\{") {
            let (hex, tail) = tail.split_once('}').expect("a closed escape");
            out.push(u32::from_str_radix(hex, 16).expect("hex digits"));
            rest = tail;
        } else {
            out.push(c as u32);
            rest = &rest[c.len_utf8()..];
        }
    }
    out.finish()
}

fn escaped(text: TextRef<'_>) -> String {
    let mut out = String::new();
    for c in text.codes() {
        match char::from_u32(c) {
            Some(c @ ' '..='~') if c != '\\' => out.push(c),
            _ => write!(out, "\\{{{c:x}}}").expect("memory"),
        }
    }
    out
}

#[derive(Default)]
struct Events(String);

impl Visitor for Events {
    type Error = Infallible;
    fn go_on(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
    fn null(&mut self) -> Result<(), Infallible> {
        self.0 += "null;";
        Ok(())
    }
    fn boolean(&mut self, value: bool) -> Result<(), Infallible> {
        self.0 += if value { "true;" } else { "false;" };
        Ok(())
    }
    fn integer(&mut self, text: &str) -> Result<(), Infallible> {
        write!(self.0, "int {text};").expect("memory");
        Ok(())
    }
    fn float(&mut self, text: &str) -> Result<(), Infallible> {
        write!(self.0, "float {text};").expect("memory");
        Ok(())
    }
    fn constant(&mut self, constant: Constant) -> Result<(), Infallible> {
        write!(self.0, "constant {};", constant.text()).expect("memory");
        Ok(())
    }
    fn string(&mut self, text: TextRef<'_>) -> Result<(), Infallible> {
        write!(self.0, "<{}>", escaped(text)).expect("memory");
        Ok(())
    }
    fn key(&mut self, text: TextRef<'_>) -> Result<(), Infallible> {
        write!(self.0, "<{}>:", escaped(text)).expect("memory");
        Ok(())
    }
    fn begin_array(&mut self) -> Result<(), Infallible> {
        self.0 += "[";
        Ok(())
    }
    fn end_array(&mut self) -> Result<(), Infallible> {
        self.0 += "]";
        Ok(())
    }
    fn begin_object(&mut self) -> Result<(), Infallible> {
        self.0 += "{";
        Ok(())
    }
    fn end_object(&mut self) -> Result<(), Infallible> {
        self.0 += "}";
        Ok(())
    }
}

fn outcome(text: TextRef<'_>, strict: bool) -> String {
    let mut events = Events::default();
    match scan(text, 0, strict, 1000, &mut events) {
        // CPython's events hold strings escaped twice: once by the table.
        Ok(end) => escaped(TextBuf::from(format!("{} {end}", events.0).as_str()).as_ref()),
        Err(ScanError::Syntax(error)) => {
            let (line, column) = error.line_column(text);
            let shown = format!("{}: {line} {column} {}", error.message, error.position);
            escaped(TextBuf::from(shown.as_str()).as_ref())
        }
        Err(other) => format!("{other:?}"),
    }
}

#[test]
fn every_case_goes_as_in_cpython() {
    let table = include_str!("json/cases.tsv");
    let mut count = 0;
    for line in table.lines() {
        let [text, strict, wanted, ascii, plain] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a bad line: {line}");
        };
        let buffer = unescaped(text);
        let whole = buffer.as_ref();
        let wide: Vec<u32> = whole.codes().collect();
        for form in [whole, TextRef::Ucs4(&wide)] {
            assert_eq!(outcome(form, strict == "1"), wanted, "{text}");
            let mut target = TextBuilder::new();
            quote_ascii(&mut target, form);
            assert_eq!(escaped(target.as_ref()), ascii);
            let mut target = TextBuilder::new();
            quote(&mut target, form);
            assert_eq!(escaped(target.as_ref()), plain);
        }
        count += 1;
    }
    assert!(count > 1000);
}

#[test]
fn depth_is_the_callers_choice() {
    let text = "[".repeat(200_000) + &"]".repeat(200_000);
    let text = TextRef::Ascii(text.as_bytes());
    let deep = scan(text, 0, true, usize::MAX, &mut Events::default());
    assert_eq!(deep, Ok(400_000));
    assert_eq!(scan(text, 0, true, 1000, &mut Events::default()), Err(ScanError::TooDeep));
}
