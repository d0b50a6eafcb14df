"""One line of an attendance list: the name, and what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from functions.interpreting.full_names import find_full_names
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.roster_names import is_code, is_organisational, lead_of, name_of, turned, uncapped
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_PRESENT_MARKS = frozenset({"x", "(x)", "✓", "☒", "☑", "1", "×"})
_CAP = f"[{UPPER}]"
_OPEN_ENDED = r"<<roster.open_ended>>\b\.?(?:\s+\w+)?\s*$"
_STAR = re.compile(r"\s?\*+")  # of a footnote: "Petter Ax* (samordnare)"
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d{2})?")
_UNTIL, _SINCE = re.compile(r"(?:^|[^\w\s]|\W\s)[-–—]$"), re.compile(r"[-–—](?:\W|$)")
_HOURS = re.compile(r"\b\d{1,2}[.:]\d{2}\s*[-–—]\s*\d{1,2}[.:]\d{2}\b")
# "från 8.45", "till 14:30", "fr.o.m. p. 5", "tom 5", "efter lunch"; "ej 11 maj", "endast tisdagen".
_PART = (
    r"(?:<<roster.remote>>\s+)?(?:<<roster.open_ended|roster.came_or_went>>\.?\s+(?:<<dates.clock>>\s*)?"
    r"(?:\d{1,2}[.:]\d{2}|(?:<<roster.items_words>>\.?\s*)?\d{1,2}|<<roster.breaks>>)"
    r"|<<roster.only>>\s+(?:(?:<<dates.the>>\s+)?\d{1,2}(?::\w|/\d{1,2}|\s+[^\W\d_]{3,})?|<<dates.weekdays>>\w*|(?:<<roster.items_words>>)\.?\s*\d+"
    r"|(?:<<roster.open_ended>>\s+)?<<roster.breaks>>))"
    r"|<<dates.clock>>\s*\d{1,2}(?:[.:]\d{2})?\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?"
)
_MANY = r"\d+(?:\s*(?:,|<<grammar.and>>|-|–)\s*§?\s*\d+)*"
_PUNCT = re.compile(r"\t+|\s*[,;|]\s*|\s+[-–—]\s+|\s*[()\[\]]\s*|(?<=[^\W\d])[–—](?=\w)|\s{3,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line tells of one person.

    marked: by a cross or a box before the name; evidence: the words for role, absence and the like, never the reason.
    """

    name: Span
    given_first: str
    role: str | None = None
    title: str | None = None
    affiliation: str | None = None
    initials: str | None = None
    items: tuple[str, ...] = ()
    absent: bool = False
    partial: bool = False
    remote: bool = False
    adjunct: bool = False
    guest: bool = False
    guest_word: bool = False
    marked: bool | None = None
    evidence: tuple[Span, ...] = ()


