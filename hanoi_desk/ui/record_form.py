"""What small forms share: fields by name, built from the record's own, and one way to keep what they hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Self

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.desk import Refused
from hanoi_desk.language import field_word
from hanoi_desk.records import FIRST_YEAR, Participant, Record
from hanoi_desk.store import StoreError
from hanoi_desk.ui.log.delegations import Delegations
from hanoi_desk.ui.messages import ask, fault_sentence, store_trouble
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.secret_marks import SecretMarks, texts_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ActionButton,
    ChipEdit,
    ComboField,
    DateField,
    EvenLayout,
    FormRow,
    Line,
    Suggestion,
    TextArea,
    TextLabel,
    dialog_foot,
    length,
    make_link,
    press_focused,
)


class RecordForm(QDialog):
    """A form of rows. Ctrl+Enter saves, Escape leaves, and asks first when something was typed."""

    saved = Signal(str)

    def __init__(self, session: Session, record: Record, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.session = session
        self._marks = SecretMarks(session, self)
        self.delegations = Delegations(session)
        self.rows: dict[str, FormRow] = {}
        self._get: dict[str, Callable[[], Any]] = {}
        self._set: dict[str, Callable[[Any], None]] = {}
        self._shown = record
        self._table = record.table
        self._arrange(title)
        self.build()
        self._rows.addStretch(1)
        self.show_record(record)
        self._fit()
        self._first: Record | None = self.record()
        self.history_button.setVisible(session.store.get(type(record), record.id) is not None)
        if self.rows:
            next(iter(self.rows.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what a form of a kind gives ----

    def build(self) -> None:
        """Add the rows."""
        raise NotImplementedError

    def keep(self, record: Any) -> None:
        """Call the desk."""
        raise NotImplementedError

    # ---- the record ----

    def show_record(self, record: Record) -> None:
        """Show a record in the rows."""
        self._shown = record
        for name, put in self._set.items():
            if hasattr(record, name):
                put(getattr(record, name))

    def record(self) -> Record:
        """Return the record as the rows say it."""
        held = {name: get() for name, get in self._get.items() if hasattr(self._shown, name)}
        return replace(self._shown, **held)

    def value(self, name: str) -> Any:
        """Return what a row holds."""
        return self._get[name]()

    def save(self) -> None:
        """Keep the record and close; what is wrong stands beside its row instead."""
        for row in self.rows.values():
            row.show_problem("")
        if not self._settled():
            return
        record = self.record()
        if not self._marks.are_clear([*texts_of(record, self._first), *self.beside().values()], self.save):
            return
        try:
            self.keep(record)
        except Refused as refused:
            self._show_faults(refused)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
        else:
            self.saved.emit(record.id)
            self.accept()

    def is_changed(self) -> bool:
        """Tell whether something was typed that would be lost, also where it makes no sense yet."""
        return self.record() != self._first or bool(self.typed())

    def typed(self) -> dict[str, str]:
        """Return by row what is typed and makes no sense yet: half a name, or a date that is none."""
        unread = {name: _unread(row.field) for name, row in self.rows.items()}
        return {name: text for name, text in unread.items() if text}

    def beside(self) -> dict[str, Any]:
        """Return what the rows hold that is no field of the record, such as a reason asked for."""
        return {name: get() for name, get in self._get.items() if not hasattr(self._shown, name)}

    @classmethod
    def again(
        cls, session: Session, record: Any, title: str, beside: Mapping[str, Any], parent: QWidget | None = None
    ) -> Self:
        """Return the form for what was typed in one of its kind, before `take_up`; `beside` is what that one gave."""
        return cls(session, record, title, parent)

    def take_up(self, beside: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        """Count what is shown as typed and not yet saved, and show again what `beside` and `typed` gave."""
        for name, value in beside.items():
            if name in self._set:
                self._set[name](value)
        for name, text in typed.items():
            field = self.rows[name].field if name in self.rows else None
            if isinstance(field, DateField):
                field.show_typed(text)
            elif isinstance(field, ChipEdit):
                field.line.setText(text)
        self._first = None

    def reject(self) -> None:
        if not self.is_changed():
            super().reject()
            return
        question = self.tr("Leave without saving what you typed?")
        ask(self, question, self.tr("Leave"), super().reject, no=self.tr("Go on writing"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    # ---- rows ----

    def line(self, *widgets: QWidget) -> None:
        """Add rows beside each other where there is room."""
        holder = QWidget()
        even = EvenLayout(11, holder, spacing=length(self, 0.7))
        for widget in widgets:
            even.addWidget(widget)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._rows.addWidget(holder)

    def text(self, name: str) -> FormRow:
        """Return a row for a line of text."""
        line = Line()
        return self.row(name, line, line.text, line.show_text)

    def area(self, name: str, least: int = 2) -> FormRow:
        """Return a row for a longer text."""
        area = TextArea(self.label(name), least=least, most=10)
        return self.row(name, area, lambda: area.text, area.set_text)

    def day(self, name: str, *, ahead: bool = False, periods: bool = False, since: int = FIRST_YEAR) -> FormRow:
        """Return a row for a date, as `DateField` reads it."""
        label = self.label(name)
        field = DateField(lambda: self.session.today, label, ahead=ahead, periods=periods, since=since)
        return self.row(name, field, lambda: field.value, field.set_value)

    def choice(self, name: str, kind: type[StrEnum], *only: StrEnum) -> FormRow:
        """Return a row for one word of a closed list, or of some of its words."""
        box = ComboField((one.value, self.session.label(one)) for one in only or kind)
        return self.row(name, box, lambda: kind(box.value), lambda one: box.set_value(kind(one).value))

    def one_of(self, name: str, choices: Iterable[tuple[str, str]], nothing: str = "–") -> FormRow:
        """Return a row for one of some records, or none."""
        box = ComboField([("", nothing), *choices])
        return self.row(name, box, lambda: box.value or None, lambda one: box.set_value(str(one or "")))

    def check(self, name: str) -> FormRow:
        """Return a row for yes or no."""
        box = QCheckBox(self.label(name))
        return self.row(name, box, box.isChecked, box.setChecked, "")

    def country(self, name: str = "participant") -> FormRow:
        """Return a row for one country, typed by any of its names."""
        chips = self._country_chips(name)
        chips.added.connect(lambda one: chips.set_chips([one]) if len(chips.chips) > 1 else None)
        return self.row(
            name,
            chips,
            lambda: next(iter(chips.ids), None),
            lambda one: chips.set_chips(self._countries([one] if one else [])),
        )

    def countries(self, name: str) -> FormRow:
        """Return a row for countries, typed by any of their names."""
        chips = self._country_chips(name)
        return self.row(name, chips, lambda: chips.ids, lambda ids: chips.set_chips(self._countries(ids)))

    def row(
        self, name: str, field: QWidget, get: Callable[[], Any], put: Callable[[Any], Any], label: str | None = None
    ) -> FormRow:
        """Return a row for any field, read and written by these functions."""
        field.setObjectName(name)
        row = FormRow(self.label(name) if label is None else label, field)
        row.label.setVisible(bool(row.label.text()))
        self.rows[name] = row
        self._get[name] = get
        self._set[name] = put
        return row

    def label(self, name: str) -> str:
        """Return the words for a field."""
        return field_word(self._table, name, self.session.language)

    # ---- inside ----

    def _country_chips(self, name: str) -> ChipEdit:
        return ChipEdit(self._complete, self.label(name), self.tr("Type a few letters"))

    def _complete(self, typed: str) -> list[Suggestion]:
        return self.delegations.complete_country(typed)

    def _countries(self, ids: Iterable[str]) -> list[Suggestion]:
        found = self.session.store.many(Participant, list(ids))
        return [Suggestion(p.id, self.session.name(p), self.session.label(p.group)) for p in found]

    def _arrange(self, title: str) -> None:
        inside = self._inside = QWidget()
        inside.setProperty("role", "page")
        self._rows = QVBoxLayout(inside)
        self._rows.setSpacing(length(self, 0.7))
        self._rows.addWidget(TextLabel(title, "heading", wrap=True))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._problem = TextLabel("", "problem", wrap=True)
        self._problem.setContentsMargins(length(self, 0.5), 0, length(self, 0.5), 0)
        self._problem.hide()
        self.save_button = ActionButton(self.tr("Save"), "Ctrl ⏎", primary=True)
        self.save_button.setObjectName("save")
        cancel = QPushButton(self.tr("Cancel"))
        self.history_button = make_link(QPushButton(self.tr("History and files…")), quiet=True)
        self.history_button.setObjectName("history_and_files")
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._problem)
        whole.addLayout(dialog_foot(cancel, self.save_button, self.history_button))
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        self.history_button.clicked.connect(self._show_history)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    def _show_history(self) -> None:
        record = self.session.store.get(type(self._shown), self._shown.id)
        if record is not None:
            dialog = class_of("record")(self.session, record, self)
            dialog.finished.connect(lambda _: self._take_restored())
            dialog.open()

    def _take_restored(self) -> None:
        """Show what was restored meanwhile, unless something was typed here."""
        record = self.session.store.get(type(self._shown), self._shown.id)
        if record is not None and not self.is_changed():
            self.show_record(record)
            self._first = self.record()

    def _fit(self) -> None:
        """Be as large as the rows ask for, within the window."""
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        wide = min(length(self, 40), room.width() * 9 // 10)
        self._inside.ensurePolished()
        tall = self._inside.heightForWidth(wide - length(self, 2)) + length(self, 5)
        self.resize(wide, min(max(tall, length(self, 12)), room.height() * 95 // 100))

    def _settled(self) -> bool:
        """Take in what is still being typed; False when some of it makes no sense, which its row then says."""
        fields = [row.field for row in self.rows.values()]
        settled = [field.settle() for field in fields if isinstance(field, ChipEdit | DateField)]
        return all(settled)

    def _show_faults(self, refused: Refused) -> None:
        others = []
        for fault in refused.faults:
            sentence = fault_sentence(fault, self.session.language)
            row = self.rows.get(fault.problem.field)
            if row is None:
                others.append(sentence)
                continue
            row.show_problem(sentence)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._problem.setText("\n".join(others))
        self._problem.setVisible(bool(others))


def _unread(field: QWidget) -> str:
    match field:
        case DateField():
            return field.line.text() if field.is_unread else ""
        case ChipEdit():
            return field.pending
    return ""
