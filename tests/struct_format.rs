//! Compares the formats of `struct` with CPython: `tests/struct_format/cases.tsv` was recorded by
//! `tests/struct_format/record.py`.

use anthill::base::struct_format::{Kind, Layout, Refusal};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn outcome(kind: &str, format: &str, value: &str) -> (String, String) {
    let layout = match Layout::new(format.replace("\\0", "\0").as_bytes(), &|| false) {
        Ok(layout) => layout,
        Err(Refusal::Wrong(error)) => return (error.to_owned(), "-".to_owned()),
        Err(Refusal::Stopped) => unreachable!("nothing stops it"),
    };
    if kind == "size" {
        let values = if layout.size > 1_000_000 { "?".to_owned() } else { layout.values.to_string() };
        return (format!("{} {values}", layout.size), "-".to_owned());
    }
    let field = layout.fields[0];
    let mut bytes = vec![0; field.size];
    if kind == "int" {
        return match layout.pack_integer(&field, value.parse().ok(), &mut bytes) {
            Ok(()) if field.kind == Kind::Signed => (hex(&bytes), layout.unpack_signed(&bytes).to_string()),
            Ok(()) => (hex(&bytes), layout.unpack_unsigned(&bytes).to_string()),
            Err(error) => (error, "-".to_owned()),
        };
    }
    assert_eq!(field.kind, Kind::Float);
    match layout.pack_float(&field, value.parse().expect("a float"), &mut bytes) {
        Ok(()) => (hex(&bytes), format!("{:?}", layout.unpack_float(&bytes))),
        Err(error) => (error.to_owned(), "-".to_owned()),
    }
}

#[test]
fn every_case_goes_as_in_cpython() {
    let mut count = 0;
    for line in include_str!("struct_format/cases.tsv").trim_end_matches('\n').split('\n') {
        let fields: Vec<&str> = line.split('\t').collect();
        let (kind, back) = (fields[0], fields.get(4).copied().unwrap_or("-"));
        let (format, value, wanted) = match kind {
            "size" => (fields[1..fields.len() - 1].join("\t"), "", fields[fields.len() - 1]),
            _ => (fields[1].to_owned(), fields[2], fields[3]),
        };
        let (got, read) = outcome(kind, &format, value);
        assert_eq!(got, wanted, "{line}");
        let same = read == back || read.parse::<f64>().ok() == back.parse::<f64>().ok();
        assert!(same, "{line}: {read}");
        count += 1;
    }
    assert!(count > 2000, "{count}");
}
