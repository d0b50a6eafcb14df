"""How it stands with an earlier task by what is said of it: done, part done, kept, dropped, or only mentioned."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.interpreting.labels import folded_label
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.remainders import is_divided, is_drafted, leaves_rest, tells_of_some, tells_result
from functions.interpreting.results import is_hedged, is_to_be_ready, tells_done
from functions.languages import LanguagePack

_QUESTION = re.compile(r"[^.!?:;]*\?")
_TICK = re.compile(r"^\s*[✓✔☑☒√]|\[[xX]\]|^[xX]\s")
_EMPTY_BOX = re.compile(r"^\s*[☐□]|^\s*\[\s\]")
# A day, or the number of an earlier point ("6.7 Listan uppdaterad").
_DATED = re.compile(rf"^(?:\d{{1,2}}/\d{{1,2}}|\d{{4}}-\d\d-\d\d|\d{{6}}|\d{{1,3}}\.\d{{1,3}}\.?(?=\s+[{UPPER}]))\s*[:–-]?\s+")
_UNIT = re.compile(r"(?:^|[.;,]\s)[^.;:,]{2,30}:\s([^.;:,]+)(?=[.;,]|$)")
_PERCENT = re.compile(r"(?:^|[:|–-]\s*)(?:\w+\s)?(\d{1,3})\s?(?:%|procent\b)\s*")
# "Hon skulle ringa skolan, det är gjort", "Listan skulle anslås. Görs numera": what was to be done, and then what became of it.
_WAS_TO = r"^(?:[^.;:]*:\s)?[^.;,:]*\b<<follow_ups.was_to>>\b[^.;,]*?(?:[.;,]\s+(?:<<grammar.and>>\s+)?|\s(?=<<follow_ups.but>>\s))(?=\S)"
# "Bo rensade skåpet", "listan rensades": a verb of the past, but for those that only tell.
_PAST = rf"\b(?!<<follow_ups.talked>>\b)[{LOWER}]{{3,}}<<follow_ups.preterites>>\b"
# "Svar har ännu inte inkommit", of what was sent.
_NO_ANSWER = r"(?:^|[.;,]\s+|\s<<follow_ups.but>>\s+)<<follow_ups.answers>>\s+(?:\w+\s+){0,2}?<<follow_ups.denials|follow_ups.not_done>>\b[^.;,]*"
# "Skåpen behöver märkas om".
_ANEW = r"\b<<follow_ups.must>>\s+(?:\w+\s+)?\w+s\s+<<follow_ups.anew>>(?!\w)"
# "klar för tryck"; "avslutas när svaret har kommit"; "avskrivs inte", "hann inte avslutas".
_NEXT_STEP = r"\b<<follow_ups.ready>>\s+<<follow_ups.next_step>>(?!\w)"
_NOT_UNTIL = r"\b<<follow_ups.over_then>>\s+<<follow_ups.not_until>>(?!\w)"
_NOT_OVER = r"\b<<follow_ups.over_then>>\s+<<follow_ups.denials>>(?!\w)|\b<<follow_ups.denials>>\s+(?:\w+\s+)?<<follow_ups.over_then>>(?!\w)"
_IN_USE = r"\b<<follow_ups.in_use>>\s+(?:\w+\s+){0,2}?<<follow_ups.since_then>>\b|\b<<follow_ups.since_then>>\s+(?:\w+\s+)?<<follow_ups.in_use>>\b"


def status_of(text: str, *, task: str, pack: LanguagePack) -> str:
    """How it stands with a task: done, part_done, kept, dropped or mentioned, in a cell also new. A denial keeps it open."""
    if _TICK.search(text):
        return "done"
    if _EMPTY_BOX.search(text):
        return "kept"
    text = _DATED.sub("", _QUESTION.sub(" ", text).strip())
    in_cell = status_in_cell(text, pack=pack)
    if in_cell is not None:
        return in_cell
    was_to = phrase(pack, _WAS_TO).match(text)
    if was_to is not None:
        rest = status_of(text[was_to.end() :], task=task, pack=pack)
        return rest if rest != "mentioned" or has_happened(text[was_to.end() :], pack=pack) else "kept"
    said = _hear(_without_answer(text, pack=pack), task=task, pack=pack)
    return _over_at_once(said, pack=pack) or _in_part(said, pack=pack) or _still_open(said, pack=pack)


def _without_answer(text: str, *, pack: LanguagePack) -> str:
    """A text without what it says of an answer that has not come, where something else was sent or written and not only asked."""
    rest = phrase(pack, _NO_ANSWER).sub("", text)
    asked = words_of(pack, "follow_ups", "only_asked").search(rest) is not None
    return rest if rest != text and not asked and tells_done(rest, pack=pack) else text


@dataclass(frozen=True, slots=True)
class _Heard:
    """A text with what it says of its task. done: it is told done and only that; the others: the word that says so."""

    text: str
    folded: str
    task: str
    done: bool
    kept: re.Match[str] | None
    part: re.Match[str] | None
    undone: re.Match[str] | None
    partly: bool


def _hear(text: str, *, task: str, pack: LanguagePack) -> _Heard:
    folded = text.casefold()
    part = words_of(pack, "follow_ups", "part_done").search(folded)
    return _Heard(
        text,
        folded,
        task,
        tells_done(text, pack=pack),
        words_of(pack, "follow_ups", "kept").search(folded),
        part,
        words_of(pack, "follow_ups", "not_done").search(folded),
        part is not None and part[0].startswith(pack.words("follow_ups", "partly")),
    )


def status_in_cell(text: str, *, pack: LanguagePack) -> str | None:
    """The status that a text names by the very words of a status column."""
    cell = folded_label(text)
    told = text.casefold().strip(" .!")
    return next((status for status, words in pack.table("tables", "statuses").items() if cell in words or told in words), None)


def _over_at_once(said: _Heard, *, pack: LanguagePack) -> str | None:
    """Done, dropped or to be done anew by words that leave no doubt, or shares that are counted; None where the text must be weighed."""
    if any(phrase(pack, template).search(said.folded) for template in (_ANEW, _NOT_UNTIL, _NOT_OVER)):
        return "kept"
    if phrase(pack, _NEXT_STEP).search(said.folded):
        return "part_done"
    if _unit_by_unit(said.text, pack=pack):
        return "part_done"
    if words_of(pack, "follow_ups", "nothing_left").search(said.folded):
        return "done"
    share = _PERCENT.search(said.folded)
    if share is not None and (not said.folded[share.end() :].strip(" .") or words_of(pack, "follow_ups", "ready").match(said.folded, share.end())):
        return "done" if share[1] == "100" else "part_done"
    if said.task and words_of(pack, "follow_ups", "invites").search(said.task) and words_of(pack, "follow_ups", "accepts").search(said.folded):
        return "done"
    dropped = words_of(pack, "follow_ups", "dropped").search(said.folded)
    closed = words_of(pack, "follow_ups", "closed").search(said.folded)
    if closed and not dropped:  # "Avförs", after what was done of it
        return "dropped" if said.undone and not said.done else "done"
    if dropped and (not said.done or closed) and not words_of(pack, "follow_ups", "goes_on_later").search(said.folded):
        return "dropped"
    return None


def _in_part(said: _Heard, *, pack: LanguagePack) -> str | None:
    """Done or partly done, or kept where words for open stand before those; None where nothing is told done."""
    unanswered = _is_unanswered(said.folded, pack=pack)
    if not unanswered and (is_divided(said.text, pack=pack) or is_drafted(said.text, pack=pack)):
        return "part_done"
    if words_of(pack, "follow_ups", "open").search(said.folded) and not said.partly:
        return "kept"
    come = said.done or (said.part and not said.undone) or words_of(pack, "follow_ups", "begun").search(said.folded)
    if tells_of_some(said.folded, pack=pack) and (come or tells_result(said.folded, pack=pack)):
        return "part_done"
    if unanswered:
        return "kept"
    if said.partly:
        return "part_done"
    if not said.done:
        return None
    return "part_done" if said.part or said.kept or leaves_rest(said.folded, pack=pack) else "done"


def _still_open(said: _Heard, *, pack: LanguagePack) -> str:
    """Kept, or mentioned where nothing tells how it stands."""
    begun = words_of(pack, "follow_ups", "begun").search(said.folded)
    if said.kept or begun or said.undone or words_of(pack, "follow_ups", "reminders").search(said.folded):
        return "kept"
    if words_of(pack, "follow_ups", "still_open").search(said.folded) and not has_happened(said.text, listed=False, pack=pack):
        return "kept"
    return "kept" if is_to_be_ready(said.folded, pack=pack) else "mentioned"


def _unit_by_unit(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text tells of several by name, of which some are done and some not ("Norr: klart. Söder: pågår.")."""
    told = [status_of(found[1], task="", pack=pack) for found in _UNIT.finditer(text)]
    return len(told) > 1 and "done" in told and bool({"kept", "part_done"}.intersection(told))


