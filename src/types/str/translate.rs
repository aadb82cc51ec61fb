//! `translate` and `maketrans`.

use super::slots::exact;
use super::text::Text;
use crate::base::bigint::hash_i64;
use crate::base::text::TextRef;
use crate::base::watch::STRETCH;
use crate::heap::Object;
use crate::layout::int::as_int;
use crate::layout::search::Lookup;
use crate::layout::{Dict, DictBody, Str, StrBody, StrBuilder};
use crate::object::{ClassId, Result, Runtime};

/// What a character becomes.
enum Becomes {
    Itself,
    Nothing,
    Character(u32),
    String(Str),
}

/// Asks the table about a character.
fn look_up(rt: &mut Runtime, table: &Object, code: u32) -> Result<Becomes> {
    let key = Object::small(code as i32);
    let found = match quick(rt, table, &key) {
        Some(Lookup::Missing(_)) => None,
        Some(Lookup::Found(position)) => {
            table.cast::<DictBody>().map(|dict| dict.get(&rt.heap).value(position).clone())
        }
        _ => {
            let result = rt.get_item(table, &key);
            rt.catch(result, ClassId::LookupError)?
        }
    };
    let Some(found) = found else { return Ok(Becomes::Itself) };
    if found.is_none() {
        return Ok(Becomes::Nothing);
    }
    if let Some(string) = found.cast::<StrBody>() {
        return Ok(match string.len() {
            1 => Becomes::Character(string.char_at(0)),
            _ => Becomes::String(string.clone()),
        });
    }
    match as_int(&found) {
        None => Err(rt.type_error("character mapping must return integer, None or str")),
        Some(number) => match number.to_i64().and_then(|code| u32::try_from(code).ok()) {
            Some(code) if code < 0x11_0000 => Ok(Becomes::Character(code)),
            _ => Err(rt.value_error("character mapping must be in range(0x110000)")),
        },
    }
}

/// A search that runs no Python code, in a plain dict.
fn quick(rt: &Runtime, table: &Object, key: &Object) -> Option<Lookup> {
    let dict = table.cast_exact::<DictBody>()?;
    Some(dict.get(&rt.heap).lookup(key, hash_i64(key.value().as_int()?)))
}

/// In the memory of ASCII characters: not asked about yet.
const UNKNOWN: u8 = 0xff;
/// In the memory of ASCII characters: becomes no single ASCII character.
const SPECIAL: u8 = 0xfe;

pub fn translate(rt: &mut Runtime, this: &Str, table: &Object) -> Result<Str> {
    let mut memory = [UNKNOWN; 128];
    let mut target = StrBuilder::with_capacity(&rt.heap, this.len())?;
    let mut changed = false;
    for (i, code) in this.text().codes().enumerate() {
        if i % STRETCH == STRETCH - 1 {
            rt.heap.go_on()?;
        }
        if let Some(&known) = memory.get(code as usize)
            && known < 128
        {
            changed |= u32::from(known) != code;
            target.push(&rt.heap, known.into())?;
            continue;
        }
        let becomes = look_up(rt, table, code)?;
        let single = match &becomes {
            Becomes::Itself => code,
            Becomes::Character(code) => *code,
            _ => u32::MAX,
        };
        if let Some(place) = memory.get_mut(code as usize) {
            *place = if single < 128 { single as u8 } else { SPECIAL };
        }
        changed |= single != code;
        match becomes {
            Becomes::Itself => target.push(&rt.heap, code)?,
            Becomes::Nothing => {}
            Becomes::Character(code) => target.push(&rt.heap, code)?,
            Becomes::String(string) => target.push_string(&rt.heap, &string)?,
        }
    }
    if !changed {
        return exact(rt, this);
    }
    Ok(target.finish(&rt.heap, &rt.strings)?)
}

/// `str.maketrans(x, y, z)`: a table for `translate`.
pub fn maketrans(rt: &mut Runtime, x: &Object, y: Option<&Str>, z: Option<&Str>) -> Result<Dict> {
    let table = rt.new_dict()?;
    let Some(y) = y else {
        let Some(dict) = x.cast_exact::<DictBody>() else {
            return Err(rt.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        from_dict(rt, dict, &table)?;
        return Ok(table);
    };
    let Some(x) = x.cast::<StrBody>() else {
        return Err(rt.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    if x.len() != y.len() {
        return Err(rt.value_error("the first two maketrans arguments must have equal length"));
    }
    let code = |code: u32| Object::small(code as i32);
    for (from, to) in x.text().codes().zip(y.text().codes()) {
        rt.check_interrupts()?;
        rt.set_item(&table, &code(from), &code(to))?;
    }
    for from in z.map_or(TextRef::EMPTY, Text::text).codes() {
        rt.check_interrupts()?;
        rt.set_item(&table, &code(from), &Object::NONE)?;
    }
    Ok(table)
}

/// Copies a dict, one-character keys becoming their codes.
fn from_dict(rt: &mut Runtime, dict: &Dict, table: &Dict) -> Result<()> {
    let mut position = 0;
    loop {
        rt.check_interrupts()?;
        let (key, value) = match dict.get(&rt.heap).next(position) {
            Some((at, entry)) => {
                position = at + 1;
                (entry.key.clone(), entry.value.clone())
            }
            None => return Ok(()),
        };
        let key = match (key.cast::<StrBody>(), as_int(&key)) {
            (Some(string), _) if string.len() == 1 => Object::small(string.char_at(0) as i32),
            (Some(_), _) => return Err(rt.value_error("string keys in translate table must be of length 1")),
            (None, Some(_)) => key,
            (None, None) => return Err(rt.type_error("keys in translate table must be strings or integers")),
        };
        rt.set_item(table, &key, &value)?;
    }
}
