"""Tells whether a sentence puts a matter off: by which rule, who does it or what is put off, and until what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from functions.interpreting.due_dates import Calendar
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.rules import Rule, rule_named, rules_for
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast
from functions.languages import LanguagePack

KINDS = ("tabled", "returned", "deferred", "parked")
# How far behind its verb a time may stand, and how many words of a rule are tried in one sentence.
_REACH, _TRIES = 110, 4
_BARE = 4  # words of a sentence that is only a time
_LATER_GRAINS = frozenset({"day", "time", "week", "month", "month_part", "season", "term", "quarter", "half_year", "year", "year_turn", "fuzzy"})

_NEXT = (
    r"(?<!\w)(?:<<deferrals.to_meeting>>\s+(?:<<deferrals.a>>\s+)?)?<<deferrals.coming>>\s+(?:[\w-]+\s+)?(?:[\w-]*-)?<<deferrals.meeting>>(?!\w)"
    r"|(?<!\w)<<deferrals.coming>>\s+<<deferrals.time>>(?=\s*(?:[^\w\s]|$)|\s+<<deferrals.after_time>>(?!\w))"
    r"|(?<!\w)<<deferrals.at_meeting>>\s+(?:[\w-]+\s+)?(?:\w+-)?<<deferrals.the_meeting>>\s+<<deferrals.of_day>>(?!\w)"
    r"|(?<!\w)<<deferrals.another_time>>(?!\w)"
)
_LATER = r"(?<!\w)<<deferrals.later>>(?!\w)|(?<!\w)<<deferrals.later_at_end>>(?!\w|\s)"
_UNTIL_CLAUSE = r"(?<!\w)<<deferrals.until_clause>>(?!\w)"
# A pronoun alone points at the matter; before a noun it names something ("det nya systemet").
_ALONE = (
    r"(?=\s*(?:[^\w\s]|$)|\s+(?:\d|<<deferrals.goes_on|deferrals.coming|deferrals.later|deferrals.another_time|deferrals.until_clause"
    r"|verbs.adverbs|deferrals.openers|grammar.and|grammar.negations>>(?!\w)))(?!\s+\d{1,2}\s+<<dates.month_names.full>>)"
)
_THING = rf"(?:(?:<<deferrals.matters|deferrals.points>>|<<deferrals.numbered>>\s*\d+|§§?\s*\d+)(?!\w)|<<deferrals.pronouns>>(?!\w){_ALONE})"
_MATTER = rf"(?<![\w-]){_THING}"
_OTHERS = r"(?<![\w-])<<decisions.other_bodies|bodies.organizations|deferrals.others>>(?!\w)"
_BY_OTHERS = r"(?<!\w)<<deferrals.by_or_in>>\s+(?:\w+\s+)?(<<decisions.other_bodies|bodies.organizations|deferrals.others>>)(?!\w)"
_THEIR_MEETING = r"(?<!\w)<<deferrals.their>>\s+(?:\w+\s+)?[\w-]*<<deferrals.meeting|deferrals.the_meeting>>"
_OTHER_MEETING = r"<<deferrals.meeting>>\s+<<deferrals.of_others>>\s+([\w-]+)"
_ITS_DAY = (
    r"(?<!\w)(?:<<dates.the>>\s+\d{1,2}(?::\w)?(?:\s+<<dates.month_names.full>>)?|\d{1,2}/\d{1,2}|\d{1,2}(?::\w)?\s+<<dates.month_names.full>>)"
    r"(?:\s+20\d\d)?[\s(,]*(?:\w+\s+){0,2}$"
)
_HABIT = r"(?<!\w)<<dates.recurring|dates.each|deferrals.habit>>(?!\w)"
_BREAK = r"[,;:.(–]\s|\s[-–]\s|(?<!\w)<<deferrals.clause_words>>(?!\w)"
_JOINT = r"(?<!\w)<<grammar.and>>(?!\w)"
_OPENER = r"\W*(?:<<verbs.turned_by|verbs.adverbs|deferrals.openers|grammar.negations|deferrals.frames>>(?!\w)|$)"
_ALL_ADVERBS = r"(?:\W*(?:<<verbs.adverbs|deferrals.openers|deferrals.frames|grammar.negations>>)(?!\w))*\W*"
_DENIED_BEHIND = r"\s+(?:\w+\s+)?<<grammar.negations>>(?!\w)"
_SAID = r"(?<!\w)<<deferrals.said>>(?!\w)"
_WEIGHED = r"(?<!\w)<<deferrals.weighed>>(?!\w)"
_WOULD = r"(?<!\w)<<deferrals.would>>\s+(?:\w+\s+)?$"
_SETTLED = r"(?<!\w)<<deferrals.settled>>(?!\w)"
_PAST = r"<<deferrals.past_endings>>$"
_WAS_THEN = (
    r"\s+(?:<<verbs.agent>>\s+\w+\s+)?(?:(?!<<deferrals.points_by>>\s)\w+\s+)?(?:<<dates.the>>\s+\d|\d{1,2}\s?/\s?\d|20\d\d\b|<<deferrals.then>>"
    r"|<<deferrals.at_past>>\s+(?:\w+\s+)?(?:<<deferrals.last>>|<<deferrals.the_meeting>>\s+<<deferrals.of_day>>|<<deferrals.last_meeting>>)"
    r"|<<deferrals.in_month>>\s+(?:<<dates.month_names.full>>|<<deferrals.gone>>))"
)
_WAITERS = r"(?<![\w-])<<deferrals.waiters>>(?![\w-])"
_MUST_WAIT = r"<<deferrals.must>>\s+(?:\w+\s+)?<<deferrals.resting>>"
# "till hösten", and "till efter flytten", which no calendar knows.
_TILL = r"\s+<<deferrals.waits_until>>(?!\w)(\s+<<dates.after|dates.before>>\s)?"
_INSTEAD = r"(?<!\w)<<deferrals.instead>>(?!\w)"
_HAD = r"(?<!\w)<<deferrals.had>>\s+(?:\w+\s+)?$"
_HAS_EARLIER = r"(?<!\w)<<deferrals.had|deferrals.has_earlier>>\s+(?:\w+\s+)?$"


@dataclass(frozen=True, slots=True)
class PutOff:
    """The rule that a sentence meets, and where its words stand. sure: it is said of a matter, of the body itself or of nobody."""

    rule: Rule
    match: re.Match[str]
    sure: bool = True


def put_off_in(statement: Statement, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> PutOff | None:
    """What puts the matter of this sentence off, the first rule of the pack that does; None where nothing is put off."""
    text = statement.text
    for rule in rules_for(pack, kinds=KINDS):
        for match in islice(rule.pattern.finditer(text), _TRIES):
            if _meets(rule, match, statement, cast, calendar, pack=pack):
                sure = rule.form == "phrase" or actor(statement, rule, match, cast, pack=pack) != "unknown"
                plain = rule_named(pack, f"{rule.id}_plain") if rule.form == "next_meeting" else None
                if plain is not None and actor(statement, rule, match, cast, pack=pack) != "matter":
                    return PutOff(plain, match, sure)  # "Vi tar det nästa gång": what it is, the sentence does not say
                return PutOff(rule, match, sure)
    return None


def _meets(rule: Rule, match: re.Match[str], statement: Statement, cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> bool:
    text = statement.text
    if _is_denied(text, match, pack=pack) or _is_only_said(text, match, cast, pack=pack) or _tells_history(text, match, pack=pack):
        return False
    if rule.form == "phrase" and rule.kind in ("tabled", "returned"):
        opens_after = rule.kind == "returned" and phrase(pack, r"<<deferrals.no_return>>\s").match(text)
        return not opens_after and actor(statement, rule, match, cast, pack=pack) != "other"
    if rule.form == "bare":
        return _is_bare(statement, match, calendar, pack=pack)
    if _is_ordered(text, match, pack=pack) or _moves_a_meeting(text, match, pack=pack):
        return False
    first = phrase(pack, r"<<deferrals.clause_first>>(?!\w)").match(match[0])
    if first and text[max((m.end() for m in phrase(pack, _BREAK).finditer(text[: match.start()])), default=0) : match.start()].strip():
        return False  # "åter på dagordningen" opens its clause
    if phrase(pack, _HABIT).search(text) or phrase(pack, r"\s+<<deferrals.not_so>>(?!\w)").match(text, match.end()):
        return False
    who = actor(statement, rule, match, cast, pack=pack)
    if who in ("person", "other") or _is_of_others(text, match, cast, pack=pack):
        return False
    when = _when(statement, match, calendar, pack=pack)
    if _somebody_waits(text, match, pack=pack):
        return False
    if rule.form == "waits":
        till = phrase(pack, _TILL).match(text, match.end())
        return till is not None and (when is not None or till[1] is not None)
    if rule.form == "instead":
        return when is not None and phrase(pack, _INSTEAD).search(text, match.end()) is not None
    if rule.form in ("phrase", "of_matter"):
        itself = phrase(pack, r"(?<!\w)<<deferrals.the_meeting>>\s+$").search(text[: match.start()]) is not None  # "Mötet ajournerades"
        return rule.form == "phrase" or (not itself and (who != "unknown" or when == "next"))
    if rule.form == "parked":
        return who != "unknown"
    if when is None or _is_elsewhere(statement, match, cast, calendar, pack=pack):
        return False
    if rule.form == "next_meeting":
        weak = match[0].casefold().startswith(pack.words("deferrals", "weak")) and who not in ("matter", "none")
        return when == "next" and who != "unknown" and (not weak or phrase(pack, _MATTER).search(text[: match.start()]) is not None)
    named = who != "own" or match[0].casefold().startswith(pack.words("deferrals", "taken_up")) or phrase(pack, _MATTER).search(text) is not None
    return rule.form == "later" and named and who != "unknown"


def _is_bare(statement: Statement, match: re.Match[str], calendar: Calendar, *, pack: LanguagePack) -> bool:
    """ "Till novembermötet." behind what could not be done; no more than a few words."""
    before = statement.before.text if statement.before is not None else ""
    if match.start() or len(statement.text.split()) > _BARE or phrase(pack, r"(?<!\w)<<deferrals.left_undone>>(?!\w)").search(before) is None:
        return False
    return _when(statement, match, calendar, pack=pack) is not None


def _somebody_waits(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """ "Patienterna får vänta till hösten", "Den som vill byta får vänta": people wait, and no matter does."""
    clause = re.split(r"[,;:.(]\s", text[: match.start()])[-1]
    waits = phrase(pack, _MUST_WAIT).fullmatch(match[0]) is not None and phrase(pack, _WAITERS).search(clause) is not None
    return waits and phrase(pack, r"(?<![\w-])<<deferrals.matters|deferrals.points>>(?!\w)").search(clause) is None


def _is_ordered(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """ "Ta upp resultatet på er APT", "uppdra åt Bo att redovisa det i maj", "Han fortsätter till sommaren": what somebody is to do."""
    before = text[: match.start()]
    opens = re.search(r"(?:^|[.:;!–-])\s*$", before) is not None and phrase(pack, r"<<deferrals.orders>>(?!\w)").match(match[0]) is not None
    by_one = phrase(pack, r"(?<!\w)<<verbs.pronouns_one>>\s+$").search(before) is not None
    return opens or by_one or phrase(pack, r"(?<!\w)<<deferrals.commissions>>(?!\w)").search(before) is not None


def _moves_a_meeting(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """ "Sammanträdet den 29 januari flyttas till den 5 februari", "4 juni (flyttas till 5 juni)": a day of the body's own, no matter of it."""
    before = text[: match.start()]
    named = phrase(pack, r"(?<![\w-])<<deferrals.matters|deferrals.points>>(?!\w)").search(before)
    return named is None and phrase(pack, _ITS_DAY).search(before) is not None


