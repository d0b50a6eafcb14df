"""Labels: lines that open a part of the minutes ("Närvarande", "Att göra:") or a passage of a point."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.interpreting.phrases import phrase
from functions.interpreting.roster_labels import list_label
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_ROSTER_KINDS = ("present", "absent", "adjunct", "guest", "secretary", "chair", "adjuster", "called")
_GAP = re.compile(r"\s*(?::\s*|\t\s*|\s{3,})")
_OF_TODAY = r"\s(?:<<items.of_this_meeting>>)(?:\s+\d{1,3})?$"
_LABEL_LENGTH = 45


def folded_label(text: str) -> str:
    """A label's text as the pack writes it: lower case, single spaces, no colon or full stop at its end."""
    return " ".join(text.split()).strip(" \t:.–-*").casefold()


def is_label(span: Span, *, pack: LanguagePack, inside_item: bool) -> str | None:
    """Which part of the pack's [sections] this paragraph opens: the label alone, or the label, a colon and its value."""
    first = span.text.split("\n", 1)[0]
    head, colon, value = first.partition(":")
    gap = _gap(span)
    apart = folded_label(first[: gap[0]]) if gap is not None and not colon and gap[1] < len(first) else None
    candidates = [folded_label(first)] + ([folded_label(head)] if colon and len(head) < _LABEL_LENGTH else [apart] if apart else [])
    bare = re.sub(r"\s*\([^()]*\)", "", candidates[0])
    of_today = _without_meeting(bare, pack=pack)
    value = value if colon else first[gap[1] :] if gap is not None and apart else ""
    kinds = _section_kinds(pack)
    for text in dict.fromkeys([*candidates, bare, of_today]):
        for kind in kinds.get(text, ()):
            if text == of_today != bare and kind != "actions":
                continue
            if text == apart and kind not in _ROSTER_KINDS:
                continue
            if len(text) <= 3 and not value.strip():
                continue  # "Med" and the like are labels only before names
            if kind in _ROSTER_KINDS and not value.strip() and text in pack.words("kind", "minutes_titles"):
                continue  # "Minutes" alone is the document's title, "Minutes: Bob Alder" tells who wrote
            if inside_item and kind in ("present", "guest", "adjunct", "absent", "called") and value.strip():
                continue  # "Övriga: …" within an item is prose
            if inside_item and kind in ("chair", "secretary", "adjuster"):
                return "signature" if not value.strip() or len(value.split()) <= 4 else None
            return kind
    told = None if inside_item else next((found for text in candidates if (found := list_label(text, pack=pack)) is not None), None)
    return told.kind if told is not None and told.sure else None


def is_of_the_meeting(span: Span, *, pack: LanguagePack) -> bool:
    """Whether a label tells that what it opens is of the whole meeting: "Att göra efter möte 9"."""
    label = folded_label(span.text)
    return _without_meeting(label, pack=pack) != label


def _without_meeting(label: str, *, pack: LanguagePack) -> str:
    return phrase(pack, _OF_TODAY).sub("", label) if len(label) < 2 * _LABEL_LENGTH else label


@lru_cache(maxsize=8)
def _section_kinds(pack: LanguagePack) -> dict[str, tuple[str, ...]]:
    """Which parts a label opens, in the pack's order."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, words in pack.table("sections").items():
        for word in words:
            kinds[word] = (*kinds.get(word, ()), kind)
    return kinds


def _gap(span: Span) -> tuple[int, int] | None:
    """What parts a label from what stands behind it, in the span's first line: a colon, a tab, blanks, or that bold ends between two words."""
    first = span.text.split("\n", 1)[0]
    found = _GAP.search(first)
    if found is not None:
        return found.span()
    bold = next((run.end for run in span.block.runs if run.bold and run.start <= span.start), span.start) - span.start
    label, rest = first[: max(bold, 0)].rstrip(), first[max(bold, 0) :]
    parted = label and rest.strip() and len(label) < _LABEL_LENGTH and (len(label) < bold or rest[0].isspace())
    plain = parted and not any(run.bold and run.end > span.start + bold for run in span.block.runs)
    return (len(label), len(first) - len(rest.lstrip())) if plain else None


def label_value(span: Span) -> Span | None:
    """What stands after the colon of a label's line (where it has none: the tab, the blanks, the end of the bold words), or None."""
    first = span.text.split("\n", 1)[0]
    at = first.find(":")
    gap = None if at >= 0 else _gap(span)
    if at < 0 and gap is None:
        return None
    value = span.part(at + 1 if gap is None else gap[1], len(first)).trimmed()
    return value if value.text else None


def is_known_label(span: Span, *, but_next: bool = False, told: bool = False, pack: LanguagePack) -> bool:
    """Whether a line is a label of a part or a passage.

    but_next: "Nästa möte" among titles of the same look is one of them; "Kommande möten" heads a list behind the items, unless it is told of
    them in sentences.
    """
    text = folded_label(span.text)
    if but_next and text in pack.words("items", "next") and (told or text in pack.words("items", "next_one")):
        return False
    return text in pack.all_words("labels") or is_label(span, pack=pack, inside_item=False) is not None
