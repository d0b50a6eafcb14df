"""The constructions in which a body decides: who acts, in which tense, and what only looks alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from functions.interpreting.agentless_decisions import AGENTLESS_NAME_NOBODY, LEAD, UNNAMED
from functions.interpreting.answered_decisions import ANSWERED, ANSWERED_NAME_NOBODY
from functions.interpreting.decision_clauses import Said, ends_with_month, head_of, is_told_of, thinks
from functions.interpreting.fronted_decisions import FRONTED, FRONTED_NAME_NOBODY
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, UPPER, alternatives, phrase, words_of, written
from functions.interpreting.plain_decisions import PLAIN, PLAIN_NAME_NOBODY
from functions.interpreting.rules import Rule, rules_for
from functions.interpreting.settled_decisions import SETTLED, SETTLED_NAME_NOBODY
from functions.interpreting.talked_decisions import TALKED, TALKED_NAME_NOBODY
from functions.languages import LanguagePack
from functions.model.minutes import Tier

# "ska beslutas", "beslut fattas vid nästa möte", "beslutar om detta vid nästa möte".
_FUTURE = (
    r"\b<<decisions.coming>>\b[^.,]{0,30}\b<<decisions.to_decide>>\b"
    r"|\b<<decisions.noun>>\s+<<decisions.is_taken>>\s+<<decisions.taken_at>>\b"
    r"|\b<<decisions.noun>>\b[^.]{0,60}\b<<decisions.is_taken>>\s+<<decisions.not_until>>\b"
    r"|\b<<decisions.chosen_then>>\b(?:(?!\b<<grammar.that>>\b)[^.]){0,60}\b<<decisions.not_until>>\b"
)
_OTHER_BODY = rf"^<<decisions.noun>>\s+(?:<<decisions.of_body>>\s+)?((?:[{LOWER}-]+\s+){{0,5}}<<decisions.other_heads>>)\b"
_BY_OTHER = (
    r"\b(?:(<<decisions.other_bodies>>)\s+(?:<<decisions.has>>\s+)?<<decisions.other_verbs>>"
    rf"|<<decisions.turned_verbs>>\s+((?:[{LOWER}-]*\s)?<<decisions.other_bodies>>))"
)
# Words of a clause before the verb and the body.
_CLAUSE = 25
# What may stand between the body and its verb: a bracket, an adverb or two.
_GAP = r"(?:\s*\([^()]*\))?(?:\s+<<verbs.adverbs|decisions.has|decisions.manner>>){0,2}\s+"


def is_coming(text: str, *, pack: LanguagePack) -> bool:
    """Whether a sentence tells of a decision still to be taken."""
    return phrase(pack, _FUTURE).search(text) is not None


def other_maker(text: str, own: OwnBody, *, pack: LanguagePack) -> str | None:
    """Another body that decided, as written; None when nobody else did."""
    match = phrase(pack, _OTHER_BODY).match(text)
    name = match[1] if match else None
    if name is None:
        found = phrase(pack, _BY_OTHER).search(text)
        name = (found[1] or found[2]) if found else None
    if name is None or name.casefold() in own.words:
        return None
    return name.strip()


def rule_of(said: Said, *, told: bool) -> Rule | None:
    """The rule by which a sentence is a decision of the own body, None where it is none; told: whether it stands in a report, where only a verb
    with its subject counts."""
    for rule in rules_for(said.pack, kinds=("decision",)):
        test = _FORMS.get(rule.form)
        if test is not None and not (told and rule.form in NAME_NOBODY) and test(rule, said):
            return rule
    return None


# ------------------------------------------------------------------ the body and its verb


def _own_verb(rule: Rule, said: Said) -> bool:
    """ "Rådet beslutar …", "… och beslutade att …", "Därefter beslutade rådet …", "…, beslutade rådet."."""
    text, own, pack = said.text, said.own, said.pack
    if rule.pattern.search(text) is None and not any(_parted(rule, text, own)):
        return False
    acts = _acts(rule, text, own, pack=pack)
    if rule.needs == "someone":  # "Vi för fram Ylva Ek", not "Vi för fram synpunkterna"
        acts = [(lead, match) for lead, match in acts if re.match(rf"\s+[{UPPER}][\w-]+", text[match.end() :])]
    return any(_decides(text, lead, match, pack=pack) for lead, match in acts)


def _acts(rule: Rule, text: str, own: OwnBody, *, pack: LanguagePack) -> list[tuple[str, re.Match[str]]]:
    """The places where the body is the subject of one of the rule's verbs: what stands before them, and the verb."""
    found: list[tuple[str, re.Match[str]]] = []
    subordinate = words_of(pack, "verbs", "subordinate", "relatives")
    alone_behind = words_of(pack, "verbs", "adverbs", "linking", "joins_clauses")
    for subject in own.found(text):
        if subject[0].casefold() in pack.words("decisions", "indefinite") and rule.tier is not Tier.SURE:
            continue
        lead = text[: subject.start()]
        before = re.search(r"(\w+)\W*$", lead)
        opens = before is None or lead.rstrip().endswith((".", ",", ";", ":", "–", "-")) or before[1].casefold() in pack.words("decisions", "openers")
        clause = phrase(pack, r"<<decisions.fronted>>").fullmatch(lead.strip()) is not None  # "Sedan nämnden antog planen …"
        alone = alone_behind.fullmatch(lead.strip()) is not None and not clause
        if not (opens or alone):
            continue
        gap = phrase(pack, _GAP, case=True).match(text, subject.end())
        match = (rule.pattern.match(text, gap.end()) or rule.pattern.match(text, subject.end() + 1)) if gap else None
        if match is not None:
            found.append((lead, match))
        elif before is None:
            found += [("", joined) for joined in _joined_verbs(rule, text, subject.end(), pack=pack)]
    for match in (*rule.pattern.finditer(text), *_parted(rule, text, own)):
        lead = text[: match.start()]
        words = lead.split()
        parted = match.re is not rule.pattern
        said = lead.rstrip().endswith(",") and _settles(match, pack=pack)  # "Avtalet gäller tills vidare, beslutade vi."
        # "Då klipparen är trasig beslutar styrelsen": behind a clause the verb goes before the body.
        fronted = _settles(match, pack=pack) and phrase(pack, r"<<decisions.fronted>>\s").match(text) is not None
        if (not parted and not own.follows(text, match.end())) or any(
            subordinate.fullmatch(word) for word in words[: 0 if fronted else 1 if said else None]
        ):
            continue
        if _elsewhere(text, lead, match, pack=pack) or match[0].casefold() in pack.words("decisions", "also_prepositions"):
            continue
        brief = 0 < len(words) <= 12 and not re.search(r"[.,;]", lead)  # "Därefter beslutade rådet att …"
        if brief or (fronted and len(words) <= _CLAUSE and not re.search(r"[.;:]", lead)):
            found.append((lead, match))
        elif said:
            found.append(("", match))
    return found


