//! Text to objects.

use crate::base::json::{self, Constant, JsonError, ScanError, Visitor};
use crate::base::text::TextRef;
use crate::heap::{HeapVec, Object};
use crate::layout::{Dict, List, Str, StrBody, Tuple};
use crate::object::{ClassId, Index, Raised, Result, Runtime};
use crate::types::str::{Text, text};

/// Containers that may be open at once: as CPython's, a matter of the native stack there.
const DEPTH: usize = 10_000;

/// Keys that are found again without making a string.
const KEYS: usize = 64;

/// What the caller wants to be called for.
struct Hooks<'a> {
    object: Option<&'a Object>,
    pairs: Option<&'a Object>,
    float: Option<&'a Object>,
    int: Option<&'a Object>,
    constant: Option<&'a Object>,
}

/// A container that is being read.
enum Open {
    Array(HeapVec<Object>),
    Object(Dict, Option<Str>),
    Pairs(Vec<Object>, Option<Str>),
}

struct Builder<'a> {
    rt: &'a mut Runtime,
    hooks: Hooks<'a>,
    open: Vec<Open>,
    result: Option<Object>,
    keys: Vec<Option<Str>>,
    /// Values since Ctrl-C was looked for.
    steps: u32,
}

impl Builder<'_> {
    #[inline]
    fn value(&mut self, value: Object) -> Result<()> {
        match self.open.last_mut() {
            None => self.result = Some(value),
            Some(Open::Array(items)) => items.push(&self.rt.heap, value)?,
            Some(Open::Object(dict, key)) => {
                if let Some(key) = key.take() {
                    let dict = dict.clone();
                    dict.set_str(&mut self.rt.heap, &key, value, &self.rt.hash_key)?;
                }
            }
            Some(Open::Pairs(pairs, key)) => {
                if let Some(key) = key.take() {
                    pairs.push(Tuple::from_array(&self.rt.heap, [key.into(), value])?.into());
                }
            }
        }
        self.steps += 1;
        if self.steps & 0xfff == 0 {
            (self.rt.hooks.safe_point)(self.rt)?;
        }
        Ok(())
    }

    fn call(&mut self, hook: &Object, digits: &str) -> Result {
        let digits: Object = self.rt.new_str(digits)?.into();
        self.rt.call(hook, &[digits])
    }
}

impl Visitor for Builder<'_> {
    type Error = Raised;

    fn null(&mut self) -> Result<()> {
        self.value(Object::NONE)
    }

    fn boolean(&mut self, value: bool) -> Result<()> {
        self.value(Object::bool(value))
    }

    fn integer(&mut self, digits: &str) -> Result<()> {
        let value = match self.hooks.int {
            Some(hook) => self.call(hook, digits)?,
            None => match digits.parse::<i64>().ok().filter(|_| digits.len() < 19) {
                Some(number) => self.rt.new_int(number.into())?,
                None => {
                    let class = self.rt.class(ClassId::Int).as_object().clone();
                    self.call(&class, digits)?
                }
            },
        };
        self.value(value)
    }

    fn float(&mut self, digits: &str) -> Result<()> {
        let value = match self.hooks.float {
            Some(hook) => self.call(hook, digits)?,
            None => self.rt.new_float(digits.parse().unwrap_or(f64::NAN))?,
        };
        self.value(value)
    }

    fn constant(&mut self, constant: Constant) -> Result<()> {
        let value = match self.hooks.constant {
            Some(hook) => self.call(hook, constant.text())?,
            None => self.rt.new_float(match constant {
                Constant::NaN => f64::NAN,
                Constant::Infinity => f64::INFINITY,
                Constant::NegativeInfinity => f64::NEG_INFINITY,
            })?,
        };
        self.value(value)
    }

    fn go_on(&mut self) -> Result<()> {
        self.rt.check_interrupts()
    }

    #[inline]
    fn string(&mut self, string: TextRef<'_>) -> Result<()> {
        let value = text::new(self.rt, string)?;
        self.value(value.into())
    }

    fn key(&mut self, string: TextRef<'_>) -> Result<()> {
        let length = string.len();
        let code = |index: usize| string.get(index).unwrap_or(0) as usize;
        let ends = code(0) * 31 + code(length.wrapping_sub(1));
        let place = (ends + length * 7) % KEYS;
        let found = match &self.keys[place] {
            Some(known) if same(known, string) => known.clone(),
            _ => {
                let fresh = text::new(self.rt, string)?;
                self.keys[place] = Some(fresh.clone());
                fresh
            }
        };
        if let Some(Open::Object(_, key) | Open::Pairs(_, key)) = self.open.last_mut() {
            *key = Some(found);
        }
        Ok(())
    }

    fn begin_array(&mut self) -> Result<()> {
        self.open.push(Open::Array(HeapVec::new()));
        Ok(())
    }

    fn end_array(&mut self) -> Result<()> {
        let Some(Open::Array(items)) = self.open.pop() else { return Ok(()) };
        let list: Object = List::new(&self.rt.heap, items)?.into();
        self.value(list)
    }

    fn begin_object(&mut self) -> Result<()> {
        let open = match self.hooks.pairs {
            Some(_) => Open::Pairs(Vec::new(), None),
            None => Open::Object(self.rt.new_dict()?, None),
        };
        self.open.push(open);
        Ok(())
    }

    fn end_object(&mut self) -> Result<()> {
        let made: Object = match self.open.pop() {
            Some(Open::Pairs(pairs, _)) => {
                let pairs: Object = List::from_owned(&self.rt.heap, pairs)?.into();
                match self.hooks.pairs {
                    Some(hook) => self.rt.call(hook, &[pairs])?,
                    None => pairs,
                }
            }
            Some(Open::Object(dict, _)) => match self.hooks.object {
                Some(hook) => self.rt.call(hook, &[dict.into()])?,
                None => dict.into(),
            },
            _ => return Ok(()),
        };
        self.value(made)
    }
}

