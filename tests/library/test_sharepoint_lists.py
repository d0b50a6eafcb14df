"""Rows, events, councils and drafts in SharePoint: one round trip a write, nothing twice after a lost answer, nothing over a person."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest

from functions import errors
from functions.library.sharepoint.drafts import text_hash
from functions.library.sharepoint.log import MOST, pack_events, read_row
from functions.library.sharepoint.rows import fit_key
from functions.model.events import Event, EventType
from functions.model.library import Council, ListRow, WriteResult
from functions.publishing.schema import DRAFTS_URL
from tests.library.awkward import sha256
from tests.library.contract import opened
from tests.library.sharepoint_world import Place, place, told
from tests.sharepoint.emulator import Fault

DRAFT = "Förslag till dagordning/2026-04-27 Förslag till dagordning Rådet.docx"
LISTS = {
    "Uppföljning": [ListRow(f"rad-{number}", {"Punkt": f"Ring {number}", "Status": "Öppen", "Råd": "Rådet"}) for number in range(5)],
    "Rådens möten": [ListRow("radet/2026-03-19/", {"Råd": "Rådet", "Datum": "2026-03-19", "På distans": True})],
    "Beslut i anteckningarna": [ListRow("radet/b", {"Beslut": "Budgeten antas", "Datum": "2026-03-19"})],
}


@pytest.fixture
def here() -> Iterator[Place]:
    with place() as made:
        made.files.put("Råd/a.docx", b"a")
        yield made


# events


def test_many_events_are_one_row_and_one_round_trip(here: Place) -> None:
    here.library.events_of("radet")
    here.trips()
    assert here.library.append_events([opened(number) for number in range(40)]) == 40
    assert (here.trips(), len(here.site.list("Händelser").rows())) == (1, 1)


def test_events_after_a_lost_answer_stand_once(here: Place) -> None:
    events = [opened(number) for number in range(3)]
    here.library.events_of("radet")
    here.site.faults.add(Fault("reset_after_commit", method="POST", path="items", times=1))
    here.library.append_events(events)
    assert list(here.restart().events_of("radet")) == events
    assert len(here.site.list("Händelser").rows()) == 1


def test_events_after_a_crash_before_the_answer_was_read_stand_once(here: Place) -> None:
    events = [opened(number) for number in range(3)]
    here.library.events_of("radet")
    here.site.faults.add(Fault("reset_after_commit", method="POST", path="items", times=None))
    with pytest.raises(errors.Unavailable):
        here.library.append_events(events)
    here.site.faults.clear()
    assert here.restart().append_events([*events, opened(9)]) == 1
    assert list(here.restart().events_of("radet")) == [*events, opened(9)]


def test_another_process_sees_what_was_appended_and_reads_only_what_is_newer(here: Place) -> None:
    other = here.restart()
    assert other.events_of("radet") == ()
    mine = here.restart()
    mine.append_events([opened(1)])
    other.begin()
    assert list(other.events_of("radet")) == [opened(1)]
    mine.append_events([opened(2)])
    other.begin()
    assert list(other.events_of("radet")) == [opened(1), opened(2)]
    asked = [part.query["$filter"] for part in here.site.requests[-1].sub_requests if "$filter" in part.query]
    assert asked and all(not condition.endswith("Id gt 0") for condition in asked)


def test_more_than_a_row_of_events_is_spread_over_rows_in_order(here: Place) -> None:
    events = [replace(opened(number), data={"text": "å" * 9000, "number": number}) for number in range(20)]
    here.library.append_events(events)
    assert len(here.site.list("Händelser").rows()) > 1
    assert list(here.restart().events_of("radet")) == events


def test_an_event_longer_than_a_row_is_compressed_and_one_that_cannot_be_is_refused() -> None:
    import random

    long = Event("e", "radet", EventType.OPENED, data={"text": "lång text " * 20_000})
    (text,) = pack_events([long])
    assert len(text) <= MOST + 10 and list(read_row(text)) == [long]
    noise = "".join(chr(random.Random(number).randrange(0x4E00, 0x9FFF)) for number in range(120_000))
    with pytest.raises(errors.TooLarge):
        list(pack_events([Event("e", "radet", EventType.OPENED, data={"text": noise})]))


def test_a_damaged_row_of_the_log_says_so() -> None:
    with pytest.raises(errors.NoAccess, match="Händelser"):
        list(read_row("[{"))


def test_a_councils_key_with_an_apostrophe_has_its_own_log(here: Place) -> None:
    event = replace(opened(1, council="o'neils-råd"))
    here.library.append_events([event, opened(1)])
    assert list(here.restart().events_of("o'neils-råd")) == [event]


# rows


def test_all_lists_are_projected_in_one_round_trip(here: Place) -> None:
    for title in LISTS:
        here.library.rows(title)
    here.trips()
    here.library.project_lists(LISTS)
    assert here.trips() == 1
    assert here.library.project_lists(LISTS) == 0
    assert here.trips() == 0
    here.library.begin()
    assert here.library.project_lists(LISTS) == 0


def test_new_rows_after_a_lost_answer_stand_once(here: Place) -> None:
    here.site.faults.add(Fault("reset_after_commit", method="POST", path=r"\$batch", skip=1, times=1))
    here.library.project_lists(LISTS)
    assert len(here.site.list("Uppföljning").rows()) == 5
    here.restart()
    assert here.library.project_lists(LISTS) == 0


def test_a_row_that_a_person_writes_in_between_keeps_what_she_wrote(here: Place) -> None:
    here.library.project_lists(LISTS)
    here.library.rows("Uppföljning")  # read before she writes
    here.site.list("Uppföljning").set_row(key_field="DgKey", key="rad-1", values={"DgStatus": "Klar"}, by="Malin Ek")
    changed = [ListRow(row.key, {**row.values, "Status": "Verkar klar", "Punkt": "Ring nu"}) for row in LISTS["Uppföljning"]]
    here.library.project_lists({"Uppföljning": changed})
    found = {row["DgKey"]: (row["DgStatus"], row["Title"]) for row in here.site.list("Uppföljning").rows()}
    assert found["rad-1"] == ("Klar", "Ring nu") and found["rad-2"] == ("Verkar klar", "Ring nu")


@pytest.mark.parametrize("kind", ["conflict", "stale"])
def test_rows_are_planned_again_when_somebody_was_quicker(here: Place, kind: str) -> None:
    here.library.project_lists(LISTS)
    here.site.faults.add(Fault(kind, method="MERGE", path="items", times=2))
    changed = [ListRow(row.key, {"Status": "Klar"}) for row in LISTS["Uppföljning"]]
    here.library.project_lists({"Uppföljning": changed})
    assert {row["DgStatus"] for row in here.site.list("Uppföljning").rows()} == {"Klar"}


def test_rows_that_never_come_to_rest_are_tried_later(here: Place) -> None:
    here.library.project_lists(LISTS)
    here.site.faults.add(Fault("stale", method="MERGE", path="items", times=None))
    with pytest.raises(errors.Conflict):
        here.library.project_lists({"Uppföljning": [ListRow("rad-1", {"Status": "Klar"})]})


def test_long_values_are_cut_in_rows_and_not_written_again(here: Place) -> None:
    rows = {"Uppföljning": [ListRow("a", {"Punkt": "Ring " * 200, "Citat": "”Hej” … " * 9000})]}
    here.library.project_lists(rows)
    here.library.begin()
    assert here.library.project_lists(rows) == 0
    (row,) = here.library.rows("Uppföljning")
    assert str(row.values["Punkt"]).endswith("…") and str(row.values["Citat"]).endswith("…")
    assert row.base == dict(row.values) and row.editor is None


def test_a_key_longer_than_its_column_is_still_one_row(here: Place) -> None:
    long = "radet/2026-03-19/" + "mycket lång nyckel " * 30
    rows = {"Uppföljning": [ListRow(long, {"Punkt": "Ring"}), ListRow(long + "2", {"Punkt": "Skriv"})]}
    here.library.project_lists(rows)
    here.library.begin()
    assert here.library.project_lists(rows) == 0
    assert [row.key for row in here.library.rows("Uppföljning")] == [long, long + "2"]
    assert len(fit_key(long)) <= 255 and fit_key(long) != fit_key(long + "2") and fit_key("a") == "a"


def test_more_rows_than_a_view_may_scan_are_all_read(here: Place) -> None:
    here.site.threshold = 30
    rows = [ListRow(f"k{number:03}", {"Punkt": f"{number}"}) for number in range(150)]
    here.library.project_lists({"Uppföljning": rows})
    here.library.begin()
    assert len(here.library.rows("Uppföljning")) == 150
    assert here.library.project_lists({"Uppföljning": rows}) == 0


def test_a_list_that_a_person_renamed_is_still_ours(here: Place) -> None:
    here.library.project_lists(LISTS)
    here.site.list("Uppföljning").state.title = "Att göra"
    assert len(here.restart().rows("Uppföljning")) == 5


# councils and people


def test_a_council_that_a_person_added_has_the_key_of_its_name_and_keeps_its_row(here: Place) -> None:
    here.site.list("Råd").add_row({"Title": "Samordningsråd Barn", "DgAliases": "SRB\nBarnrådet", "DgDaysBefore": 14}, by="Malin Ek")
    (council,) = here.library.councils()
    assert (council.key, council.names, council.days_before) == ("samordningsråd-barn", ("Samordningsråd Barn", "SRB", "Barnrådet"), 14)
    here.library.put_council(replace(council, secretary="Malin Ek"))
    here.library.begin()
    assert here.library.councils() == (replace(council, secretary="Malin Ek"),)
    assert len(here.site.list("Råd").rows()) == 1


def test_a_setting_that_a_person_changed_counts_and_is_not_written_over(here: Place) -> None:
    here.library.put_council(Council("radet", ("Rådet",)))
    here.site.list("Råd").set_row(key_field="DgKey", key="radet", values={"DgDaysBefore": 30, "DgPaused": True}, by="Malin Ek")
    here.library.begin()
    here.library.put_council(Council("radet", ("Rådet",)))
    here.library.begin()
    (council,) = here.library.councils()
    assert (council.days_before, council.paused) == (30, True)


def test_people_are_told_by_what_each_council_calls_them(here: Place) -> None:
    here.library.put_council(Council("radet", ("Rådet",)))
    rows = here.site.list("Namn och initialer")
    rows.add_row({"Title": "Helena Ek", "DgCalled": "Helena", "DgInitials": "HE"})
    rows.add_row({"Title": "Helena Lind", "DgCalled": "Helena", "DgCouncil": "Rådet"})
    rows.add_row({"Title": "Bo Alm", "DgInitials": "BA"})
    rows.add_row({"Title": "Bo Ask", "DgInitials": "BA"})
    here.library.begin()
    assert dict(here.library.people("radet")) == {"HE": "Helena Ek", "Helena": "Helena Lind"}
    assert dict(here.library.people("annat")) == {"HE": "Helena Ek", "Helena": "Helena Ek"}


# drafts


def word(text: str, *, extra: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types></Types>")
        package.writestr(zipfile.ZipInfo("_rels/.rels"), "<Relationships></Relationships>")
        package.writestr(zipfile.ZipInfo("word/document.xml"), f"<w:document>{text}</w:document>")
        if extra:
            package.writestr(zipfile.ZipInfo("docProps/custom.xml"), extra)
    return made.getvalue()


def test_a_draft_that_sharepoint_rewrote_is_still_as_we_wrote_it(here: Place) -> None:
    data = word("Dagordning")
    assert here.library.put_draft(DRAFT, data, expected=None) is WriteResult.WRITTEN
    assert here.files.data(DRAFT) != data
    draft = here.restart().draft(DRAFT)
    assert draft and (draft.sha256, draft.ours) == (sha256(data), sha256(data))
    assert here.library.put_draft(DRAFT, word("Ny dagordning"), expected=sha256(data)) is WriteResult.WRITTEN


def test_a_draft_of_which_we_lost_all_but_the_hash_is_known_by_its_text(here: Place) -> None:
    data = word("Dagordning")
    here.library.put_draft(DRAFT, data, expected=None)
    book = here.notes.books["sharepoint-drafts"]
    for key, text in book.items():
        import json

        path, sent, _, _ = json.loads(text)
        book[key] = json.dumps([path, sent, "", ""])  # as after a crash before the answer was read
    draft = here.restart().draft(DRAFT)
    assert draft and draft.ours == draft.sha256 == sha256(data)


def test_a_draft_after_a_lost_answer_stands_once_and_is_ours(here: Place) -> None:
    here.site.faults.add(Fault("reset_after_commit", method="POST", path="AddUsingPath", times=1))
    data = word("Dagordning")
    assert here.library.put_draft(DRAFT, data, expected=None) is WriteResult.WRITTEN
    draft = here.restart().draft(DRAFT)
    assert draft and draft.ours == draft.sha256 == sha256(data)


def test_a_draft_that_is_open_in_word_is_locked(here: Place) -> None:
    here.library.put_draft(DRAFT, word("Ett"), expected=None)
    here.files.lock(DRAFT)
    assert here.library.put_draft(DRAFT, word("Två"), expected=sha256(word("Ett"))) is WriteResult.LOCKED


def test_a_draft_that_a_person_saves_in_between_is_not_written_over(here: Place) -> None:
    here.library.put_draft(DRAFT, word("Ett"), expected=None)
    here.library.begin()
    here.library.draft(DRAFT)
    here.files.put(DRAFT, word("Mitt"), by="Malin Ek")
    assert here.library.put_draft(DRAFT, word("Två"), expected=sha256(word("Ett"))) is WriteResult.CONFLICT
    here.library.begin()
    draft = here.library.draft(DRAFT)
    assert draft and draft.ours == sha256(word("Ett")) and draft.ours != draft.sha256


def test_a_draft_that_a_person_wrote_over_stays_hers_also_when_we_wrote_columns_on_it(here: Place) -> None:
    cursor = here.library.changes(None).cursor
    here.library.put_draft(DRAFT, word("Förslag"), expected=None)
    here.files.put(DRAFT, word("Mina anteckningar"), by="Malin Ek")
    (change,) = [change for change in here.library.changes(cursor).changes if change.file]
    assert change.file
    etag = here.library.columns(change.file).etag
    assert here.library.write_columns(change.file, {"DgReading": "Inläst"}, etag=etag) is WriteResult.WRITTEN
    here.restart()
    draft = here.library.draft(DRAFT)
    assert draft and draft.ours != draft.sha256
    assert here.library.put_draft(DRAFT, word("Nytt förslag"), expected=sha256(word("Förslag"))) is WriteResult.CONFLICT
    assert draft.data == here.files.data(DRAFT)


def test_a_draft_costs_one_round_trip_and_the_same_again_none(here: Place) -> None:
    here.library.put_draft(DRAFT, word("Noll"), expected=None)  # makes the folder
    path = DRAFT.replace("04-27", "05-27")
    here.library.draft(path)
    here.trips()
    here.library.put_draft(path, word("Ett"), expected=None)
    assert here.trips() == 1


@pytest.mark.parametrize("name", ["100% klar #1 & co's dagordning åäö.docx", "plus+tecken.docx"])
def test_a_draft_may_have_any_name(here: Place, name: str) -> None:
    path = f"Förslag till dagordning/{name}"
    assert here.library.put_draft(path, b"ett", expected=None) is WriteResult.WRITTEN
    assert path in here.files.paths()
    draft = here.library.draft(path)
    assert draft and draft.data == b"ett"
    cursor = here.library.changes(None)
    assert told(cursor.changes) == [("added", "Råd/a.docx")]


def test_templates_are_read_once_while_they_stay_the_same(here: Place) -> None:
    here.library.put_council(Council("radet", ("Samordningsråd Barn",)))
    here.files.put("Mallar för dagordning/Mall Samordningsråd Barn.docx", b"mall")
    here.files.put("Mallar för dagordning/Alla.docx", b"alla")
    here.files.put("Mallar för dagordning/läs mig.txt", b"nej")
    here.library.begin()
    found = here.library.templates()
    assert [(one.name, one.data, one.council) for one in found] == [
        ("Alla.docx", b"alla", None),
        ("Mall Samordningsråd Barn.docx", b"mall", "radet"),
    ]
    here.library.begin()
    here.trips()
    assert (here.library.templates(), here.trips()) == (found, 1)


def test_the_text_of_a_word_file_is_known_whatever_stands_in_its_properties() -> None:
    assert text_hash(word("Hej")) == text_hash(word("Hej", extra="<Properties/>")) != text_hash(word("Hejdå"))
    assert text_hash(b"inget arkiv") == sha256(b"inget arkiv")


def test_with_lists_only_drafts_and_templates_stand_in_a_library_of_ours() -> None:
    with place(lists_only=True) as here:
        with pytest.raises(errors.NoAccess, match="Biblioteket"):
            here.library.put_draft(DRAFT, b"ett", expected=None)
        ours = here.site.add_library("Förslag till dagordning", DRAFTS_URL)
        ours.put("Mallar för dagordning/Alla.docx", b"alla")
        library = here.restart(lists_only=True)
        assert library.put_draft(DRAFT, b"ett", expected=None) is WriteResult.WRITTEN
        draft = library.draft(DRAFT)
        assert draft and draft.ours == draft.sha256
        assert ours.paths() == [DRAFT.split("/")[1], "Mallar för dagordning/Alla.docx"] and here.files.paths() == []
        assert [template.name for template in library.templates()] == ["Alla.docx"]
