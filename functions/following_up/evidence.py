"""How much each sentence of new minutes speaks for an open row being over, by a few weighed signs (docs/decisions/0028)."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from functions.following_up.agreeing import Accord, agree, goes_on
from functions.following_up.clashing import acts_themselves, is_of_another_number, is_of_another_object
from functions.following_up.matching import Statement, tell_people, tells_number
from functions.following_up.naming import Names
from functions.following_up.nearness import FAR, Nearness, nearness_by_row
from functions.following_up.plain_data import text_of
from functions.following_up.profiles import Pool
from functions.following_up.readings import Reading
from functions.following_up.repeating import is_about, means_business_as_usual, share_telling_word
from functions.following_up.rows import Row, ask_about
from functions.following_up.words import any_word
from functions.model.events import Event, EventType
from functions.model.register import RowKind, RowStatus, may_be_done

ASKED = 0.13
"""From this score on a row is asked about."""
BORNE_OUT = 0.5
"""Below this score words that tell something over close nothing on their own: the row is asked about."""
PROVEN = 0.78
"""From this score on words that tell something over, match one row for sure and show nothing against it close the row."""
EVEN = 0.4
"""Below this score fewer than half of the rows that are asked about are over: open ones stay on drafts meanwhile."""

WEIGHTS: Mapping[str, float] = {
    "always": -1.99,
    "near": -0.69,
    "leads": 1.94,
    "its doer": 0.27,
    "its deed": 0.29,
    "other thing": -0.70,
    "elsewhere": -0.86,
    "by others": -0.34,
    "taken back": 0.04,
    "somebody else": -0.30,
    "owner, own point": 0.45,
    "other point": -0.57,
    "its number": 0.34,
    "told over": 1.31,
    "told over, near": 2.42,
    "told kept": -1.65,
    "told in part": -0.92,
    "decided": 1.43,
    "only stated": 0.41,
    "by now": 0.60,
    "something remains": -0.63,
    "due": 0.54,
    "not due yet": -0.78,
    "put off, own point": 0.87,
    "put off, decided": 1.54,
}
"""What each sign counts; the sum is the log-odds. Fitted by `python -m tests.bench.evidence --table` on the development series."""

_AGAINST = ("other thing", "elsewhere", "by others", "taken back", "somebody else", "other point", "something remains")
_QUESTIONS = 7  # so many of this kind a meeting
_MAY_BE_OVER = (RowStatus.OPEN, RowStatus.PROPOSED, RowStatus.PART_DONE)
_STILL_OPEN = frozenset({"kept", "part_done", "postponed", "due_moved", "reassigned", "reopened"})  # what minutes may say of a row that is not over
_TELLING = 0.45  # how far the best word must tell the row from the others, where its point does not
_TIE = 0.005  # two scores so near are one
_MARGIN = 0.5  # a lead over the next row counts so far


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that speaks most for a row being over. score: 0–1; event: what it was read as; signs: by name, what each is worth before it is
    weighed."""

    key: str
    score: float
    event: Event
    signs: Mapping[str, float]

    @property
    def proves(self) -> bool:
        """Whether it tells the row over and nothing in it speaks against that: it closes a row that it matches for sure."""
        return self.score >= PROVEN and bool(self.signs["told over"]) and not any(self.signs[name] for name in _AGAINST)


def best_evidence(spoken: Iterable[tuple[Event, Statement]], *, pool: Pool, on: str) -> dict[str, Evidence]:
    """The best evidence for each row of the pool of which anything speaks, by key; a sentence that speaks of two alike is evidence for neither.

    on: the meeting's ISO date."""
    best: dict[str, Evidence] = {}
    for event, statement in spoken:
        found = sorted(list_evidence([(event, statement)], pool=pool, on=on), key=lambda one: -one.score)
        undecided = len(found) > 1 and found[0].score - found[1].score < _TIE
        for one in found[2 if undecided else 0 :]:
            if one.key not in best or one.score > best[one.key].score:
                best[one.key] = one
    return best


