"""What there is to buy. Prices are exact fractions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class SoldOut(LookupError):
    def __init__(self, item, wanted):
        super().__init__(f"only {item.stock} {item.name} left, {wanted} wanted")


@dataclass(slots=True)
class Item:
    name: str
    price: Fraction
    stock: int


class Line(NamedTuple):
    item: Item
    count: int

    @property
    def total(self) -> Fraction:
        return self.item.price * self.count


class Catalogue:
    def __init__(self, items: Iterable[Item]):
        self._items = {item.name: item for item in items}

    @classmethod
    def parse(cls, text: str):
        rows = (line.split() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
        return cls(Item(name, Fraction(price), int(stock)) for name, price, stock in rows)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def take(self, name: str, count: int) -> Item:
        item = self._items[name]
        if item.stock < count:
            raise SoldOut(item, count)
        item.stock -= count
        return item


class Basket:
    def __init__(self, customer: str):
        self.customer = customer
        self.lines: list[Line] = []

    def add(self, item: Item, count: int) -> None:
        self.lines.append(Line(item, count))

    def record(self) -> dict:
        total = sum((line.total for line in self.lines), Fraction())
        goods = {line.item.name: line.count for line in self.lines}
        return {"customer": self.customer, "goods": goods, "total": float(total)}
