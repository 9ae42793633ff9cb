"""The files and the history of one record, for records that are shown in a form and have no pane of their own."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hanoi_desk.records import Attachment, Record
from hanoi_desk.store import Change
from hanoi_desk.ui.attachments import take_drops
from hanoi_desk.ui.detail.files import FilesCard
from hanoi_desk.ui.detail.history import HistoryCard
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.trash_line import called
from hanoi_desk.ui.widgets import TextLabel, length, scrolled


class RecordDialog(QDialog):
    """Shows a record of any kind; Escape closes."""

    def __init__(self, session: Session, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("record_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("History and files"))
        self._session = session
        self._record = record
        # Nothing hangs on a file.
        self.files = None if isinstance(record, Attachment) else FilesCard(session, record)
        self._history: HistoryCard | None = None
        inside = QWidget()
        inside.setProperty("role", "page")
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(length(self, 0.8))
        self._column.addWidget(TextLabel(called(record, session), "heading", wrap=True))
        if self.files is not None:
            self._column.addWidget(self.files)
        self._column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled(inside), 1)
        whole.addWidget(buttons)
        take_drops(self, self.take_files)
        session.changed.connect(self._hear)
        self._show_history()
        above = parent.window() if parent else None
        while above is not None and (below := above.parentWidget()) is not None:
            above = below.window()  # a form is smaller than the window under it
        room = above.size() if above else self.screen().availableSize()
        self.resize(min(length(self, 34), room.width() * 9 // 10), min(length(self, 36), room.height() * 9 // 10))

    def take_files(self, paths: list[Path]) -> None:
        """Attach files to the record."""
        if self.files is not None:
            self.files.take(paths)

    def _show_history(self) -> None:
        had_focus = self._history is not None and self._history.holds_focus()
        if self._history is not None:
            self._history.hide()
            self._history.deleteLater()
        record = self._session.store.get(type(self._record), self._record.id) or self._record
        self._history = HistoryCard(self._session, record)
        self._column.insertWidget(self._column.count() - 1, self._history)
        if had_focus:
            self._history.take_focus()

    def _hear(self, change: Change) -> None:
        if self._record.id in change.touched.get(self._record.table, ()):
            self._show_history()
