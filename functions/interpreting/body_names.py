"""Finds the name of the body that met, and of its organisation, among the lines of a document's front."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from functions.interpreting.labels import folded_label
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.places import names_a_place
from functions.interpreting.roster_names import is_likely_person
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.document import Part

_FORMERLY = r"\s*\(\s*<<bodies.formerly>>\s[^()]*\)"
_STOP = rf"\s+(?:<<dates.the>>\s+)?\d|\s*[,;:|]|\s+[–—-]\s+|\s+<<bodies.name_ends>>\b|{_FORMERLY}|\t|\n|$"
# "avd 5", "på 9:an"; not "5:e mars"
_UNIT = r"(?:<<bodies.numbered_units>>)\s+\d{1,3}(?![\w./:-]|\s+<<dates.months>>)|[^\W\d]+\s+\d{1,3}:[^\W\d]{1,3}(?!\w|\s+<<dates.months>>)"
_FIRST = 4
# "Styrgruppsmöte nr 7, Vårdlänken" is a meeting of Styrgrupp Vårdlänken.
_ITS_MEETING = (
    r"([\w-]*?<<bodies.nouns>>)<<bodies.genitive>>(?:<<bodies.meeting_endings>>)\s+(?:<<bodies.running>>\s*)?\d[\d/:]*\s*[,:–—-]\s*"
    rf"((?-i:[{UPPER}])[\w -]{{2,40}}?)\s*$"
)
_FEW = 4  # words of an organisation
_LONGEST_NAME = 6  # words
# "Fallgruppen", "Röntgens användargrupp", "Lokala fallgruppen"
_GROUP = (
    r"(?:[\w-]+-\s(?:<<grammar.and>>)\s|(?:[\w-]{2,}\s)?(?!<<next_meetings.times_of_year>>)[\w-]{3,}<<bodies.genitive>>\s|<<bodies.sorts>>\s)?"
    r"([\w-]{2,}<<bodies.group_endings>>)(?![\w-])"
)
# "Björkskolan F–9", "Förskolan Lyktan"
_SCHOOL = (
    rf"[{UPPER}]\w+<<bodies.school_endings>>(?:\s+F?[–-]?\d.{{0,5}})?|(?:[{UPPER}]\w+\s)?(?i:<<bodies.schools>>)(?:\s[{UPPER}]\w+|(?<=[{LOWER}]))"
)
_LEADING = r"^(?:<<bodies.before_name>>|\d[\d./: -]*)\s+"


def body_of(lines: list[Span], *, pack: LanguagePack) -> tuple[str, tuple[Span, ...]] | None:
    """The body's name as written (lines of a broken title joined by a space) and its quotations; None where no line names one."""
    nouns = set(pack.words("bodies", "nouns"))
    for position, line in enumerate(lines):
        if len(line.text) > 110 or phrase(pack, rf"{_FORMERLY}|,\s*<<bodies.formerly>>\s.*").sub("", line.text).count(".") > 1:
            continue
        numbered = phrase(pack, _ITS_MEETING).match(line.text)
        if numbered is not None:
            return f"{numbered[1]} {numbered[2]}", (line.part(*numbered.span(1)), line.part(*numbered.span(2)))
        found = _name_in(line, pack=pack)
        if found is None:
            continue
        alone = found.text.casefold() in nouns and " " not in found.text
        follower = lines[position + 1] if position + 1 < len(lines) else None
        if follower is not None and (met := _that_met(line, follower, pack=pack)) is not None:
            return re.sub(r"\s+", " ", met.text), (met,)
        if alone and follower is not None and re.fullmatch(rf"[{LOWER}][\w\s,-]{{2,50}}", follower.text) and follower.block.part is line.block.part:
            return f"{found.text} {follower.text}", (found, follower)
        if (
            alone
            and follower is not None
            and len(follower.text.split()) <= 3
            and not re.search(r"\d|:", follower.text)
            and _title_line(line, found)
            and follower.text[:1].isupper()
            and folded_label(follower.text) not in pack.all_words("sections")
        ):
            return f"{found.text} {follower.text}", (found, follower)
        return re.sub(r"\s+", " ", found.text), (found,)
    named = (name for find in (_group_named, _titled, _meeting_named) for line in lines[:_FIRST] if (name := find(line, pack=pack)) is not None)
    titled = next(named, None) or next((name for line in lines if (name := _association(line, pack=pack)) is not None), None)
    return (re.sub(r"\s+", " ", titled.text), (titled,)) if titled is not None else None


