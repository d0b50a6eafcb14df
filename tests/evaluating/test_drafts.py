"""A draft is judged by the meeting that came; and the drafts of the development series reach their floors."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from functions.commands.inspecting import open_document
from functions.evaluating.confirming import confirmed
from functions.evaluating.counting import Count, totals
from functions.evaluating.drafts import judge_drafts
from functions.evaluating.labelled_minutes import labelled_minutes
from functions.evaluating.series import Followed, Series, logs_of, registers, series_in
from functions.evaluating.series_page import JudgedSeries, judge_all, render_series
from tests.readings import read

ROOT = Path(__file__).parents[2]
DAYS = ("2026-01-12", "2026-03-02", "2026-04-13")
OPENED = "Asta mäter ekarna vid torget"
CLOSED = "Bo räknar almarna i stadsparken"
WAYS = ("as followed", "as labelled", "as read")
LATER = "Häckarna tas upp den 1 juni"


def gold(day: str, *, items: tuple[str, ...], **facts: Any) -> dict[str, Any]:
    return {
        "meeting": {"body": "Trädrådet", "date": day},
        "people": [{"name": "Asta Ek", "attendance": "present"}, {"name": "Bo Alm", "attendance": "present"}],
        "items": [[str(number), title] for number, title in enumerate(items, 1)],
        **facts,
    }


def trees(*, last: tuple[str, ...]) -> tuple[Series, list[Any]]:
    """Three meetings: a task that stays open, one that is done, a matter put off until after the last, and the agenda of that."""
    usual = ("Öppnande", "Uppföljning av uppgifter", "Trädrunda", "Övrigt")
    said = {
        "actions": [{"item": "3", "text": OPENED, "owners": ["Asta Ek"]}, {"item": "3", "text": CLOSED, "owners": ["Bo Alm"]}],
        "postponed": [{"item": "3", "text": LATER, "kind": "deferred", "until": "2026-06-01", "until_text": "den 1 juni"}],
    }
    done = {"follow_ups": [{"item": "2", "text": "Bo har räknat almarna i stadsparken", "status": "done"}]}
    golds = [gold(DAYS[0], items=usual, **said), gold(DAYS[1], items=usual, **done), gold(DAYS[2], items=last)]
    labels = {
        "council": "Trädrådet",
        "meetings": [{"folder": str(place), "date": day} for place, day in enumerate(DAYS, 1)],
        "standing": [["Öppnande"], ["Uppföljning av uppgifter", "Gamla uppgifter"], ["Trädrunda"], ["Övrigt"], ["Årsbokslut"]],
        "outcomes": [{"opened": {"meeting": "1", "text": CLOSED}, "meeting": "2", "outcome": "done", "closing": True, "quote": "…", "id": "almar"}],
        "hard_non_closings": [],
        "open_after": {"1": [OPENED, CLOSED, LATER], "2": [OPENED, LATER], "3": [OPENED, LATER]},
    }
    meetings = tuple((day, Path(f"{place}.docx"), one) for place, (day, one) in enumerate(zip(DAYS, golds, strict=True)))
    return Series("träd", meetings, labels), [labelled_minutes(one, name=str(place)) for place, one in enumerate(golds)]


def judged(*last: str) -> Followed:
    one, minutes = trees(last=last)
    return judge_drafts(one, minutes)


def test_a_standing_point_is_held_under_any_of_its_titles_and_only_where_the_meeting_had_it() -> None:
    found = judged("Öppnande", "Gamla uppgifter", "Trädrunda", "Övrigt").fields
    assert (found["standing"], found["in order"]) == (Count(4), Count(6))


def test_a_standing_point_that_the_draft_lacks_and_one_in_another_order_are_wrong() -> None:
    one, _ = trees(last=("Öppnande", "Trädrunda", "Gamla uppgifter", "Årsbokslut"))
    one.meetings[0][2]["items"].append(["5", "Årsbokslut"])
    found = judge_drafts(one, [labelled_minutes(gold, name=str(place)) for place, (_, _, gold) in enumerate(one.meetings)]).fields
    assert (found["standing"], found["in order"]) == (Count(3, missed=1), Count(2, missed=1))


def test_what_is_open_is_carried_what_is_closed_is_not_and_what_is_for_later_waits() -> None:
    found = judged("Öppnande", "Övrigt")
    assert [found.fields[name] for name in ("carried", "waiting", "closed", "told")] == [Count(1), Count(1), Count(1), Count(2)]


def test_a_point_that_never_stood_before_is_no_fault_and_a_formality_is_right_in_any_words() -> None:
    assert judged("Öppnande", "Årsbokslut", "Övrigt").fields["standing"] == Count(2)
    one, minutes = trees(last=("Öppnande", "Övrigt"))
    for place in (0, 1):
        one.meetings[place][2]["items"].pop()
    minutes = [labelled_minutes(gold, name=str(place)) for place, (_, _, gold) in enumerate(one.meetings)]
    assert judge_drafts(one, minutes).fields["standing"] == Count(2)  # "Övriga frågor" is what the draft calls it


@pytest.mark.parametrize(
    ("changes", "carried"),
    [
        ({"until": "2026-04-30", "until_text": "i april"}, Count(2)),  # the month has begun
        ({"until": None, "until_text": None, "kind": "returned"}, Count(1)),  # nobody says that it is ready
        ({"maybe": True}, Count(1)),
    ],
)
def test_what_is_put_off_is_due_by_its_own_words(changes: dict[str, Any], carried: Count) -> None:
    one, _ = trees(last=("Öppnande", "Övrigt"))
    one.meetings[0][2]["postponed"][0].update(changes)
    minutes = [labelled_minutes(gold, name=str(place)) for place, (_, _, gold) in enumerate(one.meetings)]
    assert judge_drafts(one, minutes).fields["carried"] == carried


def test_a_later_word_on_when_it_comes_up_is_the_one_that_counts() -> None:
    one, minutes = trees(last=("Öppnande", "Övrigt"))
    moved = {"opened": {"meeting": "1", "text": LATER}, "meeting": "2", "outcome": "postponed", "closing": False, "quote": "…", "due": "2026-04-13"}
    one.labels["outcomes"].append({"id": "häckar", **moved})
    assert judge_drafts(one, minutes).fields["carried"] == Count(1, missed=1)


def test_a_point_of_the_draft_that_the_meeting_had_not_is_foreign() -> None:
    assert judged("Öppnande", "Gamla uppgifter", "Övrigt").fields["not foreign"] == Count(2, extra=2)  # Trädrunda and Kommande möten


def test_the_page_shows_the_drafts_of_both_parts_apart() -> None:
    one, minutes = trees(last=("Öppnande", "Övrigt"))
    told = judge_drafts(one, minutes)
    names = ("as followed", "as labelled", "as read", "every, as followed", "every, as labelled", "every, as read")
    page = render_series([JudgedSeries(one, Followed(), Followed(), dict.fromkeys(names, told))])
    assert "## Development: drafts for 1 councils" in page
    assert "| open tasks and matters due that stand on the draft or its appendix | 1.000 (0.21–1.00) |" in page


def test_as_followed_a_person_has_closed_what_is_over_and_opened_what_is_not() -> None:
    one, minutes = trees(last=("Öppnande", "Övrigt"))
    silent = [replace(told, follow_ups=()) for told in minutes]  # nothing that later minutes say is heard
    assert judge_drafts(one, silent).fields["closed"] == Count(extra=1)
    assert judge_drafts(one, silent, followed=True).fields["closed"] == Count(1)
    wrong = [*minutes[:1], replace(minutes[1], follow_ups=(replace(minutes[1].follow_ups[0], text=OPENED),)), minutes[2]]
    assert judge_drafts(one, wrong).fields["carried"] == Count(missed=1)
    found = judge_drafts(one, wrong, followed=True).fields
    assert (found["carried"], found["closed"]) == (Count(1), Count(1))


def test_as_followed_a_new_day_and_a_new_owner_are_those_of_the_labels() -> None:
    one, minutes = trees(last=("Öppnande", "Övrigt"))
    said = {"meeting": "2", "closing": False, "quote": "…"}
    one.labels["outcomes"] += [
        {"id": "häckar", "opened": {"meeting": "1", "text": LATER}, "outcome": "postponed", "due": "2026-04-13", **said},
        {"id": "ekar", "opened": {"meeting": "1", "text": OPENED}, "outcome": "reassigned", "owners": ["Bo Alm"], **said},
    ]
    assert judge_drafts(one, minutes, followed=True).fields["carried"] == Count(2)
    log, state = logs_of(one, minutes)[1], registers(one, minutes)[1]
    rows = {row.text: row for row in confirmed(one, place=2, log=log, register=state).items}
    assert rows[OPENED].owners == ("Bo Alm",)
    assert rows[LATER].due is not None and rows[LATER].due.date == "2026-04-13"


@pytest.fixture(scope="module")
def development() -> dict[str, dict[str, Count]]:
    series = [one for one in series_in(ROOT / "tests" / "corpus" / "series") if one.part == "development"]
    found = judge_all(series, read=read, open_document=open_document)
    return {name: totals(counted for one in found for counted in one.drafts[name].fields.items()) for name in WAYS}


@pytest.mark.parametrize("how", WAYS)
def test_drafts_of_the_development_series_reach_their_floors(development: dict[str, dict[str, Count]], how: str) -> None:
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))[f"drafts, {how}"]
    shares = {name: count.right / count.counted for name, count in development[how].items()}
    assert {name: share for name, share in shares.items() if share < floors.get(name, 0.0)} == {}
    assert set(floors) - {"documents"} <= set(shares)
