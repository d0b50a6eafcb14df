"""One document's facts against its labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from functions.evaluating.counting import Count
from functions.evaluating.matching import Label, likeness, pair, words
from functions.interpreting.places import is_only_online
from functions.languages import available, load
from functions.model.minutes import Action, DateMention, FollowUp, Minutes

_FACTS = ("decisions", "actions", "postponed")
_SMALL = ("den", "senast", "till", "under", "i", "inför")


@dataclass(frozen=True, slots=True)
class Judged:
    """fields: counts by field; rules: by (kind, rule, tier) of facts: right and extra only; wrong: the errors, in words."""

    fields: dict[str, Count]
    rules: dict[tuple[str, str, str], Count]
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tally:
    """What is counted so far, as in Judged."""

    fields: dict[str, Count]
    rules: dict[tuple[str, str, str], Count]
    wrong: list[str]


def judge(minutes: Minutes, gold: Label) -> Judged:
    """Counts of one document. A label marked "maybe" counts neither for nor against; formalities and other bodies' decisions are not counted."""
    tally = _Tally({}, {}, [])
    for name, wanted in gold.get("meeting", {}).items():
        have = getattr(minutes.meeting, name, None)
        online = name == "place" and not have and minutes.meeting.online and _only_online(wanted, language=minutes.document.language)
        _share(tally, "meeting", online or _meets(have, wanted), f"{name} is {have!r}, not {wanted!r}")

    people = gold.get("people", ())
    found = _match(tally, "people", minutes.people, people, lambda p, g: float(words(p.name) == words(g["name"])), lambda p: p.name)
    for person, label in found:
        expected = label["attendance"] if isinstance(label["attendance"], list) else [label["attendance"]]
        _share(tally, "attendance", person.attendance in expected, f"{person.name} is {person.attendance}, not {'/'.join(expected)}")

    items = [{"number": number, "text": title} for number, title in gold.get("items", ())]
    _match(tally, "items", minutes.items, items, _same_item, lambda item: f"{item.number or ''} {item.title or ''}")
    for kind in _FACTS:
        _judge_facts(kind, minutes, gold, tally)
    _judge_follow_ups(minutes, gold, tally)
    _judge_words(minutes, gold, tally)

    coming = [{"text": label["date"], **label} for label in gold.get("next_meetings", ())]
    _match(tally, "next meetings", minutes.next_meetings, coming, lambda m, g: float(m.date == g["date"]), lambda m: str(m.date))
    return Judged(tally.fields, tally.rules, tuple(tally.wrong))


def _judge_facts(kind: str, minutes: Minutes, gold: Label, tally: _Tally) -> None:
    """Decisions, actions or postponed, each with what is told of it."""
    known = [words(person["name"]) for person in gold.get("people", ())]
    labels = [label for label in gold.get(kind, ()) if not _uncounted(label)]
    for fact, label in _match(tally, kind, _facts(minutes, kind), labels, _fit(kind, known), lambda fact: fact.text, by_rule=True):
        if kind == "actions":
            right = owners_right(fact.owners, label, people=known)
            _share(tally, "owners", right, f"{list(fact.owners)}, not {label.get('owners')}: {fact.text[:60]}")
            _share(tally, "owners not invented", right or not fact.owners, f"{list(fact.owners)}: {fact.text[:60]}")
            if label.get("due") or label.get("due_text"):
                met = day_right(fact.due, label, key="due")
                _share(tally, "due", met, f"{fact.due}, not {label.get('due') or label.get('due_text')}: {fact.text[:60]}")
        if kind == "postponed" and (label.get("until") or label.get("until_text")):
            _share(tally, "until", day_right(fact.until, label, key="until"), f"{fact.until}: {fact.text[:60]}")


