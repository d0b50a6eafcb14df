"""Decisions that name no body: passives, elections, what became of the very matter of the point, and words that only point back."""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.interpreting.decision_clauses import Said, ends_with_month, head_of, is_told_of, thinks
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, UPPER, phrase, words_of
from functions.interpreting.rules import Rule
from functions.languages import LanguagePack

# "med stöd av …", "efter en längre diskussion": what a sentence may open with before an agentless verb.
LEAD = r"<<decisions.leads>>\s[^.;:]{2,90}?\s"
_GIVEN = r"\s+[^.;:,]{2,60}?\s+<<verbs.as_a_task>>\b"
# "Till sekreterare valdes …", "Eva Holm valdes till sekreterare".
_TO_OFFICE = rf"(?i:<<decisions.to_office>>)\s+[{LOWER}][^.,;:]{{3,60}}?\s(?=<<decisions.elects>>)"
_NAME = rf"(?:[{UPPER}][\w-]+\s+){{1,3}}(?:\([^)]{{1,30}}\)\s+)?"
_SOMEBODY = re.compile(rf"[{UPPER}][\w-]+(?:\s+[{UPPER}]|[\s.,]*$)")
_SEATED = rf"(?:^|,\s(?:<<grammar.and>>\s)?)(?i:<<decisions.it_became>>)\s+{_NAME}(?:(?i:<<grammar.and>>)\s+{_NAME})?(?i:<<decisions.entrusted>>)\b"
_PERSON = rf"{_NAME}(?:(?i:<<grammar.and>>)\s+{_NAME})?"
# "5 för, 2 emot"; "ja 5, nej 2"; "Ja, 6–2".
_MANY = r"(?<![\d.,:/-])(?:\d{1,3}|<<dates.numbers>>)"
_FOR_AND_AGAINST = (
    rf"{_MANY}(?:\s+<<decisions.votes>>)?\s+<<decisions.vote_for>>\b[^.;:]{{0,40}}?(?:,|\b<<grammar.and>>)\s+{_MANY}(?:\s+<<decisions.votes>>)?"
    r"\s+<<decisions.vote_against>>\b"
)
_VOTES_BEHIND = rf"(?<!\w)<<decisions.vote_for>>\s*:?\s*{_MANY}[,;]?\s+(?:<<grammar.and>>\s+)?<<decisions.vote_against>>\s*:?\s*{_MANY}"
_SCORE = r"(?<!\w)<<decisions.voted>>[^.;\d]{0,30}(?<!\d)\d{1,2}\s?[–-]\s?\d{1,2}(?!\d|\s<<dates.month_names.full>>|[/:.-]\d)"
_AT_ANOTHER = rf"\s+<<decisions.at_places>>\s+[{LOWER}-]+\s+<<decisions.on_day>>\s+(?:\d{{1,2}}\s+)?<<dates.month_names.full>>"
_STRANGERS = (
    r"\b<<verbs.relatives|verbs.relative_clause|verbs.have_or_be|decisions.clause_words|decisions.coming|decisions.has|decisions.informs"
    r"|decisions.reported|grammar.that|grammar.negations>>\b"
)
_AT_OTHERS = r"\s<<decisions.elsewhere>>\s+<<weighed.others|decisions.outsiders|decisions.other_bodies>>(?!\w)"
_AGENT = r"\s<<verbs.agent>>\s+(?:[^\W\d_]+\s+)?<<weighed.others|decisions.outsiders|decisions.other_bodies>>(?!\w)"
# What parts a subject in two; not the full stop of "Kap. 4" or "version 1.2" nor the colon of "den 14:e".
_PARTED = re.compile(r"[,;?!]|\.(?!\s?\d)|:\s+\S")
# "Utökas inte.", "Införs på prov från april.": so many words make a sentence whose subject is the title.
_ELLIPTIC = 8
# "Det blir ingen planeringsdag i höst.": what is short tells no more than that.
_NAMED = 10
# A compound's own first part is no stem of its last: "Rökrutan" and "rutan" share one, "Kur" and "kurs" do not.
_FIRST_PART = 3


