"""Who promised what by when; and the sentences that promise nothing."""

from __future__ import annotations

import pytest

from functions.model.minutes import Action
from tests.interpreting.pages import ROSTER, minutes_with, read


def tasks(*sentences: str, joined: bool = True) -> tuple[Action, ...]:
    return minutes_with(*sentences, joined=joined).actions


def one(sentence: str) -> Action:
    (action,) = tasks(sentence)
    return action


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Bo Alm kontaktar kliniken.", ("Bo Alm",)),
        ("Bo kontaktar kliniken.", ("Bo Alm",)),
        ("BA kontaktar kliniken.", ("Bo Alm",)),
        ("Ordföranden överlämnar rutinen till nämnden.", ("Helga Norin",)),
        ("Bo och Cia tar fram ett underlag.", ("Bo Alm", "Cia Dahl")),
        ("Därefter kontaktar Bo Alm kliniken.", ("Bo Alm",)),
        ("Till nästa möte tar Cia kontakt med kommunen.", ("Cia Dahl",)),
        ("Rådet uppdrar åt Bo Alm att skriva ett svar.", ("Bo Alm",)),
        ("Beslutades att Bo Alm ska skriva ett svar.", ("Bo Alm",)),
        ("Underlaget skickas ut av sekreteraren.", ("Tove Myr",)),
        ("Ny lokal till hösten. /Bo Alm", ("Bo Alm",)),
        ("Alla sjukhus mejlar sin plan till Cia.", ("Alla sjukhus",)),
        ("Rådets ledamöter lämnar synpunkter till Bo senast den 3 april.", ("Rådets ledamöter",)),
        ("Eva Lind, Östby kommun, återkommer med ett förslag.", ("Eva Lind",)),
        ("Pelle hör av sig till föreningen.", ("Pelle",)),
    ],
)
def test_a_promise_has_its_owner(sentence: str, owners: tuple[str, ...]) -> None:
    assert one(sentence).owners == owners


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Alm redovisar väntetiderna för fjärde kvartalet.",
        "Cia Dahl frågar om barnkliniken omfattas.",
        "Cia Dahl frågar hur rådet får en samlad bild.",
        "Tove påminner om regionens dag den 4 maj.",
        "Bo Alm anmäler en övrig fråga.",
        "Bo föreslår att frågan tas upp på nästa möte.",
        "Bo Alm informerar om att upphandlingen ska vara klar senast den 3 maj.",
        "Helga presenterar förslaget.",
        "Cia tar upp frågan om väntetiderna.",
        "Bo gör en genomgång av läget.",
        "Bo Alm har kontaktat kliniken.",
        "Bo Alm kontaktar inte kliniken.",
        "Ska Bo Alm kontakta kliniken?",
        "Patienterna ska vara stabila innan flytt.",
        "Kliniken kontaktar patienter varje vecka.",
        "Leverantören kommer att skicka ett nytt anbud.",
        "Det ska utredas om fler omfattas.",
        "Kameran som Bo Alm beställer används sällan.",
        "Frågan är om Bo Alm kontaktar kliniken.",
    ],
)
def test_a_report_is_no_promise(sentence: str) -> None:
    assert tasks(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Alm redovisar upplägget vid nästa möte.",
        "Cia Dahl redovisar siffrorna senast den 3 april.",
        "Bo lyfter resultatet i sjukhusledningsgruppen och återkopplar till rådet.",
        "Cia tar upp frågan i nätverket för optiker.",
        "Bo frågar kommunerna före den 3 april.",
        "Bo lämnar ett förslag till nästa möte.",
    ],
)
def test_a_day_a_receiver_or_a_second_promise_binds_a_word_that_else_reports(sentence: str) -> None:
    assert len(tasks(sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "date", "words"),
    [
        ("Bo kontaktar kliniken senast den 3 april.", "2026-04-03", "senast den 3 april"),
        ("Bo kontaktar kliniken före den 3 april.", "2026-04-02", "före den 3 april"),
        ("Senast den 3 april kontaktar Bo Alm kliniken.", "2026-04-03", "Senast den 3 april"),
        ("Bo kontaktar kliniken snarast.", None, "snarast"),
    ],
)
def test_the_due_day_is_the_last_that_meets_the_words(sentence: str, date: str | None, words: str) -> None:
    due = one(sentence).due
    assert due is not None and (due.date, due.text) == (date, words)


def test_two_tasks_of_one_sentence_keep_their_own_days() -> None:
    first, second = tasks("Bo skickar rutinen till nämnden senast den 3 april och Cia lägger ut den nya versionen på webben.")
    assert first.due is not None and second.due is None


def test_a_day_in_the_sentence_before_is_not_borrowed() -> None:
    first, second = tasks("Ordföranden överlämnar rutinen senast den 3 april. Cia lägger ut den godkända versionen på webben.")
    assert first.due is not None and second.due is None


def test_the_task_may_stand_in_the_sentence_before() -> None:
    (action,) = tasks("En ny representant behövs i nätverket. Bo och Cia ordnar detta.")
    assert len(action.quotes) == 2 and action.text.startswith("En ny representant")


def test_imperatives_under_a_label_are_tasks() -> None:
    assert len(tasks("Att göra:", "- Gå igenom listan", "- Boka lokal", joined=False)) == 2


def test_a_labelled_line_is_a_task() -> None:
    action = one("Action: Bo Alm skriver ihop en sammanfattning.")
    assert (action.rule, action.owners) == ("action.label", ("Bo Alm",))