# ---------------------------------------------------------------- who


def actor(statement: Statement, rule: Rule, match: re.Match[str], cast: Cast, *, pack: LanguagePack) -> str:
    """Who or what the words are said of: matter, own, none (nobody is named), person, other (another body), unknown (any other noun).

    The one behind the verb counts where the sentence is turned round, else the nearest before it in its clause, else the sentence's first.
    """
    text = statement.text
    behind = _behind(statement, rule, match, cast, pack=pack)
    if behind is not None:
        return behind
    if phrase(pack, _MATTER).search(match[0]):
        named = _nearest(statement, rule, 0, match, cast, pack=pack)
        return named if named in ("person", "other") else "unknown" if named is None and _by_somebody(text, match, pack=pack) else "matter"
    start = max((m.end() for m in phrase(pack, _BREAK).finditer(text[: match.start()])), default=0)
    found = _nearest(statement, rule, start, match, cast, pack=pack)
    if found is not None:
        return found
    clause = text[start : match.start()]
    if not clause.strip() or phrase(pack, _ALL_ADVERBS).fullmatch(clause):
        return (_nearest(statement, rule, 0, match, cast, pack=pack, anywhere=True) or "none") if start else "none"
    return "none" if phrase(pack, _OPENER).match(clause) and not _has_noun_before(clause, pack=pack) else "unknown"


