"""What was put off: tabled, returned, deferred to a date or "nästa möte", parked; and matters out for comment or made standing."""

from __future__ import annotations

import re

from functions.interpreting.dates import DateSpan
from functions.interpreting.due_dates import Calendar, find_due, mention
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.rules import Rule, rules_for
from functions.interpreting.spans import joined, quotes_of
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast
from functions.languages import LanguagePack
from functions.model.minutes import Consultation, DateMention, Deferral, StandingPoint

_MEETING = (
    r"\b<<deferrals.to_meeting>>\s+(?:<<deferrals.a>>\s+)?<<deferrals.coming>>\s+(?:\w+-)?<<deferrals.meeting>>"
    r"|\b<<deferrals.at_meeting>>\s+(?:\w+-)?<<deferrals.the_meeting>>\s+<<deferrals.of_day>>\b|\b<<deferrals.later>>\b(?!\w)"
    r"|\b<<deferrals.later_at_end>>\b(?!\w|\s)"
)
_PAST = r"<<deferrals.past_endings>>$"
_WAS_THEN = (
    r"\s+(?:<<verbs.agent>>\s+\w+\s+)?(?:<<dates.the>>\s+\d|\d{1,2}\s?/\s?\d|20\d\d-|<<deferrals.then>>"
    r"|<<deferrals.at_past>>\s+(?:\w+\s+)?(?:<<deferrals.last>>|<<deferrals.the_meeting>>\s+<<deferrals.of_day>>|<<deferrals.last_meeting>>)"
    r"|<<deferrals.in_month>>\s+(?:<<dates.month_names.full>>|<<deferrals.gone>>))"
)
_DENIED_BEHIND = r"\s+(?:\w+\s+)?<<grammar.negations>>(?!\w)"
_NEGATED = r"\b<<grammar.negations|deferrals.earlier>>\b"
_HAD = r"\b<<deferrals.had>>\s+(?:\w+\s+)?$"
_HAS_EARLIER = r"\b<<deferrals.had|deferrals.has_earlier>>\s+(?:\w+\s+)?$"
_POINTS = r"\b<<deferrals.points>>\s+(?:\w+\s+)?$"
_POINTS_BEHIND = r"\s+(?:<<deferrals.points_by>>\s+)?<<deferrals.it>>(?:\s+<<deferrals.goes_on>>\b|[.,]|$)"
_OTHER_MEETING = r"<<deferrals.meeting>>\s+<<deferrals.of_others>>\s+([\w-]+)"
_NEXT = r"\b(<<deferrals.coming_alone>>\s+(?:\w+-)?<<deferrals.meeting_alone>>)\b"
_SHOUTED = re.compile(rf"[{UPPER}]\w+\s+$")
_RECEIVER = rf"\b<<consultations.to>>\s+([{UPPER}][\w-]*(?:(?<=-)\s+<<grammar.and|grammar.or>>\s+[\w-]+)?(?:\s+[{UPPER}][\w-]*){{0,3}})"
_REPLY = r"<<consultations.reply_words>>\W+(?:\w+\W+){0,4}$"


