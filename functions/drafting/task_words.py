"""How a carried task is put on the agenda: in the words of its minutes, without what only they needed, with the names of its owners in full."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from functions.drafting.matters import LONGEST_PART, shorten
from functions.drafting.meetings import Horizon
from functions.drafting.past_days import without_past_days
from functions.drafting.wording import clean, fold, is_number
from functions.languages.shown import listed
from functions.model.register import OpenItem

_LABEL = re.compile(r"^(?:åtgärd|uppdrag|uppgift|att göra|beslut|nr\.?\s*\d+|[a-zåäö]\d+-\d+)\s*[:–]\s*(?=\w)", re.IGNORECASE)
_ATT = re.compile(r"^att\s+(?=\w)", re.IGNORECASE)
_CHARGE = re.compile(
    r"^(?:(?:att\s+|det\s+)?uppdra(?:s|r)?\s+(?:åt|till)\s+(?P<to>.{1,80}?)|(?:att\s+)?ge\s+(?P<give>.{1,60}?)\s+i\s+uppdrag)\s+att\s+(?=\w)",
    re.IGNORECASE,
)
"""A decision's clause: "att uppdra åt Pernilla Wikner att …", "att kansliet sammanställer …"."""
_HANGING = re.compile(r"(?:[\s,;:–|-]+(?:samt|och|dels)\b)?[\s,;:–|-]*$")
_STUB = re.compile(r"(?<=\w)\.\s+(?:återkommer|återrapporterar)\.?$", re.IGNORECASE)  # what is left of "Återkommer den 6 maj"
_MENTION = r"[A-ZÅÄÖÉ][\w-]*(?:\s[A-ZÅÄÖÉ][\w-]*\.?)?"
_LEADING = re.compile(rf"^(?P<names>{_MENTION}(?:(?:\s*,\s*|\s+(?:och|&|samt)\s+){_MENTION})*)(?P<colon>:)?\s+(?=[a-zåäöé])")
_ME = re.compile(r"^Jag\s+(?:\([^()]*\)\s+)?(?=[a-zåäöé])")
_POINTS = re.compile(
    r"\b(?:saken|frågan|ärendet|detta|dem|dessa|henne|honom|den(?!\s+(?:\d|\w+(?:a|e)\s))|det(?!\s+\w+(?:a|e)\s))(?=\s|$|[.,])", re.IGNORECASE
)
"""Words that say nothing without the matter: "Sekreteraren undersöker saken", "Josefin mejlar ut den"."""
_EMPTY = re.compile(
    r"(?:saken|frågan|mall\w{0,3}|list\w{0,3}|rutin\w{0,3}|förslag\w*|utkast\w*|svar\w*|rapport\w*|underlag\w*|dokument\w*|siffror\w*|länk\w*|utskick\w*|brev\w{0,3}|text\w{0,3}|offert\w*"
    r"|gruppen|rådet\w*|ledamöt\w*|alla|mötet|möte|nästa|arkivet|tidplan\w*|innehåll\w*|kontakt\w*|med|som|vad|gäller|till|från|över|fram|efter|inför|igen|åter|snarast"
    r"|sedan|hur|vill|vara|någon|några|något|eller|inte|bara|själv\w*|ännu|skick\w*|koll\w*|undersök\w*|hör|ring\w*|mejl\w*|maila\w*|boka\w*|ordna\w*|återkom\w*|skriv\w*"
    r"|gör|göra|ser|revider\w*|uppdater\w*|sammanställ\w*|kontroller\w*|titta\w*|läs\w*|lämn\w*|dela\w*|prata\w*|fråga\w*|bjud\w*|stäm\w*|sprid\w*|ansök\w*|bevaka\w*"
    r"|påmin\w*|samla\w*|redovis\w*|förbered\w*|lägg\w*|lyft\w*|tar|ta|får|ska|går|kan|den|det|vet|mer|har|finns)",
    re.IGNORECASE,
)
"""Words that a task may consist of and still not tell what it is about."""
_SHORT, _LONGEST_TITLE = 90, 60


def words_of_task(row: OpenItem, *, title: str | None, horizon: Horizon, people: Collection[str]) -> str:
    """The task as one line. title: of the item that opened it, None where that names no matter; people: names known to the council."""
    owners = [name for name in (clean(owner) for owner in row.owners) if name]
    text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", re.sub(r"\s*[→⇒►]\s*", " ", clean(row.text)))
    text = _HANGING.sub("", _LABEL.sub("", text))
    text = re.sub(r"\.\s+(\([^()]*\)\W*)$", r" \1", _without_owner_behind(text, owners=owners))
    kept = _HANGING.sub("", without_past_days(text, row=row, horizon=horizon))
    text = plainly(_HANGING.sub("", shorten(_STUB.sub("", kept) if kept != text else kept, longest=LONGEST_PART)), owners=owners)
    moved = any(event.type == "reassigned" for event in row.events)
    text = _with_names(text, owners=owners, people=people if moved else ())
    return _with_matter(text.removesuffix("."), title=title, owners=owners, told=_tells_title(row))


