"""Damaged, foreign and hostile files: refused in plain words or read with a note, within bounds, and never worse."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from untc.export import SIGNED, STATES, document, table

from hanoi_desk.untc import MAX_BYTES, Fault, Repair, StatusFile, UntcError, read_status

TEXT = document(table([STATES, SIGNED], [["Côte d'Ivoire", "1 Jul 2003"]]), signatories=1)
ENTITY = '<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE Document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
REMOTE = '<!DOCTYPE Document SYSTEM "status.dtd">'
HTML = "<html><head><title>UNTC</title></head><body>urgent maintenance<br></body></html>"


def fault(data: bytes) -> Fault:
    with pytest.raises(UntcError) as refusal:
        read_status(data)
    assert str(refusal.value) == refusal.value.message
    assert refusal.value.message.endswith(".")
    return refusal.value.code


def declared(encoding: str) -> str:
    return TEXT.replace("iso-8859-1", encoding)


@pytest.mark.parametrize(
    ("data", "repairs"),
    [
        (TEXT.encode("iso-8859-1"), ()),
        (declared("utf-8").encode("utf-8"), ()),
        (declared("utf-8").encode("utf-8-sig"), ()),
        (TEXT.encode("utf-8-sig"), ()),
        (TEXT.encode("utf-8"), (Repair.ENCODING,)),
        (declared("utf-8").encode("iso-8859-1"), (Repair.ENCODING,)),
        (declared("klingon").encode("iso-8859-1"), (Repair.ENCODING,)),
        (declared("klingon").replace("ô", "o").encode("ascii"), (Repair.ENCODING,)),
        (declared("base64").replace("ô", "o").encode("ascii"), (Repair.ENCODING,)),
        (declared("utf-16").encode("utf-16"), ()),
        (declared("utf-16").encode("utf-16-be"), ()),
        (declared("utf-16").encode("utf-16-le"), ()),
        (declared("utf-16").encode("utf-16-le") + b"\n", (Repair.ENCODING,)),
        (declared("windows-1252").replace("'", "’").encode("windows-1252"), ()),
        (TEXT.replace("'", "’").encode("windows-1252"), (Repair.WINDOWS_1252,)),
        (declared("utf-8").replace("'", "’").encode("windows-1252"), (Repair.ENCODING, Repair.WINDOWS_1252)),
        (b"\r\n " + TEXT.encode("iso-8859-1"), (Repair.LEADING_TEXT,)),
        (TEXT.replace("CHAPTER", "CHA\x00PTER").encode("iso-8859-1"), (Repair.CONTROL_CHARACTERS,)),
        (TEXT.split("?>", 1)[1].encode("iso-8859-1"), (Repair.ENCODING,)),
    ],
)
def test_every_encoding_gives_the_same_names(data, repairs):
    file = read_status(data)
    assert file.rows[0].name.replace("’", "'").replace("ô", "o") == "Cote d'Ivoire"
    assert file.repairs == repairs
    assert (file.number, file.signatories, file.mismatches, file.size) == ("XVIII-16", 1, (), len(data))


@pytest.mark.parametrize("doctype", [ENTITY, EXTERNAL, REMOTE])
@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("damage", ["", "\x13", "& "])
def test_a_document_type_is_refused_in_every_encoding_and_after_mending(doctype, encoding, damage):
    text = TEXT.replace("<Document>", f"{doctype}<Document>").replace("CHAPTER", f"{damage}&b;")
    assert fault(text.encode(encoding)) is Fault.DTD_FORBIDDEN


def test_an_entity_nobody_declared_stays_the_words_it_is():
    file = read_status(TEXT.replace("Convention was", "&xxe; was").encode("iso-8859-1"))
    assert file.texts == ("The &xxe; was adopted on 24 December 2024.",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Fault.EMPTY),
        (b" \r\n\x00", Fault.EMPTY),
        (codecs.BOM_UTF8, Fault.EMPTY),
        (codecs.BOM_UTF16_LE, Fault.EMPTY),
        (b"hello", Fault.NOT_XML),
        (b"%PDF-1.7\n\xe2\xe3", Fault.NOT_XML),
        (b"PK\x03\x04\x00\x00", Fault.NOT_XML),
        (b"\x00" * 40 + b"x", Fault.NOT_XML),
        (b"<Document><Treaty></Document>", Fault.NOT_XML),
        (b"<a/>", Fault.NOT_UNTC),
        (b"<Document/>", Fault.NOT_UNTC),
        (b"<Document><Treaty/></Document>", Fault.NOT_UNTC),
        (b"<rss><Treaty><Header/></Treaty></rss>", Fault.NOT_UNTC),
        (HTML.encode(), Fault.HTML_PAGE),
        (HTML.replace("<br>", "").encode(), Fault.HTML_PAGE),
        (f"<!DOCTYPE html>\n{HTML}".encode(), Fault.HTML_PAGE),
        (f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN">\n{HTML}'.encode("utf-16"), Fault.HTML_PAGE),
        (f"\n\n<!-- saved -->{HTML}".encode(), Fault.HTML_PAGE),
        (TEXT[:-40].encode("iso-8859-1"), Fault.TRUNCATED),
        (TEXT[: TEXT.index("</Numsect>") + 4].encode("iso-8859-1"), Fault.TRUNCATED),
        (b" " * (MAX_BYTES + 1), Fault.TOO_LARGE),
    ],
)
def test_what_is_not_a_status_file_is_refused_for_the_right_reason(data, code):
    assert fault(data) is code


def filled(inside: str) -> bytes:
    return document(inside).encode("iso-8859-1")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<Document>" + b"<a>" * 100_000, Fault.TOO_DEEP),
        (filled("<a/>" * 1_000_000), Fault.TOO_MANY),
        (
            filled("<Table><Tbody>" + "<Row/>" * 10 + "<Row>" + "<Entry/>" * 41 + "</Row></Tbody></Table>"),
            Fault.TOO_MANY,
        ),
        (filled(table([STATES, SIGNED], [["Peru", "1 Jul 2003"]] * 20_001)), Fault.TOO_MANY),
        (filled(table([STATES, SIGNED], [["Peru", "1 Jul 2003 " * 100]] * 1_001)), Fault.TOO_MANY),
        (filled('<a b="' + ">" * 2_000_000 + '"/>'), Fault.TOO_LARGE),
        (filled("<a " + " ".join(f'b{i}=""' for i in range(200_000)) + "/>"), Fault.TOO_LARGE),
        (filled("a" * 2_000_000), Fault.TOO_LARGE),
        (b"<" * (MAX_BYTES - 1), Fault.NOT_XML),
        (b"<Document>" + b"&" * 900_000, Fault.TRUNCATED),
        (b"<Document>" + b"&#1;" * 200_000, Fault.TRUNCATED),
        (b"<Document>" + b"\x13" * 900_000, Fault.TRUNCATED),
    ],
    ids=lambda value: value.value if isinstance(value, Fault) else "",
)
def test_a_hostile_file_is_refused_at_a_bound(data, code):
    assert fault(data) is code


@pytest.mark.parametrize(
    "words",
    ["<sup", "<superscript>", "<sup>1</sup ", "</i ", "(", "(a", ", ", "[", "1 Jan 2000 ", "&lt;", "\xa0", "a "],
)
def test_repeated_markup_in_a_cell_a_name_a_heading_and_a_note_costs_little(words):
    long = words * (900_000 // len(words) // 4)
    text = document(
        table([STATES, SIGNED, f"Ratification{long}"], [["Peru", long, ""], [long, "1 Jul 2003", ""]]),
        note=long.replace("&", "&amp;").replace("<", "&lt;"),
        label_text=long,
    )
    assert read_status(text.encode("iso-8859-1")).rows[0].name == "Peru"


def outcome(data: bytes) -> StatusFile | Fault:
    """Return the file or the refusal; any other exception fails the test that calls this."""
    try:
        file = read_status(data)
    except UntcError as refusal:
        return refusal.code
    assert file.mismatches is not None
    return file


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00\xd8<\x00")
@example(b"\xfe\xff\x00<\xd8\x00")
@example(b"<?xml version='1.0' encoding='utf-7'?><Document/>")
def test_no_bytes_raise_anything_but_a_refusal(data):
    outcome(data)


@settings(max_examples=150)
@given(st.data())
def test_a_file_with_bytes_changed_lost_or_added_anywhere_raises_nothing_but_a_refusal(data):
    raw = bytearray(TEXT.encode(data.draw(st.sampled_from(["iso-8859-1", "utf-8", "utf-16"]))))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        cut = data.draw(st.sampled_from([0, 0, 1, 1, 30, len(raw)]))
        raw[at : at + cut] = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from(PIECES)))
    outcome(bytes(raw))


PIECES = [
    b"<!DOCTYPE a>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"&#0;",
    b"&#xFFFFFF;",
    b"&a;",
    b"<Row>",
    b"</Row>",
    b"\x00",
    b"<Entry/>",
]


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_heading_over_any_cell_is_read_or_shown(heading, cell):
    text = document(table([STATES, heading], [["Peru", cell]]), encoding="utf-8")
    result = outcome(text.encode("utf-8"))
    assert isinstance(result, StatusFile)
    [row] = result.rows
    shown = [remark for remark in result.unread if remark.name == "Peru"]
    kept = "".join(c for c in cell if c >= " ").replace("\ufffe", "").replace("\uffff", "").strip()
    assert row.actions or shown or not kept
