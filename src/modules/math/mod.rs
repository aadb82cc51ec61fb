//! `math`: functions of real numbers.
//!
//! - `floats`: those of floats.
//! - `logarithms`: `log` and its kin, for ints of any size too.
//! - `sums`: `fsum`, `sumprod`, `prod`, `hypot`, `dist`.
//! - `integers`: number theory and rounding to ints.

mod floats;
mod integers;
mod logarithms;
mod sums;

use super::{NativeModule, set};
use crate::heap::Object;
use crate::methods;
use crate::object::{OrNone, Rest, Result, Runtime};
use crate::types::module::Module;

methods! {
    static FUNCTIONS = [
        /// Return the arc cosine (measured in radians) of x.
        ///
        /// The result is between 0 and pi.
        @function "acos"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::acos);
        /// Return the inverse hyperbolic cosine of x.
        @function "acosh"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, floats::acosh);
        /// Return the arc sine (measured in radians) of x.
        ///
        /// The result is between -pi/2 and pi/2.
        @function "asin"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::asin);
        /// Return the inverse hyperbolic sine of x.
        @function "asinh"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, floats::asinh);
        /// Return the arc tangent (measured in radians) of x.
        ///
        /// The result is between -pi/2 and pi/2.
        @function "atan"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::atan);
        /// Return the arc tangent (measured in radians) of y/x.
        ///
        /// Unlike atan(y/x), the signs of both x and y are considered.
        @function "atan2"(y, x, /) => |_: &mut Runtime, y: f64, x: f64| y.atan2(x);
        /// Return the inverse hyperbolic tangent of x.
        @function "atanh"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, floats::atanh);
        /// Return the cube root of x.
        @function "cbrt"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::cbrt);
        /// Return the ceiling of x as an Integral.
        ///
        /// This is the smallest integer >= x.
        @function "ceil"(x, /) => |rt: &mut Runtime, x: &Object| integers::rounded(rt, x, "__ceil__", f64::ceil);
        /// Return a float with the magnitude (absolute value) of x but the sign of y.
        ///
        /// On platforms that support signed zeros, copysign(1.0, -0.0)
        /// returns -1.0.
        @function "copysign"(x, y, /) => |_: &mut Runtime, x: f64, y: f64| x.copysign(y);
        /// Return the cosine of x (measured in radians).
        @function "cos"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::cos);
        /// Return the hyperbolic cosine of x.
        @function "cosh"(x, /) => |rt: &mut Runtime, x: f64| floats::growing(rt, x, f64::cosh);
        /// Convert angle x from radians to degrees.
        @function "degrees"(x, /) => |_: &mut Runtime, x: f64| x * (180.0 / std::f64::consts::PI);
        /// Return the Euclidean distance between two points p and q.
        ///
        /// The points should be specified as sequences (or iterables) of
        /// coordinates.  Both inputs must have the same dimension.
        ///
        /// Roughly equivalent to:
        ///     sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))
        @function "dist"(p, q, /) => sums::dist;
        /// Error function at x.
        @function "erf"(x, /) => |_: &mut Runtime, x: f64| libm::erf(x);
        /// Complementary error function at x.
        @function "erfc"(x, /) => |_: &mut Runtime, x: f64| floats::erfc(x);
        /// Return e raised to the power of x.
        @function "exp"(x, /) => |rt: &mut Runtime, x: f64| floats::growing(rt, x, f64::exp);
        /// Return 2 raised to the power of x.
        @function "exp2"(x, /) => |rt: &mut Runtime, x: f64| floats::growing(rt, x, f64::exp2);
        /// Return exp(x)-1.
        ///
        /// This function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.
        @function "expm1"(x, /) => |rt: &mut Runtime, x: f64| floats::growing(rt, x, f64::exp_m1);
        /// Return the absolute value of the float x.
        @function "fabs"(x, /) => |_: &mut Runtime, x: f64| x.abs();
        /// Find n!.
        ///
        /// Raise a ValueError if x is negative or non-integral.
        @function "factorial"(n, /) => integers::factorial;
        /// Return the floor of x as an Integral.
        ///
        /// This is the largest integer <= x.
        @function "floor"(x, /) => |rt: &mut Runtime, x: &Object| integers::rounded(rt, x, "__floor__", f64::floor);
        /// Fused multiply-add operation.
        ///
        /// Compute (x * y) + z with a single round.
        @function "fma"(x, y, z, /) => floats::fma;
        /// Return fmod(x, y), according to platform C.
        ///
        /// x % y may differ.
        @function "fmod"(x, y, /) => floats::fmod;
        /// Return the mantissa and exponent of x, as pair (m, e).
        ///
        /// m is a float and e is an int, such that x = m * 2.**e.
        /// If x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.
        @function "frexp"(x, /) => floats::frexp;
        /// Return an accurate floating-point sum of values in the iterable seq.
        ///
        /// Assumes IEEE-754 floating-point arithmetic.
        @function "fsum"(seq, /) => sums::fsum;
        /// Gamma function at x.
        @function "gamma"(x, /) => |rt: &mut Runtime, x: f64| {
            let result = crate::base::special::gamma(x);
            floats::special(rt, result)
        };
        /// Greatest Common Divisor.
        @function "gcd"(*integers) => |rt: &mut Runtime, integers: Rest<'_>| integers::gcd(rt, integers.0);
        /// Multidimensional Euclidean distance from the origin to a point.
        ///
        /// Roughly equivalent to:
        ///     sqrt(sum(x**2 for x in coordinates))
        ///
        /// For a two dimensional point (x, y), gives the hypotenuse
        /// using the Pythagorean theorem:  sqrt(x*x + y*y).
        ///
        /// For example, the hypotenuse of a 3/4/5 right triangle is:
        ///
        ///     >>> hypot(3.0, 4.0)
        ///     5.0
        @function "hypot"(*coordinates) => |rt: &mut Runtime, coordinates: Rest<'_>| sums::hypot(rt, coordinates.0);
        /// Determine whether two floating-point numbers are close in value.
        ///
        ///   rel_tol
        ///     maximum difference for being considered "close", relative to the
        ///     magnitude of the input values
        ///   abs_tol
        ///     maximum difference for being considered "close", regardless of the
        ///     magnitude of the input values
        ///
        /// Return True if a is close in value to b, and False otherwise.
        ///
        /// For the values to be considered close, the difference between them
        /// must be smaller than at least one of the tolerances.
        ///
        /// -inf, inf and NaN behave similarly to the IEEE 754 Standard.  That
        /// is, NaN is not close to anything, even itself.  inf and -inf are
        /// only close to themselves.
        @function "isclose"(a, b, *, rel_tol = 1e-09, abs_tol = 0.0) => floats::is_close;
        /// Return True if x is neither an infinity nor a NaN, and False otherwise.
        @function "isfinite"(x, /) => |_: &mut Runtime, x: f64| x.is_finite();
        /// Return True if x is a positive or negative infinity, and False otherwise.
        @function "isinf"(x, /) => |_: &mut Runtime, x: f64| x.is_infinite();
        /// Return True if x is a NaN (not a number), and False otherwise.
        @function "isnan"(x, /) => |_: &mut Runtime, x: f64| x.is_nan();
        /// Return the integer part of the square root of the input.
        @function "isqrt"(n, /) => integers::isqrt;
        /// Least Common Multiple.
        @function "lcm"(*integers) => |rt: &mut Runtime, integers: Rest<'_>| integers::lcm(rt, integers.0);
        /// Return x * (2**i).
        ///
        /// This is essentially the inverse of frexp().
        @function "ldexp"(x, i, /) => floats::ldexp;
        /// Natural logarithm of absolute value of Gamma function at x.
        @function "lgamma"(x, /) => |rt: &mut Runtime, x: f64| {
            let result = crate::base::special::log_gamma(x);
            floats::special(rt, result)
        };
        /// log(x, [base=math.e])
        /// Return the logarithm of x to the given base.
        ///
        /// If the base is not specified, returns the natural logarithm (base e) of x.
        @function "log"(x, base = None, /) => logarithms::log;
        /// Return the natural logarithm of 1+x (base e).
        ///
        /// The result is computed in a way which is accurate for x near zero.
        @function "log1p"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::ln_1p);
        /// Return the base 10 logarithm of x.
        @function "log10"(x, /) => |rt: &mut Runtime, x: &Object| logarithms::of(rt, x, f64::log10);
        /// Return the base 2 logarithm of x.
        @function "log2"(x, /) => |rt: &mut Runtime, x: &Object| logarithms::of(rt, x, f64::log2);
        /// Return the fractional and integer parts of x.
        ///
        /// Both results carry the sign of x and are floats.
        @function "modf"(x, /) => floats::modf;
        /// Return the floating-point value the given number of steps after x towards y.
        ///
        /// If steps is not specified or is None, it defaults to 1.
        ///
        /// Raises a TypeError, if x or y is not a double, or if steps is not an integer.
        /// Raises ValueError if steps is negative.
        @function "nextafter"(x, y, /, *, steps = None) => floats::next_after;
        /// Return x**y (x to the power of y).
        @function "pow"(x, y, /) => floats::pow;
        /// Convert angle x from degrees to radians.
        @function "radians"(x, /) => |_: &mut Runtime, x: f64| x * (std::f64::consts::PI / 180.0);
        /// Difference between x and the closest integer multiple of y.
        ///
        /// Return x - n*y where n*y is the closest integer multiple of y.
        /// In the case where x is exactly halfway between two multiples of
        /// y, the nearest even value of n is used. The result is always exact.
        @function "remainder"(x, y, /) => floats::remainder;
        /// Return the sine of x (measured in radians).
        @function "sin"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::sin);
        /// Return the hyperbolic sine of x.
        @function "sinh"(x, /) => |rt: &mut Runtime, x: f64| floats::growing(rt, x, f64::sinh);
        /// Return the square root of x.
        @function "sqrt"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::sqrt);
        /// Return the tangent of x (measured in radians).
        @function "tan"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::tan);
        /// Return the hyperbolic tangent of x.
        @function "tanh"(x, /) => |rt: &mut Runtime, x: f64| floats::bounded(rt, x, f64::tanh);
        /// Return the sum of products of values from two iterables p and q.
        ///
        /// Roughly equivalent to:
        ///
        ///     sum(itertools.starmap(operator.mul, zip(p, q, strict=True)))
        ///
        /// For float and mixed int/float inputs, the intermediate products
        /// and sums are computed with extended precision.
        @function "sumprod"(p, q, /) => sums::sumprod;
        /// Truncates the Real x to the nearest Integral toward 0.
        ///
        /// Uses the __trunc__ magic method.
        @function "trunc"(x, /) => integers::trunc;
        /// Calculate the product of all the elements in the input iterable.
        ///
        /// The default start value for the product is 1.
        ///
        /// When the iterable is empty, return the start value.  This function is
        /// intended specifically for use with numeric values and may reject
        /// non-numeric types.
        @function "prod"(iterable, /, *, start = 1) => sums::prod;
        /// Number of ways to choose k items from n items without repetition and with order.
        ///
        /// Evaluates to n! / (n - k)! when k <= n and evaluates
        /// to zero when k > n.
        ///
        /// If k is not specified or is None, then k defaults to n
        /// and the function returns n!.
        ///
        /// Raises TypeError if either of the arguments are not integers.
        /// Raises ValueError if either of the arguments are negative.
        @function "perm"(n, k = None, /) => |rt: &mut Runtime, n: &Object, k: OrNone<&Object>| integers::perm(rt, n, k.0);
        /// Number of ways to choose k items from n items without repetition and without order.
        ///
        /// Evaluates to n! / (k! * (n - k)!) when k <= n and evaluates
        /// to zero when k > n.
        ///
        /// Also called the binomial coefficient because it is equivalent
        /// to the coefficient of k-th term in polynomial expansion of the
        /// expression (1 + x)**n.
        ///
        /// Raises TypeError if either of the arguments are not integers.
        /// Raises ValueError if either of the arguments are negative.
        @function "comb"(n, k, /) => integers::comb;
        /// Return the value of the least significant bit of the float x.
        @function "ulp"(x, /) => |_: &mut Runtime, x: f64| crate::base::special::ulp(x);
    ];
}

fn init(rt: &mut Runtime, module: &Module) -> Result<()> {
    use std::f64::consts;
    for (name, value) in
        [("pi", consts::PI), ("e", consts::E), ("tau", consts::TAU), ("inf", f64::INFINITY), ("nan", f64::NAN)]
    {
        let value = rt.new_float(value)?;
        set(rt, module, name, value)?;
    }
    Ok(())
}

/// The description of module `math`.
pub static MODULE: NativeModule = NativeModule {
    name: "math",
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    functions: FUNCTIONS,
    init,
};
