"""Who is to do something where no verb says so: before a colon, in a bracket, behind a dash or a colon at the end, "/Namn", "Ansvarig är …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.labels import folded_label
from functions.interpreting.phrases import LOWER, UPPER, any_of, phrase, words_of
from functions.interpreting.rules import rule_named, rules_for
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners, Subject
from functions.languages import LanguagePack

_CLOSING = re.compile(r"[(\[]([^()\[\]]{2,70})[)\]]\s*\.?\s*$")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,70})[)\]](?=[\s,–-])")
_PAST = rf"(?<![\w-])[{LOWER}]*(?:<<follow_ups.past_endings>>|<<decisions.past_passives>>)\b|\b<<verbs.told|follow_ups.have|verbs.states_finite>>\b"
_STILL_TO_DO = r"(?<!\w)(?:<<verbs.passive_modals|verbs.still_to_do>>|<<verbs.decided_that>>\s+(?:<<verbs.about>>\s+)?<<grammar.that>>)(?!\w)"
_OWNER_LABEL = r"<<verbs.owner_words>>\s*[.:]{0,2}\s*"
_SEPARATED = re.compile(r"\s*(?:[–—:→➔➜>|=\t\[@-]{1,2}|\.{2,6}|…|,|\.(?=\s))\s*")
_SIGNED_LEAD = re.compile(r"\s*\]?\s*(?:[–—:→-]|->|=>)\s+|\s*\]\s*")
_TAG = re.compile(rf"(?:(?:^|[.\s])/\s*([{UPPER}][\w .-]{{1,40}})|(?:^|[.\s])([{UPPER}][\w.-]+(?:\s[{UPPER}][\w.-]*)?)\s*/)\s*$")
_ARROW = re.compile(r"[→➔➜]|[-=]>")
_MARKS = " \t→➔➜-=>"
_BY_DAY = re.compile(r"[\s,]*,\s*([^,/]{2,40})$")
_RESPONSIBLE = r"^<<verbs.responsible>>(?:\s+<<verbs.responsible_for>>\s+[^.,:;]{2,60}?)?\s*(?:<<verbs.equals>>\s|:)\s*"
_BEHIND = r"[\s,;.–()-]*(?:(?:<<verbs.done_by>>|<<verbs.limits_before_day>>|<<dates.by>>)\b\s*:?\s*)?"


@dataclass(frozen=True, slots=True)
class BracketOwners:
    """Who stands in the bracket that ends a sentence; labelled: with "ansv" before or a day to do it by."""

    owners: Owners
    labelled: bool


def bracket_owners(statement: Statement, cast: Cast, *, pack: LanguagePack) -> BracketOwners | None:
    """ "… skrivs om (Bo och Cia, klart till nästa möte)", "… (ansv: Bo Alm)": only names, and what tells the day, in the bracket."""
    closing = _CLOSING.search(statement.text) or _closed_before_day(statement.text, pack=pack)
    told = statement.text[: closing.start()] if closing is not None else ""
    if closing is None or _says_is_or_has(told, pack=pack):
        return None
    inside = closing[1]
    label = phrase(pack, _OWNER_LABEL).match(inside)
    start = closing.start(1) + (label.end() if label else 0)
    subjects = [s for s in cast.subjects(statement.text, item=statement.item) if closing.start(1) <= s.start < closing.end(1)]
    if not subjects or subjects[0].start != start or subjects[0].group:
        return None
    rest = statement.text[subjects[0].end : closing.end(1)]
    limited = bool(rest.strip()) and (has_limit(rest, pack=pack) or _is_day(rest, pack=pack))
    if is_report(told, pack=pack) and not has_limit(rest, pack=pack):  # "Enkäten skickades ut (Bo, 15/3)"
        return None
    helped = phrase(pack, r"[\s,;]*<<tables.not_given_to>>\s").match(rest) is not None  # "(Bo, med hjälp av Cia)"
    if rest.strip(" .") and not helped and not (rest.startswith((",", ";", "–", "-", " ")) and limited):
        return None
    task = statement.mode == "action" or opens_with_task(statement.text, pack=pack)
    return BracketOwners(cast.owners_of(subjects[0], statement.span, item=statement.item), bool(label) or limited or task)


def _closed_before_day(text: str, *, pack: LanguagePack) -> re.Match[str] | None:
    """A bracket that only a day to do it by follows: "Kontakta leverantören (Bo), senast 20 mars"."""
    closing = next((m for m in _BRACKETED.finditer(text) if len(text) - m.end() <= 40), None)
    behind = text[closing.end() :] if closing is not None else ""
    return closing if has_limit(behind, pack=pack) or _is_day(behind, pack=pack) else None


def is_nobody(text: str, *, pack: LanguagePack) -> bool:
    """Whether what stands where the owner is told names nobody: "vakant", "utses senare", "se bilaga", "?", a time."""
    return words_of(pack, "tables", "nobody").match(text.strip()) is not None or re.search(r"[^\W\d_]", text) is None


def has_limit(text: str, *, pack: LanguagePack) -> bool:
    """Whether the words tell by when: "senast 5 maj", "till nästa möte"."""
    return bool(words_of(pack, "verbs", "limits").search(text)) and not words_of(pack, "verbs", "speech").search(text)


def is_limited(text: str, *, pack: LanguagePack) -> bool:
    """As `has_limit`, with "till den 14 april" and "före 27/3" too."""
    return (
        has_limit(text, pack=pack)
        or phrase(pack, r"\b(?:<<verbs.limits_before_day>>|<<verbs.deadline_limits>>|<<dates.by>>|<<dates.week>>)\s+(?:<<dates.the>>\s+)?\d").search(
            text
        )
        is not None
    )


def _is_told(text: str, *, pack: LanguagePack) -> bool:
    """As `is_report`, and whatever says "är" or "har": names behind it tell who said or did it."""
    return _says_is_or_has(text, pack=pack) or is_report(text, pack=pack)


def _says_is_or_has(text: str, *, pack: LanguagePack) -> bool:
    return phrase(pack, r"\b<<verbs.told>>\b", case=True).search(text) is not None


def is_report(text: str, *, pack: LanguagePack) -> bool:
    """Whether a sentence only tells how things are or went ("Enkäten skickades ut i januari"), and of nothing that is still to be done."""
    waits = rule_named(pack, "action.bracket")
    if opens_with_task(text, pack=pack) or phrase(pack, _STILL_TO_DO).search(text) or (waits is not None and waits.pattern.search(text)):
        return False
    return phrase(pack, _PAST).search(text) is not None


def _is_day(rest: str, *, pack: LanguagePack) -> bool:
    """Whether a piece holds a day or a month and little else: ", klart 27/3", " – före den 12 juni", ", apr"."""
    left = phrase(pack, _BEHIND).sub("", rest.strip(), count=1)
    if left.strip(" .,;–-") in pack.table("dates", "months"):
        return True
    return bool(re.search(r"\d", left)) and len(left.split()) <= 5


def owning_lead(statement: Statement, cast: Cast) -> tuple[Owners, int, bool] | None:
    """ "HN + FZ: mejlar listan", "@Bo: boka rum", "[Bo] Boka rum": who, where the rest begins, and whether a mark makes a task of it."""
    if not statement.first:
        return None
    if statement.lead is not None:
        opening = phrase(
            cast.pack, r"(?:@|\[|(?:<<verbs.task_words>>\s+)?<<verbs.given_to>>\s+|(?:<<labels.action>>|<<verbs.owner_words>>)\s+)?"
        ).match(statement.lead.text)
        lead = statement.lead.part(opening.end() if opening else 0, len(statement.lead.text))
        subjects = cast.subjects(lead.text, item=statement.item)
        if len(subjects) == 1 and subjects[0].start == 0 and lead.text[subjects[0].end :].strip(" ]") == "":
            return cast.owners_of(subjects[0], lead, item=statement.item), 0, bool(opening and opening.end())
        return None
    text = statement.text
    since = 1 if text[:1] in "@[" else 0
    first = next(iter(cast.subjects(text, item=statement.item)), None)
    if first is None or first.start != since:
        return None
    gap = _SIGNED_LEAD.match(text, first.end)
    return (cast.owners_of(first, statement.span, item=statement.item), gap.end(), since > 0) if gap else None


def is_told_by_one(statement: Statement, cast: Cast) -> bool:
    """Whether a sentence is what a person says, who stands before a colon: "Bo: klinikerna ringer och frågar"."""
    lead = owning_lead(statement, cast) if statement.lead is not None else None
    return lead is not None and not lead[0].group


def closing_owners(statement: Statement, cast: Cast, *, pack: LanguagePack) -> Owners | None:
    """ "Boka buss – Bo, klart 27/3", "Fika till nästa möte: Bo", "Skylten görs om, BA": the names that end a line which tells a task."""
    text = statement.text
    lead = statement.lead.text if statement.lead is not None and statement.first and len(statement.lead.text) <= 120 else None
    for subject in cast.subjects(text, item=statement.item):
        if subject.group and words_of(pack, "verbs", "outer_bodies", "others").fullmatch(text[subject.start : subject.end]):
            continue
        behind = text[subject.end :]
        short = bool(behind.strip(" .!]")) and len(behind.split()) <= 6
        before = phrase(pack, r"[\s,;.–()-]*<<verbs.limits_before_day>>\s").match(behind) is not None
        limited = short and (before or is_limited(behind, pack=pack))
        by_when = short and phrase(pack, r"[\s,;.–()-]*<<verbs.done_by>>\b").match(behind) is not None
        if behind.strip(" .!]") and not limited and not by_when and not _is_day(behind, pack=pack):
            continue
        told, labelled = _before_names(text, subject, lead, pack=pack)
        if told is not None and any(told.strip(_MARKS) == text[one.start : one.end] for one in cast.subjects(text, item=statement.item)):
            continue  # "Bo → Cia i schemat"
        if told is None or (subject.group and not labelled and not opens_with_task(told, pack=pack)):
            continue
        if labelled or limited or statement.mode == "action" or opens_with_task(told, pack=pack) or _to_be_done(told, lead, pack=pack):
            return cast.owners_of(subject, statement.span, item=statement.item)
    return None


def _before_names(text: str, subject: Subject, lead: str | None, *, pack: LanguagePack) -> tuple[str | None, bool]:
    """What stands before the names that end a line, None when nothing parts them from it; and whether a word for the owner does."""
    before = text[: subject.start]
    label = phrase(pack, rf"(?:^|[\s,(–-]){_OWNER_LABEL}$").search(before)
    before = before[: label.start()] if label else before
    if not before.strip(" ,–-@"):
        told, given_on = lead, False
    else:
        parted = next((m for m in _SEPARATED.finditer(before) if m.end() >= len(before.rstrip("@ "))), None)
        told = before if label or parted else None
        given_on = parted is not None and _ARROW.search(parted[0]) is not None
    if told is None or _is_role_line(told, pack=pack) or _is_reported(told, pack=pack) or _is_told(told, pack=pack):
        return None, False
    return told, bool(label) or given_on


def _is_reported(told: str, *, pack: LanguagePack) -> bool:
    """ "Bo svarade att det sköts av cheferna": what somebody said of how things are."""
    said = phrase(pack, rf"(?<![\w-])([{LOWER}]+<<follow_ups.past_endings>>)\s+<<grammar.that>>\b", case=True).search(told)
    return said is not None and not phrase(pack, r"<<verbs.decided_that>>\s+<<grammar.that>>").search(told)


def _is_role_line(told: str, *, pack: LanguagePack) -> bool:
    """ "Föredragande: Bo", "Val av kassör: Bo": the names tell what somebody is, not what is to be done."""
    return words_of(pack, "verbs", "role_leads").search(told) is not None or folded_label(told) in pack.all_words("labels")


def _to_be_done(told: str, lead: str | None, *, pack: LanguagePack) -> bool:
    rule = rule_named(pack, "action.bracket")
    return (rule is not None and rule.pattern.search(told) is not None) or (lead is not None and has_limit(told, pack=pack))


def responsible(statement: Statement, cast: Cast, *, pack: LanguagePack) -> Owners | None:
    """ "Ansvarig för enkäten är Bo.", "Sammankallande: Cia": who, by a word for the one who answers for it."""
    text = statement.text
    match = phrase(pack, _RESPONSIBLE).match(text)
    opened = statement.lead is not None and statement.first and phrase(pack, _RESPONSIBLE).fullmatch(f"{statement.lead.text}:") is not None
    if match is None and not opened:
        return None
    since = match.end() if match is not None else 0
    subject = next((s for s in cast.subjects(text, item=statement.item) if s.start == since), None)
    if subject is None or subject.group or len(text[subject.end :].split()) > 8:
        return None
    return cast.owners_of(subject, statement.span, item=statement.item)


def tag_owners(statement: Statement, cast: Cast) -> Owners | None:
    """ "… till nästa möte. /Bo Alm", "Niklas Y/" at the end of a paragraph."""
    text = statement.text
    behind = _BY_DAY.search(text) if "/" in text else None  # "/Bo Alm, klart 27 mars"
    if behind is not None and (re.search(r"\d", behind[1]) or is_limited(behind[1], pack=cast.pack)):
        text = text[: behind.start()]
    match = _TAG.search(text) if "/" in text else None
    if match is None or "http" in statement.text:
        return None
    if len(statement.text[: match.start()].split()) < 2:
        return None  # "/Bo Alm" alone signs the page
    if words_of(cast.pack, "verbs", "greets").match(statement.text) is not None:
        return None
    group = 1 if match[1] else 2
    at, to = match.span(group)
    for subject in cast.subjects(statement.text, item=statement.item):
        if not subject.group and subject.start <= at and subject.end >= to - 1:
            return cast.owners_of(subject, statement.span, item=statement.item)
    return None


def opens_with_task(text: str, *, pack: LanguagePack) -> bool:
    """Whether a line opens with an infinitive or imperative of something to do: "Boka rum", "Uppdatera listan"."""
    opening = phrase(pack, r"\s*[\[@]?(?:<<grammar.to_do>>\s)?").sub("", text, count=1)
    first = re.match(rf"[{UPPER}{LOWER}-]+", opening)
    if first is None:
        return False
    return _infinitives(pack).match(opening) is not None or first[0].casefold().endswith(pack.words("verbs", "task_infinitive_endings"))


@lru_cache(maxsize=8)
def _infinitives(pack: LanguagePack) -> re.Pattern[str]:
    """The infinitives of all that somebody may promise, made of the present forms, and the pack's imperatives."""
    made: list[str] = list(pack.words("verbs", "infinitives"))
    endings = pack.table("verbs", "infinitive_of")
    for rule in rules_for(pack, kinds=("action",)):
        if rule.form in ("imperative", "lead"):
            made += rule.words
        if rule.form != "subject_verb" or rule.needs is not None:
            continue
        for word in rule.words:
            verb, _, rest = word.partition(" ")
            made += [f"{verb.removesuffix(end)}{new} {rest}".strip() for end, new in endings.items() if verb.endswith(end)]
    return any_of(tuple(dict.fromkeys(made)))


def infinitive_opens(text: str, *, pack: LanguagePack) -> bool:
    """As `opens_with_task`, by the known words only."""
    return _infinitives(pack).match(text) is not None
