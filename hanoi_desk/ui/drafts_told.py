"""What a start says of what was being written in the window itself: where it is found again."""

from PySide6.QtCore import QCoreApplication

from hanoi_desk.store import Store
from hanoi_desk.ui.actions import QT_TRANSLATE_NOOP
from hanoi_desk.ui.main_window import MainWindow

#: Sentences by the name under which a draft lies in the desk; the small forms ask instead, see `form_drafts`.
_SENTENCES = {
    "log_outreach": QT_TRANSLATE_NOOP("drafts", "What you were writing is kept as a draft: Ctrl+L brings it back."),
    "pack_builder": QT_TRANSLATE_NOOP(
        "drafts", "A document that you put together is not saved yet: it is under Briefing packs."
    ),
    "programme": QT_TRANSLATE_NOOP(
        "drafts", "A slot of a programme is not saved yet: the programme of its event offers it."
    ),
    "plenary": QT_TRANSLATE_NOOP("drafts", "A note of a plenary is not saved yet: the plenary of its event offers it."),
}


def told_of_drafts(store: Store) -> str:
    """Return what is to be said of the drafts of a desk, nothing where there is none."""
    told = [sentence for form, sentence in _SENTENCES.items() if store.draft(form) is not None]
    return " ".join(QCoreApplication.translate("drafts", sentence) for sentence in told)


def tell_what_waits(window: MainWindow) -> None:
    """Say at a start where drafts are found again, and what presses."""
    if told := told_of_drafts(window.session.store):
        window.session.say(told)
    window.reminders.tell_at_start()
