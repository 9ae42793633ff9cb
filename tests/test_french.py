"""Documents in French: fixed words, names of States, dates and numbers; sentences of the bank stay English."""

import os
import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from brief_desk import KENYA, TODAY, brief, busy, country, desk, printed
from meeting_desk import plan
from pypdf import PdfReader

from hanoi_desk.briefing.articles import articles_in
from hanoi_desk.briefing.bilateral import collect_bilateral
from hanoi_desk.briefing.leave_behind import LeaveBehindKind, collect_leave_behind
from hanoi_desk.documents import CannotMake, Wanted, collect
from hanoi_desk.language import (
    Language,
    clock,
    date_range,
    days,
    long_date,
    month_year,
    name_of,
    number,
    ordinal,
    percent,
    terms,
    word,
)
from hanoi_desk.pdf import write_bilaterals
from hanoi_desk.records import DocumentLanguage, Pack, Participant, Product
from hanoi_desk.store import Store

FR = Language.FR
APPROVED = Path(__file__).parent / "approved"
#: What documents say of themselves; the report and the return of figures go to the capital, in Vietnamese or English.
OF_DOCUMENTS = (
    "brief.",
    "bilateral.",
    "doc.",
    "pack.",
    "leave.",
    "verified.",
    "timeline.",
    "marking.",
    "since.",
    "by.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as made:
        yield made


def approve(name: str, said: str) -> None:
    approved = APPROVED / f"{name}.fr.txt"
    if os.environ.get("HANOI_DESK_APPROVE"):
        approved.write_text(said, encoding="utf-8")
    assert said == approved.read_text(encoding="utf-8")


def test_dates_are_written_as_in_french() -> None:
    assert long_date(date(2026, 12, 1), FR) == "1er décembre 2026"
    assert long_date(date(2026, 11, 22), FR) == "22 novembre 2026"
    assert month_year(date(2027, 2, 1), FR) == "février 2027"
    assert date_range(date(2025, 10, 25), date(2025, 10, 26), FR) == "25-26 octobre 2025"
    assert date_range(date(2025, 10, 30), date(2025, 11, 1), FR) == "du 30 octobre au 1er novembre 2025"
    assert date_range(date(2026, 12, 1), date(2026, 12, 3), FR) == "du 1er au 3 décembre 2026"


def test_hours_and_numbers_are_written_as_in_french() -> None:
    assert (clock(time(14, 30), FR), clock("09:00", FR)) == ("14\u00a0h\u00a030", "9\u00a0h")
    assert clock("10:45", FR, brief=True) == "10h45"
    assert (number(1234.5, FR), percent(0.455, FR, 1)) == ("1\u00a0234,5", "45,5\u00a0%")
    assert [ordinal(n, FR) for n in (1, 2, 40)] == ["1er", "2e", "40e"]
    assert [days(n, FR) for n in (0, 1, 2)] == ["0 jour", "1 jour", "2 jours"]


def test_no_line_may_end_before_a_french_sign() -> None:
    assert "\u00a0; " in word("brief.step_sign", FR, day="01/01/2027")
    assert "’" in word("time.today", FR)
    assert "'" not in word("time.today", FR)


def test_articles_are_cited_as_the_united_nations_do_in_french() -> None:
    assert articles_in("Art. 65(1); Arts. 7-34; Preamble", FR).replace("\u00a0", " ") == (
        "art. 65, par. 1 ; art. 7 à 34 ; préambule"
    )
    assert articles_in("Arts. 2(h), 23(3), 40(21)-(22), 45-46", FR).replace("\u00a0", " ") == (
        "art. 2 (al. h), 23 (par. 3), 40 (par. 21 et 22), 45 à 46"
    )
    assert articles_in("Art. 6(1)-(2)", FR).replace("\u00a0", " ") == "art. 6, par. 1 et 2"


def test_every_state_has_its_french_name(store: Store) -> None:
    assert name_of(store.need(Participant, country("CI")), FR) == "Côte d'Ivoire"
    assert name_of(store.need(Participant, country("DE")), FR) == "Allemagne"


def test_the_french_of_a_word_has_its_gaps() -> None:
    for key, term in terms().items():
        if key.startswith(OF_DOCUMENTS) and term.fr:
            wanted = set(re.findall(r"{(\w+)}", term.en))
            assert set(re.findall(r"{(\w+)}", term.fr)) | {"n"} == wanted | {"n"}, key
            assert len(term.fr.split("|")) <= 2, key


def test_a_word_without_french_is_said_in_english() -> None:
    assert word("cli.stopped", FR) == word("cli.stopped", Language.EN)


def test_the_words_of_the_brief_are_those_approved(store: Store) -> None:
    busy(store, Language.EN)
    reader, result = printed(brief(store, "KE", FR), FR)
    assert reader.trailer["/Root"]["/Lang"] == "fr"
    said = reader.pages[0].extract_text() + "".join(f"\n! {one}: {text}" for one, text in result.warnings) + "\n"
    approve("country-brief-busy", said)


def test_the_words_of_the_bilateral_brief_are_those_approved(store: Store, tmp_path: Path) -> None:
    busy(store, Language.EN)
    pack = plan(store)
    made = collect_bilateral(store, KENYA, language=FR, now=TODAY, pack=pack)
    target = tmp_path / "bilateral.pdf"
    assert write_bilaterals([made], target).pages <= 4
    reader = PdfReader(target)
    approve("bilateral-meeting", "\n\f\n".join(page.extract_text() for page in reader.pages) + "\n")


def test_the_report_to_the_capital_is_refused_in_french(store: Store) -> None:
    pack = Pack(product=Product.REPORT, language=DocumentLanguage.FR, name="Report")
    with pytest.raises(CannotMake) as refused:
        collect(store, Wanted(pack=pack, moment=TODAY, printed_at=TODAY))
    assert refused.value.key == "document.not_in_french"


def test_a_paper_that_is_handed_over_in_french_holds_no_english(store: Store) -> None:
    document = collect_leave_behind(store, KENYA, kind=LeaveBehindKind.AIDE_MEMOIRE, language=FR, now=TODAY)
    assert document.text().startswith("AIDE-MÉMOIRE")
    assert document.dated == "22 novembre 2026"
    assert "Kenya\u00a0: la signature est possible jusqu’au 31 décembre 2026" in document.text()
    assert not re.search(r"\b(the|of|and|treaty)\b", document.text())
