"""What a register row is called on an agenda: words of the minutes, trimmed, never new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from functions.drafting.slots import is_break, is_report, slots_of
from functions.drafting.wording import MONTHS, SENSITIVE, WEEKDAYS, capital, clean, fold, is_number
from functions.model.agenda import LineKind, LineType
from functions.model.register import OpenItem, Register, RowKind

LONGEST_TITLE = 160
LONGEST_PART = 200

_POINTING = re.compile(
    r"^(?:(?:att|den|det|de|denna|detta|dessa|vi|man|frågan|frågorna|ärendet|ärendena|punkten|saken|diskussionen|underlaget|förslaget|beslutet"
    r"|remissen|rådet|gruppen|sekreteraren|ordföranden?)\b"
    r"|(?:bordlägg|bordlagt|återremit|återkommer|tas upp|tas med|lyfts|avvakta|hänskjut|skjuts|parkera|läggs|inväntar|beslut)\w*"
    r"|(?:ligger|står|vilar|kvarstår)\s+kvar|(?:ny|fortsatt)\s+behandling|behandlas|ajourneras)",
    re.IGNORECASE,
)
"""A sentence that points at the matter ("Frågan bordläggs …") and does not name it."""

_PUT_OFF = re.compile(
    r"^(.{8,}?)\s+(?:(?:ska|skall|ska åter|får|kan|bör|föreslås)\s+)?"
    r"(?:bordlägg\w*|återremitt\w*|tas\s+(?:åter\s+)?upp|lyfts|skjuts|hänskjuts|återkommer|parkeras)\b",
    re.IGNORECASE,
)
"""The matter before the words that put it off: "Nivåstrukturering" of "Nivåstrukturering tas upp i april"."""

_PUTS_OFF = re.compile(r"\b(?:bordlägg|bordlag|återremi|återkom|skjut|hänskj|parker|tas\s+(?:åter\s+)?upp|lyfts|vilar)", re.IGNORECASE)
_ENDS_POINTING = re.compile(r"\b(?:den|det|frågan|ärendet|punkten|saken|detta)$", re.IGNORECASE)
"""What is left only points at the matter: "Tiden räckte inte till och frågan"."""
_BREAKS_OFF = re.compile(r"\b(?:och|samt|eller|men|att|som)$", re.IGNORECASE)
"""What is left is half a sentence: "Moa pratar med gatukontoret och" of "… och återkommer"."""

_ONLY_WHEN = re.compile(
    r"(?:tas|tar|tog|får|fick|bli|blir|blev|ska|skall|kan|bör|hann|hinn\w*|skjut\w*|flytta\w*|vänta\w*|dröj\w*|kom\w*|återkom\w*|bordl\w*|återremi\w*|parker\w*"
    r"|medger|diskuter\w*|ordentligt|färdig\w*|nyår|vilar|avvakta\w*|lyft\w*|behandla\w*|vila\w*|upp|med|vi|rådet|gruppen|inte|ej|inget|ingen|tid|tiden|dag|datum|räck\w*|till|i|på|vid|under|efter|före|från|den|det|detta|denna|en|ett"
    r"|så|då|nu|och|att|som|är|åter|igen|först|senare|snart|sedan|redan|fram|framåt|framöver|vidare|nästa|nästkommande|kommande|annan|annat|andra|första|tredje|gång|gången"
    r"|möte|mötet|mötes|sammanträde\w*|träff\w*|vecka|år|året|\w*vår\w*|\w*sommar\w*|\w*höst\w*|\w*vinter\w*|jul|påsk|semester\w*|årsskifte\w*"
    rf"|(?:{'|'.join(MONTHS)})(?:s?möte\w*)?|{'|'.join(WEEKDAYS)}|frågan|ärendet|punkten|saken|remissen|förslaget|\d+)",
    re.IGNORECASE,
)
"""A word of a sentence that only says when ("Tas i februari", "Hann vi inte", "Får bli december")."""
_TELLS = re.compile(
    r"^(?:vi|jag|han|hon|hen|de|man|det|tiden)\b|\b(?:kunde|hade|har|hann|hanns|var|är|saknas|saknades|fanns|kom|medger|medgav|räcker|räckte|behöver|behövde|väntar"
    r"|fick|blev|förberedde|lämnade)\b",
    re.IGNORECASE,
)
"""A sentence that tells why nothing came of it ("Hon förberedde inget underlag", "LD hade inte hunnit …"), and names no matter."""
_PUT = frozenset({RowKind.TABLED, RowKind.RETURNED, RowKind.DEFERRED})
_NAME = 7
"""Words of a matter's name at most; what is longer tells about it."""
_OFF = re.compile(
    r"(?:bordlägg|bordlag|återremi|återkom|skjut|hänskj|parker|lyft|tas|upp|igen|mötet|möte|nästa|behandla|kvar|vila|först|därför|fråga|ärende|punkt|beslut)"
)

