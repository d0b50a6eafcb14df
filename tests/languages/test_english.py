"""English minutes of invented bodies with other habits than those of the development set: British paragraphs and American ones."""

from __future__ import annotations

import pytest

from functions.interpreting import interpret
from functions.languages import load
from functions.model.minutes import Minutes
from tests.interpreting.pages import page
from tests.languages.rules import minutes_in

LIBRARY = """\
# Harbor County Library Board
Meeting Minutes
March 5, 2026
Call to order: 6:30 p.m. by President Laura Whitfield
Members present: Laura Whitfield, President; Thomas Okafor, Treasurer; Denise Marchetti; Ruth Abramson
Members absent: Carl Jensen
Also present: Maria Delgado, Library Director; Kevin Stone (recording secretary)
# 1. Approval of minutes
Denise Marchetti moved to approve the minutes of February 5. Ruth Abramson seconded. Motion carried unanimously.
# 2. Director's report
Maria Delgado reported that visits rose by 12% in February. She thanked the volunteers.
The roof estimate is expected by March 20. Maria will send the estimate to all board members as soon as she has it.
# 3. Old business
Summer reading: Thomas Okafor has contacted two sponsors. Completed.
Parking signs: still waiting for the county.
# 4. New business
The board voted to extend Saturday hours to 5 p.m. beginning May 2.
Ruth Abramson volunteered to chair the policy review. A draft is due April 30.
The request from the Garden Club was tabled until the April meeting.
Carl Jensen was asked to get three quotes for new carpet before the next meeting.
The State Library will announce grants in June.
# 5. Adjournment
The meeting adjourned at 7:45 p.m. Next meeting: Thursday, April 2, 2026 at 6:30 p.m. in the Reading Room.
"""
ETHICS = """\
Northvale University Hospitals
MINUTES
Research Ethics Sub-Committee
Held on Monday 9th of February 2026 at 10.00 in Seminar Room 4, Clarendon Building
Present: Professor Judith Hale (Chair), Dr Amit Rao, Ms Karen Liddell, Mr Paul Sturgess
Apologies: Dr Ewan Blair (sick leave)
In attendance: Ms Tara Quinn (Secretary)
1. Welcome and declarations of interest
There were none.
2. Minutes of the meeting of 12 January 2026
Approved subject to a correction in item 4.
3. Matters arising
3.1 Dr Rao had written to the sponsor. No reply had been received. Ongoing.
3.2 The consent form had been updated. Closed.
4. Application 26/014: sleep in shift workers
Ms Liddell introduced the application. Members raised concerns about storage of samples.
It was resolved to approve the application subject to conditions.
The Secretary to inform the applicant by the end of the week. Action: TQ
5. Annual report
Professor Hale will circulate the draft annual report by 27 February and members are asked to send comments to the Secretary no later than 6 March.
6. Training day
Mr Sturgess agreed to find a speaker. This item will be discussed again at the next meeting.
7. Any other business
The national code of practice is out for consultation; responses are due on 31 March 2026.
8. Date of next meeting
Monday 9 March 2026 at 10.00, Seminar Room 4
"""
# Reports, rules, other bodies, questions and the past: no decision, action or deferral of this meeting.
NOTHING = (
    "Bob Alder reported that the new system will be delayed until May.",
    "Carol Dale thanked the volunteers.",
    "The clinic contacts patients every week.",
    "Bob Alder asked whether the form could be shortened.",
    "The ministry decided in April to cut the grant.",
    "The policy was approved by the ministry last year.",
    "Patients will be offered an appointment.",
    "The committee discussed whether to move the clinic.",
    "Should we move the clinic to Eastby?",
    "Carol Dale felt the letter was too long.",
    "Bob Alder to the left of the photo.",
    "There was a suggestion to start a group.",
    "The report will be published by the agency in June.",
    "Helen Norton has written to the trust.",
    "The proposal is to close one ward.",
    "Staff must wash their hands before meals.",
    "Members discussed the agreed plan from 2019.",
    "The Health Board will decide in May.",
    "Carol Dale may retire in August.",
    "Decisions about funding are taken by the trust board.",
    "No decision was taken.",
    "Bob Alder was thanked for his work.",
    "The group has met twice since 12 January.",
    "The number of referrals rose from 14 to 29.",
    "A draft had been tabled late.",
    "Bob Alder will be on leave in June.",
    "The doctor will see patients on Mondays.",
    "It was noted that waiting times had fallen.",
    "Carol Dale presented the results for March 2026.",
    "According to the plan all units will report monthly.",
)