def _judge_follow_ups(minutes: Minutes, gold: Label, tally: _Tally) -> None:
    """What is told as done, against what the labels close."""
    done = [fact for fact in minutes.follow_ups if fact.status in ("done", "part_done")]
    closed = set(gold.get("closed_follow_ups", ()))
    said_done = [
        {**one, "maybe": one["text"] not in closed}
        for one in gold.get("follow_ups", ())
        if {one["status"], *one.get("status_alt", ())} & {"done", "part_done", "dropped"}
    ]
    said_done += [{"text": text} for text in sorted(closed - {one["text"] for one in said_done})]
    _match(tally, "follow-ups", done, said_done, _tells, lambda fact: fact.text, by_rule=True)


def _judge_words(minutes: Minutes, gold: Label, tally: _Tally) -> None:
    """What must be asked, and what must not be taken for a name."""
    asked = [words(" ".join((doubt.question, *(quote.text or "" for quote in doubt.quotes)))) for doubt in minutes.doubts]
    for phrases in gold.get("questions", ()):
        right = any(all(_within(words(phrase), one) for phrase in phrases) for one in asked)
        _share(tally, "questions", right, f"nobody asks of {' and '.join(phrases)}")
    named = [words(name) for name in (*(p.name for p in minutes.people), *(owner for action in minutes.actions for owner in action.owners))]
    for phrase in gold.get("no_name", ()):
        _share(tally, "no name", not any(_within(words(phrase), name) for name in named), f"{phrase} is taken for a person")


def _uncounted(label: Label) -> bool:
    """Whether a label is of a decision that is not judged: another body's, or one that only keeps the meeting in order."""
    return bool(label.get("decided_by")) or (label.get("kind") == "formality" and not label.get("maybe"))


def _tells(fact: FollowUp, label: Label) -> float:
    """How well a follow-up tells a labelled one, by its text or by all that it quotes: the label of a row may hold its status too."""
    return max(likeness(fact.text, label), likeness(" ".join(quote.text or "" for quote in fact.quotes), label))


def _within(phrase: list[str], text: list[str]) -> bool:
    return f" {' '.join(phrase)} " in f" {' '.join(text)} "


def _facts(minutes: Minutes, kind: str) -> list[Any]:
    if kind == "decisions":
        return [fact for fact in minutes.decisions if fact.kind == "decision" and not fact.decided_by]
    return list(minutes.actions if kind == "actions" else minutes.postponed)


def _fit(kind: str, people: list[list[str]]) -> Callable[[Any, Label], float]:
    def fit(fact: Any, label: Label) -> float:
        quality = likeness(fact.text, label)
        if quality and kind == "actions" and isinstance(fact, Action):  # of two tasks in one sentence the one with this owner and day
            quality += 0.3 * owners_right(fact.owners, label, people=people) + 0.1 * day_right(fact.due, label, key="due")
        return quality

    return fit


def _add(tally: _Tally, field: str, count: Count) -> None:
    tally.fields[field] = tally.fields.get(field, Count()) + count


def _share(tally: _Tally, field: str, right: bool, note: str) -> None:
    _add(tally, field, Count(right=int(right), missed=int(not right)))
    if not right:
        tally.wrong.append(f"{field}: {note}")


def _match(
    tally: _Tally,
    field: str,
    told: Sequence[Any],
    labels: Sequence[Label],
    fit: Callable[[Any, Label], float],
    show: Callable[[Any], str],
    *,
    by_rule: bool = False,
) -> list[tuple[Any, Label]]:
    """Count a list against its labels; the firm pairs."""
    taken = pair(told, labels, fit)
    spare = {number: 1 + len(label.get("alt", ())) + bool(label.get("maybe")) - (number in taken) for number, label in enumerate(labels)}
    for number, label in enumerate(labels):
        if number not in taken and not label.get("maybe"):
            _add(tally, field, Count(missed=1))
            tally.wrong.append(f"{field}: missed {label.get('text') or label.get('name') or label}")
    firm = []
    met = {one: number for number, one in taken.items()}
    for one, fact in enumerate(told):
        mine = met.get(one)
        if mine is None:  # another wording of one label is no error
            free = [n for n, label in enumerate(labels) if spare[n] > 0 and fit(fact, label) > 0]
            count = Count() if free else Count(extra=1)
            if free:
                spare[max(free, key=partial(_fit_of, fact=fact, labels=labels, fit=fit))] -= 1
            else:
                tally.wrong.append(f"{field}: too much {show(fact)}")
        else:
            count = Count(right=int(not labels[mine].get("maybe")))
            if not labels[mine].get("maybe"):
                firm.append((fact, labels[mine]))
        _add(tally, field, count)
        if by_rule:
            key = (field, fact.rule, str(fact.tier))
            tally.rules[key] = tally.rules.get(key, Count()) + count
    if not told and not labels:
        _add(tally, field, Count())
    return firm


