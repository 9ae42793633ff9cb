"""What only a person can decide: the order of dates, and the countries behind names that nobody knows."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.desk.workbook import Unknown
from hanoi_desk.language import joined
from hanoi_desk.records import Participant
from hanoi_desk.text import fold
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, ChipEdit, ComboField, FormRow, Suggestion, TextLabel, length
from hanoi_desk.workbook import Sheet
from hanoi_desk.workbook.dates import DayOrder
from hanoi_desk.workbook.mapping import LEFT_OUT, Plan
from hanoi_desk.workbook.questions import example_of

_ROWS_NAMED = 5
#: Names that are asked at once; those that remain come after the next look.
_MOST = 200


class QuestionsStep(QWidget):
    """The third step, shown only where there is something to decide; `changed` tells that something was."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.order_fields: dict[str, ComboField] = {}
        self.name_fields: dict[str, ChipEdit] = {}
        self.left_out: dict[str, QCheckBox] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)

    def ask(self, sheet: Sheet, plan: Plan, undecided: Sequence[str], unknown: Sequence[Unknown]) -> None:
        """Show what is to be decided; what the plan says already is not asked."""
        self.order_fields, self.name_fields, self.left_out = {}, {}, {}
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, length(self, 0.5), 0)
        column.setSpacing(length(self, 0.7))
        if undecided:
            column.addWidget(self._dates_card(sheet, plan, undecided))
        if unknown:
            column.addWidget(self._names_card(unknown[:_MOST]))
        column.addStretch(1)
        self._area.setWidget(page)

    @property
    def first(self) -> QWidget:
        """The field of the first question."""
        fields: list[QWidget] = [*self.order_fields.values(), *self.name_fields.values()]
        return fields[0] if fields else self

    @property
    def orders(self) -> Mapping[str, DayOrder]:
        """What was decided of columns of dates."""
        return {name: DayOrder(field.value) for name, field in self.order_fields.items() if field.value}

    @property
    def names(self) -> Mapping[str, str]:
        """What was decided of names, folded: the key of a participant, or LEFT_OUT."""
        found: dict[str, str] = {}
        for name, field in self.name_fields.items():
            if self.left_out[name].isChecked():
                found[fold(name)] = LEFT_OUT
            elif field.ids:
                found[fold(name)] = self.session.store.need(Participant, field.ids[0]).key
        return found

    def answers(self) -> dict[str, Any]:
        """Return what was answered and typed so far, as JSON has it, for `take_up`."""
        return {
            "orders": {name: field.value for name, field in self.order_fields.items()},
            "named": {name: list(field.ids) for name, field in self.name_fields.items()},
            "typed": {name: field.pending for name, field in self.name_fields.items()},
            "out": [name for name, box in self.left_out.items() if box.isChecked()],
        }

    def take_up(self, answers: Mapping[str, Any]) -> None:
        """Answer again what `answers` gave, as far as it is asked."""
        with suppress(AttributeError, TypeError, ValueError):  # a text from anywhere
            for name, value in answers.get("orders", {}).items():
                if name in self.order_fields:
                    self.order_fields[name].set_value(str(value))
            for name, ids in answers.get("named", {}).items():
                if name in self.name_fields:
                    found = self.session.store.many(Participant, [str(one) for one in ids])
                    self.name_fields[name].set_chips(Suggestion(one.id, self.session.name(one)) for one in found)
            for name, text in answers.get("typed", {}).items():
                if name in self.name_fields:
                    self.name_fields[name].line.setText(str(text))
            for name in answers.get("out", ()):
                if name in self.left_out:
                    self.left_out[name].setChecked(True)
        self.changed.emit()

    def _dates_card(self, sheet: Sheet, plan: Plan, undecided: Sequence[str]) -> Card:
        card = Card(self.tr("Which comes first, the day or the month?"))
        for number, heading in enumerate(undecided):
            example = example_of(sheet, plan, heading)
            words = self.tr("Column “{column}”, as in {example}").format(column=heading, example=example)
            choices = [("", self.tr("choose")), *((order.value, self.session.label(order)) for order in DayOrder)]
            field = ComboField(choices, name=words)
            field.setObjectName(f"order_{number}")
            field.chosen.connect(lambda _: self.changed.emit())
            self.order_fields[heading] = field
            row = FormRow(words.replace("&", "&&"), field)
            row.setMaximumWidth(length(self, 26))
            card.body.addWidget(row)
        return card

    def _names_card(self, unknown: Sequence[Unknown]) -> Card:
        card = Card(self.tr("No country is known by these names"))
        card.body.addWidget(
            TextLabel(
                self.tr("Say once which country each of them is, or leave its rows out. It is remembered."),
                "muted",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(length(self, 0.8))
        for number, one in enumerate(unknown):
            words = self.tr("Which country is “{name}”?").format(name=one.name)
            field = ChipEdit(self._complete, words, self.tr("type the country"))
            field.setObjectName(f"name_{number}")
            box = QCheckBox(self.tr("Leave out"))
            box.setObjectName(f"leave_{number}")
            box.setAccessibleName(self.tr("Leave out “{name}”").format(name=one.name))
            box.toggled.connect(field.setDisabled)
            box.toggled.connect(lambda _: self.changed.emit())
            field.changed.connect(self.changed)
            self.name_fields[one.name], self.left_out[one.name] = field, box
            grid.addWidget(TextLabel(one.name, "strong", wrap=True), number, 0)
            grid.addWidget(TextLabel(self._rows(one), "muted", wrap=True), number, 1)
            grid.addWidget(field, number, 2)
            grid.addWidget(box, number, 3)
        for place, share in ((0, 3), (1, 3), (2, 5)):
            grid.setColumnStretch(place, share)
        card.body.addLayout(grid)
        return card

    def _rows(self, one: Unknown) -> str:
        numbers = [str(row + 1) for row in one.rows[:_ROWS_NAMED]]
        shown = joined(numbers, self.session.language) if len(one.rows) <= _ROWS_NAMED else ", ".join(numbers) + "…"
        return self.tr("Rows: {rows}").format(rows=shown)

    def _complete(self, typed: str) -> list[Suggestion]:
        ids = self.session.names.complete(typed, 6)
        return [
            Suggestion(p.id, self.session.name(p), matched=typed) for p in self.session.store.many(Participant, ids)
        ]
