//! A clock that is cheap to read: the processor's counter where it runs evenly, else the system's clock.

use std::time::Instant;

/// Whether the processor has a counter that runs evenly, whatever the processor's own pace.
pub fn has_even_counter() -> bool {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::__cpuid;
        // Leaf 8000_0007, EDX bit 8: "invariant TSC" in the manuals of both makers.
        #[allow(unused_unsafe)]
        // SAFETY: every x86-64 processor has the instruction.
        unsafe {
            __cpuid(0x8000_0000).eax >= 0x8000_0007 && __cpuid(0x8000_0007).edx & 1 << 8 != 0
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    false
}

/// Ticks: of that counter if `counter` says so, else nanoseconds since `origin`.
#[inline(always)]
pub fn ticks(counter: bool, origin: &Instant) -> i64 {
    #[cfg(target_arch = "x86_64")]
    if counter {
        #[allow(unused_unsafe)]
        // SAFETY: every x86-64 processor has the instruction.
        return unsafe { std::arch::x86_64::_rdtsc() } as i64;
    }
    let _ = counter;
    origin.elapsed().as_nanos() as i64
}
