//! `re.Pattern`.

use super::matched::{self, Match};
use super::subject::{match_error, slice, subject};
use super::{replace, scan};
use crate::base::regex::{Method, Regex, Request, Scanner, Scratch, Subject, flags};
use crate::heap::{HeapVec, Layout, Object, Opaque, Ref};
use crate::layout::{Dict, List, Str, Tuple};
use crate::object::{Class, ClassId, CompareOp, GetSetDef, Index, Result, Runtime, Slots, TypeDef};
use crate::types::descriptor::MappingProxyBody;
use crate::{layout, methods};
use std::sync::Arc;

layout! {
    /// Body of a compiled pattern.
    pub struct PatternBody as "re.Pattern" {
        /// `pattern`: str or bytes.
        pub pattern: Object,
        /// The class of its matches.
        pub match_class: Class,
        /// Numbers of the named groups.
        pub index: Dict,
        /// The replacement that was read last, or None.
        pub template: Object,
        /// Its literal parts.
        pub literals: HeapVec<Object>,
        /// Its parts in order: a group, or a literal as its index in `literals` with [`replace::LITERAL`] added.
        pub template_groups: Opaque<Arc<[u32]>>,
        /// The program.
        pub regex: Opaque<Arc<Regex>>,
        /// Memory for matching while none is going on.
        pub scratch: Opaque<Option<Box<Scratch>>>,
    }
}
/// A compiled pattern.
pub type Pattern = Ref<PatternBody>;

fn expect(object: &Object) -> &Pattern {
    object.cast().expect("slots of patterns get one")
}

/// Runs `work` with the pattern's program and its memory for matching.
#[inline]
pub fn with_scratch<T>(
    rt: &mut Runtime,
    pattern: &Pattern,
    work: impl FnOnce(&mut Runtime, &Regex, &mut Scratch) -> Result<T>,
) -> Result<T> {
    let body = pattern.get_mut(&mut rt.heap).0;
    let regex = Arc::clone(&body.regex);
    let mut scratch = body.scratch.take().unwrap_or_default();
    let result = work(rt, &regex, &mut scratch);
    pattern.get_mut(&mut rt.heap).0.scratch = Opaque(Some(scratch));
    result
}

/// `pos` and `endpos` within a subject.
pub fn bounds(subject: Subject<'_>, pos: Option<Index>, endpos: Option<Index>) -> (usize, usize) {
    let length = subject.len();
    let clamp = |n: isize| n.clamp(0, length as isize) as usize;
    (pos.map_or(0, |n| clamp(n.0)), endpos.map_or(length, |n| clamp(n.0)))
}

fn run(
    rt: &mut Runtime,
    this: &Pattern,
    string: &Object,
    pos: Option<Index>,
    endpos: Option<Index>,
    method: Method,
) -> Result<Option<Match>> {
    let text = subject(rt, this, string)?;
    let (position, end) = bounds(text, pos, endpos);
    with_scratch(rt, this, |rt, regex, scratch| {
        let request = Request { method, position, end, must_advance: false };
        let heap = &rt.heap;
        match regex.run(text, request, scratch, &mut || heap.interrupt_waits()) {
            Ok(false) => Ok(None),
            Ok(true) => matched::make(rt, this, string, scratch, position, end).map(Some),
            Err(error) => Err(match_error(rt, error)),
        }
    })
}

type Bound = Option<Index>;

methods! {
    static METHODS = [
        /// Matches zero or more characters at the beginning of the string.
        "match"(string, pos=0, endpos=sys.maxsize) =>
            |rt: &mut Runtime, this: &Pattern, s: &Object, pos: Bound, end: Bound| run(rt, this, s, pos, end, Method::Match);
        /// Matches against all of the string.
        "fullmatch"(string, pos=0, endpos=sys.maxsize) =>
            |rt: &mut Runtime, this: &Pattern, s: &Object, pos: Bound, end: Bound| run(rt, this, s, pos, end, Method::FullMatch);
        /// Scan through string looking for a match, and return a corresponding match object instance.
        ///
        /// Return None if no position in the string matches.
        "search"(string, pos=0, endpos=sys.maxsize) =>
            |rt: &mut Runtime, this: &Pattern, s: &Object, pos: Bound, end: Bound| run(rt, this, s, pos, end, Method::Search);
        /// Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.
        "sub"(repl, string, count=0) => sub;
        /// Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.
        "subn"(repl, string, count=0) => subn;
        /// Return a list of all non-overlapping matches of pattern in string.
        "findall"(string, pos=0, endpos=sys.maxsize) => findall;
        /// Split string by the occurrences of pattern.
        "split"(string, maxsplit=0) => split;
        /// Return an iterator over all non-overlapping matches for the RE pattern in string.
        ///
        /// For each match, the iterator returns a match object.
        "finditer"(string, pos=0, endpos=sys.maxsize) => scan::finditer;
        "scanner"(string, pos=0, endpos=sys.maxsize) => scan::scanner;
        "__copy__"() => |_: &mut Runtime, this: &Object| this.clone();
        "__deepcopy__"(memo, /) => |_: &mut Runtime, this: &Object, _: &Object| this.clone();
        "__reduce__"() => reduce;
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| (rt.hooks.generic_alias)(rt, class, item);
    ];
}