def find_deferrals(statements: list[Statement], cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> list[Deferral]:
    """The matters put off, in order, each with until when if the text says so."""
    found: list[Deferral] = []
    for statement in statements:
        if statement.mode in ("follow_up", "proposal") or statement.text.rstrip().endswith("?"):
            continue
        rule = _rule_for(statement, cast, calendar, pack=pack)
        if rule is None:
            continue
        spans = [statement.span] if statement.tail is None else [statement.span, statement.tail]
        match = rule.pattern.search(statement.text)
        behind = [statement.span.part(match.start(), len(statement.text))] if match is not None else []
        until = find_due([*behind, *spans], calendar, until=True)
        if statement.before is not None and match is not None and len(statement.before.text) < 250 and _only_points(statement.text, match, pack=pack):
            spans.insert(0, statement.before)
        found.append(
            Deferral(
                item=statement.item.ref if statement.item is not None else None,
                text=joined(spans),
                kind=_kind(rule, statement, pack=pack),
                until=until or _meeting_words(statement, calendar, pack=pack),
                rule=rule.id,
                tier=rule.tier,
                quotes=quotes_of(spans),
            )
        )
    return found


def _is_denied(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """A denial right before the verb or right behind it ("bordläggs inte", "ska inte bordläggas"); "hanns inte med utan bordläggs" has none."""
    before = text[: match.start()].split()[-1:]
    behind = phrase(pack, _DENIED_BEHIND).match(text, match.end())
    return bool((before and before[0].casefold() in pack.words("grammar", "negations")) or behind)


def _rule_for(statement: Statement, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> Rule | None:
    text = statement.text
    for rule in rules_for(pack, kinds=("tabled", "returned", "deferred", "parked")):
        match = rule.pattern.search(text)
        if match is None or _is_denied(text, match, pack=pack):
            continue
        if rule.form == "phrase":
            if rule.kind == "returned" and phrase(pack, r"<<deferrals.no_return>>\s").match(text):
                continue
            moves = match[0].casefold().startswith(pack.words("deferrals", "moves"))
            if _tells_history(text, match, pack=pack) or (moves and _person_does(statement, cast, match.start())):
                continue
            return rule
        if rule.form == "takes_up":
            days = {day.first for day in calendar.dates(statement.span.part(match.end(), len(text)))}
            if cast.own.opens(text) and match.start() < 40 and days & set(calendar.meetings):
                return rule
            continue
        if rule.form == "next_meeting":
            tail = text[match.end() :]
            place = phrase(pack, _MEETING).search(tail)
            weak = match[0].casefold() in pack.words("deferrals", "weak")
            if place is not None and weak and not phrase(pack, "<<deferrals.meeting_words>>").search(place[0]):
                continue
            if (
                place is not None
                and place.start() < 60
                and not _person_does(statement, cast, match.start())
                and not _other_meeting(tail, cast, pack=pack)
            ):
                return rule
            if match.start() == 0 and phrase(pack, r"<<deferrals.comes_back>>\b").match(text) and statement.mode != "report" and place is not None:
                return rule
        if rule.form == "parked":
            subjects = [s for s in cast.subjects(text, item=statement.item) if s.end <= match.start()]
            own = any(re.fullmatch(cast.own.pattern(), text[s.start : s.end]) for s in subjects)
            if match.start() == 0 or own or (not subjects and not _SHOUTED.search(text[: match.start()])):
                waits = not own and match[0].casefold().startswith(pack.words("deferrals", "waits"))
                if waits and (subjects or (match.start() > 0 and not phrase(pack, r"<<deferrals.waiting>>\b").match(text))):
                    continue
                return rule
    return None


def _only_points(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether a sentence names its matter only by a word that points back: "… och frågan tas upp igen", "Flyttas till nästa möte."."""
    before = text[: match.start()]
    if not before.strip() or phrase(pack, _POINTS).search(before):
        return True
    if phrase(pack, r"\b<<deferrals.it>>\b").search(match[0]):
        return True
    return phrase(pack, _POINTS_BEHIND, case=True).match(text, match.end()) is not None


def _tells_history(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """ "Ärendet bordlades den 5 februari": what an earlier meeting did. With "till" the same word puts the matter off now."""
    before = text[: match.start()]
    if not phrase(pack, _PAST).search(match[0]) and not phrase(pack, _HAS_EARLIER).search(before):
        return False
    if phrase(pack, _HAD).search(before):
        return True
    was_then = phrase(pack, _WAS_THEN)
    return bool(was_then.match(text[match.end() :]) or was_then.match(" " + before))


def _person_does(statement: Statement, cast: Cast, at: int) -> bool:
    """ "Aslak lyfter frågan vid nästa möte" is a person's task, no matter put off by the council."""
    return any(not s.group and s.end <= at and at - s.end < 12 for s in cast.subjects(statement.text, item=statement.item))


def _other_meeting(tail: str, cast: Cast, *, pack: LanguagePack) -> bool:
    """ "… på nästa möte med programområdet": another body's meeting."""
    match = phrase(pack, _OTHER_MEETING, case=True).search(tail)
    if match is None:
        return False
    name = match[1]
    if name.casefold() in cast.own.words or name in cast.own.acronyms or name.casefold() in pack.words("deferrals", "no_body"):
        return False
    return name[:1].isupper() or name.endswith(pack.words("deferrals", "body_endings"))


def _kind(rule: Rule, statement: Statement, *, pack: LanguagePack) -> str:
    if rule.kind == "parked" and phrase(pack, r"\b<<deferrals.until_meeting>>\b").search(statement.text):
        return "deferred"
    return rule.kind


def _meeting_words(statement: Statement, calendar: Calendar, *, pack: LanguagePack) -> DateMention | None:
    """ "kommande möte": words that the date grammar gives no day."""
    match = phrase(pack, _NEXT).search(statement.text)
    if match is None:
        return None
    span = statement.span.part(*match.span(1))
    day = calendar.meetings[0].isoformat() if calendar.meetings and phrase(pack, "<<deferrals.next>>").match(match[1]) and calendar.known else None
    return DateMention(day, span.text, "next_meeting", (span.quote(),))


def find_consultations(statements: list[Statement], calendar: Calendar, *, pack: LanguagePack) -> list[Consultation]:
    """Proposals out for comment; a clinical referral is none."""
    found: list[Consultation] = []
    for rule in rules_for(pack, kinds=("consultation",)):
        for statement in statements:
            text = statement.text
            match = rule.pattern.search(text)
            if match is None or statement.mode == "follow_up":
                continue
            folded = text.casefold()
            dates = [d for d in calendar.dates(statement.span) if _is_reply_date(d, text, pack=pack)]
            sense = any(word in folded for word in pack.words("consultations", "senses"))
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
                    text=joined([statement.span]),
                    to=to[1] if to else None,
                    answer_by=mention(dates[0], statement.span, calendar) if dates else None,
                    rule=rule.id,
                    tier=rule.tier if dates else type(rule.tier).PROPOSED,
                    quotes=quotes_of([statement.span]),
                )
            )
    return found


def _is_reply_date(found: DateSpan, text: str, *, pack: LanguagePack) -> bool:
    return found.first is not None and (found.relation in ("by", "before") or bool(phrase(pack, _REPLY).search(text[: found.start])))


def find_standing(statements: list[Statement], *, pack: LanguagePack) -> list[StandingPoint]:
    """Matters that shall stand on every later agenda."""
    found: list[StandingPoint] = []
    for rule in rules_for(pack, kinds=("standing",)):
        for statement in statements:
            match = rule.pattern.search(statement.text)
            if match and statement.mode != "proposal" and not phrase(pack, _NEGATED).search(statement.text[: match.start()]):
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
