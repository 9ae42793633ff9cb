"""The drawings of the overview: their numbers, those of the tables and those of the sentences are one and the same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile
from pathlib import Path

import pypdf
import pytest
from brief_desk import CONVENTION, TODAY, busy, contact, country, deposit, desk, keep
from pack_desk import bound, pack_of, pages_of, plain

from hanoi_desk.board import board
from hanoi_desk.briefing.pack_values import EventPack, Overview
from hanoi_desk.language import Language
from hanoi_desk.records import Commitment, Grade, Participant, Precision, PromisedAct, RegionalGroup, TreatyAct
from hanoi_desk.store import Query, Store

EN, VI = Language.EN, Language.VI
SECTIONS = ("overview", "sheets", "status")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        busy(opened, EN)
        yield opened


def overview_of(pack: EventPack) -> Overview:
    content = pack.papers[0].content
    assert isinstance(content, Overview)
    return content


def drawn(store: Store, keys: tuple[str, ...], language: Language = EN) -> tuple[Overview, str, str]:
    """Return the overview, the text of its first page, and that of the status annex."""
    pack = pack_of(store, keys, language, event=None, sections=SECTIONS)
    reader = bound(pack)[0]
    first, last = (re.compile(rf"(Paper|Tài liệu|Document) 0?{number}/") for number in (1, len(pack.papers)))
    # The sheets between the two are not read, which would take a second and a half.
    page = next(text for text in map(said_on, reader.pages) if first.search(text))
    annex = [*takewhile(last.search, map(said_on, reversed(reader.pages)))]
    return overview_of(pack), page, " ".join(reversed(annex))


def said_on(page: pypdf.PageObject) -> str:
    return plain(page.extract_text())


def africans(store: Store) -> tuple[str, ...]:
    found = store.all(Query(Participant, (("group", "=", RegionalGroup.AFRICAN),)))
    return tuple(sorted(one.key for one in found))


def promise(store: Store, key: str, grade: Grade, by: date | None = None, **more: object) -> None:
    made = Commitment(
        participant=country(key),
        treaty=CONVENTION,
        act=PromisedAct.RATIFY,
        made_on=date(2026, 9, 1),
        by=by,
        precision=Precision.DAY if by else Precision.NONE,
        words=f"Words of {key}",
        speaker_title="Minister",
        grade=grade,
    )
    keep(store, replace(made, **more))  # type: ignore[arg-type]


def test_every_group_adds_up_and_the_sentence_has_the_same_sum_as_the_bars(store: Store) -> None:
    keep(store, *deposit("GH", date(2026, 11, 1)), *deposit("FJ", date(2026, 11, 1), TreatyAct.ACCESSION))
    overview, page, _ = drawn(store, ("KE",))
    bars = overview.groups.bars
    assert sum(bar.total for bar in bars) == 198
    groups = {bar.name: bar for bar in bars}
    assert (groups["African Group"].deposited, groups["African Group"].total) == (1, 54)
    joined = [bar.total - bar.not_signed for bar in bars]
    assert f"{' + '.join(map(str, joined))} = {sum(joined)} of 198" in page
    assert f"{sum(joined)} have signed or deposited" in page
    total = overview.figures.rows[-1]
    for at, name in enumerate(("deposited", "approved", "signed", "not_signed", "total"), 1):
        assert total[at].text == str(sum(getattr(bar, name) for bar in bars))


@pytest.mark.parametrize("language", list(Language))
def test_the_bars_of_the_page_show_the_counts_of_the_record(store: Store, language: Language) -> None:
    overview, page, _ = drawn(store, ("KE",), language)
    for bar in overview.groups.bars:
        found = re.search(rf"{re.escape(bar.name)} ([\d ]+?) ?{re.escape(bar.of_all)}( · [^·]*?(\d+))?", page)
        assert found, bar.name
        shown = sum(map(int, found[1].split())) + int(found[3] or 0)
        assert shown == bar.total, bar.name


def test_the_road_counts_states_alone_and_an_organization_apart(store: Store) -> None:
    keep(store, *deposit("GH", date(2026, 11, 1)), *deposit("EU", date(2026, 11, 2), TreatyAct.APPROVAL))
    overview, page, _ = drawn(store, ("KE",))
    assert (overview.road.counted, overview.road.reported) == (1, 3)
    assert "1 of 40 counted instruments, 39 to go" in page
    assert "EU: deposited" in page
    assert "not added" in page


def test_forty_instruments_name_the_day_of_entry_into_force(store: Store) -> None:
    states = [p for p in store.all(Query(Participant, order_by="key")) if p.key not in ("EU", "AZ", "QA", "VN")][:40]
    for state in states:
        keep(store, *deposit(state.key, date(2026, 11, 1)))
    overview, page, _ = drawn(store, ("KE",))
    situation = board(store, TODAY)
    assert situation.ledger.entry.on == date(2027, 1, 30)
    assert "40 counted instruments of the 40 needed: in force 30 January 2027" in page
    assert overview.road.counted == len(situation.ledger.counted.states) == 40


def test_each_state_stands_at_one_grade_and_what_is_overdue_counts_as_support_and_is_hatched(store: Store) -> None:
    promise(store, "GH", Grade.PROMISED_WITH_DATE, date(2026, 10, 1))
    promise(store, "DZ", Grade.PROMISED)
    promise(store, "EG", Grade.ACT_UNDER_WAY)  # no second person has confirmed it
    overview, page, annex = drawn(store, africans(store))
    bars = {bar.label: bar for bar in overview.commitments.bars}
    assert sum(bar.count for bar in bars.values()) == 54
    assert (bars["General support"].count, bars["General support"].hatched) == (1, 1)
    assert bars["Promised act, no date"].count == 2
    assert bars["Will study"].count == 1
    assert "2 of 54 have promised an act" in page
    assert "Hatched: 1 past its date" in page
    for bar in bars.values():
        assert f"{bar.label} {bar.count}" in page
        assert f"{bar.label} {bar.count}" in annex


def test_what_the_record_shows_as_kept_is_not_overdue_though_nobody_has_noted_it(store: Store) -> None:
    signed_on = date(2025, 10, 25)
    promise(store, "DZ", Grade.PROMISED_WITH_DATE, signed_on, act=PromisedAct.SIGN, made_on=date(2025, 10, 2))
    overview = overview_of(pack_of(store, ("DZ",), EN, event=None, sections=("overview",)))
    assert not [bar for bar in overview.commitments.bars if bar.hatched]
    assert "overdue" not in " ".join(cell.text for row in overview.first.rows for cell in row)


def test_the_ages_of_contacts_are_those_of_contacts_held_and_not_of_planned_ones(store: Store) -> None:
    for number, (key, days) in enumerate((("DZ", 29), ("EG", 30), ("GH", 90), ("NG", 91), ("SN", 180), ("ZM", 181))):
        keep(store, *contact(100 + number, TODAY.date() - timedelta(days), key))
    overview, page, annex = drawn(store, africans(store))
    bars = {bar.label: bar.count for bar in overview.coverage.bars}
    assert sum(bars.values()) == 54
    assert bars["under 30 days"] == 2  # Kenya's newest contact is only planned; the one of 12 November counts
    for label, count in bars.items():
        assert f"{label} {count}" in page
        assert f"{label} {count}" in annex


@pytest.mark.parametrize(
    ("days", "label"),
    [(0, "under 30 days"), (29, "under 30 days"), (30, "30 to 90 days"), (90, "30 to 90 days"),
     (91, "91 to 180 days"), (180, "91 to 180 days"), (181, "over 180 days")],
)  # fmt: skip
def test_a_contact_falls_into_one_age(store: Store, days: int, label: str) -> None:
    keep(store, *contact(200, date.fromordinal(TODAY.date().toordinal() - days), "DZ"))
    bars = overview_of(pack_of(store, ("DZ",), EN, event=None, sections=("overview",))).coverage.bars
    assert [bar.label for bar in bars if bar.count] == [label]


def test_the_ten_to_see_first_follow_the_printed_rule(store: Store) -> None:
    algeria = store.need(Participant, country("DZ"))
    keep(store, replace(algeria, priority=1), *deposit("GH", date(2026, 11, 1)))
    first = overview_of(pack_of(store, africans(store), EN, event=None, sections=("overview",))).first
    names = [row[1].text for row in first.rows]
    assert len(names) == 10
    assert names[0] == "Kenya"  # not signed, a promise past its date
    assert "Ghana" not in names
    assert "Algeria" not in names  # signed: behind all that have not, whatever its priority
    assert "not signed before signed, as 39 days are left" in first.note


def test_days_that_no_source_bears_out_are_marked(store: Store) -> None:
    chart = overview_of(pack_of(store, ("KE",), EN, sections=("overview",))).dates
    assert [(one.label, one.day) for one in chart.dates] == [
        ("today", date(2026, 11, 22)),
        ("Briefing for the African Group", date(2026, 12, 2)),
        ("last day to sign", date(2026, 12, 31)),
    ]


def test_the_drawings_are_lines_and_letters_and_no_pictures(store: Store) -> None:
    reader, _ = bound(pack_of(store, africans(store), EN, event=None, sections=("overview",)))
    for page in reader.pages:
        assert "/XObject" not in page["/Resources"]  # type: ignore[operator]


def test_every_tone_of_the_drawings_is_told_by_a_pattern_or_a_word_too(store: Store) -> None:
    reader, _ = bound(pack_of(store, ("KE",), EN, event=None, sections=("overview",)))
    tones = sorted({round(tone, 2) for tone in greys(reader.pages[2])})
    assert min(b - a for a, b in pairwise(tones) if b > 0.35) > 0.05
    page = pages_of(reader)[2]
    for key in ("Deposited", "Approved at home, not deposited", "Signed", "Not signed"):
        assert key in page


def greys(page: pypdf.PageObject) -> Iterator[float]:
    """Yield how light each field is that is filled on a page."""
    content = page.get_contents()
    assert content is not None
    for red, green, blue in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", content.get_data()):
        yield 0.299 * float(red) + 0.587 * float(green) + 0.114 * float(blue)


def test_nothing_speaks_of_likelihood_or_of_what_will_be(store: Store) -> None:
    _, page, _ = drawn(store, ("KE",))
    assert not re.search(r"probab|likel|expected to enter|will enter", page)
    assert "not a forecast" in page
