"""Reads the change logs of the library and of the lists that people edit, all in one round trip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from functions import errors
from functions.library.sharepoint.cursor import OLDEST, STALE, age_of, is_token, number_of
from functions.library.sharepoint.refusals import RESTORE, is_gone
from functions.library.sharepoint.site import Site, done
from functions.library.sharepoint.wire import Answer, Ask

MOST = 2000
"""Changes that SharePoint gives at once, at most."""


class Touch(IntEnum):
    """What a line of the log says (SP.ChangeType), as far as we care."""

    ADD = 1
    UPDATE = 2
    DELETE = 3
    RENAME = 4
    MOVE_AWAY = 5
    MOVE_INTO = 6
    RESTORE = 7


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log. unique: the item's UniqueId, "" where it is not told."""

    item: int
    unique: str
    touch: int
    token: str


@dataclass(frozen=True, slots=True)
class Read:
    """What the logs say. tokens: list id → how far it was read; gap: a token was too old, so the lines say nothing."""

    lines: Mapping[str, Sequence[Line]] = field(default_factory=dict)
    tokens: Mapping[str, str] = field(default_factory=dict)
    gap: bool = False


def read_logs(site: Site, lists: Sequence[str], *, since: Mapping[str, str] | None, now: datetime) -> Read:
    """The lines of each list (its id) after its token. since None: only how far the logs reach now. A list without a token starts now."""
    expired = since is not None and any(age_of(since[identity], now=now) > OLDEST for identity in lists if identity in since)
    asks: list[Ask] = []
    for identity in lists:
        asks.append(site.get(str(site.web.lists.get_by_id(identity).resource_url), select=("Id", "CurrentChangeToken")))
        if since is not None and identity in since and not expired:
            asks.append(_changes(site, identity, since[identity]))
    answers = iter(site.batch(asks))
    lines: dict[str, Sequence[Line]] = {}
    tokens: dict[str, str] = {}
    lost = expired
    for identity in lists:
        first = next(answers)
        if is_gone(first):
            raise errors.NoAccess(f"En lista som följdes, eller biblioteket, finns inte längre på webbplatsen. {RESTORE}.")
        current = _current(done(first))
        tokens[identity] = current
        if since is None or identity not in since or expired:
            continue
        start = since[identity]
        told = next(answers)
        if (not told.ok and told.status in (400, 404, 500)) or number_of(current) < number_of(start):
            lost = True  # a token that SharePoint no longer takes, or a site that was restored to an earlier day
            continue
        found = _follow(site, identity, done(told), start=start)
        lines[identity] = found
        if found:
            tokens[identity] = found[-1].token
        elif age_of(start, now=now) < STALE:
            tokens[identity] = start  # nothing happened: the cursor stands still
    return Read({} if lost else lines, tokens, gap=lost)


def _follow(site: Site, identity: str, answer: Answer, *, start: str) -> list[Line]:
    lines: list[Line] = []
    while True:
        page = answer.results
        # Whether a token's own change comes along is not documented, so it is left out by its number.
        lines += [line for one in page if (line := _line(one)) is not None and number_of(line.token) > number_of(start)]
        last = _token(page[-1]) if page else None
        if len(page) < MOST or last is None or last == start:
            return lines
        start = last
        answer = site.fetch(_changes(site, identity, last))


def _changes(site: Site, identity: str, token: str) -> Ask:
    from office365.sharepoint.changes.query import ChangeQuery
    from office365.sharepoint.changes.token import ChangeToken

    # A bare text is sent wrongly as a token, and renames and moves must be asked for.
    query = ChangeQuery(Item=True, Rename=True, Move=True, Restore=True, FetchLimit=str(MOST))
    query.ChangeTokenStart = ChangeToken(token)  # type: ignore[assignment]
    return site.asked(lambda web: web.lists.get_by_id(identity).get_changes(query))


def _current(answer: Answer) -> str:
    token = _string(answer.entity.get("CurrentChangeToken"))
    if not is_token(token):
        from functions.library.sharepoint.refusals import refusal

        raise refusal(answer)
    return token


def _line(told: dict[str, Any]) -> Line | None:
    item, token = told.get("ItemId"), _token(told)
    if item is None or token is None:
        return None
    return Line(int(item), plain_id(told.get("UniqueId")), int(told.get("ChangeType") or 0), token)


def _token(told: dict[str, Any]) -> str | None:
    token = _string(told.get("ChangeToken"))
    return token if is_token(token) else None


def _string(told: Any) -> str:
    return str(told.get("StringValue") or "") if isinstance(told, dict) else str(told or "")


def plain_id(told: object) -> str:
    """An id without braces, in lower case; SharePoint writes the same one in several ways."""
    return str(told or "").strip("{}").casefold()
