//! Bytes to text: byte order marks, cookies, line ends, and what is no text; expectations from
//! CPython 3.13.

use anthill_grammar::source::{Origin, decode};
use bumpalo::Bump;

const FILE: Origin = Origin::File("m.py");

/// The text, and the message of the error that ends it.
fn read(bytes: &[u8], origin: Origin) -> Result<(String, Option<String>), String> {
    let arena = Bump::new();
    match decode(bytes, origin, &arena, &|| false) {
        Ok(text) => Ok((text.text.into(), text.damage.map(|error| error.message))),
        Err(error) => Err(error.message),
    }
}

#[test]
fn text_is_decoded() {
    for (bytes, text) in [
        (&b""[..], ""),
        (b"\xef\xbb\xbfx", "x"),
        (b"\xef\xbb\xbf# coding: utf-8\nx", "# coding: utf-8\nx"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"# coding: latin-1\n\xe9", "# coding: latin-1\né"),
        (b"# coding: Latin_1\n\xe9", "# coding: Latin_1\né"),
        (b"# coding=iso-8859-1-unix\n\xe9", "# coding=iso-8859-1-unix\né"),
        (b"#!x\r# vim: set fileencoding=l1 :\r\xe9", "#!x\n# vim: set fileencoding=l1 :\né"),
        (b"\x0c\n# coding: latin-1\n\xe9", "\x0c\n# coding: latin-1\né"),
        (b"# coding: utf8\n\xc3\xa9", "# coding: utf8\né"),
        (b"# coding: UTF_8-sig\n\xc3\xa9", "# coding: UTF_8-sig\né"),
        (b"# coding: us-ascii\nx", "# coding: us-ascii\nx"),
        (b"x = 1\n# coding: nothing\n", "x = 1\n# coding: nothing\n"),
        (b"\n\n# coding: nothing\n", "\n\n# coding: nothing\n"),
        (b"# coding: \n", "# coding: \n"),
    ] {
        assert_eq!(read(bytes, FILE), Ok((text.to_string(), None)), "{text}");
        assert_eq!(read(bytes, Origin::Memory), Ok((text.to_string(), None)), "{text}");
    }
}

#[test]
fn encodings_that_do_not_fit_are_refused() {
    for (bytes, in_file, in_memory) in [
        (&b"# coding: foobar\n"[..], "encoding problem: foobar", "unknown encoding: foobar"),
        (
            b"\xef\xbb\xbf# coding: latin-1\n",
            "encoding problem: iso-8859-1 with BOM",
            "encoding problem: iso-8859-1 with BOM",
        ),
        (
            b"# coding: ascii\nx = \"\xe9\"",
            "encoding problem: ascii",
            "'ascii' codec can't decode byte 0xe9 in position 21: ordinal not in range(128)",
        ),
        (
            b"# coding: utf8\nx = \"\xe9\"; y=1\n",
            "encoding problem: utf8",
            "'utf-8' codec can't decode byte 0xe9 in position 20: invalid continuation byte",
        ),
    ] {
        assert_eq!(read(bytes, FILE), Err(in_file.to_string()));
        assert_eq!(read(bytes, Origin::Memory), Err(in_memory.to_string()));
    }
    let expected = "source code string cannot contain null bytes".to_string();
    assert_eq!(read(b"x\0", Origin::Memory), Err(expected));
}

#[test]
fn bad_bytes_end_the_text() {
    let damage = |text: &str, message: &str| Ok((text.to_string(), Some(message.to_string())));
    let undeclared = "Non-UTF-8 code starting with '\\xe9' in file m.py on line 2, but no \
                      encoding declared; see https://peps.python.org/pep-0263/ for details";
    assert_eq!(read(b"x=1\ny = \"\xe9\"\n", FILE), damage("x=1\n", undeclared));
    assert_eq!(read(b"x=1\r# \xe9", FILE), damage("x=1\n", undeclared));
    let null = "source code cannot contain null bytes";
    assert_eq!(read(b"x=1\ny\0\n", FILE), damage("x=1\n", null));

    let declared = "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: \
                    unexpected end of data";
    let bytes = b"# coding: utf-8\nx=1\nx = \"\xe9\"; y=1\n";
    assert_eq!(read(bytes, FILE), damage("# coding: utf-8\nx=1\n", declared));
    assert_eq!(read(b"\n\"\xe9\"", Origin::Memory), damage("\n", declared));
    // Comments are never decoded.
    let text = ("x # \u{fffd}\n".to_string(), None);
    assert_eq!(read(b"x # \xe9\n", Origin::Memory), Ok(text));
    let start = "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid \
                 start byte";
    assert_eq!(read(b"x = 1 + \xff\n", Origin::Memory), damage("", start));
}

#[test]
fn the_first_error_of_a_damaged_text_counts() {
    let (arena, mut names) = (Bump::new(), anthill_grammar::Interner::new());
    let mut message = |bytes: &'static [u8]| {
        let result = anthill_grammar::parse(bytes, FILE, anthill_grammar::Mode::Module, &arena, &mut names);
        result.unwrap_err().message
    };
    assert_eq!(message(b"x = )\n'\xe9'"), "unmatched ')'");
    assert!(message(b"1 +\n'\xe9'").starts_with("Non-UTF-8 code starting with '\\xe9'"));
    assert!(message(b"x = (\n'\xe9'").starts_with("Non-UTF-8 code starting with '\\xe9'"));
    assert!(message(b"'a\n\xe9").starts_with("unterminated string"));
    assert!(message(b"\"\"\"\n\xe9\"\"\"").starts_with("Non-UTF-8 code"));
}
