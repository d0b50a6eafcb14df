"""A person saves minutes through PnPjs; the functions, served over HTTP, Azurite and the emulator, do the rest."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest

from functions.model.events import EventType
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.publishing.schema import KEY, site_schema
from tests.pipeline.desk import EYES, minutes
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.town import LIBRARY, Town, town

KEY_OF_EYES = "samordningsråd-ögonsjukvård"
MALIN = "person:Malin Ek"
TASK = "Remisser: Bo Alm tar fram ett förslag till gemensam remissmall senast 10 april."
BUS = "Ögonbussen: Cia Dahl kontaktar kommunerna om körschemat."
PATH = "2026-03-05 Mötesanteckning.docx"


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    with town(library={"demotion": True, "versioning": True}) as made:
        yield made


@pytest.fixture(scope="module")
def malin(place: Town) -> Iterator[PnP]:
    with PnP(place.site.url, token=MALIN, library=LIBRARY) as person:
        yield person


@pytest.fixture(scope="module")
def saved(place: Town, malin: PnP) -> Town:
    """Two meetings, the next of which is within three weeks."""
    malin.save(PATH, minutes("2026-03-05", TASK, BUS, "Ny mottagning: Rådet beslutar att öppna en kväll i veckan.", coming=("2026-04-16",)))
    place.settle()
    malin.save("2026-04-16 Mötesanteckning.docx", minutes("2026-04-16", "Läget: Tove Myr informerade.", coming=("2026-05-28",)))
    place.settle()
    return place


def named(title: str, *titles: str) -> list[str]:
    """The internal names of a list's columns."""
    fields = {field.title: field.name for one in site_schema().lists if one.title == title for field in one.fields}
    return [fields[one] for one in titles]


def row_of(malin: PnP, words: str) -> dict[str, Any]:
    (text,) = named(FOLLOW_UP, "Punkt")
    return next(row for row in malin.rows(FOLLOW_UP) if words in str(row[text]))


def events(place: Town, type: EventType) -> list[Any]:
    library = place.watched().library
    library.begin()
    return [event for event in library.events_of(KEY_OF_EYES) if event.type is type]


def test_the_columns_say_who_met_and_what_is_open(saved: Town, malin: PnP) -> None:
    cells = malin.read_columns(PATH)
    assert (cells["DgCouncil"], cells["DgState"], cells["DgReading"], cells["DgOpenItems"]) == (EYES, "Klar", "Inläst", 2)
    assert str(cells["DgMeetingDate"]).startswith("2026-03-0")


def test_the_lists_hold_points_decisions_and_meetings(saved: Town, malin: PnP) -> None:
    owner, status = named(FOLLOW_UP, "Ansvarig", "Status")
    assert row_of(malin, "gemensam remissmall")[owner] == "Bo Alm"
    assert row_of(malin, "körschemat")[status] in ("Öppen", "Ej bekräftad")
    (decision,) = named(DECISIONS, "Beslut")
    assert [row[decision] for row in malin.rows(DECISIONS)] == ["Rådet beslutar att öppna en kväll i veckan."]
    assert len(malin.rows(MEETINGS)) == 3


def test_a_draft_for_the_next_meeting_lies_in_its_folder(saved: Town, malin: PnP) -> None:
    assert f"2026-05-28 Förslag till dagordning {EYES}.docx" in [file["Name"] for file in malin.files("Förslag till dagordning")]


def test_the_words_of_the_minutes_are_untouched(saved: Town, malin: PnP) -> None:
    from functions.reading import read_document

    before = read_document(
        minutes("2026-03-05", TASK, BUS, "Ny mottagning: Rådet beslutar att öppna en kväll i veckan.", coming=("2026-04-16",)), name="a.docx"
    )
    now = read_document(malin.read(PATH), name="a.docx")
    assert [block.text for block in now.blocks] == [block.text for block in before.blocks]
    ours = [request for request in saved.site.requests if request.headers.get("Authorization") == "Bearer APP"]
    sent = [
        unquote(request.path)
        for request in ours
        if re.search(r"/\$value$|/files/add|savebinarystream|/(start|continue|finish)upload", request.path, re.I)
    ]
    assert sent
    assert all("Förslag till dagordning" in path for path in sent if not path.endswith("$value"))
    assert not [request for request in ours if request.path.endswith("$value") and request.verb != "GET"]


