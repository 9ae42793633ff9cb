"""Every arrow points down: who may import whom, read from the sources themselves."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hanoi_desk

PACKAGE = Path(hanoi_desk.__file__).parent
LEAVES = {"language", "errors", "settings", "assets", "files", "sheets", "file_names", "passphrases", "hardening"}
PURE = {"text", "records", "treaty", "commitments", "coverage", "persons", "programme", "repeating", "road", "periods"}

READING = PURE | {
    "names",
    "store",
    "contacts",
    "board",
    "overview",
    "agenda",
    "my_day",
    "promise_history",
    "returns",
    "document_numbers",
}

#: What each layer may import of our own, besides itself: whoever adds a layer says here where it stands.
ALLOWED = {
    "__init__": set(),
    "assets": set(),
    "settings": set(),
    "files": {"file_names"},
    "sheets": {"files"},
    "file_names": set(),
    "hardening": set(),
    "passphrases": {"assets"},
    "text": set(),
    "records": set(),
    "treaty": {"records"},
    "commitments": {"records", "treaty"},
    "coverage": {"records"},
    "coverage_table": {"text", "records", "workbook"},
    "programme": {"text", "records"},
    "persons": {"text", "records"},
    "contacts": {"text", "records", "store"},
    "document_numbers": {"records", "store"},
    "repeating": {"records"},
    "road": {"records", "treaty", "commitments"},
    "promise_history": PURE | {"store"},
    "names": {"text", "records"},
    "language": {"records", "assets"},
    "errors": {"assets", "file_names", "language"},
    "untc": set(),
    "periods": {"text", "records"},
    "workbook": {"text", "records", "periods"},
    "storage": {"file_names"},
    "schema": {"storage"},
    "store": {"text", "records", "storage", "schema"},
    "board": PURE | {"store"},
    "overview": PURE | {"store", "board"},
    "agenda": PURE | {"store", "board"},
    "my_day": PURE | {"board", "agenda"},
    "returns": PURE | {"store", "board", "agenda"},
    "help_pages": {"text", "assets"},
    "calendar_file": set(),
    "updates": {"assets"},
    "calendar_days": PURE | {"store", "board", "agenda", "language", "calendar_file"},
    "briefing": READING | LEAVES,
    "folder": {"records", "store", "language", "sheets"},
    "support": LEAVES | {"storage", "schema", "store", "desk"},
    "desk": READING | LEAVES | {"storage", "untc", "folder", "workbook", "coverage_table"},
    "pdf": PURE | LEAVES | {"briefing"},
    "word_copy": PURE | LEAVES | {"briefing"},
    "documents": READING | LEAVES | {"briefing", "pdf"},
    "ui": READING
    | LEAVES
    | {
        "untc",
        "workbook",
        "coverage_table",
        "briefing",
        "desk",
        "pdf",
        "documents",
        "word_copy",
        "calendar_file",
        "calendar_days",
        "help_pages",
        "support",
        "updates",
    },
    "cli": READING
    | LEAVES
    | {
        "untc",
        "workbook",
        "folder",
        "briefing",
        "desk",
        "pdf",
        "documents",
        "word_copy",
        "ui",
        "calendar_file",
        "calendar_days",
        "storage",
        "schema",
        "updates",
        "support",
    },
    "__main__": {"cli"},
}
SQLITE = {"sqlite3", "sqlcipher3", "pysqlite3", "apsw", "sqlite_utils"}


def modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 30
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the full names of what an import statement brings in."""
    for found in ast.walk(node):
        if isinstance(found, ast.Import):
            yield from (alias.name for alias in found.names)
        elif isinstance(found, ast.ImportFrom):
            assert found.level == 0, "imports are by full name"
            yield from (f"{found.module}.{alias.name}" for alias in found.names)


@cache
def imports(path: Path) -> frozenset[str]:
    """Return the full names of what a module brings in."""
    return frozenset(imported(tree(path)))


@cache
def called(path: Path) -> frozenset[str]:
    """Return what is called, as it is written."""
    return frozenset(ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def ending(path: Path, *endings: str) -> set[str]:
    """Return what is called by a name with one of these endings."""
    return {name for name in called(path) if name.endswith(endings)}


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_imports_point_down():
    for path in modules():
        own = {name.split(".")[1] for name in imports(path) if name.startswith("hanoi_desk.")}
        upward = own - ALLOWED[layer(path)] - {layer(path), "__version__"}
        assert upward == set(), named(path)


def test_no_import_hides_in_a_function():
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert list(imported(node)) == [], f"{named(path)}:{node.lineno}"
        assert {"__import__", "importlib.import_module"} & called(path) == set(), named(path)


def test_only_storage_imports_a_database_and_connects():
    for path in modules():
        if layer(path) != "storage":
            assert {name.split(".")[0] for name in imports(path)} & SQLITE == set(), named(path)
            assert ending(path, "Database", "driver.connect", "sqlite3.connect") == set(), named(path)


def test_only_the_store_speaks_sql():
    for path in modules():
        if layer(path) not in ("store", "schema", "storage"):
            assert ending(path, ".execute", ".executemany", ".executescript") == set(), named(path)


def test_only_the_desk_writes():
    for path in modules():
        if layer(path) not in ("desk", "store"):
            assert ending(path, "store.change") == set(), named(path)


def test_only_the_command_line_and_the_application_open_a_desk():
    for path in modules():
        if layer(path) != "cli" and named(path) not in ("ui/app.py", "ui/making.py"):
            assert ending(path, "Store.open", "Store.create", "open_desk") == set() or layer(path) in (
                "store",
                "storage",
            ), named(path)


def test_documents_are_set_in_pdf_and_windows_shown_in_ui():
    for path in modules():
        names = imports(path)
        if layer(path) != "pdf":
            assert {name for name in names if name.startswith("reportlab")} == set(), named(path)
        if layer(path) not in ("ui", "cli"):
            qt = {name for name in names if name.startswith("PySide6")}
            assert all(layer(path) in LEAVES and name.startswith("PySide6.QtCore") for name in qt), named(path)


def test_the_scan_sees_what_it_forbids(tmp_path):
    path = tmp_path / "module.py"
    path.write_text(
        "import sqlite3\nfrom hanoi_desk.ui import app\ndef f(self):\n    self.store.change(1).x.execute('')\n"
    )
    assert set(imported(tree(path))) == {"sqlite3", "hanoi_desk.ui.app"}
    assert ending(path, "store.change") == {"self.store.change"}
    assert len(ending(path, ".execute")) == 1
