"""What much speaks for is closed without a question; what may be of another thing, of a part or of what is yet to come is asked about at most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.following_up.describing import describe
from functions.model.events import Event
from functions.model.minutes import Action, FollowUp, Person, Tier
from tests.following_up.council import due, minutes, register, row, said, standing, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cia Lind"))
POSTER = task("Asta gör en affisch om almsjukan till väntrummet", "Asta Ek", by=due("2026-04-01"))
SHOWN = "Asta visade affischen om almsjukan"


def passing(text: str, status: str = "done") -> FollowUp:
    """What is told of a deed outside everything that goes through earlier tasks, as reading gives it."""
    return replace(said(text, status, item="1"), rule="follow_up.passing", tier=Tier.PROPOSED)


def stated(text: str) -> FollowUp:
    """What minutes only state, which no rule closes anything by."""
    return replace(said(text, "mentioned", item="1"), rule="follow_up.overheard", tier=Tier.PROPOSED)


def log_of(*remarks: FollowUp, first: Action = POSTER, title: str = "Almsjukan", kept: tuple[FollowUp, ...] = ()) -> tuple[Event, ...]:
    return tell(
        ("1.docx", minutes("2026-03-02", titles=("Almsjukan",), people=PEOPLE, actions=(first,))),
        ("2.docx", minutes("2026-04-06", titles=(title,), people=PEOPLE, remarks=remarks, follow_ups=kept)),
    )


@pytest.mark.parametrize("text", [SHOWN, "Asta har gjort affischen om almsjukan"])
def test_the_deed_of_the_owner_stated_under_the_tasks_own_point_closes_it(text: str) -> None:
    assert row(log_of(stated(text))).status == "done"


def test_a_closing_by_evidence_shows_its_sentence_and_how_much_spoke_for_it() -> None:
    (entry,) = describe(register(log_of(stated(SHOWN))))
    last = entry["events"][-1]
    assert (last["type"], last["meeting"], [one["text"] for one in last["quotes"]]) == ("done", "2026-04-06", [SHOWN])
    assert 0.65 <= last["weighed"] <= 1
    assert all(event["weighed"] is None for event in entry["events"][:-1])


@pytest.mark.parametrize(
    "text",
    [
        "Asta visade affischen om almsjukan, men texten saknas",
        "Asta visade affischen om almsjukan, resten återstår",
        "Asta visade också affischen om almsjukan",
        "Asta diskuterade affischen om almsjukan",
        "Asta visade sin egen affisch om almsjukan",
        "Asta visade affischen om almsjukan, den tas upp på nytt",
        "Asta visade affischen om almsjukan och Bo tar över den",
        "Affischen om almsjukan visades av Bo",
        "Affischen om almsjukan är tryckt för hamnen",
        "Asta visade affischen om lavar",
    ],
)
def test_what_may_be_another_thing_or_yet_to_come_closes_nothing(text: str) -> None:
    assert row(log_of(stated(text))).status not in ("done", "dropped")


@pytest.mark.parametrize("text", ["Asta diskuterade affischen om almsjukan", f"{SHOWN}, den tas upp på nytt", f"{SHOWN} och Bo tar över den"])
def test_no_rule_closes_by_what_was_talked_of_put_off_or_handed_over(text: str) -> None:
    assert row(log_of(passing(text))).status not in ("done", "dropped")


def test_far_from_the_tasks_point_with_its_owner_unnamed_nothing_closes_it() -> None:
    assert row(log_of(passing("Affischen om almsjukan till väntrummet är tryckt"), title="Ekonomi i dalen")).status != "done"


def test_what_the_minutes_elsewhere_say_remains_is_not_closed() -> None:
    kept = said("Affischen om almsjukan kvarstår", "kept")
    assert row(log_of(stated(SHOWN), kept=(kept,))).status == "open"


def test_a_task_of_all_is_not_closed_by_one_of_them() -> None:
    everybody = task("Alla kommuner utser en kontaktperson för almsjukan", "Alla kommuner")
    assert row(log_of(passing("Åbys kontaktperson för almsjukan är utsedd"), first=everybody)).status not in ("done", "dropped")
    assert row(log_of(passing("Alla har utsett sin kontaktperson för almsjukan"), first=everybody)).status in ("done", "seems_done")


def test_a_standing_point_is_never_closed_by_what_is_told_under_it() -> None:
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Väder",), standing=(standing("Väder ska vara en stående punkt"),))),
        ("2.docx", minutes("2026-04-06", titles=("Väder",), remarks=(passing("Vädret är genomgånget"),))),
    )
    assert row(log).status == "open"
