"""Names on an attendance list: where one begins and ends in a line, and what is an organisation's name instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import LOWER, UPPER, alternatives, phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_CAP = f"[{UPPER}]"
NAME_WORD = rf"(?:{_CAP}\w?\.|{_CAP}[\w'’]*(?:-{_CAP}[\w'’]*)*)"
# Before a name, none of it: a box, a cross, the line's number, the person's initials.
_LEAD_MARK = re.compile(r"\s*(?:(?P<there>[☒☑✓✔✗✘]|\[[xX]\]|\([xX]\)|[xX](?=[ \t]))|(?P<away>[☐□]|\[\s?\]))\s*")
_LEAD_NUMBER = re.compile(rf"\s*\d{{1,2}}[.)]\s*(?={_CAP})")
_LEAD_CODE = re.compile(
    rf"\s*(?:(?P<held>[(\[])\s?)?(?P<code>{_CAP}[{UPPER}{LOWER}]?{_CAP}{{1,2}}[{LOWER}]?)(?(held)\s?[)\]])\s*(?:[=:–-]\s*|\(|\s\(?|(?(held)|(?!)))(?={_CAP}[{LOWER}])"
)
_TITLES = (
    r"(?:(?:(?:<<names.titles|roster.before_names>>|[\w-]{0,30}<<names.title_endings>>|[\w-]{3,30}<<roster.definite_titles>>)\.?,?"
    r"|<<grammar.and>>|/)[ \xa0]+){1,5}"
    rf"(?={_CAP})"
)
_ACRONYM = re.compile(rf"(?<!\w)(?:{_CAP}{{2,}}|{_CAP}[{LOWER}]{_CAP})(?!\w)")


@lru_cache
def _name_pattern(pack: LanguagePack) -> re.Pattern[str]:
    particles = alternatives(pack.words("names", "particles"))
    titles = alternatives(pack.words("roster", "before_names"))
    nickname = rf"[\"”“]{NAME_WORD}[\"”“][ \xa0]+"  # 'Carl-Johan "Calle" Munther'
    return re.compile(rf"(?:(?i:{titles})\.?\s+)?({NAME_WORD}(?:[ \xa0]+(?:{particles}[ \xa0]+|{nickname})*{NAME_WORD}){{0,4}})")


@lru_cache(maxsize=4096)
def full_name_like(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text is two to five capitalised words and nothing else, none of them an organisation's."""
    text = uncapped(text, pack=pack)
    match = _name_pattern(pack).fullmatch(text.strip())
    if match is None or set(match[1].casefold().split()).intersection(pack.words("roster", "title_words")):
        return False
    return len(text.split()) >= 2 and not _ACRONYM.search(text) and not is_organisational(text, pack=pack)


def is_likely_person(name: str, *, pack: LanguagePack) -> bool:
    """Whether a full name is borne out by a common given name or a surname's ending."""
    words = name_words(pack)
    first, *rest = name.split() or [""]
    if len(first) > 2 and first.isalpha() and first.isupper() and rest and not rest[-1].isupper():
        return False  # "SPF Seniorerna Vallby-Hult"
    if words.is_given(first) or any(words.is_given(part) for part in first.split("-")):
        return True
    return bool(rest) and any(
        rest[-1].casefold().endswith(end) and len(rest[-1]) >= max(4, len(end)) for end in words.surname_endings if len(end) > 2
    )


