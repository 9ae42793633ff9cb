"""What is loaded only when it is asked for comes by the same names as everything else."""

import ast
from pathlib import Path
from types import ModuleType

import pytest

from hanoi_desk import desk
from hanoi_desk.ui import widgets


@pytest.mark.parametrize("package", [desk, widgets])
def test_each_name_that_is_loaded_late_is_found_where_it_is_written(package: ModuleType) -> None:
    tree = ast.parse(Path(str(package.__file__)).read_text(encoding="utf-8"))
    checked = next(one for one in tree.body if isinstance(one, ast.If))
    lines = [line for line in checked.body if isinstance(line, ast.ImportFrom)]
    named = {alias.name: str(line.module) for line in lines for alias in line.names}
    assert len(named) > 10
    own = {path.stem for path in Path(str(package.__file__)).parent.glob("*.py")}
    assert not own & set(named)  # a module of that name would stand before it
    for name, module in named.items():
        found = getattr(package, name)
        assert getattr(found, "__module__", module) == module
    with pytest.raises(AttributeError):
        package.NoSuchPart  # noqa: B018
