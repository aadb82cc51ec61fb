//! Objects to text.

use crate::base::json;
use crate::base::text::TextBuilder;
use crate::base::watch::LONG_STRETCH;
use crate::heap::{HeapVec, Object};
use crate::layout::{DictBody, ListBody, Str, StrBody, Tuple, TupleBody, int};
use crate::object::{ClassId, Result, Runtime};
use crate::types::str::{Text, in_parts, text};

/// How the text shall look.
struct Encoder<'a> {
    target: TextBuilder,
    default: &'a Object,
    skip_keys: bool,
    ascii: bool,
    check_circular: bool,
    allow_nan: bool,
    sort_keys: bool,
    indent: Option<Str>,
    item_separator: Str,
    key_separator: Str,
    /// Containers that are open, for the check.
    open: Vec<u64>,
    steps: u32,
}

impl Encoder<'_> {
    #[inline]
    fn quote(&mut self, rt: &Runtime, string: &Str) -> Result<()> {
        push_quoted(rt, &mut self.target, string, self.ascii)
    }

    fn line(&mut self, level: usize) {
        if let Some(indent) = &self.indent {
            self.target.push(b'\n'.into());
            for _ in 0..level {
                self.target.push_text(indent.text());
            }
        }
    }

    fn float(&mut self, rt: &mut Runtime, value: f64, object: &Object) -> Result<()> {
        let text = if value.is_finite() {
            let plain = rt.new_float(value)?;
            let shown = rt.repr(&plain)?;
            self.target.push_text(shown.text());
            return Ok(());
        } else if !self.allow_nan {
            let shown = rt.repr(object)?.to_rust().into_owned();
            return Err(rt.value_error(format!("Out of range float values are not JSON compliant: {shown}")));
        } else if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        };
        self.target.push_str(text);
        Ok(())
    }

    /// An int, also of a subclass, as a plain one.
    fn int(&mut self, rt: &mut Runtime, object: &Object) -> Result<()> {
        if let Some(mut number) = object.value().as_int() {
            let mut digits = [0u8; 20];
            let mut at = digits.len();
            if number < 0 {
                self.target.push(b'-'.into());
                number = -number;
            }
            loop {
                at -= 1;
                digits[at] = b'0' + (number % 10) as u8;
                number /= 10;
                if number == 0 {
                    break;
                }
            }
            for &digit in &digits[at..] {
                self.target.push(digit.into());
            }
            return Ok(());
        }
        let plain = match int::as_int(object) {
            Some(value) => int::from_int(&rt.heap, &value.to_owned())?,
            None => object.clone(),
        };
        let shown = rt.repr(&plain)?;
        self.target.push_text(shown.text());
        Ok(())
    }

    fn value(&mut self, rt: &mut Runtime, object: &Object, level: usize) -> Result<()> {
        rt.check_interrupts()?;
        if let Some(string) = object.cast::<StrBody>() {
            self.quote(rt, string)?;
        } else if object.is_none() {
            self.target.push_str("null");
        } else if object.is(&Object::TRUE) {
            self.target.push_str("true");
        } else if object.is(&Object::FALSE) {
            self.target.push_str("false");
        } else if object.value().as_int().is_some() || int::as_int(object).is_some() {
            self.int(rt, object)?;
        } else if let Some(value) = rt.float_value(object) {
            self.float(rt, value, object)?;
        } else {
            return rt.native_call(" while encoding a JSON object", |rt| self.container(rt, object, level));
        }
        Ok(())
    }

    fn container(&mut self, rt: &mut Runtime, object: &Object, level: usize) -> Result<()> {
        self.steps += 1;
        if self.steps & 0xff == 0 {
            (rt.hooks.safe_point)(rt)?;
        }
        if self.check_circular {
            let id = object.id();
            if self.open.contains(&id) {
                return Err(rt.value_error("Circular reference detected"));
            }
            self.open.push(id);
        }
        if object.cast::<ListBody>().is_some() || object.cast::<TupleBody>().is_some() {
            self.array(rt, object, level)?;
        } else if object.cast::<DictBody>().is_some() {
            self.object(rt, object, level)?;
        } else {
            let default = self.default.clone();
            let other = rt.call(&default, std::slice::from_ref(object))?;
            self.value(rt, &other, level)?;
        }
        if self.check_circular {
            self.open.pop();
        }
        Ok(())
    }

    fn array(&mut self, rt: &mut Runtime, object: &Object, level: usize) -> Result<()> {
        // An item may be encoded by Python code, which may change the list.
        let mut items = HeapVec::new();
        match (object.cast_exact::<ListBody>(), object.cast_exact::<TupleBody>()) {
            (Some(list), _) => items.extend_from_slice(&rt.heap, &list.get(&rt.heap).items)?,
            (_, Some(tuple)) => items.extend_from_slice(&rt.heap, tuple.items())?,
            _ => items = rt.gather(object)?,
        }
        if items.is_empty() {
            self.target.push_str("[]");
            return Ok(());
        }
        self.target.push(b'['.into());
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.target.push_text(self.item_separator.text());
            }
            self.line(level + 1);
            self.value(rt, item, level + 1)?;
        }
        self.line(level);
        self.target.push(b']'.into());
        Ok(())
    }

    /// The pairs of a dict, sorted if that is wanted.
    fn pairs(&mut self, rt: &mut Runtime, object: &Object) -> Result<Vec<(Object, Object)>> {
        if let Some(dict) = object.cast_exact::<DictBody>()
            && !self.sort_keys
        {
            return Ok(dict.pairs(&rt.heap));
        }
        let mut items = rt.call_method(object, "items", &[])?;
        if self.sort_keys {
            let name = rt.intern("sorted");
            if let Some(sorted) = rt.builtins.get_str(&rt.heap, &name).cloned() {
                items = rt.call(&sorted, &[items])?;
            }
        }
        let mut pairs = Vec::new();
        for item in rt.collect(&items)? {
            match item.cast::<TupleBody>().map(|item| item.items()) {
                Some([key, value]) => pairs.push((key.clone(), value.clone())),
                _ => return Err(rt.value_error("items must return 2-tuples")),
            }
        }
        Ok(pairs)
    }

    fn object(&mut self, rt: &mut Runtime, object: &Object, level: usize) -> Result<()> {
        let pairs = self.pairs(rt, object)?;
        if pairs.is_empty() {
            self.target.push_str("{}");
            return Ok(());
        }
        self.target.push(b'{'.into());
        let mut first = true;
        for (key, value) in &pairs {
            if !self.has_key_text(rt, key) {
                if self.skip_keys {
                    continue;
                }
                let got = rt.type_name(key);
                let message = format!("keys must be str, int, float, bool or None, not {got}");
                return Err(rt.type_error(message));
            }
            if !first {
                self.target.push_text(self.item_separator.text());
            }
            first = false;
            self.line(level + 1);
            match key.cast::<StrBody>() {
                Some(string) => self.quote(rt, string)?,
                None => {
                    self.target.push(b'"'.into());
                    self.value(rt, key, level)?;
                    self.target.push(b'"'.into());
                }
            }
            self.target.push_text(self.key_separator.text());
            self.value(rt, value, level + 1)?;
        }
        if !first {
            self.line(level);
        }
        self.target.push(b'}'.into());
        Ok(())
    }

    fn has_key_text(&self, rt: &Runtime, key: &Object) -> bool {
        key.cast::<StrBody>().is_some() || key.is_none() || int::as_int(key).is_some() || rt.float_value(key).is_some()
    }
}

