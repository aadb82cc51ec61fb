//! What the Tab key offers: indentation, keywords, names, attributes, modules, keys of dicts, keyword arguments, files.

use super::marks::{LEVEL, push_indent};
use super::objects;
use super::scan::{KEYWORDS, Kind, Piece, dotted_name_before, open_brackets, scan};
use super::signature;
use crate::heap::Object;
use crate::layout::Dict;
use crate::object::{ClassId, Runtime};
use std::path::Path;

/// What can stand from byte `start` to the cursor.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Where the replacements begin.
    pub start: usize,
    /// What may be there.
    pub words: Vec<String>,
}

/// Offers for the text before the cursor. `commands` are the names of the `%` commands.
pub fn complete(rt: &mut Runtime, main: &Dict, text: &str, commands: &[String]) -> Offer {
    let line_start = text.rfind('\n').map_or(0, |i| i + 1);
    let pieces = scan(text);
    let blank = text[line_start..].chars().all(|c| c.is_whitespace() || super::marks::is_mark(c));
    if blank {
        let mut indent = String::new();
        push_indent(&mut indent, LEVEL);
        return Offer { start: text.len(), words: vec![indent] };
    }
    if let Some(command) = text.strip_prefix('%')
        && !command.contains(' ')
    {
        let words = commands.iter().filter(|name| name.starts_with(command)).map(|name| format!("%{name}")).collect();
        return Offer { start: 0, words };
    }
    match pieces.last() {
        Some(last) if last.kind == Kind::OpenText => match field_of(&text[last.start..]) {
            Some(field) if text[last.start + field..].trim().is_empty() => Offer::default(),
            Some(field) => {
                let inner = complete(rt, main, &text[last.start + field..], &[]);
                Offer { start: inner.start + last.start + field, ..inner }
            }
            None => in_string(rt, main, text, &pieces),
        },
        Some(last) if last.kind == Kind::Comment => Offer::default(),
        _ => in_code(rt, main, text, &pieces),
    }
}

/// Where the expression begins in whose braces an f-string breaks off.
fn field_of(literal: &str) -> Option<usize> {
    let quote = literal.find(['"', '\''])?;
    if !literal[..quote].contains(['f', 'F']) {
        return None;
    }
    let mut field = None;
    let mut rest = literal.char_indices().skip(quote).peekable();
    while let Some((at, character)) = rest.next() {
        match character {
            '{' if field.is_none() && rest.next_if(|(_, next)| *next == '{').is_none() => field = Some(at + 1),
            // What follows these is no expression any more.
            '}' | ':' | '!' => field = None,
            _ => {}
        }
    }
    field
}

fn in_code(rt: &mut Runtime, main: &Dict, text: &str, pieces: &[Piece]) -> Offer {
    let word = |piece: &Piece| &text[piece.start..piece.end];
    let typed = pieces.last().filter(|p| matches!(p.kind, Kind::Name | Kind::Keyword));
    let start = typed.map_or(text.len(), |p| p.start);
    let prefix = text[start..].to_owned();
    let before = &pieces[..pieces.len() - usize::from(typed.is_some())];
    if let Some(offer) = in_import(rt, text, pieces, start, &prefix) {
        return offer;
    }
    if before.last().is_some_and(|p| word(p) == ".") {
        let owner = owner_of_dot(rt, main, text, &before[..before.len() - 1]);
        let names = owner.map(|owner| objects::attributes(rt, &owner)).unwrap_or_default();
        return Offer { start, words: matching(names, &prefix) };
    }
    if prefix.is_empty() && pieces.last().is_some_and(|p| p.kind != Kind::Open && word(p) != ",") {
        let after_space = pieces.last().is_some_and(|p| p.kind == Kind::Space);
        if !after_space {
            return Offer { start, words: Vec::new() };
        }
    }
    let mut names = Vec::new();
    if let Some(parameters) = call_around(rt, main, text, before) {
        // What stands before a slash has no name for callers.
        let named = parameters.iter().position(|p| p == "/").map_or(0, |slash| slash + 1);
        let keywords = parameters[named..].iter().filter_map(|p| signature::keyword(p));
        names.extend(keywords.map(|name| format!("{name}=")));
    }
    names.extend(KEYWORDS.iter().map(|&keyword| keyword.to_owned()));
    names.extend(objects::keys(rt, main));
    let builtins = rt.builtins.clone();
    names.extend(objects::keys(rt, &builtins));
    Offer { start, words: matching(names, &prefix) }
}

