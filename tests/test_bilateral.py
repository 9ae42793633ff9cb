"""The brief for one meeting: what it says, how it holds to four pages, and what can be read back from them."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from brief_desk import ALGERIA, CONVENTION, KENYA, TODAY, brief, busy, deposit, desk, keep
from hypothesis import given
from hypothesis import strategies as st
from meeting_desk import bilateral, crowd, pages_of, plan, said_in, write
from structure import structure

from hanoi_desk.briefing.background import whole_sentences
from hanoi_desk.briefing.beginnings import bold_beginning
from hanoi_desk.briefing.bilateral import OwnCountry, bilateral_file_name
from hanoi_desk.briefing.bilateral_values import Bilateral, Strand
from hanoi_desk.language import Language
from hanoi_desk.pdf import Caution, write_bilaterals
from hanoi_desk.pdf.bilateral import MOST_PAGES
from hanoi_desk.pdf.flow import Part, Section, flow
from hanoi_desk.pdf.page import LEFT, SMALL, WIDTH, Typesetter, format_of
from hanoi_desk.pdf.steering import Steering, SteeringPage
from hanoi_desk.pdf.timeline import spread
from hanoi_desk.records import (
    Ask,
    DomesticStage,
    DomesticStep,
    Message,
    PackPart,
    Paper,
    Participant,
    Proof,
    Source,
    SourceKind,
    TreatyAct,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import StageMark

EN, VI = Language.EN, Language.VI
APPROVED = Path(__file__).parent / "approved"
NEW_YORK = timezone(timedelta(hours=-5))
LAST_DAY, AFTER_CLOSE = datetime(2026, 12, 31, 9, tzinfo=NEW_YORK), datetime(2027, 1, 1, 9, tzinfo=NEW_YORK)
VIETNAMESE = "Ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ đ Đ ề ể ễ ệ ỉ ĩ ọ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ụ ủ ứ ừ ử ữ ự ỳ ỵ ỷ ỹ"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def thin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk with nothing but the shipped record, which no test changes."""
    with desk(tmp_path_factory.mktemp("thin")) as opened:
        yield opened


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk with a meeting with Kenya on it, which no test changes."""
    with desk(tmp_path_factory.mktemp("living")) as opened:
        busy(opened, EN)
        plan(opened)
        yield opened


@pytest.fixture(scope="module")
def page(living: Store) -> Bilateral:
    return bilateral(living, "KE", EN)


@pytest.fixture(scope="module")
def overfull(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk with fifty of everything on the States with the longest names, which no test changes."""
    with desk(tmp_path_factory.mktemp("full")) as opened:
        for key in ("KE", "GB", "VC"):
            crowd(opened, key)
            plan(opened, key)
        yield opened


def titles(reader: pypdf.PdfReader) -> list[str]:
    return [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]  # type: ignore[call-overload]


# The pages


def test_the_blocks_stand_in_the_order_in_which_a_meeting_needs_them(thin: Store) -> None:
    page = replace(bilateral(thin, "TD", EN), press_line="We met.", context=("Trade grows.",))
    assert titles(pages_of(page)[0]) == [
        "Meeting",
        "Participants",
        "Purpose",
        "Objectives",
        "Status",
        "Points to make",
        "Avoid",
        "Press line",
        "What they want",
        "If raised",
        "Commitments, both sides",
        "Facts, not story",
        "Timeline",
        "Path to deposit",
        "Related treaties",
        "Bilateral context",
        "Biographies",
        "After the meeting",
        "Sources",
        "Distribution and sign-off",
    ]


def test_the_first_page_is_enough_to_hold_the_meeting(thin: Store) -> None:
    plain = bilateral(thin, "KE", EN)
    first = " ".join(pages_of(plain)[0].pages[0].extract_text().split())
    wanted = [plain.reason, plain.next_step, *plain.avoid, *(cell.value for cell in plain.cells)]
    wanted += [point.text for point in plain.points]
    wanted += [text for one in plain.objectives for text in (one.text.split(" ")[0], one.met_when.split(" ")[0])]
    assert [text for text in wanted if text.replace("\u00a0", " ") not in first] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", [EN, VI])
@pytest.mark.parametrize("key", ["TD", "VC", "GB"])
def test_a_thin_file_takes_four_pages_at_most(thin: Store, key: str, language: Language, paper: Paper) -> None:
    reader, result = pages_of(bilateral(thin, key, language), paper)
    assert 2 <= len(reader.pages) == result.pages <= MOST_PAGES
    assert Caution.CUT not in dict(result.warnings)