def read(text: str) -> Minutes:
    return interpret(page(text))


def told(minutes: Minutes) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(action.item or "", action.owners, action.due.date if action.due else None) for action in minutes.actions]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_only_told_is_no_fact(sentence: str) -> None:
    minutes = minutes_in(load("en"), sentence)
    assert (minutes.actions, [d for d in minutes.decisions if d.kind == "decision"], minutes.postponed) == ((), [], ())


def test_american_minutes() -> None:
    minutes = read(LIBRARY)
    meeting = minutes.meeting
    assert (meeting.body, meeting.date, meeting.start, meeting.chair, meeting.secretary) == (
        "Harbor County Library Board", "2026-03-05", "18:30", "Laura Whitfield", "Kevin Stone",
    )  # fmt: skip
    assert {person.name: person.attendance for person in minutes.people} == {
        "Laura Whitfield": "present", "Thomas Okafor": "present", "Denise Marchetti": "present", "Ruth Abramson": "present",
        "Carl Jensen": "absent", "Maria Delgado": "adjunct", "Kevin Stone": "adjunct",
    }  # fmt: skip
    assert [decision.text for decision in minutes.decisions if decision.kind == "decision"] == [
        "The board voted to extend Saturday hours to 5 p.m. beginning May 2."
    ]
    assert told(minutes) == [("2", ("Maria Delgado",), None), ("4", ("Ruth Abramson",), None), ("4", ("Carl Jensen",), "2026-04-01")]
    assert [(matter.kind, matter.until.date if matter.until else None) for matter in minutes.postponed] == [("tabled", "2026-04-02")]
    assert [(coming.date, coming.start, coming.place) for coming in minutes.next_meetings] == [("2026-04-02", "18:30", "the Reading Room")]


def test_british_committee_minutes() -> None:
    minutes = read(ETHICS)
    meeting = minutes.meeting
    assert (meeting.body, meeting.organization, meeting.date, meeting.start, meeting.place) == (
        "Research Ethics Sub-Committee", "Northvale University Hospitals", "2026-02-09", "10:00", "Seminar Room 4, Clarendon Building",
    )  # fmt: skip
    assert [(person.name, person.role) for person in minutes.people if person.role] == [("Judith Hale", "chair"), ("Tara Quinn", "secretary")]
    assert [decision.text for decision in minutes.decisions if decision.kind == "decision"] == [
        "It was resolved to approve the application subject to conditions."
    ]
    assert told(minutes)[:4] == [
        ("4", ("Tara Quinn",), "2026-02-15"),
        ("5", ("Judith Hale",), "2026-02-27"),
        ("5", ("members",), "2026-03-06"),
        ("6", ("Paul Sturgess",), None),
    ]
    assert [(matter.kind, matter.until.date if matter.until else None) for matter in minutes.postponed] == [("deferred", "2026-03-09")]
    assert [(coming.date, coming.start) for coming in minutes.next_meetings] == [("2026-03-09", "10:00")]


def test_why_somebody_was_away_is_written_nowhere() -> None:
    assert "sick" not in repr(read(ETHICS)).casefold()


@pytest.mark.parametrize(
    "sentence", ["Bob's chemotherapy starts in May.", "Bob Alder (off sick until May) will phone.", "The patient John Smith was discussed."]
)
def test_health_of_a_person_is_withheld(sentence: str) -> None:
    assert not any(
        name in repr(minutes_in(load("en"), f"{sentence} Carol Dale to send the list.")) for name in ("chemotherapy", "off sick", "John Smith")
    )


def test_a_title_with_capitals_is_no_second_person() -> None:
    present = "Omar Bashir, Chief Pharmacist, Sister Grace Tully, Helen Oduya, Patient Representative"
    minutes = read(f"Minutes\nDate: 5 March 2026\nPresent: {present}\n1. Opening\nWe met.")
    assert [person.name for person in minutes.people] == ["Omar Bashir", "Grace Tully", "Helen Oduya"]
