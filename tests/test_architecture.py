"""Every arrow points down: who may import whom, read from the sources themselves."""

from sources import source, sources

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
    "values": set(),  # and everybody may import it
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
    "store": {"text", "records", "file_names", "storage", "schema"},
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


def test_imports_point_down():
    for one in sources():
        own = {name.split(".")[1] for name in one.imports if name.startswith("hanoi_desk.")}
        upward = own - ALLOWED[one.layer] - {one.layer, "__version__", "values"}
        assert upward == set(), one.name


def test_no_import_hides_in_a_function():
    for one in sources():
        assert one.hidden == (), one.name
        assert {"__import__", "importlib.import_module"} & one.called() == set(), one.name


def test_only_storage_imports_a_database_and_connects():
    for one in sources():
        if one.layer != "storage":
            assert {name.split(".")[0] for name in one.imports} & SQLITE == set(), one.name
            assert one.called("Database", "driver.connect", "sqlite3.connect") == set(), one.name


def test_only_the_store_speaks_sql():
    for one in sources():
        if one.layer not in ("store", "schema", "storage"):
            assert one.called(".execute", ".executemany", ".executescript") == set(), one.name


def test_only_the_desk_writes():
    for one in sources():
        if one.layer not in ("desk", "store"):
            assert one.called("store.change") == set(), one.name


def test_only_the_command_line_and_the_application_open_a_desk():
    for one in sources():
        if one.layer not in ("cli", "store", "storage") and one.name not in ("ui/app.py", "ui/making.py"):
            assert one.called("Store.open", "Store.create", "open_desk") == set(), one.name


def test_documents_are_set_in_pdf_and_windows_shown_in_ui():
    for one in sources():
        if one.layer != "pdf":
            assert {name for name in one.imports if name.startswith("reportlab")} == set(), one.name
        if one.layer not in ("ui", "cli"):
            qt = {name for name in one.imports if name.startswith("PySide6")}
            assert all(one.layer in LEAVES and name.startswith("PySide6.QtCore") for name in qt), one.name


def test_the_scan_sees_what_it_forbids(tmp_path):
    path = tmp_path / "module.py"
    path.write_text(
        "import sqlite3\nfrom hanoi_desk.ui import app\n"
        "def f(self):\n    import json\n    self.store.change(1).x.execute(f'{a}' + '{b}'.format(c))\n"
    )
    seen = source(path, "desk/module.py")
    assert seen.imports == {"sqlite3", "hanoi_desk.ui.app", "json"}
    assert (seen.layer, seen.hidden) == ("desk", (4,))
    assert seen.called("store.change") == {"self.store.change"}
    assert len(seen.called(".execute")) == 1
    assert {one.put_in for one in seen.calls if one.name.endswith(".execute")} == {frozenset("ac")}
