"""Every word of the window is said in Vietnamese, with nothing of the English lost on the way."""

import ast
import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence

from hanoi_desk.assets import asset
from hanoi_desk.ui.actions import ACTIONS, MENUS

ROOT = Path(__file__).resolve().parent.parent
OWN = ("hanoi_desk_vi", "hanoi_desk_en")
ALL = (*OWN, "qt_vi")
GAP = re.compile(r"\{\w+\}|%n|%L?\d")
MNEMONIC = re.compile(r"&(?!&)(\w)")
ENDINGS = ("…", "...", ":", ".", "?", " ")


@dataclass(frozen=True)
class Message:
    """One text of a .ts file; a plural has several translations, any other one."""

    context: str
    source: str
    said: tuple[str, ...]
    is_plural: bool
    mark: str


def messages(path: Path) -> list[Message]:
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            found.append(
                Message(
                    context.findtext("name", ""),
                    one.findtext("source", ""),
                    tuple(forms) or (translation.text or "",),
                    one.get("numerus") == "yes",
                    translation.get("type", ""),
                )
            )
    return found


def kept(name: str) -> list[Message]:
    return messages(asset(f"translations/{name}.ts"))


@pytest.fixture(scope="module")
def translate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def vietnamese(qapp) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(asset("translations/hanoi_desk_vi.qm")))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_left_to_translate(name):
    assert [one for one in kept(name) if one.mark or not all(one.said)] == []


@pytest.mark.parametrize("name", OWN)
def test_the_files_hold_what_the_program_says_and_no_more(name, translate, tmp_path):
    fresh = tmp_path / f"{name}.ts"
    translate.update(fresh)
    known = [(one.context, one.source, one.is_plural) for one in kept(name)]
    assert sorted((one.context, one.source, one.is_plural) for one in messages(fresh)) == sorted(known)
    assert len(set(known)) == len(known)


@pytest.mark.parametrize("name", OWN)
def test_what_is_loaded_is_what_was_written(name, translate, tmp_path):
    translate.release(name, ROOT / "resources" / "translations", tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == asset(f"translations/{name}.qm").read_bytes()


@pytest.mark.parametrize("name", ALL)
def test_every_gap_is_filled_in_the_translation_too(name):
    wrong = [
        (one.source, said)
        for one in kept(name)
        for said in one.said
        if sorted(GAP.findall(one.source)) != sorted(GAP.findall(said))
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ALL)
def test_a_sentence_ends_as_it_does_in_english(name):
    def ending(text: str) -> str:
        return next((end for end in ENDINGS if text.endswith(end)), "")

    wrong = [(one.source, said) for one in kept(name) for said in one.said if ending(one.source) != ending(said)]
    assert wrong == []


@pytest.mark.parametrize("name", ALL)
def test_a_key_that_opens_a_menu_in_english_has_one_in_the_translation_that_can_be_typed(name):
    for one in kept(name):
        keys = [MNEMONIC.findall(text) for text in (one.source, *one.said)]
        assert len({len(found) for found in keys}) == 1, one.source
        assert all(key.isascii() and key.isalnum() for found in keys for key in found), one.said


def test_no_two_entries_of_a_menu_have_the_same_key(vietnamese):
    menus = {"bar": [text for _, text in MENUS]}
    for name, specs in groupby(ACTIONS, key=lambda spec: spec.menu):
        menus.setdefault(name, []).extend(spec.text for spec in specs)
    for name, texts in menus.items():
        words = [vietnamese.translate("actions", text) or text for text in texts]
        keys = [key.lower() for said in words for key in MNEMONIC.findall(said)]
        assert len(set(keys)) == len(keys), (name, words)


def test_the_keys_of_the_log_form_are_not_those_of_a_menu(vietnamese):
    said = "".join(vietnamese.translate("actions", text) for _, text in MENUS)
    assert not {"c", "f"} & {key.lower() for key in MNEMONIC.findall(said)}


@pytest.mark.parametrize(("name", "forms"), [("hanoi_desk_vi", 1), ("hanoi_desk_en", 2)])
def test_a_plural_has_as_many_forms_as_the_language(name, forms):
    assert {len(one.said) for one in kept(name) if one.is_plural} == {forms}


def test_english_says_one_contact_and_two_contacts(qapp):
    english = QTranslator()
    assert english.load(str(asset("translations/hanoi_desk_en.qm")))
    told = [english.translate("OutreachListing", "%n contact(s)", "", number) for number in (0, 1, 2)]
    assert told == ["%n contacts", "%n contact", "%n contacts"]
    assert all("(" not in said or "left" in said for one in kept("hanoi_desk_en") for said in one.said)


def test_vietnamese_marks_no_plural(vietnamese):
    told = {vietnamese.translate("OutreachListing", "%n contact(s)", "", number) for number in (0, 1, 2)}
    assert told == {"%n cuộc tiếp xúc"}


def test_the_buttons_that_qt_makes_speak_vietnamese(vietnamese):
    told = [vietnamese.translate("QPlatformTheme", text) for text in ("OK", "Cancel", "Save", "Close", "&Yes", "&No")]
    assert told == ["Đồng ý", "Hủy", "Lưu", "Đóng", "&Có", "&Không"]


def test_every_word_translated_for_qt_is_one_that_qt_says():
    qt = QTranslator()
    assert qt.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert [one for one in kept("qt_vi") if not qt.translate(one.context, one.source)] == []


def test_a_key_is_the_same_key_whatever_it_is_called(vietnamese):
    for keys in (key for spec in ACTIONS for key in spec.keys.split("; ") if key):
        portable = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
        assert portable == keys


def test_vietnamese_is_written_in_one_style():
    elsewhere = re.compile(r"o[àáảãạ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)  # "hoà", "uỷ": here it is "hòa", "ủy"
    said = [text for name in ("hanoi_desk_vi", "qt_vi") for one in kept(name) for text in one.said]
    assert [text for text in said if elsewhere.search(text) or "!" in text] == []


def calls_to_tr() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted((ROOT / "hanoi_desk" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                yield f"{path.name}:{node.lineno}", node


def test_every_text_to_translate_is_written_out():
    # lupdate sees neither a name nor an f-string, and the text would stay English.
    assert [place for place, call in calls_to_tr() if not isinstance(call.args[0], ast.Constant)] == []


def test_no_sentence_with_a_number_stands_in_a_class_that_others_are_made_from():
    bases, counting = set(), {}
    for path in sorted((ROOT / "hanoi_desk" / "ui").rglob("*.py")):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(found, ast.ClassDef):
                bases |= {ast.unparse(base).split("[")[0].split(".")[-1] for base in found.bases}
                calls = [one for one in ast.walk(found) if isinstance(one, ast.Call) and one.args]
                said = [ast.unparse(one.args[0]) for one in calls if ast.unparse(one.func) == "self.tr"]
                counting[found.name] = [text for text in said if "%n" in text]
    # Qt looks for plurals under the name of the class that is there, not of the one that says them.
    assert {name: texts for name, texts in counting.items() if texts and name in bases} == {}
