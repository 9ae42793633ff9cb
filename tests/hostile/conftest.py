"""What the tests of the window have, for the hostile too, and a small desk that no reading may change."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from desk_file import meeting
from ui.conftest import light as light
from ui.conftest import no_leftovers as no_leftovers
from ui.conftest import sample_desk as sample_desk
from ui.conftest import sample_session as sample_session
from ui.conftest import sample_store as sample_store
from ui.conftest import session as session
from ui.conftest import started_desk as started_desk
from ui.conftest import store as store
from ui.conftest import theme as theme

from hanoi_desk.store import Store


@pytest.fixture(scope="session")
def small_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a desk with one meeting."""
    path = tmp_path_factory.mktemp("small") / "desk.hdesk"
    with Store.create(path) as store:
        meeting(store, "Hội đàm", "Sẽ phê chuẩn")
    return path


@pytest.fixture
def desk(small_desk: Path, tmp_path: Path):
    """Return a small desk that must be the same bytes after the test."""
    copy = Path(shutil.copy(small_desk, tmp_path / "desk.hdesk"))
    before = sha256(copy.read_bytes()).digest()
    with Store.open(copy) as store:
        yield store
    assert sha256(copy.read_bytes()).digest() == before
