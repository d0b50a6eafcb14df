"""Tells the formalities of an agenda, its pauses and its general reports from matters, by the words of their titles."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from functions.drafting.wording import DATE, clean
from functions.languages import load


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
    Slot.OPENING: rf"^{_MEETING}(?:öppn(?:as|ar|ande|andet|ing)\b|inledning\b|incheckning\b)"
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
    r"|^[\w-]+(?:\s+\w+)?\s+(?:från|sedan|sen)\s+sist$",
    Slot.OTHER: r"\bövrig(?:a|t)\b\s*(?:frågor|ärenden|punkter)?(?:\b|$)",
    Slot.NEXT: r"\b(?:nästa|kommande|nästkommande)\s+(?:möte\w*|sammanträde\w*|träff\w*)|^nästa (?:gång|tillfälle)\b|\bmötes(?:tider|datum)\b",
    Slot.CLOSING: rf"(?:^|\boch\s+|,\s*){_MEETING}avslut(?:as|ar|ande|ning)?\b(?!\s+av\b)|^utcheckning\b|^summering(?: av mötet)?\s*$",
}
_SLOTS = {slot: re.compile(pattern, re.IGNORECASE) for slot, pattern in _PATTERNS.items()}
_BREAK = re.compile(r"^(?:\w*paus|kaffe\w*|fika\w*|\w*lunch\w*|bensträckare|rast)\b(?!.*\b(?:rapport|fråga|om)\b)", re.IGNORECASE)
_ANNOUNCE = re.compile(r"\banmäl", re.IGNORECASE)
_LEFTOVER = re.compile(r"(?:[\s,:;–-]+(?:(?:från|till|vid|för)\s+mötet?|från|den|av|kl\.?|klockan|för|till|vid))*[\s,:;–(-]*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def slots_of(title: str) -> frozenset[Slot]:
    """The formalities that a title names; empty for a matter. Announcing other matters belongs to the agenda's approval."""
    text = clean(title)
    found = {slot for slot, pattern in _SLOTS.items() if pattern.search(text)}
    if Slot.OTHER in found and (Slot.AGENDA in found or _ANNOUNCE.search(text)):
        found = found - {Slot.OTHER} | {Slot.AGENDA}
    if Slot.FOLLOW_UP in found and Slot.PREVIOUS in found and re.match(r"uppföljning", text, re.IGNORECASE):
        found.discard(Slot.PREVIOUS)
    return frozenset(found)


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
