"""One catalogue of errors: whatever the user can meet has a name, a sentence and what to do, in both languages."""

import ast
import errno
import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest

import hanoi_desk
from hanoi_desk import errors
from hanoi_desk.assets import MissingAsset
from hanoi_desk.board import NoTreaty
from hanoi_desk.briefing.situation import UnknownCountry
from hanoi_desk.coverage_table import TableError, TableFault
from hanoi_desk.desk.attaching import BadFile, FileFault, NotAttached
from hanoi_desk.desk.discarding import CannotRestore
from hanoi_desk.desk.keys import LastKey
from hanoi_desk.desk.packs import NumberTaken
from hanoi_desk.documents import CannotMake
from hanoi_desk.errors import areas, catalogue, in_general, is_known, sentences, told
from hanoi_desk.file_names import refuse_bad_name
from hanoi_desk.folder import FolderError, FolderFault
from hanoi_desk.language import INTERFACE, Language, terms
from hanoi_desk.pdf.copies import DamagedDocument
from hanoi_desk.records import Issue
from hanoi_desk.storage import StoreError, StoreErrorCode
from hanoi_desk.untc.errors import Fault, UntcError
from hanoi_desk.updates import Refusal, RefusedUpdate
from hanoi_desk.workbook import WorkbookError
from hanoi_desk.workbook.errors import WorkbookFault
from hanoi_desk.workbook.mapping import BadMapping

PACKAGE = Path(hanoi_desk.__file__).parent
#: Every error of ours that the user can meet, once for each thing that it may say.
MET = {
    StoreError: [StoreError(code) for code in StoreErrorCode],
    UntcError: [UntcError(fault, "") for fault in Fault],
    WorkbookError: [WorkbookError(fault, limit=1, line=2) for fault in WorkbookFault],
    BadMapping: [BadMapping("JSON")],
    TableError: [TableError(fault) for fault in TableFault],
    FolderError: [FolderError(why) for why in (*FolderFault, *Issue)],
    NotAttached: [NotAttached([BadFile("a.pdf", why, "MẬT")]) for why in FileFault],
    CannotRestore: [CannotRestore("name")],
    LastKey: [LastKey()],
    MissingAsset: [MissingAsset("fonts/a.ttf", "here")],
    NoTreaty: [NoTreaty("XVIII-99")],
    UnknownCountry: [UnknownCountry("Atlantis")],
    NumberTaken: [NumberTaken("HD-2026-0147")],
    DamagedDocument: [DamagedDocument()],
    CannotMake: [
        CannotMake(key, name="Kenya", found="…", number="…") for key in sorted(areas()) if key.startswith("document.")
    ],
    RefusedUpdate: [RefusedUpdate(why, "2.0") for why in Refusal],
}
#: Errors of ours that never reach the user as they are, and why.
UNSEEN = {
    "ClearNo": "carries sentences of the catalogue to the command line",
    "OutputClosed": "nobody is there to read",
    "BadValue": "a remark on one line of a log, told with its line",
    "SecretMark": "a remark on one line of a log, told with its line",
    "_Faulty": "a remark on one line of a log, told with its line",
    "Refusal": "a remark on one row of a workbook",
    "BadDate": "a remark on one cell of a workbook",
    "Refused": "rules that fields break, told beside the fields",
    "Overlapping": "a rule that a field breaks, told beside the field",
    "NoSuchPeriod": "a rule that a field breaks, told beside the field",
    "Stopped": "the user stopped it",
    "Cancelled": "the user stopped it",
    "DamagedDraft": "the draft is left out, and the form begins empty",
    "DamagedForm": "the draft is left out, and no form opens",
    "HelpPageError": "a mistake in a shipped page, found by the tests",
    "UnsafeSettings": "a mistake of whoever built the program",
    "_NothingToSave": "a save in which nothing changed",
    "OwnCountry": "told as a document that cannot be made",
    "Internal": "told as a document that cannot be made",
    "_Unclear": "a remark on one row of a table",
    "_Unreadable": "a remark on one line of a folder",
}


@cache
def own_errors():
    found = set()
    for module in pkgutil.walk_packages([str(PACKAGE)], "hanoi_desk."):
        if module.name == "hanoi_desk.__main__":
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Exception) and value.__module__.startswith("hanoi_desk"):
                found.add(value)
    return found


@cache
def named_in_sources():
    """Return every text that stands in the sources, and the beginnings of those that are put together."""
    texts = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
    return texts


