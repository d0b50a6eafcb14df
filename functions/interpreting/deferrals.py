"""What was put off: tabled, returned, deferred to a date or "nästa möte", parked; each with its words and until when."""

from __future__ import annotations

import re
from dataclasses import replace

from functions.interpreting.due_dates import Calendar, find_due
from functions.interpreting.phrases import phrase
from functions.interpreting.putting_off import PutOff, put_off_in
from functions.interpreting.rules import Rule
from functions.interpreting.sensitive import is_sensitive
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast
from functions.languages import LanguagePack
from functions.model.minutes import Action, DateMention, Deferral, Tier

_POINTS = r"\b<<deferrals.points|deferrals.pronouns>>\s+(?:\w+\s+)?$"
_POINTS_BEHIND = r"\s+(?:<<deferrals.points_by>>\s+)?<<deferrals.it>>(?:\s+<<deferrals.goes_on>>\b|[.,]|$)"
_NEXT = r"(?<!\w)(<<deferrals.coming_alone>>\s+(?:\w+\s+)?(?:\w+-)?<<deferrals.meeting_alone>>)(?!\w)"
_NAMED = r"(?<!\w)(?:<<dates.to|dates.after|dates.before|dates.ahead|deferrals.at_meeting>>\s+){1,2}<<deferrals.named_meetings>>(?!\w)"
_UNTIL_WORDS = r"(?<!\w)<<deferrals.until_clause>>\s[^.,;!?()]{2,90}|(?<!\w)<<deferrals.later|deferrals.another_time|deferrals.for_now>>(?!\w)"
# "får vänta till upphandlingen", "vilar till budgeten är lagd": what rests till something rests till then.
_RESTS_UNTIL = r"(?<!\w)<<deferrals.resting>>\s+(<<deferrals.waits_until>>(?!\w)(?!\s+<<deferrals.not_so>>(?!\w))\s[^.,;!?()]{2,90})"
_RANKS = ("tabled", "returned", "deferred", "parked")


