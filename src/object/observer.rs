//! The seam for profilers and tracers: who wants to be told what the VM does implements [`Observer`].
//!
//! While somebody wants to be told, an instrumented instantiation of the VM's loop runs; else the plain loop runs,
//! which carries no test for it. Several observers may be there at once; each is told what it wants, in the order of
//! their ranks. While one is at work, nothing is told: what it calls is not reported.

use super::call_times::Calls;
use super::function::{BuiltinFunctionBody, CodeObject, MethodDescriptorBody};
use super::raise::Result;
use super::runtime::Runtime;
use super::traceback::Frame;
use crate::heap::{Breaker, Heap, Object};
use std::collections::HashMap;
use std::sync::Arc;

/// Something that happened in the running code.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// A Python function, module or class body starts.
    Call,
    /// A generator goes on behind its yield.
    Resume,
    /// A generator goes on with an exception.
    Throw(&'a Object),
    /// A new source line starts, or a loop jumps back to one.
    Line(u32),
    /// An instruction of the VM is about to be executed.
    Instruction,
    /// The frame returns this value.
    Return(&'a Object),
    /// The generator yields this value.
    Yield(&'a Object),
    /// An exception leaves the frame.
    Unwind,
    /// This exception was raised in, or passes through, the frame.
    Exception(&'a Object),
    /// A native function or method is called, with this first argument.
    NativeCall(&'a Object, Option<&'a Object>),
    /// It has returned.
    NativeReturn(&'a Object, Option<&'a Object>),
    /// It has raised.
    NativeException(&'a Object, Option<&'a Object>),
}

/// What an observer wants to be told: bits.
pub mod wants {
    /// [`super::Event::Call`], `Resume`, `Throw`, `Return`, `Yield`, `Unwind`.
    pub const CALLS: u8 = 1;
    /// [`super::Event::NativeCall`], `NativeReturn`, `NativeException`.
    pub const NATIVE: u8 = 2;
    /// [`super::Event::Exception`].
    pub const EXCEPTIONS: u8 = 4;
    /// [`super::Event::Line`].
    pub const LINES: u8 = 8;
    /// [`super::Event::Instruction`].
    pub const INSTRUCTIONS: u8 = 16;
    /// Frame objects that stay with their frames; with `CALLS` only.
    pub const FRAMES: u8 = 32;
    /// All of them.
    pub(super) const ALL: u8 = 63;
    /// Not a wish: the heap is to be told where the program runs, which the instrumented loop does.
    pub(super) const PLACES: u8 = 64;
    /// Not a wish: the instrumented loop is running.
    pub(super) const INSTRUMENTED: u8 = 128;
}

/// Where something happened.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The frame's code.
    pub code: &'a CodeObject,
    /// The word of the code that is, or was, executed.
    pub offset: u32,
    /// A number that no other active frame has.
    pub frame: usize,
}

/// Who is told of events.
pub trait Observer: Send + std::any::Any {
    /// Called for each event that is wanted. An error is raised in the observed code.
    fn event(&mut self, rt: &mut Runtime, place: Place<'_>, event: Event<'_>) -> Result<()>;
}

/// A number for a native function: where its declaration lies.
#[inline]
pub fn native_key(heap: &Heap, callee: &Object) -> Option<u64> {
    if let Some(function) = callee.cast::<BuiltinFunctionBody>() {
        return Some(std::ptr::from_ref(*function.get(heap).def) as u64);
    }
    callee.cast::<MethodDescriptorBody>().map(|method| std::ptr::from_ref(*method.get(heap).def) as u64)
}

/// The number of an observer that has been added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObserverId(u32);

struct Entry {
    id: ObserverId,
    rank: u8,
    wants: u8,
    /// Taken out while it works.
    observer: Option<Box<dyn Observer>>,
}

/// The observers of an interpreter.
#[derive(Default)]
pub struct Observers {
    entries: Vec<Entry>,
    last: u32,
    /// What is wanted now, and whether the instrumented loop runs: 0 in the plain state.
    attention: u8,
    /// Whether there are observers now, or another instantiation of the loop is due.
    busy: bool,
    /// What all of them want.
    wanted: u8,
    /// Changes with the list.
    version: u32,
    /// Whether an observer is at work.
    at_work: bool,
    /// For each active frame that line events were told of, outermost first: frame, line, word.
    pub(crate) trail: Vec<(usize, u32, u32)>,
    /// Line of each word, by the address of a code's first word; filled for line events only.
    lines: HashMap<u64, Arc<[u32]>>,
    recent: Option<(u64, Arc<[u32]>)>,
    /// The profile that is being made, if one is.
    pub calls: Option<Box<Calls>>,
    /// Whether that is all there is to do: its profiler is the only observer, and its clock needs no Python code.
    alone: bool,
    /// Frame objects of active frames, outermost first.
    pub(crate) frames: Vec<(usize, Frame)>,
    /// Frame objects of suspended generators, by the generator's address.
    pub(crate) suspended: HashMap<u64, Frame>,
}

impl Observers {
    /// Adds an observer. The loop changes over at the next return from a native function, loop edge or return.
    pub fn add(&mut self, heap: &Heap, rank: u8, wants: u8, observer: Box<dyn Observer>) -> ObserverId {
        self.last += 1;
        let id = ObserverId(self.last);
        let at = self.entries.partition_point(|entry| entry.rank <= rank);
        self.entries.insert(at, Entry { id, rank, wants, observer: Some(observer) });
        self.changed(heap);
        id
    }

    /// Removes an observer, also while it is at work; returns it if it is not.
    pub fn remove(&mut self, heap: &Heap, id: ObserverId) -> Option<Box<dyn Observer>> {
        let index = self.entries.iter().position(|entry| entry.id == id)?;
        let entry = self.entries.remove(index);
        self.changed(heap);
        entry.observer
    }

    /// Changes what an observer wants.
    pub fn set_wants(&mut self, heap: &Heap, id: ObserverId, wants: u8) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
            entry.wants = wants;
            self.changed(heap);
        }
    }

    /// Removes all, and the frame objects kept for them.
    pub fn clear(&mut self, heap: &Heap) {
        let entries = std::mem::take(&mut self.entries);
        self.changed(heap);
        drop(entries);
        self.frames.clear();
        self.suspended.clear();
    }

    fn changed(&mut self, heap: &Heap) {
        self.wanted = self.entries.iter().fold(0, |all, entry| all | entry.wants);
        self.version = self.version.wrapping_add(1);
        self.alone = self.entries.len() == 1 && self.calls.as_ref().is_some_and(|calls| calls.own_clock);
        let wanted = if self.at_work { 0 } else { self.wanted };
        self.attend(wanted);
        // Code that has died may have left its address to other code.
        self.lines.clear();
        self.recent = None;
        heap.request(Breaker::OTHER);
    }

    /// Sets what is wanted now.
    fn attend(&mut self, wanted: u8) {
        self.attention = self.attention & (wants::INSTRUMENTED | wants::PLACES) | wanted;
        self.busy = self.present() || self.wrong_loop();
    }

    /// Has the heap told where the program runs, from the next change of the loop on, or no more.
    pub fn set_places(&mut self, heap: &Heap, on: bool) {
        self.attention = self.attention & !wants::PLACES | if on { wants::PLACES } else { 0 };
        self.changed(heap);
    }

    /// Whether the heap is told where the program runs.
    #[inline(always)]
    pub(crate) fn tell_places(&self) -> bool {
        self.attention & wants::PLACES != 0
    }

    /// Whether nobody wants anything, and the plain loop runs.
    #[inline(always)]
    pub(crate) fn idle(&self) -> bool {
        self.attention == 0
    }

    /// Whether the instrumented loop should run.
    #[inline(always)]
    pub(crate) fn want_instrumented(&self) -> bool {
        self.attention & (wants::ALL | wants::PLACES) != 0
    }

    /// Whether somebody wants to be told.
    #[inline(always)]
    pub(crate) fn present(&self) -> bool {
        self.attention & wants::ALL != 0
    }

    /// Whether somebody wants one of these.
    #[inline(always)]
    pub(crate) fn want(&self, bits: u8) -> bool {
        self.attention & bits != 0
    }

    /// The profile, if calls need only be written down there.
    #[inline(always)]
    pub(crate) fn profile(&mut self) -> Option<&mut Calls> {
        if self.alone { self.calls.as_deref_mut() } else { None }
    }

    /// Whether calls need only be written down, by [`Observers::profile`].
    #[inline(always)]
    pub(crate) fn is_profile_only(&self) -> bool {
        self.alone
    }

    /// Whether some observer, at work or not, keeps frame objects.
    pub(crate) fn keeps_frames(&self) -> bool {
        self.wanted & wants::FRAMES != 0
    }

    /// Whether there is anything to think of at the end of a native call: observers, or a loop that outlived them.
    #[inline(always)]
    pub(crate) fn attention(&self) -> bool {
        self.busy
    }

    /// Whether the other instantiation of the loop should run.
    #[inline(always)]
    pub(crate) fn wrong_loop(&self) -> bool {
        self.want_instrumented() != self.instrumented()
    }

    /// Whether the instrumented loop is the innermost one.
    #[inline(always)]
    pub(crate) fn instrumented(&self) -> bool {
        self.attention & wants::INSTRUMENTED != 0
    }

    /// Notes which instantiation of the loop is the innermost one.
    pub(crate) fn set_instrumented(&mut self, on: bool) {
        self.attention = self.attention & !wants::INSTRUMENTED | if on { wants::INSTRUMENTED } else { 0 };
        self.busy = self.present() || self.wrong_loop();
    }

    /// The line that a frame executed last, as far as line events are told; else 0.
    pub fn last_line(&self, frame: usize) -> u32 {
        self.trail.iter().rev().find(|(known, ..)| *known == frame).map_or(0, |(_, line, _)| *line)
    }

    /// The lines of a code's words, made by `make` when first asked for.
    pub(crate) fn lines_of(&mut self, entry: u64, make: impl FnOnce() -> Vec<u32>) -> &Arc<[u32]> {
        if self.recent.as_ref().is_none_or(|(known, _)| *known != entry) {
            let lines = self.lines.entry(entry).or_insert_with(|| make().into()).clone();
            self.recent = Some((entry, lines));
        }
        &self.recent.as_ref().expect("set above").1
    }
}