def _is_unanswered(folded: str, *, pack: LanguagePack) -> bool:
    """Whether somebody only asked and nobody answered ("Har mejlat men inte fått svar")."""
    return all(words_of(pack, "follow_ups", key).search(folded) is not None for key in ("only_asked", "no_answer"))


def has_happened(text: str, *, listed: bool = True, pack: LanguagePack) -> bool:
    """Whether a text tells in any words that something happened, and nothing that is to come or that somebody only said.

    listed: it is said where earlier tasks are gone through, so that how things are ("Ligger i Teams") is a result too.
    """
    if text.rstrip().endswith("?") or is_hedged(text, pack=pack):
        return False
    if any(words_of(pack, "follow_ups", key).search(text) for key in ("yet_to_come", "only_said")):
        return False
    if phrase(pack, _IN_USE).search(text) or phrase(pack, _PAST, case=True).search(text):
        return True
    return any(words_of(pack, "follow_ups", key).search(text) for key in ("in_passing", *(("in_place",) if listed else ())))


def is_ticked(text: str) -> bool:
    """Whether a line opens with the sign that something is done."""
    return _TICK.search(text) is not None


def is_to_come(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text tells of something that is yet to be done, so that what it tells done may not be all."""
    return words_of(pack, "follow_ups", "still_to_do").search(text) is not None


def is_outcome(text: str, *, pack: LanguagePack) -> bool:
    """Whether a sentence at the point about the previous minutes tells what became of a task, and not of those minutes."""
    of_minutes = phrase(pack, r"(?<!\w)<<follow_ups.of_minutes>>(?!\w)(?!\s+<<dates.to>>\s)").search(text)  # "Brevet till nämnden" is another letter
    if of_minutes or text.rstrip().endswith("?"):
        return False
    return status_of(text, task="", pack=pack) != "mentioned" and not words_of(pack, "follow_ups", "decided").search(text)