def test_the_same_task_twice_is_one_with_two_quotations() -> None:
    (action,) = minutes_with("Bo Alm kontaktar kliniken.", "Bo Alm kontaktar kliniken.").actions
    assert len(action.quotes) == 2


def test_tasks_under_a_proposal_are_not_taken() -> None:
    assert not minutes_with("Förslag till beslut:", "Bo Alm kontaktar kliniken.").actions


def test_a_table_row_takes_the_item_of_the_text_that_it_repeats() -> None:
    minutes = read(
        f"{ROSTER}# 1. Köer\nBo Alm kontaktar kliniken om väntetiderna.\n# 2. Sommaren\nAnsvaret för bemanningsplanen i sommar ligger på Cia.\n"
        "# Åtgärdslista\n| Vad | Vem | När |\n"
        "| Kontakta kliniken om väntetiderna | Bo Alm | 3 april |\n"
        "| Bemanningsplanen i sommar | Cia Dahl | 3 maj |\n"
    )
    assert [(a.item, a.owners, a.due.date if a.due else None) for a in minutes.actions] == [
        ("1", ("Bo Alm",), "2026-04-03"),
        ("2", ("Cia Dahl",), "2026-05-03"),
    ]


def test_a_row_with_a_status_speaks_of_an_earlier_task() -> None:
    minutes = read(
        f"{ROSTER}# 1. Köer\nBo berättade.\n# 2. Avslut\nHelga avslutar mötet.\n# Åtgärdslista\n"
        f"| Vad | Vem | När | Status |\n| Ringa kommunen | Bo Alm | 3 februari | Klar |\n"
        f"| Boka lokal | Cia Dahl | 3 mars | Pågår |\n"
    )
    assert not minutes.actions
    assert [(f.text, f.status, f.owners) for f in minutes.follow_ups] == [
        ("Ringa kommunen", "done", ("Bo Alm",)),
        ("Boka lokal", "kept", ("Cia Dahl",)),
    ]


def test_several_owners_of_a_row_are_all_read() -> None:
    minutes = read(
        f"{ROSTER}# 1. Köer\nBo berättade.\n# 2. Avslut\nHelga avslutar mötet.\n# Åtgärdslista\n"
        f"| Åtgärd | Ansvarig | Klart |\n| Boka lokal | Cia Dahl⏎Bo Alm | 3 maj |\n"
        f"| Skriva brev | Bo/Cia | snarast |\n"
    )
    assert [set(a.owners) for a in minutes.actions] == [{"Cia Dahl", "Bo Alm"}] * 2


def test_a_row_in_other_inflections_is_the_same_task() -> None:
    minutes = read(
        f"{ROSTER}# 1. Köer\nBo lägger till barnkliniken i mallen inför nästa möte. "
        "Alla sjukhus mejlar sin sommarplan till Cia.\n# 2. Avslut\nHelga avslutar mötet.\n"
        "# Åtgärdslista\n| Vad | Vem | När |\n"
        "| Lägga till barnkliniken i rapportmallen | Bo Alm | 23 april |\n| Mejla sommarplan till Cia | Alla | 15 maj |\n"
    )
    assert [(a.item, len(a.quotes)) for a in minutes.actions] == [("1", 2), ("1", 2)]


def test_a_row_about_another_matter_of_the_same_person_is_its_own_task() -> None:
    minutes = read(
        f"{ROSTER}# 1. Köer\nBo kontaktar kliniken om väntetiderna.\n# 2. Avslut\nHelga avslutar mötet.\n"
        "# Åtgärdslista\n| Vad | Vem | När |\n| Beställa nya kameror | Bo Alm | 23 april |\n"
    )
    assert [a.text for a in minutes.actions] == ["Bo kontaktar kliniken om väntetiderna.", "Beställa nya kameror"]


def test_an_owner_whom_nobody_knows_is_kept_as_written_and_only_proposed() -> None:
    action = one("Pelle hör av sig till föreningen.")
    assert (action.owners, action.tier, action.doubts) == (("Pelle",), "proposed", ("owner_unknown",))


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Bo ringer tryckeriet i dag.", ("2026-03-05", "i dag")),
        ("Bo ringer tryckeriet i veckan.", ("2026-03-08", "i veckan")),
        ("Bo gör det före sportlovet.", (None, "före sportlovet")),
        ("Bo ser över hur det fungerar i dag.", None),
        ("Bo ser över det schema som gäller idag.", None),
        ("Bo hämtar posten två dagar i veckan.", None),
        ("Bo ringer tryckeriet i veckan som kommer.", None),
    ],
)
def test_today_and_this_week_are_days_to_do_it_by_where_the_deed_is_told(sentence: str, due: tuple[str | None, str] | None) -> None:
    (action,) = tasks(sentence)
    assert (action.due and (action.due.date, action.due.text)) == due


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("Bo och Cia går igenom mallarna. Helga bokar tid åt dem i maj.", ["Helga bokar tid åt dem i maj."]),
        ("Lokalen är upptagen. Bo bokar om den.", ["Lokalen är upptagen. Bo bokar om den."]),
        ("Cia berättar att lokalen är upptagen. Bo bokar om den.", ["Cia berättar att lokalen är upptagen. Bo bokar om den."]),
    ],
)
def test_what_somebody_else_does_is_no_part_of_a_task_that_points_back(said: str, texts: list[str]) -> None:
    assert [action.text for action in tasks(said)] == texts
