"""SharePoint answers badly while minutes are taken in: it asks for patience, forgets who we are, lies, breaks the line; the end is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from functions.triggers import opened
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
    with town(library={"demotion": True, "versioning": True}, sleep=waits, pause="00:00:00", pace=600.0, validate_honours_if_match=True) as made:
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
    "a digest that ends at a batch, inside one and at the columns": [
        *each(2, "digest", method="POST", path=_BATCH),
        *each(2, "digest", method="POST", path=_ITEMS, batched=True),
        *each(1, "digest", method="MERGE"),
    ],
    "a sign-in page instead of a log, the minutes and a council's row": [
        *each(1, "html", path=_BATCH),
        *each(1, "html", path=_CONTENT),
        *each(1, "html", method="POST", path=_ITEMS, batched=False),
    ],
    "a sign-in page after the columns and after the rows were written": [
        *each(1, "html_after_commit", method="MERGE"),
        *each(1, "html_after_commit", method="POST", path=_ITEMS, batched=True),
    ],
    "columns that are said to be written and are not": each(1, "ignored_write", method="MERGE"),
    "every request is done and its answer lost": each(12, "reset_after_commit", batched=False),
    "every request is done and answered with an error": each(12, "error_after_commit", status=503, batched=False),
    "every request ends in an error of the service": each(12, "error", batched=False),
    "minutes that break off in the middle": each(2, "truncated_download", path=_CONTENT),
    "somebody wrote in the columns and in the rows meanwhile": [
        *each(2, "stale", method="MERGE"),
        *each(2, "conflict", method="POST", path=_ITEMS, batched=True),
    ],
    "a save conflict in the columns": each(2, "conflict", method="MERGE"),
    "a refusal that passes, and a threshold at a bad moment": [
        *each(1, "denied", method="POST", path=_ITEMS, batched=False),
        *each(1, "threshold", path=_BATCH),
    ],
}


@pytest.mark.parametrize("faults", FAULTS.values(), ids=FAULTS.keys())
def test_the_end_is_as_if_nothing_had_gone_wrong(council: Council, faults: list[Fault]) -> None:
    sure = [fault for fault in faults if not fault.skip]
    for fault in faults:
        council.place.site.faults.add(fault)
    council.live()
    assert all(fault.count == 1 for fault in sure), "a fault met no request"
    assert difference(council) == ""
    assert parked(council) == []


@pytest.mark.parametrize("kind", ["has_exception", "ignored_write", "stale", "reset_after_commit"])
def test_a_write_without_a_version_that_fails_with_status_200_or_else_is_made_again(
    council: Council, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("DAGORDNING_VERSIONLESS_WRITES", "true")
    opened.forget()
    try:
        fault = council.place.site.faults.add(Fault(kind, method="POST", path="ValidateUpdateListItem", who="APP"))
        council.live()
        assert fault.count == 1
        assert difference(council) == ""
        assert len(council.place.site.library(LIBRARY).versions(council.path())) == 1
    finally:
        opened.forget()


def test_a_minute_of_throttling_is_waited_out_as_long_as_asked_and_without_a_question_between(council: Council, waits: Waits) -> None:
    del waits.seconds[:]
    council.place.trips()
    fault = council.place.site.faults.add(Fault("throttled", times=6, retry_after=10, path=_BATCH, who="APP", limits=True))
    council.live()
    refused = [request for request in council.place.trips() if request.status == 429]
    assert (fault.count, len(refused)) == (6, 6)
    assert waits.seconds[:6] == [11.0] * 6, "RateLimit-Reset said one second more than Retry-After"
    assert difference(council) == ""


def test_what_could_not_be_done_by_day_is_done_in_the_night(place: Town) -> None:
    """A draft that was not laid for one of four reasons, and minutes that SharePoint refuses again and again, parked with the reason."""
    councils = {kind: next_council(place) for kind in ("conflict", "locked", "html", "denied")}
    for kind, council in councils.items():
        fault = place.site.faults.add(Fault(kind, method="POST", path=_UPLOAD, who="APP"))
        council.live()
        assert fault.count == 1
        assert not any("Förslag till dagordning Sam" in path for path in council.drafts())
    refused = councils["refused"] = next_council(place)
    fault = place.site.faults.add(Fault("denied", times=None, path=_CONTENT, who="APP"))
    refused.live()
    assert fault.count == 5
    assert [(code, "Sites.Selected" in reason) for code, reason in parked(refused)] == [("poison", True)]
    place.site.faults.clear()
    night(place, *councils.values())
    assert {kind: difference(council) for kind, council in councils.items()} == dict.fromkeys(councils, "")
    assert [parked(council) for council in councils.values()] == [[]] * 5


def parked(council: Council) -> list[tuple[str, str]]:
    """Why files of the council are parked."""
    return [(one.code, one.reason) for one in council.place.watched().state.parked() if council.name in one.path]


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
