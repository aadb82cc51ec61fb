//! `_struct`: values packed into bytes by a format, over `base::struct_format`.

use super::{NativeModule, set};
use crate::base::struct_format::{Field, Kind, Layout, Refusal};
use crate::base::text::codec::{self, Codec, Errors};
use crate::base::watch::{LONG_STRETCH, STRETCH};
use crate::heap::{HeapVec, Layout as _, Object, Opaque, Ref};
use crate::layout::{Bytes, BytesBody, Str, StrBody, Tuple, int};
use crate::object::{
    Args, Class, ClassFlags, ClassId, Fill, Filled, GetSetDef, Index, Raised, Rest, Result, Runtime, Slots, TypeDef,
};
use crate::types::bytes::{Data, data};
use crate::types::module::Module;
use crate::types::str::Text;
use crate::{layout, methods};
use std::sync::Arc;

layout! {
    /// Body of a `Struct`.
    pub struct StructBody as "_struct.Struct" {
        /// `format`
        pub format: Str,
        /// The format, read.
        pub layout: Opaque<Arc<Layout>>,
    }
}
type Struct = Ref<StructBody>;

/// `struct.error`.
#[cold]
fn error(rt: &mut Runtime, message: impl AsRef<str>) -> Raised {
    let make = |rt: &mut Runtime| -> Result {
        let name = rt.intern("_struct");
        let module = (rt.hooks.import)(rt, &name)?;
        let class = rt.get_attr_str(&module, "error")?;
        let message: Object = rt.new_str(message.as_ref())?.into();
        rt.call(&class, &[message])
    };
    match make(rt) {
        Ok(exception) => Raised::new(exception),
        Err(raised) => raised,
    }
}

/// Formats that were read before, by their text, and the one used last.
#[derive(Default)]
struct Formats {
    known: std::collections::HashMap<Vec<u8>, Arc<Layout>>,
    last: Option<(Vec<u8>, Arc<Layout>)>,
}

const MOST_FORMATS: usize = 100;

fn format_bytes(rt: &mut Runtime, format: &Object) -> Result<Vec<u8>> {
    if let Some(text) = format.cast::<StrBody>() {
        return match codec::encode(Codec::Ascii, text.text(), Errors::Strict) {
            Ok(bytes) => Ok(bytes),
            Err(codec::CodecError::Problem(problem)) => {
                Err(crate::types::codec::codec_error(rt, ClassId::UnicodeEncodeError, problem, format))
            }
            Err(_) => Err(rt.value_error("bad format")),
        };
    }
    match format.cast::<BytesBody>() {
        Some(bytes) => Ok(bytes.as_slice().to_vec()),
        None => {
            // Formats are looked up among those known, first of all.
            rt.hash(format)?;
            let got = rt.type_name(format);
            Err(rt.type_error(format!("Struct() argument 1 must be a str or bytes object, not {got}")))
        }
    }
}

/// The format, read now or before.
fn layout_of(rt: &mut Runtime, format: &Object) -> Result<Arc<Layout>> {
    if let Some(ascii) = format.cast::<StrBody>().and_then(|text| text.as_ascii()) {
        let formats = rt.extension::<Formats>();
        if let Some((text, layout)) = &formats.last
            && text == ascii.as_bytes()
        {
            return Ok(Arc::clone(layout));
        }
        if let Some(layout) = formats.known.get(ascii.as_bytes()) {
            formats.last = Some((ascii.into(), Arc::clone(layout)));
            return Ok(Arc::clone(layout));
        }
    }
    let bytes = format_bytes(rt, format)?;
    let layout = match Layout::new(&bytes, &|| rt.interrupt_waits()) {
        Ok(layout) => Arc::new(layout),
        Err(Refusal::Wrong(message)) => return Err(error(rt, message)),
        Err(Refusal::Stopped) => return Err(rt.interrupted()),
    };
    let formats = &mut rt.extension::<Formats>().known;
    if formats.len() >= MOST_FORMATS {
        formats.clear();
    }
    formats.insert(bytes, Arc::clone(&layout));
    Ok(layout)
}

