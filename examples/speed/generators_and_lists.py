"""A list holds all its items at once, a generator one at a time.

Where the items are only walked over, as by sum(), the generator's memory does not grow with their number. It pays
with a resumption for each item: for short sequences the list is quicker.
"""

from measure import claim, compare


def list_of_squares():
    return sum([i * i for i in range(10_000)])


def generated_squares():
    return sum(i * i for i in range(10_000))


large, small = compare("Summing squares", list_of_squares, generated_squares)
claim("the list needs a hundred times the memory", large.peak > 100 * small.peak)
claim("the generator needs less than a kilobyte", small.peak < 1024)
claim("the generator saves no instructions", small.instructions >= large.instructions)