def _fit_of(label: int, *, fact: Any, labels: Sequence[Label], fit: Callable[[Any, Label], float]) -> float:
    return fit(fact, labels[label])


def _same_item(item: Any, label: Label) -> float:
    if label["number"] and _number(item.number) != _number(label["number"]):
        return 0.0
    told, wanted = words(item.title), words(label["text"])
    if told == wanted:
        return 1.0
    return 0.5 if len(wanted) >= 2 and (told[: len(wanted)] == wanted or (told[-len(wanted) :] == wanted and len(told) <= len(wanted) + 3)) else 0.0


def _number(text: object) -> str:
    found = re.search(r"\d+(?:\s*\.?\s*[a-z]\b)?", str(text or "").casefold())
    return re.sub(r"[\s.]", "", found[0]) if found else ""


def _meets(have: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(_meets(have, one) for one in wanted)
    if isinstance(wanted, bool) or wanted is None:
        return have == wanted or (wanted is None and not have)
    return words(have)[: len(words(wanted))] == words(wanted)


def _only_online(wanted: object, *, language: str | None) -> bool:
    """Whether a labelled place is no more than a way to meet at a distance ("Teams"): read, that is a meeting online with no place."""
    return isinstance(wanted, str) and is_only_online(wanted, pack=load(language if language in available() else "sv"))


def owners_right(owners: Sequence[str], label: Label, *, people: list[list[str]]) -> bool:
    """Whether the owners are the labelled ones or those of another reading ("owners_alt"); a group may be named in more or fewer words."""
    unclear = label.get("ambiguous_owner")
    if unclear:
        return not owners or {tuple(words(o)) for o in owners} == {tuple(words(w)) for w in unclear}
    return any(_same_owners(owners, wanted, people=people) for wanted in (label.get("owners", []), *label.get("owners_alt", ())))


def _same_owners(owners: Sequence[str], wanted: Sequence[str], *, people: list[list[str]]) -> bool:
    left = [words(owner) for owner in owners]
    if not wanted:
        return not any(len(re.findall(r"(?:^|\s)[A-ZÅÄÖÆØÉ][\w'’-]+", owner)) >= 2 or words(owner) in people for owner in owners)
    for name in map(words, wanted):
        held = next((one for one in left if one == name), None)
        if held is None and name not in people:
            held = next((one for one in left if len(one) <= 6 and (set(name) <= set(one) or set(one) <= set(name))), None)
        if held is None:
            return False
        left.remove(held)
    return not left


def day_right(have: DateMention | None, label: Label, *, key: str) -> bool:
    """Whether a due or until is the labelled one, or one of its other readings."""
    for reading in (label, *label.get(f"{key}_alt", ())):
        date, text = reading.get(key), reading.get(f"{key}_text")
        if date and have is not None and have.date == date:
            return True
        if not date and text and have is not None:
            said = words(have.text)
            if len(said) <= len(words(text)) + 8 and all(word in said + words(have.date) for word in words(text) if word not in _SMALL):
                return True
        if not date and not text and (have is None or not have.date):
            return True
    return False
