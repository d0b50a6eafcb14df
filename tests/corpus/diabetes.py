"""Samordningsråd diabetes, an invented council: notes in a two-column table, tasks in running prose."""

from dataclasses import dataclass
from datetime import datetime

from tests.corpus.paper import Paper, blocks, lines

LIBRARY = "https://samarbeta.regionnorrmark.example/diabetes"


@dataclass(frozen=True)
class DiabetesMeeting:
    """What one meeting's notes consist of; texts are in the small markup of paper.py."""

    date: str
    when: str
    time: str
    place: str
    roster: str
    others: str
    notes: str
    dates: str
    coming: str = ""
    automatic: bool = False


def write_diabetes(meeting: DiabetesMeeting) -> Paper:
    """Lay out the notes of one meeting."""
    title = "Mötesanteckningar Samordningsråd diabetes"
    written = datetime.fromisoformat(f"{meeting.date}T16:30:00")
    paper = Paper(title, "Anna Wiklander", written, "Region Norrmark\tDnr HSS 2026-00412", f"Samordningsråd diabetes {meeting.date}")
    paper.paragraph(title, "Title")
    paper.roster(f"Region Norrmark\nDatum: | {meeting.when}\nTid: | {meeting.time}\nPlats: | {meeting.place}", 2.5)
    paper.paragraph("Deltagare", "Heading 1")
    paper.roster(meeting.roster, 5)
    if meeting.others:
        paper.paragraph("Övriga deltagare", "Heading 1")
        paper.roster(meeting.others, 5)
    paper.paragraph("Anteckningar", "Heading 1")
    table = paper.table(["Mötespunkt", "Anteckning"], [4.4, 12])
    list_id = paper.new_list() if meeting.automatic else ""
    for number, part in enumerate(meeting.notes.split("\n# ")[1:], 1):
        head, _, text = part.partition("\n")
        left, right = table.add_row().cells
        left.width, right.width = (cell.width for cell in table.rows[0].cells)
        if meeting.automatic:
            paper.numbered(head, list_id, left)
        else:
            paper.paragraph(f"{number}. {head}", cell=left)
        paper.flow(text, right)
    paper.paragraph("Nästkommande möten", "Heading 1")
    for line in lines(meeting.dates):
        paper.paragraph(line, "List Bullet")
    if meeting.coming:
        paper.paragraph("Eventuella kommande frågor", "Heading 1")
        for block in blocks(meeting.coming):
            paper.paragraph(block, "List Bullet")
    return paper


