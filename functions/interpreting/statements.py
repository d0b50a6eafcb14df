"""The sentences of the items, each with the passage it stands in: under a decision, an action, a proposal, a follow-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import ItemText, Layout, Line
from functions.interpreting.legends import legend_of
from functions.interpreting.outcome_columns import outcome_cells
from functions.interpreting.outcomes import is_outcome
from functions.interpreting.own_body import OwnBody
from functions.interpreting.page_marks import is_page_mark
from functions.interpreting.passages import BULLET, Led, Passages
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.spans import Span, is_ours, lines_of, sentences_of, without_struck
from functions.languages import LanguagePack
from functions.model.document import Block

_BRACKET = re.compile(r"\([^()]{2,80}\)[.]?")
_LONGEST = 1000
_CLOSING = 3  # points that a meeting ends with, the list of tasks, the next meeting and the end
_LISTED = 2  # labelled lines that make a list
_LONG_TITLE = 9  # words; a longer one is about a matter of its own
_WITHIN = r"(\d{1,3})(?:\.\d{1,2}){1,2}[.)]?\s+(?=[^\W\d])(?!<<verbs.joins_names>>\s)"
_INNER = re.compile(r"([^.!?:;,\n]{2,30}?)(?:\s*[:.]\s+|\s+(?=\d))")
_SIGNED = re.compile(rf"/\s*([{UPPER}][\w.-]*(?:\s[{UPPER}][\w.-]*){{0,2}})\.?|([{UPPER}][\w.-]*(?:\s[{UPPER}][\w.-]*){{0,2}})\s*/\.?")
_HEADED = re.compile(rf"([^.!?:;,\n]{{2,40}})\.\s+(?=[{UPPER}])")
_ASKED = re.compile(r"([^.!?:;\n]{2,60}\?)\s+")
_RUN_IN = re.compile(r"^([^.!?:;\n]{2,90}?)\s*:(?=\s)\s*")
_DAY = r"(?:\d{4}-\d\d-\d\d|\d{6}|\d{1,2}[./]\d{1,2}(?:[./-]\d{2,4})?|(?:\d{1,2}\.?\s+)?<<dates.months>>(?:\s+\d{4})?)"
_DAYS = rf"(?:\d{{1,2}}(?:[:.]?[ea])?(?:\s*[-–]\s*\d{{1,2}}(?:[:.]?[ea])?)?\.?\s+<<dates.months>>(?:\.?\s+\d{{4}})?|{_DAY})"
_MEETING = r"(?:<<items.past_meetings>>|<<dates.months>>\w*<<items.meeting_endings>>)"
# "Från 15 januari", "Kvar från augusti", "Sedan mötet i maj", "Från majmötet": a title that says no more than when it was.
_LOOKS_BACK = (
    rf"^<<items.look_from>>\s+(?:{_MEETING}\s+)?(?:<<dates.the|items.time_in>>\s+)?(?:{_DAY}|<<items.past_times>>)\W*$",
    rf"^<<items.look_from>>\s+{_MEETING}\W*$",
    rf"^<<items.look_after>>\s+(?:{_MEETING}\s+(?:<<dates.the|items.time_in>>\s+)?(?:{_DAY}|<<items.past_times>>)|<<items.last_one>>\s+<<items.past_meetings|deferrals.time>>"
    rf"|<<dates.months>>\w*<<items.meeting_endings>>)\W*$",
    r"\b<<items.look_since>>\s+<<items.we_last>>\s+<<items.met_last>>\b",
    rf"\b<<items.done_since>>\s+<<items.look_since>>\s+(?:{_MEETING}\s+)?(?:<<dates.the|items.time_in>>\s+)?(?:{_DAY}|<<items.past_times>>)\W*$",
)
# "Anteckningarna från juni", "Protokoll 2026-03-04", "Fg protokoll", "Förra gångens anteckningar".
_OWN_MEETING = (
    rf"(?:(?:<<items.own_bodies|dates.the|items.which_meeting|items.last_one>>\s+){{1,3}}|\b)"
    rf"(?:{_MEETING}|<<items.past_meetings|items.a_meeting>>|[\w-]+<<items.meeting_endings|items.a_meeting>>)"
)
_WHEN = rf"(?:<<dates.the|items.time_in|dates.weekdays>>\s+)*(?:{_DAYS}|<<items.past_times>>)"
_TAIL = r"\.?(?:\s*[,;:(–—§].*|\s+-\s.*|\s+<<grammar.and|items.behind_minutes>>\s.*)?\W*$"
_MINUTES = (
    rf"^(?:<<items.go_through>>\s+)?<<items.minutes_words>>\s+(?:{_OWN_MEETING}\s+)?{_WHEN}{_TAIL}",
    rf"(?<![\w-])<<items.minutes_words>>\s+<<items.minutes_from>>\s+(?:{_OWN_MEETING}\s+)?{_WHEN}{_TAIL}",
    rf"(?<![\w-])<<items.minutes_words>>\s+(?:<<items.minutes_from>>\s+(?:(?:<<items.own_bodies|dates.the|items.last_one>>\s+)*{_MEETING}|(?:<<items.own_bodies|dates.the>>\s+)?<<items.last_one>>\s+(?:<<items.a_meeting>>|{_MEETING}))"
    rf"|(?:<<items.minutes_from>>\s+<<items.a_meeting>>(?:\s+<<items.of_number>>)?|<<items.of_number>>)\s*\d+|<<items.minutes_from>>\s+<<items.last_met>>){_TAIL}",
    r"^(?:<<items.go_through>>\s+)?<<items.last_one>>\s+(?:<<items.past_meetings>>\s+)?<<items.minutes_words>>\W*$",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and its place.

    mode: the passage it stands in (a key of the pack's [labels]) or None; label: the words that opened the passage when on the same line;
    lead: a run-in heading before it on its line; first: whether it opens its line; before: the sentence before it in the same paragraph;
    tail: where the sentence goes on, when a table row's end has cut it in two; opens: whether it only leads a list ("Rådet beslutar att:");
    outcome: whether its column tells how the point ended; matter: what the row of an inner table is about.
    """

    item: ItemText | None
    span: Span
    line: Line
    mode: str | None = None
    label: Span | None = None
    lead: Span | None = None
    first: bool = True
    before: Span | None = None
    listed: bool = False
    tail: Span | None = None
    opens: bool = False
    outcome: bool = False
    matter: Span | None = None

    @property
    def text(self) -> str:
        """The sentence's words, with blanks for those that are struck through."""
        return without_struck(self.span)


