"""The annexes of an event pack in words: status, commitments, contacts and tasks, formalities, glossary, forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from hanoi_desk.board import Board
from hanoi_desk.briefing.contacts import first_sentence, speaker_of, state_words, words_said
from hanoi_desk.briefing.first_to_see import step_words
from hanoi_desk.briefing.pack_sources import PackSources
from hanoi_desk.briefing.pack_values import Column, Form, Piece, Prose, Table, TableCell
from hanoi_desk.briefing.situation import situation_of
from hanoi_desk.briefing.values import Briefing, Cell
from hanoi_desk.language import (
    Language,
    bound,
    capital,
    glossary,
    long_date,
    name_of,
    short_date,
    sign,
    title_of,
    word,
    word_of,
)
from hanoi_desk.records import Commitment, FollowUp, FollowUpState, Officer, Outreach, OutreachCountry
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import TreatyStatus

CONTACT_DAYS = 180
_MOST_RUNS = 6
_TERMS = ("treaty", "sub", "status", "verify", "outreach", "level", "org", "commit")
_FORM = (
    ("date", 1), ("kind", 1), ("theirs", 2), ("ours", 1), ("said", 4), ("we_said", 2), ("questions", 1),
    ("promise", 2), ("next", 2), ("judgement", 1), ("written", 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Annexes:
    """Words the annexes of one pack; `sheets` are its country sheets, `papers` which paper is the sheet of a State."""

    store: Store
    board: Board
    sheets: Mapping[str, Briefing]  # by participant, in the order of the pack
    papers: Mapping[str, str]
    sources: PackSources
    today: date
    language: Language

    # ---- 1 status ----

    def status(self, record: str, figures: Sequence[Table]) -> tuple[Piece, ...]:
        """Annex 1: every State of the pack by the cells of its sheet, and the figures of the drawings."""
        heads = (
            ("number", 8), ("state", 33), ("code", 11), ("signature", 32), ("home", 30), ("deposit", 0),
            ("budapest", 29), ("step", 27), ("brief", 12),
        )  # fmt: skip
        rows = tuple(self._state(at, id_, sheet) for at, (id_, sheet) in enumerate(self.sheets.items(), 1))
        kinds = [self.board.places[id_].status for id_ in self.sheets]
        signed = sum(status.kind is TreatyStatus.SIGNED for status in kinds)
        deposited = sum(status.has_deposited for status in kinds)
        unsigned = len(kinds) - signed - deposited
        note = self._word(
            "pack.status_note", n=len(kinds), signed=signed, deposited=deposited, unsigned=unsigned, record=record
        )
        cited = self.sources.cited_in("status")
        return (Table("", self._columns(heads), rows, note=note), Prose("", (), (cited,)), *figures)

    def _state(self, at: int, id_: str, sheet: Briefing) -> tuple[TableCell, ...]:
        signature, home, deposit, budapest = sheet.cells
        claims = "; ".join(self._rekeyed(conflict.claim, sheet) for conflict in sheet.conflicts)
        held = self._cell(deposit, sheet)
        if claims:
            text = f"{held.text}. {self._word('pack.status_conflict', claim=claims)}"
            held = TableCell(text, unverified=held.unverified)
        return (
            TableCell(str(at)),
            TableCell(sheet.name, bold=True),
            TableCell(sheet.code),
            self._cell(signature, sheet),
            self._cell(home, sheet),
            held,
            self._cell(budapest, sheet),
            TableCell(step_words(self.board, self.board.places[id_], self.language)),
            TableCell(self.papers.get(id_, "–")),
        )

    def _cell(self, cell: Cell, sheet: Briefing) -> TableCell:
        """Return a cell of the status strip in one line: its value, its mark in words, and the key of its source."""
        mark = self._word("doc.unverified")
        marked = cell.unverified or any(mark in note or self._word("brief.to_confirm") in note for note in cell.notes)
        keys = " ".join(note[note.index("[") :] for note in cell.notes if "[S" in note)
        parts = (cell.value, mark if marked else "", self._rekeyed(keys, sheet))
        return TableCell(" ".join(part for part in parts if part), unverified=cell.unverified)

    def _rekeyed(self, text: str, sheet: Briefing) -> str:
        return self.sources.rekeyed(text, sheet.sources, "status")

    # ---- 2 commitments ----

    def commitments(self) -> tuple[Piece, ...]:
        """Annex 2: what the States of the pack undertook, what is past its date first, then the newest."""
        where = (("treaty", "=", self.board.treaty.id), ("participant", "in", tuple(self.sheets)))
        found: list[Commitment] = self.store.all(Query(Commitment, where, order_by="-made_on"))
        told = [(promise, *self._state_of(promise)) for promise in found]
        told.sort(key=lambda one: not one[2])
        semicolon = sign("; ", self.language)
        rows = tuple(
            (
                TableCell(short_date(promise.made_on)),
                TableCell(name_of(self.board.places[promise.participant].participant, self.language), bold=True),
                TableCell(speaker_of(self.store, promise, self.language)),
                TableCell(words_said(promise, self.language)),
                TableCell(semicolon.join((self._label(promise.grade), self._label(promise.form).lower()))),
                TableCell(state, bold=is_late),
            )
            for promise, state, is_late in told
        )
        heads = (("date", 19), ("state", 24), ("who", 27), ("words", 0), ("grade", 28), ("state_of", 22))
        table = Table(
            "",
            self._columns(heads),
            rows,
            empty=self._word("pack.promises_none"),
            note=self._word("pack.promises_note") if rows else "",
            own_side=True,
        )
        return (table,)

    def _state_of(self, promise: Commitment) -> tuple[str, bool]:
        situation = situation_of(
            self.store, promise.participant, self.board.moment, self.board.treaty.key, self.board.ledger
        )
        return state_words(promise, situation, self.language)

    # ---- 3 contacts and tasks ----

    def contacts(self) -> tuple[Piece, ...]:
        """Annex 3: the contacts of the last 180 days with States of the pack, and all open tasks about them."""
        return (self._contacts(), self._tasks())

    def _contacts(self) -> Table:
        since = self.today - timedelta(days=CONTACT_DAYS)
        with_them = Query(OutreachCountry, (("participant", "in", tuple(self.sheets)),), select="outreach")
        where = (("id", "in", with_them), ("held_on", ">", since), ("held_on", "<=", self.today))
        held: list[Outreach] = self.store.all(Query(Outreach, where, order_by="-held_on"))
        said: dict[str, list[OutreachCountry]] = {outreach.id: [] for outreach in held}
        for row in self.store.all(Query(OutreachCountry, (("outreach", "in", tuple(said)),), order_by="position")):
            if row.participant in self.sheets:
                said[row.outreach].append(row)
        rows = tuple(self._contact(outreach, said[outreach.id]) for outreach in held)
        heads = (("date", 20), ("state", 38), ("kind", 30), ("summary", 0))
        return Table(
            self._word("pack.contacts_title", n=CONTACT_DAYS),
            self._columns(heads),
            rows,
            empty=self._word("pack.contacts_none"),
        )

    def _contact(self, outreach: Outreach, said: Sequence[OutreachCountry]) -> tuple[TableCell, ...]:
        names = [name_of(self.board.places[row.participant].participant, self.language) for row in said]
        own = first_sentence(said[0].said) if len(said) == 1 else ""
        text = own or first_sentence(outreach.summary) or outreach.place or self._word("ui.not_recorded")
        return (
            TableCell(short_date(outreach.held_on)),
            TableCell(", ".join(names), bold=True),
            TableCell(word_of(outreach.kind, self.language)),
            TableCell(text),
        )

    def _tasks(self) -> Table:
        where = (("participant", "in", tuple(self.sheets)), ("state", "=", FollowUpState.OPEN))
        tasks: list[FollowUp] = self.store.all(Query(FollowUp, where))
        tasks.sort(key=lambda task: (task.due_on is None, task.due_on or date.max, task.id))
        heads = (("due", 36), ("state", 34), ("task", 0), ("owner", 32))
        return Table(
            self._word("pack.tasks_title"),
            self._columns(heads),
            tuple(self._task(task) for task in tasks),
            empty=self._word("pack.tasks_none"),
        )

    def _task(self, task: FollowUp) -> tuple[TableCell, ...]:
        missing = self._word("ui.not_recorded")
        is_late = task.due_on is not None and task.due_on < self.today
        due = short_date(task.due_on) if task.due_on else missing
        owner = self.store.get(Officer, task.owner) if task.owner else None
        place = self.board.places[task.participant or ""]
        return (
            TableCell(f"{due} · {self._word('ui.overdue')}" if is_late else due, bold=is_late),
            TableCell(name_of(place.participant, self.language), bold=True),
            TableCell(task.what.strip()),
            TableCell(owner.name if owner else missing),
        )

    # ---- 4 to 7 ----

    def formalities(self) -> tuple[Piece, ...]:
        """Annex 4: who signs with which powers, how to book a day, what an instrument says."""
        treaty, language = self.board.treaty, self.language
        title = (
            title_of(treaty, language).partition(";")[0] if language is not Language.VI else title_of(treaty, language)
        )
        day = long_date(treaty.closes_on, language) if treaty.closes_on else ""
        adopted = long_date(treaty.concluded_on, language) if treaty.concluded_on else ""
        found: list[Piece] = [Prose("", (), (self._word("pack.formal_note"),))]
        for part in ("powers", "sign", "deposit"):
            lines = tuple(bound(self._word(f"pack.formal_{part}_{at}", day=day)) for at in (1, 2, 3))
            found.append(Prose(self._word(f"pack.formal_{part}"), lines, numbered=True))
        model = self._word("pack.formal_model_text", title=title, adopted=adopted)
        found.append(Prose(self._word("pack.formal_model"), (model,)))
        return tuple(found)

    def glossary(self) -> tuple[Piece, ...]:
        """Annex 5: the terms of the trade in three languages; the words of the interface and all marks are left out."""
        terms = [term for key, term in glossary().items() if key.partition(".")[0] in _TERMS]
        rows = tuple((TableCell(term.vi, bold=True), TableCell(term.en), TableCell(term.fr or "–")) for term in terms)
        columns = tuple(
            Column(self._word(f"pack.glossary_{code}"), width) for code, width in (("vi", 55), ("en", 55), ("fr", 0))
        )
        return (Table("", columns, rows),)

    def sources_table(self, numbers: Mapping[str, str]) -> tuple[Piece, ...]:
        """Annex 6: every source once, with the papers that use it; to be asked for last."""
        rows = tuple(
            (TableCell(key or "–"), TableCell(text), TableCell(self._papers([numbers[one] for one in papers])))
            for key, text, papers in self.sources.lines()
        )
        heads = (("key", 13), ("source", 0), ("papers", 28))
        return (
            Prose("", (), (self._word("pack.sources_note"),)),
            Table("", self._columns(heads), rows, empty=self._word("pack.sources_none")),
        )

    def forms(self) -> tuple[Piece, ...]:
        """Annex 7: a form for the record of a contact, its fields in the order of the screen."""
        fields = tuple((self._word(f"pack.form_{key}"), lines) for key, lines in _FORM)
        return (Form(capital(self._word("pack.form_contact")), fields),)

    def _papers(self, numbers: Sequence[str]) -> str:
        """Return numbers of papers with runs drawn together, "05-18, 20"; of very many only how many."""
        runs: list[list[str]] = []
        for one in sorted(numbers):
            if runs and int(one) == int(runs[-1][-1]) + 1:
                runs[-1] = [runs[-1][0], one]
            else:
                runs.append([one])
        if len(runs) > _MOST_RUNS:
            return self._word("pack.many_papers", n=len(numbers))
        return ", ".join("-".join(run) for run in runs)

    def _columns(self, heads: Sequence[tuple[str, float]]) -> tuple[Column, ...]:
        return tuple(Column(self._word(f"pack.column_{key}"), width) for key, width in heads)

    def _label(self, member: Enum) -> str:
        return word_of(member, self.language)

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self.language, **gaps)
