//! `struct_time`: a tuple of nine with named parts, and two more that are attributes only.

use super::calendar::Fields;
use crate::heap::Object;
use crate::layout::{DictBody, Str, Tuple, TupleBody};
use crate::methods;
use crate::object::{Args, Class, ClassFlags, ClassId, GetSetDef, Result, Runtime, Slots, TypeDef};

/// The hidden word with the zone's abbreviation.
const ZONE: usize = 0;
/// The hidden word with the offset from UTC.
const OFFSET: usize = 1;

const NAMES: [&str; 9] =
    ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];

fn create(rt: &mut Runtime, class: &Class, items: &[Object], hidden: [Object; 2]) -> Result {
    let body = TupleBody::detached(&rt.heap, items)?;
    let made: Object = rt.alloc_for(class, body)?.into();
    let [zone, offset] = hidden;
    drop(rt.heap.replace_slot(&made, ZONE, zone));
    drop(rt.heap.replace_slot(&made, OFFSET, offset));
    Ok(made)
}

/// A record of a broken-down time.
pub fn make(rt: &mut Runtime, fields: &Fields, zone: &str, offset: i64) -> Result {
    let class = rt.native_class(&TYPE)?;
    let numbers = [
        fields.year,
        fields.month,
        fields.day,
        fields.hour,
        fields.minute,
        fields.second,
        fields.weekday,
        fields.yearday,
        fields.is_dst,
    ];
    let items = numbers.map(|n| Object::int(n).unwrap_or(Object::NONE));
    let zone = rt.new_str(zone)?.into();
    create(rt, &class, &items, [zone, Object::int(offset).unwrap_or(Object::NONE)])
}

fn new(rt: &mut Runtime, class: &Class, args: Args<'_>) -> Result {
    let [sequence, dict] = crate::modules::support::matched(rt, "structseq", &["sequence", "dict"], (1, 2), args)?;
    let sequence = sequence.cloned().unwrap_or(Object::NONE);
    let items = match rt.iter(&sequence) {
        Ok(iterator) => rt.collect(&iterator)?,
        Err(raised) if rt.is_raised(&raised, ClassId::TypeError) => {
            return Err(rt.type_error("constructor requires a sequence"));
        }
        Err(raised) => return Err(raised),
    };
    let dict = match dict {
        None => None,
        Some(dict) => match dict.cast::<DictBody>() {
            Some(dict) => Some(dict.clone()),
            None => return Err(rt.type_error("time.struct_time() takes a dict as second arg, if any")),
        },
    };
    let got = items.len();
    if got < 9 {
        return Err(rt.type_error(format!("time.struct_time() takes an at least 9-sequence ({got}-sequence given)")));
    }
    if got > 11 {
        return Err(rt.type_error(format!("time.struct_time() takes an at most 11-sequence ({got}-sequence given)")));
    }
    let mut hidden = [Object::NONE, Object::NONE];
    let mut taken = 0;
    for (i, name) in ["tm_zone", "tm_gmtoff"].into_iter().enumerate() {
        let name = rt.intern(name);
        let given = dict.as_ref().and_then(|dict| dict.get_str(&rt.heap, &name).cloned());
        let missing = items.get(9 + i).is_none();
        taken += usize::from(missing && given.is_some());
        hidden[i] = items.get(9 + i).cloned().or(given).unwrap_or(Object::NONE);
    }
    if dict.is_some_and(|dict| dict.get(&rt.heap).len() > taken) {
        return Err(rt.type_error("time.struct_time() got duplicate or unexpected field name(s)"));
    }
    create(rt, class, &items[..9], hidden)
}

fn items(this: &Object) -> &[Object] {
    this.cast::<TupleBody>().map_or(&[], |tuple| tuple.items())
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let mut text = "time.struct_time(".to_owned();
    for (i, (name, item)) in NAMES.iter().zip(items(this)).enumerate() {
        text.push_str(if i > 0 { ", " } else { "" });
        text.push_str(name);
        text.push('=');
        rt.push_repr(&mut text, item)?;
    }
    text.push(')');
    rt.new_str(&text)
}

