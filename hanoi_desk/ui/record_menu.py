"""The acts on record of one State, and the sources behind them, each with its history and files."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from hanoi_desk.language import short_date
from hanoi_desk.records import DomesticStep, Record, Source, TreatyAction
from hanoi_desk.store import Query
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import plain


def behind(session: Session, participant: str, treaty: str) -> list[tuple[str, Record]]:
    """Return, in words, every act and step at home held of a State under a treaty, then the sources of them."""
    where = (("participant", "=", participant), ("treaty", "=", treaty))
    held: list[TreatyAction | DomesticStep] = [
        *session.store.all(Query(TreatyAction, where, order_by="on")),
        *session.store.all(Query(DomesticStep, where, order_by="on")),
    ]
    sources = session.store.many(Source, list(dict.fromkeys(one.source for one in held if one.source)))
    return [*((_said(session, one), one) for one in held), *((source.title, source) for source in sources)]


def open_behind(session: Session, participant: str, treaty: str, parent: QWidget, at: QPoint) -> QMenu | None:
    """Ask which of them to show, and show its history and files; None where nothing is held."""
    found = behind(session, participant, treaty)
    if not found:
        return None
    menu = QMenu(parent)
    menu.setObjectName("behind")
    for words, record in found:
        action = menu.addAction(plain(words).replace("&", "&&"))
        action.triggered.connect(lambda _=False, one=record: class_of("record")(session, one, parent).open())
    menu.setActiveAction(menu.actions()[0])
    menu.popup(at)
    return menu


def _said(session: Session, one: TreatyAction | DomesticStep) -> str:
    what = session.label(one.act if isinstance(one, TreatyAction) else one.stage)
    day = f", {short_date(one.on)}" if one.on else ""
    return f"{what}{day} ({session.word(f'proof.{one.proof.value}')})"