/// Copies the first of the bytes, of which there may be very many.
fn copy(rt: &Runtime, target: &mut [u8], bytes: &[u8]) -> Result<()> {
    for (target, bytes) in target.chunks_mut(LONG_STRETCH).zip(bytes.chunks(LONG_STRETCH)) {
        target.copy_from_slice(&bytes[..target.len()]);
        rt.heap.go_on()?;
    }
    Ok(())
}

/// Writes one value of a field at `at`.
fn put(rt: &mut Runtime, layout: &Layout, field: &Field, at: usize, value: &Object, target: &mut [u8]) -> Result<()> {
    let place = at..at + field.size;
    match field.kind {
        Kind::Pad => {}
        Kind::Bool => target[at] = rt.truth(value)?.into(),
        Kind::Char => match value.cast::<BytesBody>().map(|bytes| bytes.as_slice()) {
            Some(&[byte]) => target[at] = byte,
            _ => return Err(error(rt, "char format requires a bytes object of length 1")),
        },
        Kind::Bytes | Kind::Pascal => {
            let letter = char::from(field.letter);
            let Some(bytes) = value.cast::<BytesBody>() else {
                return Err(error(rt, format!("argument for '{letter}' must be a bytes object")));
            };
            let bytes = bytes.as_slice();
            if field.kind == Kind::Bytes {
                let count = bytes.len().min(field.count);
                copy(rt, &mut target[at..at + count], bytes)?;
            } else if field.count > 0 {
                let count = bytes.len().min(field.count - 1);
                target[at] = count.min(255) as u8;
                copy(rt, &mut target[at + 1..at + 1 + count], bytes)?;
            }
        }
        Kind::Float => {
            let number = match rt.to_f64(value) {
                Ok(number) => number,
                Err(_) => return Err(error(rt, "required argument is not a float")),
            };
            if let Err(message) = layout.pack_float(field, number, &mut target[place]) {
                return Err(rt.overflow_error(message));
            }
        }
        Kind::Signed | Kind::Unsigned | Kind::Pointer => {
            if let Some(number) = value.value().as_int()
                && layout.pack_small(field, number, &mut target[place.clone()])
            {
                return Ok(());
            }
            let whole = match int::as_int(value) {
                Some(_) => value.clone(),
                None if crate::types::repeat::is_index(rt, value) => rt.index_object(value)?,
                None => return Err(error(rt, "required argument is not an integer")),
            };
            let number = int::as_int(&whole).and_then(|number| number.to_i128());
            if let Err(message) = layout.pack_integer(field, number, &mut target[place]) {
                return Err(error(rt, message));
            }
        }
    }
    Ok(())
}

fn pack_values(rt: &mut Runtime, layout: &Layout, values: &[Object]) -> Result<Bytes> {
    if values.len() != layout.values {
        let (expected, got) = (layout.values, values.len());
        return Err(error(rt, format!("pack expected {expected} items for packing (got {got})")));
    }
    if layout.size <= MOST_IN_PLACE {
        let mut target = [0; MOST_IN_PLACE];
        pack_into_bytes(rt, layout, values, &mut target)?;
        return Ok(rt.bytes.copy(&rt.heap, &target[..layout.size])?);
    }
    let mut target = HeapVec::filled(&rt.heap, layout.size, || 0)?;
    pack_into_bytes(rt, layout, values, &mut target)?;
    Ok(rt.bytes.copy(&rt.heap, &target)?)
}

/// Results up to this size are made on the stack.
const MOST_IN_PLACE: usize = 64;

fn pack_into_bytes(rt: &mut Runtime, layout: &Layout, values: &[Object], target: &mut [u8]) -> Result<()> {
    let mut values = values.iter();
    for field in &layout.fields {
        for index in 0..field.values() {
            rt.check_interrupts()?;
            if let Some(value) = values.next() {
                put(rt, layout, field, field.offset + index * field.size, value, target)?;
            }
        }
    }
    Ok(())
}

