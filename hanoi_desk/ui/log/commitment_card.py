"""The card of one commitment: who will do what by when, in which words, how firm."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hanoi_desk.commitments import effective_grade, grade_by_words, names_speaker, needs_second_person
from hanoi_desk.language import by_when, capital, word_key
from hanoi_desk.records import (
    Authority,
    Commitment,
    DomesticStage,
    Form,
    Grade,
    Precision,
    PromisedAct,
)
from hanoi_desk.treaty import LegalStep, may_be_signed, next_legal_step
from hanoi_desk.ui.by_when import ByWhen
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.fields import (
    Choices,
    choices,
    language_choices,
    letting_narrow,
    level_choices,
    name_row,
    name_rows,
    unknown,
)
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ComboField,
    DateField,
    EvenLayout,
    FormRow,
    Line,
    Pill,
    TextArea,
    TextLabel,
    length,
)

_ACTS = {
    LegalStep.SIGN_OR_ACCEDE: PromisedAct.SIGN,
    LegalStep.SIGN: PromisedAct.SIGN,
    LegalStep.RATIFY: PromisedAct.RATIFY,
    LegalStep.ACCEDE: PromisedAct.ACCEDE,
}


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the form knows and a card asks for: the countries and the speakers, as choices."""

    countries: Callable[[], Choices]
    speakers: Callable[[str], Choices]


def right_act(session: Session, participant: str) -> PromisedAct:
    """Return the act by which a participant comes nearer now; another one when there is nothing left to do."""
    board = session.board()
    if participant not in board.places:
        return PromisedAct.OTHER
    return _ACTS.get(next_legal_step(board.ledger, participant), PromisedAct.OTHER)


