"""A hostile PDF as an annex: nothing that acts comes with it, nothing stops the pack, and no name turns the writing."""

import re
from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from brief_desk import desk
from pack_desk import a_pdf, bound, pack_of, pages_of, with_event
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    PdfObject,
    TextStringObject,
)
from structure import opened

from hanoi_desk.briefing.pack_values import EventPack
from hanoi_desk.language import Language
from hanoi_desk.pdf import AnnexFile, Caution, write_event_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventPack]:
    with desk(tmp_path_factory.mktemp("desk")) as store:
        with_event(store, Language.EN)
        yield pack_of(store, ("KE",), Language.EN)


def dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def hostile_pdf() -> bytes:
    """Return a page whose drawing needs reach scripts, acts, files within and files elsewhere: each says EVIL."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(a_pdf(1)))
    writer.add_attachment("EVIL.exe", b"EVIL")
    script = dictionary(S=NameObject("/JavaScript"), JS=TextStringObject("EVIL"))
    writer.root_object[NameObject("/OpenAction")] = script
    outside = TextStringObject("//EVIL/share/a.pdf")
    printing = DecodedStreamObject()
    printing.set_data(b"(EVIL) print")
    printing.update(dictionary(Subtype=NameObject("/PS")))
    picture = DecodedStreamObject()
    picture.set_data(b"")
    files = ArrayObject([dictionary(Type=NameObject("/Filespec"), F=outside)])
    picture.update(dictionary(Subtype=NameObject("/Image"), F=outside, AF=files, OPI=dictionary(F=outside)))
    form = DecodedStreamObject()
    form.set_data(b"")
    form.update(dictionary(Subtype=NameObject("/Form"), Ref=dictionary(F=outside)))
    needs = writer.pages[0]["/Resources"]
    needs[NameObject("/XObject")] = dictionary(
        **{name: writer._add_object(one) for name, one in (("P", printing), ("I", picture), ("R", form))}
    )
    needs[NameObject("/Properties")] = dictionary(M=dictionary(X=writer.root_object.indirect_reference), S=script)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_nothing_that_acts_or_lies_elsewhere_comes_with_what_an_annex_needs_for_its_drawing(pack: EventPack) -> None:
    buffer = BytesIO()
    assert b"EVIL" in opened(hostile_pdf())
    write_event_pack([pack], buffer, annexes=[AnnexFile("Mission \u202efdp.exe", hostile_pdf())])
    raw, reader = opened(buffer.getvalue()), pypdf.PdfReader(buffer)
    assert "Foreign page 1" in pages_of(reader)[-1]
    assert b"EVIL" not in raw
    assert b"/JavaScript" not in raw
    titles = str(reader.outline)
    assert "Mission fdp.exe" in titles
    assert "\u202e" not in titles
    heard = [bytes.fromhex(one.decode()).decode("utf-16") for one in re.findall(rb"/Alt<(feff[0-9a-f]+)>", raw)]
    assert any("Mission fdp.exe" in one for one in heard)
    assert not any("\u202e" in one for one in heard)


def test_an_annex_that_would_stop_the_drawing_or_fill_the_pack_is_refused_and_the_rest_is_built(
    pack: EventPack,
) -> None:
    nested = pypdf.PdfWriter(clone_from=BytesIO(a_pdf(1)))
    value: PdfObject = ArrayObject()
    for _ in range(400):
        value = ArrayObject([value])
    nested.pages[0]["/Resources"][NameObject("/Properties")] = value
    flat = pypdf.PdfWriter(clone_from=BytesIO(a_pdf(1)))
    flat.pages[0][NameObject("/CropBox")] = ArrayObject([FloatObject(0)] * 4)
    long = pypdf.PdfWriter()
    for _ in range(501):
        long.add_blank_page(100, 100)
    files = []
    for name, writer in (("Nested", nested), ("Flat", flat), ("Long", long)):
        file = BytesIO()
        writer.write(file)
        files.append(AnnexFile(name, file.getvalue()))
    reader, result = bound(pack, annexes=[*files, AnnexFile("Good one", a_pdf())])
    told = [text for caution, text in result.warnings if caution is Caution.REFUSED]
    assert [text.partition("” ")[0] for text in told] == ["Annex “Nested", "Annex “Flat", "Annex “Long"]
    assert told[2].endswith("the file has more than 500 pages")
    assert "Foreign page 2" in pages_of(reader)[-1]