def statements_of(layout: Layout, *, own: OwnBody | None = None, pack: LanguagePack) -> list[Statement]:
    """All sentences of all items in reading order; own: the body, whose name may stand in a label ("Nämndens beslut")."""
    found: list[Statement] = []
    passages = Passages(own, layout.item_header, pack, legend_of(layout, pack=pack))
    for place, item in enumerate(layout.items):
        closes = len(layout.items) - place <= _CLOSING and 2 * place >= len(layout.items)
        found.extend(_of_item(item, passages, closes=closes, pack=pack))
    for section in layout.of_kind("actions"):
        for unit in section.units:
            if isinstance(unit, Block):
                for span in lines_of(unit):
                    found.extend(_of_line(None, Line(span), "action", passages, pack=pack))
    for block in layout.tail:
        line = Line(Span(block, 0, len(block.text)).trimmed())
        found.extend(_of_line(None, line, None, passages, pack=pack))
    return found


def is_follow_up(item: ItemText, *, pack: LanguagePack) -> bool:
    """Whether an item's title says that it goes through earlier tasks."""
    return looks_back(item.name, pack=pack)


@lru_cache(maxsize=4096)
def looks_back(words: str, *, pack: LanguagePack) -> bool:
    """Whether a title or a line above a list says that what follows are earlier tasks."""
    title = words.casefold()
    if any(told in title for told in pack.words("items", "follow_up")):
        return True
    if folded_label(title).rstrip(" ?") in pack.words("items", "follow_up_alone"):
        return True
    if title.startswith(pack.words("items", "follow_up_opening")) or any(phrase(pack, template).search(title) for template in _LOOKS_BACK):
        return True
    return len(title.split()) <= _LONG_TITLE and all(_openings(pack, key).search(title) for key in ("follow_up_what", "follow_up_when"))


def goes_back(item: ItemText | None, *, pack: LanguagePack) -> bool:
    """Whether an item's title is about the previous minutes, or names a list in which earlier tasks and new ones may stand."""
    return is_about_minutes(item, pack=pack) or title_says(item, "task_list", pack=pack)