def entry_of(fields: tuple[Span, ...], *, surname_first: bool = False, pack: LanguagePack) -> Entry | None:
    """The person of one line, None where the line names nobody (a prompt, a vacant seat, a heading). surname_first: how the list writes names."""
    items: tuple[str, ...] = ()
    fields = tuple(f.trimmed(" \t\n\r\xa0•-–—*·") for f in fields if f.text.strip())
    if not fields:
        return None
    lead = _item_lead(fields[0], pack=pack)
    if lead is not None:
        items = lead[0]
        fields = ((lead[1],) if lead[1].text else ()) + fields[1:]
        if not fields:
            return None
    first, sent_by = _behind_sender(fields[0], pack=pack)
    marks = lead_of(first.text)
    first = first.part(marks.end, len(first.text))
    role_first = phrase(pack, r"(?:<<roster.role_leads>>\s+)?\w+\s*:\s*").match(first.text)
    lead_role = None
    if role_first:
        lead_role = role_of(first.text[: role_first.end()].rstrip(" :"), pack=pack)
        if lead_role:
            first = first.part(role_first.end(), len(first.text))
    around = turned(first, pack=pack) if surname_first else None
    name = around[0] if around is not None else name_of(first, pack=pack)
    before = first.block.text[first.start : name.start].strip() if name is not None else ""
    if name is None or phrase(pack, r"<<roster.vacant>>\.?$").match(name.text):
        return None
    starred = _STAR.match(first.text, name.end - first.start)
    rest = first.part(starred.end() if starred else name.end - first.start, len(first.text))
    trailing = phrase(pack, r"[\s,]*\b<<grammar.and>>\s+<<roster.prose.so_i>>[\s,]*$").search(rest.text)  # "… från Ljusglimten och så jag, Moa Myr"
    rest = rest.part(0, trailing.start()) if trailing else rest
    writes = phrase(pack, r"(?<!\w)(<<kind.me>>)(?:\s+<<next_meetings.which>>\s+\w+)?[\s,]*$").search(first.block.text[: name.start])
    if phrase(pack, rf"\.?\s+[{LOWER}]+<<verbs.finite_endings>>\b[^,;()\t]*\.$", case=True).match(rest.text) and len(fields) == 1:
        return None  # "Bo Alm berättade om läget."
    pieces = [piece for span in (rest, *fields[1:]) for piece in _pieces(span, pack=pack)]
    entry = _with_details(name, pieces, items=items, role=lead_role, pack=pack)
    offices = (role_of(part, pack=pack) for part in before.split(","))
    office = next((role for role in offices if role is not None), None)  # "sekretær Wenche Dyrhaug", "Ordföranden, överläkaren Helga Norin"
    titles = ", ".join(part for part in (before if office is None else "", entry.title) if part)
    entry = replace(
        entry,
        affiliation=entry.affiliation or sent_by,
        role=entry.role or office or ("secretary" if writes else None),
        evidence=(*entry.evidence, Span(first.block, *writes.span(1))) if writes else entry.evidence,
        title=titles or None,
        initials=entry.initials or marks.initials,
        marked=entry.marked if marks.present is None else marks.present,
    )
    return replace(entry, given_first=around[1]) if around is not None else entry


def _behind_sender(span: Span, *, pack: LanguagePack) -> tuple[Span, str | None]:
    """ "Nordmedica AB genom Maj Thor" is Maj Thor, of Nordmedica AB."""
    match = phrase(pack, rf"([^,;:(]{{2,50}}?)\s+<<roster.through>>\s+(?=(?-i:{_CAP}))").match(span.text)
    return (span.part(match.end(), len(span.text)), match[1]) if match else (span, None)


def _item_lead(span: Span, *, pack: LanguagePack) -> tuple[tuple[str, ...], Span] | None:
    match = phrase(pack, rf"<<roster.items_words>>\s*({_MANY})\s*[:.)]?\s*").match(span.text)
    if not match:
        return None
    return _numbers(match[1], pack=pack), span.part(match.end(), len(span.text)).trimmed(" \t,:–-")


def _pieces(span: Span, *, pack: LanguagePack) -> list[Span]:
    pieces, at = [], 0
    text = span.text
    for mark in re.finditer(_PUNCT, text):
        pieces.append(span.part(at, mark.start()))
        at = mark.end()
    pieces.append(span.part(at, len(text)))
    out: list[Span] = []
    for piece in (p.trimmed(" \t\n,;:()-–—[]/") for p in pieces):
        glued = phrase(pack, r"(.+?\w)-(?=<<roster.absent>>\b)").match(piece.text)
        if glued:
            out += [piece.part(0, glued.end(1)), piece.part(glued.end(), len(piece.text))]
        elif piece.text:
            out.append(piece)
    return out


