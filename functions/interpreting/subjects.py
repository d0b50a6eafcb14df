"""Who a clause is about: people by the name ladder, groups and the own body as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.name_words import name_words
from functions.interpreting.names import KnownPerson, Resolution, Roster, find_mentions, resolve_name
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, UPPER, alternatives, phrase, words_of
from functions.interpreting.rules import rules_for
from functions.interpreting.spans import Span, sentences_of
from functions.interpreting.told_names import names_told
from functions.languages import LanguagePack
from functions.model.minutes import Person, Quote

_DECIDED = rf"\b<<verbs.decided_that>>\s+<<grammar.that>>\s+([{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?)(?=\s[{LOWER}])"
_ELSEWHERE = rf"\s+<<verbs.from_place>>\s+[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?"
_TAGGED = re.compile(rf"(?<!\S)@(?=[{UPPER}])")  # "@Bo"
_CODES = re.compile(rf"[{UPPER}]{{2,4}}")
_CODED = rf"\s*[{UPPER}]{{2,4}}(?:\s*(?:[,;/&+]|<<verbs.joins_names>>)\s*[{UPPER}]{{2,4}})*\s*\.?\s*"
_FROM_WHERE = re.compile(rf"\s*\(([^()]{{2,40}})\)|(?:/|,\s)([{UPPER}]{{2,6}})(?![\w-])")
_WORD = re.compile(r"[^\W\d_][\w-]{4,}[nrtg]\b")


@dataclass(frozen=True, slots=True)
class Owners:
    """Who shall do it. names: full names, or a group as written; empty with choices when several people fit a mention.
    by_title: known by a title alone ("Överläkaren"), which may mean somebody else."""

    names: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    doubts: tuple[str, ...] = ()
    group: bool = False
    by_title: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """One or more mentions that stand together ("BL och AM"), as offsets in a sentence; group: no person but a group or the own body;
    either: one of them and nobody is told which ("Bo eller Cia")."""

    start: int
    end: int
    mentions: tuple[tuple[int, int], ...]
    group: bool = False
    either: bool = False


@dataclass
class Cast:
    """Everybody who may be meant in one document, and how its text names the own body. told_in_past: it tells in the past what was said."""

    people: tuple[Person, ...]
    own: OwnBody
    pack: LanguagePack
    aliases: Mapping[str, str] = field(default_factory=dict)
    acronyms: frozenset[str] = frozenset()
    introduced: tuple[str, ...] = ()
    told_in_past: bool = False
    _introduced_by: dict[int, int] = field(default_factory=dict)
    _rosters: dict[int, Roster] = field(default_factory=dict)
    _named_in: dict[int, tuple[str, ...]] = field(default_factory=dict)
    # Several finders ask about the same sentence.
    _subjects: dict[tuple[str, int], list[Subject]] = field(default_factory=dict)
    _resolved: dict[tuple[str, int], Resolution] = field(default_factory=dict)
    _titles: dict[str, tuple[str, ...]] | None = None

    @classmethod
    def of(cls, layout: Layout, people: tuple[Person, ...], own: OwnBody, *, aliases: Mapping[str, str], pack: LanguagePack) -> Cast:
        """Gather the roster, the people introduced by full name, and whom each item names."""
        told = names_told(layout, tuple(p.name for p in people), pack=pack)
        acronyms = frozenset(p.affiliation for p in people if p.affiliation and p.affiliation.isupper()) | frozenset(own.acronyms)
        return cls(people, own, pack, aliases, acronyms, told.introduced, False, told.so_far, {}, told.here)

    def roster(self, item: ItemText | None) -> Roster:
        """The attendance list as the name ladder takes it, with the people introduced up to this item."""
        count = self._introduced_by.get(id(item), len(self.introduced))
        if count not in self._rosters:
            known = tuple(KnownPerson(p.name, p.role, p.initials, p.attendance, p.affiliation) for p in self.people)
            self._rosters[count] = Roster(known, self.introduced[:count], self.aliases, self.acronyms)
        return self._rosters[count]

    def resolve(self, mention: str, *, item: ItemText | None) -> Resolution:
        """Whom a mention means, given what its item already names."""
        key = (mention, id(item))
        if key not in self._resolved and words_of(self.pack, "verbs", "first_person").fullmatch(mention):
            writers = tuple(person.name for person in self.people if person.role == "secretary" and person.attendance != "absent")
            self._resolved[key] = Resolution(writers, "role") if len(writers) == 1 else Resolution((), "role", "role_unknown")
        if key not in self._resolved and mention.casefold() in self._by_title():
            holders = self._by_title()[mention.casefold()]
            self._resolved[key] = Resolution(holders, "role") if len(holders) == 1 else Resolution(holders, "ambiguous", "role_ambiguous")
        if key not in self._resolved:
            named = self._named_in.get(id(item), ()) if item is not None else ()
            found = resolve_name(mention, roster=self.roster(item), pack=self.pack, named_here=named)
            if found.doubt == "initials_unknown":  # somebody who is named in full further down
                found = resolve_name(mention, roster=self.roster(None), pack=self.pack, named_here=named)
            self._resolved[key] = found
        return self._resolved[key]

    # -------------------------------------------------------------- subjects

    def subjects(self, text: str, *, item: ItemText | None) -> list[Subject]:
        """The people and groups of a sentence that may be a subject, in order, those joined by "och" or a comma as one."""
        key = (text, id(item))
        if key not in self._subjects:
            self._subjects[key] = self._find_subjects(text, item=item)
        return self._subjects[key]

    def _find_subjects(self, text: str, *, item: ItemText | None) -> list[Subject]:
        spans: list[tuple[int, int, bool]] = []
        text = _TAGGED.sub(" ", text)
        for mention in find_mentions(text, roster=self.roster(item), pack=self.pack):
            found = self.resolve(mention.text, item=item)
            known = found.kind in ("person", "external", "role", "ambiguous") and (found.names or found.kind in ("ambiguous", "role"))
            if known or (found.doubt == "name_unknown" and name_words(self.pack).is_given(mention.text)):
                spans.append((mention.start, mention.end, False))
        for word in _WORD.finditer(text) if self._by_title() else ():
            apart = all(word.end() <= a or word.start() >= b for a, b, _ in spans)
            # "chefläkaren Bo Alm" is named beside the title.
            if word[0].casefold() in self._by_title() and apart and not any(text[word.end() : a] in (" ", ", ") for a, _, _ in spans):
                elsewhere = phrase(self.pack, _ELSEWHERE, case=True).match(text, word.end())  # "Verksamhetschefen i Norrby" may be another one
                spans.append((word.start(), elsewhere.end() if elsewhere else word.end(), elsewhere is not None))
        spans += [(*word.span(), False) for word in words_of(self.pack, "verbs", "first_person").finditer(text)]
        taken = [(a, b) for a, b, _ in spans]
        for match in self._groups_in(text):
            if self._is_initials_beside(match, spans, text, item=item):  # "HO och CD": letters beside another's initials are initials
                spans.append((match.start(), match.end(), False))
                taken.append(match.span())
                continue
            beside = text[: match.start()].endswith("/") and any(b == match.start() - 1 for _, b in taken)  # "Bo Alm/NS": where Bo is from
            if not beside and all(match.end() <= a or match.start() >= b for a, b in taken):
                spans.append((match.start(), match.end(), True))
        named = phrase(self.pack, _DECIDED, case=True).search(text)
        if named and all(named.end() <= a or named.start(1) >= b for a, b, _ in spans):  # "beslutar att Ailue kontaktar …": nobody known
            spans.append((*named.span(1), True))
        return _joined(sorted(spans), text, pack=self.pack)

    def coded(self, line: Span, *, item: ItemText | None) -> Owners | None:
        """The people of a cell for names that holds nothing but initials; None where it holds more, or letters that nobody has alone."""
        codes = list(_CODES.finditer(line.text)) if phrase(self.pack, _CODED, case=True).fullmatch(line.text) else []
        known = [found.names if found.kind in ("person", "role") else () for found in (self.resolve(code[0], item=item) for code in codes)]
        holders = [names or self._holders(code[0]) for names, code in zip(known, codes, strict=True)]
        if all(known) or any(len(found) != 1 for found in holders):
            return None  # those that the ladder knows need no help
        return Owners(tuple(dict.fromkeys(found[0] for found in holders)), tuple(line.part(*code.span()).quote() for code in codes))

    def _holders(self, code: str) -> tuple[str, ...]:
        """Who has these letters as the initials of all names."""
        parts = ((person.name, re.split(r"[\s-]", person.name)) for person in self.people)
        return tuple(name for name, words in parts if code == "".join(word[0] for word in words if word[:1].isupper()))

    def _is_initials_beside(self, match: re.Match[str], spans: list[tuple[int, int, bool]], text: str, *, item: ItemText | None) -> bool:
        """Whether letters that elsewhere mean an organisation stand joined with somebody's initials, and are those of one person here."""
        if self.resolve(match[0], item=item).doubt != "initials_acronym":
            return False
        codes = [(a, b) for a, b, group in spans if not group and text[a:b].isupper()]
        gaps = [text[b : match.start()] for _, b in codes if b <= match.start()] + [text[match.end() : a] for a, _ in codes if a >= match.end()]
        holders = self._holders(match[0])
        if len(holders) != 1 or not any(phrase(self.pack, _BETWEEN).fullmatch(gap) for gap in gaps):
            return False
        self._resolved[match[0], id(item)] = Resolution(holders, "person")
        return True

    def _from_there(self, names: tuple[str, ...], behind: str) -> str | None:
        """The one of several of a name whom the list has from where the text behind says; None where it says nothing or does not settle it."""
        told = _FROM_WHERE.match(behind)
        whence = (told[1] or told[2]).casefold() if told else None
        fit = [p.name for p in self.people if p.name in names and whence and whence in ((p.affiliation or "").casefold(), (p.title or "").casefold())]
        return fit[0] if len(fit) == 1 else None

    def _by_title(self) -> dict[str, tuple[str, ...]]:
        """Who has the title that a definite word names: "servicechefen" for "Bo Alm, servicechef"; roles of the meeting are the ladder's."""
        if self._titles is None:
            held = {person.role for person in self.people if person.role}  # "kassör" is a role that nobody has been given by the list
            roles = {word for word, role in name_words(self.pack).roles.items() if role in held}
            holders: dict[str, list[str]] = {}
            for person in self.people:
                told = [(quote.text or "").casefold() for quote in person.quotes[1:]]
                presents = [word for word in told if word in self.pack.words("roster", "presenter_words")]
                for title in (*phrase(self.pack, r"\s*(?:,|/|\b<<grammar.and>>\b)\s*").split((person.title or "").casefold()), *presents):
                    if re.fullmatch(rf"[{LOWER}-]{{5,}}", title) and title not in roles:
                        holders.setdefault(_definite(title, pack=self.pack), []).append(person.name)
            for word, names in holders.items():  # "enhetschef ortopeden" may be meant by "Enhetschefen" as well
                names += [
                    p.name for p in self.people for opening in (p.title or "").casefold().split()[:1] if _definite(opening, pack=self.pack) == word
                ]
            self._titles = {word: tuple(dict.fromkeys(names)) for word, names in holders.items() if word not in roles}
        return self._titles

    def _groups_in(self, text: str) -> Iterator[re.Match[str]]:
        """What names a group, in order; where several kinds begin at one place, the first of them."""
        named, other = _group_patterns(self.pack)
        at = 0
        while named_here := [found for search in (named.search, self.own.first_in, other.search) if (found := search(text, at))]:
            first = min(named_here, key=re.Match.start)
            yield first
            at = first.end()

    def owners_of(self, subject: Subject, sentence: Span, *, item: ItemText | None) -> Owners:
        """Who the subject is: full names; a group as written; nobody, with the choices, when several people fit."""
        names: list[str] = []
        quotes: list[Quote] = []
        choices: list[tuple[str, tuple[str, ...]]] = []
        doubts: list[str] = []
        by_title = False
        for start, end in subject.mentions:
            span = sentence.part(start, end)
            quotes.append(span.quote())
            if subject.group:
                names.append(span.text)
                continue
            found = self.resolve(span.text, item=item)
            by_title = by_title or span.text.casefold() in self._by_title()
            if len(found.names) == 1 and found.kind != "ambiguous":
                names.append(found.names[0])
                if found.doubt:
                    doubts.append(found.doubt)
            elif found.names and (meant := self._from_there(found.names, sentence.text[end:])) is not None:
                names.append(meant)  # "Anna (ÖS)"
            elif found.names:
                choices.append((span.text, found.names))
                doubts.append("owner_ambiguous")
            elif words_of(self.pack, "verbs", "first_person").fullmatch(span.text):
                doubts.append("owner_unknown")  # nobody is told to have written these minutes
            elif found.doubt in ("name_unknown", "role_unknown"):  # a given name that nobody on the list has, a role that nobody holds: as written
                names.append(span.text)
                doubts.append("owner_unknown")
        if subject.either and len(set(names)) > 1:
            choices.append((sentence.part(subject.start, subject.end).text, tuple(dict.fromkeys(names))))
            doubts.append("owner_ambiguous")
        if choices:
            names = []  # never half an answer
        return Owners(tuple(dict.fromkeys(names)), tuple(quotes), tuple(choices), tuple(dict.fromkeys(doubts)), subject.group, by_title)


