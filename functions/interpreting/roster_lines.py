"""The lines of an attendance list as wholes: which open with a person, and where one line names several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.roster_entries import item_scope, role_of
from functions.interpreting.roster_names import NAME_WORD, full_name_like, is_code, is_given_alone, is_likely_person, is_organisational, name_of
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_AROUND = " \t\n\r\xa0*"  # blanks, and the star of a footnote ("Petter Ax*", "* = gäst")
_TWO_WORDS = re.compile(rf"({NAME_WORD})[ \xa0]*,?[ \xa0]+({NAME_WORD})")
_GROUP_LEAD = re.compile(rf"\s*([^:,;\t()–—]{{2,45}}?)(\s*:\s*|\t+|\s+[–—-]\s+|,\s+)(?=[{UPPER}])")
_UNIT_LEAD = re.compile(rf"\s*([^:;\t()–—]{{2,70}}?)(\s*:\s*)(?=[{UPPER}])")  # "Regionen, rehab Östby sjukhus: Bo Alm"
_FROM_AN_HOUR = (
    r"\s*([^:,;\t()–—]{2,45}?)(?:,\s*|\s+)(?:<<dates.from|roster.came_or_went>>)\s+(?:<<dates.clock>>\s*)?\d{1,2}[.:]\d{2}"
    rf"(\s*:\s*)(?=[{UPPER}])"
)
_NEXT_GROUP = re.compile(rf"[.;]\s+(?=[{UPPER}][^.;:,()]{{1,40}}:\s+[{UPPER}])")
# "Ordf Helga Norin. Ant Tove Myr."
_NEXT_OFFICE = (
    r"[.;]\s+(?=(?i:<<names.roles.chair|roster.roles.chair|names.roles.secretary|roster.roles.secretary>>)\.?\s+"
    rf"{NAME_WORD}\s+{NAME_WORD}\s*(?:[.,;(]|$))"
)
# "Agneta H och Love. Marika och Susso kunde inte."
_NEXT_AWAY = rf"\.\s+(?=[{UPPER}][^.;:()]{{1,80}}\s(?:<<kind.away_phrases|roster.absent>>)\W*(?:$|\.))"
# What a unit or an organisation is called for short, behind a name: "HR", "FoU", "op/IVA".
_LETTERS = re.compile(rf"(?=(?:[^{UPPER}]*[{UPPER}]){{2}})[^\W\d_]{{2,5}}(?:[/-][^\W\d_]{{2,8}}){{0,2}}")
_LONE = re.compile(NAME_WORD)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$")


def opening_name(span: Span, *, pack: LanguagePack) -> str | None:
    """What looks like a full name at the start of a line and stands apart: alone, or before a comma, bracket, tab or dash."""
    name = name_of(span, pack=pack)
    if name is None or not full_name_like(name.text, pack=pack):
        return None
    behind = phrase(pack, r"\s?\**\s*(?:$|[,;(\t/<●•–-]|\.\s)|\s+<<grammar.and>>\s")
    return name.text if behind.match(span.text, name.end - span.start) else None


def opens_with_person(span: Span, *, pack: LanguagePack) -> bool:
    """Whether a line begins with a person's full name that stands apart and is a likely one."""
    name = opening_name(span, pack=pack)
    return name is not None and is_likely_person(name, pack=pack)


def list_people(lines: list[Span], *, share: float, pack: LanguagePack) -> bool:
    """Whether at least three lines, and this share of all, open with a name, half of them or more with a likely one."""
    names = [name for name in (opening_name(line, pack=pack) for line in lines) if name is not None]
    likely = sum(is_likely_person(name, pack=pack) for name in names)
    return len(names) >= 3 and len(names) >= share * len(lines) and 2 * likely >= len(names)


def split_people(fields: tuple[Span, ...], *, only_names: bool = False, pack: LanguagePack) -> Iterator[tuple[Span, ...]]:
    """Part a line that names several people ("Anna Ek, Bo Berg (SU) och Cia Dahl"); any other line is one person's.

    only_names: the organisation has been told before them, so that a comma parts people.
    """
    if len(fields) != 1:
        people = list(split_people(fields[:1], only_names=only_names, pack=pack)) if fields else []
        yield from ((*person, *fields[1:]) for person in people) if len(people) > 1 else (fields,)
        return
    line = fields[0]
    if "\t" in line.text:
        yield from _tabbed_people(line, pack=pack)
        return
    cuts = _cuts(line.text, pack=pack)
    edges = [0, *(edge for m in cuts for edge in (m.start(), m.end())), len(line.text)]
    parts = [line.part(edges[i], edges[i + 1]).trimmed(_AROUND) for i in range(0, len(edges), 2)]
    parts = [_within_brackets(part, pack=pack) for part in parts]
    names = _names_among(parts, [line.text[at:to] for at, to in zip(edges[1:-1:2], edges[2:-1:2], strict=True)], only_names=only_names, pack=pack)
    if sum(names) < 2 or not names[0]:
        yield fields
        return
    current: list[Span] = []
    for part, is_name in zip(parts, names, strict=True):
        if is_name and current:
            yield (Span(line.block, current[0].start, current[-1].end),)
            current = []
        current.append(part)
    yield (Span(line.block, current[0].start, current[-1].end),)


