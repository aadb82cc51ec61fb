//! "Did you mean": CPython 3.13's edit distance and its limits, on UTF-8 bytes.

const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
/// From this many candidates on nothing is suggested.
const MAX_CANDIDATES: usize = 750;
/// Differing middles longer than this are never close.
const MAX_LENGTH: usize = 40;

/// What an error text says behind a misspelt name: `. Did you mean 'other'?`, or nothing.
pub fn hint(name: &str, candidates: &[&str]) -> String {
    match suggest(name, candidates.iter().copied()) {
        Some(index) => format!(". Did you mean '{}'?", candidates[index]),
        None => String::new(),
    }
}

/// The index of the candidate closest to `name`, the first among equals; `None` if more than a third
/// of the characters would have to change. A candidate equal to `name` is passed over.
pub fn suggest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str, IntoIter: ExactSizeIterator>,
) -> Option<usize> {
    let candidates = candidates.into_iter();
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    for (index, candidate) in candidates.enumerate() {
        if candidate == name {
            continue;
        }
        let mut most = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        if let Some((distance, _)) = best {
            match distance.checked_sub(1) {
                Some(below) => most = most.min(below),
                None => break,
            }
        }
        if let Some(distance) = distance(name.as_bytes(), candidate.as_bytes(), most) {
            best = Some((distance, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Levenshtein's distance with cheap changes of case; `None` above `most`.
fn distance<'a>(mut a: &'a [u8], mut b: &'a [u8], most: usize) -> Option<usize> {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    if a.is_empty() || b.is_empty() {
        let distance = (a.len() + b.len()) * MOVE_COST;
        return (distance <= most).then_some(distance);
    }
    if a.len() > b.len() {
        (a, b) = (b, a);
    }
    if b.len() > MAX_LENGTH || (b.len() - a.len()) * MOVE_COST > most {
        return None;
    }
    let mut row = [0usize; MAX_LENGTH];
    for (index, cell) in row[..a.len()].iter_mut().enumerate() {
        *cell = (index + 1) * MOVE_COST;
    }
    let mut result = 0;
    for (line, &code) in b.iter().enumerate() {
        result = line * MOVE_COST;
        let mut diagonal = result;
        let mut least = usize::MAX;
        for (cell, &other) in row.iter_mut().zip(a) {
            let substitute = diagonal + substitution_cost(code, other);
            diagonal = *cell;
            result = substitute.min(result.min(diagonal) + MOVE_COST);
            *cell = result;
            least = least.min(result);
        }
        if least > most {
            return None;
        }
    }
    (result <= most).then_some(result)
}

fn substitution_cost(a: u8, b: u8) -> usize {
    match a == b {
        true => 0,
        false if a.eq_ignore_ascii_case(&b) => CASE_COST,
        false => MOVE_COST,
    }
}
