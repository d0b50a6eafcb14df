"""Guests who came: what ends a task to invite them, beside guests from elsewhere and tasks that ask for more."""

from __future__ import annotations

import pytest

from functions.model.minutes import DateMention, Person
from tests.following_up.council import due, minutes, register, task, tell
from tests.following_up.stories import read_paper, with_frame

COUNCIL = "Trädgårdsrådet"
DAY = "2026-04-06"
PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"))


def became(words: str, guests: str, *, text: str = "Rådet samtalade om vårens arbete.", by: DateMention | None = None) -> str:
    """How it stands with a task after the next minutes, which list guests."""
    first = minutes("2026-03-02", titles=("Besök",), people=PEOPLE, actions=(task(words, "Asta Ek", by=by),))
    body = with_frame(f"## 2. Vårens arbete\n{text}")
    present = ", ".join(one.name for one in PEOPLE)
    second = read_paper(f"# {COUNCIL}\nMinnesanteckningar {DAY}\nNärvarande: {present}\n{guests}\n{body}", council=COUNCIL, day=DAY)
    rows = register(tell(("1.docx", first), ("2.docx", second))).items
    return next(row.status.value for row in rows if row.text == words)


@pytest.mark.parametrize(
    ("words", "guests"),
    [
        ("Asta bjuder in kolonilotterna till nästa möte", "Gäst: Vera Moss, kolonilotterna"),
        ("Asta bjuder in stadsträdgårdsmästaren till nästa möte", "Gäst: Vera Moss, stadsträdgårdsmästare"),
        ("Asta kallar naturskolan till aprilmötet", "Gäst: Vera Moss, naturskolan (punkt 2)"),
        ("Bjuda in biodlarföreningen", "Gäst: Vera Moss, biodlarföreningen"),
        ("Asta bjuder in någon från naturskolan för att berätta om vårens kurser", "Gäst: Vera Moss, naturskolan"),
        ("Asta bjuder in en representant från vattenverket", "Gäst: Vera Moss, vattenverket i Hult"),
        ("Nästa möte hålls den 6 april. Asta kallar biodlarföreningen dit", "Gäst: Vera Moss, biodlarföreningen"),
        ("Asta invites the nature school to the next meeting", "Gäst: Vera Moss, nature school"),
        ("Asta inviterer naturskolen til neste møte", "Gäst: Vera Moss, naturskolen"),
        ("Asta bjuder in naturskolan och vattenverket till nästa möte", "Gäster: Vera Moss (naturskolan), Ture Gran (vattenverket)"),
    ],
)
def test_a_guest_who_was_to_be_invited_and_came_ends_the_task(words: str, guests: str) -> None:
    assert became(words, guests) == "done"


@pytest.mark.parametrize(
    ("words", "guests"),
    [
        ("Asta bjuder in naturskolan till nästa möte", "Gäst: Vera Moss, vattenverket"),
        ("Asta bjuder in naturskolan i Hult till nästa möte", "Gäst: Vera Moss, naturskolan i Norrby"),
        ("Asta bjuder in chefen för vattenverket", "Gäst: Vera Moss, driftchef"),
        ("Asta bjuder in naturskolan och vattenverket till nästa möte", "Gäst: Vera Moss, naturskolan"),
        ("Asta bjuder in naturskolan och bokar buss", "Gäst: Vera Moss, naturskolan"),
        ("Asta invites someone from the water works to the next meeting", "Gäst: Vera Moss, nature school"),
        ("Asta inviterer en representant til neste møte", "Gäst: Vera Moss, naturskolen"),
        ("Asta skriver till naturskolan om besöket", "Gäst: Vera Moss, naturskolan"),
        ("Asta tar fram en inbjudan till naturskolan", "Gäst: Vera Moss, naturskolan"),
        ("Asta bjuder in någon till nästa möte", "Gäst: Vera Moss, naturskolan"),
        ("Asta bjuder in dem till nästa möte", "Gäst: Vera Moss, naturskolan"),
        ("Asta bjuder in samtliga grannar till öppet hus om kolonilotterna", "Gäst: Vera Moss, kolonilotterna"),
        ("Asta bjuder in Bo från naturskolan", "Gäst: Vera Moss, naturskolan"),
        ("Asta bjuder in naturskolans rektor", "Gäst: Vera Moss, naturskolan"),
        ("Asta frågar naturskolan om de vill bjuda in oss", "Gäst: Vera Moss, naturskolan"),
    ],
)
def test_other_guests_and_other_tasks_end_nothing(words: str, guests: str) -> None:
    assert became(words, guests) not in ("done", "dropped")


def test_a_guest_who_came_before_the_day_of_the_invitation_came_for_something_else() -> None:
    assert became("Asta bjuder in naturskolan till höstmötet", "Gäst: Vera Moss, naturskolan", by=due("2026-09-14")) == "open"


def test_what_the_same_minutes_keep_stays_open() -> None:
    text = "Inbjudan till naturskolan kvarstår, Asta bjuder in naturskolan till nästa möte i stället."
    assert became("Asta bjuder in naturskolan", "Gäst: Vera Moss, naturskolan", text=text) not in ("done", "dropped")


def test_no_guests_name_or_unit_is_told_of_a_member() -> None:
    assert became("Asta bjuder in naturskolan", "Frånvarande: Vera Moss, naturskolan") == "open"
