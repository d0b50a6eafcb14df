"""SharePoint answers badly while minutes are taken in: it asks for patience, forgets who we are, lies, breaks the line; the end is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.sharepoint.emulator import Emulator
from tests.sharepoint.faults import Fault
from tests.sharepoint.message import Request
from tests.sharepoint.town import LIBRARY, Town, town
from tests.whole.saving import DRAFTS, Council, Waits, april, difference, next_council, night, undisturbed

_BATCH, _CONTENT, _ITEMS, _UPLOAD = r"/\$batch$", r"/\$value$", r"/items$", r"/AddUsingPath"


@pytest.fixture(scope="module")
def waits() -> Waits:
    return Waits()


@pytest.fixture(scope="module")
def whole(waits: Waits) -> Iterator[Town]:
    undisturbed()  # before this town stands: two cannot be served in one process
    with town(library={"demotion": True, "versioning": True}, sleep=waits, pause="00:00:00", pace=600.0) as made:
        yield made


@pytest.fixture
def place(whole: Town) -> Iterator[Town]:
    yield whole
    whole.site.faults.clear()
    whole.settle()


@pytest.fixture
def council(place: Town) -> Council:
    return next_council(place)


def meanwhile(site: Emulator, path: str, act: Callable[[], None]) -> None:
    """Let a person act while the app's next request to that path is being answered."""

    class Meanwhile(Fault):
        def answer(self, request: Request) -> Any:
            act()

    site.faults.add(Meanwhile("busy", path=path, who="APP"))


def each(count: int, kind: str, **more: object) -> list[Fault]:
    """So many requests go wrong, every other one: each of them once, since a second try goes well."""
    return [Fault(kind, skip=0 if number == 0 else 1, who="APP", **more) for number in range(count)]  # type: ignore[arg-type]


FAULTS = {
    "every request is throttled once": each(12, "throttled", retry_after=3, batched=False),
    "every request meets a busy service without a word of when to come back": each(12, "busy", batched=False),
    "parts of a batch are throttled": each(6, "throttled", retry_after=1, batched=True),
    "a service that asks for more patience than a function has": each(1, "throttled", retry_after=600, path=_CONTENT),
    "a token that ends in the middle": each(4, "unauthorized", batched=False),
    "a digest that ends at the columns": each(1, "digest", method="MERGE"),
    "a digest that ends at a batch of rows": each(2, "digest", method="POST", path=_BATCH),
    "a digest that ends inside a batch": each(2, "digest", method="POST", path=_ITEMS, batched=True),
    "a sign-in page instead of a log": each(1, "html", path=_BATCH),
    "a sign-in page instead of the minutes": each(1, "html", path=_CONTENT),
    "a sign-in page instead of a council's row": each(1, "html", method="POST", path=_ITEMS, batched=False),
    "a sign-in page after the columns were written": each(1, "html_after_commit", method="MERGE"),
    "a sign-in page after the rows were written": each(1, "html_after_commit", method="POST", path=_ITEMS, batched=True),
    "columns that are said to be written and are not": each(1, "ignored_write", method="MERGE"),
    "every request is done and its answer lost": each(12, "reset_after_commit", batched=False),
    "every request is done and answered with an error": each(12, "error_after_commit", status=503, batched=False),
    "every request ends in an error of the service": each(12, "error", batched=False),
    "minutes that break off in the middle": each(2, "truncated_download", path=_CONTENT),
    "somebody wrote in the columns meanwhile": each(2, "stale", method="MERGE"),
    "a save conflict in the columns": each(2, "conflict", method="MERGE"),
    "a save conflict in the rows": each(2, "conflict", method="POST", path=_ITEMS, batched=True),
    "a refusal that passes": each(1, "denied", method="POST", path=_ITEMS, batched=False),
    "a list view threshold at a bad moment": each(1, "threshold", path=_BATCH),
}


@pytest.mark.parametrize("faults", FAULTS.values(), ids=FAULTS.keys())
def test_the_end_is_as_if_nothing_had_gone_wrong(council: Council, faults: list[Fault]) -> None:
    for fault in faults:
        council.place.site.faults.add(fault)
    council.live()
    assert faults[0].count == 1, "the fault met no request"
    assert difference(council) == ""
    assert [one.path for one in council.place.watched().state.parked() if council.name in one.path] == []


