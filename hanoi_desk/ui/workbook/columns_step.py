"""What a row is and what each column means."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.desk.workbook import shown_text
from hanoi_desk.language import joined, word_key
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, ElidedLabel, FormRow, TextLabel, length
from hanoi_desk.ui.workbook.sheet_step import shown_value
from hanoi_desk.workbook import Sheet
from hanoi_desk.workbook.mapping import Plan, data_rows, headings
from hanoi_desk.workbook.vocabulary import MEANINGS, NEEDED, SHARED, Meaning, RowKind, guess_columns

_EXAMPLES = 3


class ColumnsStep(QWidget):
    """The second step; `changed` tells that the plan is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = ComboField()
        self.kind.setObjectName("row_kind")
        self.problem = TextLabel("", "problem", wrap=True)
        self.problem.setObjectName("columns_problem")
        self.known_by = TextLabel("", "muted", wrap=True)
        self.known_by.setObjectName("known_by")
        self.fields: dict[str, ComboField] = {}
        self._names: tuple[str, ...] = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = FormRow(self.tr("Each &row is one of"), self.kind)
        row.setMaximumWidth(length(self, 22))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(self.problem)
        column.addWidget(self._area, 1)
        column.addWidget(self.known_by)
        self.kind.chosen.connect(self._guess_again)

    def show_plan(self, sheet: Sheet, plan: Plan) -> None:
        """Show the columns of a sheet as the plan reads them."""
        self._names = headings(sheet, plan.header)
        self.kind.set_choices((kind.value, self.session.label(kind)) for kind in RowKind)
        self.kind.set_value(plan.kind.value)
        page = QWidget()
        page.setProperty("role", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, length(self, 0.5), 0)
        grid.setHorizontalSpacing(length(self, 0.8))
        grid.setVerticalSpacing(length(self, 0.3))
        for place, words in enumerate((self.tr("Column"), self.tr("Its first values"), self.tr("What it holds"))):
            grid.addWidget(TextLabel(words, "section"), 0, place)
        self.fields = {}
        for column, name in enumerate(self._names):
            field = ComboField(self._choices(plan.kind), name=self.tr("What “{column}” holds").format(column=name))
            field.setObjectName(f"meaning_{column}")
            field.set_value(plan.columns[name].value if name in plan.columns else "")
            field.chosen.connect(lambda _, key=name: self._chosen(key))
            self.fields[name] = field
            grid.addWidget(ElidedLabel(name, "strong"), column + 1, 0)
            grid.addWidget(ElidedLabel(_examples(sheet, plan, self._names, column), "muted"), column + 1, 1)
            grid.addWidget(field, column + 1, 2)
        grid.setRowStretch(len(self._names) + 1, 1)
        for place, share in ((0, 3), (1, 5), (2, 4)):
            grid.setColumnStretch(place, share)
        self._area.setWidget(page)
        self._show_problem()

    @property
    def row_kind(self) -> RowKind:
        """What a row is."""
        return RowKind(self.kind.value)

    @property
    def columns(self) -> Mapping[str, Meaning]:
        """What the columns mean, by heading."""
        return {name: Meaning(field.value) for name, field in self.fields.items() if field.value}

    @property
    def is_enough(self) -> bool:
        """Whether rows can be read so."""
        return not self._missing()

    def _missing(self) -> tuple[Meaning, ...]:
        held = set(self.columns.values())
        return tuple(one for one in NEEDED[self.row_kind] if one not in held)

    def _choices(self, kind: RowKind) -> list[tuple[str, str]]:
        meanings = [(one.value, self.session.label(one)) for one in MEANINGS[kind]]
        return [("", self.tr("nothing: leave it out")), *meanings]

    def _guess_again(self, _kind: str) -> None:
        """Guess the columns for another kind of row."""
        guessed = guess_columns(self._names, self.row_kind)
        for name, field in self.fields.items():
            field.set_choices(self._choices(self.row_kind))
            field.set_value(guessed[name].value if name in guessed else "")
        self._show_problem()
        self.changed.emit()

    def _chosen(self, name: str) -> None:
        """Let a meaning stand once where columns may not share it: the newest choice holds."""
        meaning = self.fields[name].value
        if meaning and Meaning(meaning) not in SHARED:
            for other, field in self.fields.items():
                if other != name and field.value == meaning:
                    field.set_value("")
        self._show_problem()
        self.changed.emit()

    def _show_problem(self) -> None:
        names = joined((self.session.word(word_key(one)) for one in self._missing()), self.session.language)
        words = self.tr("Say which column holds: {columns}.").format(columns=names) if names else ""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.known_by.setText(self._known_by())

    def _known_by(self) -> str:
        """Return by what a row is known again when the workbook is imported anew."""
        if Meaning.KEY in self.columns.values():
            return self.tr("When you import it again, a row is known by its own number.")
        sentences = {
            RowKind.OUTREACH: self.tr("When you import it again, a row is known by its date, countries and subject."),
            RowKind.PEOPLE: self.tr("When you import it again, a row is known by its country, name and post."),
            RowKind.COMMITMENTS: self.tr(
                "When you import it again, a row is known by its country, act, date and speaker."
            ),
            RowKind.FOLLOW_UPS: self.tr("When you import it again, a row is known by its words and countries."),
            RowKind.EVENTS: self.tr("When you import it again, a row is known by its name and year."),
        }
        return sentences[self.row_kind]


def _examples(sheet: Sheet, plan: Plan, names: tuple[str, ...], column: int) -> str:
    found: dict[str, None] = {}
    for number, row in data_rows(sheet, plan.header):
        value = row[column] if column < len(row) else None
        if value is None:
            continue
        text = shown_text(sheet, plan, names, number, column, value) if isinstance(value, str) else shown_value(value)
        found[" ".join(text.split())[:60]] = None
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found)