@pytest.mark.no_cover
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", [EN, VI])
@pytest.mark.parametrize("key", ["KE", "VC", "GB"])
def test_fifty_records_of_each_kind_take_four_pages_and_no_sentence_is_cut(
    overfull: Store, key: str, language: Language, paper: Paper
) -> None:
    full = bilateral(overfull, key, language)
    reader, result = pages_of(full, paper)
    cautions = [caution for caution, _ in result.warnings]
    assert (len(reader.pages) <= MOST_PAGES, Caution.SHORTENED in cautions) == (True, True)
    assert Caution.CUT not in cautions
    said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert all(point.text.replace("\u00a0", " ") in said for point in full.points)


def test_points_that_page_one_cannot_hold_go_to_page_two_whole(living: Store) -> None:
    full = bilateral(living, "KE", EN)
    reader, _ = pages_of(full)
    first, second = (" ".join(page.extract_text().split()) for page in reader.pages[:2])
    assert "On page 2" in first
    assert titles(reader).count("Points to make") == 1
    assert [point.text.replace("\u00a0", " ") in second for point in full.points] == [True] * len(full.points)
    assert not any(point.text.replace("\u00a0", " ") in first for point in full.points)


def test_points_without_a_page_of_their_own_move_together_rather_than_leave_page_one_empty(living: Store) -> None:
    made = bilateral(living, "KE", VI)
    full = replace(made, tables=tuple(replace(table, people=table.people[:2], more=0) for table in made.tables))
    shape = format_of(Paper.LETTER)
    assert SteeringPage(list(Steering(full, Typesetter()).blocks())).height > shape.text_height
    reader, _ = pages_of(full, paper=Paper.LETTER)
    first = " ".join(reader.pages[0].extract_text().split())
    assert [point.text[:20] in first.replace("\u00a0", " ") for point in full.points] == [True] * len(full.points)


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_is_drawn_outside_the_margins(overfull: Store, paper: Paper) -> None:
    reader, _ = pages_of(bilateral(overfull, "GB", EN), paper)
    shape = format_of(paper)
    for sheet in reader.pages:
        places: list[tuple[float, float]] = []
        sheet.extract_text(
            visitor_text=lambda text, _c, tm, *_r, places=places: (
                places.append((tm[4], tm[5])) if text.strip() else None
            )
        )
        assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx((shape.width, shape.height))
        assert min(x for x, _ in places) >= LEFT - 1
        assert max(x for x, _ in places) <= LEFT + WIDTH
        assert all(15 < y < shape.height - 15 for _, y in places)


@pytest.mark.parametrize(("language", "of"), [(EN, "Page {} of {}"), (VI, "Trang {}/{}")])
def test_each_page_bears_marking_day_number_and_its_place(living: Store, language: Language, of: str) -> None:
    reader, result = pages_of(bilateral(living, "KE", language))
    banner = "KHÔNG CHỨA BÍ MẬT NHÀ NƯỚC" if language is VI else "NO STATE SECRETS"
    for number, sheet in enumerate(reader.pages, 1):
        said = " ".join(sheet.extract_text().split())
        assert said.count(banner) == 2
        assert "22/11/2026 14:30 (UTC+1)" in said
        assert "HD-2026-0152" in said
        assert of.format(number, result.pages) in said
        assert not re.search(r"TUYỆT MẬT|TỐI MẬT|(?<!BÍ )MẬT|\b71\b|[{}]|N/A", said)


def test_vietnamese_stands_first_and_the_pages_run_on(living: Store) -> None:
    both = [bilateral(living, "KE", language) for language in (VI, EN)]
    reader, result = pages_of(both)
    assert "Gặp song phương với Kenya" in reader.pages[0].extract_text()
    assert f"Page {result.pages} of {result.pages}" in reader.pages[-1].extract_text()
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    assert titles(reader) == ["Tài liệu gặp song phương · Kenya", "Bilateral brief · Kenya"]