/// The object whose attribute is asked for: a dotted name's, or that of a literal's class.
fn owner_of_dot(rt: &mut Runtime, main: &Dict, text: &str, before: &[Piece]) -> Option<Object> {
    let last = before.last()?;
    match last.kind {
        Kind::Text => {
            let bytes =
                text[last.start..last.end].trim_start_matches(['r', 'R', 'u', 'U', 'f', 'F']).starts_with(['b', 'B']);
            Some(rt.class(if bytes { ClassId::Bytes } else { ClassId::Str }).as_object().clone())
        }
        Kind::Close => {
            let inside = &before[..before.len() - 1];
            let open = *open_brackets(inside).last()?;
            let owner = before[..open].iter().rev().find(|p| p.kind != Kind::Space);
            if owner.is_some_and(|p| matches!(p.kind, Kind::Name | Kind::Close | Kind::Text)) {
                return None;
            }
            let class = class_of_display(text, &text[last.start..last.end], &inside[open + 1..])?;
            Some(rt.class(class).as_object().clone())
        }
        Kind::Name => {
            let (_, path) = dotted_name_before(text, before, before.len())?;
            objects::resolve(rt, main, &path)
        }
        _ => None,
    }
}

/// What a display in brackets makes, by the bracket that closes it and what is inside; `None` for what is only put in
/// brackets.
fn class_of_display(text: &str, bracket: &str, inside: &[Piece]) -> Option<ClassId> {
    let (mut depth, mut commas, mut colons) = (0_usize, false, false);
    for piece in inside {
        match (piece.kind, &text[piece.start..piece.end]) {
            (Kind::Open, _) => depth += 1,
            (Kind::Close, _) => depth = depth.saturating_sub(1),
            (_, ",") => commas |= depth == 0,
            (_, ":") => colons |= depth == 0,
            _ => {}
        }
    }
    let mut words = inside
        .iter()
        .filter(|p| !matches!(p.kind, Kind::Space | Kind::Newline | Kind::Comment))
        .map(|p| &text[p.start..p.end]);
    let first = words.next();
    // `{**other}`
    colons |= first == Some("*") && words.next() == Some("*");
    let empty = first.is_none();
    match bracket {
        "]" => Some(ClassId::List),
        "}" if empty || colons => Some(ClassId::Dict),
        "}" => Some(ClassId::Set),
        _ if empty || commas => Some(ClassId::Tuple),
        _ => None,
    }
}

/// Those that begin as typed, each once, in order; private names only if they are asked for.
fn matching(names: Vec<String>, prefix: &str) -> Vec<String> {
    let hidden = if prefix.is_empty() {
        "_"
    } else if prefix == "_" {
        "__"
    } else {
        ""
    };
    let fits = |name: &String| name.starts_with(prefix) && (hidden.is_empty() || !name.starts_with(hidden));
    let mut words: Vec<String> = names.into_iter().filter(fits).collect();
    words.sort();
    words.dedup();
    words
}

/// Modules in `import …` and `from …`, names in `from module import …`.
fn in_import(rt: &mut Runtime, text: &str, pieces: &[Piece], start: usize, prefix: &str) -> Option<Offer> {
    let line = pieces.iter().rposition(|p| p.kind == Kind::Newline).map_or(0, |i| i + 1);
    let words: Vec<&str> = pieces[line..]
        .iter()
        .filter(|p| p.kind != Kind::Space && p.end <= start)
        .map(|p| &text[p.start..p.end])
        .collect();
    let first = *words.first()?;
    if first != "import" && first != "from" {
        return None;
    }
    if first == "from"
        && let Some(import) = words.iter().position(|word| *word == "import")
    {
        let module = words[1..import].concat();
        return Some(Offer { start, words: matching(names_of_module(rt, &module), prefix) });
    }
    if first == "from" && words.len() > 1 && words.last().is_none_or(|word| *word != ".") {
        return Some(Offer { start, words: matching(vec!["import".to_owned()], prefix) });
    }
    // The dotted name so far.
    let mut from = words.len();
    while from > 1 && (words[from - 1] == "." || words.get(from).is_some_and(|next| *next == ".")) {
        from -= 1;
    }
    let package = words[from..].concat();
    let package = package.trim_end_matches('.');
    Some(Offer { start, words: matching(modules(rt, package), prefix) })
}

