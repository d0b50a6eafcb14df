"""Tells a promise from a report where one word is used for both: "redovisar vid nästa möte" binds, "redovisar siffrorna" only tells."""

from __future__ import annotations

import re

from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.rules import rule_named
from functions.languages import LanguagePack

_RECEIVER = rf"\b<<bounds.receives>>\s+(?:[{LOWER}-]+s\s+)?(?:<<bounds.definite_words>>\s+[\w-]+|[\w-]{{4,}}<<bounds.definite_endings>>)\b"
_ASKED = (
    r"\s+(?i:<<names.pronouns>>|<<bounds.whose>>\s+[\w-]{3,}|<<bounds.definite_words>>\s+[\w-]{3,}(?:\s+[\w-]+)?|[\w-]{4,}<<bounds.asked_endings>>)"
    r"(?:\s+(?i:<<bounds.asked_at>>)\s+[\w-]+)?\s*[).!]*\s*$"
    rf"|\s+[{UPPER}][\w-]+(?:\s+[{UPPER}][\w-]+)?(?:\s+(?i:<<bounds.asked_at>>)\s+[\w-]+)?\s*[).!]*\s*$"
)
# "redogör i april": right behind the verb it is the day of the deed, elsewhere that of what is told.
_IN_MONTH = r"\s+<<bounds.in_month>>\s+<<dates.month_names.full>>\b"
_TOLD = (
    rf"\s+(?:(?:<<bounds.definite_words>>\s+|[{LOWER}-]+s\s+)?(?P<definite>[{LOWER}-]{{3,}}(?:<<bounds.asked_endings>>))"
    rf"|<<bounds.whose>>\s+(?P<own>[{LOWER}-]{{3,}})|(?P<whose>[{LOWER}-]+(?:<<bounds.asked_endings>>))s\s+(?P<theirs>[{LOWER}-]{{3,}}))\b"
)
_LETTERS = re.compile(rf"\s+[{UPPER}]{{3,6}}(?![\w-])")
_BODIES = (
    r"\b<<bounds.carried_to>>\s+(?:\w+\s+)?(?:\w{2,}<<bodies.nouns>><<bodies.definite>>?\b|(?<=s\s)<<bodies.nouns>>\b"
    r"|\w*<<bodies.nouns>><<bodies.definite>>\s+<<bodies.of>>\b)"
)
# "lyfter den till fastighetschefen", "tar upp schemat på sin APT", not "lyfter behovet av pengar till kliniken".
_CARRIED = (
    rf"(?:(?:\s+\w+)??\s+(?:<<bounds.carried>>|[{LOWER}-]{{3,}}<<bounds.asked_endings>>))?\s+"
    r"(?:<<bounds.brought_to>>\s+(?:[\w-]+s\s+)?[\w-]*<<bounds.outer_people>>"
    r"|<<bounds.carried_to>>\s+(?:(?:<<bounds.whose>>|\w+s)\s+)?(?i:<<bounds.other_meetings>>))(?![\w-])"
)
_DAY = (
    rf"\s*(?:(?:<<dates.the>>\s+)?\d{{1,2}}(?:\.?\s+[{LOWER}]{{3,}}|\s?/\s?\d|\b)|<<dates.weekdays>>(?!\w)|<<dates.week>>\s+\d|20\d\d-"
    r"|<<dates.month_names.full>>\b)"
)


def is_bound(clause: str, word: str, *, group: bool, pack: LanguagePack) -> bool:
    """Whether what follows a word makes a promise of it: a day to do it by, another body to carry it to, or a promise joined by "och".

    clause: the words behind it, group: whether a group is its subject; only those before a subordinate clause count, since
    "påminner om att svara senast den 4 maj" binds nobody.
    """
    cut = words_of(pack, "verbs", "binds_clause").search(clause)
    main = clause[: cut.start()] if cut else clause
    if group and word.split()[0].casefold() in pack.words("verbs", "carries"):  # "vi tar upp detta vid nästa möte" puts the matter off
        return _other_body(main, pack=pack)
    if words_of(pack, "verbs", "limits").search(main) or phrase(pack, _IN_MONTH).match(main):
        return True
    before_day = words_of(pack, "verbs", "limits_before_day")
    if any(phrase(pack, _DAY).match(main, limit.end()) for limit in before_day.finditer(main)):
        return True
    commit = rule_named(pack, "action.commit")
    if commit is not None and any(commit.pattern.match(main, joint.end()) for joint in phrase(pack, r"\b<<grammar.and>>\s+").finditer(main)):
        return True
    return word.split()[0].casefold() in pack.words("verbs", "carries") and (
        _other_body(main, pack=pack)
        or phrase(pack, _RECEIVER, case=True).search(main) is not None
        or phrase(pack, _CARRIED, case=True).match(main) is not None
    )


def asks_someone(clause: str, *, pack: LanguagePack) -> bool:
    """Whether what follows "frågar" is whom to ask and no more: "frågar controllern.", not "frågar om barnkliniken omfattas"."""
    return phrase(pack, _ASKED, case=True).match(clause) is not None


def tells_outside(clause: str, *, pack: LanguagePack) -> bool:
    """ "informerar vårdcentralerna om …": whoever is told is somebody else than those at the meeting."""
    if _LETTERS.match(clause) or phrase(pack, r"\s+<<bounds.them>>\b", case=True).match(clause):  # "meddelar RPO", "meddelar dem"
        return True
    match = phrase(pack, _TOLD, case=True).match(clause)
    return match is not None and {(word or "").casefold() for word in match.groups()}.isdisjoint(pack.words("bounds", "own_receivers"))


def _other_body(main: str, *, pack: LanguagePack) -> bool:
    """ "… i sjukhusledningsgruppen", "… med kommunstyrelsen": a compound in its definite form is another body than "gruppen" here."""
    return phrase(pack, _BODIES, case=True).search(main) is not None
