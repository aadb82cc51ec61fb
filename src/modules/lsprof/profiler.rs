//! The class `_lsprof.Profiler`.

use super::{ENTRY, SUBENTRY};
use crate::heap::{Object, Opaque, Ref};
use crate::layout::{List, ListBody, Str};
use crate::object::call_times::{Calls, Figures};
use crate::object::{
    Args, BuiltinFunctionBody, Class, ClassFlags, Event, MethodDescriptorBody, Observer, ObserverId, Place, Result,
    Runtime, Slots, TypeDef, native_key, wants,
};
use crate::types::struct_sequence;
use crate::vm::clock;
use crate::{layout, methods};
use std::time::Instant;

/// Profilers are told first.
const RANK: u8 = 0;

/// Ticks of a timer that gives seconds, per second.
const TICKS: f64 = 4_294_967_296.0;

/// What holds no references.
pub struct State {
    /// The figures; while the profiler is active they are with the observers.
    calls: Option<Box<Calls>>,
    /// When the profiler was enabled last, and in ticks.
    enabled: (Instant, i64),
    /// How long it has been enabled, in nanoseconds and in ticks: what a tick is worth.
    measured: (f64, f64),
    unit: f64,
    subcalls: bool,
    builtins: bool,
    active: Option<ObserverId>,
}

layout! {
    /// Body of a profiler.
    pub struct ProfilerBody as "_lsprof.Profiler" {
        /// Figures and settings.
        pub state: Opaque<Box<State>>,
        /// What the functions are, a list: code objects, or texts for native ones.
        pub labels: Object,
        /// The timer, or None for the own clock.
        pub timer: Object,
    }
}
type Profiler = Ref<ProfilerBody>;

fn new(rt: &mut Runtime, class: &Class, _args: Args<'_>) -> Result {
    let state = State {
        calls: Some(Box::new(Calls::new(clock::has_even_counter()))),
        enabled: (Instant::now(), 0),
        measured: (0.0, 0.0),
        unit: 0.0,
        subcalls: true,
        builtins: true,
        active: None,
    };
    let labels = List::from_slice(&rt.heap, &[])?.into();
    Ok(rt.alloc_for(class, ProfilerBody { state: Opaque(Box::new(state)), labels, timer: Object::NONE })?.into())
}

methods! {
    static METHODS = [
        /// Start collecting profiling information.
        ///
        ///   subcalls
        ///     If True, also records for each function
        ///     statistics separated according to its current caller.
        ///   builtins
        ///     If True, records the time spent in
        ///     built-in functions separately from their caller.
        "enable"(subcalls=True, builtins=True) => enable;
        /// Stop collecting profiling information.
        "disable"() => disable;
        /// Clear all profiling information collected so far.
        "clear"() => clear;
        /// list of profiler_entry objects.
        ///
        /// getstats() -> list of profiler_entry objects
        ///
        /// Return all information collected by the profiler.
        /// Each profiler_entry is a tuple-like object with the
        /// following attributes:
        ///
        ///     code          code object
        ///     callcount     how many times this was called
        ///     reccallcount  how many times called recursively
        ///     totaltime     total time in this entry
        ///     inlinetime    inline time in this entry (not in subcalls)
        ///     calls         details of the calls
        ///
        /// The calls attribute is either None or a list of
        /// profiler_subentry objects:
        ///
        ///     code          called code object
        ///     callcount     how many times this is called
        ///     reccallcount  how many times this is called recursively
        ///     totaltime     total time spent in this call
        ///     inlinetime    inline time (not in further subcalls)
        "getstats"() => getstats;
    ];
}

