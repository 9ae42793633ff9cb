"""A day of work on an encrypted desk in a process of its own: `scenario.py ROOT`, all of the user's folders under ROOT.

What is secret is one of fifty marked texts. The process notes in ROOT/events.json every socket it made or asked for.
Only what it writes into ROOT/chosen was chosen by the user to leave the desk.
"""

import json
import os
import sys
import traceback
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

events: list[list[str]] = []


def note(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        events.append([event, *(str(one) for one in arguments[1:])])


sys.addaudithook(note)

from cheap_keys import cheapen  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

from hanoi_desk import desk  # noqa: E402
from hanoi_desk.cli import main as command  # noqa: E402
from hanoi_desk.records import (  # noqa: E402
    Audience,
    Commitment,
    DocumentLanguage,
    Event,
    FollowUp,
    Message,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Pack,
    PackPart,
    PackText,
    Person,
    Product,
    PromisedAct,
    Side,
)
from hanoi_desk.store import Action, Query, Store  # noqa: E402
from hanoi_desk.ui import log_file  # noqa: E402
from hanoi_desk.ui.actions import PAGES  # noqa: E402
from hanoi_desk.ui.app import Application  # noqa: E402
from hanoi_desk.ui.attachments import Opening  # noqa: E402
from hanoi_desk.ui.main_window import MainWindow  # noqa: E402
from hanoi_desk.ui.packs.page import PacksPage  # noqa: E402
from hanoi_desk.ui.session import Goal  # noqa: E402

MANY = 50
WORDS = "chín nhịp cầu Đuống đỏ nặng phù sa"
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))


def secret(number: int) -> str:
    """Return one of the marked texts: Vietnamese words, and letters that stand nowhere else."""
    return f"Đặng Thị Hường zqx{number:02}wkj sẽ ký"


def internet_sockets() -> set[str]:
    """Return the sockets of this process that are not of the machine itself, by what the kernel says."""
    own = set()
    for one in Path("/proc/self/fd").iterdir():
        try:
            own.add(str(one.readlink()))
        except OSError:
            continue
    found = set()
    for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        table = Path("/proc/self/net", name)
        for line in table.read_text().splitlines()[1:] if table.exists() else ():
            if f"socket:[{line.split()[9]}]" in own:
                found.add(f"{name} {line.split()[2]}")
    return found


def with_passphrase(*arguments: object) -> None:
    """Call the command line as a script would, its passphrase on an open file."""
    reading, writing = os.pipe()
    os.write(writing, f"{WORDS}\n".encode())
    os.close(writing)
    code = command([*(str(one) for one in arguments), "--passphrase-fd", str(reading)])
    os.close(reading)
    assert code == 0, arguments


def entry(country: str, first: int) -> desk.OutreachEntry:
    """Return a contact that bears ten of the marked texts."""
    talk = Outreach(
        held_on=NOW.date(), summary=secret(first), notes=secret(first + 1), place=secret(first + 2),
        purpose=secret(first + 3),
    )  # fmt: skip
    promise = Commitment(
        participant=country, outreach=talk.id, treaty=desk.treaty_id("uncac-cyber"), act=PromisedAct.SIGN,
        made_on=NOW.date(), words=secret(first + 4), by_words=secret(first + 5),
    )  # fmt: skip
    person = Person(name=secret(first + 6), notes=secret(first + 7))
    return desk.OutreachEntry(
        outreach=talk,
        countries=(OutreachCountry(outreach=talk.id, participant=country, said=secret(first + 8)),),
        people=(OutreachPerson(outreach=talk.id, side=Side.THEIRS, person=person.id, name=person.name),),
        commitments=(promise,),
        follow_ups=(FollowUp(outreach=talk.id, what=secret(first + 9)),),
        new=(person,),
    )


