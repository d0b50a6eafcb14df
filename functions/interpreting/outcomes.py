"""How it stands with an earlier task by what is said of it: done, part done, kept, dropped, or only mentioned."""

from __future__ import annotations

import re

from functions.interpreting.headings import folded_label
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.languages import LanguagePack

# "Bo har tillskrivit nämnden": done, unless it was only begun or planned.
_PERFECT = r"\b<<follow_ups.have>>\s+(?:<<follow_ups.since>>\s+)?(?!<<follow_ups.not_finished>>\b)<<follow_ups.finished>>\b"
# The same with the doer behind "har" ("Därmed har Bo skickat listan", "det har nu också Cia gjort").
_TURNED = (
    rf"\b<<follow_ups.have>>\s+(?:<<follow_ups.since>>\s+){{0,2}}(?:[{UPPER}][\w-]*\s+(?:<<grammar.and>>\s+)?){{1,4}}(?:<<follow_ups.since>>\s+)?"
    r"(?!<<follow_ups.not_finished>>\b)<<follow_ups.finished>>\b"
)
# "Rampen är lagad", "mejlet skickades", and without a verb before it at the start of what is said: "Äskande: inlämnat 18/3", "Kontaktade, ja".
# Before a colon it may be the noun that something is told of ("Transport: bokas i maj"), unless the answer stands behind it ("Kontaktade: ja").
_RESULT = r"\b<<follow_ups.became>>\s+(?:\w+\s+){0,2}?(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>\b"
_HAPPENED = r"\b(?!<<follow_ups.talked>>\b)<<follow_ups.happened>>\b"
_BARE = (
    r"(?:^|[:|–→,.(]\s*|\s[-–]\s)(?:<<follow_ups.since>>\s+|<<follow_ups.whole>>\s+){0,2}"
    r"(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>(?=\s*(?:$|[.,;!()]|:\s*(?:$|\d|<<follow_ups.yes|follow_ups.when>>(?!\w))|<<follow_ups.when>>(?!\w)|\d))"
)
_DID = rf"(?:^|[:|–→(]\s*)(?:[{UPPER}][\w-]*[ .]+){{1,3}}(?!<<follow_ups.talked>>\b)[{LOWER}]+<<follow_ups.past_endings>>\b"
# "Bytt leverantör", "Fått svar": what has been done, at the start of what is said.
_FIRST = r"^(?!<<follow_ups.not_participles|follow_ups.not_finished>>\b)<<follow_ups.first_supines>>\s+\w{2}"
# "Bo rensade skåpet", "listan rensades": a verb of the past, but for those that only tell.
_PAST = rf"\b(?!<<follow_ups.talked>>\b)[{LOWER}]{{3,}}<<follow_ups.preterites>>\b"
# "två av tre", not "31 av 31".
_SOME_OF = r"\b(\d+|<<dates.numbers>>)\s+(?:[^\W\d_]{3,}\s+)?<<follow_ups.out_of>>\s+(?:<<follow_ups.whole>>\s+)?(?!\1\b)(?:\d+|<<dates.numbers>>)\b"
# "Om filmen är inspelad", "När planen är klar skickas den": not yet, unless it has happened now ("När Bo nu har skrivit …").
_CONDITION = r"^(?:<<follow_ups.conditions>>)\s(?!(?:[^.,;]{0,40}\s)?<<follow_ups.by_now>>\s<<follow_ups.have>>\b)"
_QUESTION = re.compile(r"[^.!?:;]*\?")
# "Pegeln vid bron lagad", "Mätningen gjord": a note without a verb, about a thing that is known.
_NOTED = (
    r"^(?!.*\b<<follow_ups.finite>>\b)(?:(?:[^.;:]*\s)?\w+<<follow_ups.definite_endings>>\s(?:\w+\s){0,3}?|\w{4,}\s(?:\w+\s)?)"
    r"(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>(?=\s*(?:$|[.,;()]|<<follow_ups.when>>(?!\w)|\d))"
)
_TICK = re.compile(r"^\s*[✓✔☑☒√]|\[[xX]\]|^[xX]\s")
_EMPTY_BOX = re.compile(r"^\s*[☐□]|^\s*\[\s\]")
# "två av stränderna", "Skylten: ja, i går".
_SOME_OF_THEM = r"\b(?:\d+|<<dates.numbers>>)\s+<<follow_ups.out_of>>\s+(?:<<follow_ups.the_plural>>\s+)?\w+<<follow_ups.plural_endings>>\b"
_YES = r"[:|–→-]\s+<<follow_ups.yes>>\s*(?:$|[,.!;])"
_DATED = re.compile(r"^(?:\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d|\d{6})\s*[:–-]?\s+")
# "Ranby klar, Torpa inte", "inspelad, ska klippas": the rest is not.
_REST = r",\s+(?:\w+\s+){0,2}<<follow_ups.not_done|follow_ups.left>>\s*(?:$|[.;])|,\s+(?:<<follow_ups.but>>\s+)?<<follow_ups.must>>\s+\w+s\b"
# "levererad, ej installerad", "slängda men inte beställda på nytt", "60 % klart": the rest is not done.
_NOT_ALL = r"(?:,|;|\.|\s<<follow_ups.but>>)\s+(?:\w+\s+){0,2}<<follow_ups.denials>>\s+(?:\w+\s+){0,2}?<<follow_ups.when|follow_ups.participles>>\b"
_UNIT = re.compile(r"(?:^|[.;,]\s)[^.;:,]{2,30}:\s([^.;:,]+)(?=[.;,]|$)")
_PERCENT = re.compile(r"(?:^|[:|–-]\s*)(?:\w+\s)?(\d{1,3})\s?(?:%|procent\b)\s*")
# "Hon skulle ringa skolan, det är gjort", "Listan skulle anslås. Görs numera": what was to be done, and then what became of it.
_WAS_TO = r"^(?:[^.;:]*:\s)?[^.;,:]*\b<<follow_ups.was_to>>\b[^.;,]*?(?:[.;,]\s+(?:<<grammar.and>>\s+)?|\s(?=<<follow_ups.but>>\s))(?=\S)"
# "klart senast 1 maj", "färdig till nästa möte".
_LIMITED = r"\b<<follow_ups.ready>>\s+(?:\w+\s+)?<<follow_ups.by_when>>\b"
_ALMOST = r"\b<<follow_ups.not_quite>>$"
_ANY_RESULT = r"\b(?:(?!<<follow_ups.not_participles>>\b)<<follow_ups.participles>>|<<follow_ups.ready>>)(?!\w)"
_IN_USE = r"\b<<follow_ups.in_use>>\s+(?:\w+\s+){0,2}?<<follow_ups.since_then>>\b|\b<<follow_ups.since_then>>\s+(?:\w+\s+)?<<follow_ups.in_use>>\b"
_DENIED_BEFORE = 2
_DENIED_WITHIN = 4


