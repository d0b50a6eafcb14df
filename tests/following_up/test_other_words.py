"""Later minutes name a task by its matter, its point, its people or its number, seldom by its own words; and what looks like it may be another."""

from __future__ import annotations

import pytest

from functions.model.minutes import Decision, Person, Tier
from tests.following_up.council import due, minutes, put_off, quote, register, row, said, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"), Person("Disa Oxel", "secretary"))
TITLES = ("Parken i Norr", "Fågelskrämmor", "Lekplatsen vid ån", "Häckar", "Möte med skolan")
TASKS = (
    task("Asta reviderar skötselblanketten för parkvakter", "Asta Ek", item="1"),
    task("Bo undersöker saken", "Bo Alm", item="2", id="a2"),
    task("Cilla bjuder in gatukontoret till ett av höstens möten", "Cilla Lind", item="3", id="a3"),
    task("Disa lämnar synpunkterna till länsstyrelsen senast den 31 mars", "Disa Oxel", item="4", id="a4"),
    task("Bo ser till att häcken vid torget klipps", "Bo Alm", item="4", id="a5"),
    task("Asta och Cilla räknar bänkarna, Asta i norr och Cilla i söder", "Asta Ek", "Cilla Lind", item="1", id="a6"),
)


def after(text: str, status: str = "done", *, title: str = "Uppföljning av uppdrag") -> dict[str, str]:
    """What the statement made of the tasks: the place of each that it changed → its status."""
    first = ("1.docx", minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=TASKS))
    second = minutes("2026-04-06", titles=(title,), people=PEOPLE, follow_ups=(said(text, status, item="1"),))
    items = register(tell(first, ("2.docx", second))).items
    places = {one.text: place for place, one in enumerate(TASKS)}
    return {places[item.text]: item.status.value for item in items if item.status != "open" and item.text in places}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Den nya blanketten för parkvakter används sedan i måndags", 0),
        ("Skötselblanketten (AE) | Ligger på nätet", 0),
        ("Fågelskrämmor: Bo har pratat med grannarna, ingen vill ha dem", 1),
        ("Inbjudan till gatukontoret (CL) | Skickad", 2),
        ("Synpunkter till länsstyrelsen | Disa: skickade 30 mars", 3),
        ("Häcken vid torget är klippt", 4),
    ],
)
def test_a_task_is_known_by_its_matter(text: str, place: int) -> None:
    assert after(text) == {place: "done"}


@pytest.mark.parametrize(
    "text",
    [
        "Blanketten för bygglov, som Asta också gjort, är tryckt",
        "Trädgårdsföreningen har själv klippt en häck vid kyrkan",
        "Gatukontoret har asfalterat parkeringen",
        "Länsstyrelsen har beslutat om en ny vargstam",
        "Bänkarna i hamnen är målade",
        "Ett möte är hållet",
    ],
)
def test_another_thing_of_the_same_name_closes_nothing(text: str) -> None:
    assert "done" not in after(text).values()


def test_a_remark_under_the_tasks_own_point_by_its_owner_is_about_it() -> None:
    assert after("Bo har pratat med grannarna, ingen vill ha dem", title="Fågelskrämmor") in ({1: "done"}, {1: "seems_done"})


def test_somebody_else_who_did_it_does_not_close_it() -> None:
    assert "done" not in after("Cilla har klippt sin egen häck", title="Häckar").values()
    assert after("Cilla har klippt häcken vid torget", title="Häckar").get(4) != "done"


def test_a_point_of_earlier_minutes_by_its_number_is_a_reference() -> None:
    first = minutes("2025-11-03", titles=("Öppnande", "Staket"), people=PEOPLE, actions=(task("Bo undersöker saken", "Bo Alm", item="2"),))
    again = minutes("2026-02-02", titles=("Öppnande", "Grindar"), people=PEOPLE, actions=(task("Bo undersöker den också", "Bo Alm", item="2"),))
    told = minutes("2026-04-06", titles=("Uppföljning",), people=PEOPLE, follow_ups=(said("Förteckningen (§ 2/2025) är lämnad", "done", item="1"),))
    items = register(tell(("1.docx", first), ("2.docx", again), ("3.docx", told))).items
    assert {item.text: item.status.value for item in items} == {"Bo undersöker saken": "done", "Bo undersöker den också": "open"}


def test_a_name_that_only_follows_does_not_make_it_somebody_elses() -> None:
    assert after("Häcken vid torget är klippt, enligt Disa") == {4: "done"}


TABLED = put_off("Frågan bordläggs", item="2", until=due(None, "nästa möte", "next_meeting"))


def taken_up(title: str, *, decided: bool = False, remains: str | None = None, before: str = "Samplantering över kommungränsen") -> str:
    """What becomes of a tabled matter when a later meeting has a point of this title."""
    made = Decision("d1", "2", "Rådet tackar nej", tier=Tier.SURE, quotes=quote("Rådet tackar nej"))
    kept = (said(remains, "kept", item="2"),) if remains else ()
    second = minutes("2026-04-06", titles=("Öppnande", title), decisions=(made,) if decided else (), follow_ups=kept)
    return row(tell(("1.docx", minutes("2026-03-02", titles=("Öppnande", before), postponed=(TABLED,))), ("2.docx", second))).status.value


def test_a_tabled_matter_under_a_changed_title_is_handled_when_it_is_decided() -> None:
    assert taken_up("Samplantering ihop med grannarna", decided=True) == "done"
    assert taken_up("Samplantering ihop med grannarna") == "seems_done"


def test_a_point_that_shares_its_last_word_only_is_another_matter() -> None:
    assert taken_up("Hundar i parken", before="Parken", decided=True) != "done"


def test_a_matter_of_which_it_is_said_that_it_remains_is_not_taken_up() -> None:
    assert taken_up("Samplantering över kommungränsen", remains="Inget besked om pengarna. Ligger kvar") == "open"