/// The module of a name, if it is loaded or one of Anthill's own: to load these shows nothing.
fn known_module(rt: &mut Runtime, name: &str) -> Option<Object> {
    let key = rt.intern(name);
    if let Some(module) = rt.modules.get_str(&rt.heap, &key) {
        return Some(module.clone());
    }
    let embedded = crate::modules::EMBEDDED.iter().any(|module| module.name == name);
    if embedded || crate::modules::ALL.iter().any(|module| module.name == name) {
        (rt.hooks.import)(rt, &key).ok()?;
    }
    rt.modules.get_str(&rt.heap, &key).cloned()
}

/// The modules that could be imported from `package` (empty: from anywhere).
fn modules(rt: &mut Runtime, package: &str) -> Vec<String> {
    let module = known_module(rt, package);
    let mut names: Vec<String> = Vec::new();
    let inside = if package.is_empty() { String::new() } else { format!("{package}.") };
    let embedded = crate::modules::EMBEDDED.iter().map(|module| module.name);
    let native = crate::modules::ALL.iter().map(|module| module.name);
    for name in embedded.chain(native).filter_map(|name| name.strip_prefix(inside.as_str())) {
        names.extend(name.split('.').next().map(str::to_owned));
    }
    // Some modules are of no file of their own, such as `os.path`.
    let loaded = rt.modules.clone();
    let loaded = objects::keys(rt, &loaded);
    names.extend(loaded.iter().filter_map(|name| name.strip_prefix(&inside)?.split('.').next()).map(str::to_owned));
    let path = match package {
        "" => rt.system_attribute("path"),
        _ => module.and_then(|module| rt.get_attr_str(&module, "__path__").ok()),
    };
    let entries = path.map(|path| rt.collect(&path).unwrap_or_default()).unwrap_or_default();
    for entry in entries.iter().filter_map(|e| e.cast::<crate::layout::StrBody>()) {
        let folder = entry.to_rust().into_owned();
        names.extend(modules_in(Path::new(if folder.is_empty() { "." } else { &folder })));
    }
    names
}

fn modules_in(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten().take(5000) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_name = |text: &str| {
            text.chars().all(|c| c == '_' || c.is_alphanumeric()) && !text.starts_with(|c: char| c.is_ascii_digit())
        };
        if let Some(stem) = name.strip_suffix(".py") {
            names.extend(Some(stem.to_owned()).filter(|stem| is_name(stem)));
        } else if is_name(&name) && entry.path().join("__init__.py").is_file() {
            names.push(name);
        }
    }
    names
}

/// The names of a module that is loaded or Anthill's own, its submodules included.
fn names_of_module(rt: &mut Runtime, module: &str) -> Vec<String> {
    let mut names = match known_module(rt, module) {
        Some(module) => objects::attributes(rt, &module),
        None => Vec::new(),
    };
    names.extend(modules(rt, module).into_iter().filter(|_| !module.is_empty()));
    names
}

/// Keys of a dict in `d["…`, else files.
fn in_string(rt: &mut Runtime, main: &Dict, text: &str, pieces: &[Piece]) -> Offer {
    let Some(last) = pieces.last() else { return Offer::default() };
    let whole = &text[last.start..];
    let quote_at = whole.find(['"', '\'']).unwrap_or(0);
    let quote = &whole[quote_at..=quote_at];
    let start = last.start + quote_at + 1;
    let typed = &text[start..];
    let before: Vec<Piece> = pieces[..pieces.len() - 1].iter().filter(|p| p.kind != Kind::Space).copied().collect();
    if before.last().is_some_and(|p| &text[p.start..p.end] == "[")
        && let Some((_, path)) = dotted_name_before(text, &before, before.len() - 1)
        && let Some(keys) = objects::resolve(rt, main, &path).and_then(|object| objects::string_keys(rt, &object))
    {
        let plain = |key: &&String| !key.contains(['\\', '\n', '"', '\'']);
        let mut words: Vec<String> = keys
            .iter()
            .filter(plain)
            .filter(|key| key.starts_with(typed))
            .map(|key| format!("{key}{quote}]"))
            .collect();
        words.sort();
        return Offer { start, words };
    }
    files(start, typed)
}

