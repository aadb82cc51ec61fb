//! Why an object lives: the shortest chain of references that leads to it from a root.
//!
//! Roots are the modules, the active frames, and last the builtin classes. The search goes breadth first over addresses,
//! so that the first chain found is a shortest one; it takes memory of its own, none from the heap, and runs no Python code.

use super::edges::edges;
use crate::heap::Object;
use crate::layout::StrBody;
use crate::object::{ClassId, FrameBody, Runtime};
use crate::vm::frame_object;
use std::collections::{HashMap, HashSet, VecDeque};

/// Labels and objects from a root to `target`, the root first. The frame of the caller that asks does not count.
pub fn why(rt: &mut Runtime, target: &Object) -> Vec<(String, Object)> {
    if !target.is_pointer() {
        return Vec::new();
    }
    let roots = roots(rt);
    // Frame objects made for this search are not part of the answer.
    let mut parents: HashMap<u64, Option<Object>> = HashMap::new();
    let mut waiting: VecDeque<Object> = VecDeque::new();
    let mut names: HashMap<u64, String> = HashMap::new();
    for (name, root) in roots {
        if root.is_pointer() && !parents.contains_key(&root.id()) {
            parents.insert(root.id(), None);
            names.insert(root.id(), name);
            waiting.push_back(root);
        }
    }
    let mut found = parents.contains_key(&target.id());
    while !found {
        let Some(object) = waiting.pop_front() else { return Vec::new() };
        rt.heap.each_referent(&object, |child| {
            if !found && !parents.contains_key(&child.id()) {
                parents.insert(child.id(), Some(object.clone()));
                waiting.push_back(child.clone());
                found = child.is(target);
            }
        });
    }
    let mut chain = vec![target.clone()];
    while let Some(Some(parent)) = parents.get(&chain[chain.len() - 1].id()) {
        chain.push(parent.clone());
    }
    chain.reverse();
    drop((parents, waiting));
    let mut labelled = Vec::with_capacity(chain.len());
    for (i, object) in chain.iter().enumerate() {
        let label = match i {
            0 => names.remove(&object.id()).unwrap_or_default(),
            _ => {
                let all = edges(rt, &chain[i - 1]);
                let one = all.into_iter().find(|(label, child)| child.is(object) && !label.starts_with("key "));
                one.map_or_else(|| " -> ".to_owned(), |(label, _)| if label.is_empty() { " -> ".into() } else { label })
            }
        };
        labelled.push((label, object.clone()));
    }
    labelled
}

/// Names and objects that live whatever refers to them.
fn roots(rt: &mut Runtime) -> Vec<(String, Object)> {
    let mut roots = Vec::new();
    let mut modules: Vec<(String, Object)> = Vec::new();
    for (name, module) in rt.modules.clone().pairs(&rt.heap) {
        let name = name.cast::<StrBody>().map_or_else(String::new, |n| n.to_rust().into_owned());
        modules.push((name, module));
    }
    // A program's own module is the most telling root.
    modules.sort_by_key(|(name, _)| name != "__main__");
    let mut own: HashSet<u64> = HashSet::new();
    for (name, module) in modules {
        if name == "anthill.heap" || name == "anthill.prompt" {
            own.insert(module.id());
        } else {
            roots.push((format!("module {name}"), module));
        }
    }
    let mut depth = 1;
    while let Ok(Some(frame)) = frame_object(rt, depth) {
        depth += 1;
        let body: &FrameBody = frame.get(&rt.heap);
        let code = body.function.get(&rt.heap).code.get(&rt.heap);
        let (name, file) = (code.qualname.to_rust().into_owned(), code.filename.to_rust().into_owned());
        if file.starts_with("<stdlib>/anthill/") || name == "<module>" {
            continue;
        }
        if let Some(locals) = &body.locals {
            for (key, value) in locals.pairs(&rt.heap) {
                let key = key.cast::<StrBody>().map_or_else(String::new, |k| k.to_rust().into_owned());
                roots.push((format!("local {key} of {name}()"), value));
            }
        }
        if depth > 200 {
            break;
        }
    }
    for &id in ClassId::ALL {
        let class = rt.class(id).as_object().clone();
        roots.push((format!("class {}", id.name()), class));
    }
    roots
}
