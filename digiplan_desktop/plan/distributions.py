"""Quantiles of the normal, beta, F and Student distributions, from the standard library alone.

The incomplete beta function is evaluated by its continued fraction (NIST DLMF 8.17.22) with the modified
Lentz method; its prefactor by Loader's saddle point form of the binomial probability ("Fast and accurate
computation of binomial probabilities", 2000), which keeps its digits when the parameters are large.
Quantiles agree with R to about 1e-12.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

_HALF_LOG_TWO_PI = 0.5 * math.log(2 * math.pi)
_TINY = 1e-300
_MAX_STEPS = 20_000
_STANDARD_NORMAL = NormalDist()


def normal_quantile(probability: float) -> float:
    """Give z with P(Z ≤ z) = probability."""
    return _STANDARD_NORMAL.inv_cdf(probability)


@lru_cache(maxsize=4096)
def student_quantile(probability: float, df: float) -> float:
    """Give t with P(T ≤ t) = probability; NaN for df ≤ 0, the normal quantile for infinite df."""
    if df <= 0:
        return math.nan
    if math.isinf(df):
        return normal_quantile(probability)
    if probability < 0.5:
        return -student_quantile(1 - probability, df)
    if probability == 0.5:
        return 0.0
    tail = 2 * (1 - probability)
    # t²/(df + t²) and its complement have the same quantile equation; the smaller one keeps its digits.
    complement = beta_quantile(tail, df / 2, 0.5)
    if complement < 0.5:
        return math.sqrt(df * (1 - complement) / complement)
    share = _solve_beta(tail, 0.5, df / 2, upper=True)
    return math.sqrt(df * share / (1 - share))


def beta_quantile(probability: float, a: float, b: float) -> float:
    """Give x with I_x(a, b) = probability, for a, b > 0."""
    if probability <= 0:
        return 0.0
    if probability >= 1:
        return 1.0
    return _solve_beta(probability, a, b, upper=False)


def f_quantile(probability: float, df1: float, df2: float) -> float:
    """Give the quantile of Fisher's F with df1 and df2 degrees of freedom."""
    share = beta_quantile(probability, df1 / 2, df2 / 2)
    return df2 * share / (df1 * (1 - share))


def beta_tails(x: float, a: float, b: float) -> tuple[float, float]:
    """Give (I_x(a, b), 1 − I_x(a, b)); the smaller of the two to full relative precision."""
    if x <= 0:
        return 0.0, 1.0
    if x >= 1:
        return 1.0, 0.0
    front = math.exp(_log_front(x, a, b))
    if x < (a + 1) / (a + b + 2):
        lower = front * _fraction(x, a, b) / a
        return lower, 1 - lower
    upper = front * _fraction(1 - x, b, a) / b
    return 1 - upper, upper


def _solve_beta(probability: float, a: float, b: float, *, upper: bool) -> float:
    """Invert a tail by Newton steps, kept inside a shrinking bracket so that they cannot run away."""
    low, high = 0.0, 1.0
    x = a / (a + b)
    for _ in range(200):
        lower_tail, upper_tail = beta_tails(x, a, b)
        error = (probability - upper_tail) if upper else (lower_tail - probability)
        if error > 0:
            high = x
        else:
            low = x
        density = math.exp(_log_front(x, a, b)) / (x * (1 - x))
        step = error / density if density > 0 else math.inf
        following = x - step
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - x) <= 4e-16 * x:
            return following
        x = following
    return x


def _log_front(x: float, a: float, b: float) -> float:
    """Give log(x^a (1 − x)^b / B(a, b)) without cancelling large logarithms of the gamma function."""
    total = a + b
    half_log = 0.5 * (math.log(a) + math.log(b) - math.log(total)) - _HALF_LOG_TWO_PI
    stirling = _stirling_error(total) - _stirling_error(a) - _stirling_error(b)
    return half_log + stirling - _deviance(a, total * x) - _deviance(b, total * (1 - x))


def _stirling_error(value: float) -> float:
    """Give log Γ(value + 1) less Stirling's approximation of it."""
    if value < 16:
        return math.lgamma(value + 1) - (value + 0.5) * math.log(value) + value - _HALF_LOG_TWO_PI
    square = value * value
    tail = 1 / 1680 - 1 / 1188 / square
    return (1 / 12 - (1 / 360 - (1 / 1260 - tail / square) / square) / square) / value


def _deviance(value: float, expected: float) -> float:
    """Give value·log(value/expected) + expected − value, by a series when the two are close."""
    difference = value - expected
    if abs(difference) >= 0.1 * (value + expected):
        return value * math.log(value / expected) + expected - value
    ratio = difference / (value + expected)
    total = difference * ratio
    term = 2 * value * ratio
    for order in range(1, 1000):
        term *= ratio * ratio
        following = total + term / (2 * order + 1)
        if following == total:
            break
        total = following
    return total


def _fraction(x: float, a: float, b: float) -> float:
    """Give the continued fraction of the incomplete beta function, for x below (a + 1)/(a + b + 2)."""
    numerator, denominator = 1.0, _away_from_zero(1 - (a + b) * x / (a + 1))
    denominator = 1 / denominator
    value = denominator
    for step in range(1, _MAX_STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        change = 1.0
        for coefficient in (even, odd):
            denominator = 1 / _away_from_zero(1 + coefficient * denominator)
            numerator = _away_from_zero(1 + coefficient / numerator)
            change = numerator * denominator
            value *= change
        if abs(change - 1) < 3e-16:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
