"""The change log: what is told since a token, in which order, and what is never told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sharepoint.asking import LIGHT, VERBOSE, Asking, refused, word
from tests.sharepoint.clock import ticks
from tests.sharepoint.emulator import Emulator, Fault
from tests.sharepoint.hands import LibraryHandle

LIST = "web/lists/getbytitle('Anteckningar')"
ALL = {"Item": True, "Add": True, "Update": True, "DeleteObject": True, "Rename": True, "Move": True, "Restore": True}
ADDED, UPDATED, DELETED, RENAMED, MOVED, RESTORED = 1, 2, 3, 4, 6, 7


@pytest.fixture
def site() -> Iterator[Emulator]:
    with Emulator().running() as one:
        one.add_library("Anteckningar").add_column("DgCouncil")
        yield one


@pytest.fixture
def library(site: Emulator) -> LibraryHandle:
    return site.library("Anteckningar")


@pytest.fixture(params=[LIGHT, VERBOSE], ids=["light", "verbose"])
def ask(site: Emulator, request) -> Asking:
    return Asking(site, request.param)


def token(ask: Asking) -> str:
    return ask.told(f"{LIST}?$select=CurrentChangeToken")["CurrentChangeToken"]["StringValue"]


def since(ask: Asking, start: str | None, **flags) -> list[dict]:
    query = {**ALL, **flags} | ({"ChangeTokenStart": {"StringValue": start}} if start else {})
    answer = ask("POST", f"{LIST}/getchanges", {"query": query})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    return body["d"]["results"] if ask.accept == VERBOSE else body["value"]


def kinds(changes: list[dict]) -> list[int]:
    return [one["ChangeType"] for one in changes]


def test_everything_that_happens_to_a_file_is_told_once_and_in_order(library, ask):
    library.put("a.docx", word("x"))
    start = token(ask)
    library.put("b.docx", word("y"))
    library.set_cell("b.docx", "DgCouncil", "S")
    library.rename("b.docx", "c.docx")
    library.folder("Råd")
    library.rename("c.docx", "Råd/c.docx")
    library.delete("Råd/c.docx")
    library.restore("Råd/c.docx")
    told = since(ask, start)
    assert kinds(told) == [ADDED, UPDATED, RENAMED, ADDED, MOVED, DELETED, RESTORED]
    identity = library.item("Råd/c.docx").unique_id
    assert [one["UniqueId"] for one in told if one["ItemId"] != told[3]["ItemId"]] == [identity] * 6


def test_our_own_writes_are_told_as_anybodys(library, ask):
    library.put("a.docx", word("x"))
    start = token(ask)
    body = {"DgCouncil": "S"} | ({"__metadata": {"type": "SP.Data.AnteckningarItem"}} if ask.accept == VERBOSE else {})
    ask("POST", f"{LIST}/items(1)", body, X_HTTP_Method="MERGE", If_Match="*")
    assert kinds(since(ask, start)) == [UPDATED]


def test_a_renamed_folder_is_one_line_and_its_files_are_none(library, ask):
    library.put("Råd/a.docx", word("x"))
    start = token(ask)
    library.rename("Råd", "Rådet")
    assert kinds(since(ask, start)) == [RENAMED]


def test_a_token_of_a_change_tells_what_came_after_it_and_no_sooner(library, ask):
    start = token(ask)
    for number in range(5):
        library.put(f"{number}.docx", word("x"))
    whole = since(ask, start)
    assert since(ask, whole[1]["ChangeToken"]["StringValue"]) == whole[2:]
    assert since(ask, whole[-1]["ChangeToken"]["StringValue"]) == []
    assert since(ask, start, FetchLimit=2) == whole[:2]
    assert since(ask, None) == whole


def test_a_made_up_token_of_an_instant_is_taken(site, library, ask):
    library.put("a.docx", word("x"))
    instant = ticks(site.clock.now())
    library.put("b.docx", word("x"))
    assert kinds(since(ask, f"1;3;{library.id};{instant};-1")) == [ADDED]


def test_an_outdated_token_tells_nothing_and_is_no_error(site, library, ask):
    start = token(ask)
    library.put("a.docx", word("x"))
    site.clock.advance(days=59)
    assert kinds(since(ask, start)) == [ADDED]
    site.clock.advance(days=2)
    library.put("b.docx", word("x"))
    assert since(ask, start) == []


def test_flags_choose_what_is_told_and_without_item_it_is_the_list(library, ask):
    library.put("a.docx", word("x"))
    library.delete("a.docx")
    assert kinds(since(ask, None, DeleteObject=False)) == [ADDED]
    assert since(ask, None, Item=False, List=True) == []


def test_never_more_than_two_thousand_at_once(library, ask):
    library.put("a.pdf", b"x")
    for _ in range(2100):
        library.set_cell("a.pdf", "DgCouncil", "S")
    assert len(since(ask, None)) == 1000
    assert len(since(ask, None, FetchLimit=5000)) == 2000


@pytest.mark.parametrize(
    "query",
    [
        {"ChangeTokenStart": "1;3;x;1;1"},
        {"ChangeTokenStart": {"StringValue": "nonsense"}},
        {"ChangeTokenStart": {"StringValue": "1;3;00000000-0000-0000-0000-000000000000;638000000000000000;1"}},
        {"Item": "yes"},
        {"Items": True},
    ],
)
def test_a_query_that_makes_no_sense_is_refused(ask, query):
    assert refused(ask("POST", f"{LIST}/getchanges", {"query": {**ALL, **query}}))[0] == 400


def test_a_change_can_be_left_out_or_all_of_them(site, library, ask):
    start = token(ask)
    library.put("a.docx", word("x"))
    library.put("b.docx", word("x"))
    site.faults.add(Fault("missing_change", path="getchanges"))
    assert len(since(ask, start)) == 1
    site.faults.add(Fault("empty_changes", path="getchanges"))
    assert since(ask, start) == []
    assert len(since(ask, start)) == 2
