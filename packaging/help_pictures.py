"""Take the pictures of the help anew: the real window over the sample desk, in both languages, at one fixed moment.

.venv/bin/python packaging/help_pictures.py [NAME…]

Run it after the window or its words have changed; it takes less than a minute. With names, such as `log`, only those
pictures are taken. They are written to `resources/help/pictures/` in at most 256 colours.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import Commitment, FollowUp, Meeting, Officer, Outreach, TreatyAction
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.workbook.choosing import open_workbook

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "help" / "pictures"
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
#: Of the window, and the most that a dialog may have, in pixels.
WIDE, TALL = 1240, 800
LANGUAGES = ("en", "vi")
_PATIENCE = 8.0  # seconds

_STATUS_FILE = ROOT / "tests" / "untc" / "XVIII-16.en.xml"
_CONVENTION = "uncac-cyber"
#: The stored file was cut off before Morocco: the row that is missing there is put back as the record has it.
_MAURITIUS = b"<Row><Entry>Mauritius</Entry><Entry>19 Nov 2025</Entry><Entry /></Row>"
_FIGURE = (b"<Signatories>72<", b"<Signatories>73<")
_NEXT = re.compile(rb"<Row>\s*<Entry>Morocco")
#: Whose signature the record lacks before the file is read.
_BEHIND = ("BR", "GH", "LK")
_NOTES = {
    "en": "All three support early entry into force; Ghana is the furthest.",
    "vi": "Cả ba nước ủng hộ Công ước sớm có hiệu lực; Ghana đi xa nhất.",
}
#: The name of a workbook, its headings, and its rows.
_WORKBOOK = {
    "en": (
        "Our contacts",
        "Date;Country;Kind;What was said;Met",
        "03/11/2026;Kenya;Bilateral meeting;Will sign before the end of the year.;Sample Person Achieng",
        "05/11/2026;Ghana;Working session;The bill goes to Parliament in February.;Sample Person Mensah",
    ),
    "vi": (
        "Sổ tiếp xúc",
        "Ngày;Nước;Hình thức;Nội dung;Người gặp",
        "03/11/2026;Kenya;Gặp song phương;Sẽ ký trước cuối năm.;Sample Person Achieng",
        "05/11/2026;Ghana;Làm việc;Dự luật trình Quốc hội vào tháng 02.;Sample Person Mensah",
    ),
}


class Camera:
    """Brings the window to each place and takes the picture; every picture begins at a quiet overview."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self.window = window
        self.store = window.session.store

    def settle(self, until: Callable[[], object] = lambda: True, least: float = 0.25) -> None:
        """Let the window do what it has begun, at least so many seconds, and until it is ready."""
        began = time.monotonic()
        while time.monotonic() - began < least or (not until() and time.monotonic() - began < _PATIENCE):
            self._app.processEvents()
            time.sleep(0.01)

    def page(self, key: str, record: str = "") -> QWidget:
        """Show a page, and on it a record."""
        self.window.go(Goal(key, record))
        self.settle()
        self.window.strip.close_message()
        self.settle(least=0.1)
        return self.window

    def overview(self) -> QWidget:
        """The overview as one finds it in the morning."""
        return self.page("overview")

    def country(self) -> QWidget:
        """A country that has promised to sign."""
        return self.page("countries", desk.participant_id("KE"))

    def log(self) -> QWidget:
        """A talk with three countries, a commitment being added."""
        self.page("overview")
        self.window.log_outreach()
        self.settle()
        self.type("gha ken sen")
        self.press(Qt.Key.Key_Tab)
        notes = self._app.focusWidget()
        if isinstance(notes, QPlainTextEdit):
            notes.insertPlainText(_NOTES[self.window.session.language.value])
        self.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
        self.settle()
        return self.window

    def commitments(self) -> QWidget:
        """Promises, with the answers to one whose act is done."""
        chosen = next(
            one.id for one in self.store.all(Query(Commitment)) if one.participant == desk.participant_id("CL")
        )
        return self.page("commitments", chosen)

    def my_day(self) -> QWidget:
        """What is due, and why."""
        return self.page("my_day")

    def coverage(self) -> QWidget:
        """Who looks after whom: the States of our own mission."""
        self.window.go(Goal("coverage", facet=("counter", "ours")))
        self.settle()
        return self.window

    def programme(self) -> QWidget:
        """The meetings of an event."""
        return self.page("programme", next(iter(self.store.all(Query(Meeting)))).event or "")

    def status_file(self) -> QWidget:
        """A newer status file beside the record, before anything is taken."""
        self.page("treaty")
        with self.store.change(Action.EDIT_RECORD) as change:  # as if the record were some days behind the file
            for key in _BEHIND:
                where = (("participant", "=", desk.participant_id(key)), ("treaty", "=", desk.treaty_id(_CONVENTION)))
                for act in self.store.all(Query(TreatyAction, where)):
                    change.delete(act)
        file = self._folder / "XVIII-16.xml"
        file.write_bytes(
            _NEXT.sub(lambda found: _MAURITIUS + found.group(), _STATUS_FILE.read_bytes(), 1).replace(*_FIGURE, 1)
        )
        self.window.page.read_file(file)  # type: ignore[attr-defined]
        self.settle(lambda: self._dialog() is not None)
        return self._fitted()

    def brief(self) -> QWidget:
        """The brief of a country."""
        self.page("countries", desk.participant_id("KE"))
        self.window.print_brief()
        dialog = self._dialog()
        self.settle(lambda: dialog is not None and getattr(dialog, "pdf", b""), 0.6)
        return self._fitted()

    def packs(self) -> QWidget:
        """The brief for a meeting of an event, as it is put together."""
        self.page("packs", next(iter(self.store.all(Query(Meeting)))).id)
        making = self.window.page.making  # type: ignore[attr-defined]
        self.settle(lambda: not making.is_busy, 1.5)
        self.settle(least=0.6)
        return self.window

    def safekeeping(self) -> QWidget:
        """The copies of the desk, who opens it, and when it locks."""
        return self.page("safekeeping")

    def workbook(self) -> QWidget:
        """What the columns of a workbook hold."""
        self.page("overview")
        head, *rows = _WORKBOOK[self.window.session.language.value]
        path = self._folder / f"{head}.csv"
        path.write_text("\r\n".join(rows) + "\r\n", encoding="utf-8")
        dialog = open_workbook(self.window.session, path, self.window)
        assert dialog is not None
        self.settle(lambda: dialog.steps.currentWidget() is not dialog.waiting)
        dialog.next_button.click()
        self.settle(lambda: dialog.steps.currentWidget() is dialog.columns_step)
        return self._fitted()

    def returns(self) -> QWidget:
        """The return of the year."""
        return self.page("return")

    def trash(self) -> QWidget:
        """What was deleted this morning."""
        for task in self.store.all(Query(FollowUp, (("state", "=", "open"),)))[:2]:
            desk.remove(self.store, task)
        desk.delete_outreach(self.store, self.store.all(Query(Outreach))[-1].id)
        shown = self.page("trash")
        self.press(Qt.Key.Key_Down)
        return shown

    def officers(self) -> QWidget:
        """An officer with what is still open."""
        return self.page("officers", next(iter(self.store.all(Query(Officer)))).id)

    # ---- hands ----

    def type(self, text: str) -> None:
        """Type letters into what has the focus."""
        QTest.keyClicks(self._app.focusWidget() or self.window, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in what has the focus."""
        QTest.keyClick(self._app.focusWidget() or self.window, key, modifier)
        self.settle(least=0.1)

    def _dialog(self) -> QDialog | None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        return shown[-1] if shown else None

    def _fitted(self) -> QWidget:
        dialog = self._dialog()
        assert dialog is not None
        dialog.resize(min(dialog.width(), WIDE), min(dialog.height(), TALL))
        self.settle(least=0.6)
        return dialog

    def clear(self) -> None:
        """Close what was opened for a picture."""
        while (dialog := self._dialog()) is not None:
            dialog.reject()
            self.settle(least=0.05)
        self.window.close_form()


#: The name of each picture, and what the camera is asked for.
PICTURES: dict[str, Callable[[Camera], QWidget]] = {
    "overview": Camera.overview,
    "country": Camera.country,
    "log": Camera.log,
    "commitments": Camera.commitments,
    "my-day": Camera.my_day,
    "coverage": Camera.coverage,
    "programme": Camera.programme,
    "brief": Camera.brief,
    "packs": Camera.packs,
    "safekeeping": Camera.safekeeping,
    "workbook": Camera.workbook,
    "return": Camera.returns,
    "officers": Camera.officers,
    "trash": Camera.trash,
    "status-file": Camera.status_file,  # the last: the record is changed for it
}


def main(wanted: list[str]) -> int:
    """Take the pictures that are wanted, or all, and say how much they take up."""
    if unknown := set(wanted) - set(PICTURES):
        print(f"no such picture: {', '.join(sorted(unknown))}; there are {', '.join(PICTURES)}")
        return 2
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}  # read when the application is made
    app = QApplication(sys.argv[:1])
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            take(app, language, [name for name in PICTURES if not wanted or name in wanted], Path(folder))
    size = sum(path.stat().st_size for path in FOLDER.rglob("*.png"))
    print(f"{size / 1e6:.1f} MB in {FOLDER.relative_to(ROOT)}")
    return 0


def take(app: QApplication, language: str, names: list[str], folder: Path) -> None:
    """Take these pictures in one language, with a new sample desk in a folder of its own."""
    path = folder / "Sample.hdesk"
    with Store.create(path, clock=_milliseconds) as store:
        desk.start_sample(store)
    translator = QTranslator(app)
    translator.load(str(ROOT / "resources" / "translations" / f"hanoi_desk_{language}.qm"))
    app.installTranslator(translator)
    theme = Theme(app, scheme=Scheme.LIGHT)
    session = Session(Store.open(path, clock=_milliseconds), Language(language), lambda: NOW)
    window = MainWindow(session)
    camera = Camera(app, window, folder)
    window.resize(WIDE, TALL)
    window.show()
    camera.settle(least=1.0)
    target = FOLDER / language
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        shown = PICTURES[name](camera)
        save(shown, target / f"{name}.png")
        camera.clear()
    window.close()
    session.store.close()
    window.deleteLater()
    theme.deleteLater()
    app.removeTranslator(translator)
    camera.settle()


def _milliseconds() -> int:
    return int(NOW.timestamp() * 1000)


def save(shown: QWidget, path: Path) -> None:
    """Keep what a widget shows as a small PNG, without a date or anything else that changes from day to day."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shown.grab().save(buffer, "PNG")
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    few = picture.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
