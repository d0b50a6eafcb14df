"""Files that are held, hard names, large libraries, notices and logs that cannot be trusted: sooner or later all is as it should be."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from functions.library.sharepoint import changelog, desk, items, log, rows
from functions.publishing.lists import FOLLOW_UP, MEETINGS
from tests.sharepoint.faults import Fault
from tests.sharepoint.notifier import Mischief
from tests.sharepoint.pnp_client import PnPError
from tests.sharepoint.town import LIBRARY, Town, town
from tests.whole.saving import FILE, Council, Waits, april, difference, next_council, night, undisturbed


@pytest.fixture(scope="module")
def whole() -> Iterator[Town]:
    undisturbed()
    with town(library={"demotion": True, "versioning": True}, sleep=Waits(), pause="00:00:00", pace=600.0) as made:
        next_council(made).live()  # another council is known, and a token of the log, whichever test comes first
        yield made


@pytest.fixture
def place(whole: Town) -> Iterator[Town]:
    yield whole
    whole.site.faults.clear()
    whole.site.notifier.mischief = Mischief()
    whole.settle()


@pytest.fixture
def council(place: Town) -> Council:
    return next_council(place)


def wait_for(told: Callable[[], bool]) -> None:
    """Wait until it is so."""
    for _ in range(1200):
        if told():
            return
        time.sleep(0.05)
    raise TimeoutError


def reading(council: Council) -> list[tuple[object, object]]:
    """What Rådens möten says of the reading of the council's file."""
    told = [row for row in council.place.site.list(MEETINGS).rows() if council.name in str(row["DgSource"])]
    return [(row["DgReading"], row["DgReadingReason"]) for row in told if row["DgHeld"] != "Kommande"]


# Files that are held.


def test_minutes_that_are_open_in_word_say_so_in_the_list_and_are_filled_in_when_they_are_closed(council: Council) -> None:
    library = council.place.site.library(LIBRARY)
    council.save()
    library.lock(council.path(), by="Malin Ek")
    before = library.data(council.path())
    council.place.site.notifier.flush()
    wait_for(lambda: bool(reading(council)))
    ((status, reason),) = reading(council)
    assert status == "Väntar"
    assert "öppen i Word" in str(reason)
    assert library.data(council.path()) == before
    assert council.cell("DgReading") is None
    assert len(council.rows(FOLLOW_UP)) == 2, "what the minutes say is told all the same"
    library.unlock(council.path())
    council.place.settle()
    assert reading(council) == [("Inläst", None)]
    assert difference(council) == ""


def test_minutes_that_are_checked_out_wait_until_they_are_checked_in(council: Council) -> None:
    council.save()
    council.malin.check_out(council.path())
    council.place.site.notifier.flush()
    wait_for(lambda: bool(reading(council)))
    assert reading(council)[0][0] == "Väntar"
    council.malin.check_in(council.path())
    council.place.settle()
    assert difference(council) == ""


def test_a_file_that_cannot_be_written_for_some_tries_is_tried_on_the_schedule(council: Council) -> None:
    fault = council.place.site.faults.add(Fault("locked", method="MERGE", times=3, who="APP"))
    council.live()
    assert fault.count == 3
    assert difference(council) == ""


# Notices.


def test_lost_notices_are_made_good_by_the_sweep(council: Council) -> None:
    council.place.site.notifier.mischief = Mischief(lose=100)
    council.live()
    assert council.rows(FOLLOW_UP) == []
    council.place.site.notifier.mischief = Mischief()
    council.place.run_timer("sweep_libraries")
    council.place.settle()
    assert difference(council) == ""


def test_notices_that_come_twice_and_in_the_wrong_order_do_nothing_twice(council: Council) -> None:
    council.place.site.notifier.mischief = Mischief(double=20, hold_back=2)
    council.save()
    council.place.site.notifier.flush()
    for number in range(3):
        council.place.site.list(FOLLOW_UP).add_row({"Title": f"Rad {number}"}, by="Malin Ek")
        council.place.site.notifier.flush()
    council.place.settle()
    assert difference(council) == ""


def test_forged_notices_are_refused_and_ask_sharepoint_nothing(council: Council) -> None:
    council.live()
    site, address = council.place.site, council.place.environment["DAGORDNING_NOTIFICATION_URL"]
    council.place.trips()
    someone = next(iter(site.subscriptions.values()))
    assert site.notifier.forge(address).status == 403
    assert site.notifier.forge(address, subscriptionId=someone.id, clientState="gissning").status == 403
    assert site.notifier.forge(address, subscriptionId="okänd", clientState="made-up-secret").status == 202
    council.place.settle()
    assert council.place.trips() == []
    assert difference(council) == ""


