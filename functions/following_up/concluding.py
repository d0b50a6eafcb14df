"""What ends a matter in so many words ("Frågan kan därmed avslutas"), or shows beyond what is weighed that a task is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from functions.following_up.agreeing import Accord
from functions.following_up.matching import TELLING, Match, Statement, tell_people
from functions.following_up.naming import Names
from functions.following_up.nearness import SENTENCE_END
from functions.following_up.plain_data import text_of
from functions.following_up.profiles import Pool
from functions.following_up.readings import Reading
from functions.following_up.repeating import is_about, means_business_as_usual
from functions.following_up.rows import Row, close
from functions.following_up.words import any_word, either
from functions.model.events import Event, EventType
from functions.model.register import RowStatus

NOT_OVER = frozenset({"kept", "part_done", "postponed", "due_moved", "reassigned", "reopened"})  # what minutes say of a row that goes on
_BETWEEN = 4  # small words between the matter and its end


def concludes(text: str) -> bool:
    """Whether a sentence of a text ends the matter it is about, without naming it anew, and neither denies, plans nor asks it."""
    return any(_ends_matter().search(one) is not None and not _is_unsettled(one) for one in SENTENCE_END.split(text))


def conclude(rows: Mapping[str, Row], *, reading: Reading, pool: Pool) -> dict[str, Row]:
    """The rows after what ends a matter that was put off under its own point, where it alone is open. pool: the open rows of earlier meetings."""
    changed = dict(rows)
    for event, title in _concluding(reading):
        own = [row for row in pool.rows if is_about(title, row=row)]
        if len(own) != 1 or not own[0].postponed or not changed[own[0].key].is_open:
            continue
        row = changed[own[0].key]
        if not any(line.type in NOT_OVER and line.meeting == reading.date for line in row.history):
            changed[row.key] = close(row, type="done", status=RowStatus.DONE, event=event, reading=reading)
    return changed


def ends_row(statement: Statement, *, match: Match, accord: Accord, own_point: bool) -> bool:
    """Whether words that are about a row alone end it in so many words ("… och frågan avslutas"); of another thing only under its own point."""
    if accord.elsewhere or accord.by_others or (accord.other and not own_point) or not concludes(statement.text):
        return False
    return len(match.keys) == 1 and (own_point or match.words.telling >= TELLING)


def shows_it_done(statement: Statement, *, accord: Accord, row: Row, names: Names, home: bool) -> bool:
    """Whether words that weigh enough show it too: they tell its deed of nothing else or of who has it, or name them.

    home: they stand under its own point, or where earlier tasks are gone through."""
    if accord.deed:
        return not accord.foreign or tell_people(statement, names=names).whose(row.owners) == 1.0
    return home and tell_people(statement, names=names).whose(row.owners) == 1.0


def _concluding(reading: Reading) -> Iterator[tuple[Event, str]]:
    """What ends a matter, with the title it stands under. A point that puts anything off ends nothing."""
    put_off = {event.item for event in reading.of(EventType.OPENED) if text_of(event.data, "kind") != "action"}
    for event in (*reading.of(EventType.DECIDED), *reading.of(EventType.FOLLOWED)):
        title = text_of(event.data, "item_title") or reading.title_of(event)
        if title and event.item not in put_off and not means_business_as_usual(title) and concludes(text_of(event.data, "text") or ""):
            yield event, title


def _is_unsettled(sentence: str) -> bool:
    return "?" in sentence or any_word("not_ended").search(sentence) is not None


@lru_cache(maxsize=1)
def _ends_matter() -> re.Pattern[str]:
    parted = rf"{either('ended_matters')}(?:\s{either('between_ends')}){{0,{_BETWEEN}}}\s{either('matter_ends')}"
    return re.compile(rf"(?<!\w)(?:{parted}|{either('ends_matter')})(?!\w)", re.IGNORECASE)
