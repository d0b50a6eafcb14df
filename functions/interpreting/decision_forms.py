"""The constructions in which a body decides: who acts, in which tense, and what only looks alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from os.path import commonprefix

from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, NOTHING, UPPER, phrase, words_of, written
from functions.interpreting.rules import Rule, rules_for
from functions.languages import LanguagePack
from functions.model.minutes import Tier

# "ska beslutas", "beslut fattas vid nästa möte", "beslutar om detta vid nästa möte".
_FUTURE = (
    r"\b<<decisions.coming>>\b[^.]{0,30}\b<<decisions.to_decide>>\b"
    r"|\b<<decisions.noun>>\s+<<decisions.is_taken>>\s+<<decisions.taken_at>>\b"
)
_OTHER_BODY = rf"^<<decisions.noun>>\s+(?:<<decisions.of_body>>\s+)?((?:[{LOWER}-]+\s+){{0,5}}<<decisions.other_heads>>)\b"
_BY_OTHER = (
    r"\b(?:(<<decisions.other_bodies>>)\s+(?:<<decisions.has>>\s+)?<<decisions.other_verbs>>"
    rf"|<<decisions.turned_verbs>>\s+((?:[{LOWER}-]*\s)?<<decisions.other_bodies>>))"
)
_GIVEN = r"\s+[^.;:,]{2,60}?\s+<<verbs.as_a_task>>\b"
# What may stand between the body and its verb: a bracket, an adverb or two.
_GAP = r"(?:\s*\([^()]*\))?(?:\s+<<verbs.adverbs|decisions.has|decisions.manner>>){0,2}\s+"
# "Till sekreterare valdes …", "Eva Holm valdes till sekreterare".
_TO_OFFICE = rf"(?i:<<decisions.to_office>>)\s+[{LOWER}][^.,;:]{{3,60}}?\s(?=<<decisions.elects>>)"
_NAME = rf"(?:[{UPPER}][\w-]+\s+){{1,3}}(?:\([^)]{{1,30}}\)\s+)?"
_SOMEBODY = re.compile(rf"[{UPPER}][\w-]+(?:\s+[{UPPER}]|[\s.,]*$)")
_PERSON = rf"{_NAME}(?:(?i:<<grammar.and>>)\s+{_NAME})?"
# "med stöd av …", "efter en längre diskussion": what a sentence may open with before an agentless verb.
_LEAD = r"<<decisions.leads>>\s[^.;:]{2,90}?\s"
# "Utökas inte.", "Införs på prov från april.": so many words make a sentence whose subject is the title.
_ELLIPTIC = 8
_THAT_OR_END = r"\b<<grammar.that>>\b|[.;:]"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the body in whose minutes it stands, and its language; the point's title, and the words before a colon that lead it."""

    text: str
    own: OwnBody
    pack: LanguagePack
    title: str = ""
    lead: str = ""


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
        if test is not None and not (told and rule.form in _AGENTLESS) and test(rule, said):
            return rule
    return None


# ------------------------------------------------------------------ the body and its verb


def _own_verb(rule: Rule, said: Said) -> bool:
    """ "Rådet beslutar …", "… och beslutade att …", "Därefter beslutade rådet …", "…, beslutade rådet."."""
    text, own, pack = said.text, said.own, said.pack
    if rule.pattern.search(text) is None:
        return False
    return any(_decides(text, lead, match, pack=pack) for lead, match in _acts(rule, text, own, pack=pack))


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
        alone = alone_behind.fullmatch(lead.strip()) is not None
        if not (opens or alone):
            continue
        gap = phrase(pack, _GAP, case=True).match(text, subject.end())
        match = (rule.pattern.match(text, gap.end()) or rule.pattern.match(text, subject.end() + 1)) if gap else None
        if match is not None:
            found.append((lead, match))
        elif before is None:
            found += [("", joined) for joined in _joined_verbs(rule, text, subject.end(), pack=pack)]
    for match in (*rule.pattern.finditer(text), *_parted(rule, own).finditer(text)):
        lead = text[: match.start()]
        words = lead.split()
        parted = match.re is not rule.pattern
        said = lead.rstrip().endswith(",") and _settles(match, pack=pack)  # "Avtalet gäller tills vidare, beslutade vi."
        if (not parted and not own.follows(text, match.end())) or any(subordinate.fullmatch(word) for word in words[: 1 if said else None]):
            continue
        if _elsewhere(text, lead, match, pack=pack):
            continue
        if 0 < len(words) <= 12 and not re.search(r"[.,;]", lead):  # "Därefter beslutade rådet att …"
            found.append((lead, match))
        elif said:
            found.append(("", match))
    return found