FEBRUARY = DiabetesMeeting(
    date="2026-02-05",
    when="{{torsdag 5 februari 2026}}",
    time="13.00–15.30",
    place="Konferensrum Älven, Centralsjukhuset Björkstad",
    roster="""
        Erik Sandahl | överläkare, Centralsjukhuset Björkstad (ordförande)
        Anna Wiklander | verksamhetsutvecklare, Hälso- och sjukvårdsstaben (sekreterare)
        Anna Tornberg | diabetessjuksköterska, Tallviks sjukhus
        Gunilla Åsbrink | dietist, Granåsens sjukhus
        Johan Lövkvist | verksamhetschef, Granåsens sjukhus, återbud, sjuk
        Lena Malmros | patientföreträdare, Diabetesföreningen i Norrmark
        Maryam Rostami | endokrinolog, Centralsjukhuset Björkstad
        Per Hedkvist | distriktsläkare, Primärvården Norrmark
        Sara Bergqvist-Ali | barnläkare, Tallviks sjukhus
        Tomas Ek | medicinskt ansvarig sjuksköterska, Sundfors kommun (adjungerad)
    """,
    others="Fredrik Öhlander | strategisk inköpare, Inköp Norrmark (punkt 3)",
    notes=f"""
# Öppnande och presentation
Erik hälsar alla välkomna till årets första möte. Gunilla Åsbrink är ny ledamot för Granåsens sjukhus och
presenterar sig. Hon arbetar som dietist på medicinmottagningen och har tidigare haft uppdrag i sjukhusets diabetesteam.

Dagordningen godkänns. En övrig fråga anmäls av Lena.

# Föregående mötesanteckningar
Anteckningarna från den 4 december godkänns och läggs till handlingarna.

[2025-12-04 Mötesanteckningar Samordningsråd diabetes.docx]({LIBRARY}/2025-12-04.docx)

# Upphandling av glukossensorer
Fredrik Öhlander, Inköp Norrmark, informerar om den kommande upphandlingen av sensorer för kontinuerlig
glukosmätning. Annonsering sker i mars och avtalet beräknas gälla från den 1 september. Nuvarande avtal kan förlängas
i högst sex månader. Inköp Norrmark gör den formella utvärderingen av anbuden, men kraven på användbarhet behöver
formuleras av professionen.

Rådet lyfter att larmfunktioner, delning till anhöriga och koppling till journalen väger tungt. I dag använder
ungefär 3 100 personer i regionen sensor, varav 240 barn.

Maryam och Anna T sammanställer rådets synpunkter på kravspecifikationen och skickar dem till Fredrik senast den 27 februari.
Fredrik kan komma tillbaka under våren om tidplanen ändras.

[Presentation upphandling glukossensorer.pptx]({LIBRARY}/glukossensorer.pptx)

# Övergång från barn- till vuxensjukvård
Sara Bergqvist-Ali redogör för hur övergången fungerar i dag. Remissen till vuxenmottagningen skrivs olika på de
tre sjukhusen och väntetiden till första besöket varierar mellan tre veckor och fem månader. Flera unga vuxna har
blivit utan uppföljning efter en flytt. En enkät till mottagningarna visar att bara hälften erbjuder ett gemensamt besök.

Maryam påpekar att ett överlämningssamtal inte behöver ta längre tid än ett vanligt återbesök. Per undrar vem som tar
över ansvaret när patienten väljer att gå på vårdcentral.

**Beslut:** Rådet ställer sig bakom att ett överlämningssamtal erbjuds inför 18-årsdagen i hela regionen.

Sara tar fram ett utkast till rutin till nästa möte. Per undersöker hur många unga vuxna som följs på vårdcentral och återkommer.

# Medicinsk fotvård
Tillgången till medicinsk fotvård är ojämn. Tallvik har två fotterapeuter, Granåsen köper tjänsten av en privat
utförare och i Björkstad är kön fyra månader. Gunilla berättar att Granåsen håller på att räkna på ett eget fotteam,
men siffrorna är inte klara.

Rådet kan inte ta ställning utan underlaget från Granåsen. Frågan bordläggs till mötet den 23 april.

Anna bokar ett samtal med fotterapeuterna om hur de prioriterar sina patienter.

# Resultat i Nationella Diabetesregistret
Maryam visar regionens siffror för förra året. Andelen patienter med HbA1c över 70 mmol/mol har minskat från 13 till
11 procent, men skillnaden mellan vårdcentralerna är fortsatt stor. Hälso- och sjukvårdsnämnden beslutade den 20 januari
att avsätta medel för registrering även under 2026. Varje vårdcentral ska enligt uppdraget registrera minst ett
besök per patient och år.

ES lyfter resultatet i sjukhusledningsgruppen och återkopplar till rådet.

# Patientutbildning i grupp
Gunilla och Lena berättar om erfarenheterna från höstens grupputbildning i Granåsen. Deltagarna är nöjda, men
materialet skiljer sig mellan sjukhusen och ingen har uppdraget att hålla det aktuellt. Det finns ett förslag om att
kommunernas sjuksköterskor också borde erbjudas platser.

Gunilla och Lena tar fram en gemensam utbildningsplan, som ska vara klar till mötet i april. Tomas hör av sig till
kommunerna och frågar om intresset.

# Övriga frågor
Lena frågar om patientföreträdare kan ingå i regionens arbetsgrupp för digitala vårdmöten. Det är oklart vem som
utser gruppen. Sekreteraren undersöker saken.
""",
    dates="""
        2026-03-19 kl. 13.00–15.30, Teams
        2026-04-23 kl. 13.00–16.00, Konferensrum Älven, Centralsjukhuset Björkstad – medicinsk fotvård
        2026-05-28 kl. 09.00–12.00, Tallsalen, Tallviks sjukhus – patientsäkerhetsrapport hypoglykemi (Maryam)
        2026-09-10 kl. 13.00–15.30, Teams
    """,
)

