"""A spreadsheet: cells with formulas, computed when they are asked for, with ranges, functions and found cycles.

    anthill examples/spreadsheet/sheet.py
"""

import string

from formulas import Formula, FormulaError


class Sheet:
    def __init__(self):
        self.formulas = {}
        self.values = {}
        self.pending = []

    def __setitem__(self, name, content):
        self.values.clear()
        self.formulas[name] = content

    def __getitem__(self, name):
        if name in self.values:
            return self.values[name]
        if name in self.pending:
            loop = " -> ".join(self.pending[self.pending.index(name):] + [name])
            raise FormulaError(f"cycle: {loop}")
        content = self.formulas.get(name, 0)
        self.pending.append(name)
        try:
            if isinstance(content, str) and content.startswith("="):
                value = Formula(content[1:]).evaluate(self)
            else:
                value = content
        finally:
            self.pending.pop()
        self.values[name] = value
        return value

    def shown(self, name):
        if name not in self.formulas:
            return ""
        try:
            value = self[name]
        except (FormulaError, ZeroDivisionError) as error:
            return f"#{type(error).__name__}"
        return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)

    def table(self, columns, rows):
        letters = string.ascii_uppercase[:columns]
        widths = [max([1] + [len(self.shown(f"{letter}{row}")) for row in range(1, rows + 1)]) for letter in letters]
        lines = ["   " + " | ".join(f"{letter:^{width}}" for letter, width in zip(letters, widths))]
        for row in range(1, rows + 1):
            cells = (f"{self.shown(f'{letter}{row}'):>{width}}" for letter, width in zip(letters, widths))
            lines.append(f"{row:2} " + " | ".join(cells))
        return "\n".join(line.rstrip() for line in lines)


def main():
    sheet = Sheet()
    for row, (name, count, price) in enumerate([("leaf", 12, 0.5), ("crumb", 3, 2.25), ("seed", 7, 1.1)], 1):
        sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"] = name, count, price
        sheet[f"D{row}"] = f"=B{row}*C{row}"
    sheet["A4"], sheet["B4"], sheet["D4"] = "sum", "=SUM(B1:B3)", "=SUM(D1:D3)"
    sheet["A5"], sheet["D5"] = "mean", "=D4/COUNT(D1:D3)"
    sheet["A6"], sheet["D6"] = "most", "=MAX(D1:D3)-MIN(D1:D3)*-(1+1)"
    print(sheet.table(4, 6))
    print("\nafter B2 = 30:")
    sheet["B2"] = 30
    print(sheet.table(4, 6))
    print("\nwith mistakes:")
    sheet["B1"], sheet["C3"], sheet["D2"] = "=D4", "=1/(B2-30)", "=B2**"
    print(sheet.table(4, 6))
    for name in ("B1", "C3", "D2", "D4"):
        try:
            sheet[name]
        except (FormulaError, ZeroDivisionError) as error:
            print(f"{name}: {error}")


if __name__ == "__main__":
    main()
