"""What remains of a sentence that tells why somebody is away: who does it instead, without the reason, so that only the reason stays in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.sensitive import given_names_in, is_sensitive
from functions.interpreting.spans import Span, quotes_of, spans_of
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import FollowUp, Person

_LABEL = re.compile(r"[^.;:,]{2,60}:(?=\s)")
_CLAUSE = re.compile(r"(?:[^,;.]|[,.](?=\S))+")
_HANDING = ("takes_over", "task_handed_to", "handed_to", "in_place_of", "from_now_on")


def without_reasons(said: Iterable[FollowUp], document: Document, people: tuple[Person, ...], *, pack: LanguagePack) -> tuple[FollowUp, ...]:
    """What is said of earlier tasks, each that tells why somebody is away cut down to its label and to who does it now; as it was where nobody is
    said to, or where the words cannot be parted."""
    names = given_names_in(people, pack=pack)
    return tuple(_spare(one, document, names, pack=pack) if is_sensitive(one.text, pack=pack, names=names) else one for one in said)


def _spare(said: FollowUp, document: Document, names: tuple[str, ...], *, pack: LanguagePack) -> FollowUp:
    spans = spans_of(said.quotes, document)
    label = next((span.part(0, found.end() - 1) for span in spans[:1] if (found := _LABEL.match(span.text))), None)
    if label is None and len(spans) > 1 and len(spans[0].text) < len(spans[1].text):
        label = spans[0]
    told = [piece for span in spans if span is not label for piece in _pieces(span, label, names, pack=pack)]
    kept = [piece for piece in told if any(words_of(pack, "following_up", key).search(piece.text) for key in _HANDING)]
    if not kept or label is None or is_sensitive(label.text, pack=pack, names=names):
        return said
    words = f"{label.text}: {', '.join(piece.text for piece in kept)}"
    status = "kept" if said.status in ("done", "mentioned") else said.status
    return replace(said, text=words, status=status, by=None, quotes=quotes_of([label, *kept]))


def _pieces(span: Span, label: Span | None, names: tuple[str, ...], *, pack: LanguagePack) -> Iterator[Span]:
    """The clauses that tell nothing of anybody's health; one that does is parted at "och", and the part that does not is kept."""
    behind = label.end - span.start + 1 if label is not None and label.block is span.block and label.start == span.start else 0
    for found in _CLAUSE.finditer(span.text, max(behind, 0)):
        clause = span.part(*found.span()).trimmed()
        if _is_free(clause.text, names, pack=pack):
            yield clause
            continue
        at = 0
        for seam in phrase(pack, r"\s(?:<<grammar.and>>)\s").finditer(clause.text):
            if _is_free(clause.text[at : seam.start()], names, pack=pack):
                break
            at = seam.end()
        if at and _is_free(clause.text[at:], names, pack=pack):
            yield clause.part(at, len(clause.text)).trimmed()


def _is_free(words: str, names: tuple[str, ...], *, pack: LanguagePack) -> bool:
    """Whether words tell nothing of anybody's health, even by a word that alone would not."""
    alone = words_of(pack, "sensitive", "states", "illness", "acts", "reasons").search(words) is not None
    return not alone and not is_sensitive(words, pack=pack, names=names)
