//! Passes over a complete unit: drop what cannot run, shorten jumps, drop checks that cannot
//! fail. They mark instructions dead and rewrite others in place; nothing moves.

mod bound;
mod jumps;
mod pairs;

use super::unit::Unit;

/// Runs all passes.
pub(super) fn run(unit: &mut Unit) {
    jumps::thread(unit);
    jumps::drop_unreachable(unit);
    jumps::invert_over_jumps(unit);
    bound::drop_needless_checks(unit);
    jumps::drop_jumps_to_next(unit);
    pairs::merge_copies(unit);
}
