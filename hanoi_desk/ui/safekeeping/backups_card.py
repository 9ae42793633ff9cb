"""The backups of the desk: when the last one was checked, new ones, the second place, the way back, and the check."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from hanoi_desk.desk.backups import (
    Backup,
    Findings,
    backup_folder,
    choose_second_folder,
    known_backups,
    last_backup,
    make_backup,
    note_backup,
    second_folder,
)
from hanoi_desk.desk.exports import plain_exports
from hanoi_desk.desk.keys import is_encrypted
from hanoi_desk.desk.rescue import put_back
from hanoi_desk.language import number, short_date
from hanoi_desk.records import Officer
from hanoi_desk.store import StoreError, StoreErrorCode
from hanoi_desk.store.salvage import salvage
from hanoi_desk.ui import messages
from hanoi_desk.ui.file_dialogs import FileKind, file_dialog
from hanoi_desk.ui.safekeeping.closed_work import ClosedWork
from hanoi_desk.ui.safekeeping.dialogs import KeyDialog, ask_key
from hanoi_desk.ui.safekeeping.rescue import RescueDialog
from hanoi_desk.ui.safekeeping.synced import synced_sentence
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, FlowLayout, TextLabel, length, make_primary

_KEY = Qt.ItemDataRole.UserRole
#: Lines of complaint that are shown; all of them say the same in the end.
_SHOWN = 6


class BackupsCard(Card):
    """Enter or the button restores the chosen backup. `closed_work` needs the desk closed."""

    closed_work = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("backups")
        self.session = session
        self.place = TextLabel("", "problem", wrap=True)
        self.place.setObjectName("synced_place")
        self.last = TextLabel("", "strong", wrap=True)
        self.last.setObjectName("last_backup")
        self.second = TextLabel("", "muted", wrap=True)
        self.exported = TextLabel("", "muted", wrap=True)
        self.exported.setObjectName("last_export")
        self.found = TextLabel("", wrap=True)
        self.found.setObjectName("findings")
        self.found.hide()
        self.list = QTreeWidget()
        self.list.setObjectName("known_backups")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setColumnCount(4)
        self.buttons = {key: QPushButton() for key in ("now", "second", "choose", "restore", "check")}
        make_primary(self.buttons["now"])
        self._backups: list[Backup] = []
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self.body.addWidget(self.place)
        self.body.addWidget(self.last)
        self.body.addWidget(self.second)
        self.body.addWidget(self.exported)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=length(self, 0.5))
        for key in ("now", "second", "choose", "check"):
            self.buttons[key].setObjectName(f"backup_{key}")
            flow.addWidget(self.buttons[key])
        self.body.addWidget(holder)
        self.body.addWidget(self.found)
        self.list.setMinimumHeight(length(self, 8))
        self.body.addWidget(self.list)
        self.buttons["restore"].setObjectName("backup_restore")
        below = QWidget()
        row = FlowLayout(below, spacing=length(self, 0.5))
        row.addWidget(self.buttons["restore"])
        self.body.addWidget(below)

    def _connect(self) -> None:
        self.buttons["now"].clicked.connect(self.back_up)
        self.buttons["second"].clicked.connect(self.back_up_second)
        self.buttons["choose"].clicked.connect(self.choose_second)
        self.buttons["check"].clicked.connect(self.check)
        self.buttons["restore"].clicked.connect(self.restore_chosen)
        self.list.itemActivated.connect(lambda *_: self.restore_chosen())
        self.list.currentItemChanged.connect(lambda *_: self._allow())

    def retranslate(self) -> None:
        """Put the words on it."""
        self.set_title(self.tr("Backups"))
        words = {
            "now": self.tr("Back up now"),
            "second": self.tr("Back up to the second place"),
            "choose": self.tr("Choose a second place…"),
            "check": self.tr("Check the desk now"),
            "restore": self.tr("Restore the chosen backup…"),
        }
        for key, text in words.items():
            self.buttons[key].setText(text)
        self.list.setAccessibleName(self.tr("Known backups"))
        self.list.setHeaderLabels([self.tr("Made"), self.tr("Size"), self.tr("Encrypted"), self.tr("Folder")])

    def reload(self) -> None:
        """Read which backups there are."""
        store, language = self.session.store, self.session.language
        at = last_backup(store)
        said = self.tr("No backup was made yet.")
        if at:
            said = self.tr("The last backup was made and checked on {day} at {time}.").format(
                day=short_date(at.date()), time=f"{at:%H:%M}"
            )
        self.last.setText(said)
        self.place.setText(synced_sentence(store))
        self.place.setVisible(bool(self.place.text()))
        second = second_folder(store)
        self.second.setText(
            self.tr("Second place: {path}").format(path=second)
            if second
            else self.tr("There is no second place yet: choose a stick, which is kept apart from this computer.")
        )
        self._show_export()
        self.buttons["second"].setEnabled(second is not None)
        self._backups = known_backups(store)
        self.list.clear()
        for one in self._backups:
            words = [
                f"{short_date(one.made_at.date())} {one.made_at:%H:%M}",
                self._size(one.path, language),
                self.tr("yes") if is_encrypted(one.path) else self.tr("no"),
                str(one.path.parent),
            ]
            item = QTreeWidgetItem(words)
            item.setData(0, _KEY, str(one.path))
            self.list.addTopLevelItem(item)
        for column in range(3):
            self.list.resizeColumnToContents(column)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._allow()

    def _show_export(self) -> None:
        """Say when the whole desk was last written without encryption, and by whom."""
        store, exports = self.session.store, plain_exports(self.session.store)
        self.exported.setVisible(bool(exports))
        if exports:
            last = exports[0]
            officer = store.get(Officer, last.who)
            said = self.tr("The whole desk was last exported without encryption on {day}, by {name}.")
            name = officer.name if officer else self.tr("an officer who is not on file")
            self.exported.setText(said.format(day=short_date(last.at.date()), name=name))

    def _size(self, path: Path, language: object) -> str:
        try:
            size = path.stat().st_size
        except OSError:
            return "–"
        return self.tr("{n} MB").format(n=number(round(size / 1e6, 1), self.session.language, 1))

    def _allow(self) -> None:
        self.buttons["restore"].setEnabled(self.list.currentItem() is not None)

    # ---- copies ----

    def back_up(self) -> None:
        """Make a checked copy in the usual folder."""
        self._make(backup_folder(self.session.store))

    def back_up_second(self) -> None:
        """Make a checked copy in the second place, or ask for that place first."""
        folder = second_folder(self.session.store)
        if folder is None:
            self.choose_second()
        elif not folder.is_dir():
            self._fail(StoreError(StoreErrorCode.NO_FOLDER, path=str(folder)))
        else:
            self._make(folder)

    def choose_second(self) -> None:
        """Ask for the second place, such as a stick, and make a copy there at once."""
        title = self.tr("Choose a second place")
        dialog = file_dialog(self.window(), title, FileKind.BACKUP, mode=QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.take_second(Path(path)))
        dialog.open()

    def take_second(self, folder: Path) -> None:
        """Remember the second place and make a copy there."""
        try:
            choose_second_folder(self.session.store, folder)
        except StoreError as error:
            self._fail(error)
            return
        self._make(folder)

    def _make(self, folder: Path) -> None:
        store, now = self.session.store, self.session.now.replace(tzinfo=None)

        def done(made: Backup) -> None:
            self._set_busy("")
            note_backup(store, made)
            self.reload()
            self.session.say(self.tr("The backup is made and checked: {path}").format(path=made.path))

        self._set_busy(self.tr("The backup is made and checked…"))
        self.session.background.run(lambda _: make_backup(store, folder, now), done, self._fail)

    # ---- checks ----

    def check(self) -> None:
        """Run every check there is, off the interface thread, and say what it found."""
        store = self.session.store

        def done(found: Findings) -> None:
            self._set_busy("")
            self.show_findings(found)

        self._set_busy(self.tr("Every page of the desk is checked…"))
        self.session.background.run(lambda _: store.check(), done, self._fail)

    def show_findings(self, found: Findings) -> None:
        """Say what the checks found; where it is damage, offer the ways out."""
        if found.sound:
            self.found.setText(self.tr("Every check was passed: the desk is sound."))
        else:
            parts = (
                (self.tr("Pages whose seal is broken: {what}"), found.pages),
                (self.tr("Tables or indexes that do not hold together: {what}"), found.structure),
                (self.tr("Links that lead nowhere: {what}"), found.links),
            )
            lines = [words.format(what="; ".join(lines[:_SHOWN])) for words, lines in parts if lines]
            self.found.setText("\n".join([self.tr("The desk is damaged."), *lines]))
            self.offer_rescue()
        self.found.show()

    def offer_rescue(self) -> RescueDialog:
        """Offer the nearest backup first, and to save what can still be read."""
        store = self.session.store
        key = store.opened.key if store.opened else None
        dialog = RescueDialog(
            self.session.language,
            self._backups or known_backups(store),
            lambda target: salvage(store.path, target, key),
            self.session.background,
            self.window(),
        )
        dialog.backup_chosen.connect(self.restore)
        dialog.open()
        return dialog

    # ---- the way back ----

    def restore_chosen(self) -> None:
        """Ask whether the chosen backup is to take the desk's place."""
        item = self.list.currentItem()
        if item is not None:
            self.restore(Path(item.data(0, _KEY)))

    def restore(self, backup: Path) -> KeyDialog:
        """Ask, with the passphrase of the backup where it has one, and restore it with the desk closed."""
        encrypted, path = is_encrypted(backup), self.session.store.path
        made_at = next((one.made_at for one in self._backups if one.path == backup), None)
        day = f"{short_date(made_at.date())} {made_at:%H:%M}" if made_at else backup.name
        dialog = KeyDialog(
            self.session.language,
            self.tr("Restore the backup of {day}").format(day=day),
            self.tr(
                "The desk is closed and the backup is checked and put in its place. What was written since then"
                " stays in the replaced file, which is kept beside the desk."
            ),
            self.tr("Restore"),
            self.window(),
            asks_now=self.tr("A passphrase that opened the desk then") if encrypted else "",
        )
        now = self.session.now.replace(tzinfo=None)

        def work(_who: str, _name: str, typed: str, _new: str) -> None:
            dialog.accept()
            self.closed_work.emit(_restoring(self, backup, path, typed or None, now))

        return ask_key(dialog, work)

    def _set_busy(self, sentence: str) -> None:
        for key in ("now", "choose", "check"):
            self.buttons[key].setEnabled(not sentence)
        self.found.setText(sentence)
        self.found.setVisible(bool(sentence))

    def _fail(self, error: BaseException) -> None:
        self._set_busy("")
        self.reload()
        if not isinstance(error, StoreError | OSError):
            raise error
        known = error if isinstance(error, StoreError) else StoreError(StoreErrorCode.BACKUP_FAILED)
        if known.is_damage:
            self.offer_rescue()
        else:
            messages.store_trouble(self.window(), known, self.session.language)


def _restoring(card: BackupsCard, backup: Path, desk: Path, passphrase: str | None, now: datetime) -> ClosedWork:
    """Return the work of a restore; its words are made now, since the card goes with its window."""
    said, aside_words = card.tr("The backup is restored."), card.tr("What it replaced is kept: {path}")

    def tell(aside: Path | None) -> str:
        return f"{said} {aside_words.format(path=aside)}" if aside else said

    return ClosedWork(
        card.tr("The backup is checked and restored…"),
        lambda: put_back(backup, desk, passphrase, now),
        passphrase,
        tell,
    )
