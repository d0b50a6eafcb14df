"""Questions about tasks: whose they are, when they are due, and whether the same one stands there twice with two answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from functions.interpreting.asking import NONE_OF_THEM, YES_OR_NO, Found, doubt_of
from functions.interpreting.first_person import is_first_person
from functions.interpreting.pronouns import is_pronoun
from functions.interpreting.spans import Span
from functions.model.doubts import WHO, WRITER
from functions.model.minutes import Action, Doubt

# So many tasks are compared with each other, and so many words make two texts comparable, so much alike.
_COMPARED, _FEWEST, _ALIKE = 150, 3, 0.7


def ask_owners(found: Found) -> Iterator[Doubt]:
    """Several people fit the name or the initials by which a task is given: who is meant."""
    items = {item.ref: item for item in found.layout.items}
    for action in found.actions:
        if action.owner_quotes and "owner_ambiguous" in action.doubts and is_pronoun(action.owner_quotes[0].text or "", cast=found.cast):
            meant, *named = action.owner_quotes
            fit = [found.cast.resolve(quote.text or "", item=items.get(action.item or "")).names for quote in named]
            names = tuple(dict.fromkeys(name for one in fit for name in one))
            yield doubt_of("owner_ambiguous", f"Vem är ”{meant.text}”?", (*names, NONE_OF_THEM), (meant, *action.quotes), about=action.text)
            continue
        fitting = [(quote, found.cast.resolve(quote.text or "", item=items.get(action.item or "")).names) for quote in action.owner_quotes]
        if "owner_ambiguous" in action.doubts and len(fitting) > 1 and all(len(names) == 1 for _, names in fitting):  # "Bo eller Cia"
            either = tuple(dict.fromkeys(names[0] for _, names in fitting))
            question = f"Vem tar uppgiften: {' eller '.join(either)}?"
            yield doubt_of("owner_ambiguous", question, (*either, NONE_OF_THEM), (*action.owner_quotes, *action.quotes), about=action.text)
            continue
        for quote, names in fitting if "owner_ambiguous" in action.doubts else ():
            if len(names) > 1:
                about = "|".join([quote.text or "", *sorted(names)])  # other people who fit make it another question
                yield doubt_of("owner_ambiguous", WHO.format(quote.text), (*names, NONE_OF_THEM), (quote, *action.quotes), about=about)
            elif names and (quote.text or "").endswith("?"):
                asked = f"Är det {names[0]} som tar uppgiften? Det står ”{quote.text}”."
                yield doubt_of("owner_ambiguous", asked, YES_OR_NO, (quote, *action.quotes), about=action.text)


def ask_dues(found: Found) -> Iterator[Doubt]:
    """A day to be done by that lies before the meeting; such a day is no due date, so it is looked for in the task's own words."""
    if found.meeting.date is None or not found.calendar.known:
        return
    blocks = found.document.by_id
    for action in found.actions:
        for quote in action.quotes if action.due is None else ():
            span = Span(blocks[quote.block], quote.start, quote.end)
            for day in found.calendar.dates(span):
                limit = day.relation in ("by", "before") or len(span.text.strip()) <= len(day.text) + 2
                if limit and day.granularity in ("day", "time") and day.last is not None and day.last < found.calendar.reference:
                    words = span.part(day.lead_start if 0 <= day.lead_start <= day.start else day.start, day.end)
                    question = f"”{words.text}” är före mötet. Vilken dag gäller?"
                    yield doubt_of("due_before_meeting", question, (), (words.quote(), quote), about=words.text)


def ask_spellings(found: Found) -> Iterator[Doubt]:
    """A name spelled otherwise than on the attendance list."""
    for action in found.actions:
        if "spelling_variant" in action.doubts or "spelling" in action.doubts:
            written = next((q for q in action.owner_quotes if q.text and q.text not in action.owners), None)
            if written is not None and action.owners:
                yield doubt_of(
                    "spelling_variant",
                    f"Är {written.text} samma person som {action.owners[0]}?",
                    YES_OR_NO,
                    (written,),
                    about=f"{written.text}|{action.owners[0]}",
                )


def ask_unknown(found: Found) -> Iterator[Doubt]:
    """A given name that nobody on the attendance list has, and "jag" where nobody is told to have written the minutes."""
    for action in found.actions:
        if "owner_unknown" in action.doubts:
            for quote in action.owner_quotes:
                if quote.text and (quote.text in action.owners or not action.owners) and " " not in quote.text:
                    writes = is_first_person(quote.text, pack=found.cast.pack)
                    asked = WRITER if writes else f"{WHO.format(quote.text)} Namnet finns inte bland deltagarna."
                    yield doubt_of("owner_unknown", asked, (), (quote, *action.quotes), about=quote.text)


def ask_absent(found: Found) -> Iterator[Doubt]:
    """A task for somebody who was not at the meeting, and may not know of it."""
    away = {person.name for person in found.cast.people if person.attendance == "absent"}
    for action in found.actions:
        for name in action.owners:
            if name in away and "owner_absent" in action.doubts:
                question = f"{name} var inte med på mötet men får en uppgift. Stämmer det?"
                yield doubt_of("owner_absent", question, YES_OR_NO, (*action.owner_quotes, *action.quotes), about=name)


def ask_twice(found: Found) -> Iterator[Doubt]:
    """The same task told twice, with two days or two people."""
    told = [(action, _words(action, found)) for action in found.actions[:_COMPARED]]
    for (one, words), (other, others) in combinations(told, 2):
        if min(len(words), len(others)) < _FEWEST or len(words & others) < _ALIKE * len(words | others):
            continue
        if one.due is not None and other.due is not None and one.due.date != other.due.date:
            choices = (one.due.text, other.due.text)
        elif one.owners and other.owners and set(one.owners) != set(other.owners):
            choices = (", ".join(one.owners), ", ".join(other.owners))
        else:
            continue
        question = f"Samma uppgift står två gånger: {choices[0]} och {choices[1]}. Vilket gäller?"
        yield doubt_of("task_twice", question, choices, (*one.quotes, *other.quotes), about=f"{one.text}|{other.text}")


def _words(action: Action, found: Found) -> frozenset[str]:
    """What a task is about: its longer words, without the people's names and the day."""
    taken = {word.casefold() for name in action.owners for word in re.findall(r"\w+", name)}
    day = {word.casefold() for word in re.findall(r"\w+", action.due.text)} if action.due is not None else set()
    common = set(found.cast.pack.words("following_up", "stop_words"))
    return frozenset(w for w in re.findall(r"[^\W\d_]{4,}", action.text.casefold()) if w not in taken | day | common)
