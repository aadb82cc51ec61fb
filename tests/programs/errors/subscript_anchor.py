table = {"a": {"b": [1, 2]}}
print(table["a"]["b"][1])
print(table["a"]["c"][1])
