"""Questions as people meet them: who a name means is asked once in a council, however many of its files ask it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from functions.model.minutes import Doubt

WHO, WRITER = "Vem är {}?", "Vem har skrivit anteckningarna?"
"""How a question begins whose answer tells whom a name, initials, a role or "jag" mean, in every file of the council."""

MOST_QUOTED = 2
OF_NAMES = ("owner_ambiguous", "owner_unknown")
_LONGEST = 300  # signs of a sentence that is shown with a question


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and what asks it. files: paths, at least one; words: the sentences that it is about, of the first MOST_QUOTED files."""

    doubt: Doubt
    files: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def and_more(self) -> str:
        """What is said after the first file's name where more files ask the same: " och 2 filer till"; else ""."""
        others = len(self.files) - 1
        return f" och {'en fil' if others == 1 else f'{others} filer'} till" if others else ""


def name_asked(doubt: Doubt) -> str | None:
    """What minutes call the person whom a question is about ("Anna", "MG"), where its answer holds for the whole council; None for any other."""
    mention = doubt.quotes[0].text if doubt.quotes else None
    begins = (WHO.format(mention), WRITER)
    return mention if mention and doubt.code in OF_NAMES and doubt.question.startswith(begins) else None


def words_of(doubt: Doubt) -> str | None:
    """The sentence that a question is about, cut where it is long; None where there is none that may be shown."""
    told = doubt.quotes[1:2] if name_asked(doubt) is not None else doubt.quotes[-1:]
    text = told[0].text if told else None
    return text if text is None or len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def ask_once(found: Iterable[tuple[str | None, str, Doubt]]) -> tuple[Asked, ...]:
    """The questions in the order in which they come, those about a name once for each council. found: a council's key or name where it is known,
    the file's path, and its question."""
    alike: dict[tuple[str, str, str], list[tuple[str, Doubt]]] = {}
    for council, path, doubt in found:
        shared = bool(council) and name_asked(doubt) is not None
        alike.setdefault((council or "", "" if shared else path, doubt.id), []).append((path, doubt))
    return tuple(_asked(group) for group in alike.values())


def _asked(group: list[tuple[str, Doubt]]) -> Asked:
    words = dict.fromkeys(told for _, doubt in group if (told := words_of(doubt)))
    return Asked(group[0][1], tuple(dict.fromkeys(path for path, _ in group)), tuple(words)[:MOST_QUOTED])