/// `Profiler(timer=None, timeunit=0.0, subcalls=True, builtins=True)`.
fn init(rt: &mut Runtime, this: &Object, args: Args<'_>) -> Result<()> {
    const NAMES: [&str; 4] = ["timer", "timeunit", "subcalls", "builtins"];
    let mut values: [Option<&Object>; 4] = [None; 4];
    let given = args.positional();
    if given.len() > 4 {
        let count = args.values.len();
        return Err(rt.type_error(format!("Profiler() takes at most 4 arguments ({count} given)")));
    }
    for (place, value) in values.iter_mut().zip(given) {
        *place = Some(value);
    }
    for (name, value) in args.keywords() {
        match NAMES.iter().position(|known| name.equals_text(known)) {
            Some(i) if values[i].is_none() => values[i] = Some(value),
            Some(i) => {
                let text = format!("argument for Profiler() given by name ('{}') and position ({})", NAMES[i], i + 1);
                return Err(rt.type_error(text));
            }
            None => {
                let name = name.to_rust().into_owned();
                return Err(rt.type_error(format!("Profiler() got an unexpected keyword argument '{name}'")));
            }
        }
    }
    let unit = values[1].map_or(Ok(0.0), |unit| rt.to_f64(unit))?;
    let subcalls = values[2].map_or(Ok(true), |on| rt.truth(on))?;
    let builtins = values[3].map_or(Ok(true), |on| rt.truth(on))?;
    let Some(profiler) = this.cast::<ProfilerBody>() else { return Err(rt.type_error("not a profiler")) };
    let body = profiler.get_mut(&mut rt.heap).0;
    body.state.unit = unit;
    body.state.subcalls = subcalls;
    body.state.builtins = builtins;
    let old = std::mem::replace(&mut body.timer, values[0].cloned().unwrap_or(Object::NONE));
    drop(old);
    Ok(())
}

/// Which profiler is active.
#[derive(Default)]
struct Active(bool);

fn enable(rt: &mut Runtime, this: &Profiler, subcalls: Option<bool>, builtins: Option<bool>) -> Result<()> {
    if std::mem::replace(&mut rt.extension::<Active>().0, true) {
        return Err(rt.value_error("Another profiling tool is already active"));
    }
    let body = this.get_mut(&mut rt.heap).0;
    let own_clock = body.timer.is_none();
    let state = &mut body.state;
    state.subcalls = subcalls.unwrap_or(state.subcalls);
    state.builtins = builtins.unwrap_or(state.builtins);
    let native = if state.builtins { wants::NATIVE } else { 0 };
    let Some(mut calls) = state.calls.take() else { return Ok(()) };
    (calls.edges, calls.own_clock) = (state.subcalls, own_clock);
    state.enabled = (Instant::now(), clock::ticks(calls.counter, &calls.origin));
    rt.machine.observers.calls = Some(calls);
    let id = rt.machine.observers.add(&rt.heap, RANK, wants::CALLS | native, Box::new(Watcher(this.clone())));
    this.get_mut(&mut rt.heap).0.state.active = Some(id);
    Ok(())
}

fn disable(rt: &mut Runtime, this: &Profiler) {
    let Some(id) = this.get_mut(&mut rt.heap).0.state.active.take() else { return };
    rt.extension::<Active>().0 = false;
    drop(rt.machine.observers.remove(&rt.heap, id));
    // Calls in progress end here.
    while rt.machine.observers.calls.as_ref().is_some_and(|calls| calls.is_inside()) {
        leave(rt, this);
    }
    let calls = rt.machine.observers.calls.take();
    let state = &mut this.get_mut(&mut rt.heap).0.state;
    if let Some(calls) = &calls {
        state.measured.0 += state.enabled.0.elapsed().as_nanos() as f64;
        state.measured.1 += (clock::ticks(calls.counter, &calls.origin) - state.enabled.1) as f64;
    }
    state.calls = calls;
}

fn clear(rt: &mut Runtime, this: &Profiler) -> Result<()> {
    let labels = List::from_slice(&rt.heap, &[])?.into();
    let (body, _) = this.get_mut(&mut rt.heap);
    let old = std::mem::replace(&mut body.labels, labels);
    let calls = match body.state.active {
        Some(_) => &mut rt.machine.observers.calls,
        None => &mut body.state.calls,
    };
    if let Some(calls) = calls {
        calls.clear();
    }
    drop(old);
    Ok(())
}

