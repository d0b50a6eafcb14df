"""How people really jot things down: initials and colons, brackets, owner lines, status words, matters put off in plain words."""

from __future__ import annotations

import pytest

from functions.model.minutes import Tier
from tests.interpreting.pages import ROSTER, minutes_with, read


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Bo + Cia: mejlar listan till klinikerna.", ("Bo Alm", "Cia Dahl")),
        ("Alla: förslag på ämnen till Tove senast 2/4.", ("Alla",)),
        ("TM rättar telefonlistan före sommaren", ("Tove Myr",)),
        ("TM gör ändå en lista på utrustningen", ("Tove Myr",)),
        ("Bo frågar ekonomichefen.", ("Bo Alm",)),
        ("Rutinen skrivs om så att det framgår (Bo och Cia).", ("Bo Alm", "Cia Dahl")),
        ("En kort lapp räcker (Cia, senast 27 mars).", ("Cia Dahl",)),
        ("Ny text på webben (ansv: Bo Alm).", ("Bo Alm",)),
        ("Därtill gavs Bo Alm i uppdrag att lämna en lägesrapport.", ("Bo Alm",)),
        ("Överläkaren kompletterar underlaget med en kalkyl.", ("Bo Alm",)),
        ("Bo och Cia fick på sig att föreslå två föreläsare.", ("Bo Alm", "Cia Dahl")),
        ("➔ Bo återkommer med en ny budget.", ("Bo Alm",)),
        ("Cia lyfter frågan i förvaltningens ledningsgrupp.", ("Cia Dahl",)),
    ],
)
def test_a_jotted_promise_has_its_owner(sentence: str, owners: tuple[str, ...]) -> None:
    (action,) = minutes_with("Vi gick igenom läget.", sentence).actions
    assert action.owners == owners


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo: det räcker med en lista.",
        "Cia: man borde ringa alla över 80 år.",
        "Bo frågar hur enkäten skickas ut.",
        "Helga ledde mötet och Tove Myr skriver.",
        "Förslaget presenterades på bilder (Bo Alm).",
        "Enligt stadgan ska rådet besluta om öppettider.",
        "Ev ska rådet byta namn.",
        "Begäran om omprövning ska lämnas in inom 14 dagar från delfåendet.",
        "Bo tycker att vi ska ha fler möten.",
        "Rådet ska hålla en temadag den 9 oktober, det bestämde vi efter en stunds prat.",
        "Vi återkommer till det i höst.",
    ],
)
def test_talk_rules_and_ideas_are_no_tasks(sentence: str) -> None:
    assert minutes_with("Vi gick igenom läget.", sentence).actions == ()


def test_a_bare_promise_quotes_the_sentence_that_tells_the_task() -> None:
    (action,) = minutes_with("Blanketten på webben är fel!! Bo fixar.", joined=True).actions
    assert action.text == "Blanketten på webben är fel!! Bo fixar."
    assert [quote.text for quote in action.quotes] == ["Blanketten på webben är fel!!", "Bo fixar."]


def test_owner_and_day_on_the_lines_below_belong_to_the_task() -> None:
    (action,) = minutes_with("Skriva ner överenskommelsen på en sida.", "Ansvarig: Bo och Cia", "Klart: 27 mars").actions
    assert (action.owners, action.due.date if action.due else None) == (("Bo Alm", "Cia Dahl"), "2026-03-27")


def test_an_owner_line_without_a_task_before_it_gives_none() -> None:
    assert minutes_with("Ansvarig: Bo Alm").actions == ()


def test_a_task_promised_and_listed_is_one_with_both_quotations() -> None:
    minutes = read(
        f"{ROSTER}# 1. Syn\nCia Dahl berättade om läget. Rådet diskuterade rutinen.\n"
        "Bo Alm kommer att kontakta läkemedelsförsörjningen om ögondroppar.\n"
        "# 2. Avslutning\nHelga Norin avslutar mötet och tackar för intresset.\n"
        "# Åtgärdspunkter\nÖgondroppar: Kontakta läkemedelsförsörjningen om ögondroppar senast den 20 mars. (Bo Alm)\n"
    )
    (action,) = minutes.actions
    assert (action.item, len(action.quotes), action.due.date if action.due else None) == ("1", 2, "2026-03-20")


