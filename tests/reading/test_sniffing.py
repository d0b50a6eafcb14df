"""Files that are not what they say."""

from __future__ import annotations

import struct

import pytest

from functions import errors
from functions.reading import read_document
from tests.reading.packages import zip_parts


def ole(*streams: str) -> bytes:
    """The shape of an OLE file: a header sector, then a directory with those streams."""
    entries = b""
    for name in ("Root Entry", *streams):
        written = name.encode("utf-16-le") + b"\0\0"
        entries += struct.pack("<64sHB61x", written, len(written), 5 if name == "Root Entry" else 2)
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + entries.ljust(2048, b"\0")


def reason(data: bytes, name: str = "") -> errors.Unreadable:
    with pytest.raises(errors.Unreadable) as caught:
        read_document(data, name=name)
    assert caught.value.message.startswith("Kunde inte läsas: ")
    assert caught.value.message.endswith(".")
    return caught.value


def test_an_old_word_file_says_so_and_what_to_do():
    error = reason(ole("1Table", "WordDocument"))
    assert isinstance(error, errors.LegacyWord)
    assert error.message == "Kunde inte läsas: gammal Word-fil (.doc). Öppna den i Word och spara som .docx."


def test_an_encrypted_file_is_told_from_an_old_one():
    assert isinstance(reason(ole("EncryptedPackage", "EncryptionInfo", "DataSpaces")), errors.Encrypted)


def test_text_that_mentions_a_stream_is_no_stream():
    data = ole("WordDocument") + "EncryptedPackage".encode("utf-16-le") + b"\0\0" * 200
    assert isinstance(reason(data), errors.LegacyWord)


@pytest.mark.parametrize(
    ("stream", "word"), [("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint"), ("__properties_version1.0", "Outlook"), ("Contents", "Office")]
)
def test_other_ole_files_are_named(stream, word):
    error = reason(ole(stream))
    assert isinstance(error, errors.NotWord)
    assert word in error.message


def test_the_beginning_of_an_ole_file_is_incomplete():
    assert isinstance(reason(ole()[:700]), errors.Truncated)


def test_an_empty_file_says_so():
    assert isinstance(reason(b""), errors.Empty)


def test_a_file_of_zeros_is_a_broken_transfer():
    assert isinstance(reason(bytes(5000)), errors.Truncated)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (rb"{\rtf1\ansi Protokoll}", "RTF"),
        (b"<!DOCTYPE html><html><body>Protokoll</body></html>", "HTML"),
        (b"\xef\xbb\xbf  <html><body>Protokoll</body></html>", "HTML"),
        ("<html><body>Protokoll</body></html>".encode("utf-16"), "HTML"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "Word-XML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "e-postmeddelande"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "bild"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "bild"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "bild"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "arkiv"),
        ("Protokoll fört vid möte".encode(), "varken Word eller PDF"),
    ],
)
def test_what_is_neither_word_nor_pdf_is_named(data, word):
    error = reason(data)
    assert isinstance(error, errors.NotWord)
    assert word in error.message


def test_a_file_that_belies_its_name_is_told_so():
    assert "heter .docx men är en RTF-fil" in reason(rb"{\rtf1 x}", name="Protokoll 4.docx").message


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "PowerPoint"),
    ],
)
def test_other_office_files_are_named(kind, word):
    types = (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x/main.xml" ContentType="{kind}"/></Types>'
    )
    error = reason(zip_parts({"[Content_Types].xml": types, "x/main.xml": "<x/>"}))
    assert isinstance(error, errors.NotWord)
    assert word in error.message


def test_an_open_document_file_is_named():
    error = reason(zip_parts({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}))
    assert isinstance(error, errors.NotWord)
    assert "OpenDocument" in error.message


def test_a_zip_of_other_things_is_no_word_file():
    assert isinstance(reason(zip_parts({"bild.png": b"x"})), errors.NotWord)