@lru_cache(maxsize=8)
def _group_patterns(pack: LanguagePack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What names a group in a sentence beside the own body: before it "alla" with a noun and the pack's words, behind it organisations."""
    starts = alternatives(pack.words("verbs", "group_starts"))
    verbs = alternatives(word.split()[0] for rule in rules_for(pack, kinds=("action",)) for word in rule.words)
    groups, behind = alternatives(pack.words("names", "groups")), alternatives(pack.words("verbs", "behind_acronym"))
    inner = alternatives(pack.words("bodies", "inner_acronyms"))
    endings, words = (
        alternatives(pack.words("verbs", "group_endings")),
        alternatives((*pack.words("verbs", "group_words"), *pack.words("verbs", "outer_bodies"))),
    )
    ending = rf"[{UPPER}{LOWER}][\w-]{{0,30}}{endings}(?![\w-])|(?i:{words})(?!\w)"
    mixed = rf"[{UPPER}][{LOWER}]{{1,2}}[{UPPER}]{{1,2}}(?![\w-])"
    acronym = rf"{mixed}|[{UPPER}]{{2,6}}(?:\s+(?:{inner}|[{LOWER}]{{4,}}(?=\s+{behind})))?(?![\w-])|{inner}(?=\s)"
    several = rf"(?i:{starts}\s+(?!{verbs}\b)[{LOWER}]+(?=\s+{verbs}\b))"  # "Alla sjukhus utser", not "Alla utser"
    named = rf"(?<![\w-])(?:{several}|(?i:{groups})(?!\w))"
    return re.compile(named), re.compile(rf"(?<![\w-])(?:{ending}|(?i:{starts}\s+[{LOWER}]+)(?!\w)|{acronym})")


def _definite(title: str, *, pack: LanguagePack) -> str:
    """A title's definite form: "chef" → "chefen", "läkare" → "läkaren", "föredragande" → "föredraganden", "sköterska" → "sköterskan"."""
    endings = pack.table("names", "definite")
    return title + next((added for end, added in endings.items() if end and title.endswith(end)), str(endings.get("", "")))


_EITHER = r"(?:\s*\([^()]*\))?,?\s+<<grammar.or>>\s+"
_BETWEEN = r"\s*(?:,|/|&|\+|(?:,\s*)?<<verbs.joins_names>>(?=\s))\s*"


def _joined(spans: list[tuple[int, int, bool]], text: str, *, pack: LanguagePack) -> list[Subject]:
    subjects: list[Subject] = []
    joint = phrase(pack, rf"(?:\s*\([^()]*\))?{_BETWEEN}", case=True)
    either = phrase(pack, _EITHER)
    for start, end, group in spans:
        if subjects and subjects[-1].group == group:
            between = text[subjects[-1].end : start]
            one_of = not group and either.fullmatch(between) is not None
            if one_of or joint.fullmatch(between):
                last = subjects.pop()
                subjects.append(Subject(last.start, end, (*last.mentions, (start, end)), group, last.either or one_of))
                continue
        subjects.append(Subject(start, end, ((start, end),), group))
    return subjects


def presenters_of(item: ItemText, cast: Cast, *, pack: LanguagePack) -> tuple[str, ...]:
    """Who presents an item: its presenter's cell, a line that is only names, or "Namn informerar" at its start."""
    found: list[str] = []
    lines: Iterable[Span] = [*([item.presenter] if item.presenter else []), *(line.span for line in item.lines[:2] if line.column == "note")]
    verbs = words_of(pack, "verbs", "presents")
    for position, span in enumerate(lines):
        if not (item.presenter is not None and position == 0):
            # A presenter stands at the beginning, or the line is only names: its first sentence tells.
            span = next(sentences_of(span, pack=pack), span)
            span = span.part(0, min(len(span.text), 400))
        subjects = [s for s in cast.subjects(span.text, item=item) if not s.group]
        if not subjects:
            continue
        first = subjects[0]
        rest = span.text[: first.start] + span.text[first.end :]
        alone = len(phrase(pack, r"[\W\d_]+|<<verbs.beside_presenter>>").sub("", rest)) == 0
        tells = first.start == 0 and verbs.match(span.text[first.end :].lstrip(" ,"))
        if alone or tells or (item.presenter is not None and position == 0):
            found += [n for s in subjects[: 1 if tells else None] for n in cast.owners_of(s, span, item=item).names]
            break
    return tuple(dict.fromkeys(found))