methods! {
    static METHODS = [
        "__reduce__"() => |rt: &mut Runtime, this: &Object| -> Result {
            let class = rt.class_of(this).as_object().clone();
            let plain = rt.new_tuple(items(this).to_vec())?;
            let dict = rt.new_dict()?;
            for (name, slot) in [("tm_zone", ZONE), ("tm_gmtoff", OFFSET)] {
                let value = hidden(rt, this, slot);
                rt.put_attribute(&dict, name, value)?;
            }
            let state = rt.new_tuple(vec![plain.into(), dict.into()])?;
            Ok(rt.new_tuple(vec![class, state.into()])?.into())
        };
        /// Return a copy of the structure with new values for the specified fields.
        "__replace__"(**changes) => replace;
    ];
}

fn hidden(rt: &Runtime, this: &Object, slot: usize) -> Object {
    rt.heap.slot(this, slot).cloned().unwrap_or(Object::NONE)
}

fn replace(rt: &mut Runtime, this: &Object, changes: crate::object::Keywords<'_>) -> Result {
    let mut all = items(this).to_vec();
    let mut rest = [hidden(rt, this, ZONE), hidden(rt, this, OFFSET)];
    let mut unknown: Vec<Object> = Vec::new();
    for (name, value) in changes.0.keywords() {
        match NAMES.iter().chain(&["tm_zone", "tm_gmtoff"]).position(|known| name.equals_text(known)) {
            Some(i) if i < 9 => all[i] = value.clone(),
            Some(i) => rest[i - 9] = value.clone(),
            None => unknown.push(name.as_object().clone()),
        }
    }
    if !unknown.is_empty() {
        let unknown: Object = crate::types::list::new(rt, unknown)?.into();
        let unknown = rt.repr(&unknown)?;
        return Err(rt.type_error(format!("Got unexpected field name(s): {}", unknown.to_rust())));
    }
    let class = rt.class_of(this).clone();
    create(rt, &class, &all, rest)
}

/// Declares the attributes of the parts.
macro_rules! parts {
    ($($index:literal $name:literal $doc:literal,)*) => {
        static GETSET: &[GetSetDef] = &[
            $(GetSetDef {
                name: $name,
                doc: $doc,
                get: |_, this| Ok(items(this).get($index).cloned().unwrap_or(Object::NONE)),
                set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
            },)*
            GetSetDef {
                name: "tm_zone",
                doc: "abbreviation of timezone name",
                get: |rt, this| Ok(hidden(rt, this, ZONE)),
                set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
            },
            GetSetDef {
                name: "tm_gmtoff",
                doc: "offset from UTC in seconds",
                get: |rt, this| Ok(hidden(rt, this, OFFSET)),
                set: Some(|rt, _, _| Err(rt.raise(ClassId::AttributeError, "readonly attribute"))),
            },
        ];
    };
}

parts! {
    0 "tm_year" "year, for example, 1993",
    1 "tm_mon" "month of year, range [1, 12]",
    2 "tm_mday" "day of month, range [1, 31]",
    3 "tm_hour" "hours, range [0, 23]",
    4 "tm_min" "minutes, range [0, 59]",
    5 "tm_sec" "seconds, range [0, 61])",
    6 "tm_wday" "day of week, range [0, 6], Monday is 0",
    7 "tm_yday" "day of year, range [1, 366]",
    8 "tm_isdst" "1 if summer time is in effect, 0 if not, and -1 if unknown",
}

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "struct_time",
    module: "time",
    doc: "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.\n\n Note that several fields' values are not the same as those defined by\n the C language standard for struct tm.  For example, the value of the\n field tm_year is the actual year, not year - 1900.  See individual\n fields' descriptions for details.",
    base: ClassId::Tuple,
    layout: <TupleBody as crate::heap::Layout>::info,
    flags: ClassFlags::SEQUENCE,
    hidden: 2,
    slots: Slots { new: Some(new), repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    getset: GETSET,
    extra: Some(|rt, class| {
        let dict = class.get(&rt.heap).dict.clone();
        for (name, value) in [("n_fields", 11), ("n_sequence_fields", 9), ("n_unnamed_fields", 0)] {
            rt.put_attribute(&dict, name, Object::small(value))?;
        }
        let names: Vec<Object> = NAMES.iter().map(|name| rt.intern(name).into()).collect();
        let names = Tuple::from_slice(&rt.heap, &names)?;
        rt.put_attribute(&dict, "__match_args__", names.into())
    }),
    ..TypeDef::EMPTY
};
