import io
import sys

print(sys.stdin, sys.stdout, sys.stderr)
print(sys.stdout.encoding, sys.stderr.errors, sys.stdout.mode, sys.stdin.mode, sys.stdin.name, sys.stderr.line_buffering)
print(sys.stdin.fileno(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.writable(), sys.stdin.readable(), sys.stdout.readable(), sys.stdin.writable(), sys.stdout.closed, sys.stdin.isatty())
print(input(), repr(input("prompt> ")), repr(sys.stdin.readline()), repr(sys.stdin.read(3)))
print(next(sys.stdin), [line for line in sys.stdin], repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input()
except EOFError as e:
    print("EOFError", e)
print(sys.stdout.write("text\n"), sys.stderr.write("to stderr\n"), sys.stdout.flush())
sys.stdout.writelines(["a", "b\n"])
for call in ("sys.stdout.write(5)", "sys.stdout.read()", "sys.stdin.write('x')", "sys.stdout.encoding.foo", "print('x', sep=5)", "print('x', end=b'')", "print(file=5)", "sys.stdout.nope"):
    try:
        print(eval(call))
    except Exception as e:
        print(type(e).__name__, e)
saved = sys.stdin
sys.stdin = io.StringIO("one\ntwo")
print(input(), input())
try:
    input()
except EOFError as e:
    print(e)
sys.stdin = None
try:
    input()
except RuntimeError as e:
    print(e)
sys.stdin = saved
print("flushed", flush=True)
out = sys.stdout
sys.stdout = None
print("nowhere")
sys.stdout = out
sys.stdout.flush()
print(sys.stdout.buffer, sys.stdout.buffer.raw, sys.stdin.buffer, sys.stdout.buffer.write(b"bytes\n"))
print("after the bytes")
sys.stdout.flush()
sys.stdout.reconfigure(encoding="ascii", errors="backslashreplace")
print("é", sys.stdout.encoding, sys.stdout.errors)
sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="\r\n")
print("é", "x\ny")
print(sys.__stdout__ is sys.stdout)
