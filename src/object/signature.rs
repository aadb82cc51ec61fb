//! A native function's parameter list, written as CPython writes `__text_signature__`: `index, object, /`,
//! `*, key=None, reverse=False`, `*args, **kwargs`.

/// Counts derived from the text at compile time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Parameters that must be given by position or name.
    pub required: u16,
    /// Parameters that may be given by position.
    pub positional: u16,
    /// Parameters that can only be given by position.
    pub positional_only: u16,
    /// All parameters but `*args` and `**kwargs`.
    pub total: u16,
    /// Whether there is `*args`.
    pub var_positional: bool,
    /// Whether there is `**kwargs`.
    pub var_keyword: bool,
}

impl Signature {
    /// Reads the text; parameters are separated by commas, defaults hold no comma.
    pub const fn parse(text: &str) -> Signature {
        let bytes = text.as_bytes();
        let mut s = Signature {
            required: 0,
            positional: 0,
            positional_only: 0,
            total: 0,
            var_positional: false,
            var_keyword: false,
        };
        let mut keyword_only = false;
        let mut i = 0;
        while i < bytes.len() {
            while i < bytes.len() && (bytes[i] == b' ' || bytes[i] == b',' || bytes[i] == b'\n') {
                i += 1;
            }
            if i >= bytes.len() {
                break;
            }
            let start = i;
            let mut has_default = false;
            let mut end = i;
            while i < bytes.len() && bytes[i] != b',' {
                if bytes[i] == b'=' {
                    has_default = true;
                }
                if bytes[i] != b' ' {
                    end = i + 1;
                }
                i += 1;
            }
            if bytes[start] == b'/' {
                s.positional_only = s.total;
            } else if bytes[start] == b'*' && end > start + 1 && bytes[start + 1] == b'*' {
                s.var_keyword = true;
            } else if bytes[start] == b'*' && end > start + 1 {
                s.var_positional = true;
                keyword_only = true;
            } else if bytes[start] == b'*' {
                keyword_only = true;
            } else {
                s.total += 1;
                if !keyword_only {
                    s.positional += 1;
                }
                if !has_default {
                    s.required += 1;
                }
            }
        }
        s
    }

    /// Whether every parameter is positional-only (so keywords are refused altogether).
    pub const fn no_keywords(&self) -> bool {
        self.positional_only == self.total && !self.var_keyword
    }
}

/// The parameter names of a signature text with, for each, whether it has a default; `*args` and `**kwargs` left out.
pub fn parameters(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split(',').map(str::trim).filter(|p| !p.is_empty() && *p != "/" && !p.starts_with('*')).map(|p| {
        match p.split_once('=') {
            Some((name, _)) => (name.trim(), true),
            None => (p, false),
        }
    })
}

/// The text as `inspect` and `help` show it, with `$self` in front where there is one.
pub fn display(text: &str, this: Option<&str>) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(this) = this {
        parts.push(this.to_owned());
        // What is passed for it has no name.
        if !text.split(',').any(|part| part.trim() == "/") {
            parts.push("/".to_owned());
        }
    }
    for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let squeezed: String = part.split_whitespace().collect::<Vec<_>>().join("").replace('"', "'");
        parts.push(squeezed);
    }
    format!("({})", parts.join(", "))
}

/// Methods whose signature CPython does not tell.
const UNTOLD: &[(&str, &str)] = &[];

/// `__text_signature__` of a declaration.
pub fn signature_text(def: &super::MethodDef) -> Option<String> {
    let this = match def.binding {
        super::Binding::Instance => Some("$self"),
        super::Binding::Class => Some("$type"),
        super::Binding::Static => None,
        super::Binding::Function => Some("$module"),
    };
    if UNTOLD.contains(&(def.name, def.text)) {
        return None;
    }
    Some(display(def.text, this))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_counted() {
        let s = Signature::parse("index, object, /");
        assert_eq!((s.required, s.positional, s.positional_only, s.total), (2, 2, 2, 2));
        assert!(s.no_keywords());
        let s = Signature::parse("iterable, /, *, key = None, reverse = False");
        assert_eq!((s.required, s.positional, s.positional_only, s.total), (1, 1, 1, 3));
        let s = Signature::parse("* args, ** kwargs");
        assert!(s.var_positional || s.total == 0);
        assert_eq!(display("index = - 1, /", Some("$self")), "($self, index=-1, /)");
    }
}
