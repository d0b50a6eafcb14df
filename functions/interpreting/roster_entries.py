"""One line of an attendance list: the name, and what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from functions.interpreting.name_words import name_words
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

PRESENT_MARKS = frozenset({"x", "(x)", "ja", "✓", "☒", "☑", "n", "närv", "1", "×"})
_CAP = r"[A-ZÅÄÖÆØÉÜÁÍÓ]"
NAME_WORD = rf"(?:{_CAP}\w?\.|{_CAP}[\w'’]*(?:-{_CAP}[\w'’]*)*)"
_OPEN_ENDED = re.compile(
    r"(?:t\.?\s?o\.?\s?m|tom|fr\.?\s?o\.?\s?m|från|till|kom|lämna\w*|avv\w+|ej|inte|utom|efter|före|anslöt|ansluter)\b\.?(?:\s+\w+)?\s*$", re.I
)
_ORGANISATION_ENDS = (
    *("sjukhus", "sjukhuset", "regionen", "kommun", "vården", "kontoret", "hälsan", "mottagningen", "föreningen", "förbundet", "sällskapet"),
    *("lasarett", "lasarettet", "kliniken", "enheten", "centralen", "rådet", "nämnden", "styrelsen", "universitetet", "högskolan", "kansliet"),
)
_PUNCT = re.compile(r"\t+|\s*[,;|]\s*|\s+[-–—]\s+|\s*[()\[\]]\s*|(?<=[^\W\d])[–—](?=\w)|\s{3,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line tells of one person; evidence: the words for role, absence and the like, never the reason."""

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
    evidence: tuple[Span, ...] = ()


@lru_cache
def _name_pattern(pack: LanguagePack) -> re.Pattern[str]:
    particles = "|".join(re.escape(p) for p in pack.words("names", "particles")) or "von"
    return re.compile(rf"(?:(?:dr|prof|docent|leg)\.?\s+)?({NAME_WORD}(?:[ \xa0]+(?:(?:{particles})[ \xa0]+)*{NAME_WORD}){{0,4}})", re.U)


