"""Times and what is made of them."""

from collections.abc import Callable
from time import perf_counter


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that one piece of work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def median(values: list[float]) -> float:
    """Return the middle one."""
    return sorted(values)[len(values) // 2]


def percentile_95(values: list[float]) -> float:
    """Return the value that one in twenty passes."""
    return sorted(values)[int(len(values) * 0.95)]
