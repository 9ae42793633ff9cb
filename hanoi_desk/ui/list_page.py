"""A page that lists the records of one kind: filter, counters, facets, table, and the chosen record beside it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import remove
from hanoi_desk.records import Record
from hanoi_desk.store import StoreError
from hanoi_desk.store.titles import title
from hanoi_desk.ui.detail import Detail
from hanoi_desk.ui.list_view import ListView
from hanoi_desk.ui.list_view import ListWords as ListWords
from hanoi_desk.ui.listings import Listing, Wanted
from hanoi_desk.ui.lists.layout import Layout
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.page_keys import add_page_key
from hanoi_desk.ui.session import Goal, Session

#: Milliseconds after the last letter or step before the list or the chosen record is read; a key that is held down
#: steps again after 33 (Windows) or 40 (X11), and the record is read when it is let go.
_FILTER_PAUSE = 120
_STEP_PAUSE = 60


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was shown when the page was left: the filter, the rule of a number, the chosen record, and where it was."""

    wanted: Wanted
    rule: str
    record: str
    reading: bool


class ListPage(ListView):
    """A list and the chosen record. Its keys stand in `actions.PAGE_KEYS`, under "list"."""

    def __init__(self, session: Session, listing: Listing, detail: Detail, parent: QWidget | None = None) -> None:
        super().__init__(session, listing, detail, parent)
        self._asked_for = ""
        self._is_rearranged = False  # the records are as they were: only which are listed, and how, is new
        self._pause = QTimer(self, singleShot=True, interval=_FILTER_PAUSE)
        self._steps = QTimer(self, singleShot=True, interval=_STEP_PAUSE)
        self._connect()
        self.retranslate()
        self._share_room()  # as if there were little: a page must not make its window grow before it knows its own size

    # ---- what a page of a kind changes ----

    def add(self) -> None:
        """Begin a new record."""

    def edit(self, record_id: str) -> None:
        """Begin to mend a record."""

    def delete(self, record: Record) -> str:
        """Delete a record and return the sentence that says so."""
        name = title(record) or self.session.word(f"record.{record.table}")
        remove(self.session.store, record)
        return self.tr("Deleted: {name}.").format(name=name.rstrip("."))

    # ---- the page ----

    def reload(self) -> None:
        chosen, row = self.chosen, max(0, self.table.currentIndex().row())
        place = self.table.verticalScrollBar().value()
        self.bar.show_wanted(self.listing.counters(), self.listing.facets(), self.wanted)
        self._order_tabs()
        self.tools.show_wanted(self.wanted)
        columns = self.listing.columns()
        self.model.show([column.heading for column in columns], self.listing.shown(self.wanted))
        self.table.set_columns(columns, self.tools.layout)
        self.table.show_sort(self.wanted.sort, self.wanted.descending)
        self._say_amount()
        if self.model.rowCount():
            if chosen and self.table.choose(chosen, quietly=True):
                self.table.verticalScrollBar().setValue(place)
                self.table.scrollTo(self.table.currentIndex())
            else:
                self.table.choose_row(row if chosen else 0, quietly=True)
            if self._is_rearranged and not self._reading:
                self._follow_chosen()
            elif self.detail.shown or self._reading:
                self.read_chosen()
            else:
                self._steps.start()  # the list is painted first
        else:
            self.detail.show_record("")
            self._reading = False
        self._share_room()

    @property
    def chosen(self) -> str:
        """The identifier of the chosen record, empty when there is none."""
        if self._asked_for:
            asked, self._asked_for = self._asked_for, ""
            return asked
        return self.table.current

    def show_goal(self, goal: Goal) -> None:
        """Show a record, or those that a number stands for with its rule in a strip; a plain goal ends that."""
        if goal.where or goal.facet[0] or goal.rule or goal.record:
            is_counter = bool(goal.facet[1]) and goal.facet[1] in {one.key for one in self.listing.counters()}
            facets = {goal.facet[0]: goal.facet[1]} if goal.facet[0] and not is_counter else {}
            clean = Wanted(sort=self.listing.first_sort[0], descending=self.listing.first_sort[1])
            self.wanted = replace(
                clean, counter=goal.facet[1] if is_counter else "", facets=facets, where=tuple(goal.where)
            )
            self._rule = goal.rule
            self.filter.setText("")
            self._asked_for = goal.record
            self._reading = bool(goal.record)
            self.refresh()
        elif self._rule or self.wanted.where:
            self.clear()
        if self.isVisible():
            self._to_table()

    def keep_place(self) -> object:
        return _Kept(self.wanted, self._rule, self.table.current, self._reading)

    def return_to(self, goal: Goal, kept: object) -> None:
        if not isinstance(kept, _Kept):
            self.show_goal(goal)
            return
        self.wanted, self._rule, self._reading = kept.wanted, kept.rule, kept.reading
        self.filter.setText(kept.wanted.text)
        self._asked_for = kept.record
        self.refresh()
        self._to_table()

    def current_country(self) -> str:
        return self.detail.country

    def escape(self) -> bool:
        if self._reading and self.is_narrow:
            self._close_pane()
            return True
        if self.detail.holds_focus():
            self._to_table()
            return True
        if self.wanted.text:
            self.filter.setText("")
            self._filter("")
            self._to_table()
            return True
        return False

    def _leave_filter(self) -> None:
        """Go on to the rows; where there are none, to what can be done instead, from which Escape goes back."""
        ways: tuple[QWidget, ...] = (self.table, self.empty.button, self.add_button)
        way = next((one for one in ways if one.isVisible()), self)
        way.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show all records again."""
        self.wanted = Wanted(sort=self.wanted.sort, descending=self.wanted.descending)
        self._rule = ""
        self.filter.setText("")
        self.refresh()

    def _connect(self) -> None:
        self.filter.typed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(lambda: self._filter(self.filter.text()))
        self.filter.stepped.connect(self._step_from_filter)
        self.filter.entered.connect(self._enter_from_filter)
        self.filter.left.connect(self._leave_filter)
        self.table.chosen.connect(lambda _: self._steps.start())
        self._steps.timeout.connect(self.read_chosen)
        self.table.opened.connect(self._open)
        self.table.sort_asked.connect(self._sort)
        self.strip.acted.connect(self.clear)
        self.strip.closed.connect(self.clear)
        self.empty.acted.connect(self._act_on_empty)
        self.add_button.clicked.connect(self.add)
        self.back_button.clicked.connect(self._close_pane)
        self.more_button.toggled.connect(self._share_room)
        self.bar.counter_chosen.connect(self._count)
        self.bar.facet_chosen.connect(self._choose_facet)
        self.tools.wanted_chosen.connect(self._take_wanted)
        self.tools.layout_chosen.connect(self._lay_out)
        self.tools.export_asked.connect(self.export)
        self.table.laid_out.connect(self.tools.keep_layout)
        self.table.columns_asked.connect(self.tools.choose_columns)
        self.detail.edit_asked.connect(self.edit)
        self.detail.delete_asked.connect(self._delete)
        for keys, action in (
            ("Ctrl+F", self._find),
            ("Ctrl+E", self.export),
            ("Ctrl+D", self.tools.save_filter),
            ("Ctrl+Shift+F", self._open_filters),
            ("Ctrl+Shift+C", self.tools.choose_columns),
            ("Ins", self.add),
            ("F2", self._edit_current),
            ("Del", lambda: self._delete(self.table.current)),
        ):
            add_page_key(self, keys, action)

    # ---- what is shown ----

    def read_chosen(self) -> None:
        """Show the chosen record beside the list now."""
        self._steps.stop()
        self.detail.show_record(self.table.current)

    def _follow_chosen(self) -> None:
        """Show the chosen record beside a list in another order; one that stays chosen is not read again."""
        if self.table.current != self.detail.shown:
            self._steps.start()  # the list is painted first

    def _rearrange(self) -> None:
        self._is_rearranged = True
        self.refresh()
        self._is_rearranged = False

    def _open(self, record_id: str) -> None:
        self._reading = True
        self.read_chosen()
        self._share_room()
        self.detail.take_focus()

    # ---- what is asked ----

    def _filter(self, text: str) -> None:
        self._pause.stop()
        if text != self.wanted.text:
            self.wanted = replace(self.wanted, text=text)
            self._rearrange()

    def _step_from_filter(self, by: int) -> None:
        self._filter(self.filter.text())
        self.table.step(by)

    def _enter_from_filter(self) -> None:
        self._filter(self.filter.text())
        self._to_table()

    def _count(self, key: str) -> None:
        self.wanted = replace(self.wanted, counter=key)
        self._rearrange()

    def _choose_facet(self, key: str, values: tuple[str, ...]) -> None:
        self.wanted = self.wanted.choosing(key, values)
        self._rearrange()

    def _take_wanted(self, wanted: Wanted) -> None:
        """Show what a saved filter leaves, in its order or else in the first one."""
        first, down = self.listing.first_sort
        self.wanted = wanted if wanted.sort else replace(wanted, sort=first, descending=down)
        self._rule = ""
        self.filter.setText(wanted.text)
        self.refresh()
        self._to_table()

    def _lay_out(self, layout: Layout) -> None:
        self.table.set_columns(self.listing.columns(), layout)
        self.table.show_sort(self.wanted.sort, self.wanted.descending)

    def _open_filters(self) -> None:
        if self.is_narrow:
            self.more_button.setChecked(True)
        self.tools.open_filters()

    def export(self) -> None:
        """Ask for a file and write the list as it is shown: its rows, and the chosen columns in their order."""
        title = self._rule.rstrip(".") or self.words().title
        self.tools.export.choose_file(self.tools.shown(title, self.model.ids, self.table.places))

    def _sort(self, sort: str, descending: bool) -> None:
        self.wanted = replace(self.wanted, sort=sort, descending=descending)
        self._rearrange()

    def _act_on_empty(self) -> None:
        if self.wanted.is_all:
            self.add()
        else:
            self.clear()

    def _edit_current(self) -> None:
        if self.table.current:
            self.edit(self.table.current)

    def _delete(self, record_id: str) -> None:
        record = self.session.store.get(self.listing.kind, record_id)
        if record is None:
            return
        try:
            sentence = self.delete(record)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
        else:
            self.session.say(sentence, undo=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pause.isActive() or self._steps.isActive():
            self._pause.stop()
            self._steps.stop()
            self._stale = True
