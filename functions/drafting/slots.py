"""Tells the formalities of an agenda, its pauses and its general reports from matters, by the words of their titles."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from functions.drafting.wording import DATE, MONTHS, clean
from functions.languages.pack import available, load


class Slot(IntEnum):
    """The places of the formalities, in the order they usually stand on an agenda."""

    OPENING = 1
    AGENDA = 2
    OFFICERS = 3
    PREVIOUS = 4
    FOLLOW_UP = 5
    OTHER = 6
    NEXT = 7
    CLOSING = 8


LEADING = frozenset({Slot.OPENING, Slot.AGENDA, Slot.OFFICERS, Slot.PREVIOUS, Slot.FOLLOW_UP})
TRAILING = frozenset({Slot.OTHER, Slot.NEXT, Slot.CLOSING})

_MEETING = r"(?:mötets?\s+|mötet\s+|sammanträdets\s+|sammanträdet\s+)?"
_TASKS = r"(?:action\w*|åtgärd\w*|uppdrag\w*|beslut\w*|aktivitet\w*|uppgift\w*|punkter\w*|ärenden|möte\w*)"
_EARLIER = r"(?:tidigare|gamla|öppna|utestående|pågående|kvarstående|kvarvarande|föregående|förra)"
_PATTERNS = {
    Slot.OPENING: rf"^hej\b.*\bvälkom\w*$|\b(?:laglighet|beslutförhet|beslutsförhet)\w*(?:\s+och\s+\w+)?$"
    rf"|^{_MEETING}(?:öppn(?:as|ar|ande|andet|ing)\b|inledning\b|incheckning\b)"
    r"|^(?:välkom(?:na|men|nande)|hälsning)\b(?=\s*$|\s*[,!/–-]|\s+(?:och|samt|till\s+(?:mötet|dagens|sammanträdet)|av|från\s+ordf))"
    r"|^(?:närvaro|upprop|presentationsrunda|presentation av deltagar\w*)\b",
    Slot.AGENDA: r"\b(?:dagordning\w*|föredragningslista\w*)|^(?:godkänn\w*|fastställ\w*|genomgång)?\s*(?:av\s+)?agendan?\b",
    Slot.OFFICERS: r"^val av\s+(?:\w+\s+och\s+)?(?:(?:protokoll\w*)?justerare|justeringsperson\w*"
    r"|(?:mötes)?ordförande|(?:mötes)?sekreterare|protokollförare)\b",
    Slot.PREVIOUS: r"\b(?:föregående|förra|senaste)\b.*(?:anteckning|protokoll)|^(?:föregående|förra)\s+(?:möte|sammanträde)\w*\W*$"
    r"|^(?:godkänn\w*|justering|genomgång)\b.*(?:anteckning|protokoll)|^förra brevet$",
    Slot.FOLLOW_UP: r"\buppföljning\s*(?:av|från)?\s*(?:föregående|förra|tidigare|öppna)?\s*"
    rf"{_TASKS}?(?:\s*(?:och|/|,)\s*(?:action\w*|åtgärd\w*|uppdrag\w*|beslut\w*))?\s*(?:från\s+(?:föregående|förra)\s+möte\w*)?\.?$"
    r"|^(?:action|åtgärds|uppdrags)(?:logg|lista)\w*$"
    rf"|^(?:(?:läget|status|genomgång|avstämning|återrapportering)\s+(?:för|i|på|av)?\s*)?{_EARLIER}\s+(?:uppgift|åtgärd|uppdrag|punkt|aktivitet)\w*$"
    r"|^(?:[\w-]+(?:\s+\w+)?\s+)?(?:från|sedan|sen)\s+(?:sist|förra\s+(?:gången|mötet|träffen))$"
    r"|^(?:vad|det)\s+(?:vi|som)\s+(?:blev\s+)?lova\w*\b.*$|^genomgång av (?:\w+)?(?:loggen|listan)$",
    Slot.OTHER: r"\bövrig(?:a|t)\b\s*(?:frågor|ärenden|punkter)?(?:\b|$)",
    Slot.NEXT: r"\b(?:nästa|kommande|nästkommande)\s+(?:möte\w*|sammanträde\w*|träff\w*)|^nästa (?:gång|tillfälle)\b"
    r"|^(?:nästa|följande)\s+(?!steg|fas|etapp|version|generation|år|termin|nivå)\w+$|^(?:när |hur )?vi ses\b|\bmötes(?:tider|datum)\b",
    Slot.CLOSING: rf"(?:^|\boch\s+|,\s*){_MEETING}avslut(?:as|ar|ande|ning)?\b(?!\s+av\b)"
    r"|^avslutande av (?:mötet|sammanträdet)|^utcheckning\b|^summering(?: av mötet)?\s*$",
}
_SLOTS = {slot: re.compile(pattern, re.IGNORECASE) for slot, pattern in _PATTERNS.items()}
_WORDS = {
    Slot.OPENING: ("opening",),
    Slot.PREVIOUS: ("previous", "minutes_of"),
    Slot.FOLLOW_UP: ("follow_up", "follow_up_alone"),
    Slot.OTHER: ("other",),
    Slot.NEXT: ("next",),
    Slot.CLOSING: ("closing",),
}
"""Where the language packs have the titles of each formality."""
_OF_MEETINGS = frozenset(
    [
        "förra",
        "föregående",
        "senaste",
        "möte",
        "mötet",
        "möten",
        "mötena",
        "sammanträde",
        "sammanträdet",
        "sist",
        "gången",
        "meeting",
        "last",
        "møte",
        "møtet",
        "forrige",
    ]
)
_OF_TASKS = frozenset(["från", "och", "av", "tidigare", "åtgärder", "uppdrag", "beslut", "uppgifter", "punkter", "frågor", "the", "previous", "fra"])
_FILLING = _OF_MEETINGS | _OF_TASKS | frozenset(MONTHS)
_BREAK = re.compile(r"^(?:\w*paus|kaffe\w*|fika\w*|\w*lunch\w*|bensträckare|rast)\b(?!.*\b(?:rapport|fråga|om)\b)", re.IGNORECASE)
_ANNOUNCE = re.compile(r"\banmäl", re.IGNORECASE)
_LEFTOVER = re.compile(r"(?:[\s,:;–-]+(?:(?:från|till|vid|för)\s+mötet?|från|den|av|kl\.?|klockan|för|till|vid))*[\s,:;–(-]*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def slots_of(title: str) -> frozenset[Slot]:
    """The formalities that a title names; empty for a matter. Announcing other matters belongs to the agenda's approval."""
    text = clean(title)
    found = {slot for slot, pattern in _SLOTS.items() if pattern.search(text)} or _by_words(text)
    if Slot.OTHER in found and (Slot.AGENDA in found or _ANNOUNCE.search(text)):
        found = found - {Slot.OTHER} | {Slot.AGENDA}
    if Slot.FOLLOW_UP in found and Slot.PREVIOUS in found and re.match(r"uppföljning", text, re.IGNORECASE):
        found.discard(Slot.PREVIOUS)
    return frozenset(found)