def _within_brackets(part: Span, *, pack: LanguagePack) -> Span:
    """ "(Cia Dahl, anmält förhinder)" among others is a person who was away, and tells nothing of the one before."""
    if not (part.text.startswith("(") and part.text.endswith(")")):
        return part
    inner = part.part(1, len(part.text) - 1)
    return inner if opens_with_person(inner, pack=pack) and phrase(pack, r"(?<!\w)<<roster.absent>>(?!\w)").search(inner.text) else part


def _tabbed_people(line: Span, *, pack: LanguagePack) -> Iterator[tuple[Span, ...]]:
    """ "Anna Ek<TAB>Bo Berg" names two people where each is a likely one; any other line with tabs is one person's."""
    tabs = [0, *(edge for m in re.finditer(r"\t+", line.text) for edge in m.span()), len(line.text)]
    parts = [part for at, to in zip(tabs[::2], tabs[1::2], strict=True) if (part := line.part(at, to).trimmed()).text]
    if len(parts) > 1 and all(opens_with_person(part, pack=pack) for part in parts):
        yield from ((part,) for part in parts)
    else:
        yield (line,)


def _cuts(text: str, *, pack: LanguagePack) -> list[re.Match[str]]:
    """The places that may part people: commas, semicolons, slashes and "och", outside brackets."""
    marks = phrase(pack, rf"\s*[,;●•·|]\s*|\s+(?:<<grammar.and>>|&|\+)\s+|\s*/\s*(?=[{UPPER}])").finditer(text)
    return outside_brackets(marks, text)


def outside_brackets(marks: Iterable[re.Match[str]], text: str) -> list[re.Match[str]]:
    """Those of some places in a text, in their order, that stand in no brackets."""
    found: list[re.Match[str]] = []
    depth = at = 0
    for mark in marks:
        depth += sum(text.count(edge, at, mark.start()) for edge in "([") - sum(text.count(edge, at, mark.start()) for edge in ")]")
        depth = max(0, depth)
        at = mark.start()
        if depth == 0:
            found.append(mark)
    return found


@dataclass(frozen=True, slots=True)
class Group:
    """ "Norra sjukhuset: Bo Alm, Cia Dahl": the words before the people, the office or the items that they name, if any, and the people.

    late: whether the words say that they came in the middle.
    """

    head: str
    role: str | None
    rest: Span
    items: tuple[str, ...] = ()
    late: bool = False


def groups_of(line: Span, *, pack: LanguagePack) -> list[Span]:
    """The stretches of a line that each begin with words and a colon, or an office and a name, parted by full stops or semicolons; else the line."""
    patterns = (_NEXT_GROUP, *(phrase(pack, template, case=True) for template in (_NEXT_OFFICE, _NEXT_AWAY)))
    edges = [0, *sorted(mark.end() for pattern in patterns for mark in pattern.finditer(line.text)), len(line.text)]
    return [line.part(at, to).trimmed(" \t\n.;") for at, to in pairwise(edges)]


def group_lead(line: Span, *, surname_first: bool = False, pack: LanguagePack) -> Group | None:
    """What stands before the people of a line, apart by a colon, a dash, a tab or a comma; None where the line begins with a person.

    late: it tells from which hour they were there ("Från Östby, från 14.30: Bo Alm").
    """
    late = phrase(pack, _FROM_AN_HOUR).match(line.text)
    match = late or _GROUP_LEAD.match(line.text)
    if match is None or match[2].strip() == ",":
        match = _unit_lead(line.text, pack=pack) or match
    if match is None or (surname_first and match[2].strip() != ":"):
        return None
    head, apart = match[1], match[2].strip() != ":"
    role = role_of(head, pack=pack)
    rest = line.part(match.end(), len(line.text))
    name = name_of(rest, pack=pack)
    first, comma, _ = rest.text.partition(",")
    given = bool(comma) and not apart and is_given_alone(first.strip(), pack=pack)  # "Inringda: Bo, Cia Dahl (akuten)"
    if (name is None or len(name.text.split()) < 2) and not given:
        return None
    if (role is not None and not apart) or (name is not None and is_code(head.strip(), name.text)):
        return None
    if apart and (full_name_like(head, pack=pack) or is_given_alone(head, pack=pack) or not opening_name(rest, pack=pack)):
        return None
    items = item_scope(head, pack=pack)
    is_group = (
        role or items or is_organisational(head, pack=pack) or name_words(pack).is_listed(head.split()[0]) or not is_likely_person(head, pack=pack)
    )
    return Group(head, role, rest, items, late is not None) if is_group or late is not None else None