def test_saving_again_without_a_change_ends_in_no_second_write(saved: Town, malin: PnP) -> None:
    saved.settle()
    before = len(saved.site.library(LIBRARY).versions(PATH))
    for _ in range(5):
        malin.overwrite(PATH, malin.read(PATH))
        saved.settle()
    assert len(saved.site.library(LIBRARY).versions(PATH)) == before + 5


def test_what_a_person_writes_in_a_cell_stays(saved: Town, malin: PnP) -> None:
    malin.set_columns(PATH, {"DgPlace": "Kafferummet"})
    saved.settle()
    malin.overwrite(PATH, minutes("2026-03-05", TASK, BUS, "Ny mottagning: Rådet beslutar att öppna två kvällar i veckan.", coming=("2026-04-16",)))
    saved.settle()
    cells = malin.read_columns(PATH)
    assert cells["DgPlace"] == "Kafferummet"
    (decision,) = named(DECISIONS, "Beslut")
    assert "Rådet beslutar att öppna två kvällar i veckan." in [row[decision] for row in malin.rows(DECISIONS)]


def test_a_row_changed_answered_and_deleted_ends_as_that_persons_events_and_survives_a_new_reading(saved: Town, malin: PnP) -> None:
    status, owner, text = named(FOLLOW_UP, "Status", "Ansvarig", "Punkt")
    key = row_of(malin, "gemensam remissmall")[KEY]
    malin.update_row(FOLLOW_UP, KEY, key, {status: "Klar", owner: "Cia Dahl"})
    saved.settle()
    edited = {(event.by, event.data["field"]): event.data["value"] for event in events(saved, EventType.EDITED) if event.key == key}
    assert edited[("Malin Ek", "status")] == "done"
    assert ("Malin Ek", "owner") in edited
    gone = row_of(malin, "körschemat")[KEY]
    malin.recycle_row(FOLLOW_UP, KEY, gone)
    saved.settle()
    assert any(event.by == "Malin Ek" and event.key == gone for event in events(saved, EventType.EDITED))
    malin.overwrite(PATH, minutes("2026-03-05", TASK, BUS, "Ny mottagning: Rådet beslutar att öppna tre kvällar i veckan.", coming=("2026-04-16",)))
    saved.settle()
    rows = {row[KEY]: row for row in malin.rows(FOLLOW_UP)}
    assert (rows[key][status], rows[key][owner]) == ("Klar", "Cia Dahl")
    assert gone not in rows
    assert not any("körschemat" in str(row[text]) for row in rows.values())


def test_a_question_is_a_row_whose_choice_becomes_an_answer(saved: Town, malin: PnP) -> None:
    roster = ("Helga Norin, ordförande", "Tove Myr, sekreterare", "Lena Ström, ortoptist", "Lena Falk, överläkare")
    malin.save(
        "2026-02-10 Mötesanteckning.docx", minutes("2026-02-10", "Prover: Lena tar fram en ny provlista.", roster=roster, coming=("2026-03-05",))
    )
    saved.settle()
    kind, choices, answer, text = named(FOLLOW_UP, "Typ", "Att välja på", "Svar", "Punkt")
    question = next(row for row in malin.rows(FOLLOW_UP) if row[kind] == "Fråga" and "Lena" in str(row[text]))
    assert "Lena Falk" in question[choices]
    malin.update_row(FOLLOW_UP, KEY, question[KEY], {answer: "Lena Falk"})
    saved.settle()
    assert [(event.by, event.data["choice"]) for event in events(saved, EventType.ANSWERED)] == [("Malin Ek", "Lena Falk")]
    (owner,) = named(FOLLOW_UP, "Ansvarig")
    assert row_of(malin, "provlista")[owner] == "Lena Falk"