def _by_others(text: str, at: int, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether the passive's agent is somebody else: "godkändes av nämnden", not "godkändes av mötet"."""
    agent = phrase(pack, r"(?:\s+<<decisions.manner>>)?\s+<<verbs.agent>>\b").match(text, at)
    return agent is not None and not own.follows(text, agent.end()) and not phrase(pack, r"\s+<<decisions.everybody>>\b").match(text, agent.end())


def _happens_here(text: str, lead: str, match: re.Match[str], own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether a passive tells of this meeting: no other agent, no other day, no guess ("antas bero på")."""
    head = head_of(text, match, pack=pack)
    guess = phrase(pack, rf"\s+[{LOWER}]+<<verbs.infinitive_endings>>(?!\w)", case=True).match(head)
    guessed = guess is not None and match[0].casefold() in pack.words("decisions", "also_guesses")
    past = match[0].split()[0].casefold().endswith(pack.words("decisions", "past_passives"))
    if guessed or _by_others(text, match.end(), own, pack=pack) or is_told_of(lead, head, pack=pack):
        return False
    agent = phrase(pack, r"\s+<<verbs.agent>>\b").match(head) is not None  # "Planen antas av nämnden i juni."
    if (past or agent) and ends_with_month(head, pack=pack):
        return False
    if not past and phrase(pack, _AT_ANOTHER).match(head):  # "Planen klubbas på nätverket i mars."
        return False
    if phrase(pack, r"\s+<<verbs.about|decisions.clause_words>>\s").match(head):  # "Metoden byts om provet lyckas"
        return False
    if past and _held_elsewhere(text, match.end(), own, pack=pack):
        return False
    return phrase(pack, r"\b<<decisions.habits|decisions.next_time|decisions.later>>\b").search(head) is None


def _held_elsewhere(text: str, at: int, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether what follows a passive puts it to another place than this meeting: "godkändes i nämnden", not "godkändes i sin helhet"."""
    place = phrase(pack, rf"\s+<<decisions.elsewhere>>\s+(?P<where>[{LOWER}-]+<<bounds.definite_endings>>)(?!\w)", case=True).match(text, at)
    if place is None or place["where"] in own.words:
        return False
    return phrase(pack, r"<<kind.meetings|decisions.no_places>>").fullmatch(place["where"]) is None


def _passive_opening(rule: Rule, said: Said) -> bool:
    """ "Beslutades att …", "Därtill beslutades …", "Efter en längre diskussion beslutades …"; "I höstas beslutades" tells of another meeting."""
    text, own, pack = said.text, said.own, said.pack
    linking = words_of(pack, "verbs", "linking").match(text)
    for start in (0, linking.end() + 1 if linking else None):
        match = rule.pattern.match(text, start) if start is not None else None
        if match is not None:
            farewell = phrase(pack, r"\s+<<decisions.farewells>>\b").match(text, match.end()) is not None  # "Då säger vi tack för i dag."
            return not farewell and _happens_here(text, "", match, own, pack=pack) and not _is_opinion(text, match, pack=pack)
    match = rule.pattern.search(text, 0, 200)
    if match is None or phrase(pack, LEAD).fullmatch(text, 0, match.start()) is None:
        return False
    return _happens_here(text, text[: match.start()], match, own, pack=pack)


def _is_opinion(text: str, match: re.Match[str], *, pack: LanguagePack) -> bool:
    agreed = phrase(pack, r"\b<<decisions.consensus>>\b").search(text, match.start(), match.end())
    if agreed is None:
        return False
    that = phrase(pack, r"\s<<grammar.that>>$").search(match[0])
    return thinks(text, match.end() - (len(that[0]) if that else 0), pack=pack)


def _carried(rule: Rule, said: Said) -> bool:
    """ "Budgeten godkändes.", "Motion 4 avslogs efter votering.", "Efter votering avslogs motionen."."""
    text, own, pack = said.text, said.own, said.pack
    match = rule.pattern.search(text, 0, 200)
    if match is None:
        return False
    subject = text[: match.start()]
    if not _happens_here(text, subject, match, own, pack=pack):
        return False
    if not subject.strip(" ("):  # "Avstyrks med hänvisning till kostnaden."
        return bool(said.title) and phrase(pack, r"\s+<<decisions.conditions>>(?!\w)").match(text, match.end()) is not None
    if phrase(pack, LEAD).fullmatch(subject):
        return True
    if re.search(r",\s*$", subject) and re.fullmatch(r"\W*", text[match.end() :]):  # "Nytt mål: högst 230 recept, antogs."
        return not phrase(pack, r"\b<<verbs.relatives>>\s*$").search(subject)
    subject = phrase(pack, r"\b<<verbs.about>>\s+<<grammar.that>>\s").sub(" ", subject)  # "Ansökan om att hyra ut beviljades"
    words = subject.rstrip(": ").split()
    if not 1 <= len(words) <= 12 or _PARTED.search(subject) or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    first = words[0].casefold()
    if phrase(pack, _STRANGERS).search(subject) or first in (*pack.words("verbs", "turned_by"), *pack.words("verbs", "subordinate")):
        return False
    if _is_for_others(subject, text[match.end() :], own, pack=pack):
        return False
    verb = match[0].casefold()
    stays = phrase(pack, r"<<decisions.stays>>").fullmatch(verb) is not None
    if stays and phrase(pack, r"\s+(?:<<decisions.elsewhere|decisions.at_places>>)\s").match(text, match.end()) is not None:
        return phrase(pack, r"\b<<decisions.own_lists>>\b").search(text, match.end()) is not None  # "Bilen står kvar i garaget."
    if verb.startswith(pack.words("decisions", "settles")) and phrase(pack, r"\s*<<grammar.negations>>\b").match(text, match.end()):
        return False  # "Någon åtgärd beslutas inte."
    if verb in pack.words("decisions", "participles"):  # "Budgeten godkänd.", not "Budgeten är godkänd"
        ends = re.compile(r"\s*(?:[.,;(–]|$)").match(text, match.end())
        return ends is not None and phrase(pack, r"\b<<verbs.have_or_be|verbs.told|decisions.becoming>>\b").search(subject) is None
    if verb in pack.words("decisions", "now"):  # "Patienter avslås" tells a habit, "Motionen om avgift avslås" may stand in a clause
        plural = (
            len(words) <= 2 and phrase(pack, r"\w<<decisions.bare_plurals>>$").search(words[-1]) is not None and words[0] == words[0].capitalize()
        )
        clause = phrase(pack, r"\b<<verbs.about>>\s+\w+<<bounds.definite_endings>>\s*$").search(subject) is not None
        return not plural and not clause
    return True


def _is_for_others(subject: str, rest: str, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether others judge it: what the body itself asked for ("Vår ansökan beviljades"), what is approved for a use ("godkändes för barn")."""
    if phrase(pack, r"\b<<decisions.sent_elsewhere>>\b").search(subject) or phrase(pack, r"\s+<<decisions.approved_as>>(?!\w)").match(rest):
        return True
    if phrase(pack, _AT_OTHERS).search(rest):  # "godkändes med knapp majoritet i riksdagen"
        return True
    whose = phrase(pack, r"<<decisions.ours>>\s+").match(subject) or re.compile(rf"{own.pattern()}s\s+").match(subject)
    return whose is not None and phrase(pack, r"(?:\w+\s+)?<<decisions.asked_for>>(?!\w)").match(subject, whose.end()) is not None


def _matter(rule: Rule, said: Said) -> bool:
    """What becomes of the very matter of the point, or of what is the body's own: under "Utbildningsdag", "Utbildningsdagen ställs in"."""
    text, pack = said.text, said.pack
    match = rule.pattern.search(text, 0, 200)
    if match is None:
        return False
    subject = text[: match.start()]
    if not subject.strip():  # "Utökas inte." under "Bassortiment"
        if not said.title or len(text.split()) > _ELLIPTIC:
            return False
        said_no = phrase(pack, r"\s+<<decisions.elliptic>>(?!\w)").match(text, match.end()) is not None
        return said_no and _happens_here(text, "", match, said.own, pack=pack)
    named = phrase(pack, rf"\s<<verbs.agent>>\s+[{UPPER}]", case=True).search(text, match.end())
    if named or phrase(pack, _AGENT).search(text, match.start()) or phrase(pack, r"\b<<decisions.by_their_leave>>\b").search(text):
        return False
    owned = phrase(pack, r"<<decisions.own_matters>>\b").match(subject) or phrase(pack, r"\b<<decisions.own_lists>>\b").search(text)
    if owned is None and said.own.is_called(subject.strip()):  # "Rådet utökas med en ledamot."
        return subject.strip().casefold() not in pack.words("decisions", "everyone") and _carried(rule, said)
    if owned is None and not ((_points(subject, pack=pack) or _share_a_stem(said.title, text[: match.end()])) and _is_taken_up(said, match)):
        return False
    return _carried(rule, said)


def _is_taken_up(said: Said, verb: re.Match[str]) -> bool:
    """Whether what becomes of a matter that is not the body's own was settled and is no news.

    What may as well be news ("Platserna stängs") stands behind what was said of it, is something new or is said to hold ("tills vidare"); what may
    tell how it is ("Läxhjälpen sköts av Bo") answers a choice; what only points back ("Den flyttas till vecka 45.") has something to point at.
    """
    text, pack = said.text, said.pack
    hangs = phrase(pack, r"\s<<weighed.supposes>>\s").search(text, verb.end())  # "Bilarna byts ut när avtalet löper ut."
    if hangs is not None or phrase(pack, r"\b<<decisions.conditional|decisions.reported>>\b").search(text) is not None:
        return False
    news = phrase(pack, r"<<decisions.tells_news>>").fullmatch(verb[0]) is not None
    if _points(text[: verb.start()], pack=pack) and not news:  # "Det blev en lång diskussion."
        return False
    new = phrase(pack, r"<<decisions.noun|decisions.new_things|weighed.agreed>>[\s,]").match(text)
    if new is not None or phrase(pack, r"\s<<decisions.settled_so>>(?!\w)").search(text, verb.start() - 1) is not None:
        return True
    told = verb[0].split()[0].casefold().endswith(pack.words("decisions", "past_passives"))
    if told or phrase(pack, r"<<decisions.tells_state>>").fullmatch(verb[0]) is not None:
        return phrase(pack, r"\b<<decisions.gives_choice|weighed.puts_choice>>\b").search(said.before) is not None
    return bool(said.before) or not news or re.match(r"[^\W\d_]+\s\d+\s", text) is not None  # "Avvikelse 44 stängs."


def _points(subject: str, *, pack: LanguagePack) -> bool:
    return phrase(pack, r"<<decisions.it|decisions.them>>").fullmatch(subject.strip()) is not None


def _share_a_stem(title: str, said: str) -> bool:
    """Whether a word of the title is one of these but for their endings ("Avveckling", "avvecklas"), or a compound that ends so."""
    words = re.findall(r"[^\W\d_]{5,}", said.casefold())
    return any(_akin(one, other) for one in re.findall(r"[^\W\d_]{5,}", title.casefold()) for other in words)


def _akin(one: str, other: str) -> bool:
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    stem = other[: max(5, len(other) - 2)]
    return alike >= max(5, min(len(one), len(other)) - 3) or stem in one[_FIRST_PART:]


def _named(rule: Rule, said: Said) -> bool:
    """ "Det blir ingen utbildningsdag i höst." under "Utbildningsdag"."""
    match = rule.pattern.match(said.text)
    if match is None or len(said.text.split()) > _NAMED:
        return False
    return _share_a_stem(said.title, said.text) and not is_told_of("", head_of(said.text, match, pack=said.pack), pack=said.pack)


def _chosen(rule: Rule, said: Said) -> bool:  # noqa: ARG001 – a form without words of its own
    """ "Val av representant: Bo Alm."; "det blev Bo Alm som fick förtroendet"."""
    seated = phrase(said.pack, _SEATED, case=True).search(said.text)
    if seated is not None and not is_told_of(said.text[: seated.start()], said.text[seated.end() :], pack=said.pack):
        return True
    lead, _, who = said.text.partition(": ") if not said.lead else (said.lead, "", said.text)  # within a paragraph the lead is no line's
    return phrase(said.pack, r"<<decisions.choosing>>\b").match(lead) is not None and _SOMEBODY.match(who) is not None


def _elected(rule: Rule, said: Said) -> bool:
    """ "Till representant valdes Bo Alm.", "Bo Alm valdes till representant."; not "Bo Alm valdes till ordförande i våras"."""
    text, own, pack = said.text, said.own, said.pack
    if phrase(pack, r"\b<<decisions.earlier>>\b").search(text) or phrase(pack, r"\s<<decisions.on_day>>\s+<<dates.month_names.full>>[.]?$").search(
        text
    ):
        return False
    if phrase(pack, _TO_OFFICE, case=True).match(text) and rule.pattern.search(text):
        return True
    person = phrase(pack, _PERSON, case=True).match(text)
    match = rule.pattern.match(text, person.end()) if person else None
    if rule.needs == "matter" and not (said.title and _share_a_stem(said.title, text[person.end() if person else 0 :])):
        return False
    if match is None or _by_others(text, match.end(), own, pack=pack):
        return False
    if phrase(pack, r"<<decisions.choosing>>\b").match(said.title):  # "Bo Alm utses." under "Val av representant"
        return True
    return phrase(pack, r"(?:\s+<<decisions.manner>>)?\s+<<decisions.to_office|decisions.to_serve>>\b").match(text, match.end()) is not None


def _pointing(rule: Rule, said: Said) -> bool:
    """ "Detta bifalles.", not "Ansökan avslogs av nämnden"."""
    text, pack = said.text, said.pack
    points = phrase(pack, r"<<decisions.pointed_at>>\s+").match(text)
    match = rule.pattern.match(text, points.end()) if points else None
    return match is not None and not phrase(pack, r"\s+<<decisions.by_others>>\b", case=True).match(text, match.end())


def _whole(rule: Rule, said: Said) -> bool:
    """Nothing but the words: "Enligt förslaget."."""
    return rule.pattern.fullmatch(said.text.strip(" .!")) is not None


def _given(rule: Rule, said: Said) -> bool:
    """ "(Därtill) gavs chefen i uppdrag att …" as the sentence's own verb."""
    text, pack = said.text, said.pack
    lead = words_of(pack, "verbs", "linking").match(text)
    match = rule.pattern.match(text, lead.end() + 1 if lead else 0)
    return match is not None and phrase(pack, _GIVEN, case=True).match(text, match.end()) is not None


def _vote(rule: Rule, said: Said) -> bool:  # noqa: ARG001 – a form whose words stand in the pack's [decisions]
    """ "5 för, 2 emot.", "Ja, 6–2."."""
    return any(phrase(said.pack, template).search(said.text) for template in (_FOR_AND_AGAINST, _VOTES_BEHIND, _SCORE))


def _phrase(rule: Rule, said: Said) -> bool:
    return rule.pattern.search(said.text) is not None


def _of_meeting(rule: Rule, said: Said) -> bool:
    """ "…, vilket godkänns av mötet"; not "Regionstyrelsen fick frågan, och förslaget avslogs", "Det var halt i år, det är vi överens om"."""
    text, own, pack = said.text, said.own, said.pack
    match = rule.pattern.search(text)
    if match is None:
        return False
    if phrase(pack, r"<<decisions.it>>\s<<verbs.told>>\s").match(text) and phrase(pack, r"\b<<weighed.agreed>>\b").search(match[0]):
        return False
    if next(own.found(match[0]), None) is not None or phrase(pack, r"\b<<decisions.everybody>>\b").search(match[0]) is not None:
        return True
    others = phrase(pack, r"<<weighed.others|decisions.outsiders|decisions.other_bodies>>\s").match(text) is not None and not own.opens(text)
    return not others or phrase(pack, r"\b<<decisions.asks|decisions.wants_of_us>>\b").search(text, 0, match.start()) is not None


# These tell of no one who decides: in a report they may tell of others.
AGENTLESS_NAME_NOBODY = frozenset({"carried", "elected", "matter", "named", "chosen", "vote", "chair_finds"})
UNNAMED: dict[str, Callable[[Rule, Said], bool]] = {
    "passive_opening": _passive_opening,
    "carried": _carried,
    "matter": _matter,
    "named": _named,
    "chosen": _chosen,
    "elected": _elected,
    "pointing": _pointing,
    "whole": _whole,
    "given": _given,
    "phrase": _of_meeting,
    "chair_finds": _phrase,
    "vote": _vote,
}