def letters_that_met(lines: list[Span], texts: Iterable[str], *, pack: LanguagePack) -> Span | None:
    """The letters that open a line of the front before its day ("EHK torsdag 5 mars"), where one of the texts tells of the next ("Nästa EHK")."""
    coming = phrase(pack, rf"(?<!\w)<<next_meetings.coming>>\s+(?-i:([{UPPER}]{{2,5}}))(?![\w-])")
    named = {match[1] for text in texts for match in coming.finditer(text)}
    if not named:
        return None
    papers = {word for key in ("accounts", "minutes_titles", "agenda_titles", "other_titles") for word in pack.words("kind", key)}
    for line in lines:
        opens = phrase(pack, rf"\W*(?-i:([{UPPER}]{{2,5}}))\s+(?=(?:<<dates.weekdays|dates.the>>\s+)*\d)").match(line.text)
        if opens is not None and opens[1] in named and opens[1].casefold() not in papers:
            return line.part(*opens.span(1))
    return None


def _that_met(line: Span, follower: Span, *, pack: LanguagePack) -> Span | None:
    """The body on the line below the first one named, where only the lower line counts its meetings: "Terapigrupp hud, möte 1/2026"."""
    counts = phrase(pack, rf"((?-i:[{UPPER}])[^,;:\d]{{3,60}}?)(?:\s*,\s*|\s+[–—-]\s+)(?:<<kind.meetings>>)\s+(?:<<bodies.running>>\.?\s*)?\d")
    met = counts.match(follower.text)
    if met is None or re.search(r"[\d:]", line.text) or follower.block.part is not line.block.part or len(met[1].split()) > _LONGEST_NAME:
        return None
    return follower.part(*met.span(1)) if phrase(pack, r"<<kind.minutes_titles>>(?!\w)").match(met[1]) is None else None


def _group_named(line: Span, *, pack: LanguagePack) -> Span | None:
    """A group or team in a title that opens with its name: "Fallgruppen 5 mars", "Patientsäkerhetsgruppen medicin och akut"."""
    start = _behind_leads(line.text, pack=pack)
    first = phrase(pack, _GROUP).match(line.text, start)
    if first is None or first[1].casefold() in pack.words("bodies", "no_group"):
        return None
    stop = _stop_in(line.text, first.end(), pack=pack)
    found = line.part(start, stop.start() if stop else len(line.text)).trimmed(" \t,;:|–—-")
    return found if len(found.text.split()) <= _LONGEST_NAME and not found.text.endswith((".", "!", "?")) else None


def _association(line: Span, *, pack: LanguagePack) -> Span | None:
    """An association that is called as the body that leads it, where nothing else names one: "Samordningsförbundet Mellanån"."""
    stop = _stop_in(line.text, 0, pack=pack)
    found = line.part(0, stop.start() if stop else len(line.text)).trimmed()
    is_one = phrase(pack, r"<<bodies.associations>>(?:\s+\S+)*").fullmatch(found.text) is not None and found.text[0].isupper()
    return found if is_one and len(found.text.split()) <= _LONGEST_NAME and "." not in found.text else None


def _titled(line: Span, *, pack: LanguagePack) -> Span | None:
    """A name that no noun tells, in the document's own title: "Mötesanteckningar Ögonteamet 5 mars", "Ögonteamet – minnesanteckningar"."""
    title = phrase(pack, r"\b<<kind.minutes_titles>>\b").search(line.text)
    if title is None or len(line.text) > 110:
        return None
    before = line.part(0, title.start()).trimmed(" \t,;:|–—-")
    start = title.end()
    while match := phrase(pack, r"[\s:–—|-]*<<bodies.before_name>>\b").match(line.text, start):
        start = match.end()
    stop = _stop_in(line.text, start + 1, pack=pack)
    behind = line.part(start, stop.start() if stop else len(line.text)).trimmed(" \t,;:|–—-")
    found = _without_genitive(before, pack=pack) if before.text else behind
    words = found.text.split()
    named = 0 < len(words) <= 7 and words[0][:1].isupper() and not re.search(r"[\d.,:;]", found.text) and found.text.casefold() not in _known(pack)
    return found if named else None


