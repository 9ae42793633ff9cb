"""The form for a contact over whatever page is shown: a new one, one on file, or the result of a meeting."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hanoi_desk.language import short_date
from hanoi_desk.records import Outreach, OutreachCountry, Participant
from hanoi_desk.store import Query
from hanoi_desk.store.titles import title
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.veil import Veil

if TYPE_CHECKING:
    from hanoi_desk.desk import OutreachEntry


class ContactForms(QObject):
    """One form at a time; what is written in one that is put away is kept as a draft."""

    saved = Signal(str)  # what was saved, in words

    def __init__(self, session: Session, veil: Veil, last_kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self.last_kind = last_kind  # of contact, which is the next one's too
        self._session = session
        self._veil = veil

    def log(self, country_ids: Sequence[str], event: str) -> None:
        """Open the form for a new contact with these participants at this event ("" for none)."""
        form = self._form()
        form.start_new(country_ids, event)
        self._veil.open(form)

    def file_result(self, entry: "OutreachEntry") -> None:
        """Open the form for a new contact that is filled already."""
        form = self._form()
        form.start_result(entry)
        self._veil.open(form)

    def edit(self, outreach_id: str) -> None:
        """Open the form with a contact that is on file."""
        form = self._form()
        form.show_outreach(outreach_id)
        self._veil.open(form)

    def _form(self) -> Any:
        form = class_of("log_form")(self._session, last_kind=self.last_kind)
        form.saved.connect(self._close_saved)
        form.kept.connect(self._tell)
        form.cancelled.connect(self._veil.close_form)
        return form

    def _close_saved(self, outreach_id: str) -> None:
        self._veil.close_form()
        self._tell(outreach_id)

    def _tell(self, outreach_id: str) -> None:
        store = self._session.store
        outreach = store.need(Outreach, outreach_id)
        self.last_kind = outreach.kind.value
        heard = store.all(Query(OutreachCountry, (("outreach", "=", outreach_id),)))
        present = store.many(Participant, [one.participant for one in heard])
        names = ", ".join(self._session.name(one) for one in present)
        self.saved.emit(title(outreach) or names or short_date(outreach.held_on))