def test_a_minute_of_throttling_is_waited_out_as_long_as_asked_and_without_a_question_between(council: Council, waits: Waits) -> None:
    del waits.seconds[:]
    council.place.trips()
    fault = council.place.site.faults.add(Fault("throttled", times=6, retry_after=10, path=_BATCH, who="APP", limits=True))
    council.live()
    refused = [request for request in council.place.trips() if request.status == 429]
    assert (fault.count, len(refused)) == (6, 6)
    assert waits.seconds[:6] == [11.0] * 6, "RateLimit-Reset said one second more than Retry-After"
    assert difference(council) == ""


@pytest.mark.parametrize("kind", ["conflict", "locked", "html", "denied"])
def test_a_draft_that_could_not_be_laid_is_laid_in_the_night(council: Council, kind: str) -> None:
    fault = council.place.site.faults.add(Fault(kind, method="POST", path=_UPLOAD, who="APP"))
    council.live()
    assert fault.count == 1
    night(council.place)
    assert difference(council) == ""


def test_a_file_that_sharepoint_refuses_again_and_again_is_parked_with_the_reason_and_the_night_takes_it_up(council: Council) -> None:
    fault = council.place.site.faults.add(Fault("denied", times=None, path=_CONTENT, who="APP"))
    council.live()
    assert fault.count == 5
    parked = [one for one in council.place.watched().state.parked() if council.name in one.path]
    assert [one.code for one in parked] == ["poison"]
    assert "Sites.Selected" in parked[0].reason
    council.place.site.faults.clear()
    night(council.place)
    assert difference(council) == ""
    assert [one.path for one in council.place.watched().state.parked() if council.name in one.path] == []


def test_a_service_that_is_down_is_tried_on_a_schedule_until_it_is_up(council: Council) -> None:
    fault = council.place.site.faults.add(Fault("busy", times=24, path=_CONTENT, who="APP"))
    council.live()
    assert fault.count == 24, "eight tries, three times"
    assert difference(council) == ""


def test_a_lost_answer_at_every_write_makes_no_row_file_or_event_twice(council: Council) -> None:
    site = council.place.site
    for fault in each(20, "reset_after_commit", method="POST", path=rf"{_ITEMS}|{_UPLOAD}|{_BATCH}", batched=False):
        site.faults.add(fault)
    council.live()
    council.save(april(council.name, bus="Cia Dahl kontaktar kommunerna om körschemat och biljetterna."))
    council.place.settle()
    for title in ("Uppföljning", "Händelser", "Råd", "Rådens möten", "Beslut i anteckningarna"):
        keys = [row["DgKey"] for row in site.list(title).rows()]
        assert len(keys) == len(set(keys))
    drafts = [path for path in site.library(LIBRARY).paths() if path.startswith(DRAFTS) and council.name in path]
    assert len(drafts) == 2, "the draft and its sheet"


def test_a_persons_edit_between_our_read_and_our_write_stands(council: Council) -> None:
    """412 on a file's columns: the cell is written while the program has the minutes in its hands."""
    library = council.place.site.library(LIBRARY)
    meanwhile(council.place.site, _CONTENT, lambda: library.set_cell(council.path(), "DgPlace", "Kafferummet", by="Malin Ek"))
    council.live()
    assert any(request.status == 412 for request in council.place.site.requests)
    assert council.cell("DgPlace") == "Kafferummet"
    library.set_cell(council.path(), "DgPlace", "Sal Linden, Östby sjukhus", by="Malin Ek")
    council.place.settle()
    assert difference(council) == ""


def test_a_persons_edit_of_a_row_between_our_read_and_our_write_stands(council: Council) -> None:
    """412 on a row, in a batch: only the cell that she wrote in is hers."""
    council.live()
    rows = council.place.site.list("Uppföljning")
    key = council.key("körschemat")
    meanwhile(council.place.site, _CONTENT, lambda: rows.set_row(key_field="DgKey", key=key, values={"DgOwner": "Bo Alm"}, by="Malin Ek"))
    council.save(april(council.name, bus="Cia Dahl kontaktar alla kommuner om körschemat."))
    council.place.settle()
    (row,) = [row for row in council.rows("Uppföljning") if row["DgKey"] == key]
    assert (row["Ansvarig"], row["Punkt"]) == ("Bo Alm", "Cia Dahl kontaktar alla kommuner om körschemat.")
    assert [event.data["value"] for event in council.events() if event.by == "Malin Ek"] == [["Bo Alm"]]
