"""Signs on a page that somebody was there: who came and who did not, and people who do things; and signs that nobody filled a form in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.name_words import name_words
from functions.interpreting.numbers import numbered
from functions.interpreting.outcomes import status_of
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.spans import is_ours, lines_of, whole
from functions.interpreting.tables import blocks_of
from functions.interpreting.told_text import as_typed, stands_open, told_lines
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Person

_NAME = rf"(?:[{UPPER}][{LOWER}{UPPER}-]*|\d)"
# A name that stands apart: "Meddela Bo" is none.
_LISTED = rf"(?:[{UPPER}][{LOWER}{UPPER}-]*(?:\s*(?:[,.(/]|$)|\s+(?:[{UPPER}]|<<grammar.and>>\s))|\d+\s\w|(?i:<<names.titles|kind.everybody>>)\s)"
_BEGINS = r"(?:^|[.!?]\s+|\t\s*)"
_LABEL = r"(?i:<<kind.{key}>>)(?:\s?\([^)]{{0,40}}\))?"
# "Närvarande: Helga", "Deltog HN, BA", "På plats var Helga"; "Helga, Bo och Cia deltog."
_CAME = (
    rf"{_BEGINS}{_LABEL.format(key='came')}(?:\s*[:–]\s*|[.]\s|\s*\t\s*|\s(?i:<<kind.were>>)\s(?:(?i:<<kind.were>>)\s)?)(?={_LISTED})",
    rf"{_BEGINS}{_LABEL.format(key='came_bare')}\s+(?={_LISTED})",
    rf"(?:^\(?|[.:]\s+){_NAME}(?:(?!\s<<kind.no_list>>\s)[^.:?]){{1,60}}(?:,|\s<<grammar.and>>)(?:(?!\s<<kind.no_list>>\s)[^.:?]){{1,60}}\s<<kind.took_part>>\s*(?:[.,)]|$)",
    rf"[{UPPER}][\w-]*(?:\s*,\s*|\s+)(?:<<grammar.and>>\s+)?(?i:<<kind.me>>)\s*(?:[.(]|$)|[:–(]\s*(?i:<<kind.me>>)\s*(?:,|<<grammar.and>>)\s+[{UPPER}]",
    r"(?i:^<<sections.present>>)\s*:[^.!?]{0,30}?\d\s*(?i:<<kind.counted>>)(?!\w)",
    rf"{_BEGINS}(?i:<<kind.came_phrases>>)(?!\w)",
    rf"{_BEGINS}(?i:<<kind.who>>\s(?:\w+\s)?<<kind.came_verbs>>(?:\s<<kind.came_where>>(?:\s\w+){{0,3}})?)\s*[:–]\s*(?={_LISTED})",
    rf"{_BEGINS}(?i:<<kind.came_bare>>)(?:\s*:|\.)\s*(?=[{LOWER}][{LOWER}-]{{2,}})",
    rf"^{_NAME}(?:(?!\s<<kind.no_list>>\s)[^.:?]){{1,60}}(?:,|\s<<grammar.and>>)(?:(?!\s<<kind.no_list>>\s)[^.:?]){{1,40}}\s<<kind.gathered>>(?!\w)",
    rf"{_BEGINS}(?:[{UPPER}][{LOWER}]{{1,8}}\.?\s)?\d{{1,3}}\s(?i:<<kind.counted>>)\s*(?:(?i:<<kind.took_part>>)|[.]|$)",
    r"\((?:<<roster.came_or_went>>)\s(?:[^()]{0,12}\s)?\d{1,2}[.:]?\d{0,2}\s*\)",
)
_AWAY = (
    rf"{_BEGINS}{_LABEL.format(key='away_labels')}\s*(?::\s*|\t\s*)(?={_LISTED})",
    r"(?<!\w)(?i:<<kind.away_phrases>>)(?!\w)",
)
_SUBJECT = re.compile(
    rf"(?:^[^\w]*|[.!?:;–•·*-]\s*|,\s)([{UPPER}][\w-]*)(?:\s[{UPPER}][\w-]*\.?){{0,2}}(?:\s?(?:,|\+|och|and|og|&)\s?[{UPPER}][\w-]*){{0,2}}\s([{LOWER}]{{2,}})"
)
_SPEAKS = re.compile(rf"\W*([{UPPER}][\w-]*)(?:\s[{UPPER}][\w-]*)?\s?:\s+[{LOWER}]")
_CAPITALISED = re.compile(rf"(?<![\w-])[{UPPER}][\w-]*")
_ONLY_NAMES = re.compile(
    rf"(?:[^,:]{{1,20}}:\s)?[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)?(?:(?:,|\s(?:och|&|and|og|\+))\s[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)?){{2,20}}\.?$"
)
# "→ Siv: tar fram siffror", "– Bo ändrar två rader": a note under a point, and in it somebody who does something.
_NOTED = re.compile(r"^\s*(?P<mark>(?:[-–—•*→⇒]|->|=>)+\s*)?(?P<text>\S.*)$")
_FOR_SOMEBODY = re.compile(rf"^([{UPPER}][\w-]+)(?:\s?(?:,|\+|och|and|og|&)\s?[{UPPER}][\w-]*){{0,2}}\s?:\s")
_UNDER_A_LABEL = re.compile(r"^[^.:!?]{3,30}:\s")
_CODE = re.compile(rf"[{UPPER}]{{2,3}}")
_REPLIED = re.compile(rf"[{UPPER}][^.?!]{{5,100}}\?\s+[{UPPER}\d]")
_LABEL_LENGTH = 40
# Where those who led and wrote are told: among the first and the last lines.
_TOP, _END = 16, 6
_CLOCK = re.compile(r"(?:kl\.?\s)?\d{1,2}[.:]\d{2}(?![\d.:-]*\d{4})")
# A line to write on, or brackets around what should stand there.
_BLANK = re.compile(r"_{4,}|\.{6,}|…{3,}|^[\[<{(][^\]>})]{3,60}[\]>})]$|: ?[\[<{][^\]>})]{3,60}[\]>})]$")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of the body that somebody typed (our own draft's lines are none), all of it in small letters, of that what tells of a meeting, and
    whether it is little else than a running list of tasks or errands."""

    lines: tuple[str, ...]
    folded: str
    told: str
    log: bool


