from __future__ import annotations

import pytest

from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.two_clients.ground import LIBRARY, NAMES, REFUSED


def test_a_column_that_one_writes_the_other_reads(pair, site, folder):
    pair.first.save(NAMES[0], b"one")
    pair.first.set_columns(NAMES[0], {"DgText": "Välfärdsrådet"})
    assert pair.second.read_columns(NAMES[0])["DgText"] == "Välfärdsrådet" == site.library(LIBRARY).cell(NAMES[0], "DgText")


def test_an_emptied_column_is_empty_to_both(pair, folder):
    pair.first.save(NAMES[0], b"one")
    pair.first.set_columns(NAMES[0], {"DgText": "x"})
    pair.second.set_columns(NAMES[0], {"DgText": None})
    assert pair.first.read_columns(NAMES[0])["DgText"] is None


def test_a_stale_etag_is_refused_with_412_and_nothing_is_written(pair, folder):
    pair.first.save(NAMES[0], b"one")
    stale = pair.first.set_columns(NAMES[0], {"DgText": "a"})
    fresh = pair.second.set_columns(NAMES[0], {"DgText": "b"}, etag=stale)
    with pytest.raises(REFUSED) as refusal:
        pair.first.set_columns(NAMES[0], {"DgText": "c"}, etag=stale)
    assert refusal.value.status == 412
    assert pair.second.read_columns(NAMES[0])["DgText"] == "b"
    assert fresh != stale


def test_a_form_writes_and_says_so_for_each_field(pair, folder):
    pair.first.save(NAMES[0], b"one")
    answers = pair.first.set_form_values(NAMES[0], {"DgText": "a"})
    assert [(answer["FieldName"], bool(answer.get("HasException"))) for answer in answers] == [("DgText", False)]
    assert pair.second.read_columns(NAMES[0])["DgText"] == "a"


def test_a_form_with_a_wrong_value_is_answered_with_200_and_an_exception(client, folder):
    client.save(NAMES[0], b"one")
    answers = client.set_form_values(NAMES[0], {"DgText": "x" * 300})
    assert [bool(answer["HasException"]) for answer in answers] == [True]
    assert client.read_columns(NAMES[0])["DgText"] is None


def test_a_form_for_a_new_document_makes_no_version(pair, folder):
    pair.first.save(NAMES[0], b"one")
    before = pair.second.file(NAMES[0])["UIVersionLabel"]
    pair.first.set_form_values(NAMES[0], {"DgText": "a"}, new_document=True)
    assert pair.second.file(NAMES[0])["UIVersionLabel"] == before
    pair.first.set_columns(NAMES[0], {"DgText": "b"})
    assert pair.second.file(NAMES[0])["UIVersionLabel"] != before


def test_what_somebody_has_checked_out_nobody_else_writes(client, site, folder):
    client.save(NAMES[0], b"one")
    malin = PnP(site.url, token="person:Malin Ek")
    malin.check_out(NAMES[0])
    for write in (lambda: client.set_columns(NAMES[0], {"DgText": "a"}), lambda: client.save(NAMES[0], b"two")):
        with pytest.raises(REFUSED) as refusal:
            write()
        assert (refusal.value.status, refusal.value.code.split(",")[0]) == (423, "-2130575306")
    malin.check_in(NAMES[0], comment="klar, 'nu'")
    client.set_columns(NAMES[0], {"DgText": "a"})
    assert malin.read_columns(NAMES[0])["DgText"] == "a"


def test_an_undone_check_out_gives_the_file_back(pair, folder):
    pair.first.save(NAMES[0], b"one")
    pair.first.check_out(NAMES[0])
    pair.second.undo_check_out(NAMES[0])
    pair.first.set_columns(NAMES[0], {"DgText": "a"})
    assert pair.second.read_columns(NAMES[0])["DgText"] == "a"


def test_a_file_that_is_open_in_word_takes_no_columns_from_either(client, site, folder):
    client.save(NAMES[0], b"one")
    site.library(LIBRARY).lock(NAMES[0], by="Malin Ek")
    with pytest.raises(REFUSED) as refusal:
        client.set_columns(NAMES[0], {"DgText": "a"})
    assert (refusal.value.status, refusal.value.code.split(",")[0]) == (423, "-2147018894")
    site.library(LIBRARY).unlock(NAMES[0])
    client.set_columns(NAMES[0], {"DgText": "a"})
    assert client.read_columns(NAMES[0])["DgText"] == "a"
