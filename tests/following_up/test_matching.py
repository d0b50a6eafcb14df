"""Which task a later statement speaks of: closings that must be seen, and ones that must not."""

from __future__ import annotations

import pytest

from functions.following_up.repeating import usual_titles
from functions.following_up.words import nearly_identical, overlap, same_person, same_word, similarity
from tests.following_up.council import minutes, register, said, task, tell

TASKS = (
    task("Asta tar fram ett utkast till skötselplan för stadsparken", "Asta Ek"),
    task("Asta kontaktar Trafikkontoret om rötterna vid Storgatan", "Asta Ek", id="a2"),
    task("Bo kontaktar Trafikkontoret om belysningen vid dammen", "Bo Alm", id="a3"),
    task("Cilla undersöker hur många almar som är sjuka och återkommer", "Cilla Lind", id="a4"),
    task("BA bjuder in arboristen till nästa möte", "Bo Alm", id="a5"),
    task("Alla ledamöter lämnar synpunkter på trädpolicyn till Cilla senast den 20 mars", "Alla ledamöter", id="a6"),
)


def closed_by(text: str, *owners: str, status: str = "done") -> dict[str, str]:
    """The tasks that the statement changed: their first words → status."""
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Träd", "Trädpolicy"), actions=TASKS)),
        ("2.docx", minutes("2026-04-06", follow_ups=(said(text, status, *owners),))),
    )
    return {item.text: item.status.value for item in register(log).items if item.status != "open"}


@pytest.mark.parametrize(
    ("text", "owners", "place"),
    [
        ("Utkast till skötselplan: Asta har tagit fram ett utkast", ("Asta Ek",), 0),
        ("Asta har kontaktat trafikkontoret om rötterna på Storgatan", ("Asta Ek",), 1),
        ("Kontakten med Trafikkontoret om dammens belysning är klar", ("Bo Alm",), 2),
        ("Antal sjuka almar: Cilla har undersökt saken, det är 43 almar", ("Cilla Lind",), 3),
        ("Bo har bjudit in arboristen till mötet", ("Bo Alm",), 4),
        ("Synpunkter på trädpolicyn har lämnats till Cilla", (), 5),
        ("Synpunkter på trädpolicyn har lämnats till Cila", (), 5),
    ],
)
def test_a_task_in_other_words_is_found(text: str, owners: tuple[str, ...], place: int):
    found = closed_by(text, *owners)
    assert set(found) == {TASKS[place].text}
    assert set(found.values()) <= {"done", "seems_done"}


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Trafikkontoret har svarat", ()),
        ("Asta har kontaktat Kulturförvaltningen om en staty", ("Asta Ek",)),
        ("Cilla har målat bänkarna", ("Cilla Lind",)),
        ("Kontakten med Trafikkontoret är klar", ()),
        ("Belysningen vid torget är lagad", ()),
        ("Skötselplan för kyrkogården är antagen", ()),
        ("Utkastet är klart", ()),
        ("Klart", ()),
        ("", ()),
        ("Alla ledamöter är informerade", ()),
        ("Mötet med arboristerna i Malmö är genomfört", ()),
    ],
)
def test_a_statement_about_something_else_closes_nothing_for_sure(text: str, owners: tuple[str, ...]):
    assert "done" not in closed_by(text, *owners).values()


def test_the_right_words_about_another_persons_task_do_not_close_it_for_sure():
    assert set(closed_by("Asta har kontaktat Trafikkontoret om belysningen vid dammen", "Asta Ek").values()) <= {"seems_done"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("rutin", "rutinerna"), ("kontaktar", "kontaktat"), ("utkast", "utkastet"), ("endokrinolog", "endokrinlog"), ("protokoll", "protkoll")],
)
def test_forms_and_slips_of_a_word_are_that_word(one: str, other: str):
    assert same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hypoglykemi", "hyperglykemi"), ("patient", "patientsäkerhetsrapport"), ("2025", "2026"), ("almar", "ekar"), ("plan", "platsen")],
)
def test_other_words_are_other_words(one: str, other: str):
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Asta mäter ekarna vid torget", "asta mäter ekarna vid torget.", True),
        ("Asta mäter ekarna vid torget", "Asta mäter ekarna vid kyrkan", False),
        ("Asta mäter ekarna vid torget 2025", "Asta mäter ekarna vid torget 2026", False),
        ("SU kontaktar RPO", "SV kontaktar RPO", False),
    ],
)
def test_nearly_identical_allows_no_word_in_place_of_another(one: str, other: str, same: bool):
    assert nearly_identical(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna T", "Anna Tornberg", True),
        ("ES", "Erik Sandahl", True),
        ("Erik", "Erik Sandahl", True),
        ("Anna W", "Anna Tornberg", False),
        ("Anna Lind", "Anna Linder", True),
        ("Alla sjukhus", "Varje sjukhus", False),
        ("", "Erik Sandahl", False),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool):
    assert same_person(one, other) is same


def test_empty_texts_share_nothing():
    assert (overlap("", "").dice, overlap("", "ek").dice, similarity("", "ekar vid torget")) == (0.0, 0.0, 0.0)


def test_titles_at_most_meetings_are_usual_and_so_are_the_known_ones():
    meetings = [("Ekar", "Övriga frågor"), ("Ekar", "Almar"), ("Ekar", "Lindar")]
    assert usual_titles(meetings) == {"ekar", "övriga frågor"}
