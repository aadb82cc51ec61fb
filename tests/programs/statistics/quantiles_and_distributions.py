import statistics as st
from fractions import Fraction as F
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
data = [1, 2, 2, 3, 7.5, 10]
for name in "mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode pstdev pvariance stdev variance quantiles".split():
    f = getattr(st, name)
    print(name); t(lambda: f(data)); t(lambda: f([F(1, 3), F(2, 3)])); t(lambda: f([])); t(lambda: f([5])); t(lambda: f(["a", "b"])); t(lambda: f(iter([1, 2, 4])))
t(lambda: st.mean([1, 2, 3, 4])); t(lambda: st.mean([True, False])); t(lambda: st.mean([1e308, 1e308])); t(lambda: st.mean([float("inf"), 1])); t(lambda: st.fmean([1, 2], [3, 1])); t(lambda: st.fmean([1, 2], [3])); t(lambda: st.fmean([1], [0])); t(lambda: st.harmonic_mean([40, 60], weights=[5, 30])); t(lambda: st.harmonic_mean([0, 1])); t(lambda: st.harmonic_mean([-1, 1])); t(lambda: st.geometric_mean([0, 1])); t(lambda: st.geometric_mean([-1])); t(lambda: st.mode("aabb")); t(lambda: st.multimode("")); t(lambda: st.mode([]))
for n in (1, 2, 4, 10): t(lambda: st.quantiles(data, n=n)); t(lambda: st.quantiles(data, n=n, method="inclusive"))
t(lambda: st.quantiles(data, n=0)); t(lambda: st.quantiles(data, method="x")); t(lambda: st.quantiles([1]))
x, y = [1, 2, 3, 4, 5], [2, 4, 5, 4, 5]
t(lambda: st.covariance(x, y)); t(lambda: st.correlation(x, y)); t(lambda: st.correlation(x, y, method="ranked")); t(lambda: st.linear_regression(x, y)); t(lambda: st.linear_regression(x, y, proportional=True)); t(lambda: st.correlation(x, y[:-1])); t(lambda: st.correlation([1, 1], [2, 3])); t(lambda: st.linear_regression([1, 1], [2, 3])); t(lambda: st.covariance([1], [2])); t(lambda: st.correlation(x, y, method="q"))
n = st.NormalDist(100, 15); print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n.cdf(115), n.pdf(100), n.inv_cdf(0.975), n.quantiles(4), n.zscore(130), n.overlap(st.NormalDist(110, 15)), n + 5, n * 2, n / 3, -n, n + n, n - n, n == st.NormalDist(100, 15), hash(n) == hash(st.NormalDist(100, 15)), st.NormalDist.from_samples([1, 2, 3]), n.samples(2, seed=1)); t(lambda: st.NormalDist(0, -1)); t(lambda: n.inv_cdf(0)); t(lambda: st.NormalDist(0, 0).cdf(1)); t(lambda: n + "x"); t(lambda: st.NormalDist(0, 0).pdf(1)); t(lambda: n.overlap(5))
t(lambda: st.pvariance(data, 4)); t(lambda: st.variance([F(1, 2), F(3, 2)])); t(lambda: st.stdev([1e-200, 2e-200])); t(lambda: st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5])); t(lambda: st.median_grouped([1, 3, 3, 5], interval=2)); t(lambda: st.kde(data, h=1)(3)); t(lambda: st.kde(data, h=0)); t(lambda: st.kde(data, h=1, kernel="q")); t(lambda: st.kde_random([1, 2], h=0.5, seed=8)()); print(issubclass(st.StatisticsError, ValueError))
