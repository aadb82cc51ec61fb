//! Which exceptions a report shows: the chain of causes and contexts, the members of groups.

use super::frames::traceback_of;
use super::message;
use super::paint::Paint;
use crate::heap::Object;
use crate::object::{ClassId, ExceptionBody, Result, Runtime};
use std::collections::HashSet;

/// So many members of a group are shown.
pub(super) const MAX_GROUP_WIDTH: usize = 15;
/// Groups within more groups than this are not shown.
pub(super) const MAX_GROUP_DEPTH: usize = 10;

/// One exception of a report.
pub(super) struct Node {
    /// Its traceback or None.
    pub(super) traceback: Object,
    /// Lines below the traceback, each with its line end: the place of a SyntaxError, the message, notes.
    pub(super) message: Vec<String>,
    /// Its cause, if that is shown: an index.
    pub(super) cause: Option<usize>,
    /// Its context, if that is shown.
    pub(super) context: Option<usize>,
    /// For a group: the members that are shown, and how many there are.
    pub(super) members: Option<(Vec<usize>, usize)>,
}

/// Exceptions by index; the first is the one reported.
pub(super) struct Report {
    pub(super) nodes: Vec<Node>,
    pub(super) paint: Paint,
}

impl Report {
    /// Collects an exception, what it is chained to and its members. An exception that is shown already does not
    /// appear again as a cause or context.
    pub(super) fn new(rt: &mut Runtime, exception: &Object, traceback: &Object, paint: Paint) -> Result<Report> {
        let mut builder = Builder { nodes: Vec::new(), seen: HashSet::new(), paint };
        builder.add(rt, exception, traceback.clone())?;
        // Exceptions whose neighbours are still to be found, each with the number of groups around it.
        let mut waiting = vec![(0, exception.clone(), 0)];
        while let Some((index, exception, depth)) = waiting.pop() {
            let Some(body) = exception.cast::<ExceptionBody>().map(|e| e.get(&rt.heap)) else { continue };
            let (cause, context, suppress) = (body.cause.clone(), body.context.clone(), body.suppress_context);
            let mut next = Vec::new();
            if !cause.is_none() && !builder.seen.contains(&cause.id()) {
                let at = builder.add_own(rt, &cause)?;
                builder.nodes[index].cause = Some(at);
                next.push((at, cause, depth));
            }
            let wanted = builder.nodes[index].cause.is_none() && !suppress;
            if wanted && !context.is_none() && !builder.seen.contains(&context.id()) {
                let at = builder.add_own(rt, &context)?;
                builder.nodes[index].context = Some(at);
                next.push((at, context, depth));
            }
            if rt.is_instance_of(&exception, ClassId::BaseExceptionGroup) {
                let all = members_of(rt, &exception);
                let shown = if depth < MAX_GROUP_DEPTH { all.len().min(MAX_GROUP_WIDTH) } else { 0 };
                let mut indices = Vec::with_capacity(shown);
                for member in &all[..shown] {
                    let at = builder.add_own(rt, member)?;
                    indices.push(at);
                    next.push((at, member.clone(), depth + 1));
                }
                builder.nodes[index].members = Some((indices, all.len()));
            }
            waiting.append(&mut next);
        }
        Ok(Report { nodes: builder.nodes, paint })
    }
}

fn members_of(rt: &mut Runtime, group: &Object) -> Vec<Object> {
    let members = rt.get_attr_str(group, "exceptions").and_then(|members| rt.collect(&members));
    members.unwrap_or_default().into_iter().filter(|member| member.cast::<ExceptionBody>().is_some()).collect()
}

struct Builder {
    nodes: Vec<Node>,
    seen: HashSet<u64>,
    paint: Paint,
}

impl Builder {
    fn add(&mut self, rt: &mut Runtime, exception: &Object, traceback: Object) -> Result<usize> {
        self.seen.insert(exception.id());
        let message = message::lines(rt, exception, &traceback, self.paint)?;
        self.nodes.push(Node { traceback, message, cause: None, context: None, members: None });
        Ok(self.nodes.len() - 1)
    }

    fn add_own(&mut self, rt: &mut Runtime, exception: &Object) -> Result<usize> {
        let traceback = traceback_of(rt, exception);
        self.add(rt, exception, traceback)
    }
}
