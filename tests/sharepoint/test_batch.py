from __future__ import annotations

import json
import re

import pytest

from tests.sharepoint.batch import BatchLimits, handle_batch

SITE = "http://127.0.0.1:8080/sites/rad"
AROUND = {"Host": "127.0.0.1:8080", "Authorization": "Bearer APP", "X-RequestDigest": "0xA", "Accept": "application/json"}
READ = f"Content-Type: application/http\nContent-Transfer-Encoding: binary\n\nGET {SITE}/_api/web HTTP/1.1\nAccept: application/json\n\n"


class Site:
    def __init__(self, *answers: tuple[int, dict, bytes]) -> None:
        self.asked: list[tuple[str, str, dict, bytes]] = []
        self.answers = list(answers)

    def __call__(self, method, url, headers, body):
        self.asked.append((method, url, dict(headers), body))
        return self.answers.pop(0) if self.answers else (200, {"Content-Type": "application/json"}, b"{}")


def write(verb: str, path: str, body: str = "", *, headers: str = "", blank: str = "\n") -> str:
    return f"Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n{verb} {SITE}{path} HTTP/1.1\n{headers}{blank}{body}\n"


def changeset(*parts: str, name: str = "changeset_1") -> str:
    inner = "".join(f"--{name}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/mixed; boundary="{name}"\n\n{inner}--{name}--\n'


def batch(*parts: str) -> str:
    return "".join(f"--batch_1\n{part}\n" for part in parts) + "--batch_1--\n"


def run(text: str | bytes, site: Site, **settings) -> tuple[int, list[tuple[int, str]]]:
    body = text.encode() if isinstance(text, str) else text
    status, headers, answer = handle_batch(body, "multipart/mixed; boundary=batch_1", AROUND, site, **settings)
    if status != 200:
        return status, [(status, answer.decode())]
    boundary = headers["Content-Type"].partition("boundary=")[2]
    assert boundary.startswith("batchresponse_")
    pieces = answer.decode().split(f"--{boundary}")
    assert pieces[0] == ""
    assert pieces[-1] == "--\r\n"
    return status, [told(piece) for piece in pieces[1:-1]]


def told(piece: str) -> tuple[int, str]:
    head, line_and_headers, body = piece.split("\r\n\r\n", 2)
    assert "Content-Type: application/http" in head
    return int(re.match(r"HTTP/1\.1 (\d{3}) \w", line_and_headers)[1]), body.rstrip("\r\n")


def test_writes_and_then_reads_are_answered_in_their_order():
    site = Site((201, {"ETag": '"1"'}, b'{"Id":1}'), (204, {}, b""), (200, {}, b'{"Title":"x"}'))
    text = batch(
        changeset(
            write("POST", "/_api/web/lists/getByTitle('A')/items", '{"Title":"å"}'),
            write("MERGE", "/_api/web/lists/getByTitle('A')/items(1)", '{"Title":"b"}', headers="IF-MATCH:*\n"),
        ),
        READ,
    )
    assert run(text, site) == (200, [(201, '{"Id":1}'), (204, ""), (200, '{"Title":"x"}')])
    assert [(method, body.decode()) for method, _, _, body in site.asked] == [("POST", '{"Title":"å"}'), ("MERGE", '{"Title":"b"}'), ("GET", "")]
    assert site.asked[1][2]["if-match"] == "*"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_both_kinds_of_line_end_are_read(ending):
    site = Site()
    text = batch(changeset(write("DELETE", "/_api/web/lists(guid'1')")), READ).replace("\n", ending)
    assert run(text, site)[0] == 200
    assert [asked[0] for asked in site.asked] == ["DELETE", "GET"]


def test_a_preamble_and_a_folded_header_are_read():
    site = Site()
    preamble = 'Content-Type: multipart/mixed;\n boundary="batch_1"\n\n'
    folded = changeset(write("POST", "/_api/x", "{}")).replace("multipart/mixed; boundary", "multipart/mixed;\n boundary")
    assert run(preamble + batch(folded), site)[0] == 200
    assert len(site.asked) == 1


def test_two_blank_lines_may_stand_before_a_body():
    site = Site()
    run(batch(changeset(write("POST", "/_api/x", '{"a":1}', headers="Accept:application/json\n", blank="\n\n"))), site)
    assert json.loads(site.asked[0][3]) == {"a": 1}


def test_a_part_is_signed_in_as_the_batch_is():
    site = Site()
    run(batch(changeset(write("POST", "/_api/x", "{}", headers="Authorization: Bearer OTHER\n"))), site)
    assert site.asked[0][2]["authorization"] == "Bearer APP"
    assert site.asked[0][2]["x-requestdigest"] == "0xA"


def test_several_change_sets_between_reads_keep_their_order():
    site = Site()
    first, second = changeset(write("POST", "/_api/1")), changeset(write("POST", "/_api/2"), name="changeset_2")
    run(batch(first, READ, second, READ), site)
    assert [url.removeprefix(SITE) for _, url, _, _ in site.asked] == ["/_api/1", "/_api/web", "/_api/2", "/_api/web"]


def test_a_failed_part_does_not_stop_those_after_it():
    site = Site((412, {}, b'{"odata.error":{}}'), (204, {}, b""))
    parts = [write("MERGE", "/_api/1", "{}"), write("MERGE", "/_api/2", "{}")]
    assert run(batch(changeset(*parts)), site) == (200, [(412, '{"odata.error":{}}'), (204, "")])


def refused(text: str, **settings) -> tuple[int, str]:
    site = Site()
    status, told = run(text, site, **settings)
    assert site.asked == []
    return status, json.loads(told[0][1])["odata.error"]["message"]["value"]


def test_a_read_inside_a_change_set_refuses_the_whole_batch():
    status, message = refused(batch(changeset(write("POST", "/_api/1", "{}"), READ)))
    assert (status, "GET" in message) == (400, True)


def test_a_write_outside_a_change_set_refuses_the_whole_batch():
    status, message = refused(batch(READ, write("POST", "/_api/1", "{}")))
    assert (status, "POST" in message) == (400, True)


def test_a_batch_that_nothing_closes_is_refused():
    assert refused(batch(READ).replace("--batch_1--\n", ""))[0] == 400


def test_an_address_that_is_not_absolute_is_refused():
    assert refused(batch(READ.replace("http://127.0.0.1:8080", "")))[0] == 400


def test_an_address_on_another_host_is_refused():
    assert refused(batch(READ.replace("127.0.0.1:8080", "example.org")))[0] == 400


def test_a_batch_in_a_batch_is_refused():
    assert refused(batch(changeset(write("POST", "/_api/$batch", "{}"))))[0] == 400


def test_a_part_that_is_not_http_is_refused():
    assert refused(batch(READ.replace("application/http", "application/json")))[0] == 400


def test_a_part_that_does_not_say_binary_is_refused():
    assert refused(batch(READ.replace("Content-Transfer-Encoding: binary\n", "")))[0] == 400


def test_more_requests_than_a_batch_may_hold_are_refused():
    assert refused(batch(READ, READ, READ), limits=BatchLimits(parts=2))[0] == 400


def test_a_batch_that_is_too_large_is_refused():
    assert refused(batch(changeset(write("POST", "/_api/1", "x" * 5000))), limits=BatchLimits(size=4096))[0] == 413


def test_a_refusal_is_told_in_the_dialect_that_was_asked_for():
    site = Site()
    status, headers, body = handle_batch(b"", "multipart/mixed; boundary=b", {"Accept": "application/json;odata=verbose"}, site)
    assert (status, "odata=verbose" in headers["Content-Type"], "error" in json.loads(body)) == (400, True, True)


def test_a_body_that_holds_two_dashes_is_not_cut():
    site = Site()
    run(batch(changeset(write("POST", "/_api/1", '{"a":"x\\n--batch_1 inside"}'))), site)
    assert json.loads(site.asked[0][3]) == {"a": "x\n--batch_1 inside"}
