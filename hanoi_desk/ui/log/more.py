"""The fields of a contact that most entries do without, behind one line."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hanoi_desk.language import capital
from hanoi_desk.records import Initiative, Outreach
from hanoi_desk.ui.log.fields import (
    Folded,
    choices,
    clear_problems,
    language_choices,
    letting_narrow,
    name_row,
    name_rows,
)
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, EvenLayout, FormRow, Line, TextArea, length


class MoreFields(Folded):
    """Purpose, questions, our comment, time, initiative, language, reference; third parties present."""

    edited = Signal()

    def __init__(self, session: Session, third: FormRow) -> None:
        """`third` is the field of the third parties, which lies in here."""
        super().__init__()
        self._session = session
        self._outreach: Outreach | None = None
        self._third = third
        self.rows: dict[str, FormRow] = {}
        self.purpose = TextArea("", least=1, most=6)
        self.questions = TextArea("", least=1, most=8)
        self.comment = TextArea("", least=1, most=8)
        self.time = Line()
        self.initiative = ComboField()
        self.language = ComboField()
        self.reference = Line()
        self._body = self._arrange()
        for area in (self.purpose, self.questions, self.comment):
            area.edited.connect(self.edited)
        for line in (self.time, self.reference):
            line.typed.connect(self.edited)
        for combo in (self.initiative, self.language):
            combo.chosen.connect(self.edited)

    def _arrange(self) -> QWidget:
        body = letting_narrow(QWidget(self))
        body.hide()
        names = ("purpose", "questions", "comment", "time", "initiative", "language", "reference")
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(name)
        column = QVBoxLayout(body)
        column.setContentsMargins(length(self, 1), 0, 0, 0)
        column.setSpacing(length(self, 0.4))
        for name in ("purpose", "questions", "comment"):
            column.addWidget(self.rows[name])
        short = EvenLayout(8, spacing=length(self, 0.4))
        for name in ("time", "initiative", "language", "reference"):
            short.addWidget(self.rows[name])
        column.addLayout(short)
        column.addWidget(self._third)
        return body

    def build(self) -> QWidget:
        return self._body

    def show_outreach(self, outreach: Outreach) -> None:
        """Show what a contact holds of these; the part opens where there is something."""
        self._outreach = outreach
        self._offer()
        self.purpose.set_text(outreach.purpose)
        self.questions.set_text(outreach.questions)
        self.comment.set_text(outreach.comment)
        self.time.setText(outreach.time)
        self.initiative.set_value(outreach.initiative)
        self.language.set_value(outreach.language)
        self.reference.setText(outreach.reference)
        held = (outreach.purpose, outreach.questions, outreach.comment, outreach.time, outreach.reference)
        if any(held):
            self.open()
        else:
            self.close_up()

    def fill(self, outreach: Outreach) -> Outreach:
        """Return the contact with what stands in these fields."""
        return replace(
            outreach,
            purpose=self.purpose.text,
            questions=self.questions.text,
            comment=self.comment.text,
            time=self.time.text(),
            initiative=Initiative(self.initiative.value),
            language=self.language.value,
            reference=self.reference.text(),
        )

    def _offer(self) -> None:
        self.initiative.set_choices(choices(self._session, Initiative))
        beside = self._outreach.language if self._outreach else ""
        self.language.set_choices(language_choices(self._session, beside=beside))

    def retranslate(self) -> None:
        """Put the words on it, in the language of the window."""
        name_rows(self._session, "outreach", self.rows)
        own_side = capital(self._session.word("mark.own_side"))
        name_row(self.rows["comment"], f"{self.rows['comment'].label.text()} · {own_side}")
        self.time.setPlaceholderText("14:30")
        self.fold.set_words(
            self.tr("More"), self.tr("purpose, questions, our comment, time, language, reference, third parties")
        )
        self._offer()

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        clear_problems(self.rows.values())