def plainly(text: str, *, owners: Sequence[str]) -> str:
    """A decision's clause as a task: "att uppdra åt Pernilla Wikner att ta fram …" → "ta fram …" where it has an owner, who is named beside it."""
    charge = _CHARGE.match(text)
    if charge is not None and any(clean(owner) for owner in owners):
        return text[charge.end() :]
    return _ATT.sub("", text)


def _without_owner_behind(text: str, *, owners: Sequence[str]) -> str:
    """ "Se över innehållet. (Nina Palm)" without the name, which stands beside the task anyway."""
    behind = re.search(r"[\s.]*\(([^()]+)\)\W*$", text)
    return text[: behind.start()] if behind and behind.start() and clean(behind[1]).casefold() in {owner.casefold() for owner in owners} else text


def _with_names(text: str, *, owners: Sequence[str], people: Collection[str]) -> str:
    """The text with its owners' names in full where it begins with short ones ("BG", "Eva P", "Jag").

    people: who else may be meant there, where the task went to somebody else since: then its owner stands in that place.
    """
    if len(owners) == 1 and " " in owners[0] and (me := _ME.match(text)):
        return f"{owners[0]} {text[me.end() :]}"
    leading = _LEADING.match(text)
    if leading is None:
        return text
    mentions = re.split(r"\s*,\s*|\s+(?:och|&|samt)\s+", leading["names"])
    named = [[owner for owner in owners if " " in owner and is_short_for(mention, owner)] for mention in mentions]
    rest = text[leading.end() :]
    if leading["colon"]:  # "Lovisa: räkna ut …" is said to her
        return rest if all(len(found) == 1 for found in named) else text
    if all(len(found) == 1 for found in named):
        full = [found[0] for found in named]
        return f"{listed(full)} {rest}" if len(set(full)) == len(full) else text
    others = any(name not in owners and (name == mentions[0] or is_short_for(mentions[0], name)) for name in people)
    if len(mentions) == len(owners) == 1 and " " in owners[0] and (others or (people and re.fullmatch(r"[A-ZÅÄÖ]{2,3}|\S+ \S+", mentions[0]))):
        return f"{owners[0]} {rest}"
    return text


def is_short_for(mention: str, name: str) -> bool:
    """Whether a mention is a short form of a full name: the first name, that with a letter of the surname, or initials ("BiH")."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    first, _, letter = mention.rstrip(".").partition(" ")
    if mention == name:
        return True
    if not all(part[0].isupper() for part in name.split()):  # "Alla sjukhus"
        return False
    if first == name.split()[0]:
        return not letter or parts[-1].startswith(letter)
    chunks = re.findall(r"[A-ZÅÄÖÉ][a-zåäöé]?", mention)
    if "".join(chunks) != mention or not 2 <= len(chunks) <= len(parts):
        return False
    return parts[0].startswith(chunks[0]) and parts[-1].startswith(chunks[-1]) and all(any(p.startswith(c) for p in parts) for c in chunks)


def without_names(text: str, *, owners: Sequence[str]) -> str:
    """The text without its owners where it begins with all of them, as a table has them in a column of their own."""
    first = re.compile(rf"^((?:.+?: )?){re.escape(listed(owners))}\s+(?=[a-zåäöé])") if owners else None
    return first.sub(r"\1", text) if first else text


def _tells_title(row: OpenItem) -> bool:
    """Whether the words of where it comes from name the item ("(från 2 oktober, Mottagningarna)")."""
    item = clean(row.opened.item or "")
    return bool(item) and not is_number(item)


def _with_matter(text: str, *, title: str | None, owners: Sequence[str], told: bool) -> str:
    """The text with its matter before it, where it would tell nothing to somebody who was not there."""
    if not title or told or len(title) > _LONGEST_TITLE or len(text) > _SHORT or re.search(r"[.!?]\s", text):
        return text
    if {word[:5] for word in fold(title) if len(word) > 4} & {word[:5] for word in fold(text)}:
        return text
    if not (_POINTS.search(text) or _is_thin(text, owners=owners)):
        return text
    title = title.rstrip(" .:")
    return f"{title} {text[:1].upper()}{text[1:]}" if title[-1] in "?!" else f"{title}: {text}"


def _is_thin(text: str, *, owners: Sequence[str]) -> bool:
    """Whether a task's words tell what is done and not what it is about: "Mattias tar fram en mall"."""
    names = {part.casefold() for owner in owners for part in owner.split()}
    telling = [word for word in re.findall(r"\w+", text) if len(word) > 2 and word.casefold() not in names and not _EMPTY.fullmatch(word)]
    return len(telling) <= 1
