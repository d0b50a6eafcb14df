"""The state in a storage account keeps the contract, outlives a process, and loses nothing when two write; Azurite answers, no mock."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from functions import errors
from functions.state.azure import AzureState, clients
from functions.state.azure.keys import key_of
from functions.state.port import BaseValues, Parked, Processed, State
from tests.state.contract import OUTCOME, StateContract

LONG = "åäö 😀 " * 40_000


class TestAzureState(StateContract):
    @pytest.fixture
    def state(self, storage: str) -> State:
        return AzureState(storage)


class TestAzureStateThatForgetsAfterEachStep(StateContract):
    """As the functions use it: what one call wrote is read by another."""

    @pytest.fixture
    def state(self, storage: str) -> State:
        return ForgetfulState(storage)


class ForgetfulState(AzureState):
    def __getattribute__(self, name: str):
        if not name.startswith("_") and name != "begin":
            self.begin()
        return super().__getattribute__(name)


@contextmanager
def requests(kind: str) -> Iterator[list[str]]:
    """The HTTP requests that the packages send meanwhile, those whose line begins so."""
    logger = logging.getLogger("azure.core.pipeline.policies.http_logging_policy")
    seen: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = record.getMessage()
            if text.startswith("Request URL"):
                method = text.split("Request method: '")[1].split("'")[0]
                if method.startswith(kind):
                    seen.append(f"{method} {text.split(chr(39))[1]}")

    keeper, level = Keeper(), logger.level
    logger.addHandler(keeper)
    logger.setLevel(logging.INFO)
    try:
        yield seen
    finally:
        logger.removeHandler(keeper)
        logger.setLevel(level)


def test_another_process_remembers(storage: str) -> None:
    state = AzureState(storage)
    state.store_cursor("https://regionen.sharepoint.com/sites/rad#1?a=å", "1;3;guid;638;2")
    state.store_base_values("f", BaseValues(last={"DgOppna": 1.0}))
    state.store_processed("f", OUTCOME)
    later = AzureState(storage)
    assert (later.cursor("https://regionen.sharepoint.com/sites/rad#1?a=å"), later.processed("f")) == ("1;3;guid;638;2", OUTCOME)
    assert isinstance(later.base_values("f").last["DgOppna"], float)


def test_a_state_that_was_never_written_reads_as_empty_and_makes_nothing(storage: str) -> None:
    with requests("") as seen:
        state = AzureState(storage)
        assert (state.cursor("a"), state.base_values("a"), state.processed("a"), state.parked(), state.notes("a")) == (
            None,
            BaseValues(),
            None,
            (),
            {},
        )
        state.forget("a")
    assert {line.split()[0] for line in seen} == {"GET"}


def test_what_stands_there_already_is_not_written_again(storage: str) -> None:
    def write(state: AzureState) -> None:
        state.store_cursor("library", "1")
        state.store_base_values("f", BaseValues(last={"DgOppna": 1}, earlier={"DgOppna": (0,)}))
        state.store_processed("f", OUTCOME)
        state.park(Parked("f", "a.docx", "Lösenord", "encrypted"))
        state.store_notes("files", {"a": "1", "b": LONG})

    write(AzureState(storage))
    with requests("P") as writes:
        write(AzureState(storage))
    assert writes == []


def test_a_unit_of_work_reads_the_files_once(storage: str) -> None:
    state = AzureState(storage)
    for number in range(30):
        state.store_processed(f"file {number}", OUTCOME)
        state.store_base_values(f"file {number}", BaseValues(last={"DgOppna": number}))
    state.begin()
    with requests("GET") as reads:
        for _ in range(2):
            for number in range(30):
                assert state.base_values(f"file {number}").last == {"DgOppna": number}
                assert state.processed(f"file {number}") == OUTCOME
    assert len(reads) == 4  # three files alone, then all of them
    state.begin()
    with requests("GET") as reads:
        assert state.processed("file 1") == OUTCOME
        assert state.base_values("file 1").last == {"DgOppna": 1}
    assert len(reads) == 1


def test_a_new_unit_of_work_sees_what_others_wrote(storage: str) -> None:
    state, other = AzureState(storage), AzureState(storage)
    state.store_processed("f", Processed("v1", "r", "i", "read"))
    assert other.processed("f") == Processed("v1", "r", "i", "read")
    state.store_processed("f", OUTCOME)
    assert other.processed("f") == Processed("v1", "r", "i", "read")
    other.begin()
    assert other.processed("f") == OUTCOME


def test_a_cursor_never_goes_back_over_another_runs(storage: str) -> None:
    slow, quick = AzureState(storage), AzureState(storage)
    slow.store_cursor("library", "1")
    assert (slow.cursor("library"), quick.cursor("library")) == ("1", "1")
    quick.store_cursor("library", "3")
    with pytest.raises(errors.Conflict):
        slow.store_cursor("library", "2")
    assert AzureState(storage).cursor("library") == "3"
    assert slow.cursor("library") == "3"  # and it knows better now
    slow.store_cursor("library", "4")
    assert AzureState(storage).cursor("library") == "4"


def test_of_two_first_writes_one_is_refused(storage: str) -> None:
    first, second = AzureState(storage), AzureState(storage)
    assert (first.processed("f"), second.processed("f")) == (None, None)
    first.store_processed("f", OUTCOME)
    with pytest.raises(errors.Conflict):
        second.store_processed("f", Processed("old", "r", "i", "read"))
    assert AzureState(storage).processed("f") == OUTCOME


def test_a_file_that_another_run_forgot_does_not_come_back(storage: str) -> None:
    first, second = AzureState(storage), AzureState(storage)
    first.store_processed("f", OUTCOME)
    assert second.processed("f") == OUTCOME
    first.forget("f")
    with pytest.raises(errors.Conflict):
        second.store_processed("f", Processed("old", "r", "i", "read"))
    assert AzureState(storage).processed("f") is None


@pytest.mark.parametrize("changes", [{"f": None}, {"f": "done", "g": None}])
def test_a_note_that_was_read_is_not_written_over_a_newer_one(storage: str, changes: dict[str, str | None]) -> None:
    sweeper, reader = AzureState(storage), AzureState(storage)
    reader.store_notes("pending", {"f": "due 1", "g": "due 1"})
    assert sweeper.notes("pending") == {"f": "due 1", "g": "due 1"}
    reader.store_notes("pending", {"f": "due 2"})
    with pytest.raises(errors.Conflict):
        sweeper.store_notes("pending", changes)
    assert AzureState(storage).notes("pending") == {"f": "due 2", "g": "due 1"}
    assert sweeper.notes("pending") == {"f": "due 2", "g": "due 1"}
    sweeper.store_notes("pending", {"f": None})
    assert AzureState(storage).notes("pending") == {"g": "due 1"}


def test_notes_are_read_anew_at_each_question(storage: str) -> None:
    state, other = AzureState(storage), AzureState(storage)
    assert state.notes("pending") == {}
    other.store_notes("pending", {"f": "1"})
    assert state.notes("pending") == {"f": "1"}


def test_a_single_note_of_a_book_that_was_not_read_costs_one_request(storage: str) -> None:
    AzureState(storage).store_notes("pending", {"f": "1", "g": "1"})
    with requests("") as seen:
        AzureState(storage).store_notes("pending", {"f": "2"})
        AzureState(storage).store_notes("pending", {"g": None})
        AzureState(storage).store_notes("pending", {"never": None})
    assert [line.split()[0] for line in seen] == ["PUT", "DELETE", "DELETE"]
    assert AzureState(storage).notes("pending") == {"f": "2"}


def test_a_value_that_is_too_large_for_a_table_leaves_no_blob_when_it_is_gone(storage: str) -> None:
    state = AzureState(storage)
    state.store_base_values("f", BaseValues(last={"DgVarfor": LONG}))
    state.store_notes("files", {"a": LONG})
    assert len(blobs_under(storage, "values/")) == 2
    assert AzureState(storage).base_values("f").last == {"DgVarfor": LONG}
    state.store_base_values("f", BaseValues(last={"DgVarfor": LONG + "."}))
    assert len(blobs_under(storage, "values/")) == 2
    state.forget("f")
    state.store_notes("files", {"a": "short"})
    assert blobs_under(storage, "values/") == []


def test_a_large_value_that_is_replaced_while_it_is_read_is_read_again(storage: str) -> None:
    state, other = AzureState(storage), AzureState(storage)
    state.store_notes("files", {"a": LONG})
    download = other._container.download_blob

    def late(*told, **options):
        state.store_notes("files", {"a": LONG + "2"})
        return download(*told, **options)

    other._container.download_blob = late  # type: ignore[method-assign]
    assert other.notes("files") == {"a": LONG + "2"}


def test_large_notes_are_written_in_batches_that_azure_takes(storage: str) -> None:
    many = {f"{number:03}": chr(0xE5) * 29_000 for number in range(120)}
    AzureState(storage).store_notes("files", many)
    assert AzureState(storage).notes("files") == many


@pytest.mark.parametrize("text", ["Råd/Å ä ö.docx", "a#b?c\\d/e", "100%", "", " ", "=", "a\tb\x00\x9f", "😀", "x" * 2_000, "Å" * 900, "'"])
def test_any_text_can_be_a_key(storage: str, text: str) -> None:
    state = AzureState(storage)
    state.store_processed(text, OUTCOME)
    state.store_notes(text, {text: "1", text + "x": "2"})
    with state.lease(text):
        pass
    later = AzureState(storage)
    assert later.processed(text) == OUTCOME
    assert later.notes(text) == {text: "1", text + "x": "2"}


def test_two_texts_never_share_a_key() -> None:
    texts = ["", "=", "==", "=20", " ", "a b", "a=20b", "Å", "å", "A", "a", "x" * 400, "x" * 401, "å" * 400, "å" * 401]
    assert len({key_of(text) for text in texts}) == len(texts)
    assert all(0 < len(key_of(text)) <= 400 for text in texts)


def test_the_packages_do_not_log_the_names_of_our_rows(storage: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    AzureState(storage).store_processed("Rådets anteckningar.docx", OUTCOME)
    assert "anteckningar" not in caplog.text


def blobs_under(storage: str, start: str) -> list[str]:
    return [blob.name for blob in clients.blobs(storage, None).get_container_client("dagordning").list_blobs(name_starts_with=start)]
