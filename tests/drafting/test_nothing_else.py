"""No draft holds a note, comment, quotation, question or name of a rule that its template did not ask for, in any part of the file."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from functions.commands.inspecting import minutes_of
from functions.drafting import render_draft
from functions.evaluating.drafts import draft_before
from functions.evaluating.series import read_series, registers, series_in
from functions.model.agenda import Agenda, Why
from functions.model.minutes import Minutes
from tests.pipeline.desk import CORPUS, DRAFTS, Desk, copy_corpus

LEAST = 25
"""Characters from which words cannot stand in a draft by chance."""
SERIES = [one for one in series_in(CORPUS / "series") if one.part == "development"]
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/(?:_rels/document\.xml\.rels|document\.xml|styles\.xml|settings\.xml|numbering\.xml"
    r"|fontTable\.xml|theme/theme1\.xml|header\d\.xml|footer\d\.xml)"
)
_FACTS = {"title", "creator", "language", "keywords", "description", "subject", "category"}


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.name)
def test_a_draft_of_a_series_holds_nothing_that_only_the_secretary_should_see(series: Any) -> None:
    minutes = read_series(series, read=minutes_of)
    states = registers(series, minutes)
    for place in range(1, len(minutes)):
        agenda = draft_before(series, place=place, register=states[place - 1]).agenda
        data = render_draft(agenda)
        _holds_nothing_else(data)
        shown = _words(data)
        for secret in _secrets(agenda, minutes):
            assert secret not in shown


def test_the_drafts_of_the_demo_hold_nothing_else(tmp_path: Path) -> None:
    desk = Desk(copy_corpus(tmp_path)).on("2026-05-12")
    laid = desk.run().drafts
    assert len(laid) == 2
    for one in laid:
        data = (desk.root / one.agenda.file).read_bytes()
        assert one.agenda.file.startswith(DRAFTS)
        _holds_nothing_else(data)
        shown = _words(data)
        assert [secret for secret in _secrets(one.agenda, []) if secret in shown] == []


def _holds_nothing_else(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert [name for name in parts if not _PARTS.fullmatch(name)] == []  # no comments, notes, custom XML or properties
    body = parts["word/document.xml"]
    assert not re.search(r"<w:(?:vanish|specVanish|webHidden|ins|del|comment\w*|footnoteReference|endnoteReference|docVars?)\b", body)
    told = dict(re.findall(r"<(?:\w+:)(\w+)[^>]*>([^<]+)</", parts["docProps/core.xml"]))
    assert set(told) <= _FACTS and set(told) >= {"title", "creator", "language"}
    assert not any(told.get(name) for name in ("keywords", "description", "subject", "category"))
    assert not re.search(r"<w:(?:docVars|rsids|attachedTemplate)\b", parts["word/settings.xml"])


def _words(data: bytes) -> str:
    """Every part of the file as text, whitespace folded."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = "\n".join(package.read(name).decode() for name in package.namelist())
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"</w:p>", "\n", re.sub(r"</?w:(?:t|r|rPr)\b[^>]*>", "", everything))))


def _secrets(agenda: Agenda, minutes: list[Minutes]) -> Iterator[str]:
    """Words that only the secretary should see: notes, reasons, questions, names of rules, and quotations that no line's own words hold."""
    own = " ".join(text for line in agenda.lines for text in (line.title, line.purpose or "", *(part.text for part in line.parts)))
    own += " ".join(part.text for part in agenda.appendix)
    own = re.sub(r"\s+", " ", own).casefold()
    yield "Därför står"
    yield from agenda.notes
    for left in agenda.left_out:
        if len(left.reason) >= LEAST:
            yield left.reason
    for one in minutes:
        yield from (doubt.question for doubt in one.doubts if len(doubt.question) >= LEAST)
        yield from (rule for rule in _rules(one) if not rule.isalpha())
    for why in _whys(agenda):
        for quote in why.quotes:
            words = re.sub(r"\s+", " ", quote.text or "").strip()
            if len(words) >= LEAST and words.casefold() not in own and words.rstrip(".").casefold() not in own:
                yield words


def _rules(minutes: Minutes) -> set[str]:
    """The names of the rules by which anything was read."""
    found: set[str] = set()
    waiting: list[Any] = [minutes]
    while waiting:
        value = waiting.pop()
        if is_dataclass(value):
            rule = getattr(value, "rule", None)
            found |= {rule} if isinstance(rule, str) and rule else set()
            waiting += [getattr(value, field.name) for field in fields(value)]
        elif isinstance(value, tuple | list):
            waiting += value
    return found


def _whys(agenda: Agenda) -> Iterator[Why]:
    for line in agenda.lines:
        if line.why is not None:
            yield line.why
        yield from (part.why for part in line.parts)
