"""What the emulator says no to, in both dialects, because SharePoint would; and how it says what it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sharepoint.asking import LIGHT, VERBOSE, Asking, refused
from tests.sharepoint.emulator import Emulator

ROWS = "web/lists/getbytitle('Uppföljning')"
GRANTED = [("none", [403, 403, 403]), ("read", [200, 403, 403]), ("write", [200, 201, 403]), ("manage", [200, 201, 201])]


@pytest.fixture
def site() -> Iterator[Emulator]:
    with Emulator(threshold=20).running() as one:
        rows = one.add_list("Uppföljning", "Uppfoljning")
        rows.add_column("DgKey", "Nyckel", indexed=True, unique=True)
        rows.add_column("DgNote", "Anteckning", "Note")
        rows.add_column("DgCount", "Antal", "Number")
        rows.add_column("DgStatus", "Status", "Choice", choices=["Öppen", "Klar"])
        rows.add_column("DgLink", "Länk", "URL")
        rows.add_column("DgWho", "Vem", "User")
        rows.add_row({"Title": "en", "DgKey": "k1", "DgCount": 3, "DgStatus": "Öppen"}, by="Malin Ek")
        rows.add_row({"Title": "två", "DgKey": "k2"}, by="Malin Ek")
        one.add_library("Anteckningar").put("a.pdf", b"%PDF")
        yield one


@pytest.fixture(params=[LIGHT, VERBOSE], ids=["light", "verbose"])
def ask(site: Emulator, request) -> Asking:
    return Asking(site, request.param)


def body_of(ask: Asking, values: dict, kind: str = "SP.Data.UppfoljningListItem") -> dict:
    return {"__metadata": {"type": kind}, **values} if ask.accept == VERBOSE else values


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "web/nonsense", (404, -1, "ResourceNotFoundException")),
        ("GET", f"{ROWS}/renderlistdataasstream", (404, -1, "ResourceNotFoundException")),
        ("GET", "web/lists/getbytitle('Ingen')", (404, -1, "ArgumentException")),
        ("GET", "web/lists('00000000-0000-0000-0000-000000000000')", (404, -2130575322, "SPException")),
        ("GET", f"{ROWS}/items(99)", (404, -2130575338, "ArgumentException")),
        ("GET", f"{ROWS}/items(x)", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/items?$select=Finns", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/items?$select=Editor/Title", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/items?$filter=DgKey", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/items?$filter=Finns eq 1", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/items?$filter=DgNote eq 'x'", (400, -2147467261, "SPException")),
        ("GET", f"{ROWS}/items?$order_by=Id", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/items?$top=many", (400, -1, "InvalidClientQueryException")),
        ("GET", f"{ROWS}/fields/getbyinternalnameortitle('Finns')", (404, -2147024809, "ArgumentException")),
        ("GET", f"{ROWS}/views('00000000-0000-0000-0000-000000000000')", (404, -2147024809, "ArgumentException")),
        ("GET", "web/getFileByServerRelativePath(decodedUrl='/sites/rad/Anteckningar/ingen.docx')", (404, -2130575338, "FileNotFoundException")),
        ("GET", "web/getFileByServerRelativePath(decodedUrl='/sites/rad/Anteckningar/ingen.docx", (400, -1, "InvalidClientQueryException")),
        ("GET", "web/getFileByServerRelativePath(decodedUrl='/sites/annan/x.docx')", (400, -2147024809, "ArgumentException")),
        ("GET", "web/getFileByServerRelativeUrl('/sites/rad/Anteckningar/a%23.docx')", (400, -2147024809, "ArgumentException")),
        ("GET", "web/getFolderByServerRelativePath(decodedUrl='/sites/rad/Anteckningar/Ingen')/files", (404, -2147024894, "FileNotFoundException")),
        ("GET", "web/siteusers/getbyid(999)", (404, -2146232832, "SPException")),
        ("POST", "web/ensureuser('ingen@example.org')", (400, -2130575276, "SPException")),
        ("DELETE", "web", (405, -1, "ClientServiceException")),
    ],
)
def test_what_is_not_there_or_not_understood_is_refused(site, ask, method, path, expected):
    assert refused(ask(method, path)) == expected
    assert site.refused[-1].status == expected[0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"Finns": 1}, (400, -1, "InvalidClientQueryException")),
        ({"Title": "x" * 256}, (400, -2130575155, "SPException")),
        ({"DgKey": "K1"}, (400, -2130575169, "SPDuplicateValuesFoundException")),
        ({"DgCount": "3"}, (400, -1, "InvalidClientQueryException")),
        ({"DgCount": True}, (400, -1, "InvalidClientQueryException")),
        ({"Title": 3}, (400, -1, "InvalidClientQueryException")),
        ({"DgLink": "https://example.org"}, (400, -1, "InvalidClientQueryException")),
        ({"DgLink": {"Url": "javascript:x", "Description": "x"}}, (400, -2130575155, "SPException")),
        ({"DgWho": 1}, (400, -1, "InvalidClientQueryException")),
        ({"DgWhoId": 999}, (400, -2130575276, "SPException")),
    ],
)
def test_what_a_row_cannot_hold_is_refused_and_nothing_is_written(site, ask, values, expected):
    before = site.list("Uppföljning").rows()
    assert refused(ask("POST", f"{ROWS}/items", body_of(ask, values))) == expected
    assert refused(ask("POST", f"{ROWS}/items(2)", body_of(ask, values), X_HTTP_Method="MERGE", If_Match="*")) == expected
    assert site.list("Uppföljning").rows() == before


def test_a_body_that_is_no_json_or_of_another_type_is_refused(ask):
    assert refused(ask("POST", f"{ROWS}/items", b'{"Title": ', Content_Type=ask.accept))[:2] == (400, -1)
    assert refused(ask("POST", f"{ROWS}/items", b"[1]", Content_Type=ask.accept))[:2] == (400, -1)
    assert refused(ask("POST", f"{ROWS}/items", b"{}", Content_Type="text/html"))[:2] == (415, -1)


def test_a_verbose_body_must_name_its_type_and_a_light_one_must_not(site):
    verbose, light = Asking(site, VERBOSE), Asking(site, LIGHT)
    assert refused(verbose("POST", f"{ROWS}/items", {"Title": "x"}))[:2] == (400, -1)
    assert refused(verbose("POST", f"{ROWS}/items", {"__metadata": {"type": "SP.Data.AnnanListItem"}, "Title": "x"}))[:2] == (400, -1)
    assert refused(light("POST", f"{ROWS}/items", {"__metadata": {"type": "SP.Data.UppfoljningListItem"}, "Title": "x"}))[:2] == (400, -1)
    assert verbose("POST", f"{ROWS}/items", {"__metadata": {"type": "SP.Data.UppfoljningListItem"}, "Title": "x"}).status_code == 201
    assert light("POST", f"{ROWS}/items", {"Title": "x"}).status_code == 201


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<Field Type='Text' Name='DgKey' DisplayName='DgKey'/>", -2130575214),
        ("<Field Type='Strange' Name='DgX' DisplayName='DgX'/>", -2130575340),
        ("<Field Type='Note' Name='DgX' DisplayName='DgX' Indexed='TRUE'/>", -2130575160),
        ("<Field Type='Text' Name='DgX' DisplayName='DgX' EnforceUniqueValues='TRUE'/>", -2130575160),
        ("<Field Type='Choice' Name='DgX' DisplayName='DgX'/>", -2130575340),
        ("<Field", -2147467259),
    ],
)
def test_a_column_that_cannot_be_is_refused(site, ask, xml, code):
    before = set(site.list("Uppföljning").state.fields)
    parameters = {"SchemaXml": xml, "Options": 8}
    if ask.accept == VERBOSE:
        parameters["__metadata"] = {"type": "SP.XmlSchemaFieldCreationInformation"}
    assert refused(ask("POST", f"{ROWS}/fields/createfieldasxml", {"parameters": parameters}))[:2] == (400, code)
    assert set(site.list("Uppföljning").state.fields) == before


def test_a_column_takes_its_internal_name_from_the_name_only_with_the_hint(ask):
    xml = "<Field Type='Text' Name='DgGood{0}' DisplayName='Äpplen{0}'/>"
    made = [ask("POST", f"{ROWS}/fields/createfieldasxml", {"parameters": {"SchemaXml": xml.format(n), "Options": n}}).json() for n in (0, 8)]
    made = [one["d"] if ask.accept == VERBOSE else one for one in made]
    assert [(one["InternalName"], one["Title"]) for one in made] == [("_x00c4_pplen0", "Äpplen0"), ("DgGood8", "Äpplen8")]


def test_a_field_kind_that_does_not_fit_its_type_is_refused(site):
    ask = Asking(site, VERBOSE)
    wrong = {"__metadata": {"type": "SP.FieldNumber"}, "Title": "Ny", "FieldTypeKind": 2}
    assert refused(ask("POST", f"{ROWS}/fields", wrong))[:2] == (400, -1)
    assert refused(ask("POST", f"{ROWS}/fields", {**wrong, "FieldTypeKind": 999}))[0] == 400
    assert ask("POST", f"{ROWS}/fields", {**wrong, "FieldTypeKind": 9}).status_code == 201


@pytest.mark.parametrize("scope", ["ViewScope.RecursiveAll", "recursiveall", "All"])
def test_a_scope_that_caml_does_not_have_is_refused(ask, scope):
    answer = ask("POST", "web/lists/getbytitle('Anteckningar')/getitems", {"query": {"ViewXml": f'<View Scope="{scope}"/>'}})
    assert refused(answer) == (400, -2147024809, "ArgumentException")


def test_a_view_that_is_not_there_is_told_with_200_and_nothing_in_it(ask):
    told = ask.told(f"{ROWS}/views/getbytitle('Ingen')")
    assert "Id" not in told
    assert "Title" not in told


def test_more_rows_than_the_threshold_are_found_by_an_indexed_column_only(site, ask):
    rows = site.list("Uppföljning")
    for number in range(30):
        rows.add_row({"Title": "x", "DgKey": f"n{number}"})
    expected = (500, -2147024860, "SPQueryThrottledException")
    assert refused(ask("GET", f"{ROWS}/items?$filter=Title eq 'x'")) == expected
    assert refused(ask("GET", f"{ROWS}/items?$filter=DgKey ne 'n1'")) == expected
    assert refused(ask("GET", f"{ROWS}/items?$orderby=Title")) == expected
    assert len(ask.rows(f"{ROWS}/items?$filter=DgKey eq 'N1'&$select=Id")) == 1
    assert len(ask.rows(f"{ROWS}/items?$filter=DgKey eq 'n1' and Title eq 'x'&$select=Id")) == 1


def test_pages_are_followed_to_the_end_and_hold_every_row_once(site, ask):
    rows = site.list("Uppföljning")
    for number in range(7):
        rows.add_row({"Title": f"r{number}", "DgKey": f"n{number}"})
    seen, path = [], f"{ROWS}/items?$select=Id,Title&$top=4"
    while path:
        told = ask.told(path)
        seen += [one["Title"] for one in (told["results"] if ask.accept == VERBOSE else told["value"])]
        path = told.get("__next") if ask.accept == VERBOSE else told.get("odata.nextLink")
    assert seen == ["en", "två", *(f"r{number}" for number in range(7))]


def test_the_dialects_wrap_the_same_values(site):
    path = f"{ROWS}/items(1)?$select=Id,Title,DgCount,Editor/Title&$expand=Editor"
    verbose, light = Asking(site, VERBOSE)("GET", path), Asking(site, "application/json;odata=minimalmetadata")("GET", path)
    bare = Asking(site, "application/json;odata=nometadata")("GET", path).json()
    assert bare == {"Id": 1, "ID": 1, "Title": "en", "DgCount": 3, "Editor": {"Title": "Malin Ek"}}
    assert verbose.json()["d"]["__metadata"]["etag"] == verbose.headers["ETag"] == light.json()["odata.etag"] == '"1"'
    assert {name: verbose.json()["d"][name] for name in ("Id", "Title", "DgCount")} == {"Id": 1, "Title": "en", "DgCount": 3}
    assert Asking(site, "text/html")("GET", path).status_code == 406
    for answer in (verbose, light):
        assert {"SPRequestGuid", "X-SharePointHealthScore", "MicrosoftSharePointTeamServices"} <= {*answer.headers}


def test_names_are_taken_in_any_case_and_lists_in_every_form(site, ask):
    identity = site.list("Uppföljning").id
    forms = [f"web/lists('{identity}')", f"web/Lists(guid'{identity}')", f"Web/LISTS/GetById('{identity}')", "web/lists/GetByTitle('uppföljning')"]
    forms += ["web/GetList('/sites/rad/Lists/Uppfoljning')", "web/getlist(@u)?@u='/sites/rad/Lists/Uppfoljning'"]
    assert {ask.told(form)["Id"] for form in forms} == {identity}


@pytest.mark.parametrize("token", ["", "EXPIRED"])
def test_a_bad_token_is_401_before_anything_else(site, token):
    site.people.bad_tokens["EXPIRED"] = "The token is expired."
    answer = Asking(site, token=token)("GET", "web")
    assert answer.status_code == 401


def test_another_site_is_not_found(site):
    answer = Asking(site)("GET", f"{site.origin}/sites/annan/_api/web")
    assert (answer.status_code, answer.text) == (404, "404 FILE NOT FOUND")


def test_an_old_digest_is_refused_with_403(site):
    ask = Asking(site, VERBOSE)
    digest = ask("POST", "contextinfo").json()["d"]["GetContextWebInformation"]["FormDigestValue"]
    assert ask("POST", "web/ensureuser('malin.ek@example.org')", X_RequestDigest=digest).status_code == 200
    site.clock.advance(minutes=31)
    assert refused(ask("POST", "web/ensureuser('malin.ek@example.org')", X_RequestDigest=digest)) == (403, -2130575251, "SPException")


@pytest.mark.parametrize(
    ("role", "expected"), [("none", [403, 403, 403]), ("read", [200, 403, 403]), ("write", [200, 201, 403]), ("manage", [200, 201, 201])]
)
def test_the_app_may_do_what_the_site_granted_it(role, expected):
    with Emulator(app_role=role).running() as site:
        site.add_list("Rader")
        ask = Asking(site)
        made = [
            ask("GET", "web/lists/getbytitle('Rader')"),
            ask("POST", "web/lists/getbytitle('Rader')/items", {"Title": "x"}),
            ask("POST", "web/lists", {"Title": "Ny", "BaseTemplate": 100}),
        ]
        assert [one.status_code for one in made] == expected


def test_only_those_who_may_read_a_list_read_it_and_everybody_sees_who_that_is(site):
    site.list("Uppföljning").restrict("Helena Lind")
    assert Asking(site, token="person:Malin Ek")("GET", ROWS).status_code == 403
    assert Asking(site, token="person:Helena Lind")("GET", ROWS).status_code == 200
    told = Asking(site).rows(f"{ROWS}/roleassignments?$expand=Member,RoleDefinitionBindings")
    assert [(one["Member"]["Title"], [role["Name"] for role in one["RoleDefinitionBindings"]]) for one in told] == [("Helena Lind", ["Read"])]
    assert Asking(site).told(f"{ROWS}?$select=HasUniqueRoleAssignments")["HasUniqueRoleAssignments"] is True
    assert Asking(site).told("web/lists/getbytitle('Anteckningar')?$select=HasUniqueRoleAssignments")["HasUniqueRoleAssignments"] is False


def test_inheritance_is_broken_and_readers_are_given_over_rest(site, ask):
    group = site.people.add_group("Läsare", "Helena Lind")
    assert ask("POST", f"{ROWS}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)").status_code == 200
    assert ask("POST", f"{ROWS}/roleassignments/addroleassignment(principalid={group.id},roledefid=1073741826)").status_code == 200
    assert Asking(site, token="person:Helena Lind")("GET", ROWS).status_code == 200
    assert Asking(site, token="person:Malin Ek")("GET", ROWS).status_code == 403
    assert [one["Title"] for one in ask.rows(f"web/sitegroups({group.id})/users")] == ["Helena Lind"]
