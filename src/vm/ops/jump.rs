//! Truth of objects, for jumps.

use crate::heap::Object;
use crate::object::{Result, Runtime};
use crate::vm::site::Site;

/// Whether R[a] is true; a temp is consumed.
pub fn truth(rt: &mut Runtime, site: Site) -> Result<bool> {
    let answer = rt.truth(site.get(site.a()))?;
    site.finish(site.a());
    Ok(answer)
}

/// Whether R[a] is true; if not, it is consumed.
pub fn true_or_pop(rt: &mut Runtime, site: Site) -> Result<bool> {
    let answer = rt.truth(site.get(site.a()))?;
    if !answer {
        drop(site.take(site.a()));
    }
    Ok(answer)
}

/// Whether R[a] is false; if not, it is consumed.
pub fn false_or_pop(rt: &mut Runtime, site: Site) -> Result<bool> {
    let answer = rt.truth(site.get(site.a()))?;
    if answer {
        drop(site.take(site.a()));
    }
    Ok(!answer)
}

/// `R[a] = not R[b]`.
pub fn not(rt: &mut Runtime, site: Site) -> Result<()> {
    let answer = rt.truth(site.get(site.b()))?;
    site.set(site.a(), Object::bool(!answer));
    Ok(())
}
