"""About: the version, the notice, and every licence that is shipped, read on the spot."""

import pytest
from pytestqt.qtbot import QtBot

from hanoi_desk import __version__
from hanoi_desk.assets import asset
from hanoi_desk.ui import about
from hanoi_desk.ui.about import AboutDialog
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import TextLabel
from hanoi_desk.updates import fingerprint


def test_every_shipped_licence_can_be_read_in_about(qtbot: QtBot, session: Session) -> None:
    dialog = AboutDialog(session)
    qtbot.addWidget(dialog)
    dialog.open()
    assert f"Hanoi Desk {__version__}" in [label.text() for label in dialog.findChildren(TextLabel)]
    assert "PySide6" in dialog.licences.toPlainText()
    offered = {dialog.which.itemData(at) for at in range(dialog.which.count())}
    assert offered == {path.name for path in asset("licences").iterdir()}
    at = dialog.which.findData("Tinos-OFL.txt")
    dialog.which.setCurrentIndex(at)
    dialog.which.activated.emit(at)
    assert "SIL OPEN FONT LICENSE" in dialog.licences.toPlainText()


def test_about_says_with_which_key_updates_are_verified_or_that_there_is_none(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, said in (("", "no update can be verified"), ("00" * 32, fingerprint("00" * 32))):
        monkeypatch.setattr(about, "shipped_key", lambda key=key: key)
        dialog = AboutDialog(session)
        qtbot.addWidget(dialog)
        assert said in dialog.updates.text()