def _with_details(name: Span, pieces: list[Span], *, items: tuple[str, ...], role: str | None, pack: LanguagePack) -> Entry:
    found: dict[str, bool] = {}
    evidence: list[Span] = []
    titles: list[str] = []
    affiliation = initials = None
    for piece in pieces:
        text, folded = piece.text, piece.text.casefold()
        if _came_or_left_at(piece):
            found["partial"] = True
            evidence.append(piece)
            continue
        alone = not folded.strip(" .").isdigit() or piece.block.text[max(0, piece.start - 1) : piece.start] in (
            "",
            "\t",
        )  # "1" behind a tab is a mark
        if phrase(pack, r"(?<!\w)<<roster.sensitive>>(?!\w)").search(folded) and not _is_department(piece, pack=pack):
            if phrase(pack, rf"<<roster.on_behalf>>\s+(?-i:{_CAP})").match(text):  # "för Åsa som är på semester"
                continue
            status = _first(folded, pack.words("roster", "absent"))
            found["absent"] = True
            if status is not None:
                evidence.append(piece.part(*status))
            continue
        if alone and (_whole(folded, pack.words("roster", "no")) or _whole(folded, pack.words("roster", "yes")) or folded in _PRESENT_MARKS):
            found["absent"] = found.get("absent", False) or _whole(folded, pack.words("roster", "no"))
            found["marked"] = True
            evidence.append(piece)
            continue
        all_but = phrase(pack, r"<<roster.all_but>>\s+(?:\w+\s+)?<<roster.items_words>>\s*\d").match(folded)
        at = _first(folded, pack.words("roster", "absent")) if all_but is None else None
        if at is not None and find_full_names(text[: at[0]], pack=pack):  # "(ordinarie ordförande Sven Udd har förhinder)"
            titles.append(text)
            continue
        if at is not None:
            found["partial" if item_scope(text, pack=pack) else "absent"] = True
            evidence.append(piece.part(*at))
            continue
        if is_code(text, name.text):
            initials = text
            continue
        this_role = role_of(text, pack=pack)
        scope = item_scope(text, pack=pack)
        if _HOURS.search(text):
            found["partial"] = True  # "(deltog 13.00–14.10)"
            evidence.append(piece)
            continue
        came = _first(folded, pack.words("roster", "came_or_went")) if re.search(r"\d", folded) else None
        if (
            came is not None
            or phrase(pack, rf"(?:{_PART})\s*\.?").fullmatch(folded)
            or _first(folded, pack.words("roster", "partial")) is not None
            or all_but is not None
        ):
            found["partial"] = True
            evidence.append(piece)
            items = items or (scope if came is None else ())  # who came during § 14 was there for more than § 14
            continue
        if scope:
            items = items or scope
            evidence.append(piece)
        elif this_role is not None:
            lesser = role == "coordinator"  # of the council, not of this meeting: "koordinator (sekreterare)"
            role = this_role if role is None or lesser or phrase(pack, "<<roster.of_the_meeting>>").search(folded) else role
            evidence.append(piece)
            if len(text.split()) > 1:
                titles.append(text)
        elif _whole(folded, pack.words("roster", "remote")):
            found["remote"] = True
            evidence.append(piece)
        elif _whole(folded, pack.words("roster", "adjunct")):
            found["adjunct"] = True
            evidence.append(piece)
        elif _whole(folded, pack.words("roster", "guest")):
            found["guest"] = True
            found["guest_word"] = found.get("guest_word", False) or folded.strip(" .*_") not in pack.words("roster", "presenter_words")
            evidence.append(piece)
        elif re.fullmatch(rf"{_CAP}[{UPPER}&/-]{{1,9}}", text) or is_organisational(text, pack=pack):
            affiliation = affiliation or without_from(text, pack=pack)
        elif (sent := phrase(pack, rf"<<next_meetings.from>>\s+({_CAP}.*)").match(text)) is not None:  # "Kjell Åström från Anhöriglinjen"
            affiliation = affiliation or sent[1]
        else:
            titles.append(text)
    absent = found.get("absent", False) and not found.get("partial", False)
    return Entry(
        name=name,
        given_first=uncapped(re.sub(r"\s+", " ", name.text), pack=pack),
        role=role,
        title=", ".join(titles) or None,
        affiliation=affiliation,
        initials=initials,
        items=items,
        absent=absent,
        partial=found.get("partial", False),
        remote=found.get("remote", False),
        adjunct=found.get("adjunct", False),
        guest=found.get("guest", False),
        guest_word=found.get("guest_word", False),
        marked=found.get("marked"),
        evidence=tuple(evidence),
    )


def _came_or_left_at(piece: Span) -> bool:
    """Whether a piece is an hour with a dash before or behind it: "(akuten, 10.30-)", "(–14)"."""
    text = piece.block.text
    before, behind = text[max(0, piece.start - 3) : piece.start], text[piece.end : piece.end + 2]
    return _HOUR.fullmatch(piece.text) is not None and bool(_UNTIL.search(before) or _SINCE.match(behind))


