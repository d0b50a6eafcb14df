"""What the own body decided; other bodies' decisions only with their maker, proposals and future decisions not at all."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from functions.interpreting.own_body import OwnBody
from functions.interpreting.rules import Rule, any_of, rule_named, rules_for, words_of
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement, title_says
from functions.languages import LanguagePack
from functions.model.minutes import Action, Decision, Tier

_FUTURE = re.compile(
    r"\b(?:fattas|tas|väntas|ska|skall|kommer att|planeras)\b[^.]{0,30}\b(?:besluta\w*|fattas|beslut)\b"
    r"|\bbeslut(?:et)?\s+(?:fattas|tas|väntas)\s+(?:vid|på|i|under|av)\b",
    re.I,
)
_OTHER_BODY = re.compile(
    r"^Beslut(?:et)?\s+(?:av\s+|i\s+|från\s+)?((?:[a-zåäö-]+\s+){0,5}[a-zåäö-]*(?:nämnden|styrelsen|fullmäktige|regeringen|riksdagen|direktören|utskottet))\b",
    re.I,
)
_BY_OTHER = re.compile(
    r"\b(?:(regionfullmäktige|kommunfullmäktige|regeringen|riksdagen|[a-zåäö-]*(?:nämnden|styrelsen|utskottet))\s+(?:har\s+)?(?:beslut\w*|fattade|fastställ\w*|antog|godkän\w*)|(?:fattade|beslutade|beslöt)\s+((?:[a-zåäö-]*\s)?(?:regionfullmäktige|kommunfullmäktige|regeringen|riksdagen|[a-zåäö-]*(?:nämnden|styrelsen|utskottet))))",
    re.I,
)
LABEL_RULE = "decision.label"
_PROMISES = ("action.commit", "action.commit_bound", "action.promise")
_ATT = re.compile(r"att\s+", re.I)


def find_decisions(statements: list[Statement], own: OwnBody, actions: list[Action], *, pack: LanguagePack) -> tuple[list[Decision], list[Action]]:
    """The decisions with ids "d1" …, and the actions linked to the decisions that give them."""
    found: list[Decision] = []
    promises = [action for action in actions if action.rule in _PROMISES and action.owners]
    for statement in statements:
        decision = _of_statement(statement, own, pack=pack)
        if decision is not None and not (decision.rule == LABEL_RULE and _only_promises(statement, own, promises)):
            found.append(decision)
    numbered = [replace(d, id=f"d{n}") for n, d in enumerate(_unique(found), 1)]
    return _linked(numbered, actions)


def _only_promises(statement: Statement, own: OwnBody, promises: list[Action]) -> bool:
    """Whether a sentence in running text under a Beslut heading is what somebody undertakes: a task that the decision gives rise to, no decision."""
    if statement.label is not None or statement.listed or _ATT.match(statement.text) or own.opens(statement.text):
        return False
    span = statement.span
    starts = {quote.start for action in promises for quote in action.owner_quotes if quote.block == span.block.id}
    return any(span.start <= start <= span.start + 2 for start in starts)


def _of_statement(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> Decision | None:
    text = statement.text
    if text.rstrip().endswith("?") or statement.mode == "proposal":
        return None
    other = _other_maker(text, own)
    rule = _rule_for(statement, own, pack=pack)
    formal = _is_formal(statement, pack=pack)
    if rule is None and formal:
        rule = rule_named(pack, "decision.formality")
    if rule is None:
        return None
    spans: list[Span] = [statement.span] if statement.tail is None else [statement.span, statement.tail]
    if statement.before is not None and len(re.findall(r"\w+", text)) <= 8 and any_of(("detta", "det", "förslaget", "ovanstående")).search(text):
        spans.insert(0, statement.before)
    return Decision(
        id="",
        item=statement.item.ref if statement.item is not None else None,
        text=joined(spans),
        kind="formality" if formal else "decision",
        decided_by=other,
        rule=rule.id,
        tier=rule.tier if other is None else Tier.PROPOSED,
        quotes=quotes_of(spans),
    )


def _rule_for(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> Rule | None:
    text = statement.text
    if _other_maker(text, own) is not None and re.match(r"beslut", (statement.lead or statement.span).text, re.I):
        return rule_named(pack, LABEL_RULE)
    if statement.mode == "decision" and _stands_as_decision(statement, own, pack=pack):
        return rule_named(pack, LABEL_RULE)
    if _FUTURE.search(text) or _other_maker(text, own) is not None:
        return None
    for rule in rules_for(pack, kinds=("decision",)):
        if rule.form == "own_verb" and _own_decides(rule, text, own, pack=pack):
            return rule
        if rule.form == "passive_opening" and (rule.pattern.match(text) or _after_adverb(rule, text, pack=pack)):
            return rule
        if rule.form == "phrase" and rule.pattern.search(text):
            return rule
        if rule.form == "given" and _is_given(rule, text, pack=pack):
            return rule
        if rule.form == "elected" and _ELECTED.match(text) and rule.pattern.search(text):
            return rule
        if rule.form == "pointing" and _points(rule, text):
            return rule
    return None


# "Till sekreterare valdes …"
_ELECTED = re.compile(r"(?:Till|Som)\s+[a-zåäö][^.,;:]{3,60}?\s(?=valdes|väljs|utsågs|utses)")
_POINTING = re.compile(r"(?:detta|det|förslaget|motionen|yrkandet|ansökan|ärendet)\s+", re.I)


def _points(rule: Rule, text: str) -> bool:
    """ "Detta bifalles.", not "Ansökan avslogs av nämnden"."""
    points = _POINTING.match(text)
    match = rule.pattern.match(text, points.end()) if points else None
    return match is not None and not re.match(r"\s+(?:av|i|vid)\b", text[match.end() :])


def _is_given(rule: Rule, text: str, *, pack: LanguagePack) -> bool:
    """ "(Därtill) gavs chefen i uppdrag att …" as the sentence's own verb."""
    lead = words_of(pack, "verbs", "linking").match(text)
    match = rule.pattern.match(text, lead.end() + 1 if lead else 0)
    return match is not None and re.match(r"\s+[^.;:,]{2,60}?\s+i\s+uppdrag\s+att\b", text[match.end() :]) is not None