fn sub(rt: &mut Runtime, this: &Pattern, repl: &Object, string: &Object, count: Bound) -> Result {
    Ok(replace::substitute(rt, this, repl, string, count.map_or(0, |n| n.0))?.0)
}

fn subn(rt: &mut Runtime, this: &Pattern, repl: &Object, string: &Object, count: Bound) -> Result<Tuple> {
    let (text, times) = replace::substitute(rt, this, repl, string, count.map_or(0, |n| n.0))?;
    let times = rt.new_int(times as i128)?;
    Ok(Tuple::from_array(&rt.heap, [text, times])?)
}

/// What `findall` gives for a match: the whole, the only group, or all groups.
fn found(rt: &Runtime, regex: &Regex, scratch: &Scratch, string: &Object) -> Result {
    let part = |group: usize| match scratch.group(group) {
        Some((from, to)) => slice(rt, string, from, to),
        None => super::subject::empty(rt, string),
    };
    match regex.groups() {
        groups @ (0 | 1) => part(groups),
        groups => {
            let parts: Vec<Object> = (1..=groups).map(part).collect::<Result<_>>()?;
            Ok(Tuple::from_owned(&rt.heap, parts)?.into())
        }
    }
}

fn findall(rt: &mut Runtime, this: &Pattern, string: &Object, pos: Bound, endpos: Bound) -> Result<List> {
    let text = subject(rt, this, string)?;
    let (position, end) = bounds(text, pos, endpos);
    with_scratch(rt, this, |rt, regex, scratch| {
        let mut items: HeapVec<Object> = HeapVec::new();
        let mut scanner = Scanner::new(position, end);
        loop {
            rt.check_interrupts()?;
            let heap = &rt.heap;
            match scanner.next(regex, text, Method::Search, scratch, &mut || heap.interrupt_waits()) {
                Ok(true) => items.push(&rt.heap, found(rt, regex, scratch, string)?)?,
                Ok(false) => return Ok(List::new(&rt.heap, items)?),
                Err(error) => return Err(match_error(rt, error)),
            }
        }
    })
}

fn split(rt: &mut Runtime, this: &Pattern, string: &Object, maxsplit: Bound) -> Result<List> {
    let text = subject(rt, this, string)?;
    let limit = maxsplit.map_or(0, |n| n.0);
    with_scratch(rt, this, |rt, regex, scratch| {
        let mut items: HeapVec<Object> = HeapVec::new();
        let mut scanner = Scanner::new(0, text.len());
        let (mut done, mut count) = (0, 0);
        while limit == 0 || count < limit {
            rt.check_interrupts()?;
            let heap = &rt.heap;
            match scanner.next(regex, text, Method::Search, scratch, &mut || heap.interrupt_waits()) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(match_error(rt, error)),
            }
            let (from, to) = scratch.group(0).unwrap_or_default();
            items.push(&rt.heap, slice(rt, string, done, from)?)?;
            for group in 1..=regex.groups() {
                let part = match scratch.group(group) {
                    Some((from, to)) => slice(rt, string, from, to)?,
                    None => Object::NONE,
                };
                items.push(&rt.heap, part)?;
            }
            done = to;
            count += 1;
        }
        items.push(&rt.heap, slice(rt, string, done, text.len())?)?;
        Ok(List::new(&rt.heap, items)?)
    })
}

