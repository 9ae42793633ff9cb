"""The forms of a promise: what was undertaken and how firmly, who confirms the grade, and what became of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Self

from PySide6.QtWidgets import QWidget

from hanoi_desk.commitments import (
    effective_grade,
    grade_by_words,
    is_raised,
    names_speaker,
    needs_second_person,
)
from hanoi_desk.desk import close_commitment, confirm_grade, graded_by, record_commitment
from hanoi_desk.language import short_date
from hanoi_desk.records import (
    Authority,
    Commitment,
    CommitmentState,
    DomesticStage,
    Form,
    Grade,
    Outreach,
    OutreachCountry,
    Person,
    Precision,
    PromisedAct,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.store.titles import title
from hanoi_desk.ui.by_when import ByWhen
from hanoi_desk.ui.forms.shared import level_row, officers, require
from hanoi_desk.ui.log.fields import language_choices
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, ComboField, DateField, FormRow, Line, TextArea, TextLabel

#: Contacts with a country, and persons of it, among which one is chosen.
_CONTACTS = 60
_PERSONS = 200
#: What a person may say became of a promise.
_ENDS = (
    CommitmentState.KEPT,
    CommitmentState.PARTLY_KEPT,
    CommitmentState.LAPSED,
    CommitmentState.WITHDRAWN,
)


class CommitmentForm(RecordForm):
    """A promise: one State, one act, one speaker, one date, and the contact that is its proof."""

    def build(self) -> None:
        self._before = self.session.store.get(Commitment, self._shown.id)
        self._is_graded = self._before is not None
        country = self.country()  # the first row, and the first with the cursor
        self._contacts = self.one_of("outreach", ())
        self._speakers = self.one_of("speaker", ())
        self._rules = TextLabel("", "caption", wrap=True)
        self._advice = TextLabel("", "caption", wrap=True)
        self._advice.setObjectName("advice")
        self.line(self._rules)
        self.line(country, self.choice("act", PromisedAct))
        self.line(self._by_when(), self.rows["precision"], self.rows["by_words"])
        self.line(self.area("words"), self.check("verbatim"))
        self.line(self.area("original_words", least=1), self._language())
        self.line(self._contacts, self.day("made_on"))
        self.line(self._speakers, self.text("speaker_title"))
        self.line(level_row(self), self.choice("authority", Authority), self.choice("form", Form))
        self.line(self._stage())
        self.line(self.choice("grade", Grade), self.area("grade_reason", least=1))
        self.line(self._advice)
        self.line(self.text("condition"), self.text("reciprocal"))
        self._rules.setText(
            self.tr(
                "One State, one act, one speaker, one date, one record. "
                "What a group said together is nobody's commitment: log it with the contact instead."
            )
        )
        field = country.field
        assert isinstance(field, ChipEdit)
        field.changed.connect(self._offer)
        self._listen()

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._offer()
        for name in ("outreach", "speaker"):
            self._set[name](getattr(record, name, None))
        # The reason on file speaks of an earlier change.
        self._set["grade_reason"]("")
        self._advise()

    def take_up(self, beside: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        super().take_up(beside, typed)
        shown = self._shown
        assert isinstance(shown, Commitment)
        if shown.grade is not grade_by_words(shown):
            self._is_graded = True  # by the person who wrote it
            self._set["grade"](shown.grade)
        if self._before and shown.grade_reason != self._before.grade_reason:
            self._set["grade_reason"](shown.grade_reason)
        self._advise()

    def keep(self, record: Commitment) -> None:
        require(record, "participant")
        if self._before and not record.grade_reason.strip() and not is_raised(self._before, record):
            record = replace(record, grade_reason=self._before.grade_reason)
        record_commitment(self.session.store, record)

    def record(self) -> Record:
        held, when = super().record(), self._when.when
        assert isinstance(held, Commitment)
        return replace(held, by=when.by, precision=when.precision, by_words=when.by_words)

    # ---- rows ----

    def _by_when(self) -> FormRow:
        """Return the row of the date, beside which those of its exactness and of the speaker's words are made."""
        row = self.day("by", ahead=True, periods=True)
        precision, words = self.choice("precision", Precision), self.text("by_words")
        assert isinstance(row.field, DateField)
        assert isinstance(precision.field, ComboField)
        assert isinstance(words.field, Line)
        self._when = ByWhen(row.field, precision.field, words.field, self)
        return row

    def _stage(self) -> FormRow:
        row = self.one_of("stage", [(stage.value, self.session.label(stage)) for stage in DomesticStage])
        chosen = self._get["stage"]
        self._get["stage"] = lambda: DomesticStage(chosen()) if chosen() else None
        return row

    def _language(self) -> FormRow:
        box = ComboField(language_choices(self.session, beside=getattr(self._shown, "original_language", "")))
        return self.row("original_language", box, lambda: box.value, box.set_value)

    def _offer(self) -> None:
        """Offer the contacts with the chosen country and the persons of it."""
        country, store = self.value("participant"), self.session.store
        own = (("participant", "=", country),)
        theirs = Query(OutreachCountry, own, select="outreach")
        asked = Query(Outreach, (("id", "in", theirs),), order_by="held_on", descending=True, limit=_CONTACTS)
        contacts: list[Outreach] = store.all(asked) if country else []
        persons: list[Person] = store.all(Query(Person, own, order_by="title", limit=_PERSONS)) if country else []
        told = [(o.id, f"{short_date(o.held_on)}, {title(o) or self.session.label(o.kind)}") for o in contacts]
        for row, choices in ((self._contacts, told), (self._speakers, [(p.id, p.name) for p in persons])):
            box = row.field
            assert isinstance(box, ComboField)
            box.set_choices([("", "–"), *choices])

    # ---- what follows from what is typed ----

    def _listen(self) -> None:
        self._when.changed.connect(self._advise)
        for name, row in self.rows.items():
            match row.field:
                case ComboField() as box if name == "grade":
                    box.chosen.connect(self._grade)
                case ComboField() as box:
                    box.chosen.connect(self._advise)
                case DateField() as day if name != "by":
                    day.changed.connect(self._advise)
                case Line() as line:
                    line.typed.connect(self._advise)
                case TextArea() as area:
                    area.edited.connect(self._advise)

    def _grade(self) -> None:
        self._is_graded = True
        self._advise()

    def _advise(self) -> None:
        """Say how the promise counts, and what is missing of one that is somebody's."""
        held = self.record()
        assert isinstance(held, Commitment)
        if not self._is_graded:
            self._set["grade"](grade_by_words(held))
            held = replace(held, grade=grade_by_words(held))
        changed = self._before is not None and self._before.grade is not held.grade
        self.rows["grade_reason"].setVisible(changed)
        told = [self.tr("By the words, not by hope; when between two, take the lower.")]
        if self._before and is_raised(self._before, held):
            told.append(self.tr("A grade is raised with a reason, which stays in the history."))
        counts = effective_grade(held, self.session.today)
        if counts is not held.grade:
            told.append(self.tr("In totals it counts as: {grade}.").format(grade=self.session.label(counts)))
        if needs_second_person(held):
            told.append(self.tr("A second person is to confirm this grade."))
        if not names_speaker(held):
            told.append(self.tr("No speaker is named yet."))
        self._advice.setText(" ".join(told))


