"""What is done with files that hang on records: taken in, opened as a private copy, saved elsewhere, renamed."""

from hanoi_desk.ui.attachments.drops import take_drops as take_drops
from hanoi_desk.ui.attachments.form import AttachmentForm as AttachmentForm
from hanoi_desk.ui.attachments.opening import Opening as Opening
from hanoi_desk.ui.attachments.taking import Taking as Taking
