"""Which council do these minutes belong to? A person's word, the text, the folder's name, the library's default; else a question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from functions.following_up.words import pack_words
from functions.languages.pack import available, load
from functions.model.library import Council, LibraryFile, council_key

_NO_COUNCIL = re.compile(
    r"^(?:\d{4}.*|(?:våren|hösten|vt|ht)\b.*|möten?|mötesanteckning(?:ar)?|minnesanteckningar|protokoll|anteckningar|dokument|arkiv|filer|bilagor"
    r"|handlingar|delade dokument|blandat|diverse|övrigt|gammalt|äldre|utkast|arbetsmaterial|\d+)$",
    re.IGNORECASE,
)
_LINKING = frozenset({"för", "inom", "om", "och", "the", "of", "and", "for"})
_FORMER = re.compile(r"[\s,(]+(?:f\.?\s?d\.?|före detta|tidigare|förut|hette tidigare|formerly|previously)\s+(?=\w)", re.IGNORECASE)
_LETTERED = re.compile(r"(?P<name>\S.*?)\s*\((?P<code>[A-ZÅÄÖ]{2,8})\)")
_SLIPPED = 6  # letters of a word in which a slip is told from another word
_SPELLED = 6  # letters of a name in capitals that is no acronym
_ENDINGS = ("ets", "ens", "et", "en", "ts", "ns", "s", "t", "n")


def folder_council(file: LibraryFile) -> str | None:
    """The name of the nearest folder that can be a council's: no year, no "Protokoll". None at the library's root."""
    return next(iter(_folders(file)), None)


def council_named(name: str, *, councils: Sequence[Council]) -> Council | None:
    """The known council of that name, or of one of its other names; else the only one that differs in form ("Samordningsrådet för diabetes"), or that
    either name calls by its letters ("RAV", "Regional arbetsgrupp vaccination (RAV)")."""
    key = council_key(name)
    if not key:
        return None
    # Another name that people, or minutes that tell of a new name, gave a council goes before a council of that very name.
    known = next((c for c in councils if any(council_key(other) == key for other in c.names[1:])), None)
    known = known or next((c for c in councils if key == c.key or council_key(c.name) == key), None)
    known = known or _only(c for c in councils if any(plain_words(other) == plain_words(name) for other in c.names))
    return known or _only(c for c in councils if any(_same_by_letters(name, other) for other in c.names))


def _same_by_letters(one: str, other: str) -> bool:
    """Whether a name is another's letters, or the other without the letters in brackets; letters for a sort of body ("SOR") name no council."""
    for long, short in ((one, other), (other, one)):
        told = _LETTERED.fullmatch(long.strip())
        if told is not None and told["code"].casefold() not in _acronyms() and council_key(short) in map(council_key, told.groups()):
            return True
    return False


def council_in(text: str, *, councils: Sequence[Council]) -> Council | None:
    """The one known council whose name stands in a text ("Kallelse till Samordningsråd diabetes"), the longest name first; None when two fit."""
    words = f" {' '.join(plain_words(text))} "
    found = {
        (len(name), council.key): council
        for council in councils
        for name in (" ".join(plain_words(other)) for other in council.names)
        if name and f" {name} " in words and name not in _nouns()
    }
    longest = max((length for length, _ in found), default=0)
    return _only(council for (length, _), council in found.items() if length == longest)


def renamed_council(new: Council, *, front: Iterable[str], councils: Sequence[Council]) -> Council | None:
    """The known council that a new one was before, where the minutes' first lines say so ("f.d. Samordningsråd diabetes"), with the new name among
    its own; None where they do not, or where it is known no more."""
    name = _FORMER.split(new.name)[0].strip(" ,(–-")
    for line in front:
        said = _FORMER.search(line)
        before = (
            council_in(line[said.end() :], councils=councils) if said is not None and name.casefold() in line[: said.start()].casefold() else None
        )
        if before is not None and council_key(name):
            return replace(before, names=(*before.names, name))
    return None


def council_alike(name: str, *, councils: Sequence[Council]) -> Council | None:
    """The only other council whose name has one word spelled by a slip of the hand otherwise ("Samordningsråd diabets"): a letter too few or too
    many, or two that changed places. Another letter in the place of one makes another word too often ("ögon", "öron")."""
    own = council_named(name, councils=councils)
    others = [one for one in councils if own is None or one.key != own.key]
    return _only(one for one in others if any(_slipped(plain_words(name), plain_words(other)) for other in one.names))


