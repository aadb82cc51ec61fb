print(__spec__, type(__loader__).__name__)
print("within a function:", (lambda: (__spec__, type(__loader__).__name__))())
from _modules import described

print(described.later(), described.__spec__ is vars(described)["__spec__"])
exec("print(__spec__)")