@pytest.mark.parametrize("language", [EN, VI])
@pytest.mark.parametrize("case", ["thin", "meeting", "after-close", "party"])
def test_the_words_are_those_approved(store: Store, language: Language, case: str) -> None:
    pack = None
    if case in ("meeting", "after-close"):
        busy(store, language)
        pack = plan(store)
    if case == "party":
        keep(store, *deposit("GH", date(2026, 11, 1)))
    key = {"thin": "TD", "party": "GH"}.get(case, "KE")
    reader, result = pages_of(bilateral(store, key, language, AFTER_CLOSE if case == "after-close" else TODAY, pack))
    said = "\f\n".join(sheet.extract_text() + "\n" for sheet in reader.pages)
    said += "".join(f"! {caution}: {text}\n" for caution, text in result.warnings)
    approved = APPROVED / f"bilateral-{case}.{language}.txt"
    if os.environ.get("HANOI_DESK_APPROVE"):
        approved.write_text(said, encoding="utf-8")
    assert said == approved.read_text(encoding="utf-8")


# What it says


def test_the_heading_tells_when_and_where_and_what_is_missing(page: Bilateral) -> None:
    lines = {line.label: line.text for line in page.heading}
    assert lines["Type"] == "Bilateral meeting, in the margins"
    assert lines["Host event"] == "Briefing for the African Group"
    assert (lines["Date"], lines["Time"]) == ("Wednesday, 2 December 2026", "10:30-11:00 (local time)")
    assert lines["Interpreter"] == "Not recorded"


def test_five_sit_at_the_table_by_name_and_the_note_taker_is_marked(page: Bilateral) -> None:
    ours, theirs = page.tables
    assert [person.name for person in ours.people] == [f"Officer {n}" for n in range(1, 6)]
    assert (ours.more, ours.people[0].note) == (2, "Counsellor; head of delegation")
    assert ours.people[2].note == "Counsellor; note-taker"
    assert theirs.people[0].name == "Amina Njoroge"
    assert "say: a-MI-na" in theirs.people[0].note


def test_whom_the_file_knows_is_not_said_to_attend(store: Store) -> None:
    busy(store, EN)
    theirs = bilateral(store, "KE", EN).tables[1]
    assert (theirs.people[0].name, theirs.note) == ("Wanjiru Kamau", "on file, attendance not confirmed")


@pytest.mark.parametrize("key", ["KE", "DZ", "AE", "GB", "EU"])
def test_the_strip_is_that_of_the_one_page_brief(thin: Store, key: str) -> None:
    one, two = brief(thin, key, EN), bilateral(thin, key, EN)
    assert (one.cells, one.conflicts, one.next_step) == (two.cells, two.conflicts, two.next_step)


def test_every_objective_says_when_it_is_met(thin: Store) -> None:
    for participant in thin.all(Query(Participant, limit=40)):
        for now in (TODAY, AFTER_CLOSE):
            if participant.key != "VN":
                assert all(one.text and one.met_when for one in bilateral(thin, participant.key, VI, now).objectives)


def test_there_are_up_to_six_points_of_up_to_35_words_and_our_request_is_last(thin: Store) -> None:
    for key in ("KE", "DZ", "DE", "EU", "SG"):
        points = bilateral(thin, key, EN).points
        assert 3 <= len(points) <= 6
        assert points[-1].code == "K-01"
        assert all(len(point.text.split()) <= 35 for point in points)


def test_a_pack_goes_before_the_bank_and_leaves_it_as_it_is(store: Store) -> None:
    pack = plan(store)
    bank = {message.code: message for message in store.all(Query(Message))}
    write(store, pack, PackPart.REASON, "They asked for this talk.")
    write(store, pack, PackPart.OBJECTIVE, "Learn the ministry", met_when_en="it is named")
    write(store, pack, PackPart.AVOID, "Promising funds.")
    write(store, pack, PackPart.PRESS_LINE, "Both sides spoke about the Convention.")
    write(store, pack, PackPart.POINT, "Only deposits count.", message=bank["M-06"].id)
    write(store, pack, PackPart.POINT, "We can share our own way.", "Việt Nam có thể chia sẻ cách làm.")
    write(store, pack, PackPart.LEFT_OUT, "", message=bank["B-01"].id)
    page = bilateral(store, "KE", EN, pack=pack)
    texts = [point.text for point in page.points]
    assert (page.reason, page.avoid) == ("They asked for this talk.", ("Promising funds.",))
    assert [(one.text, one.met_when) for one in page.objectives] == [("Learn the ministry", "it is named")]
    assert "Only deposits count." in texts
    assert (texts[-2], page.points[-1].code) == ("We can share our own way.", "K-01")
    assert "B-01" not in [point.code for point in page.points]
    assert store.need(Message, bank["M-06"].id) == bank["M-06"]
    assert "“Both sides spoke about the Convention.”" in said_in(page)
    assert "Việt Nam có thể chia sẻ cách làm." in said_in(bilateral(store, "KE", VI, pack=pack))


