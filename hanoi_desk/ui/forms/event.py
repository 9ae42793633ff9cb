"""The form of an event: what, when and where, whose it is, and who was there."""

from dataclasses import replace

from hanoi_desk.desk import keep
from hanoi_desk.records import Event, EventKind, Organisation, Record
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.widgets import ChipEdit, FormRow, Suggestion

_SERIES = 6


class EventForm(RecordForm):
    """Only a name is needed; dates, hosts and who attended may come later."""

    def build(self) -> None:
        self.line(self.text("name"), self.text("name_vi"))
        self.line(self.choice("kind", EventKind), self.text("place"))
        self.line(self.day("starts_on"), self.day("ends_on"))
        self.line(self.countries("hosts"), self.countries("co_hosts"))
        self.line(self._bodies(), self.text("hosts_text"))
        self.line(self._series_row(), self.text("head_of_delegation"))
        self.line(self.countries("attended"))
        self.line(self.area("notes"))

    def keep(self, record: Event) -> None:
        bodies, new = self._hosting()
        keep(self.session.store, replace(record, host_organisations=bodies), *new)

    def _bodies(self) -> FormRow:
        """Return a row for the organizations that are hosts; one that is typed anew is put on file with the event."""
        name = "host_organisations"
        self._chips = ChipEdit(self.delegations.complete_organisation, self.label(name), allow_new=True)
        return self.row(
            name,
            self._chips,
            lambda: self._chips.ids,
            lambda ids: self._chips.set_chips(one for one in map(self.delegations.suggestion, ids) if one),
        )

    def _hosting(self) -> tuple[tuple[str, ...], list[Organisation]]:
        new = {chip.title: Organisation(name_en=chip.title) for chip in self._chips.chips if not chip.id}
        return tuple(chip.id or new[chip.title].id for chip in self._chips.chips), list(new.values())

    def _series_row(self) -> FormRow:
        """Return a row for the series: those that are known are offered, so that one is not spelt in two ways."""
        known = sorted(one for one in self.session.store.tally(Query(Event), "series") if one)
        chips = ChipEdit(
            lambda typed: [Suggestion(one, one) for one in known if fold(typed) in fold(one)][:_SERIES],
            self.label("series"),
            allow_new=True,
        )
        chips.added.connect(lambda one: chips.set_chips([one]) if len(chips.chips) > 1 else None)
        return self.row(
            "series",
            chips,
            lambda: next((one.title for one in chips.chips), ""),
            lambda text: chips.set_chips([Suggestion(text, text)] if text else []),
        )

    def record(self) -> Record:
        held = super().record()
        assert isinstance(held, Event)
        return replace(held, host_organisations=tuple(one.id or one.title for one in self._chips.chips))
