"""`hanoi-desk pack`: documents for meetings, on one country or many, in one language or both."""

import docx
import pypdf
import pytest
from ready_desks import sample as sample_desk

from hanoi_desk.desk import participant_id
from hanoi_desk.records import DocumentLanguage, Pack, Paper, Product
from hanoi_desk.store import Action, Store


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = sample_desk(tmp_path_factory.mktemp("sample") / "sample.hdesk")
    with Store.open(path) as store:
        saved = {
            "name": "Gặp Kê-ni-a",
            "product": Product.BILATERAL,
            "participants": (participant_id("KE"),),
            "language": DocumentLanguage.BOTH,
            "paper": Paper.LETTER,
        }
        with store.change(Action.ADD_RECORD) as change:
            change.save(Pack(**saved))
            change.save(Pack(name="twice", product=Product.BRIEF))
            change.save(Pack(name="Twice", product=Product.BRIEF))
    return path


def pages(path):
    return pypdf.PdfReader(path).pages


def test_the_brief_for_a_meeting_is_written_in_both_languages(call, sample, tmp_path):
    target = tmp_path / "ke.pdf"
    code, out, _ = call(
        "pack", sample, "--product", "bilateral", "--countries", "KE", "--language", "vi+en", "-o", target
    )
    written = pages(target)
    assert (code, f"{len(written)} pages are written" in out) == (0, True)
    assert "Gặp song phương với Kenya" in written[0].extract_text()
    assert "Bilateral meeting with Kenya" in "".join(page.extract_text() for page in written[1:])


def test_several_countries_follow_one_another_without_our_own(call, sample, tmp_path):
    target = tmp_path / "asean.pdf"
    given = ("--countries", "Algeria, KE,VN", "--language", "en", "-o", target)
    assert call("pack", sample, "--product", "bilateral", *given)[0] == 0
    said = " ".join(page.extract_text() for page in pages(target))
    assert said.index("Bilateral meeting with Algeria") < said.index("Bilateral meeting with Kenya")
    assert "meeting with Viet Nam" not in said


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("name", "many"),
    [("ASEAN", 11), ("asean", 11), ("Eastern European Group", 23), ("nhom dong au", 23), ("eastern european", 23)],
)
def test_a_group_goes_by_its_name_in_either_language(call, sample, tmp_path, name, many):
    target = tmp_path / "group.pdf"
    code, out, _ = call("pack", sample, "--product", "brief", "--group", name, "--language", "vi", "-o", target)
    assert code == 0
    assert len(pages(target)) == many, out


def test_a_saved_pack_gives_what_the_options_leave_open(call, sample, tmp_path):
    target = tmp_path / "saved.pdf"
    assert call("pack", sample, "--pack", "gap ke-ni-a", "-o", target)[0] == 0
    first = pages(target)[0]
    assert "Gặp song phương với Kenya" in first.extract_text()
    assert (float(first.mediabox.width), float(first.mediabox.height)) == (612, 792)
    assert call("pack", sample, "--pack", "gap ke-ni-a", "--paper", "a4", "--language", "en", "-o", target)[0] == 0
    assert "Bilateral meeting with Kenya" in pages(target)[0].extract_text()
    assert float(pages(target)[0].mediabox.width) < 600


def test_a_day_given_is_the_day_of_the_document(call, sample, tmp_path):
    target = tmp_path / "later.pdf"
    given = ("--countries", "KE", "--on", "2027-01-02", "--language", "en", "-o", target)
    assert call("pack", sample, "--product", "bilateral", *given)[0] == 0
    assert "The signature period is over; Kenya can accede." in pages(target)[0].extract_text()


