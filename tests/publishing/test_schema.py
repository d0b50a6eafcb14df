"""What a SharePoint site is to hold: names, words, formatting and queries that SharePoint takes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from functions.following_up.projecting import project
from functions.languages.shown import KINDS, STATUSES
from functions.model.library import Council
from functions.model.register import OpenItem, Origin, Register, RowKind, RowStatus
from functions.model.schema import FieldSpec, FieldType, ListSpec
from functions.publishing.columns import COLUMNS, DRAFT_COLUMNS
from functions.publishing.formatting import SCHEMA, placed, source_link
from functions.publishing.list_views import MEETINGS as MEETING_VIEWS
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS, QUESTION, list_rows
from functions.publishing.schema import BASE, KEY, LISTED_AS, site_schema

SITE = site_schema()
EVERY_FIELD = [(one.title, field) for one in SITE.lists for field in one.fields] + [("library", field) for field in SITE.columns]
FORMATTED = [(where, field) for where, field in EVERY_FIELD if field.formatter]
COMPUTED = {"ID", "LinkTitle", "LinkFilename", "DocIcon", "Title"}
FORBIDDEN = {"ai", "robot", "systemet", "extraherad", "metadata", "register", "registret"}

ELEMENTS = {"div", "span", "a", "img", "svg", "path", "button", "p", "filepreview"}
ATTRIBUTES = {"href", "rel", "src", "class", "target", "title", "role", "iconName", "d", "aria", "data-interception", "viewBox", "draggable"}
KEYS = {"$schema", "elmType", "txtContent", "style", "attributes", "children", "forEach", "customRowAction"}
FUNCTIONS = {"if", "Number", "addDays", "toLocaleDateString", "split", "replaceAll"}
"""What Microsoft's reference of column formatting names, as far as ours goes."""


def fields_of(title: str) -> dict[str, FieldSpec]:
    return {field.name: field for field in SITE.list_named(title).fields}


