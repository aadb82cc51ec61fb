//! `Class.__bases__ = …`: other bases for a class that exists, and another linearisation for all that derive from it.

use super::class::{Class, ClassFlags};
use super::class_id::ClassId;
use super::function::MemberBody;
use super::raise::Result;
use super::runtime::Runtime;
use crate::heap::WeakBody;
use crate::layout::{Str, Tuple};

impl Runtime {
    /// Gives a class other bases. They are classes, at least one, and none derives from the class.
    ///
    /// Errors: TypeError if instances would be laid out differently, or if there is no linearisation for the class or
    /// one that derives from it; nothing is changed then.
    pub fn set_bases(&mut self, class: &Class, bases: &Tuple) -> Result<()> {
        let base = self.best_base(bases.items())?;
        let old_bases = class.get(&self.heap).bases.clone();
        let old_base = class.get(&self.heap).base.clone();
        if let Some(old) = &old_base {
            self.check_replacement(old, &base)?;
        }
        let body = class.get_mut(&mut self.heap).0;
        body.bases = bases.clone();
        body.base = Some(base);
        let mut done = Vec::new();
        if let Err(raised) = self.linearize_again(class, &mut done) {
            for (class, mro) in done.into_iter().rev() {
                class.get_mut(&mut self.heap).0.mro = mro;
            }
            if !class.get(&self.heap).bases.is(bases) {
                return Err(raised);
            }
            let body = class.get_mut(&mut self.heap).0;
            let (ours, base) =
                (std::mem::replace(&mut body.bases, old_bases), std::mem::replace(&mut body.base, old_base));
            drop((ours, base));
            self.bases_changed(class);
            return Err(raised);
        }
        if !class.get(&self.heap).bases.is(bases) {
            // An `mro` method written in Python has set others meanwhile, which hold.
            return Ok(());
        }
        for old in old_bases.items().iter().filter_map(Class::from_object) {
            self.remove_subclass(old, class);
        }
        for new in bases.items().iter().filter_map(Class::from_object) {
            self.add_subclass(new, class)?;
        }
        self.bases_changed(class);
        Ok(())
    }

    fn bases_changed(&mut self, class: &Class) {
        let name = self.names.bases.clone();
        self.class_changed(class, &name);
        self.refresh_slots(class, None);
    }

    /// Computes the MRO of a class and of all that derive from it; `done` gets the old ones.
    fn linearize_again(&mut self, class: &Class, done: &mut Vec<(Class, Tuple)>) -> Result<()> {
        let mut waiting = vec![class.clone()];
        while let Some(class) = waiting.pop() {
            let metaclass = self.class_of(&class).clone();
            let bases = class.get(&self.heap).bases.clone();
            let mut classes: Vec<Class> = Vec::new();
            for base in bases.items().iter().filter_map(Class::from_object) {
                if classes.iter().any(|known| known.is(base)) {
                    let name = base.get(&self.heap).name.to_rust().into_owned();
                    return Err(self.type_error(format!("duplicate base class {name}")));
                }
                classes.push(base.clone());
            }
            let before = class.get(&self.heap).mro.clone();
            let mro = self.class_mro(&metaclass, &class, &classes)?;
            class.get_mut(&mut self.heap).0.mro = mro;
            done.push((class.clone(), before));
            self.method_cache.clear();
            waiting.extend(self.subclasses(&class));
        }
        Ok(())
    }

    /// Forgets a direct subclass.
    fn remove_subclass(&mut self, base: &Class, class: &Class) {
        let place = base.get(&self.heap).subclasses.iter().position(|reference| {
            let target = reference.cast::<WeakBody>().and_then(|weak| weak.get(&self.heap).target());
            target.is_some_and(|target| target.is(class))
        });
        if let Some(place) = place {
            let gone = base.get_mut(&mut self.heap).0.subclasses.remove(place);
            drop(gone);
        }
    }

    /// Whether instances of the class belong to the cycle collector in CPython, which then frees them differently.
    fn is_collected(&self, class: &Class) -> bool {
        let body = class.get(&self.heap);
        if !body.flags.has(ClassFlags::HEAP) {
            let plain = [ClassId::Object, ClassId::Int, ClassId::Float, ClassId::Bool, ClassId::Str, ClassId::Bytes];
            return !plain.into_iter().any(|id| class.is(self.class(id)));
        }
        let Some(base) = &body.base else { return false };
        self.adds_to(class, base) || self.is_collected(base)
    }

    /// Whether instances of the class have anything that those of its base have not.
    fn adds_to(&self, class: &Class, base: &Class) -> bool {
        let (own, below) = (class.get(&self.heap), base.get(&self.heap));
        !std::ptr::eq(own.instance.layout, below.instance.layout)
            || own.instance.fixed != below.instance.fixed
            || own.flags.has(ClassFlags::HAS_DICT) != below.flags.has(ClassFlags::HAS_DICT)
            || own.flags.has(ClassFlags::WEAKREFABLE) != below.flags.has(ClassFlags::WEAKREFABLE)
    }

    /// The class itself, or the furthest base that instances are laid out like.
    fn laid_out_like(&self, class: &Class) -> Class {
        let mut class = class.clone();
        while let Some(base) = class.get(&self.heap).base.clone() {
            if self.adds_to(&class, &base) || self.is_collected(&class) != self.is_collected(&base) {
                break;
            }
            class = base;
        }
        class
    }

    /// The names of the slots that a class adds, in order.
    fn own_slots(&self, class: &Class) -> Vec<Str> {
        let dict = class.get(&self.heap).dict.clone();
        let members = dict.get(&self.heap).iter().filter_map(|(_, entry)| entry.value.cast::<MemberBody>());
        let members = members.map(|member| member.get(&self.heap)).filter(|member| member.owner.is(class));
        let mut slots: Vec<(u32, Str)> = members.map(|member| (member.slot, member.name.clone())).collect();
        slots.sort_by_key(|(slot, _)| *slot);
        slots.into_iter().map(|(_, name)| name).collect()
    }

    /// TypeError unless instances of a class with base `old` may come to have base `new`.
    fn check_replacement(&mut self, old: &Class, new: &Class) -> Result<()> {
        let problem = if self.is_collected(old) != self.is_collected(new) {
            "deallocator"
        } else {
            let (first, second) = (self.laid_out_like(old), self.laid_out_like(new));
            if first.is(&second) {
                return Ok(());
            }
            let parents = (first.get(&self.heap).base.clone(), second.get(&self.heap).base.clone());
            let same_parent = match parents {
                (Some(a), Some(b)) => a.is(&b),
                _ => false,
            };
            let (a, b) = (first.get(&self.heap), second.get(&self.heap));
            let flags = |flag: u32| a.flags.has(flag) == b.flags.has(flag);
            let same = same_parent
                && std::ptr::eq(a.instance.layout, b.instance.layout)
                && flags(ClassFlags::HAS_DICT)
                && flags(ClassFlags::WEAKREFABLE)
                && a.instance.fixed == b.instance.fixed;
            let (a, b) = (self.own_slots(&first), self.own_slots(&second));
            if same && a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a.is(b)) {
                return Ok(());
            }
            "object layout"
        };
        let name = |class: &Class| class.get(&self.heap).name.to_rust().into_owned();
        let text = format!("__bases__ assignment: '{}' {problem} differs from '{}'", name(new), name(old));
        Err(self.type_error(text))
    }
}