def test_a_point_longer_than_practice_allows_is_printed_whole_and_named(store: Store) -> None:
    pack = plan(store)
    long = "This sentence says " + "very " * 40 + "much."
    write(store, pack, PackPart.POINT, long)
    page = bilateral(store, "KE", EN, pack=pack)
    _, result = pages_of(page)
    assert dict(result.warnings)[Caution.TOO_LONG] == "Points to make, no. 5: 44 words, at most 35"
    assert long in said_in(page)


def test_promises_of_both_sides_stand_with_what_is_overdue_first(store: Store) -> None:
    busy(store, EN)
    keep(store, Ask(what="Training of judges", participant=KENYA, asked_on=date(2026, 9, 1), due_on=date(2026, 10, 1)))
    page = bilateral(store, "KE", EN)
    assert [(one.state, one.overdue) for one in page.theirs] == [("22 days overdue", True), ("open", False)]
    assert [one.words for one in page.ours] == [
        "Training of judges",
        "Send a model of full powers",
        "Book a date with the Treaty Section",
    ]
    assert [one.overdue for one in page.ours] == [True, True, False]
    assert "Commitments, both sides Own side only" in said_in(page)


def test_what_is_promised_in_one_talk_bears_codes_of_its_own(store: Store) -> None:
    busy(store, EN)
    keep(store, *(Ask(what=f"Paper {number}", participant=KENYA) for number in range(4)))
    page = bilateral(store, "KE", EN)
    codes = [one.record for one in (*page.theirs, *page.ours)]
    assert (len(codes), len(set(codes))) == (8, 8)


def test_what_they_asked_for_is_certain_and_what_they_raised_possible(store: Store) -> None:
    busy(store, EN)
    keep(store, Ask(what="Training of judges", participant=KENYA))
    found = bilateral(store, "KE", EN).interests
    assert [one.expected for one in found] == ["certain", "possible", "possible"]


def test_only_what_the_depositary_shows_may_be_used_openly(thin: Store) -> None:
    usable = " ".join(fact.text for fact in bilateral(thin, "DZ", EN).usable)
    assert "Algeria signed the Convention on 25 October 2025." in usable.replace("\u00a0", " ")
    for key in ("AZ", "QA"):
        page = bilateral(thin, key, EN)
        assert "deposited its instrument" not in " ".join(fact.text for fact in page.usable)
        assert any("Sources disagree" in fact.text and fact.unverified for fact in page.internal)


def test_a_signature_that_the_depositary_has_yet_to_confirm_says_so(thin: Store) -> None:
    page = bilateral(thin, "GB", EN)
    assert "(to be confirmed by the depositary)" in said_in(page)
    assert not any("signed the Convention" in fact.text for fact in page.usable)


def test_an_approval_at_home_is_no_ratification_and_changes_no_count(store: Store) -> None:
    before = bilateral(store, "DZ", EN)
    paper = Source(kind=SourceKind.OFFICIAL_STATEMENT, title="Journal", as_of=date(2026, 11, 1))
    step = DomesticStep(
        participant=ALGERIA,
        treaty=CONVENTION,
        stage=DomesticStage.PARLIAMENT_APPROVED,
        on=date(2026, 11, 1),
        proof=Proof.VERIFIED,
        source=paper.id,
    )
    keep(store, paper, step)
    after = bilateral(store, "DZ", EN)
    assert after.cells[1].value == "Approved at home, not yet deposited"
    assert (after.cells[2].value, after.deadline.right) == ("Not deposited", before.deadline.right)
    marks = {rung.name: rung.mark for rung in after.ladder}
    assert marks["Approved by parliament"] is StageMark.NOW
    assert marks["Assented to by the Head of State"] is StageMark.NEXT
    assert marks["Instrument deposited"] is StageMark.AHEAD


def test_the_eu_adds_nothing_to_39_deposits(store: Store) -> None:
    keys = [p.key for p in store.all(Query(Participant)) if p.entity == "member_state"][:39]
    for key in keys:
        keep(store, *deposit(key, date(2026, 10, 1)))
    keep(store, *deposit("EU", date(2026, 10, 2), TreatyAct.APPROVAL))
    assert bilateral(store, "EU", EN).deadline.right == "39 of 40 counted instruments; 1 to go"


