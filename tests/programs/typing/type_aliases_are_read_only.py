"""Nothing of a type alias can be set or deleted."""
type A[T] = list[T]
for code in ("A.__value__=3","A.__name__='x'","A.foo=1","del A.__value__","del A.__name__","del A.foo","A.__type_params__=()","A.__module__='m'","A.__parameters__=1","del A.__module__", "A.foo", "A.__doc__='x'"):
    try: exec(code); print(code,'ok')
    except Exception as e: print(code, type(e).__name__, e)
print(A.__module__, repr(A), A.__type_params__, A.__parameters__, A[int], A.__value__)