def test_webhooks_that_are_silently_gone_are_made_anew(council: Council) -> None:
    site = council.place.site
    count = len(site.subscriptions)
    site.subscriptions.clear()
    council.place.run_timer("keep_subscriptions")
    assert len(site.subscriptions) == count > 0
    council.live()
    assert difference(council) == ""


# The change log.


def test_a_log_that_has_forgotten_everything_since_our_token_compares_everything(council: Council) -> None:
    """SharePoint answers an old token with nothing, and without an error."""
    place = council.place
    aged(place, days=61)
    council.place.site.faults.add(Fault("empty_changes", times=None, who="APP"))
    council.live()
    assert difference(council) == ""


def test_a_change_that_the_log_leaves_out_is_found_in_the_night(council: Council) -> None:
    council.place.site.faults.add(Fault("empty_changes", times=None, path="getchanges", who="APP"))
    council.live()
    assert council.rows(FOLLOW_UP) == []
    council.place.site.faults.clear()
    night(council.place, council)
    assert difference(council) == ""


def aged(place: Town, *, days: int) -> None:
    """Let the stored cursor be so many days old."""
    import json

    from functions.jobs.reading_changes import CURSOR

    state = place.watched().state
    held = json.loads(state.cursor(CURSOR) or "")
    ticks = int(timedelta(days=days).total_seconds()) * 10_000_000
    for identity, token in held["tokens"].items():
        parts = token.split(";")
        held["tokens"][identity] = ";".join([*parts[:3], str(int(parts[3]) - ticks), parts[4]])
    state.store_cursor(CURSOR, json.dumps(held))


# Names and numbers.

NAMES = [
    "2026-04-16 100 % klart.docx",
    "2026-04-16 nr #3.docx",
    "2026-04-16 rådets 'egna' anteckning.docx",
    "2026-04-16 fråga & svar + mer.docx",
    "2026-04-16 möte 😀.docx",
    f"2026-04-16 {'lång ' * 30}slut.docx",
    "2026-04-16 %20 och %C3%A5.docx",
]


def test_hard_names_are_no_obstacle(place: Town) -> None:
    councils = {name: next_council(place) for name in NAMES}
    for name, council in councils.items():
        council.save(name=name)
    place.settle()
    assert {name: difference(council, name=name) for name, council in councils.items()} == dict.fromkeys(NAMES, "")
    library = place.site.library(LIBRARY)
    assert all(council.malin.read(council.path(name)) == library.data(council.path(name)) for name, council in councils.items())


def test_a_hard_folder_name_is_no_obstacle(place: Town) -> None:
    council = next_council(place)
    folder = "Å&Ä #1 100% 'råd' + mer"
    council.malin.add_folder(folder)
    council.malin.save(f"{folder}/{FILE}", april(council.name))
    place.settle()
    assert place.site.library(LIBRARY).cell(f"{folder}/{FILE}", "DgCouncil") == council.name
    assert [row["Källa"] for row in council.rows(FOLLOW_UP)] == [f"{folder}/{FILE}"] * 2
    place.site.library(LIBRARY).rename(folder, f"{folder} igen")
    place.settle()
    assert [row["Källa"] for row in council.rows(FOLLOW_UP)] == [f"{folder} igen/{FILE}"] * 2


def test_lists_and_a_library_beyond_the_threshold_are_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    """SharePoint refuses a question for which it must look through more than 5,000. Here a tenth of everything: the threshold, our pages."""
    undisturbed()
    for module, name in ((rows, "PAGE"), (items, "PAGE"), (desk, "PAGE"), (desk, "_FEW"), (log, "PAGE"), (log, "_SMALL"), (changelog, "MOST")):
        monkeypatch.setattr(module, name, getattr(module, name) // 10)
    with town(library={"demotion": True, "versioning": True}, pause="00:00:00", webhooks=False, threshold=500) as place:
        library, points, events = place.site.library(LIBRARY), place.site.list(FOLLOW_UP), place.site.list("Händelser")
        for number in range(510):
            library.put(f"Arkiv/{number}.txt", b"x", by="Malin Ek")
            about = {"DgCouncil": "Ett annat råd", "DgKey": f"annat/{number}", "DgBase": '{"cells":{"DgCouncil":"Ett annat råd"}}'}
            points.add_row(about, by="APP")
            events.add_row({**about, "DgEvent": "[]"}, by="APP")
        council = next_council(place)
        for bus in ("Cia Dahl kontaktar kommunerna om en ny buss.", None):
            council.save(april(council.name, bus=bus) if bus else None)
            place.run_timer("sweep_libraries")
            place.settle()
        assert difference(council, events=False) == ""
        assert [refused for refused in place.site.refused if refused.code == -2147024860] == []
        with pytest.raises(PnPError, match="threshold"):  # the emulator does refuse
            council.malin.rows(FOLLOW_UP, filter="DgOwner eq 'x'")
