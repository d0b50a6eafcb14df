"""Provisioning over the emulator: a fresh site, the same again, sites where people have been before, and sites that are in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from functions import errors
from functions.library.sharepoint.comparing import canonical
from functions.library.sharepoint.standing import list_address
from functions.library.sharepoint.wire import Ask
from functions.model.schema import digest
from functions.publishing.schema import EARLIER, site_schema
from tests.library.provisioned import LIBRARY, connect, planned, provision, standing, writes
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.state import FOLDER

SCHEMA = site_schema()


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator().running() as site:
        site.people.person("Malin Ek")
        site.add_library(LIBRARY)
        yield site


def says(plan) -> list[str]:
    return [f"{step.where}: {step.says}" for step in plan.steps]


def list_of(emulator: Emulator, url: str):
    return emulator.list_at(f"{emulator.path}/Lists/{url}")


def test_a_fresh_site_gets_everything_of_ours(emulator):
    provision(emulator)
    for one in SCHEMA.lists:
        made = list_of(emulator, one.url)
        assert (made.title, made.hidden, made.attachments) == (one.title, one.hidden, False)
        assert {field.name for field in one.fields} <= set(made.fields)
        assert [view.title for view in made.views[1:]] == [view.title for view in one.views]
        assert made.description.startswith(one.description)
    assert {field.name for field in SCHEMA.columns} <= set(emulator.library(LIBRARY).state.fields)
    assert emulator.list_at(f"{emulator.path}/Lists/Handelser").no_crawl


def test_columns_are_made_as_the_schema_says(emulator):
    provision(emulator)
    for owner, specs in [
        (emulator.library(LIBRARY).state, SCHEMA.columns),
        *((list_of(emulator, one.url), one.fields) for one in SCHEMA.lists),
    ]:
        for spec in specs:
            made = owner.fields[spec.name]
            assert (made.title, made.required, made.hidden, made.unique) == (spec.title, False, spec.hidden, spec.unique), spec.name
            assert made.indexed == (spec.index or spec.unique), spec.name
            assert (tuple(made.choices), made.default) == (spec.choices, spec.default), spec.name
            assert made.description == spec.description or spec.name == "Title"
            if spec.type.value == "date":
                assert made.date_only
            if spec.type.value == "note":
                assert not made.rich


def test_the_forms_show_everything_but_what_is_technical(emulator):
    provision(emulator)
    shown = [field.title for field in list_of(emulator, "Uppfoljning").fields.values() if not field.hidden and not field.base]
    assert shown == [field.title for field in SCHEMA.lists[0].fields if not field.hidden and field.name != "Title"]


def test_nothing_that_was_there_is_touched(emulator):
    library = emulator.library(LIBRARY)
    library.add_column("Diarie", "Diarienummer")
    library.put("2026/a.docx", b"a")
    emulator.add_list("Semester")
    before, versions = standing(emulator), len(library.versions("2026/a.docx"))
    provision(emulator)
    after = standing(emulator)
    assert after["/sites/rad/Lists/Semester"] == before["/sites/rad/Lists/Semester"]
    path = library.state.path
    names = list(after[path]["fields"])
    assert names[: len(before[path]["fields"])] == list(before[path]["fields"])  # the form keeps its order: ours come last
    assert {name: after[path]["fields"][name] for name in before[path]["fields"]} == before[path]["fields"]
    assert {name: after[path]["views"][name] for name in before[path]["views"]} == before[path]["views"]
    assert (library.state.content_types, len(library.versions("2026/a.docx")), library.data("2026/a.docx")) == (False, versions, b"a")


def test_the_library_shows_files_of_all_folders_in_our_views_and_meets_people_in_its_own(emulator):
    provision(emulator)
    views = {view.title: view for view in emulator.library(LIBRARY).state.views}
    assert [title for title, view in views.items() if view.default] == ["Alla dokument"]
    assert (views["Mötesanteckningar"].scope, views["Att kontrollera"].scope) == (1, 1)


def test_folders_for_drafts_and_templates_are_made(emulator):
    provision(emulator, drafts="Möten/Förslag 100 % #1", templates="Mallar för dagordning")
    path = emulator.library(LIBRARY).state.path
    assert standing(emulator)[path]["folders"] == [f"{path}/Mallar för dagordning", f"{path}/Möten", f"{path}/Möten/Förslag 100 % #1"]


def test_a_watched_folder_holds_ours_and_links_lead_into_it(emulator):
    emulator.library(LIBRARY).folder("Råd & beslut")
    provision(emulator, folder="Råd & beslut")
    path = emulator.library(LIBRARY).state.path
    assert f"{path}/Råd & beslut/Mallar för dagordning" in standing(emulator)[path]["folders"]
    assert f"{path}/Råd & beslut/" in (list_of(emulator, "Uppfoljning").fields["DgSource"].formatter or "")


def test_the_same_again_is_nothing_to_do_and_writes_nothing(emulator):
    provision(emulator)
    before = standing(emulator)
    emulator.reset_count()
    again = provision(emulator)
    assert (again.steps, again.notes, again.refusals) == ((), (), ())
    assert (writes(emulator), standing(emulator)) == ([], before)


def test_a_plan_writes_nothing(emulator):
    before = standing(emulator)
    emulator.reset_count()
    assert planned(emulator).steps
    assert (writes(emulator), standing(emulator)) == ([], before)


def test_an_existing_site_of_ours_gets_only_what_a_new_version_adds(emulator):
    old = replace(SCHEMA, lists=tuple(replace(one, fields=tuple(f for f in one.fields if f.name != "DgWhy")) for one in SCHEMA.lists))
    provision(emulator, schema=replace(old, lists=tuple(replace(one, views=one.views[:6]) for one in old.lists)))
    assert says(planned(emulator)) == [
        "Listan Uppföljning: Kolumnen ”Varför” läggs till (flera rader text).",
        "Listan Uppföljning: Vyn ”Att kontrollera” läggs till.",
        "Listan Uppföljning: Vyn ”Klara och avförda” läggs till.",
        "Listan Uppföljning: Vyn ”Historiska” läggs till.",
    ]


def test_what_people_call_things_stays(emulator):
    provision(emulator)
    follow_up = list_of(emulator, "Uppfoljning")
    follow_up.title = "Vår uppföljning"
    follow_up.fields["DgOwner"].title = "Vem"
    follow_up.fields["Title"].title = "Vad"
    emulator.library(LIBRARY).state.fields["DgCouncil"].title = "Grupp"
    assert planned(emulator).steps == ()


def test_what_people_removed_a_formatting_from_gets_it_back_and_what_they_changed_is_left(emulator):
    provision(emulator)
    fields = list_of(emulator, "Uppfoljning").fields
    fields["DgDue"].formatter, fields["DgStatus"].formatter = None, '{"elmType":"div"}'
    found = planned(emulator)
    assert says(found) == ["Listan Uppföljning: Utseendet på kolumnen ”Klart senast” uppdateras."]
    assert found.notes == ("Listan Uppföljning: utseendet på kolumnen ”Status” har ändrats av någon och lämnas.",)


def test_a_formatting_of_an_earlier_version_of_ours_is_renewed(emulator):
    provision(emulator)
    fields = list_of(emulator, "Uppfoljning").fields
    earlier = '{"elmType":"div","txtContent":"@currentField"}'
    fields["DgStatus"].formatter = earlier
    provision(emulator, earlier={digest(earlier)})
    assert "Ja, klar" in (fields["DgStatus"].formatter or list_of(emulator, "Uppfoljning").fields["DgStatus"].formatter)
    assert planned(emulator).steps == ()


def test_a_view_that_people_changed_is_left_and_one_of_an_earlier_version_renewed(emulator):
    provision(emulator)
    view = next(one for one in list_of(emulator, "Uppfoljning").views if one.title == "Per råd")
    view.fields = ["LinkTitle", "DgCouncil"]
    assert planned(emulator).notes == ("Listan Uppföljning: vyn ”Per råd” har ändrats av någon och lämnas.",)
    provision(emulator, earlier={digest(f"{canonical(view.query)} LinkTitle DgCouncil")})
    assert tuple(view.fields) == next(one for one in SCHEMA.lists[0].views if one.title == "Per råd").fields


def test_a_site_made_by_the_first_version_learns_to_mark_decisions(emulator):
    provision(emulator)
    view = next(one for one in list_of(emulator, "BeslutIAnteckningarna").views if one.title == "Årets beslut")
    now = view.fields
    view.fields = [name for name in now if name != "DgStatus"]
    assert says(planned(emulator, earlier=EARLIER)) == ["Listan Beslut i anteckningarna: Vyn ”Årets beslut” uppdateras."]
    provision(emulator, earlier=EARLIER)
    assert view.fields == now


def test_a_query_that_sharepoint_writes_in_its_own_way_is_the_same(emulator):
    provision(emulator)
    for view in list_of(emulator, "Uppfoljning").views:
        view.query = (
            view.query.replace("/>", " />").replace("<Value Type", "<Value  Type").replace('Name="DgDue" />', 'Name="DgDue" Ascending="TRUE" />')
        )
    assert planned(emulator).steps == ()


def test_a_status_that_is_new_comes_to_the_choices_and_those_of_people_stay(emulator):
    provision(emulator)
    field = list_of(emulator, "Uppfoljning").fields["DgStatus"]
    field.choices = ["Öppen", "På remiss"]
    assert "Listan Uppföljning: Kolumnen ”Status” får fler val: Ej bekräftad, " in says(planned(emulator))[0]
    provision(emulator)
    choices = list_of(emulator, "Uppfoljning").fields["DgStatus"].choices
    assert choices[:2] == ["Öppen", "På remiss"]
    assert set(SCHEMA.lists[0].fields[7].choices) <= set(choices)


def test_a_column_of_our_name_but_another_kind_is_left_and_told(emulator):
    emulator.library(LIBRARY).add_column("DgMeetingDate", "Mötesdatum", "Text")
    found = provision(emulator)
    (note,) = found.notes
    assert note.startswith("Biblioteket Anteckningar: kolumnen ”Mötesdatum” (DgMeetingDate) är inte av typen datum")
    assert emulator.library(LIBRARY).state.fields["DgMeetingDate"].type == "Text"
    assert planned(emulator).steps == ()


def test_a_column_that_people_call_as_ours_stays_and_ours_is_told_apart(emulator):
    emulator.library(LIBRARY).add_column("Rad", "Råd", "Choice", choices=["Trädrådet"])
    found = provision(emulator)
    fields = emulator.library(LIBRARY).state.fields
    assert (fields["Rad"].title, fields["Rad"].choices, fields["DgCouncil"].title) == ("Råd", ["Trädrådet"], "Råd (Dagordning)")
    assert found.notes == ("Biblioteket Anteckningar: kolumnen ”Råd” finns redan och är er. Den lämnas som den är; vår får heta ”Råd (Dagordning)”.",)
    again = planned(emulator)
    assert (again.steps, again.notes) == ((), ())


def test_a_list_that_people_call_as_ours_stays_and_ours_is_told_apart(emulator):
    emulator.add_list("Råd", "Organisation")
    found = provision(emulator)
    assert list_of(emulator, "Rad").title == "Råd (Dagordning)"
    assert list_of(emulator, "Organisation").title == "Råd"
    assert found.notes == ("Listan Råd: det finns redan en lista eller ett bibliotek som heter så och är ert. Vår får heta ”Råd (Dagordning)”.",)


def test_a_list_of_people_at_our_address_is_never_taken_over(emulator):
    emulator.add_list("Rader", "Rad")
    before = standing(emulator)
    with pytest.raises(errors.NoAccess, match="finns redan en lista som inte är gjord av Dagordning"):
        provision(emulator)
    assert standing(emulator) == before


def test_a_column_that_people_demand_is_told(emulator):
    provision(emulator)
    emulator.library(LIBRARY).state.fields["DgMeetingDate"].required = True
    found = planned(emulator)
    assert (found.steps, len(found.notes)) == ((), 1)
    assert "”Mötesdatum” krävs. Ta bort kravet" in found.notes[0]


def test_an_index_that_was_removed_comes_back(emulator):
    provision(emulator)
    emulator.library(LIBRARY).state.fields["DgReading"].indexed = False
    assert says(planned(emulator)) == ["Biblioteket Anteckningar: Kolumnen ”Inläsning” får ett index."]


def test_a_library_whose_indexes_are_all_taken_gets_its_columns_without(emulator):
    library = emulator.library(LIBRARY)
    for number in range(18):
        library.add_column(f"Index{number}", indexed=True)
    found = provision(emulator)
    ours = [name for name, field in library.state.fields.items() if name.startswith("Dg") and field.indexed]
    assert len(ours) == 2
    assert [note for note in found.notes if "får inget index, eftersom alla 20 är upptagna" in note]
    assert planned(emulator).steps == ()


def test_a_library_of_more_than_twenty_thousand_files_gets_its_columns_without_indexes(emulator):
    library = emulator.library(LIBRARY)
    library.put("a.docx", b"a")
    item = library.item("a.docx")
    for number in range(1000, 1000 + 20_001):
        library.state.items[number] = replace(item, id=number, path=f"{library.state.path}/{number}.docx")
    found = provision(emulator)
    assert [name for name, field in library.state.fields.items() if name.startswith("Dg") and field.indexed] == []
    assert any("fler än 20 000 rader" in note for note in found.notes)
    assert planned(emulator).steps == ()


def test_every_view_answers_when_its_list_holds_more_than_five_thousand_rows(emulator):
    provision(emulator)
    site = connect(emulator)
    person = str(emulator.people.person("Malin Ek").id)
    library = emulator.library(LIBRARY)
    library.put("a.docx", b"a")
    for title, owner, views in [
        (LIBRARY, library.state, SCHEMA.library_views),
        *((one.title, list_of(emulator, one.url), one.views) for one in SCHEMA.lists),
    ]:
        if owner is not library.state:
            emulator.list(owner.title).add_row({"Title": "x"})
        item = next(one for one in owner.items.values() if one.kind != FOLDER)
        for number in range(1000, 6100):
            closed = {"DgOpen": False, "DgStatus": "Klar", "DgReading": "Inläst"}
            owner.items[number] = replace(item, id=number, values={**item.values, **{n: v for n, v in closed.items() if n in owner.fields}})
        for view in views:
            if "<Where>" not in view.query:
                continue
            where = re.sub(r"<Today[^>]*/>", "2026-03-02T00:00:00Z", view.query).replace("<UserID/>", person)
            xml = f"<View Scope='RecursiveAll'><Query>{re.sub(r'<GroupBy.*?</GroupBy>', '', where)}</Query></View>"
            query = {"ViewXml": xml, "__metadata": {"type": "SP.CamlQuery"}}
            answer = site.send(Ask("POST", f"{list_address(site, owner.path)}/GetItems", {"query": query}))
            assert answer.status == 200, (title, view.title, answer.body)
    where = "<View><Query><Where><Eq><FieldRef Name='DgFromItem'/><Value Type='Text'>4</Value></Eq></Where></Query></View>"
    query = {"ViewXml": where, "__metadata": {"type": "SP.CamlQuery"}}
    refused = site.send(Ask("POST", f"{list_address(site, list_of(emulator, 'Uppfoljning').path)}/GetItems", {"query": query}))
    assert (refused.status, refused.code) == (500, "-2147024860")  # as a view without an index would be


def test_every_row_of_ours_is_told_apart_by_its_key_from_the_start(emulator):
    provision(emulator)
    assert [one.title for one in SCHEMA.lists if not list_of(emulator, one.url).fields["DgKey"].unique] == []
