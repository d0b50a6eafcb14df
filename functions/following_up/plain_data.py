"""Facts as plain JSON, the way an event's data holds them; what an older version left out or wrote otherwise is read as missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from functions.model.minutes import DateMention, Quote, Quotes


def text_of(data: Mapping[str, Any], key: str) -> str | None:
    """A text in an event's data; None where it is missing, empty or something else."""
    return as_text(data.get(key))


def as_text(value: object) -> str | None:
    """The value when it is a text that says something."""
    return value.strip() or None if isinstance(value, str) else None


def told_in(data: Mapping[str, Any], quotes: Quotes) -> str:
    """A fact's text and what it quotes, each once."""
    return " ".join(dict.fromkeys([text_of(data, "text") or "", *(quote.text or "" for quote in quotes)]))


def list_of(data: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """A list in an event's data, empty where it is missing."""
    value = data.get(key)
    return tuple(value) if isinstance(value, (list, tuple)) else ()


def texts_of(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts in an event's data."""
    return tuple(entry for entry in list_of(data, key) if isinstance(entry, str) and entry)


def entries_of(data: Mapping[str, Any], key: str) -> tuple[tuple[Any, ...], ...]:
    """A list of lists in an event's data."""
    return tuple(tuple(entry) for entry in list_of(data, key) if isinstance(entry, (list, tuple)))


def quotes_of(value: object) -> Quotes:
    """Quotations out of plain data; entries of another shape are left out."""
    found = []
    for entry in value if isinstance(value, (list, tuple)) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("block"), str):
            start, end = entry.get("start"), entry.get("end")
            found.append(Quote(entry["block"], start if isinstance(start, int) else 0, end if isinstance(end, int) else 0, entry.get("text")))
    return tuple(found)


def plain_quotes(quotes: Quotes) -> list[dict[str, Any]]:
    """Quotations as plain data."""
    return [{"block": quote.block, "start": quote.start, "end": quote.end, "text": quote.text} for quote in quotes]


def date_mention_of(value: object) -> DateMention | None:
    """When something is due, out of plain data."""
    if not isinstance(value, Mapping) or not (value.get("date") or value.get("text")):
        return None
    date, text = text_of(value, "date"), text_of(value, "text")
    return DateMention(date, text or date or "", text_of(value, "granularity") or ("day" if date else "fuzzy"), quotes_of(value.get("quotes")))


def plain_date(mention: DateMention | None) -> dict[str, Any] | None:
    """When something is due as plain data."""
    if mention is None:
        return None
    return {"date": mention.date, "text": mention.text, "granularity": mention.granularity, "quotes": plain_quotes(mention.quotes)}
