"""Steps at home are noted on the ladder of the country itself, with the keyboard, and taken back by undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.records import DomesticStage, DomesticStep, Proof, Source, SourceKind, StepState
from hanoi_desk.store import Action, Query
from hanoi_desk.treaty import Stage
from hanoi_desk.ui.countries_page import CountriesPage
from hanoi_desk.ui.forms.step import StepForm
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import ComboField, DateField, Line, Step, StepLook, Stepper, TextLabel

GHANA = desk.participant_id("GH")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> CountriesPage:
    shown = CountriesPage(session)
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    shown.show_goal(Goal("countries", GHANA))
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.view.dossier is not None and shown.view.dossier.id == GHANA)
    return shown


def ladder(page: CountriesPage) -> Stepper:
    return page.view.header.stepper


def open_form(page: CountriesPage, qtbot: QtBot, right: int) -> StepForm:
    """Open a step so many steps to the right of the first one at home."""
    stepper = ladder(page)
    qtbot.keyClick(stepper, Qt.Key.Key_Home)
    for _ in range(right):
        qtbot.keyClick(stepper, Qt.Key.Key_Right)
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    return next(form for form in page.findChildren(StepForm) if form.isVisible())


def put(form: StepForm, **values: object) -> None:
    for name, value in values.items():
        field = form.rows[name].field
        match field:
            case ComboField():
                field.set_value(str(value))
                field.chosen.emit(str(value))
            case DateField():
                field.line.setText(str(value))
                field.line.typed.emit(str(value))
            case Line():
                field.setText(str(value))
                field.typed.emit(str(value))


def hint(form: StepForm) -> str:
    return next(label.text() for label in form.findChildren(TextLabel) if label.objectName() == "hint")


def steps(session: Session) -> list[DomesticStep]:
    return session.store.all(Query(DomesticStep, (("participant", "=", GHANA),)))


def test_a_step_is_noted_with_its_day_and_source_by_keyboard_alone(
    page: CountriesPage, session: Session, qtbot: QtBot
) -> None:
    form = open_form(page, qtbot, 4)
    assert hint(form) == "Unverified until it has a day and a source; it will be marked so."
    put(form, on="15/2/2026", text="Bill 7 tabled", source_title="Order paper 12")
    assert hint(form) == "Proven: a day and a source. It is a step at home, not a deposit."
    form.save()
    (step,) = steps(session)
    assert (step.stage, step.on, step.proof) == (
        DomesticStage.PARLIAMENT_SUBMITTED,
        date(2026, 2, 15),
        Proof.VERIFIED,
    )
    source = session.store.need(Source, step.source or "")
    assert (source.kind, source.title) == (SourceKind.OFFICIAL_STATEMENT, "Order paper 12")
    assert session.store.saves(1)[0].action is Action.RECORD_STEP
    assert session.board().places[GHANA].stage is Stage.PARLIAMENT_SUBMITTED
    assert "Submitted to parliament, now, 15/02/2026" in ladder(page).accessibleName()
    session.store.undo()
    assert steps(session) == []


def test_what_the_press_says_is_marked_unverified_on_the_ladder(
    page: CountriesPage, session: Session, qtbot: QtBot
) -> None:
    form = open_form(page, qtbot, 5)
    put(form, on="15/2/2026", source_kind=SourceKind.PRESS.value, source_title="A newspaper")
    assert hint(form).startswith("Reported:")
    form.save()
    assert steps(session)[0].proof is Proof.UNVERIFIED
    assert session.word("doc.unverified") in ladder(page).accessibleName()


def test_a_planned_step_moves_nothing_and_says_its_day(page: CountriesPage, session: Session, qtbot: QtBot) -> None:
    form = open_form(page, qtbot, 4)
    put(form, state=StepState.PLANNED.value, on="15/2/2027")
    form.save()
    assert session.board().places[GHANA].stage is Stage.SIGNED
    assert "planned 15/02/2027" in [step.note for step in ladder(page)._steps]
    again = open_form(page, qtbot, 4)
    put(again, state=StepState.NOT_APPLICABLE.value)
    again.save()
    assert [step.state for step in steps(session)] == [StepState.NOT_APPLICABLE]  # the same record, mended


def test_signature_and_deposit_cannot_be_noted_by_hand(page: CountriesPage, qtbot: QtBot) -> None:
    stepper = ladder(page)
    opened: list[int] = []
    stepper.opened.connect(opened.append)
    for place, step in enumerate(stepper._steps):
        if step.words.split(",")[0].lower() in ("signed", "instrument deposited", "deposited", "in contact"):
            qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=stepper.cell(place).center())
    assert opened == []
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=stepper.cell(1).center())
    assert opened == [1]


def test_a_ladder_that_cannot_be_changed_takes_no_focus(theme: object, qtbot: QtBot) -> None:
    stepper = Stepper([Step("Signed", StepLook.DONE)])
    qtbot.addWidget(stepper)
    assert stepper.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_source_that_was_typed_is_not_lost_without_a_question(page: CountriesPage, qtbot: QtBot) -> None:
    form = open_form(page, qtbot, 4)
    assert not form.is_changed()
    put(form, source_title="Order paper 12")
    assert form.is_changed()
