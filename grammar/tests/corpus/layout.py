# Blank lines, comments, continuations, tabs, form feeds, semicolons.

if x: # comment
    # comment at another column
  # and another

    y   # the block
	
    z

if x:
	tab
	if y:
	        more
	else: pass
x = (1,

    # comment in brackets
  2)
y = 1 + \
  2 \
 + 3
  # comment before the end
if a: b; c;
else: d
x ; y ;
if x:
    pass
    # trailing comment
# dedented comment
else:
    pass
if x:
  if y:
    if z:
      a
b
def f(
    a,
b):
        return {
'a': 1 }
\
x = 1
if x:
    y
