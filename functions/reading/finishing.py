"""From gathered pieces to a block's text: NFC, with runs that tile it and links and controls at their places."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence

from functions.model.document import Control, Hyperlink, Run
from functions.reading.controls import span_control
from functions.reading.stories import Sheet
from functions.reading.styles import Look
from functions.reading.symbols import PRIVATE, show_symbols

Finished = tuple[str, tuple[Run, ...], tuple[Hyperlink, ...], tuple[Control, ...]]


def finish(sheet: Sheet, around: tuple[Control, ...]) -> Finished:
    """Text, runs, links and controls of a sheet, all offsets in the NFC text; around: the controls that hold the whole paragraph."""
    pieces = sheet.pieces
    text = "".join([piece[0] for piece in pieces])
    if not sheet.links and not sheet.controls and not around and text.isascii():
        return text, _tile(pieces, None), (), ()
    if PRIVATE.search(text):
        text = show_symbols(text, None)
    ends = [0, *itertools.accumulate(len(piece[0]) for piece in pieces)]
    normal = None
    if not unicodedata.is_normalized("NFC", text):
        text, normal = normalize(text)
        ends = [normal[end] for end in ends]
    links = tuple(
        Hyperlink(ends[low], ends[high], target) for low, high, target in sorted(sheet.links, key=lambda link: link[:2]) if ends[low] < ends[high]
    )
    controls = [span_control(control, ends[low], ends[high]) for control, low, high in sheet.controls]
    whole = [span_control(control, 0, len(text)) for control in around]
    return text, _tile(pieces, normal), links, (*whole, *sorted(controls, key=lambda control: control.start))


def _tile(pieces: Sequence[tuple[str, Look, int]], normal: Sequence[int] | None) -> tuple[Run, ...]:
    runs: list[Run] = []
    start = place = 0
    last = len(pieces) - 1
    for i, (text, look, index) in enumerate(pieces):
        place += len(text)
        if i < last and pieces[i + 1][2] == index and pieces[i + 1][1] is look:
            continue
        end = place if normal is None else normal[place]
        if end > start:
            runs.append(Run(start, end, look.bold, look.italic, look.strike, index))
        start = end
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
