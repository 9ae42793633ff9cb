"""About: the version, the notice, and every licence that is shipped, read on the spot."""

from pytestqt.qtbot import QtBot

from hanoi_desk import __version__
from hanoi_desk.assets import asset
from hanoi_desk.ui.about import AboutDialog
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import TextLabel


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