def full_name_like(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text is two to five capitalised words and nothing else, none of them an organisation's."""
    match = _name_pattern(pack).fullmatch(text.strip())
    return bool(match) and len(text.split()) >= 2 and not re.search(r"(?<!\w)[A-ZÅÄÖ]{2,}(?!\w)", text) and not is_organisational(text, pack=pack)


def is_likely_person(name: str, *, pack: LanguagePack) -> bool:
    """Whether a full name is borne out by a common given name or a surname's ending."""
    words = name_words(pack)
    first, *rest = name.split() or [""]
    if words.is_given(first) or any(words.is_given(part) for part in first.split("-")):
        return True
    return bool(rest) and any(rest[-1].casefold().endswith(end) and len(rest[-1]) > len(end) for end in words.surname_endings if len(end) > 2)


def is_organisational(text: str, *, pack: LanguagePack) -> bool:
    """Whether a word of the text is an organisation's or a body's."""
    words = [w.casefold().strip(".,") for w in re.split(r"[\s-]+", text)]
    ends = tuple(pack.words("bodies", "organizations"))
    nouns = set(pack.words("bodies", "nouns"))
    return any(w in nouns or w in ends or w.rstrip("s") in nouns or w.endswith(_ORGANISATION_ENDS) for w in words)


def _turned(first: Span, *, pack: LanguagePack) -> tuple[Span, str] | None:
    """The name of a surname-first line, and the same with the given name first."""
    match = re.match(rf"({NAME_WORD}(?: {NAME_WORD})?)\s*,\s*({NAME_WORD})(?=\s*(?:$|[,;(\t–-])|\s+[a-zåäö])", first.text)
    if match:
        return first.part(0, match.end()), f"{match[2]} {match[1]}"
    name = name_of(first, pack=pack)
    if name is None or len(name.text.split()) < 2:
        return None
    *surnames, given = name.text.split()
    return name, " ".join([given, *surnames])


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
    first = fields[0]
    role_first = re.match(r"(?:vice\s+)?[\wåäö]+\s*:\s*", first.text, re.I)
    lead_role = None
    if role_first:
        lead_role = role_of(first.text[: role_first.end()].rstrip(" :"), pack=pack)
        if lead_role:
            first = first.part(role_first.end(), len(first.text))
    turned = _turned(first, pack=pack) if surname_first else None
    name = turned[0] if turned is not None else name_of(first, pack=pack)
    if name is None or re.match(r"vakan|n\.?\s?n\.?$", name.text, re.I):
        return None
    rest = first.part(name.end - first.start, len(first.text))
    if re.match(r"\.?\s+[a-zåäö]+(?:de|r|s|te)\b[^,;()\t]*\.$", rest.text) and len(fields) == 1:
        return None  # "Bo Alm berättade om läget."
    pieces = [piece for span in (rest, *fields[1:]) for piece in _pieces(span)]
    entry = _with_details(name, pieces, items=items, role=lead_role, pack=pack)
    return replace(entry, given_first=turned[1]) if turned is not None else entry


def _item_lead(span: Span, *, pack: LanguagePack) -> tuple[tuple[str, ...], Span] | None:
    words = "|".join(re.escape(w) for w in pack.words("roster", "items_words"))
    match = re.match(rf"(?:{words})\s*(\d+(?:\s*(?:,|och|-|–)\s*\d+)*)\s*[:.)]?\s*", span.text, re.I)
    if not match:
        return None
    return _numbers(match[1]), span.part(match.end(), len(span.text)).trimmed(" \t,:–-")


def name_of(span: Span, *, pack: LanguagePack) -> Span | None:
    """The name that the span begins with, without what is glued to it; None where it begins with none."""
    match = _name_pattern(pack).match(span.text)
    if match is None:
        return None
    start, end = match.span(1)
    text = span.text[start:end]
    glued = re.search(r"-(?=[a-zåäö])", span.text[start : end + 40])
    if glued and " " in text and start + glued.start() <= end:
        end = start + glued.start()
        text = span.text[start:end]
    text, end = _cut_glued_organisation(text, start, behind=re.split(r"[,;(\t]", span.text[end:])[0], pack=pack)
    text, end = _cut_caps(text, start)
    following = span.text[end : end + 1]
    words = text.split()
    if (
        not words
        or is_organisational(text, pack=pack)
        or (len(words) == 1 and (following.strip() not in ("", ",", "(", "-", "–", "\t") or len(span.text.split()) > 6))
    ):
        return None
    if len(words) == 1 and (re.match(r"\s+[a-zåäö]", span.text[end:]) or not name_words(pack).is_given(words[0])):
        return None
    if text.casefold() in {w for key in ("present", "absent", "guest", "adjunct") for w in pack.words("sections", key)}:
        return None
    return span.part(start, end).trimmed()


def _cut_glued_organisation(text: str, start: int, *, behind: str, pack: LanguagePack) -> tuple[str, int]:
    """ "Bo Berg-Region Halland": the hyphen parts a name from an organisation, not two surnames."""
    for hyphen in re.finditer("-", text):
        head, tail = text[: hyphen.start()], text[hyphen.end() :]
        absent = any(tail.casefold().startswith(w) for w in pack.words("roster", "absent"))
        if " " in head and (absent or is_organisational(tail + behind, pack=pack) or re.match(r"[A-ZÅÄÖ]{2,}\b", tail)):
            return head, start + len(head)
    return text, start + len(text)


def _cut_caps(text: str, start: int) -> tuple[str, int]:
    """An organisation's acronym behind the name is no surname: "Almén Mai HSO"."""
    match = re.search(r"\s+[A-ZÅÄÖ]{2,}$", text)
    if match and len(text.split()) > 2:
        text = text[: match.start()]
    return text, start + len(text)


def _pieces(span: Span) -> list[Span]:
    pieces, at = [], 0
    text = span.text
    for mark in re.finditer(_PUNCT, text):
        pieces.append(span.part(at, mark.start()))
        at = mark.end()
    pieces.append(span.part(at, len(text)))
    out: list[Span] = []
    for piece in (p.trimmed(" \t\n,;:()-–—[]") for p in pieces):
        glued = re.match(r"(.+?\w)-(?=(?:förhinder|återbud|frånvarande)\b)", piece.text, re.I)
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
        if _has(folded, pack.words("roster", "sensitive")):
            status = _first(folded, pack.words("roster", "absent"))
            found["absent"] = True
            if status is not None:
                evidence.append(piece.part(*status))
            continue
        at = _first(folded, pack.words("roster", "absent"))
        if at is not None:
            found["absent"] = True
            evidence.append(piece.part(*at))
            continue
        if _is_code(text, name.text):
            initials = text
            continue
        this_role = role_of(text, pack=pack)
        scope = _item_scope(text, pack=pack)
        came = _first(folded, pack.words("roster", "came_or_went")) if re.search(r"\d", folded) else None
        if came is not None or _first(folded, pack.words("roster", "partial")) is not None or re.match(r"(?:ej|utom)\s+§", folded):
            found["partial"] = True
            evidence.append(piece)
            items = items or (scope if came is None else ())  # who came during § 14 was there for more than § 14
            continue
        if scope:
            items = items or scope
            evidence.append(piece)
        elif this_role is not None:
            role = role or this_role
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
        elif re.fullmatch(r"[A-ZÅÄÖ][A-ZÅÄÖ&/-]{1,9}|[A-ZÅÄÖ]\w*-?(?:sjukvården|hälsan|kontoret)", text) or is_organisational(text, pack=pack):
            affiliation = affiliation or text
        else:
            titles.append(text)
    absent = found.get("absent", False) and not found.get("partial", False)
    return Entry(
        name=name,
        given_first=re.sub(r"\s+", " ", name.text),
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
        evidence=tuple(evidence),
    )


def role_of(text: str, *, pack: LanguagePack) -> str | None:
    """The role of a field: the role's word alone, or at the end behind capitalised words ("Region Nord ordförande")."""
    folded = text.casefold().strip(" .:")
    for role in ("vice_chair", "chair", "secretary", "coordinator", "adjuster"):
        for word in (*pack.table("names", "roles").get(role, ()), *pack.table("roster", "roles").get(role, ())):
            bare = word.casefold().strip(".")
            if folded == bare:
                return role
            if folded.endswith(" " + bare):
                before = text[: len(folded) - len(bare)].split()
                if before and all(w[:1].isupper() for w in before[-1:]):
                    return role
            if re.match(rf"{re.escape(bare)}\s*(?:/|och|&)\s*\w+$", folded):
                return role
    return None


def _has(folded: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", folded) for w in words)


def _first(folded: str, words: tuple[str, ...]) -> tuple[int, int] | None:
    for word in sorted(words, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(word)}" + (r"(?!\w)" if word[-1].isalnum() else ""), folded)
        if match:
            return match.span()
    return None


def _whole(folded: str, words: tuple[str, ...]) -> bool:
    return folded.strip(" .*_") in words


def _is_code(text: str, name: str) -> bool:
    """Whether a bracketed "MG" or "BSt" is the person's own initials rather than an organisation's."""
    if not re.fullmatch(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3}", text) or not re.search(r"[A-ZÅÄÖ].*[A-ZÅÄÖ]", text):
        return False
    firsts = [w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    capitals = re.findall(r"[A-ZÅÄÖ]", text)
    return len(firsts) >= 2 and capitals[0] == firsts[0] and capitals[-1] in firsts[1:]


def _item_scope(text: str, *, pack: LanguagePack) -> tuple[str, ...]:
    words = "|".join(re.escape(w) for w in pack.words("roster", "items_words"))
    match = re.search(rf"(?<!\w)(?:{words})\s*(\d+(?:\s*(?:,|och|-|–)\s*§?\s*\d+)*)", text, re.I)
    if match and _OPEN_ENDED.search(text[: match.start()]):
        return ()  # "t.o.m. punkt 5" does not say from which
    if match is None and "§" in words:
        match = re.search(r"(?<![\d/.])(\d+(?:\s*(?:,|och|-|–)\s*\d+)*)\s*§(?!\s*\d)", text)  # "16 §"
        if match and _OPEN_ENDED.search(text[: match.start()]):
            return ()
    return _numbers(match[1]) if match else ()


def _numbers(text: str) -> tuple[str, ...]:
    numbers: list[str] = []
    for part in re.split(r"\s*(?:,|och)\s*", text):
        ends = re.findall(r"\d+", part)
        if len(ends) == 2 and 0 < int(ends[1]) - int(ends[0]) < 60:
            numbers += [str(n) for n in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            numbers += ends
    return tuple(dict.fromkeys(numbers))
