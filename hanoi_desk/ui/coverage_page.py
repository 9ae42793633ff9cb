"""Who looks after whom: each State with our missions, filled in place, as of any day."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hanoi_desk.coverage import SINGLE, is_open
from hanoi_desk.coverage_table import kind_of
from hanoi_desk.desk import Overlapping, Refused, assign, begin_coverage, remove
from hanoi_desk.records import Coverage, CoverageRole, Mission, Participant
from hanoi_desk.store import StoreError
from hanoi_desk.text import fold
from hanoi_desk.ui import messages
from hanoi_desk.ui.coverage.cells import CellCursor
from hanoi_desk.ui.coverage.import_dialog import CoverageImportDialog
from hanoi_desk.ui.detail import CoverageDetail
from hanoi_desk.ui.file_dialogs import FileKind, file_dialog
from hanoi_desk.ui.forms import CoverageForm
from hanoi_desk.ui.forms.mission import overlap_sentence
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import CoverageListing
from hanoi_desk.ui.listings.coverage import COLUMNS
from hanoi_desk.ui.missions_page import DayPage
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, DateField, Suggestion

_SHOWN = 8


class CoveragePage(DayPage):
    """Letters or F2 open a cell, Delete empties it, Enter shows the history of the State beside the table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._table_of = CoverageListing(session)
        detail = CoverageDetail(session, self._table_of)
        super().__init__(session, self._table_of, detail, parent)
        self.cells = CellCursor(self.table, self._fillable, self._field)
        self.cells.filled.connect(self._fill)
        detail.coverage_asked.connect(self._edit_coverage)
        detail.remove_asked.connect(self._remove_coverage)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Who looks after whom"),
            self.tr("Filter: country"),
            self.tr("Import table…"),
            self.tr("No State is on file."),
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.day_bar.retranslate(self.tr("What you fill in holds from this day on; what was before stays."))

    def reload(self) -> None:
        self.cells.close()
        super().reload()

    def add(self) -> None:
        self.import_table()

    def edit(self, record_id: str) -> None:
        self.cells.open()

    # ---- filling ----

    def _column(self, section: int) -> CoverageRole | str:
        """Return what a column of the table holds, wherever it stands."""
        heading = self.model.headerData(section, Qt.Orientation.Horizontal)
        headings = [column.heading for column in self.listing.columns()]
        return COLUMNS[headings.index(heading)] if heading in headings else ""

    def _fillable(self) -> list[int]:
        header = self.table.horizontalHeader()
        shown = [header.logicalIndex(place) for place in range(header.count())]
        return [one for one in shown if not header.isSectionHidden(one) and self._column(one) not in ("", "state")]

    def _field(self, participant: str, section: int) -> ChipEdit | DateField | None:
        column = self._column(section)
        if isinstance(column, CoverageRole):
            return self._mission_field(participant, column)
        lead = next(iter(self._table_of.holders(participant, CoverageRole.LEAD)), None)
        if lead is None:
            self.session.say(self.tr("Choose the mission in the lead first, then the day since when it is."))
            return None
        day = DateField(lambda: self.session.today, self.tr("In the lead since"))
        day.set_value(lead.from_on)
        return day

    def _mission_field(self, participant: str, role: CoverageRole) -> ChipEdit:
        chips = ChipEdit(
            lambda typed: self._complete(typed, role),
            self.session.label(role),
            self.tr("Mission: type a few letters"),
            allow_new=True,
        )
        held = dict.fromkeys(c.mission for c in self._table_of.holders(participant, role))
        chips.set_chips([Suggestion(one, self._table_of.mission_name(one)) for one in held])
        if role in SINGLE:
            chips.added.connect(lambda one: self._take_one(chips, one))
        return chips

    def _take_one(self, chips: ChipEdit, chosen: Suggestion) -> None:
        chips.set_chips([chosen])
        QTimer.singleShot(0, self, lambda: self.cells.close(keep=True))  # once the field has done with the key

    def _complete(self, typed: str, role: CoverageRole) -> list[Suggestion]:
        """Return the missions that are meant: those in the city of the channel first, then by the start of a name."""
        # The letter that opened the cell came before an input method could make "đ" of "dd" or "â" of "aa".
        doubled = len(typed) > 1 and typed[0].casefold() == typed[1].casefold()
        wanted = {f" {fold(typed)}", f" {fold(typed[1:] if doubled else typed)}"}
        found: list[tuple[bool, bool, str, Suggestion]] = []
        for mission in self._table_of.missions_by_id.values():
            names = (mission.name_en, mission.name_vi, mission.city_en, mission.city_vi)
            hits = [name for name in names if any(one in f" {fold(name)}" for one in wanted)]
            if hits and is_open(mission, self._table_of.on):
                name = self.session.name(mission)
                matched = "" if name in hits else hits[0]
                shown = Suggestion(mission.id, name, self.session.label(mission.kind), matched)
                begins = any(f" {fold(hit)}".startswith(tuple(wanted)) for hit in hits)
                there = fold(mission.city_en) == role.value.replace("_", " ")
                found.append((not there, not begins, fold(name), shown))
        return [shown for *_, shown in sorted(found, key=lambda one: one[:3])][:_SHOWN]

    def _fill(self, participant: str, section: int, field: ChipEdit | DateField) -> None:
        column = self._column(section)
        if isinstance(field, DateField):
            self._date_lead(participant, field.value)
        elif isinstance(column, CoverageRole):
            new = [Mission(kind=kind_of(name), name_en=name, name_vi=name) for name in field.new_entries]
            self._assign(participant, column, [*field.ids, *(one.id for one in new)], new)

    def _assign(self, participant: str, role: CoverageRole, missions: list[str], new: list[Mission]) -> None:
        held = [c.mission for c in self._table_of.holders(participant, role)]
        if sorted(held) == sorted(missions):
            return
        day, store = self._table_of.on, self.session.store
        dated = self._table_of.day is not None
        if self._kept(lambda: assign(store, participant, role, missions, day, dated=dated, new=new)):
            names = ", ".join(self._table_of.mission_name(one) for one in missions) or self.tr("nobody")
            sentence = self.tr("{country}, {role}: {missions}.").format(
                country=self._name(participant), role=self.session.label(role).lower(), missions=names
            )
            self.session.say(sentence, undo=True)

    def _date_lead(self, participant: str, day: date | None) -> None:
        lead = next(iter(self._table_of.holders(participant, CoverageRole.LEAD)), None)
        if lead is None or lead.from_on == day:
            return
        if self._kept(lambda: begin_coverage(self.session.store, lead, day)):
            self.session.say(self.tr("Saved: {what}").format(what=self._name(participant)), undo=True)

    def _delete(self, record_id: str) -> None:
        """Empty the cell of the cursor: a State itself is never deleted here."""
        column = self._column(self.cells.column)
        if not record_id or column == "":
            return
        if isinstance(column, CoverageRole):
            self._assign(record_id, column, [], [])
        else:
            self._date_lead(record_id, None)

    def _kept(self, act: object) -> bool:
        assert callable(act)
        try:
            act()
        except Overlapping as refused:
            messages.trouble(self, overlap_sentence(self.session, refused.problem), self.tr("Nothing was changed."))
        except Refused as refused:
            fault = refused.faults[0]
            messages.trouble(
                self, messages.fault_sentence(fault, self.session.language), self.tr("Nothing was changed.")
            )
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
        else:
            return True
        return False

    def _name(self, participant: str) -> str:
        return self.session.name(self.session.store.need(Participant, participant))

    # ---- the history beside the table ----

    def _edit_coverage(self, participant: str, coverage_id: str) -> None:
        known = self.session.store.get(Coverage, coverage_id) if coverage_id else None
        new = Coverage(participant=participant, mission="", from_on=self._table_of.on)
        title = self.tr("Who looks after {country}").format(country=self._name(participant))
        form = CoverageForm(self.session, known or new, title, self)
        form.saved.connect(lambda _: self.session.say(self.tr("Saved: {what}").format(what=title), undo=True))
        form.open()

    def _remove_coverage(self, coverage_id: str) -> None:
        held = self.session.store.get(Coverage, coverage_id)
        if held is not None:
            self.do(lambda: remove(self.session.store, held))
            self.session.say(
                self.tr("Deleted: {name}.").format(name=self._table_of.mission_name(held.mission)), undo=True
            )

    # ---- a sheet ----

    def import_table(self) -> None:
        """Ask for the sheet that says who looks after whom."""
        kinds = self.tr("Sheets (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)")
        dialog = file_dialog(self, self.tr("Table of who looks after whom"), FileKind.COVERAGE, kinds)
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Read a sheet off the interface thread and show what it would change."""
        CoverageImportDialog.begin(self.session, path, self)