/// What a timer written in Python says.
fn read_external(rt: &mut Runtime, this: &Profiler) -> i64 {
    let (timer, unit) = (this.get(&rt.heap).timer.clone(), this.get(&rt.heap).state.unit);
    let ticks = rt.call(&timer, &[]).and_then(|time| match unit > 0.0 {
        true => rt.to_i64(&time),
        false => rt.to_f64(&time).map(|seconds| (seconds * TICKS) as i64),
    });
    match ticks {
        Ok(ticks) => ticks,
        Err(raised) => {
            (rt.hooks.unraisable)(rt, raised, &timer);
            0
        }
    }
}

/// A call begins.
fn enter(rt: &mut Runtime, this: &Profiler, function: u32) {
    let external = match rt.machine.observers.calls.as_ref().is_some_and(|calls| calls.own_clock) {
        true => None,
        false => Some(read_external(rt, this)),
    };
    if let Some(calls) = &mut rt.machine.observers.calls {
        let (counter, origin) = (calls.counter, calls.origin);
        calls.enter(function, || external.unwrap_or_else(|| clock::ticks(counter, &origin)));
    }
}

/// The innermost call ends.
fn leave(rt: &mut Runtime, this: &Profiler) {
    let now = match &rt.machine.observers.calls {
        Some(calls) if calls.own_clock => clock::ticks(calls.counter, &calls.origin),
        _ => read_external(rt, this),
    };
    if let Some(calls) = &mut rt.machine.observers.calls {
        calls.leave(now);
    }
}

/// Seconds of a tick.
fn factor(rt: &Runtime, this: &Profiler) -> f64 {
    let body = this.get(&rt.heap);
    match (body.timer.is_none(), body.state.unit > 0.0) {
        (true, _) if body.state.calls.as_ref().is_some_and(|c| c.counter) && body.state.measured.1 > 0.0 => {
            body.state.measured.0 / body.state.measured.1 * 1e-9
        }
        (true, _) => 1e-9,
        (false, true) => body.state.unit,
        (false, false) => 1.0 / TICKS,
    }
}

/// The observer of an active profiler. The VM itself writes down the calls of known functions while nobody else is told.
struct Watcher(Profiler);

impl Observer for Watcher {
    fn event(&mut self, rt: &mut Runtime, place: Place<'_>, event: Event<'_>) -> Result<()> {
        let find = |rt: &Runtime, key| rt.machine.observers.calls.as_ref().and_then(|calls| calls.find(key));
        match event {
            Event::Call | Event::Resume | Event::Throw(_) => {
                let key = place.code.value().bits();
                match find(rt, key) {
                    Some(function) => enter(rt, &self.0, function),
                    None => self.enter_new(rt, key, place.code.as_object().clone())?,
                }
            }
            Event::NativeCall(callee, first) => {
                let Some(key) = native_key(&rt.heap, callee) else { return Ok(()) };
                match find(rt, key) {
                    Some(function) => enter(rt, &self.0, function),
                    None => {
                        let label = native_label(rt, callee, first)?;
                        self.enter_new(rt, key, label.into())?;
                    }
                }
            }
            Event::Return(_) | Event::Yield(_) | Event::Unwind => leave(rt, &self.0),
            Event::NativeReturn(callee, _) | Event::NativeException(callee, _) => {
                if native_key(&rt.heap, callee).is_some() {
                    leave(rt, &self.0);
                }
            }
            Event::Line(_) | Event::Instruction | Event::Exception(_) => {}
        }
        Ok(())
    }
}

impl Watcher {
    #[cold]
    fn enter_new(&self, rt: &mut Runtime, key: u64, label: Object) -> Result<()> {
        let labels = self.0.get(&rt.heap).labels.clone();
        if let Some(labels) = labels.cast::<ListBody>() {
            let (labels, heap) = labels.get_mut(&mut rt.heap);
            labels.items.push(heap, label)?;
        }
        if let Some(calls) = &mut rt.machine.observers.calls {
            let function = calls.insert(key);
            enter(rt, &self.0, function);
        }
        Ok(())
    }
}

