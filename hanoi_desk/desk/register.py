"""What every desk begins with: the participants, treaties and first record that the program ships, as records."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from hanoi_desk.assets import asset
from hanoi_desk.records import (
    Audience,
    Confidence,
    DomesticStage,
    DomesticStep,
    Entity,
    EntryRule,
    Evidence,
    Message,
    Organisation,
    OrganisationKind,
    Participant,
    Proof,
    Record,
    RegionalGroup,
    Source,
    SourceKind,
    Treaty,
    TreatyAct,
    TreatyAction,
    fixed_id,
)

#: The Convention's key among the treaties.
CONVENTION = "uncac-cyber"

_GROUPS = {
    "African Group": RegionalGroup.AFRICAN,
    "Asia-Pacific Group": RegionalGroup.ASIA_PACIFIC,
    "Eastern European Group": RegionalGroup.EASTERN_EUROPEAN,
    "Latin American and Caribbean Group": RegionalGroup.LATIN_AMERICAN,
    "Western European and Others Group": RegionalGroup.WESTERN_EUROPEAN,
    "none": RegionalGroup.NONE,
}


def participant_id(key: str) -> str:
    """Return the identifier of the participant with this key (ISO 3166-1 alpha-2, or EU) on every desk."""
    return fixed_id("participant", key)


def treaty_id(key: str) -> str:
    """Return the identifier of the treaty with this key on every desk."""
    return fixed_id("treaty", key)


def register() -> list[Record]:
    """Return all that a new desk holds, in an order in which each record follows those it points to."""
    sources: dict[str, Source] = {}
    acts = [*_actions(sources), *_budapest(sources)]
    statements = list(_statements(sources))
    return [
        *_participants(),
        *(t for t in known_treaties().values() if t.key in _shipped()),
        *_organisations(),
        *sources.values(),
        *acts,
        *statements,
        *_messages(),
    ]


@cache
def known_treaties() -> dict[str, Treaty]:
    """Return the treaties whose final clauses the program knows, by the depositary's number."""
    return {row["number"]: _treaty(row) for row in _rows("treaties.csv")}


def _shipped() -> set[str]:
    return {row["key"] for row in _rows("treaties.csv") if row["shipped"] == "yes"}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with asset(f"data/{name}").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _participants() -> Iterator[Participant]:
    memberships = defaultdict(list)
    for row in _rows("memberships.csv"):
        memberships[row["participant_key"]].append(row["membership"])
    for row in _rows("participants.csv"):
        yield Participant(
            id=participant_id(row["key"]),
            key=row["key"],
            iso3=row["iso3"],
            m49=row["m49"],
            entity=Entity(row["kind"]),
            name_en=row["name_en"],
            name_en_formal=row["name_en_formal"],
            name_vi=row["name_vi"],
            name_fr=row["name_fr"],
            untc_name=row["untc_name"],
            aliases=tuple(a for a in row["aliases"].split(";") if a),
            group=_GROUPS[row["un_regional_group"]],
            group_note=row["group_note"],
            memberships=tuple(sorted(memberships[row["key"]])),
            eu_member=row["eu_member"] == "yes",
            un_member_since=_day(row["un_admission_date"]),
            capital=row["capital"],
        )


def _treaty(row: dict[str, str]) -> Treaty:
    return Treaty(
        id=treaty_id(row["key"]),
        key=row["key"],
        number=row["number"],
        title_en=row["title_en"],
        title_vi=row["title_vi"],
        title_fr=row["title_fr"],
        short_en=row["short_en"],
        short_vi=row["short_vi"],
        short_fr=row["short_fr"],
        depositary=row["depositary"],
        concluded_on=_day(row["concluded_on"]),
        concluded_at=row["concluded_at"],
        opens_on=_day(row["opens_on"]),
        closes_on=_day(row["closes_on"]),
        signing_place=row["signing_place"],
        entry_rule=EntryRule(row["entry_rule"]),
        threshold=int(row["threshold"]),
        days_after=int(row["days_after"]),
        later_days=int(row["later_days"]),
        in_force_on=_day(row["in_force_on"]),
        rule_text=row["rule_text"],
        parent=treaty_id(row["parent"]) if row["parent"] else None,
    )


def _organisations() -> Iterator[Organisation]:
    for row in _rows("organisations.csv"):
        yield Organisation(
            id=fixed_id("organisation", row["key"]),
            name_en=row["name_en"],
            name_vi=row["name_vi"],
            name_fr=row["name_fr"],
            acronym=row["acronym"],
            kind=OrganisationKind(row["kind"]),
            participant=participant_id(row["participant_key"]) if row["participant_key"] else None,
            city=row["city"],
        )


