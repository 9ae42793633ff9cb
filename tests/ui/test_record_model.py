"""The table model over the store: any length, a page at a time."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from time import process_time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from hanoi_desk.records import Outreach
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.record_model import CELL, PAGE, Asked, Cell, Listed, RecordModel, Row

MANY = 5_000
FIRST = date(2000, 1, 1)


def log_many(store: Store, number: int) -> list[str]:
    """Keep that many contacts, three a day from 2000 on, and return their identifiers, newest first."""
    contacts = [Outreach(held_on=FIRST + timedelta(days=n // 3), summary=f"Talk {n}") for n in range(number)]
    with store.change(Action.LOG_OUTREACH, "many") as change:
        for contact in contacts:
            change.save(contact)
    return [contact.id for contact in reversed(contacts)]


def newest_first(store: Store) -> Asked:
    return Asked(store, Query(Outreach, order_by="held_on", descending=True))


class Rows:
    """Makes rows of the subject, and counts how often it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked = 0

    def __call__(self, ids: Sequence[str]) -> list[Row]:
        self.asked += len(ids)
        known = {o.id: o for o in self._store.many(Outreach, ids)}
        return [(Cell(known[one].summary, strong=True), Cell("at home")) if one in known else () for one in ids]


@pytest.fixture
def rows(store: Store) -> Rows:
    return Rows(store)


def texts(model: RecordModel, count: int) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(min(count, model.rowCount()))]


def test_the_model_keeps_the_rules_of_qt(store: Store, rows: Rows, qtmodeltester: ModelTester) -> None:
    log_many(store, 130)
    model = RecordModel(rows)
    qtmodeltester.check(model)
    model.show(("About", "Where"), newest_first(store))
    qtmodeltester.check(model)


def test_windows_give_every_record_once_and_in_order(store: Store) -> None:
    ids = log_many(store, 1_203)
    asked = newest_first(store)
    assert len(asked) == 1_203
    assert list(asked.window(0, 2_000)) == ids
    assert list(asked.window(470, 30)) == ids[470:500]
    assert list(asked.window(1_200, 30)) == ids[1_200:]
    assert list(asked.window(1_203, 30)) == []


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("order", ["held_on", "title"])
def test_a_record_is_found_at_its_row(store: Store, order: str, descending: bool) -> None:
    log_many(store, 40)
    query = Query(Outreach, order_by=order, descending=descending)
    asked = Asked(store, query)
    assert [asked.place(one) for one in store.ids(query)] == list(range(40))
    assert asked.place("no such record") is None


def test_a_list_at_hand_answers_alike() -> None:
    listed = Listed(["a", "b", "c"])
    assert (len(listed), list(listed.window(1, 5)), listed.place("c"), listed.place("d")) == (3, ["b", "c"], 2, None)


def test_a_list_without_one_order_is_refused(store: Store) -> None:
    with pytest.raises(TypeError):
        Asked(store, Query(Outreach, order_by=("kind", "held_on")))


def test_only_the_rows_that_are_looked_at_are_made(store: Store, rows: Rows) -> None:
    ids = log_many(store, 2_000)
    model = RecordModel(rows)
    model.show(("About", "Where"), newest_first(store))
    assert (model.rowCount(), rows.asked) == (2_000, 0)
    assert texts(model, 3) == ["Talk 1999", "Talk 1998", "Talk 1997"]
    assert rows.asked == PAGE
    last = model.index(1_999, 0)
    assert (last.data(), model.id_at(1_999), model.row_of(ids[-1])) == ("Talk 0", ids[-1], 1_999)
    assert rows.asked <= 2 * PAGE


def test_a_record_that_is_gone_leaves_an_empty_row(store: Store, rows: Rows) -> None:
    ids = log_many(store, 3)
    model = RecordModel(rows)
    model.show(("About", "Where"), Listed([ids[0], "gone"]))
    assert texts(model, 2) == ["Talk 2", ""]
    assert model.index(1, 1).data(CELL) == Cell()


def test_a_row_says_itself_whole_to_a_screen_reader(store: Store, rows: Rows) -> None:
    log_many(store, 1)
    model = RecordModel(rows)
    model.show(("About", "Where"), newest_first(store))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Talk 0, at home"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Where"
    assert (model.id_at(7), model.row_of(""), model.data(QModelIndex())) == ("", None, None)


def best_of(times: int, act: Callable[[], object]) -> float:
    def once() -> float:
        start = process_time()
        act()
        return process_time() - start

    return min(once() for _ in range(times))


def test_opening_a_long_list_does_not_read_it(store: Store, rows: Rows) -> None:
    log_many(store, MANY)
    model = RecordModel(rows)

    def open_and_look_at_the_last() -> None:
        model.show(("About", "Where"), newest_first(store))
        assert model.index(MANY - 1, 0).data() == "Talk 0"

    windowed = best_of(5, open_and_look_at_the_last)
    whole = best_of(3, lambda: store.all(Query(Outreach, order_by="held_on", descending=True)))
    assert windowed * 4 < whole
