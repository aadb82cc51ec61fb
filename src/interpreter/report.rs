//! The report of an uncaught exception.

use super::source::Sources;
use crate::heap::Object;
use crate::object::{ExceptionBody, Result, Runtime, TracebackBody};

/// `sys.excepthook` as the interpreter provides it.
pub fn report_hook(rt: &mut Runtime, exception: &Object, _traceback: &Object) -> Result<()> {
    print_exception(rt, exception);
    Ok(())
}

/// Prints the report to standard error.
pub fn print_exception(rt: &mut Runtime, exception: &Object) {
    let text = match format_exception(rt, exception) {
        Ok(text) => text,
        Err(_) => "<the exception could not be shown>\n".to_owned(),
    };
    crate::modules::stream::write_stderr(rt, &text);
}

/// The report as text.
pub fn format_exception(rt: &mut Runtime, exception: &Object) -> Result<String> {
    let mut chain = vec![(exception.clone(), "")];
    let mut seen = vec![exception.id()];
    loop {
        let Some(last) = chain.last().and_then(|(e, _)| e.cast::<ExceptionBody>()) else { break };
        let body = last.get(&rt.heap);
        let (next, link) = if !body.cause.is_none() {
            let text = "\nThe above exception was the direct cause of the following exception:\n\n";
            (body.cause.clone(), text)
        } else if !body.context.is_none() && !body.suppress_context {
            let text = "\nDuring handling of the above exception, another exception occurred:\n\n";
            (body.context.clone(), text)
        } else {
            break;
        };
        if seen.contains(&next.id()) {
            break;
        }
        seen.push(next.id());
        chain.push((next, link));
    }
    let mut out = String::new();
    for (exception, link) in chain.into_iter().rev() {
        format_one(rt, &mut out, &exception)?;
        out.push_str(link);
    }
    Ok(out)
}

fn format_one(rt: &mut Runtime, out: &mut String, exception: &Object) -> Result<()> {
    let mut traceback = match exception.cast::<ExceptionBody>() {
        Some(body) => body.get(&rt.heap).traceback.clone(),
        None => Object::NONE,
    };
    if !traceback.is_none() {
        out.push_str("Traceback (most recent call last):\n");
    }
    while let Some(entry) = traceback.cast::<TracebackBody>().cloned() {
        let body = entry.get(&rt.heap);
        let line = body.line(&rt.heap);
        let code = body.function.get(&rt.heap).code.get(&rt.heap);
        let (file, name) = (code.filename.to_rust().into_owned(), code.qualname.to_rust().into_owned());
        let next = body.next.clone();
        out.push_str(&format!("  File \"{file}\", line {line}, in {name}\n"));
        if let Some(text) = rt.extension::<Sources>().line(&file, line) {
            out.push_str(&format!("    {}\n", text.trim()));
        }
        traceback = next;
    }
    let class = rt.class_of(exception).clone();
    let name = rt.qualified_class_name(&class)?;
    let text = match rt.str(exception) {
        Ok(text) => text.to_rust().into_owned(),
        Err(_) => "<exception str() failed>".to_owned(),
    };
    if text.is_empty() {
        out.push_str(&format!("{name}\n"));
    } else {
        out.push_str(&format!("{name}: {text}\n"));
    }
    Ok(())
}
