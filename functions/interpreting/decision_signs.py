"""What can be seen of a sentence that speaks for or against its being a decision: its words, its verb, its place (docs/decisions/0029)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.decision_habits import opens_with_arrow
from functions.interpreting.name_words import name_words
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import UPPER
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack

_OPENS = ("turns", "then", "answers", "after_talk", "opens_none", "we")
_HOLDS = (
    "negations", "lasting", "choosing", "deciding", "becomes", "may", "agreed", "provided", "offices",
    "reported", "thinks", "planned", "habits", "others", "counted", "states", "supposes", "chatter",
)  # fmt: skip
_TELLS = ("states", "reported", "thinks", "planned", "past", "chatter", "stands")
_COLUMNS = ("outcome_columns", "talk_columns")
_TITLES = ("told_titles", "formal_titles")
_TAGS = ("for_deciding", "for_telling")
_TAG = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]$|\s[–-]\s?([\w/]+)$")
_TOKEN = re.compile(r"\w+(?:-\w+)*")
_NAMED = re.compile(rf"(?:[{UPPER}][\w-]+\s+[{UPPER}][\w-]+|[{UPPER}]{{2,3}})(?!\w)")
_NAMING = 4  # letters; a longer word may name what was spoken of
_STEM = 3  # letters of a word with a wildcard by which it is looked up
_BRIEF, _SHORT = 4, 9
_BACK = 2  # so many sentences before may put the choice
_TALK = ("thinks", "planned", "puts_choice")


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a sentence. before: the sentences before it at the same point, the nearest last; after: the one behind it; head: the words
    over its column; goes_on: the sentence before it is a decision by rule; left: how many follow it there; alone: it is all that its line or cell
    says; decided: its point has a decision by rule; told_surely: how many sure decisions rules found for each point;
    terse: what share of the page's sentences is short;
    remark: what it tells of an earlier task ("done", "kept", "dropped"), if it is one; habits: what share of what is written in the same way
    are decisions by rule; later_line: it opens a line that is not the first of its point; last_line: that line is its last; task_next,
    task_before: the sentence behind it, the one before it, gives a task."""

    before: tuple[str, ...]
    after: str
    head: str
    goes_on: bool
    left: int
    alone: bool
    last_of_line: bool
    decided: bool
    told_surely: float
    terse: float
    remark: str
    habits: Mapping[str, float]
    later_line: bool
    last_line: bool
    task_next: bool
    task_before: bool


def signs_of(statement: Statement, setting: Setting, own: OwnBody, *, pack: LanguagePack) -> dict[str, float]:
    """The signs of a sentence by name, each what it is worth before it is weighed; those that it has not are left out."""
    text = statement.text
    tokens = _TOKEN.findall(text.casefold())
    said = words_in(tokens, pack=pack)
    signs = {"always": 1.0}
    signs.update({f"opens: {key}": 1.0 for key in _OPENS if key in said and min(said[key]) == 0})
    signs.update({key: 1.0 for key in _HOLDS if key in said})
    signs.update(_of_subject(text, said, own, pack=pack))
    signs.update(_of_verb(tokens, said, pack=pack))
    signs.update(_of_form(text, tokens, said, pack=pack))
    signs.update(_of_place(statement, setting, pack=pack))
    signs.update(_of_lead(statement, own, pack=pack))
    signs.update(_together(signs, tokens, setting, pack=pack))
    return signs


def _together(signs: Mapping[str, float], tokens: Sequence[str], setting: Setting, *, pack: LanguagePack) -> dict[str, float]:
    """What two signs say that neither says alone."""
    bare = "no verb" in signs
    opening = setting.later_line
    talk = any(not _keys_in(text, pack=pack).isdisjoint(_TALK) for text in setting.before[-_BACK:])
    now = "acts now" in signs
    told = any(key in signs for key in ("reported", "thinks", "planned", "states", "chatter", "counted"))
    ours = "body opens" in signs or "opens: we" in signs
    named = {word for text in setting.before for word in _TOKEN.findall(text.casefold()) if len(word) > _NAMING}
    return _seen({
        "behind talk": talk,
        "behind a question": bool(setting.before) and setting.before[-1].rstrip().endswith("?"),
        "later line": opening,
        "last line": opening and setting.last_line,
        "later line, acts now": opening and now,
        "later line, told": opening and told,
        "later line, behind talk": opening and talk,
        "task next": setting.task_next,
        "task next, acts now": setting.task_next and now,
        "task before": setting.task_before,
        "talk, becomes": talk and ("becomes" in signs or "may" in signs),
        "talk, negations": talk and "negations" in signs,
        "talk, lasting": talk and "lasting" in signs,
        "somebody, deciding": "somebody opens" in signs and "deciding" in signs,
        "brief, talk": len(tokens) <= _BRIEF and talk,
        "brief, later line": len(tokens) <= _BRIEF and opening,
        "names choice": talk and any(token in named for token in tokens),
        "outcome, no verb": "head: outcome_columns" in signs and bare,
        "no verb, no sentence before": bare and not setting.before,
        "negation, first": "negations" in signs and "opens: opens_none" not in signs and not setting.before,
        "outcome, alone": "head: outcome_columns" in signs and "alone" in signs,
        "body, acts now": ours and "acts now" in signs,
        "choice, acts now": "behind a choice" in signs and "acts now" in signs,
        "body, deciding": ours and "deciding" in signs,
        "agreed, negations": "agreed" in signs and "negations" in signs and "opens: opens_none" not in signs,
        "from a day, passive": "from a day" in signs and "passive" in signs,
        "office, from a day": "offices" in signs and ("from a day" in signs or "becomes" in signs or "deciding" in signs),
    })  # fmt: skip


