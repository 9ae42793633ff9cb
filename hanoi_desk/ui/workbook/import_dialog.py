"""Takes an officer's own workbook in: sheet, columns, what must be decided, a dry run, then one save."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.desk.workbook import (
    ComparedRow,
    ReadRows,
    WorkbookComparison,
    compared_in_parts,
    import_workbook,
    known_names,
    plan_for,
    read_rows,
    remember_plan,
)
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.compared_dialog import digest_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.tab_order import put_last
from hanoi_desk.ui.widgets import TextLabel, fit, length, make_primary
from hanoi_desk.ui.workbook.columns_step import ColumnsStep
from hanoi_desk.ui.workbook.half_done import HalfDone, half_done
from hanoi_desk.ui.workbook.questions_step import QuestionsStep
from hanoi_desk.ui.workbook.rejected import ask_where, save_rejected
from hanoi_desk.ui.workbook.result_step import ResultStep
from hanoi_desk.ui.workbook.sheet_step import SheetStep
from hanoi_desk.ui.workbook.titles import title_and_hint
from hanoi_desk.workbook import Book, Sheet, Stopped, read_sheets
from hanoi_desk.workbook.mapping import Plan
from hanoi_desk.workbook.questions import settled, undecided


class WorkbookImportDialog(QDialog):
    """The steps one after another, each left by Next and come back to by Back; nothing is written before Import."""

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workbook_import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self.path = path
        self.book: Book | None = None
        self.sheet: Sheet | None = None
        self.plan: Plan | None = None
        self.comparison: WorkbookComparison | None = None
        self._remembered = False
        self._digest = ""
        self._proposed: Plan | None = None
        self._left: HalfDone | None = None  # what comes back, until it is all there again
        self._task: Task | None = None
        self._parts: Iterator[list[ComparedRow]] | None = None
        self._compared: list[ComparedRow] = []
        self._read: ReadRows | None = None
        self.sheet_step = SheetStep(session)
        self.columns_step = ColumnsStep(session)
        self.questions_step = QuestionsStep(session)
        self.result_step = ResultStep(session)
        self._in_order = (self.sheet_step, self.columns_step, self.questions_step, self.result_step)
        self.waiting = QWidget()
        self.steps = QStackedWidget()
        self.place = TextLabel("", "title")
        self.place.setObjectName("place")
        self.hint = TextLabel("", "muted", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel")
        self.back_button = QPushButton(self.tr("&Back"))
        self.back_button.setObjectName("back")
        self.next_button = make_primary(QPushButton(self.tr("&Next")))
        self.next_button.setObjectName("next")
        self._timer = QTimer(self, interval=0)
        self._arrange()
        self._connect()

    # ---- building ----

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Import: {file}").format(file=self.path.name))
        for step in (self.waiting, *self._in_order):
            self.steps.addWidget(step)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setSpacing(length(self, 0.6))
        column.addWidget(self.place)
        column.addWidget(self.hint)
        column.addWidget(self.steps, 1)
        column.addLayout(buttons)
        self.next_button.setDefault(True)
        fit(self, 64, 44)

    def _connect(self) -> None:
        self.sheet_step.sheet_chosen.connect(self._choose_sheet)
        self.sheet_step.header_chosen.connect(self._choose_header)
        self.sheet_step.repairs_changed.connect(self._repair)
        self.columns_step.changed.connect(self._show_buttons)
        self.questions_step.changed.connect(self._show_buttons)
        self.result_step.changed.connect(self._show_buttons)
        self.result_step.save_asked.connect(self._ask_where)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
        self._timer.timeout.connect(self._compare_part)

    # ---- reading the file ----

    def start(self, left: HalfDone | None = None) -> None:
        """Open, and read the file off the interface thread; then decide again what was `left`."""
        self._left = left
        self.open()
        self._show_step(self.waiting)
        path = self.path
        self._run(lambda task: (digest_of(path), read_sheets(path, _watch(task))), self._show_book)

    @classmethod
    def begin_again(cls, session: Session, choices: Mapping[str, Any], page: QWidget, came: Callable[[], None]) -> None:
        """Open the workbook again over which something was decided."""
        if left := half_done(choices):
            cls(session, Path(left.path), page).start(left)
        came()

    def choices(self) -> dict[str, Any] | None:
        """Return what was decided and not taken in, None where that is what was proposed."""
        step = (self.waiting, *self._in_order).index(self.steps.currentWidget()) - 1
        if self._left is not None or self.plan is None:
            return self._left.to_json() if self._left else None
        plan, columns = self.plan, self.columns_step
        if step == 0 and plan == self._proposed:
            return None
        if step == 1:
            plan = replace(plan, kind=columns.row_kind, columns=columns.columns)
        answers = self.questions_step.answers() if step == 2 else {}
        ticked = tuple(sorted(self.result_step.overwrite)) if step == 3 else ()
        return HalfDone(str(self.path), self._digest, step, plan, answers, ticked).to_json()

    def _take_left(self) -> None:
        """Decide again what was decided when the workbook was open last, up to the step one had come to."""
        left, book = self._left, self.book
        if left is None or book is None:
            return
        sheet = book.sheet(left.plan.sheet)
        if left.digest != self._digest or sheet is None:
            self._left = None
            messages.tell(self, self.tr("The file was changed since you decided how it is read: look at it again."))
            return
        self.sheet, self.plan = sheet, left.plan
        self._show_sheet()
        if left.step > 0:
            self.columns_step.show_plan(sheet, left.plan)
            self._show_step(self.columns_step)
        if left.step > 1 and self.columns_step.is_enough:
            self._read_rows()
        else:
            self._left = None

    def _show_book(self, found: tuple[str, Book]) -> None:
        self._digest, book = found
        self.book = book
        sheets = [sheet for sheet in book.sheets if sheet.rows and not sheet.hidden] or [
            s for s in book.sheets if s.rows
        ]
        plans = [(sheet, *plan_for(self.session.store, sheet)) for sheet in sheets]
        # The sheet that is known, or else the first whose columns tell enough.
        ready = [one for one in plans if one[2]] or [one for one in plans if not one[1].missing()] or plans
        self.sheet, self.plan, self._remembered = ready[0]
        self._proposed = self.plan
        self._show_sheet()
        self._show_step(self.sheet_step)
        self._take_left()

    def _show_sheet(self) -> None:
        book, sheet, plan = self._chosen()
        self.sheet_step.show_book(book, sheet, plan, remembered=self._remembered)

    def _chosen(self) -> tuple[Book, Sheet, Plan]:
        if self.book is None or self.sheet is None or self.plan is None:
            raise RuntimeError("no workbook was read")
        return self.book, self.sheet, self.plan

    def _choose_sheet(self, name: str) -> None:
        book, _, _ = self._chosen()
        if (sheet := book.sheet(name)) is not None and sheet.rows:
            self.sheet = sheet
            self.plan, self._remembered = plan_for(self.session.store, sheet)
            self._show_sheet()
            self._show_buttons()
            put_last(self.steps, (self.cancel_button, self.back_button, self.next_button))

    def _choose_header(self, row: int) -> None:
        _, sheet, _ = self._chosen()
        self.plan, self._remembered = plan_for(self.session.store, sheet, row)
        self._show_sheet()

    def _repair(self) -> None:
        _, sheet, plan = self._chosen()
        self.plan = replace(plan, repairs=self.sheet_step.repairs)
        self.sheet_step.show_plan(sheet, self.plan)

    # ---- going on and back ----

    def _go_on(self) -> None:
        _, sheet, plan = self._chosen()
        match self.steps.currentWidget():
            case self.sheet_step:
                self.columns_step.show_plan(sheet, plan)
                self._show_step(self.columns_step)
            case self.columns_step:
                kind, columns = self.columns_step.row_kind, self.columns_step.columns
                orders = {name: order for name, order in plan.orders.items() if name in columns}
                self.plan = replace(plan, kind=kind, columns=columns, orders=orders)
                self._read_rows()
            case self.questions_step:
                step = self.questions_step
                orders, names = {**plan.orders, **step.orders}, {**plan.names, **step.names}
                self.plan = replace(plan, orders=orders, names=names)
                self._read_rows()
            case self.result_step:
                self._import()

    def _go_back(self) -> None:
        _, sheet, plan = self._chosen()
        match self.steps.currentWidget():
            case self.columns_step:
                self.plan = replace(plan, kind=self.columns_step.row_kind, columns=self.columns_step.columns)
                self._show_step(self.sheet_step)
            case self.questions_step | self.result_step:
                self.columns_step.show_plan(sheet, plan)
                self._show_step(self.columns_step)

    def _read_rows(self) -> None:
        book, sheet, plan = self._chosen()
        known = known_names(self.session.store, self.session.today)

        def work(task: Task) -> tuple[Plan, tuple[str, ...], ReadRows]:
            whole = settled(sheet, plan)
            return whole, undecided(sheet, whole), read_rows(sheet, whole, known, book.name, _watch(task))

        self._run(work, self._rows_read)

    def _rows_read(self, found: tuple[Plan, tuple[str, ...], ReadRows]) -> None:
        self.plan, asked, read = found
        _, sheet, plan = self._chosen()
        were_asked = self._left is not None and self._left.step > 2
        if (asked or read.unknown) and self.steps.currentWidget() is not self.questions_step and not were_asked:
            self.questions_step.ask(sheet, plan, asked, read.unknown)
            if self._left is not None:
                self.questions_step.take_up(self._left.answers)
                self._left = None
            self._show_step(self.questions_step)
            return
        with suppress(StoreError):  # a lock or a power cut on the next step costs no answer
            remember_plan(self.session.store, sheet, plan)
        self._read, self._compared = read, []
        self._parts = compared_in_parts(self.session.store, read)
        self._show_busy(True)
        self._timer.start()

    def _compare_part(self) -> None:
        """Compare some rows, then let the window live."""
        if self._parts is None or self._read is None:
            self._timer.stop()
            return
        try:
            part = next(self._parts, None)
        except StoreError as error:
            self._stop_comparing()
            messages.store_trouble(self, error, self.session.language)
            return
        if part is not None:
            self._compared += part
            self.progress.setValue(100 * len(self._compared) // max(len(self._read.rows), 1))
            return
        self._stop_comparing()
        self.comparison = WorkbookComparison(self._read, tuple(self._compared))
        self.result_step.show_comparison(self.comparison)
        if self._left is not None:
            self.result_step.tick(self._left.ticked)
            self._left = None
        self._show_step(self.result_step)

    def _stop_comparing(self) -> None:
        self._timer.stop()
        self._parts = None
        self._show_busy(False)

    # ---- importing ----

    def _import(self) -> None:
        if self.comparison is None or self.book is None:
            return
        count, overwrite = self.result_step.taken, self.result_step.overwrite
        self.setCursor(Qt.CursorShape.WaitCursor)
        self._show_busy(True)
        try:
            import_workbook(self.session.store, self.comparison, overwrite, self.book.name, self._show_written)
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        finally:
            self._show_busy(False)
            self.unsetCursor()
        self.session.say(self.tr("%n row(s) of the workbook are in the desk.", "", count), undo=True)
        self.accept()

    def _show_written(self, percent: int) -> None:
        """Paint how far the writing is; nothing else happens in the window until all is written."""
        self.progress.setValue(percent)
        self.progress.repaint()

    def _ask_where(self) -> None:
        if self.comparison is not None:
            ask_where(self, self.session, self.path, self.save_rejected)

    def save_rejected(self, path: Path) -> None:
        """Write the rows that are not imported as csv, with the reasons, so that they can be mended and imported."""
        if self.comparison is not None and (said := save_rejected(self, self.session, self.comparison, path)):
            self.hint.setText(said)
            self.hint.show()

    # ---- showing ----

    def _show_step(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        place = (self.waiting, *self._in_order).index(step)
        title, hint = title_and_hint(place, self.path.name)
        self.place.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._show_buttons()
        put_last(self.steps, (self.cancel_button, self.back_button, self.next_button))
        self._focus(step)

    def _focus(self, step: QWidget) -> None:
        first: dict[QWidget, QWidget] = {
            self.sheet_step: self.sheet_step.sheets if self.sheet_step.sheets.isEnabled() else self.sheet_step.header,
            self.columns_step: self.columns_step.kind,
            self.questions_step: self.questions_step.first,
            self.result_step: self.result_step.table,
        }
        first.get(step, self.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        step = self.steps.currentWidget()
        busy = self._task is not None or self._timer.isActive()
        self.back_button.setVisible(step in (self.columns_step, self.questions_step, self.result_step))
        self.next_button.setVisible(step is not self.waiting)
        self.progress.setVisible(busy)
        for button in (self.back_button, self.next_button):
            button.setEnabled(not busy)
        self.steps.setEnabled(not busy)
        if step is self.result_step:
            count = self.result_step.taken
            self.next_button.setText(self.tr("&Import %n row(s)", "", count))
            self.next_button.setEnabled(not busy and count > 0)
        else:
            self.next_button.setText(self.tr("&Next"))
            if step is self.columns_step:
                self.next_button.setEnabled(not busy and self.columns_step.is_enough)

    def _show_busy(self, busy: bool) -> None:
        self.progress.setValue(0)
        self._show_buttons()
        if busy:
            self.progress.setVisible(True)

    # ---- off the interface thread ----

    def _run(self, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        def done(value: Any) -> None:
            self._task = None
            self._show_busy(False)
            then(value)

        def failed(error: BaseException) -> None:
            self._task = None
            self._show_busy(False)
            self._refuse(error)

        self._task = self.session.background.run(work, done, failed, lambda percent, _: self.progress.setValue(percent))
        self._show_busy(True)

    def _refuse(self, error: BaseException) -> None:
        nothing = self.tr("Nothing was changed.")
        messages.failure(self.parentWidget(), error, self.session.language, doing="unread", after=nothing)
        self.reject()

    def done(self, result: int) -> None:
        """Stop what is still going on, and close."""
        if self._task is not None:
            self._task.cancel()
        self._timer.stop()
        self._parts = None
        super().done(result)


def _watch(task: Task) -> Callable[[int], None]:
    """Return what tells how far the work is, and stops it when it was cancelled."""

    def watch(percent: int) -> None:
        if task.cancelled:
            raise Stopped
        task.progress(percent)

    return watch
