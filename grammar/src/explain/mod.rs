//! Finds CPython's words for a text that does not parse.
//!
//! CPython's messages follow from how its parser works: a PEG parser tries alternatives in a
//! fixed order; when all have failed it parses again with extra rules that match common mistakes,
//! and the first of them that matches, in the order of the attempts, is the error. So the
//! explainer does the same, on failure only: it runs CPython's order of attempts as a table of
//! rules (`rules/*.peg`) over the token vector, without making a tree.
//!
//! * [`notation`]: how the rules are written.
//! * [`compile`]: their translation to instructions.
//! * [`machine`]: a parsing machine with a stack of its own, so that no nesting overflows.
//! * [`value`]: what a rule has matched, as far as messages need it.
//! * [`message`]: what the rules say.
//! * [`place`]: where tokens stand in CPython's eyes.
//!
//! Start reading at [`explain`].

mod compile;
mod machine;
mod message;
mod notation;
mod place;
mod value;

use crate::error::{ErrorKind, SyntaxError};
use crate::layout::Stop;
use crate::parse::Watch;
use crate::token::{Kind, Token};
use compile::Rules;
use machine::{Machine, Outcome};
use place::Places;

/// The error of a text that the parser has refused.
///
/// `tokens` is the whole vector, the mode first; `stop` says why it has no end marker; `failed`
/// is the index of the token that the parser refused; ints may have `max_digits` decimal digits.
/// None if the rules accept the text, or would take too long to refuse it, or `watch` says to
/// stop: the caller must ask it too.
pub fn explain(
    source: &str,
    tokens: &[Token],
    stop: Option<&Stop>,
    failed: usize,
    max_digits: usize,
    watch: Watch<'_>,
) -> Option<SyntaxError> {
    let rules = Rules::get();
    let places = Places::new(source, tokens, max_digits, watch)?;
    if source.is_empty() {
        return Some(SyntaxError::nowhere("invalid syntax"));
    }
    let start = match tokens.first()?.kind {
        Kind::StartExpression => "eval",
        Kind::StartInteractive => "interactive",
        _ => "file",
    };
    let from = statement_before(tokens, failed);

    let mut machine = Machine::new(rules, source, tokens, &places, from);
    let first = machine.run(start, false, watch);
    let farthest = machine.filled - 1;
    // The tokenizer has met the end of the text: a REPL may ask for more.
    let at_end = |token: &Token| matches!(token.kind, Kind::Dedent | Kind::EndMarker);
    let incomplete = tokens.iter().skip(farthest).all(at_end);
    let outcome = match first {
        Outcome::Failed => machine.run(start, true, watch),
        other => other,
    };
    let last = (machine.filled - 1).min(tokens.len() - 1);
    let indentation = |message: &str| places.last(ErrorKind::IndentationError, message.into(), last);
    let mut error = match outcome {
        // A line by itself is fine; the parser has refused what follows it.
        Outcome::Accepted if start == "interactive" && failed > 1 => {
            let message = "multiple statements found while compiling a single statement";
            return Some(places.tokens(message.into(), last, last));
        }
        Outcome::Accepted | Outcome::TooLong => return None,
        Outcome::Stopped => return stop.map(|stop| stop.error.clone()),
        Outcome::Raised(error) => *error,
        Outcome::Failed => match tokens[farthest.min(last)].kind {
            Kind::Indent => return Some(indentation("unexpected indent")),
            Kind::Dedent => return Some(indentation("unexpected unindent")),
            _ => places.tokens("invalid syntax".into(), farthest, farthest),
        },
    };
    places.clamp(&mut error, last);
    // CPython does not look on after it has met the end of the text.
    if let Some(stop) = stop
        && !places.at_end(last)
    {
        if stop.raised {
            // An error that the tokenizer raises comes first, wherever it is.
            return Some(stop.error.clone());
        }
        // A bracket that is open at the end explains an error on a later line better.
        if let Some(open) = stop.unclosed
            && places.line(last) > places.line_of(open as usize)
        {
            error = crate::layout::unclosed_error(source, open);
        }
    }
    error.incomplete = incomplete;
    Some(error)
}

/// The index of a token at or before `failed` from which the rules can start: the beginning of a
/// statement at the top level, one statement before the one that holds the token, because what
/// is missing may belong to a statement that looks complete (`try` without `except`).
fn statement_before(tokens: &[Token], failed: usize) -> usize {
    let failed = failed.min(tokens.len().saturating_sub(1));
    let mut starts = [1; 3];
    let mut depth = 0;
    let mut decorated = false;
    for (at, token) in tokens.iter().enumerate().take(failed + 1).skip(1) {
        let fresh = matches!(tokens[at - 1].kind, Kind::Newline | Kind::Dedent);
        match token.kind {
            Kind::Indent => depth += 1,
            Kind::Dedent => depth -= 1,
            Kind::Elif | Kind::Else | Kind::Except | Kind::Finally | Kind::EndMarker => {}
            kind if fresh && depth == 0 => {
                if !decorated {
                    starts = [starts[1], starts[2], at];
                }
                decorated = kind == Kind::At;
            }
            _ => {}
        }
    }
    starts[1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_well_formed() {
        let rules = Rules::get();
        assert!(rules.count() > 200);
        for start in ["file", "eval", "interactive"] {
            assert!(rules.named(start).is_some());
        }
    }
}
