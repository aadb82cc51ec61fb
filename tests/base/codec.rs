//! Codecs.

use anthill::base::text::codec::{self, Codec, CodecError, Errors, Problem};
use anthill::base::text::{TextBuf, TextRef};

use crate::table;
use crate::text::{buf, shown};

#[test]
fn every_handler_answers_as_cpythons() {
    table::run("codec", |fields| {
        let codec = Codec::from_name(&fields[1]).unwrap();
        let errors = Errors::from_name(&fields[2]).unwrap();
        let result = match fields[0].as_str() {
            "decode" => codec::decode(codec, &bytes(&fields[3]), errors).map(|text| shown(&text)),
            _ => codec::encode(codec, buf(&fields[3]).as_ref(), errors)
                .map(|bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
        };
        match result {
            Ok(text) => text,
            Err(CodecError::NotForDecoding) => "TypeError".into(),
            Err(CodecError::Problem(Problem { encoding, start, end, reason })) => {
                format!("{encoding} {start} {end} {reason}")
            }
        }
    });
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap()).collect()
}

#[test]
fn an_incomplete_end_is_left_for_later() {
    let refuse = |problem: Problem, _: &mut _| Err(problem);
    let (text, consumed) = codec::decode_with(Codec::Utf8, "日本".as_bytes()[..5].as_ref(), false, refuse).unwrap();
    assert_eq!((shown(&text).as_str(), consumed), ("日", 3));
    let (text, consumed) =
        codec::decode_with(Codec::Utf16(codec::Order::Little), b"a\0\x3d\xd8", false, refuse).unwrap();
    assert_eq!((shown(&text).as_str(), consumed), ("a", 2));
}

#[test]
fn any_handler_can_go_on() {
    let twice = |problem: Problem, target: &mut anthill::base::text::TextBuilder| {
        target.push_str("é!");
        Ok::<usize, Problem>(problem.end + 1)
    };
    let (text, _) = codec::decode_with(Codec::Ascii, b"a\xffbc", true, twice).unwrap();
    assert_eq!(shown(&text), "aé!c");
    let unencodable = |problem: Problem| Ok::<_, Problem>((codec::Replacement::Text(TextBuf::from("日")), problem.end));
    let result = codec::encode_with(Codec::Ascii, TextRef::Latin1(b"a\xe9"), unencodable);
    assert_eq!(result.unwrap_err().start, 1);
}
