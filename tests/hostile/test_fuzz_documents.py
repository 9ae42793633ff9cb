"""Ten thousand spoilt inputs to each reader of annexes, fonts and updates: left out or refused, and nothing else."""

import random
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hostile.fuzzing import attempt, each, in_parts, is_all
from hostile.mutating import mutated, mutated_json, mutated_pieces
from pack_desk import a_pdf

from hanoi_desk.pdf.copies import DamagedDocument, numbered_copies, pages_alone
from hanoi_desk.pdf.faces import faces_in
from hanoi_desk.pdf.merging import Annex, AnnexFile, Carrier, read_annex, text_of
from hanoi_desk.pdf.page import format_of
from hanoi_desk.pdf.tagging import TaggedCanvas
from hanoi_desk.records import Paper
from hanoi_desk.updates import RefusedUpdate, read_signature, sign

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw().hex()
FONTS = Path(__file__).resolve().parent.parent / "fonts"
#: Names, numbers and brackets of a PDF file.
SIGNS = re.compile(rb"(/[A-Za-z]+|[\[\]()<>]+|\b\d+ \d+ R\b|\bobj\b)")


@cache
def small_pdf() -> bytes:
    """Return the smallest file with a page that shows words in a font, a picture and a link."""
    content = b"q BT /F1 12 Tf 10 10 Td (Hello) Tj ET /I Do Q"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>",
        b"<</Type/Page/Parent 2 0 R/Rotate 90/Contents 4 0 R/Resources 7 0 R/Annots[8 0 R]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream",
        b"<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>",
        b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(http://127.0.0.1)>>>>",
    )
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return bytes(data + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def drawn(content: bytes) -> bool:
    """Take a file in as a pack does: its pages are read, and drawn behind the last of ours."""
    read = read_annex(AnnexFile("annex", content))
    if not isinstance(read, Annex):
        return False
    if len(content) % 8:  # one in eight is drawn too
        return True
    carrier = Carrier(canvas := TaggedCanvas(BytesIO()))
    for page in read.pages[:3]:
        carrier.draw(page, "annex", format_of(Paper.A4))
        canvas.showPage()
    return True


def test_the_small_file_is_sound():
    assert drawn(small_pdf() + b"\n" * (-len(small_pdf()) % 8))
    assert "Hello" in text_of(AnnexFile("annex", small_pdf()))


@pytest.mark.filterwarnings("ignore")  # of the reader of PDF files: what is wrong is told by the refusal
@in_parts(6)
def test_annexes(part, caplog):
    caplog.set_level("CRITICAL", logger="pypdf")  # what it says would be kept a hundred thousand times
    share = each("annex", lambda chance: mutated_pieces(small_pdf(), SIGNS, chance), drawn, part=part)
    assert not is_all() or 0.1 < share < 0.98


@pytest.mark.filterwarnings("ignore")
def test_annexes_of_another_program():
    """Some hundreds with cross-reference streams, packed objects and several pages, words and all."""

    def read(content: bytes) -> bool:
        text_of(AnnexFile("annex", content))
        return drawn(content)

    assert 0.05 < each("other annex", lambda chance: mutated(a_pdf(2), chance), read, number=100) < 0.99 or not is_all()


@pytest.mark.filterwarnings("ignore")
def test_copies_of_an_edition_that_somebody_else_kept():
    """Some hundreds: the same reader as for annexes, behind another door."""

    def read(content: bytes) -> bool:
        attempt(lambda: pages_alone(content, range(1)), DamagedDocument)
        return attempt(lambda: numbered_copies(content, 2), DamagedDocument)

    share = each("edition", lambda chance: mutated_pieces(small_pdf(), SIGNS, chance), read, number=150)
    assert not is_all() or 0.1 < share < 0.98


def test_fonts_of_the_system():
    sound = min((one.read_bytes() for one in sorted(FONTS.glob("*.*tf"))), key=len)

    def make(chance: random.Random) -> bytes:
        head = mutated(sound[:300], chance)  # the list of its tables, where a wrong place leads out of the file
        return head + sound[300:] if chance.random() < 0.6 else mutated(sound, chance)

    def read(data: bytes) -> bool:
        faces = faces_in(Path("font.ttf"), hb.Blob(data))
        if faces:
            faces[0].has("aế")
            faces[0].heights()
            assert faces[0].subset({0, 1}) or len(data) < len(sound)
        return bool(faces)

    share = each("font", make, read)
    assert not is_all() or 0.05 < share < 0.99


def test_signatures_of_updates(tmp_path):
    """Half are spoilt after they were signed, half say something else and are signed all the same."""
    release = tmp_path / "hanoi-desk_9.1.0_amd64.deb"
    release.write_bytes(b"x")
    sound = sign(release, "9.1.0", KEY.private_bytes_raw()).encode()
    line = sound.splitlines()[0].decode()

    def make(chance: random.Random) -> tuple[bytes, bool]:
        if chance.random() < 0.5:
            return mutated(sound, chance), False
        other = mutated_json(line, chance).encode(errors="replace").replace(b"\n", b" ").rstrip(b"\r")
        made = KEY.sign(b"hanoi-desk-update-1\n" + other)
        return other + b"\n" + made.hex().encode(), True

    def read(given: tuple[bytes, bool]) -> bool:
        data, is_signed = given
        good = attempt(lambda: read_signature(data, PUBLIC), RefusedUpdate)
        is_same = data.partition(b"\n")[0].rstrip(b"\r") == line.encode()
        assert is_signed or is_same or not good, "what nobody signed is believed"
        return good

    assert 0.01 < each("update", make, read) < 0.6 or not is_all()
