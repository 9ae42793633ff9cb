"""What Linux tells by D-Bus: that the computer will sleep, that the session is locked, or that somebody else has it.

Before sleep the system waits for whoever asked it to: so the desk is locked before, and not after, when the screen
comes on again with everything still on it. All of it comes over sockets of this computer alone.
"""

import os
import re
from importlib import import_module
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"
_MANAGER = ("/org/freedesktop/login1", f"{_LOGIN}.Manager")
_SESSION = f"{_LOGIN}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
#: How long an answer of the system is waited for, in milliseconds.
_PATIENCE = 500


class SystemNews(QObject):
    """`left` is emitted when the desk is to be locked; what hears it has locked when the signal returns."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dbus: Any = None
        self._system: Any = None
        self._session_path = session_path(os.environ.get("XDG_SESSION_ID", ""))
        self._delay = -1  # the open file for which sleep waits

    def listen(self) -> None:
        """Hear the buses from now on, as far as there are any, and have sleep wait; may be called again."""
        if self._dbus is None:
            self._connect()
        self._wait_for_us()

    def stop(self) -> None:
        """Let sleep no longer wait: there is nothing to lock."""
        if self._delay >= 0:
            os.close(self._delay)
            self._delay = -1

    @Slot(bool)
    def hear(self, begins: bool) -> None:
        """Take the news that the screen was locked or opened, or that sleep begins or ends."""
        if begins:
            self.left.emit()
            self.stop()

    @Slot()
    def hear_lock(self) -> None:
        """Take the news that the session was locked."""
        self.left.emit()

    @Slot("QDBusMessage")
    def hear_change(self, _: object) -> None:
        """Take the news that something of the session changed: perhaps somebody else sits at the screen now."""
        if self._property("Active") is False or self._property("LockedHint") is True:
            self.left.emit()

    def _connect(self) -> None:
        try:
            self._dbus = import_module("PySide6.QtDBus")
        except ImportError:
            return
        self._system, session = self._dbus.QDBusConnection.systemBus(), self._dbus.QDBusConnection.sessionBus()
        if self._system.isConnected():
            path = self._session_path
            self._system.connect(_LOGIN, *_MANAGER, "PrepareForSleep", self, SLOT("hear(bool)"))
            self._system.connect(_LOGIN, path, _SESSION, "Lock", self, SLOT("hear_lock()"))
            if path:
                changed = SLOT("hear_change(QDBusMessage)")
                self._system.connect(_LOGIN, path, _PROPERTIES, "PropertiesChanged", self, changed)
        if session.isConnected():
            for service, path in _SAVERS:
                session.connect(service, path, service, "ActiveChanged", self, SLOT("hear(bool)"))

    def _wait_for_us(self) -> None:
        """Ask the system to wait with sleep until the desk is locked; where it does not know how, it does not wait."""
        if self._delay >= 0 or not self._is_there():
            return
        answer = self._call(*_MANAGER, "Inhibit", ["sleep", "Hanoi Desk", "Locks the desk", "delay"])
        if answer and hasattr(answer[0], "fileDescriptor") and answer[0].isValid():
            self._delay = os.dup(answer[0].fileDescriptor())  # the one in the answer goes with it

    def _is_there(self) -> bool:
        if self._system is None or not self._system.isConnected():
            return False
        known = self._system.interface().isServiceRegistered(_LOGIN)
        return bool(known.value())

    def _property(self, name: str) -> object:
        answer = self._call(self._session_path, _PROPERTIES, "Get", [_SESSION, name])
        value: Any = answer[0] if answer else None
        return value.variant() if hasattr(value, "variant") else value

    def _call(self, path: str, interface: str, method: str, arguments: list[object]) -> list[Any]:
        asked = self._dbus.QDBusMessage.createMethodCall(_LOGIN, path, interface, method)
        asked.setArguments(arguments)
        answer = self._system.call(asked, self._dbus.QDBus.CallMode.Block, _PATIENCE)
        replied: bool = answer.type() == self._dbus.QDBusMessage.MessageType.ReplyMessage
        return list(answer.arguments()) if replied else []


def session_path(session_id: str) -> str:
    """Return where D-Bus knows a session, by its name in the environment; nothing for one without a name.

    Letters and figures stay, but for a figure in front; every other byte becomes "_" and its two figures in base 16.
    """
    if not session_id:
        return ""
    escaped = "".join(
        letter if re.fullmatch("[A-Za-z]" if at == 0 else "[A-Za-z0-9]", letter) else f"_{ord(letter):02x}"
        for at, letter in enumerate(session_id)
    )
    return f"/org/freedesktop/login1/session/{escaped}"
