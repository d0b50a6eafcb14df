"""A list of tasks behind the last point is the whole meeting's; under a point, a label opens a passage of that point."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import ROSTER, read

POINTS = "# 1. Syn\nCia Dahl visade siffror.\n# 2. Nästa möte\nMöte 10 hålls tisdagen den 20 oktober kl. 08.15.\n"
TASKS = "9.1 Ny prognos – Bo Alm – 2026-10-21\n9.2 Skyltar – Cia Dahl – 2026-11-01\n"


@pytest.mark.parametrize(
    "label", ["**Att göra efter möte 9**", "ATT GÖRA EFTER MÖTE 9", "**Uppgifter från dagens möte**", "**Att göra**", "Att göra till nästa gång"]
)
def test_what_is_to_be_done_after_the_meeting_is_no_coming_meeting(label: str) -> None:
    minutes = read(f"{ROSTER}{POINTS}{label}\n{TASKS}")
    assert [(action.owners, action.due and action.due.date, action.item) for action in minutes.actions] == [
        (("Bo Alm",), "2026-10-21", None),
        (("Cia Dahl",), "2026-11-01", None),
    ]
    assert [meeting.date for meeting in minutes.next_meetings] == ["2026-10-20"]


@pytest.mark.parametrize("label", ["Att göra:", "**Att göra:**"])
def test_a_label_under_a_matter_opens_a_passage_of_it(label: str) -> None:
    minutes = read(f"{ROSTER}# 1. Syn\nCia Dahl visade siffror.\n{label}\nBo Alm skriver en rutin.\n# 2. Buss\nInget nytt.\n")
    assert [(action.owners, action.item) for action in minutes.actions] == [(("Bo Alm",), "1")]


@pytest.mark.parametrize("line", ["Beslut efter möte 9", "Närvarande efter mötet"])
def test_other_labels_are_none_with_a_meeting_behind_them(line: str) -> None:
    minutes = read(f"{ROSTER}{POINTS}{line}\nBo Alm, Cia Dahl\n")
    assert [item.title for item in minutes.items] == ["Syn", "Nästa möte"]
    assert minutes.decisions == ()