def _of_lead(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> dict[str, float]:
    """What stands before the colon of the line: "SSK: …", "Turordning: …"."""
    if statement.lead is None or not statement.first:
        return {}
    said = words_in(_TOKEN.findall(statement.lead.text.casefold()), pack=pack)
    body = own.opens(statement.lead.text)
    return _seen({
        "lead": True,
        "lead: chooses": not body and any(key in said for key in ("choosing", "agreed", "deciding", "offices", "outcome_columns")),
        "lead: somebody": not body and _is_somebody(statement.lead.text, pack=pack),
    })  # fmt: skip


def _is_somebody(text: str, *, pack: LanguagePack) -> bool:
    first = _TOKEN.match(text)
    return _NAMED.match(text) is not None or (first is not None and name_words(pack).is_given(first[0]))


def _of_subject(text: str, said: Mapping[str, Sequence[int]], own: OwnBody, *, pack: LanguagePack) -> dict[str, float]:
    bodies = [found.start() for found in own.found(text)]
    return _seen({
        "body opens": bool(bodies) and bodies[0] == 0 and "we" not in said,
        "body within": bool(bodies) and bodies[0] > 0,
        "we within": "we" in said and min(said["we"]) > 0,
        "somebody opens": not (bodies and bodies[0] == 0) and _is_somebody(text, pack=pack),
    })  # fmt: skip


def _of_verb(tokens: Sequence[str], said: Mapping[str, Sequence[int]], *, pack: LanguagePack) -> dict[str, float]:
    endings = _endings(pack)
    finite = set(said.get("finite", ()))
    none = {*said.get("opens_none", ()), *said.get("negations", ()), *said.get("answers", ())}
    definite = {at for at, token in enumerate(tokens) if len(token) > _STEM and token.endswith(endings["definite_endings"])} - none
    long = [(at, token) for at, token in enumerate(tokens) if len(token) > _STEM + 1]
    past = {at for at, token in long if token.endswith(endings["past_endings"]) and at}
    passive = {at for at, token in long if token.endswith(endings["passive_endings"]) and (at - 1 in definite or at == 0 or at + 1 in none)}
    passive |= {at for at in finite - set(said.get("states", ())) if tokens[at].endswith(endings["passive_endings"])}
    refused = {at for at, token in enumerate(tokens) if at + 1 in none and token.endswith(endings["refused_endings"])}
    active = {at for at, token in long if token.endswith(endings["present_endings"]) and (at - 1 in definite or at - 1 in said.get("we", ()))}
    bare = not (finite or refused or past or passive or active)
    told = any(key in said for key in _TELLS)
    return _seen({
        "no verb": bare,
        "acts now": not (bare or told or past),
        "passive": bool(passive),
        "refused": bool(refused) and not told,
        "opens with its verb": 0 in passive,
    })  # fmt: skip


def _of_form(text: str, tokens: Sequence[str], said: Mapping[str, Sequence[int]], *, pack: LanguagePack) -> dict[str, float]:
    begins = pack.words("weighed", "day_begins")
    day = any(token[0].isdecimal() or token.startswith(begins) for at in said.get("from", ()) for token in tokens[at + 1 : at + 5])
    size = len(tokens)
    return _seen({
        "from a day": day,
        "share of hundred": "%" in text,
        "brief": size <= _BRIEF,
        "short": _BRIEF < size <= _SHORT,
        "small letter": text[:1].islower(),
    })  # fmt: skip


def _of_place(statement: Statement, setting: Setting, *, pack: LanguagePack) -> dict[str, float]:
    put = any("puts_choice" in _keys_in(text, pack=pack) for text in setting.before[-_BACK:])
    of_next = words_in(_TOKEN.findall(setting.after.casefold()), pack=pack)
    title = statement.item.name if statement.item is not None else ""
    of_title = words_in(_TOKEN.findall(title.casefold()), pack=pack)
    signs = _seen({
        "agreed next": "agreed" in of_next and len(setting.after.split()) <= _BRIEF and statement.first,
        "behind a choice": put,
        "first of its point": not setting.before,
        "alone": setting.alone,
        "alone at its point": not setting.before and not setting.left,
        "last of its line": setting.last_of_line and not setting.alone,
        "next to last": setting.left == 1,
        "goes on": setting.goes_on,
        "label": statement.label is not None,
        "under a report": statement.mode == "report",
        "in a cell": statement.span.block.cell is not None,
        "point decided": setting.decided,
    })  # fmt: skip
    of_column = words_in(_TOKEN.findall(setting.head.casefold()), pack=pack)
    signs.update({f"title: {key}": 1.0 for key in _TITLES if key in of_title})
    signs.update({f"head: {key}": 1.0 for key in [key for key in _COLUMNS if key in of_column][:1]})
    signs.update({f"habit: {key}": share for key, share in setting.habits.items()})
    signs.update(_seen({"arrow": opens_with_arrow(statement), f"remark: {setting.remark}": bool(setting.remark)}))
    signs.update({f"point: {key}": 1.0 for key in _TAGS if _is_tagged(title, pack.words("weighed", key))})
    signs.update({"told surely": setting.told_surely, "terse page": setting.terse})
    return signs


def _is_tagged(title: str, tags: Sequence[str]) -> bool:
    """Whether a title ends or opens with one of the words by which a page sorts its points: "Fredagar (B)", "Budget – beslut"."""
    tagged = _TAG.search(title.casefold())
    return tagged is not None and any(part in tags for part in re.split(r"[/,+ ]+", (tagged[1] or tagged[2]).strip()))


def _seen(signs: Mapping[str, bool]) -> dict[str, float]:
    return {name: 1.0 for name, there in signs.items() if there}


# ------------------------------------------------------------------ the pack's words


@lru_cache(maxsize=1024)
def _keys_in(text: str, *, pack: LanguagePack) -> frozenset[str]:
    """The keys of the pack's [weighed] of which a text has words; a sentence is looked back at by several."""
    return frozenset(words_in(_TOKEN.findall(text.casefold()), pack=pack))


def words_in(tokens: Sequence[str], *, pack: LanguagePack) -> dict[str, list[int]]:
    """Where the words of each key of the pack's [weighed] stand among small-letter tokens, in one pass; keys without any are left out."""
    whole, stems = _lexicon(pack)
    found: dict[str, list[int]] = {}
    for at, token in enumerate(tokens):
        for words, key in (*whole.get(token, ()), *stems.get(token[:_STEM], ())):
            if _stand(words, tokens, at):
                found.setdefault(key, []).append(at)
    return found


def _stand(words: Sequence[str], tokens: Sequence[str], at: int) -> bool:
    if at + len(words) > len(tokens):
        return False
    return all(token.startswith(word[:-1]) if word[-1] == "*" else token == word for word, token in zip(words, tokens[at:], strict=False))


_Entries = dict[str, list[tuple[tuple[str, ...], str]]]


@lru_cache(maxsize=8)
def _lexicon(pack: LanguagePack) -> tuple[_Entries, _Entries]:
    """The phrases by their first word, and those whose first word has any ending by its first letters."""
    whole: _Entries = {}
    stems: _Entries = {}
    for key, words in _phrases(pack):
        (stems if words[0].endswith("*") else whole).setdefault(words[0][:_STEM] if words[0].endswith("*") else words[0], []).append((words, key))
    return whole, stems


def _phrases(pack: LanguagePack) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key in dict.fromkeys((*_OPENS, *_HOLDS, *_TELLS, *_TITLES, *_COLUMNS, "from", "finite", "puts_choice")):
        for phrase in pack.words("weighed", key):
            yield key, tuple(phrase.split())


@lru_cache(maxsize=8)
def _endings(pack: LanguagePack) -> dict[str, tuple[str, ...]]:
    keys = ("past_endings", "passive_endings", "present_endings", "definite_endings", "refused_endings")
    return {key: pack.words("weighed", key) or ("\0",) for key in keys}
