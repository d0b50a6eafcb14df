"""The genuine Office365-REST-Python-Client at work on the emulator: what it makes, it finds again; what it gets wrong, is wrong here too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from office365.runtime.client_request_exception import ClientRequestException
from office365.sharepoint.client_context import ClientContext
from office365.sharepoint.listitems.caml.query import CamlQuery
from office365.sharepoint.lists.creation_information import ListCreationInformation
from office365.sharepoint.lists.list import List

from tests.sharepoint.asking import Asking, text_of, word
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.hands import LibraryHandle


@pytest.fixture
def site() -> Iterator[Emulator]:
    with Emulator().running() as one:
        one.add_library("Anteckningar").add_column("DgCouncil", "Råd")
        yield one


@pytest.fixture
def library(site: Emulator) -> LibraryHandle:
    return site.library("Anteckningar")


def context(site: Emulator, token: str = "APP") -> ClientContext:
    return ClientContext(site.url).with_access_token(lambda: {"token_type": "Bearer", "access_token": token, "expires_in": 3600})


@pytest.fixture
def rows(site: Emulator) -> List:
    return context(site).web.lists.add(ListCreationInformation("Uppföljning", "d", 100)).execute_query()


def test_loading_the_web_leaves_the_port_in_every_later_address(site):
    ctx = context(site)
    ctx.web.get().execute_query()
    assert ctx.web.lists.get_by_title("Anteckningar").get().execute_query().title == "Anteckningar"


def test_a_list_that_it_makes_is_there_with_its_first_view_and_its_type(site, rows):
    rows.get().execute_query()
    assert rows.properties["ListItemEntityTypeFullName"] == "SP.Data.Uppf_x00f6_ljningListItem"
    assert [view.title for view in rows.views.get().execute_query()] == ["Alla objekt"]


def test_a_second_list_of_the_same_title_is_refused(site, rows):
    with pytest.raises(ClientRequestException):
        context(site).web.lists.add(ListCreationInformation("Uppföljning", "d", 100)).execute_query()


def test_columns_it_makes_hold_what_it_writes(site, rows):
    rows.fields.create_field_as_xml("<Field Type='DateTime' Format='DateOnly' Name='DgDue' DisplayName='DgDue'/>").execute_query()
    rows.fields.add_choice_field("DgStatus", ["Öppen", "Klar"]).execute_query()
    item = rows.add_item({"Title": "en", "DgDue": "2026-03-20T12:00:00Z", "DgStatus": "Öppen"}).execute_query()
    assert site.list("Uppföljning").rows()[0] | {"UniqueId": ""} == {
        "ID": 1,
        "Title": "en",
        "Editor": "Dagordning",
        "Author": "Dagordning",
        "UniqueId": "",
        "DgDue": "2026-03-20",
        "DgStatus": "Öppen",
    }
    item.set_property("DgStatus", "Klar").update().execute_query()
    told = Asking(site).told("web/lists/getbytitle('Uppföljning')/items(1)")
    assert (told["DgStatus"], told["DgDue"]) == ("Klar", "2026-03-19T23:00:00Z")  # the day begins at the site's midnight


def test_its_index_and_formatter_stand_on_the_column(site, rows):
    field = rows.fields.create_field_as_xml("<Field Type='Text' Name='DgKey' DisplayName='DgKey'/>").execute_query()
    rows.ensure_indexed("DgKey").execute_query()
    field.set_property("CustomFormatter", '{"elmType": "div"}').update().execute_query()
    state = site.list("Uppföljning").state.fields["DgKey"]
    assert (state.indexed, state.formatter) == (True, '{"elmType": "div"}')


def test_a_view_that_it_makes_shows_its_columns_and_query(site, rows):
    query = '<Where><Eq><FieldRef Name="Title"/><Value Type="Text">en</Value></Eq></Where>'
    view = rows.views.create("Öppna punkter", fields=["LinkTitle", "Editor"], row_limit=50, view_type="HTML", Query=query).execute_query()
    view.view_fields.add_view_field("Created").execute_query()
    state = site.list("Uppföljning").state.views[-1]
    assert (state.title, state.fields, state.query, state.row_limit) == ("Öppna punkter", ["LinkTitle", "Editor", "Created"], query, 50)
    assert site.list("Uppföljning").state.views[0].default


def test_every_page_of_items_is_found(site, rows):
    for number in range(9):
        site.list("Uppföljning").add_row({"Title": f"r{number}"})
    assert len(rows.items.get_all(4).execute_query()) == 9


@pytest.mark.filterwarnings("ignore:This CAML query is not paged")
def test_its_own_recursive_query_is_refused_and_a_hand_written_one_finds_files_in_folders(site, library):
    library.put("Råd/a.docx", word("x"))
    watched = context(site).web.lists.get_by_title("Anteckningar")
    with pytest.raises(ClientRequestException):
        watched.get_items(CamlQuery.create_all_items_query()).execute_query()
    where = "<Where><Eq><FieldRef Name='FileLeafRef'/><Value Type='Text'>a.docx</Value></Eq></Where>"
    scopes = {"RecursiveAll": 1, "Recursive": 1, "FilesOnly": 0}
    for scope, count in scopes.items():
        view = CamlQuery(ViewXml=f"<View Scope='{scope}'><Query>{where}</Query></View>")
        assert len(context(site).web.lists.get_by_title("Anteckningar").get_items(view).execute_query()) == count


def test_a_file_goes_up_and_comes_down_by_path_and_by_id(site, library):
    ctx = context(site)
    folder = ctx.web.get_folder_by_server_relative_path("/sites/rad/Anteckningar")
    file = folder.upload_file("Åäö 'é'.docx", word("Hej")).execute_query()
    assert library.paths() == ["Åäö 'é'.docx"]
    assert text_of(ctx.web.get_file_by_id(library.item("Åäö 'é'.docx").unique_id).get_content().execute_query().value) == "Hej"
    assert text_of(file.get_content().execute_query().value) == "Hej"


def test_a_file_in_pieces_is_first_empty_then_whole(site, library, tmp_path):
    path = tmp_path / "stor.pdf"
    path.write_bytes(b"0123456789")
    with path.open("rb") as stream:
        folder = context(site).web.get_folder_by_server_relative_url("/sites/rad/Anteckningar")
        folder.files.create_upload_session(stream, 4).execute_query()
    assert library.data("stor.pdf") == b"0123456789"
    assert [one.data for one in library.versions("stor.pdf")] == [b"", b"0123456789"]


def test_what_a_person_writes_is_the_persons_and_ensure_user_knows_her(site, library):
    library.put("a.docx", word("x"), by="Helena Lind")
    ctx = context(site, "person:Malin Ek")
    item = ctx.web.lists.get_by_title("Anteckningar").items.get_by_id(1)
    item.set_property("DgCouncil", "Samråd").update().execute_query()
    assert (library.cell("a.docx", "Author"), library.cell("a.docx", "Editor")) == ("Helena Lind", "Malin Ek")
    assert ctx.web.ensure_user("malin.ek@example.org").execute_query().login_name == "i:0#.f|membership|malin.ek@example.org"
    assert ctx.web.current_user.get().execute_query().properties["Title"] == "Malin Ek"


def test_a_restricted_file_is_not_in_anothers_listing(site, library):
    library.put("a.docx", word("x"))
    library.put("hemlig.docx", word("x"))
    library.restrict("Helena Lind", path="hemlig.docx")
    listing = "web/lists/getbytitle('Anteckningar')/items?$select=FileLeafRef,HasUniqueRoleAssignments"

    def seen(token: str) -> list[str]:
        return [one["FileLeafRef"] for one in Asking(site, token=token).rows(listing)]

    assert seen("person:Malin Ek") == ["a.docx"]
    assert seen("APP") == ["a.docx", "hemlig.docx"]
    assert [one["HasUniqueRoleAssignments"] for one in Asking(site).rows(listing)] == [False, True]
    address = "web/getFileByServerRelativePath(decodedUrl='/sites/rad/Anteckningar/hemlig.docx')/$value"
    assert Asking(site, token="person:Malin Ek")("GET", address).status_code == 403
    assert Asking(site, token="person:Helena Lind")("GET", address).status_code == 200


def test_its_silent_update_loses_the_value_here_too(site, library):
    library.put("a.docx", word("x"))
    item = context(site).web.lists.get_by_title("Anteckningar").items.get_by_id(1)
    item.set_property("DgCouncil", "Samråd")
    item.update_overwrite_version().execute_query()
    assert library.cell("a.docx", "DgCouncil") is None


def test_its_ordering_option_is_one_that_the_service_does_not_know(site, rows):
    with pytest.raises(ClientRequestException, match="order_by"):
        rows.items.order_by("Title").get().execute_query()


def test_a_webhook_beyond_180_days_is_refused_before_anybody_is_asked(site, library):
    ask = Asking(site)
    body = {
        "resource": library.id,
        "notificationUrl": "http://127.0.0.1:9/hook",
        "expirationDateTime": (datetime.now(UTC) + timedelta(days=181)).isoformat(),
    }
    answer = ask("POST", f"web/lists('{library.id}')/subscriptions", body)
    assert answer.status_code == 400
    assert "180 days" in answer.text
    body["expirationDateTime"] = (datetime.now(UTC) + timedelta(days=170)).isoformat()
    assert "Failed to validate the notification URL" in ask("POST", f"web/lists('{library.id}')/subscriptions", body).text
    assert ask.rows(f"web/lists('{library.id}')/subscriptions") == []


def test_the_site_tells_its_locale_and_its_time_zone(site):
    told = Asking(site).told("web/RegionalSettings?$expand=TimeZone")
    assert (told["LocaleId"], told["DecimalSeparator"], told["TimeZone"]["Information"]["Bias"]) == (1053, ",", -60)


def test_a_query_may_compare_with_today(site):
    rows = site.add_list("Rader")
    rows.add_column("DgDue", "Senast", "DateTime", date_only=True)
    today = site.clock.now()
    for days in (-2, 5):
        rows.add_row({"Title": str(days), "DgDue": (today + timedelta(days=days)).date().isoformat()})
    where = "<Where><Lt><FieldRef Name='DgDue'/><Value Type='DateTime'><Today OffsetDays='1'/></Value></Lt></Where>"
    answer = Asking(site)("POST", "web/lists/getbytitle('Rader')/getitems", {"query": {"ViewXml": f"<View><Query>{where}</Query></View>"}})
    assert [one["Title"] for one in answer.json()["value"]] == ["-2"]
