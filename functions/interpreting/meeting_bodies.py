"""Whose meeting a line or a sentence tells of: this body's own, or another's ("NPO", "arbetsgruppen", "nämndens nästa möte")."""

from __future__ import annotations

import re

from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.languages import LanguagePack

_OTHERS = r"[\w-]*?<<decisions.other_bodies|deferrals.others>>"
_BODY = rf"{_OTHERS}|[\w-]{{2,}}<<bodies.nouns>><<bodies.definite>>"
_OF_OTHERS = rf"(?<!\w)({_BODY})<<next_meetings.genitive>>\s+(?:\w+\s+){{0,2}}$"
_AT_OTHERS = rf"(?<!\w)<<next_meetings.with|next_meetings.held_by>>\s+({_OTHERS})(?!\w)"
_OTHERS_MEET = rf"(?<!\w)({_OTHERS})(?:\s+\w+)?\s+<<next_meetings.meets>>\s+$"
_LETTERS_MEET = rf"(?:^|[.,;]\s*)([{UPPER}]{{2,6}})(?:\s+[\w-]+)?\s+<<next_meetings.meets>>\s+$"
_ON_BEHALF = rf"(?<!\w)(?i:[\w-]*<<deferrals.the_meeting>>)\s+<<next_meetings.on_behalf>>\s+([{UPPER}][\w-]+)"
_LABELLED = rf"\W*({_OTHERS}|(?-i:[{UPPER}]{{2,6}}))(?:\s*[:–-]\s*|\s+)(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d"
_NAMED_BEHIND = rf"^\W*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d[\w/.]*(?:\s+<<dates.month_names.full>>)?[\s:,–-]+({_OTHERS})\W*$"
# "RPO hud har sitt nästa möte den …", "Observera att ledningen har sitt möte redan …"
_HAS_ITS = r"(?:\W*|[^\d.]*\s<<grammar.that>>\s+)((?:[\w-]+\s+){1,4}?)<<next_meetings.has_its>>(?!\w)"
SINGLE = r"(?<![\w-])<<next_meetings.cue|next_meetings.extra>>(?!\w)"
SEVERAL = r"(?<![\w-])<<next_meetings.list_cue|next_meetings.convenes>>(?!\w)"
CONVENES = r"(?<![\w-])<<next_meetings.convenes>>(?!\w)"
# "NPO har beslutat om mötesdatum", "Njurrådet har sina möten den …"
_OTHERS_HAVE = rf"\W*({_BODY}|(?-i:[{UPPER}]{{2,6}}))\s+<<next_meetings.meets>>(?!\w)"
_LABELLED_BODY = r"\W*([\w-]{3,}?)<<bodies.nouns>><<bodies.definite>>(?:\s*[:–-]\s*|\s+)(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d"
_SUBJECT = rf"(?<!\w)({_BODY})\s+$"
_OPENING_LETTERS = re.compile(rf"(?:^|[.,;]\s*)[{UPPER}]{{2,6}}(?:\s+[\w-]+)?\s+$")
_CALLED = (
    rf"(?<![\w-])((?!(?i:<<next_meetings.all_of>>))[{UPPER}][{LOWER}]+a)\s+(?:<<bodies.own_words>>|[\w-]*?<<bodies.nouns>>(?:<<bodies.definite>>)?)"
)
_BY_OTHERS = rf"(?<!\w)({_OTHERS})(?:\s+\w+)?\s+$"
_LETTERS_FIRST = re.compile(rf"\W*([{UPPER}]{{2,5}})(?=\s)")
_STEM = 4  # letters
# "Föreningens årsmöte äger rum den 21 maj", "21 maj: Läkarförbundets årsmöte"
_THEIRS = (
    r"(?:^\W*(?:[\w-]+\s+)?|^\W*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d[\w/.]*(?:\s+<<dates.month_names.full>>)?[\s:,–-]+)"
    r"([\w-]{3,})<<next_meetings.genitive>>\s+(?:[\w-]+\s+)?[\w-]*<<next_meetings.gatherings>>(?!\w)"
)