def is_given_alone(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text is a common given name, alone or with a letter or two of the surname ("Peter B")."""
    match = re.fullmatch(rf"\s*({NAME_WORD})(?:\s+{_CAP}\w?\.?)?\s*", text)
    return match is not None and name_words(pack).is_given(match[1])


def uncapped(name: str, *, pack: LanguagePack) -> str:
    """A name with its surname as written in capitals ("NORIN Helga"), as other lists write it; an organisation's letters stay as they are."""
    words, known = name.split(), name_words(pack)
    if len(words) > 3 or not any(known.is_given(word) for word in words):
        return name
    return " ".join(w.capitalize() if len(w) > 2 and w.isupper() and w not in known.acronyms else w for w in words)


def is_organisational(text: str, *, pack: LanguagePack) -> bool:
    """Whether a word of the text is an organisation's or a body's."""
    words = [w.casefold().strip(".,") for w in re.split(r"[\s-]+", text)]
    return any(is_organisation_word(w, pack=pack) for w in words)


@lru_cache(maxsize=2048)
def is_organisation_word(word: str, *, pack: LanguagePack) -> bool:
    """Whether a word in small letters is an organisation's or a body's."""
    nouns = pack.words("bodies", "nouns")
    return (
        word in nouns
        or word in pack.words("bodies", "organizations")
        or word.rstrip("s") in nouns
        or word.endswith(pack.words("bodies", "organization_endings"))
    )


def turned(first: Span, *, pack: LanguagePack) -> tuple[Span, str] | None:
    """The name of a surname-first line, and the same with the given name first."""
    match = re.match(rf"({NAME_WORD}(?: {NAME_WORD})?)\s*,\s*({NAME_WORD})(?=\s*(?:$|[,;(\t–-])|\s+[{LOWER}])", first.text)
    if match:
        return first.part(0, match.end()), uncapped(f"{match[2]} {match[1]}", pack=pack)
    name = name_of(first, pack=pack)
    if name is None or len(name.text.split()) < 2:
        return None
    *surnames, given = name.text.split()
    return name, uncapped(" ".join([given, *surnames]), pack=pack)


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before the name on a line: present for a cross or a ticked box, its initials, and where the name may begin."""

    present: bool | None
    initials: str | None
    end: int


def lead_of(text: str) -> Lead:
    """The marks before a name: "☒", "x", "1.", "HN =", "(HN)". The letters are initials only where they are those of the name behind them."""
    at = 0
    present = initials = None
    if (mark := _LEAD_MARK.match(text)) and mark.end() < len(text):
        present, at = mark["there"] is not None, mark.end()
    if number := _LEAD_NUMBER.match(text, at):
        at = number.end()
    if code := _LEAD_CODE.match(text, at):
        own = is_code(code["code"], text[code.end() : code.end() + 60])
        if own or code["held"]:
            initials, at = code["code"] if own else None, code.end()
    return Lead(present, initials, at)


def is_code(text: str, name: str) -> bool:
    """Whether "MG" or "BSt" is the person's own initials rather than an organisation's."""
    if not re.fullmatch(rf"{_CAP}[{UPPER}{LOWER}]{{1,3}}", text) or not re.search(rf"{_CAP}.*{_CAP}", text):
        return False
    firsts = [w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    capitals = re.findall(_CAP, text)
    return len(firsts) >= 2 and capitals[0] == firsts[0] and capitals[-1] in firsts[1:]


def _titles_before(text: str, at: int, *, pack: LanguagePack) -> int:
    """Where the name begins behind titles ("Verksamhetschef Helga Norin"); the place itself where none stand there or no full name follows."""
    match = phrase(pack, _TITLES).match(text, at)
    behind = _name_pattern(pack).match(text, match.end()) if match else None
    if match is None or behind is None or len(behind[1].split()) < 2:
        return at
    the_one = match[0].split()[-1].casefold().endswith(pack.words("roster", "definite_titles"))  # "Kuratorn Shirin Daneshvar": some person
    likely = is_likely_person(behind[1], pack=pack) or (the_one and not is_organisational(behind[1], pack=pack))
    return match.end() if likely else at


def name_of(span: Span, *, pack: LanguagePack) -> Span | None:
    """The name that the span begins with, without what is glued to it; None where it begins with none."""
    place = _place_of_name(span.text, pack)
    return span.part(*place).trimmed() if place is not None else None


@lru_cache(maxsize=4096)
def _place_of_name(line: str, pack: LanguagePack) -> tuple[int, int] | None:
    """Where in a line the name stands that it begins with. Asked of one line by all that look for people."""
    match = _name_pattern(pack).match(line, _titles_before(line, lead_of(line).end, pack=pack))
    if match is None:
        return None
    start, end = match.span(1)
    text = line[start:end]
    glued = re.search(rf"-(?=[{LOWER}])", line[start : end + 40])
    if glued and " " in text and start + glued.start() <= end:
        end = start + glued.start()
        text = line[start:end]
    text, end = _cut_glued_organisation(text, start, behind=re.split(r"[,;(\t]", line[end:])[0], pack=pack)
    text, end = _cut_caps(text, start)
    text, end = _cut_workplace(text, start, pack=pack)
    behind = re.match(r"\s+([^\W\d_]+)", line[end : end + 40])
    if behind and len(text.split()) > 2 and behind[1].islower() and is_organisation_word(behind[1], pack=pack):  # "Eva Ek Falstad sjukhus"
        text = text.rsplit(None, 1)[0]
        end = start + len(text)
    following = line[end : end + 1]
    words = text.split()
    if (
        not words
        or words[0] in pack.words("bodies", "no_organization")  # "Från Barn- och ungarådet"
        or is_organisational(text, pack=pack)
        or (len(words) == 1 and (following.strip() not in ("", ",", "(", "-", "–", "\t") or len(line.split()) > 6))
    ):
        return None
    if len(words) == 1 and (re.match(rf"\s+[{LOWER}]", line[end:]) or not name_words(pack).is_given(words[0])):
        return None
    labels = _list_labels(pack)
    if text.casefold() in labels or words[0].casefold() in labels:  # "Frånvarande Cia Dahl"
        return None
    return start, end


@lru_cache(maxsize=8)
def _list_labels(pack: LanguagePack) -> frozenset[str]:
    """The words above lists of people, which are no names."""
    return frozenset(word for key in ("present", "absent", "guest", "adjunct") for word in pack.words("sections", key))


def _cut_glued_organisation(text: str, start: int, *, behind: str, pack: LanguagePack) -> tuple[str, int]:
    """ "Bo Berg-Region Halland": the hyphen parts a name from an organisation, not two surnames."""
    for hyphen in re.finditer("-", text):
        head, tail = text[: hyphen.start()], text[hyphen.end() :]
        absent = any(tail.casefold().startswith(w) for w in pack.words("roster", "absent"))
        if " " in head and (absent or is_organisational(tail + behind, pack=pack) or re.match(rf"{_CAP}{{2,}}\b", tail)):
            return head, start + len(head)
    return text, start + len(text)


def _cut_caps(text: str, start: int) -> tuple[str, int]:
    """An organisation's acronym behind the name is no surname: "Almén Mai HSO", "Cia Dahl FoU"."""
    match = re.search(rf"\s+(?:{_CAP}{{2,}}|{_CAP}[{LOWER}]{_CAP})$", text)
    if match and len(text.split()) > 2:
        text = text[: match.start()]
    return text, start + len(text)


def _cut_workplace(text: str, start: int, *, pack: LanguagePack) -> tuple[str, int]:
    """Where somebody works is no surname: "Bo Alm Björkskolan", "Cia Gymnasiet"."""
    first, *rest = text.split()
    known = len(rest) > 1 or name_words(pack).is_given(first)
    if rest and known and rest[-1].casefold().endswith(pack.words("roster", "workplaces")):
        text = text.rsplit(None, 1)[0]
    return text, start + len(text)