def annex() -> bytes:
    """Return a page that bears one of the marked texts, without its accents."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.drawString(60, 700, "zqx25wkj")
    canvas.save()
    return file.getvalue()


def put_together(window: MainWindow, root: Path, kenya: str) -> None:
    """Put a pack together from the message bank with an annex, keep an edition, and hand out what may be handed out."""
    store = window.session.store
    event = Event(name=secret(26), starts_on=NOW.date(), attended=(kenya,))
    point = Message(code="own", audiences=(Audience.ALL,), point_en=secret(27), point_vi=secret(27))
    with store.change(Action.ADD_RECORD) as change:
        change.save(event)
        change.save(point)
    pack = Pack(name=secret(28), product=Product.EVENT, event=event.id, language=DocumentLanguage.EN)
    desk.save_pack(store, pack, [PackText(pack=pack.id, part=PackPart.POINT, text_en=secret(29))])
    desk.attach_files(store, pack, [(f"{secret(25)}.pdf", annex())], NOW.date())
    page = pages_of(window, pack.id)
    page.freeze()
    until(lambda: bool(desk.editions(store, pack)) and not page.making.is_busy)
    page.findChild(QPushButton, "open_edition_1").click()
    Opening.show_url = staticmethod(lambda url: True)  # type: ignore[method-assign]
    for file in desk.attachments(store, pack):
        Opening(window.session, window).open(file)
    meeting = Pack(name=secret(28), product=Product.BILATERAL, participants=(kenya,), language=DocumentLanguage.EN)
    desk.save_pack(store, meeting, [PackText(pack=meeting.id, part=PackPart.OBJECTIVE, text_en=secret(29))])
    page = pages_of(window, meeting.id)
    page.save_to(root / "chosen" / "meeting.pdf")
    for ask, name in ((page.choose_file, "again.pdf"), (page.choose_word_file, "meeting.docx")):
        ask()
        until(lambda: bool(window.findChildren(QFileDialog)))
        dialog = window.findChildren(QFileDialog)[-1]
        dialog.setDirectory(str(root / "chosen"))
        dialog.selectFile(name)
        dialog.accept()
        until((root / "chosen" / name).exists)
        until(lambda: not window.findChildren(QFileDialog))
    window.go(Goal("people"))
    window.page.export()  # type: ignore[attr-defined]
    until(lambda: bool(window.findChildren(QFileDialog)))
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.selectFile(str(root / "chosen" / "people.xlsx"))
    dialog.accept()
    until((root / "chosen" / "people.xlsx").exists)


def pages_of(window: MainWindow, pack_id: str) -> PacksPage:
    """Open a saved pack and wait until its pages are made."""
    window.go(Goal("packs", pack_id))
    page = window.page
    assert isinstance(page, PacksPage)
    until(lambda: page.made is not None and not page.making.is_busy)
    return page


def until(is_so: Callable[[], bool]) -> None:
    """Let the window live until something is so, at most twenty seconds."""
    for _ in range(1000):
        if is_so():
            return
        QTest.qWait(20)
    raise AssertionError("it never came about")


def work(program: Application, app: QApplication, root: Path, path: Path) -> None:
    """Do what an officer does in a day."""

    def settle(milliseconds: int = 60) -> None:
        QTest.qWait(milliseconds)
        sockets.update(internet_sockets())

    sockets: set[str] = set()
    kenya = desk.participant_id("KE")
    assert program.open_desk(path, WORDS)
    window = program.window
    assert window
    store = window.session.store
    settle()
    for first in (0, 10):
        window.log_outreach()
        form = window._veil._form
        form.show_entry(entry(kenya, first))
        settle()
        assert form.save()
    task = store.all(Query(FollowUp))[0]
    desk.attach_files(store, task, [(f"{secret(20)}.txt", (secret(21) * 50).encode())], NOW.date())
    for page in PAGES:
        window.go(Goal(page.key))
        settle(20)
    put_together(window, root, kenya)
    window.go(Goal("countries", kenya))
    window.search()
    window.search_box.setText(secret(22))
    settle(300)
    window.search_box.setText(secret(0))
    settle(300)
    window.search_box.clear()
    for number in range(30, 50):
        try:
            raise ValueError(f"paragraph text '<para>{secret(number)}</para>' caused exception")
        except ValueError:
            program.report_bug(*sys.exc_info())  # type: ignore[arg-type]
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.done(0)
    window.log_outreach()
    form = window._veil._form
    form.sheet.notes.setPlainText(secret(23))
    form.sheet.countries.line.setText(secret(24))
    form.sheet.notes.textChanged.emit()
    settle(1300)
    window.close_form()
    made = store.back_up(root / "home", NOW.replace(tzinfo=None))
    assert made.path.exists()
    program.lock()
    settle(200)
    (root / "sockets.json").write_text(json.dumps(sorted(sockets)))


def main(root: Path) -> None:
    path = root / "home" / "desk.hdesk"
    cheapen()
    with_passphrase("new", path, "--officer", "An", "--mission", "Embassy in Vienna")
    app = QApplication(sys.argv[:1])
    config = Path(os.environ["HANOI_DESK_CONFIG"])
    log_file.start_log(config)
    program = Application(app, config, lambda: NOW)
    QTimer.singleShot(0, app.quit)
    app.exec()
    work(program, app, root, path)
    if program.window is not None:
        program.window.close()
    if program.unlock is not None:
        program.unlock.close()
    QTest.qWait(100)
    with_passphrase("search", path, secret(0))
    with_passphrase("due", path)
    with_passphrase("check", path)
    with_passphrase("support", path, "-o", root / "chosen" / "support.zip")
    with zipfile.ZipFile(root / "chosen" / "support.zip") as bundle:
        bundle.extractall(root / "bundle")  # looked through with all that was not chosen to leave the desk
    with_passphrase("brief", path, "Kenya", "-o", root / "chosen" / "brief.pdf")
    with Store.open(path, passphrase=WORDS) as store:
        assert store.count(Query(Outreach)) == 2


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    try:
        main(folder)
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        (folder / "events.json").write_text(json.dumps(events))
