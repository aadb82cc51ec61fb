class Shop:
    class Till:
        def open(self, key):
            def inner(value):
                raise ValueError(f"bad {value}")

            return [inner(k) for k in key]

    def run(self):
        return (lambda x: self.Till().open(x))("ab")


result = Shop().run()
print(result)
