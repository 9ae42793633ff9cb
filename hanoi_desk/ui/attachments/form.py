"""The small form of an attached file: what it is called, and a note about it."""

from dataclasses import replace

from hanoi_desk.desk import keep
from hanoi_desk.file_names import ending, media_type, safe_name
from hanoi_desk.records import Attachment
from hanoi_desk.ui.record_form import RecordForm


class AttachmentForm(RecordForm):
    """A file's name and note. The name is cleaned, and its ending stays: it says what the file is."""

    def build(self) -> None:
        self.line(self.text("name"))
        self.line(self.area("note"))

    def keep(self, record: Attachment) -> None:
        assert isinstance(self._shown, Attachment)
        name = safe_name(record.name) if record.name.strip() else ""
        was = ending(self._shown.name)
        if name and was and ending(name) != was:
            name = safe_name(f"{name}.{was}")
        keep(self.session.store, replace(record, name=name, media_type=media_type(name)))