def _is_department(piece: Span, *, pack: LanguagePack) -> bool:
    """Whether a word for a reason is where somebody works: "enhetschef operation", but not "(operation)"."""
    if piece.block.text[max(0, piece.start - 1) : piece.start] == "(":
        return False
    found = phrase(pack, r"(?<!\w)<<roster.sensitive>>(?!\w)").findall(piece.text)
    return phrase(pack, r"(?:[\w/,-]+\s+){0,4}<<roster.departments>>(?:\s+\d+)?").fullmatch(piece.text) is not None and len(found) == 1


@lru_cache(maxsize=2048)
def role_of(text: str, *, pack: LanguagePack) -> str | None:
    """The role of a field: the role's word alone, or at the end behind capitalised words ("Region Nord ordförande")."""
    folded = phrase(pack, r"^(?:<<roster.who>>\s+)+").sub("", text.casefold().strip(" .:"), count=1)
    today = phrase(pack, r"\.?\s+<<roster.elected.for_this>>$").search(folded)  # "skriver i dag"
    if today is not None and (role := role_of(folded[: today.start()], pack=pack)) is not None:
        return role
    text = text[-len(folded) :] if folded else text
    for role, word in _role_words(pack):
        if word not in folded:
            continue
        if folded == word:
            return role
        if folded.endswith(" " + word):
            before = text[: len(folded) - len(word)].split()
            if before and before[-1][:1].isupper():
                return role
        if phrase(pack, rf"[^,:]{{2,40}}\s*(?:/|\b<<grammar.and>>\b|[&+])\s*{re.escape(word)}$").match(folded):  # "utredare och sekreterare"
            return role
        if folded.startswith(word) and phrase(pack, r"\s*(?:/|<<grammar.and>>|[&+])\s*\w+$").match(folded, len(word)):
            return role
    return None


@lru_cache(maxsize=8)
def _role_words(pack: LanguagePack) -> tuple[tuple[str, str], ...]:
    """The words for the offices of a meeting, in the order in which they are tried."""
    tables = (pack.table("names", "roles"), pack.table("roster", "roles"))
    roles = ("vice_chair", "chair", "secretary", "coordinator", "adjuster")
    return tuple((role, word.casefold().strip(".")) for role in roles for table in tables for word in table.get(role, ()))


def _first(folded: str, words: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the longest of these words that stand in a text is."""
    for word in _longest_first(words):
        if word in folded:
            match = re.search(rf"(?<!\w){re.escape(word)}" + (r"(?!\w)" if word[-1].isalnum() else ""), folded)
            if match:
                return match.span()
    return None


@lru_cache(maxsize=64)
def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def without_from(text: str, *, pack: LanguagePack) -> str:
    """Whom somebody stands for: "kliniken" of "från kliniken"."""
    return phrase(pack, r"^(?:<<roster.sent_from>>)\s+").sub("", text.strip())


def is_mark(text: str, *, pack: LanguagePack) -> bool:
    """Whether a cell's text in small letters says that somebody was there: a cross, "ja"."""
    return text in _PRESENT_MARKS or text in pack.words("roster", "yes")


def _whole(folded: str, words: tuple[str, ...]) -> bool:
    return folded.strip(" .*_") in words


def item_scope(text: str, *, pack: LanguagePack) -> tuple[str, ...]:
    """The items that a field names ("punkt 3", "§§ 4–6"), () where it does not say which."""
    match = phrase(pack, rf"(?<!\w)<<roster.items_words>>\.?\s*({_MANY})").search(text)
    match = match or phrase(pack, rf"(?<![\d/.])({_MANY})\s*§(?!\s*\d)").search(text)  # "16 §"
    if match is None or phrase(pack, _OPEN_ENDED).search(text[: match.start()]):
        return ()  # "t.o.m. punkt 5" does not say from which
    return _numbers(match[1], pack=pack)


def _numbers(text: str, *, pack: LanguagePack) -> tuple[str, ...]:
    numbers: list[str] = []
    for part in phrase(pack, r"\s*(?:,|<<grammar.and>>)\s*").split(text):
        ends = re.findall(r"\d+", part)
        if len(ends) == 2 and 0 < int(ends[1]) - int(ends[0]) < 60:
            numbers += [str(n) for n in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            numbers += ends
    return tuple(dict.fromkeys(numbers))
