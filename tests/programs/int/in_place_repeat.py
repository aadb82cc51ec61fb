class I(int): pass
class X: pass
def t(s):
    try: exec(s, globals()); print(s, x)
    except Exception as e: print(s, type(e), e)
for s in ["x = I(3); x *= 'ab'", "x = I(3); x *= [1]", "x = X(); x *= 'ab'", "x = X(); x = x * 'ab'", "x = 'ab'; x *= X()", "x = 'ab'; x = x * X()", "x = [1]; x *= X()", "x = I(2); x = x * 'ab'", "x = True; x *= 'ab'", "x = 1.5; x *= 'ab'", "x = 1.5; x = x * 'ab'", "x = X(); x += 'ab'", "x=I(2); x += 'a'", "x = I(2); x *= range(3)", "x = 2; x *= range(3)", "x = {}; x *= 'ab'", "x = None; x *= 'ab'", "x = 'ab'; x *= None","x = 'ab'; x *= 'a'", "x = (1,); x *= 1.5"]: t(s)