def is_about_minutes(item: ItemText | None, *, pack: LanguagePack) -> bool:
    """Whether an item's title says that it is about the previous minutes."""
    return title_says(item, "previous", pack=pack) or (item is not None and _names_minutes(item.name, pack=pack))


@lru_cache(maxsize=4096)
def _names_minutes(title: str, *, pack: LanguagePack) -> bool:
    return any(phrase(pack, template).search(title) for template in _MINUTES)


def _opens_follow_up(item: ItemText, text: str, *, pack: LanguagePack) -> bool:
    """Whether a line leads a list of earlier tasks ("Öppna punkter:"), at the point about the previous minutes by any word for such a list."""
    words = re.split(r"[.!?]\s+", text.rstrip())[-1]
    if not words.endswith(":") or len(words.split()) > _LONG_TITLE:
        return False
    return looks_back(words[:-1], pack=pack) or (
        is_about_minutes(item, pack=pack) and _openings(pack, "task_list").search(words.casefold()) is not None
    )


def _lists_outcomes(item: ItemText, *, pack: LanguagePack) -> bool:
    """Whether the point about the previous minutes holds a list of labelled lines, most of which tell how it stands with a task."""
    if not is_about_minutes(item, pack=pack):
        return False
    told = [is_outcome(line.span.text, pack=pack) for line in item.lines if _is_entry(line, pack=pack)]
    return len(told) >= _LISTED and 2 * sum(told) >= len(told)


def _is_entry(line: Line, *, pack: LanguagePack) -> bool:
    """Whether a line opens with a few words and a colon, and is not about the minutes themselves."""
    return _RUN_IN.match(line.span.text) is not None and not words_of(pack, "follow_ups", "of_minutes").search(line.span.text)


def title_says(item: ItemText | None, key: str, *, pack: LanguagePack) -> bool:
    """Whether an item's title holds one of the pack's [items] phrases of this key."""
    return item is not None and _openings(pack, key).search(item.name.casefold()) is not None


@lru_cache(maxsize=64)
def _openings(pack: LanguagePack, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, pack.words('items', key))) or '(?!)'})")


def _lists_tasks(item: ItemText, *, pack: LanguagePack) -> bool:
    """Whether a point at the end is a list of what the meeting gave to do: "10. Åtgärdslista", and little but lines with a bullet or a number."""
    if folded_label(item.name) not in pack.words("sections", "actions"):
        return False
    listed = sum(bool(BULLET.match(line.span.text)) or line.span.block.number is not None for line in item.lines)
    told = sum(is_outcome(line.span.text, pack=pack) for line in item.lines)
    return listed >= _LISTED and 2 * listed > len(item.lines) > 2 * told


def _of_item(item: ItemText, passages: Passages, *, closes: bool, pack: LanguagePack) -> Iterator[Statement]:
    base = "follow_up" if is_follow_up(item, pack=pack) else "action" if closes and _lists_tasks(item, pack=pack) else None
    mode: str | None = base
    title_label = passages.label(item.name)
    told_below = title_label == "proposal" and title_says(item, "matters", pack=pack)  # what became of "Motion 3"
    if title_label is not None and base is None and title_label != "report" and not told_below:
        mode = base = title_label
    tails = _tails(item, passages)
    led: Led | None = None
    columns = passages.headed(item.lines)
    ended = outcome_cells(item.lines, passages.header, pack=pack)
    outcomes = base is None and _lists_outcomes(item, pack=pack)
    for position, line in enumerate(item.lines):
        if is_page_mark(line.span.text, passages.own, pack=pack):
            continue
        if position in tails.values():
            line = replace(line, span=_behind_first(line.span, pack=pack))
            if not line.span.text:
                continue
        if (place := _place(line)) in columns:  # a cell below a column's heading
            if (headed := columns[place]) is not None:
                yield from _of_line(item, line, headed, passages, pack=pack)
            mode, led = base, None
            continue
        kind = passages.label(line.span.text)
        if kind == "decision" and passages.is_lead(item, position):  # "Rådet beslutar", and "att …" below
            led = Led("decision", True, open=True) if mode != "proposal" else None
            continue
        kind = passages.heading(line.span.text)
        if kind is not None:
            mode = kind if base != "follow_up" or kind == "decision" else base
            led = None
            continue
        if _opens_follow_up(item, line.span.text, pack=pack):
            mode, led = "follow_up", None
            continue
        opening = passages.opening(line.span.text)
        if opening is not None:
            below = _RUN_IN.fullmatch(line.span.text[opening[1] :] + " ")
            mode, led = (opening[0] if below is not None else base), None  # "Beslutsförslag Direktören:", and "att …" below
            if below is not None:
                continue
        if line.column == "label" or (mode not in (None, base) and (_is_subheading(line) or _begins_a_row(item.lines, position))):
            mode, led = base, None
        if line.column == "label":  # a label of a row, by a word that the pack does not know
            continue
        led = passages.going_on(led, line)
        here = led.mode if led is not None else mode or passages.column(line)
        if here is None and outcomes and _is_entry(line, pack=pack):
            here = "follow_up"
        found = list(_of_line(item, line, here, passages, pack=pack))
        if here is None and place in ended:
            found = [replace(one, outcome=True, matter=ended[place]) for one in found]
        if mode in ("owner", "due"):  # "Ansvarig:" speaks for the next line only
            mode = base
        if found and position in tails:
            found[-1] = replace(found[-1], tail=next(sentences_of(item.lines[tails[position]].span, pack=pack)))
        opened = passages.opened(item, position, found, mode)
        if opened is not None:
            led = opened
            if opened.leads:
                found[-1] = replace(found[-1], opens=True)
        yield from found