impl Runtime {
    /// Tells an event to all observers that want one of `bits`.
    pub(crate) fn tell_observers(&mut self, bits: u8, place: Place<'_>, event: Event<'_>) -> Result<()> {
        let observers = &mut self.machine.observers;
        observers.at_work = true;
        observers.attend(0);
        let mut version = observers.version;
        let mut outcome = Ok(());
        let mut index = 0;
        while let Some(entry) = self.machine.observers.entries.get_mut(index) {
            index += 1;
            if entry.wants & bits == 0 {
                continue;
            }
            let (id, Some(mut observer)) = (entry.id, entry.observer.take()) else { continue };
            let result = observer.event(self, place, event);
            let observers = &mut self.machine.observers;
            let entries = &mut observers.entries;
            if observers.version == version {
                entries[index - 1].observer = Some(observer);
                if outcome.is_ok() {
                    outcome = result;
                }
                continue;
            }
            version = observers.version;
            // It may have removed itself, or others before it.
            match entries.iter().position(|entry| entry.id == id) {
                Some(at) => {
                    entries[at].observer = Some(observer);
                    index = at + 1;
                }
                None => {
                    index -= 1;
                    drop(observer);
                }
            }
            if outcome.is_ok() {
                outcome = result;
            }
        }
        let observers = &mut self.machine.observers;
        observers.at_work = false;
        observers.attend(observers.wanted);
        outcome
    }
}
