//! The notation of the rules.
//!
//! ```text
//! name                  a rule starts in the first column; after the name may stand
//!                         memo   its results are kept (as in CPython, which can be seen)
//!                         quiet  no error rules are tried below it
//!     x y               one alternative to a line, tried in order; | also separates them
//!   + x y => shape      for a left-recursive rule: what may follow, again and again
//! 'if' ':='             a keyword or operator
//! "match"               a name that is a keyword here
//! NAME NEWLINE          a token of this sort; SOFT_KEYWORD is any name that may be a keyword,
//!                         SPEC_COLON the ':' before the text of a format spec
//! x? x* x % ','         optional, repeated, one or more with separators between
//! &x !x                 x must follow, must not follow
//! ~                     no other alternative of this rule after this point
//! &&':'                 must follow, else the error is "expected ':'"
//! a:x  a+:x             keeps the value of x in slot a, or appends it to the list there
//! => a                  the rule's value is that of slot a
//! => tuple              the rule's value is a node of this shape, its parts slots a and b
//! => at a "message"     an error; the forms are those of message.rs. If the form finds nothing
//!                         to say, the rule fails; or goes on, if the form is a check
//! ```
//! An alternative that is just one rule whose name starts with `invalid_` is tried only in the
//! second run; other alternatives with such a rule are tried always, as in CPython. Without `=>` the
//! value is that of the last part if there is just one, else nothing in particular.

const SOURCES: [&str; 3] =
    [include_str!("rules/statements.peg"), include_str!("rules/expressions.peg"), include_str!("rules/errors.peg")];

/// A rule as it is written.
pub struct RuleText {
    pub name: &'static str,
    pub memo: bool,
    pub quiet: bool,
    /// The lines of its alternatives.
    pub base: Vec<&'static str>,
    /// The lines that start with `+`, without it.
    pub growth: Vec<&'static str>,
}

/// All rules.
pub fn rules() -> Vec<RuleText> {
    let lines = SOURCES.iter().flat_map(|source| source.lines());
    let mut rules: Vec<RuleText> = Vec::new();
    for line in lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let Some(alternative) = line.strip_prefix(' ') else {
            let (name, marks) = line.split_once(' ').unwrap_or((line, ""));
            rules.push(RuleText {
                name,
                memo: marks.contains("memo"),
                quiet: marks.contains("quiet"),
                base: Vec::new(),
                growth: Vec::new(),
            });
            continue;
        };
        if let Some(rule) = rules.last_mut() {
            match alternative.trim_start().strip_prefix("+ ") {
                Some(growth) => rule.growth.push(growth),
                None => rule.base.push(alternative),
            }
        }
    }
    rules
}

/// Splits a line into words: quoted text, names, and runs of punctuation that belong together.
pub fn split(line: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => rest[1..].find('\'').map_or(rest.len(), |end| end + 2),
            '"' => {
                let mut escaped = false;
                let end = rest[1..].find(|c| {
                    let end = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    end
                });
                end.map_or(rest.len(), |end| end + 2)
            }
            c if c.is_alphanumeric() || c == '_' => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                end.unwrap_or(rest.len())
            }
            _ => ["=>", "&&", "+:"].iter().find(|word| rest.starts_with(**word)).map_or(1, |word| word.len()),
        };
        words.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    words
}
