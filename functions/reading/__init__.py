"""Bytes → Document: Word and PDF files, chosen by their content, never by their name."""

from __future__ import annotations

from dataclasses import replace

from functions.model.document import Document
from functions.reading.describing import describe
from functions.reading.sniffing import Kind, sniff
from functions.reading.word import read_word

__all__ = ["READER_VERSION", "describe", "read_document"]

READER_VERSION = "dagordning-reading 1"


def read_document(data: bytes, *, name: str = "") -> Document:
    """Everything that a reader sees in a Word or PDF file, as blocks of NFC text in reading order.

    name: what the file is called, for messages and kept with the document. Raises the subclass of `errors.Unreadable` that fits; its message
    says in Swedish what the file is and what to do.
    """
    if sniff(data, name=name) is Kind.ZIP:
        return replace(read_word(data, reader=READER_VERSION), name=name)
    # PDFium takes some 90 ms to load: a cold start waits for it only when a PDF comes.
    from functions.reading.pdf import read_pdf

    return replace(read_pdf(data, reader=READER_VERSION), name=name)
