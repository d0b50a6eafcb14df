"""Councils by text and folder: near names, several in one folder, year folders, and folders that say otherwise than the title."""

from __future__ import annotations

from pathlib import Path

from tests.pipeline.desk import EARS, EYES, MAY, Desk, agenda, joined, minutes


def test_several_councils_in_one_folder_are_kept_apart(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    desk.put("b.docx", minutes(council=EARS))
    desk.run()
    assert desk.councils() == [EYES, EARS]
    assert [len(desk.rows(name)) for name in (EYES, EARS)] == [1, 1]


def test_a_councils_name_in_another_form_is_the_same_council(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    desk.put("b.docx", minutes("2026-04-16", council="Samordningsrådet för ögonsjukvård"))
    desk.run()
    assert desk.councils() == [EYES]
    assert desk.cells("b.docx")["DgCouncil"] == EYES


def test_minutes_without_a_name_belong_to_their_folders_council_through_year_folders(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EYES}/2025/a.docx", minutes("2025-03-05", council=None))
    desk.put(f"{EYES}/2026/Protokoll/b.docx", minutes(council=None))
    desk.put("Öronsjukvård/2026/c.docx", minutes(council=EARS))
    desk.put("Öronsjukvård/2026/d.docx", minutes("2026-04-16", council=None))
    desk.run()
    assert desk.councils() == [EYES, EARS]
    assert desk.cells("Öronsjukvård/2026/d.docx")["DgCouncil"] == EARS


def test_minutes_of_nobody_knows_whom_are_asked_about_and_wait(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes(council=None))
    assert [doubt.code for doubt in desk.outcome("a.docx").doubts] == ["no_council"]
    assert desk.rows() == []
    desk.answer("a.docx", "no_council", EYES)
    assert desk.councils() == [EYES]
    assert len(desk.rows()) == 1
    assert desk.doubts("a.docx") == []
    assert desk.run().outcomes == ()


def test_a_folder_that_says_otherwise_than_the_title_raises_a_question(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EARS}/a.docx", minutes(council=EARS))
    desk.put(f"{EARS}/b.docx", minutes("2026-04-16", council=EYES))
    (doubt,) = desk.outcome(f"{EARS}/b.docx").doubts
    assert doubt.question == f"Mappen säger {EARS}, rubriken {EYES}. Vilket råd?"
    assert doubt.choices == (EYES, EARS)
    assert [quote.text for quote in doubt.quotes] == [EYES]
    cells = desk.cells(f"{EARS}/b.docx")
    assert (cells["DgCouncil"], cells["DgReading"], cells["DgToCheck"]) == (EYES, "Att kontrollera", 1)
    assert desk.run().outcomes == ()


def test_the_answer_that_the_folder_is_right_moves_the_rows(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EARS}/a.docx", minutes(council=EARS))
    desk.put(f"{EARS}/b.docx", minutes("2026-04-16", council=EYES))
    desk.run()
    desk.answer(f"{EARS}/b.docx", "council_conflict", EARS)
    assert {row.council for row in desk.rows()} == {"samordningsråd-öronsjukvård"}
    assert desk.doubts(f"{EARS}/b.docx") == []
    assert "DgToCheck" not in desk.cells(f"{EARS}/b.docx")
    assert desk.run().outcomes == ()


def test_the_answer_that_the_title_is_right_is_remembered_for_a_new_version(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EARS}/a.docx", minutes(council=EARS))
    desk.put(f"{EARS}/b.docx", minutes("2026-04-16", council=EYES))
    desk.run()
    desk.answer(f"{EARS}/b.docx", "council_conflict", EYES)
    assert desk.doubts(f"{EARS}/b.docx") == []
    desk.put(f"{EARS}/b.docx", minutes("2026-04-16", "Kö: Cia Dahl ringer de väntande.", council=EYES))
    assert desk.outcome(f"{EARS}/b.docx").doubts == ()
    assert desk.cells(f"{EARS}/b.docx")["DgCouncil"] == EYES


def test_a_misplaced_file_that_is_read_before_its_folders_council_is_known_is_asked_about_in_the_same_run(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EARS}/a.docx", minutes(council=EYES))
    desk.put(f"{EARS}/b.docx", minutes("2026-04-16", council=EARS))
    report = desk.run()
    assert [len(outcome.doubts) for outcome in report.outcomes] == [1, 0]
    assert desk.run().outcomes == ()


def test_a_folder_of_that_name_in_another_form_raises_no_question(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("Samordningsrådet ögonsjukvård/2026/a.docx", minutes())
    desk.put("Ögonsjukvård/b.docx", minutes("2026-04-16"))
    desk.put("Arkiv/c.docx", minutes("2025-04-16"))
    assert [outcome.doubts for outcome in desk.run().outcomes] == [(), (), ()]
    assert desk.councils() == [EYES]


def test_an_agenda_that_lies_before_its_councils_first_minutes_is_still_known_as_the_councils(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a dagordning.docx", agenda("2026-05-21"))
    desk.run()
    desk.put("b.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    (laid,) = desk.run().drafts
    assert (laid.outcome, laid.agenda.file) == ("own", "a dagordning.docx")
    assert desk.today == MAY


def test_an_agenda_makes_no_council(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a dagordning.docx", agenda("2026-05-21"))
    desk.run()
    assert desk.councils() == []


def test_minutes_of_a_body_that_nobody_follows_touch_no_councils_rows_and_give_no_double(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05"))
    desk.run()
    before = desk.rows(EYES)
    other = minutes("2026-04-02", "Uppföljning: Bo Alm, rutin för ögonbottenfotografering: klart.", council="Styrgrupp journalbyte", coming=())
    desk.put("styrgrupp.docx", other)
    desk.put("styrgrupp - Kopia.docx", other)
    assert {outcome.status for outcome in desk.run().outcomes} == {"read"}
    assert desk.rows(EYES) == before
    assert desk.councils() == [EYES, "Styrgrupp journalbyte"]
    assert len({row.key for row in desk.rows()}) == len(desk.rows())
    assert desk.run().outcomes == ()
    desk.set("Styrgrupp journalbyte", "Pausa", "Ja")
    desk.on("2026-05-15").run()
    assert [name for name in desk.drafts() if "journalbyte" in name] == []


def test_minutes_of_a_body_that_nobody_follows_in_a_councils_folder_are_asked_about(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EYES}/a.docx", minutes("2026-03-05"))
    desk.put(f"{EYES}/b.docx", minutes("2026-04-02", "Avtal: Cia Dahl ser över avtalet.", council="Styrgrupp journalbyte", coming=()))
    desk.run()
    assert len(desk.doubts(f"{EYES}/b.docx")) == 1
    assert [row.text for row in desk.rows(EYES) if "avtalet" in row.text] == []
    assert desk.run().outcomes == ()


def test_the_minutes_of_two_councils_in_one_file_are_never_one_councils(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ears = minutes("2026-03-05", "Kö: Cia Dahl ringer de väntande senast den 7 maj 2026.", council=EARS)
    desk.put("a.docx", joined(minutes("2026-03-05"), ears))
    desk.run()
    assert {(row.council, row.owners) for row in desk.rows()} == {("samordningsråd-ögonsjukvård", ("Bo Alm",))}
    assert [code for code, _ in desk.doubts("a.docx")] == ["several_meetings"]
    desk.answer("a.docx", "several_meetings", f"{EARS} 2026-03-05")
    assert {(row.council, row.owners) for row in desk.rows() if row.status != "dropped"} == {("samordningsråd-öronsjukvård", ("Cia Dahl",))}
    assert desk.cells("a.docx")["DgCouncil"] == EARS
    assert (desk.doubts("a.docx"), desk.run().outcomes) == ([], ())
