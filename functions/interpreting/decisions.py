"""What the own body decided; other bodies' decisions only with their maker, proposals and future decisions not at all."""

from __future__ import annotations

import re
from dataclasses import replace

from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import LOWER, phrase, words_of
from functions.interpreting.rules import Rule, rule_named, rules_for
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement, title_says
from functions.languages import LanguagePack
from functions.model.minutes import Action, Decision, Tier

_FUTURE = (
    r"\b<<decisions.coming>>\b[^.]{0,30}\b<<decisions.to_decide>>\b"
    r"|\b<<decisions.noun>>\s+<<decisions.is_taken>>\s+<<decisions.taken_at>>\b"
)
_OTHER_BODY = rf"^<<decisions.noun>>\s+(?:<<decisions.of_body>>\s+)?((?:[{LOWER}-]+\s+){{0,5}}<<decisions.other_heads>>)\b"
_BY_OTHER = (
    r"\b(?:(<<decisions.other_bodies>>)\s+(?:<<decisions.has>>\s+)?<<decisions.other_verbs>>"
    rf"|<<decisions.turned_verbs>>\s+((?:[{LOWER}-]*\s)?<<decisions.other_bodies>>))"
)
LABEL_RULE = "decision.label"
_PROMISES = ("action.commit", "action.commit_bound", "action.promise")
_THAT = r"<<grammar.that>>\s+"
_LEAD_OF_LIST = r".{0,60}<<decisions.list_leads>>(?:\s+<<grammar.that>>)?\s*:?"
_GIVEN = r"\s+[^.;:,]{2,60}?\s+<<verbs.as_a_task>>\b"
_AFTER_PAPER = rf"\b<<grammar.that>>\b|;|\.(?!\s+[{LOWER}])"
_AFTER_APPROVAL = rf"{_AFTER_PAPER}|,"


def find_decisions(statements: list[Statement], own: OwnBody, actions: list[Action], *, pack: LanguagePack) -> tuple[list[Decision], list[Action]]:
    """The decisions with ids "d1" …, and the actions linked to the decisions that give them."""
    found: list[Decision] = []
    promises = [action for action in actions if action.rule in _PROMISES and action.owners]
    for statement in statements:
        decision = _of_statement(statement, own, pack=pack)
        if decision is not None and not (decision.rule == LABEL_RULE and _only_promises(statement, own, promises, pack=pack)):
            found.append(decision)
    numbered = [replace(d, id=f"d{n}") for n, d in enumerate(_unique(found), 1)]
    return _linked(numbered, actions)


def _only_promises(statement: Statement, own: OwnBody, promises: list[Action], *, pack: LanguagePack) -> bool:
    """Whether a sentence in running text under a Beslut heading is what somebody undertakes: a task that the decision gives rise to, no decision."""
    if statement.label is not None or statement.listed or phrase(pack, _THAT).match(statement.text) or own.opens(statement.text):
        return False
    span = statement.span
    starts = {quote.start for action in promises for quote in action.owner_quotes if quote.block == span.block.id}
    return any(span.start <= start <= span.start + 2 for start in starts)


