"""What a write leaves behind: versions, tags, properties in Word files, lines in the change log."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sharepoint.asking import LIGHT, VERBOSE, Asking, parts_of, refused, text_of, word
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.hands import LibraryHandle

FILE = "Råd/O'Neil & Co #1 100%.docx"
PATH = "/sites/rad/Anteckningar/R%C3%A5d/O''Neil%20%26%20Co%20%231%20100%25.docx"
BY_PATH = f"web/getFileByServerRelativePath(decodedUrl='{PATH}')"


@pytest.fixture
def site() -> Iterator[Emulator]:
    with Emulator().running() as one:
        library = one.add_library("Anteckningar")
        library.add_column("DgCouncil", "Råd")
        library.add_column("DgDate", "Mötesdatum", "DateTime", date_only=True)
        library.add_column("DgOpen", "Öppna punkter", "Number")
        library.add_column("DgPrint", "Avtryck", hidden=True)
        library.put(FILE, word("Samråd den 20 mars."), by="Malin Ek")
        yield one


@pytest.fixture
def library(site: Emulator) -> LibraryHandle:
    return site.library("Anteckningar")


@pytest.fixture
def ask(site: Emulator) -> Asking:
    return Asking(site)


def merge(ask: Asking, values: dict, *, etag: str = "*"):
    return ask("POST", f"{BY_PATH}/ListItemAllFields", values, X_HTTP_Method="MERGE", If_Match=etag)


def test_a_merge_makes_a_version_and_a_new_etag_and_is_the_apps(site, library, ask):
    assert merge(ask, {"DgCouncil": "Samråd", "DgDate": "2026-03-20T12:00:00Z", "DgOpen": 3}).status_code == 204
    assert (library.cell(FILE, "DgCouncil"), library.cell(FILE, "DgDate"), library.cell(FILE, "DgOpen")) == ("Samråd", "2026-03-20", 3)
    assert [one.label for one in library.versions(FILE)] == ["1.0", "2.0"]
    assert library.cell(FILE, "Editor") == "Dagordning"


def test_a_merge_writes_the_columns_into_the_word_file_and_leaves_its_text(library, ask):
    before = library.data(FILE)
    tags = ask.told(BY_PATH)
    merge(ask, {"DgCouncil": "Samråd & <råd>", "DgPrint": "abc"})
    after = library.data(FILE)
    assert after != before
    assert text_of(after) == "Samråd den 20 mars."
    changed = {name for name, body in parts_of(after).items() if parts_of(before).get(name) != body}
    assert changed <= {name for name in parts_of(after) if name.startswith(("docProps/", "customXml/", "_rels", "word/_rels", "[Content"))}
    assert b"Samr\xc3\xa5d &amp; &lt;r\xc3\xa5d&gt;" in parts_of(after)["docProps/custom.xml"]
    now = ask.told(BY_PATH)
    assert now["ContentTag"] != tags["ContentTag"]
    assert now["ETag"] != tags["ETag"]
    assert int(now["Length"]) == len(after)


def test_without_demotion_a_merge_leaves_the_bytes(site, ask):
    plain = site.add_library("Utan", demotion=False)
    plain.add_column("DgCouncil")
    plain.put("a.docx", word("x"))
    before = plain.data("a.docx")
    item = ask.told("web/lists/getbytitle('Utan')/items")["value"][0]
    assert ask("POST", f"web/lists/getbytitle('Utan')/items({item['Id']})", {"DgCouncil": "S"}, X_HTTP_Method="MERGE").status_code == 204
    assert plain.data("a.docx") == before


def test_a_pdf_is_never_rewritten(library, ask):
    library.put("b.pdf", b"%PDF-1.7 x")
    item = ask.rows("web/lists/getbytitle('Anteckningar')/items?$filter=FileLeafRef eq 'b.pdf'&$select=Id")[0]
    ask("POST", f"web/lists/getbytitle('Anteckningar')/items({item['Id']})", {"DgCouncil": "S"}, X_HTTP_Method="MERGE")
    assert library.data("b.pdf") == b"%PDF-1.7 x"


def test_word_with_old_properties_overwrites_the_columns_on_save(library):
    library.set_cell(FILE, "DgCouncil", "Gammalt")
    in_word = library.data(FILE)
    library.set_cell(FILE, "DgCouncil", "Nytt")
    library.set_cell(FILE, "DgOpen", 4)
    library.put(FILE, in_word, by="Malin Ek")
    assert (library.cell(FILE, "DgCouncil"), library.cell(FILE, "DgOpen")) == ("Gammalt", None)


def test_a_file_without_our_properties_leaves_the_columns(library):
    library.set_cell(FILE, "DgCouncil", "Samråd")
    library.put(FILE, word("Ny text."), by="Malin Ek")
    assert library.cell(FILE, "DgCouncil") == "Samråd"


def test_a_copy_brings_every_column_and_has_an_id_of_its_own(library):
    library.set_cell(FILE, "DgPrint", "abc")
    first = library.item(FILE).unique_id
    second = library.copy(FILE, "Råd/nästa.docx", by="Malin Ek")
    assert second != first
    assert library.cell("Råd/nästa.docx", "DgPrint") == "abc"
    assert [one.label for one in library.versions("Råd/nästa.docx")] == ["1.0"]


def test_a_renamed_file_keeps_its_id_and_a_renamed_folder_takes_its_files_along(library):
    before = library.item(FILE).unique_id
    library.rename("Råd", "Rådet")
    assert library.item(FILE.replace("Råd/", "Rådet/")).unique_id == before


def test_a_stale_etag_is_refused_with_412_in_both_dialects(site, library, ask):
    etag = ask("GET", f"{BY_PATH}/ListItemAllFields").headers["ETag"]
    library.set_cell(FILE, "DgCouncil", "Malins")
    assert refused(merge(ask, {"DgCouncil": "vårt"}, etag=etag))[:2] == (412, -1)
    verbose = Asking(site, VERBOSE)
    body = {"__metadata": {"type": "SP.Data.AnteckningarItem"}, "DgCouncil": "vårt"}
    assert refused(merge(verbose, body, etag=etag))[:2] == (412, -1)
    assert library.cell(FILE, "DgCouncil") == "Malins"
    assert merge(ask, {"DgCouncil": "vårt"}, etag=ask("GET", f"{BY_PATH}/ListItemAllFields").headers["ETag"]).status_code == 204


def test_while_word_has_it_open_neither_cells_nor_bytes_are_written(library, ask):
    library.lock(FILE, by="Malin Ek")
    expected = (423, -2147018894, "SPFileLockException")
    assert refused(merge(ask, {"DgCouncil": "S"})) == expected
    assert refused(ask("POST", f"{BY_PATH}/ListItemAllFields/ValidateUpdateListItem", {"formValues": []})) == expected
    assert refused(ask("POST", f"{BY_PATH}/$value", b"x", X_HTTP_Method="PUT")) == expected
    assert refused(ask("POST", f"{BY_PATH}/recycle")) == expected
    assert "malin.ek@example.org" in merge(ask, {"DgCouncil": "S"}).text
    assert Asking(ask.site, token="person:Malin Ek")("POST", f"{BY_PATH}/$value", word("mer"), X_HTTP_Method="PUT").status_code == 204
    library.unlock(FILE)
    assert merge(ask, {"DgCouncil": "S"}).status_code == 204


def test_a_lock_ends_when_its_time_is_out(site, library, ask):
    library.lock(FILE, minutes=10)
    assert merge(ask, {"DgCouncil": "S"}).status_code == 423
    site.clock.advance(minutes=11)
    assert merge(ask, {"DgCouncil": "S"}).status_code == 204


def test_what_is_checked_out_is_refused_until_it_is_checked_in(library, ask):
    library.check_out(FILE, by="Malin Ek")
    assert refused(merge(ask, {"DgCouncil": "S"})) == (423, -2130575306, "SPFileCheckOutException")
    assert ask.told(BY_PATH)["CheckOutType"] == 0
    library.check_in(FILE)
    assert merge(ask, {"DgCouncil": "S"}).status_code == 204


def test_a_library_that_demands_check_out_refuses_a_write_without(site, ask):
    strict = site.add_library("Strikt", force_checkout=True)
    strict.add_column("DgCouncil")
    strict.put("a.docx", word("x"))
    path = "web/getFileByServerRelativePath(decodedurl='/sites/rad/Strikt/a.docx')"
    assert ask("POST", f"{path}/ListItemAllFields", {"DgCouncil": "S"}, X_HTTP_Method="MERGE").status_code == 423
    assert ask("POST", f"{path}/checkout").status_code == 200
    assert ask("POST", f"{path}/ListItemAllFields", {"DgCouncil": "S"}, X_HTTP_Method="MERGE").status_code == 204
    assert ask("POST", f"{path}/checkin(comment='klar',checkintype=1)").status_code == 200


def test_a_form_for_a_new_document_makes_no_version_but_is_a_change(site, library, ask):
    entries = len(library.state.log)
    form = [{"FieldName": "DgCouncil", "FieldValue": "Samråd"}, {"FieldName": "DgDate", "FieldValue": "2026-03-20"}]
    answer = ask("POST", f"{BY_PATH}/ListItemAllFields/ValidateUpdateListItem", {"formValues": form, "bNewDocumentUpdate": True})
    assert [one["HasException"] for one in answer.json()["value"]] == [False, False]
    assert (library.cell(FILE, "DgDate"), [one.label for one in library.versions(FILE)]) == ("2026-03-20", ["1.0"])
    assert [one.kind for one in library.state.log[entries:]] == [2]


@pytest.mark.parametrize(("locale", "good", "bad"), [(1053, "2026-03-20", "3/20/2026"), (1033, "3/20/2026", "2026-03-20")])
def test_a_form_takes_dates_as_the_site_writes_them_and_no_others(locale, good, bad):
    with Emulator(locale=locale).running() as site:
        library = site.add_library("Anteckningar")
        library.add_column("DgDate", "Mötesdatum", "DateTime", date_only=True)
        library.add_column("DgCouncil")
        library.put("a.docx", word("x"))
        form = "web/lists/getbytitle('Anteckningar')/items(1)/ValidateUpdateListItem"
        both = [{"FieldName": "DgDate", "FieldValue": bad}, {"FieldName": "DgCouncil", "FieldValue": "S"}]
        answer = Asking(site)("POST", form, {"formValues": both})
        assert [(one["HasException"], one["ErrorCode"] != 0) for one in answer.json()["value"]] == [(True, True), (False, False)]
        assert library.cells("a.docx") == {}
        Asking(site)("POST", form, {"formValues": [{"FieldName": "DgDate", "FieldValue": good}]})
        assert library.cell("a.docx", "DgDate") == "2026-03-20"


@pytest.mark.parametrize("honours", [True, False])
def test_a_form_honours_if_match_only_where_the_site_does(honours):
    with Emulator(validate_honours_if_match=honours).running() as site:
        rows = site.add_list("Rader")
        rows.add_row({"Title": "a"})
        answer = Asking(site)("POST", "web/lists/getbytitle('Rader')/items(1)/ValidateUpdateListItem",
                              {"formValues": [{"FieldName": "Title", "FieldValue": "b"}]}, If_Match='"7"')  # fmt: skip
        assert answer.status_code == (412 if honours else 200)
        assert rows.rows()[0]["Title"] == ("a" if honours else "b")


def test_an_upload_is_rewritten_and_only_overwrites_when_it_may(library, ask):
    add = (
        "web/getFolderByServerRelativePath(decodedUrl='/sites/rad/Anteckningar')/files/AddUsingPath(decodedurl='utkast 100%25 #2.docx',Overwrite={})"
    )
    data = word("Förslag")
    made = ask("POST", add.format("false").replace("#", "%23"), data).json()
    assert made["Name"] == "utkast 100% #2.docx"
    assert int(made["Length"]) != len(data)
    assert refused(ask("POST", add.format("false").replace("#", "%23"), data))[:2] == (400, -2130575257)
    assert ask("POST", add.format("true").replace("#", "%23"), word("nytt")).status_code == 200
    assert text_of(library.data("utkast 100% #2.docx")) == "nytt"


def test_a_part_of_a_file_is_served_when_a_range_is_asked_for(library, ask):
    library.put("b.pdf", b"0123456789")
    path = "web/getFileByServerRelativePath(decodedurl='/sites/rad/Anteckningar/b.pdf')/$value"
    answer = ask("GET", path, Range="bytes=4-6")
    assert (answer.status_code, answer.content, answer.headers["Content-Range"]) == (206, b"456", "bytes 4-6/10")
    assert ask("GET", path, Range="bytes=40-").status_code == 416
    assert ask("GET", path).content == b"0123456789"


@pytest.mark.parametrize("accept", [LIGHT, VERBOSE])
def test_an_upload_in_pieces_tells_where_it_stands(site, library, accept):
    ask = Asking(site, accept)
    ask("POST", "web/getFolderByServerRelativePath(decodedUrl='/sites/rad/Anteckningar')/files/AddUsingPath(decodedurl='s.pdf',Overwrite=true)", b"")
    path = "web/getFileByServerRelativePath(decodedUrl='/sites/rad/Anteckningar/s.pdf')"
    identity = "guid'00ab2203-b7f2-4c16-8a4b-5a03f435410a'"
    first = ask("POST", f"{path}/startUpload(uploadId={identity})", b"0123").json()
    assert (first["d"]["StartUpload"] if accept == VERBOSE else first["value"]) == "4"
    assert ask("POST", f"{path}/continueUpload(uploadId={identity},fileOffset=9)", b"x").status_code == 400
    assert ask("POST", f"{path}/continueUpload(uploadId={identity},fileOffset=4)", b"45").status_code == 200
    assert ask("POST", f"{path}/finishUpload(uploadId={identity},fileOffset=6)", b"6").status_code == 200
    assert library.data("s.pdf") == b"0123456"
