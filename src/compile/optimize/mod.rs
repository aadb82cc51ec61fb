//! Passes over a complete unit: drop what cannot run, shorten jumps, drop checks that cannot
//! fail. They mark instructions dead and rewrite others in place; nothing moves.

mod bound;
mod jumps;
mod pairs;

use super::context::{Context, Outcome};
use super::unit::Unit;

/// Runs all passes, with a look at the watch after each.
pub(super) fn run(unit: &mut Unit, context: &Context) -> Outcome {
    let passes = [
        jumps::thread,
        jumps::drop_unreachable,
        jumps::invert_over_jumps,
        bound::drop_needless_checks,
        jumps::drop_jumps_to_next,
        pairs::merge_copies,
    ];
    for pass in passes {
        pass(unit);
        context.look()?;
    }
    Ok(())
}
