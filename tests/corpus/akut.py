"""Programråd akutsjukvård, an invented council: numbered paragraphs in prose and an action list at the end."""

from dataclasses import dataclass
from datetime import datetime

from tests.corpus.paper import Paper

LIBRARY = "https://samarbeta.regionnorrmark.example/akut"


@dataclass(frozen=True)
class AkutMeeting:
    """What one meeting's minutes consist of; texts are in the small markup of paper.py."""

    date: str
    when: str
    place: str
    first: int
    present: str
    absent: str
    adjunct: str
    minutes: str
    signed: str
    tasks: str


def write_akut(meeting: AkutMeeting) -> Paper:
    """Lay out the minutes of one meeting."""
    title = "Protokoll programråd akutsjukvård"
    written = datetime.fromisoformat(f"{meeting.date}T15:00:00")
    paper = Paper(title, "Ylva Nordgren", written, f"Region Norrmark\tProtokoll {meeting.date}", "Dnr RN 2026/118")
    paper.paragraph(title, "Title")
    paper.controlled(meeting.when)
    paper.paragraph(meeting.place)
    for head, names in (("Närvarande", meeting.present), ("Frånvarande", meeting.absent), ("Adjungerade", meeting.adjunct)):
        paper.paragraph(head, "Heading 1")
        paper.roster(names)
    for number, part in enumerate(meeting.minutes.split("\n# ")[1:], meeting.first):
        head, _, text = part.partition("\n")
        paper.paragraph(f"§ {number} {head}", "Heading 1")
        paper.flow(text)
    paper.flow(meeting.signed)
    paper.paragraph("Åtgärdslista", "Heading 1")
    table = paper.table(["Vad", "Vem", "När", "Status"], [8, 3.7, 2.6, 2.1])
    for line in meeting.tasks.strip().splitlines():
        paper.row(table, line.strip().split(" | "))
    return paper


JANUARY = AkutMeeting(
    date="2026-01-27",
    when="Tisdagen den 27 januari 2026 klockan 09.00–11.45",
    place="Regionhuset i Björkstad, rum Forsen",
    first=1,
    present="""
        Karl-Johan Stenmark (CSB), ordförande [KJS]
        Ylva Nordgren (HSS), sekreterare
        Birgitta Hallin (TS), verksamhetschef [BiH]
        Linnéa Aspelin (PVN), distriktsläkare
        Magnus Fröjd (GS), enhetschef
        Omar Haddad (CSB), överläkare [OH]
        Pernilla Wikner (AMB), verksamhetschef [PW]
    """,
    absent="""
        Camilla Ståhlberg (GS), sektionschef
        Stefan Kärrman (SRN), enhetschef
    """,
    adjunct="""
        Eva-Lotta Brink (Sundfors kommun), enhetschef
        Rickard Mohlin (VUP), psykiater
    """,
    minutes=f"""
# Mötet öppnas
Ordföranden öppnar mötet. Dagordningen fastställs utan ändringar.

# Föregående protokoll
Protokollet från den 2 december 2025 godkänns och läggs till handlingarna.

# Väntetider på akutmottagningarna
Omar Haddad redovisar väntetiderna för fjärde kvartalet. I Björkstad lämnar 62 procent av patienterna
akutmottagningen inom fyra timmar, i Tallvik 71 och i Granåsen 78 procent. Sjukhusen räknar på olika sätt, vilket gör
siffrorna svåra att jämföra. Magnus Fröjd visar hur Granåsen arbetar med ett flödesteam på kvällarna och Birgitta
Hallin berättar att Tallvik planerar något liknande.

## Beslut

Rådet beslutar

1) att väntetider ska vara en stående punkt på rådets dagordning

1) att uppdra åt Omar Haddad att ta fram en gemensam rapportmall till nästa möte.

# Checklista vid överrapportering från ambulans
Pernilla Wikner föredrar ambulanssjukvårdens förslag till checklista för överlämning på akutmottagning. Listan har
prövats under sex veckor i Tallvik. Av 140 överlämningar gick 118 snabbare än tidigare. Birgitta Hallin är positiv men
saknar en beskrivning av hur listan påverkar bemanningen på natten, då en sjuksköterska ofta tar emot ensam.

## Förslag till beslut

Rådet rekommenderar att checklistan införs på alla akutmottagningar den 1 mars.

## Beslut

Rådet beslutar att återremittera ärendet till ambulanssjukvården för komplettering med en konsekvensbeskrivning av nattbemanningen.

# Remiss om katastrofmedicinsk plan
Beredskapsenheten har skickat ut [Remiss Katastrofmedicinsk plan 2026–2029.pdf]({LIBRARY}/remiss-plan.pdf) till
råd och förvaltningar. Svar ska lämnas till Beredskapsenheten senast den 20 mars 2026. Planen innehåller en ny larmkedja
och ett förslag om saneringsstationer på två sjukhus.

Magnus samordnar rådets svar. Ledamöterna skickar sina synpunkter till Magnus senast den 6 mars.

# Psykiatrisk akutvård
Rickard Mohlin informerar om att vuxenpsykiatrins akutmottagning flyttar till hus 14 i augusti. Under flytten kommer
patienter att tas emot på akutmottagningen i Björkstad nattetid. Vuxenpsykiatrin tar fram en lokal vägledning. Rådet
efterfrågar ett förtydligande om vem som gör den första bedömningen.

KJS kontaktar verksamhetschefen för vuxenpsykiatrin och stämmer av ansvarsfördelningen före mars månads utgång.

# Information
Regionstyrelsen beslutade den 14 januari att förlänga avtalet om ambulanshelikopter i två år. Linnéa rapporterar
från primärvårdens ledningsgrupp att två jourmottagningar slås samman efter sommaren. Eva-Lotta berättar om
kommunens mobila akutteam, som nu arbetar alla dagar i veckan och tar emot ungefär 30 uppdrag i månaden.

# Övriga frågor
Inga övriga frågor har anmälts.

# Nästa möte
Nästa möte hålls tisdagen den 10 mars 2026 klockan 09.00–11.45 i Regionhuset i Björkstad, rum Forsen. Ordföranden
tackar för visat intresse och avslutar mötet.
""",
    signed="""
Vid protokollet: Ylva Nordgren

Justerat 2026-02-03: Karl-Johan Stenmark
""",
    tasks="""
        Uppdatera larmlistan för stora olyckor | Ylva Nordgren | 2025-12-19 | Klar
        Inventera behovet av simuleringsträning | BiH | 10 mars | Pågår
        Ta fram gemensam rapportmall för väntetider | OH | 10 mars | Ny
        Komplettera checklistan med konsekvensbeskrivning av nattbemanningen | PW | 28 april | Ny
        Samordna svaret på remissen om katastrofmedicinsk plan | Magnus Fröjd | 20 mars | Ny
        Skicka synpunkter på remissen till Magnus | Alla ledamöter | 6 mars | Ny
        Stämma av ansvarsfördelningen med vuxenpsykiatrin | KJS | 31 mars | Ny
    """,
)

