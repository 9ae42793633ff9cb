"""A record that stands otherwise in its table than in the log is found by the check, and no work makes one."""

from pathlib import Path

import pytest

from hanoi_desk import desk
from hanoi_desk.records import Outreach, Person
from hanoi_desk.store import Query, Store


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a sample desk on which contacts were deleted and brought back, and two persons erased for good."""
    path = tmp_path_factory.mktemp("desk") / "desk.hdesk"
    with Store.create(path) as store:
        desk.start_sample(store)
        contacts, people = store.all(Query(Outreach)), store.all(Query(Person))
        for contact in contacts[:2]:
            desk.delete_outreach(store, contact.id)
        store.undo()
        store.erase(people[0].id, "a delegate", in_texts=True)
        store.erase(people[1].id, "a delegate")
        store.undo()
        store.redo()
    return path.read_bytes()


@pytest.fixture
def store(worked: bytes, tmp_path: Path):
    (tmp_path / "desk.hdesk").write_bytes(worked)
    with Store.open(tmp_path / "desk.hdesk") as opened:
        yield opened


def test_a_desk_on_which_much_was_done_is_sound(store):
    assert store.check().sound


@pytest.mark.parametrize(
    "spoiling",
    [
        "update outreach set summary = summary || 'x' where id = ?",
        "update outreach set deleted = 1 where id = ?",
        "update change set val = replace(val, '2026', '2025') where rec = ?",
        "update outreach set held_on = '2026-13-45' where id = ?",
    ],
)
def test_a_value_that_only_one_of_its_two_places_has_is_found(store, spoiling):
    contact = store.all(Query(Outreach))[5]
    with store.bare() as connection:
        connection.execute(spoiling, (contact.id,))
    (line,) = store.check().structure
    assert line in (f"outreach {contact.id}", "damaged")
