"""What the sources may not contain: a door to the network, SQL made of values, markup made of a user's words."""

import ast
from functools import cache
from pathlib import Path

import pytest
from reportlab import rl_config

import hanoi_desk
from hanoi_desk.pdf.fonts import UnsafeSettings, load_fonts

PACKAGE = Path(hanoi_desk.__file__).parent
NETWORK = {
    *("socket", "socketserver", "ssl", "asyncio", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "nntplib"),
    *("xmlrpc", "webbrowser", "requests", "httpx", "aiohttp", "urllib3", "http", "urllib.request", "urllib.error"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"),
    *("PySide6.QtNetworkAuth", "PySide6.QtHttpServer", "PySide6.QtGrpc"),
}
#: What would run or unpack what somebody else wrote.
DANGEROUS = {"pickle", "shelve", "marshal", "dill", "tarfile", "xml.etree.ElementTree", "xml.dom", "xml.sax", "lxml"}
#: `untc` reads with bounds of its own and refuses a document type before anything is parsed: tests/untc/test_damage.py.
#: Show a page with markup that is shipped with the program, and never a record.
OWN_PAGES = {"ui/about.py"}
#: Open an address only after a question that shows it, or a file that lies in the program's own folder.
OPENING = {"ui/detail/base.py", "ui/attachments/opening.py"}
#: The names that may stand inside a statement: all come from our own kinds of record or are numbers and our own names.
IDENTIFIERS = {
    "storage/checking.py": {"name", "pragma"},
    "storage/describing.py": {"name", "table"},
    "storage/desk_file.py": {"name"},
    "storage/driver.py": {"key.hex()", "patience_ms"},
    "storage/locking.py": {"APPLICATION_ID", "version(connection)"},
    "storage/migrating.py": {"APPLICATION_ID", "len(self.steps)"},
    "store/erasing.py": {"fits", "marks"},
    "store/erasure_plan.py": {"EDITION", "fits", "marks"},
    "store/history.py": {"_SAVE", "_STANDING", "part", "record.table"},
    "store/log.py": {"','.join('?' * len(names))", "column.name", "columns", "s.table", "table", "updates"},
    "store/records.py": {"marks"},
    "store/reading.py": {"columns(s)", "marks", "name", "names", "s.table", "standing"},
    "store/salvage.py": {"marks", "table"},
    "store/search.py": {"ROW_MASK", "column", "table", "tables"},
    "store/store.py": {"marks"},
}
#: What would put an address, a form, a picture or a colour made of words into a document.
LINKING = {"linkURL", "linkAbsolute", "drawInlineImage", "doForm", "addJavaScript", "toColor"}
#: Draws pages of a file that the user attached: a form is such a page, and its actions and addresses were taken off.
DRAWING = {"pdf/tagging.py": {"doForm"}}
EXECUTE = ("execute", "executemany", "executescript")


@cache
def sources() -> list[tuple[str, ast.Module]]:
    """Return each module's name and what it says."""
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 100
    return [(one.relative_to(PACKAGE).as_posix(), ast.parse(one.read_text(encoding="utf-8"))) for one in found]


@cache
def imported(tree: ast.AST) -> set[str]:
    """Return all that is imported, each name with all that it lies in."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            names |= {arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return {".".join(name.split(".")[: n + 1]) for name in names for n in range(name.count(".") + 1)}


def built(node: ast.expr) -> set[str]:
    """Return what is put into a text that a statement is made of."""
    if isinstance(node, ast.JoinedStr):
        return {ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue)}
    if isinstance(node, ast.BinOp):
        return built(node.left) | built(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return {ast.unparse(arg) for arg in (*node.args, *(one.value for one in node.keywords))}
    return set()


@cache
def methods(tree: ast.AST) -> set[str]:
    """Return the names of what is called on something."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {func.attr for func in calls if isinstance(func, ast.Attribute)}


def test_no_module_imports_a_way_to_the_network():
    for name, tree in sources():
        assert imported(tree) & NETWORK == set(), name


def test_no_module_imports_what_runs_or_unpacks_what_others_wrote():
    for name, tree in sources():
        assert imported(tree) & DANGEROUS <= ({"xml.etree.ElementTree"} if name.startswith("untc/") else set()), name


def test_no_secret_is_left_to_a_keyring_that_may_forget_it():
    for name, tree in sources():
        assert imported(tree) & {"keyring", "secretstorage", "win32cred"} == set(), name


def test_no_statement_is_made_of_anything_but_our_own_names():
    seen = 0
    for name, tree in sources():
        for node in ast.walk(tree):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in EXECUTE
            if is_call and node.args:
                parts = built(node.args[0])
                assert parts <= IDENTIFIERS.get(name, set()), f"{name}:{node.lineno}: {parts}"
                seen += bool(parts)
    assert seen > 10


def test_nothing_is_set_as_markup_anywhere():
    forbidden = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "toHtml", "setSearchPaths", "fromHtml"}
    for name, tree in sources():
        own = {"setMarkdown"} if name in OWN_PAGES else set()
        assert methods(tree) & forbidden <= own, name
        classes = {name.rpartition(".")[2] for name in imported(tree) if name.startswith("PySide6")}
        boxes = {"QTextBrowser", "QErrorMessage", *(() if name in OWN_PAGES else ("QTextEdit",))}
        assert classes & boxes == set(), name


def test_no_line_of_a_document_goes_through_reportlabs_markup():
    for name, tree in sources():
        names = imported(tree)
        assert {one for one in names if one.startswith("reportlab.platypus")} == set(), name
        assert "reportlab.lib.fontfinder" not in names, name
        assert methods(tree) & (LINKING - DRAWING.get(name, set())) == set(), name


def test_reportlab_has_the_safe_settings_and_documents_refuse_others(monkeypatch):
    load_fonts()
    assert rl_config.toColorCanUse == "rl_extended_literal_eval"
    assert rl_config.trustedHosts is None
    load_fonts.cache_clear()
    for name, value in (("toColorCanUse", "rl_safe_eval"), ("trustedHosts", ["*"])):
        with monkeypatch.context() as other:
            other.setattr(rl_config, name, value)
            with pytest.raises(UnsafeSettings):
                load_fonts()
    load_fonts()


def test_what_is_opened_outside_is_never_a_users_words():
    for name, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("eval", "exec", "os.system", "os.popen", "__import__"), name
                shell = [one for one in node.keywords if one.arg == "shell"]
                assert shell == [], name
                assert not called.endswith("openUrl") or name in OPENING, name
