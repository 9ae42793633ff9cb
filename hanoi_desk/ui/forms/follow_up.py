"""The small forms of a task: written down or mended, put off, dropped."""

from hanoi_desk.desk import add_follow_up, drop_follow_up, keep, postpone_follow_up
from hanoi_desk.records import FollowUp, Record, Repeat
from hanoi_desk.ui.forms.links import link_rows, show_links
from hanoi_desk.ui.forms.shared import officers, require
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.widgets import ComboField, TextArea

_LINKS = ("outreach", "commitment", "ask", "event")


class FollowUpForm(RecordForm):
    """A task, verb first, with what it belongs to."""

    def build(self) -> None:
        what = self.area("what")
        assert isinstance(what.field, TextArea)
        what.field.setPlaceholderText(self.tr("Begin with a verb: send, ask, invite"))
        self.line(what)
        self.line(
            self.day("due_on", ahead=True), self.choice("repeat", Repeat), self.one_of("owner", officers(self.session))
        )
        self.line(self.country(), self.text("channel"))
        link_rows(self, *_LINKS)

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        show_links(self, record, *_LINKS)

    def keep(self, record: FollowUp) -> None:
        if self.session.store.get(FollowUp, record.id):
            keep(self.session.store, record)
        else:
            add_follow_up(self.session.store, record)


class PostponingForm(RecordForm):
    """Another day for a task."""

    def build(self) -> None:
        self.line(self.day("due_on", ahead=True))

    def keep(self, record: FollowUp) -> None:
        before = self.session.store.need(FollowUp, record.id)
        require(record, "due_on")
        assert record.due_on is not None
        postpone_follow_up(self.session.store, before, record.due_on)


class DroppingForm(RecordForm):
    """Why a task will not be done; of one that repeats, whether it comes again."""

    def build(self) -> None:
        self.line(self.area("reason"))
        assert isinstance(self._shown, FollowUp)
        if self._shown.repeat is not Repeat.NONE:
            choices = (("one", self.tr("Only this one: it comes again")), ("series", self.tr("The whole series")))
            box = ComboField(choices)
            self.line(self.row("series", box, lambda: box.value, box.set_value, self.tr("What is dropped")))

    def keep(self, record: FollowUp) -> None:
        require(record, "reason")
        before = self.session.store.need(FollowUp, record.id)
        series = "series" not in self.rows or self.value("series") == "series"
        drop_follow_up(self.session.store, before, self.session.today, record.reason, series=series)
