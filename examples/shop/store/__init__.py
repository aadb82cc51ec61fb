from .goods import Basket, Catalogue, Item, SoldOut
from .journal import Journal
from .report import summary

__all__ = ["Basket", "Catalogue", "Item", "Journal", "SoldOut", "summary"]
