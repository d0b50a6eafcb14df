from __future__ import annotations

import pytest
from office365.runtime.types.collections import StringCollection
from office365.sharepoint.fields.url_value import FieldUrlValue

from tests.sharepoint.emulator import Emulator
from tests.sharepoint.faults import Fault
from tests.sharepoint.office_client import OfficeError
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.two_clients.ground import REFUSED, ROWS, shown


def held(site: Emulator, key: str) -> dict:
    return next(row for row in site.list(ROWS).rows() if row["DgKey"] == key)


def test_a_row_that_one_adds_the_other_reads(pair, site):
    values = {
        "Title": "Punkt",
        "DgKey": "k'1",
        "DgText": 'Å "citat" <b>',
        "DgNote": "en\nrad till",
        "DgCount": 3.5,
        "DgOpen": False,
        "DgStatus": "Klar",
    }
    pair.first.add_row(ROWS, values)
    seen, same = pair.first.row(ROWS, "DgKey", "k'1"), pair.second.row(ROWS, "DgKey", "k'1")
    assert {name: seen[name] for name in values} == {name: same[name] for name in values} == values
    assert {name: held(site, "k'1")[name] for name in values} == values
    assert seen["Id"] == same["Id"]


def test_a_row_that_one_changes_the_other_sees(pair):
    pair.first.add_row(ROWS, {"DgKey": "k1", "DgStatus": "Öppen"})
    pair.second.update_row(ROWS, "DgKey", "k1", {"DgStatus": "Klar", "DgNote": ""})
    assert pair.first.row(ROWS, "DgKey", "k1")["DgStatus"] == "Klar"


def test_a_row_that_one_deletes_is_gone_for_the_other(pair, site):
    pair.first.add_row(ROWS, {"DgKey": "k1"})
    pair.second.delete_row(ROWS, "DgKey", "k1")
    assert pair.first.rows(ROWS) == site.list(ROWS).rows() == []


def test_a_row_has_one_etag_in_both_dialects_and_a_stale_one_is_refused(office, pnp):
    pnp.add_row(ROWS, {"DgKey": "k1"})
    etag = office.row_etag(ROWS, "DgKey", "k1")
    assert pnp.row(ROWS, "DgKey", "k1")["odata.etag"] == etag
    assert pnp.update_row(ROWS, "DgKey", "k1", {"DgText": "a"}, etag=etag) != etag
    with pytest.raises(OfficeError) as refusal:
        office.update_row(ROWS, "DgKey", "k1", {"DgText": "b"}, etag=etag)
    assert refusal.value.status == 412
    assert office.row(ROWS, "DgKey", "k1")["DgText"] == "a"


def test_rows_are_filtered_ordered_and_paged_alike(site, office, pnp):
    for number in range(7):
        site.list(ROWS).add_row(
            {"DgKey": f"k{number}", "DgStatus": "Klar" if number % 2 else "Öppen", "DgCount": number, "DgText": "O'Neil, å"}, by="Malin Ek"
        )
    query = {
        "filter": "DgStatus eq 'Öppen' and DgCount gt 1 and DgText eq 'O''Neil, å'",
        "select": ["DgKey", "DgCount"],
        "order_by": [("DgCount", False)],
    }
    found = [shown(client.rows(ROWS, **query, page=page), "DgKey", "DgCount") for client in (office, pnp) for page in (None, 2, 5000)]
    assert found == [[("k6", 6), ("k4", 4), ("k2", 2)]] * 6


def test_a_caml_query_finds_the_same_rows(site, office, pnp):
    for number in range(4):
        site.list(ROWS).add_row({"DgKey": f"k{number}", "DgStatus": "Klar" if number % 2 else "Öppen"}, by="Malin Ek")
    xml = (
        "<View><RowLimit Paged='TRUE'>100</RowLimit><Query><Where><Eq><FieldRef Name='DgStatus'/><Value Type='Choice'>Klar</Value></Eq></Where>"
        "<OrderBy><FieldRef Name='DgKey' Ascending='FALSE'/></OrderBy></Query></View>"
    )
    assert shown(office.caml(ROWS, xml), "DgKey") == shown(pnp.caml(ROWS, xml), "DgKey") == [("k3",), ("k1",)]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"DgKey": "k1"}, "-2130575169"),
        ({"DgKey": "k2", "DgText": "x" * 256}, None),
        ({"DgKey": "k2", "DgWrong": "x"}, None),
        ({"DgKey": "k2", "DgCount": "många"}, None),
    ],
    ids=["a key that is taken", "more than 255 characters", "an unknown column", "a number that is none"],
)
def test_what_a_row_may_not_hold_is_refused_alike(values, code, site, office, pnp):
    pnp.add_row(ROWS, {"DgKey": "k1", "DgText": "x" * 255})
    refusals = []
    for client in (office, pnp):
        with pytest.raises(REFUSED) as refusal:
            client.add_row(ROWS, values)
        refusals.append((refusal.value.status, refusal.value.code))
    assert refusals[0] == refusals[1]
    assert refusals[0][0] == 400
    assert code is None or refusals[0][1].startswith(f"{code},")
    assert len(site.list(ROWS).rows()) == 1