/// How the tables call a native function: `<method 'append' of 'list' objects>`, `<built-in method builtins.len>`.
fn native_label(rt: &mut Runtime, callee: &Object, first: Option<&Object>) -> Result<Str> {
    let (name, this, module) = match callee.cast::<BuiltinFunctionBody>() {
        Some(function) => {
            let body = function.get(&rt.heap);
            (body.def.name, body.this.clone(), body.module.clone())
        }
        None => match callee.cast::<MethodDescriptorBody>() {
            Some(method) => (method.get(&rt.heap).def.name, first.cloned(), Object::NONE),
            None => ("?", None, Object::NONE),
        },
    };
    if let Some(this) = this {
        let name = rt.intern(name);
        let class = rt.class_of(&this).clone();
        if let Some(found) = rt.lookup(&class, &name) {
            return rt.repr(&found);
        }
    }
    match module.cast::<crate::layout::StrBody>() {
        Some(module) => {
            let text = format!("<built-in method {}.{name}>", module.to_rust());
            rt.new_str(&text)
        }
        None => rt.new_str(&format!("<built-in method {name}>")),
    }
}

fn row(rt: &mut Runtime, label: Object, figures: Figures, factor: f64) -> Result<Vec<Object>> {
    Ok(vec![
        label,
        rt.new_int(figures.calls.into())?,
        rt.new_int(figures.recursive.into())?,
        rt.new_float(figures.total as f64 * factor)?,
        rt.new_float(figures.own as f64 * factor)?,
    ])
}

fn getstats(rt: &mut Runtime, this: &Profiler) -> Result {
    disable(rt, this);
    let factor = factor(rt, this);
    let body = this.get(&rt.heap);
    let Some(calls) = &body.state.calls else { return Ok(Object::NONE) };
    let Some(labels) = body.labels.cast::<ListBody>() else { return Ok(Object::NONE) };
    let labels = labels.get(&rt.heap).items.to_vec();
    // Plain copies first: making objects may run anything.
    let mut plain = Vec::new();
    for (function, label) in calls.functions().iter().zip(&labels) {
        if function.figures.calls > 0 {
            let edges: Vec<_> = calls
                .edges(function)
                .filter(|edge| edge.figures.calls > 0)
                .map(|edge| (labels[edge.callee as usize].clone(), edge.figures))
                .collect();
            plain.push((label.clone(), function.figures, edges));
        }
    }
    let mut rows: Vec<Object> = Vec::with_capacity(plain.len());
    for (label, figures, edges) in plain {
        let mut items = row(rt, label, figures, factor)?;
        let mut inner = Vec::with_capacity(edges.len());
        for (label, figures) in edges {
            let items = row(rt, label, figures, factor)?;
            inner.push(struct_sequence::make(rt, &SUBENTRY, &items)?);
        }
        items.push(if inner.is_empty() { Object::NONE } else { List::from_owned(&rt.heap, inner)?.into() });
        rows.push(struct_sequence::make(rt, &ENTRY, &items)?);
    }
    Ok(List::from_owned(&rt.heap, rows)?.into())
}

/// The description of `_lsprof.Profiler`.
pub static PROFILER: TypeDef = TypeDef {
    name: "Profiler",
    module: "_lsprof",
    doc: "Build a profiler object using the specified timer function.\n\nThe default timer is a fast built-in one based on real time.\nFor custom timer functions returning integers, 'timeunit' can\nbe a float specifying a scale (that is, how long each integer unit\nis, in seconds).",
    layout: <ProfilerBody as crate::heap::Layout>::info,
    flags: ClassFlags::BASE,
    slots: Slots { new: Some(new), init: Some(init), ..Slots::EMPTY },
    methods: METHODS,
    ..TypeDef::EMPTY
};
