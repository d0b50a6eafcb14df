"""Are these minutes? Told from what only somebody who was there writes, not from the file's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.interpreting.headings import folded_label
from functions.interpreting.layout import Layout
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, whole
from functions.languages import LanguagePack
from functions.model.document import Document, Part
from functions.model.minutes import Person

_OPENS = r"<<kind.opens>>\b[^.]{0,60}\b<<kind.opened>>|<<kind.opening_phrases>>"


@dataclass(frozen=True, slots=True)
class Verdict:
    """kind: minutes, agenda or other; title: the line that names the kind, when one does; score: evidence for minutes (for explain)."""

    kind: str
    title: Span | None
    score: float


def judge_kind(document: Document, layout: Layout, people: tuple[Person, ...], *, pack: LanguagePack) -> Verdict:
    """Weigh the title, the attendance list, the notes under the items and the words that only minutes hold."""
    title, said = _title(document, pack=pack)
    weak = said == "agenda" and title is not None and _ends_a_body_s_name(title.text, pack=pack)
    body = "\n".join(b.text for b in document.body())
    folded = body.casefold()
    phrases = sum(1 for cue in pack.words("kind", "minuted_phrases") if cue in folded and re.search(rf"(?<!\w){re.escape(cue)}", folded))
    invited = sum(1 for cue in pack.words("kind", "invitation_phrases") if cue in folded)
    notes = [sum(len(line.span.text) for line in item.lines if line.column == "note") for item in layout.items]
    noted = sum(1 for length in notes if length > 40)
    listed = sum(1 for p in people if p.attendance in ("present", "partial", "absent", "adjunct"))
    opens = bool(phrase(pack, _OPENS).search(folded))
    decides = len(phrase(pack, r"\b<<kind.decides>>\b").findall(folded))
    score = 3.0 * (said == "minutes") + 1.0 * (listed >= 2) + 0.5 * (any(p.attendance == "absent" for p in people)) + 1.0 * opens
    score += min(3.0, phrases / 2) + 1.0 * (noted >= 2) + 1.0 * (noted >= 0.5 * max(1, len(notes)) and len(notes) >= 2) + 0.5 * min(2, decides)
    if said is None and listed >= 2 and opens and layout.items:  # minutes that do not say what they are
        score += 1.0
    columns = set(layout.item_header)
    if columns & set(pack.words("kind", "agenda_columns")) and noted < 0.4 * max(1, len(notes)):
        score -= 2.0
    away = sum(p.attendance == "absent" for p in people)
    if said != "other" and away and listed - away >= 2 and noted >= 2:  # who came and who did not is known only afterwards
        score += 1.5
    if said == "agenda" and weak:  # "Arbetsgrupp digital kallelse": the word may belong to the body's name
        score -= 1.0
    elif said == "agenda":
        score -= 3.0 if phrases < 4 or noted < 2 else 1.0
    if said == "other":
        score -= 4.0
    score -= min(2.0, float(invited))
    evidence = said == "minutes" or listed >= 2 or (opens and bool(layout.items))
    if evidence and score >= 3.5 and not (said == "minutes" and not layout.items and phrases < 2):
        return Verdict("minutes", title, score)
    if said == "minutes" and score >= 3.0 and (listed or phrases):  # short ones that call themselves minutes must not end in silence
        return Verdict("minutes", title, score)
    looks_like_agenda = said == "agenda" or bool(columns & set(pack.words("kind", "agenda_columns")))
    return Verdict("agenda" if looks_like_agenda else "other", title, score)


def _ends_a_body_s_name(line: str, *, pack: LanguagePack) -> bool:
    """Whether a line begins with a body's name and merely ends in the word that made it a title, with no dash or colon between."""
    words = line.split()
    nouns = set(pack.words("bodies", "nouns"))
    return len(words) >= 3 and not re.search(r"[–—:,|-]\s|\d", line) and words[0].casefold() in nouns and words[-2][:1].islower()


def _title(document: Document, *, pack: LanguagePack) -> tuple[Span | None, str | None]:
    """The first line that says what sort of file this is."""
    words = {key: sorted(pack.words("kind", f"{key}_titles"), key=len, reverse=True) for key in ("minutes", "agenda", "other")}
    seen = 0
    candidates = [b for b in document.blocks if b.part in (Part.BODY, Part.TEXT_BOX)][:60]
    headers = [b for b in document.blocks if b.part is Part.HEADER]
    for block in [*candidates, *headers]:
        text = block.text.strip()
        if not text:
            continue
        seen += 1
        if block.part is not Part.HEADER and (seen > 14 or len(text) > 160):
            continue
        folded = folded_label(text.split("\n")[0])
        for key in ("minutes", "agenda", "other"):
            for word in words[key]:
                if (
                    folded == word
                    or re.match(rf"{re.escape(word)}(?:\s|:|,|-|–|$)", folded)
                    or (key != "other" and re.search(rf"(?:^|\s|[–-]){re.escape(word)}$", folded) and len(folded) < 80)
                ):
                    return whole(block), key
    return None, None
