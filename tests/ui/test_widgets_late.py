"""What forms are made of comes from the parts of the window like everything else, only later."""

import ast
from pathlib import Path

import pytest

from hanoi_desk.ui import widgets


def test_each_part_that_is_loaded_late_is_found_by_its_name() -> None:
    tree = ast.parse(Path(widgets.__file__).read_text(encoding="utf-8"))
    checked = next(one for one in tree.body if isinstance(one, ast.If))
    named = {
        alias.name: line.module for line in checked.body if isinstance(line, ast.ImportFrom) for alias in line.names
    }
    assert len(named) > 10
    for name, module in named.items():
        assert getattr(widgets, name).__module__ == module
    with pytest.raises(AttributeError):
        widgets.NoSuchPart  # noqa: B018
