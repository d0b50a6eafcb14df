"""Decisions in everyday constructions: what the body does not do, what comes first, what its money goes to, who may act for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from functions.interpreting.decision_clauses import Said, is_told_of
from functions.interpreting.phrases import LOWER, UPPER, compile_phrase, phrase, written
from functions.interpreting.rules import Rule
from functions.languages import LanguagePack

_END = r"\s*(?:[.,!;]|$)"
# Words that may stand between a verb and "inte": "lämnar därför inget svar".
_ADVERBS = r"(?:\s+<<verbs.adverbs|verbs.linking>>)?"
_REST = 4  # words of a sentence that says no more than that the body does not want it


def is_now(said: Said, at: int) -> bool:
    """Whether nothing puts it at another time, makes it a habit or hangs it on a condition."""
    text, pack = said.text, said.pack
    other = r"\b<<decisions.habits|decisions.conditional|decisions.reported>>\b"
    return not is_told_of(text[:at], text[at:], pack=pack) and phrase(pack, other).search(text) is None


def _own_refusal(rule: Rule, said: Said) -> bool:
    """ "Rådet lämnar därför inget svar.", "Däremot betalar vi inte för service.", "Någon enkät gör vi inte.", "Det går vi inte med på."."""
    text, own, pack = said.text, said.own, said.pack
    verbs = "|".join(map(written, rule.words))
    no = phrase(pack, rf"{_ADVERBS}\s+<<decisions.refusals>>\b(?P<rest>.*)")
    for subject in own.found(text):
        if subject[0].casefold() in pack.words("decisions", "indefinite"):
            continue
        lead = text[: subject.start()]
        direct = re.compile(rf"\s+(?:{verbs})\b", re.IGNORECASE).match(text, subject.end())
        opens = (
            not lead.strip()
            or re.search(r"[,;]\s*(?:\w+\s+)?$", lead) is not None
            or phrase(pack, r"\W*<<verbs.linking|decisions.contrast>>\W*").fullmatch(lead)
        )
        if direct is not None and opens:
            found = no.match(text, direct.end())
        else:
            turned = re.search(rf"^(?P<front>[^.;:]*?)\b(?:{verbs})\s+$", lead, re.IGNORECASE)
            front = turned["front"].strip() if turned is not None else None
            fits = front is not None and phrase(pack, r"(?:<<verbs.linking|decisions.contrast>>|<<decisions.any>>\s.*)").fullmatch(front) is not None
            found = no.match(text, subject.end()) if fits else None
        if found is not None and phrase(pack, r"\s*(?:<<decisions.no_refusal>>)").match(found["rest"]) is None:
            return is_now(said, subject.start())
    if phrase(pack, rf"<<decisions.declines>>{_END}").match(_with_body(said)):
        return True
    none = phrase(pack, r"<<decisions.any>>\s(?P<what>[^.,;]{3,50}?)\s<<decisions.becomes_not>>\b").match(text)
    return none is not None and phrase(pack, r"<<decisions.happens>>\b").match(none["what"]) is None and is_now(said, none.end())


def _with_body(said: Said) -> str:
    """The sentence with … for the body, as the pack writes it: "Det går … inte med på"."""
    return re.sub(rf"(?<![\w-]){said.own.pattern()}(?!\w)", "…", said.text, count=1)


def _own_option(rule: Rule, said: Said) -> bool:
    """ "Vi tar B.", "Rådet stannar för förslag 2.", "Vi tar tre."."""
    text, own, pack = said.text, said.own, said.pack
    subject = next(own.found(text), None)
    if subject is None or subject[0].casefold() in pack.words("decisions", "indefinite"):
        return False
    lead = text[: subject.start()].strip()
    if lead and phrase(pack, r"<<verbs.linking>>").fullmatch(lead) is None:
        return False
    verb = rule.pattern.match(text, subject.end() + 1)
    what = r"\s+(?:(?i:<<decisions.options>>)\s+(?:[" + UPPER + r"]|\d{1,2})|[" + UPPER + rf"]|(?i:<<dates.numbers>>)){_END}"
    return verb is not None and phrase(pack, what, case=True).match(text, verb.end()) is not None and is_now(said, 0)


def _allowed(rule: Rule, said: Said) -> bool:
    """ "… får ordföranden godkänna svaret på rådets vägnar.", "Dagkirurgin får hålla sig till den långa mallen tills vidare."."""
    text, own, pack = said.text, said.own, said.pack
    may = phrase(pack, r"\b<<decisions.may>>\b").search(text)
    if may is None or phrase(pack, r"\b<<decisions.reported>>\b").search(text):
        return False
    if phrase(pack, r"\s+<<grammar.negations>>\b").match(text, may.end()):
        return False
    ours = re.compile(rf"{own.pattern()}s?\s+(?:{'|'.join(map(written, pack.words('decisions', 'on_behalf'))) or '(?!)'})\b")
    if ours.search(text, may.end()) or phrase(pack, r"\s+<<decisions.by_delegation>>\b").match(text, may.end()):
        return not is_told_of("", text[may.end() :], pack=pack)
    subject = text[: may.start()].strip()
    verb = rule.pattern.match(text, may.end() + 1)
    fits = re.fullmatch(rf"[{UPPER}][\w-]*(?:\s[\w-]+){{0,3}}", subject) is not None
    return verb is not None and fits and phrase(pack, r"\b<<decisions.no_units>>\b").search(subject) is None and is_now(said, may.start())


def _ordered(rule: Rule, said: Said) -> bool:
    """ "Ordningen blir B, A, C.", "Turordning: akuten, dialysen, ögon."."""
    text = said.text
    match = rule.pattern.search(text, 0, 80)
    if match is not None and " " not in match[0]:  # "Turordning" alone only leads a line
        match = None
    behind = text[match.end() :] if match is not None else text if rule.pattern.fullmatch(said.lead) else ""
    parts = [part for part in phrase(said.pack, r",|\b<<grammar.and>>\b|\d\)|;").split(behind) if part.strip(" .")]
    return len(parts) > 1 and max(len(part.split()) for part in parts) <= _REST and not is_told_of("", behind, pack=said.pack)


def _spent(rule: Rule, said: Said) -> bool:
    """ "6 000 kronor går till kursen." under "Rådets pengar"; "6 000 av dem går till kursen" behind a sentence about money."""
    text, pack = said.text, said.pack
    amount = phrase(pack, r"\d[\d\s.,]*\s*(?:(?P<money><<decisions.money>>)\b)?(?:\s+<<decisions.part_of>>)?\s+").match(text)
    verb = rule.pattern.match(text, amount.end()) if amount is not None else None
    about = f"{said.title} {said.before}"
    ours = phrase(pack, r"\b<<decisions.purse>>\b").search(said.title) or (
        re.search(rf"\b{said.own.pattern()}", said.before) and phrase(pack, r"\b<<decisions.money|decisions.purse>>\b").search(about)
    )
    told = amount is not None and (amount["money"] or phrase(pack, r"\b<<decisions.money>>\b").search(said.before))
    return bool(verb and ours and told) and is_now(said, 0) and phrase(pack, r"\b<<decisions.by_their_leave>>\b").search(text) is None


def _answer(rule: Rule, said: Said) -> bool:
    """ "Nej, gruppen är lagom stor nu." behind what somebody wanted of the body."""
    text, pack = said.text, said.pack
    match = phrase(pack, rf"(?:{'|'.join(map(written, rule.words))}),\s+[{LOWER}]", case=False).match(text)
    if match is None or phrase(pack, r"\b<<decisions.of_facts>>\b").search(text):
        return False
    return phrase(pack, r"\b<<decisions.wants_of_us>>\b").search(said.before) is not None and is_now(said, 0)


def _echoed(rule: Rule, said: Said) -> bool:
    """ "Tre timmar räcker, sa alla."; "Ett svar är bättre än tre, tyckte alla, så rådet svarar gemensamt."."""
    text, pack = said.text, said.pack
    closing = _said_by(rule.words, said.own.pattern(), pack=pack).search(text)
    if closing is None or phrase(pack, r"\b<<decisions.opinions>>\b").search(text, 0, closing.start()) is not None:
        return False
    so = re.search(r"\w", closing["ends"]) is not None
    return so or phrase(pack, r"(?:^|\s)(?:<<verbs.told>>|<<weighed.states>>)\s").search(text, 0, closing.start()) is None


@lru_cache(maxsize=64)
def _said_by(words: tuple[str, ...], own: str, *, pack: LanguagePack) -> re.Pattern[str]:
    """What closes a sentence by who said it, the body of these minutes among them, which `phrase` would keep for good."""
    said_by = "|".join(map(written, words)).replace("…", own)
    return compile_phrase(pack, rf",\s+(?:{said_by})(?P<ends>[.!\s]*$|,\s+<<decisions.so>>\s)")


def _on_trial(rule: Rule, said: Said) -> bool:
    """ "Däremot bjuds två instruktörer in på prov från hösten."; not "På Torup körs drop-in på försök"."""
    text, pack = said.text, said.pack
    verb = phrase(pack, r"\b<<decisions.tried>>\b").search(text, 0, 120)
    if verb is None or rule.pattern.search(text, verb.end()) is None:
        return False
    front = text[: verb.start()].strip()
    if phrase(pack, r"<<decisions.elsewhere|decisions.at_places>>\s").match(front) or re.search(r"[,;:]", front):
        return False
    if phrase(pack, r"\b<<verbs.relatives|decisions.clause_words|grammar.that>>\b").search(front):
        return False
    return phrase(pack, r"\b<<verbs.agent>>\s").search(text, verb.end()) is None and is_now(said, verb.start())


PLAIN: dict[str, Callable[[Rule, Said], bool]] = {
    "own_refusal": _own_refusal,
    "own_option": _own_option,
    "allowed": _allowed,
    "ordered": _ordered,
    "spent": _spent,
    "answer": _answer,
    "echoed": _echoed,
    "on_trial": _on_trial,
}
# These tell of no one who decides: in a report they may tell of others.
PLAIN_NAME_NOBODY = frozenset({"allowed", "ordered", "spent", "answer", "echoed", "on_trial"})
