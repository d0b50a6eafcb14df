"""What the jobs do over hours and days: nothing is forgotten, nothing is done twice, and a locked file is taken when it is let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from functions import errors
from functions.jobs.drafting import draft_agenda
from functions.jobs.notices import SUBSCRIPTIONS
from functions.jobs.office import FILES_TO_READ, Pending, await_file, note, pending_files
from functions.jobs.parking import park_message
from functions.jobs.processing import PATIENCE
from functions.jobs.subscriptions import RENEW, keep_subscriptions
from functions.jobs.sweeping import MOST, sweep_libraries
from functions.model.events import EventType
from tests.jobs.office import START, Desk
from tests.pipeline.desk import EYES, minutes

PATH = "Anteckningar/2026-03-05.docx"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def saved(desk: Desk, path: str = PATH, data: bytes | None = None) -> None:
    desk.library.put(path, data if data is not None else minutes("2026-03-05", "Remisser: Bo Alm tar fram ett förslag till nästa möte."))
    desk.notice()


def council_of(desk: Desk, path: str = PATH) -> object:
    file = next(file for file in desk.library.files() if file.path == path)
    return desk.library.columns(file).values.get("DgCouncil")


def test_a_saved_file_is_processed_when_it_has_been_quiet(desk: Desk) -> None:
    saved(desk)
    desk.wait(seconds=20)
    assert council_of(desk) is None
    desk.wait(seconds=30)
    assert council_of(desk) == EYES
    assert pending_files(desk.office) == {}


def test_a_file_that_is_being_typed_waits_until_it_is_quiet(desk: Desk) -> None:
    for _ in range(10):
        saved(desk)
        desk.wait(seconds=15)
    assert council_of(desk) is None
    desk.wait(minutes=1)
    assert council_of(desk) == EYES
    assert sum(ended == "read" or ended == "needs_a_look" for _, ended in desk.ended) == 1


def test_our_own_writing_ends_in_no_second_processing(desk: Desk) -> None:
    saved(desk)
    desk.wait(minutes=2)
    writes = desk.library.writes
    for _ in range(5):
        desk.notice()
        desk.wait(minutes=2)
    assert desk.library.writes == writes


def test_a_lost_message_is_found_by_the_sweep(desk: Desk) -> None:
    saved(desk)
    desk.lose = {FILES_TO_READ}
    desk.wait(minutes=30)
    assert council_of(desk) is None
    desk.lose = set()
    assert sweep_libraries(desk.office).files == 1
    desk.wait(minutes=1)
    assert council_of(desk) == EYES


def test_a_sweep_leaves_word_for_the_oldest_of_very_many_files_that_wait_their_turn(desk: Desk) -> None:
    for number in range(MOST + 50):
        note(desk.office, f"file{number:03}", Pending(due=(START - timedelta(hours=1, seconds=number)).isoformat(), first=START.isoformat()))
    assert sweep_libraries(desk.office).files == MOST
    told = {message["file"] for _, queue, message in desk.letters.sent if queue == FILES_TO_READ}
    assert told == {f"file{number:03}" for number in range(50, MOST + 50)}


def test_where_a_council_starts_is_not_told_while_files_wait_to_be_read(desk: Desk) -> None:
    for day in ("2026-01-15", "2026-02-12", "2026-03-05"):
        saved(desk, f"Anteckningar/{day}.docx", minutes(day, "Remisser: Bo Alm tar fram ett förslag."))
    desk.wait(minutes=2)
    (council,) = desk.library.councils()
    await_file(desk.office, "one that was not read yet", delay=3600)
    draft_agenda(desk.office, council.key)
    assert EventType.STARTED not in {event.type for event in desk.library.events_of(council.key)}
    note(desk.office, "one that was not read yet", None)
    draft_agenda(desk.office, council.key)
    assert EventType.STARTED in {event.type for event in desk.library.events_of(council.key)}


def test_without_any_notice_the_sweep_finds_the_change(desk: Desk) -> None:
    desk.library.put(PATH, minutes("2026-03-05", "Remisser: Bo Alm tar fram ett förslag."))
    sweep_libraries(desk.office)
    desk.wait(minutes=2)
    assert council_of(desk) == EYES


def test_a_crash_after_the_book_and_before_the_cursor_forgets_nothing(desk: Desk) -> None:
    saved(desk, "a.docx")
    desk.wait(minutes=2)
    saved(desk, PATH)
    real, desk.state.store_cursor = desk.state.store_cursor, lambda *_: (_ for _ in ()).throw(RuntimeError("dead"))  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        desk.wait(minutes=2)
    desk.state.store_cursor = real  # type: ignore[method-assign]
    desk.notice()
    desk.wait(minutes=2)
    assert council_of(desk) == EYES


def test_a_locked_file_is_tried_for_a_day_and_taken_when_it_is_let_go(desk: Desk) -> None:
    saved(desk)
    desk.library.locked = {file.id for file in desk.library.files()}
    desk.wait(hours=25)
    assert council_of(desk) is None
    tries = [ended for queue, ended in desk.ended if ended == "waiting"]
    assert 24 <= len(tries) <= 40
    desk.library.locked = set()
    desk.wait(hours=1, minutes=1)
    assert council_of(desk) == EYES


def test_a_file_locked_for_longer_is_parked_with_its_reason_and_tried_again_at_night(desk: Desk) -> None:
    saved(desk)
    desk.library.locked = {file.id for file in desk.library.files()}
    desk.wait(seconds=PATIENCE.total_seconds() + 3 * 3600)
    (parked,) = desk.state.parked()
    assert parked.code == "gave_up"
    assert pending_files(desk.office) == {}
    desk.library.locked = set()
    desk.now = desk.now.replace(hour=4) + timedelta(days=1)
    assert sweep_libraries(desk.office).full
    desk.wait(minutes=2)
    assert council_of(desk) == EYES
    assert desk.state.parked() == ()


def test_a_service_that_does_not_answer_is_asked_on_the_same_schedule_and_never_sooner_than_it_said(desk: Desk) -> None:
    saved(desk)
    real, desk.library.fetch = desk.library.fetch, lambda *_: (_ for _ in ()).throw(errors.Throttled(600))  # type: ignore[method-assign]
    desk.wait(minutes=9)
    assert [ended for _, ended in desk.ended if ended == "waiting"] == ["waiting"]
    desk.library.fetch = real  # type: ignore[method-assign]
    desk.wait(minutes=3)
    assert council_of(desk) == EYES


def test_a_file_that_fails_for_a_reason_outside_it_is_parked_with_that_reason(desk: Desk) -> None:
    saved(desk)
    desk.library.fetch = lambda *_: (_ for _ in ()).throw(errors.NoAccess("Behörighet saknas (403)."))  # type: ignore[method-assign]
    with pytest.raises(errors.NoAccess):
        desk.wait(minutes=2)
    (file,) = pending_files(desk.office)
    park_message(desk.office, queue=FILES_TO_READ, body={"file": file})
    assert [(entry.path, entry.reason) for entry in desk.state.parked()] == [(PATH, "Behörighet saknas (403). Nytt försök görs i natt.")]
    assert pending_files(desk.office) == {}


def test_when_another_run_reads_the_library_the_message_comes_again(desk: Desk) -> None:
    saved(desk)
    with desk.state.lease("library"):
        desk.wait(minutes=2)
    assert council_of(desk) is None
    desk.wait(minutes=2)
    assert council_of(desk) == EYES


def test_an_aged_cursor_compares_the_whole_library_and_loses_no_file(desk: Desk) -> None:
    saved(desk, "a.docx")
    desk.wait(minutes=2)
    saved(desk, PATH)
    desk.library.age_cursors()
    desk.wait(minutes=2)
    assert council_of(desk) == EYES


def test_the_night_s_comparison_is_asked_for_once_a_day(desk: Desk) -> None:
    told = []
    for _ in range(30):
        told.append(sweep_libraries(desk.office).full)
        desk.wait(hours=2)
    assert sum(told) == 3


def test_a_deleted_file_is_taken_out(desk: Desk) -> None:
    saved(desk)
    desk.wait(minutes=2)
    desk.library.delete(PATH)
    desk.notice()
    desk.wait(minutes=2)
    assert desk.library.events_of("samordningsråd-ögonsjukvård")
    assert [ended for _, ended in desk.ended][-1] == "deleted"
    assert pending_files(desk.office) == {}


def test_a_message_that_names_nothing_is_refused_so_that_it_is_parked(desk: Desk) -> None:
    desk.letters.send(FILES_TO_READ, {})
    with pytest.raises(errors.BadUsage):
        desk.wait(seconds=1)
    assert park_message(desk.office, queue=FILES_TO_READ, body=None) == "files-to-read:library"
    assert [entry.code for entry in desk.state.parked()] == ["poison"]


def test_webhooks_are_made_once_renewed_in_time_and_made_again_when_they_vanish(desk: Desk) -> None:
    hooks = desk.library.subscriptions
    assert keep_subscriptions(desk.office).made == 2
    assert set(desk.state.notes(SUBSCRIPTIONS)) == set(hooks.here)
    assert set(hooks.states.values()) == {"hemligt"}
    assert keep_subscriptions(desk.office).made == 0
    desk.now += timedelta(days=170) - RENEW + timedelta(days=1)
    assert keep_subscriptions(desk.office).renewed == 2
    assert min(one.expires for one in hooks.here.values()) - desk.now > timedelta(days=150)
    hooks.vanish()
    assert keep_subscriptions(desk.office).made == 2
    assert set(desk.state.notes(SUBSCRIPTIONS)) == set(hooks.here)


def test_webhooks_are_made_anew_when_the_secret_is_changed(desk: Desk) -> None:
    hooks = desk.library.subscriptions
    keep_subscriptions(desk.office)
    kept = keep_subscriptions(replace(desk.office, client_state="annat"))
    assert (kept.made, kept.ended) == (2, 2)
    assert {hooks.states[one] for one in hooks.here} == {"annat"}
    assert "annat" not in str(desk.state.notes(SUBSCRIPTIONS))


def test_where_webhooks_are_not_allowed_it_is_told_and_nothing_stops(desk: Desk) -> None:
    desk.library.subscriptions.refused = errors.NoAccess("Rollen manage saknas.")
    assert keep_subscriptions(desk.office).failed == "Rollen manage saknas."
    desk.library.put(PATH, minutes("2026-03-05"))
    sweep_libraries(desk.office)
    desk.wait(minutes=2)
    assert council_of(desk) == EYES
