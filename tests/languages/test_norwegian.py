"""Norwegian minutes of invented bodies with other habits than those of the development set."""

from __future__ import annotations

import pytest

from functions.interpreting import interpret
from functions.languages import load
from functions.model.minutes import Minutes
from tests.interpreting.pages import page
from tests.languages.rules import minutes_in

COUNCIL = """\
Møteprotokoll
Utvalg: Eldrerådet i Sjøvik kommune
Møtested: Kommunehuset, møterom Fjorden
Dato: 12.03.2026
Tidspunkt: 10:00 – 12:30
Faste medlemmer som møtte:
Navn: Inger Solheim, leder
Navn: Arne Kvamme, medlem
Til stede: Inger Solheim (leder), Arne Kvamme, Gerd Lunde, Magnhild Fosse
Meldt forfall: Olav Tangen
Andre tilstede: Kommunalsjef Trond Eikeland, sekretær Wenche Dyrhaug
# Sak 5/2026 Godkjenning av innkalling og saksliste
Enstemmig godkjent.
# Sak 6/2026 Hjemmebasert omsorg – status
Saksopplysninger: Trond Eikeland orienterte om bemanningen. Det er 14 ledige stillinger.
Behandling: Gerd Lunde etterlyste tall for nattvakter.
Vedtak: Eldrerådet tar saken til orientering. Rådet ber administrasjonen legge fram tall for nattvakter på neste møte.
# Sak 7/2026 Transport til dagsenter
Arne Kvamme undersøker hva nabokommunene gjør og melder tilbake innen 15. april.
Vedtak: Eldrerådet anbefaler at kommunestyret setter av midler til en minibuss.
# Sak 8/2026 Høring av kommuneplanens samfunnsdel
Frist for uttalelse er 1. juni 2026. Inger Solheim og Magnhild Fosse lager et utkast til neste møte.
# Sak 9/2026 Besøksvenner
Saken ble utsatt.
# Eventuelt
Magnhild Fosse minnet om temadagen 20. april.
Neste møte: torsdag 23. april 2026 kl. 10.00 i møterom Fjorden.
"""
CLINIC = """\
**Referat fra avdelingsmøte, Poliklinikk for revmatologi**
Dato: 3. februar 2026 kl 08.15-09.00
Tilstede: Anne Lise Berge, Kari Moen, Jonas Hauge, Silje Ness, Per Arne Vik (til kl 08.45)
Ikke tilstede: Turid Holm (syk)
Referent: Silje Ness
**1. Siden sist**
- Jonas har bestilt nye stoler. Ok.
- Rutine for blodprøver: Kari jobber med saken, ikke ferdig.
**2. Timebøker**
Anne Lise gikk gjennom ventelistene. Vi ble enige om å åpne for kveldstimer på tirsdager fra uke 10. Kari setter opp ny mal innen 20.2.
**3. Hygiene**
Ansvarlig: Per Arne
Alle må lese den nye prosedyren før 1. mars.
Smittevernet kommer på besøk til høsten.
**4. Lunsjrom**
Vi venter med kaffemaskinen til budsjettet er klart. Silje sjekker prisene.
**Neste møte**
3. mars kl. 08.15
"""
# Reports, rules, other bodies, questions and the past: no decision, action or deferral of this meeting.
NOTHING = (
    "Bo Alm orienterte om at det nye systemet blir forsinket til mai.",
    "Cecilie Dahl takket for innsatsen.",
    "Klinikken kontakter pasienter hver uke.",
    "Bo Alm spurte om skjemaet kan bli kortere.",
    "Departementet besluttet i april å kutte tilskuddet.",
    "Pasientene skal få tilbud om time.",
    "Rådet drøftet om klinikken skal flyttes.",
    "Skal vi flytte klinikken til Østby?",
    "Cecilie Dahl syntes brevet var for langt.",
    "Det kom et forslag om å starte en gruppe.",
    "Rapporten publiseres av direktoratet i juni.",
    "Helga Nordli har skrevet til kommunen.",
    "Forslaget går ut på å stenge en avdeling.",
    "Ansatte må vaske hendene før måltider.",
    "Styret skal ta stilling til saken i mai.",
    "Det ble ikke fattet vedtak.",
    "Bo Alm ble takket for innsatsen.",
    "Gruppen har møttes to ganger siden 12. januar.",
    "Antallet henvisninger økte fra 14 til 29.",
    "Bo Alm har permisjon i juni.",
    "Legen ser pasientene på mandager.",
    "Ventetidene har gått ned siden høsten.",
    "Cecilie Dahl presenterte tallene for mars 2026.",
    "Ifølge planen skal alle avdelinger rapportere månedlig.",
    "Saken ble utsatt på forrige møte.",
    "Vedtak i saken fattes av styret.",
    "Fylkeskommunen vedtok planen i fjor.",
    "Bo Alm deltar som representant i nettverket.",
)


