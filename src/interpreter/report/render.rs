//! The layout of a report: links between chained exceptions, the tree of a group.

use super::chain::{MAX_GROUP_DEPTH, MAX_GROUP_WIDTH, Report};
use super::frames::Frames;
use super::text::push_indented;
use crate::object::Runtime;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// The whole text.
pub(super) fn render(rt: &mut Runtime, report: &Report) -> String {
    let mut printer =
        Printer { out: String::new(), depth: 0, need_close: false, frames: Frames::painted(report.paint) };
    printer.chain(rt, report, 0);
    printer.out
}

struct Printer {
    out: String,
    /// Groups around what is printed, the outermost included.
    depth: usize,
    /// Whether the innermost member printed has to close the box around it.
    need_close: bool,
    frames: Frames,
}

impl Printer {
    fn indent(&self) -> String {
        "  ".repeat(self.depth)
    }

    /// Text in the margin of the present depth.
    fn emit(&mut self, text: &str, margin: char) {
        let mut prefix = self.indent();
        if self.depth > 0 {
            prefix.push(margin);
            prefix.push(' ');
        }
        push_indented(&mut self.out, text, &prefix);
    }

    /// An exception and before it what it is chained to. Recursion ends at the depth limit of groups.
    fn chain(&mut self, rt: &mut Runtime, report: &Report, first: usize) {
        let mut order = vec![(first, None)];
        let mut at = first;
        loop {
            let node = &report.nodes[at];
            let (next, link) = match (node.cause, node.context) {
                (Some(cause), _) => (cause, CAUSE),
                (None, Some(context)) => (context, CONTEXT),
                (None, None) => break,
            };
            if let Some(last) = order.last_mut() {
                last.1 = Some(link);
            }
            order.push((next, None));
            at = next;
        }
        for (index, link) in order.into_iter().rev() {
            if let Some(link) = link {
                self.emit(link, '|');
            }
            match &report.nodes[index].members {
                None => self.single(rt, report, index),
                Some(_) if self.depth > MAX_GROUP_DEPTH => {
                    self.emit(&format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"), '|');
                }
                Some((members, count)) => self.group(rt, report, index, members, *count),
            }
        }
    }

    fn single(&mut self, rt: &mut Runtime, report: &Report, index: usize) {
        let node = &report.nodes[index];
        let frames = self.frames.format(rt, &node.traceback);
        if !frames.is_empty() {
            self.emit("Traceback (most recent call last):\n", '|');
        }
        for text in frames.iter().chain(&node.message) {
            self.emit(text, '|');
        }
    }

    fn group(&mut self, rt: &mut Runtime, report: &Report, index: usize, members: &[usize], count: usize) {
        let top = self.depth == 0;
        if top {
            self.depth = 1;
        }
        let node = &report.nodes[index];
        let frames = self.frames.format(rt, &node.traceback);
        if !frames.is_empty() {
            let margin = if top { '+' } else { '|' };
            self.emit("Exception Group Traceback (most recent call last):\n", margin);
        }
        for text in frames.iter().chain(&node.message) {
            self.emit(text, '|');
        }
        let shown = count.min(MAX_GROUP_WIDTH + 1);
        self.need_close = false;
        for i in 0..shown {
            let last = i + 1 == shown;
            if last {
                self.need_close = true;
            }
            let member = members.get(i);
            let title = if member.is_some() { (i + 1).to_string() } else { "...".to_owned() };
            let corner = if i == 0 { "+-" } else { "  " };
            let line = format!("{}{corner}+---------------- {title} ----------------\n", self.indent());
            self.out.push_str(&line);
            self.depth += 1;
            match member {
                Some(&member) => self.chain(rt, report, member),
                None => {
                    let more = count - MAX_GROUP_WIDTH;
                    let s = if more > 1 { "s" } else { "" };
                    self.emit(&format!("and {more} more exception{s}\n"), '|');
                }
            }
            if last && self.need_close {
                let line = format!("{}+------------------------------------\n", self.indent());
                self.out.push_str(&line);
                self.need_close = false;
            }
            self.depth -= 1;
        }
        if top {
            self.depth = 0;
        }
    }
}
