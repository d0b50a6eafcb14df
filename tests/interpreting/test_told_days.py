"""When one met, told neither at the front nor under a label: in a closing sentence, or in a mail as seen from the day when it was sent."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

POINTS = "# 1. Frukost\nBo Alm ringer köket om frukosten.\n# 2. Svinnet\nCia Dahl väger i mars.\n# 3. Övrigt\nInget."
CAME = "Runt bordet: Bo Alm, Cia Dahl, Eva Holm."


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Vi sågs torsdagen den 21 januari 2027 i Lilla salen, 14–15.30. Nästa gång 11 mars.", "2027-01-21"),
        ("Mötet hölls den 9 februari 2027 på Teams.", "2027-02-09"),
        ("Nästa gång ses vi torsdagen den 11 mars 2027.", None),
        ("Vi ses den 11 mars 2027 i Lilla salen.", None),
        ("Listan blev klar den 21 januari 2027.", None),
    ],
)
def test_a_closing_sentence_tells_when_one_met_where_the_front_does_not(told: str, day: str | None) -> None:
    minutes = read(f"# Måltidsrådet, minnesanteckningar\n{CAME}\n{POINTS}\n{told}")
    assert minutes.meeting.date == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Listan blev klar den 21 januari 2027.", None),
        ("Avtalet gäller från den 1 mars 2027 på alla enheter.", None),
        ("Det här är från torsdagen den 21 januari 2027, klockan 14 till 15.30.", "2027-01-21"),
        ("Rådet samlades i Lilla salen den 21 januari 2027.", "2027-01-21"),
        ("21 januari 2027 i Lilla salen.", "2027-01-21"),
    ],
)
def test_a_day_of_something_else_is_not_the_meeting_s_in_minutes_without_points(line: str, day: str | None) -> None:
    minutes = read(f"# Måltidsrådet, minnesanteckningar\n{line}\n{CAME}\nBo Alm ringer köket om frukosten.\nCia Dahl väger i mars.")
    assert minutes.meeting.date == day


def mail(subject: str, opening: str) -> str:
    heads = f"Från: Eva Holm\nSkickat: den 29 april 2027 16:12\nTill: Alla på avdelningen\nÄmne: {subject}"
    return f"{heads}\nHej!\n{opening} {CAME}\n{POINTS}"


@pytest.mark.parametrize(
    ("subject", "opening", "day"),
    [
        ("VB: APT igår", "Tack för i går.", "2027-04-28"),
        ("Anteckningar från APT", "Här kommer det från APT i onsdags, klockan 14–15.10 i fikarummet.", "2027-04-28"),
        ("Anteckningar från APT", "Vi sågs den 21 april i fikarummet.", "2027-04-21"),
        ("Anteckningar från APT", "Nästa APT är på onsdag.", None),
    ],
)
def test_a_mail_tells_its_meeting_s_day_from_the_day_it_was_sent_and_never_that_day_itself(subject: str, opening: str, day: str | None) -> None:
    assert read(mail(subject, opening)).meeting.date == day


def test_the_heads_of_a_mail_are_no_points() -> None:
    bold = "\n".join(f"**{line.split(':')[0]}:**{line.split(':', 1)[1]}" for line in mail("APT igår", "Hej.").split("\n")[:4])
    points = "Sommaren\nBo Alm ringer köket om frukosten.\n\nFallen\nCia Dahl väger i mars.\n\nRoligt\nEva Holm fyller 60."
    minutes = read(f"{bold}\nHej!\nAPT igår. {CAME}\n\n{points}")
    assert not {"Från", "Skickat", "Till", "Ämne"} & {item.title for item in minutes.items}