def page_of(document: Document, layout: Layout, *, pack: LanguagePack) -> Page:
    """The body's lines, prompts among them."""
    lines = tuple(as_typed(line) for block in document.body() for line in lines_of(block) if not is_ours(line))
    return Page(lines, "\n".join(lines).casefold(), "\n".join(told_lines(document, layout, pack=pack)).casefold(), _is_a_log(document, pack=pack))


def _is_a_log(document: Document, *, pack: LanguagePack) -> bool:
    """Whether most of the page is a table with columns of a list that is kept between meetings."""
    blocks = [block for block in document.body() if block.text.strip()]
    heads = {(b.cell.table, folded_label(b.text)) for b in blocks if b.cell is not None and b.cell.row == 0}
    words = set(pack.words("kind", "log_columns"))
    tables = {table for table, _ in heads if sum(number == table and text in words for number, text in heads) >= 2}
    return 10 * sum(b.cell is not None and b.cell.table in tables for b in blocks) >= 7 * len(blocks) > 0


def typed_at(document: Document) -> int | None:
    """At how many lines of a draft of ours somebody wrote something; None where the page is no such draft."""
    at: str | None = None
    lines: dict[str, bool] = {}
    for block in document.body():
        for control in block.controls:
            if (control.tag or "").startswith("dg:"):
                at = control.tag or ""
                lines.setdefault(at, False)
        if at is not None and any(not is_ours(line) and not line.text.isdigit() for line in lines_of(block)):
            lines[at] = True
    return sum(lines.values()) if lines else None


def came_and_went(page: Page, layout: Layout, *, pack: LanguagePack) -> tuple[bool, bool]:
    """Whether the page tells who came, and who did not."""
    came = _says(page, _CAME, pack=pack) or _heads_a_list(layout, "present", "came", pack=pack)
    return came, _says(page, _AWAY, pack=pack) or _heads_a_list(layout, "absent", "away_labels", pack=pack)


def _says(page: Page, templates: tuple[str, ...], *, pack: LanguagePack) -> bool:
    patterns = [phrase(pack, template, case=True) for template in templates]
    samples = pack.words("prompts", "samples")
    for line in page.lines:
        for pattern in patterns:
            found = pattern.search(line)
            if found is not None and folded_label(line[found.end() :]) not in samples:
                return True
    return False


def _heads_a_list(layout: Layout, kind: str, key: str, *, pack: LanguagePack) -> bool:
    """Whether a label of this sort stands alone above names, or beside them in a table."""
    labels = {*pack.words("kind", key)}
    for section in layout.of_kind(kind):
        if section.label is None or folded_label(section.label.text.split(":")[0]) not in labels:
            continue
        texts = [] if section.value is None else [as_typed(section.value)]
        texts += [as_typed(whole(b)) for unit in section.units for b in blocks_of(unit)]
        if any(_names_somebody(text.strip(), pack=pack) for text in texts):
            return True
    return False


