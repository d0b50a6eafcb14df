"""Turns the pack's words into patterns, each made once: word lists as alternatives, and templates in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from functions.languages import LanguagePack

_OTHER_LATIN = tuple(map(chr, (*range(0x100, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1F00))))  # "Łukasz Marić", "Şule", "Nguyễn"
# Letters that begin a name or a sentence, and those that do not, in the languages of Latin script; for use within [ ].
UPPER = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, _OTHER_LATIN))
LOWER = "a-zß-öø-ÿ" + "".join(filter(str.islower, _OTHER_LATIN))
NOTHING = r"(?!)"
_TOKEN = re.compile(r"<<([\w.|]+)>>")


@cache
def phrase(pack: LanguagePack, template: str, *, case: bool = False) -> re.Pattern[str]:
    """The expression of a template, without regard to case unless `case`.

    <<section.key>> stands for any of the words there, <<a.b|c.d>> for any of both; where the pack has none it matches nothing. It is kept for good: a
    template with words of a document in it goes to `compile_phrase`.
    """
    return compile_phrase(pack, template, case=case)


def compile_phrase(pack: LanguagePack, template: str, *, case: bool = False) -> re.Pattern[str]:
    """As `phrase`, made anew each time."""
    filled = _TOKEN.sub(lambda token: alternatives(word for path in token[1].split("|") for word in words_at(pack, path)), template)
    return re.compile(filled, 0 if case else re.IGNORECASE)


def words_at(pack: LanguagePack, path: str) -> tuple[str, ...]:
    """The words under a dotted path: a list, a table's lists together, or, where a table gives words numbers, its keys."""
    found: Any = pack.sections
    for key in path.split("."):
        found = found.get(key, ()) if isinstance(found, Mapping) else ()
    if not isinstance(found, Mapping):
        return tuple(found)
    return tuple(word for key, value in found.items() for word in (value if isinstance(value, list) else (key,)))


def alternatives(words: Iterable[str]) -> str:
    """A part that matches one of the words, the longest first: a blank stands for any white space, * for any ending or beginning.

    Words with one first letter stand together behind it, so that a text in which none begins is passed over letter by letter, not word by word.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_by_first_letter(ordered))})" if ordered else NOTHING


def _by_first_letter(words: Sequence[str]) -> Iterator[str]:
    """The alternatives for words in their order. It is kept where it can matter: among words of one first letter, great or small, and where one
    begins with anything."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1].casefold(), []).append(word)
    if "*" in groups or "" in groups:
        yield from map(written, words)
        return
    for group in groups.values():
        if len(group) > 1 and len({word[0] for word in group}) == 1 and all(word[1:2] not in ("", " ") for word in group):
            yield f"{re.escape(group[0][0])}(?:{'|'.join(written(word[1:]) for word in group)})"
        else:
            yield from map(written, group)


def written(word: str) -> str:
    """One word or phrase of a pack as a part of an expression; … stands for up to three words between two others."""
    return re.escape(word).replace(r"\ …\ ", r"\s+(?:[\w-]+\s+){0,3}").replace(r"\ ", r"\s+").replace(r"\*", r"\w*")


@cache
def words_of(pack: LanguagePack, section: str, *keys: str) -> re.Pattern[str]:
    """The pattern for any of the words that the pack has under these keys of a section, as `any_of`."""
    return any_of(tuple(word for key in keys for word in pack.words(section, key)))


@lru_cache(maxsize=512)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of these words or phrases, whole and without regard to case; matches nothing when there are none."""
    return re.compile(rf"(?<![\w-]){alternatives(words)}(?!\w)", re.IGNORECASE)
