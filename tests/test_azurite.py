from __future__ import annotations

import pytest

from tests import azurite as parts
from tests.azurite import NodePartMissing, free_ports, running_azurite


def test_queues_tables_and_blobs_answer(azurite):
    from azure.data.tables import TableServiceClient
    from azure.storage.blob import BlobServiceClient
    from azure.storage.queue import QueueServiceClient

    queue = QueueServiceClient.from_connection_string(azurite).create_queue("try-queue")
    queue.send_message("hej")
    assert [message.content for message in queue.receive_messages()] == ["hej"]
    table = TableServiceClient.from_connection_string(azurite).create_table("trytable")
    table.create_entity({"PartitionKey": "p", "RowKey": "r", "Text": "åäö"})
    assert table.get_entity("p", "r")["Text"] == "åäö"
    container = BlobServiceClient.from_connection_string(azurite).create_container("try-blobs")
    container.upload_blob("a", b"bytes")
    assert container.download_blob("a").readall() == b"bytes"


def test_two_of_them_are_apart():
    from azure.data.tables import TableServiceClient

    with running_azurite() as first, running_azurite() as second:
        TableServiceClient.from_connection_string(first).create_table("trytable")
        assert list(TableServiceClient.from_connection_string(second).list_tables()) == []


def test_free_ports_are_three():
    assert len(set(free_ports())) == 3


def test_a_missing_program_says_what_to_run(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "PROGRAM", tmp_path / "azurite.js")
    with pytest.raises(NodePartMissing, match="npm ci --prefix tests/sharepoint/pnp"), running_azurite():
        pass


def test_a_program_that_will_not_start_says_why(tmp_path, monkeypatch):
    program = tmp_path / "azurite.js"
    program.write_text("console.error('no such option'); process.exit(1);\n")
    monkeypatch.setattr(parts, "PROGRAM", program)
    with pytest.raises(RuntimeError, match="no such option"), running_azurite():
        pass
