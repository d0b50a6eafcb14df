"""A series is judged by what became of each promise, at the meeting that says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from functions.evaluating.counting import Count
from functions.evaluating.labelled_minutes import labelled_minutes
from functions.evaluating.series import Followed, Series, judge_series, series_in
from functions.evaluating.series_page import JudgedSeries, render_series
from functions.model.minutes import Minutes

TASKS = ["Asta mäter ekarna vid torget", "Bo räknar almarna i stadsparken"]


def gold(day: str, *, tasks: Sequence[str] = (), said: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    return {
        "meeting": {"body": "Trädrådet", "date": day},
        "people": [{"name": "Asta Ek", "attendance": "present"}, {"name": "Bo Alm", "attendance": "present"}],
        "items": [["1", "Uppföljning"], ["2", "Träd"]],
        "actions": [{"item": "2", "text": text, "owners": [text.split()[0] + (" Ek" if text.startswith("A") else " Alm")]} for text in tasks],
        "follow_ups": [{"item": "1", "text": text, "status": status} for text, status in said],
    }


def series(*, said: Sequence[tuple[str, str]]) -> tuple[Series, list[Minutes]]:
    """Two meetings, of which the second says that the oaks are measured and, wrongly perhaps, something of the elms."""
    golds = [gold("2026-03-02", tasks=TASKS), gold("2026-04-06", said=said)]
    labels = {
        "council": "Trädrådet",
        "meetings": [{"folder": "1", "date": "2026-03-02"}, {"folder": "2", "date": "2026-04-06"}],
        "outcomes": [
            {
                "id": "ekar",
                "opened": {"meeting": "1", "text": TASKS[0]},
                "meeting": "2",
                "quote": "Ekarna är mätta",
                "outcome": "done",
                "closing": True,
            },
            {
                "id": "almar",
                "opened": {"meeting": "1", "text": TASKS[1]},
                "meeting": "2",
                "quote": "Hälften",
                "outcome": "part_done",
                "closing": False,
            },
        ],
        "hard_non_closings": [{"meeting": "2", "quote": "Kommunen har räknat sina almar", "looks_like": {"meeting": "1", "text": TASKS[1]}}],
        "open_after": {"1": TASKS, "2": TASKS[1:]},
    }
    meetings = tuple((one["meeting"]["date"], Path(f"{place}.docx"), one) for place, one in enumerate(golds))
    return Series("träd", meetings, labels), [labelled_minutes(one, name=str(place)) for place, one in enumerate(golds)]


def judged(*said: tuple[str, str]) -> Followed:
    one, minutes = series(said=said)
    return judge_series(one, minutes)


def test_what_was_closed_at_the_right_meeting_counts() -> None:
    found = judged(("Asta har mätt ekarna vid torget", "done"), ("Bo har räknat almarna i halva stadsparken", "part_done")).fields
    assert (found["closed"], found["closings that are right"], found["part_done"], found["found"]) == (Count(1), Count(1), Count(1), Count(2))
    assert found["looks like a closing, held"] == Count(1)


def test_what_was_not_closed_is_missed_and_what_was_closed_too_early_is_wrong() -> None:
    found = judged(("Bo har räknat almarna i stadsparken", "done"))
    assert (found.fields["closed"], found.fields["closings that are right"]) == (Count(missed=1), Count(extra=1))
    assert found.fields["looks like a closing, held"] == Count(missed=1)
    assert any(line.startswith("closings that are right: 2: 'Bo räknar") for line in found.wrong)


def test_the_page_shows_matching_beside_reading() -> None:
    one, minutes = series(said=(("Asta har mätt ekarna vid torget", "done"),))
    page = render_series([JudgedSeries(one, judge_series(one, minutes), judge_series(one, [minutes[0], Minutes()]))])
    assert "## Development: 1 series of 2 meetings" in page
    assert "| closings at the sure tier, at the right meeting (recall) | 1.000 (0.21–1.00) | 0.000 (0.00–0.79) | 1 |" in page
    assert render_series([]) == ""


def test_every_series_of_the_corpus_names_its_meetings_and_their_outcomes() -> None:
    found = list(series_in(Path(__file__).parents[1] / "corpus" / "series"))
    assert len(found) >= 8
    assert all(len(one.meetings) >= 4 for one in found)
    assert sum(outcome["closing"] for one in found for outcome in one.labels["outcomes"]) >= 80
    assert sum(len(one.labels["hard_non_closings"]) for one in found) >= 30
