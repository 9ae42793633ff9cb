"""How the desk is kept safe: who opens it, its backups and checks, and when it locks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from hanoi_desk.ui.capture import can_hide
from hanoi_desk.ui.page import Page
from hanoi_desk.ui.safekeeping.backups_card import BackupsCard
from hanoi_desk.ui.safekeeping.keys_card import KeysCard
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, ComboField, FormRow, TextLabel, stack_cards

#: How wide the cards get, in heights of a line of text.
_WIDEST = 52
_MINUTES = (1, 2, 5, 10, 15, 30, 60)
_NEVER = 0


class SafekeepingPage(Page):
    """Three cards; what needs the desk closed is handed to the program with `closed_work`."""

    lock_asked = Signal()
    lock_chosen = Signal(int)  # minutes, 0 for never
    hiding_chosen = Signal(bool)
    closed_work = Signal(object)  # ClosedWork

    tables = ("officer",)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.backups = BackupsCard(session)
        self.keys = KeysCard(session)
        self.lock = Card()
        self.lock.setObjectName("locking")
        self.minutes = ComboField()
        self.minutes.setObjectName("lock_minutes")
        self.lock_button = QPushButton()
        self.lock_button.setObjectName("lock_now")
        self.hides = QCheckBox()
        self.hides.setObjectName("hides_windows")
        self.hides.setVisible(can_hide())
        self._row = FormRow("", self.minutes)
        self._note = TextLabel("", "caption", wrap=True)
        self._shown = 5
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.lock.body.addWidget(self._row)
        self.lock.body.addWidget(self._note)
        self.lock.body.addWidget(self.hides)
        buttons = QHBoxLayout()
        buttons.addWidget(self.lock_button)
        buttons.addStretch(1)
        self.lock.body.addLayout(buttons)
        stack_cards(self, (self.backups, self.keys, self.lock), _WIDEST)

    def _connect(self) -> None:
        self.lock_button.clicked.connect(self.lock_asked)
        self.hides.clicked.connect(self.hiding_chosen)
        self.minutes.chosen.connect(lambda minutes: self.lock_chosen.emit(int(minutes)))
        for card in (self.backups, self.keys):
            card.closed_work.connect(self.closed_work)

    def retranslate(self) -> None:
        """Put the words on all cards."""
        self.backups.retranslate()
        self.keys.retranslate()
        self.lock.set_title(self.tr("Locking"))
        self._row.set_label(self.tr("Lock when nobody types or points for"))
        self.lock_button.setText(self.tr("Lock now"))
        self.hides.setText(self.tr("Keep the windows out of screenshots and shared screens"))
        encrypted = self.session.store.is_encrypted
        choices = [(str(n), self.tr("%n minute(s)", "", n)) for n in _MINUTES]
        if not encrypted:
            choices.append((str(_NEVER), self.tr("Never")))
        self.minutes.set_choices(choices)
        self.show_lock_minutes(self._shown)
        self._note.setText(
            self.tr("The desk also locks with Ctrl+Shift+L, with the lock of the system, and when the computer sleeps.")
            if encrypted
            else self.tr("A desk without a passphrase is only hidden: whoever sits here can open it again.")
        )

    def reload(self) -> None:
        """Read backups and keys."""
        self.backups.reload()
        self.keys.reload()

    def show_lock_minutes(self, minutes: int) -> None:
        """Show after how many minutes the desk locks."""
        self._shown = minutes
        if minutes not in (*_MINUTES, _NEVER):
            minutes = min(_MINUTES, key=lambda one: abs(one - minutes))
        self.minutes.set_value(str(minutes))

    def show_hiding(self, hides: bool) -> None:
        """Show whether the windows are kept out of screenshots."""
        self.hides.setChecked(hides)

    def back_up(self) -> None:
        """Make a checked copy now."""
        self.backups.back_up()