def _place(line: Line) -> tuple[int, int, int] | None:
    cell = line.span.block.cell
    return (cell.table, cell.row, cell.col) if cell is not None else None


def _begins_a_row(lines: list[Line], position: int) -> bool:
    """Whether a row of a table without a label begins here, behind one whose text came to its end: what the label said is over."""
    if position == 0 or lines[position - 1].row >= lines[position].row or lines[position - 1].column == "label":
        return False
    return lines[position - 1].span.text.endswith((".", "!", "?")) and lines[position].span.text[:1].isupper()


def _tails(item: ItemText, passages: Passages) -> dict[int, int]:
    """Which lines are cut by the end of their table row, and by which line they go on: no full stop here, a small letter there."""
    cut: dict[int, int] = {}
    for position, line in enumerate(item.lines):
        follower = next((n for n in range(position + 1, len(item.lines)) if item.lines[n].column == line.column), None)
        if follower is None or item.lines[follower].row <= line.row or not re.search(r"[\w,)–-]$", line.span.text):
            continue
        text = item.lines[follower].span.text
        if text[:1].islower() and len(line.span.text.split()) > 2 and not BULLET.match(text) and passages.label(text) is None:
            cut[position] = follower
    return cut


def _behind_first(span: Span, *, pack: LanguagePack) -> Span:
    """The line without its first sentence."""
    first = next(sentences_of(span, pack=pack), None)
    return span.part(first.end - span.start, len(span.text)).trimmed() if first is not None else span


def _is_subheading(line: Line) -> bool:
    """A bold or heading line of its own ends the passage before it."""
    block = line.span.block
    return (block.level is not None and block.number is None) or (block.all_bold and len(line.span.text) < 80)


