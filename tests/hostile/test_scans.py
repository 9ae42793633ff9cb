"""What the sources may not contain: a door to the network, SQL made of values, markup made of a user's words."""

from functools import cache

import pytest
from reportlab import rl_config
from sources import Source, sources

from hanoi_desk.pdf.fonts import UnsafeSettings, load_fonts

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


@cache
def imported(one: Source) -> frozenset[str]:
    """Return all that is imported, each name with all that it lies in."""
    names = one.imports | one.from_names
    return frozenset(".".join(name.split(".")[: n + 1]) for name in names for n in range(name.count(".") + 1))


def test_no_module_imports_a_way_to_the_network():
    for one in sources():
        assert imported(one) & NETWORK == set(), one.name


def test_no_module_imports_what_runs_or_unpacks_what_others_wrote():
    for one in sources():
        own = {"xml.etree.ElementTree"} if one.layer == "untc" else set()
        assert imported(one) & DANGEROUS <= own, one.name


def test_no_secret_is_left_to_a_keyring_that_may_forget_it():
    for one in sources():
        assert imported(one) & {"keyring", "secretstorage", "win32cred"} == set(), one.name


def test_no_statement_is_made_of_anything_but_our_own_names():
    seen = 0
    for one in sources():
        for call in one.calls:
            assert call.put_in <= IDENTIFIERS.get(one.name, set()), f"{one.name}:{call.line}: {call.put_in}"
            seen += bool(call.put_in)
    assert seen > 10


def test_nothing_is_set_as_markup_anywhere():
    forbidden = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "toHtml", "setSearchPaths", "fromHtml"}
    for one in sources():
        own = {"setMarkdown"} if one.name in OWN_PAGES else set()
        assert one.methods & forbidden <= own, one.name
        classes = {name.rpartition(".")[2] for name in imported(one) if name.startswith("PySide6")}
        boxes = {"QTextBrowser", "QErrorMessage", *(() if one.name in OWN_PAGES else ("QTextEdit",))}
        assert classes & boxes == set(), one.name


def test_no_line_of_a_document_goes_through_reportlabs_markup():
    for one in sources():
        names = imported(one)
        assert {name for name in names if name.startswith("reportlab.platypus")} == set(), one.name
        assert "reportlab.lib.fontfinder" not in names, one.name
        assert one.methods & (LINKING - DRAWING.get(one.name, set())) == set(), one.name


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
    for one in sources():
        assert one.called() & {"eval", "exec", "os.system", "os.popen", "__import__"} == set(), one.name
        assert all("shell" not in call.keywords for call in one.calls), one.name
        assert one.called("openUrl") == set() or one.name in OPENING, one.name
