"""At midnight in New York signature is over, whatever the clock says in Hà Nội or Vienna: told alike everywhere."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hanoi_desk import desk
from hanoi_desk.agenda import agenda
from hanoi_desk.board import Tile
from hanoi_desk.cli.arguments import read_arguments
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import Console
from hanoi_desk.cli.promises import commitments
from hanoi_desk.commitments import Outcome
from hanoi_desk.language import Language
from hanoi_desk.records import Commitment, Grade, Outreach, OutreachCountry, PromisedAct
from hanoi_desk.settings import Settings
from hanoi_desk.store import Store
from hanoi_desk.ui.listings import CommitmentListing, Wanted
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.theme import Theme

KENYA = desk.participant_id("KE")
HANOI, VIENNA, NEW_YORK = (ZoneInfo(name) for name in ("Asia/Ho_Chi_Minh", "Europe/Vienna", "America/New_York"))


@dataclass
class Clock:
    """A clock that a test may turn."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def promise(store: Store) -> Commitment:
    """Keep the promise of one that has not signed to sign."""
    outreach = Outreach(held_on=date(2026, 12, 1), summary="Talk in Nairobi")
    said = OutreachCountry(outreach=outreach.id, participant=KENYA)
    desk.log_outreach(store, [desk.OutreachEntry(outreach=outreach, countries=(said,))])
    return desk.record_commitment(
        store,
        Commitment(
            participant=KENYA,
            treaty=desk.treaty_id("uncac-cyber"),
            act=PromisedAct.SIGN,
            made_on=date(2026, 12, 1),
            grade=Grade.PROMISED,
            outreach=outreach.id,
        ),
    )


@pytest.fixture
def clock(theme: Theme) -> Clock:
    return Clock(datetime(2026, 12, 31, 12, 0, tzinfo=NEW_YORK))


@pytest.fixture
def session(theme: Theme, store: Store, clock: Clock) -> Iterator[Session]:
    opened = Session(store, Language.EN, clock)
    yield opened
    opened.close()


def told(path: Path, moment: datetime) -> list[dict[str, object]]:
    """Return what the command line tells at a moment on the laptop's own clock."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    console = Console(Language.EN, out, None)
    commitments(Call(read_arguments(["commitments", str(path), "--json"], console), console, Settings(), moment))
    found: list[dict[str, object]] = json.loads(out.buffer.getvalue())  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize(
    ("moment", "is_over"),
    [
        (datetime(2027, 1, 1, 11, 59, tzinfo=HANOI), False),
        (datetime(2027, 1, 1, 12, 0, tzinfo=HANOI), True),
        (datetime(2027, 1, 1, 0, 1, tzinfo=VIENNA), False),
        (datetime(2027, 1, 1, 5, 59, tzinfo=VIENNA), False),
        (datetime(2027, 1, 1, 6, 0, tzinfo=VIENNA), True),
        (datetime(2026, 12, 31, 23, 59, tzinfo=NEW_YORK), False),
        (datetime(2027, 1, 1, 0, 0, tzinfo=NEW_YORK), True),
    ],
)
def test_a_promise_to_sign_asks_to_be_converted_from_midnight_in_new_york(
    session: Session, clock: Clock, promise: Commitment, moment: datetime, is_over: bool
) -> None:
    clock.moment = moment
    session.new_day()
    board = session.board()
    assert board.places[KENYA].tile is (Tile.IN_CONTACT if is_over else Tile.PROMISED)
    assert board.days_left == (None if is_over else 0)
    due = agenda(session.store, board, session.today)
    assert [one.outcome for one in due.to_decide] == ([Outcome.TO_CONVERT] if is_over else [])
    listing = CommitmentListing(session)
    numbers = {counter.key: counter.number for counter in listing.counters()}
    assert (numbers["open"], numbers.get("to_convert", 0)) == ((0, 1) if is_over else (1, 0))
    assert len(listing.ids(Wanted(counter="to_convert"))) == int(is_over)
    session.store.close()
    (line,) = told(session.store.path, moment)
    assert (line["state"], line["needs_decision"]) == (("to_convert", True) if is_over else ("open", False))


def test_a_list_that_stays_open_over_midnight_counts_anew(session: Session, clock: Clock, promise: Commitment) -> None:
    listing = CommitmentListing(session)
    clock.moment = datetime(2027, 1, 1, 5, 59, tzinfo=VIENNA)
    assert {c.key: c.number for c in listing.counters()}["open"] == 1
    clock.moment = datetime(2027, 1, 1, 6, 0, tzinfo=VIENNA)
    assert {c.key: c.number for c in listing.counters()}["to_convert"] == 1