MARCH = DiabetesMeeting(
    date="2026-03-19",
    when="{{torsdag 19 mars 2026}}",
    time="13.00–15.30",
    place="Teams",
    roster="""
        Erik Sandahl | överläkare, Centralsjukhuset Björkstad (ordförande)
        Anna Wiklander | verksamhetsutvecklare, Hälso- och sjukvårdsstaben (sekreterare)
        Anna Tornberg | diabetessjuksköterska, Tallviks sjukhus
        ~~Gunilla Åsbrink | dietist, Granåsens sjukhus~~
        Johan Lövkvist | verksamhetschef, Granåsens sjukhus
        Lena Malmros | patientföreträdare, Diabetesföreningen i Norrmark
        Maryam Rostami | endokrinolog, Centralsjukhuset Björkstad
        Per Hedkvist | distriktsläkare, Primärvården Norrmark, ansluter 14.00
        Sara Bergqvist-Ali | barnläkare, Tallviks sjukhus
        Tomas Ek | medicinskt ansvarig sjuksköterska, Sundfors kommun (adjungerad)
    """,
    others="Hanna Ristamäki | jurist, Regionkansliet (punkt 5)",
    notes=f"""
# Öppnande
Erik hälsar välkommen. Per ansluter senare på grund av mottagning. Dagordningen godkänns med en övrig fråga om
restnoterade läkemedel.

# Föregående mötesanteckningar
Inga synpunkter på anteckningarna från den 5 februari, som läggs till handlingarna.

[2026-02-05 Mötesanteckningar Samordningsråd diabetes.docx]({LIBRARY}/2026-02-05.docx)

# Uppföljning från föregående möte
- Synpunkter på kravspecifikationen: Maryam och Anna T skickade rådets synpunkter till Fredrik den 25 februari. Klart.

- Utkast till rutin för överlämningssamtal: Sara har tagit fram ett utkast, se punkt 4. Klart.

- Unga vuxna på vårdcentral: Per har fått uppgifter från två av fyra områden. De övriga två återstår.

- Samtal med fotterapeuterna: Det har inte gått att hitta en tid. Kvarstår, ansvarig är Anna Tornberg.

- Registerresultatet: ES har lyft resultatet i sjukhusledningsgruppen, som vill se siffrorna varje halvår. Avslutas.

- Gemensam utbildningsplan: Arbetet pågår och redovisas i april som planerat.

- Kontakt med kommunerna: Tomas har hört av sig till sex kommuner och fyra är intresserade. Klart.

- Patientföreträdare i arbetsgruppen för digitala vårdmöten: Anna W har frågat Digitaliseringsenheten men inte
fått svar. Kvarstår.

# Rutin för överlämningssamtal
Sara visar utkastet till rutin. Samtalet ska hållas tidigast sex månader före 18-årsdagen och båda mottagningarna
ska vara representerade. Anna Tornberg tycker att checklistan i slutet är bra men för lång. Per, som nu har
anslutit, vill att vårdcentralen får en kopia av sammanfattningen.

Rådets ledamöter lämnar synpunkter på utkastet till Sara senast den 10 april. Sara reviderar därefter rutinen och tar med
den till mötet den 23 april.

Slutligt beslut om rutinen fattas av Medicinska rådet.

[Utkast rutin överlämningssamtal.docx]({LIBRARY}/utkast-rutin.docx)

# Informationsdelning mellan region och kommun
Hanna Ristamäki informerar om vad sammanhållen vård- och omsorgsdokumentation innebär för personer som får hjälp
med insulin i hemmet. Patienten ska alltid informeras innan uppgifter görs tillgängliga, men något skriftligt
samtycke krävs inte. Tomas beskriver att sjuksköterskorna i dag ringer till mottagningen för att få aktuella doser.

Hanna återkommer med ett skriftligt svar om läsbehörighet för kommunens sjuksköterskor. Tomas tar upp frågan
i nätverket för medicinskt ansvariga sjuksköterskor.

# Insulinpumpar
Antalet pumpanvändare har fördubblats på tre år. Johan presenterar hur Granåsen startar nya användare i grupp, vilket
har kortat tiden till start från elva till fyra veckor. Tallviks sjukhus kommer att pröva samma modell under hösten.

**Beslut:** Rådet beslutar att en gemensam uppstartsutbildning för pumpanvändare ska hållas två gånger per år.

Johan och Maryam får i uppdrag att ta fram ett kursprogram till mötet den 28 maj.

# Rapport från regionalt programområde
Erik rapporterar från programområdet för endokrina sjukdomar, som planerar en gemensam utbildningsdag i oktober.
Programområdet bjuder in råden längre fram. Nationell arbetsgrupp för graviditetsdiabetes söker en representant från
regionen. Rådet nominerar Maryam Rostami.

AW skickar in nomineringen senast den 31 mars.

# Övriga frågor
Per frågar hur information om restnoterade insuliner når vårdcentralerna. Läkemedelskommittén skickar ett nyhetsbrev
varje vecka, men det läses inte av alla. Tiden räckte inte till och frågan tas upp igen vid nästa möte.
""",
    dates="""
        2026-04-23 kl. 13.00–16.00, Konferensrum Älven, Centralsjukhuset Björkstad – medicinsk fotvård
        2026-05-28 kl. 09.00–12.00, Tallsalen, Tallviks sjukhus – patientsäkerhetsrapport hypoglykemi (Maryam)
        ~~2026-09-10~~ 2026-09-17 kl. 13.00–15.30, Teams, OBS! Ändrat datum
    """,
)

