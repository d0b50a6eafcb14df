"""Tells a promise from a report where one word is used for both: "redovisar vid nästa möte" binds, "redovisar siffrorna" only tells."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.interpreting.rules import rule_named, words_of
from functions.languages import LanguagePack

_RECEIVER = re.compile(r"\b(?:med|hos)\s+(?:[a-zåäö-]+s\s+)?[\wåäö-]{4,}(?:en|et|an|erna|arna)\b")
_ASKED = re.compile(
    r"\s+(?:(?:sin|sitt|sina|deras|hennes|hans|vår|våra|vårt)\s+[\wåäö-]{3,}|[\wåäö-]{4,}(?:n|t|na)|[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)?)"
    r"(?:\s+(?:på|i|hos)\s+[\wåäö-]+)?\s*[).!]*\s*$"
)
_DAY = r"(?:den\s+)?\d{1,2}(?:\s+[a-zåäö]{3,}|\s?/\s?\d|\b)|(?:mån|tis|ons|tors|fre)dag|vecka\s+\d|20\d\d-"


def is_bound(clause: str, word: str, *, group: bool, pack: LanguagePack) -> bool:
    """Whether what follows a word makes a promise of it: a day to do it by, another body to carry it to, or a promise joined by "och".

    clause: the words behind it, group: whether a group is its subject; only those before a subordinate clause count, since
    "påminner om att svara senast den 4 maj" binds nobody.
    """
    cut = words_of(pack, "verbs", "binds_clause").search(clause)
    main = clause[: cut.start()] if cut else clause
    if group and word.casefold() in pack.words("verbs", "carries"):  # "vi tar upp detta vid nästa möte" puts the matter off
        return _other_body(main, pack=pack)
    if words_of(pack, "verbs", "limits").search(main):
        return True
    before_day = words_of(pack, "verbs", "limits_before_day")
    if any(re.match(rf"\s*(?:{_DAY})", main[limit.end() :]) for limit in before_day.finditer(main)):
        return True
    commit = rule_named(pack, "action.commit")
    if commit is not None and any(commit.pattern.match(main, joint.end()) for joint in re.finditer(r"\b(?:och|samt)\s+", main)):
        return True
    return word.casefold() in pack.words("verbs", "carries") and (_other_body(main, pack=pack) or _RECEIVER.search(main) is not None)


def asks_someone(clause: str) -> bool:
    """Whether what follows "frågar" is whom to ask and no more: "frågar controllern.", not "frågar om barnkliniken omfattas"."""
    return _ASKED.match(clause) is not None


def _other_body(main: str, *, pack: LanguagePack) -> bool:
    """ "… i sjukhusledningsgruppen", "… med kommunstyrelsen": a compound in its definite form is another body than "gruppen" here."""
    return _bodies(pack).search(main) is not None


@lru_cache(maxsize=8)
def _bodies(pack: LanguagePack) -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(pack.words("bodies", "nouns"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:i|med|hos|till|inom|på)\s+(?:\w+\s+)?"
        rf"(?:\w{{2,}}(?:{nouns})(?:et|en|n)?\b|(?<=s\s)(?:{nouns})\b|\w*(?:{nouns})(?:et|en|n)\s+för\b)"
    )