def find_deferrals(statements: list[Statement], cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> list[Deferral]:
    """The matters put off, in order, each with until when if the text says so; what two sentences in a row say of one matter is one deferral."""
    found: list[Deferral] = []
    last: Statement | None = None
    for previous, statement in zip([None, *statements], statements, strict=False):
        heads = statement.span.block.all_bold and len(statement.text.split()) == 1  # "Parkerat" above a list
        if heads or statement.mode in ("follow_up", "proposal") or statement.text.rstrip().endswith("?"):
            continue
        put_off = put_off_in(statement, cast, calendar, pack=pack)
        if put_off is None:
            continue
        deferral = _with_row(_deferral(statement, put_off, calendar, pack=pack), statement, put_off, previous)
        row_again = bool(found) and len(deferral.quotes) > 1 and deferral.quotes[0] in found[-1].quotes  # the cell beside has said it already
        if last is not None and found and (row_again or _is_same_matter(found[-1], last, deferral, statement, pack=pack)):
            found[-1] = _joined(found[-1], deferral, pack=pack)
        else:
            found.append(deferral)
        last = statement
    return found


def without_put_off(actions: list[Action], deferrals: list[Deferral], cast: Cast) -> list[Action]:
    """The tasks without those that only say that the body itself takes a matter up later: "Rådet återkommer till frågan i höst"."""
    told = {quote for deferral in deferrals for quote in deferral.quotes}
    return [a for a in actions if not (a.owners and all(map(cast.own.is_called, a.owners)) and any(q in told for q in a.quotes))]


def _deferral(statement: Statement, put_off: PutOff, calendar: Calendar, *, pack: LanguagePack) -> Deferral:
    spans = [statement.span] if statement.tail is None else [statement.span, statement.tail]
    match = put_off.match
    behind = statement.span.part(match.start(), len(statement.text))
    until = find_due([behind, *spans], calendar, until=True)
    if until is None or (until.date is None and until.granularity != "day"):  # a day without its year is still a day
        until = _meeting_words(statement, calendar, pack=pack) or until or _other_words(behind, pack=pack)
    before = statement.before.text if statement.before is not None else ""
    if statement.before is not None and len(before) < 250 and not is_sensitive(before, pack=pack) and _only_points(statement.text, match, pack=pack):
        spans.insert(0, statement.before)
    return Deferral(
        item=statement.item.ref if statement.item is not None else None,
        text=joined(spans),
        kind=_kind(put_off.rule, statement, pack=pack),
        until=until,
        rule=put_off.rule.id,
        tier=put_off.rule.tier if put_off.sure else Tier.PROPOSED,
        quotes=quotes_of(spans),
    )


def _with_row(deferral: Deferral, statement: Statement, put_off: PutOff, previous: Statement | None) -> Deferral:
    """ "Uppskjutet" alone in a cell is said of what the cell beside it holds."""
    here, whole = statement.span.block.cell, put_off.match[0].strip() == statement.text.strip(" .")
    titles = statement.item.title if statement.item is not None else ()
    beside = [*([previous.span] if previous is not None else []), *(title for title in titles if title.text.endswith("."))]
    for span in beside if here is not None and whole and len(deferral.quotes) == 1 else ():
        there = span.block.cell
        if here is not None and there is not None and (here.table, here.row) == (there.table, there.row) and here.col != there.col:
            return replace(deferral, text=joined([span, statement.span]), quotes=quotes_of([span, statement.span]))
    return deferral


def _is_same_matter(first: Deferral, said: Statement, again: Deferral, statement: Statement, *, pack: LanguagePack) -> bool:
    """Whether the next sentence goes on with the matter that the last one put off: "Ärendet bordläggs. Det tas upp vid nästa möte."."""
    if said.item is not statement.item or said.line.span != statement.line.span or statement.before != said.span:
        return False
    opens = phrase(pack, r"\W*(?:<<deferrals.points|deferrals.pronouns>>)(?!\w)").match(statement.text)
    apart = first.until is not None and again.until is not None and first.until.date != again.until.date
    return not apart and (opens is not None or len(again.quotes) > 1)


def _joined(first: Deferral, again: Deferral, *, pack: LanguagePack) -> Deferral:
    quotes = tuple(dict.fromkeys((*first.quotes, *again.quotes)))
    quotes = tuple(quote for quote in quotes if not is_sensitive(quote.text or "", pack=pack)) or quotes
    text = " ".join(" ".join(quote.text or "" for quote in quotes).split())
    kind = min((first.kind, again.kind), key=_RANKS.index)
    surer = again if again.tier is Tier.SURE else first
    return replace(first, text=text, kind=kind, until=first.until or again.until, rule=surer.rule, tier=surer.tier, quotes=quotes)


def _only_points(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """Whether a sentence names its matter only by a word that points back: "… och frågan tas upp igen", "Flyttas till nästa möte."."""
    before = text[: match.start()]
    if not before.strip() or phrase(pack, _POINTS).search(before):
        return True
    if phrase(pack, r"\b<<deferrals.it>>\b").search(match[0]):
        return True
    return phrase(pack, _POINTS_BEHIND, case=True).match(text, match.end()) is not None


def _kind(rule: Rule, statement: Statement, *, pack: LanguagePack) -> str:
    if rule.kind == "parked" and phrase(pack, r"\b<<deferrals.until_meeting>>\b").search(statement.text):
        return "deferred"
    return rule.kind


def _meeting_words(statement: Statement, calendar: Calendar, *, pack: LanguagePack) -> DateMention | None:
    """ "kommande möte", "till årsmötet": words that the date grammar gives no day."""
    match = phrase(pack, _NEXT).search(statement.text)
    if match is not None:
        span = statement.span.part(*match.span(1))
        very_next = phrase(pack, "<<deferrals.next>>").match(match[1]) is not None
        day = calendar.meetings[0].isoformat() if calendar.meetings and very_next and calendar.known else None
        return DateMention(day, span.text, "next_meeting", (span.quote(),))
    named = phrase(pack, _NAMED).search(statement.text)
    if named is None:
        return None
    span = statement.span.part(*named.span())
    return DateMention(None, span.text, "next_meeting", (span.quote(),))


def _other_words(behind: Span, *, pack: LanguagePack) -> DateMention | None:
    """ "tills avtalet är klart", "när siffrorna finns", "längre fram": until when, in words that no calendar knows."""
    match = phrase(pack, _UNTIL_WORDS).search(behind.text)
    rests = phrase(pack, _RESTS_UNTIL).search(behind.text) if match is None else None
    if rests is not None:
        span = behind.part(*rests.span(1)).trimmed()
    elif match is not None:
        span = behind.part(*match.span()).trimmed()
    else:
        return None
    return DateMention(None, span.text, "fuzzy", (span.quote(),))
