"""The one door to the user: questions and troubles in a plain-text box that never blocks the program."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hanoi_desk import language as language_module
from hanoi_desk.desk import Fault
from hanoi_desk.language import Language, word
from hanoi_desk.store import StoreError

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


def store_trouble(parent: QWidget | None, error: StoreError, language: Language) -> QMessageBox:
    """Say what the machine did and what to do, in the user's language."""
    happened, to_do = store_sentences(error, language)
    return trouble(parent, happened, to_do)


def store_sentences(error: StoreError, language: Language) -> tuple[str, str]:
    """Return what the machine did and what to do about it."""
    gaps = {"path": "", "version": "", "copy": "", "detail": "", **error.gaps}
    return language_module.trouble(error.code, language, **gaps)


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
