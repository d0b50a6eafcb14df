"""Personal identity numbers, reasons for absence and patients in all the ways that they are written: none of it leaves the file."""

from __future__ import annotations

import pytest

from functions.interpreting import interpret
from functions.interpreting.sensitive import is_sensitive
from functions.languages import load
from tests.interpreting.pages import ROSTER, minutes_with, page, read

SV, EN, NB = load("sv"), load("en"), load("nb")
# All numbers are made up.
NUMBERS = """
640823-3234
640823–3234
640823—3234
640823−3234
640823‑3234
640823 - 3234
640823+3234
19640823-3234
19640823 3234
196408233234
1964-08-23-3234
1964 08 23-3234
64 08 23-3234
64-08-23-3234
6408233234
640883-3231
19640883-3231
640823-TF12
19640823-R123
230864-123A
230864A123F
640823-xxxx
640823-****
640823–xxxx
pnr 6408233235
personnummer 640823
född 640823
född 1964-08-23
f. 1964-08-23
230864-123S
23086410095
230864 10095
"""
OTHER_FIGURES = """
Ring 031-123 45 67.
Dnr 2026-00412
2026-03-05 kl. 13.00
2026-03-05–2026-03-06
260305-260306
6408233235
Faktura 1234567890
kr 640 823 323 400
OCR 1234 5678 9012
Bankgiro 5050-1055
Plusgiro 64 08 23-3
org.nr 556036-0793
organisationsnummer 232100-0131
version 230864
HSN 2024-00123
2024-12-10 09:00-1130
070-123 45 67
08-12345678
Protokoll 2026:12
ISBN 978-91-7000-000-1
260305 1300–1500
perioden 250901-260630
Avtalet är grundat 1964-08-23.
"""
TOLD = """
Sven Udd var frånvarande på grund av sjukdom.
Sven Udd är hemma med sjukt barn.
Sven Udd VAB:ar.
Sven vabbade.
Sven är förkyld.
Sven Udd har brutit benet.
Sven Udd är på rehab.
Sven Udd ligger på sjukhus.
Sven Udd är inlagd.
Sven Udd har opererats.
Sven Udd ska opereras i maj.
Sven är mammaledig.
Sven är pappaledig.
Sven har föräldraledigt.
Sven Udd är sjukskriven till maj.
Sven Udd, långtidssjukskriven, ersätts av Cia Dahl.
Bo vikarierar under Svens sjukskrivning.
Frånvarande: Sven Udd (sjuk)
Sven Udd (sjukdom) ersätts av Cia.
Sven Udd – magsjuka
Sven har corona.
Sven Udd är positiv för covid.
Sven är på begravning.
Sven har haft ett dödsfall i familjen.
Svens mamma har gått bort.
Sven Udd går på kryckor.
Sven Udd har fått cancer.
Sven har utmattningssyndrom.
Sven är utmattad.
Sven Udd är gravid.
Sven väntar barn.
Sven Udd är partiellt sjukskriven.
Sven Udd är hos läkaren.
Sven är på läkarbesök.
Sven har migrän.
Sven Udd arbetstränar.
Sven är i karantän.
Patienten Per Ask ringde.
Patienten Anna ringde.
Pat. Anna Ek ringde.
Patient A.B. har anmält.
Brukaren Lisa Ek har klagat.
Anhöriga till Karl Berg har anmält händelsen.
Sven Udd har diabetes.
Sven Udd är sjukanmäld.
Sven Udd: sjuk
Återbud: Sven Udd (influensa)
Sven Udd sjuk idag
pga sjukdom ersätts Sven av Cia
Sven är inte frisk.
Sven mår inte bra.
Sven är tillbaka efter sin sjukskrivning.
Sven Udd är skyddad identitet.
"""
NOT_TOLD = """
Rådet diskuterade cellgiftsbehandling för patienter som är svårt sjuka.
Region Nord har sjukskrivningsprocessen klar.
Cia presenterar en rutin för cancerbehandling.
Bo Alm är ansvarig för cancerplanen.
Cia Dahl, verksamhetschef sjukhus
Bo Alm informerar om diabetes.
Cia Dahl arbetar på Norra sjukhuset.
Bo är på Östby sjukhus på fredag.
Cia Dahl har diabetesregistret.
Cia Dahl har diabetes som ansvarsområde.
Bo Alm är medicinskt ansvarig för rehab.
Cia Dahl är rehabkoordinator.
Bo Alm (rehab) deltar.
Patienten ska informeras.
Patienter med cancer ska få tid.
Sjuka barn vårdas på avdelning 5.
Bo Alm leder arbetsgruppen för gravida.
Cia Dahl är processledare cancer.
Bo Alm är operationschef.
Cia Dahl är sjuksköterska.
Bo är sjukgymnast.
Helga Norin, sjukhusdirektör
Antalet sjukskrivna ökar.
Bo Alm kontaktar Patientnämnden.
Patientföreträdaren Anna Ek berättade.
Patientrepresentant Anna Ek deltog.
Cia Dahl rapporterar att covid ökar.
Bo Alm är utsedd i projektet Depression.
Cia Dahl, Infektion, covid
Begravningsbyrån kontaktas av Bo Alm.
"""
TOLD_IN_ENGLISH = """
Tom Ryder is off sick.
Tom Ryder has broken his leg.
Tom was in hospital.
Tom Ryder is on maternity leave.
Apologies: Tom Ryder (flu)
Tom's operation went well.
Apologies from Tom Ryder due to illness.
Tom has tested positive for covid.
The patient Anna Smith called.
Patient A.S. complained.
He is unwell.
Tom passed away.
NHS number 943 476 5919
DOB 23/08/1964
born 23 August 1964
640823-3234
"""
NOT_TOLD_IN_ENGLISH = """
The committee discussed cancer treatment.
Patients with diabetes wait too long.
The Patient Voice Group met.
Tom Ryder presented the flu campaign.
Tom Ryder is lead for cancer services.
Tom Ryder is chair of the surgery group.
The meeting of 9 March 2026 was cancelled.
Ring 020 7946 0958.
Surgery waiting times rose.
Operation hours were extended.
"""
TOLD_IN_NORWEGIAN = """
Per Hansen er syk.
Per Hansen er sykmeldt.
Per har brukket armen.
Per er innlagt.
Forfall: Per Hansen (influensa)
Pers sykmelding varer til mai.
Per har fått kreft.
Forfall på grunn av sykdom.
Pasienten Kari Olsen ringte.
født 23.08.1964
23086412345 fødselsnummer 230864 12345
fnr 23086412345
"""
NOT_TOLD_IN_NORWEGIAN = """
Rådet drøftet kreftbehandling.
Pasienter med diabetes venter lenge.
Per Hansen orienterte om influensa.
Per Hansen er leder for kreftavdelingen.
Sykehuset i Dal ble nevnt.
Møtet 10.03.2026 kl. 13.00–15.00
Ring 22 12 34 56.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("number", lines(NUMBERS))
def test_a_number_is_told_however_it_is_written(number: str) -> None:
    assert all(is_sensitive(f"Bo Alm kontaktar {number} om tiden.", pack=pack) for pack in ((SV,) if number[0].isalpha() else (SV, EN, NB)))


@pytest.mark.parametrize("figures", lines(OTHER_FIGURES))
def test_other_figures_are_no_number(figures: str) -> None:
    assert not is_sensitive(figures, pack=SV)


@pytest.mark.parametrize("line", lines(TOLD))
def test_a_private_reason_or_a_patient_is_told(line: str) -> None:
    assert is_sensitive(line, pack=SV)


@pytest.mark.parametrize("line", lines(NOT_TOLD))
def test_the_councils_own_matters_are_not(line: str) -> None:
    assert not is_sensitive(line, pack=SV)


@pytest.mark.parametrize(("line", "told"), [*((x, True) for x in lines(TOLD_IN_ENGLISH)), *((x, False) for x in lines(NOT_TOLD_IN_ENGLISH))])
def test_english(line: str, told: bool) -> None:
    assert is_sensitive(line, pack=EN) is told


@pytest.mark.parametrize(("line", "told"), [*((x, True) for x in lines(TOLD_IN_NORWEGIAN)), *((x, False) for x in lines(NOT_TOLD_IN_NORWEGIAN))])
def test_norwegian(line: str, told: bool) -> None:
    assert is_sensitive(line, pack=NB) is told


@pytest.mark.parametrize("number", [n for n in lines(NUMBERS) if n[0].isdigit()])
def test_a_number_is_in_no_field_wherever_it_stands(number: str) -> None:
    minutes = read(
        ROSTER.replace("Bo Alm (NS), överläkare", f"Bo Alm (NS), {number}").replace(
            "Sven Udd (PV), distriktsläkare, förhinder", f"Sven Udd, {number}, förhinder"
        )
        + f"# 1. Ärende {number}\nRådet beslutar att avsluta ärende {number}. Bo Alm kontaktar {number} senast måndagen den 3 april.\n"
        f"Frågan om {number} bordläggs till nästa möte. Remissen om {number} ska besvaras senast den 3 maj. Frågan om {number} blir stående punkt.\n"
        f"Fyll i {number}\n# 2. Uppföljning av åtgärder\nBo Alm har ringt {number}.\n# 3. Nästa möte\n23 april 2026 – {number}\n"
        f"| Vad | Vem | När |\n| Ringa {number} | Cia Dahl | 3 maj |\n# Eventuella kommande frågor\n- {number}\n"
    )
    assert number not in repr(minutes)


@pytest.mark.parametrize("line", lines(TOLD))
def test_no_field_holds_a_private_reason(line: str) -> None:
    minutes = minutes_with(f"Frågan bordläggs till nästa möte. {line}", f"Bo Alm kontaktar kliniken. {line}", f"Beslut: {line}", f"Action: {line}")
    assert line.rstrip(".") not in repr(minutes)


def test_a_given_name_that_only_the_document_knows_is_a_person_too() -> None:
    roster = ROSTER.replace("Bo Alm", "Xantippe Alm")
    minutes = read(f"{roster}# 1. Köer\nFrågan bordläggs eftersom Xantippe har migrän.\n# 2. Slut\nMötet avslutas.\n")
    assert len(minutes.postponed) == 1 and "migrän" not in repr(minutes)


def test_an_agendas_facts_and_a_question_about_an_unknown_language_hold_none_either() -> None:
    agenda = page("Dagordning Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nPlats: Sal 640823-3234\n1. Öppnande\n2. Köer\n3. Nästa möte\n")
    assert "640823-3234" not in repr(interpret(agenda))
    unknown = page("Xyzzy plugh 640823-3234\nqwerty asdf zxcv\n")
    assert "640823-3234" not in repr(interpret(unknown))