def read(text: str) -> Minutes:
    return interpret(page(text))


def told(minutes: Minutes) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(action.item or "", action.owners, action.due.date if action.due else None) for action in minutes.actions]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_only_told_is_no_fact(sentence: str) -> None:
    minutes = minutes_in(load("nb"), sentence)
    assert (minutes.actions, [d for d in minutes.decisions if d.kind == "decision" and not d.decided_by], minutes.postponed) == ((), [], ())


def test_a_municipal_council() -> None:
    minutes = read(COUNCIL)
    meeting = minutes.meeting
    assert (meeting.body, meeting.date, meeting.start, meeting.end, meeting.place) == (
        "Eldrerådet i Sjøvik kommune", "2026-03-12", "10:00", "12:30", "Kommunehuset, møterom Fjorden",
    )  # fmt: skip
    assert [(person.name, person.role, person.attendance) for person in minutes.people if person.role or person.attendance != "present"] == [
        ("Inger Solheim", "chair", "present"),
        ("Olav Tangen", None, "absent"),
        ("Trond Eikeland", None, "adjunct"),
        ("Wenche Dyrhaug", "secretary", "adjunct"),
    ]
    assert [item.number for item in minutes.items] == ["5", "6", "7", "8", "9", None]
    assert [(decision.item, decision.kind) for decision in minutes.decisions] == [
        ("5", "formality"), ("6", "formality"), ("6", "decision"), ("7", "decision"),
    ]  # fmt: skip
    assert told(minutes) == [
        ("6", ("administrasjonen",), "2026-04-23"),
        ("7", ("Arne Kvamme",), "2026-04-15"),
        ("8", ("Inger Solheim", "Magnhild Fosse"), "2026-04-23"),
    ]
    assert [matter.item for matter in minutes.postponed] == ["9"]
    assert [(coming.date, coming.start, coming.place) for coming in minutes.next_meetings] == [("2026-04-23", "10:00", "møterom Fjorden")]


def test_a_clinic_s_short_minutes() -> None:
    minutes = read(CLINIC)
    assert {person.name: person.attendance for person in minutes.people if person.attendance != "present"} == {
        "Per Arne Vik": "partial", "Turid Holm": "absent",
    }  # fmt: skip
    assert told(minutes) == [("2", ("Kari Moen",), "2026-02-20"), ("3", ("Alle",), "2026-02-28"), ("4", ("Silje Ness",), None)]
    assert [(follow_up.owners, follow_up.status) for follow_up in minutes.follow_ups] == [(("Jonas Hauge",), "done"), (("Kari Moen",), "kept")]
    assert "(syk)" not in repr(minutes)


def test_two_offices_on_one_line() -> None:
    minutes = read(
        "Referat fra møte i Fagråd for øyehelse 5. mars 2026\nMøteleder: Kristin Aune. Referent: Jon Tveit\n"
        "Deltakere: Elif Kaya\n1. Åpning\nVi møttes."
    )
    assert [(person.name, person.role) for person in minutes.people] == [("Kristin Aune", "chair"), ("Jon Tveit", "secretary"), ("Elif Kaya", None)]


def test_two_given_names_are_one_person_s() -> None:
    minutes = minutes_in(load("nb"), "Bo Alm ønsket velkommen.")
    assert minutes.doubts == ()
    page_text = str(load("nb").table("examples")["minutes"]).replace("Steinar Moe", "Rolf Kåre Moe").replace(", forfall", "")
    read_minutes = read(page_text.replace("{}", "Rolf Kåre sjekker prisen."))
    assert [action.owners for action in read_minutes.actions] == [("Rolf Kåre Moe",)]
    assert read_minutes.doubts == ()
