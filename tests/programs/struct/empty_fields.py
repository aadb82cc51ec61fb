"""Fields of no bytes at the end of a format."""
import struct

for layout in ("0p", "0s", "b0p", "0p0s0x", "1p", "2p", "0pb"):
    size = struct.calcsize(layout)
    print(layout, size, struct.unpack(layout, b"\x01" * size))
