x = 1
print(x is 1)
text = "\d"
assert (x, "always")
print(x is
      2)
raise SystemExit(1)