def list_evidence(spoken: Iterable[tuple[Event, Statement]], *, pool: Pool, on: str) -> Iterator[Evidence]:
    """Every sentence with every row that it may be about: one whose words tell it from the others, under whose own point it stands, or whose owner it
    names where earlier tasks are gone through."""
    for event, statement in spoken:
        if "?" in statement.text:
            continue
        usual = statement.title is None or means_business_as_usual(statement.title)
        words = nearness_by_row(statement.text, title="" if usual else statement.title or "", pool=pool)
        people = tell_people(statement, names=pool.names)
        kind = _signs_of_kind(event, text=statement.text)
        leads = sorted((near.near * near.telling for near in words.values()), reverse=True)[:2]
        for place, row in enumerate(pool.rows):
            near = words.get(place, FAR)
            home = not usual and is_about(statement.title or "", row=row)
            owner = people.whose(row.owners)
            bound = home or near.telling >= _TELLING or (statement.section and owner == 1.0)
            if row.kind is RowKind.STANDING or not bound or _is_of_another(statement, row=row, names=pool.names):
                continue
            own = near.near * near.telling
            next_best = leads[1] if len(leads) > 1 and leads[0] == own else leads[0] if leads and leads[0] != own else 0.0
            accord = agree(statement.text, row=row, title=statement.title, names=pool.names, doers=people.doers, same_thing=True)
            signs = {
                **_signs_of_words(near, lead=own - next_best, accord=accord),
                **_signs_of_place(statement, row=row, home=home, owner=owner),
                **kind,
                "told over, near": kind["told over"] * own,
                **_signs_of_row(row, on=on),
            }
            signs |= {
                "put off, own point": float(row.postponed and home),
                "put off, decided": float(row.postponed and event.type is EventType.DECIDED),
            }
            yield Evidence(row.key, weigh(signs), event, signs)


def ask(rows: Mapping[str, Row], *, weighed: Mapping[str, Evidence], reading: Reading, but: Container[str]) -> dict[str, Row]:
    """The rows where those seem done for which the most speaks, a few a meeting. but: keys of rows that the minutes say again."""
    changed = dict(rows)
    asked = 0
    for one in sorted(weighed.values(), key=lambda one: (-one.score, one.key)):
        row = rows[one.key]
        told = {line.type for line in row.history if line.meeting == reading.date}
        if asked == _QUESTIONS or one.score < ASKED:
            break
        surely = one.score >= EVEN
        may_be = row.status in _MAY_BE_OVER or (surely and row.status is RowStatus.SEEMS_DONE and may_be_done(row.history))
        if may_be and one.key not in but and not told & _STILL_OPEN:
            changed[one.key] = ask_about(row, surely=surely, event=one.event, reading=reading)
            asked += 1
    return changed


def weigh(signs: Mapping[str, float], *, weights: Mapping[str, float] | None = None) -> float:
    """The score of some signs, 0–1. weights: other ones than WEIGHTS."""
    table = WEIGHTS if weights is None else weights
    odds = sum(table.get(name, 0.0) * worth for name, worth in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _signs_of_words(near: Nearness, *, lead: float, accord: Accord) -> dict[str, float]:
    return {
        "always": 1.0,
        "near": near.near,
        "leads": max(-_MARGIN, min(_MARGIN, lead)),
        "its doer": float(accord.doer),
        "its deed": float(accord.deed),
        "other thing": float(accord.other),
        "elsewhere": float(accord.elsewhere),
        "by others": float(accord.by_others),
        "taken back": float(accord.hedged),
    }


def _signs_of_place(statement: Statement, *, row: Row, home: bool, owner: float) -> dict[str, float]:
    return {
        "somebody else": float(owner == 0.0),
        "owner, own point": float((home or statement.section) and owner == 1.0),
        "other point": float(_is_away(statement.title, row=row)),
        "its number": float(tells_number(statement, row=row)),
    }


def _signs_of_kind(event: Event, *, text: str) -> dict[str, float]:
    status = text_of(event.data, "status") if event.type is EventType.FOLLOWED else None
    over = status in ("done", "dropped")
    return {
        "told over": float(over),
        "told kept": float(status == "kept"),
        "told in part": float(status == "part_done"),
        "decided": float(event.type is EventType.DECIDED),
        "only stated": float(text_of(event.data, "rule") == "follow_up.overheard"),
        "by now": float(any_word("by_now").search(text) is not None),
        "something remains": float(any_word("remains").search(text) is not None),
    }


def _signs_of_row(row: Row, *, on: str) -> dict[str, float]:
    due = row.due.date if row.due is not None else None
    return {"due": float(due is not None and due <= on), "not due yet": float(due is not None and due > on)}


def _is_of_another(statement: Statement, *, row: Row, names: Names) -> bool:
    """Whether a statement names another task by its number in the running log, what the task is about by another number or year, or another thing
    of which the same was done, or that somebody else does it or it is yet to be done."""
    logged = statement.number is not None and row.number is not None and statement.number != row.number
    if logged or is_of_another_number(statement.text, row=row) or is_of_another_object(statement.text, row=row, names=names):
        return True
    return acts_themselves(statement.text, row=row, names=names) or goes_on(statement.text, row=row)


def _is_away(title: str | None, *, row: Row) -> bool:
    """Whether a statement stands under another matter's point."""
    before = row.opened.title
    if title is None or before is None or means_business_as_usual(title) or means_business_as_usual(before):
        return False
    return not is_about(title, row=row) and not share_telling_word(title, f"{before} {row.text}")