/// So many values are gathered on the stack.
const FEW: usize = 8;

/// The values in bytes that are as many as the layout's size.
fn unpack_bytes(rt: &Runtime, layout: &Layout, bytes: &[u8]) -> Result<Tuple> {
    match layout.values {
        0 => Ok(rt.empty_tuple.clone()),
        1 => {
            let mut only = Object::NONE;
            unpack_fields(rt, layout, bytes, |value| {
                only = value;
                Ok(())
            })?;
            Ok(Tuple::from_array(&rt.heap, [only])?)
        }
        count @ 2..=FEW => {
            let mut values = [const { Object::NONE }; FEW];
            let mut places = values.iter_mut();
            unpack_fields(rt, layout, bytes, |value| {
                if let Some(place) = places.next() {
                    *place = value;
                }
                Ok(())
            })?;
            Ok(Tuple::from_slice(&rt.heap, &values[..count])?)
        }
        count => {
            let mut values = HeapVec::with_capacity(&rt.heap, count)?;
            unpack_fields(rt, layout, bytes, |value| Ok(values.push(&rt.heap, value)?))?;
            Ok(Tuple::from_vec(&rt.heap, values)?)
        }
    }
}

/// Hands the values of all fields to `push`, in order.
#[inline(always)]
fn unpack_fields(
    rt: &Runtime,
    layout: &Layout,
    bytes: &[u8],
    mut push: impl FnMut(Object) -> Result<()>,
) -> Result<()> {
    for field in &layout.fields {
        let place = match field.kind {
            Kind::Pad => continue,
            Kind::Bytes | Kind::Pascal => &bytes[field.offset..field.offset + field.count],
            _ => &bytes[field.offset..field.offset + field.count * field.size],
        };
        match field.kind {
            Kind::Bytes => push(rt.bytes.copy(&rt.heap, place)?.into())?,
            Kind::Pascal => {
                let text = match place {
                    [] => place,
                    [length, text @ ..] => &text[..text.len().min(usize::from(*length))],
                };
                push(rt.bytes.copy(&rt.heap, text)?.into())?;
            }
            // Most have one item.
            _ if field.count == 1 => push(unpack_value(rt, layout, field, place)?)?,
            _ => {
                for stretch in place.chunks(field.size * (STRETCH / 8)) {
                    rt.heap.go_on()?;
                    // The usual size as one that is known.
                    if field.size == 4 {
                        for item in stretch.as_chunks::<4>().0 {
                            push(unpack_value(rt, layout, field, item)?)?;
                        }
                        continue;
                    }
                    for item in stretch.chunks_exact(field.size) {
                        push(unpack_value(rt, layout, field, item)?)?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// The value of one item, in the bytes that are its own.
#[inline(always)]
fn unpack_value(rt: &Runtime, layout: &Layout, field: &Field, item: &[u8]) -> Result {
    match field.kind {
        Kind::Signed => Ok(int::from_i64(&rt.heap, layout.unpack_signed(item))?),
        Kind::Float => rt.new_float(layout.unpack_float(item)),
        Kind::Bool => Ok(Object::bool(item != [0])),
        Kind::Char => Ok(rt.bytes.copy(&rt.heap, item)?.into()),
        _ => Ok(int::from_u64(&rt.heap, layout.unpack_unsigned(item))?),
    }
}

fn check_size(rt: &mut Runtime, size: usize, bytes: &[u8]) -> Result<()> {
    match bytes.len() == size {
        true => Ok(()),
        false => Err(error(rt, format!("unpack requires a buffer of {size} bytes"))),
    }
}

/// The bytes from `offset` on that a struct of this size lies in.
fn part_at<'a>(rt: &mut Runtime, size: usize, bytes: &'a [u8], offset: isize) -> Result<&'a [u8]> {
    let length = bytes.len();
    let start = if offset < 0 {
        if offset + size as isize > 0 {
            return Err(error(rt, format!("not enough data to unpack {size} bytes at offset {offset}")));
        }
        match length.checked_add_signed(offset) {
            Some(start) => start,
            None => return Err(error(rt, format!("offset {offset} out of range for {length}-byte buffer"))),
        }
    } else {
        offset as usize
    };
    match start.checked_add(size).and_then(|end| bytes.get(start..end)) {
        Some(part) => Ok(part),
        None => {
            let needed = start as u128 + size as u128;
            Err(error(
                rt,
                format!(
                    "unpack_from requires a buffer of at least {needed} bytes for unpacking {size} bytes at offset {start} (actual buffer size is {length})"
                ),
            ))
        }
    }
}

layout! {
    /// Body of an iterator over packed structs.
    pub struct UnpackBody as "_struct.unpack_iterator" {
        /// The bytes.
        pub bytes: Bytes,
        /// The place of the next struct.
        pub at: usize,
        /// Its format.
        pub layout: Opaque<Arc<Layout>>,
    }
}
type Unpack = Ref<UnpackBody>;

fn iterate(rt: &mut Runtime, layout: Arc<Layout>, buffer: &Object) -> Result<Unpack> {
    if layout.size == 0 {
        return Err(error(rt, "cannot iteratively unpack with a struct of length 0"));
    }
    let Some(bytes) = buffer.cast::<BytesBody>() else {
        crate::types::bytes::data(rt, buffer)?;
        return Err(rt.type_error("a bytes-like object is required"));
    };
    if bytes.as_slice().len() % layout.size != 0 {
        return Err(error(rt, format!("iterative unpacking requires a buffer of a multiple of {} bytes", layout.size)));
    }
    let class = rt.native_class(&ITERATOR)?;
    rt.alloc_for(&class, UnpackBody { bytes: bytes.clone(), at: 0, layout: Opaque(layout) })
}

#[inline(always)]
fn next(rt: &mut Runtime, this: &Object) -> Result<Option<Object>> {
    let this: &Unpack = this.cast().expect("by its type");
    let body = this.get(&rt.heap);
    let end = body.at + body.layout.size;
    let Some(part) = body.bytes.as_slice().get(body.at..end) else { return Ok(None) };
    let values = unpack_bytes(rt, &body.layout, part);
    this.get_mut(&mut rt.heap).0.at = end;
    Ok(Some(values?.into()))
}

/// How many structs are left.
fn structs_left(rt: &Runtime, this: &Unpack) -> usize {
    let body = this.get(&rt.heap);
    (body.bytes.as_slice().len() - body.at) / body.layout.size.max(1)
}

static FILL: Fill = Fill {
    items: |rt, this, items, limit| {
        let this: &Unpack = this.cast().expect("by its type");
        let count = structs_left(rt, this).min(limit);
        items.reserve_steps(&rt.heap, count)?;
        for i in 0..count {
            let body = this.get(&rt.heap);
            let end = body.at + body.layout.size;
            let values = unpack_bytes(rt, &body.layout, &body.bytes.as_slice()[body.at..end])?;
            items.push(&rt.heap, values.into())?;
            this.get_mut(&mut rt.heap).0.at = end;
            if i % STRETCH == STRETCH - 1 {
                rt.heap.go_on()?;
            }
        }
        Ok(if count == limit { Filled::Full } else { Filled::End })
    },
    hint: Some(|rt, this| structs_left(rt, this.cast().expect("by its type"))),
};

static ITERATOR: TypeDef = TypeDef {
    name: "unpack_iterator",
    module: "_struct",
    layout: UnpackBody::info,
    slots: Slots {
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(crate::next_slot!(next)),
        fill: Some(&FILL),
        ..Slots::EMPTY
    },
    methods: ITERATOR_METHODS,
    ..TypeDef::EMPTY
};

methods! {
    static ITERATOR_METHODS = [
        "__length_hint__"() => |rt: &mut Runtime, this: &Unpack| structs_left(rt, this);
    ];
}

/// What `pack_into` would fill does not exist yet.
fn pack_into(rt: &mut Runtime, arguments: Rest<'_>) -> Result {
    match arguments.0.first() {
        Some(buffer) => {
            let got = rt.type_name(buffer);
            Err(rt.type_error(format!("argument must be read-write bytes-like object, not {got}")))
        }
        None => Err(error(rt, "pack_into expected buffer argument")),
    }
}

methods! {
    static FUNCTIONS = [
        /// Clear the internal cache.
        @function "_clearcache"() => |rt: &mut Runtime| *rt.extension::<Formats>() = Formats::default();
        /// Return size in bytes of the struct described by the format string.
        @function "calcsize"(format, /) => |rt: &mut Runtime, format: &Object| layout_of(rt, format).map(|layout| layout.size);
        /// pack(format, v1, v2, ...) -> bytes
        ///
        /// Return a bytes object containing the values v1, v2, ... packed according
        /// to the format string.  See help(struct) for more on format strings.
        @function "pack"(*args) => |rt: &mut Runtime, arguments: Rest<'_>| match arguments.0.split_first() {
            Some((format, values)) => {
                let layout = layout_of(rt, format)?;
                pack_values(rt, &layout, values)
            }
            None => Err(rt.type_error("missing format argument")),
        };
        /// pack_into(format, buffer, offset, v1, v2, ...)
        @function "pack_into"(*args) => |rt: &mut Runtime, arguments: Rest<'_>| match arguments.0.split_first() {
            Some((format, rest)) => {
                layout_of(rt, format)?;
                pack_into(rt, Rest(rest))
            }
            None => Err(rt.type_error("missing format argument")),
        };
        /// Return a tuple containing values unpacked according to the format string.
        ///
        /// The buffer's size in bytes must be calcsize(format).
        @function "unpack"(format, buffer, /) => |rt: &mut Runtime, format: &Object, buffer: &Object| {
            let layout = layout_of(rt, format)?;
            let bytes = data(rt, buffer)?;
            check_size(rt, layout.size, bytes)?;
            unpack_bytes(rt, &layout, bytes)
        };
        /// Return a tuple containing values unpacked according to the format string.
        ///
        /// The buffer's size, minus offset, must be at least calcsize(format).
        @function "unpack_from"(format, /, buffer, offset=0) => |rt: &mut Runtime, format: &Object, buffer: &Object, offset: Option<Index>| {
            let layout = layout_of(rt, format)?;
            let bytes = data(rt, buffer)?;
            let part = part_at(rt, layout.size, bytes, offset.map_or(0, |offset| offset.0))?;
            unpack_bytes(rt, &layout, part)
        };
        /// Return an iterator yielding tuples unpacked from the given bytes.
        @function "iter_unpack"(format, buffer, /) => |rt: &mut Runtime, format: &Object, buffer: &Object| {
            let layout = layout_of(rt, format)?;
            iterate(rt, layout, buffer)
        };
    ];
}

methods! {
    static METHODS = [
        /// pack(v1, v2, ...) -> bytes
        "pack"(*args) => |rt: &mut Runtime, this: &Struct, values: Rest<'_>| {
            let layout = Arc::clone(&this.get(&rt.heap).layout);
            pack_values(rt, &layout, values.0)
        };
        "pack_into"(*args) => |rt: &mut Runtime, _: &Struct, arguments: Rest<'_>| pack_into(rt, arguments);
        /// Return a tuple containing unpacked values.
        "unpack"(buffer, /) => |rt: &mut Runtime, this: &Struct, buffer: Data<'_>| {
            let size = this.get(&rt.heap).layout.size;
            check_size(rt, size, buffer.0)?;
            unpack_bytes(rt, &this.get(&rt.heap).layout, buffer.0)
        };
        /// Return a tuple containing unpacked values.
        "unpack_from"(buffer, offset=0) => |rt: &mut Runtime, this: &Struct, buffer: Data<'_>, offset: Option<Index>| {
            let size = this.get(&rt.heap).layout.size;
            let part = part_at(rt, size, buffer.0, offset.map_or(0, |offset| offset.0))?;
            unpack_bytes(rt, &this.get(&rt.heap).layout, part)
        };
        /// Return an iterator yielding tuples.
        "iter_unpack"(buffer, /) => |rt: &mut Runtime, this: &Struct, buffer: &Object| {
            let layout = Arc::clone(&this.get(&rt.heap).layout);
            iterate(rt, layout, buffer)
        };
    ];
}

