"""What a file calls itself: told from its first lines, its page headers and the subject of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.interpreting.labels import folded_label
from functions.interpreting.numbers import number_of
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, is_ours, lines_of
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind, Cell, Document, Part

_LINES, _OTHER_LINES = 14, 8
_FIRST = Cell(0, 0, 0)
_PIECE = re.compile(r"\s*(?:\t|\s{3,}|\s[|•·]\s)\s*")
_BULLETS = ("- ", "• ", "* ", "– ")
_DASHES = r"\s*(?:[–—:|/,.(]|-(?=\s))"
# "Rapport från rådsmötet", "Kort från mötet i tisdags"; "Styrgrupp, möte 4 – kort notis"; "APT igår, lite längre än vanligt".
_ACCOUNT = (
    r"(?:^|[–—:,-]\s*)(?:<<kind.accounts>>)\b[^.]{0,30}?\s(?:<<kind.account_of>>)\s(?:[^.]{0,60}\s)?(?:<<kind.meetings>>)(?!\w)",
    r"\d[^.]{0,20}[–—-]\s*(?:\w+\s)?(?:<<kind.accounts>>)\??$",
    r"^\w{0,20}(?:<<kind.accounts>>),?\s(?:\w+\s){0,3}(?:<<kind.meetings>>)(?!\w)",
    r"(?<!\w)(?:<<kind.meetings|bodies.nouns>>)\b[^.]{0,60}[–—:,-]\s*(?:\w+\s)?(?:<<kind.accounts>>)\??$",
    r"^(?:<<kind.accounts_alone>>)(?!\w)",
    r"^(?:<<kind.from>>)\s(?:[^.]{0,40}\s)?(?:<<kind.meetings>>)(?!\w|$)",
    r"^(?:<<kind.meetings>>)\s(?:[^.]{0,30}\s)?(?:<<kind.just_now>>)(?!\w)",
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
    rosters = {word for key in ("present", "absent", "adjunct", "guest") for word in pack.words("sections", key)}
    listed = False
    in_line = phrase(pack, r"(?<!\w)<<sections.present|sections.absent>>\s*:")  # "AU-möte 12/3. Närvarande: Bo, Cia."
    held = phrase(pack, r"(?:^|[.;,]\s)<<kind.held>>\s*:\s*\w")
    for position, (line, piece) in enumerate(_first_pieces(document, pack=pack)):
        kind = _kind_of(piece, pack=pack)
        if kind in ("agenda", "other") and line.block.part is not Part.HEADER and number_of(line.block, line, pack=pack) is not None:
            continue  # a point of its own, where the paper begins with its points
        listed = (
            listed or held.search(line.text) is not None or folded_label(line.text.split(":")[0]) in rosters or in_line.search(line.text) is not None
        )
        low = position >= _OTHER_LINES and line.block.part is not Part.HEADER
        below = listed or position >= _OTHER_LINES or (line.block.cell or _FIRST).row > 0
        if kind == "account" and low and not listed and not re.search(r"\d", piece):
            continue  # a heading further down ("Efter mötet")
        if kind == "other" and below and line.block.part is not Part.HEADER:
            continue  # further down it is what a point is about ("Avtal bud")
        if kind is not None:
            return Named(kind, line, piece)
    return Named()


def names_minutes(text: str, *, pack: LanguagePack) -> bool:
    """Whether a line calls what follows minutes, by that word or another."""
    return any(_kind_of(piece.strip(), pack=pack) in ("minutes", "account") for piece in _PIECE.split(text) if piece.strip())


def is_named_after_a_meeting(document: Document, *, pack: LanguagePack) -> bool:
    """Whether one of the first three lines names a meeting or a body, and it or the next one holds a figure, as "Uppföljningsmöte 22/4" does."""
    pieces = [piece for _, (_, piece) in zip(range(3), _first_pieces(document, pack=pack), strict=False)]
    pattern = phrase(pack, r"(?<!\w)(?:<<kind.meetings>>|\w*<<bodies.nouns>>)(?!\w)")
    named = (at for at, piece in enumerate(pieces) if len(piece) < 90 and pattern.search(piece))
    return any(re.search(r"\d", " ".join(pieces[at : at + 2])) for at in named)


def _first_pieces(document: Document, *, pack: LanguagePack) -> Iterator[tuple[Span, str]]:
    """The first lines, parted at tabs, then the page headers; no numbered lines, since an item may be called "Fastställande av dagordning"."""
    bodies = [b for b in document.blocks if b.part in (Part.BODY, Part.TEXT_BOX) and b.text.strip()][:_LINES]
    headers = [b for b in document.blocks if b.part is Part.HEADER]
    numbered = {(b.cell.table, b.cell.row) for b in bodies if b.cell is not None and b.cell.col == 0 and b.text.strip(" .§").isdigit()}

    def in_row(block: Block) -> bool:
        return block.cell is not None and (block.cell.table, block.cell.row) in numbered

    for position, block in enumerate([*bodies, *headers]):
        for line in lines_of(block):
            apart = is_ours(line) or (position and number_of(block, line, pack=pack) is not None) or in_row(block)
            bullet = position and (block.kind is BlockKind.LIST_ITEM or line.text.startswith(_BULLETS))
            if apart or bullet or len(line.text) > 240:
                continue
            text = phrase(pack, r"^(?:<<kind.subject>>)\s*:\s*(?:(?:<<kind.sent_on>>)\s*:\s*)*").sub("", line.text)
            yield from ((line, piece.strip()) for piece in _PIECE.split(text) if piece.strip())


def _kind_of(piece: str, *, pack: LanguagePack) -> str | None:
    folded = folded_label(piece)
    if phrase(pack, _HANDED_OVER).search(folded) and not folded.endswith("?"):
        return "account"
    if len(folded) > 130:
        return None
    other = phrase(pack, r"(?:^|[–—:-]\s*)(?:<<kind.about>>)(?!\w)|(?<!\w)(?:<<kind.told_as>>)\s(?:<<kind.account_of>>)\s(?:<<kind.studied>>)(?!\w)")
    about = other.search(folded)
    if re.search(r"\?(?:\s|$)", piece) and not any(phrase(pack, template).search(folded) for template in _ACCOUNT):
        return None  # a point of an agenda ("Anteckningarna från 8 juni – några synpunkter?")
    if _has_title(folded, "minutes", pack=pack) or _ends_as_minutes(folded, pack=pack):
        return "other" if about else "account" if _is_for_something(folded, pack=pack) else "minutes"
    if any(phrase(pack, template).search(folded) for template in _ACCOUNT):
        return "account"
    if _has_title(folded, "agenda", pack=pack):
        return "agenda"
    if piece.endswith(".") and not about:
        return None  # a sentence of the text ("Telefonlista till alla enheter är skickad.")
    if about or _ends_with_a_sort(folded, pack=pack) or _begins_with(folded, pack.words("kind", "other_titles")) or _ends_as_other(folded, pack=pack):
        return "other"
    return None


def _is_for_something(folded: str, *, pack: LanguagePack) -> bool:
    """ "Protokoll för provtagning" against "Protokoll för styrelsemöte": for neither a meeting nor a body, and with no day."""
    found = phrase(pack, r"^(?:<<kind.minutes_titles>>)\s(?:<<kind.for_use>>)\s").match(folded)
    meets = phrase(pack, r"(?<!\w)(?:<<kind.meetings>>|\w*<<bodies.nouns|bodies.own_words>>)(?!\w)")
    return found is not None and not re.search(r"\d", folded) and meets.search(folded) is None


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


def _ends_with_a_sort(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a title's first part ends with a sort of paper, in languages where it stands last ("Quarterly status report, Safe Discharge")."""
    words = re.split(r"[,:–—(]|\s-\s", folded)[0].split()
    return 2 <= len(words) <= 6 and words[-1] in pack.words("kind", "other_last")


def _ends_as_other(folded: str, *, pack: LanguagePack) -> bool:
    """Whether the first word is a compound for another sort of paper ("Reserapport", "Riskbedömning")."""
    first = re.match(r"[\w-]+", folded)
    return first is not None and any(first[0].endswith(end) and len(first[0]) > len(end) for end in pack.words("kind", "other_endings"))