def _of_statement(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> Decision | None:
    text = statement.text
    if text.rstrip().endswith("?") or statement.mode == "proposal":
        return None
    other = _other_maker(text, own, pack=pack)
    rule = _rule_for(statement, own, pack=pack)
    formal = _is_formal(statement, pack=pack)
    if rule is None and formal:
        rule = rule_named(pack, "decision.formality")
    if rule is None:
        return None
    spans: list[Span] = [statement.span] if statement.tail is None else [statement.span, statement.tail]
    if statement.before is not None and len(re.findall(r"\w+", text)) <= 8 and words_of(pack, "decisions", "points_back").search(text):
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
    other = _other_maker(text, own, pack=pack) is not None
    if other and phrase(pack, "<<decisions.noun>>").match((statement.lead or statement.span).text):
        return rule_named(pack, LABEL_RULE)
    if statement.mode == "decision" and _stands_as_decision(statement, own, pack=pack):
        return rule_named(pack, LABEL_RULE)
    if other or phrase(pack, _FUTURE).search(text):
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
        if rule.form == "elected" and phrase(pack, _ELECTED, case=True).match(text) and rule.pattern.search(text):
            return rule
        if rule.form == "pointing" and _points(rule, text, pack=pack):
            return rule
    return None


# "Till sekreterare valdes …"
_ELECTED = rf"(?i:<<decisions.to_office>>)\s+[{LOWER}][^.,;:]{{3,60}}?\s(?=<<decisions.elects>>)"


def _points(rule: Rule, text: str, *, pack: LanguagePack) -> bool:
    """ "Detta bifalles.", not "Ansökan avslogs av nämnden"."""
    points = phrase(pack, r"<<decisions.pointed_at>>\s+").match(text)
    match = rule.pattern.match(text, points.end()) if points else None
    return match is not None and not phrase(pack, r"\s+<<decisions.by_others>>\b", case=True).match(text, match.end())


def _is_given(rule: Rule, text: str, *, pack: LanguagePack) -> bool:
    """ "(Därtill) gavs chefen i uppdrag att …" as the sentence's own verb."""
    lead = words_of(pack, "verbs", "linking").match(text)
    match = rule.pattern.match(text, lead.end() + 1 if lead else 0)
    return match is not None and phrase(pack, _GIVEN, case=True).match(text, match.end()) is not None


def _after_adverb(rule: Rule, text: str, *, pack: LanguagePack) -> bool:
    """ "Därtill beslutades att …": one linking word may stand before; "I höstas beslutades att …" tells of another meeting."""
    lead = words_of(pack, "verbs", "linking").match(text)
    return lead is not None and rule.pattern.match(text, lead.end() + 1) is not None


def _stands_as_decision(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Under the word Beslut: every sentence of a list; on a labelled line the first, and those in which the body or "att" goes on."""
    text = statement.text
    folded = text.casefold().strip(" .")
    if folded.startswith(pack.words("formalities", "no_decision")) or words_of(pack, "formalities", "thanks").search(text):
        return False
    if phrase(pack, _FUTURE).search(text) and not own.opens(text):
        return False
    if phrase(pack, _LEAD_OF_LIST, case=True).fullmatch(text.strip()):
        return False  # the lead of att-satser
    if statement.label is not None or statement.listed or statement.line.column == "note":
        return statement.first or bool(phrase(pack, _THAT).match(text)) or own.opens(text) or statement.listed
    return statement.first


def _own_decides(rule: Rule, text: str, own: OwnBody, *, pack: LanguagePack) -> bool:
    if rule.pattern.search(text) is None:
        return False
    subordinate = words_of(pack, "verbs", "subordinate")
    for subject in own.found(text):
        tail = text[subject.end() :]
        gap = phrase(pack, _GAP, case=True).match(tail)
        if gap is None:
            continue
        match = rule.pattern.match(tail[gap.end() :])
        before = re.search(r"(\w+)\W*$", text[: subject.start()])
        opens = (
            before is None
            or text[: subject.start()].rstrip().endswith((".", ",", ";", ":", "–", "-"))
            or before[1].casefold() in pack.words("decisions", "openers")
        )
        if match and opens and not phrase(pack, r"\s+<<decisions.undecided>>\b", case=True).match(tail, gap.end() + match.end()):
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


# What may stand between the body and its verb: a bracket, an adverb.
_GAP = r"(?:\s*\([^)]*\))?(?:\s+<<verbs.adverbs|decisions.has>>)?\s+"


def _other_maker(text: str, own: OwnBody, *, pack: LanguagePack) -> str | None:
    """Another body that decided, as written; None when nobody else did."""
    match = phrase(pack, _OTHER_BODY).match(text)
    name = match[1] if match else None
    if name is None:
        found = phrase(pack, _BY_OTHER).search(text)
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
            paper
            for paper in papers.finditer(text, 0, approval.start())
            if not phrase(pack, _AFTER_PAPER, case=True).search(text, paper.end(), approval.start())
        ]
        after = papers.search(text, approval.end(), approval.end() + 45)
        if before or (after and not phrase(pack, _AFTER_APPROVAL, case=True).search(text, approval.end(), after.start())):
            return True
    previous = title_says(statement.item, "previous", pack=pack) or (
        statement.item is not None and phrase(pack, "<<formalities.agenda>>").search(statement.item.name) is not None
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
