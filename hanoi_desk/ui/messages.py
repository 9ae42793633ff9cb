"""The one door to the user: questions and troubles in a plain-text box that never blocks the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hanoi_desk.desk import Fault
from hanoi_desk.errors import Told, is_known, sentences, told
from hanoi_desk.language import Language, word
from hanoi_desk.store import StoreError
from hanoi_desk.text import secret_word

_OPEN: set[QMessageBox] = set()


def trouble(parent: QWidget | None, sentence: str, more: str = "") -> QMessageBox:
    """Say what happened and what to do; the box is open when this returns."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence, more)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def tell(parent: QWidget | None, sentence: str, more: str = "") -> QMessageBox:
    """Say something that needs no decision."""
    box = _box(parent, QMessageBox.Icon.Information, sentence, more)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def ask(
    parent: QWidget | None, question: str, yes: str, then: Callable[[], None], *, more: str = "", no: str = ""
) -> QMessageBox:
    """Ask; `then` is called when the button with the words `yes` is pressed. Escape and Return mean no."""
    box = _box(parent, QMessageBox.Icon.Question, question, more)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no or QCoreApplication.translate("messages", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.buttonClicked.connect(lambda button: then() if button is accept else None)
    box.open()
    return box


def failure(
    parent: QWidget | None,
    error: BaseException,
    language: Language,
    path: Path | None = None,
    doing: str = "file",
    *,
    after: str = "",
) -> QMessageBox:
    """Say what an error of the catalogue, or of the system, means and what to do, and `after` that; see `errors.told`.

    What is no such error is a bug of ours, and raised again.
    """
    if not is_known(error):
        raise error
    said = told(error, language, path, doing)
    return trouble(parent, said.happened, f"{said.to_do} {after}".strip())


def known(parent: QWidget | None, key: str, language: Language, **gaps: object) -> QMessageBox:
    """Say an error of the catalogue by its name."""
    return _told(parent, sentences(key, language, **gaps))


def refuse_secret(parent: QWidget | None, path: Path, language: Language) -> bool:
    """Say so, and what to do, where the name of a file bears the mark of a State secret; tell whether it does."""
    mark = secret_word(path.name)
    if mark:
        trouble(parent, word("notice.secret_word", language, mark=mark), word("notice.after_mistake", language))
    return bool(mark)


def store_trouble(parent: QWidget | None, error: StoreError, language: Language) -> QMessageBox:
    """Say what the machine did and what to do, in the user's language."""
    return _told(parent, told(error, language))


def store_sentences(error: StoreError, language: Language) -> tuple[str, str]:
    """Return what the machine did and what to do about it."""
    said = told(error, language)
    return said.happened, said.to_do


def _told(parent: QWidget | None, said: Told) -> QMessageBox:
    return trouble(parent, said.happened, said.to_do)


def fault_sentence(fault: Fault, language: Language) -> str:
    """Return the sentence for a broken rule, to stand beside its field."""
    return word(f"issue.{fault.problem.issue}", language)


def _box(parent: QWidget | None, icon: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Without a parent nothing else would hold the box while it is open.
    _OPEN.add(box)
    box.finished.connect(lambda _: _OPEN.discard(box))
    box.setWindowTitle("Hanoi Desk")
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    return box