def _without_genitive(span: Span, *, pack: LanguagePack) -> Span:
    """The name of a single word without what ties it to the title behind it: "Ögonteamets anteckningar"."""
    tied = phrase(pack, r"[\w-]+<<bodies.definite>>(<<bodies.genitive>>)").fullmatch(span.text)
    return span.part(0, tied.start(1)) if tied else span


def _meeting_named(line: Span, *, pack: LanguagePack) -> Span | None:
    """A body that is called as its meeting: "Kvalitetsmöte 1-2026", "Områdesmöte Söder, 18 mars"."""
    first = phrase(pack, rf"[^\W\d_][{LOWER}-]{{3,}}<<bodies.meeting_endings>>(?![\w-])").match(line.text)
    if first is None or len(line.text) > 110 or first[0].casefold() in _known(pack):
        return None
    stop = _stop_in(line.text, first.end(), pack=pack)
    found = line.part(0, stop.start() if stop else len(line.text)).trimmed(" \t,;:|–—-")
    words = found.text.split()
    return found if len(words) <= 6 and all(word[:1].isupper() or word.islower() for word in words) and not found.text.endswith((".", "!")) else None


def _stop_in(text: str, at: int, *, pack: LanguagePack) -> re.Match[str] | None:
    """What ends a name from a place on; the number of a unit does not ("Husrådet avd 5", but "Husrådet 5 mars")."""
    stop = phrase(pack, _STOP).search(text, at)
    while stop is not None and (numbered := phrase(pack, _UNIT).match(text, text.rfind(" ", 0, stop.start()) + 1)) is not None:
        stop = phrase(pack, _STOP).search(text, numbered.end())
    return stop


@lru_cache(maxsize=8)
def _known(pack: LanguagePack) -> frozenset[str]:
    return frozenset((*pack.all_words("kind"), *pack.all_words("facts"), *pack.all_words("sections"), *pack.words("bodies", "before_name")))


def _title_line(line: Span, found: Span) -> bool:
    return line.text.strip() == found.text


def _behind_leads(text: str, *, pack: LanguagePack) -> int:
    """Where a line goes on behind "Anteckningar från", "2/2026" and the like."""
    start, leading = 0, phrase(pack, _LEADING)
    while match := leading.match(text[start:]):
        start += match.end()
    return start


def _name_in(line: Span, *, pack: LanguagePack) -> Span | None:
    start = _behind_leads(line.text, pack=pack)
    text = line.text[start:]
    for word in re.finditer(r"[\w-]+", text):
        folded = word[0].casefold()
        owns = folded.endswith(pack.words("bodies", "genitive")) and phrase(pack, r"\s+<<bodies.name_ends>>\b").match(text, word.end()) is not None
        if not _is_noun(folded, pack=pack) and not (owns and _is_noun(folded[:-1], pack=pack)):
            continue
        before = text[: word.start()]
        bracket = re.match(r"([^()\d.,;:]{3,50})\((?=[^()]*\)$)", text.strip()) if before.rstrip().endswith("(") else None
        if bracket is not None and len(bracket[1].split()) <= 4:  # "förvaltningssamverkan (FSG)"
            return line.part(start, len(line.text)).trimmed()
        if re.search(r"[.,;:]", before) or len(before.split()) > 4:
            return None
        stop = _stop_in(text, word.end(), pack=pack)
        end = word.end() - 1 if owns else stop.start() if stop else len(text)  # "Strokerådets möte" is Strokerådet's
        sort = phrase(pack, r"(?:<<bodies.sorts>>\s+)+$").search(before)  # "lokal samverkansgrupp"
        before_start = (sort.start() if sort else word.start()) if before.strip() and not before.strip()[:1].isupper() else 0
        found = line.part(start + before_start, start + end).trimmed(" \t.,:;–-")
        return found if found.text and found.text[:1].isalpha() and len(found.text) <= 80 else None
    return None


@lru_cache(maxsize=2048)
def _is_noun(word: str, *, pack: LanguagePack) -> bool:
    """Whether a word in small letters is a noun for a body, or a compound with one."""
    nouns = pack.words("bodies", "nouns")
    stem = phrase(pack, r"<<bodies.definite>>?s?$").sub("", word, count=1)
    definites = pack.table("bodies", "definites")
    if any(len(noun) >= 5 and noun in nouns and word.endswith(definite) for noun, definite in definites.items()):
        return True
    if word in nouns or stem in nouns or any(word.endswith(n) or stem.endswith(n) for n in nouns if len(n) >= 5):
        return True
    return phrase(pack, r"\w{3,}<<bodies.noun_endings>>$").search(word) is not None


