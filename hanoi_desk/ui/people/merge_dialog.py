"""Two records of what may be one person, side by side: made one, field by field, or told apart for good."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.briefing.contacts import spoken
from hanoi_desk.contacts import last_contact_with
from hanoi_desk.desk import Refused, links_of, merge_persons, tell_apart, united
from hanoi_desk.language import field_word, short_date
from hanoi_desk.persons import CHOSEN, UNITED, Likeness
from hanoi_desk.records import Appointment, Commitment, Outreach, OutreachPerson, Participant, Person
from hanoi_desk.store import Query, StoreError
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.messages import fault_sentence, store_trouble
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ActionButton,
    ChipEdit,
    FormRow,
    Rule,
    Suggestion,
    TextLabel,
    dialog_foot,
    length,
    press_focused,
)


class MergeDialog(QDialog):
    """Ctrl+Enter makes them one, Ctrl+D says that they are two; `merged` gives the person who stays."""

    merged = Signal(str)
    told_apart = Signal()

    def __init__(
        self,
        session: Session,
        one: Person,
        other: Person | None = None,
        why: Likeness | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Two records, one person"))
        self.session = session
        self._one = one
        self._why = why
        self._other: Person | None = None
        self._sides: dict[str, QButtonGroup] = {}
        self._people = People(session)
        self.other = ChipEdit(self._complete, self.tr("The other record"), self.tr("Type a name"))
        self.other.setObjectName("other")
        self._asks = FormRow(self.tr("The other record"), self.other)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self.problem = TextLabel("", "problem", wrap=True)
        self.merge_button = ActionButton(self.tr("Make them one"), "Ctrl ⏎", primary=True)
        self.apart_button = ActionButton(self.tr("Not the same person"), "Ctrl D")
        self._arrange()
        self._connect()
        self._fit()
        self.show_other(other)
        self._first = self._chosen()

    def show_other(self, other: Person | None) -> None:
        """Set another record beside the first; without one, ask for it."""
        self._asks.setVisible(other is None and self._other is None)
        if other is not None and links_of(self.session.store, other.id) > links_of(self.session.store, self._one.id):
            self._one, other = other, self._one  # the one that more depends on is kept
        self._other = other
        self._fill()
        for button in (self.merge_button, self.apart_button):
            button.setEnabled(other is not None)
        (self.merge_button if other else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, field: str, *, second: bool) -> None:
        """Take a field from the second record, or from the first."""
        self._sides[field].button(int(second)).setChecked(True)

    def merge(self) -> None:
        """Make the two records one as chosen, and close."""
        kept, gone = self._one, self._other
        if gone is None:
            return
        taken = tuple(field for field, group in self._sides.items() if group.checkedId() == 1)
        try:
            merge_persons(self.session.store, kept, gone, united(kept, gone, taken))
        except Refused as refused:
            self.problem.setText("\n".join(fault_sentence(f, self.session.language) for f in refused.faults))
        except StoreError as error:
            store_trouble(self, error, self.session.language)
        else:
            self.merged.emit(kept.id)
            self.accept()

    def tell_apart(self) -> None:
        """Note that they are two persons, and close."""
        if self._other is None:
            return
        try:
            tell_apart(self.session.store, self._one, self._other)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
        else:
            self.told_apart.emit()
            self.accept()

    # ---- what a draft is made of ----

    def choices(self) -> dict[str, Any] | None:
        """Return which records are compared and what was chosen of each, None where that is what was proposed."""
        chosen = self._chosen()
        return {**chosen, "why": self._why.value if self._why else ""} if chosen != self._first else None

    @classmethod
    def begin_again(cls, session: Session, choices: Mapping[str, Any], page: QWidget, came: Callable[[], None]) -> None:
        """Compare the records again of which something was chosen; nothing where one is no longer on file."""
        came()
        one, other = (session.store.get(Person, str(choices[name])) for name in ("one", "other"))
        if one is None:
            return
        dialog = cls(session, one, other, Likeness(choices["why"]) if choices["why"] else None, page)
        for field, group in dialog._sides.items():
            group.button(int(field in choices["taken"])).setChecked(True)
        dialog.other.line.setText(str(choices["typed"]))
        dialog._first = {}
        show: Callable[[MergeDialog], None] = getattr(page, "show_merge", MergeDialog.open)
        show(dialog)

    def _chosen(self) -> dict[str, Any]:
        taken = [field for field, group in self._sides.items() if group.checkedId() == 1]
        other = self._other.id if self._other else ""
        return {"one": self._one.id, "other": other, "taken": taken, "typed": self.other.pending}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    # ---- inside ----

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setSpacing(length(self, 0.6))
        column.addWidget(TextLabel(self.tr("Are these two records of one person?"), "heading", wrap=True))
        self._because = TextLabel("", "muted", wrap=True)
        column.addWidget(self._because)
        column.addWidget(self._asks)
        column.addWidget(self._table)
        stays = self.tr(
            "Posts, contacts, promises, planned meetings and files of both stay, and every name still finds the person."
            " Undo takes it back, and so does “Tell them apart again” later."
        )
        column.addWidget(TextLabel(stays, "caption", wrap=True))
        column.addStretch(1)
        self._grid.setHorizontalSpacing(length(self, 0.8))
        self._grid.setVerticalSpacing(length(self, 0.45))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._inside = inside
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setProperty("role", "read")
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(inside)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.problem)
        whole.addLayout(dialog_foot(cancel, self.merge_button, self.apart_button))

    def _connect(self) -> None:
        self.merge_button.setObjectName("merge")
        self.apart_button.setObjectName("apart")
        self.merge_button.clicked.connect(self.merge)
        self.apart_button.clicked.connect(self.tell_apart)
        self.other.added.connect(lambda one: self.show_other(self._people.person(one.id)))
        for keys, act in (("Ctrl+Return", self.merge), ("Ctrl+Enter", self.merge), ("Ctrl+D", self.tell_apart)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        self.resize(min(length(self, 44), room.width() * 9 // 10), min(length(self, 34), room.height() * 92 // 100))

    def _complete(self, typed: str) -> list[Suggestion]:
        country = self._one.participant
        found = self._people.theirs(typed, (country,) if country else ())
        return [one for one in found if one.id != self._one.id]

    def _fill(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._sides.clear()
        self._because.setText(self._reasons())
        self._because.setVisible(bool(self._because.text()))
        self._head()
        for field in CHOSEN:
            self._add_choice(field)
        self._add_rule()
        for words, value in self._told():
            self._add_line(words, value)

    def _reasons(self) -> str:
        told = [self.session.label(self._why)] if self._why else []
        if self._other and (day := self._met_together()):
            told.append(self.tr("Both were present at the contact of {day}: they may well be two.").format(day=day))
        return "; ".join(told)

    def _met_together(self) -> str:
        """Return the day of a contact at which both are named, empty when there is none."""
        assert self._other is not None
        store = self.session.store
        first, second = (
            Query(OutreachPerson, (("person", "=", one.id),), select="outreach") for one in (self._one, self._other)
        )
        both = store.all(Query(Outreach, (("id", "in", first), ("id", "in", second)), order_by="-held_on", limit=1))
        return short_date(both[0].held_on) if both else ""

    def _head(self) -> None:
        for place, person in enumerate((self._one, self._other)):
            if person is not None:
                self._grid.addWidget(TextLabel(person.name, "strong", wrap=True), 0, place + 1)

    def _add_choice(self, field: str) -> None:
        """Add a field: a choice where the two say different things, one of them preset; else what both say."""
        label, second = self._label(field), self._other
        values = [self._said(person, field) for person in (self._one, second) if person is not None]
        row = self._grid.rowCount()
        if not any(values):
            return
        self._grid.addWidget(TextLabel(label, "caption", wrap=True), row, 0)
        if second is None or len(set(values)) == 1:
            for place, value in enumerate(values):
                self._grid.addWidget(_wrapping(TextLabel(value, "muted", wrap=True)), row, place + 1)
            return
        group = self._sides[field] = QButtonGroup(self._table)
        for place, value in enumerate(values):
            button = QRadioButton((value or "–").replace("&", "&&"))
            button.setObjectName(f"{field}_{place + 1}")
            button.setAccessibleName(f"{label}: {value or '–'}")
            group.addButton(button, place)
            self._grid.addWidget(_wrapping(button), row, place + 1)
        # The fuller of two names, and a value rather than none: what most would choose.
        is_cut = field == "name" and self._why in (Likeness.INITIALS, Likeness.SHORTER_NAME)
        group.button(int(len(values[1]) > len(values[0]) if is_cut else not values[0])).setChecked(True)

    def _add_rule(self) -> None:
        self._grid.addWidget(Rule(), self._grid.rowCount(), 0, 1, 3)

    def _add_line(self, words: str, value: Callable[[Person], str]) -> None:
        values = [value(person) for person in (self._one, self._other) if person is not None]
        if not any(values):
            return
        row = self._grid.rowCount()
        self._grid.addWidget(TextLabel(words, "caption", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        for place, said in enumerate(values):
            self._grid.addWidget(
                _wrapping(TextLabel(said or "–", wrap=True)), row, place + 1, Qt.AlignmentFlag.AlignTop
            )

    def _told(self) -> list[tuple[str, Callable[[Person], str]]]:
        """Return what is kept of both: posts, contacts, promises, and fields that may hold what both say."""
        fields = [
            (self._label(field), partial(self._said, field=field)) for field in UNITED if field != "distinct_from"
        ]
        return [
            (self.tr("Posts"), self._posts),
            (self.tr("Last contact"), self._last),
            (self.tr("Promises"), self._promises),
            *fields,
        ]

    def _label(self, field: str) -> str:
        return field_word(Person.table, field, self.session.language)

    def _said(self, person: Person, field: str) -> str:
        value = getattr(person, field)
        if field == "participant":
            found = self.session.store.get(Participant, value) if value else None
            return self.session.name(found) if found else ""
        if field == "name_order":
            return self.session.label(value)
        if field == "languages":
            return spoken(value, self.session.language)
        if isinstance(value, tuple):
            return ", ".join(value)
        return " ".join(str(value).split())

    def _posts(self, person: Person) -> str:
        posts = self.session.store.all(Query(Appointment, (("person", "=", person.id),), order_by="-from_on"))
        return "\n".join(", ".join(part for part in (post.title, post.email) if part) for post in posts)

    def _last(self, person: Person) -> str:
        last = last_contact_with(self.session.store, person.id, self.session.today)
        return short_date(last.outreach.held_on) if last else self.session.word("time.never")

    def _promises(self, person: Person) -> str:
        number = self.session.store.count(Query(Commitment, (("speaker", "=", person.id),)))
        return str(number) if number else ""


def _wrapping(widget: QWidget) -> QWidget:
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
    return widget
