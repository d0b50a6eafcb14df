"""Which passage a line stands in: under a label, in a column, or in the list that a sentence leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import ItemText, Line
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.tables import halves
from functions.languages import LanguagePack

if TYPE_CHECKING:
    from functions.interpreting.statements import Statement

BULLET = re.compile(r"^(?:[-=]>|[-–—•○◦▪·*●]|[→➔➜⇒►>]+|o(?=\s)|\(?[a-z]\)|\d{1,2}[.)](?=\s))\s*")
# "Beslut 2", "Beslut § 14", "Beslut nr 2026:3".
_COUNTED = re.compile(r"(.{2,30}?)\s+(?:§+\s*|nr\.?\s*|[a-z]{0,3})?\d[\d:./-]*")
_LETTER = re.compile(rf"\(?([{UPPER}]{{1,2}})\)?\s*[:.–-]?\s+(?=\S)")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
# So many headings beside one another make a table's head; of two the first may label the second.
_COLUMNS = 3
# So many characters are too few for a sentence; a label that names whose it is and for whom may have so many.
_SHORT, _SPOKEN_FOR = 40, 100
_PARTS = r"\s*(?:[/&,+]|\b<<grammar.and>>\b)\s*"
# The end of a line that leads a list: "Rådet beslutar", "Därefter beslutade rådet enhälligt att:".
_LEADS = r"(?:^|[.!?:]\s+)[^.!?]{0,160}?\b<<decisions.%s>>((?:\s+[\w-]+){0,4}?)(?:\s+<<grammar.that>>|\s+<<decisions.the_following>>)?\s*:?\s*$"
_KINDS_OF_LEADS = (("proposal", "proposal_leads"), ("decision", "list_leads"))


@dataclass(frozen=True, slots=True)
class Led:
    """A list that a sentence leads. leads: whether the sentence says nothing else; strict: only clauses with "att" go on with it;
    seen: whether a line of it has come; open: whether the sentence promises one ("att:")."""

    mode: str
    leads: bool
    strict: bool = False
    seen: bool = False
    open: bool = False


@dataclass
class Passages:
    """Tells the passage of lines: what a label or a column's heading opens, and which lines go on with a list."""

    own: OwnBody | None
    header: tuple[str, ...]
    pack: LanguagePack
    legend: dict[str, str] = field(default_factory=dict)
    _kinds: dict[str, str | None] = field(default_factory=dict)

    def label(self, text: str) -> str | None:
        """The kind of passage that the text opens as a label, None where it is none."""
        if len(text) >= 120:
            return None
        folded = folded_label(text)
        if folded not in self._kinds:
            self._kinds[folded] = self._kind_of(folded)
        return self._kinds[folded]

    def heading(self, text: str) -> str | None:
        """The kind of passage that a line opens for the lines below it, None where it is none or only seems one in running text."""
        kind = self.label(text)
        alone = text.rstrip().endswith(":") or len(text) < _SHORT or (len(text) < _SPOKEN_FOR and not text.rstrip().endswith("."))
        return kind if alone else None

    def opening(self, text: str) -> tuple[str, int] | None:
        """The kind of passage that a label without a mark behind it opens ("Beslut Nämnden godkände planen."), and where its text begins."""
        match = phrase(self.pack, rf"((?i:<<decisions.bare_labels>>))\s+(?=[{UPPER}][{LOWER}]+\b.*[.:]\s*$)", case=True).match(text)
        kind = self.label(match[1]) if match is not None else None
        return (kind, match.end()) if match is not None and kind is not None else None

    def lettered(self, text: str) -> tuple[str, int] | None:
        """The kind of passage that a letter of the page's legend opens at a line's start, and where its text begins."""
        match = _LETTER.match(text)
        kind = self.legend.get(match[1]) if match is not None else None
        return (kind, match.end()) if match is not None and kind is not None else None

    def _kind_of(self, folded: str) -> str | None:
        known = label_kinds(self.pack)
        folded = folded if folded in known else _BRACKET.sub("", folded)  # "Beslutsförslag (sektionschefen)"
        if folded in known:
            return known[folded]
        counted = _COUNTED.fullmatch(folded)
        if counted is not None and counted[1] in known:
            return known[counted[1]]
        parts = phrase(self.pack, _PARTS).split(folded)
        kinds = {known.get(part) for part in parts}
        if len(parts) > 1 and "decision" in kinds and not kinds & {None, "report", "proposal"}:
            return "decision"
        if len(parts) > 1 and len(kinds) == 1 and None not in kinds:  # "Delgivning/Ändringssökande"
            return next(iter(kinds))
        if self._is_ours(folded, known):
            return "decision"
        return "proposal" if phrase(self.pack, r"[\w-]+(?:\s[\w-]+){0,3}s\s+<<decisions.proposes_to>>\s+\S").match(folded) is not None else None

    def _is_ours(self, folded: str, known: dict[str, str]) -> bool:
        """Whether a label is the own body's: "nämndens beslut", "beredningsutskottet beslutar", and what it proposes to whom it reports."""
        for word in self.own.words if self.own is not None else ():
            if folded.startswith(f"{word}s "):
                what = folded[len(word) + 2 :]
                return known.get(what) == "decision" or phrase(self.pack, r"<<decisions.proposes_to>>\s+\S").match(what) is not None
            if folded.startswith(f"{word} "):
                match = phrase(self.pack, r"<<decisions.list_leads>>((?:\s+[\w-]+){0,4})").fullmatch(folded[len(word) + 1 :])
                if match is not None and self._adds_nothing(match[1]):
                    return True
        return False

    def column(self, line: Line) -> str | None:
        """The passage that a column of the table of items is: a decision under "Beslut" and "Vi kom överens om", none under "Beslutsunderlag"."""
        cell = line.span.block.cell
        if cell is None or cell.col >= len(self.header):
            return None
        head = self.header[cell.col]
        of_ours = [part in self.pack.words("tables", "decided") for part in (head, *halves(head, pack=self.pack))]
        if of_ours[0] or all(of_ours[1:]):
            return "decision"
        if cell.col == 0 or any(of_ours) or head in self.pack.words("tables", "outcome"):  # "Beslut/åtgärd" holds both
            return None
        kind = self.label(head)
        of_deciding = phrase(self.pack, r"\b<<tables.of_deciding>>").search(head) is not None
        return kind if kind in ("decision", "proposal") else "proposal" if of_deciding else None

    def headed(self, lines: list[Line]) -> dict[tuple[int, int, int], str | None]:
        """The cells of tables within an item that have a heading for decisions beside other headings: what each cell is by its column."""
        tables: dict[int, list[tuple[int, int, str]]] = {}
        for line in lines:
            if (cell := line.span.block.cell) is not None and line.column == "note":
                tables.setdefault(cell.table, []).append((cell.row, cell.col, line.span.text))
        found: dict[tuple[int, int, int], str | None] = {}
        for table, cells in tables.items():
            first = min(row for row, _, _ in cells)
            heads = {col: self.label(text) for row, col, text in cells if row == first}
            decided = [col for col, kind in heads.items() if kind == "decision" and col > min(heads)]
            if len(heads) < _COLUMNS or not decided or sum(row == first for row, _, _ in cells) != len(heads):
                continue
            for row, col, _ in cells:
                found[table, row, col] = "decision" if col in decided and row != first else None
        return found

    def is_list_line(self, line: Line, *, strict: bool = False) -> bool:
        """Whether a line may go on with a list: a clause with "att"; unless strict, a bullet, a number or a small letter too."""
        text = line.span.text
        bullet = BULLET.match(text)
        text = text[bullet.end() :] if bullet else text
        if phrase(self.pack, r"<<grammar.that>>\s").match(text):
            return True
        return not strict and (bool(bullet) or line.span.block.number is not None or text[:1].islower())

    def going_on(self, led: Led | None, line: Line) -> Led | None:
        """The list that this line belongs to, None where it has ended."""
        if led is None:
            return None
        if self.is_list_line(line, strict=led.strict):
            return led if led.seen else Led(led.mode, led.leads, led.strict, True, False)
        return Led(led.mode, led.leads, led.strict, True, False) if led.open else None

    def is_lead(self, item: ItemText, position: int) -> bool:
        """Whether a line is nothing but the lead of the list below it."""
        follower = item.lines[position + 1] if position + 1 < len(item.lines) else None
        return (
            follower is not None
            and self.is_list_line(follower)
            and phrase(self.pack, _LEADS % "list_leads").search(item.lines[position].span.text) is not None
        )

    def opened(self, item: ItemText, position: int, found: list[Statement], mode: str | None) -> Led | None:
        """The list that the last sentence of a line leads, None where it leads none."""
        if not found:
            return None
        last = found[-1]
        follower = item.lines[position + 1] if position + 1 < len(item.lines) else None
        for kind, words in _KINDS_OF_LEADS:
            match = phrase(self.pack, _LEADS % words).search(last.text)
            if match is None or (kind == "decision" and (mode == "proposal" or not self._adds_nothing(match[1]))):
                continue
            promised = phrase(self.pack, r"(?::|\b<<grammar.that>>|\b<<decisions.the_following>>)\s*:?\s*$").search(last.text) is not None
            if promised or (follower is not None and self.is_list_line(follower)):
                return Led(kind, True, open=promised)
        if last.label is not None and last.mode == "decision":
            return Led("decision", False, strict=True)
        return None

    def _adds_nothing(self, words: str) -> bool:
        """Whether words behind the verb only name the body or how it decided ("beslutade rådet enhälligt")."""
        rest = words.strip()
        if self.own is not None:
            rest = re.sub(self.own.pattern(), "", rest)
        return not phrase(self.pack, r"\b<<verbs.adverbs|decisions.manner>>\b").sub("", rest).strip()


@lru_cache(maxsize=8)
def label_kinds(pack: LanguagePack) -> dict[str, str]:
    """What each word of the pack's [labels] opens."""
    kinds: dict[str, str] = {}
    for kind, words in pack.table("labels").items():
        for word in words:
            kinds.setdefault(word, kind)
    return kinds
