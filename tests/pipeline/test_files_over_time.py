"""Files that are renamed, moved, copied, deleted, saved anew or settle with time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from functions.model.register import RowStatus
from tests.pipeline.desk import EARS, EYES, Desk, hashes, minutes
from tests.reading.pages import Page, build_pdf, write_lines


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put(f"{EYES}/2026/a.docx", minutes())
    desk.run()
    return desk


def pdf(*rows: str) -> bytes:
    page = Page()
    write_lines(page, 780, *rows, pitch=16)
    return build_pdf([page])


MINUTES_AS_PDF = pdf(
    f"Mötesanteckningar {EYES}",
    "Datum: 5 mars 2026",
    "Tid: 13.00–15.00",
    "Plats: Sal Linden, Östby sjukhus",
    "Närvarande",
    "Helga Norin, ordförande",
    "Bo Alm, överläkare",
    "Cia Dahl, ortoptist",
    "Tove Myr, sekreterare",
    "1. Mötets öppnande",
    "Helga Norin öppnar mötet och hälsar alla välkomna.",
    "2. Fotografering",
    "Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.",
    "3. Nästa möte",
    "16 april 2026 kl. 13.00–15.00, Sal Linden",
    "Helga Norin avslutar mötet.",
)


def test_a_renamed_and_moved_file_keeps_its_cells_its_rows_and_a_persons_word(desk: Desk) -> None:
    key = desk.row("rutin").key
    desk.set(f"{EYES}/2026/a.docx", "Plats", "Sal Eken")
    desk.set(key, "owner", "Cia Dahl")
    (desk.root / EYES / "2026" / "a.docx").rename(desk.root / EYES / "protokoll mars.docx")
    desk.run()
    assert desk.cells(f"{EYES}/protokoll mars.docx")["DgPlace"] == "Sal Eken"
    (row,) = desk.rows()
    assert (row.key, row.owners, row.opened.file) == (key, ("Cia Dahl",), f"{EYES}/protokoll mars.docx")
    assert desk.run().outcomes == ()


def test_a_file_without_a_councils_name_belongs_to_the_folder_it_is_moved_to(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put(f"{EYES}/2026/a.docx", minutes(council=None))
    desk.run()
    assert {row.council for row in desk.rows()} == {"samordningsråd-ögonsjukvård"}
    (desk.root / EARS / "2026").mkdir(parents=True)
    (desk.root / EYES / "2026" / "a.docx").rename(desk.root / EARS / "2026" / "a.docx")
    desk.run()
    assert {row.council for row in desk.rows()} == {"samordningsråd-öronsjukvård"}
    assert desk.cells(f"{EARS}/2026/a.docx")["DgCouncil"] == EARS


def test_a_copy_opens_nothing_twice(desk: Desk) -> None:
    before = [row.key for row in desk.rows()]
    shutil.copyfile(desk.root / EYES / "2026" / "a.docx", desk.root / EYES / "2026" / "Kopia av a.docx")
    desk.run()
    assert [row.key for row in desk.rows()] == before
    assert desk.cells(f"{EYES}/2026/Kopia av a.docx")["DgGoverning"] is False
    assert desk.cells(f"{EYES}/2026/a.docx")["DgGoverning"] is True


def test_a_deleted_file_leaves_its_rows_and_comes_back_as_it_was(desk: Desk) -> None:
    place = desk.root / EYES / "2026" / "a.docx"
    data, told, cells = place.read_bytes(), [row.key for row in desk.rows()], desk.cells(f"{EYES}/2026/a.docx")
    place.unlink()
    assert desk.outcome(f"{EYES}/2026/a.docx").status == "deleted"
    assert [row.key for row in desk.rows()] == told
    place.write_bytes(data)
    desk.run()
    assert [row.key for row in desk.rows()] == told
    assert desk.cells(f"{EYES}/2026/a.docx") == cells


def test_another_file_at_a_deleted_ones_place_has_cells_of_its_own(desk: Desk) -> None:
    place = desk.root / EYES / "2026" / "a.docx"
    place.unlink()
    desk.run()
    place.write_bytes(minutes("2026-04-16", start="10.00"))
    desk.run()
    cells = desk.cells(f"{EYES}/2026/a.docx")
    assert (cells["DgMeetingDate"], cells["DgStart"]) == ("2026-04-16", "10:00")


def test_an_edited_text_keeps_the_keys_of_its_rows_and_opens_what_is_new(desk: Desk) -> None:
    key = desk.row("rutin").key
    desk.put(
        f"{EYES}/2026/a.docx",
        minutes(
            "2026-03-05",
            "Fotografering: Bo Alm skriver en ny rutin för ögonbottenfotografering senast den 30 april 2026.",
            "Kö: Cia Dahl ringer de väntande.",
        ),
    )
    desk.run()
    assert {row.key for row in desk.rows()} > {key}
    assert desk.row("ny rutin").key == key
    assert len(desk.rows()) == 2


def test_a_second_version_beside_the_first_opens_nothing_twice(desk: Desk) -> None:
    key = desk.row("rutin").key
    desk.set(key, "status", "Delvis klar")
    desk.put(f"{EYES}/2026/a v2 slutlig.docx", minutes("2026-03-05", "Fotografering: Bo Alm skriver en ny rutin för ögonbottenfotografering."))
    desk.run()
    (row,) = desk.rows()
    assert (row.key, row.status) == (key, RowStatus.PART_DONE)
    assert row.opened.file == f"{EYES}/2026/a v2 slutlig.docx"
    first = desk.cells(f"{EYES}/2026/a.docx")
    assert first["DgGoverning"] is False
    assert first["DgState"] == "Klar"
    assert not {"DgActions", "DgDecisions", "DgOpenItems", "DgNextMeeting"} & set(first)
    (desk.root / EYES / "2026" / "a v2 slutlig.docx").unlink()
    desk.run()
    assert [row.key for row in desk.rows()] == [key]
    assert desk.cells(f"{EYES}/2026/a.docx")["DgActions"] == 1


def test_a_pdf_beside_the_word_file_opens_nothing_twice(desk: Desk) -> None:
    before = [row.key for row in desk.rows()]
    desk.put(f"{EYES}/2026/a.pdf", MINUTES_AS_PDF)
    assert desk.outcome(f"{EYES}/2026/a.pdf").meeting == "2026-03-05"
    assert [row.key for row in desk.rows()] == before
    assert [desk.cells(f"{EYES}/2026/a.{ending}")["DgGoverning"] for ending in ("docx", "pdf")] == [True, False]


def test_a_signed_pdf_beside_the_word_file_governs_and_keeps_the_rows_and_a_persons_word(desk: Desk) -> None:
    key = desk.row("rutin").key
    desk.set(key, "owner", "Cia Dahl")
    desk.put(f"{EYES}/2026/a justerad.pdf", MINUTES_AS_PDF)
    desk.run()
    (row,) = desk.rows()
    assert (row.key, row.owners, row.opened.file) == (key, ("Cia Dahl",), f"{EYES}/2026/a justerad.pdf")


def test_files_in_any_order_give_the_same_rows_and_columns(tmp_path: Path) -> None:
    ways = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        desk = Desk(tmp_path / str(order))
        files = [("a v1.docx", minutes()), ("a v2.docx", minutes()), ("b.docx", minutes("2026-04-16", "Fotografering: Rutinen är klar."))]
        for number in order:
            desk.put(*files[number])
            desk.run()
        ways.append((desk.register(), [desk.cells(name) for name, _ in files]))
    assert ways[0] == ways[1] == ways[2]


def test_minutes_without_a_date_wait_and_are_filed_when_a_person_gives_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes(None))
    outcome = desk.outcome("a.docx")
    assert [doubt.code for doubt in outcome.doubts] == ["no_date"]
    assert desk.rows() == []
    with desk.opened(read_only=True) as (place, library):
        from functions.pipeline import register_of

        assert register_of(library.councils()[0], place).waiting == ("a.docx",)
    desk.set("a.docx", "Mötesdatum", "2026-03-05")
    assert [row.opened.meeting for row in desk.rows()] == ["2026-03-05"]
    cells = desk.cells("a.docx")
    assert (cells["DgState"], cells["DgReading"], cells["DgOpenItems"], cells["DgActions"]) == ("Klar", "Inläst", 1, 1)
    desk.set("a.docx", "Mötesdatum", "2026-03-12")
    assert [row.opened.meeting for row in desk.rows()] == ["2026-03-12"]


def test_minutes_settle_with_time_alone(tmp_path: Path) -> None:
    desk = Desk(tmp_path).on("2026-03-06")
    desk.put("a.docx", minutes())
    desk.run()
    ongoing = desk.cells("a.docx")
    assert (ongoing["DgState"], desk.rows()) == ("Pågår", [])
    assert not {"DgActions", "DgDecisions", "DgOpenItems", "DgNextMeeting"} & set(ongoing)
    assert desk.on("2026-03-07").run().outcomes == ()
    later = desk.on("2026-03-08")
    (outcome,) = later.run().outcomes
    assert outcome.file.path == "a.docx"
    final = later.cells("a.docx")
    assert (final["DgState"], final["DgActions"], final["DgOpenItems"], final["DgNextMeeting"]) == ("Klar", 1, 1, "2026-04-16")
    assert later.run().outcomes == ()


def test_later_minutes_approve_earlier_ones_in_the_columns_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    desk.run()
    desk.put("b.docx", minutes("2026-04-16", "Föregående mötesanteckningar: Anteckningarna från förra mötet godkänns och läggs till handlingarna."))
    desk.run()
    assert desk.cells("a.docx")["DgState"] == "Godkänd på möte"
    assert desk.cells("a.docx")["DgNextMeeting"] == "2026-04-16"


def test_minutes_that_become_something_else_take_back_what_they_wrote(desk: Desk) -> None:
    from tests.reading.packages import build, p

    desk.set(f"{EYES}/2026/a.docx", "Plats", "Sal Eken")
    desk.put(f"{EYES}/2026/a.docx", build(p("En packlista: tält, kök och sovsäck.")))
    assert desk.outcome(f"{EYES}/2026/a.docx").status == "not_minutes"
    assert desk.cells(f"{EYES}/2026/a.docx") == {"DgPlace": "Sal Eken"}
    assert desk.rows() == []


def test_hidden_and_temporary_files_are_no_business_of_ours(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name in ("~$a.docx", ".a.docx", "a.docx.tmp", "anteckningar.txt", "Thumbs.db"):
        desk.put(name, minutes())
    assert desk.run().outcomes == ()


def test_no_file_of_a_persons_is_ever_changed(desk: Desk) -> None:
    before = hashes(desk.root)
    desk.set(f"{EYES}/2026/a.docx", "Råd", EARS)
    desk.set(desk.row("rutin").key, "status", "Klar")
    desk.add("En punkt", council=EARS)
    for day in ("2026-04-01", "2026-12-01"):
        desk.on(day).run()
    assert hashes(desk.root) == before


def test_the_decisions_of_a_file_that_is_renamed_stay_in_their_list(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", "Kö: Rådet beslutar att införa rutinen för väntande."))
    desk.run()
    (tmp_path / "a.docx").rename(tmp_path / "b.docx")
    desk.run()
    with desk.opened(read_only=True) as (_, library):
        (row,) = library.rows("Beslut i anteckningarna")
    assert (row.values["Källa"], row.values["Godkänt"]) == ("b.docx", "Ej godkänd")
