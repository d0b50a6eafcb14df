"""Are these minutes? Told from what only somebody who was there writes, not from the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Layout
from functions.interpreting.phrases import phrase
from functions.interpreting.signs import (
    Page,
    answered,
    by_the_clock,
    came_and_went,
    decisions_made,
    deeds,
    is_bare,
    is_mail,
    lists_names,
    met_briefly,
    page_of,
    rounds,
    typed_at,
    unfilled,
    wrote,
)
from functions.interpreting.spans import Span
from functions.interpreting.title_words import Named, is_named_after_a_meeting, what_it_says
from functions.interpreting.told_text import is_empty
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Person

_ENOUGH = 3.0
# So much is told of a meeting that no list of who came is needed.
_PLENTY = 4.5
_ANSWERED = 3  # points of an agenda with notes on what came of them
_OPENS = r"<<kind.opens>>\b(?!\s+<<kind.welcomes_one>>\b)[^.]{0,60}\b<<kind.opened>>"
# What tells that the writer was there; without one of these no amount of talk makes a paper minutes.
_WITNESS = ("called minutes", "called an account", "came", "away", "opened or signed", "column filled in", "point by point", "answered")

# What was said and done: a paper that tells none of it is a form, an invitation or a list of people.
_DONE = ("opened or signed", "told", "came of it", "decided", "point by point", "deeds", "column filled in", "round", "notes")


@dataclass(frozen=True, slots=True)
class Verdict:
    """kind: minutes, agenda or other; title: the line that names the kind, when one does; score: the sum of the signs, each with its weight."""

    kind: str
    title: Span | None
    score: float
    signs: tuple[tuple[str, float], ...] = ()


def judge_kind(document: Document, layout: Layout, people: tuple[Person, ...], *, pack: LanguagePack) -> Verdict:
    """Weigh what the file calls itself, who came, what was said and what came of it against what invitations, forms and rules hold."""
    named = what_it_says(document, pack=pack)
    page = page_of(document, layout, pack=pack)
    found = {"named after a meeting": 0.5 * is_named_after_a_meeting(document, pack=pack)}
    typed = typed_at(document)
    found["typed on our draft"] = min(1.5, 0.5 * (typed or 0))
    found.update(_signs_for(page, layout, people, named, pack=pack))
    found.update(_signs_against(page, layout, named, found, pack=pack))
    if typed:
        found.pop("columns of an agenda", None)  # the draft's own
    score = sum(found.values())
    told_much = score >= _PLENTY and named.kind is None and _tells_much(found)
    if score >= _ENOUGH and (any(found.get(sign) for sign in _WITNESS) or found["came of it"] >= 1.5 or told_much):
        return Verdict("minutes", named.line, score, tuple(found.items()))
    agenda = named.kind == "agenda" or bool(set(layout.item_header) & set(pack.words("kind", "agenda_columns")))
    return Verdict("agenda" if agenda else "other", named.line, score, tuple(found.items()))


def _tells_much(found: dict[str, float]) -> bool:
    """Whether so much is told of a meeting that no list of who came is needed; more where nothing at the top names one."""
    if found["named after a meeting"]:
        return found["told"] >= 1.5 and found["deeds"] >= 1.5
    return found["told"] + found["came of it"] + found["decided"] >= 2.0 and found["deeds"] >= 2.0


def _signs_for(page: Page, layout: Layout, people: tuple[Person, ...], named: Named, *, pack: LanguagePack) -> Iterator[tuple[str, float]]:
    if named.kind in ("minutes", "account"):
        yield f"called {'minutes' if named.kind == 'minutes' else 'an account'}", 3.0 if named.kind == "minutes" else 1.5
    came, away = came_and_went(page, layout, pack=pack)
    came = came or (named.kind is None and met_briefly(page, people, pack=pack))
    listed = sum(p.attendance in ("present", "partial", "absent", "adjunct") for p in people)
    yield "came", 2.0 * came
    away = away or (listed >= 3 and any(p.attendance == "absent" for p in people))
    yield "listed", 0.5 * (listed >= 2 or lists_names(layout)) + 0.5 * (listed >= 2 and away)
    yield "away", 1.25 * away
    opened = bool(phrase(pack, _OPENS).search(page.told)) + _distinct(page.told, "opening_phrases", pack=pack) + wrote(page, pack=pack)
    yield "opened or signed", min(2.0, 1.0 * opened)
    yield "told", min(2.5, 0.5 * _distinct(page.told, "minuted_phrases", pack=pack))
    yield "came of it", min(1.5, 0.5 * _distinct(page.told, "outcome_phrases", pack=pack))
    yield "decided", 0.5 * min(2, len(phrase(pack, r"(?<!\w)<<kind.decides>>(?!\w)|(?<!\w)<<labels.decision>>:\s*\w").findall(page.told)))
    yield "point by point", 1.5 * (decisions_made(page, pack=pack) >= 2)
    yield "deeds", min(2.0, 0.5 * deeds(page, people, pack=pack))
    yield "round", 1.0 * (rounds(page, people, pack=pack) >= 2)
    noted, items = _noted(page, layout), max(1, len(layout.items))
    yield "column filled in", 2.0 * (_column_filled_in(layout, pack=pack) and (listed > 0 or named.kind in ("minutes", "account") or not page.log))
    told_at = answered(layout, pack=pack) if named.kind == "agenda" else 0
    yield "answered", 1.5 * (told_at >= _ANSWERED and 5 * told_at >= 2 * items)
    yield "notes", 0.75 * (noted >= 2) + 0.75 * (noted >= 2 and noted >= 0.5 * items)


def _signs_against(page: Page, layout: Layout, named: Named, found: dict[str, float], *, pack: LanguagePack) -> Iterator[tuple[str, float]]:
    witnessed = bool(found["came"] or found["away"] or found["column filled in"])
    proposes = _distinct(page.folded, "proposal_phrases", pack=pack) > 0
    talked = found["told"] >= 2.0 and found["notes"] >= 0.75 and not proposes
    if named.kind == "agenda" and named.line is not None:
        weak = witnessed or talked or found["answered"] or _ends_a_body_s_name(named.line.text, pack=pack)  # minutes typed on top of an agenda
        yield "called an agenda", -0.5 if weak else -6.0
    elif named.kind == "other":
        sure = found["came"] and (found["away"] or found["opened or signed"])
        yield "called something else", -2.0 if sure else -6.0
    if (
        not found["column filled in"]
        and set(layout.item_header) & set(pack.words("kind", "agenda_columns"))
        and _noted(page, layout) < 0.4 * max(1, len(layout.items))
    ):
        yield "columns of an agenda", -2.0
    filled_in = found["column filled in"] or (found["listed"] and named.kind == "minutes")
    empty_points = sum(is_empty(item, pack=pack) for item in layout.items)
    yield "empty points", -4.0 * (empty_points >= 4 and empty_points >= 0.8 * len(layout.items) and not filled_in)
    yield "bare page", -4.0 * (found["deeds"] < 1.0 and not found["listed"] and not found["column filled in"] and is_bare(page))
    logged = page.log and not found["listed"] and not witnessed and named.kind not in ("minutes", "account")
    yield "kept as a log", -2.5 * logged
    yield "mail", -(0.5 if named.kind == "account" else 1.0) * is_mail(page, pack=pack)
    if named.kind == "account" and not witnessed and found["deeds"] + found["decided"] + found["came of it"] < 1.0:
        yield "nobody does anything", -1.5
    yield "runs by the clock", -1.5 * (not witnessed and by_the_clock(page) >= 3)
    yield "invites", -min(3.0, 1.0 * _distinct(page.folded, "invitation_phrases", pack=pack))
    if not found["decided"] and not found["came"] and not found["answered"]:
        yield "proposes", -1.5 * proposes
    yield "rules", -min(3.0, 0.75 * _distinct(page.folded, "rule_phrases", pack=pack))
    addressed = len(phrase(pack, r"(?<!\w)<<kind.addressed>>(?!\w)").findall(page.folded))
    yield "addresses the reader", -1.5 * (not found["came"] and addressed >= 3 and addressed * 8 >= len(page.lines))
    empty = unfilled(page, pack=pack)
    filled = len(page.lines) - len(layout.items)
    missing = -4.0 * (empty >= 3 and empty * 4 >= filled) - 2.0 * (empty >= 5 and empty * 3 >= filled) - 6.0 * (empty >= 5 and empty * 2 >= filled)
    said = found["told"] + found["decided"] + found["deeds"] + found["came of it"]
    yield "not filled in", max(missing, -1.0) if witnessed and said >= 1.5 else missing  # minutes with prompts left in are minutes
    idle = not any(found[sign] for sign in _DONE)
    yield "nothing said or done", -1.5 * (idle and not (named.kind == "minutes" and (witnessed or found["listed"])))


def _distinct(folded: str, key: str, *, pack: LanguagePack) -> int:
    """How many of the pack's phrases stand in a text in small letters, each from the beginning of a word."""
    found = 0
    for cue in pack.words("kind", key):
        at = folded.find(cue)
        while at > 0 and folded[at - 1].isalnum():
            at = folded.find(cue, at + 1)
        found += at >= 0
    return found


def _noted(page: Page, layout: Layout) -> int:
    """How many items have notes worth the name below their titles, proposals aside."""
    told = set(page.told.split("\n"))
    notes = ([line.span.text for line in item.lines if line.column == "note"] for item in layout.items)
    return sum(sum(len(text) for text in texts if text.casefold() in told) > 40 for texts in notes)


def _column_filled_in(layout: Layout, *, pack: LanguagePack) -> bool:
    """Whether the table of items has a column for notes in which most rows say something."""
    if not set(layout.item_header) & set(pack.words("kind", "notes_columns")) or len(layout.items) < 3:
        return False
    return 2 * sum(any(line.column == "note" for line in item.lines) for item in layout.items) > len(layout.items)


def _ends_a_body_s_name(line: str, *, pack: LanguagePack) -> bool:
    """Whether a line begins with a body's name and merely ends in the word that made it a title, with no dash or colon between."""
    words = line.split()
    nouns = set(pack.words("bodies", "nouns"))
    return len(words) >= 3 and not re.search(r"[–—:,|-]\s|\d", line) and folded_label(words[0]) in nouns and words[-2][:1].islower()
