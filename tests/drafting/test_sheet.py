"""Underlag till sekreteraren tells why each line stands there, what was left out, and who has what open; none of it stands in the draft."""

from dataclasses import replace

from functions.drafting import sheet_context_of
from functions.model.doubts import Asked
from functions.model.minutes import Doubt, Quote
from functions.model.register import OpenItem, Puzzle, RowEvent, RowKind, RowStatus, SkeletonPoint

from .council import APRIL, HELD, MAY, draft, due, register, row

OWN = tuple(SkeletonPoint(str(number), title) for number, title in enumerate(("Öppnande", "Laget runt", "Övrigt"), 1))
PAST = (("2026-02-05", OWN), ("2026-03-19", OWN))


def test_every_line_has_its_reason_the_councils_own_points_in_a_list_of_their_own() -> None:
    rows = (row("a", RowKind.ACTION, "Sara skriver en rutin"), row("b", RowKind.TABLED, "Fotvård"))
    agenda = draft(*rows, skeletons=PAST)
    sheet = sheet_context_of(agenda, register(*rows, skeletons=PAST))
    reasons = {line["title"]: (line["reason"], line["quotes"]) for line in sheet["lines"]}
    assert reasons["Sara skriver en rutin"] == ("", ["Sara skriver en rutin"])
    own = {point["title"]: point["reason"] for point in sheet["own_points"]}
    assert own["Öppnande"] == own["Laget runt"] == "stod vid de 2 senaste mötena"
    assert own["Uppföljning"] == "här står de öppna uppgifterna"
    assert set(own) | set(reasons) >= {line.title for line in agenda.lines}


def test_a_task_of_the_appendix_has_its_reason_too() -> None:
    rows = tuple(row(f"k{number}", RowKind.ACTION, f"Sara skriver rutin {number}") for number in range(10))
    sheet = sheet_context_of(draft(*rows), register(*rows))
    assert [line["number"] for line in sheet["lines"] if line["title"] in ("Sara skriver rutin 8", "Sara skriver rutin 9")] == ["Bilaga", "Bilaga"]


def test_what_the_register_asks_stands_among_the_questions_with_its_words_and_points() -> None:
    rows = (row("a", RowKind.ACTION, "Sara skriver en rutin"),)
    said = (Quote("b1", 0, 30, "Protokollet godkänns med ändringen att rutinen skrivs av Bo"),)
    asks = Puzzle("corrected", "Anteckningarna från 2026-03-19 godkändes med en ändring. Stämmer punkterna nedan?", ("a",), said)
    asleep = Puzzle("dormant", "Gäller punkten fortfarande?", ("a",))
    (question,) = sheet_context_of(draft(*rows), register(*rows, puzzles=(asks, asleep)))["questions"]
    assert question["text"] == asks.question
    assert question["source"] == "”Protokollet godkänns med ändringen att rutinen skrivs av Bo” – Sara skriver en rutin"


def test_what_made_a_point_seem_done_is_quoted_and_not_what_was_said_after() -> None:
    said = (("seems_done", "Rutinen finns nu"), ("mentioned", "En ny rutin"))
    told = [RowEvent(kind, "2026-03-19", "3", None, "program", (Quote("b1", 0, 10, words),)) for kind, words in said]
    one = row("a", RowKind.ACTION, "Sara skriver en rutin", status=RowStatus.SEEMS_DONE)
    one = replace(one, events=(*one.events, *told))
    (shown,) = sheet_context_of(draft(one), register(one))["seems_done"]
    assert shown["quote"] == "Rutinen finns nu"


def test_what_only_may_be_done_is_asked_about_last_and_stands_on_the_draft_as_an_open_line() -> None:
    def asked(key: str, text: str, kind: str) -> OpenItem:
        told = RowEvent(kind, "2026-03-19", "3", None, "program", (Quote("b1", 0, 10, f"{text} nu"),))
        one = row(key, RowKind.ACTION, text, owners=("Sara Berg",), status=RowStatus.SEEMS_DONE)
        return replace(one, events=(*one.events, told))

    rows = (asked("a", "Sara skriver en rutin", "may_be_done"), asked("b", "Sara mäter dörren", "seems_done"))
    agenda = draft(*rows)
    sheet = sheet_context_of(agenda, register(*rows))
    assert [(one["text"], one["quote"], one["note"]) for one in sheet["seems_done"]] == [
        ("Sara mäter dörren", "Sara mäter dörren nu", ""),
        ("Sara skriver en rutin", "Sara skriver en rutin nu", "Är det klart? Punkten står kvar i förslaget."),
    ]
    assert [one["text"] for member in sheet["members"] for one in member["points"]] == ["Sara skriver en rutin"]
    assert [key for line in agenda.lines for key in line.keys] == ["a"]