/// A struct of no fields, which `__init__` gives its format.
fn new(rt: &mut Runtime, class: &Class, _: Args<'_>) -> Result {
    let format = rt.new_str("")?;
    let layout = layout_of(rt, &format)?;
    Ok(rt.alloc_for(class, StructBody { format, layout: Opaque(layout) })?.into())
}

fn initialize(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    let [format] = crate::types::arity::matched(rt, "Struct", &["format"], args)?;
    let Some(format) = format else {
        return Err(rt.type_error("Struct() missing required argument 'format' (pos 1)"));
    };
    let layout = layout_of(rt, format)?;
    let bytes = format_bytes(rt, format)?;
    let format = Str::from_latin1(&rt.heap, &bytes)?;
    let (body, _) = of(this).get_mut(&mut rt.heap);
    let old = (std::mem::replace(&mut body.format, format), std::mem::replace(&mut body.layout, Opaque(layout)));
    drop(old);
    Ok(())
}

fn of(this: &Object) -> &Struct {
    this.cast().expect("slots of Struct get one")
}

fn repr(rt: &mut Runtime, this: &Object) -> Result<Str> {
    let format = of(this).get(&rt.heap).format.clone();
    let shown = rt.repr(&format)?;
    let class = rt.class_of(this).get(&rt.heap).name.to_rust().into_owned();
    rt.new_str(&format!("{class}({})", shown.to_rust()))
}