def test_people_dates_choices_and_links_are_written_and_read_alike(site, office, pnp):
    rows = site.list(ROWS)
    for name, kind in {"DgOwner": "User", "DgDue": "DateTime", "DgTags": "MultiChoice", "DgLink": "URL"}.items():
        rows.add_column(name, kind=kind, choices=["a", "b", "c"] if kind == "MultiChoice" else [])
    person = pnp.ensure_user(site.people.person("Malin Ek").email)["Id"]
    link = {"Url": "https://example.org/å", "Description": "Så, här"}
    plain = {"DgOwnerId": person, "DgDue": "2026-05-01T10:00:00Z"}
    office.add_row(ROWS, {"DgKey": "k1", **plain, "DgTags": StringCollection(["a", "b"]), "DgLink": FieldUrlValue(**link)})
    pnp.add_row(ROWS, {"DgKey": "k2", **plain, "DgTags": ["a", "b"], "DgLink": link})
    first, second = pnp.row(ROWS, "DgKey", "k1"), pnp.row(ROWS, "DgKey", "k2")
    names = ("DgOwnerId", "DgDue", "DgTags", "DgLink")
    assert [first[name] for name in names] == [second[name] for name in names] == [person, "2026-05-01T10:00:00Z", ["a", "b"], link]
    seen = office.row(ROWS, "DgKey", "k2")
    tags = {0: "a", 1: "b"}  # as the library keeps a column of several choices
    assert [seen[name] for name in names] == [person, "2026-05-01T10:00:00Z", tags, link]
    assert [row["DgOwner"] for row in rows.rows()] == ["Malin Ek", "Malin Ek"]


def test_more_rows_than_a_view_may_scan_are_refused_alike_without_an_index(office, pnp, site):
    site.threshold = 10
    for number in range(12):
        site.list(ROWS).add_row({"DgKey": f"k{number}", "DgStatus": "Klar"})
    for client in (office, pnp):
        with pytest.raises(REFUSED) as refusal:
            client.rows(ROWS, filter="DgStatus eq 'Klar'")
        assert (refusal.value.status, refusal.value.code.split(",")[0]) == (500, "-2147024860")
        assert len(client.rows(ROWS, page=5)) == 12
        assert shown(client.rows(ROWS, filter="DgKey eq 'k3'"), "DgKey") == [("k3",)]


def test_a_throttled_request_is_made_again_by_pnp_after_the_time_that_was_told(site, pnp, office):
    site.faults.add(Fault("throttled", path="/items", times=2, retry_after=0))
    pnp.add_row(ROWS, {"DgKey": "k1"})
    assert len(office.rows(ROWS)) == 1
    assert [request.status for request in site.requests if request.path.endswith("/items") and request.method == "POST"] == [429, 429, 201]


def test_who_wrote_a_row_is_known(site, office):
    with PnP(site.url, token="person:Malin Ek") as malin:
        malin.add_row(ROWS, {"DgKey": "k1"})
        person = malin.ensure_user("malin.ek@example.org")
    assert office.row(ROWS, "DgKey", "k1")["EditorId"] == person["Id"]
    office.update_row(ROWS, "DgKey", "k1", {"DgText": "a"})
    row = office.row(ROWS, "DgKey", "k1")
    assert row["AuthorId"] == person["Id"] != row["EditorId"]


def test_a_batch_of_pnp_reads_and_writes_in_one_request(site, pnp, office):
    first, second = (pnp.add_row(ROWS, {"DgKey": key})["Id"] for key in ("k1", "k2"))
    site.reset_count()
    answers = pnp.batch(
        ["add_row", ROWS, {"DgKey": "k3", "DgText": "åäö 'x'"}],
        ["update_row", ROWS, first, {"DgText": "a"}],
        ["add_row", ROWS, {"DgKey": "k1"}],
        ["delete_row", ROWS, second],
        ["rows", ROWS, {"select": ["DgKey", "DgText"]}],
        ["row", ROWS, 999],
    )
    assert site.round_trips() == 1
    assert answers[0]["DgText"] == "åäö 'x'"
    assert answers[1]["etag"]
    assert (answers[2].status, answers[2].code.split(",")[0]) == (400, "-2130575169")
    assert shown(answers[4], "DgKey", "DgText") == [("k1", "a"), ("k3", "åäö 'x'")]
    assert answers[5].status == 404
    assert shown(office.rows(ROWS), "DgKey", "DgText") == [("k1", "a"), ("k3", "åäö 'x'")]


def test_a_batch_of_the_python_library_goes_on_after_a_failure(site, office, pnp):
    numbers = [pnp.add_row(ROWS, {"DgKey": f"k{number}"})["Id"] for number in range(3)]
    site.reset_count()
    failures = office.update_rows(ROWS, dict(zip(numbers, ({"DgText": "a"}, {"DgText": "x" * 300}, {"DgText": "c"}), strict=True)))
    assert [failure.status for failure in failures] == [400]
    assert shown(pnp.rows(ROWS), "DgKey", "DgText") == [("k0", "a"), ("k1", None), ("k2", "c")]
    batches = [request for request in site.requests if request.path.endswith("/$batch")]
    assert [len(request.sub_requests) for request in batches] == [3]