def organization_of(lines: list[Span], *, pack: LanguagePack) -> Span | None:
    """The first short line that names an organisation ("Region Nord", "Norra sjukvårdsregionen"), None where there is none."""
    for line in lines:
        cut = re.search(r"\t|\s{3,}|\s+[–—|/·•-]\s+", line.text)
        piece = line.part(0, cut.start()).trimmed() if cut is not None and cut.start() else line
        if line.block.part is Part.HEADER:
            piece = _behind_unit(piece, pack=pack)
            if phrase(pack, _SCHOOL, case=True).fullmatch(piece.text):
                return piece
        words = piece.text.split()
        if (
            not 0 < len(words) <= 6
            or re.search(r"[\d:,]", piece.text)
            or not piece.text[:1].isupper()
            or words[0] in pack.words("bodies", "no_organization")
        ):
            continue
        sent = phrase(pack, rf"\S.*\s(?:<<bodies.within>>)\s+(?=(?i:<<bodies.organization_leads>>)\s+[{UPPER}])", case=True).match(piece.text)
        if _name_in(piece, pack=pack) is not None and sent is not None:  # "Hygienrådet i Region Nord"
            piece = piece.part(sent.end(), len(piece.text))
        if _name_in(piece, pack=pack) is not None or any(word in pack.words("bodies", "before_name") for word in piece.text.split()):
            continue
        if _ends_as_one(piece.text, pack=pack):
            return piece
    return next((found for line in lines if (found := _beside_name(line, pack=pack)) is not None), None)


def _beside_name(line: Span, *, pack: LanguagePack) -> Span | None:
    """The organisation behind the body's name on one line ("Hygienrådet, Norrby sjukhus", "Hygienrådet Region Nord"), or before a unit of its own on
    a page's own line ("Norrby kommun, socialförvaltningen")."""
    first, comma, rest = line.text.partition(", ")
    if line.block.part in (Part.HEADER, Part.FOOTER) and comma and not re.search(r"[\d:.,]", rest) and _is_one(first, pack=pack):
        return line.part(0, len(first)) if len(rest.split()) <= _FEW else None
    second = rest.split(", ")[0] if comma else ""
    titled = len(first.split()) <= _LONGEST_NAME and not re.search(r"\d", first)
    if titled and _is_one(second, pack=pack) and _name_in(line.part(0, len(first)), pack=pack) is not None:
        return line.part(len(first) + len(comma), len(first) + len(comma) + len(second))
    named = phrase(pack, rf"\w*<<bodies.nouns>><<bodies.definite>>?\s+(?=(?-i:[{UPPER}]))").match(first)
    behind = first[named.end() :] if named is not None else ""
    return line.part(len(first) - len(behind), len(first)) if behind and _is_one(behind, pack=pack) else None


def _is_one(text: str, *, pack: LanguagePack) -> bool:
    """Whether a few words beginning with a capital are an organisation's name and nothing else."""
    words = text.split()
    if not 1 < len(words) <= _FEW or re.search(r"[\d:.]", text) or not text[0].isupper():
        return False
    return not any(word in pack.words("bodies", "before_name") for word in words) and _ends_as_one(text, pack=pack)


def _ends_as_one(text: str, *, pack: LanguagePack) -> bool:
    """Whether words end in an organisation's: "Region Nord", "Folktandvården Region Nord", "Norrby sjukhus"."""
    if phrase(pack, rf"(?:.*\s)?(?i:<<bodies.organization_leads>>)\s+[{UPPER}]", case=True).match(text):
        return True
    last = text.split()[-1].casefold().strip(",.")
    return any(last == end or (len(end) > 5 and last.endswith(end)) for end in pack.words("bodies", "organizations"))


def _behind_unit(piece: Span, *, pack: LanguagePack) -> Span:
    """The organisation of a page header behind its unit's name ("Bilddiagnostik, Norrby sjukhus"), no person's, room's or reader's."""
    unit, comma, rest = piece.text.rpartition(", ")
    if not comma or re.search(r"[\d:.]", unit) or not _ends_as_one(rest, pack=pack) or names_a_place(unit, pack=pack):
        return piece
    if phrase(pack, r".*(?<!\w)<<dates.to>>(?!\w)").match(unit) or is_likely_person(unit, pack=pack):
        return piece
    return piece.part(len(unit) + len(comma), len(piece.text))
