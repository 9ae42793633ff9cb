"""Once a status file is taken in whole, the desk's figures are those of its header; undo takes all back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from ready_desks import started
from untc.export import document, table
from untc.test_round_trip import written

from hanoi_desk.board import NoTreaty, board
from hanoi_desk.desk import status
from hanoi_desk.desk.status import LineKind
from hanoi_desk.store import Store
from hanoi_desk.untc import read_status

AFTER = date(2031, 1, 1)  # later than any date of a generated file
NOON = datetime(2031, 1, 1, 17, tzinfo=UTC)
NAME = "Participant"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with Store.open(started(tmp_path_factory.mktemp("desk") / "desk.hdesk")) as opened:
        yield opened


def take_in(store: Store, data: bytes, as_of: date = AFTER):
    comparison = status.compare_status(store, read_status(data), as_of)
    status.import_status(store, comparison, comparison.takeable, data, "s.xml", as_of)
    return comparison


def figures(store: Store, number: str) -> tuple[int, int] | None:
    try:
        ledger = board(store, NOON, number).ledger
    except NoTreaty:
        return None
    return ledger.signatories.total, ledger.counted.total


@pytest.mark.parametrize("number", ["16", "12", "99"])
@settings(max_examples=12, phases=[Phase.generate], deadline=None)
@given(data=st.data())
def test_the_figures_after_an_import_are_those_of_the_header_and_undo_takes_them_back(store, number, data):
    file = data.draw(written(number))
    read = read_status(file.data)
    before = figures(store, f"XVIII-{number}")
    if not read.has_participants:
        return
    take_in(store, file.data)
    try:
        signatories, parties = figures(store, f"XVIII-{number}")
        assert parties == file.parties
        if file.has_signature_column:
            assert signatories == file.signatories
        again = status.compare_status(store, read, AFTER)
        assert {line.kind for line in again.lines} <= {LineKind.SAME}
    finally:
        store.undo()
    assert figures(store, f"XVIII-{number}") == before


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        # A definitive signature stands among the signatures and binds.
        (["Signature, Definitive signature(s)", "Ratification"], ["1 Jan 1990 s", ""], (1, 1)),
        # Under the heading of the instruments it is no signature.
        (["Signature", "Definitive signature(s), Acceptance(A)"], ["", "1 Jan 1990 s"], (0, 1)),
        (["Signature, Succession to signature(d)", "Succession(d)"], ["1 Jan 1990 d", ""], (1, 0)),
        (["Signature, Confirmation(C)", "Ratification"], ["1 Jan 1990 C", ""], (1, 0)),
        (["Provisional application(n)", "Ratification"], ["1 Jan 1990 n", ""], (0, 0)),
        (["Consent to be bound(P)"], ["1 Jan 1990 P"], (0, 1)),
        # A heading that nobody knows is that of the instruments where there is no other.
        (["Notification of undertaking"], ["1 Jan 1990"], (0, 1)),
        # A date without a letter where every act has one binds, though not told by which act.
        (["Acceptance(A), Accession(a)"], ["1 Jan 1990"], (0, 1)),
        (["Ratification, Confirmation(C)"], ["1 Jan 1990 C"], (0, 1)),
    ],
)
def test_each_act_counts_as_the_depositary_counts_it(store, headings, cells, expected):
    file = document(table([NAME, *headings], [["Kenya", *cells]]), number="98")
    take_in(store, file.encode("iso-8859-1"))
    try:
        assert figures(store, "XVIII-98") == expected
    finally:
        store.undo()