def _bounded(sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, one that nobody wrote as such (a page without full stops) in pieces, so that time grows with length and no faster."""
    for sentence in sentences:
        while len(sentence.text) > _LONGEST:
            cut = sentence.text.rfind(" ", 1, _LONGEST)
            cut = cut if cut > 0 else _LONGEST
            yield sentence.part(0, cut).trimmed()
            sentence = sentence.part(cut, len(sentence.text)).trimmed()
        yield sentence


def _with_brackets(sentences: Iterable[Span]) -> Iterator[Span]:
    """A bracket of its own behind the full stop ("… till mötet. (Bo Alm)") belongs to the sentence before it."""
    held: Span | None = None
    for sentence in sentences:
        if held is not None and _BRACKET.fullmatch(sentence.text):
            held = Span(held.block, held.start, sentence.end)
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


def _is_noun(label: str, *, pack: LanguagePack) -> bool:
    """Whether a label is the very word for a decision, not a verb that says one whole ("Beslutades.")."""
    return phrase(pack, r"\b<<decisions.noun>>\b").search(label) is not None


def _with_lead(lead: Span | None, sentence: Span, position: int) -> str:
    return f"{lead.text}: {sentence.text}" if lead is not None and position == 0 else sentence.text


def _inner_label(sentence: Span, passages: Passages) -> tuple[str, Span] | None:
    """The mode and the words behind a label for owner, day or decision that opens a sentence."""
    match = _INNER.match(sentence.text)
    signed = _SIGNED.fullmatch(sentence.text)
    if signed:  # "Vi går vidare med detta. Bo A/"
        return "owner", sentence.part(*signed.span(signed.lastindex or 0))
    kind = passages.label(match[1]) if match else None
    behind_colon = match is not None and ":" in match[0]
    if match is None or (kind not in ("owner", "due") and not (kind == "decision" and behind_colon)):
        return None
    return kind, sentence.part(match.end(), len(sentence.text))


def _number_within(item: ItemText | None, text: str, mode: str | None, *, pack: LanguagePack) -> re.Match[str] | None:
    """The number that a line has within its point ("8.2 Bo ringer" under 8), or of any point in a list of all tasks."""
    number = phrase(pack, _WITHIN).match(text)
    point = item.number if item is not None else None
    return number if number is not None and (number[1] == point or (mode == "action" and item is None)) else None


def _of_line(item: ItemText | None, line: Line, mode: str | None, passages: Passages, *, pack: LanguagePack) -> Iterator[Statement]:
    span = line.span
    if is_ours(span):
        return
    bullet = BULLET.match(span.text)
    bullet = bullet or _number_within(item, span.text, mode, pack=pack)
    listed = bool(bullet) or span.block.number is not None
    if bullet:
        span = span.part(bullet.end(), len(span.text))
    label = lead = None
    if (lettered := passages.lettered(span.text)) is not None:  # "B Anbud lämnas.", where the page says that B is a decision
        opened, at = lettered
        mode = opened if mode != "follow_up" or opened == "decision" else mode
        label, span = span.part(0, at).trimmed(), span.part(at, len(span.text))
    if label is None and (bare := passages.opening(span.text)) is not None:
        mode = bare[0] if mode != "follow_up" or bare[0] == "decision" else mode
        label, span = span.part(0, bare[1]).trimmed(), span.part(bare[1], len(span.text))
    asked = _ASKED.match(span.text)
    if label is None and asked is not None and passages.label(asked[1]) == "decision":  # "Vad bestämde vi? Att …"
        mode, label, span = "decision", span.part(0, asked.end(1)), span.part(asked.end(), len(span.text))
    run_in = _RUN_IN.match(span.text)
    if run_in and run_in.end() < len(span.text) and run_in[1].count("(") == run_in[1].count(")"):
        kind = passages.label(run_in[1])
        if kind is None and folded_label(run_in[1]) in pack.words("follow_ups", "leads"):
            kind = "follow_up"
        if kind is not None:
            label = span.part(0, run_in.end()).trimmed()
            mode = kind if mode != "follow_up" or kind == "decision" else mode
        else:
            lead = span.part(0, run_in.end(1)).trimmed()
        if kind is not None or not re.search(r"\d$", run_in[1]):
            span = span.part(run_in.end(), len(span.text))
    elif (
        (headed := _HEADED.match(span.text)) and passages.label(headed[1]) == "decision" and _is_noun(headed[1], pack=pack)
    ):  # "Beslut. Kameran köps in."
        label, mode = span.part(0, headed.end(1)).trimmed(), "decision"
        span = span.part(headed.end(), len(span.text))
    before: Span | None = None
    going_back = mode is None and goes_back(item, pack=pack)
    sentences = [s for s in _with_brackets(_bounded(sentences_of(span, pack=pack))) if without_struck(s).strip()]
    # Under one label all sentences are of one task: "Lampan: rätt färg nu. Avförs."
    whole = going_back and lead is not None and any(is_outcome(f"{lead.text}: {sentence.text}", pack=pack) for sentence in sentences)
    for position, sentence in enumerate(sentences):
        if mode != "follow_up" and is_ours(sentence):
            continue
        inner = _inner_label(sentence, passages) if position and mode != "follow_up" else None
        if inner is not None:  # "Ny skylt. Ansv: Bo. Klart: 27/3."
            yield Statement(item, inner[1], line, inner[0], sentence, None, inner[0] == "decision", before, listed)
            continue
        told = "follow_up" if mode is None and going_back and (whole or is_outcome(_with_lead(lead, sentence, position), pack=pack)) else mode
        yield Statement(item, sentence, line, told, label, lead, position == 0, before, listed)
        before = sentence
