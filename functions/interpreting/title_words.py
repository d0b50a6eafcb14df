"""What a file calls itself: told from its first lines, its page headers and the subject of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.interpreting.headings import folded_label, number_of
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, is_ours, lines_of
from functions.languages import LanguagePack
from functions.model.document import Cell, Document, Part

_LINES, _OTHER_LINES = 14, 8
_FIRST = Cell(0, 0, 0)
_PIECE = re.compile(r"\s*(?:\t|\s{3,}|\s[|•·]\s)\s*")
_DASHES = r"\s*(?:[–—:|/,.(]|-(?=\s))"
# "Rapport från rådsmötet", "Kort från mötet i tisdags"; "Styrgrupp, möte 4 – kort notis".
_ACCOUNT = (
    r"(?:^|[–—:,-]\s*)(?:<<kind.accounts>>)\b[^.]{0,30}?\s(?:<<kind.account_of>>)\s(?:[^.]{0,60}\s)?(?:<<kind.meetings>>)(?!\w)",
    r"(?<!\w)(?:<<kind.meetings>>)\b[^.]{0,60}[–—:,-]\s*(?:\w+\s)?(?:<<kind.accounts>>)\s*$",
    r"^(?:<<kind.accounts_alone>>)(?!\w)",
)
# "Här är mina anteckningar från mötet 17/3."
_HANDED_OVER = r"(?<!\w)(?:<<kind.handed_over>>)(?!\w)[^.?!]{0,60}(?<!\w)(?:<<kind.told_as>>)(?!\w)"


@dataclass(frozen=True, slots=True)
class Named:
    """What the first lines say. kind: minutes, account (minutes by another word), agenda, other or None; line: where; words: as it stands there."""

    kind: str | None = None
    line: Span | None = None
    words: str = ""


def what_it_says(document: Document, *, pack: LanguagePack) -> Named:
    """The first line that names the file's kind; of one that names two, minutes count before an agenda."""
    for position, (line, piece) in enumerate(_first_pieces(document, pack=pack)):
        kind = _kind_of(piece, pack=pack)
        if kind == "other" and line.block.part is not Part.HEADER and (position >= _OTHER_LINES or (line.block.cell or _FIRST).row):
            continue  # further down it is what a point is about ("Avtal bud")
        if kind is not None:
            return Named(kind, line, piece)
    return Named()


def _first_pieces(document: Document, *, pack: LanguagePack) -> Iterator[tuple[Span, str]]:
    """The first lines, parted at tabs, then the page headers; no numbered lines, since an item may be called "Fastställande av dagordning"."""
    bodies = [b for b in document.blocks if b.part in (Part.BODY, Part.TEXT_BOX) and b.text.strip()][:_LINES]
    headers = [b for b in document.blocks if b.part is Part.HEADER]
    for position, block in enumerate([*bodies, *headers]):
        for line in lines_of(block):
            apart = is_ours(line) or (position and number_of(block, line, pack=pack) is not None)
            if apart or len(line.text) > 240:
                continue
            text = phrase(pack, r"^(?:<<kind.subject>>)\s*:\s*").sub("", line.text)
            yield from ((line, piece.strip()) for piece in _PIECE.split(text) if piece.strip())


def _kind_of(piece: str, *, pack: LanguagePack) -> str | None:
    folded = folded_label(piece)
    if phrase(pack, _HANDED_OVER).search(folded) and not folded.endswith("?"):
        return "account"
    if len(folded) > 130:
        return None
    about = phrase(pack, r"^(?:<<kind.about>>)(?!\w)").match(folded)
    if _has_title(folded, "minutes", pack=pack) or _ends_as_minutes(folded, pack=pack):
        return "other" if about else "minutes"
    if any(phrase(pack, template).search(folded) for template in _ACCOUNT):
        return "account"
    if _has_title(folded, "agenda", pack=pack):
        return "agenda"
    if about or _begins_with(folded, pack.words("kind", "other_titles")) or _ends_as_other(folded, pack=pack):
        return "other"
    return None


def _has_title(folded: str, key: str, *, pack: LanguagePack) -> bool:
    """Whether a line begins or ends with one of the titles, or has it behind a dash ("Region Nord – mötesanteckningar 2026-03-05")."""
    if _begins_with(folded, pack.words("kind", f"{key}_titles")):
        return True
    found = phrase(pack, rf"(?:\s|[–—:/-]\s?)(?:<<kind.{key}_titles>>)(?P<rest>$|{_DASHES}|\s\d)").search(folded)
    before = folded[: found.start()] if found is not None else ""
    return found is not None and len(before) < 90 and "." not in before and not phrase(pack, r"(?:<<kind.of_another>>)$").search(before)


def _begins_with(folded: str, titles: tuple[str, ...]) -> bool:
    return any(folded == title or (folded.startswith(title) and not (folded[len(title)].isalnum() or folded[len(title)] == "_")) for title in titles)


def _ends_as_minutes(folded: str, *, pack: LanguagePack) -> bool:
    """Whether the first or last word is a compound for minutes ("Samverkansprotokoll", "ledningsgruppsanteckningar")."""
    words = re.findall(r"[\w-]+", folded)
    candidates = {words[0], words[-1]} if words and len(words) <= 14 else set()
    endings, others = pack.words("kind", "minutes_endings"), pack.words("kind", "no_minutes")
    return any(word.endswith(endings) and word not in endings and not word.endswith(others) for word in candidates)


def _ends_as_other(folded: str, *, pack: LanguagePack) -> bool:
    """Whether the first word is a compound for another sort of paper ("Reserapport", "Riskbedömning")."""
    first = re.match(r"[\w-]+", folded)
    return first is not None and any(first[0].endswith(end) and len(first[0]) > len(end) for end in pack.words("kind", "other_endings"))
