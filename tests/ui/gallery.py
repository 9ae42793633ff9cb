"""Shows every widget with sample content and saves pictures of it: `python tests/ui/gallery.py FOLDER`."""

import csv
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.assets import asset
from hanoi_desk.text import fold
from hanoi_desk.ui.colours import TileState, Tone
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.widgets import (
    ActionButton,
    BoardLegend,
    BoardOfStates,
    Card,
    ChipEdit,
    ComboField,
    DateField,
    Destination,
    ElidedLabel,
    EmptyState,
    EvenLayout,
    FigureCard,
    FlowLayout,
    FormRow,
    Pill,
    Rule,
    SearchBox,
    Segment,
    SegmentBar,
    Sidebar,
    SparkBars,
    StatusStrip,
    Step,
    StepLook,
    Stepper,
    Suggestion,
    Tabs,
    TextArea,
    TextLabel,
    Tile,
    TileGroup,
    length,
    make_link,
    make_primary,
    make_small,
    stack,
)

TODAY = date(2026, 11, 22)
LEGEND = {
    TileState.DEPOSITED: "deposited",
    TileState.SIGNED: "signed",
    TileState.PROMISED: "promised",
    TileState.IN_CONTACT: "in contact",
    TileState.NO_CONTACT: "no contact",
}


