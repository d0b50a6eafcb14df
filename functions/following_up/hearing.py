"""What minutes say of earlier tasks beyond done or not: that one is opened again or was not done, that the body adopts what it was to give."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.following_up.naming import Names
from functions.following_up.profiles import strange_words
from functions.following_up.rows import Row
from functions.following_up.words import alternatives, any_word, either, kinship, number_words, pack_words

_THING = r"[^\W\d](?:[^\W\d]|-){3,}"
_CLAUSE = re.compile(r"[.;,]\s|:\s|\s\|\s")
_SAME = 0.85  # a word that means the same thing


def opens_again(text: str) -> bool:
    """Whether a text says that something is taken up anew."""
    return any_word("opens_again").search(text) is not None or _anew().search(text) is not None


@lru_cache(maxsize=1)
def _anew() -> re.Pattern[str]:
    """ "Skåpen behöver märkas om"."""
    must, anew = (either(key, section="follow_ups") for key in ("must", "anew"))
    return re.compile(rf"(?<!\w){must}\s+(?:\w+\s+)?\w+s\s+{anew}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    """ "affischer, broschyrer och vimplar"."""
    return re.compile(rf"\b{_THING}(?:,\s{_THING})*\s{either('and_words')}\s{_THING}\b")


def denies(text: str) -> bool:
    """Whether a text says that what was told done is not so, or did not last ("Kommunen har aldrig fått någon anmälan")."""
    return any_word("denies").search(text) is not None or _never_reached().search(text) is not None


@lru_cache(maxsize=1)
def _never_reached() -> re.Pattern[str]:
    """ "Norr har inte sett den", "säger sig aldrig ha fått någon order"; not "har inte fått svar", which is yet to come."""
    answers = either("answers", section="follow_ups")
    return re.compile(rf"(?<!\w){either('never')}(?:\s(?!{answers}\b)\w+)?\s{either('reached')}(?!\w)(?!\s{answers}\b)", re.IGNORECASE)


def takes_back(text: str) -> bool:
    """Whether a text says that what earlier minutes told done is not so ("Enligt förra protokollet klart, men enkäten har inte gått ut")."""
    before = any_word("told_before").search(text)
    turn = any_word("turning").search(text, before.end()) if before is not None else None
    if before is None or turn is None or any_word("not_so").search(text[: turn.start()]) is not None:
        return False
    return any_word("not_so").search(text, turn.start()) is not None


def objects(text: str) -> bool:
    """Whether somebody says in a text that what others told is not so ("Iris invände att …", "…, men skolan har aldrig sett den")."""
    turn = any_word("turning").search(text)
    return any_word("objects").search(text) is not None or (turn is not None and _never_reached().search(text, turn.end()) is not None)


def denies_before(text: str, *, row: Row, names: Names) -> bool:
    """Whether a sentence says of what the one before it told that it did not come about, and of no other thing ("Skolan har inte sett den")."""
    found = _never_reached().search(text)
    if found is None:
        return False
    rest = re.split(rf"[.,;]|\s{either('and_words')}\s", text[found.end() :])[0]
    return not strange_words(rest, row=row, names=names)


@lru_cache(maxsize=4096)
def only_speaks(text: str) -> bool:
    """Whether a text tells that a matter was spoken of, or is to be ("har diskuterats", "tas upp under punkt 5")."""
    return any_word("only_speaks").search(text) is not None


def adopts(text: str) -> bool:
    """Whether a decision takes what somebody was to bring ("Flödet antas")."""
    return any_word("adopts").search(text) is not None


def closes_point(title: str) -> bool:
    """Whether a point's own title says that it is over ("Dubbelkontroll (avslutas)")."""
    return any_word("closes_point").fullmatch(_lastany_word(title)) is not None


def drops_point(title: str) -> bool:
    """Whether a point's own title says that nothing will come of it ("Smärtskola – utgår")."""
    return any_word("drops_point").fullmatch(_lastany_word(title)) is not None


def _lastany_word(title: str) -> str:
    found = re.search(r"(?:\(([^()]{3,30})\)|[–-]\s+(\S{3,20}))\s*$", title)
    return (found[1] or found[2]).strip() if found is not None else ""


def only_their_part(row: Row, *, text: str, names: Names) -> bool:
    """Whether a task of several people is done by some of them only, going by who is named now and in what was told to be partly done before."""
    people = {owner for owner in row.owners if names.said_in(owner)}
    if len(people) < 2:
        return False
    given = {word.casefold() for word in re.findall(r"\w+", text)}
    now = {owner for owner in people if owner in names.said_in(text) or owner.split()[0].casefold() in given} - _still_at_it(text, names=names)
    before = {name for line in row.history if line.type == "part_done" for quote in line.quotes for name in names.said_in(quote.text or "")}
    return bool(now) and not people <= (now | before)


def _still_at_it(text: str, *, names: Names) -> set[str]:
    """Who by a clause of their own is still doing it, beside a clause that tells it done ("Tea är klar med sin del, Uno skriver på sin")."""
    at_it = set()
    for clause in _CLAUSE.split(text):
        words = re.findall(r"[\w-]+", clause)
        verb = next((word for word in words if word[0].islower()), "")
        if verb.endswith(pack_words("following_up", "doing_now")) and verb not in pack_words("following_up", "tells_only"):
            at_it |= set(names.said_in(" ".join(words[: words.index(verb)])))
    return at_it


def names_some_of(task: str, told: str, *, names: Names) -> bool:
    """Whether a text names some of what a task lists, and not all ("på arabiska, somaliska och dari")."""
    if any_word("all_of_them").search(told):
        return False
    given = [word.casefold() for word in re.findall(r"[\w-]{4,}", told)]
    for listed in _listed().findall(task):
        things = [word.casefold() for word in re.split(r",\s|\s\w+\s", listed)]
        small = listed.split()[-1][0].islower()
        verb = small and things[-1].endswith(pack_words("following_up", "doing_now")) and things[0][-2:] != things[-1][-2:]
        if verb or any(names.is_name(thing) for thing in things):  # "ritar kartan och skickar den", "Bo och Cia"
            continue
        met = [any(kinship(thing, word) >= _SAME for word in given) for thing in things]
        if any(met) and not all(met):
            return True
    return False


def tells_some_of(text: str) -> bool:
    """Whether a text tells of so many of so many ("tre enheter av åtta")."""
    return _some_of().search(text) is not None


@lru_cache(maxsize=1)
def _some_of() -> re.Pattern[str]:
    numbers = alternatives(number_words())
    return re.compile(rf"\b(?:\d+|{numbers})\s(?:\w+\s)?{either('out_of', section='follow_ups')}\s(?:\w+\s)?(?:\d+|{numbers})\b", re.IGNORECASE)