/// `encode(object, default, (skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item, key))`.
pub(super) fn encode(rt: &mut Runtime, object: &Object, default: &Object, settings: &Tuple) -> Result<Str> {
    let [skip_keys, ascii, check_circular, allow_nan, sort_keys, indent, item, key] = settings.items() else {
        return Err(rt.type_error("settings must be 8 values"));
    };
    let text_of = |rt: &mut Runtime, object: &Object, name: &str| match object.cast::<StrBody>() {
        Some(string) => Ok(string.clone()),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("make_encoder() argument {name} must be str, not {got}")))
        }
    };
    let indent = if indent.is_none() { None } else { Some(text_of(rt, indent, "4")?) };
    let mut encoder = Encoder {
        target: TextBuilder::new(),
        default,
        skip_keys: rt.truth(skip_keys)?,
        ascii: rt.truth(ascii)?,
        check_circular: rt.truth(check_circular)?,
        allow_nan: rt.truth(allow_nan)?,
        sort_keys: rt.truth(sort_keys)?,
        indent,
        key_separator: text_of(rt, key, "5")?,
        item_separator: text_of(rt, item, "6")?,
        open: Vec::new(),
        steps: 0,
    };
    encoder.value(rt, object, 0)?;
    text::from_buf(rt, &encoder.target.finish())
}

/// Appends a text as a JSON string; a long one in parts, between which Ctrl-C ends it.
#[inline]
fn push_quoted(rt: &Runtime, target: &mut TextBuilder, string: &Str, ascii: bool) -> Result<()> {
    if string.len() > LONG_STRETCH {
        target.push(b'"'.into());
        in_parts(rt, string.text(), |part| {
            json::quote_part(target, part, ascii);
            Ok(true)
        })?;
        target.push(b'"'.into());
    } else if ascii {
        json::quote_ascii(target, string.text());
    } else {
        json::quote(target, string.text());
    }
    Ok(())
}

fn quoted_with(rt: &mut Runtime, object: &Object, ascii: bool) -> Result<Str> {
    let Some(string) = object.cast::<StrBody>() else {
        let got = rt.type_name(object);
        return Err(rt.raise(ClassId::TypeError, format!("first argument must be a string, not {got}")));
    };
    let mut target = TextBuilder::new();
    push_quoted(rt, &mut target, string, ascii)?;
    text::from_buf(rt, &target.finish())
}

pub(super) fn quoted(rt: &mut Runtime, object: &Object) -> Result<Str> {
    quoted_with(rt, object, false)
}

pub(super) fn quoted_ascii(rt: &mut Runtime, object: &Object) -> Result<Str> {
    quoted_with(rt, object, true)
}