def _by_words(text: str) -> set[Slot]:
    """The formality whose title in a language pack this is, a filling word more or less ("Åtgärder från förra mötet")."""
    bare = undate(text).casefold()
    if bare != text.casefold() and any(bare in pack.words("items", "minutes_words") for pack in map(load, available())):
        return {Slot.PREVIOUS}  # "Anteckningar från mötet 19/3"
    said = re.findall(r"\w+", bare)
    found = [
        (len(words), slot)
        for words, slot in _phrases().get(said[0] if said else "", ())
        if said[: len(words)] == words and all(word in _FILLING for word in said[len(words) :])
    ]
    return {max(found)[1]} if found else set()


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[list[str], Slot]]]:
    """The packs' titles by their first word."""
    found: dict[str, list[tuple[list[str], Slot]]] = {}
    for pack in map(load, available()):
        for slot, keys in _WORDS.items():
            for phrase in (phrase for key in keys for phrase in pack.words("items", key)):
                words = re.findall(r"\w+", phrase.casefold())
                found.setdefault(words[0], []).append((words, slot))
    return found


def is_break(title: str) -> bool:
    """Whether the point is a pause and no matter."""
    return bool(_BREAK.match(clean(title))) and len(title.split()) <= 4


def is_report(title: str) -> bool:
    """Whether the point by its words is one that comes back: reports, news, a round ("Rapporter", "Laget runt", "Nytt från …")."""
    text = clean(title).casefold()
    return any(re.search(rf"(?<!\w){re.escape(word)}", text) for word in _reports())


@lru_cache(maxsize=1)
def _reports() -> tuple[str, ...]:
    return load("sv").words("items", "reports")


@lru_cache(maxsize=4096)
def undate(title: str) -> str:
    """A recurring title without the dates and clock times of the meeting that it was written for."""
    whole = clean(title)
    text = DATE.sub(" ", _CLOCK.sub(" ", whole))
    if text == whole:
        return whole
    text = re.sub(r"\(\s*\)", "", re.sub(r"\s+", " ", text)).strip()
    return _LEFTOVER.sub("", text).strip(" .,:;–-") or whole
