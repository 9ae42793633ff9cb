"""The return for the capital: choose a period, see it counted, open the list behind each number, hand it over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.board import NoTreaty
from hanoi_desk.briefing import ReturnCell, ReturnDocument, ReturnTable, return_name, word_return
from hanoi_desk.language import Language, short_date
from hanoi_desk.records import Mission
from hanoi_desk.returns import Return, collected_in_parts
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.return_tables import ReturnCard
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, ComboField, DateField, EvenLayout, FlowLayout, FormRow, TextLabel, length

#: The width in heights of a line of text from which two short tables stand beside each other.
_BESIDE = 52
#: Milliseconds after the last letter of a date before the period is counted.
_PAUSE = 350
_DONE = object()
#: Tables whose rows are long or many: each has the width of the page.
_WIDE = ("missions", "groups", "states", "outcomes", "promises", "deeds")


@dataclass(frozen=True, slots=True)
class _Kept:
    """The period as it is typed, the language of the document, and how far one had scrolled."""

    first: str
    last: str
    language: str
    scrolled: int


class ReturnPage(Page):
    """What was done from one day to another; its keys stand in `actions.PAGE_KEYS`, under "return"."""

    tables = (
        "outreach",
        "outreach_country",
        "outreach_person",
        "commitment",
        "treaty",
        "treaty_action",
        "domestic_step",
        "participant",
        "mission",
        "source",
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.found: Return | None = None
        self.document: ReturnDocument | None = None
        self._task: Task | None = None
        self._parts: Iterator[None] = iter(())
        self._promises = Promises.of(session)
        today = session.today
        self.period = ComboField()
        self.period.setObjectName("period")
        self.first = DateField(lambda: session.today, "")
        self.last = DateField(lambda: session.today, "")
        self.first.setObjectName("first")
        self.last.setObjectName("last")
        self.language_field = ComboField([("vi", "Tiếng Việt"), ("en", "English")])
        self.language_field.setObjectName("document_language")
        self.language_field.set_value(session.language.value)
        self.pdf_button = QPushButton()
        self.pdf_button.setObjectName("save_pdf")
        self.sheet_button = QPushButton()
        self.sheet_button.setObjectName("save_sheet")
        self.told = TextLabel("", "muted", wrap=True)
        self.told.setObjectName("told")
        self.cards: dict[str, ReturnCard] = {}
        self._set_period(today.replace(month=1, day=1), today)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        gap = length(self, 0.8)
        self._rows = [FormRow("", field) for field in (self.period, self.first, self.last, self.language_field)]
        fields = QWidget()
        even = EvenLayout(9, fields, spacing=length(self, 0.6))
        for widget in self._rows:
            even.addWidget(widget)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=length(self, 0.6))
        row.addWidget(self.pdf_button)
        row.addWidget(self.sheet_button)
        head = self._head = Card()
        for part in (fields, self.told, buttons):
            head.body.addWidget(part)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._grid = QGridLayout()
        self._grid.setSpacing(gap)
        column = QVBoxLayout(inner)
        side = length(self, 1.2)
        column.setContentsMargins(side, length(self, 0.9), side, length(self, 0.9))
        column.setSpacing(gap)
        column.addWidget(head)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _connect(self) -> None:
        self.period.chosen.connect(self.choose_period)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self.first.changed.connect(lambda _: self._pause.start())
        self.last.changed.connect(lambda _: self._pause.start())
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._go_on)
        self._promises.ready.connect(self.refresh)
        self.session.closing.connect(self._counting.stop)
        self.pdf_button.clicked.connect(lambda: self.choose_file(".pdf"))
        self.sheet_button.clicked.connect(lambda: self.choose_file(".xlsx"))
        for keys, ending in (("Ctrl+S", ".pdf"), ("Ctrl+E", ".xlsx")):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda ending=ending: self.choose_file(ending))

    def retranslate(self) -> None:
        words = (self.tr("Period"), self.tr("From"), self.tr("To"), self.tr("Language of the document"))
        for row, label in zip(self._rows, words, strict=True):
            row.set_label(label)
        self.first.set_name(words[1])
        self.last.set_name(words[2])
        self.period.set_choices(
            [
                ("month", self.tr("This month")),
                ("last_month", self.tr("Last month")),
                ("quarter", self.tr("This quarter")),
                ("last_quarter", self.tr("Last quarter")),
                ("year", self.tr("This year")),
                ("own", self.tr("From one day to another")),
            ]
        )
        self._name_period()
        self.pdf_button.setText(self.tr("Save as PDF…"))
        self.sheet_button.setText(self.tr("Save as spreadsheet…"))

    # ---- the period ----

    def choose_period(self, key: str) -> None:
        """Show a usual period; "own" leaves the days to be typed."""
        if key == "own":
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_period(*_periods(self.session.today)[key])
        self.refresh()

    def show_period(self, first: date, last: date) -> None:
        """Show what was done from one day to another."""
        self._set_period(first, last)
        self.refresh()

    def _set_period(self, first: date, last: date) -> None:
        self.first.set_value(first)
        self.last.set_value(last)
        self._name_period()

    def _name_period(self) -> None:
        shown = (self.first.value, self.last.value)
        named = (key for key, period in _periods(self.session.today).items() if period == shown)
        self.period.set_value(next(named, "own"))

    # ---- the page ----

    def reload(self) -> None:
        """Count the period anew; a long one is counted in parts between which the window lives."""
        self._name_period()
        self._counting.stop()
        first, last = self.first.value, self.last.value
        if first is None or last is None:
            self._show_problem(self.tr("Give the first and the last day of the period."))
        elif last < first:
            self._show_problem(self.tr("The period ends before it begins."))
        else:
            try:
                if not self._promises.begin():  # it tells when it is ready
                    self._say_counting()
                    return
            except NoTreaty:
                self._show_problem(self.tr("The Convention is not on file in this desk."))
                return
            self._parts = self._shown_in_parts(first, last)
            self._go_on()

    def _go_on(self) -> None:
        if next(self._parts, _DONE) is not _DONE:
            self._counting.start()

    def _shown_in_parts(self, first: date, last: date) -> Iterator[None]:
        """Count a period and show it; much is counted and drawn in parts, few records all at once."""
        session, is_long = self.session, False
        found: Return | None = None
        for found in collected_in_parts(session.store, first, last, session.now, self._promises.judged().values()):
            if found is None:
                is_long = True
                self._say_counting()
                yield
        assert found is not None
        document = self._worded(found, session.language)
        for table in document.tables:
            if is_long:
                yield
            self._show_table(table)
        self._show_found(found, document)

    def _say_counting(self) -> None:
        """Leave what was counted last in sight until it is counted anew; meanwhile it opens and writes nothing."""
        self.found = self.document = None
        self.told.setText(self.tr("The period is being counted."))
        self._let_hand_over()

    def _show_found(self, found: Return, document: ReturnDocument) -> None:
        self.found, self.document = found, document
        self.told.setText(" ".join(document.rules))
        self._let_hand_over()
        self._show_cards(True)

    def _show_problem(self, sentence: str) -> None:
        self.found = self.document = None
        self.told.setText(sentence)
        self._let_hand_over()
        self._show_cards(False)

    def _let_hand_over(self) -> None:
        for button in (self.pdf_button, self.sheet_button):
            button.setEnabled(self.document is not None)

    def keep_place(self) -> object:
        first, last, language = self.first.line.text(), self.last.line.text(), self.language_field.value
        return _Kept(first, last, language, self._scroll.verticalScrollBar().value())

    def return_to(self, goal: Goal, kept: object) -> None:
        if isinstance(kept, _Kept):
            self.first.show_typed(kept.first)
            self.last.show_typed(kept.last)
            self.language_field.set_value(kept.language)
            self._name_period()
            self.refresh()
            self._scroll.verticalScrollBar().setValue(kept.scrolled)

    def _show_table(self, table: ReturnTable) -> None:
        if table.key not in self.cards:
            card = self.cards[table.key] = ReturnCard(table.key)
            card.opened.connect(self._open)
        self.cards[table.key].show_table(table, self.session.language, self.session.word("return.none"))

    def _show_cards(self, shown: bool) -> None:
        self._place_cards()  # first: a card that is in no place yet would be shown as a window of its own
        for card in self.cards.values():
            card.setVisible(shown)

    def _place_cards(self) -> None:
        beside = self.width() >= length(self, _BESIDE)
        row = at = 0
        for key, card in self.cards.items():
            self._grid.removeWidget(card)
            wide = not beside or key in _WIDE
            if wide and at:
                row, at = row + 1, 0
            self._grid.addWidget(card, row, at, 1, 2 if wide else 1)
            row, at = (row + 1, 0) if wide or at else (row, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set short tables beside each other where there is room."""
        super().resizeEvent(event)
        self._place_cards()

    def _open(self, cell: ReturnCell, words: str) -> None:
        if len(cell.ids) == 1 and not isinstance(cell.value, int):
            self.session.go(Goal(cell.page, cell.ids[0]))
            return
        if self.found is None:
            return
        period = self.tr("{what}, {first} to {last}").format(
            what=words, first=short_date(self.found.start), last=short_date(self.found.end)
        )
        self.session.go(Goal(cell.page, where=(("id", "in", list(cell.ids)),), rule=period))

    # ---- handing over ----

    def choose_file(self, ending: str) -> None:
        """Ask where to save it; the name proposed carries the marking."""
        if self.found is None or self.document is None:
            return
        name = return_name(self.document, self.found, self._language, ending)
        kind = "PDF (*.pdf)" if ending == ".pdf" else self.tr("Excel workbook (*.xlsx)")
        dialog = SaveDialog(self, self.tr("Save the return"), FileKind.DOCUMENT, name, kind)
        dialog.when_chosen(self.save, known=(".pdf", ".xlsx"))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the return in the chosen language; the ending says as what. A file there is replaced wholly or not."""
        if self.found is None:
            return
        if messages.refuse_secret(self, path, self.session.language):
            return
        language = self._language
        document = self._worded(self.found, language)

        def write(task: Task) -> Path:
            # Loaded here and not with the page: what draws PDF takes as long to load as the page to open.
            class_of("return_file")(document, path, language, lambda: task.cancelled)
            return path

        self._task = self.session.background.run(write, self._saved, lambda error: self._failed(error, path))

    @property
    def _language(self) -> Language:
        return Language(self.language_field.value)

    def _worded(self, found: Return, language: Language) -> ReturnDocument:
        mission = self.session.store.get(Mission, self.session.store.local("mission") or "")
        return word_return(found, language, now=self.session.now, unit=self.session.name(mission) if mission else "")

    def _saved(self, path: Path) -> None:
        self._task = None
        self.session.say(self.tr("Saved: {what}").format(what=path.name))

    def _failed(self, error: BaseException, path: Path) -> None:
        self._task = None
        messages.failure(self, error, self.session.language, path, "unwritten")


def _periods(today: date) -> dict[str, tuple[date, date]]:
    """Return the usual periods; one that runs ends today."""
    month = today.replace(day=1)
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    last_quarter_end, last_month_end = quarter - timedelta(days=1), month - timedelta(days=1)
    begins = last_quarter_end.replace(month=(last_quarter_end.month - 1) // 3 * 3 + 1, day=1)
    return {
        "year": (month.replace(month=1), today),
        "quarter": (quarter, today),
        "month": (month, today),
        "last_month": (last_month_end.replace(day=1), last_month_end),
        "last_quarter": (begins, last_quarter_end),
    }