def test_on_the_last_day_one_can_sign_and_the_day_after_only_accede(thin: Store) -> None:
    assert "today, 31 December 2026, is the last day" in bilateral(thin, "KE", EN, LAST_DAY).reason.replace(
        "\u00a0", " "
    )
    for key in ("KE", "TD", "US"):
        page = bilateral(thin, key, EN, AFTER_CLOSE)
        said = " ".join([page.reason, page.next_step, *(point.text for point in page.points)])
        said += " ".join(one.text + one.met_when for one in page.objectives)
        assert "acce" in said
        assert not re.search(r"\b[Ss]ign\b|\bsigning\b", said)
        assert page.ladder[3].mark is StageMark.CLOSED


def test_the_timeline_draws_what_its_list_tells(page: Bilateral) -> None:
    days = [entry.day for entry in page.timeline]
    assert days == sorted(days)
    assert {entry.strand for entry in page.timeline} == set(Strand)
    assert [entry.ahead for entry in page.timeline] == [day > TODAY.date() for day in days]
    reader, _ = pages_of(page)
    said = next(text for text in (one.extract_text() for one in reader.pages) if "Timeline" in text)
    assert all(f"{day:%d/%m/%Y}" in said for day in days)
    drawing, *signs = structure(reader).all("Figure")
    assert drawing.alt == f"Timeline of {len(days)} dated entries, told in the list below it"
    assert all(f"{day:%d/%m/%Y}" in drawing.text() for day in days)
    assert {"treaty", "step at home", "our contact", "treaty, hollow: still ahead"} <= {sign.alt for sign in signs}


def test_every_key_on_the_pages_is_listed_among_the_sources(living: Store, overfull: Store) -> None:
    for store, key in ((living, "KE"), (overfull, "GB")):
        page = bilateral(store, key, EN)
        used = set(re.findall(r"\[(S\d+)\]", said_in(page)))
        assert used <= {source.key for source in page.sources}


def test_a_biography_holds_whole_sentences_of_sixty_words(overfull: Store) -> None:
    for one in bilateral(overfull, "VC", EN).biographies[1:]:
        assert len(one.text.split()) <= 60
        assert one.text.endswith(".")
    assert whole_sentences("One two. Three four! Five?", 4) == "One two. Three four!"
    assert whole_sentences("A sentence longer than that. Two.", 2) == "A sentence longer than that."


def test_there_is_no_brief_for_a_meeting_with_ourselves(thin: Store) -> None:
    with pytest.raises(OwnCountry):
        bilateral(thin, "VN", VI)


# Letters and files


def test_every_vietnamese_letter_is_found_composed(page: Bilateral) -> None:
    decomposed = "\u0110a\u0323i su\u031b\u0301"
    said = said_in(replace(page, reason=VIETNAMESE, avoid=(decomposed,)))
    assert VIETNAMESE in said
    assert "Đại sứ" in said


@pytest.mark.parametrize("text", ["<b>bold</b> & <i>", "a\x00b\u202ec", '<img src="/etc/hostname"/>'])
def test_markup_prints_as_typed(page: Bilateral, text: str) -> None:
    reader, _ = pages_of(replace(page, reason=text, name=text, avoid=(text,), context=(text,)))
    said = "".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert "".join(text.translate({0: None, 0x202E: None}).split()) in said
    assert not any(name in str(reader.trailer["/Root"]) for name in ("/OpenAction", "/JavaScript"))


def test_a_huge_text_leaves_whole_pages(page: Bilateral) -> None:
    huge = "không có thời hạn cụ thể " * 2000
    reader, result = pages_of(replace(page, reason=huge, context=(huge,) * 5, avoid=(huge, huge)))
    assert Caution.CUT in dict(result.warnings)
    assert len(reader.pages) <= 6


