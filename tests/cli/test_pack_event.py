"""`hanoi-desk pack --product event|report`: packs of many States, and the report on one contact."""

import re
from dataclasses import replace
from datetime import date, datetime

import pypdf
import pytest
from pack_desk import a_pdf
from ready_desks import sample as sample_desk

from hanoi_desk.desk import edition_file, participant_id, save_pack
from hanoi_desk.records import DocumentLanguage, Event, Marking, Outreach, Pack, PackEdition, Product, fixed_id
from hanoi_desk.store import Action, Query, Store


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = sample_desk(tmp_path_factory.mktemp("sample") / "sample.hdesk")
    with Store.open(path) as store:
        event = Event(name="Reception", starts_on=date(2026, 12, 2), attended=tuple(map(participant_id, ("KE", "GH"))))
        of_event = Pack(
            id=fixed_id("saved event pack"),
            name="Reception pack",
            product=Product.EVENT,
            event=event.id,
            language=DocumentLanguage.EN,
            sections=("overview", "sheets"),
        )
        talk = store.all(Query(Outreach, order_by="-held_on", limit=1))[0]
        with store.change(Action.ADD_RECORD) as change:
            change.save(event)
            change.save(of_event)
            change.save(PackEdition(pack=of_event.id, number=4, made_on=date(2026, 11, 1)))
            change.save(Pack(name="Public", product=Product.EVENT, event=event.id, marking=Marking.PUBLIC))
            change.save(Pack(name="Report", product=Product.REPORT, outreach=talk.id))
    return path


def said(path):
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_a_group_makes_a_pack_under_its_name_in_the_language_of_the_document(call, sample, tmp_path):
    target = tmp_path / "asean.pdf"
    code, out, _ = call("pack", sample, "--product", "event", "--group", "asean", "--language", "en", "-o", target)
    pages = said(target)
    assert (code, f"{len(pages)} pages are written" in out) == (0, True)
    assert "States ASEAN" in pages[0]


def test_a_saved_pack_brings_the_states_of_its_event_its_sections_and_its_last_edition(call, sample, tmp_path):
    target = tmp_path / "event.pdf"
    assert call("pack", sample, "--pack", "reception pack", "-o", target)[0] == 0
    pages = said(target)
    assert "Version 5, replaces version 4 of 1 November 2026; 3 papers" in pages[0]
    assert "02 Ghana" in pages[1]
    assert "03 Kenya" in pages[1]


def test_the_report_is_about_the_contact_of_a_saved_pack(call, sample, tmp_path):
    target = tmp_path / "report.pdf"
    assert call("pack", sample, "--pack", "Report", "--language", "vi", "-o", target)[0] == 0
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said(target)[0]


def test_a_report_without_a_saved_pack_is_about_the_newest_contact_with_the_country_by_that_day(call, sample, tmp_path):
    target = tmp_path / "report.pdf"
    given = ("--product", "report", "--countries", "KE", "--language", "en", "-o", target)
    assert call("pack", sample, *given)[0] == 0
    assert "20 November 2026" in " ".join(said(target)[0].split())
    assert call("pack", sample, *given, "--on", "2026-11-15")[0] == 0
    assert "20 November 2026" not in " ".join(said(target)[0].split())
    assert call("pack", sample, *given, "--on", "2020-01-01")[0] == 1


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--product", "event"), "No State is named for the pack"),
        (("--pack", "Public"), "cannot be public"),
        (("--product", "report"), "A report is about one contact"),
    ],
)
def test_what_makes_no_pack_is_one_sentence_and_no_file(call, sample, tmp_path, given, told):
    target = tmp_path / "none.pdf"
    code, _, err = call("pack", sample, *given, "-o", target)
    assert (code, told in err, target.exists()) == (1, True, False)


