"""Later minutes give a task to somebody else, move its day, do half of it, open it again or deny that it was done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.following_up.handing_on import does_it_now, new_owner, office_with_it
from functions.following_up.hearing import closes_point, names_some_of, opens_again, takes_back
from functions.following_up.naming import gather_names
from functions.model.minutes import Action, FollowUp, Person, Tier
from functions.model.register import OpenItem
from tests.following_up.council import due, minutes, put_off, register, row, said, standing, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Anna Tall"), Person("Anna Rönn"))
OAKS = task("Asta mäter ekarna vid torget", "Asta Ek")
NAMES = gather_names((person.name, None) for person in PEOPLE)


def after(*told: FollowUp, first: Action = OAKS) -> OpenItem:
    """The task after meetings that said these things of it, one each."""
    later = [(f"{month}.docx", minutes(f"2026-0{month}-06", people=PEOPLE, follow_ups=(one,))) for month, one in enumerate(told, 4)]
    return row(tell(("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(first,))), *later))


def types(item: OpenItem) -> list[str]:
    return [event.type for event in item.events[1:]]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ekarna vid torget: inte påbörjat, Bo Alm tar över från maj", "Bo Alm"),
        ("Mätningen av ekarna övertas av Bo", "Bo Alm"),
        ("Asta slutar och lämnar uppgiften till Anna R", "Anna Rönn"),
        ("Ansvaret för mätningen går från Asta till Bo Alm", "Bo Alm"),
        ("Uppgiften övergår från Asta Ek till Anna Tall.", "Anna Tall"),
        ("Bo ringer kommunen i stället för Asta", "Bo Alm"),
        ("Mätningen görs fortsättningsvis av Bo Alm", "Bo Alm"),
        ("Asta slutar i maj, Bo mäter ekarna i stället", "Bo Alm"),
        ("Inte påbörjat. Tove Stråle tar över från januari", "Tove Stråle"),
        ("Ekarna: → Bo", "Bo Alm"),
        ("Brevet från Asta kom till kommunen", None),
        ("Ekarna mäts av Bo", None),
        ("Region Norr tar över", None),
        ("Ekarna mäts i maj i stället för i april", None),
        ("Norra Skogsbolaget tar över", None),
        ("Anna tar över", None),
        ("Mätningen övertas av Tove Stråle, som kommer i mars", "Tove Stråle"),
        ("Ny ansvarig för mätningen är Bo", "Bo Alm"),
        ("Asta har fått nytt jobb och Bo mäter ekarna i hennes ställe", "Bo Alm"),
        ("Bo tar över efter Asta som kontaktperson för parken", None),
        ("Bo tar över efter Asta som ansvarig", "Bo Alm"),
        ("Grannkommunen tar över", None),
        ("Bo berättade att det går bra", None),
    ],
)
def test_who_takes_a_task_over_is_heard_and_nobody_is_guessed(text: str, owner: str | None) -> None:
    assert new_owner(text, names=NAMES) == owner


def test_a_task_that_somebody_takes_over_is_theirs() -> None:
    item = after(said("Asta hann inte mäta ekarna vid torget. Bo Alm tar över", "kept", "Asta Ek"))
    assert (item.owners, item.status, types(item)) == (("Bo Alm",), "open", ["kept", "reassigned"])


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Listan kom aldrig fram. Bo letar och skickar", "Bo Alm"),
        ("Ekarna | Asta Ek | Inte mätta, det var för blött. Bo Alm mäter dem i maj", "Bo Alm"),
        ("Inte mätta. Bo hälsar att det regnade", None),
        ("Inte mätta. Bo återkommer", None),
        ("Inte mätta. Bo och Anna T mäter", None),
        ("Inte mätta. Grannen mäter", None),
        ("Inte mätta", None),
        ("", None),
    ],
)
def test_who_does_what_remains_is_heard_and_not_who_only_tells(text: str, owner: str | None) -> None:
    assert does_it_now(text, names=NAMES) == owner


def test_a_new_task_that_says_a_done_one_is_taken_up_anew_is_that_one() -> None:
    anew = task("Bo mäter ekarna vid torget igen", "Bo Alm", by=due("2026-06-01"))
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=(said("Asta har mätt ekarna vid torget", "done"),))),
        ("3.docx", minutes("2026-05-04", people=PEOPLE, actions=(anew,))),
    )
    item = row(log)
    assert (item.status, item.owners, item.due, types(item)) == ("open", ("Bo Alm",), due("2026-06-01"), ["done", "reopened", "due_moved"])


def test_a_new_task_of_another_matter_opens_nothing_again() -> None:
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=(said("Asta har mätt ekarna vid torget", "done"),))),
        ("3.docx", minutes("2026-05-04", people=PEOPLE, actions=(task("Bo ringer länsstyrelsen igen", "Bo Alm"),))),
    )
    assert {item.text: item.status.value for item in register(log).items} == {OAKS.text: "done", "Bo ringer länsstyrelsen igen": "open"}


def test_what_surely_ends_a_task_in_other_words_is_asked_about_where_one_is_near() -> None:
    others = (task("Bo köper spadar", "Bo Alm", id="a2"), task("Anna T ritar kartan", "Anna Tall", id="a3"))
    told = tuple(said(text, "done", item="1") for text in ("Asta: träden är klara", "Spadarna är köpta", "Kartan är ritad"))
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS, *others))),
        ("2.docx", minutes("2026-04-06", titles=("Uppföljning",), people=PEOPLE, follow_ups=told)),
    )
    assert [item.status.value for item in sorted(register(log).items, key=lambda item: item.text)] == ["done", "seems_done", "done"]


def test_the_owners_column_of_a_list_of_tasks_tells_whose_a_task_is() -> None:
    line = replace(said("Asta mäter ekarna vid torget", "kept", "Bo Alm"), rule="follow_up.table")
    assert after(line).owners == ("Bo Alm",)
    assert after(replace(line, rule="follow_up.section")).owners == ("Asta Ek",)


def test_a_new_day_for_what_remains_is_its_day() -> None:
    item = after(replace(said("Ekarna vid torget är inte mätta än", "kept"), due=due("2026-06-01")))
    assert (item.due, types(item)) == (due("2026-06-01"), ["kept", "due_moved"])


def test_a_month_that_holds_the_day_moves_nothing() -> None:
    dated = replace(OAKS, due=due("2026-06-14"))
    month = replace(due("2026-06-30"), text="i juni", granularity="month")
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(dated,))),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=(replace(said("Ekarna vid torget är inte mätta än", "kept"), due=month),))),
    )
    assert (row(log).due, types(row(log))) == (due("2026-06-14"), ["kept"])
    later = replace(month, date="2026-07-31", text="i juli")
    moved = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(dated,))),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=(replace(said("Ekarna vid torget är inte mätta än", "kept"), due=later),))),
    )
    assert types(row(moved)) == ["kept", "due_moved"]


def test_a_day_that_is_told_of_what_is_done_moves_nothing() -> None:
    assert types(after(replace(said("Asta mätte ekarna vid torget", "done"), due=due("2026-04-01")))) == ["done"]


TWO = task("Asta och Bo frågar sina grannar om häckarna", "Asta Ek", "Bo Alm")


def test_one_of_two_who_did_it_did_a_part() -> None:
    half = said("Asta har frågat sina grannar om häckarna", "done", "Asta Ek")
    assert after(half, first=TWO).status == "part_done"
    assert after(half, said("Nu har också Bo frågat sina grannar om häckarna", "done", "Bo Alm"), first=TWO).status == "done"
    assert after(said("Grannarna är tillfrågade om häckarna", "done"), first=TWO).status == "done"


def test_what_goes_on_in_the_next_sentence_is_about_the_same_task() -> None:
    told = (said("Asta har mätt ekarna vid torget", "done"), said("En återstår", "kept"))
    log = tell(("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))), ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=told)))
    assert row(log).status == "seems_done"


def test_a_done_task_that_is_said_to_remain_is_asked_about() -> None:
    item = after(said("Asta har mätt ekarna vid torget", "done"), said("Ekarna vid torget är inte mätta", "kept"))
    assert (item.status, types(item)) == ("seems_done", ["done", "contradicted"])


def test_a_done_task_that_is_taken_up_anew_is_open() -> None:
    item = after(said("Asta har mätt ekarna vid torget", "done"), said("Asta mäter ekarna vid torget på nytt", "kept"))
    assert (item.status, types(item)) == ("open", ["done", "reopened"])


@pytest.mark.parametrize("text", ["Februari blev torrare än januari i hela parken", "Vädret mättes som planerat", "Vädret är nu genomgånget"])
def test_a_standing_point_is_not_over_by_what_is_told_under_it(text: str) -> None:
    remark = replace(said(text, "done", item="1"), rule="follow_up.passing", tier=Tier.PROPOSED)
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, titles=("Väder",), standing=(standing("Väder ska vara en stående punkt"),))),
        ("2.docx", minutes("2026-04-06", people=PEOPLE, titles=("Väder",), remarks=(remark,))),
    )
    assert row(log).status == "open"


def test_a_handled_matter_that_is_put_off_anew_is_the_same_row() -> None:
    tabled = put_off("Frågan bordläggs", item="1", until=due(None, "nästa möte", "next_meeting"))
    anew = put_off("Förslaget öppnas på nytt och behandlas i juni", item="1", until=due("2026-06-10"))
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Lekplatsen i parken",), postponed=(tabled,))),
        ("2.docx", minutes("2026-04-06", titles=("Lekplatsen i parken",))),
        ("3.docx", minutes("2026-05-04", titles=("Lekplatsen",), postponed=(anew,))),
    )
    item = row(log)
    assert (item.status, item.due, types(item)) == ("open", due("2026-06-10"), ["taken_up", "reopened"])


def test_what_remains_of_a_known_task_is_no_row_of_its_own_whatever_came_first() -> None:
    first = ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,)))
    second = ("2.docx", minutes("2026-04-06", people=PEOPLE, follow_ups=(said("Att mäta ekarna vid torget kvarstår", "kept"),)))
    assert len(register(tell(first, second)).items) == len(register(tell(second, first)).items) == 1


def test_a_number_of_a_running_log_is_the_task() -> None:
    one, other = replace(OAKS, number="B14"), replace(task("Bo räknar almarna", "Bo Alm", id="a2"), number="B15")
    told = minutes("2026-04-06", people=PEOPLE, follow_ups=(said("B15: inskickat i tisdags", "done"),))
    items = register(tell(("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(one, other))), ("2.docx", told))).items
    assert {item.text: item.status.value for item in items} == {OAKS.text: "open", other.text: "done"}


@pytest.mark.parametrize(
    ("title", "over"), [("Dubbelkontroll (avslutas)", True), ("Häckar – utgår", True), ("Häckar (norr)", False), ("Avslutas", False)]
)
def test_a_title_may_close_its_point(title: str, over: bool) -> None:
    assert closes_point(title) is over


def test_only_words_of_a_new_start_open_again() -> None:
    assert opens_again("Frågan tas upp på nytt")
    assert not opens_again("Frågan är utredd")


def after_remark(text: str) -> str:
    remark = replace(said(text, "done"), rule="follow_up.told", tier=Tier.PROPOSED)
    log = tell(("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))), ("2.docx", minutes("2026-04-06", people=PEOPLE, remarks=(remark,))))
    return row(log).status.value


def test_a_remark_in_passing_only_asks() -> None:
    assert after_remark("Ekarna vid torget är vackra och tagna om hand") == "seems_done"


def test_a_remark_that_tells_the_very_deed_by_its_doer_closes() -> None:
    assert after_remark("Asta har mätt ekarna vid torget") == "done"


@pytest.mark.parametrize(
    "text",
    [
        "Asta har mätt ekarna vid kyrkan i Hammarby",
        "Ekarna vid torget är mätta av kommunen",
        "Ekarna vid torget har diskuterats",
        "Bo har mätt ekarna",
    ],
)
def test_a_remark_of_another_deed_place_or_doer_closes_nothing(text: str) -> None:
    assert after_remark(text) != "done"


@pytest.mark.parametrize(
    "text",
    [
        "Ekarna vid torget är mätta",
        "Asta mätte ekarna i går",
        "Mätningen av ekarna vid torget är gjord",
    ],
)
def test_a_remark_that_opens_with_the_tasks_own_matter_and_tells_its_deed_closes(text: str) -> None:
    assert after_remark(text) == "done"


@pytest.mark.parametrize("text", ["Ekarna vid torget mättes, men listan saknas", "Ekarna vid torget är mätta när kartan är klar"])
def test_what_takes_itself_back_closes_nothing(text: str) -> None:
    assert after_remark(text) != "done"


@pytest.mark.parametrize(
    ("task", "told", "some"),
    [
        ("Bo översätter bladet till finska, arabiska och dari", "Bladet finns på finska och dari", True),
        ("Bo översätter bladet till finska, arabiska och dari", "Bladet är översatt till alla språken, finska först", False),
        ("Bo ritar kartan och skickar den", "Kartan är ritad", False),
        ("Bo och Asta ritar kartan", "Bo har ritat kartan", False),
        ("Bo ritar kartan", "Kartan är ritad", False),
    ],
)
def test_a_list_of_which_only_some_are_named_is_not_done(task: str, told: str, some: bool) -> None:
    assert names_some_of(task, told, names=NAMES) is some


def test_a_list_that_names_a_task_again_with_another_owner_hands_it_on() -> None:
    listed = replace(task("Boka studiebesök på beroendeenheten", "Asta Ek"), rule="action.table")
    again = replace(task("Boka studiebesök på beroendeenheten", "Bo Alm"), rule="action.table")
    known = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(listed,))), ("2.docx", minutes("2026-04-06", people=PEOPLE, actions=(again,)))
    )
    item = row(known)
    assert (item.owners, types(item), len(register(known).items)) == (("Bo Alm",), ["mentioned", "reassigned"], 1)


def test_a_closed_task_that_was_not_done_after_all_is_asked_about() -> None:
    item = after(
        said("Asta har mätt ekarna vid torget", "done", "Asta Ek"), said("Ekarna vid torget har aldrig blivit mätta, mätningen höll inte", "kept")
    )
    assert (item.status, types(item)) == ("seems_done", ["done", "contradicted"])


def test_a_new_task_that_gives_an_earlier_one_to_somebody_else_is_that_one() -> None:
    later = task("Asta slutar i maj, Bo Alm mäter ekarna vid torget i stället", "Bo Alm")
    known = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))), ("2.docx", minutes("2026-04-06", people=PEOPLE, actions=(later,)))
    )
    item = row(known)
    assert (item.owners, types(item), len(register(known).items)) == (("Bo Alm",), ["kept", "reassigned"], 1)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kalkylen flyttas till ekonomienheten.", "ekonomienheten"),
        ("Planen: uppdraget övergår till arbetsgruppen för vårdlotsar.", "arbetsgruppen för vårdlotsar"),
        ("Ekarna: kansliet tar över efter Asta.", "kansliet"),
        ("Mötet flyttas till kommunhuset.", None),
        ("Rapporten lämnas till nämnden.", None),
        ("Ekarna mäts av kansliet.", None),
        ("Frågan flyttas till nästa möte.", None),
    ],
)
def test_an_office_may_take_a_task_over_and_a_place_does_not(text: str, office: str | None) -> None:
    assert office_with_it(text) == office


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Asta hinner inte. Bo har pratat med parken. Han tar det vidare.", "Bo Alm"),
        ("Asta och Bo har pratat med parken. Hon tar det vidare.", None),
        ("Asta hinner inte, Bo mäter.", "Bo Alm"),
    ],
)
def test_a_pronoun_means_the_only_one_named_before(text: str, owner: str | None) -> None:
    assert (new_owner(text, names=NAMES) or does_it_now(text, names=NAMES)) == owner


def test_who_has_it_now_has_not_done_it() -> None:
    item = after(said("Ekarna vid torget: ligger nu på Bo", "done"))
    assert (item.owners, item.status) == (("Bo Alm",), "open")


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Enligt förra protokollet klart, men ekarna är inte mätta", True),
        ("Mätningen noterades som gjord i förra anteckningarna, dock saknas siffrorna", True),
        ("Enligt förra protokollet inte klart, men nu är ekarna mätta", False),
        ("Enligt protokollet klart, och så är det", False),
        ("Ekarna är inte mätta", False),
    ],
)
def test_what_earlier_minutes_told_done_may_be_taken_back(text: str, back: bool) -> None:
    assert takes_back(text) is back


def test_a_task_that_is_told_not_done_after_all_is_open_and_the_register_says_so() -> None:
    taken = after(
        said("Ekarna vid torget är mätta", "done"), said("Enligt förra protokollet är ekarna vid torget mätta, men ingen har mätt dem", "kept")
    )
    assert taken.status in ("open", "seems_done")
    assert "contradicted" in types(taken)
    never = after(said("Enligt förra protokollet är ekarna vid torget mätta, men det är inte gjort", "part_done"))
    assert (never.status, types(never)) == ("open", ["contradicted"])


def test_one_who_says_done_and_one_who_says_not_make_it_a_question() -> None:
    log = tell(
        ("1.docx", minutes("2026-03-02", people=PEOPLE, actions=(OAKS,))),
        (
            "2.docx",
            minutes(
                "2026-04-06",
                people=PEOPLE,
                follow_ups=(said("Ekarna vid torget är mätta", "done", "Asta Ek"), said("Bo invände att ekarna vid torget är omätta", "mentioned")),
            ),
        ),
    )
    assert (row(log).status, "contradicted" in types(row(log))) == ("seems_done", True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ekarna vid torget: skjuts en månad", "2026-05-31"),
        ("Ekarna vid torget: Asta får ytterligare två veckor", "2026-05-14"),
        ("Ekarna vid torget: två månader till", "2026-06-30"),
        ("Ekarna vid torget: det tog en månad", "2026-04-30"),
        ("Ekarna vid torget: två månader till mötet", "2026-04-30"),
    ],
)
def test_more_time_counts_from_the_day_it_was_due(text: str, day: str) -> None:
    first = replace(OAKS, due=due("2026-04-30", "30 april", "day"))
    moved = after(said(text, "kept"), first=first)
    assert moved.due is not None
    assert moved.due.date == day


@pytest.mark.parametrize(("text", "again"), [("Ekarna behöver mätas om", True), ("Mätningen måste göras om", True), ("Ekarna mäts", False)])
def test_what_must_be_done_once_more_is_taken_up_again(text: str, again: bool) -> None:
    assert opens_again(text) is again