def test_the_same_data_at_the_same_time_make_the_same_bytes(living: Store) -> None:
    first, second, later = BytesIO(), BytesIO(), BytesIO()
    write_bilaterals([bilateral(living, "KE", VI)], first)
    write_bilaterals([bilateral(living, "KE", VI)], second)
    write_bilaterals([replace(bilateral(living, "KE", VI), printed_at=TODAY + timedelta(minutes=5))], later)
    assert first.getvalue() == second.getvalue()
    texts = [
        re.sub(r"22/11/2026 15:\d\d", "", " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages))
        for file in (first, later)
    ]
    assert texts[0] == texts[1]


def test_fonts_are_embedded_no_text_is_too_small_and_the_properties_name_nobody(page: Bilateral) -> None:
    reader, _ = pages_of(page)
    for sheet in reader.pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font["/FontDescriptor"]
        content = sheet.get_contents()
        assert content is not None
        assert min(float(size) for size in re.findall(rb"/F\d\S* ([\d.]+) ", content.get_data())) >= SMALL
    assert reader.metadata is not None
    assert reader.metadata["/Title"] == "Bilateral brief · Kenya"
    properties = str(reader.metadata)
    assert not any(name in properties for name in ("Njoroge", "Officer", "Drafter", "Kamau"))
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_colours_are_one_blue_and_greys(page: Bilateral) -> None:
    reader, _ = pages_of(page)
    content = b"".join(one.get_contents().get_data() for one in reader.pages)  # type: ignore[union-attr]
    colours = set(re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", content))
    strong = [c for c in colours if max(map(float, c)) - min(map(float, c)) > 0.15]
    assert len(strong) == 1


def test_the_file_is_named_without_marks(page: Bilateral) -> None:
    assert bilateral_file_name(page) == "HD_KEN_bilateral_2026-11-22_v1_en.pdf"


def test_without_a_brief_nothing_is_written() -> None:
    with pytest.raises(ValueError, match="no brief"):
        write_bilaterals([], BytesIO())


# How rows are set on pages


class Block:
    """A box of some height."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, canvas: object, x: float, top: float) -> None:
        raise AssertionError("nothing is drawn here")


@given(
    st.lists(st.tuples(st.lists(st.floats(1, 90), max_size=9), st.booleans(), st.booleans()), min_size=1, max_size=6),
    st.booleans(),
)
def test_rows_stay_whole_in_order_with_their_headings_and_heads(
    drawn: list[tuple[list[float], bool, bool]], keep_whole: bool
) -> None:
    room, sections = 200.0, []
    for rows, has_head, own_side in drawn:
        head = Block(10) if has_head else None
        part = Part([Block(height) for height in rows], head)
        sections.append(Section("key", "Title", Block(15), [part], Block(12), own_side))
    sheets = flow(sections, room, keep=keep_whole)
    placed = [box for sheet in sheets for _, box, _ in sheet.boxes]
    rows_in = [row for section in sections for row in section.parts[0].rows]
    assert [box for box in placed if box in rows_in] == rows_in
    for sheet in sheets:
        assert all(top + box.height <= room + 0.01 for top, box, _ in sheet.boxes)
        for (top, box, _), (below, *_) in zip(sheet.boxes, sheet.boxes[1:], strict=False):
            assert below >= top + box.height - 0.01
    for section in sections:
        at = placed.index(section.heading)
        sheet = next(one for one in sheets if any(box is section.heading for _, box, _ in one.boxes))
        if section.parts[0].rows:
            following = placed[at + 1]
            assert any(box is following for _, box, _ in sheet.boxes)


@given(st.lists(st.tuples(st.floats(0, 450), st.floats(10, 50)), min_size=1, max_size=7))
def test_labels_of_the_timeline_never_lie_on_each_other(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    widths = [width for _, width in labels]
    lefts = spread([middle for middle, _ in labels], widths, 3, 460)
    for at in range(1, len(lefts)):
        assert lefts[at] >= lefts[at - 1] + widths[at - 1] + 3 - 0.01
    assert lefts[-1] + widths[-1] <= 460.01


@pytest.mark.parametrize(
    ("text", "language", "bold"),
    [
        ("Three simple requests: a timetable.", EN, "Three simple requests:"),
        ("Signature opened the door; only deposits count.", EN, "Signature opened"),
        ("Ký mới là mở cửa.", VI, "Ký mới"),
        ("Việt Nam sẵn sàng chia sẻ.", VI, "Việt Nam"),
        ("Thời hạn ký kết thúc ngày\u00a031 tháng 12.", VI, "Thời hạn ký kết thúc"),
        ("Chuyển ngay.", VI, ""),
    ],
)
def test_a_point_begins_in_bold_and_no_vietnamese_word_is_parted(text: str, language: Language, bold: str) -> None:
    found = bold_beginning(text, language)
    assert (found[0].strip(), "".join(found)) == (bold, text)
