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


TOLD = (
    "# 7. Budget\nBo Alm tar fram en ny prognos till den 21 oktober.\n# 8. Lokaler\n8.1 Cia Dahl beställer nya skyltar.\n"
    "# 9. Nästa möte\nNästa möte hålls den 3 november 2026.\n"
)


@pytest.mark.parametrize(
    "listed",
    [
        "# Åtgärdslista\n9.1 Ny prognos – Bo Alm – 2026-10-21\n9.2 Beställa skyltar – Cia Dahl",
        "# Åtgärdslista\n9.1 Ny prognos – Bo, klart 21/10\n9.2 Nya skyltar (Cia)\n8.2 och 8.4 kvarstår.",
        "**Att göra:**\n- Bo: ny prognos (21/10)\n- Cia: skyltar",
        "**Att göra:**\n- [Bo] Ny prognos, 21/10\n- Cia – nya skyltar\nPunkt 8.2 klar.",
        "Åtgärdslista:\n1. Ny prognos: Bo, 21 oktober\n2. Nya skyltar: Cia\n8.2 kvarstår",
        "Åtgärdslista\n- Bo tar fram ny prognos, 21/10\n- Skyltar, Cia",
        "# 10. Åtgärdslista\n• Bo: ny prognos till 21 oktober\n• Skyltar – Cia",
    ],
)
def test_a_task_of_the_running_text_comes_once(listed: str) -> None:
    actions = read(f"{ROSTER}{TOLD}{listed}\n").actions
    assert [(action.item, action.owners, action.due and action.due.date) for action in actions] == [
        ("7", ("Bo Alm",), "2026-10-21"),
        ("8", ("Cia Dahl",), None),
    ]
    assert all(len(action.quotes) == 2 for action in actions)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("9.3 Städa förrådet – Bo Alm – 2026-10-15", "Städa förrådet"),
        ("- Bo: städa förrådet (15/10)", "städa förrådet"),
        ("- Städa förrådet (Bo Alm, 15/10)", "Städa förrådet"),
        ("- Förrådet: Bo, 15 oktober", "Förrådet"),
        ("- Nycklar: Bo", "Nycklar"),
        ("- Beställa tröjor och skor, Bo Alm och Cia Dahl", "Beställa tröjor och skor"),
        ("- Städa förrådet till 15 oktober (Bo)", "Städa förrådet till 15 oktober"),
        ("- Bo städar förrådet, 15/10", "Bo städar förrådet"),
        ("- Fråga Cia om nycklar: Bo", "Fråga Cia om nycklar"),
    ],
)
def test_a_line_s_number_owner_and_day_are_no_part_of_what_is_to_be_done(line: str, text: str) -> None:
    action = read(f"{ROSTER}{TOLD}**Att göra**\n{line}\n").actions[-1]
    assert (action.item, action.text) == (None, text)
    assert "Bo Alm" in action.owners


def test_two_tasks_of_one_person_by_one_day_are_none_of_each_other() -> None:
    minutes = read(f"{ROSTER}{TOLD}**Att göra**\n- Fika: Bo, 21/10\n- Sal Linden: Bo, 21/10\n")
    assert [action.text for action in minutes.actions if "Bo Alm" in action.owners][1:] == ["Fika", "Sal Linden"]


@pytest.mark.parametrize(
    "lines",
    [
        "# 10. Åtgärdslista\n- Bo har ringt.\n- Cia har beställt.\n- Inget nytt.",
        "# 10. Åtgärdslista\nListan gicks igenom, inget nytt.\nBo har ringt vaktmästaren.",
    ],
)
def test_a_point_that_goes_through_the_list_gives_no_tasks(lines: str) -> None:
    assert [action.item for action in read(f"{ROSTER}{TOLD}{lines}\n").actions] == ["7", "8"]


def test_numbered_points_behind_a_list_with_text_of_their_own_stay_points() -> None:
    minutes = read(f"{ROSTER}{TOLD}# Åtgärder\n9.1 Rapport\nCia Dahl visade siffror.\n9.2 Avslut\nHelga Norin tackade.\n")
    assert [item.number for item in minutes.items][-2:] == ["9.1", "9.2"]
