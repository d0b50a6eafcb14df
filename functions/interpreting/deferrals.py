"""What was put off: tabled, returned, deferred to a date or "nästa möte", parked; and matters out for comment or made standing."""

from __future__ import annotations

import re

from functions.interpreting.dates import DateSpan
from functions.interpreting.due_dates import Calendar, find_due, mention
from functions.interpreting.rules import Rule, rules_for, words_of
from functions.interpreting.spans import joined, quotes_of
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast
from functions.languages import LanguagePack
from functions.model.minutes import Consultation, DateMention, Deferral, StandingPoint

_MEETING = re.compile(
    r"\b(?:vid|på|i|till|under|inför)\s+(?:ett\s+|det\s+)?(?:nästa|nästkommande|kommande|senare|ett senare|följande)\s+"
    r"(?:\w+-)?(?:möte\w*|sammanträde\w*|rådsmöte\w*|träff\w*)"
    r"|\b(?:vid|på|till)\s+(?:\w+-)?(?:mötet|sammanträdet)\s+(?:den|i|med)\b|\bkommande\s+möten\b|\bnästa\s+gång\b|\befter\s+sommaren\b|\btill\s+hösten\b|\bunder\s+hösten\b|\btill\s+våren\b|\bi\s+höst\b|\bi\s+vår\b(?!\w|\s)",
    re.I,
)
_PAST = re.compile(r"(?:ades|ade|ats|öts|öt)$", re.I)
_WAS_THEN = re.compile(
    r"\s+(?:av\s+\w+\s+)?(?:den\s+\d|\d{1,2}\s?/\s?\d|(?:vid|på|under)\s+(?:\w+\s+)?(?:förra|föregående|senaste|mötet\s+(?:den|i)|sammanträdet\s+(?:den|i)|\w+mötet)"
    r"|i\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|våras|höstas|fjol|somras|vintras)|förra|tidigare|redan|20\d\d-)",
    re.I,
)
_DENIAL = re.compile(r"(?<!\w)(?:inte|ej|aldrig)(?!\w)", re.I)
_NEGATED = re.compile(r"\b(?:inte|ej|tidigare|hade|sedan tidigare)\b", re.I)


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
        if statement.before is not None and match is not None and len(statement.before.text) < 250 and _only_points(statement.text, match):
            spans.insert(0, statement.before)
        found.append(
            Deferral(
                item=statement.item.ref if statement.item is not None else None,
                text=joined(spans),
                kind=_kind(rule, statement),
                until=until or _meeting_words(statement, calendar),
                rule=rule.id,
                tier=rule.tier,
                quotes=quotes_of(spans),
            )
        )
    return found


def _is_denied(text: str, match: re.Match[str]) -> bool:
    """A denial right before the verb or right behind it ("bordläggs inte", "ska inte bordläggas"); "hanns inte med utan bordläggs" has none."""
    before = text[: match.start()].split()[-1:]
    behind = re.match(r"\s+(?:\w+\s+)?(?:inte|ej|aldrig)(?!\w)", text[match.end() :], re.I)
    return bool((before and _DENIAL.fullmatch(before[0])) or behind)


