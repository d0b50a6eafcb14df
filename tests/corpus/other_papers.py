"""Papers of the invented council that are no minutes: an agenda and a report."""

from datetime import datetime

from tests.corpus.paper import Paper

AGENDA = """
1 | 13.00 | Öppnande och närvaro | Formalia | Erik Sandahl | –
2 | 13.05 | Godkännande av dagordning, anmälan av övriga frågor | Formalia | Erik Sandahl | –
3 | 13.10 | Föregående mötesanteckningar | Formalia | Anna Wiklander | Anteckningar 2026-03-19
4 | 13.15 | Uppföljning av uppgifter från tidigare möten | Uppföljning | Alla ansvariga | Lista skickas senare
5 | 13.40 | Rutin för överlämningssamtal | Beslut | Sara Bergqvist-Ali | Bilaga 2
6 | 14.10 | Medicinsk fotvård | Beslut | Johan Lövkvist | Bilaga 1
7 | 14.40 | Paus | | |
8 | 14.55 | Egenmonitorering i primärvården | Diskussion | Per Hedkvist | –
9 | 15.30 | Rapport från regionalt programområde | Information | Erik Sandahl | –
10 | 15.45 | Övriga frågor | | |
11 | 15.55 | Nästa möte och avslutning | Formalia | Erik Sandahl | –
"""

REPORT = """
## Sammanfattning

Granåsens sjukhus köper i dag medicinsk fotvård av en privat utförare. Avtalet löper ut den 31 december 2026. I underlaget
jämförs tre alternativ: fortsatt upphandling, ett gemensamt fotteam med mottagning på två orter och ett eget fotteam i
Granåsen. Alternativ 2 ger kortast väntetid till lägst kostnad per besök, men förutsätter att två fotterapeuter
kan rekryteras.

## Bakgrund

Ungefär 4 800 personer i upptagningsområdet har diabetes. Av dem bedöms 610 ha hög eller mycket hög risk för fotsår. Under
2025 gjordes 1 930 besök hos den upphandlade utföraren, vilket är en ökning med 14 procent på två år. Medianväntetiden till
första besök var 47 dagar. Sju patienter genomgick amputation ovanför fotleden.

Regionens riktlinje anger att patienter med pågående sår ska bedömas av ett multidisciplinärt team inom en vecka. I Granåsen
uppnås målet i 58 procent av fallen. Björkstad når 81 procent och Tallvik 90 procent.

## Metod

Uppgifter om besök och kostnader har hämtats ur ekonomisystemet och från utförarens årsredovisning. Väntetider är uttagna ur
journalsystemet för perioden januari till december 2025. Intervjuer har gjorts med fyra fotterapeuter, två
sjuksköterskor och en ortopedingenjör. Patienternas synpunkter är hämtade ur den regionala enkäten 2024.

## Alternativ
"""

REPORT_END = """
Kostnaderna är angivna i 2026 års priser. Lokalkostnader ingår inte i alternativ 2, eftersom befintliga lokaler på
ortopedmottagningen kan användas två dagar i veckan.

## Risker

- Svårt att rekrytera fotterapeuter till Granåsen, där tjänsten har varit vakant i två omgångar.

- Längre resor för patienter i kommunens norra delar om mottagningen förläggs till två orter.

- Övergångsproblem om nuvarande avtal upphör innan ett nytt team är på plats.

## Förslag till ställningstagande

Samordningsrådet föreslås förorda alternativ 2. Om rådet delar bedömningen behöver en fördjupad kostnadsberäkning tas fram före
sommaren, så att frågan kan ingå i budgetarbetet för 2027. Verksamhetscheferna för medicin och ortopedi bör vara beställare.

## Källor

[Regional riktlinje diabetesfot](https://samarbeta.regionnorrmark.example/riktlinjer/diabetesfot.pdf)

Årsredovisning 2025, Norrmarks Fothälsa AB
"""

COSTS = """
1. Fortsatt upphandling | 2 310 000 kr | 1 900 | 45 dagar
2. Gemensamt fotteam på två orter | 2 540 000 kr | 2 600 | 20 dagar
3. Eget fotteam i Granåsen | 2 980 000 kr | 2 300 | 25 dagar
"""


def write_agenda() -> Paper:
    """Lay out the agenda of the April meeting."""
    title = "Förslag till dagordning"
    paper = Paper(title, "Anna Wiklander", datetime.fromisoformat("2026-04-08T10:00:00"), "Region Norrmark\tKallelse", "Samordningsråd diabetes")
    paper.paragraph(title, "Title")
    paper.paragraph("Kallelse till Samordningsråd diabetes", "Heading 1")
    paper.roster("Datum: | 2026-04-23\nTid: | 13.00–16.00\nPlats: | Konferensrum Älven, Centralsjukhuset Björkstad, eller via Teams", 2.5)
    paper.paragraph("Förhinder anmäls till Anna Wiklander senast den 16 april. Underlag till punkterna skickas till sekreteraren samma dag.")
    paper.paragraph("Kallade", "Heading 1")
    members = "Erik Sandahl, Anna Tornberg, Gunilla Åsbrink, Johan Lövkvist, Lena Malmros, Maryam Rostami, Per Hedkvist, Sara Bergqvist-Ali"
    paper.roster(f"Ledamöter: {members}")
    paper.roster("Adjungerad: Tomas Ek\nSekreterare: Anna Wiklander")
    paper.paragraph("Dagordning", "Heading 1")
    table = paper.table(["Nr", "Tid", "Ärende", "Typ", "Föredragande", "Underlag"], [1, 1.7, 4.8, 2.9, 3.2, 2.8])
    for line in AGENDA.strip().splitlines():
        paper.row(table, (part.strip() for part in f"{line} ".split(" |")))
    paper.paragraph("Välkommen!")
    return paper


def write_report() -> Paper:
    """Lay out the report on foot care, with a table of costs."""
    title = "Underlag: medicinsk fotvård vid Granåsens sjukhus"
    paper = Paper(title, "Johan Lövkvist", datetime.fromisoformat("2026-04-09T09:00:00"), "Granåsens sjukhus\tDnr GS 2026/77", "Bilaga 1")
    paper.paragraph(title, "Title")
    paper.paragraph("Rapport till Samordningsråd diabetes. Framtagen av Johan Lövkvist och Frida Nylind, april 2026.")
    paper.flow(REPORT)
    table = paper.table(["Alternativ", "Kostnad per år", "Besök per år", "Beräknad väntetid"], [6.6, 3.4, 3, 3.4])
    for line in COSTS.strip().splitlines():
        paper.row(table, line.split(" | "))
    paper.flow(REPORT_END)
    return paper
