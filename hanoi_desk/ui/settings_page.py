"""Choices of this user: language, colours, size of text, and who uses the desk."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hanoi_desk.desk import Refused, keep, work_as
from hanoi_desk.language import Language
from hanoi_desk.records import Mission, Officer
from hanoi_desk.store import Query, StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.detail.files import held_words
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.reminder_card import ReminderCard
from hanoi_desk.ui.secret_marks import SecretMarks
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import (
    Card,
    ComboField,
    FormRow,
    Line,
    TextLabel,
    make_link,
    make_primary,
    stack_cards,
)

#: How wide the cards get, in heights of a line of text: names and choices are short.
_WIDEST = 44

#: The choice of somebody who is not on file yet.
_ANOTHER = "another"


class SettingsPage(Page):
    """Language, colours and text size take effect at once; names are saved with the button."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_changed = Signal(str)

    tables = ("mission", "officer")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._marks = SecretMarks(session, self)
        self.look = Card()
        self.people = Card()
        self.reminders = ReminderCard(session)
        self.language_field = ComboField()
        self.language_field.setObjectName("language")
        self.theme_field = ComboField()
        self.theme_field.setObjectName("theme")
        self.smaller, self.usual, self.larger = QPushButton("A-"), QPushButton("A"), QPushButton("A+")
        for name, button in (("smaller", self.smaller), ("usual", self.usual), ("larger", self.larger)):
            button.setObjectName(name)
        self.mission = Line()
        self.mission.setObjectName("mission")
        self.who = ComboField()
        self.who.setObjectName("who")
        self.officer = Line()
        self.officer.setObjectName("officer")
        self.officer_title = Line()
        self.officer_title.setObjectName("officer_title")
        self.save_button = make_primary(QPushButton())
        self.save_button.setObjectName("save_names")
        self.where = TextLabel("", "muted", wrap=True)
        self.safe_button = make_link(QPushButton())
        self.safe_button.setObjectName("to_safekeeping")
        self._rows: dict[str, FormRow] = {}
        self._shown: tuple[str, ...] = ()  # as it is on file
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        sizes = QWidget()
        across = QHBoxLayout(sizes)
        across.setContentsMargins(0, 0, 0, 0)
        for button in (self.smaller, self.usual, self.larger):
            across.addWidget(button)
        across.addStretch(1)
        for key, field, card in (
            ("language", self.language_field, self.look),
            ("theme", self.theme_field, self.look),
            ("text", sizes, self.look),
            ("mission", self.mission, self.people),
            ("who", self.who, self.people),
            ("officer", self.officer, self.people),
            ("officer_title", self.officer_title, self.people),
        ):
            self._rows[key] = FormRow("", field)
            card.body.addWidget(self._rows[key])
        save = QHBoxLayout()
        save.addWidget(self.save_button)
        save.addStretch(1)
        self.people.body.addLayout(save)
        self.people.body.addWidget(self.where)
        self.people.body.addWidget(self.safe_button, 0, Qt.AlignmentFlag.AlignLeft)
        stack_cards(self, (self.look, self.reminders, self.people), _WIDEST, sideways=True)

    def _connect(self) -> None:
        self.language_field.chosen.connect(self.language_chosen)
        self.theme_field.chosen.connect(self.theme_chosen)
        self.smaller.clicked.connect(lambda: self.text_changed.emit("-"))
        self.usual.clicked.connect(lambda: self.text_changed.emit("0"))
        self.larger.clicked.connect(lambda: self.text_changed.emit("+"))
        self.who.chosen.connect(self._show_officer)
        self.save_button.clicked.connect(self._save)
        self.safe_button.clicked.connect(lambda: self.session.go(Goal("safekeeping")))

    def retranslate(self) -> None:
        """Put the words on all fields."""
        self.look.set_title(self.tr("Language and look"))
        self.people.set_title(self.tr("Who uses this desk"))
        self.reminders.retranslate()
        labels = {
            "language": self.tr("Language"),
            "theme": self.tr("Colours"),
            "text": self.tr("Size of text"),
            "mission": self.tr("Our mission"),
            "who": self.tr("Who works here now"),
            "officer": self.tr("Your name"),
            "officer_title": self.tr("Your title"),
        }
        for key, label in labels.items():
            self._rows[key].set_label(label)
        self.smaller.setAccessibleName(self.tr("Smaller text"))
        self.usual.setAccessibleName(self.tr("Usual text size"))
        self.larger.setAccessibleName(self.tr("Larger text"))
        self.save_button.setText(self.tr("Save"))
        self.safe_button.setText(self.tr("Passphrases, backups and locking…"))
        self.language_field.set_choices([("en", "English"), ("vi", "Tiếng Việt")])
        self.language_field.set_value(self.session.language.value)
        theme = self.theme_field.value
        self.theme_field.set_choices(
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        )
        self.theme_field.set_value(theme or "system")

    def show_theme(self, key: str) -> None:
        """Show which colours are worn."""
        self.theme_field.set_value(key)

    def reload(self) -> None:
        """Show who uses the desk and where it lies."""
        mission, officer = self._mission(), self._officer()
        self.mission.setText(self.session.name(mission) if mission else "")
        officers = self.session.store.all(Query(Officer, order_by="title"))
        known = [(one.id, self.session.name(one)) for one in officers]
        self.who.set_choices([*known, (_ANOTHER, self.tr("Another person…"))])
        self.who.set_value(officer.id if officer else _ANOTHER)
        # With a passphrase of one's own, it says who works here.
        self.who.setEnabled(self.session.store.opened is None)
        self._show_officer(self.who.value)
        self._shown = self._typed()
        where = self.tr("The desk file: {path}").format(path=self.session.store.path)
        self.where.setText(f"{where}\n{held_words(self.session)}")

    def _show_officer(self, chosen: str) -> None:
        officer = self.session.store.get(Officer, chosen) if chosen != _ANOTHER else None
        opened = self.session.store.opened
        self.officer.setText(officer.name if officer else opened.name if opened else "")
        self.officer_title.setText(officer.title if officer else "")
        if officer is None and self.who.hasFocus():
            self.officer.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_place(self) -> object:
        """Keep the names that are typed and not saved; they are those of our own side, and few."""
        return self._typed() if self._typed() != self._shown else None

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show again what was typed."""
        match kept:
            case (str(who), str(mission), str(officer), str(title)):
                self.who.set_value(who)
                self.mission.setText(mission)
                self.officer.setText(officer)
                self.officer_title.setText(title)

    def _typed(self) -> tuple[str, ...]:
        return self.who.value, self.mission.text(), self.officer.text(), self.officer_title.text()

    def _mission(self) -> Mission | None:
        return self.session.store.get(Mission, self.session.store.local("mission") or "")

    def _officer(self) -> Officer | None:
        return self.session.store.get(Officer, self.session.store.who)

    def _renamed(self, mission: Mission) -> Mission:
        """Return the mission with the name typed, in the language in which it is shown."""
        if self.session.language is Language.VI:
            return replace(mission, name_vi=self.mission.text())
        return replace(mission, name_en=self.mission.text())

    def _save(self) -> None:
        if not self._marks.are_clear([self.mission.text(), self.officer.text(), self.officer_title.text()], self._save):
            return
        mission = self._mission()
        known = self.session.store.get(Officer, self.who.value) if self.who.value != _ANOTHER else None
        officer = known or Officer(name="", mission=mission.id if mission else None, from_on=self.session.today)
        try:
            if mission:
                keep(self.session.store, self._renamed(mission))
            work_as(self.session.store, replace(officer, name=self.officer.text(), title=self.officer_title.text()))
        except Refused as refused:
            sentence = messages.fault_sentence(refused.faults[0], self.session.language)
            self._rows["officer" if isinstance(refused.faults[0].record, Officer) else "mission"].show_problem(sentence)
            return
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        for key in ("mission", "officer"):
            self._rows[key].show_problem("")
        self.refresh()
        self.session.say(self.tr("Saved."), undo=True)