MARCH = AkutMeeting(
    date="2026-03-10",
    when="Tisdagen den 10 mars 2026 klockan 09.00–11.45",
    place="Regionhuset i Björkstad, rum Forsen",
    first=10,
    present="""
        Karl-Johan Stenmark (CSB), ordförande [KJS]
        Ylva Nordgren (HSS), sekreterare
        Birgitta Hallin (TS), verksamhetschef [BiH]
        Camilla Ståhlberg (GS), sektionschef
        Linnéa Aspelin (PVN), distriktsläkare
        Magnus Fröjd (GS), enhetschef
        Omar Haddad (CSB), överläkare [OH]
        Stefan Kärrman (SRN), enhetschef
    """,
    absent="""
        Pernilla Wikner (AMB), verksamhetschef [PW]
    """,
    adjunct="""
        Eva-Lotta Brink (Sundfors kommun), enhetschef
    """,
    minutes=f"""
# Mötet öppnas
Ordföranden hälsar välkommen. Camilla Ståhlberg anmäler en övrig fråga. Dagordningen fastställs.

# Föregående protokoll
Protokollet från den 27 januari godkänns och läggs till handlingarna.

Åtgärdslistan gås igenom och uppdateras, se sista sidan. KJS har träffat verksamhetschefen för vuxenpsykiatrin, som
bekräftar att vuxenpsykiatrin gör den första bedömningen även under flytten.

# Väntetider på akutmottagningarna
Omar Haddad presenterar förslaget till rapportmall. Mallen bygger på fyra mått och fylls i en gång i veckan. Camilla
Ståhlberg frågar om barnakuten omfattas. Enligt Omar går det att lägga till den senare. Februari blev bättre än
januari på alla sjukhus, främst tack vare färre patienter med influensa.

## Beslut

Rådet beslutar

1) att godkänna rapportmallen och använda den från och med vecka 13

1) att varje sjukhus ska utse en kontaktperson och meddela Omar Haddad senast den 27 mars.

# Remissvar om katastrofmedicinsk plan
Magnus Fröjd föredrar förslaget till svar, som bygger på synpunkter från fem ledamöter. Rådet är i huvudsak positivt till
den nya larmkedjan men ifrågasätter att saneringsstationen läggs i Tallvik.

## Beslut

Rådet ställer sig bakom remissvaret med ett tillägg om utbildning av personal.

Magnus skriver in tillägget och skickar svaret till Beredskapsenheten senast den 20 mars.

# Samarbete med sjukvårdsrådgivningen
Stefan Kärrman visar statistik över samtal som slutar med hänvisning till akutmottagning. Var femte uppringare hänvisas
dit kvällstid, när jourmottagningarna är fullbokade. Han beskriver ett förslag om direktbokning av tider på
jourmottagning. Rådet ser flera frågetecken kring ansvar och ersättning. Linnéa påpekar att jourmottagningarna har
olika tidböcker.

Rådet hinner inte slutföra diskussionen. Punkten tas upp igen vid nästa möte.

# Simuleringsträning
Birgitta Hallin har inventerat behovet vid Tallviks sjukhus och i ambulanssjukvården. Träningslokalen i Björkstad är
bokad tre dagar i veckan av läkarutbildningen. BiH kompletterar inventeringen med Björkstad och Granåsen före påsk.

# Sköra äldre på akutmottagning
En arbetsgrupp har på uppdrag av primärvårdens ledningsgrupp tagit fram [Vägledning sköra
äldre.docx]({LIBRARY}/vagledning-skora-aldre.docx). Vägledningen innehåller ett enkelt screeningverktyg och råd om
direktinläggning. Personer över 80 år ska bedömas inom en timme.

## Förslag till beslut

Rådet föreslås ställa sig bakom vägledningen och rekommendera sjukhusen att införa den under hösten.

## Beslut

Rådet beslutar i enlighet med förslaget.

Eva-Lotta och Linnéa ordnar en dialogträff med kommunernas akutteam under maj.

# Övriga frågor
Camilla Ståhlberg frågar hur rådet får en samlad bild av sommaren. Vid två tillfällen förra sommaren stängde
vårdplatser på flera sjukhus samtidigt. Alla sjukhus mejlar sin sommarplan till Ylva senast den 15 maj.

# Nästa möte
Nästa möte hålls tisdagen den 28 april 2026 klockan 09.00–11.45 via Teams. Ordföranden avslutar mötet.
""",
    signed="""
Vid protokollet: Ylva Nordgren

Justerat 2026-03-17: Karl-Johan Stenmark
""",
    tasks="""
        Inventera behovet av simuleringsträning | BiH | före påsk | Pågår
        Ta fram gemensam rapportmall för väntetider | OH | 10 mars | Klar
        Komplettera checklistan med konsekvensbeskrivning av nattbemanningen | PW | 28 april | Pågår
        Samordna svaret på remissen om katastrofmedicinsk plan | Magnus Fröjd | 20 mars | Pågår
        Skicka synpunkter på remissen till Magnus | Alla ledamöter | 6 mars | Klar
        Stämma av ansvarsfördelningen med vuxenpsykiatrin | KJS | 31 mars | Klar
        Utse kontaktperson för väntetidsrapporten | Varje sjukhus | 27 mars | Ny
        Ordna dialogträff med kommunernas akutteam | Eva-Lotta Brink, Linnéa Aspelin | maj | Ny
        Mejla sommarplan till Ylva | Alla sjukhus | 15 maj | Ny
    """,
)

