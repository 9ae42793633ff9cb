"""Finding States by any of their names, exactly, as typed, and in running notes."""

import csv
import time
import unicodedata
from functools import cache

import pytest

from hanoi_desk.assets import asset
from hanoi_desk.names import Named, NameIndex, called
from hanoi_desk.records import Participant


@cache
def register() -> tuple[Participant, ...]:
    with asset("data/participants.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Participant(
                id=row["key"],
                key=row["key"],
                iso3=row["iso3"],
                name_en=row["name_en"],
                name_vi=row["name_vi"],
                name_fr=row["name_fr"],
                name_en_formal=row["name_en_formal"],
                untc_name=row["untc_name"],
                aliases=tuple(filter(None, row["aliases"].split(";"))),
            )
            for row in csv.DictReader(file)
        )


@cache
def index() -> NameIndex:
    return NameIndex(map(called, register()))


def test_every_name_in_the_register_finds_its_participant():
    for participant in register():
        for name in called(participant).names:
            if name != "EC":  # also the code of Ecuador, which goes first
                assert index().find(name) == participant.id, name
                assert index().find(unicodedata.normalize("NFD", name)) == participant.id, name


def test_every_code_in_capitals_finds_its_participant():
    for participant in register():
        assert index().find(participant.key) == participant.id
        assert participant.iso3 == "" or index().find(participant.iso3) == participant.id


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("  cote d’ivoire ", "CI"),
        ("BO BIEN NGA", "CI"),
        ("ke", "KE"),
        ("Nga", "RU"),
        ("NGA", "NG"),
        ("Mỹ", "US"),
        ("mỹ", "US"),
        ("MY", "MY"),
        ("my", None),  # Mỹ or the code of Malaysia
        ("Korea", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_name_is_found_or_left_alone_but_never_guessed(name, key):
    assert index().find(name) == key


def test_a_name_that_two_records_share_finds_neither():
    twins = NameIndex([Named("1", ("Nguyễn Văn A",)), Named("2", ("Nguyễn Văn A", "Ông A"))])
    assert twins.find("nguyen van a") is None
    assert twins.find("ông a") == "2"
    assert twins.named_in("Gặp Nguyễn Văn A") == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gha", ["GH"]),
        ("ken", ["KE"]),
        ("in", ["IN", "ID"]),  # the code before the beginning
        ("my", ["MY", "US"]),
        ("mỹ", ["US"]),
        ("nga", ["RU", "NG"]),  # a whole name with its accents before a code
        ("guinea", ["GN", "GW", "GQ", "PG"]),
        ("bissau", ["GW"]),
        ("bo bien", ["CI"]),
        ("d'iv", ["CI"]),
        ("st lu", ["LC"]),
        ("phap", ["FR"]),
        ("han quoc", ["KR"]),
        ("cộng hòa séc", ["CZ"]),
        ("usa", ["US"]),
        ("zwe", ["ZW"]),
        ("zimb", ["ZW"]),
    ],
)
def test_typing_offers_the_likeliest_first(typed, first):
    assert index().complete(typed, 8)[: len(first)] == first


def test_names_with_the_typed_accents_come_before_those_without():
    towns = NameIndex([Named("1", ("Ha Tien",)), Named("2", ("Hà Tĩnh",)), Named("3", ("Hà Nội",))])
    assert towns.complete("hà", 3) == ["3", "2", "1"]
    assert towns.complete("ha", 3) == ["1", "3", "2"]


def test_nothing_typed_offers_nothing():
    assert index().complete("  ", 8) == index().complete("gh", 0) == index().complete("?!", 8) == []


@pytest.mark.parametrize(
    ("notes", "keys"),
    [
        ("Ghana, then Kenya’s delegation and Ghana again", "GH KE"),
        ("Guinea-Bissau, Guinea, Equatorial Guinea and Papua New Guinea", "GW GN GQ PG"),
        ("Nigeria and Niger", "NG NE"),
        ("the Democratic Republic of the Congo and the Congo", "CD CG"),
        ("Cộng hoà Dân chủ Congo và Congo", "CD CG"),
        ("Dominica and the Dominican Republic", "DM DO"),
        ("Northern Ireland, Latin America, the Gulf of Guinea, the South China Sea", ""),
        ("Kenyan, Romanian and Chadian colleagues", ""),
        ("we are IN the US with UAE and UK; IT and SG take part", "US AE GB"),
        ("us, in, uk, eu", ""),
        ("U.S. and EU", "US EU"),
        ("kenya will sign, bo bien nga too", "KE CI"),
        ("Cote d’Ivoire; Côte d'Ivoire", "CI"),
        ("jordan, turkey and china with small letters", ""),
        ("Pháp, Đức, Nga, Bỉ, Áo, Úc, Lào, Ý, Anh, Mỹ", "FR DE RU BE AT AU LA IT GB US"),
        ("Nguyễn Đức Anh, Anh Tuấn, ông Đức và chị Nga", ""),
        ("Phía Nga đề nghị; Bạn Đức hỏi", "RU DE"),
        ("Thứ trưởng Nga Sergei Ryabkov, Đại sứ Pháp Nicolas Warnery", "RU FR"),
        ("Ý kiến: Pháp luật và Mỹ thuật; tiếng Anh, áo, nga, my", ""),
        ("Ấn Độ Dương, châu Mỹ, Bắc Mỹ; Ấn Độ", "IN"),
        ("Ba lần trao đổi với Ba Lan", "PL"),
        ("Ai cập nhật hồ sơ Ai Cập?", "EG"),
        ("PHÁP VÀ ĐỨC", "FR DE"),
        ("Burkina, Faso; Bosnia, Herzegovina", "BA"),
        ("", ""),
    ],
)
def test_notes_tell_which_countries_they_name(notes, keys):
    assert index().named_in(notes) == keys.split()
    assert index().named_in(unicodedata.normalize("NFD", notes)) == keys.split()


def test_the_work_on_long_notes_grows_no_faster_than_they_do():
    note = "Đại sứ Kenya nói sẽ ký; Papua New và Guinea-Bissau chờ Nghị viện. " * 100

    def seconds(text: str) -> float:
        took = []
        for _ in range(3):
            start = time.process_time()
            assert index().named_in(text) == ["KE", "GW"]
            took.append(time.process_time() - start)
        return min(took)

    seconds(note)
    assert seconds(note * 8) < 8 * seconds(note) * 3