/// Patterns are pickled and copied through `re._compile`.
fn reduce(rt: &mut Runtime, this: &Pattern) -> Result {
    let name = rt.intern("re");
    let module = (rt.hooks.import)(rt, &name)?;
    let compile = rt.get_attr_str(&module, "_compile")?;
    let body = this.get(&rt.heap);
    let (pattern, bits) = (body.pattern.clone(), body.regex.flags());
    let bits = rt.new_int(bits.into())?;
    let args = rt.new_tuple(vec![pattern, bits])?;
    Ok(rt.new_tuple(vec![compile, args.into()])?.into())
}

/// Flags in the order in which the repr shows them.
const FLAG_NAMES: [(&str, u32); 8] = [
    ("re.IGNORECASE", flags::IGNORECASE),
    ("re.LOCALE", flags::LOCALE),
    ("re.MULTILINE", flags::MULTILINE),
    ("re.DOTALL", flags::DOTALL),
    ("re.VERBOSE", flags::VERBOSE),
    ("re.DEBUG", flags::DEBUG),
    ("re.ASCII", flags::ASCII),
    ("re.UNICODE", flags::UNICODE),
];

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let body = expect(this).get(&rt.heap);
    let (pattern, mut bits, is_text) = (body.pattern.clone(), body.regex.flags(), body.regex.is_text());
    // UNICODE goes without saying.
    if is_text && bits & (flags::LOCALE | flags::UNICODE | flags::ASCII) == flags::UNICODE {
        bits &= !flags::UNICODE;
    }
    let mut shown = String::new();
    for (name, bit) in FLAG_NAMES {
        if bits & bit != 0 {
            shown.push_str(if shown.is_empty() { "" } else { "|" });
            shown.push_str(name);
            bits &= !bit;
        }
    }
    if bits != 0 {
        shown.push_str(if shown.is_empty() { "" } else { "|" });
        shown.push_str(&format!("0x{bits:x}"));
    }
    let text = rt.repr(&pattern)?;
    let text: String = text.to_rust().chars().take(200).collect();
    let comma = if shown.is_empty() { "" } else { ", " };
    rt.new_str(&format!("re.compile({text}{comma}{shown})"))
}

fn hash(rt: &mut Runtime, this: &Object) -> Result<i64> {
    let body = expect(this).get(&rt.heap);
    let (pattern, bits) = (body.pattern.clone(), body.regex.flags());
    let hash = rt.hash(&pattern)? ^ i64::from(bits).wrapping_mul(0x9e37_79b9);
    Ok(if hash == -1 { -2 } else { hash })
}

fn compare(rt: &mut Runtime, left: &Object, right: &Object, op: CompareOp) -> Result {
    if !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
        return Ok(Object::NOT_IMPLEMENTED);
    }
    let (Some(a), Some(b)) = (left.cast::<PatternBody>(), right.cast::<PatternBody>()) else {
        return Ok(Object::NOT_IMPLEMENTED);
    };
    let (a, b) = (a.get(&rt.heap), b.get(&rt.heap));
    let same_kind = a.regex.flags() == b.regex.flags() && a.regex.is_text() == b.regex.is_text();
    let (a, b) = (a.pattern.clone(), b.pattern.clone());
    let equal = left.is(right) || (same_kind && rt.equal(&a, &b)?);
    Ok(Object::bool(equal == (op == CompareOp::Equal)))
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "pattern",
        doc: "The pattern string from which the RE object was compiled.",
        get: |rt, this| Ok(expect(this).get(&rt.heap).pattern.clone()),
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "flags",
        doc: "The regex matching flags.",
        get: |rt, this| {
            let bits = expect(this).get(&rt.heap).regex.flags();
            rt.new_int(bits.into())
        },
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "groups",
        doc: "The number of capturing groups in the pattern.",
        get: |rt, this| {
            let groups = expect(this).get(&rt.heap).regex.groups();
            rt.new_int(groups as i128)
        },
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "groupindex",
        doc: "A dictionary mapping group names to group numbers.",
        get: |rt, this| {
            let mapping = expect(this).get(&rt.heap).index.clone().into();
            Ok(rt.alloc_for(rt.class(ClassId::MappingProxy), MappingProxyBody { mapping })?.into())
        },
        set: None,
    },
];

/// The description of `re.Pattern`.
pub static PATTERN: TypeDef = TypeDef {
    name: "Pattern",
    module: "re",
    doc: "Compiled regular expression object.",
    layout: <PatternBody as Layout>::info,
    flags: crate::object::ClassFlags::WEAKREFABLE,
    slots: Slots { repr: Some(repr), hash: Some(hash), compare: Some(compare), ..Slots::EMPTY },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
