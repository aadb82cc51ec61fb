//! Walks all matches of a subject, the way `finditer`, `split` and `sub` do since Python 3.7:
//! an empty match may follow a match directly, but not stand where the last empty one stood.

use super::error::MatchError;
use super::{Method, Regex, Request, Scratch, Subject};

/// Where the walk over a subject stands (CPython's `scanner`).
#[derive(Debug, Clone, Copy)]
pub struct Scanner {
    position: usize,
    end: usize,
    must_advance: bool,
}

impl Scanner {
    /// A walk over `subject[position..end]`.
    pub fn new(position: usize, end: usize) -> Scanner {
        Scanner { position, end, must_advance: false }
    }

    /// The next match, whose captures `scratch` then holds; false at the end of the walk.
    /// `method` is `Search`, or `Match` to stop where no match follows directly.
    pub fn next(
        &mut self,
        regex: &Regex,
        subject: Subject<'_>,
        method: Method,
        scratch: &mut Scratch,
        check: &mut dyn FnMut() -> bool,
    ) -> Result<bool, MatchError> {
        let request = Request { method, position: self.position, end: self.end, must_advance: self.must_advance };
        let found = regex.run(subject, request, scratch, check)?;
        if let (true, Some((from, to))) = (found, scratch.group(0)) {
            self.must_advance = from == to;
            self.position = to;
        } else {
            // Nothing further will match.
            self.position = usize::MAX;
        }
        Ok(found)
    }
}

/// `Pattern.split`: calls `piece` with the span of every piece in order, `None` for a group
/// that did not take part. At most `limit` splits, or all if it is 0.
pub fn split(
    regex: &Regex,
    subject: Subject<'_>,
    limit: usize,
    scratch: &mut Scratch,
    check: &mut dyn FnMut() -> bool,
    mut piece: impl FnMut(Option<(usize, usize)>),
) -> Result<(), MatchError> {
    let mut scanner = Scanner::new(0, subject.len());
    let mut done = 0;
    let mut count = 0;
    while (limit == 0 || count < limit) && scanner.next(regex, subject, Method::Search, scratch, check)? {
        let (from, to) = scratch.group(0).unwrap_or_default();
        piece(Some((done, from)));
        for group in 1..=regex.groups() {
            piece(scratch.group(group));
        }
        done = to;
        count += 1;
    }
    piece(Some((done, subject.len())));
    Ok(())
}

/// What `substitute` tells: a stretch of the subject that stays, or a match to replace.
#[derive(Debug)]
pub enum Part<'a> {
    Kept(usize, usize),
    Match(&'a Scratch),
}

/// `Pattern.sub`: calls `part` for what stays and what is replaced, in order; an error from it
/// ends the walk. At most `limit` replacements, or all if it is 0. Gives their number.
pub fn substitute<E: From<MatchError>>(
    regex: &Regex,
    subject: Subject<'_>,
    limit: usize,
    scratch: &mut Scratch,
    check: &mut dyn FnMut() -> bool,
    mut part: impl FnMut(Part<'_>) -> Result<(), E>,
) -> Result<usize, E> {
    let mut scanner = Scanner::new(0, subject.len());
    let mut done = 0;
    let mut count = 0;
    while (limit == 0 || count < limit) && scanner.next(regex, subject, Method::Search, scratch, check)? {
        let (from, to) = scratch.group(0).unwrap_or_default();
        if done < from {
            part(Part::Kept(done, from))?;
        }
        part(Part::Match(scratch))?;
        done = to;
        count += 1;
    }
    if done < subject.len() {
        part(Part::Kept(done, subject.len()))?;
    }
    Ok(count)
}