static STRUCT: TypeDef = TypeDef {
    name: "Struct",
    module: "_struct",
    doc: "Struct(fmt) --> compiled struct object",
    layout: StructBody::info,
    flags: ClassFlags::BASE | ClassFlags::WEAKREFABLE,
    slots: Slots { new: Some(new), init: Some(initialize), repr: Some(repr), ..Slots::EMPTY },
    methods: METHODS,
    getset: &[
        GetSetDef {
            name: "format",
            doc: "struct format string",
            get: |rt, this| Ok(of(this).get(&rt.heap).format.clone().into()),
            set: None,
        },
        GetSetDef {
            name: "size",
            doc: "struct size in bytes",
            get: |rt, this| {
                let size = of(this).get(&rt.heap).layout.size;
                rt.new_int(size as i128)
            },
            set: None,
        },
    ],
    ..TypeDef::EMPTY
};

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    let class = rt.native_class(&STRUCT)?;
    set(rt, module, "Struct", class.into())?;
    let base = rt.class(ClassId::Exception).as_object().clone();
    let bases = Tuple::from_array(&rt.heap, [base])?;
    let namespace = rt.new_dict()?;
    let home = rt.intern("struct");
    rt.put_attribute(&namespace, "__module__", home.into())?;
    let (metaclass, name) = (rt.class(ClassId::Type).clone(), rt.intern("error"));
    let class = rt.new_class(&metaclass, &name, &bases, &namespace, Args::positional_only(&[]))?;
    set(rt, module, "error", class.into())
}

/// The description of module `_struct`.
pub static MODULE: NativeModule = NativeModule {
    name: "_struct",
    doc: "Functions to convert between Python values and C structs.",
    functions: FUNCTIONS,
    init,
};
