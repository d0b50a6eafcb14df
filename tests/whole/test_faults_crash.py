"""The program is killed between any two writes, to SharePoint or to its own storage, and the message comes again: the end is always the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from functions.jobs import processing, reading_changes
from functions.jobs.office import pending_files
from functions.triggers import opened
from tests.sharepoint.town import LIBRARY, Town, town
from tests.whole.saving import Council, april, difference, next_council, picture, undisturbed

READS = ("GET", "HEAD", "OPTIONS")


class Killed(BaseException):
    """The process is gone: nothing of ours handles it."""


@dataclass
class Counter:
    """Writes that went out, by anybody in this process. last: the one before which the process dies, 0: it lives."""

    last: int = 0
    made: int = 0

    def tell(self, request: requests.PreparedRequest) -> None:
        if is_write(request):
            self.made += 1
            if self.made == self.last:
                raise Killed


def is_write(request: requests.PreparedRequest) -> bool:
    """Whether it may change anything; leases end by themselves, and a question for the change log is only asked with POST."""
    url = str(request.url)
    if request.method in READS or "comp=lease" in url or url.casefold().endswith(("/_api/contextinfo", "/getchanges")):
        return False
    if url.endswith("/_api/$batch"):
        posts = [line for line in bytes(request.body or b"").splitlines() if line.startswith((b"POST ", b"MERGE ", b"DELETE "))]  # type: ignore[arg-type]
        return not all(b"getChanges" in line for line in posts)
    return True


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    undisturbed()
    with town(library={"demotion": True, "versioning": True}, webhooks=False, listening=False, quiet=0.0) as made:
        next_council(made).save()
        work()
        yield made


@contextmanager
def counting(last: int = 0) -> Iterator[Counter]:
    """Count what is written while the block runs, and die before the write of that number."""
    counter, real = Counter(last), requests.Session.send

    def send(session: requests.Session, request: requests.PreparedRequest, **settings: Any) -> requests.Response:
        counter.tell(request)
        return real(session, request, **settings)

    requests.Session.send = send  # type: ignore[method-assign]
    try:
        yield counter
    finally:
        requests.Session.send = real  # type: ignore[method-assign]


def look() -> list[str]:
    """The job read_changes; the files that it noted."""
    with opened.office() as desk:
        reading_changes.take_message(desk, {})
        return sorted(pending_files(desk))


def take_in(files: list[str]) -> None:
    """The job process_file, for each."""
    for file in files:
        with opened.office() as desk:
            processing.take_message(desk, {"file": file})


def work() -> None:
    """Both jobs, as their messages come."""
    take_in(look())


def survive(act: Callable[[], object], *, last: int) -> bool:
    """Whether the act lived through it; a new process comes after one that did not."""
    with counting(last):
        try:
            act()
        except Killed:
            opened.forget()
            return False
    return True


def kill_at(numbers: Iterable[int], act: Callable[[Council], None], *, calm: Council, begin: Callable[[Council], None]) -> dict[int, str]:
    """How the end differs from that of the calm council, by the number of the write before which the program died; those that differ.

    A council may need a few writes less than the calm one, whose work also took in what others had left.
    """
    broken = {}
    numbers, expected = tuple(numbers), picture(calm)
    for last in numbers:
        council = next_council(calm.place)
        begin(council)
        if survive(lambda council=council: act(council), last=last):  # type: ignore[misc]
            assert last > 0.8 * max(numbers), "it was never killed"
            sweep_away(council)
            continue
        work()  # the message comes again
        if told := difference(council, expected):
            work()  # and so does what our own writes bring about
            told = difference(council, expected)
        if told:
            broken[last] = told
        sweep_away(council)
    assert difference(calm, expected) == ""
    return broken


def sweep_away(council: Council) -> None:
    """Take a council that was looked at out of the site's store, without a word in any log: the others are read faster."""
    for title in (LIBRARY, "Uppföljning", "Beslut i anteckningarna", "Rådens möten", "Råd", "Händelser"):
        items = council.place.site.list(title).state.items
        told = {number: f"{item.path} {item.values}" for number, item in items.items()}
        for number in [number for number, text in told.items() if council.name in text or council.key_in_log in text]:
            del items[number]


def writes_of(act: Callable[[], object]) -> int:
    """How many writes the act makes."""
    with counting() as counter:
        act()
    return counter.made


def shown(broken: dict[int, str]) -> str:
    return "\n".join(f"killed before write {last}:\n{told}" for last, told in broken.items())


def test_a_kill_before_any_write_of_new_minutes_with_their_draft_changes_nothing_of_the_end(place: Town) -> None:
    calm = next_council(place)
    calm.save()
    count = writes_of(work)
    work()
    assert difference(calm) == ""
    assert count > 15
    broken = kill_at(range(1, count + 1), lambda council: work(), calm=calm, begin=lambda council: council.save())
    assert not broken, shown(broken)


def test_a_kill_between_the_writes_of_changed_minutes_changes_nothing_of_the_end(place: Town) -> None:
    """A point is worded anew, another is gone, and the draft is replaced; a person has written in a cell of a row before."""

    def begin(council: Council) -> None:
        council.save()
        work()
        key = council.key("körschemat")
        place.site.list("Uppföljning").set_row(key_field="DgKey", key=key, values={"DgOwner": "Bo Alm"}, by="Malin Ek")
        work()
        council.save(april(council.name, bus="Cia Dahl kontaktar alla kommuner om körschemat."))

    calm = next_council(place)
    begin(calm)
    count = writes_of(work)
    work()
    (row,) = [row for row in calm.rows("Uppföljning") if "körschemat" in str(row["Punkt"])]
    assert row["Ansvarig"] == "Bo Alm"
    broken = kill_at(range(1, count + 1, 5), lambda council: work(), calm=calm, begin=begin)
    assert not broken, shown(broken)


def test_a_kill_between_the_writes_about_a_persons_edit_changes_nothing_of_the_end(place: Town) -> None:
    """A row is answered and another is deleted: the events of both are hers, once."""

    def begin(council: Council) -> None:
        council.save()
        work()
        rows = place.site.list("Uppföljning")
        rows.set_row(key_field="DgKey", key=council.key("remissmall"), values={"DgStatus": "Klar"}, by="Malin Ek")
        rows.delete_row(key_field="DgKey", key=council.key("körschemat"), by="Malin Ek")

    calm = next_council(place)
    begin(calm)
    count = writes_of(work)
    work()
    assert [row["Status"] for row in calm.rows("Uppföljning")] == ["Klar"]
    broken = kill_at(range(1, count + 1, 5), lambda council: work(), calm=calm, begin=begin)
    assert not broken, shown(broken)