fn files(start: usize, typed: &str) -> Offer {
    let (folder, prefix) = match typed.rfind('/') {
        Some(slash) => typed.split_at(slash + 1),
        None => ("", typed),
    };
    let place = match folder.strip_prefix("~/") {
        Some(rest) => Path::new(&std::env::var_os("HOME").unwrap_or_default()).join(rest),
        None => Path::new(if folder.is_empty() { "." } else { folder }).to_owned(),
    };
    let mut words = Vec::new();
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten().take(5000) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(prefix) && (prefix.starts_with('.') || !name.starts_with('.')) {
            let slash = if entry.path().is_dir() { "/" } else { "" };
            words.push(format!("{name}{slash}"));
        }
    }
    words.sort();
    Offer { start: start + folder.len(), words }
}

/// The parameters of the innermost call that the pieces end in, without those that complete arguments were given for.
pub fn call_around(rt: &mut Runtime, main: &Dict, text: &str, pieces: &[Piece]) -> Option<Vec<String>> {
    let open = *open_brackets(pieces).last()?;
    if &text[pieces[open].start..pieces[open].end] != "(" {
        return None;
    }
    let mut parameters = match dotted_name_before(text, pieces, open) {
        Some((start, path)) => {
            let definition = pieces.iter().rev().find(|p| p.end <= start && p.kind != Kind::Space);
            if definition.is_some_and(|p| matches!(&text[p.start..p.end], "def" | "class")) {
                return None;
            }
            let callable = objects::resolve(rt, main, &path)?;
            let mut parameters = signature::parameters(rt, &callable)?;
            // A method found on an instance's class takes the instance as its first argument.
            if path.contains('.') && is_method_of_instance(rt, main, &path, &callable) && !parameters.is_empty() {
                let native = callable.cast::<crate::object::FunctionBody>().is_none();
                if !native {
                    parameters.remove(0);
                }
            }
            parameters
        }
        // The method of a literal: `[].sort(`.
        None => {
            let [before @ .., dot, name] = &pieces[..open] else { return None };
            if name.kind != Kind::Name || &text[dot.start..dot.end] != "." {
                return None;
            }
            let class = owner_of_dot(rt, main, text, before)?;
            let method = objects::attribute_named(rt, &class, &text[name.start..name.end])?;
            signature::parameters(rt, &method)?
        }
    };
    let mut depth = 0;
    let mut argument: Vec<&str> = Vec::new();
    for piece in &pieces[open + 1..] {
        let word = &text[piece.start..piece.end];
        match piece.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Operator if depth == 0 && word == "," => {
                let keyword = match argument[..] {
                    [name, "=", next, ..] if next != "=" => Some(name),
                    _ => None,
                };
                signature::fill(&mut parameters, keyword);
                argument.clear();
                continue;
            }
            Kind::Space | Kind::Newline | Kind::Comment => continue,
            _ => {}
        }
        argument.push(word);
    }
    Some(parameters)
}

/// Whether a dotted name's last part is a function that its class provides to an instance.
fn is_method_of_instance(rt: &mut Runtime, main: &Dict, path: &str, callable: &Object) -> bool {
    let Some((owner, name)) = path.rsplit_once('.') else { return false };
    let Some(owner) = objects::resolve(rt, main, owner) else { return false };
    let is_module = owner.cast::<crate::types::module::ModuleBody>().is_some();
    if is_module || crate::object::Class::from_object(&owner).is_some() {
        return false;
    }
    let name = rt.intern(name);
    let class = rt.class_of(&owner).clone();
    rt.own_attribute(&owner, &name).is_none()
        && rt.lookup_uncached(&class, &name).is_some_and(|found| found.is(callable))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_field_of_an_f_string_is_found() {
        let inside = |literal: &str| field_of(literal).map(|field| literal[field..].to_owned());
        assert_eq!(inside("f'a {b.c"), Some("b.c".to_owned()));
        assert_eq!(inside("rf\"\"\"é{x} {d['k"), Some("d['k".to_owned()));
        assert_eq!(inside("f'{{a} {{{b"), Some("b".to_owned()));
        assert_eq!(inside("f'{a!r:>{w"), Some("w".to_owned()));
        for literal in ["'{b", "f'{b} c", "f'{{b", "b'{b", "f'{b!r", "f'{b:>3", "f'"] {
            assert_eq!(inside(literal), None, "{literal}");
        }
    }
}
