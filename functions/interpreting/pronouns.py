"""Whom "han", "hon", "de" and "båda" mean: whoever the words before name, and nobody where two may be meant or nobody is named."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.spans import Span
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners, Subject


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom the words before a pronoun name."""

    subject: Subject
    span: Span


def with_pronouns(statement: Statement, subjects: list[Subject], cast: Cast) -> list[Subject]:
    """The subjects of a sentence with its pronouns that stand for people named before; other pronouns are none."""
    kept = [s for s in subjects if not (s.group and is_pronoun(statement.text[s.start : s.end], cast=cast))]
    found = []
    for match in words_of(cast.pack, "verbs", "pronouns_one", "pronouns_many").finditer(statement.text):
        subject = Subject(*match.span(), (match.span(),))
        meant = referent(statement, subject, cast)
        if meant is not None and all(s.end <= subject.start or s.start >= subject.end for s in kept):
            found.append(replace(subject, group=meant.group))
    return sorted([*kept, *found], key=lambda subject: subject.start)


def is_pronoun(text: str, *, cast: Cast) -> bool:
    """Whether a mention is "han", "de" and the like."""
    return words_of(cast.pack, "verbs", "pronouns_one", "pronouns_many").fullmatch(text) is not None


def referent(statement: Statement, subject: Subject, cast: Cast) -> Owners | None:
    """Who is meant, quoted with the pronoun; choices where several may be; None where the words before name nobody."""
    word = statement.text[subject.start : subject.end]
    many = words_of(cast.pack, "verbs", "pronouns_many").fullmatch(word) is not None
    own = statement.span.part(subject.start, subject.end).quote()
    named = _named_before(statement, subject.start, cast)
    if many:
        named = [one for one in named if one.subject.group or len(one.subject.mentions) > 1]
        if len(named) != 1:
            return None
    people = [cast.owners_of(one.subject, one.span, item=statement.item) for one in named]
    names = tuple(dict.fromkeys(name for one in people for name in (*one.names, *(name for _, choice in one.choices for name in choice))))
    quotes = (own, *(quote for one in people for quote in one.quotes))
    if not names:
        return None
    if many and not any(one.choices for one in people):
        return Owners(names, quotes, group=named[0].subject.group)
    return (
        Owners(names, quotes)
        if len(names) == 1 and not _behind_another(named[0], cast)
        else Owners((), quotes, ((word, names),), ("owner_ambiguous",))
    )


def _behind_another(named: _Named, cast: Cast) -> bool:
    """Whether somebody without a name stands before the only one who has one: "Konsulten har lämnat en rapport till Bo. Hon …"."""
    before = named.span.text[: named.subject.start]
    return not named.subject.group and phrase(cast.pack, r"(?<![\w-])<<verbs.unnamed>>(?!\w)(?!\s*$)").search(before) is not None


def _named_before(statement: Statement, at: int, cast: Cast) -> list[_Named]:
    """The people that stand before a pronoun in its own sentence, else those of the sentence before it in the same paragraph."""
    here = [_Named(s, statement.span) for s in cast.subjects(statement.text, item=statement.item) if s.end <= at]
    people = [one for one in here if not one.subject.group]
    if people or statement.before is None:
        return people
    before = statement.before
    told = [_Named(s, before) for s in cast.subjects(before.text, item=statement.item)]
    people = [one for one in told if not one.subject.group]
    return people or [one for one in told if one.subject.start == 0]
