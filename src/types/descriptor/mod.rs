//! Descriptors: `property`, `classmethod`, `staticmethod`, `super`, and the attributes of builtin types.

mod member;
mod property;
mod proxy;
mod super_object;
pub mod tuple_getter;
mod wrapper;

pub use member::{GETSET_DESCRIPTOR, MEMBER_DESCRIPTOR};
pub use property::{PROPERTY, PropertyBody};
pub use proxy::{MAPPING_PROXY, MappingProxyBody};
pub use super_object::{SUPER, SuperBody, super_attribute};
pub use wrapper::{CLASS_METHOD, STATIC_METHOD};
