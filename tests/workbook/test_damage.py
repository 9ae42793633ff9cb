"""Two thousand damaged workbooks: read or refused by our own error, and by no other."""

import random
import zipfile
from io import BytesIO

import pytest
from workbook.officer import officers_workbook

from hanoi_desk.workbook import Book, WorkbookError, read_sheets

SEED = 20261122
TEXT = 'Ngày;Nước;Ghi chú\r\n12/11/2026;Lào;"đã\r\ngặp"\r\nngày 1 tháng 2 năm 2026;Ghana;x\r\n' * 3


def read(path, data):
    path.write_bytes(data)
    try:
        assert isinstance(read_sheets(path), Book)
    except WorkbookError:
        return False
    return True


def damaged(data, chance):
    """Return the bytes with some of them changed, cut out, doubled or moved."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not found:
            break
        place, length = chance.randrange(len(found)), chance.randint(1, 40)
        match chance.randrange(5):
            case 0:
                found[place] ^= 1 << chance.randrange(8)
            case 1:
                found[place : place + length] = chance.randbytes(length)
            case 2:
                del found[place : place + length]
            case 3:
                found[place:place] = found[place : place + length] * chance.randint(1, 5)
            case 4:
                del found[place:]
    return bytes(found)


def inside(data, chance):
    """Return a sound zip file of which one member is damaged: what a crafted workbook looks like."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damaged(content, chance) if name == chosen else content)
    return file.getvalue()


@pytest.mark.slow
def test_no_damage_raises_anything_but_our_error(tmp_path):
    chance = random.Random(SEED)
    book = officers_workbook(tmp_path / "book.xlsx").read_bytes()
    texts = [TEXT.encode(one) for one in ("utf-8", "utf-8-sig", "utf-16")]
    texts.append(TEXT.replace("ã", "·").encode("cp1258", "replace"))
    path = tmp_path / "damaged.xlsx"
    whole = 0
    for _ in range(600):
        whole += read(path, damaged(book, chance))
    for _ in range(700):
        whole += read(path, inside(book, chance))
    for _ in range(700):
        whole += read(path, damaged(chance.choice(texts), chance))
    assert 300 < whole < 2000  # some damage does no harm, some is refused
