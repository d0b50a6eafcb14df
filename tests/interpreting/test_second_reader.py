"""A second reader may point at words; everything else is derived, and the rules win."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from functions.interpreting import interpret
from functions.interpreting.second_reader import KINDS, Pointer, find_words
from functions.languages import load
from functions.model.document import Block, Document
from functions.model.minutes import Minutes, Tier
from tests.interpreting.pages import page

TEXT = """Mötesanteckningar Samordningsråd syn
Datum: 2026-03-05
Närvarande: Helga Norin (ordf), Bo Alm, Eva Ek
# 1. Uppföljning av föregående möte
Bo har ringt kommunen om skyltarna.
# 2. Synhjälpmedel
Kanske vore det en idé – om Bo hinner före den 1 april – med en lista över ”hjälpmedel”.
Eva kontaktar leverantören senast den 20 mars.
# 3. Mötet avslutas
"""
IDEA = 'Kanske vore det en idé - om Bo hinner före den 1 april - med en lista över "hjälpmedel".'


class Pointing:
    def __init__(self, *pointers: Pointer) -> None:
        self.pointers = pointers
        self.asked: Sequence[str] = ()
        self.seen: Sequence[Block] = ()

    def read(self, blocks: Sequence[Block], kinds: Sequence[str]) -> Iterable[Pointer]:
        self.seen, self.asked = blocks, kinds
        return self.pointers


def document() -> Document:
    return page(TEXT)


def place(words: str) -> str:
    return next(block.id for block in document().blocks if words in block.text)


def read(*pointers: Pointer) -> Minutes:
    return interpret(document(), pack=load("sv"), second=Pointing(*pointers))


def test_what_it_points_at_is_proposed_with_an_owner_and_a_day_of_our_own() -> None:
    action = read(Pointer("action", place("Kanske"), IDEA, owner="om Bo hinner", due="före den 1 april")).actions[-1]
    assert (action.rule, action.tier, action.owners, action.item) == ("second.action", Tier.PROPOSED, ("Bo Alm",), "2")
    assert action.due is not None and action.due.date == "2026-03-31"
    assert action.quotes[0].text == action.text == document().by_id[action.quotes[0].block].text


@pytest.mark.parametrize(
    "quote",
    [IDEA.replace("1 april", "2 april"), IDEA.replace("Bo", "bo"), IDEA.replace("hinner", "…"), "Bo", "Kanske vore det en ide - om Bo hinner", ""],
)
def test_words_that_do_not_stand_there_give_nothing(quote: str) -> None:
    assert read(Pointer("action", place("Kanske"), quote)) == interpret(document(), pack=load("sv"))


def test_the_rules_win_over_the_same_words_and_in_follow_ups() -> None:
    plain = interpret(document(), pack=load("sv"))
    assert read(Pointer("action", place("Eva kontaktar"), "Eva kontaktar leverantören", owner="Eva")) == plain
    assert read(Pointer("action", place("har ringt"), "Bo har ringt kommunen om skyltarna.", owner="Bo")) == plain


def test_a_made_up_owner_or_day_is_left_out() -> None:
    action = read(Pointer("action", place("Kanske"), IDEA, owner="Sven Udd", due="den 5 maj")).actions[-1]
    assert (action.owners, action.due) == ((), None)


@pytest.mark.parametrize(("kind", "field"), [("decision", "decisions"), ("postponed", "postponed")])
def test_decisions_and_matters_put_off_are_proposed_too(kind: str, field: str) -> None:
    found = getattr(read(Pointer(kind, place("Kanske"), IDEA)), field)
    assert [fact.tier for fact in found if fact.rule == f"second.{kind}"] == [Tier.PROPOSED]


@pytest.mark.parametrize("pointer", [Pointer("action", "no such block", IDEA), Pointer("gossip", "b1", IDEA)])
def test_odd_pointers_are_left_out(pointer: Pointer) -> None:
    assert read(pointer) == interpret(document(), pack=load("sv"))


def test_one_that_fails_changes_nothing() -> None:
    class Failing:
        def read(self, blocks: Sequence[Block], kinds: Sequence[str]) -> Iterable[Pointer]:
            raise TimeoutError

    assert interpret(document(), pack=load("sv"), second=Failing()) == interpret(document(), pack=load("sv"))


def test_it_sees_the_points_and_not_who_was_there() -> None:
    reader = Pointing()
    interpret(document(), pack=load("sv"), second=reader)
    assert reader.asked == KINDS
    assert not any("Närvarande" in block.text for block in reader.seen)


def test_words_that_stand_twice_point_nowhere() -> None:
    assert find_words("samma ord här", Block("b", "samma ord här och samma ord här")) is None
    found = find_words("e\u0301n annan sak", Block("b", "Och \u00adén\u00a0annan  sak"))
    assert found is not None and found.text == "én\u00a0annan  sak"
