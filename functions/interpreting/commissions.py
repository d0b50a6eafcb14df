"""Tasks that are given away: delegated, asked for, handed over, and who gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functions.interpreting.phrases import LOWER, phrase, words_of
from functions.interpreting.rules import Rule
from functions.interpreting.spans import Span
from functions.interpreting.subjects import Owners, Subject
from functions.languages import LanguagePack

_GIVEN = r"\s+([^.;:,]{2,60}?)\s+<<verbs.as_a_task>>\b"
_TO_DO = rf"\s*(?:,\s*)?(?:<<grammar.to_do>>\s+)?([{LOWER}]+)"
_FALLS_ON = r"(?<!\w)<<verbs.falls_on>>\s+"
_HANDED = r"\b<<verbs.matters>>\b[^.;:]{0,60}?\s<<verbs.handed_to>>\s+"


def commissions_in(rule: Rule, text: str, subjects: list[Subject], *, pack: LanguagePack) -> Iterator[tuple[int, Subject]]:
    """Where a commission of this rule begins and who gets it; a subject without mentions is one as written."""
    if rule.form == "given":
        for match in rule.pattern.finditer(text):
            task = phrase(pack, _GIVEN).match(text, match.end())
            if task is not None:
                at, to = task.span(1)
                before = next((s for s in subjects if not s.group and s.end == match.start() - 1), None)  # "Bo får tillsammans med Cia i uppdrag"
                named = before or next((s for s in subjects if s.start >= at and s.end <= to), None)
                yield 0, named or Subject(at, to, (), group=True)
    elif rule.form == "handed":
        for match in phrase(pack, _HANDED).finditer(text):
            holder = next((s for s in subjects if s.start == match.end() and not s.group), None)
            if holder is not None:
                yield 0, holder
        for match in phrase(pack, _FALLS_ON).finditer(text):  # "Det landar på Bo att ringa"
            holder = next((s for s in subjects if s.start == match.end() and not s.group), None)
            if holder is not None and _is_to_do(text, holder.end, pack=pack):
                yield match.start(), holder
    else:
        for match in rule.pattern.finditer(text):
            given = _object_after(text, match.end(), subjects, pack=pack)
            if given is None or (rule.form == "appoint" and given.group):
                continue  # "valde den dåvarande styrelsen att avvakta": who chose
            if rule.form != "delegate" and not _asks_to_act(text, given.end, pack=pack):
                continue
            yield 0 if rule.form != "urge" else match.start(), given


def _is_to_do(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether "att" and an infinitive of something to do follow."""
    return phrase(pack, r"\s+<<grammar.to_do>>\s", case=True).match(text, at) is not None and _asks_to_act(text, at, pack=pack)


def _asks_to_act(text: str, at: int, *, pack: LanguagePack) -> bool:
    """ "ber Bo boka", "utsåg Bo att hålla i …": an infinitive follows, and none of speaking at the meeting or of being something."""
    match = phrase(pack, _TO_DO, case=True).match(text, at)
    if match is None:
        return False
    verb = match[1]
    infinitive = verb.endswith(pack.words("verbs", "infinitive_endings")) or verb in pack.words("verbs", "short_infinitives")
    return infinitive and not words_of(pack, "verbs", "asked_to_tell").fullmatch(verb)


def _object_after(text: str, at: int, subjects: list[Subject], *, pack: LanguagePack) -> Subject | None:
    """The one who is given the task: the next person or group, else the words up to "att"."""
    gap = re.match(r"\s+", text[at:])
    start = at + (gap.end() if gap else 0)
    if phrase(pack, r"<<grammar.to_do>>\b", case=True).match(text, start):
        return None  # "are asked to send": nobody stands between
    end_match = phrase(pack, r"\s+<<grammar.to_do>>\b", case=True).search(text, start)
    limit = end_match.start() if end_match else None
    for subject in subjects:
        if subject.start == start and (limit is None or subject.end <= limit):
            if limit is not None and subject.group and limit - subject.end <= 40:
                return Subject(start, limit, ((start, limit),), group=True)
            return subject
    if limit is None or limit - start > 70 or limit <= start or phrase(pack, r"<<verbs.about>>\b").match(text, start):
        return None
    within = [s for s in subjects if start <= s.start and s.end <= limit and not s.group]
    if within:
        return within[0]
    return Subject(start, limit, (), group=True)


def as_written(span: Span) -> Owners:
    """Somebody by the words alone."""
    return Owners((span.text,), (span.quote(),), group=True)