def test_what_is_left_behind_is_read_whole_before_it_is_written(call, sample, tmp_path):
    target = tmp_path / "left.pdf"
    asked = ("pack", sample, "--product", "leave_behind", "--countries", "DZ", "--language", "en")
    code, out, _ = call(*asked, "--preview")
    assert (code, out.startswith("AIDE-MÉMOIRE")) == (0, True)
    code, out, beside = call(*asked, "--preview", "-o", target)
    assert (code, "so nothing is written" in beside, target.exists()) == (1, True, False)
    assert "Algeria" in out
    assert call(*asked, "-o", target)[0] == 1
    code, _, beside = call(*asked, "--confirmed", "--copies", "2", "-o", target)
    assert (code, "bears no number of a copy" in beside, target.exists()) == (1, True, False)
    assert call(*asked, "--confirmed", "-o", target)[0] == 0
    printed = "".join(pages(target)[0].extract_text().split())
    assert printed == "".join(out.split())


def test_a_non_paper_bears_neither_head_nor_date(call, sample):
    asked = ("pack", sample, "--product", "leave_behind", "--countries", "DZ", "--language", "en")
    _, out, _ = call(*asked, "--preview", "--non-paper")
    assert "AIDE" not in out
    assert not out.rstrip().endswith("2026")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--countries", "KE"), "with --product"),
        (("--product", "bilateral"), "with --countries"),
        (("--product", "brief"), "with --countries"),
        (("--product", "bilateral", "--countries", "VN"), "Viet Nam is our own side"),
        (("--product", "leave_behind", "--countries", "VN"), "Viet Nam is our own side"),
        (("--product", "leave_behind", "--countries", "KE,DZ"), "Choose one country"),
        (("--product", "bilateral", "--countries", "Atlantis"), "Atlantis"),
        (("--product", "bilateral", "--group", "Nobody"), "Nobody"),
        (("--pack", "no such pack"), "No saved pack"),
        (("--pack", "twice"), "More than one saved pack"),
    ],
)
def test_what_makes_no_document_is_one_sentence(call, sample, tmp_path, given, said):
    code, _, beside = call("pack", sample, *given, "-o", tmp_path / "x.pdf")
    assert (code, said in beside, beside.count("\n")) == (1, True, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "given",
    [
        ("--product", "novel", "-o", "x.pdf"),
        ("--product", "brief", "--paper", "A5", "-o", "x.pdf"),
        ("--product", "brief", "--countries", "KE", "--all", "-o", "x.pdf"),
        ("--product", "brief", "--countries", "KE"),
    ],
)
def test_arguments_that_make_no_sense_end_with_two(call, sample, given):
    assert call("pack", sample, *given)[0] == 2


def test_another_kind_of_file_and_a_marked_name_are_refused(call, sample, tmp_path):
    target = tmp_path / "notes.txt"
    target.write_text("mine")
    asked = ("pack", sample, "--product", "brief", "--countries", "KE", "-o")
    assert call(*asked, target)[0] == 1
    assert target.read_text() == "mine"
    assert call(*asked, tmp_path / "MẬT.pdf")[0] == 1
    assert call(*asked, tmp_path / "gone" / "x.pdf")[0] == 1


def test_the_brief_for_a_meeting_is_written_for_word(call, sample, tmp_path):
    target = tmp_path / "ke.docx"
    given = ("--countries", "KE", "--language", "vi", "-o", target)
    code, out, _ = call("pack", sample, "--product", "bilateral", *given)
    assert (code, "The Word copy is written" in out) == (0, True)
    assert docx.Document(str(target)).paragraphs[0].text.startswith("Gặp song phương với Kenya")


def test_no_other_product_and_no_edition_is_written_for_word(call, sample, tmp_path):
    target = tmp_path / "ke.docx"
    given = ("--countries", "KE", "-o", target)
    code, _, err = call("pack", sample, "--product", "brief", *given)
    assert (code, "A Word copy is made of the bilateral brief alone" in err) == (1, True)
    assert not target.exists()
    target.write_bytes(b"%PDF-1.4")
    assert call("pack", sample, "--product", "bilateral", *given)[0] == 1
    assert target.read_bytes() == b"%PDF-1.4"