def lists_names(layout: Layout) -> bool:
    """Whether a list of those who take part holds names and nothing else, be it only given names ("Deltagare Elma, Rune, Siv-Britt")."""
    values = (section.value.text for section in layout.of_kind("present") if section.value is not None)
    return any(_ONLY_NAMES.match(re.sub(r"\s*\([^()]*\)", "", text)) is not None for text in values)


def _names_somebody(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text below such a label can be a name: no sample, and no label of its own with nothing behind it."""
    return re.match(_NAME, text) is not None and not text.endswith(":") and folded_label(text) not in pack.words("prompts", "samples")


def deeds(page: Page, people: tuple[Person, ...], *, pack: LanguagePack) -> int:
    """How many sentences open with somebody who does something ("Finn beställer tio stycken"): listed people, or common given names."""
    listed = {part for person in people for part in (*person.name.split(), person.initials or "") if part}
    attendance = _attendance_lines(page, pack=pack)
    listed |= {word for line in attendance for word in _CAPITALISED.findall(line)}
    units = {word for line in attendance for word in re.split(r"[,:;/]\s*", line)}  # "Närv: anestesi, ortopedi"
    words, promises = name_words(pack), _promises(pack)
    verbs = phrase(pack, r"\w{1,30}<<verbs.finite_endings>>$")

    def does(who: str, verb: str) -> bool:
        if verbs.match(verb) is None:
            return False
        return (
            who in listed
            or (len(who) > 3 and who.casefold() in units)
            or words.is_given(who)
            or (verb in promises and not words.is_common(who) and not words.is_organisation(who))
        )

    return sum(does(found[1], found[2]) for line in page.lines for found in _SUBJECT.finditer(line))


@lru_cache(maxsize=8)
def _promises(pack: LanguagePack) -> frozenset[str]:
    """The verbs by which people promise something, by the pack's own rules."""
    rules = [rule for rule in pack.sections.get("rules", ()) if rule["form"] == "subject_verb" and not rule.get("needs")]
    return frozenset(word.split()[0] for rule in rules for word in rule.get("words", ()))


def _attendance_lines(page: Page, *, pack: LanguagePack) -> list[str]:
    """What stands behind a word for those who came, and lines near the top that hold nothing but names."""
    patterns = [phrase(pack, template, case=True) for template in (*_CAME[:3], _CAME[6])]
    found = [line[mark.start() :] for line in page.lines for pattern in patterns if (mark := pattern.search(line)) is not None]
    return found + [line for line in page.lines[:12] if _ONLY_NAMES.match(line)]


def rounds(page: Page, people: tuple[Person, ...], *, pack: LanguagePack) -> int:
    """How many lines begin with somebody's name and a colon ("Bo: offerten är inne"), as notes of what each of them said do."""
    listed = {part for person in people for part in (*person.name.split(), person.initials or "") if part}
    listed |= {word for line in _attendance_lines(page, pack=pack) for word in _CAPITALISED.findall(line)}
    return sum(found[1] in listed for line in page.lines if (found := _SPEAKS.match(line)) is not None)


def decisions_made(page: Page, *, pack: LanguagePack) -> int:
    """How many labels of a decision stand with what was decided behind or below them."""
    labels = set(pack.words("labels", "decision"))
    found = 0
    for line, following in pairwise((*page.lines, "")):
        head, colon, value = line.partition(":")
        said = value.strip() if colon else following if folded_label(line) in labels else ""
        found += (
            folded_label(head) in labels
            and bool(said)
            and not stands_open(said, pack=pack)
            and numbered(said, pack=pack) is None
            and folded_label(said) not in labels
        )
    return found


def by_the_clock(page: Page) -> int:
    """How many lines open with a time of day, as those of a programme do."""
    return sum(_CLOCK.match(line) is not None for line in page.lines)


def met_briefly(page: Page, people: tuple[Person, ...], *, pack: LanguagePack) -> bool:
    """Whether a line right below the title, or the end of the title, holds nothing but given names or initials, and things are done further down.

    "Snabbmöte 5/3" above "Bo, Cia och Eva"; "Gårdsmöte 5 mars – Bo, Cia och Eva"; "Vem har nyckeln? Mona." is as good as a deed.
    """
    given = name_words(pack).is_given
    lines = [*(tail for _, dash, tail in (line.rpartition(" – ") for line in page.lines[:1]) if dash), *page.lines[1:4]]
    names = [_CAPITALISED.findall(line) for line in lines if _ONLY_NAMES.match(line) and ":" not in line]
    coded = any(all(_CODE.fullmatch(word) for word in words) for words in names)
    if not coded and not any(all(given(word) for word in words) for words in names):
        return False
    replies = sum(_REPLIED.match(line) is not None for line in page.lines)
    return deeds(page, people, pack=pack) + replies >= (2 if coded else 3)


def wrote(page: Page, *, pack: LanguagePack) -> bool:
    """Whether somebody is said to take the notes ("Helena skriver"), or to have led the meeting ("Ledde: Roland")."""
    begins = r"(?:^|[,(.]\s?|\s<<grammar.and>>\s)"
    told = phrase(pack, rf"{begins}[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)?,?\s(?:<<roster.told.secretary>>)\s*(?:[.,)]|$)", case=True)
    held = phrase(pack, rf"(?:^|[.;,]\s)(?i:<<kind.held>>)\s*:\s*{_NAME}", case=True)
    return any(told.search(line) or held.search(line) for line in (*page.lines[:_TOP], *page.lines[_TOP:][-_END:]))


def answered(layout: Layout, *, pack: LanguagePack) -> int:
    """Under how many points somebody noted what was said or came of it, besides what an agenda says under its labels ("Syfte:", "Bakgrund:")."""
    return sum(_is_answered(item, pack=pack) for item in layout.items)


def _is_answered(item: ItemText, *, pack: LanguagePack) -> bool:
    titled = {title.block.id for title in item.title}
    return any(_answers(as_typed(line.span), pack=pack) for line in item.lines if line.span.block.id not in titled)


def _answers(line: str, *, pack: LanguagePack) -> bool:
    noted = _NOTED.match(line)
    if noted is None:
        return False
    text, marked = noted["text"], noted["mark"] is not None
    for_somebody = _FOR_SOMEBODY.match(text)
    if for_somebody is not None and (marked or name_words(pack).is_given(for_somebody[1])):
        return True
    if _UNDER_A_LABEL.match(text) or text.endswith("?"):
        return False
    if phrase(pack, r"(?<!\w)<<kind.minuted_phrases|kind.outcome_phrases|kind.decides>>(?!\w)").search(text):
        return True
    if status_of(text, task="", pack=pack) != "mentioned" or phrase(pack, r"^<<kind.answers>>\W*$").search(text):
        return True
    does = _SUBJECT.match(text)
    return (
        marked
        and does is not None
        and name_words(pack).is_given(does[1])
        and phrase(pack, r"\w{1,30}<<verbs.finite_endings>>$").match(does[2]) is not None
    )


def is_mail(page: Page, *, pack: LanguagePack) -> bool:
    """Whether the page begins as a mail does."""
    heads = phrase(pack, r"(?:<<kind.mail_heads|kind.subject>>)\s*:")
    return sum(heads.match(line) is not None for line in page.lines[:8]) >= 2


def is_bare(page: Page) -> bool:
    """Whether nearly all lines are labels and titles: none says anything in a sentence, or behind a label."""
    lines = page.lines[1:]
    says = sum(len(line) > _LABEL_LENGTH or bool(re.search(r"[:–]\s*\w|\w\s[^.]*\s[^.]*\w\.$", line)) for line in lines)
    return len(lines) >= 8 and says * 7 <= len(lines)


def unfilled(page: Page, *, pack: LanguagePack) -> int:
    """How many lines are prompts, hold a sample for a value, or are a label with nothing behind it above the next label or number."""
    starts, patterns, samples = (pack.words("prompts", key) for key in ("starts", "patterns", "samples"))
    labels = pack.all_words("labels", "sections", "facts")
    found = 0
    for line, following in pairwise((*page.lines, "1.")):
        head, colon, value = line.casefold().partition(":")
        value = value if colon else head
        found += value.strip().startswith(starts) or (bool(colon) and folded_label(value) in samples) or any(p in line.casefold() for p in patterns)
        found += _BLANK.search(line) is not None or stands_open(line, pack=pack)
        if colon and not value.strip() and head.strip() in labels:
            found += numbered(following, pack=pack) is not None or following.partition(":")[0].casefold().strip() in labels
        elif colon and not value.strip() and len(head) < _LABEL_LENGTH:
            found += following.endswith(":") and len(following) < _LABEL_LENGTH
    return found
