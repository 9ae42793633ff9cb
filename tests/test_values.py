"""What the small values of the program do alike."""

from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from hanoi_desk.values import Value, frozen


@frozen
class Place(Value):
    name: str
    people: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)


def test_its_fields_are_given_in_order_or_by_name_and_the_others_are_as_written():
    place = Place("Vienna", people=("An",))
    assert (place.name, place.people, place.notes) == ("Vienna", ("An",), [])
    assert place.notes is not Place("Vienna").notes
    assert [one.name for one in fields(Place)] == ["name", "people", "notes"]
    assert replace(place, name="Geneva") == Place("Geneva", ("An",))


@pytest.mark.parametrize(
    ("given", "named", "told"),
    [
        ((), {}, "Place needs name"),
        (("Vienna",), {"country": "AT"}, "Place has no country"),
        (("Vienna",), {"name": "Geneva"}, "Place has no name, or was given it twice"),
        (("Vienna", (), [], 4), {}, "Place takes 3 values in order, and was given 4"),
    ],
)
def test_what_it_cannot_hold_is_told(given, named, told):
    with pytest.raises(TypeError, match=told):
        Place(*given, **named)


def test_it_never_changes_and_is_equal_by_its_kind_and_fields():
    place = Place("Vienna")
    with pytest.raises(FrozenInstanceError):
        place.name = "Geneva"
    with pytest.raises(FrozenInstanceError):
        del place.name
    with pytest.raises((AttributeError, FrozenInstanceError)):
        place.other = 1

    @frozen
    class Other(Value):
        name: str

    assert place == Place("Vienna")
    assert place != Place("Geneva")
    assert Other("Vienna") != place
    assert len({Other("Vienna"), Other("Vienna"), Other("Geneva")}) == 2
    assert repr(Place("Vienna")) == "Place(name='Vienna', people=(), notes=[])"
