"""Faults on order: as many as were ordered, on the requests that were meant, over HTTP and inside a batch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from office365.runtime.client_request_exception import ClientRequestException
from office365.runtime.exceptions import FileLockedException
from office365.sharepoint.client_context import ClientContext

from tests.sharepoint.asking import LIGHT, VERBOSE, Asking, refused, word
from tests.sharepoint.emulator import Emulator, Fault

ROWS = "web/lists/getbytitle('Rader')"


@pytest.fixture
def site() -> Iterator[Emulator]:
    with Emulator().running() as one:
        one.add_list("Rader").add_row({"Title": "en"})
        one.add_library("Anteckningar").put("a.docx", word("x"))
        yield one


@pytest.fixture(params=[LIGHT, VERBOSE], ids=["light", "verbose"])
def ask(site: Emulator, request) -> Asking:
    return Asking(site, request.param)


def office(site: Emulator) -> ClientContext:
    return ClientContext(site.url).with_access_token(lambda: {"token_type": "Bearer", "access_token": "APP", "expires_in": 3600})


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("throttled", 429, -2147429894),
        ("busy", 503, -2147429894),
        ("unauthorized", 401, -2147024891),
        ("digest", 403, -2130575251),
        ("denied", 403, -2147024891),
        ("locked", 423, -2147018894),
        ("checked_out", 423, -2130575306),
        ("conflict", 409, -2130575305),
        ("stale", 412, -1),
        ("missing", 404, -2130575338),
        ("threshold", 500, -2147024860),
        ("error", 500, -2147467259),
    ],
)
def test_a_refusal_comes_as_often_as_ordered_and_nothing_is_done(site, ask, kind, status, code):
    fault = site.faults.add(Fault(kind, method="DELETE", path=r"items\(1\)", times=2))
    for _ in range(2):
        assert refused(ask("POST", f"{ROWS}/items(1)", X_HTTP_Method="DELETE", If_Match="*"))[:2] == (status, code)
    assert ask("GET", f"{ROWS}/items(1)").status_code == 200
    assert ask("POST", f"{ROWS}/items(1)", X_HTTP_Method="DELETE", If_Match="*").status_code == 200
    assert fault.count == 2
    assert site.list("Rader").rows() == []
    assert site.refused == []  # what was ordered is no complaint about the caller


def test_throttling_says_how_long_and_how_much_is_left(site, ask):
    site.faults.add(Fault("throttled", retry_after=7, limits=True))
    headers = ask("GET", "web").headers
    assert (headers["Retry-After"], headers["RateLimit-Remaining"], headers["RateLimit-Reset"]) == ("7", "0", "8")


def test_a_fault_can_let_some_requests_go_first(site, ask):
    site.faults.add(Fault("throttled", path="items", skip=2))
    assert [ask("GET", f"{ROWS}/items").status_code for _ in range(4)] == [200, 200, 429, 200]


def test_a_login_page_comes_with_200(site, ask):
    site.faults.add(Fault("html"))
    answer = ask("GET", "web")
    assert (answer.status_code, answer.headers["Content-Type"].split(";")[0]) == (200, "text/html")


def test_an_answer_can_be_lost_after_the_row_was_made(site, ask):
    body = {"Title": "två"} | ({"__metadata": {"type": "SP.Data.RaderListItem"}} if ask.accept == VERBOSE else {})
    site.faults.add(Fault("reset_after_commit", method="POST", path="items"))
    with pytest.raises(requests.ConnectionError):
        ask("POST", f"{ROWS}/items", body)
    assert [row["Title"] for row in site.list("Rader").rows()] == ["en", "två"]


def test_a_download_can_break_off(site, ask):
    site.faults.add(Fault("truncated_download", path=r"\$value"))
    with pytest.raises(requests.RequestException):
        ask("GET", "web/getFileByServerRelativePath(decodedUrl='/sites/rad/Anteckningar/a.docx')/$value")


def test_a_write_can_be_ignored_though_it_says_it_is_done(site, ask):
    body = {"Title": "ny"} | ({"__metadata": {"type": "SP.Data.RaderListItem"}} if ask.accept == VERBOSE else {})
    site.faults.add(Fault("ignored_write", method="MERGE"))
    assert ask("POST", f"{ROWS}/items(1)", body, X_HTTP_Method="MERGE", If_Match="*").status_code == 204
    site.faults.add(Fault("ignored_write", path="validate"))
    assert ask("POST", f"{ROWS}/items(1)/ValidateUpdateListItem", {"formValues": [{"FieldName": "Title", "FieldValue": "ny"}]}).status_code == 200
    assert site.list("Rader").rows()[0]["Title"] == "en"


def test_a_form_can_fail_with_200(site, ask):
    site.faults.add(Fault("has_exception"))
    answer = ask("POST", f"{ROWS}/items(1)/ValidateUpdateListItem", {"formValues": [{"FieldName": "Title", "FieldValue": "ny"}]})
    told = answer.json()["d"]["ValidateUpdateListItem"]["results"] if ask.accept == VERBOSE else answer.json()["value"]
    assert [(one["FieldName"], one["HasException"]) for one in told] == [("Title", True)]
    assert site.list("Rader").rows()[0]["Title"] == "en"


def test_a_part_of_a_batch_fails_alone(site):
    site.faults.add(Fault("throttled", path=r"items\(1\)", batched=True, retry_after=1))
    site.list("Rader").add_row({"Title": "två"})
    lines = []
    for number in (1, 2):
        lines += [
            "--b",
            "Content-Type: application/http",
            "Content-Transfer-Encoding: binary",
            "",
            f"GET {site.url}/_api/{ROWS}/items({number}) HTTP/1.1",
        ]
        lines += ["Accept: application/json", "", ""]
    answer = Asking(site)("POST", "$batch", "\r\n".join([*lines, "--b--", ""]).encode(), Content_Type="multipart/mixed; boundary=b")
    assert [part.status for part in site.requests[-1].sub_requests] == [429, 200]
    assert "HTTP/1.1 429" in answer.text
    assert "två" in answer.text
    assert site.round_trips() == 1


def test_the_library_knows_a_lock_by_its_own_exception(site):
    site.faults.add(Fault("locked", method="MERGE", owner="malin.ek@example.org"))
    item = office(site).web.lists.get_by_title("Rader").items.get_by_id(1)
    with pytest.raises(FileLockedException):
        item.set_property("Title", "ny").update().execute_query()


def test_the_library_fetches_a_new_digest_once_and_sends_again(site):
    site.faults.add(Fault("digest", method="MERGE"))
    office(site).web.lists.get_by_title("Rader").items.get_by_id(1).set_property("Title", "ny").update().execute_query()
    assert site.list("Rader").rows()[0]["Title"] == "ny"
    assert [one.path.rsplit("/", 1)[-1] for one in site.requests].count("contextInfo") == 2


def test_the_library_does_not_retry_a_busy_service_by_itself(site):
    site.faults.add(Fault("busy", method="GET", retry_after=1))
    with pytest.raises(ClientRequestException):
        office(site).web.get().execute_query()


def test_a_fault_nobody_knows_is_a_mistake():
    with pytest.raises(ValueError, match="no fault"):
        Fault("earthquake")
