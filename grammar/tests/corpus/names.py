# Names beyond ASCII are known by their normal form; soft keywords are names elsewhere.
ﬁ = µ = ª = 1
été, 变量, _, __x__, x1 = ﬁ, μ, a, 4, 5
match = 1; case = 2; type = 3; _ = 4
match[x]; match(x); match.x; match * x; case(y); type(x)
match = case = type
print(match, case, type, sep=match)
x = await_ = async_ = a
def match(case, type=1): return case
class type: match: int = 3
import match, type as case
for match in case: type
