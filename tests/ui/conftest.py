"""A desk, a session and a dressed application for the tests of pages and forms."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from ready_desks import sample

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import Mission, MissionKind, Officer, fixed_id
from hanoi_desk.store import Store
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.widgets.heard import tell_screen_readers

#: The moment at which every test of the window stands: 22 November 2026, 09:41 in Vienna.
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))

OFFICER = Officer(id=fixed_id("test", "officer"), name="Nguyễn Thị An", title="Third Secretary")
MISSION = Mission(
    id=fixed_id("test", "mission"),
    kind=MissionKind.PERMANENT_MISSION,
    name_en="Permanent Mission in Vienna",
    name_vi="Phái đoàn Thường trực tại Viên",
    city_en="Vienna",
    city_vi="Viên",
)


@pytest.fixture(autouse=True)
def no_leftovers(qapp: QApplication) -> None:
    """Delete what earlier tests closed or left: no event loop runs that would, and all is dressed again each time."""
    left = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
    left += [child for child in qapp.children() if isinstance(child, Application | QTranslator)]
    for one in left:
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Dress the application once, in light colours whatever the machine prefers."""
    tell_screen_readers()
    return Theme(qapp, scheme=Scheme.LIGHT)


@pytest.fixture
def light(theme: Theme) -> Iterator[Theme]:
    """Give a test the theme to change, and set it back after."""
    yield theme
    theme.set_scheme(Scheme.LIGHT)
    theme.set_text_scale(1.0)


@pytest.fixture(scope="session")
def started_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a started desk once; each test gets a copy of it."""
    path = tmp_path_factory.mktemp("started") / "started.hdesk"
    with Store.create(path) as new:
        desk.start_desk(new, MISSION, OFFICER)
    return path


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a sample desk once; each test gets a copy of it."""
    return sample(tmp_path_factory.mktemp("sample") / "sample.hdesk")


@pytest.fixture
def store(started_desk: Path, tmp_path: Path) -> Iterator[Store]:
    """Open a desk with the shipped register, our mission and one officer, and no contact yet."""
    with Store.open(Path(shutil.copy(started_desk, tmp_path / "desk.hdesk")), patience_ms=100) as opened:
        yield opened


@pytest.fixture
def sample_store(sample_desk: Path, tmp_path: Path) -> Iterator[Store]:
    """Open the sample desk."""
    with Store.open(Path(shutil.copy(sample_desk, tmp_path / "sample.hdesk")), patience_ms=100) as opened:
        yield opened


@pytest.fixture
def session(theme: Theme, store: Store) -> Iterator[Session]:
    """Open a session over the started desk, in English, at the moment NOW."""
    opened = Session(store, Language.EN, lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def sample_session(theme: Theme, sample_store: Store) -> Iterator[Session]:
    """Open a session over the sample desk, in English, at the moment NOW."""
    opened = Session(sample_store, Language.EN, lambda: NOW)
    yield opened
    opened.close()
