"""A list whose records are made and mended in small forms."""

from collections.abc import Callable
from typing import TypeVar

from hanoi_desk.store import StoreError
from hanoi_desk.store.titles import title
from hanoi_desk.ui.list_page import ListPage
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.record_form import RecordForm

F = TypeVar("F", bound=RecordForm)


class FormPage(ListPage):
    """What the pages of promises, tasks, persons and events do with their forms."""

    def open_form(self, form: F) -> F:
        """Open a form; what it saved is then chosen."""
        form.saved.connect(self._saved)
        form.open()
        return form

    def do(self, act: Callable[[], None]) -> None:
        """Call a verb; what the machine has against it is said."""
        try:
            act()
        except StoreError as error:
            store_trouble(self, error, self.session.language)

    def _saved(self, record_id: str) -> None:
        if self.model.row_of(record_id) is None:
            self.clear()
        self.table.choose(record_id)
        self.read_chosen()
        record = self.session.store.get(self.listing.kind, record_id)
        name = title(record) if record else ""
        what = name or self.session.word(f"record.{self.listing.kind.table}")
        self.session.say(self.tr("Saved: {what}").format(what=what), undo=True)
