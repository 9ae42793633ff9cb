"""Who opens the desk: the people with a passphrase, the custodian's paper, and what can be done about them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.desk import Refused, keep
from hanoi_desk.desk.backups import plain_backups, remove_backups
from hanoi_desk.desk.keys import (
    RECOVERY,
    FirstKey,
    LastKey,
    Slot,
    changed_slot,
    check_passphrase,
    encrypt_desk,
    new_slot,
    people_with_keys,
    put_slot,
    renew_data_key,
    take_key,
)
from hanoi_desk.records import Officer
from hanoi_desk.store import Query, StoreError, StoreErrorCode
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.safekeeping.closed_work import ClosedWork
from hanoi_desk.ui.safekeeping.cut_short import Begun, note_begun
from hanoi_desk.ui.safekeeping.dialogs import KeyDialog, ask_key
from hanoi_desk.ui.safekeeping.paper import make_paper
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, FlowLayout, Rule, TextLabel, length, make_small


class KeysCard(Card):
    """Each person with a button to remove them; below, what changes the keys. `closed_work` needs the desk closed."""

    closed_work = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("keys")
        self.session = session
        self.explained = TextLabel("", "muted", wrap=True)
        self.people = QVBoxLayout()
        self.buttons = {key: QPushButton() for key in ("encrypt", "add", "change", "paper", "renew", "plain")}
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self.body.addWidget(self.explained)
        self.body.addLayout(self.people)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=length(self, 0.5))
        for key, button in self.buttons.items():
            button.setObjectName(f"keys_{key}")
            flow.addWidget(button)
        self.body.addWidget(holder)

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "encrypt": self.encrypt,
            "add": self.add_person,
            "change": self.change,
            "paper": self.make_paper,
            "renew": self.renew,
            "plain": self.remove_plain,
        }
        for key, act in acts.items():
            self.buttons[key].clicked.connect(lambda _=False, act=act: act())

    def retranslate(self) -> None:
        """Put the words on it."""
        self.set_title(self.tr("Who opens this desk"))
        words = {
            "encrypt": self.tr("Encrypt this desk…"),
            "add": self.tr("Add a colleague…"),
            "change": self.tr("Change my passphrase…"),
            "paper": self.tr("New paper for the custodian…"),
            "renew": self.tr("New data key…"),
            "plain": self.tr("Remove backups that are not encrypted…"),
        }
        for key, text in words.items():
            self.buttons[key].setText(text)

    def reload(self) -> None:
        """Read who has a key."""
        store = self.session.store
        is_encrypted, by_paper = store.is_encrypted, bool(store.opened and store.opened.who == RECOVERY)
        slots = self._slots()
        if by_paper:
            said = self.tr(
                "The desk was opened with the custodian's paper. Give the person who goes on with it a passphrase of"
                " their own, then make a new paper."
            )
        elif is_encrypted:
            said = self.tr(
                "The desk, its drafts and its backups are encrypted. Each person has a passphrase of their own."
            )
        elif store.local("sample"):
            said = self.tr("The sample desk has no passphrase: its contacts are invented.")
        else:
            said = self.tr("This desk is not encrypted: whoever has the file or a backup can read every record.")
        self.explained.setText(said)
        for key, button in self.buttons.items():
            button.setVisible(is_encrypted if key != "encrypt" else not is_encrypted and not store.local("sample"))
        for key in ("change", "renew"):
            self.buttons[key].setVisible(is_encrypted and not by_paper)
        self.buttons["plain"].setVisible(bool(plain_backups(store)))
        self._show_people(slots)

    def _slots(self) -> tuple[Slot, ...]:
        try:
            return people_with_keys(self.session.store)
        except StoreError:
            return ()

    def _show_people(self, slots: tuple[Slot, ...]) -> None:
        while (item := self.people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for n, slot in enumerate(slots):
            if n:
                self.people.addWidget(Rule())
            self.people.addWidget(self._line(slot))

    def _line(self, slot: Slot) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = self._name(slot)
        opened = self.session.store.opened
        row.addWidget(TextLabel(name, "strong", wrap=True), 1)
        if opened is not None and opened.who == slot.who:
            row.addWidget(TextLabel(self.tr("opened the desk now"), "caption"))
        remove = make_small(QPushButton(self.tr("Remove…")))
        remove.setObjectName(f"remove_{slot.who}")
        remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
        remove.clicked.connect(lambda: self.ask_remove(slot))
        row.addWidget(remove)
        return line

    def _name(self, slot: Slot) -> str:
        if slot.who == RECOVERY:
            return self.tr("The custodian's paper")
        if not slot.who:
            return slot.name or self.tr("Whoever made the desk, without a name")
        officer = self.session.store.get(Officer, slot.who)
        return officer.name if officer else slot.name or self.tr("An officer who is no longer on file")

    # ---- people ----

    def add_person(self) -> KeyDialog:
        """Ask for a colleague, who types a passphrase of their own."""
        have = {slot.who for slot in self._slots()}
        officers: list[Officer] = self.session.store.all(Query(Officer, order_by="title"))
        dialog = KeyDialog(
            self.session.language,
            self.tr("Add a colleague"),
            self.tr(
                "Let them sit here and type: nobody else need know their passphrase. What they change bears their name."
            ),
            self.tr("Add"),
            self.window(),
            asks_new=True,
            officers=[(one.id, one.name) for one in officers if one.id not in have],
        )
        note_begun(dialog, self.session.store, Begun.COLLEAGUE)
        return ask_key(dialog, lambda who, name, _, new: self._give(dialog, who, name, new))

    def _give(self, dialog: KeyDialog, who: str, name: str, new: str) -> None:
        store = self.session.store
        known = store.get(Officer, who) if who else None
        officer = known or Officer(name=name, mission=store.local("mission") or None)

        def keep_new() -> bool:
            try:
                if known is None:
                    keep(store, officer)
            except (Refused, StoreError):
                dialog.show_problem(self.tr("The officer could not be kept. Try again."), "name")
                return False
            return True

        said = self.tr("{name} can now open the desk.").format(name=officer.name)
        self._run(dialog, lambda: new_slot(store, officer.id, officer.name, new), said, keep_new)

    def ask_remove(self, slot: Slot) -> None:
        """Ask before somebody can no longer open the desk."""
        name = self._name(slot)
        messages.ask(
            self.window(),
            self.tr("Shall {name} no longer open this desk?").format(name=name),
            self.tr("Take the key away"),
            lambda: self._take(slot),
            more=self.tr(
                "A copy of the desk that was taken along still opens. Give the desk a new data key after this, so that"
                " the old passphrase opens nothing that is written from now on."
            ),
        )

    def _take(self, slot: Slot) -> None:
        try:
            take_key(self.session.store, slot.who)
        except (LastKey, StoreError, OSError) as error:
            self._tell(error)
            return
        self.reload()
        self.session.say(
            self.tr("{name} can no longer open the desk. Now give it a new data key.").format(name=self._name(slot))
        )

    def change(self) -> KeyDialog:
        """Ask for the passphrase in force and a new one."""
        dialog = KeyDialog(
            self.session.language,
            self.tr("Change my passphrase"),
            "",
            self.tr("Change"),
            self.window(),
            asks_now=self.tr("Passphrase now"),
            asks_new=True,
        )
        store = self.session.store
        note_begun(dialog, store, Begun.PASSPHRASE)
        said = self.tr("Your passphrase is changed. Backups made before still open with the old one.")
        return ask_key(
            dialog, lambda _who, _name, now, new: self._run(dialog, lambda: changed_slot(store, now, new), said)
        )

    def make_paper(self) -> None:
        """Make a new code for the custodian and show it."""

        def make() -> None:
            make_paper(self.session, self.window(), self.reload)

        if any(slot.who == RECOVERY for slot in self._slots()):
            messages.ask(
                self.window(),
                self.tr("Make a new paper for the custodian?"),
                self.tr("Make a new paper"),
                make,
                more=self.tr("Once the new one is confirmed, the earlier paper no longer opens the desk: destroy it."),
            )
        else:
            make()

    # ---- the whole desk ----

    def renew(self) -> KeyDialog:
        """Ask for the passphrase and give the desk a new data key."""
        dialog = KeyDialog(
            self.session.language,
            self.tr("New data key"),
            self.tr(
                "The desk is closed, written anew with another key, checked, and opened again. Only you can open it"
                " then: add the others again, and make a new paper. Backups made before keep the old key."
            ),
            self.tr("Write anew"),
            self.window(),
            asks_now=self.tr("Your passphrase"),
        )
        path, now = self.session.store.path, self.session.now.replace(tzinfo=None)

        def work(_who: str, _name: str, passphrase: str, _new: str) -> None:
            asked = ClosedWork(
                self.tr("The desk is written anew with another key…"),
                lambda: renew_data_key(path, passphrase, now),
                passphrase,
                lambda _: self.tr("The desk has a new data key. Add your colleagues again, and make a new paper."),
                before=None,
            )
            dialog.accept()
            self.closed_work.emit(asked)

        return ask_key(dialog, lambda *answers: self._when_right(dialog, answers[2], lambda: work(*answers)))

    def encrypt(self) -> KeyDialog:
        """Ask for a passphrase and make this plain desk an encrypted one."""
        dialog = KeyDialog(
            self.session.language,
            self.tr("Encrypt this desk"),
            self.tr(
                "The desk is closed, written anew in encrypted form, checked, and opened again. The plain file is then"
                " written over and removed."
            ),
            self.tr("Encrypt"),
            self.window(),
            asks_new=True,
        )
        store = self.session.store
        path, now = store.path, self.session.now.replace(tzinfo=None)
        officer = store.get(Officer, store.who)
        note_begun(dialog, store, Begun.ENCRYPTION)

        def work(_who: str, _name: str, _now: str, new: str) -> None:
            first = FirstKey(store.who, officer.name if officer else "", new)
            dialog.accept()
            self.closed_work.emit(
                ClosedWork(
                    self.tr("The desk is written anew in encrypted form…"),
                    lambda: encrypt_desk(path, first, now),
                    new,
                    lambda _: self.tr(
                        "The desk is encrypted. The plain file was written over and removed; a disk may still hold"
                        " older copies of it, and backups made before are plain: see below."
                    ),
                )
            )

        return ask_key(dialog, work)

    def remove_plain(self) -> None:
        """Name the backups that anybody can read, and offer to remove them."""
        plain = plain_backups(self.session.store)
        names = "\n".join(str(one.path) for one in plain[:12])

        def remove() -> None:
            stayed = remove_backups(plain)
            self.reload()
            if stayed:
                self.session.say(self.tr("Some could not be removed: {path}").format(path=stayed[0]))
            else:
                self.session.say(self.tr("The plain backups are removed."))

        messages.ask(
            self.window(),
            self.tr("Remove %n backup(s) that anybody can read?", "", len(plain)),
            self.tr("Remove"),
            remove,
            more=names,
        )

    # ---- inside ----

    def _when_right(self, dialog: KeyDialog, passphrase: str, then: Callable[[], None]) -> None:
        """Go on when the passphrase is that of the person who opened the desk."""
        store = self.session.store

        def tried(error: BaseException | None) -> None:
            if error is None:
                then()
            else:
                self._refuse(dialog, error)

        self._wait(
            dialog,
            self.session.background.run(lambda _: check_passphrase(store, passphrase), lambda _: tried(None), tried),
        )

    def _run(
        self, dialog: KeyDialog, work: Callable[[], Slot], said: str, first: Callable[[], bool] = lambda: True
    ) -> None:
        """Work a way in out off the interface thread, and write it beside the desk unless that was left meanwhile.

        `first` is done before it is written, and tells whether it is to be.
        """
        store = self.session.store

        def done(slot: Slot) -> None:
            if not first():
                return
            try:
                put_slot(store, slot)
            except (StoreError, OSError) as error:
                self._refuse(dialog, error)
                return
            dialog.accept()
            self.reload()
            self.session.say(said)

        def failed(error: BaseException) -> None:
            self._refuse(dialog, error)

        self._wait(dialog, self.session.background.run(lambda _: work(), done, failed))

    def _wait(self, dialog: KeyDialog, task: Task) -> None:
        dialog.set_busy(self.tr("One moment…"))
        dialog.rejected.connect(task.cancel)

    def _refuse(self, dialog: KeyDialog, error: BaseException) -> None:
        dialog.set_busy("")
        if isinstance(error, StoreError) and error.code is StoreErrorCode.WRONG_PASSPHRASE:
            dialog.show_problem(" ".join(messages.store_sentences(error, self.session.language)))
        else:
            self._tell(error)

    def _tell(self, error: BaseException) -> None:
        messages.failure(self.window(), error, self.session.language)
