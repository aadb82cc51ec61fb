import statistics as st
from fractions import Fraction


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median([1, 3, 5, 7]), st.median_grouped([52, 52, 53, 54]))
print(st.mode([1, 1, 2]), st.multimode("aabbc"), st.variance(data), st.pvariance(data), st.stdev(data), st.pstdev(data), st.mode(["x", "y", "y"]))
print(st.mean([1, 2, 3, 4]), st.mean([Fraction(1, 3), Fraction(1, 6)]), st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]))
print(st.quantiles(range(1, 10)), st.quantiles([1, 2, 3, 4, 5], n=10), st.quantiles(data, n=4, method="inclusive"), st.fmean([1, 2, 3], weights=[3, 2, 1]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(st.covariance(x, y), st.correlation(x, y), st.correlation(x, [v * 2 for v in x]), st.linear_regression(x, [v * 3 + 1 for v in x]), st.correlation(x, y, method="ranked"))
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.pdf(100), n.cdf(115), n.inv_cdf(0.9), n.zscore(130), n.quantiles(4), n + 5, n * 2, n - st.NormalDist(10, 8), n.overlap(st.NormalDist(110, 10)))
print(st.NormalDist.from_samples([1, 2, 3, 4]), n == st.NormalDist(100, 15), st.NormalDist(5, 2).samples(3, seed=1), hash(n) == hash(st.NormalDist(100, 15)))
for call in [
    lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([1]), lambda: st.stdev([1]), lambda: st.harmonic_mean([-1]), lambda: st.quantiles([], n=4),
    lambda: st.geometric_mean([0]), lambda: st.quantiles([1, 2], n=0), lambda: st.correlation([1], [1, 2]), lambda: st.mean(["a"]), lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(2),
    lambda: st.fmean([]), lambda: st.correlation([1, 1], [2, 3]),
]:
    show(call)
