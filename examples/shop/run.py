"""A shop that keeps its records as JSON lines: a package with a log, prices, customers and a report; files in a folder
that is removed at the end.

    anthill examples/shop/run.py
"""

import contextlib
import os

from store import Basket, Catalogue, Journal, SoldOut, summary

FOLDER = f"/tmp/anthill-shop-{os.getpid()}"


@contextlib.contextmanager
def folder(path):
    os.makedirs(path)
    try:
        yield path
    finally:
        for name in os.listdir(path):
            os.remove(os.path.join(path, name))
        os.rmdir(path)


def main():
    catalogue = Catalogue.parse("""
        # name      price  stock
        honeydew    2.50   10
        leaf        0.75   40
        grain       1.20   5
    """)
    with folder(FOLDER) as path, Journal(os.path.join(path, "journal.jsonl")) as journal:
        for customer, wishes in {"Ada": {"leaf": 4, "grain": 2}, "Bob": {"grain": 4}, "Cyd": {"honeydew": 3, "leaf": 1}}.items():
            basket = Basket(customer)
            try:
                for name, count in wishes.items():
                    basket.add(catalogue.take(name, count), count)
            except SoldOut as error:
                journal.write("refused", customer=customer, reason=str(error))
                continue
            journal.write("sold", **basket.record())
        journal.write("note", text="evening \N{EM DASH} closed")
        print(f"{len(journal)} entries in {os.path.basename(journal.path)}")
        for entry in journal:
            print(entry)
        print(summary(journal))
    print("stock:", {item.name: item.stock for item in catalogue}, os.path.exists(FOLDER))


if __name__ == "__main__":
    main()
