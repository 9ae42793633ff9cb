"""Loads the heavy parts of the program when they are asked for: the one place where an import waits.

A search from a script must not wait for the widgets of the window, nor a status for the making of PDF files. Imports
at the top of every module stay whole and honest; only the choice of a command, and of the window, goes through here.
"""

from importlib import import_module
from typing import Any


def loaded(module: str, name: str) -> Any:
    """Return what a module of the program calls by this name."""
    return getattr(import_module(f"hanoi_desk.{module}"), name)
