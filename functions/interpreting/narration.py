"""Whether minutes tell in the past what was said ("Bo berättade"): then "Bo går igenom listan" is no report but a task."""

from __future__ import annotations

from collections.abc import Iterable

from functions.interpreting.phrases import words_of
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast

_LEAST = 2  # times that somebody told something
_SHARE = 0.25  # of these, so many may be in the present


def is_told_in_past(statements: Iterable[Statement], cast: Cast) -> bool:
    """Whether those who tell, think or ask something here do so in the past, nearly all of them."""
    past = present = 0
    for statement in statements:
        subjects = cast.subjects(statement.text, item=statement.item)
        if not subjects or subjects[0].start or subjects[0].group:
            continue
        said = statement.text[subjects[0].end :].lstrip()
        past += words_of(cast.pack, "verbs", "told_then").match(said) is not None
        present += words_of(cast.pack, "verbs", "told_now").match(said) is not None
    return past >= _LEAST and present <= _SHARE * past