def _elsewhere(text: str, lead: str, verb: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether "man" means the people of a place ("På Tallvik bestämde man …"), or another body is who acts."""
    anyone = phrase(pack, r"\b<<decisions.indefinite>>\b").search(text, verb.start(), verb.end() + 12) is not None
    here = words_of(pack, "verbs", "linking").fullmatch(lead.strip()) or phrase(pack, LEAD).fullmatch(lead)
    others = phrase(pack, r"(?:^|\s)(?:<<decisions.other_bodies>>|<<bodies.organizations>>)\s*$").search(
        lead
    )  # "Länsstyrelsen beviljade föreningen …"
    return (anyone and here is None) or others is not None


def _parted(rule: Rule, text: str, own: OwnBody) -> Iterable[re.Match[str]]:
    """Where the rule's verbs of several words stand with the body between them: "landade vi i att".

    Only those verbs are put together with the body's words whose own words the text holds: all of them make an expression that takes half a second
    to compile, for every body anew.
    """
    begun = {match[1].casefold() for match in _first_words(rule).finditer(text)}
    if not begun:
        return ()
    held = tuple(pair for pair in _pairs(rule) if (pair[0].casefold() in begun or "*" in pair[0]) and _apart(*pair).search(text))
    return _around(held, own).finditer(text) if held else ()


@cache
def _first_words(rule: Rule) -> re.Pattern[str]:
    """The expression for any first word of the rule's verbs of several words."""
    words = {first for first, _ in _pairs(rule)}
    return re.compile(rf"(?<![\w-])({alternatives(words)})\s", re.IGNORECASE)


@cache
def _pairs(rule: Rule) -> tuple[tuple[str, str], ...]:
    """The first word and the rest of each of the rule's verbs of several words."""
    return tuple((first, rest) for word in rule.words for first, blank, rest in [word.partition(" ")] if blank)


@cache
def _apart(first: str, rest: str) -> re.Pattern[str]:
    """The expression for the first word and the rest of a verb anywhere apart."""
    return re.compile(rf"(?<![\w-]){written(first)}\s.*?\s{written(rest)}(?!\w)", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=512)
def _around(parted: tuple[tuple[str, str], ...], own: OwnBody) -> re.Pattern[str]:
    each = "|".join(rf"{written(first)}\s+(?-i:{own.pattern()})\s+{written(rest)}" for first, rest in parted)
    return re.compile(rf"(?<![\w-])(?:{each})(?!\w)", re.IGNORECASE)


def _joined_verbs(rule: Rule, text: str, at: int, *, pack: LanguagePack) -> list[re.Match[str]]:
    """Verbs further on with the same subject: "Rådet tackar för genomgången och beslutar att …"; behind a clause only when the body considers."""
    found: list[re.Match[str]] = []
    joint = phrase(pack, r"(?:<<verbs.joins_clauses>>|,)\s+(?:<<verbs.adverbs>>\s+)?$")
    considers = phrase(pack, r"\s+<<decisions.considers>>\b").match(text, at) is not None
    for match in rule.pattern.finditer(text, at):
        if words_of(pack, "decisions", "joined").match(match[0]) is None or not joint.search(text, max(at, match.start() - 30), match.start()):
            continue
        if considers or phrase(pack, r"\b<<grammar.that>>\b|[.;:]").search(text, at, match.start()) is None:
            found.append(match)
    return found


def _settles(match: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether the verb only says that something was settled, so that what it was must follow ("beslutar", "enades")."""
    return match[0].casefold().startswith(pack.words("decisions", "settles"))


def _decides(text: str, lead: str, verb: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether the verb tells what was decided here and now: not earlier, not later, not as a rule, not that nothing was decided."""
    head = phrase(pack, r"\b<<decisions.instead_of>>\s[^,.;]+").sub("", head_of(text, verb, pack=pack))  # "… i stället för varje månad"
    past = not verb[0].split()[0].casefold().endswith(pack.words("verbs", "present_endings"))
    if (
        is_told_of(lead, head, pack=pack)
        or (past and ends_with_month(head, pack=pack))
        or (not past and phrase(pack, r"\s+<<decisions.next_time|decisions.later>>\b").match(head))
        or (not past and phrase(pack, r"<<decisions.next_time>>\b").match(lead))
        or phrase(pack, r"\b<<decisions.habits>>\b").search(f"{lead} {head}")
        or _is_put_later(text, lead, verb, pack=pack)
    ):
        return False
    if phrase(pack, r"\s+<<decisions.undecided>>\b", case=True).match(text, verb.end()):
        return False
    if _settles(verb, pack=pack):
        if phrase(pack, r"\s*(?:<<grammar.negations>>\b|[?])").match(head) or phrase(
            pack, r"^\s+<<verbs.about>>\s[^,]*\b<<decisions.later>>\b"
        ).match(head):
            return False
    elif phrase(pack, r"\b<<decisions.next_time>>\b").search(head):
        return False
    if not verb[0].casefold().startswith(pack.words("decisions", "consensus")):
        return True
    says_what = re.search(r"\w", text[verb.end() :]) is not None  # "Parterna är överens." tells not on what
    return says_what and not thinks(text, verb.end(), pack=pack)


def _is_put_later(text: str, lead: str, verb: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether it will be settled another time: "Sen bestämmer vi oss, 4 maj."; not "Sedan beslutar rådet att …"."""
    if not _settles(verb, pack=pack) or phrase(pack, r"\W*<<decisions.afterwards>>\W*").fullmatch(lead) is None:
        return False
    return phrase(pack, r"\b<<grammar.that>>\b").search(text, verb.end()) is None


def _own_noun(rule: Rule, said: Said) -> bool:
    """ "Rådets beslut är att …", "Vårt beslut blir …"."""
    text, own, pack = said.text, said.own, said.pack
    whose = phrase(pack, r"<<decisions.ours>>\s+").match(text) or re.compile(rf"{own.pattern()}s\s+").match(text)
    return whose is not None and rule.pattern.match(text, whose.end()) is not None


def _own_order(rule: Rule, said: Said) -> bool:
    """ "Vi går ut före lunch i stället för efter.": the body itself, a deed in the present, and words for a new order."""
    text, own, pack = said.text, said.own, said.pack
    subject = next(own.found(text), None)
    marker = rule.pattern.search(text)
    if subject is None or subject.start() or subject[0].casefold() in pack.words("decisions", "indefinite") or marker is None:
        return False
    verb = re.compile(rf"\s+([{LOWER}]+)\b").match(text, subject.end())
    if verb is None or verb[1] in pack.words("decisions", "no_deeds") or not verb[1].endswith(pack.words("verbs", "present_endings")):
        return False
    return marker.start() > verb.end() and phrase(pack, r"\b<<decisions.habits|decisions.next_time>>\b").search(text) is None


_FORMS: dict[str, Callable[[Rule, Said], bool]] = {
    "own_verb": _own_verb,
    "own_noun": _own_noun,
    "own_order": _own_order,
    **UNNAMED,
    **PLAIN,
    **SETTLED,
    **ANSWERED,
    **TALKED,
    **FRONTED,
}
# The forms that name nobody who decides.
NAME_NOBODY = AGENTLESS_NAME_NOBODY | PLAIN_NAME_NOBODY | SETTLED_NAME_NOBODY | ANSWERED_NAME_NOBODY | TALKED_NAME_NOBODY | FRONTED_NAME_NOBODY