class CommitmentCard(EditCard):
    """One State, one act, one speaker, one date. `commitment` is what the card says now."""

    def __init__(self, session: Session, commitment: Commitment, around: Around, *, is_new: bool = False) -> None:
        """The grade of a new one follows its date and step until somebody grades it."""
        super().__init__()
        self._session = session
        self._around = around
        self.commitment = commitment
        self._graded = not is_new
        self._first_grade = None if is_new else commitment.grade
        self.setObjectName("commitment")
        self.retranslate()

    @property
    def record(self) -> Commitment:
        return self.commitment

    @property
    def is_empty(self) -> bool:
        return not self.is_touched and not self.commitment.words.strip()

    # ---- the fields ----

    def build(self) -> QWidget:
        session = self._session
        self.participant = ComboField()
        self.act = ComboField()
        self.words = TextArea("", least=2, most=8)
        self.verbatim = QCheckBox()
        self.original_words = TextArea("", least=1, most=5)
        self.original_language = ComboField()
        self.by = DateField(lambda: session.today, "", ahead=True, periods=True)
        self.precision = ComboField()
        self.by_words = Line()
        self.by_when = ByWhen(self.by, self.precision, self.by_words, self)
        self.stage = ComboField()
        self.grade = ComboField()
        self.grade_reason = Line()
        self.form = ComboField()
        self.authority = ComboField()
        self.level = ComboField()
        self.speaker = ComboField()
        self.condition = Line()
        self.reciprocal = Line()
        self.hint = TextLabel("", "caption", wrap=True)
        names = (
            "participant", "act", "words", "original_words", "original_language", "by", "precision", "by_words",
            "stage", "grade", "grade_reason", "form", "authority", "level", "speaker", "condition", "reciprocal",
        )  # fmt: skip
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(f"commitment_{name}")
        self.verbatim.setObjectName("commitment_verbatim")
        fields = letting_narrow(QWidget())
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.4))
        column.addLayout(self._pair("participant", "act"))
        column.addWidget(self.rows["words"])
        column.addWidget(self.verbatim)
        column.addLayout(self._pair("original_words", "original_language"))
        column.addLayout(self._pair("by", "precision", "by_words", least=8.5))
        column.addWidget(self.rows["stage"])
        column.addWidget(self.rows["grade"])
        column.addWidget(self.rows["grade_reason"])
        column.addWidget(self.hint)
        column.addLayout(self._pair("form", "authority"))
        column.addLayout(self._pair("speaker", "level"))
        column.addLayout(self._pair("condition", "reciprocal"))
        self._fill()
        self.retranslate()
        self._connect()
        return fields

    def _pair(self, *names: str, least: float = 6.5) -> EvenLayout:
        layout = EvenLayout(least, spacing=length(self, 0.4))
        for name in names:
            layout.addWidget(self.rows[name])
        return layout

    def first_row(self) -> FormRow:
        return self.rows["words"]

    def day_field(self) -> DateField:
        return self.by

    def _fill(self) -> None:
        """Show the commitment in the fields; their choices must stand first."""
        c = self.commitment
        self._offer()
        for field, value in (
            (self.participant, c.participant),
            (self.act, c.act),
            (self.original_language, c.original_language),
            (self.stage, c.stage or ""),
            (self.grade, c.grade),
            (self.form, c.form),
            (self.authority, c.authority),
            (self.level, str(c.level or "")),
            (self.speaker, c.speaker or ""),
        ):
            field.set_value(value)
        self.words.set_text(c.words)
        self.original_words.set_text(c.original_words)
        self.verbatim.setChecked(c.verbatim)
        self.by_when.show_promise(c)
        if self._typed_day:
            self.by.show_typed(self._typed_day)
        self.condition.setText(c.condition)
        self.reciprocal.setText(c.reciprocal)
        self._show_what_goes_together()

    def _offer(self) -> None:
        session, c = self._session, self.commitment
        self.participant.set_choices(self._countries())
        self.act.set_choices(choices(session, self._acts()))
        self.original_language.set_choices(language_choices(session, beside=c.original_language))
        self.precision.set_choices(choices(session, Precision))
        self.stage.set_choices([unknown(session), *choices(session, DomesticStage)])
        self.grade.set_choices(choices(session, Grade))
        self.form.set_choices(choices(session, Form))
        self.authority.set_choices(choices(session, Authority))
        self.level.set_choices(level_choices(session))
        self.speaker.set_choices([unknown(session), *self._around.speakers(c.participant)])

    def _acts(self) -> list[PromisedAct]:
        """Return the acts to choose from; "sign" only while the treaty was open for signature on that day."""
        can_sign = may_be_signed(self._session.board().treaty, self.commitment.made_on)
        return [a for a in PromisedAct if a is not PromisedAct.SIGN or can_sign or self.commitment.act is a]

    def _countries(self) -> Choices:
        known, own = self._around.countries(), self.commitment.participant
        if not own or own in dict(known):
            return known
        place = self._session.board().places.get(own)
        return [*known, (own, self._session.name(place.participant))] if place else known

    def _connect(self) -> None:
        for combo in (self.original_language, self.stage, self.form, self.authority, self.level, self.speaker):
            combo.chosen.connect(self._read)
        self.participant.chosen.connect(self._read_country)
        self.act.chosen.connect(self._read)
        self.grade.chosen.connect(self._read_grade)
        for area in (self.words, self.original_words):
            area.edited.connect(self._read)
        self.by_when.changed.connect(self._read)
        self.by.line.typed.connect(self.touch)
        for line in (self.grade_reason, self.condition, self.reciprocal):
            line.typed.connect(self._read)
        self.verbatim.clicked.connect(self._read)

    # ---- reading ----

    def _read_country(self) -> None:
        self.act.set_value(right_act(self._session, self.participant.value))
        self._read()
        self.speaker.set_choices([unknown(self._session), *self._around.speakers(self.commitment.participant)])

    def _read_grade(self) -> None:
        self._graded = True
        self._read()

    def _read(self) -> None:
        when = self.by_when.when
        self.commitment = replace(
            self.commitment,
            participant=self.participant.value,
            act=PromisedAct(self.act.value),
            words=self.words.text,
            verbatim=self.verbatim.isChecked(),
            original_words=self.original_words.text,
            original_language=self.original_language.value,
            by=when.by,
            precision=when.precision,
            by_words=when.by_words,
            stage=DomesticStage(self.stage.value) if self.stage.value else None,
            grade=Grade(self.grade.value),
            grade_reason=self.grade_reason.text() or self.commitment.grade_reason,
            form=Form(self.form.value),
            authority=Authority(self.authority.value),
            level=int(self.level.value) if self.level.value else None,
            speaker=self.speaker.value or None,
            condition=self.condition.text(),
            reciprocal=self.reciprocal.text(),
        )
        self._follow_the_test_of_grades()
        self._show_what_goes_together()
        self.touch()

    def _follow_the_test_of_grades(self) -> None:
        """Until somebody grades it, the grade is that of the words."""
        if self._graded:
            return
        grade = grade_by_words(self.commitment)
        self.grade.set_value(grade)
        self.commitment = replace(self.commitment, grade=grade)

    def _show_what_goes_together(self) -> None:
        c = self.commitment
        regraded = self._first_grade is not None and self._first_grade is not c.grade
        self.rows["grade_reason"].setVisible(regraded)
        self.rows["original_words"].setVisible(c.verbatim or bool(c.original_words))
        self.rows["original_language"].setVisible(c.verbatim or bool(c.original_language))
        self.rows["by_words"].setVisible(c.precision in (Precision.SESSION, Precision.NONE) or bool(c.by_words))
        self.hint.setText(self._advice())

    def _advice(self) -> str:
        told = [
            self.tr("By the words, not by hope; when between two, take the lower."),
            self.tr("One State, one act, one speaker, one date: what a group said together is nobody's commitment."),
        ]
        counts = effective_grade(self.commitment, self._session.today)
        if counts is not self.commitment.grade:
            told.append(self.tr("In totals it counts as: {grade}.").format(grade=self._session.label(counts)))
        if needs_second_person(self.commitment):
            told.append(self.tr("A second person is to confirm this grade."))
        if not names_speaker(self.commitment):
            told.append(self.tr("No speaker is named yet."))
        return " ".join(told)

    def refresh_choices(self) -> None:
        if not self.commitment.participant and (known := self._around.countries()):
            first = known[0][0]
            self.commitment = replace(self.commitment, participant=first, act=right_act(self._session, first))
            if self.is_built:
                self.act.set_value(self.commitment.act)
        if self.is_built:
            self.participant.set_choices(self._countries())
            self.participant.set_value(self.commitment.participant)
            self.speaker.set_choices([unknown(self._session), *self._around.speakers(self.commitment.participant)])
        self.summarise()

    def set_made_on(self, day: date) -> None:
        """Follow the date of the contact."""
        if day != self.commitment.made_on:
            self.commitment = replace(self.commitment, made_on=day)
            if self.is_built:
                self.act.set_choices(choices(self._session, self._acts()))

    # ---- words ----

    def retranslate(self) -> None:
        self.done.setText(self.tr("Done"))
        self.drop.setText(self.tr("Remove"))
        self.cross.setToolTip(self.tr("Remove this commitment"))
        self.cross.setAccessibleName(self.tr("Remove this commitment"))
        if self.rows:
            name_rows(self._session, "commitment", self.rows)
            name_row(self.rows["words"], self.tr("In which words"))
            name_row(self.rows["precision"], self.tr("Exact to"))
            name_row(self.rows["authority"], self.tr("Speaking for"))
            self.words.setPlaceholderText(self.tr("As close to what was said as you can"))
            self.verbatim.setText(capital(self._session.word("commit.quote")))
            self.by_words.setPlaceholderText(self.tr("such as “the spring session”"))
            self._offer()
            self.hint.setText(self._advice())
        self.summarise()

    def summarise(self) -> None:
        c, session = self.commitment, self._session
        place = session.board().places.get(c.participant)
        country = session.name(place.participant) if place else self.tr("A country not yet chosen")
        act = session.word(word_key(c.act))
        when = by_when(c.by, c.precision, c.by_words, session.language)
        has_day = c.precision is not Precision.NONE or bool(c.by_words.strip())
        if c.grade is Grade.DECLINED:
            self.face.sentence.set_words(self.tr("{country} declines for now to {act}"), country=country, act=act)
        elif has_day:
            self.face.sentence.set_words(self.tr("{country} will {act} {when}"), country=country, act=act, when=when)
        else:
            self.face.sentence.set_words(self.tr("{country} will {act}"), country=country, act=act)
        pills = [Pill(session.label(c.form), Tone.AMBER), Pill(session.label(c.grade))]
        if c.stage:
            pills.append(Pill(session.label(c.stage)))
        words = " ".join((c.words or c.original_words).split())
        self.face.show_card(pills, self.tr("“{words}”").format(words=words) if words and c.verbatim else words)