_DECIDE = re.compile(
    r"\b(?:beslut\w*|fastställ\w*|nominer\w*|utse\w*|val av|ställningstagande\w*|ta ställning|ställa sig bakom|godkänn\w*)", re.IGNORECASE
)
_INFORM = re.compile(
    r"\b(?:inform\w+|rapport\w*|\w*rapport(?:er)?|lägesrapport\w*|återrapport\w*|aktuellt|nytt från|nuläge\w*|redovisning\w*)\b", re.IGNORECASE
)
_SIGNING = re.compile(
    r"\b(?:antecknat|antecknare|protokollförare|sekreterare|ordförande|processledare|samordnare|justeras?|vid|protokollet|tangenterna|pennan|hälsningar|av|och)\b"
    r"|[^\w]",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\b(?:(?:god|glad|trevlig|skön)\s+(?:jul|påsk|sommar|helg|fortsättning)|gott\s+nytt\s+år|när\s+den\s+kommer)\b", re.IGNORECASE
)
_GUEST = re.compile(r"\b(?:gäst(?:er|ar|as)?|gästföreläs\w*|besök av|inbjud(?:en|na|s)?)\b", re.IGNORECASE)


def shorten(text: str, *, longest: int) -> str:
    """The text, cut at a word with "…" where it is longer than that many characters, at a sentence's end if one comes near enough."""
    text = clean(text)
    text = text.rstrip(".") if not re.search(r"[.!?]\s", text.rstrip(".")) else text
    if len(text) <= longest:
        return text
    first = re.match(r".{30,}?[^\s.]{3,}[.!?](?=\s+[A-ZÅÄÖÉ])", text)
    if first and len(first[0]) <= longest:
        return first[0].rstrip(".")
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def titles_of(register: Register) -> dict[tuple[str, str], str]:
    """Titles of earlier items by meeting (ISO date) and number."""
    return {(day[:10], point.number): clean(point.title) for day, points in register.skeletons for point in points if point.number}


def item_title(row: OpenItem, *, titles: dict[tuple[str, str], str]) -> str | None:
    """The title of the item that opened the row, None where it is unknown or names no matter ("Övriga frågor")."""
    item = clean(row.opened.item or "")
    title = clean(row.opened.title or "") or titles.get((row.opened.meeting[:10], item), "" if is_number(item) else item)
    return title if title and not slots_of(title) and not is_break(title) else None


def name_matter(row: OpenItem, *, titles: dict[tuple[str, str], str]) -> str:
    """A readable title, however long: the row's own words without those that put the matter off, or the item's title where they only point at
    the matter ("Frågan bordläggs …"), are sensitive, or hold that title."""
    text = clean(row.text)
    title = item_title(row, titles=titles)
    if title and (SENSITIVE in text or _POINTING.match(text) or (row.kind in _PUT and (_is_only_when(text) or _is_told(text, title)))):
        return capital(title)
    if row.kind in _PUT:
        text = _beyond_put_off(text) or text
    told = _PUT_OFF.match(text) if row.kind is not RowKind.ACTION else None
    names = told is not None and not _ENDS_POINTING.search(told[1]) and not _BREAKS_OFF.search(told[1])
    if told and title and not names:
        return capital(title)
    if told and names:
        text = told[1].rstrip(" ,;:–-")
    elif title and " " in title and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text, re.IGNORECASE):
        text = title

    for owner in row.owners:
        inside = re.search(r"\s*\(([^()]+)\)$", text)
        if inside and clean(owner).casefold().startswith(inside[1].casefold()):
            text = text[: inside.start()]
    return capital(text.rstrip("."))


