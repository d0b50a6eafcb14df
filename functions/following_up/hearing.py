"""What minutes say of earlier tasks beyond done or not: who takes one over, that it is opened again, that the body adopts what it was to give."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.following_up.naming import Names
from functions.following_up.rows import Row
from functions.following_up.words import kinship, pack_words

_LISTED = re.compile(
    rf"\b[^\W\d]{{4,}}(?:,\s[^\W\d]{{4,}})*\s(?:{'|'.join(map(re.escape, pack_words('following_up', 'and_words')))})\s[^\W\d]{{4,}}\b"
)
_SAME = 0.85  # a word that means the same thing


def new_owner(text: str, *, names: Names) -> str | None:
    """Who takes a task over: named before "tar över" or after "lämnas till"; None when nobody, or nobody known, is said to."""
    before = _words("takes_over").search(text)
    if before is not None:
        sentence = re.split(r"[.!?]\s|:\s|\s\|\s", text[: before.start()])[-1]
        named = names.said_in(sentence)
        return named[-1] if named else None
    after = _words("handed_to").search(text)
    if after is not None:
        named = names.said_in(" ".join(text[after.end() :].split()[:4]))
        return named[0] if named else None
    return None


def does_it_now(text: str, *, names: Names) -> str | None:
    """The one person who by the last sentence of what remains does it ("Följde inte med. Emil letar och skickar"); None where it only tells of
    somebody who thinks, greets or waits."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+|\s\|\s|:\s", text) if one.strip()]
    words = re.findall(r"[\w-]+", sentences[-1]) if sentences else []
    verb = next((word for word in words if word[0].islower()), "")
    named = names.said_in(" ".join(words[: words.index(verb)])) if verb else ()
    doing = verb.endswith(pack_words("following_up", "doing_now")) and verb not in pack_words("following_up", "tells_only")
    return named[0] if doing and len(named) == 1 and names.said_in(sentences[-1]) == named else None


def opens_again(text: str) -> bool:
    """Whether a text says that something is taken up anew."""
    return _words("opens_again").search(text) is not None


def adopts(text: str) -> bool:
    """Whether a decision takes what somebody was to bring ("Flödet antas")."""
    return _words("adopts").search(text) is not None


def closes_point(title: str) -> bool:
    """Whether a point's own title says that it is over ("Dubbelkontroll (avslutas)")."""
    return _words("closes_point").fullmatch(_last_words(title)) is not None


def drops_point(title: str) -> bool:
    """Whether a point's own title says that nothing will come of it ("Smärtskola – utgår")."""
    return _words("drops_point").fullmatch(_last_words(title)) is not None


def _last_words(title: str) -> str:
    found = re.search(r"(?:\(([^()]{3,30})\)|[–-]\s+(\S{3,20}))\s*$", title)
    return (found[1] or found[2]).strip() if found is not None else ""


def only_their_part(row: Row, *, text: str, names: Names) -> bool:
    """Whether a task of several people is done by some of them only, going by who is named now and in what was told to be partly done before."""
    people = {owner for owner in row.owners if names.said_in(owner)}
    if len(people) < 2:
        return False
    given = {word.casefold() for word in re.findall(r"\w+", text)}
    now = {owner for owner in people if owner in names.said_in(text) or owner.split()[0].casefold() in given}
    before = {name for line in row.history if line.type == "part_done" for quote in line.quotes for name in names.said_in(quote.text or "")}
    return bool(now) and not people <= (now | before)


def names_some_of(task: str, told: str, *, names: Names) -> bool:
    """Whether a text names some of what a task lists, and not all ("på arabiska, somaliska och dari")."""
    if _words("all_of_them").search(told):
        return False
    given = [word.casefold() for word in re.findall(r"\w{4,}", told)]
    for listed in _LISTED.findall(task):
        things = [word.casefold() for word in re.split(r",\s|\s\w+\s", listed)]
        verb = things[-1].endswith(pack_words("following_up", "doing_now")) and things[0][-2:] != things[-1][-2:]
        if verb or any(names.is_name(thing) for thing in things):  # "ritar kartan och skickar den", "Bo och Cia"
            continue
        met = [any(kinship(thing, word) >= _SAME for word in given) for thing in things]
        if any(met) and not all(met):
            return True
    return False


@lru_cache(maxsize=16)
def _words(key: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(pack_words("following_up", key), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)