def status_of(text: str, *, task: str, pack: LanguagePack) -> str:
    """How it stands with a task: done, part_done, kept, dropped or mentioned, in a cell also new. A denial keeps it open."""
    if _TICK.search(text):
        return "done"
    if _EMPTY_BOX.search(text):
        return "kept"
    text = _DATED.sub("", _QUESTION.sub(" ", text).strip())
    cell = folded_label(text)
    for status, words in pack.table("tables", "statuses").items():
        if cell in words or text.casefold().strip(" .!") in words:
            return status
    was_to = phrase(pack, _WAS_TO).match(text)
    if was_to is not None:
        rest = status_of(text[was_to.end() :], task=task, pack=pack)
        return rest if rest != "mentioned" or has_happened(text[was_to.end() :], pack=pack) else "kept"
    if _unit_by_unit(text, pack=pack):
        return "part_done"
    folded = text.casefold()
    if words_of(pack, "follow_ups", "nothing_left").search(folded):
        return "done"
    share = _PERCENT.search(folded)
    if share is not None and (not folded[share.end() :].strip(" .") or words_of(pack, "follow_ups", "ready").match(folded, share.end())):
        return "done" if share[1] == "100" else "part_done"
    dropped = words_of(pack, "follow_ups", "dropped").search(folded)
    kept = words_of(pack, "follow_ups", "kept").search(folded)
    part = words_of(pack, "follow_ups", "part_done").search(folded)
    undone = words_of(pack, "follow_ups", "not_done").search(folded)
    main = phrase(pack, r",\s+<<verbs.relative_clause>>\b").split(folded)[0]
    some = any(phrase(pack, template).search(main) is not None for template in (_SOME_OF, _SOME_OF_THEM))
    said = words_of(pack, "follow_ups", "reminders").sub(" ", text)
    done = (_affirmed(said.casefold(), pack=pack) or _told_done(said, pack=pack)) and not is_hedged(text, pack=pack)
    if task and words_of(pack, "follow_ups", "invites").search(task) and words_of(pack, "follow_ups", "accepts").search(folded):
        return "done"
    closed = words_of(pack, "follow_ups", "closed").search(folded)
    if closed and not dropped:  # "Avförs", after what was done of it
        return "dropped" if undone and not done else "done"
    if dropped and (not done or closed) and not words_of(pack, "follow_ups", "goes_on_later").search(folded):
        return "dropped"
    if words_of(pack, "follow_ups", "open").search(folded) and not (part and part[0].startswith(pack.words("follow_ups", "partly"))):
        return "kept"
    if some and (done or (part and not undone) or words_of(pack, "follow_ups", "begun").search(folded) or phrase(pack, _ANY_RESULT).search(folded)):
        return "part_done"
    if _is_unanswered(folded, pack=pack):
        return "kept"
    if done and any(phrase(pack, template).search(folded) for template in (_REST, _NOT_ALL)):
        return "part_done"
    if done and (part or (kept and kept[0] not in pack.words("follow_ups", "coming"))):
        return "part_done"
    if part and part[0].startswith(pack.words("follow_ups", "partly")):
        return "part_done"
    if done:
        return "done" if not kept else "part_done"
    begun = words_of(pack, "follow_ups", "begun").search(folded)
    if kept or begun or undone or words_of(pack, "follow_ups", "reminders").search(folded):
        return "kept"
    if words_of(pack, "follow_ups", "still_open").search(folded) and not has_happened(text, listed=False, pack=pack):
        return "kept"
    return "kept" if phrase(pack, _LIMITED).search(folded) else "mentioned"


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


