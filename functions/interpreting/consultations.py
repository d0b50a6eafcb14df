"""Matters out for comment, with the day to reply by; and matters that shall stand on every later agenda."""

from __future__ import annotations

from itertools import zip_longest

from functions.interpreting.dates import DateSpan
from functions.interpreting.due_dates import Calendar, mention
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.rules import rules_for
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack
from functions.model.minutes import Consultation, StandingPoint

_NO_LONGER = r"\b<<deferrals.not_standing>>\b"
_NEGATED = r"\b<<grammar.negations|deferrals.earlier>>\b"
_RECEIVER = rf"\b<<consultations.to>>\s+([{UPPER}][\w-]*(?:(?<=-)\s+<<grammar.and|grammar.or>>\s+[\w-]+)?(?:\s+[{UPPER}][\w-]*){{0,3}})"
_REPLY = r"(?<!\w)<<consultations.reply_words>>\W+(?:\w+\W+){0,4}$"


def find_consultations(statements: list[Statement], calendar: Calendar, *, pack: LanguagePack) -> list[Consultation]:
    """Proposals out for comment; a clinical referral is none."""
    found: list[Consultation] = []
    for rule in rules_for(pack, kinds=("consultation",)):
        for statement, follower in zip_longest(statements, statements[1:]):
            text = statement.text
            match = rule.pattern.search(text)
            if match is None or statement.mode == "follow_up":
                continue
            folded = text.casefold()
            spans = [statement.span]
            dates = _reply_dates(statement.span, calendar, pack=pack)
            if not dates and follower is not None and follower.before == statement.span and not rule.pattern.search(follower.text):
                dates = _reply_dates(follower.span, calendar, pack=pack)  # "… ute på remiss. Sista dag att svara är 3 maj."
                spans += [follower.span] if dates else []
            sense = len(spans) > 1 or any(word in folded for word in pack.words("consultations", "senses"))
            referral = words_of(pack, "consultations", "referral").search(text)
            remiss = phrase(pack, "<<consultations.noun>>").search(text) is not None
            if (
                not sense
                or (referral and not dates)
                or not (dates or phrase(pack, r"\b<<consultations.replies>>\b").search(text))
                or (not remiss and not dates)
            ):
                continue
            if not dates and phrase(pack, r"\b<<decisions.has>>\s+<<consultations.replied>>\b").search(text):
                continue
            to = phrase(pack, _RECEIVER, case=True).search(text)
            found.append(
                Consultation(
                    item=statement.item.ref if statement.item is not None else None,
                    text=joined(spans),
                    to=to[1] if to else None,
                    answer_by=mention(dates[0], spans[-1], calendar) if dates else None,
                    rule=rule.id,
                    tier=rule.tier if dates else type(rule.tier).PROPOSED,
                    quotes=quotes_of(spans),
                )
            )
    return found


def _reply_dates(span: Span, calendar: Calendar, *, pack: LanguagePack) -> list[DateSpan]:
    """The days by which one replies."""
    return [day for day in calendar.dates(span) if _is_reply_date(day, span.text, pack=pack)]


def _is_reply_date(found: DateSpan, text: str, *, pack: LanguagePack) -> bool:
    return found.first is not None and (found.relation in ("by", "before") or bool(phrase(pack, _REPLY).search(text[: found.start])))


def find_standing(statements: list[Statement], *, pack: LanguagePack) -> list[StandingPoint]:
    """Matters that shall stand on every later agenda."""
    found: list[StandingPoint] = []
    for rule in rules_for(pack, kinds=("standing",)):
        for statement in statements:
            match = rule.pattern.search(statement.text)
            if match is None or phrase(pack, _NO_LONGER).search(statement.text):
                continue
            if statement.mode != "proposal" and not phrase(pack, _NEGATED).search(statement.text[: match.start()]):
                found.append(
                    StandingPoint(
                        statement.item.ref if statement.item is not None else None,
                        joined([statement.span]),
                        rule.id,
                        rule.tier,
                        quotes_of([statement.span]),
                    )
                )
    return found
