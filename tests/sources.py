"""What the sources of the program say, each module read once.

The trees are let go of: every search for garbage would go through them as long as the tests run.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import hanoi_desk

PACKAGE = Path(hanoi_desk.__file__).parent
EXECUTE = ("execute", "executemany", "executescript")


@dataclass(frozen=True, slots=True)
class Called:
    """A call as it is written, its line, the names of its arguments, and what is put into the text that it runs."""

    name: str
    line: int
    keywords: frozenset[str]
    put_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """A module: its path within the program, what it imports by full names, and what it calls."""

    name: str
    imports: frozenset[str]
    hidden: tuple[int, ...]  # lines of imports within functions
    from_names: frozenset[str]  # of import_module("…"), as they stand there
    calls: tuple[Called, ...]

    @property
    def layer(self) -> str:
        """The part of the program that it belongs to."""
        return self.name.split("/")[0].removesuffix(".py")

    def called(self, *endings: str) -> set[str]:
        """Return what is called by a name with one of these endings, by any name when none is given."""
        return {one.name for one in self.calls if not endings or one.name.endswith(endings)}

    @property
    def methods(self) -> set[str]:
        """The names of what is called on something."""
        return {one.name.rpartition(".")[2] for one in self.calls if "." in one.name}


@cache
def sources() -> tuple[Source, ...]:
    """Return every module of the program, by its name."""
    found = tuple(source(path, path.relative_to(PACKAGE).as_posix()) for path in sorted(PACKAGE.rglob("*.py")))
    assert len(found) > 100
    return found


def source(path: Path, name: str) -> Source:
    """Read one module."""
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    imports: set[str] = set()
    hidden: list[int] = []
    from_names: set[str] = set()
    calls: list[Called] = []
    for node, inside in _walked(tree, False):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports.update(_imported(node))
            if inside:
                hidden.append(node.lineno)
        elif isinstance(node, ast.Call):
            call = _called(node)
            calls.append(call)
            if call.name.endswith("import_module"):
                from_names |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return Source(name, frozenset(imports), tuple(hidden), frozenset(from_names), tuple(calls))


def written(node: ast.expr) -> str:
    """Return an expression as it is written; plain names go quickly."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{written(node.value)}.{node.attr}"
    return ast.unparse(node)


def _walked(node: ast.AST, inside: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Yield a node and all within it, with whether it stands in a function."""
    left = [(node, inside)]
    while left:
        node, inside = left.pop()
        yield node, inside
        inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        left.extend((kid, inside) for kid in ast.iter_child_nodes(node))


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """Yield the full names of what an import statement brings in."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    else:
        assert node.level == 0, "imports are by full name"
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _called(node: ast.Call) -> Called:
    name = written(node.func)
    runs = isinstance(node.func, ast.Attribute) and node.func.attr in EXECUTE and node.args
    put_in = frozenset(_put_in(node.args[0])) if runs else frozenset[str]()
    return Called(name, node.lineno, frozenset(one.arg for one in node.keywords if one.arg), put_in)


def _put_in(node: ast.expr) -> set[str]:
    """Return what is put into a text that a statement is made of."""
    if isinstance(node, ast.JoinedStr):
        return {ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue)}
    if isinstance(node, ast.BinOp):
        return _put_in(node.left) | _put_in(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return {ast.unparse(arg) for arg in (*node.args, *(one.value for one in node.keywords))}
    return set()
