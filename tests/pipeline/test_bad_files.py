"""Files that cannot be read: each says what it is and what to do, and every other file is done all the same."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from functions import errors
from functions.library.folder import FolderLibrary
from functions.model.library import Fetched, LibraryFile
from functions.pipeline import Workplace, run
from functions.state.sqlite import SqliteState
from tests.pipeline.desk import CORPUS, DRAFTS, EYES, MAY, Desk, command, hashes, lines, minutes, parts
from tests.reading.packages import build, p, zip_parts
from tests.reading.pages import Page, build_pdf, write_lines

WHOLE = next((CORPUS / "akut-2026-01-27").glob("*.docx")).read_bytes()


def compound(*streams: str) -> bytes:
    """An OLE compound file whose directory has these streams ([MS-CFB] 2.6)."""
    directory = b""
    for kind, name in [(5, "Root Entry"), *((2, stream) for stream in streams)]:
        coded = name.encode("utf-16-le") + b"\0\0"
        directory += coded.ljust(64, b"\0") + struct.pack("<HB", len(coded), kind) + b"\0" * 61
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + directory.ljust(1024, b"\0")


def bomb() -> bytes:
    """A package whose document inflates to 300 MB."""
    place = io.BytesIO(WHOLE)
    made = io.BytesIO()
    with zipfile.ZipFile(place) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        with new.open("word/document.xml", "w") as stream:
            for _ in range(300):
                stream.write(b" " * 2**20)
    return made.getvalue()


def with_entities() -> bytes:
    text = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;">]>'
    return build(parts={"word/document.xml": text + "<w:document xmlns:w='x'><w:body><w:p>&b;</w:p></w:body></w:document>"})


def long_pdf() -> bytes:
    page = Page()
    write_lines(page, 700, "Beslutsunderlag", "Sida efter sida med text.")
    return build_pdf([page] * 872)


# The bytes are made when a test asks for them.
BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "webbsida.docx": (lambda: b"<html><body>Protokoll</body></html>", "heter .docx men är en webbsida", "spara som .docx"),
    "bild.docx": (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 200, "heter .docx men är en bild", "Spara anteckningarna som Word"),
    "avkortad.docx": (lambda: WHOLE[: len(WHOLE) // 2], "ofullständig", "på nytt"),
    "bomb.docx": (bomb, "MB uppackad", "spara om den i Word"),
    "entiteter.docx": (with_entities, "DOCTYPE", "spara"),
    "låst.docx": (lambda: compound("EncryptedPackage", "EncryptionInfo"), "skyddad med lösenord", "utan lösenord"),
    "gammal.doc": (lambda: compound("WordDocument"), "gammal Word-fil (.doc)", "spara som .docx"),
    "inskannad.pdf": (lambda: build_pdf([Page(pictured=True), Page(pictured=True)]), "inskannad", "text"),
    "tom.docx": (lambda: b"", "tom (0 byte)", "på nytt"),
    "nollor.docx": (lambda: b"\0" * 3000, "bara nollor", "på nytt"),
    "lång.pdf": (long_pdf, "872 sidor", "egen fil"),
    "kalkyl.docx": (lambda: zip_parts({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "Kunde inte läsas", "Word"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_says_what_it_is_and_what_to_do_and_exits_with_three_when_asked_for_alone(tmp_path: Path, name: str) -> None:
    make, what, remedy = BAD[name]
    path = tmp_path / name
    path.write_bytes(make())
    told = command("read", path, "--json")
    assert told.returncode == errors.Unreadable.exit_code
    assert what.casefold() in told.stdout.casefold()
    assert remedy.casefold() in told.stdout.casefold()
    assert "Traceback" not in told.stderr


def test_interpret_gives_every_file_its_line_and_is_strict_on_request(tmp_path: Path) -> None:
    good = tmp_path / "z.docx"
    good.write_bytes(minutes())
    for name, (make, _, _) in BAD.items():
        (tmp_path / name).write_bytes(make())
    files = [tmp_path / name for name in BAD] + [good, tmp_path / "finns inte.docx"]
    told = command("interpret", "--json", *files)
    found = lines(told)
    assert [entry["file"] for entry in found] == [str(path) for path in files]
    assert {entry["document"]["status"] for entry in found} == {"unreadable", "read"}
    assert all(entry["document"]["reason"] for entry in found if entry["document"]["status"] == "unreadable")
    strict = command("interpret", "--strict", "--json", *files)
    assert strict.returncode == errors.Unreadable.exit_code
    assert strict.stdout == told.stdout
    assert command("interpret", "--strict", "--json", good).returncode == 0


def test_every_bad_file_has_its_status_in_the_columns_and_every_other_file_is_done(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    for name, (make, _, _) in BAD.items():
        desk.put(f"m/{name}", make())
    desk.put("ö.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    before = hashes(tmp_path)
    told = command("run", tmp_path, "--today", "2026-05-10", "--json")
    ended = {entry["file"]: entry for entry in lines(told) if "file" in entry}
    assert "Traceback" not in told.stderr
    assert (ended["a.docx"]["status"], ended["ö.docx"]["status"]) == ("read", "read")
    for name, (_, what, _) in BAD.items():
        assert ended[f"m/{name}"]["status"] == "unreadable", name
        assert what.casefold() in ended[f"m/{name}"]["reason"].casefold()
        cells = desk.cells(f"m/{name}")
        assert cells["DgReading"] == "Kunde inte läsas", name
        assert cells["DgReadingReason"] == ended[f"m/{name}"]["reason"]
    assert len(desk.drafts()) == 2
    assert desk.run().outcomes == ()
    assert hashes(tmp_path) == before


def test_a_file_that_is_mended_is_read_and_its_status_goes_away(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", WHOLE[:5000])
    desk.run()
    assert desk.cells("a.docx")["DgReading"] == "Kunde inte läsas"
    desk.put("a.docx", minutes())
    assert desk.outcome("a.docx").status == "read"
    assert desk.cells("a.docx")["DgReading"] == "Inläst"
    assert "DgReadingReason" not in desk.cells("a.docx")
    with desk.opened(read_only=True) as (place, _):
        assert place.state.parked() == ()


def test_minutes_that_get_damaged_keep_what_they_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    place = desk.put("a.docx", minutes())
    desk.run()
    told = desk.register()
    assert told
    place.write_bytes(place.read_bytes()[:2000])
    assert desk.outcome("a.docx").status == "unreadable"
    assert desk.register() == told
    assert desk.cells("a.docx")["DgMeetingDate"] == "2026-03-05"


class _Vanishing(FolderLibrary):
    """A folder from which a file goes away just as it is read."""

    def fetch(self, file: LibraryFile) -> Fetched:
        if file.name == "b.docx":
            (self.root / file.path).unlink(missing_ok=True)
        return super().fetch(file)


class _Held(FolderLibrary):
    """A folder in which a file is open in Word."""

    def fetch(self, file: LibraryFile) -> Fetched:
        if file.name == "b.docx":
            raise errors.Locked("”b.docx” är öppen i ett annat program. Nytt försök görs senare.")
        return super().fetch(file)


class _Failing(FolderLibrary):
    """A folder in which a file shows a fault of ours."""

    def fetch(self, file: LibraryFile) -> Fetched:
        if file.name == "b.docx":
            raise ZeroDivisionError("hemlig text ur filen")
        return super().fetch(file)


def _run_in(kind: type[FolderLibrary], root: Path) -> dict[str, str]:
    library = kind.open(root)
    try:
        return {outcome.file.path: outcome.status for outcome in run(Workplace(library, SqliteState(library.database), MAY)).outcomes}
    finally:
        library.close()


def test_a_file_that_vanishes_while_it_is_read_is_no_fault(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name, day in (("a.docx", "2026-03-05"), ("b.docx", "2026-04-16"), ("c.docx", "2026-03-19")):
        desk.put(name, minutes(day))
    assert _run_in(_Vanishing, tmp_path) == {"a.docx": "read", "b.docx": "vanished", "c.docx": "read"}
    assert [outcome.status for outcome in desk.run().outcomes] == ["deleted"]
    assert desk.run().outcomes == ()
    assert command("read", tmp_path / "b.docx").returncode == errors.Vanished.exit_code


def test_a_file_that_is_open_in_word_waits_and_is_read_when_it_is_closed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name, day in (("a.docx", "2026-03-05"), ("b.docx", "2026-04-16")):
        desk.put(name, minutes(day))
    assert _run_in(_Held, tmp_path) == {"a.docx": "read", "b.docx": "waiting"}
    assert desk.cells("b.docx")["DgReading"] == "Väntar"
    assert "öppen" in str(desk.cells("b.docx")["DgReadingReason"])
    assert desk.outcome("b.docx").status == "read"
    assert desk.cells("b.docx")["DgReading"] == "Inläst"


def test_an_agenda_that_waited_has_no_status_once_it_is_read(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("b.docx", build(p("Bara en text om något annat än ett möte, utan rubriker.")))
    assert _run_in(_Held, tmp_path) == {"b.docx": "waiting"}
    desk.run()
    assert desk.cells("b.docx") == {}


def test_a_fault_of_ours_in_one_file_stops_no_other_and_tells_no_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name, day in (("a.docx", "2026-03-05"), ("b.docx", "2026-04-16"), ("c.docx", "2026-03-19")):
        desk.put(name, minutes(day))
    assert _run_in(_Failing, tmp_path) == {"a.docx": "read", "b.docx": "unreadable", "c.docx": "read"}
    reason = str(desk.cells("b.docx")["DgReadingReason"])
    assert "ZeroDivisionError" in reason
    assert "hemlig" not in reason


def test_a_place_for_the_state_that_cannot_be_written_is_told_with_what_to_do(tmp_path: Path) -> None:
    root = tmp_path / "m"
    Desk(root).put("a.docx", minutes())
    (tmp_path / "state").write_text("en fil", encoding="utf-8")
    told = command("run", root, "--state", tmp_path / "state")
    assert told.returncode == errors.NoAccess.exit_code
    assert "Det går inte att skriva" in told.stderr
    assert "--state" in told.stderr


def test_drafts_that_cannot_be_saved_stop_nothing_else_and_are_told_at_the_end(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.put("b.docx", minutes("2026-04-17", council="Programråd tandvård", coming=("2026-05-22",)))
    desk.put(DRAFTS, b"a file where the folder should be")
    told = command("run", tmp_path, "--today", "2026-05-10")
    assert told.returncode == errors.NoAccess.exit_code
    assert "Förslaget kan inte sparas" in told.stderr
    assert desk.cells("a.docx")["DgState"] == desk.cells("b.docx")["DgState"] == "Klar"
    (tmp_path / DRAFTS).unlink()
    assert command("run", tmp_path, "--today", "2026-05-10").returncode == 0
    assert len(desk.drafts()) == 4


@pytest.mark.parametrize(("template", "what"), [("{{ council", "skrivfel"), ("{{ vädret }}", "vädret"), ("{% for x in %}", "skrivfel")])
def test_a_broken_template_gives_a_draft_by_the_standard_one_and_a_note(tmp_path: Path, template: str, what: str) -> None:
    desk, plain = Desk(tmp_path / "a"), Desk(tmp_path / "b")
    for one in (desk, plain):
        one.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.put("Mallar för dagordning/Vår mall.docx", build(p(template)))
    (laid,) = desk.run().drafts
    plain.run()
    assert laid.outcome == "written"
    assert "Vår mall.docx" in str(laid.note)
    assert what in str(laid.note)
    name = f"2026-05-21 Förslag till dagordning {EYES}.docx"
    assert (desk.root / DRAFTS / name).read_bytes() == (plain.root / DRAFTS / name).read_bytes()
    told = command("template", "check", desk.root / "Mallar för dagordning" / "Vår mall.docx")
    assert told.returncode == errors.BadTemplate.exit_code


def test_a_broken_template_for_the_sheet_gives_the_standard_sheet_which_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.put("Mallar för dagordning/Underlag.docx", build(p("{{ lines[0].namn }}")))
    (laid,) = desk.run().drafts
    assert (laid.outcome, "Underlag.docx" in str(laid.note)) == ("written", True)
    sheet = parts(desk.root)[f"2026-05-21 Underlag till sekreteraren {EYES}.docx"]["word/document.xml"].decode()
    assert "Mallen ”Underlag.docx” kunde inte användas, därför är underlaget till sekreteraren gjort med standardmallen" in sheet


def test_a_template_that_is_no_word_file_gives_the_standard_draft(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.put("Mallar för dagordning/mall.docx", b"ingen mall")
    (laid,) = desk.run().drafts
    assert (laid.outcome, "mall.docx" in str(laid.note)) == ("written", True)


@pytest.mark.parametrize("day", ["1971-01-01", "1999-12-31", "2126-01-01", "9998-12-31"])
def test_a_clock_that_is_years_off_breaks_nothing(tmp_path: Path, day: str) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    os.utime(tmp_path / "a.docx", (4102444800, 4102444800))  # the year 2100
    before = hashes(tmp_path)
    assert command("run", tmp_path, DAGORDNING_TODAY=day).returncode == 0
    state = desk.cells("a.docx").get("DgState")
    assert state == ("Pågår" if day < "2026" else None)  # with a clock that is far ahead it is of the back-catalogue
    assert desk.on(day).run().outcomes == ()
    desk.run()  # and when the clock is set right
    assert desk.cells("a.docx")["DgState"] == "Klar"
    assert [row.status.value for row in desk.rows()] == ["open"]
    assert hashes(tmp_path) == before


def test_a_day_that_is_no_day_is_wrong_usage(tmp_path: Path) -> None:
    for words, environment in ((["--today", "i morgon"], {}), ([], {"DAGORDNING_TODAY": "2026-13-01"})):
        told = command("run", tmp_path, *words, **environment)
        assert told.returncode == errors.BadUsage.exit_code
        assert "2026-04-27" in told.stderr
