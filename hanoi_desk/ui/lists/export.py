"""Writes a list as it is shown into a spreadsheet, without the window ever waiting for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from hanoi_desk.sheets import ENDINGS, Sheet, Stopped, Value, marked_name, write_sheets
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.record_model import Ids
from hanoi_desk.ui.session import Session

#: The fewest and most rows read at once, and the seconds after which there are fewer: between two the window breathes.
_FEWEST, _MOST, _TOO_LONG = 4, 64, 0.03
#: From so many rows on, how far the work is is shown.
LONG = 2_000
#: The share of the work that reading is, in hundredths.
_READING = 70


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a list: its title, its records, and the places and headings of its columns in their order."""

    title: str
    ids: Ids
    places: tuple[int, ...]
    headings: tuple[str, ...]


class Source(Protocol):
    """What the rows of a spreadsheet are read from, a slice at a time."""

    def sheet_rows(self, ids: Sequence[str], places: Sequence[int]) -> list[tuple[Value, ...]]:
        """Return the rows of these records: the columns at these places, every word whole."""


class ListExport(QObject):
    """Asks for a file, reads the rows a slice at a time, and has the file written off the interface thread."""

    written = Signal(object)  # the Path
    ended = Signal()

    def __init__(self, session: Session, listing: Source, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._listing = listing
        self._window = window
        self._progress: QProgressDialog | None = None
        self._task: Task | None = None
        self._slices: Iterator[list[tuple[Value, ...]]] = iter(())
        self._rows: list[tuple[Value, ...]] = []
        self._shown: Shown | None = None
        self._path = Path()
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._read_slice)

    def choose_file(self, shown: Shown) -> None:
        """Ask where to write it; the name proposed carries the marking."""
        mark = self._session.word("mark.internal")
        name = marked_name(shown.title, mark, self._session.today)
        kinds = (self.tr("Excel workbook (*.xlsx)"), self.tr("Table of text (*.csv)"))
        dialog = SaveDialog(self._window, self.tr("Export the list"), FileKind.LIST, name, ";;".join(kinds))
        dialog.setObjectName("export_file")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if kind == kinds[1] else "xlsx"))
        dialog.when_chosen(lambda path: self.save(shown, path), known=ENDINGS)
        dialog.open()

    @property
    def is_busy(self) -> bool:
        """Whether a list is being written."""
        return self._step.isActive() or self._task is not None

    def save(self, shown: Shown, path: Path) -> None:
        """Write the list to a file; one that stood there is replaced wholly or not at all."""
        if self.is_busy:
            return
        if messages.refuse_secret(self._window, path, self._session.language):
            return
        if path.suffix.lower() not in ENDINGS:
            path = path.with_name(f"{path.name}{ENDINGS[0]}")
        self._shown, self._path, self._rows = shown, path, []
        self._slices = self._sliced(shown)
        if len(shown.ids) > LONG:
            self._show_progress()
        self._step.start()

    def stop(self) -> None:
        """Write nothing after all."""
        self._step.stop()
        if self._task is not None:
            self._task.cancel()
        self._end()

    # ---- inside ----

    def _sliced(self, shown: Shown) -> Iterator[list[tuple[Value, ...]]]:
        start, at_once = 0, _FEWEST
        while start < len(shown.ids):
            began = perf_counter()
            rows = self._listing.sheet_rows(shown.ids.window(start, at_once), shown.places)
            start += at_once
            is_slow = perf_counter() - began > _TOO_LONG
            at_once = max(_FEWEST, at_once // 2) if is_slow else min(_MOST, at_once * 2)
            yield rows

    def _read_slice(self) -> None:
        assert self._shown is not None
        try:
            rows = next(self._slices, None)
        except StoreError as error:
            self._end()
            messages.store_trouble(self._window, error, self._session.language)
            return
        if rows is not None:
            self._rows += rows
            self._tell(len(self._rows) * _READING // max(1, len(self._shown.ids)))
            return
        self._step.stop()
        self._write(self._shown)

    def _write(self, shown: Shown) -> None:
        rows, path = self._rows, self._path
        sheet = Sheet(shown.title, self._session.word("marking.internal"), shown.headings, rows)

        def write(task: Task) -> Path:
            def watch(done: int) -> bool:
                task.progress(_READING + (100 - _READING) * done // max(1, len(rows)))
                return task.cancelled

            write_sheets(path, [sheet], watch)
            return path

        self._task = self._session.background.run(
            write, self._done, self._failed, lambda hundredths, _: self._tell(hundredths)
        )

    def _done(self, path: Path) -> None:
        self._end()
        self._session.say(self.tr("Exported: {name}").format(name=path.name))
        self.written.emit(path)

    def _failed(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, Stopped):
            messages.failure(self._window, error, self._session.language, self._path, "unwritten")

    def _end(self) -> None:
        self._step.stop()
        self._task, self._rows, self._shown = None, [], None
        if self._progress is not None:
            progress, self._progress = self._progress, None
            progress.reset()
            progress.deleteLater()
        self.ended.emit()

    def _show_progress(self) -> None:
        progress = QProgressDialog(self._window)
        progress.setObjectName("export_progress")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setWindowTitle(self.tr("Export the list"))
        progress.setLabelText(self.tr("Writing {name}").format(name=self._path.name))
        progress.setCancelButtonText(self.tr("Stop"))
        progress.setRange(0, 100)
        progress.setMinimumDuration(0)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.canceled.connect(self.stop)
        progress.setValue(0)
        self._progress = progress

    def _tell(self, hundredths: int) -> None:
        if self._progress is not None:
            self._progress.setValue(min(99, hundredths))
