"""From gathered pieces to a block's text: NFC, with runs that tile it and links and controls at their places."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence

from functions.model.document import Control, Hyperlink, Run
from functions.reading.controls import span_control
from functions.reading.stories import Sheet
from functions.reading.styles import Look
from functions.reading.symbols import show_symbols

Finished = tuple[str, tuple[Run, ...], tuple[Hyperlink, ...], tuple[Control, ...]]


def finish(sheet: Sheet, around: tuple[Control, ...]) -> Finished:
    """Text, runs, links and controls of a sheet, all offsets in the NFC text; around: the controls that hold the whole paragraph."""
    pieces: Sequence[tuple[str, Look, int]] = sheet.pieces
    text = "".join([piece[0] for piece in pieces])
    if _ODD.search(text):
        pieces = [(_clean(piece[0]), piece[1], piece[2]) for piece in pieces]
        text = "".join([piece[0] for piece in pieces])
    normal = None
    if not unicodedata.is_normalized("NFC", text):
        text, normal = normalize(text)
    runs = _tile(pieces, normal)
    if not sheet.links and not sheet.controls and not around:
        return text, runs, (), ()
    ends = [0, *itertools.accumulate(len(piece[0]) for piece in pieces)]
    if normal is not None:
        ends = [normal[end] for end in ends]
    links = tuple(
        Hyperlink(ends[low], ends[high], target) for low, high, target in sorted(sheet.links, key=lambda link: link[:2]) if ends[low] < ends[high]
    )
    controls = [span_control(control, ends[low], ends[high]) for control, low, high in sheet.controls]
    whole = [span_control(control, 0, len(text)) for control in around]
    return text, runs, links, (*whole, *sorted(controls, key=lambda control: control.start))


def look_of_all(sheet: Sheet, *, shaded: bool) -> str:
    """The capitals, size, colour and shading that all words of a paragraph share, "" where they differ or it has none."""
    looks = {(look.caps, look.size, look.colour) for text, look, _ in sheet.pieces if text.strip()}
    if len(looks) != 1:
        return ""
    ((caps, size, colour),) = looks
    return " ".join(part for part in ("caps" if caps else "", size or "", colour or "", "shaded" if shaded else "") if part)


# Tabs and line ends (which may be signs of Word's or the blanks of pretty-printed XML), soft hyphens, characters of symbol fonts.
_ODD = re.compile("[\t\r\n\xad\uf020-\uf0ff]")
_BREAKS = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")


def _clean(text: str) -> str:
    """A piece without soft hyphens and the line ends that only pretty-printed XML has in w:t: Word shows a blank for them, and none at the ends."""
    if len(text) > 1:
        text = _BREAKS.sub(lambda match: "" if match.start() == 0 or match.end() == len(match.string) else " ", text)
    return show_symbols(text.replace("\xad", ""), None)


def _tile(pieces: Sequence[tuple[str, Look, int]], normal: Sequence[int] | None) -> tuple[Run, ...]:
    runs: list[Run] = []
    start = place = 0
    before, last = None, -1
    for text, look, index in pieces:
        if index != last or look is not before:
            end = place if normal is None else normal[place]
            if end > start and before is not None:
                runs.append(Run(start, end, before.bold, before.italic, before.strike, last, before.underline))
            start, before, last = end, look, index
        place += len(text)
    end = place if normal is None else normal[place]
    if end > start and before is not None:
        runs.append(Run(start, end, before.bold, before.italic, before.strike, last, before.underline))
    return tuple(runs)


def normalize(text: str) -> tuple[str, list[int]]:
    """The NFC text, and for every place in the old text (its end too) the place in the new one; one inside a composed character moves to its end."""
    places = [0]
    clusters: list[str] = []
    length = 0
    cluster = ""
    for sign in text:
        if cluster and (
            unicodedata.combining(sign)
            or unicodedata.normalize("NFC", cluster + sign) != unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", sign)
        ):
            cluster += sign
            continue
        if cluster:
            length += _close(cluster, clusters, places, length)
        cluster = sign
    if cluster:
        _close(cluster, clusters, places, length)
    return "".join(clusters), places


def _close(cluster: str, clusters: list[str], places: list[int], length: int) -> int:
    normal = unicodedata.normalize("NFC", cluster)
    clusters.append(normal)
    places.extend([length + len(normal)] * len(cluster))
    return len(normal)