def elements(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children", []):
        yield from elements(child)


def expressions(formatter: str) -> list[str]:
    return [text for text in re.findall(r'"((?:[^"\\]|\\.)*)"', formatter) if text.startswith("=") or " in split(" in text]


def referred(formatter: str) -> set[str]:
    return set(re.findall(r"\[\$(\w+)\]", formatter)) - {"choice"}


def test_the_lists_are_called_as_people_see_them():
    assert [one.title for one in SITE.lists] == [
        "Uppföljning",
        "Beslut i anteckningarna",
        "Rådens möten",
        "Råd",
        "Namn och initialer",
        "Händelser",
    ]
    assert [one.title for one in SITE.lists if one.hidden] == ["Händelser"]
    assert [one.title for one in SITE.lists if one.edited] == ["Uppföljning", "Rådens möten", "Råd", "Namn och initialer"]


@pytest.mark.parametrize(
    ("where", "titles"),
    [
        (
            FOLLOW_UP,
            [
                "Öppna punkter",
                "Passerat datum",
                "Kvar sedan länge",
                "Mina punkter",
                "Inför mötet",
                "Per råd",
                "Att kontrollera",
                "Klara och avförda",
                "Historiska",
            ],
        ),
        (DECISIONS, ["Årets beslut", "Att kontrollera"]),
        (MEETINGS, ["Kommande", "Inställda och flyttade", "Mötesanteckningar", "Att kontrollera"]),
    ],
)
def test_the_views_are_called_as_people_see_them_and_the_first_is_met_first(where: str, titles: list[str]):
    views = SITE.list_named(where).views
    assert [view.title for view in views] == titles
    assert [view.default for view in views] == [True] + [False] * (len(views) - 1)


def test_every_view_of_decisions_tells_which_of_them_are_not_confirmed():
    assert all("DgStatus" in view.fields for view in SITE.list_named(DECISIONS).views)
    assert '<Value Type="Choice">Ej bekräftad</Value>' in SITE.list_named(DECISIONS).views[1].query
    assert "'Ej bekräftad', 'sp-css-backgroundColor-warningBackground40'" in (fields_of(DECISIONS)["DgStatus"].formatter or "")


def test_the_library_gets_views_and_keeps_its_own_as_the_first():
    names = ("Mötesanteckningar", "Att kontrollera", "Förslag till dagordning")
    assert [(view.title, view.default) for view in SITE.library_views] == [(name, False) for name in names]


def test_the_library_gets_every_column_of_the_contract_and_shows_six():
    assert [(field.name, field.title, field.description) for field in SITE.columns] == [
        (column.name, column.title, column.description) for column in (*COLUMNS, *DRAFT_COLUMNS)
    ]
    assert [field.title for field in SITE.columns if field.visible] == ["Råd", "Mötesdatum", "Läge", "Öppna punkter", "Nästa möte", "Att kontrollera"]
    assert {field.name for field in SITE.columns if field.hidden} == {"DgFingerprint", "DgReader", "DgFileId"}


@pytest.mark.parametrize("one", SITE.lists, ids=lambda one: one.title)
def test_every_list_can_tell_its_rows_apart_and_remember_what_we_wrote(one: ListSpec):
    fields = {field.name: field for field in one.fields}
    assert (fields[KEY].type, fields[KEY].unique, fields[KEY].index, fields[KEY].hidden) == (FieldType.TEXT, True, True, True)
    assert (fields[BASE].type, fields[BASE].hidden) == (FieldType.NOTE, True)


@pytest.mark.parametrize("one", SITE.lists, ids=lambda one: one.title)
def test_the_names_of_a_list_are_ours_short_and_told_apart(one: ListSpec):
    names, titles = [field.name for field in one.fields], [field.title for field in one.fields]
    assert len(set(names)) == len(names)
    assert len(set(titles)) == len(titles)
    assert all(name == "Title" or re.fullmatch(r"Dg[A-Za-z]{1,30}", name) for name in names)
    assert re.fullmatch(r"[A-Za-z]+", one.url)
    assert sum(1 for field in one.fields if field.index or field.unique) <= 12  # SharePoint takes 20, and some of them are the people's


def test_a_columns_type_can_be_indexed_where_it_shall_be():
    indexable = {FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.CHOICE, FieldType.YES_NO}
    assert [(where, field.name) for where, field in EVERY_FIELD if (field.index or field.unique) and field.type not in indexable] == []


def test_choices_stand_where_choices_are_and_hold_every_word_that_is_written():
    assert [(where, field.name) for where, field in EVERY_FIELD if (field.type is FieldType.CHOICE) != bool(field.choices)] == []
    assert fields_of(FOLLOW_UP)["DgKind"].choices == (*KINDS.values(), QUESTION)
    assert fields_of(FOLLOW_UP)["DgStatus"].choices == tuple(STATUSES.values())


def test_every_cell_that_is_written_has_its_column():
    origin = Origin("2026-03-02", "1", "1.docx")
    items = tuple(OpenItem(kind.value, "träd", kind, "x", (), None, status, origin) for kind in RowKind for status in RowStatus)
    register = Register("träd", "Trädrådet", items)
    for name, rows in list_rows(register).items():
        columns = {field.title: field for field in SITE.list_named(name).fields}
        for row in rows:
            assert set(row.values) <= set(columns), name
            assert all(row.values[title] in columns[title].choices for title in row.values if columns[title].choices and row.values[title])


def test_an_empty_register_has_no_rows():
    register = project([], council=Council("träd", ("Trädrådet",)), now=date(2026, 3, 2), settle_days=3)
    assert {name: rows for name, rows in list_rows(register).items() if rows} == {}


def test_a_files_facts_all_have_a_place_in_the_list_of_meetings():
    titles = {field.title for field in SITE.list_named(MEETINGS).fields}
    assert set(LISTED_AS) == {column.name for column in COLUMNS}
    assert set(LISTED_AS.values()) <= titles


def test_a_row_that_a_person_adds_is_open_and_seen_at_once():
    fields = fields_of(FOLLOW_UP)
    assert (fields["DgOpen"].default, fields["DgStatus"].default, fields["DgKind"].default) == ("1", "Öppen", "Åtgärd")
    assert fields["DgStatus"].default in fields["DgStatus"].choices


@pytest.mark.parametrize(("where", "field"), FORMATTED, ids=lambda value: value if isinstance(value, str) else value.name)
def test_formatting_is_json_of_the_kind_that_sharepoint_shows(where: str, field: FieldSpec):
    root = json.loads(field.formatter or "")
    assert root["$schema"] == SCHEMA
    assert "forEach" not in root  # SharePoint repeats children only
    for element in elements(root):
        assert element["elmType"] in ELEMENTS
        assert set(element) <= KEYS
        assert set(element.get("attributes", {})) <= ATTRIBUTES
        assert ("customRowAction" in element) == (element["elmType"] == "button")
        assert not ("children" in element and "txtContent" in element)  # the children would not be shown
        for action in [element["customRowAction"]] if "customRowAction" in element else []:
            assert action["action"] == "setValue"
            assert set(action["actionInput"]) <= {one.name for one in SITE.list_named(where).fields}


@pytest.mark.parametrize(("where", "field"), FORMATTED, ids=lambda value: value if isinstance(value, str) else value.name)
def test_expressions_close_what_they_open_and_call_what_there_is(where: str, field: FieldSpec):
    for text in expressions(field.formatter or ""):
        bare = re.sub(r"'[^']*'", "''", text)
        assert text.count("'") % 2 == 0
        assert bare.count("(") == bare.count(")")
        assert set(re.findall(r"(\w+)\(", bare)) <= FUNCTIONS


def test_a_view_shows_every_column_that_its_formatting_looks_at():
    for one in SITE.lists:
        fields = {field.name: field for field in one.fields}
        for view in one.views:
            for name in view.fields:
                if name in fields and fields[name].formatter:
                    assert referred(fields[name].formatter or "") <= set(view.fields), (one.title, view.title, name)


def test_every_view_names_columns_that_are_there():
    for where, views, fields in [
        *((one.title, one.views, one.fields) for one in SITE.lists),
        ("library", SITE.library_views, SITE.columns),
    ]:
        known = {field.name for field in fields} | COMPUTED
        for view in views:
            asked = set(re.findall(r'FieldRef Name="(\w+)"', view.query))
            assert set(view.fields) | asked <= known, (where, view.title)
            assert len(set(view.fields)) == len(view.fields)


def test_every_query_is_xml_and_asks_for_an_indexed_column_first():
    for one_views, fields in [*((one.views, one.fields) for one in SITE.lists), (SITE.library_views, SITE.columns)]:
        indexed = {field.name for field in fields if field.index or field.unique}
        for view in one_views:
            where = ET.fromstring(f"<Query>{view.query}</Query>").find("Where")
            if where is None:
                continue
            node = where[0]
            while node.tag == "And":
                node = node[0]
            leading = {reference.get("Name") for reference in node.iter("FieldRef")}
            assert len(leading) == 1, view.title  # an Or over several columns uses no index
            assert leading <= indexed, view.title


def test_hidden_columns_stand_in_no_view_and_technical_ones_in_no_form():
    for one in SITE.lists:
        hidden = {field.name for field in one.fields if field.hidden}
        assert [view.title for view in one.views if hidden & set(view.fields) and not one.hidden] == []


def test_a_question_can_be_answered_with_a_click_and_by_typing():
    fields = fields_of(FOLLOW_UP)
    view = next(view for view in SITE.list_named(FOLLOW_UP).views if view.title == "Att kontrollera")
    assert {"DgChoices", "DgAnswer"} <= set(view.fields)
    button = json.loads(fields["DgChoices"].formatter or "")["children"][1]
    assert button["forEach"] == "choice in split(@currentField, ' | ')"
    assert button["customRowAction"] == {"action": "setValue", "actionInput": {"DgAnswer": "[$choice]"}}
    assert (fields["DgAnswer"].type, fields["DgAnswer"].hidden) == (FieldType.TEXT, False)


def test_a_point_that_seems_done_has_a_yes_and_a_no():
    pill, yes, no = json.loads(fields_of(FOLLOW_UP)["DgStatus"].formatter or "")["children"]
    assert pill["txtContent"] == "@currentField"
    assert (yes["txtContent"], yes["customRowAction"]["actionInput"]) == ("Ja, klar", {"DgStatus": "Klar"})
    assert (no["txtContent"], no["customRowAction"]["actionInput"]) == ("Nej, kvar", {"DgStatus": "Öppen"})
    assert yes["style"]["display"] == no["style"]["display"] == "=if(@currentField == 'Verkar klar', 'flex', 'none')"


def test_an_empty_day_is_neither_shown_nor_counted_as_passed():
    told = json.loads(fields_of(FOLLOW_UP)["DgDue"].formatter or "")
    assert told["attributes"]["class"].startswith("=if(Number(@currentField) != 0 && ")
    assert told["txtContent"].startswith("=if(Number(@currentField) == 0, '', ")


def test_a_link_to_the_source_survives_any_name_of_a_library():
    told = json.loads(placed(source_link(), library='/sites/rad/O\'Neil "100 %" #1'))
    assert told["attributes"]["href"].startswith("='/sites/rad/O%27Neil \"100 %25\" %231/' + replaceAll(")
    assert told["attributes"]["href"].count("'") % 2 == 0


def test_what_people_see_uses_no_forbidden_word():
    texts = [text for one in SITE.lists for text in (one.title, one.description, *(view.title for view in one.views))]
    texts += [text for _, field in EVERY_FIELD for text in (field.title, field.description, *field.choices)]
    assert [text for text in texts if FORBIDDEN & set(re.findall(r"\w+", text.casefold()))] == []


def test_the_words_on_lists_are_those_agreed():
    said = "Hämtat ur rådets mötesanteckningar med citat och länk. Fel? Ändra raden, eller välj Inte en uppgift: den kommer inte tillbaka."
    assert SITE.list_named(FOLLOW_UP).description == said
    assert SITE.list_named("Namn och initialer").description == "Namn här kommer ur mötesanteckningarna. Fel? Säg till sekreteraren."


def test_notes_of_people_are_in_the_view_of_coming_meetings():
    assert "DgNote" in MEETING_VIEWS[0].fields
