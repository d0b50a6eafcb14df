"""Loads a language pack: the words and phrases by which a language names what stands in minutes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any


# Everything made from a pack is kept by its identity.
@dataclass(frozen=True, eq=False)
class LanguagePack:
    """One language's words. code: ISO 639-1 ("sv"); sections: the tables of its TOML file by name."""

    code: str
    sections: Mapping[str, Any]

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """The list of words under [section] key, empty when the pack has none."""
        return _words(self, section, key)

    def all_words(self, *sections: str) -> frozenset[str]:
        """Every word under any key of these sections."""
        return _all_words(self, sections)

    def table(self, section: str, key: str | None = None) -> dict[str, Any]:
        """The table [section] or [section.key], empty when the pack has none."""
        found = self.sections.get(section, {})
        found = found if key is None else found.get(key, {})
        return dict(found)


@lru_cache(maxsize=4096)
def _words(pack: LanguagePack, section: str, key: str) -> tuple[str, ...]:
    return tuple(pack.sections.get(section, {}).get(key, ()))


@lru_cache(maxsize=256)
def _all_words(pack: LanguagePack, sections: tuple[str, ...]) -> frozenset[str]:
    lists = [words for section in sections for words in pack.sections.get(section, {}).values() if isinstance(words, list)]
    return frozenset(word for words in lists for word in words)


@lru_cache
def available() -> tuple[str, ...]:
    """The codes of the packs that are shipped, sorted."""
    names = (entry.name for entry in resources.files("functions.languages").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@lru_cache
def load(code: str) -> LanguagePack:
    """The pack of a language. Raises KeyError where none is shipped."""
    if code not in available():
        raise KeyError(code)
    text = resources.files("functions.languages").joinpath(f"{code}.toml").read_text(encoding="utf-8")
    return LanguagePack(code, tomllib.loads(text))
