import hashlib


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    constructor = getattr(hashlib, name)
    h = constructor()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest())
    h.update(b"The quick brown fox ")
    twin = h.copy()
    h.update(b"jumps over the lazy dog")
    print(h.hexdigest(), h.digest().hex() == h.hexdigest(), twin.hexdigest() == constructor(b"The quick brown fox ").hexdigest())
    print(hashlib.new(name.upper(), b"x").hexdigest(), constructor(b"y", usedforsecurity=False).hexdigest()[:8], constructor(string=b"z").hexdigest()[:8])
    print(constructor(bytes(range(256)) * 100).hexdigest())
for call in [
    lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: hashlib.sha512(1), lambda: hashlib.sha256().update("text"), lambda: hashlib.sha256().update(),
    lambda: hashlib.sha256().digest(1),
]:
    show(call)
print({"md5", "sha1", "sha256", "sha512"} <= hashlib.algorithms_guaranteed)
