"""Every pack has the sections and keys of the Swedish one, holds words as the program compares them, and nothing that the program does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from functions.interpreting import interpret
from functions.interpreting.dates import find_dates
from functions.interpreting.phrases import words_at
from functions.languages import LanguagePack, available, load
from tests.interpreting.pages import ROSTER, page

CODES = available()
OTHERS = [code for code in CODES if code != "sv"]
# Tables whose keys are words, letters or days of the language itself.
OWN_KEYS = {
    "verbs.infinitive_of", "bodies.acronyms", "bodies.definites", "bodies.own_by_name",
    "dates.months", "dates.ordinals", "dates.numbers", "dates.holidays", "names.definite",
}  # fmt: skip
# Here capitals count; everywhere else words stand in small letters, since they are compared so.
AS_WRITTEN = {"names.acronyms", "names.abbreviations", "names.given_names", "names.word_names", "bodies.inner_acronyms", "bodies.no_organization"}
# What a rule is named in code for: a pack without one of these lacks a whole way of reading, so each has them.
NAMED_IN_CODE = {
    "action.commit", "action.promise", "action.label", "action.tag", "action.table", "action.column", "decision.label", "decision.formality",
}  # fmt: skip
# A pack need not have these: constructions that its language may lack, and rules that belong to the Swedish one's ways of speaking.
OPTIONAL_FORMS = {
    "need", "given", "elected", "parked", "later", "plain", "bare", "of_matter", "subject_phrase", "bracket", "lead", "urge", "passive_agent",
    "passive_modal", "waits", "instead",
    "subject_present", "appoint", "handed", "closing", "responsible",
    "carried", "own_noun", "whole", "matter", "named", "own_order", "chosen", "vote", "chair_finds",
    "own_refusal", "own_option", "allowed", "ordered", "spent", "answer", "echoed", "on_trial", "outcome", "further",
    "not_changed", "unsaid", "seated", "shared", "passed_on", "fronted", "none_of", "echo", "picked", "granted", "replied",
    "tried", "shown", "settled_by_name", "ruled", "ended", "let",
}  # fmt: skip
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("interpreting", "following_up")
    for path in sorted((Path(__file__).parents[2] / "functions" / folder).rglob("*.py"))
    if path.name != "phrases.py"  # its examples name no real key
)


def keys_of(table: dict[str, Any], *, below: str = "") -> Iterator[tuple[str, Any]]:
    """Every key with its dotted path and value; the tables of OWN_KEYS end there."""
    for key, value in table.items():
        path = f"{below}{key}"
        if path == "rules":
            continue
        yield path, value
        if isinstance(value, dict) and path not in OWN_KEYS:
            yield from keys_of(value, below=f"{path}.")


def shape(code: str) -> dict[str, type]:
    return {path: type(value) for path, value in keys_of(dict(load(code).sections))}


def word_lists(code: str) -> Iterator[tuple[str, list[str]]]:
    for path, value in keys_of(dict(load(code).sections)):
        if isinstance(value, list):
            yield path, value


@pytest.mark.parametrize("code", OTHERS)
def test_a_pack_has_every_section_and_key_of_the_swedish_one_and_no_other(code: str) -> None:
    # An empty list says that the language has no such word; a season may lack what is said of "before" it.
    assert shape(code) == shape("sv")


@pytest.mark.parametrize("code", CODES)
def test_a_pack_says_its_language_and_gives_minutes_for_its_examples(code: str) -> None:
    pack = load(code)
    assert pack.sections["language"] == pack.code == code
    assert str(pack.table("examples")["minutes"]).count("{}") == 1


@pytest.mark.parametrize("code", CODES)
def test_words_stand_in_small_letters_where_case_does_not_count(code: str) -> None:
    wrong = {path: [word for word in words if word != word.casefold()] for path, words in word_lists(code) if path not in AS_WRITTEN}
    assert {path: words for path, words in wrong.items() if words} == {}


@pytest.mark.parametrize("code", CODES)
def test_no_list_holds_a_word_twice(code: str) -> None:
    twice = {path: sorted({word for word in words if words.count(word) > 1}) for path, words in word_lists(code)}
    assert {path: words for path, words in twice.items() if words} == {}


@pytest.mark.parametrize("code", CODES)
def test_the_calendar_of_a_pack_is_whole(code: str) -> None:
    pack = load(code)
    assert set(pack.table("dates", "months").values()) == set(range(1, 13))
    assert len(words_at(pack, "dates.month_names.full")) == 12
    assert set(pack.table("dates", "weekdays")) == {str(day) for day in range(1, 8)}
    assert set(pack.table("dates", "seasons")) == {"spring", "summer", "autumn", "winter"}
    day = re.compile(r"(?:(?:friday|sunday) )?\d\d-\d\d|[+-]\d+")
    for table in ("seasons", "terms", "holidays"):
        for found in pack.table("dates", table).values():
            assert found["names"]
            assert day.fullmatch(found["from"]) and day.fullmatch(found["to"])
    for number, month in enumerate(words_at(pack, "dates.month_names.full"), 1):
        assert pack.table("dates", "months")[month] == number


@pytest.mark.parametrize("code", CODES)
def test_a_pack_has_a_rule_for_every_kind_of_fact_and_for_each_construction_that_it_must_know(code: str) -> None:
    rules = load(code).sections["rules"]
    assert {rule["kind"] for rule in rules} >= {"action", "decision", "returned", "deferred", "parked", "consultation", "standing"}
    assert {rule["id"] for rule in rules} >= NAMED_IN_CODE
    assert {rule["form"] for rule in load("sv").sections["rules"]} - {rule["form"] for rule in rules} <= OPTIONAL_FORMS


def test_every_word_list_that_the_program_looks_up_is_in_the_packs() -> None:
    asked = {path for token in re.findall(r"<<([\w.|]+\.[\w.|]+)>>", SOURCE) for path in token.split("|")}
    asked |= {f"{section}.{key}" for section, key in re.findall(r'words(?:_of\(pack|_of\(self\.pack|\(), ?"(\w+)", "(\w+)"', SOURCE)}
    asked |= {f"{section}.{key}" for section, key in re.findall(r'\.words\("(\w+)", "(\w+)"', SOURCE)}
    known = {path for code in CODES for path in shape(code)}
    assert len(asked) > 200
    assert asked - known == set()


def test_every_key_of_the_packs_is_one_that_the_program_looks_up() -> None:
    iterated = {"sections", "facts", "labels"}  # each key of these is a kind of its own
    built = {"roster.header_role", "roster.header_organization", "roster.header_attendance", "examples.minutes"}
    tokens = {path for token in re.findall(r"<<([^>]*)", SOURCE) for path in re.findall(r"[\w.]+", token)}
    asked = {".".join(path.split(".")[:2]) for path in tokens}
    asked |= {key for pattern in (r"[\"'](\w+)[\"']", r"\b(\w+)\|", r"\|(\w+)", r"<<(\w+)>>") for key in re.findall(pattern, SOURCE)}
    for path in shape("sv"):
        section, _, key = path.partition(".")
        if not key or section in iterated or path in built or key.count(".") or path in OWN_KEYS:
            continue
        assert asked & {path, key}, path


def test_a_pack_without_any_words_reads_nothing_and_does_not_fail() -> None:
    bare = LanguagePack("xx", {})
    minutes = interpret(page(f"{ROSTER}# 1. Syn\nBo Alm tar fram ett underlag till den 3 april.\n"), pack=bare)
    assert (minutes.actions, minutes.decisions, minutes.postponed) == ((), (), ())


@pytest.mark.parametrize("code", CODES)
def test_a_day_of_every_month_is_read_and_so_is_its_weekday(code: str) -> None:
    from datetime import date

    pack = load(code)
    for number, month in enumerate(words_at(pack, "dates.month_names.full"), 1):
        day = date(2026, number, 7)
        weekday = pack.table("dates", "weekdays")[str(day.isoweekday())][0]
        point = "." if "." in words_at(pack, "dates.ordinal_ending.any") else ""
        found = find_dates(f"{weekday} 7{point} {month} 2026", reference=date(2026, 1, 15), pack=pack)
        assert [(span.first, span.weekday_mismatch) for span in found] == [(day, False)], month
