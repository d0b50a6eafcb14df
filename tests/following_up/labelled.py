"""The labels of the made-up minutes as Minutes, so that following up is judged apart from interpreting."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from functions.model.minutes import (
    Action,
    AgendaItem,
    Consultation,
    DateMention,
    Deferral,
    DocumentFacts,
    FollowUp,
    MeetingFacts,
    Minutes,
    NextMeeting,
    Person,
    Quote,
    StandingPoint,
    Tier,
)

CORPUS = Path(__file__).parent.parent / "corpus"


def read_labels(case: str) -> Minutes:
    gold = json.loads((CORPUS / case / "gold.json").read_text(encoding="utf-8"))
    people = tuple(Person(entry["name"], entry.get("role")) for entry in gold["people"])
    meeting = gold["meeting"]
    facts = ("actions", "follow_ups", "postponed", "consultations", "standing", "next_meetings")
    firm = {name: [entry for entry in gold.get(name) or () if not entry.get("maybe")] for name in facts}
    return Minutes(
        document=DocumentFacts("minutes", "sv", case, "labels", "read"),
        meeting=MeetingFacts(body=meeting["body"], date=meeting["date"], start=meeting.get("start"), end=meeting.get("end")),
        people=people,
        items=tuple(AgendaItem(number, title, quotes=quoted(title)) for number, title in gold["items"]),
        actions=tuple(
            Action(f"a{n}", entry["item"], entry["text"], tuple(entry["owners"]), due=due(entry), tier=Tier.SURE, quotes=quoted(entry["text"]))
            for n, entry in enumerate(firm["actions"])
        ),
        follow_ups=tuple(
            FollowUp(None, entry["text"], mentioned(entry["text"], people), entry["status"], tier=Tier.SURE, quotes=quoted(entry["text"]))
            for entry in firm["follow_ups"]
        ),
        postponed=tuple(
            Deferral(
                entry.get("item"), entry["text"], entry.get("kind", "deferred"), due(entry, "until"), tier=Tier.SURE, quotes=quoted(entry["text"])
            )
            for entry in firm["postponed"]
        ),
        consultations=tuple(
            Consultation(entry.get("item"), entry["text"], answer_by=due(entry, "answer_by"), tier=Tier.SURE, quotes=quoted(entry["text"]))
            for entry in firm["consultations"]
        ),
        standing=tuple(StandingPoint(entry.get("item"), entry["text"], tier=Tier.SURE, quotes=quoted(entry["text"])) for entry in firm["standing"]),
        next_meetings=tuple(
            NextMeeting(
                entry["date"], entry.get("start"), note=entry.get("note"), topics=tuple(entry.get("topics", ())), quotes=quoted(entry["date"])
            )
            for entry in firm["next_meetings"]
        ),
    )


def quoted(text: str) -> tuple[Quote, ...]:
    return (Quote("b1", 0, len(text), text),)


def due(entry: dict[str, Any], name: str = "due") -> DateMention | None:
    date, text = entry.get(name), entry.get(f"{name}_text")
    return DateMention(date, text or date, "day" if date else "fuzzy") if date or text else None


def mentioned(text: str, people: tuple[Person, ...]) -> tuple[str, ...]:
    """The people whose full name, unique first name or initials stand in the text."""
    words = set(re.findall(r"\w[\w-]*", text))
    firsts = [person.name.split()[0] for person in people]
    found = []
    for person in people:
        parts = person.name.split()
        initials = "".join(part[0] for part in parts)
        if person.name in text or (parts[0] in words and firsts.count(parts[0]) == 1) or (len(initials) > 1 and initials in words):
            found.append(person.name)
    return tuple(found)
