//! Calls with keywords: where the keywords belong is found out once and remembered at the call.

use super::bind::{Places, default_of};
use super::call::{Call, begin, fill_defaults, place_instance, raise, unshift};
use super::frame::{At, Kind, Link, lay};
use super::run::{body, count as count_up, shape};
use super::site::Site;
use crate::heap::{Object, OutOfMemory, ShapeId, Value};
use crate::layout::{Tuple, TupleBody};
use crate::object::{ClassBody, CodeBody, FunctionBody, Runtime};
use std::mem::MaybeUninit;

/// CALL_KW.
pub(super) fn call_kw(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    call(rt, site, next, site.c())
}

/// CALL_METHOD_KW.
pub(super) fn call_method_kw(rt: &mut Runtime, site: Site, next: *const u64) -> At {
    let (window, count) = (site.b(), site.c());
    if !site.get(window + 4).is_unbound() {
        return call(rt, site, next, count + 1);
    }
    unshift(site, window, count);
    call(rt, site, next, count)
}

/// The names of a call's keywords. They live as long as the code.
fn names_of<'a>(site: Site) -> &'a Tuple {
    let names = site.constant(site.extra(0) as u32 as usize);
    names.cast::<TupleBody>().expect("a tuple, by the verifier")
}

/// Calls with `count` arguments, of which the last are keywords.
#[inline(never)]
fn call(rt: &mut Runtime, site: Site, next: *const u64, count: usize) -> At {
    let (window, names) = (site.b(), names_of(site));
    // SAFETY: V1, V5: the arguments lie where the callee's registers will be; a shape says what the callee is (H4).
    unsafe {
        let slot = site.base.add(window);
        let callee = *slot;
        if callee.is_pointer() && rt.machine.remaining > 0 && !rt.machine.observers.attention() {
            match shape(callee) {
                ShapeId::FUNCTION => {
                    let base = slot.add(4);
                    if base < rt.machine.limit && fill(rt, site, callee, base, count, names) {
                        let code = body::<CodeBody>((*body::<FunctionBody>(callee)).code.value());
                        let link = Link::new(Kind::Plain, site.a() as u16, (window + 4) * 8);
                        return lay(&mut rt.machine, code, base, link, next);
                    }
                }
                ShapeId::TYPE => match construct(rt, site, slot, count, names) {
                    Some(Ok(code)) => {
                        let link = Link::new(Kind::Init, site.a() as u16, (window + 5) * 8);
                        return lay(&mut rt.machine, code, slot.add(5), link, next);
                    }
                    Some(Err(error)) => return raise(rt, site, error.into()),
                    None => {}
                },
                _ => {}
            }
        }
    }
    general(rt, Call { site, next, window, count, names: Some(names) })
}

/// On its own, so that the quick ways need none of the registers that it saves.
#[inline(never)]
fn general(rt: &mut Runtime, call: Call) -> At {
    begin(rt, call.site);
    match call.site.get(call.window).shape() {
        // The quick ways have been tried.
        ShapeId::FUNCTION => call.enter_bound(rt, call.window, Kind::Plain),
        _ => call.dispatch(rt),
    }
}

/// Puts the arguments of a call of a function at `base` to its parameters. False, having done nothing, if only the general
/// way will do.
///
/// # Safety
/// As for `fill_defaults`; the call is the one at `site`.
#[inline(always)]
unsafe fn fill(rt: &mut Runtime, site: Site, function: Value, base: *mut Value, count: usize, names: &Tuple) -> bool {
    // SAFETY: as promised.
    unsafe {
        if (*body::<CodeBody>((*body::<FunctionBody>(function)).code.value())).parameter_count == u32::MAX {
            return false;
        }
        match Plan::of(rt, site, function, count - names.len(), names) {
            Some(plan) => plan.fill(function, base, count - names.len(), count),
            None => fill_defaults(function, base, count, names.items()) || fill_places(function, base, count, names),
        }
    }
}

/// Puts keywords in any order to their parameters. False, having done nothing, if only the general way will do.
///
/// # Safety
/// As for `fill_defaults`; there are names.
#[inline(never)]
pub(super) unsafe fn fill_places(function: Value, base: *mut Value, count: usize, names: &Tuple) -> bool {
    let given = count - names.len();
    // SAFETY: as promised.
    unsafe {
        match Places::find(function, given, names.items().iter().map(Object::value)) {
            Some(places) => places.fill_moved(function, base, given, count),
            None => return false,
        }
        true
    }
}

/// Makes the instance of a class with a known constructor and puts the arguments to the constructor's parameters; gives its
/// code. `None`, having done nothing, if only the general way will do.
///
/// # Safety
/// As for `place_instance`; the call is the one at `site`.
#[inline(always)]
unsafe fn construct(
    rt: &mut Runtime,
    site: Site,
    slot: *mut Value,
    count: usize,
    names: &Tuple,
) -> Option<Result<*const CodeBody, OutOfMemory>> {
    // SAFETY: as promised. V7: a known constructor is owned by the class or a base.
    unsafe {
        let class = body::<ClassBody>(*slot);
        let init = Value::from_bits((*class).constructor);
        if !init.is_pointer() || slot.add(5) >= rt.machine.limit {
            return None;
        }
        let given = count - names.len() + 1;
        let plan = Plan::of(rt, site, init, given, names).filter(|plan| plan.has_defaults(init))?;
        if let Err(error) = place_instance(rt, slot, init, count) {
            return Some(Err(error));
        }
        plan.fill(init, slot.add(5), given, count + 1);
        Some(Ok(body::<CodeBody>((*body::<FunctionBody>(init)).code.value())))
    }
}

