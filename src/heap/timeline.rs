//! Bytes in use over time, down-sampled: a sample whenever a pool is taken into use or a collection ends.
//!
//! Between two samples the use changes by a pool's bytes at most, but for large blocks, which are sampled when they are
//! large enough to show. When there are too many samples every other one goes, and from then on half as many are taken.

use super::allocator::Allocator;
use std::cell::RefCell;
use std::time::Instant;

/// Samples kept at most.
const LIMIT: usize = 1024;

/// A sample.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Seconds since the heap was made.
    pub seconds: f64,
    /// Containers made until then.
    pub made: u64,
    /// Bytes in use.
    pub bytes: usize,
    /// The generation of the collection that has just ended, if that is why the sample was taken.
    pub collection: Option<u8>,
}

/// The samples, and how many to leave out.
pub(super) struct Timeline {
    start: Instant,
    samples: RefCell<(Vec<Sample>, u32, u32)>,
}

impl Default for Timeline {
    fn default() -> Timeline {
        Timeline { start: Instant::now(), samples: RefCell::new((Vec::new(), 1, 0)) }
    }
}

impl Allocator {
    /// Takes a sample, unless it is one of those to leave out.
    #[cold]
    pub(super) fn sample(&self, collection: Option<u8>) {
        let Ok(mut state) = self.timeline.samples.try_borrow_mut() else { return };
        let (samples, stride, skipped) = &mut *state;
        *skipped += 1;
        if *skipped < *stride {
            return;
        }
        *skipped = 0;
        if samples.len() >= LIMIT {
            let mut index = 0;
            samples.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            *stride *= 2;
        }
        samples.push(Sample {
            seconds: self.timeline.start.elapsed().as_secs_f64(),
            made: self.containers_made(),
            bytes: self.accounting.bytes(),
            collection,
        });
    }

    /// The samples so far, oldest first.
    pub fn timeline(&self) -> Vec<Sample> {
        self.timeline.samples.borrow().0.clone()
    }
}
