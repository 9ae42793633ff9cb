"""Files dragged from the system onto a part of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def take_drops(widget: QWidget, take: Callable[[list[Path]], None]) -> None:
    """Let files be dropped on a widget; `take` gets their paths. Nothing else that is dragged is taken."""
    widget.setAcceptDrops(True)
    widget.installEventFilter(_Drops(widget, take))


class _Drops(QObject):
    def __init__(self, widget: QWidget, take: Callable[[list[Path]], None]) -> None:
        super().__init__(widget)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        paths = _paths(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # a file is never moved away from where it lies
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(paths)
        return True


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
