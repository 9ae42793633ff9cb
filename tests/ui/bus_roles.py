"""Two programs for a test of the system's news: `bus_roles.py login` speaks as login1, `bus_roles.py desk PATH` hears.

Both speak on standard output, a word a line; the first does what it reads on standard input.
"""

import os
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

LOGIN = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/_37"


def say(*words):
    print(*words, flush=True)


def speak():
    """Play the part of login1 and of a screen saver."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

    app = QCoreApplication([])
    bus = QDBusConnection.systemBus()
    waited = []

    @ClassInfo({"D-Bus Interface": f"{LOGIN}.Manager"})
    class Manager(QObject):
        @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
        def Inhibit(self, what, _who, _why, mode):
            reading, writing = os.pipe()
            waited.append(reading)
            given = QDBusUnixFileDescriptor(writing)
            os.close(writing)
            say("inhibit", what, mode)
            return given

    @ClassInfo({"D-Bus Interface": f"{LOGIN}.Session"})
    class Session(QObject):
        Active = Property(bool, lambda _: False)
        LockedHint = Property(bool, lambda _: False)

    def emit(path, interface, name, *arguments):
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(arguments))
        bus.send(signal)

    class Ears(QObject):
        heard = Signal(str)

    def do(word):
        if word == "sleep":
            emit("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", True)
            reading = waited[-1]
            threading.Thread(target=lambda: say("released", os.read(reading, 1) == b""), daemon=True).start()
        elif word == "lock":
            emit(SESSION, f"{LOGIN}.Session", "Lock")
        elif word == "other":
            emit("/org/freedesktop/login1/session/_39", f"{LOGIN}.Session", "Lock")
        elif word == "leave":
            emit(
                SESSION,
                "org.freedesktop.DBus.Properties",
                "PropertiesChanged",
                f"{LOGIN}.Session",
                {"Active": False},
                [],
            )
        elif word == "saver":
            emit("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
        else:
            app.quit()

    manager, session, ears = Manager(), Session(), Ears()
    everything = QDBusConnection.RegisterOption.ExportAllContents
    bus.registerObject("/org/freedesktop/login1", manager, everything)
    bus.registerObject(SESSION, session, everything)
    bus.registerService(LOGIN)
    bus.registerService("org.freedesktop.ScreenSaver")
    ears.heard.connect(do)
    threading.Thread(target=lambda: [ears.heard.emit(line.strip()) for line in sys.stdin], daemon=True).start()
    say("ready")
    app.exec()


def hear(path, words):
    """Open a desk in the real program; each time it is locked, say so with what is on screen, and open it again."""
    from hanoi_desk.ui.app import Application

    app = QApplication([])
    now = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
    program = Application(app, path.parent / "config", lambda: now)

    def open_again():
        program.open_desk(path, words)
        QTimer.singleShot(100, lambda: say("open"))

    def locked():
        begun = time.process_time()
        program.lock()
        took = time.process_time() - begun
        shown = [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()]
        say("locked", took, *shown)
        QTimer.singleShot(0, open_again)

    program.watch.asked.disconnect(program.lock)
    program.watch.asked.connect(locked)
    QTimer.singleShot(0, open_again)
    QTimer.singleShot(60_000, app.quit)
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "login":
        speak()
    else:
        hear(Path(sys.argv[2]), sys.argv[3])
