"""What speaks for a row being over makes it seem done, the best of it first; what names another thing, plans or remains asks nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.following_up.evidence import ASKED, WEIGHTS, weigh
from functions.model.minutes import Action, Decision, FollowUp, Person, Tier
from functions.model.register import may_be_done
from tests.following_up.council import due, minutes, put_off, quote, register, row, said, standing, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cia Lind"))
POSTER = task("Asta gör en affisch om almsjukan till väntrummet", "Asta Ek", by=due("2026-04-01"))


def stated(text: str, *, item: str | None = "1") -> FollowUp:
    """What minutes only state, as reading gives it."""
    return replace(said(text, "mentioned", item=item), rule="follow_up.overheard", tier=Tier.PROPOSED)


def status_after(*remarks: FollowUp, first: Action = POSTER, titles: tuple[str, ...] = ("Almsjukan",), decisions: tuple[Decision, ...] = ()) -> str:
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), people=PEOPLE, actions=(first,))),
        ("2.docx", minutes("2026-04-06", titles=titles, people=PEOPLE, remarks=remarks, decisions=decisions)),
    )
    return row(log, text=first.text[:8]).status.value


@pytest.mark.parametrize(
    "text",
    [
        "Asta visade affischen om almsjukan",
        "Affischen om almsjukan har fått beröm",
        "Tack till Asta för affischen om almsjukan",
    ],
)
def test_the_thing_that_a_task_was_to_bring_is_spoken_of_as_there(text: str) -> None:
    assert status_after(stated(text)) == "seems_done"


def test_what_came_of_all_that_a_task_names_closes_it() -> None:
    assert status_after(stated("Affischen om almsjukan hänger nu i väntrummet")) == "done"


@pytest.mark.parametrize("text", ["Skyltarna fäller färg", "Vädret har varit vackert", "Hänger affischen om almsjukan i väntrummet?"])
def test_what_is_not_about_it_or_only_asked_is_no_evidence(text: str) -> None:
    assert status_after(stated(text, item="2"), titles=("Almsjukan", "Vädret")) == "open"


def test_another_year_or_number_is_another_thing() -> None:
    report = task("Bo skickar rapport 3 om ekarna 2026", "Bo Alm")
    assert status_after(stated("Rapport 2 om ekarna 2025 är nu publicerad"), first=report) == "open"


@pytest.mark.parametrize("told", ["Bo har köpt nya tavlor till mottagningen", "Köpt tavlor till mottagningen"])
def test_the_same_deed_of_another_thing_neither_closes_nor_asks(told: str) -> None:
    first = task("Bo köper nya skrivare till mottagningen", "Bo Alm")
    assert status_after(said(told, "done"), first=first) == "open"
    assert status_after(said(told.replace("tavlor", "skrivare"), "done"), first=first) == "done"


def test_a_sentence_that_fits_two_rows_alike_asks_about_neither() -> None:
    two = (task("Asta mäter ekarna vid torget", "Asta Ek"), task("Asta mäter ekarna vid kyrkan", "Asta Ek", id="a2"))
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=two)),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, remarks=(stated("Asta visade nu ekarna"),))),
    )
    assert [item.status.value for item in register(log).items] == ["open", "open"]


def test_what_the_minutes_say_remains_is_not_asked_about() -> None:
    kept = said("Affischen om almsjukan kvarstår", "kept")
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), people=PEOPLE, actions=(POSTER,))),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=(kept,), remarks=(stated("Asta visade affischen om almsjukan"),))),
    )
    assert row(log).status == "open"


def test_what_the_minutes_put_off_again_is_not_asked_about() -> None:
    tabled = put_off("Frågan om almsjukan bordläggs", item="1", until=due(None, "nästa möte", "next_meeting"))
    again = put_off("Frågan om almsjukan bordläggs på nytt", item="1", until=due("2026-06-10"))
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), postponed=(tabled,))),
        ("2.docx", minutes("2026-04-06", titles=("Almsjukan",), postponed=(again,), remarks=(stated("Frågan om almsjukan är nu väl känd"),))),
    )
    assert row(log).status != "seems_done"


def test_a_standing_point_is_never_asked_about() -> None:
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Väder",), standing=(standing("Väder ska vara en stående punkt"),))),
        ("2.docx", minutes("2026-04-06", titles=("Väder",), remarks=(stated("Vädret är nu genomgånget"),))),
    )
    assert row(log).status == "open"


def test_seven_rows_at_most_are_asked_about_at_a_meeting() -> None:
    trees = ("ekarna", "almarna", "bokarna", "lindarna", "rönnarna", "hasslarna", "alarna", "sälgarna")
    tasks = tuple(task(f"Asta inventerar {tree} i dalen", "Asta Ek", id=f"a{n}") for n, tree in enumerate(trees))
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=tasks)),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, remarks=tuple(stated(f"Asta visade {tree} i dalen på karta") for tree in trees))),
    )
    assert sum(item.status.value == "seems_done" for item in register(log).items) == 7


def test_a_question_shows_the_sentence_that_gave_it() -> None:
    text = "Asta visade affischen om almsjukan"
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), people=PEOPLE, actions=(POSTER,))),
        ("2.docx", minutes("2026-04-06", titles=("Almsjukan",), people=PEOPLE, remarks=(stated(text),))),
    )
    event = row(log).events[-1]
    assert (event.type, event.meeting, [one.text for one in event.quotes]) == ("seems_done", "2026-04-06", [text])


def test_a_decision_under_the_point_of_a_matter_put_off_is_evidence() -> None:
    decided = Decision(
        "d1", "1", "Rådet säger ja till försöket med almar", "decision", tier=Tier.SURE, quotes=quote("Rådet säger ja till försöket med almar")
    )
    parked = put_off("Frågan om försöket med almar vilar", item="1", kind="parked")
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Försök med almar",), postponed=(parked,))),
        ("2.docx", minutes("2026-04-06", titles=("Almar i dalen",), decisions=(decided,))),
    )
    assert row(log).status in ("seems_done", "done")


def test_what_little_speaks_for_is_asked_about_and_stays_on_drafts_until_more_does() -> None:
    first = ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), people=PEOPLE, actions=(task("Asta gör en affisch om almsjukan", "Asta Ek"),)))
    little = ("2.docx", minutes("2026-04-06", titles=("Övrigt",), people=PEOPLE, remarks=(stated("Almsjukan är en svår sjukdom för rådet"),)))
    more = ("3.docx", minutes("2026-05-04", titles=("Almsjukan",), people=PEOPLE, remarks=(stated("Asta har nu affischen med sig"),)))
    weak, strong = row(tell(first, little)), row(tell(first, little, more))
    assert (weak.status, [one.type for one in weak.events], may_be_done(weak.events)) == ("seems_done", ["opened", "may_be_done"], True)
    assert (strong.status, [one.type for one in strong.events][1:], may_be_done(strong.events)) == (
        "seems_done",
        ["may_be_done", "seems_done"],
        False,
    )
    assert row(tell(more, little, first)) == strong


def test_a_proposed_point_is_off_the_draft_however_little_speaks_for_it() -> None:
    proposed = replace(task("Asta gör en affisch om almsjukan", "Asta Ek"), tier=Tier.PROPOSED)
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), people=PEOPLE, actions=(proposed,))),
        ("2.docx", minutes("2026-04-06", titles=("Övrigt",), people=PEOPLE, remarks=(stated("Almsjukan är en svår sjukdom för rådet"),))),
    )
    assert (row(log).status, may_be_done(row(log).events)) == ("seems_done", False)


def test_every_sign_is_weighed_and_the_score_rises_with_what_speaks_for_it() -> None:
    assert weigh({"always": 1.0}) < ASKED < weigh({"always": 1.0, "near": 1.0, "leads": 0.5, "told over": 1.0, "told over, near": 1.0})
    assert weigh(dict.fromkeys(WEIGHTS, 0.0)) == 0.5
    assert WEIGHTS["told kept"] < 0 < WEIGHTS["told over"]