def _unit_lead(text: str, *, pack: LanguagePack) -> re.Match[str] | None:
    """A unit with a comma in its name and a colon behind it, which begins with nobody's name."""
    match = _UNIT_LEAD.match(text)
    named = match is not None and is_organisational(match[1], pack=pack) and not is_likely_person(match[1].split(",")[0].strip(), pack=pack)
    return match if named else None


def _names_among(parts: list[Span], marks: list[str], *, only_names: bool, pack: LanguagePack) -> list[bool]:
    """Which parts of an enumeration are people: all look like full names, but "Bo Alm, Föreningen Syn" names one person and an organisation.

    A part behind a comma counts when it is a likely name, when it stands behind "och", when it has brackets as the part before has, or when most
    of three or more parts look like names.
    """
    bare = [_BRACKETS.sub("", p.text).rstrip(_AROUND) for p in parts]
    looks = [bool(text) and _named_in_full(part, text, pack=pack) for part, text in zip(parts, bare, strict=True)]
    alone = [is_given_alone(text, pack=pack) for text in bare]
    if sum(alone) >= 2 and sum(alone) + sum(looks) >= 0.75 * len(parts):
        strangers = [_LONE.fullmatch(text) is not None and not is_organisational(text, pack=pack) for text in bare]
        return [one or full or lone for one, full, lone in zip(alone, looks, strangers, strict=True)]
    bracketed = [bool(_BRACKETS.search(p.text)) for p in parts]
    many = sum(looks) >= 3 and sum(looks) >= 0.6 * len(parts)
    found: list[bool] = []
    for i, (part, is_name) in enumerate(zip(parts, looks, strict=True)):
        likely = i == 0 or only_names or marks[i - 1].strip() not in (",", "") or many or (bracketed[i] and bracketed[i - 1])
        name = name_of(part, pack=pack) if is_name and not likely else None  # without the title before it
        found.append(is_name and (likely or (name is not None and name_words(pack).is_given(name.text.split()[0]))))
    return found


def _named_in_full(part: Span, bare: str, *, pack: LanguagePack) -> bool:
    """Whether a part is a full name, with or without its initials, a mark or a title before it."""
    if full_name_like(bare, pack=pack):
        return True
    name = name_of(part, pack=pack)
    if name is None or not full_name_like(name.text, pack=pack):
        return False
    behind = bare[name.end - part.start :].strip()
    coded = re.match(r"[(\[]([^()\[\]]*)[)\]]", behind)
    if coded is not None and is_code(coded[1].strip(), name.text):  # "Sigrid Lööf (SL) Ranby kommun"
        return True
    behind = re.sub(r"^\([^()]*\)\s*", "", behind)  # "Eva Ek (Norrby) från 14"
    if _LETTERS.fullmatch(behind) and is_likely_person(name.text, pack=pack):
        return True
    if not behind or behind[0] in "-–" or is_code(behind, name.text) or (behind.islower() and len(behind.split()) <= 4):  # "Eva Ek på länk"
        return True
    if phrase(pack, r"<<roster.on_behalf>>\s").match(behind) is not None:  # "Kjell Åström från Anhöriglinjen"
        return len(behind.split()) <= 6
    told = phrase(pack, r"<<roster.prose.instead>>\s|[\w-]+<<verbs.finite_endings>>\s").match(behind) is not None
    return behind[0].islower() and not told and len(behind.split()) <= 5 and is_likely_person(name.text, pack=pack)  # "Bo Alm vårdcentral Norr"


def is_surname_first(lines: Iterable[Span], *, pack: LanguagePack) -> bool:
    """Whether a list writes "Alm Bo" or "Alm, Bo": told by where its common given names stand, since one line alone may mislead."""
    first, last, borne_out = _orders(lines, pack=pack)
    return last > 2 * first and (last >= 2 or borne_out > 0)


def is_given_first(lines: Iterable[Span], *, pack: LanguagePack) -> bool:
    """Whether a few names ("Bo Alm" below a list of "Alm Bo") tell by themselves that they are written the other way round."""
    first, last, _ = _orders(lines, pack=pack)
    return first > last


def _orders(lines: Iterable[Span], *, pack: LanguagePack) -> tuple[int, int, int]:
    """How many names have a common given name first and no other, how many last and no other, and how many of these a surname before it."""
    words = name_words(pack)
    first = last = borne_out = 0
    for line in lines:
        name = name_of(line, pack=pack)
        match = _TWO_WORDS.match(line.text, name.start - line.start if name is not None else 0)
        if match and not ("," in match[0] and re.match(rf"\s+{NAME_WORD}", line.text[match.end() :])):  # "Umbro, Torkel Hemming"
            given = words.is_given(match[1]), words.is_given(match[2])
            first += given == (True, False)
            last += given == (False, True)
            borne_out += given == (False, True) and is_likely_person(f"x {match[1]}", pack=pack)  # "Backlund Nina" alone
    return first, last, borne_out