/// Where the keywords of a call belong and which parameters take their defaults, for one code object and one number of
/// positional arguments.
#[derive(Clone, Copy)]
struct Plan {
    /// From the high end: the version of the code, 32 bits; one more than the number of positional arguments, 8 bits; the
    /// parameters that take their defaults, a bit each.
    head: u64,
    /// The parameter of each keyword, a byte each, the first in the lowest; 0 if each value lies in its place already.
    places: u64,
}

impl Plan {
    const KEYWORDS: usize = 8;
    const PARAMETERS: usize = 24;

    /// What the call remembers, or finds out now. `None` if it is called with something else than the last time (then the
    /// next time will tell), or if only the general way will do.
    ///
    /// # Safety
    /// `function` is a Python function.
    #[inline(always)]
    unsafe fn of(rt: &mut Runtime, site: Site, function: Value, given: usize, names: &Tuple) -> Option<Plan> {
        // SAFETY: as promised (H4).
        let version = unsafe { (*body::<CodeBody>((*body::<FunctionBody>(function)).code.value())).version };
        let plan = Plan { head: site.extra(1), places: site.extra(2) };
        if plan.head >> Self::PARAMETERS == (version as u64) << 8 | (given as u64 + 1) {
            return Some(plan);
        }
        // SAFETY: as promised.
        unsafe { plan.changed(rt, site, function, given, names) }
    }

    #[cold]
    #[inline(never)]
    unsafe fn changed(
        self,
        rt: &mut Runtime,
        site: Site,
        function: Value,
        given: usize,
        names: &Tuple,
    ) -> Option<Plan> {
        if self.head != 0 {
            site.set_extra(1, 0);
            return None;
        }
        // SAFETY: as promised to `of`.
        unsafe {
            let places = Places::find(function, given, names.items().iter().map(Object::value))?;
            let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
            let wanted = (*code).parameter_count as usize;
            if wanted > Self::PARAMETERS || names.len() > Self::KEYWORDS {
                return None;
            }
            if (*code).version == 0 {
                rt.machine.code_version = rt.machine.code_version.checked_add(1)?;
                (*code).version = rt.machine.code_version;
            }
            let missing = ((1u64 << wanted) - (1u64 << given)) & !places.taken;
            let head = (((*code).version as u64) << 8 | (given as u64 + 1)) << Self::PARAMETERS | missing;
            let index = &places.index[..names.len()];
            let in_place = index.iter().enumerate().all(|(i, &place)| place as usize == given + i);
            let packed = index.iter().rev().fold(0, |packed, &place| packed << 8 | place as u64);
            let plan = Plan { head, places: if in_place { 0 } else { packed } };
            site.set_extra(1, plan.head);
            site.set_extra(2, plan.places);
            Some(plan)
        }
    }

    /// The parameters that take their defaults.
    #[inline(always)]
    fn missing(self) -> impl Iterator<Item = usize> {
        let mut rest = self.head & ((1 << Self::PARAMETERS) - 1);
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let parameter = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            Some(parameter)
        })
    }

    /// Whether the defaults are there that it needs.
    ///
    /// # Safety
    /// The plan was made for the code of `function`.
    unsafe fn has_defaults(self, function: Value) -> bool {
        // SAFETY: as promised.
        unsafe {
            let function = body::<FunctionBody>(function);
            let code = body::<CodeBody>((*function).code.value());
            self.missing().all(|parameter| !default_of(function, code, parameter).is_unbound())
        }
    }

    /// Moves the keywords' values to their places, completes them with defaults and empties the other locals. False,
    /// having done nothing, if a default is not there any more.
    ///
    /// # Safety
    /// The plan was made for the code of `function`; the arguments lie at `base`, with room for the function's registers
    /// (V1).
    #[inline(always)]
    unsafe fn fill(self, function: Value, base: *mut Value, given: usize, count: usize) -> bool {
        // SAFETY: as promised: each word is moved once, each parameter written.
        unsafe {
            let code = body::<CodeBody>((*body::<FunctionBody>(function)).code.value());
            let mut defaults = [MaybeUninit::<Value>::uninit(); Self::PARAMETERS];
            for (i, parameter) in self.missing().enumerate() {
                let value = default_of(body::<FunctionBody>(function), code, parameter);
                if value.is_unbound() {
                    return false;
                }
                defaults.get_unchecked_mut(i).write(value);
            }
            if self.places != 0 {
                // There is room for as many words: V5.
                let values = base.add(given).cast::<[MaybeUninit<Value>; Self::KEYWORDS]>().read();
                let mut places = self.places;
                for value in values.get_unchecked(..count - given) {
                    *base.add((places & 0xff) as usize) = value.assume_init();
                    places >>= 8;
                }
            }
            for (i, parameter) in self.missing().enumerate() {
                let value = defaults.get_unchecked(i).assume_init();
                count_up(value);
                *base.add(parameter) = value;
            }
            for i in (*code).parameter_count as usize..(*code).local_count as usize {
                *base.add(i) = Value::UNBOUND;
            }
        }
        true
    }
}
