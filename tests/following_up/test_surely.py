"""What closes a row for certain, beside what only looks so: a matter decided after being put off, and words that evidence bears out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.following_up.concluding import concludes
from functions.following_up.hearing import only_speaks
from functions.model.minutes import Decision, Person, Tier
from functions.model.register import OpenItem
from tests.following_up.council import minutes, put_off, quote, register, row, said, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"))
OAKS = task("Asta mäter ekarna vid torget", "Asta Ek")
TITLES = ("Ekar", "Häckarna", "Parkbänkar")


def decided(text: str, *, item: str) -> Decision:
    return Decision("d1", item, text, "decision", tier=Tier.SURE, quotes=quote(text))


def after_three_meetings(*, beside: bool) -> list[OpenItem]:
    """The rows after a matter was put off twice, in other words each time, and then decided. beside: its title once headed a task too."""
    task_beside = (task("Bo klipper häcken vid sjön", "Bo Alm", item="2"),) if beside else ()
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=task_beside, postponed=(put_off("Ärendet bordläggs.", item="2"),))
    second = minutes("2026-04-06", titles=TITLES, people=PEOPLE, postponed=(put_off("Bo hann inte läsa underlaget, tas nästa gång.", item="2"),))
    third = minutes("2026-05-04", titles=TITLES, people=PEOPLE, decisions=(decided("Rådet beslutar att behålla häckarna.", item="2"),))
    return list(register(tell(("1.docx", first), ("2.docx", second), ("3.docx", third))).items)


def test_a_matter_that_came_back_only_because_it_was_put_off_is_over_once_it_is_decided() -> None:
    (item,) = after_three_meetings(beside=False)
    assert (item.status.value, item.times_postponed) == ("done", 1)


def test_a_decision_under_a_title_that_heads_other_things_too_only_asks() -> None:
    matters = [item for item in after_three_meetings(beside=True) if item.kind.value != "action"]
    assert matters
    assert {item.status.value for item in matters} == {"seems_done"}


def after_remark(text: str, *, title: str = "Ekar", section: bool = False) -> str:
    """What has become of the oaks after a remark of a later meeting, under their own point or another."""
    remark = said(text, "done", item="1")
    told = remark if section else replace(remark, rule="follow_up.told", tier=Tier.PROPOSED)
    later = minutes("2026-04-06", titles=(title,), people=PEOPLE, follow_ups=(told,) if section else (), remarks=() if section else (told,))
    return row(tell(("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))), ("2.docx", later))).status.value


@pytest.mark.parametrize("text", ["Astas lista över ekarna vid torget fanns med kallelsen", "Asta var vid ekarna på torget den 3 april"])
def test_words_under_the_tasks_own_point_that_name_its_owner_close_it(text: str) -> None:
    assert after_remark(text) == "done"


@pytest.mark.parametrize(
    "text",
    [
        "Asta har diskuterat ekarna vid torget",
        "Asta påminde om ekarna vid torget",
        "Ekarna vid torget tas upp under punkt 5",
        "Rådet har tagit del av en film om ekarna vid torget",
        "Ekarna vid torget är mätta vad gäller de två största",
        "Ekarna vid torget är i stort sett mätta",
        "Ekarna vid torget är mätta förutom den vid fontänen",
        "Asta har hittills mätt ekarna vid torget på norra sidan",
    ],
)
def test_what_is_only_spoken_of_or_done_in_part_is_not_over(text: str) -> None:
    assert after_remark(text) != "done"
    assert after_remark(text, section=True) != "done"


def test_the_task_s_thing_among_other_matters_without_its_deed_only_asks() -> None:
    assert after_remark("Asta har foton av ekarna vid torget, tog med dem i dag", title="Övrigt") != "done"


@pytest.mark.parametrize(("text", "spoken"), [("Frågan har diskuterats", True), ("Vi tog del av svaren", True), ("Frågan är utredd", False)])
def test_speaking_of_a_matter_is_told_from_doing_it(text: str, spoken: bool) -> None:
    assert only_speaks(text) is spoken


@pytest.mark.parametrize(
    "text",
    [
        "Frågan kan därmed avslutas.",
        "Ägaren visade inget intresse och frågan avslutas",
        "Ärendet är härmed avskrivet.",
        "Därmed får saken anses slutligt utredd.",
        "Uppdraget återkallas.",
        "Listan lämnas utan ytterligare åtgärd.",
        "Vi lägger det bakom oss.",
        "Bo befrias från uppdraget.",
    ],
)
def test_words_that_end_a_matter_are_known(text: str) -> None:
    assert concludes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Frågan kan inte avslutas.",
        "Kan frågan avslutas?",
        "Frågan avslutas när alla har svarat.",
        "Asta föreslår att frågan avslutas.",
        "Ärendet bör avskrivas.",
        "Uppdraget är delvis slutfört.",
        "Frågan om parkbänkarna avslutas.",
        "Frågan ska avslutas till hösten.",
        "Hoppas att uppdraget är klart i maj.",
        "Frågan diskuterades.",
    ],
)
def test_what_denies_plans_asks_or_names_another_matter_ends_none(text: str) -> None:
    assert not concludes(text)


def test_words_that_end_a_task_in_so_many_words_close_the_one_they_are_about() -> None:
    assert after_remark("Ekarna vid torget: marken är såld och frågan avslutas.", title="Från förra mötet", section=True) == "done"
    assert after_remark("Ekarna vid torget: frågan avslutas när marken är såld.", title="Från förra mötet", section=True) != "done"


def after_a_word_on_the_hedges(text: str, *, also_open: bool = False) -> str:
    """What has become of a matter that was put off, after later minutes say this under its point."""
    beside = (task("Bo klipper häcken vid sjön", "Bo Alm", item="2"),) if also_open else ()
    waiting = put_off("Vi återkommer när budgeten är klar.", item="2", kind="parked")
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=beside, postponed=(waiting,))
    later = minutes("2026-04-06", titles=TITLES, people=PEOPLE, remarks=(replace(said(text, "mentioned", item="2"), rule="follow_up.overheard"),))
    return row(tell(("1.docx", first), ("2.docx", later)), text="Vi återkommer").status.value


def test_a_matter_that_was_put_off_is_over_when_its_point_ends_it_and_nothing_else_is_open_there() -> None:
    assert after_a_word_on_the_hedges("Frågan kan därmed läggas åt sidan.") == "done"
    assert after_a_word_on_the_hedges("Frågan kan läggas åt sidan när budgeten är klar.") != "done"
    assert after_a_word_on_the_hedges("Frågan kan därmed läggas åt sidan.", also_open=True) != "done"