def test_jotted_statuses_are_follow_ups() -> None:
    minutes = read(
        f"{ROSTER}# 1. Sedan sist\n– BA: statistiken uttagen, klart\n– TM: affisch till väntrummet – inte hunnit\n"
        "– Cia har bytt ut mallen, check!\n– Studiebesöket är struket\n# 2. Syn\nBo Alm berättade om läget.\n"
    )
    assert [(f.status, f.owners) for f in minutes.follow_ups] == [
        ("done", ("Bo Alm",)),
        ("kept", ("Tove Myr",)),
        ("done", ("Cia Dahl",)),
        ("dropped", ()),
    ]
    assert minutes.actions == ()


def test_each_task_of_a_follow_up_paragraph_is_told_by_itself() -> None:
    minutes = read(
        f"{ROSTER}# 1. Kvar sedan sist\nBo har skickat ut listan till alla kliniker i länet. Cia har pratat med vaktmästeriet om nya lampor.\n"
        "# 2. Syn\nBo Alm berättade om läget.\n"
    )
    assert [(f.status, f.owners) for f in minutes.follow_ups] == [("done", ("Bo Alm",)), ("done", ("Cia Dahl",))]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Vi skjuter på piloten till september.", "deferred"),
        ("Frågan får vila tills fastighetsägaren har svarat.", "parked"),
        ("Vi får lämna det därhän tills vi vet mer.", "parked"),
    ],
)
def test_plain_words_put_a_matter_off(sentence: str, kind: str) -> None:
    assert [d.kind for d in minutes_with(sentence).postponed] == [kind]


def test_a_deferral_that_only_points_carries_the_sentence_before() -> None:
    (deferral,) = minutes_with("Cia visade förslaget om skärmar. Tiden räckte inte till och frågan tas upp igen den 26 mars.", joined=True).postponed
    assert [quote.text for quote in deferral.quotes] == [
        "Cia visade förslaget om skärmar.",
        "Tiden räckte inte till och frågan tas upp igen den 26 mars.",
    ]


def test_a_deferral_that_names_its_matter_stands_alone() -> None:
    (deferral,) = minutes_with("Cia visade bilder. Diskussionen om mallen skjuts till efter sommaren.", joined=True).postponed
    assert len(deferral.quotes) == 1


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("OK att köra den nya texten från 1 maj.", "decision"),
        ("Vi kom överens om att rådet lämnar ett eget svar.", "decision"),
        ("Till representant valdes Bo Alm.", "decision"),
        ("Beslut: Antecknades för kännedom.", "formality"),
    ],
)
def test_everyday_and_finnish_swedish_decisions(sentence: str, kind: str) -> None:
    assert [d.kind for d in minutes_with(sentence).decisions] == [kind]


def test_a_consultation_keeps_the_receivers_whole_name() -> None:
    (matter,) = minutes_with("Remissen besvaras senast den 3 maj till Hälso- och sjukvårdsstaben.").consultations
    assert matter.to == "Hälso- och sjukvårdsstaben"


def test_what_is_tried_once_more_may_be_an_earlier_task() -> None:
    (again,) = minutes_with("Dagen ställdes in.", "Bo får göra ett nytt försök i höst.").actions
    (new,) = minutes_with("Dagen ställdes in.", "Bo ska boka en lokal till hösten.").actions
    assert (again.tier, new.tier) == (Tier.PROPOSED, Tier.SURE)


def test_a_day_alone_behind_a_report_gives_no_task() -> None:
    assert minutes_with("Vi gick igenom läget.", "Enkäten skickades ut (Bo, 15/3).").actions == ()