def _confidence(text: str) -> Confidence:
    return Confidence(text.replace(" ", "_"))


def _source(sources: dict[str, Source], title: str, link: str, as_of: date, confidence: Confidence) -> str:
    """Return the identifier of a source, adding it once; the kind is told by who publishes it."""
    source_id = fixed_id("source", title, as_of.isoformat())
    depositary = title.startswith(("UN Treaty Collection", "Council of Europe Treaty Office"))
    kind = SourceKind.DEPOSITARY if depositary else SourceKind.PRESS
    if title.startswith(("Verdragenbank", "Council of Europe, list", "CETS 185", "general knowledge")):
        kind = SourceKind.THIRD_PARTY
    sources.setdefault(
        source_id, Source(id=source_id, kind=kind, title=title, link=link, as_of=as_of, confidence=confidence)
    )
    return source_id


def _actions(sources: dict[str, Source]) -> Iterator[TreatyAction]:
    for row in _rows("treaty_actions.csv"):
        as_of, confidence = date.fromisoformat(row["as_of"]), _confidence(row["confidence"])
        yield TreatyAction(
            id=fixed_id("action", row["treaty"], row["participant_key"], row["action"], row["date"]),
            participant=participant_id(row["participant_key"]),
            treaty=treaty_id(row["treaty"]),
            act=TreatyAct(row["action"]),
            on=date.fromisoformat(row["date"]),
            confidence=confidence,
            as_of=as_of,
            text=row["note"],
            source=_source(sources, row["source_title"], row["source_address"], as_of, confidence),
        )


def _budapest(sources: dict[str, Source]) -> Iterator[TreatyAction]:
    """Yield the parties and signatories of the Budapest Convention whose dates are not held, with their confidence."""
    for row in _rows("budapest_status.csv"):
        as_of, confidence = date.fromisoformat(row["as_of"]), _confidence(row["confidence"])
        act = TreatyAct.PARTICIPATION if row["status"] == "party" else TreatyAct.SIGNATURE
        yield TreatyAction(
            id=fixed_id("action", "budapest", row["participant_key"], row["status"]),
            participant=participant_id(row["participant_key"]),
            treaty=treaty_id("budapest"),
            act=act,
            proof=Proof.VERIFIED if confidence is Confidence.HIGH else Proof.UNVERIFIED,
            confidence=confidence,
            as_of=as_of,
            source=_source(sources, row["source"], "", as_of, confidence),
        )


def _statements(sources: dict[str, Source]) -> Iterator[TreatyAction | DomesticStep]:
    """Yield what the press says and no depositary confirms: kept and shown, never counted."""
    for row in _rows("treaty_actions_unverified.csv"):
        if row["what_is_missing"].startswith("Nothing"):
            continue  # confirmed, and so among the actions
        what, _, value = row["record"].partition(":")
        as_of, confidence = date.fromisoformat(row["as_of"]), _confidence(row["confidence"])
        record_id = fixed_id("statement", row["participant_key"], row["claim"], row["source_title"])
        source = _source(sources, row["source_title"], row["source_address"], as_of, confidence)
        participant = None if row["participant_key"] == "*" else participant_id(row["participant_key"])
        if what == "step" and participant:
            yield DomesticStep(
                id=record_id,
                participant=participant,
                treaty=treaty_id(row["treaty"]),
                stage=DomesticStage(value),
                on=_day(row["claimed_date"]),
                text=row["claim"],
                confidence=confidence,
                source=source,
            )
        else:
            yield TreatyAction(
                id=record_id,
                participant=participant,
                treaty=treaty_id(row["treaty"]),
                act=TreatyAct(value),
                on=_day(row["claimed_date"]),
                proof=Proof.UNVERIFIED,
                confidence=confidence,
                as_of=as_of,
                text=row["claim"],
                missing=row["what_is_missing"],
                source=source,
            )


def _messages() -> Iterator[Message]:
    for row in _rows("message_bank.csv"):
        # The first letter after the bracket is the row's tag (practice.md, section 5).
        tag = row["source"].removeprefix("[")
        evidence = Evidence.UNVERIFIED if tag.startswith("UNVERIFIED") else Evidence(tag[:1])
        yield Message(
            id=fixed_id("message", row["id"]),
            code=row["id"],
            audiences=tuple(Audience(a) for a in row["audience"].split("|")),
            point_en=row["point_en"],
            point_vi=row["point_vi"],
            facts=row["facts"],
            articles=row["articles"],
            source_text=row["source"],
            evidence=evidence,
        )