def _by_somebody(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """ "Tekniska tar det efter nyår": a word that is neither a person we know nor a body stands alone before the verb."""
    start = max((m.end() for m in phrase(pack, _BREAK).finditer(text[: match.start()])), default=0)
    alone = re.fullmatch(r"\W*(\w+)\s+", text[start : match.start()])
    return alone is not None and phrase(pack, _OPENER).match(alone[0]) is None


def _has_noun_before(clause: str, *, pack: LanguagePack) -> bool:
    """Whether a clause that opens with a preposition goes on beyond its adverbial, so that something else stands before the verb."""
    return len(clause.split()) > 6 or phrase(pack, _JOINT).search(clause) is not None


def _behind(statement: Statement, rule: Rule, match: re.Match[str], cast: Cast, *, pack: LanguagePack) -> str | None:
    """Who stands right behind the verb: "Till hösten tar vi …", "Nästa gång fortsätter diskussionen"."""
    text = statement.text
    if cast.own.follows(text, match.end()):
        return "own"
    subjects = cast.subjects(text, item=statement.item)
    if any(not s.group and 0 < s.start - match.end() <= 2 for s in subjects) and match.start() > 0:
        return "person"
    if phrase(pack, rf"\s+(?:<<verbs.adverbs>>\s+)?{_THING}").match(text, match.end()):
        before = _nearest(statement, rule, 0, match, cast, pack=pack, anywhere=True)
        return before if before in ("person", "other", "own") else "matter"
    return None


def _nearest(
    statement: Statement, rule: Rule, start: int, match: re.Match[str], cast: Cast, *, pack: LanguagePack, anywhere: bool = False
) -> str | None:
    """The nearest one named before the verb and not parted from it by "och"; then the first one named. anywhere: the first one at once."""
    mentions = sorted(m for m in _mentions(statement, rule, match, cast, pack=pack) if start <= m[0] and m[1] <= match.start())
    if not mentions:
        return None
    text = statement.text
    joined = [m for m in mentions if not phrase(pack, _JOINT).search(text[m[1] : match.start()])]
    passive = match[0].split()[0].casefold().endswith(pack.words("deferrals", "passive_endings"))
    chosen = joined[-1] if joined and not anywhere else mentions[0]
    if chosen[2] == "person" and passive:
        return next((m[2] for m in reversed(mentions) if m[2] != "person"), "none")
    return chosen[2]


def _mentions(statement: Statement, rule: Rule, match: re.Match[str], cast: Cast, *, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    text = statement.text
    people = [(s.start, s.end, "person") for s in cast.subjects(text, item=statement.item) if not s.group]
    own = [(*m.span(), "own") for m in cast.own.found(text) if not phrase(pack, _OTHERS).fullmatch(m[0]) or _is_own(m[0], cast)]
    others = [
        (*m.span(), "other")
        for m in phrase(pack, _OTHERS).finditer(text)
        if not _is_own(m[0], cast) and not phrase(pack, r"(?<!\w)<<deferrals.prepositions>>\s+(?:\w+\s+)?$").search(text[: m.start()])
    ]
    matters = [(*m.span(), "matter") for m in phrase(pack, _MATTER).finditer(text)]
    if rule.kind == "parked":
        matters += [(*m.span(), "matter") for m in words_of(pack, "deferrals", "work").finditer(text)]
    before_verb = phrase(pack, rf"(?<![\w-])<<deferrals.pronouns>>(?={_ALL_ADVERBS}$)").search(text, 0, match.start())
    matters += [(*before_verb.span(), "matter")] if before_verb is not None else []
    if rule.needs != "matter" and (rule.form != "later" or match[0].split()[0].casefold().endswith(pack.words("deferrals", "passive_endings"))):
        title = _title_words(statement.item.name if statement.item is not None else "")
        led = phrase(pack, r"(?<!\w)<<deferrals.prepositions>>\s+(?:\w+\s+)?$")
        matters += [(*m.span(), "matter") for m in title.finditer(text) if not led.search(text[: m.start()])]
    yield from people
    yield from own
    yield from (m for m in others if not any(a <= m[0] < b for a, b, _ in own))
    yield from (m for m in matters if not any(a <= m[0] < b for a, b, _ in (*people, *own, *others)))


@lru_cache(maxsize=256)
def _title_words(title: str) -> re.Pattern[str]:
    """Words that begin as one of the item's title does: "piloten" under "Pilot gråstarr" is its matter."""
    stems = sorted({word[:6] for word in re.findall(r"[^\W\d_]{5,}|\d{2,}", title.casefold())})
    return re.compile(rf"(?<![\w-])(?:{'|'.join(stems)})\w*" if stems else r"(?!)", re.IGNORECASE)


def _is_own(word: str, cast: Cast) -> bool:
    """Whether a body's name or noun means the one that met: "nämnden" does not in the minutes of Patientnämndens samråd."""
    folded = word.casefold()
    if word in cast.own.acronyms or (cast.own.name or "").casefold() == folded:
        return True
    if folded not in cast.own.words:
        return False
    if cast.own.name is None or not phrase(cast.pack, _OTHERS).fullmatch(word):
        return True
    stems = {folded, *(folded.removesuffix(ending) for ending in cast.pack.words("bodies", "definite"))}
    return any(part.endswith(tuple(stems)) for part in re.findall(r"\w+", cast.own.name.casefold()))


def _is_of_others(text: str, match: re.Match[str], cast: Cast, *, pack: LanguagePack) -> bool:
    """ "… tas upp i nämnden", "vid sitt möte", "på nästa möte med programområdet": another body takes it up."""
    tail = text[match.end() : match.end() + _REACH]
    if any(not _is_own(m[1], cast) for m in phrase(pack, _BY_OTHERS).finditer(tail)) or phrase(pack, _THEIR_MEETING).search(text):
        return True
    other = phrase(pack, _OTHER_MEETING, case=True).search(tail)
    if other is None or _is_own(other[1], cast) or other[1].casefold() in pack.words("deferrals", "no_body"):
        return False
    return other[1][:1].isupper() or other[1].endswith(pack.words("deferrals", "body_endings"))


def _is_elsewhere(statement: Statement, match: re.Match[str], cast: Cast, calendar: Calendar, *, pack: LanguagePack) -> bool:
    """ "… tas upp på utbildningsdagen den 12 maj": right behind the verb stands where, and neither a time nor a meeting of this body."""
    text = statement.text
    place = phrase(pack, r"\s+<<deferrals.held_at>>\s+").match(text, match.end())
    if place is None or cast.own.follows(text, place.end() - 1):
        return False
    rest = text[match.end() :]
    for template in (_NEXT, _LATER, _UNTIL_CLAUSE):
        if (found := phrase(pack, template).search(rest)) is not None and found.start() <= place.end() - match.end():
            return False
    starts = [min(day.start, day.lead_start if day.lead_start >= 0 else day.start) for day in calendar.dates(statement.span)]
    agenda = phrase(pack, r"(?:(?:\w+\s+)?<<deferrals.meeting|deferrals.the_meeting>>|<<deferrals.no_place>>)(?!\w)").match(text, place.end())
    return agenda is None and not any(match.end() <= start <= place.end() for start in starts)


# ---------------------------------------------------------------- when


def _when(statement: Statement, match: re.Match[str], calendar: Calendar, *, pack: LanguagePack) -> str | None:
    """next: a coming meeting of this body, or a time that only means one; later: any other later time; None: no time."""
    text = statement.text
    behind = re.split(r"[.;]\s", text[match.end() : match.end() + _REACH])[0]
    window = [(match.start(), match.end() + len(behind)), (0, match.start())]
    later = False
    for at, to in window:
        stretch = text[at:to]
        found = phrase(pack, _NEXT).search(stretch)
        if found is not None and (at or not found.start() or match.start() - found.end() < 3 or stretch[: found.start()].strip()):
            return "next"
        for day in calendar.dates(statement.span):
            if not (at <= day.start < to):
                continue
            named = phrase(pack, "<<dates.month_meeting>>").search(day.text) is not None and day.granularity in ("month", "season")
            if named or (day.first is not None and day.first in calendar.meetings and day.granularity in ("day", "time")):
                return "next"
            last = day.last or day.first
            later = later or (day.granularity in _LATER_GRAINS and last is not None and (not calendar.known or last > calendar.reference))
        later = later or phrase(pack, _LATER).search(stretch) is not None
    return "later" if later or phrase(pack, _UNTIL_CLAUSE).search(behind) else None


# ---------------------------------------------------------------- vetoes


def _is_denied(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """A denial right before the verb or right behind it ("bordläggs inte", "ska inte bordläggas"); "hanns inte med utan bordläggs" has none."""
    before = text[: match.start()].split()[-1:]
    behind = phrase(pack, _DENIED_BEHIND).match(text, match.end())
    return bool((before and before[0].casefold() in pack.words("grammar", "negations")) or behind)


def _is_only_said(text: str, match: re.Match[str], cast: Cast, *, pack: LanguagePack) -> bool:
    """ "Bo föreslog att ärendet bordläggs", "diskuterade om frågan skulle bordläggas": nobody has put it off yet."""
    before = phrase(pack, r"[,;]\s+<<follow_ups.but>>\s").split(text[: match.start()])[-1]  # "Bo ville mer, men det får bero"
    if phrase(pack, _SETTLED).search(before):
        return False
    if phrase(pack, _WEIGHED).search(before) or phrase(pack, _WOULD).search(before):
        return True
    return phrase(pack, _SAID).search(before) is not None and not cast.own.opens(text)


def _tells_history(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    """ "Ärendet bordlades den 5 februari": what an earlier meeting did. With "till" the same word puts the matter off now."""
    before = text[: match.start()]
    if not phrase(pack, _PAST).search(match[0]) and not phrase(pack, _HAS_EARLIER).search(before):
        return False
    if phrase(pack, _HAD).search(before) or phrase(pack, _HAS_EARLIER).search(before):
        return True
    was_then = phrase(pack, _WAS_THEN)
    return bool(was_then.match(text[match.end() :]) or was_then.match(" " + before))