APRIL = AkutMeeting(
    date="2026-04-28",
    when="Tisdagen den 28 april 2026 klockan 09.00–11.45",
    place="Teams",
    first=19,
    present="""
        Birgitta Hallin (TS), mötesordförande [BiH]
        Ylva Nordgren (HSS), sekreterare
        Camilla Ståhlberg (GS), sektionschef
        Linnéa Aspelin (PVN), distriktsläkare
        Magnus Fröjd (GS), enhetschef
        Omar Haddad (CSB), överläkare [OH]
        Pernilla Wikner (AMB), verksamhetschef [PW]
        Stefan Kärrman (SRN), enhetschef
    """,
    absent="""
        Karl-Johan Stenmark (CSB), ordförande [KJS]
    """,
    adjunct="""
        Eva-Lotta Brink (Sundfors kommun), enhetschef
    """,
    minutes=f"""
# Mötet öppnas
Birgitta Hallin leder mötet i ordförandens frånvaro. Dagordningen fastställs med ändringen att § 22 behandlas först.

# Föregående protokoll
Protokollet från den 10 mars godkänns och läggs till handlingarna.

# Väntetider på akutmottagningarna
Rapporteringen enligt den nya mallen startade som planerat. Björkstad och Granåsen har utsett kontaktpersoner, men
namnet från Tallvik saknas. I mars lämnade 69 procent av patienterna akutmottagningen inom fyra timmar. Omar Haddad
tror att siffran påverkas av att Tallvik bara har rapporterat två av fyra veckor.

OH lägger till barnakuten i mallen inför nästa möte.

# Checklista vid överrapportering från ambulans
Ärendet återremitterades den 27 januari. Pernilla Wikner presenterar [Konsekvensbeskrivning
nattbemanning.docx]({LIBRARY}/konsekvensbeskrivning.docx). Ambulanspersonalen stannar kvar tills överlämningen är
signerad, och listan bedöms inte kräva fler sjuksköterskor. Camilla Ståhlberg påpekar att mottagningarna behöver tid
för att informera sin personal.

## Beslut

Rådet beslutar

1) att rekommendera att checklistan införs på alla akutmottagningar från och med den 1 september

1) att uppdra åt Pernilla Wikner att ta fram en kort utbildningsfilm till den 17 augusti.

# Samarbete med sjukvårdsrådgivningen
Fortsättning från den 10 mars. Stefan Kärrman har tagit fram en jämförelse av jourmottagningarnas tidböcker. Direktbokning
är möjlig på tre av fem mottagningar. Ersättningen är en fråga för Vårdvalsenheten, som väntas fatta beslut i juni.

## Beslut

Rådet är enigt om att direktbokning prövas på jourmottagningen i Tallvik under september.

Stefan och Linnéa planerar försöket och redovisar upplägget vid nästa möte.

# Remisser
Svaret om katastrofmedicinsk plan skickades den 18 mars. Beredskapsenheten har tackat för synpunkterna och ärendet är avslutat.

En ny remiss har kommit: Handlingsplan för våld i nära relationer. Remissvar lämnas till Hälso- och sjukvårdsstaben senast
den 21 maj. Camilla skriver ett förslag till svar och skickar det till ledamöterna senast den 8 maj.

# Sommarplanering
Granåsen har skickat sin sommarplan och stänger sex vårdplatser under vecka 28–31. Planerna från Björkstad och Tallvik
återstår. Pernilla informerar om att ambulanssjukvården har full bemanning under hela sommaren. Eva-Lotta undrar om
kommunerna kan få del av planerna. Det är inte klarlagt vem som i så fall ska sprida dem.

# Övriga frågor
Ylva Nordgren påminner om regionens beredskapsdag den 4 maj. Anmälan görs i kompetensportalen.

Magnus Fröjd vill att rådet diskuterar hot och våld i väntrummen. Frågan tas upp vid mötet den 15 september.

# Nästa möte
Nästa möte hålls tisdagen den 2 juni 2026 klockan 09.00–11.45 i Regionhuset i Björkstad, rum Forsen. Höstens första möte
är tisdagen den 15 september 2026 klockan 13.00–15.00 via Teams. Mötet avslutas.
""",
    signed="""
Vid protokollet: Ylva Nordgren

Justerat 2026-05-04: Birgitta Hallin
""",
    tasks="""
        Inventera behovet av simuleringsträning | BiH | före påsk | Pågår
        Komplettera checklistan med konsekvensbeskrivning av nattbemanningen | PW | 28 april | Klar
        Samordna svaret på remissen om katastrofmedicinsk plan | Magnus Fröjd | 20 mars | Klar
        Utse kontaktperson för väntetidsrapporten | Varje sjukhus | 27 mars | Pågår
        Ordna dialogträff med kommunernas akutteam | Eva-Lotta Brink, Linnéa Aspelin | maj | Pågår
        Mejla sommarplan till Ylva | Alla sjukhus | 15 maj | Pågår
        Lägga till barnakuten i rapportmallen | OH | 2 juni | Ny
        Ta fram utbildningsfilm om checklistan | PW | 17 augusti | Ny
        Planera försöket med direktbokning | Stefan Kärrman, Linnéa Aspelin | 2 juni | Ny
        Skriva förslag till remissvar om våld i nära relationer | Camilla Ståhlberg | 8 maj | Ny
    """,
)

MEETINGS = (JANUARY, MARCH, APRIL)
