"""What was begun about the keys and cut short by a lock or the end of the program: the next window says what holds."""

from contextlib import suppress
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from hanoi_desk.store import Store, StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.actions import QT_TRANSLATE_NOOP
from hanoi_desk.ui.main_window import MainWindow

#: The name under which it lies among the drafts of the desk.
PLACE = "key_begun"


class Begun(StrEnum):
    """What is done in a dialog that shows or takes words which somebody may have written down."""

    PAPER = "paper"
    PASSPHRASE = "passphrase"
    COLLEAGUE = "colleague"
    ENCRYPTION = "encryption"


#: What did not come about, and what to do.
_TOLD = {
    Begun.PAPER: (
        QT_TRANSLATE_NOOP("cut_short", "The code for the custodian's paper was not confirmed: it opens nothing."),
        QT_TRANSLATE_NOOP(
            "cut_short",
            "Destroy the paper on which it stands, if there is one, and make a new one. An earlier paper still opens"
            " the desk.",
        ),
    ),
    Begun.PASSPHRASE: (
        QT_TRANSLATE_NOOP("cut_short", "Your passphrase was not changed: the one in force until now stays."),
        QT_TRANSLATE_NOOP("cut_short", "Words that you wrote down for the new one open nothing. Begin again."),
    ),
    Begun.COLLEAGUE: (
        QT_TRANSLATE_NOOP("cut_short", "The colleague was not added: their passphrase does not open the desk yet."),
        QT_TRANSLATE_NOOP("cut_short", "Add them again, under Safekeeping."),
    ),
    Begun.ENCRYPTION: (
        QT_TRANSLATE_NOOP("cut_short", "The desk was not encrypted: it still opens without a passphrase."),
        QT_TRANSLATE_NOOP("cut_short", "Words that you wrote down for it open nothing. Begin again."),
    ),
}


def note_begun(dialog: QDialog, store: Store, begun: Begun) -> None:
    """Note in the desk what a dialog is about until it is left or done: a lock or the end of the program is neither."""

    def forget() -> None:
        with suppress(StoreError):
            store.drop_draft(PLACE)

    with suppress(StoreError):
        store.keep_draft(PLACE, f'"{begun.value}"')
    dialog.finished.connect(forget)


def tell_of_cut(window: MainWindow) -> None:
    """Say once what was cut short, and offer to go where it is begun again."""
    store = window.session.store
    draft = store.draft(PLACE)
    if draft is None:
        return
    with suppress(StoreError):
        store.drop_draft(PLACE)
    begun = next((one for one in Begun if f'"{one.value}"' == draft.json), None)
    if begun is None:
        return
    said, more = (QCoreApplication.translate("cut_short", words) for words in _TOLD[begun])
    if begun is Begun.PAPER:
        again = QCoreApplication.translate("cut_short", "Make a new paper")
        messages.ask(
            window, said, again, window.make_paper, more=more, no=QCoreApplication.translate("cut_short", "Later")
        )
    else:
        messages.tell(window, said, more)
