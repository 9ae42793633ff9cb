"""The buttons over a list by which one keeps a filter, chooses columns and exports, and what they remember."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from hanoi_desk.store import StoreError
from hanoi_desk.ui.listings import Listing, Wanted
from hanoi_desk.ui.lists.dialogs import ColumnsDialog, FiltersDialog, NameDialog
from hanoi_desk.ui.lists.export import ListExport, Shown
from hanoi_desk.ui.lists.layout import Layout, read_layout
from hanoi_desk.ui.lists.saved import (
    SavedFilter,
    can_be_saved,
    fitting,
    named_alike,
    read_filters,
    renamed,
    with_filter,
    without,
    write_filters,
)
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.record_model import Ids
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import set_role, set_tip

#: The most letters of a filter's name that its button shows.
_SHOWN = 22

#: The keys of the tools on every page with a list.
_FILTERS, _SAVE, _COLUMNS, _EXPORT = "Ctrl+Shift+F", "Ctrl+D", "Ctrl+Shift+C", "Ctrl+E"
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ListTools(QObject):
    """Saved filters, columns and export of one list.

    A list that is no table has columns in its export only; it stands in a narrow column, so that all but the saved
    filters is behind one button.
    """

    wanted_chosen = Signal(object)  # Wanted
    layout_chosen = Signal(object)  # Layout
    export_asked = Signal()

    def __init__(self, session: Session, listing: Listing, page: QWidget, *, is_table: bool = True) -> None:
        super().__init__(page)
        self._session, self._listing, self._page, self._is_table = session, listing, page, is_table
        self._wanted = Wanted()
        self._has_room = True
        self._can: tuple[bool, ...] = (False, False, True, True) if is_table else (False, True)
        self.layout = read_layout(session.store.local(f"list.{listing.key}.columns"))
        self.export = ListExport(session, listing, page)
        self.saved_button = self._button("saved_filters")
        self.save_button = self._button("save_filter")
        self.columns_button = self._button("choose_columns")
        self.export_button = self._button("export")
        self.more_button = self._button("list_tools")
        self._more = QMenu(self.more_button)
        self.more_button.setMenu(self._more)
        self._more.aboutToShow.connect(self._fill_more)
        self._menu = QMenu(self.saved_button)
        self.saved_button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.save_button.clicked.connect(self.save_filter)
        self.columns_button.clicked.connect(self.choose_columns)
        self.export_button.clicked.connect(self.export_asked)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, in their order."""
        if not self._is_table:
            return (self.saved_button, self.more_button)
        return (self.saved_button, self.save_button, self.columns_button, self.export_button)

    def retranslate(self) -> None:
        """Put the words on the buttons."""
        self.save_button.setText(self.tr("Save filter"))
        self.columns_button.setText(self.tr("Columns…"))
        self.export_button.setText(self.tr("Export…"))
        self.more_button.setText("⋯")
        self.more_button.setAccessibleName(self.tr("Save filter, columns, export"))
        set_tip(self.more_button, self.more_button.accessibleName())
        tabled = (self.saved_button, self.save_button, self.columns_button, self.export_button)
        for button, keys in zip(tabled, (_FILTERS, _SAVE, _COLUMNS, _EXPORT), strict=True):
            set_tip(button, keys)
        self.show_wanted(self._wanted)

    @property
    def filters(self) -> list[SavedFilter]:
        """The filters that were saved for this list."""
        return read_filters(self._session.store.local(f"list.{self._listing.key}.filters"))

    def show_wanted(self, wanted: Wanted) -> None:
        """Name the saved filter that is shown, or offer to save what is shown."""
        self._wanted = wanted
        filters = self.filters
        shown = next((one.name for one in filters if _same(one.wanted, wanted)), "")
        words = self.tr("Saved filter: {name}").format(name=shown) if shown else self.tr("Saved filters")
        brief = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1].rstrip()}…"
        said = words.replace(shown, brief) if shown and self._is_table else brief or words
        self.saved_button.setText(f"{said} ▾".replace("&", "&&"))
        self.saved_button.setAccessibleName(words)
        can = (bool(filters), can_be_saved(wanted) and not shown, True, True)
        self._can = can if self._is_table else (bool(filters), True)
        self.show_buttons(self._has_room)

    def show_buttons(self, has_room: bool) -> None:
        """Show the buttons that can do something now, where there is room for them."""
        self._has_room = has_room
        for button, can in zip(self.buttons, self._can, strict=True):
            button.setVisible(can and has_room)

    # ---- saved filters ----

    def open_filters(self) -> None:
        """Open the menu of saved filters."""
        if self.filters:
            self.saved_button.showMenu()

    def save_filter(self) -> None:
        """Ask for a name and keep the filter that is shown."""
        if not can_be_saved(self._wanted):
            self._session.say(self.tr("There is no filter to save: all is shown, or what a number stands for."))
            return
        wanted = self._wanted
        dialog = NameDialog(lambda name: named_alike(self.filters, name) is not None, wanted.text, self._page)
        dialog.named.connect(lambda name: self._keep(with_filter(self.filters, SavedFilter(name, wanted))))
        dialog.open()

    def choose_filter(self, name: str) -> None:
        """Show what a saved filter leaves; what the list no longer knows of it is passed over."""
        found = next((one for one in self.filters if one.name == name), None)
        if found is not None:
            listing = self._listing
            fit = fitting(found.wanted, listing.columns(), listing.counters(), listing.facets())
            self.wanted_chosen.emit(fit)

    def manage_filters(self) -> None:
        """Open the dialog in which filters are renamed and deleted."""
        dialog = FiltersDialog(self.filters, self._page)

        def keep(filters: Sequence[SavedFilter]) -> None:
            self._keep(filters)
            dialog.show_filters(self.filters)

        dialog.renamed.connect(lambda before, name: keep(renamed(self.filters, before, name)))
        dialog.deleted.connect(lambda name: keep(without(self.filters, name)))
        dialog.open()

    def _fill(self) -> None:
        self._menu.clear()
        for one in self.filters:
            action = QAction(one.name.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(_same(one.wanted, self._wanted))
            action.triggered.connect(lambda _=False, name=one.name: self.choose_filter(name))
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._add(self._menu, self.tr("Save this filter…"), self.save_filter, _SAVE, can=can_be_saved(self._wanted))
        self._add(self._menu, self.tr("Rename or delete…"), self.manage_filters)

    def _fill_more(self) -> None:
        self._more.clear()
        self._add(self._more, self.tr("Save this filter…"), self.save_filter, _SAVE, can=can_be_saved(self._wanted))
        self._add(self._more, self.tr("Columns of the export…"), self.choose_columns, _COLUMNS)
        self._add(self._more, self.tr("Export…"), self.export_asked.emit, _EXPORT)

    def _add(self, menu: QMenu, words: str, act: Callable[[], object], keys: str = "", *, can: bool = True) -> None:
        """Add what can be done to a menu; the page has the key, the menu only names it."""
        action = QAction(f"{words}\t{QKeySequence(keys).toString(_NATIVE)}" if keys else words, menu)
        action.setEnabled(can)
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)

    def _keep(self, filters: Sequence[SavedFilter]) -> None:
        self._remember("filters", write_filters(filters))
        self.show_wanted(self._wanted)

    # ---- columns ----

    def choose_columns(self) -> None:
        """Open the dialog of the columns."""
        dialog = ColumnsDialog(self._listing.columns(), self.layout, self._page, is_table=self._is_table)
        dialog.chosen.connect(self.keep_layout)
        dialog.open()

    def keep_layout(self, layout: Layout) -> None:
        """Remember which columns there are, in which order and how wide."""
        self.layout = layout
        self._remember("columns", layout.written())
        self.layout_chosen.emit(layout)

    # ---- export ----

    def shown(self, title: str, ids: Ids, places: Sequence[int] = ()) -> Shown:
        """Return what is shown, to be exported; without the places of a table's columns all that are chosen."""
        columns = self._listing.columns()
        places = places or self.layout.places(columns)
        return Shown(title, ids, tuple(places), tuple(columns[place].heading for place in places))

    def _remember(self, what: str, text: str) -> None:
        try:
            self._session.store.set_local(f"list.{self._listing.key}.{what}", text)
        except StoreError as error:
            store_trouble(self._page, error, self._session.language)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        set_role(button, "facet")
        button.setObjectName(name)
        button.setMinimumWidth(1)  # the page puts it elsewhere before there is too little room: it never holds it open
        return button


def _same(one: Wanted, other: Wanted) -> bool:
    """Tell whether two filters leave the same, in whatever order."""
    return not other.where and (one.text, one.counter, _chosen(one)) == (other.text, other.counter, _chosen(other))


def _chosen(wanted: Wanted) -> dict[str, frozenset[str]]:
    keys = {key for key, value in wanted.facets.items() if value} | set(wanted.several)
    return {key: frozenset(wanted.chosen(key)) for key in keys}
