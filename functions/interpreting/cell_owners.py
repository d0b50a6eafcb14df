"""Whom a cell for the owner gives a task to: those it names for it, and nobody who only stands beside them there."""

from __future__ import annotations

import re
from dataclasses import replace

from functions.interpreting.layout import ItemText
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.spans import Span, without_struck
from functions.interpreting.subjects import Cast, Owners, Subject
from functions.interpreting.task_marks import is_nobody
from functions.languages import LanguagePack
from functions.model.minutes import Quote

_WORD = re.compile(r"[^\W\d_]+")
_GIVEN_ON = re.compile(r"\s*(?:→|->|=>)\s*")
_WONDERS = re.compile(r"\s*\?")
_OF_SOMEBODY = re.compile(rf"['’]?s\s+[{LOWER}]")
_CODE = re.compile(rf"[{UPPER}]{{2,6}}")
_DOES = rf"\s+[{LOWER}]+<<verbs.present_endings>>\s[^,;/&+]*"


def owners_of_cell(lines: list[Span], item: ItemText | None, cast: Cast) -> Owners:
    """The people and groups of a cell's lines; what names nobody known as it is written, and nobody where one of them is uncertain."""
    names: list[str] = []
    quotes: list[Quote] = []
    choices: list[tuple[str, tuple[str, ...]]] = []
    doubts: list[str] = []
    for line in (line for line in lines if _WORD.search(line.text)):
        coded = cast.coded(line, item=item)
        if coded is not None:
            names += coded.names
            quotes += coded.quotes
            continue
        text = without_struck(line)
        subjects = cast.subjects(text, item=item)
        if all(subject.group for subject in subjects) and is_nobody(line.text, pack=cast.pack):
            continue
        if not subjects or _is_of_one(subjects, text, pack=cast.pack):
            names.append(line.text)
            quotes.append(line.quote())
            continue
        for subject in _named_for_it(subjects, text, pack=cast.pack):
            found = _wondered(subject, line, cast.owners_of(subject, line, item=item), text)
            names += found.names
            quotes += found.quotes
            choices += found.choices
            doubts += found.doubts
    if choices:
        names = []
    return Owners(tuple(dict.fromkeys(names)), tuple(quotes), tuple(choices), tuple(dict.fromkeys(doubts)))


def _wondered(subject: Subject, line: Span, owners: Owners, text: str) -> Owners:
    """ "Bo?": nobody yet, and a question."""
    mark = _WONDERS.match(text, subject.end)
    if mark is None or subject.group or len(owners.names) != 1:
        return owners
    asked = line.part(subject.start, mark.end())
    return Owners((), (asked.quote(),), ((asked.text, owners.names),), (*owners.doubts, "owner_ambiguous"))


def _is_of_one(subjects: list[Subject], text: str, *, pack: LanguagePack) -> bool:
    """ "Bos ersättare", "Efterträdare till Bo": somebody who is told of by one who is named."""
    one = subjects[0]
    if len(subjects) != 1 or one.group:
        return False
    behind = one.start == 0 and _OF_SOMEBODY.match(text, one.end) is not None
    return behind or phrase(pack, r"\s*<<tables.somebodys>>\s+").fullmatch(text[: one.start]) is not None


def _named_for_it(subjects: list[Subject], text: str, *, pack: LanguagePack) -> list[Subject]:
    """Who of a cell's people it is given to: not those whom it is done with or instead of, nor who gave it on ("Bo → Cia")."""
    given_on = [n for n, subject in enumerate(subjects) if n and _GIVEN_ON.fullmatch(text[subjects[n - 1].end : subject.start])]
    left = subjects[given_on[-1] :] if given_on else subjects
    aside = phrase(pack, r"(?<!\w)<<tables.not_given_to>>[\s:]+$")
    behind = phrase(pack, r"[\s(,–-]*<<tables.stands_in>>\s*(?:$|[),;/])")  # "Bo (Cia stf)"
    does = phrase(pack, _DOES, case=True)
    kept: list[Subject] = []
    for n, subject in enumerate(left):
        if aside.search(text[: subject.start]) or _tells_whence(subject, left, n, text):
            continue
        if kept and not subject.group and does.fullmatch(text[kept[-1].end : subject.start]):
            continue  # "Bo frågar Cia"
        if behind.match(text, subject.end):
            if len(subject.mentions) > 1:  # "Bo/Cia (back-up)"
                subject = replace(subject, mentions=subject.mentions[:-1], end=subject.mentions[-2][1])
            elif len(left) > 1:
                continue
        kept.append(subject)
    return kept


def _tells_whence(subject: Subject, subjects: list[Subject], place: int, text: str) -> bool:
    """ "Bo Alm (NS)", "ÖL Bo Alm": letters that say where somebody is from or what they are."""
    if not subject.group or _CODE.fullmatch(text[subject.start : subject.end]) is None:
        return False
    before = subjects[place - 1] if place else None
    after = subjects[place + 1] if place + 1 < len(subjects) else None
    inside = before is not None and not before.group and re.fullmatch(r"\s*\(", text[before.end : subject.start]) is not None
    leads = after is not None and not after.group and text[subject.end : after.start] in (" ", "\u00a0")
    return (inside and text[subject.end : subject.end + 1] == ")") or leads