def _elsewhere(text: str, lead: str, verb: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether "man" means the people of a place rather than the body: "På Tallvik bestämde man …"."""
    anyone = phrase(pack, r"\b<<decisions.indefinite>>\b").search(text, verb.start(), verb.end() + 12) is not None
    here = words_of(pack, "verbs", "linking").fullmatch(lead.strip()) or phrase(pack, _LEAD).fullmatch(lead)
    return anyone and here is None


@lru_cache(maxsize=256)
def _parted(rule: Rule, own: OwnBody) -> re.Pattern[str]:
    """The rule's verbs of several words with the body between them: "landade vi i att"."""
    parted = [word.split(" ", 1) for word in rule.words if " " in word]
    each = "|".join(rf"{written(first)}\s+(?-i:{own.pattern()})\s+{written(rest)}" for first, rest in parted)
    return re.compile(rf"(?<![\w-])(?:{each or NOTHING})(?!\w)", re.IGNORECASE)


def _joined_verbs(rule: Rule, text: str, at: int, *, pack: LanguagePack) -> list[re.Match[str]]:
    """Verbs further on with the same subject: "Rådet tackar för genomgången och beslutar att …"; behind a clause only when the body considers."""
    found: list[re.Match[str]] = []
    joint = phrase(pack, r"(?:<<verbs.joins_clauses>>|,)\s+(?:<<verbs.adverbs>>\s+)?$")
    considers = phrase(pack, r"\s+<<decisions.considers>>\b").match(text, at) is not None
    for match in rule.pattern.finditer(text, at):
        if match[0].casefold() not in pack.words("decisions", "joined") or not joint.search(text, max(at, match.start() - 30), match.start()):
            continue
        if considers or phrase(pack, r"\b<<grammar.that>>\b|[.;:]").search(text, at, match.start()) is None:
            found.append(match)
    return found


def _settles(match: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether the verb only says that something was settled, so that what it was must follow ("beslutar", "enades")."""
    return match[0].casefold().startswith(pack.words("decisions", "settles"))


def _decides(text: str, lead: str, verb: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether the verb tells what was decided here and now: not earlier, not later, not as a rule, not that nothing was decided."""
    head = _head(text, verb, pack=pack)
    past = not verb[0].split()[0].casefold().endswith(pack.words("verbs", "present_endings"))
    if (
        _is_told_of(lead, head, pack=pack)
        or (past and _ends_with_month(head, pack=pack))
        or (not past and phrase(pack, r"\s+<<decisions.next_time|decisions.later>>\b").match(head))
        or phrase(pack, r"\b<<decisions.habits>>\b").search(f"{lead} {head}")
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
    return not (verb[0].casefold().startswith(pack.words("decisions", "consensus")) and _thinks(text, verb.end(), pack=pack))


def _thinks(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether what a body agrees on is how something is ("att maten är god"), not what is to be done."""
    if phrase(pack, r"\b<<decisions.opinions>>\b").search(text, at, at + 120):
        return True
    return (
        phrase(pack, r"\s*<<grammar.that>>\s(?:[^\s.,;:]+\s){1,6}?<<verbs.have_or_be>>\s(?:[^\s.,;:]+\s){0,2}[^\s.,;:]+[.]?$").match(text, at)
        is not None
    )


def _head(text: str, verb: re.Match[str], *, pack: LanguagePack) -> str:
    """What stands behind the verb before the clause that tells what was decided."""
    if phrase(pack, r"(?:^|\s)<<grammar.that>>$").search(verb[0]):
        return ""
    stop = phrase(pack, _THAT_OR_END).search(text, verb.end())
    return text[verb.end() : stop.start() if stop else len(text)]


def _is_told_of(lead: str, head: str, *, pack: LanguagePack) -> bool:
    """Whether the words before or behind the verb put it at another time: "I höstas beslutade …", "beslutade redan i mars att …"."""
    earlier = phrase(pack, r"\b<<decisions.earlier>>\b")
    year = re.compile(r"\s+(?:19|20)\d\d\b")
    day = r"(?:\d{1,2}\s+)?<<dates.month_names.full>>\b"
    dated = phrase(pack, rf"\s*(?:(?:<<decisions.on_day>>)\s+){{1,2}}(?:{day}|\d)")
    met = phrase(pack, rf"\b(?:<<kind.meetings>>)\s(?:(?:<<decisions.on_day>>)\s+)?(?:{day}|\d)")  # "Vid mötet den 5 december beslutade rådet"
    told = (earlier.search(lead), earlier.search(head), dated.match(lead), dated.match(head), year.match(head), met.search(lead))
    return any(told)


def _ends_with_month(head: str, *, pack: LanguagePack) -> bool:
    """Whether what happened is put into a month: "Rådet godkände planen i december."."""
    return phrase(pack, r"\s<<decisions.on_day>>\s+(?:\d{1,2}\s+)?<<dates.month_names.full>>(?:\s+\d{4})?[.\s]*$").search(head) is not None


def _own_noun(rule: Rule, said: Said) -> bool:
    """ "Rådets beslut är att …", "Vårt beslut blir …"."""
    text, own, pack = said.text, said.own, said.pack
    whose = phrase(pack, r"<<decisions.ours>>\s+").match(text) or re.compile(rf"{own.pattern()}s\s+").match(text)
    return whose is not None and rule.pattern.match(text, whose.end()) is not None


# ------------------------------------------------------------------ no body named


def _by_others(text: str, at: int, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether the passive's agent is somebody else: "godkändes av nämnden", not "godkändes av mötet"."""
    agent = phrase(pack, r"(?:\s+<<decisions.manner>>)?\s+<<verbs.agent>>\b").match(text, at)
    return agent is not None and not own.follows(text, agent.end()) and not phrase(pack, r"\s+<<decisions.everybody>>\b").match(text, agent.end())


def _happens_here(text: str, lead: str, match: re.Match[str], own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether a passive tells of this meeting: no other agent, no other day, no guess ("antas bero på")."""
    head = _head(text, match, pack=pack)
    guess = phrase(pack, rf"\s+[{LOWER}]+<<verbs.infinitive_endings>>(?!\w)", case=True).match(head)
    guessed = guess is not None and match[0].casefold() in pack.words("decisions", "also_guesses")
    past = match[0].split()[0].casefold().endswith(pack.words("decisions", "past_passives"))
    if guessed or _by_others(text, match.end(), own, pack=pack) or _is_told_of(lead, head, pack=pack) or (past and _ends_with_month(head, pack=pack)):
        return False
    return phrase(pack, r"\b<<decisions.habits|decisions.next_time|decisions.later>>\b").search(head) is None


def _passive_opening(rule: Rule, said: Said) -> bool:
    """ "Beslutades att …", "Därtill beslutades …", "Efter en längre diskussion beslutades …"; "I höstas beslutades" tells of another meeting."""
    text, own, pack = said.text, said.own, said.pack
    linking = words_of(pack, "verbs", "linking").match(text)
    for start in (0, linking.end() + 1 if linking else None):
        match = rule.pattern.match(text, start) if start is not None else None
        if match is not None:
            return _happens_here(text, "", match, own, pack=pack) and not _is_opinion(text, match, pack=pack)
    match = rule.pattern.search(text, 0, 200)
    if match is None or phrase(pack, _LEAD).fullmatch(text, 0, match.start()) is None:
        return False
    return _happens_here(text, text[: match.start()], match, own, pack=pack)


def _is_opinion(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    agreed = phrase(pack, r"\b<<decisions.consensus>>\b").search(text, match.start(), match.end())
    if agreed is None:
        return False
    that = phrase(pack, r"\s<<grammar.that>>$").search(match[0])
    return _thinks(text, match.end() - (len(that[0]) if that else 0), pack=pack)


def _carried(rule: Rule, said: Said) -> bool:
    """ "Budgeten godkändes.", "Motion 4 avslogs efter votering.", "Efter votering avslogs motionen."."""
    text, own, pack = said.text, said.own, said.pack
    match = rule.pattern.search(text, 0, 200)
    if match is None:
        return False
    subject = text[: match.start()]
    if not _happens_here(text, subject, match, own, pack=pack):
        return False
    if phrase(pack, _LEAD).fullmatch(subject):
        return True
    if re.search(r",\s*$", subject) and re.fullmatch(r"\W*", text[match.end() :]):  # "Nytt mål: högst 230 recept, antogs."
        return not phrase(pack, r"\b<<verbs.relatives>>\s*$").search(subject)
    subject = phrase(pack, r"\b<<verbs.about>>\s+<<grammar.that>>\s").sub(" ", subject)  # "Ansökan om att hyra ut beviljades"
    words = subject.rstrip(": ").split()
    if not 1 <= len(words) <= 12 or re.search(r"[.,;?!]|:\s*\S", subject) or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    strangers = r"\b(?:<<verbs.relatives|verbs.relative_clause|decisions.coming|decisions.has|grammar.that|grammar.negations>>)\b"
    first = words[0].casefold()
    if phrase(pack, strangers).search(subject) or first in (*pack.words("verbs", "turned_by"), *pack.words("verbs", "subordinate")):
        return False
    if phrase(pack, r"\b<<decisions.sent_elsewhere>>\b").search(subject):
        return False
    verb = match[0].casefold()
    if verb in pack.words("decisions", "participles"):  # "Budgeten godkänd.", not "Budgeten är godkänd"
        ends = re.compile(r"\s*(?:[.,;(–]|$)").match(text, match.end())
        return ends is not None and phrase(pack, r"\b<<verbs.have_or_be|verbs.told>>\b").search(subject) is None
    if verb in pack.words("decisions", "now"):  # "Patienter avslås" tells a habit, "Motionen om avgift avslås" may stand in a clause
        plural = (
            len(words) <= 2 and phrase(pack, r"\w<<decisions.bare_plurals>>$").search(words[-1]) is not None and words[0] == words[0].capitalize()
        )
        clause = phrase(pack, r"\b<<verbs.about>>\s+\w+<<bounds.definite_endings>>\s*$").search(subject) is not None
        return not plural and not clause
    return True


def _matter(rule: Rule, said: Said) -> bool:
    """What becomes of the very matter of the point, or of what is the body's own: under "Utbildningsdag", "Utbildningsdagen ställs in"."""
    text, pack = said.text, said.pack
    match = rule.pattern.search(text, 0, 200)
    if match is None:
        return False
    subject = text[: match.start()]
    if not subject.strip():  # "Utökas inte." under "Bassortiment"
        said_no = phrase(pack, r"\s+<<decisions.elliptic>>(?!\w)").match(text, match.end()) is not None
        return said_no and bool(said.title) and len(text.split()) <= _ELLIPTIC and _happens_here(text, "", match, said.own, pack=pack)
    if phrase(pack, rf"\s<<verbs.agent>>\s+[{UPPER}]", case=True).search(text, match.end()) or phrase(
        pack, r"\b<<decisions.by_their_leave>>\b"
    ).search(text):
        return False
    owned = phrase(pack, r"<<decisions.own_matters>>\b").match(subject) or phrase(pack, r"\b<<decisions.own_lists>>\b").search(text)
    return (owned is not None or _share_a_stem(said.title, text[: match.end()])) and _carried(rule, said)


def _share_a_stem(title: str, said: str) -> bool:
    """Whether a word of the title is one of these but for their endings ("Avveckling", "avvecklas"), or a compound that ends so."""
    words = re.findall(r"[^\W\d_]{5,}", said.casefold())
    return any(_akin(one, other) for one in re.findall(r"[^\W\d_]{5,}", title.casefold()) for other in words)


def _akin(one: str, other: str) -> bool:
    alike = len(commonprefix((one, other)))
    stem = other[: max(5, len(other) - 2)]
    return alike >= max(5, min(len(one), len(other)) - 3) or stem in one[3:]


def _chosen(rule: Rule, said: Said) -> bool:  # noqa: ARG001 – a form without words of its own
    """ "Val av representant: Bo Alm."."""
    if phrase(said.pack, r"<<decisions.choosing>>\b").match(said.lead) is None:
        return False
    return _SOMEBODY.match(said.text) is not None


def _elected(rule: Rule, said: Said) -> bool:
    """ "Till representant valdes Bo Alm.", "Bo Alm valdes till representant."; not "Bo Alm valdes till ordförande i våras"."""
    text, own, pack = said.text, said.own, said.pack
    if phrase(pack, r"\b<<decisions.earlier>>\b").search(text) or phrase(pack, r"\s<<decisions.on_day>>\s+<<dates.month_names.full>>[.]?$").search(
        text
    ):
        return False
    if phrase(pack, _TO_OFFICE, case=True).match(text) and rule.pattern.search(text):
        return True
    person = phrase(pack, _PERSON, case=True).match(text)
    match = rule.pattern.match(text, person.end()) if person else None
    if match is None or _by_others(text, match.end(), own, pack=pack):
        return False
    return phrase(pack, r"(?:\s+<<decisions.manner>>)?\s+<<decisions.to_office>>\b").match(text, match.end()) is not None


def _pointing(rule: Rule, said: Said) -> bool:
    """ "Detta bifalles.", not "Ansökan avslogs av nämnden"."""
    text, pack = said.text, said.pack
    points = phrase(pack, r"<<decisions.pointed_at>>\s+").match(text)
    match = rule.pattern.match(text, points.end()) if points else None
    return match is not None and not phrase(pack, r"\s+<<decisions.by_others>>\b", case=True).match(text, match.end())


def _whole(rule: Rule, said: Said) -> bool:
    """Nothing but the words: "Enligt förslaget."."""
    return rule.pattern.fullmatch(said.text.strip(" .!")) is not None


def _given(rule: Rule, said: Said) -> bool:
    """ "(Därtill) gavs chefen i uppdrag att …" as the sentence's own verb."""
    text, pack = said.text, said.pack
    lead = words_of(pack, "verbs", "linking").match(text)
    match = rule.pattern.match(text, lead.end() + 1 if lead else 0)
    return match is not None and phrase(pack, _GIVEN, case=True).match(text, match.end()) is not None


def _phrase(rule: Rule, said: Said) -> bool:
    return rule.pattern.search(said.text) is not None


# These name nobody who decides: in a report they may tell of others.
_AGENTLESS = frozenset({"carried", "elected", "matter", "chosen"})
_FORMS: dict[str, Callable[[Rule, Said], bool]] = {
    "own_verb": _own_verb,
    "own_noun": _own_noun,
    "passive_opening": _passive_opening,
    "carried": _carried,
    "matter": _matter,
    "chosen": _chosen,
    "elected": _elected,
    "pointing": _pointing,
    "whole": _whole,
    "given": _given,
    "phrase": _phrase,
}
