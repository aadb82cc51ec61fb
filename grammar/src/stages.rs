//! The stages of the way from text to tree one by one, for benchmarks and token goldens.

use crate::layout::tokenize;
use crate::resolve::resolve;
use crate::token::Kind;
use logos::Logos;

/// Runs `logos` alone over a decoded source; gives the number of its tokens. It does not know
/// where strings end, so it reads their bodies as tokens.
pub fn lex(source: &str) -> usize {
    Kind::lexer(source).count()
}

/// Runs the layout filter and the resolver; gives the number of tokens.
pub fn token_vector(source: &str) -> usize {
    let mut tokens = tokenize(source, Kind::StartModule);
    resolve(&mut tokens.vector, &|| false);
    tokens.vector.len()
}

/// Every token of a decoded source, one a line: offsets, kind, text; then the error that ends
/// them early, if any.
pub fn token_listing(source: &str) -> String {
    let mut tokens = tokenize(source, Kind::StartModule);
    resolve(&mut tokens.vector, &|| false);
    let mut out = String::new();
    for token in &tokens.vector {
        let (start, end) = (token.span.start, token.span.end);
        let text = &source[start as usize..end as usize];
        out.push_str(&format!("{start}..{end} {:?}", token.kind));
        out.push_str(&match text {
            "" => "\n".to_string(),
            text => format!(" {text:?}\n"),
        });
    }
    if let Some(stop) = tokens.stop {
        out.push_str(&format!("stop: {}\n", stop.error.message));
    }
    out
}
