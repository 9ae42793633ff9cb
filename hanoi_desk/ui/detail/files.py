"""The files that hang on one record: to be opened, saved, renamed, removed, and more to be attached."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.desk import attachments, remove
from hanoi_desk.file_names import ending, may_open, safe_name
from hanoi_desk.language import number, short_date
from hanoi_desk.records import Attachment, Record
from hanoi_desk.store import Change, StoreError
from hanoi_desk.ui.attachments import AttachmentForm, Opening, Taking
from hanoi_desk.ui.detail.parts import LinkButton, flow
from hanoi_desk.ui.file_dialogs import FileKind, file_dialog
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, Rule, TextLabel, length, make_link, make_small

_KB, _MB = 1024, 1024 * 1024


class FilesCard(Card):
    """A card of files; it hears of what is attached and removed, and keeps the focus where it was."""

    def __init__(self, session: Session, record: Record) -> None:
        super().__init__()
        self.setObjectName("files")
        self.session = session
        self.record = record
        self.opening = Opening(session, self)
        self.attach_button = make_small(QPushButton(self.tr("Attach file…")))
        self.attach_button.setObjectName("attach")
        self.attach_button.clicked.connect(self.choose)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(length(self, 0.5))
        self._told = TextLabel("", "caption", wrap=True)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._told)
        session.changed.connect(self._hear)
        self.reload()

    def reload(self) -> None:
        """Show what hangs on the record now."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        files = attachments(self.session.store, self.record)
        for place, file in enumerate(files):
            if place:
                self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(file))
        self.set_title(self.tr("Files"))
        self.set_note(number(len(files), self.session.language) if files else "")
        self._told.setText(self._caption() if files else self.tr("Drop files here, or choose them."))
        if name:
            same = self.findChild(QPushButton, name) or self.attach_button
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Ask which files are to be attached."""
        dialog = file_dialog(self, self.tr("Attach files"), FileKind.FILE, mode=QFileDialog.FileMode.ExistingFiles)
        dialog.setObjectName("attach_dialog")
        dialog.filesSelected.connect(lambda paths: self.take([Path(path) for path in paths]))
        dialog.open()

    def take(self, paths: list[Path]) -> None:
        """Attach files; they are read off the interface thread."""
        Taking(self.session, self.window()).take(self.record, paths)

    def _row(self, file: Attachment) -> QWidget:
        name = safe_name(file.name)  # a desk's folder may bring any name
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(holder, 0.1))
        if may_open(name):
            link = LinkButton(name)
            link.setObjectName(f"open_{file.id}")
            link.setAccessibleDescription(self.tr("Opens a copy that can only be read"))
            link.clicked.connect(lambda: self.opening.open(file))
            column.addWidget(link)
        else:
            column.addWidget(TextLabel(name, "strong", wrap=True))
        facts = [ending(name).upper(), size_words(file.size, self.session)]
        facts.append(short_date(file.added_on) if file.added_on else "")
        column.addWidget(TextLabel(" · ".join(filter(None, facts)), "caption"))
        if file.note:
            column.addWidget(TextLabel(file.note, wrap=True))
        if not may_open(name):
            why = self.tr("A file of this kind may be a program or hold one: it is saved as a copy and not opened.")
            column.addWidget(TextLabel(why, "caption", wrap=True))
        column.addWidget(
            flow(
                self._act(f"save_{file.id}", self.tr("Save a copy…"), name, lambda: self.opening.save_as(file)),
                self._act(f"edit_{file.id}", self.tr("Rename or note…"), name, lambda: self._edit(file)),
                self._act(f"remove_{file.id}", self.tr("Remove"), name, lambda: self._remove(file)),
            )
        )
        return holder

    def _act(self, key: str, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = make_link(QPushButton(words), quiet=True)
        button.setObjectName(key)
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(act)
        return button

    def _caption(self) -> str:
        return f"{self.tr('Kept inside the desk.')} {held_words(self.session)}"

    def _edit(self, file: Attachment) -> None:
        AttachmentForm(self.session, file, self.tr("File"), self.window()).open()

    def _remove(self, file: Attachment) -> None:
        try:
            remove(self.session.store, file)
        except StoreError as error:
            store_trouble(self.window(), error, self.session.language)
        else:
            words = self.tr("Removed: {name}. The desk keeps its bytes, so that it can be brought back.")
            self.session.say(words.format(name=safe_name(file.name)), undo=True)

    def _hear(self, change: Change) -> None:
        if change.concerns("attachment"):
            self.reload()


def held_words(session: Session) -> str:
    """Return how many files the desk keeps, and how large they and the whole desk file are."""
    number_of_files, size = session.store.files_size()
    words = QCoreApplication.translate("files", "All files of this desk: {n}, {size}; the desk file: {whole}.")
    return words.format(
        n=number(number_of_files, session.language),
        size=size_words(size, session),
        whole=size_words(session.store.path.stat().st_size, session),
    )


def size_words(size: int, session: Session) -> str:
    """Return a number of bytes in words: "12 KB", "1.4 MB"."""
    if size < _MB:
        return f"{number(max(1, round(size / _KB)) if size else 0, session.language)}\u00a0KB"
    return f"{number(size / _MB, session.language)}\u00a0MB"