fn same(known: &Str, string: TextRef<'_>) -> bool {
    match (known.text(), string) {
        (TextRef::Ascii(a), TextRef::Ascii(b) | TextRef::Latin1(b)) => a == b,
        (a, b) => a.len() == b.len() && a.codes().eq(b.codes()),
    }
}

/// `json.JSONDecodeError(message, text, position)`.
#[cold]
fn syntax_error(rt: &mut Runtime, error: JsonError, string: &Str) -> Raised {
    let make = |rt: &mut Runtime| -> Result {
        let name = rt.intern("json.decoder");
        let module = (rt.hooks.import)(rt, &name)?;
        let class = rt.get_attr_str(&module, "JSONDecodeError")?;
        let message: Object = rt.new_str(error.message)?.into();
        let position = rt.new_int(error.position as i128)?;
        rt.call(&class, &[message, string.as_object().clone(), position])
    };
    match make(rt) {
        Ok(exception) => Raised::new(exception),
        Err(raised) => raised,
    }
}

fn text_of<'a>(rt: &mut Runtime, object: &'a Object) -> Result<&'a Str> {
    match object.cast::<StrBody>() {
        Some(string) => Ok(string),
        None => {
            let got = rt.type_name(object);
            Err(rt.type_error(format!("first argument must be a string, not {got}")))
        }
    }
}

#[allow(clippy::too_many_arguments)]
pub(super) fn decode(
    rt: &mut Runtime,
    string: &Object,
    start: Index,
    strict: bool,
    object_hook: &Object,
    object_pairs_hook: &Object,
    parse_float: &Object,
    parse_int: &Object,
    parse_constant: &Object,
) -> Result<Tuple> {
    let string = text_of(rt, string)?;
    let Ok(start) = usize::try_from(start.0) else {
        return Err(rt.value_error("idx cannot be negative"));
    };
    if start >= string.len() {
        return Err(syntax_error(rt, JsonError { message: "Expecting value", position: start }, string));
    }
    let given = |hook| Some(hook).filter(|hook: &&Object| !hook.is_none());
    let hooks = Hooks {
        object: given(object_hook),
        pairs: given(object_pairs_hook),
        float: given(parse_float),
        int: given(parse_int),
        constant: given(parse_constant),
    };
    let keys = (0..KEYS).map(|_| None).collect();
    let mut builder = Builder { rt, hooks, open: Vec::new(), result: None, keys, steps: 0 };
    let scanned = json::scan(string.text(), start, strict, DEPTH, &mut builder);
    let (result, array) = (builder.result.take(), matches!(builder.open.last(), Some(Open::Array(_))));
    drop(builder);
    match scanned {
        Ok(end) => {
            let end = rt.new_int(end as i128)?;
            Ok(Tuple::from_array(&rt.heap, [result.unwrap_or(Object::NONE), end])?)
        }
        Err(ScanError::Syntax(error)) => Err(syntax_error(rt, error, string)),
        Err(ScanError::TooDeep) => {
            let kind = if array { "array" } else { "object" };
            let message =
                format!("maximum recursion depth exceeded while decoding a JSON {kind} from a unicode string");
            Err(rt.raise(ClassId::RecursionError, message))
        }
        Err(ScanError::Visitor(raised)) => Err(raised),
    }
}

pub(super) fn skip_space(rt: &mut Runtime, string: &Object, start: Index) -> Result<usize> {
    let string = text_of(rt, string)?;
    Ok(json::skip_space(string.text(), start.0.max(0) as usize, &|| rt.interrupt_waits())?)
}

pub(super) fn scan_string(rt: &mut Runtime, string: &Object, end: Index, strict: Option<bool>) -> Result<Tuple> {
    let string = text_of(rt, string)?;
    let begin = usize::try_from(end.0).ok().and_then(|end| end.checked_sub(1)).filter(|&begin| begin < string.len());
    let Some(begin) = begin else {
        return Err(rt.value_error("end is out of bounds"));
    };
    if string.char_at(begin) != u32::from(b'"') {
        return Err(rt.value_error("end is not behind a quote"));
    }
    let hooks = Hooks { object: None, pairs: None, float: None, int: None, constant: None };
    let mut builder = Builder { rt, hooks, open: Vec::new(), result: None, keys: Vec::new(), steps: 0 };
    let scanned = json::scan(string.text(), begin, strict.unwrap_or(true), 1, &mut builder);
    let result = builder.result.take().unwrap_or(Object::NONE);
    match scanned {
        Ok(end) => {
            let end = rt.new_int(end as i128)?;
            Ok(Tuple::from_array(&rt.heap, [result, end])?)
        }
        Err(ScanError::Syntax(error)) => Err(syntax_error(rt, error, string)),
        Err(ScanError::Visitor(raised)) => Err(raised),
        Err(ScanError::TooDeep) => Err(rt.value_error("no string")),
    }
}
