"""A whole desk as a folder of files: JSON lines that can be taken in again, and tables for people."""

from hanoi_desk.folder.layout import FolderError as FolderError
from hanoi_desk.folder.layout import FolderFault as FolderFault
from hanoi_desk.folder.layout import Refusal as Refusal
from hanoi_desk.folder.layout import kept_file as kept_file
from hanoi_desk.folder.reading import Folder as Folder
from hanoi_desk.folder.reading import Row as Row
from hanoi_desk.folder.reading import read_folder as read_folder
from hanoi_desk.folder.writing import Written as Written
from hanoi_desk.folder.writing import write_folder as write_folder
