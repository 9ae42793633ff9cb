"""Every action of the window as data: its name, words, key, menu, and the method of the window that it calls."""

from PySide6.QtCore import QCoreApplication

from hanoi_desk.values import Value, frozen

_CONTEXT = "actions"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for lupdate, which knows this name; Qt's own function gives back an untyped value."""
    return text


def in_words(text: str) -> str:
    """Return a text of this module in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


@frozen
class ActionSpec(Value):
    """One action; `text` is English and translated when shown; several keys are parted by "; "."""

    name: str
    text: str
    menu: str
    calls: str
    keys: str = ""
    argument: str = ""

    def words(self) -> str:
        """Return the words of the action in the language of the window."""
        return in_words(self.text)


@frozen
class PageKey(Value):
    """A key that works on one page, in every list ("list") or in every form ("form"); the map of keys shows it."""

    place: str
    text: str
    keys: str

    def words(self) -> str:
        """Return what the key does, in the language of the window."""
        return in_words(self.text)


@frozen
class PageSpec(Value):
    """One page of the window: its key, name in the sidebar, and place from the top.

    `under` is the page of the sidebar beside which it is chosen by a tab; it has no place in the sidebar itself.
    """

    key: str
    text: str
    at_foot: bool = False
    under: str = ""

    def words(self) -> str:
        """Return the name of the page in the language of the window."""
        return in_words(self.text)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("overview", QT_TRANSLATE_NOOP("actions", "Overview")),
    PageSpec("countries", QT_TRANSLATE_NOOP("actions", "Countries")),
    PageSpec("outreach", QT_TRANSLATE_NOOP("actions", "Outreach")),
    PageSpec("return", QT_TRANSLATE_NOOP("actions", "Return"), under="outreach"),
    PageSpec("commitments", QT_TRANSLATE_NOOP("actions", "Commitments")),
    PageSpec("follow_ups", QT_TRANSLATE_NOOP("actions", "Follow-ups")),
    PageSpec("asks", QT_TRANSLATE_NOOP("actions", "Requests"), under="follow_ups"),
    PageSpec("my_day", QT_TRANSLATE_NOOP("actions", "My day"), under="follow_ups"),
    PageSpec("people", QT_TRANSLATE_NOOP("actions", "People")),
    PageSpec("organisations", QT_TRANSLATE_NOOP("actions", "Organizations"), under="people"),
    PageSpec("missions", QT_TRANSLATE_NOOP("actions", "Our missions"), under="people"),
    PageSpec("officers", QT_TRANSLATE_NOOP("actions", "Our officers"), under="people"),
    PageSpec("coverage", QT_TRANSLATE_NOOP("actions", "Who looks after whom"), under="people"),
    PageSpec("events", QT_TRANSLATE_NOOP("actions", "Events")),
    PageSpec("programme", QT_TRANSLATE_NOOP("actions", "Programme"), under="events"),
    PageSpec("plenary", QT_TRANSLATE_NOOP("actions", "Plenary"), under="events"),
    PageSpec("packs", QT_TRANSLATE_NOOP("actions", "Briefing packs")),
    PageSpec("treaty", QT_TRANSLATE_NOOP("actions", "Treaty record")),
    PageSpec("bank", QT_TRANSLATE_NOOP("actions", "Message bank"), under="treaty"),
    PageSpec("settings", QT_TRANSLATE_NOOP("actions", "Settings"), at_foot=True),
    PageSpec("safekeeping", QT_TRANSLATE_NOOP("actions", "Safekeeping"), under="settings"),
    PageSpec("trash", QT_TRANSLATE_NOOP("actions", "Trash"), under="settings"),
)

MENUS: tuple[tuple[str, str], ...] = (
    ("desk", QT_TRANSLATE_NOOP("actions", "&Desk")),
    ("edit", QT_TRANSLATE_NOOP("actions", "&Edit")),
    ("go", QT_TRANSLATE_NOOP("actions", "&Go")),
    ("view", QT_TRANSLATE_NOOP("actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("actions", "&Help")),
)


def _number_key(page: PageSpec) -> str:
    """Return the key of a page: Ctrl and its place in the sidebar, for the first nine."""
    places = [one for one in PAGES if not one.under]
    return f"Ctrl+{places.index(page) + 1}" if page in places[:9] else ""


_LANGUAGES = (("en", "English"), ("vi", "Tiếng Việt"))

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("log_outreach", QT_TRANSLATE_NOOP("actions", "&Log outreach…"), "desk", "log_outreach", "Ctrl+L"),
    ActionSpec("print_brief", QT_TRANSLATE_NOOP("actions", "&Print brief…"), "desk", "print_brief", "Ctrl+P"),
    ActionSpec(
        "import_status", QT_TRANSLATE_NOOP("actions", "&Import status file…"), "desk", "import_status", "Ctrl+I"
    ),
    ActionSpec("import_workbook", QT_TRANSLATE_NOOP("actions", "Import &workbook…"), "desk", "import_workbook"),
    ActionSpec("save_calendar", QT_TRANSLATE_NOOP("actions", "Save &calendar file…"), "desk", "save_calendar"),
    ActionSpec("new_desk", QT_TRANSLATE_NOOP("actions", "&New desk…"), "desk", "new_desk"),
    ActionSpec("open_desk", QT_TRANSLATE_NOOP("actions", "&Open desk…"), "desk", "open_desk", "Ctrl+O"),
    ActionSpec("back_up", QT_TRANSLATE_NOOP("actions", "&Back up now…"), "desk", "back_up"),
    ActionSpec("lock", QT_TRANSLATE_NOOP("actions", "Loc&k now"), "desk", "lock", "Ctrl+Shift+L"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), "desk", "close", "Ctrl+Q"),
    ActionSpec("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), "edit", "undo", "Ctrl+Z"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("actions", "&Redo"), "edit", "redo", "Ctrl+Shift+Z; Ctrl+Y"),
    ActionSpec("done", QT_TRANSLATE_NOOP("actions", "&Done, or answered"), "edit", "complete_chosen", "Ctrl+T"),
    ActionSpec("later", QT_TRANSLATE_NOOP("actions", "Put &off…"), "edit", "put_off_chosen", "Ctrl+Shift+T"),
    ActionSpec("search", QT_TRANSLATE_NOOP("actions", "&Search or go to…"), "go", "search", "Ctrl+K"),
    ActionSpec("back", QT_TRANSLATE_NOOP("actions", "&Back"), "go", "back", "Alt+Left"),
    ActionSpec("forward", QT_TRANSLATE_NOOP("actions", "&Forward"), "go", "forward", "Alt+Right"),
    *(ActionSpec(f"go_{page.key}", page.text, "go", "go_to", _number_key(page), page.key) for page in PAGES),
    ActionSpec("next_tab", QT_TRANSLATE_NOOP("actions", "&Next tab"), "go", "step_tab", "Ctrl+PgDown", "1"),
    ActionSpec("earlier_tab", QT_TRANSLATE_NOOP("actions", "&Previous tab"), "go", "step_tab", "Ctrl+PgUp", "-1"),
    *(ActionSpec(f"language_{key}", text, "view", "set_language", argument=key) for key, text in _LANGUAGES),
    ActionSpec(
        "theme_system", QT_TRANSLATE_NOOP("actions", "Colours as the &system"), "view", "set_theme", argument="system"
    ),
    ActionSpec("theme_light", QT_TRANSLATE_NOOP("actions", "L&ight colours"), "view", "set_theme", argument="light"),
    ActionSpec("theme_dark", QT_TRANSLATE_NOOP("actions", "&Dark colours"), "view", "set_theme", argument="dark"),
    ActionSpec("larger", QT_TRANSLATE_NOOP("actions", "&Larger text"), "view", "change_text", "Ctrl++; Ctrl+=", "+"),
    ActionSpec("smaller", QT_TRANSLATE_NOOP("actions", "S&maller text"), "view", "change_text", "Ctrl+-", "-"),
    ActionSpec("usual", QT_TRANSLATE_NOOP("actions", "&Usual text size"), "view", "change_text", "Ctrl+0", "0"),
    ActionSpec("help", QT_TRANSLATE_NOOP("actions", "&Help for this page"), "help", "show_help", "F1"),
    ActionSpec("keys", QT_TRANSLATE_NOOP("actions", "&Keyboard"), "help", "show_keys", "Ctrl+F1"),
    ActionSpec("tour", QT_TRANSLATE_NOOP("actions", "&Tour in five minutes"), "help", "show_tour"),
    ActionSpec("support", QT_TRANSLATE_NOOP("actions", "Save a &support bundle…"), "help", "save_support"),
    ActionSpec("about", QT_TRANSLATE_NOOP("actions", "&About Hanoi Desk"), "help", "show_about"),
)

#: What stands before the keys of lists and of forms in the map of keys; the keys of a page stand under its name.
KEY_PLACES: tuple[tuple[str, str], ...] = (
    ("list", QT_TRANSLATE_NOOP("actions", "In every list")),
    ("form", QT_TRANSLATE_NOOP("actions", "In every form")),
)

#: Every key that is not an action of the menus: whoever gives a page a key adds it here.
PAGE_KEYS: tuple[PageKey, ...] = (
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Filter the list"), "Ctrl+F"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Choose the record above or below"), "Up; Down"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Read the chosen record"), "Return"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Begin a new record"), "Ins"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Edit the chosen record"), "F2"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Delete the chosen record"), "Del"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Open the saved filters"), "Ctrl+Shift+F"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Save the filter"), "Ctrl+D"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Choose the columns"), "Ctrl+Shift+C"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Export the list as shown"), "Ctrl+E"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Attach files to the chosen record"), "Ctrl+Shift+A"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Go to the history of the chosen record"), "Ctrl+H"),
    PageKey("list", QT_TRANSLATE_NOOP("actions", "Back, or close what is open"), "Esc"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "Save"), "Ctrl+Return"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "Add a commitment"), "Alt+C"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "Add a follow-up"), "Alt+F"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "Add a request"), "Alt+R"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "What the next country said, or the one before"), "Alt+Down; Alt+Up"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "Add all that attended the event"), "Alt+A"),
    PageKey("form", QT_TRANSLATE_NOOP("actions", "Put the form away"), "Esc"),
    PageKey("overview", QT_TRANSLATE_NOOP("actions", "Close the promise of the row as kept"), "K"),
    PageKey("overview", QT_TRANSLATE_NOOP("actions", "Give the promise of the row a new date"), "N"),
    PageKey("overview", QT_TRANSLATE_NOOP("actions", "Close the promise of the row as lapsed"), "L"),
    PageKey("overview", QT_TRANSLATE_NOOP("actions", "Turn the promise of the row into one to accede"), "A"),
    PageKey("commitments", QT_TRANSLATE_NOOP("actions", "Close the chosen promise as kept"), "K"),
    PageKey("commitments", QT_TRANSLATE_NOOP("actions", "Give the chosen promise a new date"), "N"),
    PageKey("commitments", QT_TRANSLATE_NOOP("actions", "Close the chosen promise as lapsed"), "L"),
    PageKey("commitments", QT_TRANSLATE_NOOP("actions", "Turn the chosen promise into one to accede"), "A"),
    PageKey("commitments", QT_TRANSLATE_NOOP("actions", "Open what the chosen promise rests on"), "S"),
    PageKey("countries", QT_TRANSLATE_NOOP("actions", "Choose a step at home on the ladder"), "Left; Right"),
    PageKey("countries", QT_TRANSLATE_NOOP("actions", "Note the chosen step at home"), "Return"),
    PageKey("countries", QT_TRANSLATE_NOOP("actions", "Attach files to the country"), "Ctrl+Shift+A"),
    PageKey("countries", QT_TRANSLATE_NOOP("actions", "Show the history of the country"), "Ctrl+H"),
    PageKey("people", QT_TRANSLATE_NOOP("actions", "Compare two records and make them one"), "Ctrl+M"),
    PageKey("people", QT_TRANSLATE_NOOP("actions", "Erase the chosen person for good"), "Shift+Del"),
    PageKey("coverage", QT_TRANSLATE_NOOP("actions", "Go to the cell beside it"), "Left; Right"),
    PageKey("coverage", QT_TRANSLATE_NOOP("actions", "Fill in the cell; a letter does so too"), "F2"),
    PageKey("coverage", QT_TRANSLATE_NOOP("actions", "Keep it and fill in the next cell"), "Tab"),
    PageKey("coverage", QT_TRANSLATE_NOOP("actions", "Empty the cell from that day on"), "Del"),
    PageKey("follow_ups", QT_TRANSLATE_NOOP("actions", "Done"), "Space"),
    PageKey("asks", QT_TRANSLATE_NOOP("actions", "Answered"), "Space"),
    PageKey("my_day", QT_TRANSLATE_NOOP("actions", "Done, or answered"), "Space"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Edit the slot"), "Return"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "New slot"), "Ins"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Keep the slot and write the next"), "Ctrl+Shift+Return"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Brief of the country"), "B"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Brief for the meeting"), "M"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "File the result, or see it"), "R"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Confirm the meeting"), "C"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Cancel the meeting"), "X"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "Take the slot off the programme"), "Del"),
    PageKey("programme", QT_TRANSLATE_NOOP("actions", "History and files of the slot"), "Ctrl+H"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "It spoke of the Convention"), "M"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "It did not speak of it"), "N"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "Spoke, did not speak, not heard: in turn"), "Space"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "Write the note; any text does so too"), "Return"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "Keep the note"), "Ctrl+Return"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "Take the statement out"), "Del"),
    PageKey("plenary", QT_TRANSLATE_NOOP("actions", "History and files of the statement"), "Ctrl+H"),
    PageKey("packs", QT_TRANSLATE_NOOP("actions", "Save the document on the desk"), "Ctrl+Return"),
    PageKey("packs", QT_TRANSLATE_NOOP("actions", "Save the document as PDF"), "Ctrl+S"),
    PageKey("packs", QT_TRANSLATE_NOOP("actions", "Tick a paper of the contents"), "Space"),
    PageKey("packs", QT_TRANSLATE_NOOP("actions", "Move a paper, or a text of your own"), "Alt+Up; Alt+Down"),
    PageKey("packs", QT_TRANSLATE_NOOP("actions", "Larger pages, smaller pages"), "Ctrl+Alt+=; Ctrl+Alt+-"),
    PageKey("packs", QT_TRANSLATE_NOOP("actions", "Pages as wide as there is room"), "Ctrl+Alt+0"),
    PageKey("bank", QT_TRANSLATE_NOOP("actions", "Note that the chosen row was checked"), "C"),
    PageKey("return", QT_TRANSLATE_NOOP("actions", "Open the list behind a number"), "Return"),
    PageKey("return", QT_TRANSLATE_NOOP("actions", "Save the return as PDF"), "Ctrl+S"),
    PageKey("return", QT_TRANSLATE_NOOP("actions", "Save the return as spreadsheet"), "Ctrl+E"),
    PageKey("trash", QT_TRANSLATE_NOOP("actions", "Filter what was deleted"), "Ctrl+F"),
    PageKey("trash", QT_TRANSLATE_NOOP("actions", "Choose several deletions"), "Shift+Up; Shift+Down"),
    PageKey("trash", QT_TRANSLATE_NOOP("actions", "Restore what is chosen"), "Ctrl+R"),
)