def convened_by_others(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a line about meetings tells of another body's: "RPO ögon har möte den 20 april"."""
    label = phrase(pack, _LABELLED).match(text)
    if label is not None and not _is_own_label(label[1], body, pack=pack):
        return True
    named_body = phrase(pack, _LABELLED_BODY).match(text)  # "Cancerrådet 4 december"
    if named_body is not None and body is not None and not _is_like(named_body[1], body, pack=pack):
        return True
    if _is_theirs(text, body, pack=pack):
        return True
    have = phrase(pack, _OTHERS_HAVE).match(text)
    plain = have is not None and have[1].casefold() in pack.table("bodies", "definites").values()  # "Kommittén", whatever it is called in full
    if have is not None and not plain and not _is_known(have[1], body, pack=pack):  # "Ledningsgruppen möts 12 november"
        return True
    behind = phrase(pack, _NAMED_BEHIND).search(text)
    if behind is not None and not names_body(body, behind[1], pack=pack):
        return True
    named = [_OPENING_LETTERS.search(text[: at.start()]) for at in phrase(pack, CONVENES).finditer(text)]
    return any(one is not None and not own_convenes(text[: one.end()], body, pack=pack) for one in named)


def names_own_meeting(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether an entry of a calendar is a meeting of this body's: "Rådsmöte", "Samordningsråd 3", "avstämning (hela rådet)"."""
    for word in re.finditer(r"[\w-]+", text):
        noun = phrase(pack, r"[\w-]*<<bodies.nouns>>(?:<<bodies.definite>>)?").fullmatch(word[0])
        meeting = phrase(pack, r"([\w-]*?)<<next_meetings.genitive>>?<<next_meetings.gatherings>>").fullmatch(word[0])
        if (noun is not None and body is not None and names_body(body, word[0], pack=pack)) or (
            meeting is not None
            and (
                phrase(pack, r"<<next_meetings.own_sorts>>").fullmatch(meeting[1])
                or not meeting[1]
                or (body is not None and names_body(body, meeting[1], pack=pack))
            )
        ):
            return True
    return False


def is_of_others(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """ "Nämndens nästa möte", "nästa möte i arbetsgruppen": another body's, unless this one is called so."""
    if _is_theirs(text, body, pack=pack):
        return True
    have = phrase(pack, _OTHERS_HAVE).match(text)
    if have is not None and not phrase(pack, SINGLE).search(text) and not _is_known(have[1], body, pack=pack):
        return True
    any_cue = phrase(pack, f"{SINGLE}|{SEVERAL}|(?<!\\w)<<deferrals.the_meeting|deferrals.meeting>>")
    cues = [m.start() for m in any_cue.finditer(text)][:4]
    convenes = [m.start() for m in phrase(pack, CONVENES).finditer(text)][:4]
    named = [m[1] for at in cues if (m := phrase(pack, _OF_OTHERS).search(text[max(0, at - 60) : at]))]
    named += [m[1] for at in cues if (m := phrase(pack, _OTHERS_MEET).search(text[max(0, at - 60) : at]))]
    named += [m[1] for at in convenes if (m := phrase(pack, _BY_OTHERS).search(text[max(0, at - 60) : at]))]
    named += [m[1] for at in cues for m in phrase(pack, _AT_OTHERS).finditer(text, at, at + 80)]
    letters = [m[1] for at in cues if (m := phrase(pack, _LETTERS_MEET, case=True).search(text[max(0, at - 60) : at]))]
    if any(
        not _are_own_letters(word, body) and not is_own_letters(word, body, pack=pack) for word in letters if body is not None
    ):  # "NPO ögon har nästa möte"
        return True
    for others in phrase(pack, _ON_BEHALF, case=True).finditer(text):  # "Vårmötet för Sveriges ögonläkare"
        if body is None or others[1].casefold() not in body.casefold():
            return True
    return any(not names_body(body, word, pack=pack) for word in named)


def _is_known(word: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether what has its dates is this body, its own committee, or letters that stand for no body."""
    if not word.isupper():
        return names_body(body, word, pack=pack)
    sort = pack.table("bodies", "acronyms").get(word)
    return sort is None or phrase(pack, r"<<next_meetings.own_organs>>").fullmatch(sort) is not None or is_own_letters(word, body, pack=pack)


def is_called_by_others(before: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether another body stands before "kallar till möte"; a person is of this one."""
    letters = _OPENING_LETTERS.search(before)
    if letters is not None:
        return not own_letters(before, body, pack=pack)
    subject = phrase(pack, _SUBJECT).search(before)
    return subject is not None and not names_body(body, subject[1], pack=pack)


def _is_like(kind: str, body: str, *, pack: LanguagePack) -> bool:
    """Whether a body of this kind ("cancer" of Cancerrådet) may be this one: its name holds the beginning of the word, or it is a time's."""
    return kind.casefold()[:_STEM] in body.casefold() or phrase(pack, r"<<dates.months|next_meetings.own_sorts>>").fullmatch(kind) is not None


def own_convenes(before: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether nobody, this body or one of its own words stands before "sammanträder"."""
    behind = r"(?:\s+<<verbs.adverbs|next_meetings.then|grammar.to_do>>)*\s*$"
    named = body is not None and body.casefold() in before.casefold()
    called = phrase(pack, _CALLED + behind, case=True).search(before)
    if called is not None and called[1].casefold() not in (body or "").casefold():  # "Nationella rådet"
        return False
    if not before.strip() or phrase(pack, rf"(?<!\w)<<bodies.own_words|grammar.that|grammar.to_do>>{behind}").search(before):
        return True
    subject = phrase(pack, rf"(?<!\w)([\w-]*?<<bodies.nouns>>(?:<<bodies.definite>>)?){behind}").search(before)
    return named or (subject is not None and names_body(body, subject[1], pack=pack))


def own_letters(text: str, body: str | None, *, pack: LanguagePack) -> int:
    """Where letters that stand for this body end, at the beginning of a sentence ("SG i maj" in a steering group's minutes); 0 where none do."""
    found = _LETTERS_FIRST.match(text)
    return found.end() if found is not None and is_own_letters(found[1], body, pack=pack) else 0


def is_own_letters(letters: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether letters stand for the sort of body that this one is: "SG" in Styrgrupp Linden."""
    words = re.findall(r"[\w-]+", (body or "").casefold())
    sort = pack.table("bodies", "acronyms").get(letters)
    own = sort is not None and any(word.startswith(sort) or word.endswith(sort) for word in words)
    return own or letters in re.findall(r"\w+", body or "")


def _is_own_label(word: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether the word before a day is this body's: letters by its name, a noun by `names_body`; letters that nobody knows are no body."""
    if phrase(pack, r"<<next_meetings.half_years>>").fullmatch(word):  # "VT: 29 januari"
        return True
    if word.isupper():
        return _are_own_letters(word, body) or word not in pack.words("names", "acronyms")
    return names_body(body, word, pack=pack)


def _are_own_letters(letters: str, body: str | None) -> bool:
    """Whether letters stand in this body's name or are its initials."""
    words = re.findall(r"\w+", body or "")
    return letters in words or letters.casefold() == "".join(word[0] for word in words).casefold()


def _is_theirs(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a line tells whose meeting it is, and it is another's: "Föreningens årsmöte 21 maj"."""
    has = phrase(pack, _HAS_ITS).match(text)
    if has is not None and not any(is_own(word, body, pack=pack) for word in has[1].split()):
        return True
    theirs = phrase(pack, _THEIRS).search(text)
    return theirs is not None and not _is_of_time(theirs[1], pack=pack) and not is_own(theirs[1], body, pack=pack)


def _is_of_time(word: str, *, pack: LanguagePack) -> bool:
    """ "Höstens möten", "torsdagens möte", "årets sista möte" are nobody's."""
    return phrase(pack, r"<<next_meetings.times_of_year>>|<<dates.weekdays>>\w*").fullmatch(word) is not None


def is_own(word: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a noun is the body's own: one of its words for itself, or in its name."""
    return phrase(pack, r"<<bodies.own_words>>").fullmatch(word) is not None or names_body(body, word, pack=pack)


def names_body(body: str | None, word: str, *, pack: LanguagePack) -> bool:
    """Whether a body's noun ("nämnden") is in this body's own name ("Utbildningsnämnden i Norrmark")."""
    folded = word.casefold()
    if body is None:
        return phrase(pack, _OTHERS).fullmatch(word) is None
    endings = pack.words("bodies", "definite")
    stems = tuple({folded, *(folded.removesuffix(ending) for ending in endings)})
    parts = re.findall(r"\w+", body.casefold())
    if any(one.endswith(stems) for part in parts for one in (part, *(part.removesuffix(ending) for ending in endings))):
        return True
    sorts = tuple(sort for pair in pack.table("bodies", "definites").items() for sort in pair)
    if any(part.endswith(sorts) for part in parts) or folded not in pack.words("bodies", "own_if_unnamed"):
        return False
    return phrase(pack, r"<<decisions.other_bodies>>").fullmatch(word) is None  # "rådet" in the minutes of "Psykiatrisamverkan Väst"
