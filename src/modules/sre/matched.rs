//! `re.Match`.

use super::pattern::{Pattern, PatternBody};
use super::replace;
use super::subject::slice;
use crate::base::regex::Scratch;
use crate::heap::{HeapVec, Layout, Object, Ref};
use crate::layout::{Dict, Str, StrBody, Tuple};
use crate::object::{Class, GetSetDef, Rest, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

/// The bound of a group that did not take part.
const NONE: u32 = u32::MAX;

layout! {
    /// Body of a match.
    pub struct MatchBody as "re.Match" {
        /// The subject.
        pub string: Object,
        /// The pattern.
        pub pattern: Pattern,
        /// `pos`
        pub pos: u32,
        /// `endpos`
        pub endpos: u32,
        /// Bounds of the whole match.
        pub from: u32,
        /// Bounds of the whole match.
        pub to: u32,
        /// `lastindex`, 0 for none.
        pub last: u32,
        /// Bounds of the groups from the first on, two each.
        pub groups: HeapVec<u32>,
    }
}
/// A match.
pub type Match = Ref<MatchBody>;

fn expect(object: &Object) -> &Match {
    object.cast().expect("slots of matches get one")
}

impl MatchBody {
    /// How many groups there are, without the whole.
    fn count(&self) -> usize {
        self.groups.len() / 2
    }

    /// Bounds of a group (0 is the whole), which must exist.
    pub fn span(&self, group: usize) -> Option<(usize, usize)> {
        if group == 0 {
            return Some((self.from as usize, self.to as usize));
        }
        let (from, to) = (self.groups[group * 2 - 2], self.groups[group * 2 - 1]);
        (from != NONE).then_some((from as usize, to as usize))
    }
}

/// The match whose captures lie in `scratch`.
pub fn make(
    rt: &mut Runtime,
    pattern: &Pattern,
    string: &Object,
    scratch: &Scratch,
    pos: usize,
    endpos: usize,
) -> Result<Match> {
    let body = pattern.get(&rt.heap);
    let (class, count) = (body.match_class.clone(), body.regex.groups());
    let (from, to) = scratch.group(0).unwrap_or_default();
    let body = MatchBody {
        string: string.clone(),
        pattern: pattern.clone(),
        pos: pos as u32,
        endpos: endpos as u32,
        from: from as u32,
        to: to as u32,
        last: scratch.last_index().unwrap_or(0) as u32,
        groups: HeapVec::new(),
    };
    let found = rt.alloc_for(&class, body)?;
    if count > 0 {
        // They are filled where they will lie.
        let (body, heap) = found.get_mut(&mut rt.heap);
        body.groups.set_capacity(heap, count * 2)?;
        for group in 1..=count {
            let (from, to) = scratch.group(group).map_or((NONE, NONE), |(from, to)| (from as u32, to as u32));
            body.groups.push(heap, from)?;
            body.groups.push(heap, to)?;
        }
    }
    Ok(found)
}

/// The number of a group given by number or name.
fn group_number(rt: &mut Runtime, this: &Match, group: &Object) -> Result<usize> {
    let count = this.get(&rt.heap).count();
    let number = match group.value().as_int() {
        Some(number) => Some(number),
        None if crate::types::repeat::is_index(rt, group) => {
            let index = rt.index_object(group)?;
            Runtime::exact_i64(&index)
        }
        None => {
            let pattern = this.get(&rt.heap).pattern.clone();
            let index = pattern.get(&rt.heap).index.clone();
            let found = match group.cast::<StrBody>() {
                Some(name) => index.get_str(&rt.heap, name).cloned(),
                None => index.get_key(rt, group).unwrap_or(None),
            };
            found.and_then(|number| number.value().as_int())
        }
    };
    match number {
        Some(number) if (0..=count as i64).contains(&number) => Ok(number as usize),
        _ => Err(rt.index_error("no such group")),
    }
}

/// The text of a group, or `default` if it did not take part.
fn text(rt: &mut Runtime, this: &Match, group: usize, default: &Object) -> Result {
    let body = this.get(&rt.heap);
    match body.span(group) {
        Some((from, to)) => {
            let length = super::subject::units(&body.string).map_or(0, |(subject, _)| subject.len());
            slice(rt, &body.string, from.min(length), to.min(length))
        }
        None => Ok(default.clone()),
    }
}

fn group(rt: &mut Runtime, this: &Match, groups: Rest<'_>) -> Result {
    match groups.0 {
        [] => text(rt, this, 0, &Object::NONE),
        [only] => {
            let number = group_number(rt, this, only)?;
            text(rt, this, number, &Object::NONE)
        }
        several => {
            let mut texts = Vec::with_capacity(several.len());
            for each in several {
                let number = group_number(rt, this, each)?;
                texts.push(text(rt, this, number, &Object::NONE)?);
            }
            Ok(rt.new_tuple(texts)?.into())
        }
    }
}

methods! {
    static METHODS = [
        /// group([group1, ...]) -> str or tuple.
        /// Return subgroup(s) of the match by indices or names.
        /// For 0 returns the entire match.
        "group"(*args) => group;
        /// Return index of the start of the substring matched by group.
        "start"(group=0, /) => |rt: &mut Runtime, this: &Match, group: Option<&Object>| Ok::<i64, _>(edges(rt, this, group)?.0);
        /// Return index of the end of the substring matched by group.
        "end"(group=0, /) => |rt: &mut Runtime, this: &Match, group: Option<&Object>| Ok::<i64, _>(edges(rt, this, group)?.1);
        /// For match object m, return the 2-tuple (m.start(group), m.end(group)).
        "span"(group=0, /) => span;
        /// Return a tuple containing all the subgroups of the match, from 1.
        ///
        ///   default
        ///     Is used for groups that did not participate in the match.
        "groups"(default=None) => groups;
        /// Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.
        ///
        ///   default
        ///     Is used for groups that did not participate in the match.
        "groupdict"(default=None) => groupdict;
        /// Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.
        "expand"(template) => replace::expand;
        "__copy__"() => |_: &mut Runtime, this: &Object| this.clone();
        "__deepcopy__"(memo, /) => |_: &mut Runtime, this: &Object, _: &Object| this.clone();
        /// See PEP 585
        @class "__class_getitem__"(object, /) => |rt: &mut Runtime, class: &Class, item: &Object| (rt.hooks.generic_alias)(rt, class, item);
    ];
}

fn edges(rt: &mut Runtime, this: &Match, group: Option<&Object>) -> Result<(i64, i64)> {
    let number = match group {
        Some(group) => group_number(rt, this, group)?,
        None => 0,
    };
    Ok(this.get(&rt.heap).span(number).map_or((-1, -1), |(from, to)| (from as i64, to as i64)))
}

fn pair(rt: &mut Runtime, (from, to): (i64, i64)) -> Result<Tuple> {
    let items = [rt.new_int(from.into())?, rt.new_int(to.into())?];
    Ok(Tuple::from_array(&rt.heap, items)?)
}

fn span(rt: &mut Runtime, this: &Match, group: Option<&Object>) -> Result<Tuple> {
    let edges = edges(rt, this, group)?;
    pair(rt, edges)
}

fn groups(rt: &mut Runtime, this: &Match, default: Option<&Object>) -> Result<Tuple> {
    let count = this.get(&rt.heap).count();
    let default = default.cloned().unwrap_or(Object::NONE);
    let texts = (1..=count).map(|group| text(rt, this, group, &default)).collect::<Result<Vec<_>>>()?;
    rt.new_tuple(texts)
}

fn groupdict(rt: &mut Runtime, this: &Match, default: Option<&Object>) -> Result<Dict> {
    let default = default.cloned().unwrap_or(Object::NONE);
    let pattern = this.get(&rt.heap).pattern.clone();
    let index = pattern.get(&rt.heap).index.clone();
    let result = rt.new_dict()?;
    for (name, number) in index.pairs(&rt.heap) {
        let value = text(rt, this, number.value().as_int().unwrap_or(0) as usize, &default)?;
        result.set_key(rt, &name, value)?;
    }
    Ok(result)
}

fn get_item(rt: &mut Runtime, this: &Object, group: &Object) -> Result {
    let this = expect(this);
    let number = group_number(rt, this, group)?;
    text(rt, this, number, &Object::NONE)
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let this = expect(this);
    let (from, to) = edges(rt, this, None)?;
    let whole = text(rt, this, 0, &Object::NONE)?;
    let shown: String = rt.repr(&whole)?.to_rust().chars().take(50).collect();
    rt.new_str(&format!("<re.Match object; span=({from}, {to}), match={shown}>"))
}

fn regs(rt: &mut Runtime, this: &Object) -> Result {
    let this = expect(this);
    let count = this.get(&rt.heap).count();
    let mut spans = Vec::with_capacity(count + 1);
    for group in 0..=count {
        let span = this.get(&rt.heap).span(group).map_or((-1, -1), |(from, to)| (from as i64, to as i64));
        spans.push(pair(rt, span)?.into());
    }
    Ok(rt.new_tuple(spans)?.into())
}

fn last_group(rt: &mut Runtime, this: &Object) -> Result {
    let body = expect(this).get(&rt.heap);
    let last = body.last;
    let pattern: Ref<PatternBody> = body.pattern.clone();
    let index = pattern.get(&rt.heap).index.clone();
    let found = index.pairs(&rt.heap).into_iter().find(|(_, number)| number.value().as_int() == Some(last.into()));
    Ok(found.map_or(Object::NONE, |(name, _)| name))
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "string",
        doc: "The string passed to match() or search().",
        get: |rt, this| Ok(expect(this).get(&rt.heap).string.clone()),
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "re",
        doc: "The regular expression object.",
        get: |rt, this| Ok(expect(this).get(&rt.heap).pattern.clone().into()),
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "pos",
        doc: "The index into the string at which the RE engine started looking for a match.",
        get: |rt, this| {
            let pos = expect(this).get(&rt.heap).pos;
            rt.new_int(pos.into())
        },
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "endpos",
        doc: "The index into the string beyond which the RE engine will not go.",
        get: |rt, this| {
            let end = expect(this).get(&rt.heap).endpos;
            rt.new_int(end.into())
        },
        set: Some(crate::modules::read_only),
    },
    GetSetDef {
        name: "lastindex",
        doc: "The integer index of the last matched capturing group.",
        get: |rt, this| match expect(this).get(&rt.heap).last {
            0 => Ok(Object::NONE),
            last => rt.new_int(last.into()),
        },
        set: None,
    },
    GetSetDef { name: "lastgroup", doc: "The name of the last matched capturing group.", get: last_group, set: None },
    GetSetDef { name: "regs", doc: "", get: regs, set: None },
];

/// The description of `re.Match`.
pub static MATCH: TypeDef = TypeDef {
    name: "Match",
    module: "re",
    doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    layout: <MatchBody as Layout>::info,
    slots: Slots { repr: Some(repr), get_item: Some(get_item), ..Slots::EMPTY },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};
