//! `hashlib`: MD5, SHA-1 and SHA-2.

use super::{NativeModule, set};
use crate::base::watch::LONG_STRETCH;
use crate::heap::{Object, Opaque, Ref};
use crate::layout::{Bytes, BytesBody, List, Str, StrBody};
use crate::object::{GetSetDef, Keywords, Result, Runtime, Slots, TypeDef};
use crate::types::module::Module;
use crate::{layout, methods};
use sha2::digest::DynDigest;

/// An algorithm: name, bytes of a block, a fresh state.
type Algorithm = (&'static str, usize, fn() -> Box<dyn DynDigest>);

static ALGORITHMS: &[Algorithm] = &[
    ("md5", 64, || Box::<md5::Md5>::default()),
    ("sha1", 64, || Box::<sha1::Sha1>::default()),
    ("sha224", 64, || Box::<sha2::Sha224>::default()),
    ("sha256", 64, || Box::<sha2::Sha256>::default()),
    ("sha384", 128, || Box::<sha2::Sha384>::default()),
    ("sha512", 128, || Box::<sha2::Sha512>::default()),
];

layout! {
    /// Body of a hash object.
    pub struct HashBody as "_hashlib.HASH" {
        /// The algorithm's index.
        pub algorithm: usize,
        /// What was hashed so far.
        pub state: Opaque<Box<dyn DynDigest>>,
    }
}
type Hash = Ref<HashBody>;

/// Declares the constructors, one for each algorithm.
macro_rules! functions {
    ($($name:literal $index:literal $doc:literal,)*) => {
        methods! {
            static FUNCTIONS = [
                $(#[doc = $doc] @function $name(string = b"", *, usedforsecurity = True) =>
                    |rt: &mut Runtime, data: Option<&Object>, _: Option<&Object>| make(rt, $index, data);)*
                /// new(name, data=b'') - Return a new hashing object using the named algorithm;
                /// optionally initialized with data (which must be a bytes-like object).
                @function "new"(name, data = b"", **kwargs) =>
                    |rt: &mut Runtime, name: &Object, data: Option<&Object>, _: Keywords<'_>| new(rt, name, data);
            ];
        }
    };
}

functions! {
    "md5" 0 "Returns a md5 hash object; optionally initialized with a string",
    "sha1" 1 "Returns a sha1 hash object; optionally initialized with a string",
    "sha224" 2 "Returns a sha224 hash object; optionally initialized with a string",
    "sha256" 3 "Returns a sha256 hash object; optionally initialized with a string",
    "sha384" 4 "Returns a sha384 hash object; optionally initialized with a string",
    "sha512" 5 "Returns a sha512 hash object; optionally initialized with a string",
}

fn data_of<'a>(rt: &mut Runtime, data: &'a Object) -> Result<&'a Bytes> {
    match data.cast::<BytesBody>() {
        Some(bytes) => Ok(bytes),
        None if data.cast::<StrBody>().is_some() => Err(rt.type_error("Strings must be encoded before hashing")),
        None => Err(rt.type_error("object supporting the buffer API required")),
    }
}

fn make(rt: &mut Runtime, algorithm: usize, data: Option<&Object>) -> Result {
    let mut state = (ALGORITHMS[algorithm].2)();
    if let Some(data) = data {
        for part in data_of(rt, data)?.as_slice().chunks(LONG_STRETCH) {
            rt.heap.go_on()?;
            state.update(part);
        }
    }
    let class = rt.native_class(&TYPE)?;
    Ok(rt.alloc_for(&class, HashBody { algorithm, state: Opaque(state) })?.into())
}

fn new(rt: &mut Runtime, name: &Object, data: Option<&Object>) -> Result {
    let Some(text) = name.cast::<StrBody>() else {
        let got = rt.type_name(name);
        return Err(rt.type_error(format!("new() argument 'name' must be str, not {got}")));
    };
    let text = text.to_rust().into_owned();
    let lower = text.to_ascii_lowercase().replace('-', "");
    match ALGORITHMS.iter().position(|algorithm| algorithm.0 == lower) {
        Some(algorithm) => make(rt, algorithm, data),
        None => Err(rt.value_error(format!("unsupported hash type {text}"))),
    }
}

