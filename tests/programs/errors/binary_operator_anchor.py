def total(items, rate):
    return (sum(items)) * (rate) + items[0] // len([])


total([1, 2], 3)
