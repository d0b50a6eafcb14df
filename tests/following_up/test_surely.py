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


BO = (Person("Asta Ek", "chair"), Person("Bo Alm"))


def after_overheard(text: str, *, promised: str = "Asta anmäler felet på ventilationen") -> str:
    """What has become of a task after a later meeting that states something under another title, of nobody knows which task."""
    first = minutes("2026-03-02", titles=TITLES, people=BO, actions=(task(promised, "Asta Ek"), task("Bo målar båten i hamnen", "Bo Alm")))
    stated = replace(said(text, "mentioned", item="1"), rule="follow_up.overheard")
    later = minutes("2026-04-06", titles=("Övrigt",), people=BO, remarks=(stated,))
    return row(tell(("1.docx", first), ("2.docx", later)), text=promised).status.value


@pytest.mark.parametrize(
    "text",
    [
        "Felet på ventilationen anmäldes den 12 februari.",
        "Asta har anmält felet på ventilationen.",
        "Felet på ventilationen är nu anmält.",
    ],
)
def test_a_task_s_own_deed_in_the_past_of_its_own_thing_closes_it_wherever_it_is_stated(text: str) -> None:
    assert after_overheard(text) == "done"


@pytest.mark.parametrize(
    "text",
    [
        "Felet på ventilationen har inte anmälts.",
        "Felet på ventilationen anmäls den 12 maj.",
        "När felet på ventilationen har anmälts tar vi upp frågan.",
        "Felet på hissen anmäldes den 12 februari.",
        "Ögonkliniken har anmält felet på ventilationen.",
        "Är felet på ventilationen anmält?",
        "Några av felen på ventilationen är anmälda.",
    ],
)
def test_what_is_denied_planned_asked_or_done_to_another_thing_or_by_others_closes_nothing(text: str) -> None:
    assert after_overheard(text) != "done"


def test_another_letter_or_month_is_another_thing() -> None:
    assert after_overheard("Asta har bytt lampan i trapphus A.", promised="Asta byter lampan i trapphus B") != "done"
    assert after_overheard("Remisserna från mars är sorterade.", promised="Asta sorterar remisserna från februari") != "done"
    assert after_overheard("Remisserna från februari är sorterade.", promised="Asta sorterar remisserna från februari") == "done"


def test_what_was_only_to_be_sent_is_sent_though_no_answer_has_come() -> None:
    sent = "Asta har skickat brevet till kommunen, svar väntas i maj."
    assert after_overheard(sent, promised="Asta skickar brevet till kommunen") == "done"
    assert after_overheard("Asta har frågat kommunen om ramperna, svar väntas i maj.", promised="Asta frågar kommunen om ramperna") != "done"


DONE_BEFORE = "Asta har anmält felet på ventilationen."


def after_denial(text: str, *, promised: str = "Asta anmäler felet på ventilationen", done: str = DONE_BEFORE) -> list[str]:
    """What a third meeting's remark in passing adds to the history of a task that the second told done."""
    first = minutes("2026-03-02", titles=TITLES, people=BO, actions=(task(promised, "Asta Ek"),))
    second = minutes("2026-04-06", titles=("Från förra mötet",), people=BO, follow_ups=(said(done, "done", item="1"),))
    stated = replace(said(text, "kept", item="1"), rule="follow_up.told", tier=Tier.PROPOSED)
    third = minutes("2026-05-04", titles=("Övrigt",), people=BO, remarks=(stated,))
    found = row(tell(("1.docx", first), ("2.docx", second), ("3.docx", third)), text=promised)
    return [event.type for event in found.events if event.meeting == "2026-05-04"]


@pytest.mark.parametrize(
    "text",
    ["Felet på ventilationen är fortfarande inte anmält.", "Felet på ventilationen blev aldrig anmält.", "Felet på ventilationen är inte anmält."],
)
def test_what_denies_the_very_deed_of_a_closed_task_contradicts_it(text: str) -> None:
    assert after_denial(text) == ["contradicted"]


@pytest.mark.parametrize("text", ["Ingen har ringt om felet på ventilationen.", "Fastighet har ännu inte återkommit om felet på ventilationen."])
def test_what_is_denied_of_others_about_a_closed_task_contradicts_nothing(text: str) -> None:
    assert after_denial(text) == []


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Remissvaret om höftfraktur är inskickat den 12 mars.", True),
        ("Svaret på remissen om höftfraktur är avgivet.", True),
        ("Remissvaret är inte inskickat.", False),
        ("Utkastet till remissvar är skickat till Bo.", False),
        ("Remissvaret ska vara inskickat den 12 mars.", False),
        ("Folktandvårdens remissvar är inskickat.", False),
    ],
)
def test_an_answer_that_is_sent_is_what_a_task_to_write_it_was_for(text: str, over: bool) -> None:
    promised = "Asta skriver rådets svar på remissen om höftfraktur"
    assert (after_overheard(text, promised=promised) == "done") is over


def test_of_two_things_alike_the_one_under_the_very_point_is_meant() -> None:
    actions = (task("Asta skickar remissvaret", "Asta Ek", item="1"), task("Bo skickar remissvaret", "Bo Alm", item="2"))
    first = minutes("2026-03-02", titles=TITLES, people=BO, actions=actions)
    told = replace(said("Remissvaret är skickat.", "done", item="1"), rule="follow_up.told", tier=Tier.PROPOSED)
    later = minutes("2026-04-06", titles=("Häckarna",), people=BO, remarks=(told,))
    log = tell(("1.docx", first), ("2.docx", later))
    assert (row(log, text="Bo skickar").status.value, row(log, text="Asta skickar").status.value) == ("done", "open")
