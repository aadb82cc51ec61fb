//! MD5 (RFC 1321).
//!
//! The steps form one chain, each of which waits for the one before: what does not depend on that one is summed up first.

use sha2::digest::block_buffer::Eager;
use sha2::digest::core_api::{Block, BlockSizeUser, Buffer, BufferKindUser, CoreWrapper, FixedOutputCore, UpdateCore};
use sha2::digest::typenum::{U16, U64};
use sha2::digest::{HashMarker, Output, OutputSizeUser, Reset};

/// The state of a hash.
pub type Md5 = CoreWrapper<Md5Core>;

/// What whole blocks leave behind.
#[derive(Clone)]
pub struct Md5Core {
    state: [u32; 4],
    /// Bytes in the blocks so far, modulo 2^64.
    length: u64,
}

impl Default for Md5Core {
    fn default() -> Md5Core {
        Md5Core { state: [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476], length: 0 }
    }
}

impl Reset for Md5Core {
    fn reset(&mut self) {
        *self = Md5Core::default();
    }
}

impl HashMarker for Md5Core {}

impl BlockSizeUser for Md5Core {
    type BlockSize = U64;
}

impl BufferKindUser for Md5Core {
    type BufferKind = Eager;
}

impl OutputSizeUser for Md5Core {
    type OutputSize = U16;
}

impl UpdateCore for Md5Core {
    fn update_blocks(&mut self, blocks: &[Block<Md5Core>]) {
        for block in blocks {
            self.length = self.length.wrapping_add(64);
            mix(&mut self.state, block);
        }
    }
}

impl FixedOutputCore for Md5Core {
    fn finalize_fixed_core(&mut self, buffer: &mut Buffer<Md5Core>, out: &mut Output<Md5Core>) {
        let bits = self.length.wrapping_add(buffer.get_pos() as u64).wrapping_mul(8);
        let mut state = self.state;
        buffer.len64_padding_le(bits, |block| mix(&mut state, block));
        for (place, word) in out.chunks_exact_mut(4).zip(state) {
            place.copy_from_slice(&word.to_le_bytes());
        }
    }
}

/// What is added in each step: the sine of its number, times 2^32.
static SINES: [u32; 64] = [
    0xd76a_a478,
    0xe8c7_b756,
    0x2420_70db,
    0xc1bd_ceee,
    0xf57c_0faf,
    0x4787_c62a,
    0xa830_4613,
    0xfd46_9501,
    0x6980_98d8,
    0x8b44_f7af,
    0xffff_5bb1,
    0x895c_d7be,
    0x6b90_1122,
    0xfd98_7193,
    0xa679_438e,
    0x49b4_0821,
    0xf61e_2562,
    0xc040_b340,
    0x265e_5a51,
    0xe9b6_c7aa,
    0xd62f_105d,
    0x0244_1453,
    0xd8a1_e681,
    0xe7d3_fbc8,
    0x21e1_cde6,
    0xc337_07d6,
    0xf4d5_0d87,
    0x455a_14ed,
    0xa9e3_e905,
    0xfcef_a3f8,
    0x676f_02d9,
    0x8d2a_4c8a,
    0xfffa_3942,
    0x8771_f681,
    0x6d9d_6122,
    0xfde5_380c,
    0xa4be_ea44,
    0x4bde_cfa9,
    0xf6bb_4b60,
    0xbebf_bc70,
    0x289b_7ec6,
    0xeaa1_27fa,
    0xd4ef_3085,
    0x0488_1d05,
    0xd9d4_d039,
    0xe6db_99e5,
    0x1fa2_7cf8,
    0xc4ac_5665,
    0xf429_2244,
    0x432a_ff97,
    0xab94_23a7,
    0xfc93_a039,
    0x655b_59c3,
    0x8f0c_cc92,
    0xffef_f47d,
    0x8584_5dd1,
    0x6fa8_7e4f,
    0xfe2c_e6e0,
    0xa301_4314,
    0x4e08_11a1,
    0xf753_7e82,
    0xbd3a_f235,
    0x2ad7_d2bb,
    0xeb86_d391,
];

/// Mixes a block into the state.
fn mix(state: &mut [u32; 4], block: &Block<Md5Core>) {
    let mut words = [0; 16];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_le_bytes(*bytes);
    }
    let [mut a, mut b, mut c, mut d] = *state;
    // Numbers that the compiler knows it would add last of all.
    let sines = std::hint::black_box(&SINES);
    // One step: `a` becomes the newest word. `early` can be known before `b` is, `late` cannot.
    macro_rules! step {
        ($a:ident $b:ident, $step:expr, $word:expr, $turn:expr, $early:expr, $late:expr) => {
            let sum = $a.wrapping_add(words[$word & 15]).wrapping_add(sines[$step]).wrapping_add($early);
            $a = sum.wrapping_add($late).rotate_left($turn).wrapping_add($b);
        };
    }
    macro_rules! round {
        ($first:expr, $word:expr, $stride:expr, [$r:expr, $s:expr, $t:expr, $u:expr], |$x:ident, $y:ident, $z:ident| $early:expr, $late:expr) => {
            round!(@four $first, $word, $stride, [$r, $s, $t, $u], $x $y $z $early, $late);
            round!(@four $first + 4, $word + 4 * $stride, $stride, [$r, $s, $t, $u], $x $y $z $early, $late);
            round!(@four $first + 8, $word + 8 * $stride, $stride, [$r, $s, $t, $u], $x $y $z $early, $late);
            round!(@four $first + 12, $word + 12 * $stride, $stride, [$r, $s, $t, $u], $x $y $z $early, $late);
        };
        (@four $first:expr, $word:expr, $stride:expr, [$r:expr, $s:expr, $t:expr, $u:expr], $x:ident $y:ident $z:ident $early:expr, $late:expr) => {
            { let ($x, $y, $z) = (b, c, d); step!(a b, $first, $word, $r, $early, $late); }
            { let ($x, $y, $z) = (a, b, c); step!(d a, $first + 1, $word + $stride, $s, $early, $late); }
            { let ($x, $y, $z) = (d, a, b); step!(c d, $first + 2, $word + 2 * $stride, $t, $early, $late); }
            { let ($x, $y, $z) = (c, d, a); step!(b c, $first + 3, $word + 3 * $stride, $u, $early, $late); }
        };
    }
    round!(0, 0, 1, [7, 12, 17, 22], |x, y, z| 0, z ^ (x & (y ^ z)));
    // The two parts have no bit in common, so that they can be added one by one.
    round!(16, 1, 5, [5, 9, 14, 20], |x, y, z| y & !z, x & z);
    round!(32, 5, 3, [4, 11, 16, 23], |x, y, z| 0, x ^ (y ^ z));
    round!(48, 0, 7, [6, 10, 15, 21], |x, y, z| 0, y ^ (x | !z));
    for (word, new) in state.iter_mut().zip([a, b, c, d]) {
        *word = word.wrapping_add(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::digest::Digest;

    #[test]
    fn digests_are_those_of_the_rfc() {
        let tests: [(&[u8], &str); 5] = [
            (b"", "d41d8cd98f00b204e9800998ecf8427e"),
            (b"a", "0cc175b9c0f1b6a831c399e269772661"),
            (b"message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            (b"abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
            (&b"1234567890".repeat(8), "57edf4a22be3c955ac49da2e2107b67a"),
        ];
        for (text, expected) in tests {
            let digest = Md5::digest(text);
            assert_eq!(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), expected);
        }
    }
}