/// The digest of what was hashed so far.
fn digest(rt: &Runtime, this: &Hash) -> Box<[u8]> {
    this.get(&rt.heap).state.box_clone().finalize()
}

methods! {
    static METHODS = [
        /// Update this hash object's state with the provided string.
        "update"(obj, /) => |rt: &mut Runtime, this: &Hash, data: &Object| -> Result<()> {
            let data = data_of(rt, data)?;
            if data.as_slice().len() <= LONG_STRETCH {
                this.get_mut(&mut rt.heap).0.state.update(data.as_slice());
                return Ok(());
            }
            // A copy is changed: what is stopped changes nothing.
            let mut state = this.get(&rt.heap).state.box_clone();
            for part in data.as_slice().chunks(LONG_STRETCH) {
                rt.heap.go_on()?;
                state.update(part);
            }
            *this.get_mut(&mut rt.heap).0.state = state;
            Ok(())
        };
        /// Return the digest value as a bytes object.
        "digest"() => |rt: &mut Runtime, this: &Hash| -> Result<Bytes> {
            let digest = digest(rt, this);
            Ok(Bytes::new(&rt.heap, &digest)?)
        };
        /// Return the digest value as a string of hexadecimal digits.
        "hexdigest"() => |rt: &mut Runtime, this: &Hash| -> Result<Str> {
            let digest = digest(rt, this);
            let text = Str::build_ascii(&rt.heap, 2 * digest.len(), |text| {
                let digit = |number: u8| b"0123456789abcdef"[usize::from(number)];
                for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(&digest) {
                    *pair = [digit(byte >> 4), digit(byte & 15)];
                }
            })?;
            Ok(text)
        };
        /// Return a copy of the hash object.
        "copy"() => |rt: &mut Runtime, this: &Hash| -> Result {
            let class = rt.native_class(&TYPE)?;
            let body = this.get(&rt.heap);
            let body = HashBody { algorithm: body.algorithm, state: Opaque(body.state.box_clone()) };
            Ok(rt.alloc_for(&class, body)?.into())
        };
    ];
}

fn expect(object: &Object) -> &Hash {
    object.cast().expect("slots of a hash get one")
}

static GETSET: &[GetSetDef] = &[
    GetSetDef {
        name: "name",
        doc: "",
        get: |rt, this| Ok(rt.new_str(ALGORITHMS[expect(this).get(&rt.heap).algorithm].0)?.into()),
        set: None,
    },
    GetSetDef {
        name: "digest_size",
        doc: "",
        get: |rt, this| Ok(Object::small(expect(this).get(&rt.heap).state.output_size() as i32)),
        set: None,
    },
    GetSetDef {
        name: "block_size",
        doc: "",
        get: |rt, this| Ok(Object::small(ALGORITHMS[expect(this).get(&rt.heap).algorithm].1 as i32)),
        set: None,
    },
];

/// The type.
pub static TYPE: TypeDef = TypeDef {
    name: "HASH",
    module: "_hashlib",
    doc: "A hash is an object used to calculate a checksum of a string of information.",
    layout: <HashBody as crate::heap::Layout>::info,
    slots: Slots {
        repr: Some(|rt, this| {
            let name = ALGORITHMS[expect(this).get(&rt.heap).algorithm].0;
            rt.new_str(&format!("<{name} _hashlib.HASH object @ {:#x}>", this.id()))
        }),
        ..Slots::EMPTY
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeDef::EMPTY
};

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let names: Vec<Object> = ALGORITHMS.iter().map(|algorithm| rt.intern(algorithm.0).into()).collect();
    let names: Object = List::from_slice(&rt.heap, &names)?.into();
    let class = rt.class(crate::object::ClassId::Set).as_object().clone();
    for name in ["algorithms_guaranteed", "algorithms_available"] {
        let all = rt.call(&class, std::slice::from_ref(&names))?;
        set(rt, module, name, all)?;
    }
    Ok(())
}

/// The description of module `hashlib`.
pub static MODULE: NativeModule = NativeModule {
    name: "hashlib",
    doc: "hashlib module - A common interface to many hash functions.",
    functions: FUNCTIONS,
    init,
};
