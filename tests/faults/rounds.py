"""How much is tried: what a default run can afford, or many times that where HANOI_DESK_LONG is set."""

import os

LONG = os.environ.get("HANOI_DESK_LONG", "") not in ("", "0")


def rounds(number: int, times: int = 10) -> int:
    """Return how often something is tried."""
    return number * times if LONG else number
