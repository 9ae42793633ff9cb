"""Benchmarks are ratios inside one run: what the program does beside the bare work it rests on, on the same machine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.big_desk import make_desk
from cheap_keys import as_shipped

_TABLE: list[tuple[str, str, str, str]] = []


@pytest.fixture
def note() -> Callable[[str, str, str, str], None]:
    """Add a line to the table that is printed at the end: what, with, figure, what is to be reached."""
    return lambda what, beside, figure, reach: _TABLE.append((what, beside, figure, reach))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of figures."""
    terminalreporter.section("benchmarks")
    for what, beside, figure, reach in _TABLE:
        terminalreporter.write_line(f"{what} | {beside} | {figure} | {reach}")


@pytest.fixture(scope="session")
def desk_10k(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a desk with 10,000 talks, 10,000 promises, 5,000 persons and 5,000 tasks."""
    return make_desk(tmp_path_factory.mktemp("10k") / "desk.hdesk", 10_000, campaign=True)


@pytest.fixture(scope="session")
def desk_100k(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a desk with 100,000 talks, 10,000 promises, 5,000 persons and 5,000 tasks."""
    return make_desk(tmp_path_factory.mktemp("100k") / "desk.hdesk", 100_000, campaign=True)


@pytest.fixture(scope="session")
def desk_1k(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a desk with 1,000 talks."""
    return make_desk(tmp_path_factory.mktemp("1k") / "desk.hdesk", 1_000)


@pytest.fixture(autouse=True)
def shipped_keys() -> Iterator[None]:
    """Let a passphrase cost what it costs in the program, and not next to nothing as in the tests."""
    with as_shipped():
        yield