def test_every_error_of_ours_is_in_the_catalogue_or_never_seen():
    unknown = {one for one in own_errors() if one.__name__ not in UNSEEN} - set(MET)
    assert unknown == set()
    assert {one.__name__ for one in MET} & set(UNSEEN) == set()


@pytest.mark.parametrize("language", INTERFACE)
def test_each_says_what_happened_and_what_to_do(language):
    for met in (error for several in MET.values() for error in several):
        assert is_known(met)
        said = told(met, language)
        assert said.happened != said.to_do
        assert "{" not in said.line, said


def test_every_entry_is_whole_in_both_languages_and_tells_somebody_to_do_something():
    rows = catalogue()
    assert len({row["key"] for row in rows}) == len(rows) > 100
    for row in rows:
        assert all(row[name].strip() for name in ("en", "en_do", "vi", "vi_do")), row["key"]
        for text in (row["en_do"], row["vi_do"]):
            assert text[0].isupper() or text[0] in "{-", row["key"]
            assert text.rstrip()[-1] in ".}", row["key"]
        for name in ("", "_do"):
            gaps = [set(errors._GAP.findall(row[language + name])) for language in ("en", "vi")]
            assert gaps[0] == gaps[1], row["key"]
        # Vietnamese asks with "hãy", or says what not to do.
        polite = ("Hãy", "hãy", "Đừng", "Không", "Có thể", "Chỉ", "Chưa", "Nếu", "Các trang")
        assert any(word in row["vi_do"] for word in polite), row["key"]


def test_every_entry_is_met_somewhere():
    keys = {error.key for several in MET.values() for error in several}
    assert set(areas()) - keys - named_in_sources() == set()


def test_the_command_line_says_no_only_in_words_of_the_catalogue():
    own_words = []
    for path in sorted((PACKAGE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "ClearNo":
                (said,) = node.args
                if re.search(r"\.word\('cli\.", ast.unparse(said)):
                    own_words.append(f"{path.name}: {ast.unparse(said)}")
    assert own_words == []


def test_every_area_has_its_words():
    assert all(f"error_area.{area}" in terms() for area in areas().values())


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "no_room"), (errno.EACCES, "not_allowed"), (errno.EROFS, "not_allowed"),
     (errno.ENOENT, "not_there_to_write"), (errno.EIO, "unwritten")],
)  # fmt: skip
def test_what_the_system_says_of_a_file_is_told_by_its_reason(number, key):
    said = told(OSError(number, "the reason"), Language.EN, Path("talk.pdf"), "unwritten")
    assert said.key == key
    assert "talk.pdf" in said.happened


@pytest.mark.parametrize(
    ("number", "other", "key"),
    [(32, None, "held"), (33, None, "held"), (5, "talk.pdf", "held"), (5, None, "not_allowed")],
)
def test_on_windows_a_file_that_another_program_shows_is_named_as_such(number, other, key):
    denied = OSError(errno.EACCES, "Access is denied", ".talk.part", None, other)
    denied.winerror = number
    said = told(denied, Language.EN, Path("talk.pdf"), "unwritten")
    assert said.key == key
    assert "talk.pdf" in said.happened


@pytest.mark.parametrize("name", ["a?b.pdf", "10:30.pdf", "aux.pdf", "CON", "x\t.pdf"])
def test_a_name_that_windows_and_sticks_have_not_is_named_as_such(tmp_path, name):
    with pytest.raises(OSError, match="Invalid") as refused:
        refuse_bad_name(tmp_path / name, windows=True)
    assert told(refused.value, Language.EN, doing="unwritten").key == "bad_name"
    refuse_bad_name(tmp_path / name, windows=False)
    refuse_bad_name(tmp_path / "Công văn (1).v2.pdf", windows=True)


def test_an_error_without_a_file_is_about_the_answer():
    assert told(OSError(errno.EIO, "the reason"), Language.EN).key == "output"


def test_what_is_a_bug_of_ours_is_never_told_as_anything_else():
    assert not is_known(ValueError("x"))
    with pytest.raises(TypeError, match="ValueError"):
        told(ValueError("x"), Language.EN)


def test_a_name_that_the_catalogue_lacks_is_a_bug():
    with pytest.raises(KeyError):
        sentences("no_such_error", Language.EN)


def test_the_help_lists_an_error_without_what_is_known_only_then():
    assert in_general("in_use", Language.EN).happened == "This desk is already open: …, since …."
