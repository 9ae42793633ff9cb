"""A started desk for each test of what comes of a workbook."""

import pytest
from ready_desks import started

from hanoi_desk.store import Store


@pytest.fixture
def store(tmp_path):
    """Open a desk with the shipped register and nothing else."""
    with Store.open(started(tmp_path / "desk.hdesk")) as opened:
        yield opened
