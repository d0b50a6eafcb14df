"""Answers what one phrase says of when: the day or the days named, as the `when` command prints them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from functions.interpreting.dates import find_dates
from functions.languages.pack import LanguagePack


def answer(line: Mapping[str, Any], pack: LanguagePack) -> dict[str, Any]:
    """The answer to {"id", "text", "reference_date"}: {"id", "start", "end", "granularity"}.

    start and end are ISO days, or days with a time; start is None where the text names no day. The day named is given after "före" too.
    Several days in a row are answered from the first to the last. Raises KeyError or ValueError where the line lacks a field.
    """
    text = str(line["text"])
    spans = find_dates(text, reference=date.fromisoformat(str(line["reference_date"])), pack=pack)
    if not spans:
        return {"id": line["id"], "start": None, "end": None, "granularity": None}
    main = next((span for span in spans if span.first is not None), spans[0])
    if main.first is None and main.start_time is not None:
        day = date.fromisoformat(str(line["reference_date"]))  # a time alone is one of the meeting's own day
        main = replace(main, first=day, last=day)
    group = [main] + [span for span in spans if span.start > main.start and span.granularity == main.granularity and span.first is not None]
    start = _written(main.first, main.start_time)
    end = _written(group[-1].last, group[-1].end_time or group[-1].start_time) if start else None
    return {"id": line["id"], "start": start, "end": end, "granularity": main.granularity}


def _written(day: date | None, at: time | None) -> str | None:
    if day is None:
        return None
    return f"{day.isoformat()}T{at.strftime('%H:%M')}" if at else day.isoformat()
