"""Which persons may be one, found by their names and addresses; and what the two records make together."""

import time
from collections.abc import Collection

import pytest

from hanoi_desk.persons import Likeness, merged, names_of, possible_duplicates
from hanoi_desk.records import NameOrder, Person

GHANA, VIET_NAM = "gh", "vn"


def why(one: Person, other: Person, emails: tuple[Collection[str], Collection[str]] = ((), ())) -> Likeness | None:
    """Return why two persons may be one, None when nothing says so."""
    theirs = dict(zip((one.id, other.id), emails, strict=True))
    found = possible_duplicates([one, other], theirs)
    assert found == tuple(reversed(possible_duplicates([other, one], theirs)))
    return found[0].why if found else None


def person(name: str, country: str | None = VIET_NAM, **more: object) -> Person:
    return Person(name=name, participant=country, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Nguyễn Văn An", "Nguyen Van An", Likeness.SAME_NAME),
        ("Nguyễn Văn An", "VAN AN NGUYEN", Likeness.SAME_NAME),
        ("Nguye\u0302\u0303n Văn An", "Nguyễn Văn An", Likeness.SAME_NAME),
        ("Đặng Đức", "Dang Duc", Likeness.SAME_NAME),
        ("Mensah, Ama", "H.E. Ama Mensah", Likeness.SAME_NAME),
        ("Mensah, Ama", "Dr Ama Mensah", Likeness.SAME_NAME),
        ("Kim Min-su", "Minsu Kim", Likeness.SAME_NAME),
        ("O’Brien Mary", "Mary O'Brien", Likeness.SAME_NAME),
        ("Nguyễn An", "Nguyễn Văn An", Likeness.SHORTER_NAME),
        ("Maria Garcia", "Maria Garcia Lopez", Likeness.SHORTER_NAME),
        ("Van An", "Nguyễn Văn An", None),
        ("A. Mensah", "Ama Mensah", Likeness.INITIALS),
        ("J. R. Smith", "Smith John Robert", Likeness.INITIALS),
        ("K. Mensah", "Ama Mensah", None),
        ("Nguyễn Văn An", "Nguyễn Văn Bình", None),
        ("Ama", "Ama", Likeness.SAME_NAME),
    ],
)
def test_names_tell_who_may_be_one(one: str, other: str, likeness: Likeness | None) -> None:
    assert why(person(one), person(other)) is likeness


def test_the_first_two_words_of_a_name_with_the_family_first_are_not_the_person() -> None:
    assert why(person("Nguyễn Văn"), person("Nguyễn Văn An", name_order=NameOrder.FAMILY_FIRST)) is None


def test_a_name_in_another_script_or_an_old_one_counts() -> None:
    assert why(person("Kim Min-su", name_native="김민수"), person("김민수", None)) is Likeness.SAME_NAME
    assert why(person("Ama Mensah"), person("Ama Owusu", other_names=("Ama Mensah",))) is Likeness.SAME_NAME


def test_initials_and_single_names_count_only_within_one_country() -> None:
    assert why(person("A. Mensah", GHANA), person("Ama Mensah")) is None
    assert why(person("Ama", GHANA), person("Ama")) is None
    assert why(person("Ama Mensah", GHANA), person("Ama Mensah")) is Likeness.SAME_NAME


def test_the_same_address_is_the_surest_sign() -> None:
    found = why(person("Ama Mensah"), person("A. Owusu"), (["Ama@MoJ.example"], ["ama@moj.example "]))
    assert found is Likeness.SAME_EMAIL
    assert why(person("Ama Mensah"), person("A. Owusu"), (["none"], ["none"])) is None


def test_those_told_apart_are_not_found_again() -> None:
    first = person("Ama Mensah")
    assert why(first, person("Ama Mensah", distinct_from=(first.id,))) is None


def test_a_crowd_of_namesakes_gives_few_pairs_at_a_time() -> None:
    crowd = [person("Nguyễn Văn An") for _ in range(50)]
    assert len(possible_duplicates(crowd, {})) == 49


def test_a_merged_person_keeps_every_name_and_both_notes() -> None:
    kept = person("Ama Mensah", languages=("en",), notes="Met in Vienna", distinct_from=("x",))
    gone = person("A. Mensah", GHANA, name_native="Ámà", languages=("en", "fr"), notes="Likes tea", address="H.E.")
    whole = merged(kept, gone, ("name_native", "address"))
    assert (whole.id, whole.name, whole.name_native, whole.address) == (kept.id, "Ama Mensah", "Ámà", "H.E.")
    assert (whole.other_names, whole.languages, whole.distinct_from) == (("A. Mensah",), ("en", "fr"), ("x",))
    assert whole.notes == "Met in Vienna\n\nLikes tea"
    assert set(names_of(kept)) | set(names_of(gone)) <= set(names_of(whole))
    assert merged(kept, gone, ("participant",)).participant == GHANA


def test_five_thousand_persons_are_compared_at_once() -> None:
    crowd = [
        person(f"{'Nguyễn' if n % 2 else 'Trần'} Văn {chr(97 + n % 26)}{n % 89}a", f"c{n % 9}") for n in range(5000)
    ]
    start = time.perf_counter()
    assert possible_duplicates(crowd, {})
    assert time.perf_counter() - start < 3  # a tenth of it here; all with all would take minutes
