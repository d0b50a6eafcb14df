"""A programme area (numbered headings, Beslut and Åtgärd below) and a safety council (date and dnr in the page header); both invented."""

from datetime import datetime

from tests.corpus.paper import Paper, lines

WOMEN_FACTS = """
Datum | 24 mars 2026
Tid | 13.00–16.00 med fika 14.30
Plats | Digitalt via Teams
Ordförande | Annelie Kvist, verksamhetschef
Sekreterare | Rut Solberger
Närvarande | Annelie Kvist, Rut Solberger, Linnéa Fahlgren (barnmorska), Tobias Werme (överläkare), Ayan Hussein (gynmottagningen), \
Mats-Ola Grip (anestesi), Pernilla Gäfvert (mödrahälsovården, lämnade 15.15)
Frånvarande | Christer Aldenius, Malin Prytz (ersätts i vår av Ayan Hussein)
Gäst | Henrik Stavås, förvaltningen för digitalisering (p 4)
"""
WOMEN = """
# 1. Öppnande
Annelie öppnade mötet. Tobias Werme utsågs att justera protokollet. Föreslagen dagordning godkändes.

# 2. Föregående protokoll och uppföljning
Protokoll nr 1/2026 godkändes utan ändringar. Genomgång av åtgärderna därifrån:

- Pernilla: informera alla barnmorskemottagningar om nya blanketten. Gjort 12 februari.

- Tobias: mäta väntetider till kolposkopi. Uppgifter från södra länsdelen saknas fortfarande, i övrigt färdigt.

- Rut: publicera årsberättelsen. Gjort.

- Samtliga: föreslå patientföreträdare. Inga förslag har kommit, åtgärden stryks.

# 3. Bristningar vid förlossning
Linnéa visade statistik. Andelen stora bristningar är 3,1 procent mot 2,6 i riket. Drygt hälften av kvinnorna uppger att de inte blivit
kontaktade efter hemgången. Kliniken i Ekvik ringer redan upp alla efter två veckor och har goda erfarenheter. Linnéa föreslog uppföljning per
telefon, antingen efter sex eller åtta veckor. Mats-Ola undrade om det finns tid avsatt.

## Beslut

LPO inför telefonuppföljning åtta veckor efter förlossningen på båda klinikerna med start 1 september 2026.

LPO följer utfallet två gånger om året.

## Åtgärd

- Linnéa Fahlgren skriver rutin för samtalet. Klar till mötet i maj.

- Ayan Hussein räknar på hur mycket tid som går åt.

# 4. Digitalt formulär före inskrivning
Henrik Stavås visade formuläret som gravida fyller i hemma. I dag finns det på svenska, engelska och somaliska. Förvaltningen lägger till arabiska
och tigrinja under hösten. Pernilla berättade att tre mottagningar provar till sista april. Mats-Ola tycker att frågan om tidigare
narkosproblem är svår att förstå.

## Beslut

Inget beslut i dag. LPO vill se resultatet av provet innan formuläret breddas, ärendet återkommer den 19 maj.

## Åtgärd

- Henrik Stavås och Mats-Ola Grip skriver om frågan om narkos.

- Pernilla Gäfvert sammanställer mottagningarnas synpunkter, senast 8 maj.

# 5. Remisser
Nationellt vårdprogram för endometrios: NPO vill ha svar den 30 april. Regional rutin för sepsis hos gravida: svar till
chefläkaren 17 april.

## Beslut

LPO lämnar svar på vårdprogrammet men avstår från att yttra sig om sepsisrutinen, som LPO akut vård redan granskat.

## Åtgärd

- Tobias Werme svarar för LPO om vårdprogrammet efter avstämning med Malin.

# 6. Konferens i höst
Perinatalmötet hålls 5–6 november. Budgeten räcker till två personer. Anmälan görs av deltagaren själv via den egna kliniken före
1 juni.

## Beslut

Linnéa Fahlgren och Christer Aldenius får åka på LPO:s bekostnad.

## Åtgärd

Ingen.

# 7. Laget runt
Gynmottagningen har fått två nya specialistläkare. Mödrahälsovården har svårt att bemanna i juli och Närvården söker hyrpersonal.

Ayan påpekade att cellprov tagna på fel sorts rör kasseras av laboratoriet, det är viktigt att alla läser på röret. Annelie har tackat
ja till en plats i RPO:s arbetsutskott. RPO har fastställt sin verksamhetsplan för 2026 och vill att alla LPO gör sina egna före sommaren.
Annelie återkommer med ett förslag till mötet i maj.

Tobias uppmanade alla att registrera i Graviditetsregistret.

# 8. Övriga frågor
Fråga om ammningspolicyn från Pernilla hanns inte med då hon fick lämna mötet, tas i maj.

# 9. Nästa möte
19 maj kl. 13.00–16.00, Teams. Ärenden anmäls till Rut senast 5 maj.

Höstens möten: 22 september (tema klimakteriemottagning) och 17 november, samma tid. Ett av dem bör vara fysiskt, Rut kollar lokal i Ekvik.
"""