def participants() -> list[dict[str, str]]:
    with asset("data/participants.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def complete(typed: str) -> list[Suggestion]:
    wanted = fold(typed)
    exact, starts = [], []
    for row in participants():
        title = row["name_en"]
        names = [title, row["name_vi"], row["iso3"], *row["aliases"].split(";")]
        for name in names:
            if wanted and fold(name).startswith(wanted):
                one = Suggestion(row["key"], title, row["un_regional_group"], "" if name == title else name)
                (exact if fold(name) == wanted else starts).append(one)
                break
    return exact + starts


def groups() -> list[TileGroup]:
    """Invented states, to look at."""
    found: dict[str, list[Tile]] = {}
    states = [*LEGEND, TileState.SIGNED, TileState.IN_CONTACT, TileState.NO_CONTACT]
    for place, row in enumerate(participants()):
        state = states[(place * 7 + place // 5) % len(states)]
        if state is TileState.DEPOSITED and place % 3:
            state = TileState.SIGNED
        words = f"{row['name_en']}: {LEGEND[state]}"
        found.setdefault(row["un_regional_group"], []).append(Tile(row["key"], row["iso3"] or row["key"], state, words))
    return [TileGroup(title, f"{len(tiles) // 3} of {len(tiles)}", tuple(tiles)) for title, tiles in found.items()]


def sidebar() -> Sidebar:
    places = [
        ("Overview", ""),
        ("Countries", "196"),
        ("Outreach", "412"),
        ("Commitments", "38"),
        ("Follow-ups", "7"),
        ("People", "265"),
        ("Events", "12"),
        ("Briefing packs", ""),
        ("Treaty record", ""),
        ("Settings", ""),
    ]
    side = Sidebar(
        "Hanoi Desk", [Destination(t, t, f"Ctrl+{n + 1}", t == "Settings") for n, (t, _) in enumerate(places)]
    )
    for title, count in places:
        side.set_count(title, count)
    side.set_title("Hanoi Desk", "Permanent Mission · Vienna")
    side.set_footer("Saved 09:41 · backup today 08:00\nTreaty record as of 20 Nov 2026")
    side.set_current("Overview")
    return side


def head() -> QWidget:
    bar = QWidget()
    bar.setProperty("role", "surface")
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(bar)
    row.addWidget(SearchBox("Search countries, notes, people, commitments…", "Ctrl K"))
    row.addStretch(1)
    row.addWidget(ActionButton("Print brief", "Ctrl P"))
    row.addWidget(ActionButton("Log outreach", "Ctrl L", primary=True))
    return bar


def figures() -> QWidget:
    force = FigureCard("Entry into force", "Art. 65")
    force.show_figure("3", "of 40 instruments deposited", "6 more promised in writing for 2027. 31 not yet in sight.")
    parts = [Segment(3, TileState.DEPOSITED), Segment(6, TileState.PROMISED)]
    force.add_meter(SegmentBar(parts, 40, "3 deposited, 6 promised, of 40"))
    closes = FigureCard("Signature closes", "Art. 64")
    note = "11 States promised to sign and have not. After that date they can only accede."
    closes.show_figure("39", "days, 31 Dec 2026", note, tone=Tone.RED)
    signed = FigureCard("Signatories")
    signed.show_figure("74", "73 States and the EU", "+2 since 1 Sep. Record as of 20 Nov 2026, UN Treaty Collection.")
    ours = FigureCard("Our outreach, 90 days")
    ours.show_figure("46", "contacts, 31 countries")
    ours.add_meter(SparkBars([2, 5, 3, 8, 6, 3, 9, 11, 5, 4, 9, 7, 10], "contacts a week"))
    row = QWidget()
    even = EvenLayout(13, row)
    for card in (force, closes, signed, ours):
        even.addWidget(card)
    return row


def due_row(when: str, tone: Tone, what: str, why: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 4)
    line.addWidget(Pill(when, tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(stack(TextLabel(what, "strong", wrap=True), TextLabel(why, "caption", wrap=True)), 1)
    return row


def overview() -> QWidget:
    board = BoardOfStates("Where every State stands")
    board.show_groups(groups())
    states = Card("Where every State stands")
    states.add_to_head(BoardLegend(LEGEND))
    states.body.addWidget(board)
    due = Card("Due now")
    due.add_to_head(make_link(QPushButton("See all 7"), quiet=True))
    for words in (
        ("3 days late", Tone.RED, "Send model full powers", "Ghana · promised 12 Nov, seminar in Vienna"),
        ("today", Tone.AMBER, "Ask date of cabinet submission", "Mongolia · note verbale of 4 Oct"),
        ("27 Nov", Tone.NEUTRAL, "Share technical assistance contact at UNODC", "Fiji, Samoa · call of 18 Nov"),
    ):
        due.body.addWidget(due_row(*words))
        due.body.addWidget(Rule())
    due.body.addStretch(1)
    empty = Card("Promises to check against the record")
    empty.body.addWidget(EmptyState("No promise contradicts the record.", "See all promises"))
    right = QVBoxLayout()
    right.addWidget(due)
    right.addWidget(empty, 1)
    lower = QHBoxLayout()
    lower.addWidget(states, 2)
    lower.addLayout(right, 1)
    strip = StatusStrip()
    strip.say("The outreach with Ghana and Kenya was deleted.", "Undo")
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(length(page, 0.7))
    column.setContentsMargins(*[length(page, 0.9)] * 4)
    column.addWidget(figures())
    column.addLayout(lower, 1)
    column.addWidget(strip)
    board.setFocus()
    return page


def country_head() -> Card:
    card = Card()
    top = QHBoxLayout()
    top.addWidget(TextLabel("Algeria", "title"))
    top.addWidget(ElidedLabel("An-giê-ri", "other_name"), 1)
    top.addWidget(Pill("Signed 25 Oct 2025", Tone.BLUE))
    card.body.addLayout(top)
    words = "African Group · Not a party to the Budapest Convention · Looked after by Embassy in Algiers"
    card.body.addWidget(TextLabel(words, "muted", wrap=True))
    done, now, nxt = StepLook.DONE, StepLook.NOW, StepLook.NEXT
    card.body.addWidget(
        Stepper(
            [
                Step("In contact", done, "20 Feb 2025"),
                Step("Promised to sign", done),
                Step("Signed", done, "25 Oct 2025"),
                Step("Promised to ratify", now, "by 30 Jun 2027"),
                Step("Cabinet", nxt),
                Step("Parliament", nxt),
                Step("Assent", StepLook.NOT_APPLICABLE),
                Step("Signature", StepLook.CLOSED),
                Step("Deposited", nxt),
            ]
        )
    )
    return card


def form() -> QWidget:
    countries = ChipEdit(complete, "Countries", "Type a few letters of each country")
    countries.setObjectName("countries")
    countries.set_chips([*complete("gha"), *complete("kenya")])
    they = ChipEdit(lambda typed: [], "They were", allow_new=True)
    they.set_chips([Suggestion("", "Legal adviser, Ghana"), Suggestion("", "Counsellor, Kenya <img src=x>")])
    held_on = DateField(lambda: TODAY, "Date")
    held_on.set_value(TODAY)
    wrong = DateField(lambda: TODAY, "Due")
    wrong.line.setText("31/02")
    kind = ComboField([("bilateral", "Bilateral meeting"), ("note", "Note verbale"), ("call", "Courtesy call")])
    notes = TextArea("Notes")
    notes.set_text(
        "Ghana: the bill goes to Parliament in February; needs the model full powers this week.\n\nKenya: cabinet."
    )
    wrong_row = FormRow("Due", wrong)
    wrong.settle()
    fields = QWidget()
    even = EvenLayout(10, fields)
    for row in (FormRow("&Date", held_on), FormRow("&Kind", kind), wrong_row):
        even.addWidget(row)
    card = Card()
    card.body.addWidget(TextLabel("Log outreach", "heading"))
    card.body.addWidget(fields)
    for row in (FormRow("&Countries", countries), FormRow("They were", they), FormRow("Notes", notes)):
        card.body.addWidget(row)
    named = QWidget()
    flow = FlowLayout(named, spacing=6)
    flow.addWidget(TextLabel("Named in your notes and not in the list:", "caption"))
    flow.addWidget(make_small(QPushButton("+ Zambia")))
    flow.addWidget(make_small(QPushButton("+ Botswana")))
    card.body.addWidget(named)
    bottom = QWidget()
    buttons = FlowLayout(bottom, spacing=8)
    buttons.addWidget(ActionButton("Save", "Ctrl ↵", primary=True))
    buttons.addWidget(QPushButton("Save and log another"))
    buttons.addWidget(make_primary(QPushButton("Off")))
    buttons.itemAt(2).widget().setEnabled(False)
    buttons.addWidget(QCheckBox("Sample"))
    ticked = QCheckBox("Ticked")
    ticked.setChecked(True)
    buttons.addWidget(ticked)
    chosen = QRadioButton("Chosen")
    chosen.setChecked(True)
    buttons.addWidget(chosen)
    buttons.addWidget(TextLabel("Draft kept 4 s ago. It is here if the power goes.", "caption"))
    card.body.addWidget(bottom)
    return card


def country() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(length(page, 0.7))
    column.addWidget(country_head())
    tabs = Tabs()
    for key, count in (("Timeline", None), ("Commitments", 2), ("People", 6), ("Talking points", 5), ("Files", 3)):
        tabs.add(key, key, count)
    column.addWidget(tabs)
    pills = QWidget()
    flow = FlowLayout(pills, spacing=6)
    for tone in Tone:
        flow.addWidget(Pill(f"status {tone.value}", tone))
    column.addWidget(pills)
    column.addWidget(form())
    column.addStretch(1)
    return page


def window(page: QWidget) -> QWidget:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    right = QVBoxLayout()
    right.setSpacing(0)
    right.addWidget(head())
    right.addWidget(Rule())
    right.addWidget(area, 1)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(sidebar())
    row.addLayout(right, 1)
    return whole


def main(folder: Path) -> None:
    app = QApplication(sys.argv)
    theme = Theme(app)
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        for scale, width, height in ((1.0, 1360, 860), (2.0, 1280, 720)):
            theme.set_scheme(scheme)
            theme.set_text_scale(scale)
            for name, make in (("overview", overview), ("country", country)):
                shown = window(make())
                shown.resize(width, height)
                shown.show()
                shown.activateWindow()
                app.processEvents()
                if name == "overview":
                    shown.findChild(BoardOfStates).setFocus()
                elif countries := shown.findChild(ChipEdit, "countries"):
                    countries.line.setFocus()
                    countries.line.setText("mong")
                    countries.line.textEdited.emit("mong")
                for _ in range(5):
                    app.processEvents()
                shown.grab().save(str(folder / f"{name}-{scheme.value}-{round(scale * 100)}.png"))
                shown.close()
                shown.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