def _after_adverb(rule: Rule, text: str, *, pack: LanguagePack) -> bool:
    """ "Därtill beslutades att …": one linking word may stand before; "I höstas beslutades att …" tells of another meeting."""
    lead = words_of(pack, "verbs", "linking").match(text)
    return lead is not None and rule.pattern.match(text, lead.end() + 1) is not None


def _stands_as_decision(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Under the word Beslut: every sentence of a list; on a labelled line the first, and those in which the body or "att" goes on."""
    text = statement.text
    folded = text.casefold().strip(" .")
    if any(folded.startswith(p) or folded == p for p in pack.words("formalities", "no_decision")) or any_of(
        ("tackar för", "mer information finns")
    ).search(text):
        return False
    if _FUTURE.search(text) and not own.opens(text):
        return False
    if re.fullmatch(r".{0,60}(?:beslutar|beslutade|beslutas|beslöt)(?:\s+att)?\s*:?", text.strip()):
        return False  # the lead of att-satser
    if statement.label is not None or statement.listed or statement.line.column == "note":
        return statement.first or bool(_ATT.match(text)) or own.opens(text) or statement.listed
    return statement.first


def _own_decides(rule: Rule, text: str, own: OwnBody, *, pack: LanguagePack) -> bool:
    if rule.pattern.search(text) is None:
        return False
    subordinate = words_of(pack, "verbs", "subordinate")
    for subject in own.found(text):
        tail = text[subject.end() :]
        gap = _gap(pack).match(tail)
        if gap is None:
            continue
        match = rule.pattern.match(tail[gap.end() :])
        before = re.search(r"([\wåäö]+)\W*$", text[: subject.start()])
        opens = (
            before is None
            or text[: subject.start()].rstrip().endswith((".", ",", ";", ":", "–", "-"))
            or before[1].casefold() in ("och", "men", "samt", "så", "därför")
        )
        if match and opens and not re.match(r"\s+(?:inte\s+om|om\s+(?:hur|vilka|när))", tail[gap.end() + match.end() :]):
            return True
        if match and before is not None and not subordinate.fullmatch(before[1]) and len(text[: subject.start()].split()) <= 1:
            return True
    for match in rule.pattern.finditer(text):  # "Därefter beslutade rådet att …"
        lead = text[: match.start()].split()
        if (
            0 < len(lead) <= 7
            and own.follows(text, match.end())
            and not any(subordinate.fullmatch(word) for word in lead)
            and not re.search(r"[.,;]", text[: match.start()])
        ):
            return True
    return False


@lru_cache(maxsize=8)
def _gap(pack: LanguagePack) -> re.Pattern[str]:
    """What may stand between the body and its verb: a bracket, an adverb."""
    adverbs = "|".join(re.escape(word) for word in pack.words("verbs", "adverbs"))
    return re.compile(rf"(?:\s*\([^)]*\))?(?:\s+(?:{adverbs}|har|hade))?\s+")


def _other_maker(text: str, own: OwnBody) -> str | None:
    """Another body that decided, as written; None when nobody else did."""
    match = _OTHER_BODY.match(text)
    name = match[1] if match else None
    if name is None:
        found = _BY_OTHER.search(text)
        name = (found[1] or found[2]) if found else None
    if name is None or name.casefold() in own.words:
        return None
    return name.strip()


def _is_formal(statement: Statement, *, pack: LanguagePack) -> bool:
    text = statement.text
    if words_of(pack, "formalities", "words").search(text):
        return True
    for approval in words_of(pack, "formalities", "approvals").finditer(text):
        papers = words_of(pack, "formalities", "papers")
        before = [
            paper for paper in papers.finditer(text, 0, approval.start()) if not re.search(r"\batt\b|[.;]", text[paper.end() : approval.start()])
        ]
        after = papers.search(text, approval.end(), approval.end() + 45)
        if before or (after and not re.search(r"\batt\b|[.,;]", text[approval.end() : after.start()])):
            return True
    previous = title_says(statement.item, "previous", pack=pack) or bool(
        re.search(r"dagordning", statement.item.name.casefold() if statement.item else "")
    )
    return previous and bool(words_of(pack, "formalities", "approved_previous").search(text))


def _unique(found: list[Decision]) -> list[Decision]:
    unique: dict[tuple[str | None, str], Decision] = {}
    for decision in found:
        key = (decision.item, re.sub(r"\W+", " ", decision.text.casefold()).strip())
        unique.setdefault(key, decision)
    return list(unique.values())


def _linked(decisions: list[Decision], actions: list[Action]) -> tuple[list[Decision], list[Action]]:
    """A decision that gives somebody a task: both name each other."""
    linked = list(actions)
    result: list[Decision] = []
    for decision in decisions:
        places = {(q.block, q.start, q.end) for q in decision.quotes}
        ids: list[str] = []
        for position, action in enumerate(linked):
            if decision.decided_by is None and any(q.block == b and q.start < e and s < q.end for q in action.quotes for b, s, e in places):
                ids.append(action.id)
                if action.decision is None:
                    linked[position] = replace(action, decision=decision.id)
        result.append(replace(decision, actions=tuple(ids)))
    return result, linked
