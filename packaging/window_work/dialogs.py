"""Every dialog and form of the window, and which of them nobody has seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtWidgets import QDialog

from hanoi_desk import desk
from hanoi_desk.records import (
    Appointment,
    Ask,
    Attachment,
    Commitment,
    Coverage,
    DomesticStage,
    DomesticStep,
    Event,
    FollowUp,
    Officer,
    Person,
    PromisedAct,
    Statement,
)
from hanoi_desk.store import Query
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal
from running import KENYA, Trial, first


def every_dialog(trial: Trial) -> None:
    """Open each dialog, look at it and close it."""
    window = trial.window
    for makers in (_of_the_window, _of_records, _of_lists, _of_safekeeping):
        for make in makers(trial):
            show(trial, make)
    assert window.isVisible()


def show(trial: Trial, make: Callable[[], object]) -> None:
    """Call what opens a dialog or gives one to open, look at it when it has all it waits for, and close it."""
    before = set(trial.dialogs())
    made = make()
    if isinstance(made, QDialog) and not made.isVisible():
        made.open()
    trial.settle(lambda: made if isinstance(made, QDialog) else set(trial.dialogs()) - before)
    for one in set(trial.dialogs()) - before:
        trial.settle(partial(getattr, one, "pdf", b"done"))
        trial.look_at(one)
    trial.clear()


def _of_the_window(trial: Trial) -> Iterator[Callable[[], object]]:
    window = trial.window
    for name in [
        "save_calendar",
        "import_workbook",
        "show_keys",
        "save_support",
        "show_about",
        "open_desk",
        "new_desk",
    ]:
        yield getattr(window, name)
    window.go(Goal("treaty"))
    yield window.import_status
    window.go(Goal("coverage"))
    yield window.page.import_table
    window.go(Goal("countries", KENYA))
    yield window.print_brief


def _of_records(trial: Trial) -> Iterator[Callable[[], object]]:
    from hanoi_desk.ui import forms
    from hanoi_desk.ui.attachments.form import AttachmentForm
    from hanoi_desk.ui.countries.participant_form import ParticipantForm
    from hanoi_desk.ui.events.statement_form import StatementPromiseForm
    from hanoi_desk.ui.forms.step import StepForm
    from hanoi_desk.ui.people.end_post import EndPostForm
    from hanoi_desk.ui.people.erase_dialog import EraseDialog
    from hanoi_desk.ui.people.merge_dialog import MergeDialog

    window, session = trial.window, trial.window.session
    store = session.store
    one, other = store.all(Query(Person))[:2]
    task, promise, event = first(trial, FollowUp), first(trial, Commitment), first(trial, Event)
    post, officer, asked = first(trial, Appointment), first(trial, Officer), first(trial, Ask)
    desk.attach_files(store, task, [("thư.txt", b"words")], session.today)
    file = first(trial, Attachment)
    treaty, today = session.board().treaty.id, session.today
    step = DomesticStep(participant=KENYA, treaty=treaty, stage=DomesticStage.POLICY_DECISION)
    said = Statement(event=event.id, participant=KENYA, words="We shall sign.", on=today)
    blank = Commitment(participant=KENYA, treaty=treaty, act=PromisedAct.SIGN, made_on=today)
    for form, record in (
        (forms.PostponingForm, task),
        (forms.DroppingForm, task),
        (forms.ConfirmingForm, promise),
        (forms.AnsweringForm, asked),
        (forms.LeavingForm, officer),
        (forms.AppointmentForm, post),
        (AttachmentForm, file),
        (StepForm, step),
    ):
        yield lambda form=form, record=record: form(session, record, form.__name__, window)
    yield lambda: forms.CoverageForm(session, first(trial, Coverage), "Coverage", window)
    yield lambda: forms.ClosingForm(session, promise, None, "Closing", window)
    yield lambda: StatementPromiseForm(session, said, event, blank, window)
    yield lambda: EndPostForm(session, post, store.need(Person, post.person), window)
    yield lambda: ParticipantForm(session, KENYA, window)
    yield lambda: MergeDialog(session, one, other, parent=window)
    yield lambda: EraseDialog(session, one, window)
    yield lambda: class_of("record")(session, task, window)


def _of_lists(trial: Trial) -> Iterator[Callable[[], object]]:
    from hanoi_desk.ui.lists.dialogs import FiltersDialog, NameDialog

    window = trial.window
    window.go(Goal("commitments"))
    tools = window.page.tools
    yield tools.choose_columns
    yield lambda: NameDialog(lambda name: False, "Ghana", window)
    yield lambda: FiltersDialog(tools.filters, window)
    yield window.page.export


def _of_safekeeping(trial: Trial) -> Iterator[Callable[[], object]]:
    from hanoi_desk.ui.first_start import FirstStart
    from hanoi_desk.ui.safekeeping.dialogs import KeyDialog
    from hanoi_desk.ui.safekeeping.paper import PaperDialog
    from hanoi_desk.ui.unlock import Unlock

    window, language = trial.window, trial.program.language
    path = window.session.store.path
    yield lambda: FirstStart(language, path.parent)
    yield lambda: PaperDialog(window.session, "ABCD-EFGH-JKLM-NPQR", window)
    yield lambda: KeyDialog(language, "Key", "Why", "Do", window, asks_new=True)
    yield lambda: Unlock(path, language, window)
    window.go(Goal("safekeeping"))
    yield window.page.backups.offer_rescue


def unseen(trial: Trial, modules: list[str]) -> set[type]:
    """Return the dialogs of these modules that were never shown; those that others are made of need not be."""
    for name in modules:
        if not name.endswith("__main__"):
            import_module(name)

    def under(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from under(one)

    ours = {kind for kind in under(QDialog) if kind.__module__.startswith("hanoi_desk.")}
    return {kind for kind in ours if kind not in trial.shown and not kind.__subclasses__()}
