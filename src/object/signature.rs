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
    /// Which numbers of positional arguments, up to 63, fill the parameters without keywords: a bit each.
    pub counts: u64,
    /// Where the names of the first parameters lie in the text: start and length.
    pub names: [(u8, u8); NAMED],
    /// Which of them must be given: a bit each.
    pub needed: u8,
}

/// Of so many parameters the names are found without reading the text again.
pub const NAMED: usize = 8;

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
            counts: 0,
            names: [(0, 0); NAMED],
            needed: 0,
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
            let (mut end, mut name_end) = (i, i);
            while i < bytes.len() && bytes[i] != b',' {
                if bytes[i] == b'=' {
                    has_default = true;
                }
                if !has_default && bytes[i] != b' ' {
                    name_end = i + 1;
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
                let index = s.total as usize;
                if index < NAMED && name_end < 256 {
                    s.names[index] = (start as u8, (name_end - start) as u8);
                }
                if index < NAMED && !has_default {
                    s.needed |= 1 << index;
                }
                s.total += 1;
                if !keyword_only {
                    s.positional += 1;
                }
                if !has_default {
                    s.required += 1;
                }
            }
        }
        let mut count = 0;
        while count < 64 {
            if s.fits(count) {
                s.counts |= 1 << count;
            }
            count += 1;
        }
        s
    }

    const fn fits(&self, count: usize) -> bool {
        count >= self.required as usize
            && (count <= self.positional as usize || self.var_positional)
            && self.required <= self.positional
    }

    /// Whether so many positional arguments alone fill the parameters.
    #[inline(always)]
    pub const fn accepts(&self, count: usize) -> bool {
        if count < 64 { self.counts >> count & 1 != 0 } else { self.fits(count) }
    }

    /// The name of a parameter in the text that was parsed; empty beyond those that are known.
    #[inline]
    pub fn name<'t>(&self, text: &'t str, index: usize) -> &'t str {
        let (start, length) = self.names.get(index).copied().unwrap_or((0, 0));
        &text[usize::from(start)..usize::from(start) + usize::from(length)]
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
pub fn display(name: &str, text: &str, this: Option<&str>) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(this) = this {
        parts.push(this.to_owned());
        // What is passed for it has no name.
        if !text.split(',').any(|part| part.trim() == "/") {
            parts.push("/".to_owned());
        }
    }
    for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        parts.push(squeeze(part));
    }
    // Lines end before column 72 of `name(…)`; the next ones stand below the first parameter.
    let mut shown = String::from("(");
    let mut column = name.len() + 1;
    for (i, part) in parts.iter().enumerate() {
        let comma = if i + 1 < parts.len() { "," } else { "" };
        if i > 0 && column + 1 + part.len() + comma.len() >= 72 {
            shown.push('\n');
            shown.extend(std::iter::repeat_n(' ', name.len() + 1));
            column = name.len() + 1;
        } else if i > 0 {
            shown.push(' ');
            column += 1;
        }
        shown.push_str(part);
        shown.push_str(comma);
        column += part.len() + comma.len();
    }
    shown.push(')');
    shown
}

/// Methods whose signature CPython does not tell.
const UNTOLD: &[(&str, &str)] = &[
    ("__build_class__", "*args,**kwargs"),
    ("dir", "object=None,/"),
    ("getattr", "object,name,default=None,/"),
    ("iter", "object,sentinel=None,/"),
    ("max", "*args,**kwargs"),
    ("min", "*args,**kwargs"),
    ("next", "iterator,default=None,/"),
    ("throw", "*args"),
    ("update", "*args,**kwargs"),
    ("vars", "object=None,/"),
];

