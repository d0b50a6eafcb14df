from __future__ import annotations

import pytest

from tests.sharepoint.office_client import OfficeError
from tests.sharepoint.pnp_client import PnPError
from tests.sharepoint.two_clients.ground import AWKWARD, LIBRARY, NAMES, REFUSED


@pytest.mark.parametrize("path", NAMES)
def test_a_file_that_one_saves_the_other_reads(path, pair, site, folder):
    pair.first.save(path, b"one \x00\xff\r\n\xc3")
    assert pair.second.read(path) == pair.first.read(path) == site.library(LIBRARY).data(path) == b"one \x00\xff\r\n\xc3"


@pytest.mark.parametrize("path", AWKWARD)
def test_a_name_with_percent_and_number_signs_is_itself(path, site, office, pnp, folder):
    pnp.save(path, b"one")
    assert office.read(path) == pnp.read(path) == site.library(LIBRARY).data(path) == b"one"
    assert office.file(path)["Name"] == pnp.file(path)["Name"] == path.rpartition("/")[2]


def test_a_file_is_the_same_to_both(pair, folder):
    pair.first.save(NAMES[0], b"one")
    seen, same = pair.first.file(NAMES[0]), pair.second.file(NAMES[0])
    for name in ("UniqueId", "Name", "ServerRelativeUrl", "ETag", "ContentTag", "UIVersionLabel", "Exists", "MajorVersion"):
        assert seen[name] == same[name], name
    assert int(seen["Length"]) == int(same["Length"]) == 3
    assert pair.second.file_by_id(seen["UniqueId"])["ServerRelativeUrl"] == seen["ServerRelativeUrl"]


def test_saving_again_keeps_the_file_and_makes_a_version(pair, folder):
    pair.first.save(NAMES[0], b"one")
    before = pair.second.file(NAMES[0])
    pair.second.save(NAMES[0], b"two")
    after = pair.first.file(NAMES[0])
    assert after["UniqueId"] == before["UniqueId"]
    assert (before["UIVersionLabel"], after["UIVersionLabel"]) == ("1.0", "2.0")
    assert after["ETag"] != before["ETag"]
    assert after["ContentTag"] != before["ContentTag"]


def test_content_is_written_over_as_word_does(pair, folder):
    pair.first.save(NAMES[0], b"one")
    pair.second.overwrite(NAMES[0], b"three")
    assert pair.first.read(NAMES[0]) == b"three"


def test_a_large_file_travels_in_pieces(pair, site, folder):
    data = bytes(range(256)) * 41
    pair.first.save("Råd/stor.bin", data, chunk=4096)
    assert pair.second.read("Råd/stor.bin") == data


def test_a_large_file_that_is_one_piece_travels_too(client, folder):
    client.save("Råd/liten.bin", b"abc", chunk=4096)
    assert client.read("Råd/liten.bin") == b"abc"


def test_a_renamed_file_is_the_same_file(office, pnp, site, folder):
    pnp.save(NAMES[0], b"one")
    before = office.file(NAMES[0])
    pnp.rename(NAMES[0], AWKWARD[3])
    assert office.file(AWKWARD[3])["UniqueId"] == before["UniqueId"]
    with pytest.raises(OfficeError) as refusal:
        office.file(NAMES[0])
    assert refusal.value.status == 404


def test_a_copied_file_is_another_file_with_the_same_columns(office, pnp, site, folder):
    pnp.save(NAMES[0], b"one")
    pnp.set_columns(NAMES[0], {"DgText": "från förra mötet"})
    pnp.copy(NAMES[0], NAMES[1])
    assert office.read(NAMES[1]) == b"one"
    assert office.file(NAMES[1])["UniqueId"] != office.file(NAMES[0])["UniqueId"]
    assert office.read_columns(NAMES[1])["DgText"] == "från förra mötet"


@pytest.mark.parametrize("manner", ["delete", "recycle"])
def test_a_file_that_one_takes_away_is_gone_for_the_other(manner, pair, folder):
    pair.first.save(NAMES[0], b"one")
    getattr(pair.first, manner)(NAMES[0])
    with pytest.raises(REFUSED) as refusal:
        pair.second.read(NAMES[0])
    assert refusal.value.status == 404


def test_a_missing_file_is_refused_alike(office, pnp):
    with pytest.raises(OfficeError) as seen:
        office.read("saknas.docx")
    with pytest.raises(PnPError) as same:
        pnp.read("saknas.docx")
    assert (seen.value.status, seen.value.code) == (same.value.status, same.value.code)