def is_hedged(text: str, *, pack: LanguagePack) -> bool:
    """Whether what a text tells to be done is only supposed, wished or asked ("Om filmen är inspelad", "borde ha skickats")."""
    sentences = [one.strip() for one in re.split(r"(?<=[.!?;])\s+|:\s", text.casefold()) if one.strip()]
    supposed = phrase(pack, _CONDITION)
    wished = words_of(pack, "follow_ups", "supposed")
    return bool(sentences) and all(supposed.search(one) or wished.search(one) for one in sentences)


def is_to_come(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text tells of something that is yet to be done, so that what it tells done may not be all."""
    return words_of(pack, "follow_ups", "still_to_do").search(text) is not None


def is_outcome(text: str, *, pack: LanguagePack) -> bool:
    """Whether a sentence at the point about the previous minutes tells what became of a task, and not of those minutes."""
    if words_of(pack, "follow_ups", "of_minutes").search(text) or text.rstrip().endswith("?"):
        return False
    return status_of(text, task="", pack=pack) != "mentioned" and not words_of(pack, "follow_ups", "decided").search(text)


def _told_done(text: str, *, pack: LanguagePack) -> bool:
    folded = text.casefold()
    for template in (_PERFECT, _RESULT, _HAPPENED, _BARE, _FIRST, _NOTED, _YES):
        for match in phrase(pack, template).finditer(folded):
            note = template == _NOTED and any(words_of(pack, "follow_ups", key).search(match[0]) for key in ("not_done", "not_quite"))
            if not note and not _denied(folded, match.start(), match.end(), pack=pack):
                return True
    cased = (phrase(pack, template, case=True).search(text) for template in (_DID, _TURNED))
    return any(found is not None and not _denied(folded, found.start(), found.end(), pack=pack) for found in cased)


def _affirmed(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a word for done stands there without a denial right before it."""
    return any(not _denied(folded, match.start(), match.end(), pack=pack) for match in words_of(pack, "follow_ups", "done").finditer(folded))


def _denied(folded: str, start: int, end: int, *, pack: LanguagePack) -> bool:
    denial = words_of(pack, "follow_ups", "not_done")
    before = " ".join(re.split(r"[.;]", folded[max(0, start - 60) : start])[-1].split()[-_DENIED_BEFORE:])
    within = phrase(pack, r"[.;,]|\s<<follow_ups.but>>\s").split(folded[start : end + 20])[0].split()[:_DENIED_WITHIN]
    if phrase(pack, _LIMITED).match(folded, start) or phrase(pack, _ALMOST).search(before):
        return True
    return denial.search(before) is not None or denial.search(" ".join(within)) is not None