def headed(paper: Paper, text: str) -> None:
    """Write items whose first line is a heading."""
    for part in text.split("\n# ")[1:]:
        head, _, rest = part.partition("\n")
        paper.paragraph(head, "Heading 1")
        paper.flow(rest)


def write_women() -> Paper:
    """Minutes of the programme area: facts in a table without head, decisions and tasks below headings of their own."""
    paper = Paper(
        "Protokoll LPO", "Rut Solberger", datetime.fromisoformat("2026-03-30T10:02:00"), "Region Havsbygden", "LPO kvinnosjukvård och förlossning"
    )
    paper.paragraph("Lokalt programområde kvinnosjukvård och förlossning", "Title")
    paper.paragraph("Protokoll nr 2/2026")
    table = paper.document.add_table(0, 2, "Table Grid")
    for line in lines(WOMEN_FACTS):
        cells = table.add_row().cells
        label, _, value = line.partition("\t")
        paper.paragraph(f"**{label}**", cell=cells[0])
        paper.paragraph(value, cell=cells[1])
    headed(paper, WOMEN)
    paper.paragraph("")
    paper.roster("""
Vid protokollet | Justeras
Rut Solberger | Tobias Werme
""")
    return paper


SAFETY_PEOPLE = """
**Ledamöter**
Agneta Rydholm, chefläkare, ordförande
Fredrik Cassel, chefsjuksköterska
Minna Lahtinen, vårdhygien
Ola Sparrman, medicinsk teknik (inte ärende 5)
Dorotea Kling, patientnämndens kansli
**Övriga**
Sigrid Palmér, patientsäkerhetsstrateg, sekreterare
Bengt-Åke Noring, regionjurist (ärende 3)
**Frånvarande**
Elisabet Hagmark, anmält förhinder
Rickard Stenvall
"""
SAFETY = """
# Ärende 1 Inledning
Ordföranden öppnar sammanträdet. Minna Lahtinen utses att justera protokollet. Inga övriga ärenden anmäls.

# Ärende 2 Föregående protokoll och bevakningslista
Protokollet från 2026-03-18 läggs till handlingarna. Sigrid Palmér går igenom bevakningslistan.

B14 Enhetliga allergimärkningar (Fredrik Cassel): införda på alla sjukhus, avslutas.

B15 Genomlysning av fallolyckor (Dorotea Kling): försenad, nytt slutdatum 2026-09-30.

B17 Lättläst version av patientsäkerhetsplanen (Sigrid Palmér): överlämnad till kommunikation 5 maj, avslutas.

B18 Stickprov i loggar (Rickard Stenvall): utgår eftersom it tagit över ansvaret.

# Ärende 3 Utlämnande av händelseanalyser
Dnr PSR 2026/00188

**Föredragning:** Bengt-Åke Noring redogör för rättsläget. Kammarrätten har i en dom funnit att analyser kan lämnas ut i avidentifierat
skick. Regionen ska göra en prövning i varje enskilt fall och beslutet ska kunna överklagas. Förra året begärdes 31 analyser ut, oftast
av media.

**Ställningstagande:** Rådet rekommenderar att händelseanalyser skrivs utan uppgifter som pekar ut enskilda medarbetare.

**Fortsatt hantering:** Bengt-Åke Noring lämnar en skriftlig vägledning till Sigrid Palmér senast 2026-06-26. Sigrid Palmér publicerar den på
[Patientsäkerhet A–Ö](https://insidan.gransmark.example/patientsakerhet).

# Ärende 4 Vårdskador kvartal 1
Dnr PSR 2026/00101

**Föredragning:** Sigrid Palmér visar utfallet av journalgranskningen. Trycksåren ökar för tredje kvartalet i rad medan urinvägsinfektionerna
minskar. Ledningen för Gränsmarks lasarett har beslutat om dubbel bemanning nattetid till och med juni. Elisabet Hagmark har lämnat
kommentarer i förväg. Minna Lahtinen anser att madrasserna är för gamla.

**Ställningstagande:** Rådet noterar informationen och ser allvarligt på utvecklingen av trycksår.

**Fortsatt hantering:** Fredrik Cassel begär in handlingsplaner från de tre kliniker som har flest trycksår. Planerna ska vara inlämnade
2026-08-31 och redovisas för rådet 2026-09-16.

# Ärende 5 Larmgränser i övervakningsutrustning
Dnr PSR 2026/00154

Ola Sparrman anmäler jäv och deltar inte i ärendet.

**Föredragning:** Ordföranden redogör för ett förslag från medicinsk teknik om lika larmgränser på alla vårdavdelningar. Minna Lahtinen och Fredrik
Cassel ställer sig tveksamma. Förslaget saknar synpunkter från intensivvården.

**Ställningstagande:** Ärendet återremitteras för komplettering med intensivvårdens synpunkter.

**Fortsatt hantering:** Fredrik Cassel inhämtar synpunkterna och återkommer med nytt underlag 2026-09-16.

# Ärende 6 Patientsäkerhetspriset 2026
Dnr PSR 2026/00203

**Ställningstagande:** Priset delas ut även i år. Prissumman är 20 000 kronor liksom tidigare. Till jury utses Agneta Rydholm, Dorotea Kling
och en patientföreträdare.

**Fortsatt hantering:** Sigrid Palmér utlyser priset i början av juni. Nomineringstiden går ut 31 augusti. Dorotea Kling vidtalar en
patientföreträdare.

# Ärende 7 Svar till IVO om bemanning i ambulans
Dnr PSR 2026/00211

**Föredragning:** IVO har begärt regionens svar på sju frågor om bemanningen i ambulanserna. Svaret ska vara IVO till handa 2026-06-12.
Verksamhetschefen för ambulansen har tagit fram ett utkast.

**Ställningstagande:** –

**Fortsatt hantering:** Chefläkaren avger svaret efter samråd med berörd verksamhetschef.

# Ärende 8 Skrivelse om desinfektion av ultraljudsprober
Skrivelsen hinner inte behandlas och förs över till nästa sammanträde.

# Ärende 9 Meddelanden
Socialstyrelsen har uppdaterat den nationella handlingsplanen. En ny avvikelsemodul tas i drift 1 juli och HR ger utbildning till alla chefer före
semestrarna. SKR bjuder in till nätverksträff 9 september. Dorotea Kling meddelar att antalet anmälningar till nämnden är oförändrat.

Rådet lägger meddelandena till handlingarna.

# Ärende 10 Avslutning
Ordföranden avslutar kl. 11.20. Nästa sammanträde är 2026-09-16 kl. 09.00–11.30 i Hjortronet. Handlingar skickas ut 2026-09-04. Årets sista
sammanträde äger rum 2026-11-18, Rådssalen.
"""


def write_safety() -> Paper:
    """Minutes of the safety council: the day stands only in the page header."""
    header = "Region Gränsmark\tPROTOKOLL\t2026-05-20\nPatientsäkerhetsrådet\t\tDnr PSR 2026/00217"
    paper = Paper("Protokoll", "Sigrid Palmér", datetime.fromisoformat("2026-05-27T15:30:00"), header, "Justerat 2026-05-27")
    paper.paragraph("Patientsäkerhetsrådet", "Title")
    paper.roster("""
Tid: | 09.00–11.20
Plats: | Hjortronet, Regionens hus
""")
    paper.paragraph("")
    paper.roster(SAFETY_PEOPLE)
    headed(paper, SAFETY)
    paper.paragraph("")
    paper.paragraph("Sigrid Palmér, sekreterare")
    paper.paragraph("Justerat: Agneta Rydholm, Minna Lahtinen")
    return paper
