"""A child of this process that a test may kill: all is loaded in it already, so that it is at work at once."""

import os
import traceback
from collections.abc import Callable


def begun(act: Callable[[], object]) -> int:
    """Begin to do something in a child; return its number."""
    child = os.fork()
    if child == 0:
        failed = 1
        try:
            act()
            failed = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(failed)
    return child


def ended(act: Callable[[], object]) -> int:
    """Do something in a child and return the signal that ended it, 0 for none, 256 when it failed."""
    return os.waitpid(begun(act), 0)[1]
