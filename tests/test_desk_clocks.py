"""A clock that went back since the desk was last in use is told of: every deadline is counted from it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hanoi_desk.desk.clocks import OPENED_ON, clock_went_back
from hanoi_desk.store import Store

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "desk.hdesk") as opened:
        yield opened


def test_a_clock_that_goes_on_is_not_told_of(store):
    assert clock_went_back(store, NOW) is None
    assert clock_went_back(store, NOW + timedelta(days=30)) is None


def test_one_that_went_back_by_days_is_told_of_once(store):
    clock_went_back(store, NOW)
    assert clock_went_back(store, NOW - timedelta(days=3)) == date(2026, 11, 22)
    assert clock_went_back(store, NOW - timedelta(days=3)) is None


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Ho_Chi_Minh"])
def test_a_journey_over_the_date_line_is_none(store, zone):
    clock_went_back(store, NOW)
    assert clock_went_back(store, NOW.astimezone(ZoneInfo(zone))) is None
    local = NOW.astimezone(ZoneInfo(zone)).replace(tzinfo=NOW.tzinfo)  # the zone was not set, only the hands
    assert clock_went_back(store, local) is None


def test_a_battery_that_died_is_told_of_at_every_start(store):
    for _ in range(2):
        assert clock_went_back(store, NOW.replace(year=1980)) == OPENED_ON


def test_what_makes_no_sense_counts_for_nothing(store):
    for text in ("", "yesterday", "2026-11-22"):
        store.set_local("last_used", text)
        assert clock_went_back(store, NOW) is None
