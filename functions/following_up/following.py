"""What one meeting's minutes say of the rows that were open before it, or closed: which rows, and what that makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from functions.following_up.agreeing import agree, goes_on
from functions.following_up.barring import bar
from functions.following_up.changing import change, hands_on, owner_told, puts_off
from functions.following_up.clashing import is_of_another_object
from functions.following_up.concluding import conclude, concludes, ends_row, shows_it_done
from functions.following_up.deeds import tell_deed
from functions.following_up.evidence import BORNE_OUT, EVEN, Evidence, best_evidence
from functions.following_up.facts import SENSITIVE
from functions.following_up.handing_on import new_owner
from functions.following_up.hearing import denies, names_some_of, objects, only_their_part, opens_again, takes_back
from functions.following_up.keys import row_key
from functions.following_up.matching import (
    MATCHED,
    SEAMS,
    SURE,
    TELLING,
    Match,
    Statement,
    doers_of,
    gather_pool,
    match_statement,
)
from functions.following_up.naming import Names
from functions.following_up.neighbours import next_words, said_behind, told_apart, with_next
from functions.following_up.plain_data import text_of
from functions.following_up.plainly import cell_tells_a_step, tells_plainly
from functions.following_up.profiles import Pool, strange_words, telling_words
from functions.following_up.readings import Reading
from functions.following_up.reopening import hear_denial, hear_of_closed, open_again
from functions.following_up.repeating import is_about, share_telling_word
from functions.following_up.retelling import put_off_tasks, tell_anew
from functions.following_up.rows import Row, ask_about, close, note, open_row
from functions.following_up.statements import cell_of, is_in_passing, is_overheard, overheard, spoken, statements
from functions.following_up.verbs import same_deed, tells_undone
from functions.following_up.welcoming import welcome
from functions.following_up.words import any_word, fold, share_owner
from functions.model.events import Event, EventType
from functions.model.register import RowKind, RowStatus

_ENDS = ("done", "dropped")
_OVER = (RowStatus.DONE, RowStatus.DROPPED)
_MAY_BE_OVER = (*_OVER, RowStatus.SEEMS_DONE)


@dataclass(frozen=True, slots=True)
class _Said:
    event: Event
    match: Match
    outcome: str


@dataclass(frozen=True, slots=True)
class Followed:
    """Rows by key after what a meeting's minutes say of them; the keys under which what is left over would have stood: alias → key; and by key the
    best evidence that a row is over."""

    rows: dict[str, Row]
    aliases: Mapping[str, str]
    weighed: Mapping[str, Evidence]


def follow(rows: Mapping[str, Row], *, reading: Reading, names: Names, first: bool = False) -> Followed:
    """The rows after what the minutes say of earlier tasks.

    Sure words about one row close or keep it; less sure ones make it seem done; words that fit two rows are a mention of both. first: no earlier
    minutes are known, so what is said to remain is a row of its own, as a proposal.
    """
    earlier = [row for row in rows.values() if row.opened.meeting < (reading.date or "")]
    pool = gather_pool((row for row in earlier if row.is_open), names=names)
    over = cache(lambda: gather_pool((row for row in earlier if row.status in _OVER), names=names))
    maybe_over = cache(lambda: gather_pool((row for row in earlier if row.status in _MAY_BE_OVER), names=names))
    changed = dict(rows)
    said: dict[str, list[_Said]] = {}
    aliases: dict[str, str] = {}
    last: tuple[Event | None, tuple[str, ...]] = (None, ())
    today = reading.date or ""
    evidence = [(event, one) for event, one in spoken(reading) if new_owner(one.text, names=names) is None]
    weighed = best_evidence(evidence, pool=pool, on=today)
    matched = told_apart([(event, one, _match(one, event=event, pool=pool)) for event, one in (*statements(reading), *overheard(reading))])
    plain = _told_plainly(matched, rows=rows, names=names)
    deeds = _told_by_kind(matched, pool=pool)
    for event, statement, match in matched:
        if is_overheard(event) and event.id not in plain:
            hear_denial(changed, event=event, statement=statement, pool=over, better_than=match.score, reading=reading)
    changing = {
        event.id
        for event, one, match in matched
        if is_overheard(event)
        and (hands_on(one, match=match, rows=rows, names=names) or puts_off(event, statement=one, match=match, rows=rows, names=names, on=today))
    }
    behind, paragraph = said_behind(matched), next_words(matched)
    matched = [said for said in matched if not is_overheard(said[0]) or said[0].id in {*plain, *changing, *deeds}]
    matched = [(event, one, _at_its_point(match, event=event, statement=one, pool=pool, rows=rows, names=names)) for event, one, match in matched]
    for event, statement, match in matched:
        told_of = deeds.get(event.id)
        if told_of is not None:
            match = replace(match, keys=(told_of,), firm=frozenset((told_of,)))
        keys = match.keys or _goes_on(event, before=last)
        last = (event, keys)
        left = _left_over(event, reading=reading, names=names)
        if left is not None and len(match.keys) == 1:
            aliases[left.key] = match.keys[0]
        elif left is not None and first and not keys:
            changed[left.key] = left
        for key in keys:
            proven = key in weighed and weighed[key].event.id == event.id and weighed[key].proves
            outcome = _outcome(event, statement=statement, match=match, row=rows[key], names=names, proven=proven) if match.keys else "mentioned"
            outcome = "done" if match.keys and event.id in plain and outcome in ("mentioned", "seems_done") else outcome
            outcome = "done" if told_of is not None and outcome not in ("contradicted", "doubted") else outcome
            outcome = with_next(outcome, text=statement.text, behind=behind.get(event.id, ""), row=rows[key], names=names)
            after = paragraph.get(event.id, "")
            by_number, aside = key in match.named, is_in_passing(event)
            outcome = bar(outcome, statement=statement, behind=after, cell=cell_of(event), row=rows[key], names=names, named=by_number, passing=aside)
            said.setdefault(key, []).append(_Said(event, match, outcome))
        if not match.keys or not match.sure:
            again = hear_of_closed(
                changed, event=event, statement=statement, pool=over, better_than=match.score, passing=is_in_passing(event), reading=reading
            )
            if again is not None:
                told = _Said(event, Match((again,), 1.0), "kept")
                changed[again] = change(changed[again], event=told.event, match=told.match, outcome="kept", reading=reading, names=names)
    aliases |= open_again(changed, pool=maybe_over, reading=reading)
    aliases |= tell_anew(changed, pool=pool, reading=reading, names=names, but=aliases)
    settled: dict[str, str] = {}  # what closes one row is no evidence for another
    for key, heard in said.items():
        for one in heard:
            outcome = _weigh(one, others=[other for other in heard if other is not one])
            if _is_soft(one) and outcome in ("kept", "part_done") and key in weighed and weighed[key].score >= EVEN:
                outcome = "mentioned"  # more speaks for its being over
            in_words = (
                key in one.match.named or one.event.id in plain or deeds.get(one.event.id) == key or concludes(text_of(one.event.data, "text") or "")
            )
            if outcome in ("done", "dropped") and not in_words and (key not in weighed or weighed[key].score < BORNE_OUT):
                outcome = "seems_done"
            settled |= {one.event.id: key} if outcome in ("done", "dropped") else {}
            changed[key] = _apply(changed[key], outcome=outcome, event=one.event, reading=reading)
            changed[key] = change(changed[key], event=one.event, match=one.match, outcome=outcome, reading=reading, names=names)
    changed = put_off_tasks(conclude(changed, reading=reading, pool=pool), pool=pool, reading=reading)
    changed = welcome(changed, among=pool.rows, reading=reading, names=names)
    return Followed(changed, aliases, {key: one for key, one in weighed.items() if settled.get(one.event.id, key) == key})


def _match(statement: Statement, *, event: Event, pool: Pool) -> Match:
    """The rows that a statement speaks of: of several that a thing told done fits equally, the one that alone was opened under its own point, if its
    words tell that one there."""
    match = match_statement(statement, pool=pool)
    if not match.ambiguous or text_of(event.data, "status") != "done":
        return match
    under = [row for row in pool.rows if row.key in match.keys and is_about(statement.title or "", row=row)]
    return match_statement(statement, pool=gather_pool(under, names=pool.names)) if len(under) == 1 else match


def _told_plainly(matched: Iterable[tuple[Event, Statement, Match]], *, rows: Mapping[str, Row], names: Names) -> frozenset[str]:
    """Ids of what tells so plainly that the one row that it is about is done that it needs no other sign."""
    return frozenset(
        event.id
        for event, statement, match in matched
        if len(match.keys) == 1
        and (text_of(event.data, "status") == "done" or is_overheard(event))
        and tells_plainly(statement, row=rows[match.keys[0]], match=match, names=names)
    )


def _told_by_kind(matched: Iterable[tuple[Event, Statement, Match]], *, pool: Pool) -> dict[str, str]:
    """By the id of what tells a task's deed done in any words: the row's key."""
    other = ("kept", "part_done", "dropped")
    heard = ((event, one) for event, one, _ in matched if text_of(event.data, "status") not in other)
    told = ((event.id, tell_deed(one, pool=pool, overheard=is_overheard(event))) for event, one in heard)
    return {id: key for id, key in told if key is not None}


def _goes_on(event: Event, *, before: tuple[Event | None, tuple[str, ...]]) -> tuple[str, ...]:
    """The rows of the sentence before, when one that names none says in the same paragraph that something remains ("Två av tre är klara. Den sista
    dröjer")."""
    earlier, keys = before
    remains = text_of(event.data, "status") in ("kept", "part_done")
    together = earlier is not None and bool({quote.block for quote in event.quotes} & {quote.block for quote in earlier.quotes})
    text = text_of(event.data, "text") or ""
    return keys if remains and together and not SEAMS.search(text) and not any_word("beside_it").search(text) else ()


def _at_its_point(match: Match, *, event: Event, statement: Statement, pool: Pool, rows: Mapping[str, Row], names: Names) -> Match:
    """The match of what remains: where no row fits, the one task that was opened under its point; of rows that fit equally, the only one that was, or
    that belongs to those whom it is about."""
    if text_of(event.data, "status") not in ("kept", "part_done"):
        return match
    doers = doers_of(statement.text, names=names)
    if not match.keys and not is_in_passing(event):
        return _alone_there(statement, doers=doers, rows=pool.rows)
    if not match.ambiguous:
        return match
    for meant in (
        [key for key in match.keys if _stands_under(statement, row=rows[key])],
        [key for key in match.keys if share_owner(doers, rows[key].owners)],
    ):
        if len(meant) == 1:
            return match.without({key for key in match.keys if key not in meant})
    return match


def _alone_there(statement: Statement, *, doers: Sequence[str], rows: Sequence[Row]) -> Match:
    """The only open task that was opened under a statement's own point, whose title names its thing, unless others than those whose it is are told of
    ("3 av 7 är klara")."""
    under = [row for row in rows if row.kind is RowKind.ACTION and is_about(statement.title or "", row=row)]
    if len(under) != 1 or under[0].status is RowStatus.SEEMS_DONE or not share_telling_word(statement.title or "", under[0].text):
        return Match()
    return Match((under[0].key,), MATCHED) if not doers or share_owner(doers, under[0].owners) else Match()


def _stands_under(statement: Statement, *, row: Row) -> bool:
    """Whether a statement stands under a row's own point, or behind its title as a label."""
    label, colon, _ = statement.text.partition(": ")
    return is_about(statement.title or "", row=row) or (bool(colon) and is_about(label, row=row))


def _left_over(event: Event, *, reading: Reading, names: Names) -> Row | None:
    """The row of an earlier task that is said to remain, as it stands when nothing earlier is known of it; None for mere numbers ("8.2 kvarstår")."""
    text = text_of(event.data, "text")
    remains = text_of(event.data, "status") in ("kept", "part_done") and not is_in_passing(event) and event.type is EventType.FOLLOWED
    if not remains or text is None or text == SENSITIVE or not (telling_words(text, names=names) or names.said_in(text)):
        return None
    key = row_key(reading.event.council, reading.date, "left over", event.item, fold(text))
    data = {**event.data, "kind": RowKind.ACTION.value, "tier": "proposed"}
    return open_row(replace(event, key=key, data=data), reading=reading)


def _outcome(event: Event, *, statement: Statement, match: Match, row: Row, names: Names, proven: bool) -> str:
    """What a statement makes of a row. proven: weighed evidence bears it out that the row is over."""
    status = text_of(event.data, "status") or "mentioned"
    if match.ambiguous:
        return "mentioned"
    if status == "part_done" and any_word("another_day").search(statement.text) and not same_deed(row.text, statement.text):
        status = "kept"  # "har fått nytt slutdatum"
    if match.words.telling >= TELLING and (
        takes_back(statement.text) or (status in ("done", "part_done") and tells_undone(row.text, statement.text))
    ):
        return "contradicted"
    if match.words.telling >= TELLING and status in ("done", "part_done") and objects(statement.text):
        return "doubted"
    if status == "adopted":
        return _adopted(statement, match=match, row=row, names=names)
    if status in ("done", "dropped") or (status == "mentioned" and not is_in_passing(event) and concludes(statement.text)):
        return _closing(status, event=event, statement=statement, match=match, row=row, names=names, proven=proven)
    again = row.status is RowStatus.SEEMS_DONE and (opens_again(statement.text) or denies(statement.text))
    if again and match.words.telling >= TELLING:
        return "kept"
    if is_in_passing(event) and not match.sure and not _at_home(statement, match=match, row=row, names=names, part=status == "part_done"):
        return "mentioned"
    return status if status in ("kept", "part_done") else "mentioned"


def _at_home(statement: Statement, *, match: Match, row: Row, names: Names, part: bool) -> bool:
    """Whether words that fit a row alone stand under its own point, and the row is not thought to be over. part: they tell a part of it done, by its
    own deed or by nobody else."""
    doers = doers_of(statement.text, names=names)
    if part and doers and row.owners and not share_owner(doers, row.owners) and not same_deed(row.text, statement.text):
        return False
    alone = match.score >= (MATCHED if part else SURE) and match.words.telling >= TELLING
    return alone and row.status is not RowStatus.SEEMS_DONE and _stands_under(statement, row=row)


def _adopted(statement: Statement, *, match: Match, row: Row, names: Names) -> str:
    """What a decision that takes what a task was to bring makes of it."""
    home = is_about(statement.title or "", row=row)
    if row.kind is not RowKind.ACTION or not (match.sure or home):
        return "mentioned"
    accord = agree(statement.text, row=row, title=statement.title, names=names, doers=())
    proven = match.sure and home and accord.matter > 0 and accord.deed and not accord.another
    return "done" if proven else "seems_done"


def _closing(status: str, *, event: Event, statement: Statement, match: Match, row: Row, names: Names, proven: bool) -> str:
    """What words that something is over make of a row: told in passing they must tell the row's own deed or be proven, else it is asked about."""
    accord = agree(statement.text, row=row, title=statement.title, names=names, doers=doers_of(statement.text, names=names))
    named, passing = row.key in match.named, is_in_passing(event)
    if passing and not named and row.kind is RowKind.STANDING:  # what is told under it at every meeting
        return "mentioned"
    if not named and (is_of_another_object(statement.text, row=row, names=names) or goes_on(statement.text, row=row)):
        return "mentioned"
    told = text_of(event.data, "tier") == "sure"
    own_point = is_about(statement.title or "", row=row)
    if ends_row(statement, match=match, accord=accord, own_point=own_point):
        return "part_done" if only_their_part(row, text=statement.text, names=names) else "dropped" if status == "dropped" else "done"
    if status == "mentioned":
        return status
    if passing and not named and accord.another:
        return "seems_done" if own_point and accord.suggests(match.words) else "mentioned"
    if status == "done" and not (accord.deed or accord.over) and owner_told(event, row=row, names=names) not in (None, *row.owners):
        return "kept" if match.sure or own_point or statement.section else "mentioned"
    gone_through = statement.section and (not passing or accord.deed or accord.over)  # "Övrigt" is no list of earlier tasks
    settled = accord.settles(match.words, certain=told, own_point=own_point, section=gone_through)
    borne_out = proven and match.sure and shows_it_done(statement, accord=accord, row=row, names=names, home=own_point or gone_through)
    meant = named or settled or borne_out or (told and match.sure and accord.bears_out(match.words, own_point=own_point))
    if (
        not meant
        or (accord.another and not named and not _names_task(event, row=row, names=names))
        or (status == "done" and (accord.hedged or cell_tells_a_step(cell_of(event), row=row, names=names)))
    ):
        return "seems_done"
    if status == "done" and not accord.over and (any_word("gets_it_later").search(statement.text) or any_word("each_time").search(row.text)):
        return "part_done"
    if status == "done" and names_some_of(row.text, statement.text, names=names):
        return "part_done" if accord.doer else "seems_done"
    return "part_done" if status == "done" and only_their_part(row, text=statement.text, names=names) else status


def _names_task(event: Event, *, row: Row, names: Names) -> bool:
    """Whether a table's cell names the task and nothing else, so that what stands beside it is of that task."""
    task = text_of(event.data, "text") or ""
    if not cell_of(event) or strange_words(task, row=row, names=names):
        return False
    return not agree(task, row=row, title=None, names=names, doers=()).another


def _is_soft(said: _Said) -> bool:
    """Whether it is told in passing, of a row that it does not surely mean."""
    return not said.match.sure and is_in_passing(said.event)


def _weigh(said: _Said, *, others: Sequence[_Said]) -> str:
    """One line says done and another that something remains: it is not all done, or asked about when the other may be of something else."""
    outcome = said.outcome
    over = [other for other in others if other.outcome in (*_ENDS, "seems_done")]
    if over and outcome in ("kept", "part_done", "mentioned") and _denies(said, softly=outcome != "mentioned"):
        return "doubted"
    if outcome in _ENDS and any(_denies(other) for other in others):
        return "seems_done"
    if outcome in ("kept", "part_done") and _is_soft(said):
        return "mentioned" if over else outcome
    if outcome not in (*_ENDS, "seems_done"):
        return outcome
    if any(other.outcome in ("kept", "part_done") and other.match.sure for other in others):
        return {"done": "part_done", "dropped": "seems_done"}.get(outcome, "mentioned")
    listed = said.match.sure and bool(cell_of(said.event) or said.match.named)  # the list of tasks tells more than a remark that is less near
    rest = [other for other in others if not (listed and _is_soft(other) and other.match.score < said.match.score)]
    remains = any(text_of(other.event.data, "status") in ("kept", "part_done") and not other.match.ambiguous for other in rest)
    return "seems_done" if remains else outcome


def _denies(said: _Said, *, softly: bool = False) -> bool:
    """Whether a statement about one row says that what is told of it is not so. softly: it is told to remain, so that any denial will do."""
    text = text_of(said.event.data, "text") or ""
    about = not said.match.ambiguous and said.match.words.telling >= TELLING
    return about and (objects(text) or denies(text) or (softly and _is_soft(said) and any_word("not_so").search(text) is not None))


def _apply(row: Row, *, outcome: str, event: Event, reading: Reading) -> Row:
    if outcome == "done":
        return close(row, type="done", status=RowStatus.DONE, event=event, reading=reading)
    if outcome == "dropped":
        return close(row, type="dropped", status=RowStatus.DROPPED, event=event, reading=reading)
    if outcome == "kept" and row.postponed:
        again = note(row, type="postponed", event=event, reading=reading)
        return replace(again, times_postponed=row.times_postponed + 1, status=RowStatus.OPEN, closed=None)
    if outcome == "kept":
        reopened = row.status is RowStatus.SEEMS_DONE
        status = RowStatus.PART_DONE if row.status is RowStatus.PART_DONE else RowStatus.OPEN
        return replace(note(row, type="reopened" if reopened else "kept", event=event, reading=reading), status=status, closed=None)
    if outcome == "part_done":
        return replace(note(row, type="part_done", event=event, reading=reading), status=RowStatus.PART_DONE, closed=None)
    if outcome in ("contradicted", "doubted"):
        status = RowStatus.SEEMS_DONE if outcome == "doubted" else RowStatus.OPEN
        return replace(note(row, type="contradicted", event=event, reading=reading), status=status, closed=None)
    if outcome == "seems_done" and row.status not in _OVER:
        return ask_about(row, surely=True, event=event, reading=reading)
    return note(row, type="mentioned", event=event, reading=reading)
