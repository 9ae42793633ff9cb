"""What each country said in the contact: a line for each, that opens into the fields of its result."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hanoi_desk.desk import Fault
from hanoi_desk.language import field_word
from hanoi_desk.records import Objection, OutreachCountry, Stance
from hanoi_desk.ui.log.fields import (
    Folded,
    choices,
    clear_problems,
    language_choices,
    letting_narrow,
    level_choices,
    name_rows,
)
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ComboField,
    EvenLayout,
    FlowLayout,
    FormRow,
    KeyHint,
    Line,
    SectionTitle,
    TextArea,
    TextLabel,
    Toggle,
    length,
)


class CountryResult(Folded):
    """The result of one country. `result` is what stands in the fields now."""

    edited = Signal()

    def __init__(self, session: Session, result: OutreachCountry) -> None:
        super().__init__()
        self._session = session
        self.result = result
        self.rows: dict[str, FormRow] = {}
        self.setObjectName("result")
        self.retranslate()

    def build(self) -> QWidget:
        self.said = TextArea("", least=2, most=8)
        self.stance = ComboField()
        self.level = ComboField()
        self.next_step = Line()
        self.quote = TextArea("", least=1, most=6)
        self.quote_language = ComboField()
        self.quote_translation = TextArea("", least=1, most=6)
        names = ("said", "stance", "level", "next_step", "quote", "quote_language", "quote_translation")
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(f"result_{name}")
        self._concerns = TextLabel("", "caption")
        self.objections = {one: Toggle() for one in Objection}
        inside = letting_narrow(QWidget())
        column = QVBoxLayout(inside)
        column.setContentsMargins(length(self, 1), 0, 0, length(self, 0.4))
        column.setSpacing(length(self, 0.4))
        column.addWidget(self.rows["said"])
        column.addLayout(self._beside("stance", "level"))
        column.addWidget(self.rows["next_step"])
        column.addWidget(self.rows["quote"])
        column.addLayout(self._beside("quote_language", "quote_translation"))
        column.addWidget(self._concerns)
        flow = FlowLayout(spacing=length(self, 0.2))
        for button in self.objections.values():
            flow.addWidget(button)
        column.addLayout(flow)
        self._fill()
        self.retranslate()
        self._connect()
        return inside

    def _beside(self, *names: str) -> EvenLayout:
        layout = EvenLayout(8, spacing=length(self, 0.4))
        for name in names:
            layout.addWidget(self.rows[name])
        return layout

    def _fill(self) -> None:
        r = self.result
        self._offer()
        self.said.set_text(r.said)
        self.stance.set_value(r.stance)
        self.level.set_value(str(r.level or ""))
        self.next_step.setText(r.next_step)
        self.quote.set_text(r.quote)
        self.quote_language.set_value(r.quote_language)
        self.quote_translation.set_text(r.quote_translation)
        for objection, button in self.objections.items():
            button.setChecked(objection in r.objections)

    def _offer(self) -> None:
        self.stance.set_choices(choices(self._session, Stance))
        self.level.set_choices(level_choices(self._session))
        self.quote_language.set_choices(language_choices(self._session, beside=self.result.quote_language))

    def _connect(self) -> None:
        for area in (self.said, self.quote, self.quote_translation):
            area.edited.connect(self._read)
        for combo in (self.stance, self.level, self.quote_language):
            combo.chosen.connect(self._read)
        self.next_step.typed.connect(self._read)
        for button in self.objections.values():
            button.clicked.connect(self._read)

    def _read(self) -> None:
        self.result = replace(
            self.result,
            said=self.said.text,
            stance=Stance(self.stance.value),
            level=int(self.level.value) if self.level.value else None,
            next_step=self.next_step.text(),
            quote=self.quote.text,
            quote_language=self.quote_language.value,
            quote_translation=self.quote_translation.text,
            objections=self._marked(),
        )
        self._summarise()
        self.edited.emit()

    def _marked(self) -> tuple[Objection, ...]:
        """Return the marked objections, in the order in which they were marked."""
        marked = {one for one, button in self.objections.items() if button.isChecked()}
        before = tuple(one for one in self.result.objections if one in marked)
        return (*before, *(one for one in Objection if one in marked and one not in before))

    def retranslate(self) -> None:
        """Put the words on it, in the language of the window."""
        if self.rows:
            name_rows(self._session, "outreach_country", self.rows)
            self._concerns.setText(field_word("outreach_country", "objections", self._session.language))
            for objection, button in self.objections.items():
                button.setText(self._session.label(objection))
            self._offer()
        self._summarise()

    def _summarise(self) -> None:
        place = self._session.board().places.get(self.result.participant)
        name = self._session.name(place.participant) if place else ""
        stance = self._session.label(self.result.stance) if self.result.stance is not Stance.NOT_STATED else ""
        self.fold.set_words(name, "\n".join(filter(None, (stance, self.result.said.strip()))))


class CountryResults(QWidget):
    """The lines of all countries of the contact, in the order in which they were named."""

    edited = Signal()
    stepped = Signal(int)  # to the next country, or to the one before

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: dict[str, CountryResult] = {}
        self._set_aside: dict[str, OutreachCountry] = {}
        self._current = ""  # the country that was stepped to last
        self._hint = KeyHint("Alt ↓")
        self._title = SectionTitle()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.1))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        self._column.addLayout(head)
        self.hide()
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):  # in here a list of choices is opened by other keys
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.stepped.emit(by))

    @property
    def focused(self) -> str:
        """The country in whose line the cursor is, empty when it is in none."""
        focused = QApplication.focusWidget()
        lines = self._lines.items()
        return next((id_ for id_, line in lines if focused is not None and line.isAncestorOf(focused)), "")

    def step(self, by: int) -> CountryResult | None:
        """Open the line of the next country, or of the one before, and close the one that was open; None at the end."""
        order = list(self._lines)
        at = order.index(self._current) if self._current in order else -1 if by > 0 else len(order)
        if self._current in self._lines:
            self._lines[self._current].close_up()
        if not 0 <= at + by < len(order):
            self._current = ""
            return None
        self._current = order[at + by]
        line = self._lines[self._current]
        line.open()
        return line

    @property
    def lines(self) -> tuple[CountryResult, ...]:
        """The line of each country."""
        return tuple(self._lines.values())

    def show_results(self, results: Iterable[OutreachCountry]) -> None:
        """Show these instead of all others."""
        for line in self._lines.values():
            self._discard(line)
        self._lines = {}
        self._current = ""
        self._set_aside = {r.participant: r for r in results}
        self.set_countries("", tuple(self._set_aside))

    def set_countries(self, outreach: str, countries: tuple[str, ...]) -> None:
        """Have one line for each of these; what was written of a country that comes back stands again."""
        for country in set(self._lines) - set(countries):
            line = self._lines.pop(country)
            self._set_aside[country] = line.result
            self._discard(line)
        for country in countries:
            if country not in self._lines:
                result = self._set_aside.pop(country, None) or OutreachCountry(outreach=outreach, participant=country)
                line = CountryResult(self._session, result)
                line.edited.connect(self.edited)
                self._lines[country] = line
                self._column.addWidget(line)
                line.show()  # at once: the next key may go to it
        self._lines = {country: self._lines[country] for country in countries}
        self.setVisible(bool(countries))

    def _discard(self, line: CountryResult) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def records(self) -> list[OutreachCountry]:
        """Return the result of each country."""
        return [replace(line.result, position=place) for place, line in enumerate(self._lines.values())]

    def retranslate(self) -> None:
        """Put the words on it, in the language of the window."""
        self._title.setText(self.tr("What each said"))
        self._hint.setToolTip(self.tr("Alt+Down: the next country. Alt+Up: the one before."))
        for line in self._lines.values():
            line.retranslate()

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        for line in self._lines.values():
            clear_problems(line.rows.values())

    def row_of(self, fault: Fault) -> FormRow | None:
        """Open the line of a faulty result and return the row of the field."""
        for line in self._lines.values():
            if line.result.id == fault.record.id:
                line.open()
                return line.rows.get(fault.problem.field, line.rows["said"])
        return None
