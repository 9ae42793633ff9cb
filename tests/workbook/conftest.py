"""A started desk for each test of what comes of a workbook."""

import shutil

import pytest

from hanoi_desk.desk import start_desk
from hanoi_desk.store import Store


@pytest.fixture(scope="session")
def new_desk(tmp_path_factory):
    """Make a new desk once."""
    path = tmp_path_factory.mktemp("desk") / "new.hdesk"
    with Store.create(path) as store:
        start_desk(store)
    return path


@pytest.fixture
def store(new_desk, tmp_path):
    """Open a desk with the shipped register and nothing else."""
    with Store.open(shutil.copy(new_desk, tmp_path / "desk.hdesk")) as opened:
        yield opened
