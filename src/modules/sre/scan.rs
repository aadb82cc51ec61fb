//! Walks over all matches: what `finditer` gives, and the scanner object.

use super::matched::{self, Match};
use super::pattern::{Pattern, bounds, with_scratch};
use super::subject::{match_error, subject};
use crate::base::regex::{Method, Scanner};
use crate::heap::{Layout, Object, Opaque, Ref};
use crate::object::{GetSetDef, Index, Result, Runtime, Slots, TypeDef};
use crate::{layout, methods};

layout! {
    /// Body of a walk over a subject.
    pub struct WalkBody as "_sre.SRE_Scanner" {
        /// The pattern.
        pub pattern: Pattern,
        /// The subject.
        pub string: Object,
        /// Where the walk began and where it ends.
        pub bounds: (u32, u32),
        /// Where it stands.
        pub scanner: Opaque<Scanner>,
    }
}
type Walk = Ref<WalkBody>;

fn begin(
    rt: &mut Runtime,
    def: &'static TypeDef,
    pattern: &Pattern,
    string: &Object,
    pos: Option<Index>,
    endpos: Option<Index>,
) -> Result<Walk> {
    let text = subject(rt, pattern, string)?;
    let (from, to) = bounds(text, pos, endpos);
    let class = rt.native_class(def)?;
    let body = WalkBody {
        pattern: pattern.clone(),
        string: string.clone(),
        bounds: (from as u32, to as u32),
        scanner: Opaque(Scanner::new(from, to)),
    };
    rt.alloc_for(&class, body)
}

/// `Pattern.finditer`.
pub fn finditer(
    rt: &mut Runtime,
    pattern: &Pattern,
    string: &Object,
    pos: Option<Index>,
    endpos: Option<Index>,
) -> Result<Walk> {
    begin(rt, &ITERATOR, pattern, string, pos, endpos)
}

/// `Pattern.scanner`.
pub fn scanner(
    rt: &mut Runtime,
    pattern: &Pattern,
    string: &Object,
    pos: Option<Index>,
    endpos: Option<Index>,
) -> Result<Walk> {
    begin(rt, &SCANNER, pattern, string, pos, endpos)
}

fn advance(rt: &mut Runtime, this: &Walk, method: Method) -> Result<Option<Match>> {
    let body = this.get(&rt.heap);
    let (pattern, string, mut walk, (from, to)) =
        (body.pattern.clone(), body.string.clone(), *body.scanner, body.bounds);
    let text = subject(rt, &pattern, &string)?;
    with_scratch(rt, &pattern, |rt, regex, scratch| {
        let heap = &rt.heap;
        let found = match walk.next(regex, text, method, scratch, &mut || heap.interrupt_waits()) {
            Ok(found) => found,
            Err(error) => return Err(match_error(rt, error)),
        };
        this.get_mut(&mut rt.heap).0.scanner = Opaque(walk);
        if !found {
            return Ok(None);
        }
        matched::make(rt, &pattern, &string, scratch, from as usize, to as usize).map(Some)
    })
}

fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let walk: &Walk = this.cast().expect("slots of the iterator get one");
    Ok(advance(rt, walk, Method::Search)?.map(Into::into))
}

methods! {
    static METHODS = [
        "match"() => |rt: &mut Runtime, this: &Walk| advance(rt, this, Method::Match);
        "search"() => |rt: &mut Runtime, this: &Walk| advance(rt, this, Method::Search);
    ];
}

static GETSET: &[GetSetDef] = &[GetSetDef {
    name: "pattern",
    doc: "",
    get: |rt, this| {
        let walk: &Walk = this.cast().expect("by its type");
        Ok(walk.get(&rt.heap).pattern.clone().into())
    },
    set: None,
}];

static SCANNER: TypeDef = TypeDef {
    name: "SRE_Scanner",
    module: "_sre",
    layout: <WalkBody as Layout>::info,
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};

static ITERATOR: TypeDef = TypeDef {
    name: "callable_iterator",
    layout: <WalkBody as Layout>::info,
    slots: Slots { iter: Some(|_, this| Ok(this.clone())), next: Some(crate::next_slot!(next)), ..Slots::EMPTY },
    ..TypeDef::EMPTY
};
