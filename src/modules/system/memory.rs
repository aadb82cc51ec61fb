//! What `sys` tells of memory beyond sizes and counts.

use crate::methods;
use crate::object::{Keywords, Result, Runtime};
use std::fmt::Write;

methods! {
    pub(super) static FUNCTIONS = [
        /// Print debug info to stderr about the state of pymalloc and structures.
        ///
        /// In Py_DEBUG mode, also perform some expensive internal consistency
        /// checks.
        @function "_debugmallocstats"() => debugmallocstats;
        /// Return the number of elements of the unicode interned dictionary
        @function "getunicodeinternedsize"(**kwargs) => getunicodeinternedsize;
        /// Clear the internal type lookup cache.
        @function "_clear_type_cache"() => clear_type_cache;
        /// Clear all internal performance-related caches.
        @function "_clear_internal_caches"() => clear_type_cache;
    ];
}

/// A number with commas between groups of three digits, right-aligned as in CPython's table.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// CPython's report of its allocator, with this heap's figures: size classes, arenas, pools.
fn debugmallocstats(rt: &mut Runtime) -> Result<()> {
    let figures = rt.heap.arena_use();
    let (classes, _) = rt.heap.class_use();
    let mut out = format!("Small block threshold = 512, in {} size classes.\n\n", 512 / 16);
    out.push_str("class   size   num pools   blocks in use  avail blocks\n");
    out.push_str("-----   ----   ---------   -------------  ------------\n");
    let (mut used, mut available) = (0, 0);
    for row in &classes {
        let blocks = row.objects + row.buffers;
        let _ = writeln!(out, "{:5} {:6} {:11} {:15} {:13}", row.size / 16 - 1, row.size, row.pools, blocks, row.free);
        used += blocks * row.size;
        available += row.free * row.size;
    }
    out.push('\n');
    let mut line = |name: &str, value: usize| {
        let _ = writeln!(out, "{name:<35}= {:>20}", grouped(value));
    };
    line("# arenas allocated total", figures.arenas_mapped);
    line("# arenas reclaimed", figures.arenas_mapped - figures.arenas);
    line("# arenas highwater mark", figures.arenas_peak);
    line("# arenas allocated current", figures.arenas);
    let arenas = format!("{} arenas * {} bytes/arena", figures.arenas, figures.arena_bytes);
    line(&arenas, figures.arenas * figures.arena_bytes);
    line("# bytes in allocated blocks", used);
    line("# bytes in available blocks", available);
    let unused = format!("{} unused pools * {} bytes", figures.unused_pools, figures.pool_bytes);
    line(&unused, figures.unused_pools * figures.pool_bytes);
    line("# bytes lost to arena headers", figures.arenas * figures.header_bytes);
    line("# bytes in large blocks", rt.heap.accounting().large_bytes());
    line("# large blocks", rt.heap.accounting().large_blocks());
    line("Total bytes in use", rt.heap.accounting().bytes());
    super::super::io::write_stderr(rt, &out);
    Ok(())
}

fn getunicodeinternedsize(rt: &mut Runtime, _only: Keywords<'_>) -> usize {
    rt.interned_count()
}

fn clear_type_cache(rt: &mut Runtime) {
    rt.clear_method_cache();
}