def _slipped(one: Sequence[str], other: Sequence[str]) -> bool:
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(apart) != 1:
        return False
    short, long = sorted(apart[0], key=len)
    if len(short) < _SLIPPED or any(sign.isdigit() for sign in short + long):
        return False
    if len(short) == len(long):
        places = [place for place in range(len(short)) if short[place] != long[place]]
        first = places[0]
        return places == [first, first + 1] and short[first] == long[first + 1] and short[first + 1] == long[first]
    return len(long) - len(short) == 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def council_of_folder(file: LibraryFile, *, councils: Sequence[Council]) -> Council | None:
    """The known council that one of the file's folders is for, the nearest first: by its setting, its name, its subject alone ("Diabetes"), or by how
    its name begins ("Trafikrådet" of "Trafikrådet Lindö")."""
    parts = file.folder.split("/") if file.folder else []
    for depth in range(len(parts), 0, -1):
        place = "/".join(parts[:depth])
        fits = {council.key: rank for council in councils if (rank := _fit(council, place=place)) is not None}
        best = min(fits.values(), default=None)
        found = _only(council for council in councils if best is not None and fits.get(council.key) == best)
        if found is not None:
            return found
    return None


def _fit(council: Council, *, place: str) -> int | None:
    """How a folder tells of a council: 0 by its setting, 1 by its name, 2 by its subject, 3 by how its name begins; None not at all."""
    name = place.rsplit("/", 1)[-1].strip()
    if council.folder is not None and council.folder.strip("/") in (place, name):
        return 0
    if council_named(name, councils=(council,)) is not None:
        return 1
    words = plain_words(name)
    if any(subject_of(other) == words != () for other in council.names):
        return 2
    begins = any(map(_is_body, words)) and " ".join(words) not in _nouns()
    return 3 if begins and any(plain_words(other)[: len(words)] == words for other in council.names) else None


def identify_council(
    *, said: str | None, written: str | None, file: LibraryFile, default: str | None, councils: Sequence[Council], days_before: int
) -> tuple[Council | None, bool]:
    """The council, and whether it is new. said: a person's column; written: the body that the text names."""
    for name in (said, _spelled(written or "", file=file)):
        if name and council_key(name):
            return _known_or_new(name, councils=councils, days_before=days_before)
    around = council_of_folder(file, councils=councils)
    if around is not None:
        return around, False
    for name in (folder_council(file), default):
        if name and council_key(name):
            return _known_or_new(name, councils=councils, days_before=days_before)
    return None, False


@lru_cache(maxsize=4096)
def plain_words(name: str) -> tuple[str, ...]:
    """A name's words in one form: folded, without "för" and "och", the body's own word indefinite and no acronym."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", name).casefold().replace("_", " "))
    kept = [_indefinite(word) for word in words if word not in _LINKING]
    return (_acronyms().get(kept[0], kept[0]), *kept[1:]) if kept else ()


def subject_of(name: str) -> tuple[str, ...]:
    """A name's words without the body's own ("diabetes" of "Samordningsråd diabetes"); empty where nothing else is left."""
    words = plain_words(name)
    return tuple(word for word in words if not _is_body(word)) if any(map(_is_body, words)) else ()


def _known_or_new(name: str, *, councils: Sequence[Council], days_before: int) -> tuple[Council, bool]:
    known = council_named(name, councils=councils)
    if known is not None:
        return known, False
    shown = " ".join(name.split())
    return Council(council_key(name), (shown[:1].upper() + shown[1:],), days_before=days_before), True


def _spelled(name: str, *, file: LibraryFile) -> str:
    """A name that a title has in capitals as people write it: as the file's own name or folder does, or a single word that names a body with one
    capital. Of several words nobody can tell which have one."""
    if not name.isupper() or len(name) < _SPELLED:
        return name
    told = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", unicodedata.normalize("NFC", file.path), re.IGNORECASE)
    if told is not None and told[0][0].isupper() and not told[0].isupper():
        return told[0]
    words = plain_words(name)
    return name.capitalize() if words == (_indefinite(name.casefold()),) and _is_body(words[0]) else name


def _folders(file: LibraryFile) -> Iterable[str]:
    for name in reversed(file.folder.split("/") if file.folder else []):
        if not _NO_COUNCIL.match(name.strip()):
            yield name.strip()


def _only(councils: Iterable[Council]) -> Council | None:
    """The one council, None when there is none or a choice."""
    found = {council.key: council for council in councils}
    return next(iter(found.values())) if len(found) == 1 else None


def _indefinite(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and _is_body(word[: -len(ending)]):
            return word[: -len(ending)]
    return word


def _is_body(word: str) -> bool:
    return any(word.endswith(noun) for noun in _nouns())


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """The words for bodies in every language pack, without definite forms of another ("rådet")."""
    nouns = {unicodedata.normalize("NFC", word).casefold() for word in pack_words("bodies", "nouns")}
    return frozenset(word for word in nouns if not any(word.endswith(ending) and word[: -len(ending)] in nouns for ending in _ENDINGS))


@lru_cache(maxsize=1)
def _acronyms() -> dict[str, str]:
    return {code.casefold(): str(noun).casefold() for language in available() for code, noun in load(language).table("bodies", "acronyms").items()}
