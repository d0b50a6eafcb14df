from __future__ import annotations

import pytest
from office365.runtime.queries.service_operation import ServiceOperationQuery
from office365.sharepoint.fields.add_field_options import AddFieldOptions
from office365.sharepoint.fields.xmlSchemaFieldCreationInformation import XmlSchemaFieldCreationInformation

from tests.sharepoint.two_clients.ground import LIBRARY, REFUSED, ROWS


def test_a_person_has_one_id_to_both(office, pnp, site):
    site.library(LIBRARY).put("a.txt", b"a", by="Malin Ek")
    assert office.ensure_user("malin.ek@example.org")["Id"] == pnp.ensure_user("malin.ek@example.org")["Id"]


def test_a_person_whom_nobody_knows_is_refused_alike(office, pnp):
    refusals = []
    for client in (office, pnp):
        with pytest.raises(REFUSED) as refusal:
            client.ensure_user("ingen@example.org")
        refusals.append((refusal.value.status, refusal.value.code))
    assert refusals[0] == refusals[1]


def test_a_field_that_one_makes_the_other_sees(office, pnp):
    with office.context() as context:
        xml = '<Field Type="Text" Name="DgNew" StaticName="DgNew" DisplayName="Ny kolumn" Description="Så här" Indexed="TRUE"/>'
        how = XmlSchemaFieldCreationInformation(SchemaXml=xml, Options=int(AddFieldOptions.AddFieldInternalNameHint))
        fields = context.web.lists.get_by_title(ROWS).fields
        context.add_query(ServiceOperationQuery(fields, "CreateFieldAsXml", None, {"parameters": how}))
        context.execute_query()
    seen = pnp.call("field", ROWS, "DgNew")
    assert (seen["InternalName"], seen["Title"], seen["Description"], seen["Indexed"], seen["TypeAsString"]) == (
        "DgNew",
        "Ny kolumn",
        "Så här",
        True,
        "Text",
    )
    formatter = '{"elmType":"div","txtContent":"@currentField å"}'
    pnp.call("set_field", ROWS, "DgNew", {"CustomFormatter": formatter, "Title": "Ännu ett namn"})
    with office.context() as context:
        field = context.web.lists.get_by_title(ROWS).fields.get_by_internal_name_or_title("Ännu ett namn").get().execute_query()
        assert field.properties["CustomFormatter"] == formatter
        assert field.properties["InternalName"] == "DgNew"


def test_a_text_field_that_pnp_makes_the_python_library_sees(office, pnp):
    pnp.call("add_text_field", ROWS, "DgPlain", {"Description": "Så här"})
    office.add_row(ROWS, {"DgKey": "k1", "DgPlain": "x"})
    assert pnp.row(ROWS, "DgKey", "k1")["DgPlain"] == "x"


def test_a_view_that_one_makes_the_other_sees(office, pnp):
    query = '<OrderBy><FieldRef Name="DgKey" Ascending="FALSE"/></OrderBy>'
    pnp.call("add_view", ROWS, "Öppna", ["DgKey", "DgText"], {"ViewQuery": query, "RowLimit": 50})
    pnp.call("set_view", ROWS, "Öppna", {"CustomFormatter": '{"additionalRowClass":"x"}'})
    with office.context() as context:
        view = context.web.lists.get_by_title(ROWS).views.get_by_title("Öppna").get().execute_query()
        fields = view.view_fields.get().execute_query()
        assert (view.properties["ViewQuery"], view.properties["RowLimit"]) == (query, 50)
        assert view.properties["CustomFormatter"] == '{"additionalRowClass":"x"}'
        assert {"DgKey", "DgText"} <= set(fields)
    with office.context() as context:
        context.web.lists.get_by_title(ROWS).views.create("Klara", fields=["DgKey"], row_limit=20, paged=True, Query=query).execute_query()
    seen = pnp.call("view", ROWS, "Klara")
    assert (seen["Title"], seen["RowLimit"], seen["ViewQuery"]) == ("Klara", 20, query)
    assert pnp.call("view_fields", ROWS, "Klara")["Items"] == ["DgKey"]


def test_a_view_that_is_not_there_is_an_empty_answer(pnp):
    assert "Id" not in pnp.call("view", ROWS, "Saknas")