def test_everybodys_open_tasks_stand_by_name_and_nothing_that_is_closed_or_unsure() -> None:
    rows = (
        row("a", RowKind.ACTION, "Sara skriver en rutin", owners=("Sara Berg",), due=due("2026-03-30", "senast 30 mars")),
        row("b", RowKind.ACTION, "Sara och Bo mäter", owners=("Sara Berg", "Bo Ek")),
        row("c", RowKind.ACTION, "Bo ringer", owners=("Bo Ek",), status=RowStatus.PROPOSED),
        row("d", RowKind.ACTION, "Bo ringde", owners=("Bo Ek",), status=RowStatus.DONE),
        row("e", RowKind.TABLED, "Fotvård", owners=("Bo Ek",)),
    )
    members = sheet_context_of(draft(*rows), register(*rows))["members"]
    assert [(one["name"], [point["text"] for point in one["points"]]) for one in members] == [
        ("Bo Ek", ["Sara och Bo mäter"]),
        ("Sara Berg", ["Sara och Bo mäter", "Sara skriver en rutin"]),
    ]


def test_the_sum_of_the_time_plan_stands_on_the_sheet_and_not_in_the_draft() -> None:
    timed = (SkeletonPoint("1", "Öppnande", "13:00", "13:10"), SkeletonPoint("2", "Laget runt", "13:10", "16:00"))
    agenda = draft(skeletons=(("2026-02-05", timed), ("2026-03-19", timed)), meetings=(*HELD, replace(APRIL, end="15:00"), MAY))
    notes = sheet_context_of(agenda, register())["notes"]
    assert any(note.startswith("Tidsplanen går över med 1 h 20 min") for note in notes)
    assert not any("Tidsplan" in line.title or "Tidsplan" in (line.purpose or "") for line in agenda.lines)


def test_the_sheet_tells_where_to_answer_where_there_is_a_list_and_where_there_is_none() -> None:
    one = row("a1b2c3d4e5", RowKind.ACTION, "Sara mäter dörren", status=RowStatus.SEEMS_DONE)
    there, here = (sheet_context_of(draft(one), register(one), listed=listed) for listed in (True, False))
    assert ("listan Uppföljning" in there["answer_where"], [row["key"] for row in there["seems_done"]]) == (True, [""])
    assert ("dagordning set" in here["answer_where"], [row["key"] for row in here["seems_done"]]) == (True, ["a1b2c3d4"])


def test_every_question_stands_with_the_command_that_answers_it_where_there_is_no_list() -> None:
    asks = Puzzle("versions_differ", "Två filer skiljer sig. Vilken gäller?", (), (), ("a.docx", "b.docx"), "a.docx")
    doubt = Doubt("b617cc4f6cc6", "owner_ambiguous", "Vem är Anna?", ("Anna Ek", "Anna Alm", "Ingen av dem"), ())
    where = (*HELD, replace(APRIL, place=None, online=False, start=None))
    agenda = draft(meetings=where)
    there, here = (
        sheet_context_of(agenda, register(meetings=where, puzzles=(asks,)), doubts=[Asked(doubt, ("2026/a.docx",))], listed=listed)
        for listed in (True, False)
    )
    assert {question["answer"] for question in there["questions"]} == {""}
    assert "listan Uppföljning" in there["questions_where"]
    answers = {question["text"].split("?")[0]: question["answer"] for question in here["questions"]}
    day = agenda.meeting.date if agenda.meeting else ""
    assert answers["Vem är Anna"] == 'dagordning answer "2026/a.docx" b617cc4f6cc6 SVAR'
    assert answers["Två filer skiljer sig. Vilken gäller"] == f'dagordning answer "a.docx" {asks.id[:12]} SVAR'
    assert [answer for answer in answers.values() if answer.startswith("dagordning meeting")] == [
        f'dagordning meeting "{agenda.council}" {day} --time TID',
        f'dagordning meeting "{agenda.council}" {day} --place PLATS',
    ]
    assert "listan" not in here["questions_where"]


def test_what_is_not_confirmed_says_how_to_get_it_onto_the_agenda() -> None:
    rows = (
        row("a1b2c3d4e5", RowKind.ACTION, "Sara mäter dörren", status=RowStatus.PROPOSED),
        row("ffffffffff", RowKind.CONSULTATION, "Regional rutin", due=due("2026-04-14")),
    )
    there, here = (sheet_context_of(draft(*rows), register(*rows), listed=listed) for listed in (True, False))
    assert {left["text"]: left["key"] for left in here["left_out"]} == {"Sara mäter dörren": "a1b2c3d4", "Regional rutin": ""}
    assert ("dagordning set" in here["left_where"], "listan" in here["left_where"]) == (True, False)
    assert ({left["key"] for left in there["left_out"]}, "listan Uppföljning" in there["left_where"]) == ({""}, True)
    assert sheet_context_of(draft(rows[1]), register(rows[1]), listed=False)["left_where"] == ""


def test_a_folder_without_lists_is_never_told_of_one() -> None:
    rows = (row("a", RowKind.ACTION, "Sara mäter dörren", status=RowStatus.HISTORIC),)
    agenda = draft(*rows, skeletons=PAST)
    by_hand = replace(agenda, lines=(replace(agenda.lines[0], reason="fast punkt i listan Råd"), *agenda.lines[1:]))
    there, here = (str(sheet_context_of(by_hand, register(*rows, skeletons=PAST), listed=listed)) for listed in (True, False))
    assert ("vyn Historiska" in there, "listan Råd" in there) == (True, True)
    assert ("listan" in here, "dagordning register --all" in here, "rådets inställningar" in here) == (False, True, True)
