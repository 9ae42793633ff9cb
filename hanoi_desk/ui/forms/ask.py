"""The small forms of a request: written down or mended, and answered."""

from hanoi_desk.desk import answer_ask, record_ask
from hanoi_desk.records import Ask, AskDirection, AskKind, AskState, Organisation, Record
from hanoi_desk.store import Query
from hanoi_desk.ui.forms.links import link_rows, show_links
from hanoi_desk.ui.forms.shared import officers
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.widgets import TextLabel

#: What may be said of a request: all but that it waits.
_ANSWERS = (AskState.ANSWERED, AskState.PROMISED, AskState.DECLINED, AskState.DROPPED)


class AskForm(RecordForm):
    """A request beside the treaty act, theirs of us or ours of them."""

    def build(self) -> None:
        store = self.session.store
        bodies = [(o.id, self.session.name(o)) for o in store.all(Query(Organisation, order_by="title"))]
        self.line(self.area("what"))
        self.line(self.choice("direction", AskDirection), self.choice("kind", AskKind))
        self.line(self.country(), self.one_of("organisation", bodies))
        self.line(self.day("asked_on"), self.day("due_on", ahead=True), self.one_of("owner", officers(self.session)))
        link_rows(self, "outreach")
        self.line(TextLabel(self.session.word("ask.own_side"), "caption", wrap=True))

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        show_links(self, record, "outreach")

    def keep(self, record: Ask) -> None:
        record_ask(self.session.store, record)


class AnsweringForm(RecordForm):
    """How and when a request was answered."""

    def build(self) -> None:
        self.line(self.area("answer"))
        self.line(self.choice("state", AskState, *_ANSWERS), self.day("answered_on"))

    def keep(self, record: Ask) -> None:
        before = self.session.store.need(Ask, record.id)
        answer_ask(self.session.store, before, record.state, record.answer, record.answered_on)
