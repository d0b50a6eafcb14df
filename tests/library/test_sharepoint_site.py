"""The seam around the client library: it waits when asked, signs in anew, never sends a write twice unless that is safe, and believes no web page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from functions import errors
from functions.library.sharepoint.batching import read_batch, split_batches, write_batch
from functions.library.sharepoint.patience import LONGEST
from functions.library.sharepoint.site import Site
from functions.library.sharepoint.wire import Ask
from tests.library.sharepoint_world import Place, place
from tests.sharepoint.emulator import Emulator, Fault


@pytest.fixture
def here() -> Iterator[Place]:
    with place() as made:
        made.files.put("Råd/a.docx", b"a")
        yield made


def lists(site: Site) -> Ask:
    return site.get(str(site.web.lists.resource_url), ("Id", "Title"))


def first_items(here: Place) -> Ask:
    site = here.library.site
    return site.get(str(site.web.lists.get_by_id(here.library.places.library.id).items.resource_url), ("Id",), (), top=1)


def new_row(here: Place, *, repeatable: bool, key: str = "k") -> Ask:
    site, rows = here.library.site, here.library.places.list("Uppföljning")
    address = site.escaped(str(site.web.lists.get_by_id(rows.id).items.resource_url))
    return Ask("POST", address, {"__metadata": {"type": rows.type_name}, "Title": "Ring", "DgKey": key}, repeatable=repeatable)


def signed_in(emulator: Emulator, tokens: list[str], waited: list[float]) -> Site:
    given = iter(tokens)
    return Site(emulator.url, token=lambda: {"token_type": "Bearer", "access_token": next(given), "expires_in": 3600}, sleep=waited.append)


@pytest.fixture
def strict() -> Iterator[Place]:
    """A site that wants a form digest although the request bears a token."""
    with place(emulator=Emulator(demands_digest=True)) as made:
        made.files.put("Råd/a.docx", b"a")
        yield made


def test_every_request_says_whose_it_is_those_of_the_client_library_too(strict: Place) -> None:
    strict.library.site.send(new_row(strict, repeatable=False))
    assert {request.headers.get("User-Agent") for request in strict.site.requests} == {"NONISV|Dagordning|Dagordning/0.1.0"}
    assert "/sites/rad/_api/contextInfo" in [request.path for request in strict.site.requests]


def test_no_digest_is_fetched_where_none_is_wanted(here: Place) -> None:
    here.library.site.send(new_row(here, repeatable=False))
    assert "/sites/rad/_api/contextInfo" not in [request.path for request in here.site.requests]


def test_a_digest_is_fetched_once_where_one_is_wanted(strict: Place) -> None:
    assert strict.library.site.send(new_row(strict, repeatable=False)).ok
    assert [answer.ok for answer in strict.library.site.batch([new_row(strict, repeatable=False, key=key) for key in ("x", "y")])] == [True, True]
    assert [request.path for request in strict.site.requests].count("/sites/rad/_api/contextInfo") == 1


@pytest.mark.parametrize(("limits", "seconds"), [(False, 7.0), (True, 8.0)])
def test_throttling_is_waited_for_as_long_as_the_larger_of_both_headers_asks(here: Place, limits: bool, seconds: float) -> None:
    here.site.faults.add(Fault("throttled", path="web/lists", retry_after=7, limits=limits, times=2))
    assert here.library.site.send(lists(here.library.site)).ok
    assert here.waited == [seconds, seconds]


def test_throttling_of_the_digest_is_waited_for_too(strict: Place) -> None:
    strict.site.faults.add(Fault("throttled", path="contextinfo", retry_after=3, times=2))
    assert strict.library.site.send(new_row(strict, repeatable=False)).ok
    assert strict.waited == [3.0, 3.0]


def test_a_minute_of_throttling_is_outlasted(here: Place) -> None:
    here.site.faults.add(Fault("throttled", path="web/lists", retry_after=15, times=4))
    assert here.library.site.send(lists(here.library.site)).ok
    assert sum(here.waited) == 60


def test_patience_has_an_end_that_tells_how_long_to_wait(here: Place) -> None:
    here.site.faults.add(Fault("throttled", path="web/lists", retry_after=100, times=None))
    with pytest.raises(errors.Throttled) as asked:
        here.library.site.send(lists(here.library.site))
    assert asked.value.seconds == 100
    assert asked.value.next_step is errors.NextStep.RETRY
    assert sum(here.waited) <= LONGEST


def test_a_token_that_was_refused_is_fetched_anew_once(here: Place) -> None:
    waited: list[float] = []
    site = signed_in(here.site, ["APP", "APP"], waited)
    assert site.send(lists(site)).ok
    here.site.faults.add(Fault("unauthorized", path="web/lists", times=1))
    assert site.send(lists(site)).ok


def test_a_token_that_stays_refused_says_which_permission_is_missing(here: Place) -> None:
    site = signed_in(here.site, ["APP"] * 9, [])
    here.site.faults.add(Fault("unauthorized", path="web/lists", times=None))
    with pytest.raises(errors.NoAccess, match=r"Sites\.Selected"):
        site.fetch(lists(site))
    assert len(here.site.requests) < 8


def test_a_digest_that_ran_out_is_fetched_anew(strict: Place) -> None:
    here = strict
    assert here.library.site.send(new_row(here, repeatable=False)).ok
    here.site.clock.advance(minutes=31)
    assert here.library.site.send(new_row(here, repeatable=False, key="k2")).ok


def test_a_digest_that_ran_out_inside_a_batch_is_fetched_anew(strict: Place) -> None:
    here = strict
    here.library.site.send(new_row(here, repeatable=False))
    here.site.clock.advance(minutes=31)
    answers = here.library.site.batch([new_row(here, repeatable=False, key=key) for key in ("x", "y")])
    assert [answer.status for answer in answers] == [201, 201]
    assert len(here.site.list("Uppföljning").rows()) == 3


def test_a_web_page_in_place_of_data_is_an_error_that_says_so(here: Place) -> None:
    here.site.faults.add(Fault("html", path="web/lists", times=1))
    with pytest.raises(errors.NoAccess, match="webbsida"):
        here.library.site.send(lists(here.library.site))


def test_a_web_page_inside_a_batch_is_an_error_that_says_so(here: Place) -> None:
    ask = first_items(here)
    here.site.faults.add(Fault("html", path="items", batched=True))
    with pytest.raises(errors.NoAccess, match="webbsida"):
        here.library.site.batch([ask, ask])


def test_a_write_whose_answer_was_lost_is_not_sent_again(here: Place) -> None:
    ask = new_row(here, repeatable=False)
    here.site.faults.add(Fault("reset_after_commit", method="POST", path="items", times=1))
    with pytest.raises(errors.Unavailable):
        here.library.site.send(ask)
    assert len(here.site.list("Uppföljning").rows()) == 1


def test_a_write_with_a_key_whose_answer_was_lost_is_sent_again_and_stands_once(here: Place) -> None:
    ask = new_row(here, repeatable=True)
    here.site.faults.add(Fault("reset_after_commit", method="POST", path="items", times=1))
    assert here.library.site.send(ask).code == "-2130575169"
    assert len(here.site.list("Uppföljning").rows()) == 1


def test_a_download_that_was_cut_off_is_fetched_again(here: Place) -> None:
    (change,) = here.library.changes(None).changes
    fault = here.site.faults.add(Fault("truncated_download", path=r"\$value", times=2))
    assert change.file and here.library.fetch(change.file).data == b"a"
    assert fault.count == 2


def test_a_download_that_is_always_cut_off_is_tried_later(here: Place) -> None:
    here.files.put("Råd/a.docx", b"a longer text")
    (change,) = here.library.changes(None).changes
    here.site.faults.add(Fault("truncated_download", path=r"\$value", times=None))
    with pytest.raises(errors.Unavailable):
        here.library.fetch(change.file)  # type: ignore[arg-type]


def test_only_the_throttled_parts_of_a_batch_are_sent_again(here: Place) -> None:
    asks = [new_row(here, repeatable=False, key=key) for key in ("a", "b", "c")]
    here.site.faults.add(Fault("throttled", path="items", retry_after=4, batched=True, skip=1, times=1))
    answers = here.library.site.batch(asks)
    assert [answer.status for answer in answers] == [201, 201, 201]
    assert here.waited == [4.0]
    assert sorted(row["DgKey"] for row in here.site.list("Uppföljning").rows()) == ["a", "b", "c"]


def test_a_refused_part_of_a_batch_hides_none_of_the_others(here: Place) -> None:
    asks = [new_row(here, repeatable=False, key=key) for key in ("a", "a", "b")]
    assert [answer.status for answer in here.library.site.batch(asks)] == [201, 400, 201]


def test_a_batch_is_one_round_trip_and_its_parts_are_counted(here: Place) -> None:
    ask = first_items(here)
    site = here.library.site
    before, batched = site.round_trips, site.batched
    here.trips()
    assert all(answer.ok for answer in site.batch([ask] * 30))
    assert (site.round_trips - before, here.trips(), site.batched - batched) == (1, 1, 30)


def test_reads_and_writes_of_a_batch_are_done_in_the_order_asked(here: Place) -> None:
    rows = here.library.places.list("Uppföljning")
    site = here.library.site
    count = site.get(str(site.web.lists.get_by_id(rows.id).items.resource_url), ("Id",))
    answers = site.batch([count, new_row(here, repeatable=False), count])
    assert [len(answers[0].results), answers[1].status, len(answers[2].results)] == [0, 201, 1]


def test_many_requests_are_split_by_number_and_by_size() -> None:
    small = [Ask("GET", f"https://x/{number}") for number in range(250)]
    assert [len(batch) for batch in split_batches(small)] == [100, 100, 50]
    large = [Ask("POST", "https://x", b"x" * 400_000) for _ in range(5)]
    assert [len(batch) for batch in split_batches(large)] == [2, 2, 1]


def test_an_answer_with_bare_line_ends_or_nested_parts_is_read() -> None:
    asks = [Ask("GET", "https://x/1"), Ask("GET", "https://x/2")]
    part = "Content-Type: application/http\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}\n"
    inner = f"--c\n{part.replace('{body}', '{}')}--c--\n"
    body = f"--b\nContent-Type: multipart/mixed; boundary=c\n\n{inner}--b\n{part.replace('{body}', '[]')}--b--\n".encode()
    answers = read_batch("multipart/mixed; boundary=b", body, asks)
    assert answers is not None and [answer.status for answer in answers] == [200, 200]
    assert read_batch("multipart/mixed; boundary=b", b"--b--", asks) is None
    assert read_batch("text/html", body, asks) is None


def test_a_written_batch_keeps_reads_out_of_change_sets() -> None:
    _, body = write_batch([Ask("GET", "https://x/1"), Ask("MERGE", "https://x/2", {"a": 1}, etag='"3"'), Ask("GET", "https://x/3")])
    text = body.decode()
    assert text.index("GET https://x/1") < text.index('boundary="changeset') < text.index("MERGE https://x/2") < text.index("GET https://x/3")
    assert 'IF-MATCH: "3"' in text


@pytest.mark.parametrize("role", ["none", "read"])
def test_a_missing_permission_is_named(role: str) -> None:
    with place() as here:
        here.files.put("a.docx", b"a")
        (change,) = here.library.changes(None).changes
        here.site.people.app_role = role
        library = here.restart()
        with pytest.raises(errors.NoAccess, match=r"Sites\.Selected"):
            etag = library.columns(change.file).etag  # type: ignore[arg-type]
            library.write_columns(change.file, {"DgCouncil": "Rådet"}, etag=etag)  # type: ignore[arg-type]


def test_a_missing_library_says_which_setting_to_mend(here: Place) -> None:
    library = here.restart(title="Finns inte")
    with pytest.raises(errors.NoAccess, match="DAGORDNING_LIBRARY"):
        library.changes(None)


def test_a_missing_list_says_what_to_run(here: Place) -> None:
    del here.site.lists[here.site.list("Händelser").id]
    with pytest.raises(errors.NoAccess, match="dagordning sharepoint apply"):
        here.restart().events_of("radet")


def test_a_missing_site_says_which_setting_to_mend(here: Place) -> None:
    token = {"token_type": "Bearer", "access_token": "APP", "expires_in": 3600}
    site = Site(here.site.url + "-annan", token=lambda: dict(token), sleep=here.waited.append)
    with pytest.raises(errors.NoAccess, match="DAGORDNING_SITE"):
        site.send(lists(site))