/// Methods of which CPython shows something else than how they are declared here: name, declaration without spaces,
/// signature.
const SHOWN: &[(&str, &str, &str)] = &[
    ("__init_subclass__", "*args,**kwargs", "($type, /)"),
    ("__new__", "*args,**kwargs", "($type, *args, **kwargs)"),
    ("__prepare__", "*args,**kwds", "($cls, name, bases, /, **kwds)"),
    ("__round__", "ndigits=None,/", "($self, ndigits=<unrepresentable>, /)"),
    ("__set_name__", "*args,**kwargs", "($self, owner, name, /)"),
    ("anext", "aiterator,default=None,/", "($module, aiterator, default=<unrepresentable>, /)"),
    ("sorted", "*args,**kwargs", "($module, iterable, /, *, key=None, reverse=False)"),
    ("hex", "sep=None,bytes_per_sep=1", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)"),
    ("maketrans", "x,y=None,z=None,/", "(x, y=<unrepresentable>, z=<unrepresentable>, /)"),
    ("pop", "key,default=None,/", "($self, key, default=<unrepresentable>, /)"),
    (
        "print",
        "*args,sep=' ',end='\\n',file=None,flush=False",
        "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
    ),
];

/// `__text_signature__` of builtin types, as far as CPython tells it.
const CONSTRUCTORS: &[(&str, &str)] = &[
    ("NoneType", "()"),
    ("NotImplementedType", "()"),
    ("bool", "(object=False, /)"),
    ("cell", "([contents])"),
    ("classmethod", "(function, /)"),
    ("ellipsis", "()"),
    ("enumerate", "(iterable, start=0)"),
    ("filter", "(function, iterable, /)"),
    ("float", "(x=0, /)"),
    ("frozenset", "(iterable=(), /)"),
    ("function", "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)"),
    ("list", "(iterable=(), /)"),
    ("map", "(function, iterable, /, *iterables)"),
    ("mappingproxy", "(mapping)"),
    ("method", "(function, instance, /)"),
    ("module", "(name, doc=None)"),
    ("object", "()"),
    ("property", "(fget=None, fset=None, fdel=None, doc=None)"),
    ("reversed", "(sequence, /)"),
    ("set", "(iterable=(), /)"),
    ("staticmethod", "(function, /)"),
    ("traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)"),
    ("tuple", "(iterable=(), /)"),
    ("zip", "(*iterables, strict=False)"),
];

/// The signature of a builtin type's constructor.
pub fn constructor_text(name: &str) -> Option<&'static str> {
    CONSTRUCTORS.iter().find(|row| row.0 == name).map(|row| row.1)
}

/// A parameter as CPython writes it: without white space, but for that in a string's quotes.
pub fn squeeze(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut quoted = false;
    for c in part.chars() {
        let quote = matches!(c, '\'' | '"');
        quoted ^= quote;
        if quoted || !c.is_whitespace() {
            out.push(if quote { '\'' } else { c });
        }
    }
    out
}

/// `__text_signature__` of a declaration.
pub fn signature_text(def: &super::MethodDef) -> Option<String> {
    let this = match def.binding {
        super::Binding::Instance => Some("$self"),
        super::Binding::Class => Some("$type"),
        super::Binding::Static => None,
        super::Binding::Function => Some("$module"),
    };
    let squeezed: String = def.text.split_whitespace().collect();
    if UNTOLD.contains(&(def.name, squeezed.as_str())) {
        return None;
    }
    // A default that is a space is lost between tokens; optional bounds of searches stand in brackets.
    if let Some(first) = squeezed.strip_suffix(",start=None,end=None,/") {
        return Some(format!("($self, {first}[, start[, end]], /)"));
    }
    if def.name.len() < 7 && squeezed.starts_with("width,fillchar=") {
        return Some(display(def.name, def.text, this).replace("''", "' '"));
    }
    let is_other = |row: &(&str, &str, &str)| row.0 == "__round__" && !def.doc.starts_with(" Rounding an Integral");
    if let Some(row) = SHOWN.iter().find(|row| row.0 == def.name && row.1 == squeezed && !is_other(row)) {
        return Some(row.2.to_owned());
    }
    Some(display(def.name, def.text, this))
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
        assert_eq!(display("pop", "index = - 1, /", Some("$self")), "($self, index=-1, /)");
        assert_eq!(display("print", "* args, sep = \" \"", None), "(*args, sep=' ')");
    }
}