def test_a_copy_brings_its_columns_along_and_they_are_nobodys_edit(saved: Town, malin: PnP) -> None:
    malin.copy(PATH, "2026-05-07 Mötesanteckning.docx")
    saved.settle()
    malin.overwrite("2026-05-07 Mötesanteckning.docx", minutes("2026-05-07", "Läget: Tove Myr informerade om sommaren.", coming=("2026-05-28",)))
    saved.settle()
    cells = malin.read_columns("2026-05-07 Mötesanteckning.docx")
    assert str(cells["DgMeetingDate"]) in ("2026-05-06T22:00:00Z", "2026-05-07T00:00:00Z")
    assert cells["DgPlace"] != "Kafferummet"


def test_a_plan_after_all_this_has_nothing_to_do(saved: Town, capsys: pytest.CaptureFixture[str]) -> None:
    from functions.bootstrap import connect
    from functions.commands.sharepoint import show_plan

    found: list[dict[str, Any]] = []
    show_plan(connect(saved.settings), saved.settings, as_json=True, emit=found.append)  # type: ignore[arg-type]
    assert found[0]["steps"] == []


def test_forged_and_huge_notices_are_refused_and_change_nothing(saved: Town) -> None:
    saved.settle()
    saved.trips()
    address = f"{saved.served.address}/api/library-changed"
    for body in (b'{"value":[{"subscriptionId":"x","clientState":"fel"}]}', b"[" * 100_000, b"<html>"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(address, data=body, method="POST"), timeout=30)
        assert refused.value.code in (400, 403, 413)
    saved.settle()
    assert saved.trips() == []


def test_a_handshake_is_echoed_for_either_verb(saved: Town) -> None:
    for method in ("GET", "POST"):
        asked = urllib.request.Request(
            f"{saved.served.address}/api/library-changed?validationtoken=abc%20%C3%A5", method=method, data=b"" if method == "POST" else None
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            assert (answer.status, answer.headers.get_content_type(), answer.read().decode()) == (200, "text/plain", "abc å")


def test_queue_messages_hold_ids_only(saved: Town, malin: PnP) -> None:
    malin.save("2026-01-15 Hemlig rubrik.docx", minutes("2026-01-15", "Hemligt: Bo Alm berättade om patienten."))
    told = [json.dumps(delivery.body) if hasattr(delivery, "body") else str(delivery) for delivery in saved.site.notifier.deliveries]
    saved.settle()
    assert not any("Hemlig" in text for text in told)


def test_what_only_seems_to_be_a_decision_is_marked_until_a_person_says_that_it_is_one(saved: Town, malin: PnP) -> None:
    text, status = named(DECISIONS, "Beslut", "Status")
    path, told = (
        "2026-03-26 Mötesanteckning.docx",
        "Förbandssortimentet: Upphandlingen av förband är klar. Nytt sortiment gäller från 1 juni. Silverförbanden utgår.",
    )
    malin.save(path, minutes("2026-03-26", told, coming=()))
    saved.settle()
    (seems,) = (row for row in malin.rows(DECISIONS) if "sortiment" in row[text])
    assert seems[status] == "Ej bekräftad"
    assert {row[status] or "" for row in malin.rows(DECISIONS) if "sortiment" not in row[text]} == {""}
    malin.update_row(DECISIONS, KEY, seems[KEY], {status: ""})
    saved.settle()
    malin.overwrite(path, minutes("2026-03-26", told, "Fika: Bo Alm bjöd på bullar.", coming=()))
    saved.settle()
    assert [row[status] or "" for row in malin.rows(DECISIONS) if "sortiment" in row[text]] == [""]