def test_annex_files_are_taken_in_and_a_damaged_one_is_named(call, sample, tmp_path):
    good, bad, target = tmp_path / "List of experts.pdf", tmp_path / "Torn.pdf", tmp_path / "pack.pdf"
    good.write_bytes(a_pdf())
    bad.write_bytes(a_pdf()[:500])
    given = ("--countries", "KE", "--language", "en", "--annex", good, bad, "-o", target)
    code, _, err = call("pack", sample, "--product", "event", *given)
    assert (code, "Annex “Torn” is left out: the file is damaged or is no PDF" in err) == (0, True)
    assert "Foreign page 2" in said(target)[-1]
    assert "List of experts" in said(target)[1]


def test_an_annex_that_is_not_there_is_one_sentence(call, sample, tmp_path):
    target = tmp_path / "pack.pdf"
    given = ("--product", "event", "--countries", "KE", "--annex", tmp_path / "gone.pdf", "-o", target)
    code, _, err = call("pack", sample, *given)
    assert (code, "gone.pdf" in err, target.exists()) == (1, True, False)


def test_an_edition_is_kept_in_the_desk_under_the_next_number_and_the_one_after_says_what_changed(
    call, sample, tmp_path
):
    desk, target = tmp_path / "own.hdesk", tmp_path / "pack.pdf"
    desk.write_bytes(sample.read_bytes())
    asked = ("pack", desk, "--pack", "reception pack", "-o", target)
    code, out, _ = call(*asked, "--freeze")
    kept_as = re.search(rf"edition 5, (HD-{datetime.now().astimezone().year}-0001-[A-Z]\d\d)", out)
    assert kept_as is not None
    number = kept_as[1]
    assert all(number in page for page in said(target))
    with Store.open(desk) as store:
        (kept,) = [one for one in store.all(Query(PackEdition)) if one.document]
        assert edition_file(store, kept) == target.read_bytes()
    assert call(*asked)[0] == 0
    assert "Version 6, replaces version 5" in said(target)[0]
    assert "No change in what is recorded on these States." in said(target)[1]
    code, _, err = call(*asked, "--freeze", "--number", number)
    assert (code, f"The number {number} cannot be given" in err) == (1, True)


def test_only_a_saved_pack_has_an_edition(call, sample, tmp_path):
    target = tmp_path / "pack.pdf"
    code, _, err = call("pack", sample, "--product", "event", "--countries", "KE", "--freeze", "-o", target)
    assert (code, "Only a saved pack can have an edition" in err, target.exists()) == (1, True, False)


def test_copies_stand_one_after_the_other_each_with_its_number(call, sample, tmp_path):
    target = tmp_path / "brief.pdf"
    given = ("--countries", "KE", "--language", "vi", "--copies", "3", "--number", "HD-2026-0147", "-o", target)
    code, out, _ = call("pack", sample, "--product", "brief", *given)
    pages = said(target)
    assert (code, "3 pages are written" in out) == (0, True)
    assert [f"Bản số {at} / 3" in page and "HD-2026-0147" in page for at, page in enumerate(pages, 1)] == [True] * 3
    assert call("pack", sample, "--product", "brief", "--countries", "KE", "--copies", "0", "-o", target)[0] == 2


def test_a_saved_non_paper_comes_without_head_and_a_saved_draft_marked_as_one(call, sample, tmp_path):
    desk, target = tmp_path / "own.hdesk", tmp_path / "paper.pdf"
    desk.write_bytes(sample.read_bytes())
    paper = Pack(name="Paper", product=Product.LEAVE_BEHIND, participants=(participant_id("KE"),))
    drafted = Pack(name="Drafted", product=Product.BRIEF, participants=paper.participants, draft=True)
    with Store.open(desk) as store:
        save_pack(store, replace(paper, language=DocumentLanguage.EN, sections=("non_paper",)), ())
        save_pack(store, replace(drafted, language=DocumentLanguage.EN), ())
    assert call("pack", desk, "--pack", "paper", "--confirmed", "-o", target)[0] == 0
    assert "AIDE" not in said(target)[0].upper()
    assert call("pack", desk, "--pack", "drafted", "-o", target)[0] == 0
    assert "DRAFT" in said(target)[0]