def _rule_for(statement: Statement, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> Rule | None:
    text = statement.text
    for rule in rules_for(pack, kinds=("tabled", "returned", "deferred", "parked")):
        match = rule.pattern.search(text)
        if match is None or _is_denied(text, match):
            continue
        if rule.form == "phrase":
            if rule.kind == "returned" and re.match(r"^(?:Efter|Enligt)\s", text):
                continue
            moves = match[0].casefold().startswith(("skjuter", "sköt", "flyttar"))
            if _tells_history(text, match) or (moves and _person_does(statement, cast, match.start())):
                continue
            return rule
        if rule.form == "takes_up":
            days = {day.first for day in calendar.dates(statement.span.part(match.end(), len(text)))}
            if cast.own.opens(text) and match.start() < 40 and days & set(calendar.meetings):
                return rule
            continue
        if rule.form == "next_meeting":
            tail = text[match.end() :]
            place = _MEETING.search(tail)
            weak = match[0].casefold() in (
                "tas",
                "läggs",
                "fortsätter",
                "beslutas",
                "hanteras",
                "presenteras",
                "redovisas",
                "lyfter",
                "lyfts",
                "diskuteras",
            )
            if place is not None and weak and not re.search(r"möt|samman|gång", place[0].casefold()):
                continue
            if place is not None and place.start() < 60 and not _person_does(statement, cast, match.start()) and not _other_meeting(tail, cast):
                return rule
            if re.match(r"återkommer\b", text, re.I) and match.start() == 0 and statement.mode != "report" and place is not None:
                return rule
        if rule.form == "parked":
            subjects = [s for s in cast.subjects(text, item=statement.item) if s.end <= match.start()]
            own = any(re.fullmatch(cast.own.pattern(), text[s.start : s.end]) for s in subjects)
            if match.start() == 0 or own or (not subjects and not re.search(r"[A-ZÅÄÖ]\w+\s+$", text[: match.start()])):
                if match[0].casefold().startswith("avvakta") and subjects and not own:
                    continue
                if (
                    match[0].casefold().startswith("avvakta")
                    and match.start() > 0
                    and not own
                    and not re.match(r"(?:frågan|ärendet|vi|man|detta)\b", text, re.I)
                ):
                    continue
                return rule
    return None


def _only_points(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence names its matter only by a word that points back: "… och frågan tas upp igen", "Flyttas till nästa möte."."""
    before = text[: match.start()]
    if not before.strip() or re.search(r"\b(?:frågan|ärendet|punkten|ämnet|saken|detta|det|den|denna)\s+(?:\w+\s+)?$", before, re.I):
        return True
    if re.search(r"\b(?:det|detta|frågan|ärendet|saken)\b", match[0], re.I):
        return True
    behind = r"\s+(?:till\s+|på\s+)?(?:det|detta|frågan|ärendet)(?:\s+(?:i|till|på|vid|under|efter|den)\b|[.,]|$)"
    return re.match(behind, text[match.end() :]) is not None


def _tells_history(text: str, match: re.Match[str]) -> bool:
    """ "Ärendet bordlades den 5 februari": what an earlier meeting did. With "till" the same word puts the matter off now."""
    if not _PAST.search(match[0]) and not re.search(r"\b(?:som|hade|har tidigare)\s+(?:\w+\s+)?$", text[: match.start()], re.I):
        return False
    if re.search(r"\b(?:som|hade)\s+(?:\w+\s+)?$", text[: match.start()], re.I):
        return True
    return bool(_WAS_THEN.match(text[match.end() :]) or _WAS_THEN.match(" " + text[: match.start()]))


def _person_does(statement: Statement, cast: Cast, at: int) -> bool:
    """ "Aslak lyfter frågan vid nästa möte" is a person's task, no matter put off by the council."""
    return any(not s.group and s.end <= at and at - s.end < 12 for s in cast.subjects(statement.text, item=statement.item))


def _other_meeting(tail: str, cast: Cast) -> bool:
    """ "… på nästa möte med programområdet": another body's meeting."""
    match = re.search(r"(?:möte\w*|sammanträde\w*)\s+(?:med|i|hos)\s+([\wåäö-]+)", tail)
    if match is None:
        return False
    name = match[1]
    return not (
        name.casefold() in cast.own.words
        or name in cast.own.acronyms
        or not (name[:1].isupper() or name.endswith(("et", "en")))
        or name.casefold() in ("den", "rådet")
    )


def _kind(rule: Rule, statement: Statement) -> str:
    if rule.kind == "parked" and re.search(r"\btill\s+(?:nästa|mötet|den)\b", statement.text.casefold()):
        return "deferred"
    return rule.kind


def _meeting_words(statement: Statement, calendar: Calendar) -> DateMention | None:
    """ "kommande möte": words that the date grammar gives no day."""
    match = re.search(r"\b((?:nästa|kommande|nästkommande|senare)\s+(?:\w+-)?(?:möten?|mötet|sammanträde\w*|rådsmöte\w*))\b", statement.text, re.I)
    if match is None:
        return None
    span = statement.span.part(*match.span(1))
    day = calendar.meetings[0].isoformat() if calendar.meetings and re.match(r"näst", match[1], re.I) and calendar.known else None
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
            dates = [d for d in calendar.dates(statement.span) if _is_reply_date(d, text)]
            sense = any(word in folded for word in pack.words("consultations", "senses"))
            referral = words_of(pack, "consultations", "referral").search(text)
            remiss = "remiss" in folded
            if (
                not sense
                or (referral and not dates)
                or not (dates or re.search(r"svar(?:a|as|et)?\b|besvara|synpunkter\s+(?:lämnas|skickas|kan)", folded))
                or (not remiss and not dates)
            ):
                continue
            if re.search(r"\b(?:har|hade)\s+(?:besvarats|svarat|skickats|inkommit)\b", folded) and not dates:
                continue
            to = re.search(r"\b(?:till|hos)\s+([A-ZÅÄÖ][\w-]*(?:(?<=-)\s+(?:och|eller)\s+[\wåäö-]+)?(?:\s+[A-ZÅÄÖ][\w-]*){0,3})", text)
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


def _is_reply_date(found: DateSpan, text: str) -> bool:
    before = text[: found.start].casefold()
    return found.first is not None and (
        found.relation in ("by", "before")
        or bool(re.search(r"(?:senast|svarsdatum|svarstid\w*|sista (?:svars)?dag\w*|besvaras|deadline|svar\w*)\W+(?:\w+\W+){0,4}$", before))
    )


def find_standing(statements: list[Statement], *, pack: LanguagePack) -> list[StandingPoint]:
    """Matters that shall stand on every later agenda."""
    found: list[StandingPoint] = []
    for rule in rules_for(pack, kinds=("standing",)):
        for statement in statements:
            match = rule.pattern.search(statement.text)
            if match and statement.mode != "proposal" and not _NEGATED.search(statement.text[: match.start()]):
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