APRIL = DiabetesMeeting(
    date="2026-04-23",
    when="{{torsdag 23 april 2026}}",
    time="13.00–16.00",
    place="Konferensrum Älven, Centralsjukhuset Björkstad",
    roster="""
        Erik Sandahl | överläkare, Centralsjukhuset Björkstad (ordförande)
        Anna Wiklander | verksamhetsutvecklare, Hälso- och sjukvårdsstaben (sekreterare)
        Anna Tornberg | diabetessjuksköterska, Tallviks sjukhus
        Gunilla Åsbrink | dietist, Granåsens sjukhus
        Johan Lövkvist | verksamhetschef, Granåsens sjukhus
        Lena Malmros | patientföreträdare, Diabetesföreningen i Norrmark, återbud
        Maryam Rostami | endokrinolog, Centralsjukhuset Björkstad
        Per Hedkvist | distriktsläkare, Primärvården Norrmark
        Sara Bergqvist-Ali | barnläkare, Tallviks sjukhus, deltar på punkt 4
        Tomas Ek | medicinskt ansvarig sjuksköterska, Sundfors kommun (adjungerad)
    """,
    others="",
    notes=f"""
# Öppnande
Erik öppnar mötet och dagordningen godkänns. Lena har lämnat återbud.

# Föregående mötesanteckningar
Anteckningarna från den 19 mars godkänns och läggs till handlingarna.

[2026-03-19 Mötesanteckningar Samordningsråd diabetes.docx]({LIBRARY}/2026-03-19.docx)

# Uppföljning från föregående möte
- Unga vuxna på vårdcentral: Per har nu uppgifter från samtliga områden, totalt 412 patienter. Klart.

- Samtal med fotterapeuterna: Anna T träffade dem den 14 april. Klart, se punkt 5.

- Gemensam utbildningsplan: Gunilla visar ett utkast. Delen om mat är klar, men Lenas avsnitt om egenvård återstår.

- Patientföreträdare i arbetsgruppen för digitala vårdmöten: Arbetsgruppen har lagts ned och uppgiften utgår.

- Synpunkter på rutinen för överlämningssamtal: Har kommit in från alla verksamheter. Klart.

- Reviderad rutin: Sara har reviderat rutinen, se punkt 4. Klart.

- Läsbehörighet för kommunens sjuksköterskor: Hanna har inte återkommit med något svar. Kvarstår. Anna W påminner henne.

- Nätverket för medicinskt ansvariga sjuksköterskor: Tomas har tagit upp frågan och nätverket delar rådets bild. Klart.

- Kursprogram för pumpanvändare: Pågår, Johan och Maryam har haft ett första arbetsmöte.

- Nominering till arbetsgruppen för graviditetsdiabetes: Skickades den 26 mars. Klart.

# Rutin för överlämningssamtal
Sara går igenom den reviderade rutinen. Checklistan ryms nu på en sida och vårdcentralen får en kopia av
sammanfattningen. Rådet tackar för ett gediget arbete.

**Beslut:** Rådet godkänner rutinen för överlämningssamtal och föreslår att Medicinska rådet fastställer den.

Ordföranden överlämnar rutinen till Medicinska rådet senast den 15 maj. Anna lägger ut den godkända versionen på samarbetsytan.

[Rutin överlämningssamtal version 1.0.docx]({LIBRARY}/rutin-overlamningssamtal.docx)

# Medicinsk fotvård
Ärendet bordlades den 5 februari. Underlaget från Granåsen har skickats ut och innehåller tre alternativ. Johan
redovisar siffrorna. Anna T berättar att fotterapeuterna i Tallvik prioriterar patienter med tidigare sår och att
väntetiden för dem är två veckor. Björkstad avser att anställa ytterligare en fotterapeut.

Rådet diskuterar om patienter med hög risk bör få åka till ett annat sjukhus. Gunilla anser att resorna kan bli ett hinder.

**Beslut:** Rådet förordar alternativ 2, ett gemensamt fotteam med mottagning på två orter.

Johan kompletterar underlaget med en kostnadsberäkning för alternativ 2 till nästa möte. Hälso- och sjukvårdsnämnden
beslutar om finansieringen i höst.

[Bilaga 1 Underlag medicinsk fotvård Granåsen.docx]({LIBRARY}/bilaga-1.docx)

# Information om restnoterade läkemedel
Frågan togs inte upp färdigt i mars. Läkemedelskommittén har sedan dess öppnat en sida på intranätet som uppdateras
dagligen. Per är nöjd med lösningen och frågan ses som omhändertagen.

# Egenmonitorering i primärvården
Per presenterar ett pilotprojekt där vårdcentralen i Sundfors följer 60 patienter på distans. Patienterna mäter
hemma och en sjuksköterska ringer vid avvikande värden. Utvärderingen blir klar i augusti. Maryam föreslår att
sjukhusens mottagningar också ska kunna se värdena.

Rådet vill avvakta utvärderingen. Ärendet bordläggs till mötet den 17 september.

# Övriga frågor
Regionens enkät till personer med diabetes görs nästa gång 2027. Rådet diskuterade om barnmottagningarna ska ingå,
men kom inte fram till något.

Per skickar länken till den nya läkemedelssidan till alla ledamöter.
""",
    dates="""
        2026-05-28 kl. 09.00–12.00, Tallsalen, Tallviks sjukhus – patientsäkerhetsrapport hypoglykemi (Maryam)
        2026-09-17 kl. 13.00–15.30, Teams
        2026-11-12 kl. 13.00–16.00, Konferensrum Älven, Centralsjukhuset Björkstad
    """,
    coming="""
        Uppföljning efter graviditetsdiabetes

        Ögonbottenfotografering i glesbygd
    """,
    automatic=True,
)

MEETINGS = (FEBRUARY, MARCH, APRIL)
