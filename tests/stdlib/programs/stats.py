import math, random, statistics
from fractions import Fraction as F
from decimal import Decimal as D
from statistics import *


def attempt(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__} {error}"


r = random.Random(8)
DATA = [[1, 2, 3, 4, 4], [1.5, 2.5, 2.75, 3.25, 4.75], [F(1, 2), F(2, 3)], [D("0.5"), D("0.75"), D("0.625")], [], [5], [1], [-1.5, 2], [0, 0], [1, 2.5, F(1, 2)], [True, 2], [float("inf"), 1], [float("nan"), 1.0], [r.random() for _ in range(50)], [r.gauss(10, 3) for _ in range(101)], list(range(30)), ["a", "b"], [1e308, 1e308], [1, 1, 2, 2, 3], [0.1] * 10, [10 ** 30, 1, -10 ** 30], [D(1), 2.5]]
for data in DATA:
    print(str(data)[:60])
    for f in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, variance, pvariance, stdev, pstdev, quantiles):
        print("  ", f.__name__, attempt(f, data), attempt(f, iter(data)))
    for kw in [{"n": 10}, {"n": 3, "method": "inclusive"}, {"n": 1}, {"n": 0}, {"method": "x"}]:
        print("  ", attempt(quantiles, data, **kw))
    print("  ", attempt(variance, data, 2), attempt(pstdev, data, 2.5), attempt(fmean, data, [1] * len(data)), attempt(harmonic_mean, data, weights=[2] * len(data)))
x = [1, 2, 3, 4, 5, 6, 7, 8, 9]; y = [1, 2, 3, 1, 2, 3, 1, 2, 3.5]
print(covariance(x, y), correlation(x, y), correlation(x, y, method="ranked"), linear_regression(x, y), linear_regression(x, y, proportional=True), attempt(correlation, [1, 1], [1, 2]), attempt(covariance, [1], [1]), attempt(linear_regression, [1, 1], [1, 2]), attempt(correlation, x, y, method="z"), attempt(covariance, x, [1]))
n = NormalDist(10, 2.5)
print(n, n.pdf(9), n.cdf(12), n.inv_cdf(0.3), n.inv_cdf(0.001), n.inv_cdf(1e-12), n.quantiles(5), n.zscore(12), n + 3, n - 1, n * 2, n / 4, -n, +n, 3 + n, 5 - n, n + n, n - NormalDist(1, 2), n == NormalDist(10, 2.5), hash(n) == hash(NormalDist(10, 2.5)), n.mean, n.median, n.mode, n.stdev, n.variance, n.overlap(NormalDist(9, 2.5)), n.overlap(NormalDist(9, 3)), n.samples(3, seed=4), NormalDist.from_samples([1, 2, 3.5, 4]), attempt(n.inv_cdf, 2), attempt(NormalDist, 1, -1), attempt(n.overlap, 5), attempt(NormalDist(1, 0).pdf, 1), attempt(NormalDist.from_samples, [1]))
sample = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for k in ["normal", "gauss", "logistic", "sigmoid", "rectangular", "triangular", "parabolic", "cosine", "uniform", "epanechnikov"]:
    f = kde(sample, 1.5, k); g = kde(sample, 1.5, k, cumulative=True)
    print(k, f(0.5), g(0.5), f(-10), f.__doc__, [round(kde_random(sample, 1.5, k, seed=3)(), 12) for _ in range(2)])
for k in ["quartic", "biweight", "triweight"]:
    print(k, kde(sample, 1.5, k)(0.5), kde(sample, 1.5, k, cumulative=True)(0.5))
print(attempt(kde, [], 1), attempt(kde, sample, 0), attempt(kde, sample, 1, "x"), attempt(kde, ["a"], 1))
print(sorted(statistics.__all__))
