"""What a screen reader is told where Qt would say less, to which every button that stays down is a check box.

A widget that is heard otherwise names its interface in the attribute `heard` of its class.
"""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_Make = Callable[[QWidget], QAccessibleWidget]


@cache
def tell_screen_readers() -> None:
    """Have Qt ask here first, once and for all: what it is given cannot be taken back."""
    QAccessible.installFactory(_heard)


def _heard(_: str, widget: QObject) -> QAccessibleInterface | None:
    make: _Make | None = getattr(type(widget), "heard", None)
    return make(widget) if make is not None and isinstance(widget, QWidget) else None


class _HeardButton(QAccessibleWidget):
    """A button with its words, which can be pressed."""

    ROLE = QAccessible.Role.Button

    def button(self) -> QAbstractButton:
        button = self.widget()
        assert isinstance(button, QAbstractButton)
        return button

    def role(self) -> QAccessible.Role:
        return self.ROLE

    def text(self, kind: QAccessible.Text) -> str:
        told = str(super().text(kind))
        if kind is QAccessible.Text.Name and not told:
            return self.button().text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return told

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self.button().click()
        else:
            super().doAction(name)


class HeardToggle(_HeardButton):
    """A button that stays down while what it says holds."""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable, state.checked = 1, int(self.button().isChecked())
        return state


class HeardFold(_HeardButton):
    """A button that opens and closes what stands below it."""

    def state(self) -> QAccessible.State:
        state, is_open = super().state(), self.button().isChecked()
        state.expandable, state.expanded, state.collapsed = 1, int(is_open), int(not is_open)
        return state


class HeardTab(_HeardButton):
    """A place to go among others, of which one is shown."""

    ROLE = QAccessible.Role.PageTab

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable, state.selected = 1, int(self.button().isChecked())
        return state


class HeardTabs(QAccessibleWidget):
    """What holds such places."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.PageTabList


class HeardPicture(QAccessibleWidget):
    """What is drawn, and says in its name and description what it shows."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic


class HeardGround(QAccessibleWidget):
    """A widget that another may lie over: while one does, nothing else in it is heard."""

    def _cover(self) -> QAccessibleInterface | None:
        ground = self.widget()
        cover = ground.cover if isinstance(ground, Ground) else None
        return None if cover is None else QAccessible.queryAccessibleInterface(cover)

    def childCount(self) -> int:
        return int(super().childCount()) if self._cover() is None else 1

    def child(self, index: int) -> QAccessibleInterface:
        return self._cover() or super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        cover = self._cover()
        if cover is None:
            return int(super().indexOfChild(child))
        return 0 if child.object() is cover.object() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return self._cover() or super().childAt(x, y)


class Ground(QWidget):
    """Holds what a form may lie over; what is covered stays as it is, and is not heard meanwhile."""

    heard = HeardGround

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cover: QWidget | None = None

    def lay_over(self, cover: QWidget | None) -> None:
        """Let only this child be heard, or all of them again."""
        self.cover = cover
        if not QAccessible.isActive():
            return
        change = QAccessible.Event.ObjectShow if cover is None else QAccessible.Event.ObjectHide
        for child in self.children():
            if isinstance(child, QWidget) and child is not cover and child.isVisible():
                QAccessible.updateAccessibility(QAccessibleEvent(child, change))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectReorder))