class ConfirmingForm(RecordForm):
    """Who, beside the one who gave it, has read the record and agrees with the grade."""

    def build(self) -> None:
        grader = graded_by(self.session.store, self._shown_commitment())
        others = [(key, name) for key, name in officers(self.session) if key != grader]
        grade = self.session.label(self._shown_commitment().grade)
        self.line(TextLabel(grade, "strong", wrap=True))
        self.line(self.one_of("confirmed_by", others))
        words = self.tr("The second person reads the words and the record, and is not the one who gave this grade.")
        if not others:
            words = self.tr("{rule} No other officer is on file yet.").format(rule=words)
        self.line(TextLabel(words, "caption", wrap=True))
        self._own = self.session.store.who if self.session.store.who in dict(others) else ""

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._set["confirmed_by"](self._own)

    def take_up(self, beside: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        super().take_up(beside, typed)
        self._set["confirmed_by"](self._shown_commitment().confirmed_by or "")

    def keep(self, record: Commitment) -> None:
        before = self.session.store.need(Commitment, record.id)
        confirm_grade(self.session.store, before, record.confirmed_by or "")

    def _shown_commitment(self) -> Commitment:
        assert isinstance(self._shown, Commitment)
        return self._shown


class ClosingForm(RecordForm):
    """What became of a promise, and why."""

    def __init__(
        self, session: Session, record: Commitment, shown_by: str | None, title: str, parent: QWidget | None = None
    ) -> None:
        """`shown_by` is the treaty action that shows it kept, if there is one."""
        self._shown_by = shown_by
        super().__init__(session, record, title, parent)

    @classmethod
    def again(
        cls, session: Session, record: Any, title: str, beside: Mapping[str, Any], parent: QWidget | None = None
    ) -> Self:
        return cls(session, record, beside.get("shown_by"), title, parent)

    def beside(self) -> dict[str, Any]:
        return {**super().beside(), "shown_by": self._shown_by}

    def build(self) -> None:
        self.line(self.choice("state", CommitmentState, *_ENDS))
        self.line(self.area("closed_reason"))

    def keep(self, record: Commitment) -> None:
        before = self.session.store.need(Commitment, record.id)
        shown_by = self._shown_by if record.state is CommitmentState.KEPT else None
        today = self.session.today
        close_commitment(self.session.store, before, record.state, today, record.closed_reason, shown_by)


def blank_commitment(treaty: str, today: date) -> Commitment:
    """Return a promise that says nothing yet."""
    return Commitment(participant="", treaty=treaty, act=PromisedAct.SIGN, made_on=today)