def said_of(row: OpenItem, *, title: str, people: Iterable[str] = ()) -> str | None:
    """What the row's words say of the matter beyond its title and that it was put off; None where they say no more, or speak of somebody.

    people: names; why somebody had nothing to show is no business of an agenda.
    """
    text = shorten(_beyond_put_off(clean(row.text).rstrip(" |")), longest=LONGEST_PART)
    if _TELLS.search(text) and len(text.split()) <= _NAME:
        return None
    more = [word for word in fold(text) if len(word) > 3 and word[:5] not in {known[:5] for known in fold(title)} and not _OFF.match(word)]
    named = any(re.search(rf"(?<!\w){re.escape(part)}s?(?!\w)", text) for name in people for part in clean(name).split() if len(part) > 2)
    return capital(text) if len(more) >= 3 and not named and SENSITIVE not in text else None


def _beyond_put_off(text: str) -> str:
    """The sentences but those that only put the matter off."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÉ])", text)
    return " ".join(one for one in sentences if not _only_puts_off(one))


def _only_puts_off(sentence: str) -> bool:
    told = _PUT_OFF.match(sentence)
    points = _POINTING.match(sentence) or (told and _ENDS_POINTING.search(told[1]))
    return bool(_PUTS_OFF.search(sentence) and points) or _is_only_when(sentence)


def _is_only_when(text: str) -> bool:
    """Whether a text says when, and names no matter."""
    return all(_ONLY_WHEN.fullmatch(word) for word in re.findall(r"\w+", text))


def _is_told(text: str, title: str) -> bool:
    """Whether a text is a sentence about the item's matter, and no name of a matter of its own."""
    put_off = _PUT_OFF.match(text)
    name = put_off[1] if put_off is not None else ""
    names_own = name and not _ENDS_POINTING.search(name) and len(name.split()) <= _NAME and not _TELLS.search(name)
    return not names_own and not is_report(title) and (len(text.split()) > _NAME or bool(_TELLS.search(text)))


def type_of(kind: LineKind, *texts: str) -> LineType:
    """What the council is asked to do, judged by the matter's own words; a discussion where they do not say."""
    fixed = {
        LineKind.FORMALITY: LineType.FORMALITY,
        LineKind.BREAK: LineType.FORMALITY,
        LineKind.OTHER: LineType.FORMALITY,
        LineKind.NEXT: LineType.FORMALITY,
        LineKind.FOLLOW_UP: LineType.FOLLOW_UP,
    }
    if kind in fixed:
        return fixed[kind]
    if any(_DECIDE.search(text) for text in texts):
        return LineType.DECISION
    return LineType.INFORMATION if _INFORM.search(texts[0]) or kind is LineKind.GUEST else LineType.DISCUSSION


def is_signature(text: str, *, people: Iterable[str]) -> bool:
    """Whether a topic is only who signed or wrote the minutes ("Antecknat av Ylva Dahlin", "/MF"), or a greeting, below the list of meetings."""
    left = clean(text)
    names = [clean(name) for name in people if clean(name)]
    short = [form for name in names for form in (name.split()[0], "".join(part[0] for part in re.split(r"[\s-]+", name) if part))]
    for name in (*names, *short):
        left = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", left, flags=re.IGNORECASE if " " in name else 0)
    greeting = _GREETING.sub("", left)
    return (left != clean(text) or greeting != left) and not _SIGNING.sub("", greeting).strip()


def kind_of_topic(text: str) -> LineKind:
    """A topic that was pinned to a meeting: a guest's visit or a matter."""
    return LineKind.GUEST if _GUEST.search(text) else LineKind.PINNED
