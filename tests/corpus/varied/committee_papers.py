"""A user council under a Swedish board (labels in the margin) and a Finnish-Swedish committee; both invented."""

from datetime import datetime

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from tests.corpus.paper import Paper

USERS = (
    ("§ 12", "**Upprop**", ""),
    ("", "Ordföranden hälsar välkommen och förrättar upprop. Inga-Maj Pålsson tjänstgör för Roger Dyrander.", ""),
    ("§ 13", "**Val av justerare**", ""),
    ("Beslut", "att utse Elna Sjöquist att jämte ordföranden justera dagens protokoll. Justeringen äger rum den 16 februari.", ""),
    ("§ 14", "**Dagordning**", ""),
    ("Beslut", "att fastställa dagordningen med tillägg av en fråga från Inga-Maj Pålsson under Övriga frågor.", ""),
    ("§ 15", "**Uppföljning av tidigare uppdrag**", ""),
    (
        "",
        """
Madeleine Ståhle har tillskrivit kollektivtrafiknämnden om ledsagning (§ 4). Svar har inkommit och läggs till handlingarna.

Inga-Maj Pålssons kartläggning av väntrum (§ 7) är till hälften gjord, sjukhuset i Åvik återstår.

Uppdraget att bjuda in tandvårdsdirektören (§ 9) utgår eftersom tjänsten är vakant.
""",
        "",
    ),
    ("§ 16", "**Inkomna klagomål 2025**", ""),
    (
        "Ärendet",
        """
Tove Rehnström redovisar statistik över de 1 312 ärenden som inkom till patientnämnden under 2025. Ökningen är störst inom primärvården
och avser främst tillgänglighet. Vårdgivaren ska besvara nämndens skrivelse inom fyra veckor, vilket sker i sju fall av tio. Förvaltningen
avser att publicera en rapport på webbplatsen i april.
""",
        "",
    ),
    (
        "Beslut",
        """
att tacka för informationen

att uppdra åt Tove Rehnström att ta fram ett urval av ärenden som rör bemötande till rådets sammanträde den 20 april

att klagomålsstatistik ska redovisas för rådet två gånger per år.
""",
        "Brukarrådet beslutar",
    ),
    ("§ 17", "**Beställning av tolk**", ""),
    (
        "Ärendet",
        """
Abdi Warsame redogör för svårigheterna att få tolk vid akuta besök. Flera föreningar vittnar om att anhöriga får tolka. Underlaget om
kostnader har inte kunnat tas fram till dagens möte.
""",
        "",
    ),
    (
        "Yrkanden",
        """
Abdi Warsame yrkar att rådet tillskriver regionstyrelsen. Elna Sjöquist yrkar att ärendet bordläggs. Ordföranden ställer proposition på
yrkandena och finner att rådet beslutar enligt Elna Sjöquists yrkande.
""",
        "",
    ),
    ("Beslut", "att bordlägga ärendet till sammanträdet den 20 april.", "Brukarrådet beslutar"),
    ("§ 18", "**Yttrande över nya kallelsebrev**", ""),
    (
        "Ärendet",
        """
Kommunikationsenheten har översänt förslag till nya kallelsebrev för yttrande senast den 13 mars. Sekreteraren har upprättat ett förslag
till yttrande, bilaga 2, där rådet efterlyser lättläst svenska och större stil.
""",
        "",
    ),
    (
        "Beslut",
        """
att anta yttrandet enligt bilaga 2

att sekreteraren översänder det till kommunikationsenheten.
""",
        "Brukarrådet beslutar",
    ),
    ("§ 19", "**Representant i referensgrupp**", ""),
    (
        "Beslut",
        "att utse Abdi Warsame till rådets representant i referensgruppen för Framtidens entré med Inga-Maj Pålsson som ersättare.",
        "Brukarrådet beslutar",
    ),
    ("§ 20", "**Rapporter**", ""),
    (
        "",
        """
Ordföranden rapporterar att patientnämnden den 27 januari beslutade att höja arvodena. Elna Sjöquist rapporterar från länsnätverket, som
planerar en konferens i oktober och skickar inbjudan till samtliga råd.
""",
        "",
    ),
    ("Beslut", "att lägga rapporterna till handlingarna.", ""),
    ("§ 21", "**Övriga frågor**", ""),
    (
        "",
        """
Inga-Maj Pålsson frågar varför hörslingan i Vretsalen inte fungerar. Madeleine Ståhle undersöker detta med vaktmästeriet.

Ordföranden återkommer med förslag på datum för ett studiebesök på Åviks sjukhus.
""",
        "",
    ),
    ("§ 22", "**Nästa sammanträde**", ""),
    (
        "",
        """
Måndagen den 20 april 2026 kl. 10.00 i Vretsalen. Handlingar ska vara sekreteraren tillhanda senast den 7 april. Ordföranden förklarar
sammanträdet avslutat.
""",
        "",
    ),
)


def _facts(paper: Paper, text: str, tab: float) -> None:
    """Lines with a word in the margin (or none), a tab and the rest."""
    for line in text.strip().splitlines():
        word, _, rest = line.partition("|")
        made = paper.paragraph(f"{word.strip()}\t{rest.strip()}")
        made.paragraph_format.space_after = Pt(0)
        made.paragraph_format.tab_stops.add_tab_stop(Cm(tab))


def write_users() -> Paper:
    """Minutes of the user council: a narrow left column for paragraph numbers and labels, the text to the right."""
    paper = Paper(
        "Protokoll", "Madeleine Ståhle", datetime.fromisoformat("2026-02-12T10:12:00"), "PROTOKOLL\tSammanträdesdatum 2026-02-09", "Justerandes sign"
    )
    paper.document.styles["Normal"].font.name = "Times New Roman"
    paper.paragraph("Region Mellandal")
    paper.paragraph("**Patientnämndens brukarråd**")
    _facts(
        paper,
        """
        Plats och tid: | Vretsalen, Regionens hus, måndagen den 9 februari 2026 kl. 10.00–12.15
        Beslutande: | Birger Thunmark, ordförande
        | Elna Sjöquist, vice ordförande
        | Abdi Warsame, Föreningen Tolkat
        | Solveig Hedman, Synskadade i Mellandal
        | Inga-Maj Pålsson, tjänstgörande ersättare för Roger Dyrander
        Ersättare: | Kent Ottosson, §§ 12–17
        Övriga: | Madeleine Ståhle, sekreterare
        | Tove Rehnström, utredare, § 16
        Frånvarande: | Roger Dyrander
        Paragrafer: | 12–22
        Utses att justera: | Elna Sjöquist
    """,
        4,
    )
    paper.paragraph("")
    table = paper.document.add_table(0, 2)
    table.autofit = False
    for column, width in zip(table.columns, (2.6, 13.8), strict=True):
        column.width = Cm(width)
    for left, right, lead in USERS:
        row = table.add_row().cells
        row[0].width, row[1].width = Cm(2.6), Cm(13.8)
        paper.paragraph(left, cell=row[0])
        if lead:
            paper.paragraph(lead, cell=row[1])
        paper.flow(right, row[1])
    paper.paragraph("")
    paper.roster("Madeleine Ståhle, sekreterare\nBirger Thunmark, ordförande | Elna Sjöquist, justerare", 8)
    return paper


LOCAL = """
# 11 § Sammanträdets laglighet och beslutförhet
BESLUT: Sammanträdet konstaterades vara lagligen sammankallat och beslutfört.

# 12 § Val av protokollsjusterare
BESLUT: Till protokollsjusterare valdes Kaj Sundqvist och Riikka Leppälä. Protokollet justeras elektroniskt senast 31.3.2026.

# 13 § Godkännande av föredragningslistan
BESLUT: Föredragningslistan godkändes. Ärende 17 § behandlades efter 15 §.

# 14 § Sommaröppet vid Hemviks hälsostation 2026
Beredning: Servicechef Peder Nygrann, tfn 050 000 0000

Hälsostationen i Hemvik har de senaste somrarna varit stängd i fyra veckor. Invånarna har då hänvisats till Kyrkvik. Enligt
förvaltningsstadgan ska kommittén besluta om avvikande öppethållningstider. Personalorganisationerna har hörts 10.3.2026.

Beslutsförslag: Servicechefen föreslår att kommittén beslutar att hälsostationen hålls öppen kl. 8–13 under veckorna 27–30.

Behandling: Under diskussionen föreslog Håkan Wikblom, understödd av Benita Storgårds, att stationen ska hålla öppet till kl. 15.
Föredraganden ändrade sitt förslag i enlighet med detta.

BESLUT: Beslöts enhälligt att Hemviks hälsostation hålls öppen kl. 8–15 under veckorna 27–30. Servicechefen informerar hushållen i Hemvik
före utgången av maj.

# 15 § Utlåtande om utkastet till servicenätsplan
Välfärdsområdesstyrelsen har begärt kommitténs utlåtande senast 30.4.2026. Kostnadskalkylen för alternativ B har inte färdigställts.

Beslutsförslag: Kommittén avger utlåtande enligt bilaga 1.

BESLUT: Ärendet bordlades till sammanträdet 28.4.2026. Föredraganden kompletterar utlåtandet med kostnadskalkylen.

# 16 § Läget i munvårdskön
Chefstandläkare Ann-Christine Backlund redogjorde för kön, som i februari omfattade 2 140 personer. Regeringen bereder ett förslag om
kortare vårdgaranti. Enheten kommer att anlita köptjänster under hösten.

BESLUT: Antecknades för kännedom. Därtill gavs chefstandläkaren i uppdrag att lämna en lägesrapport till kommittén i september.

# 17 § Initiativ om skärgårdstransporter
Sirkka Ojala lämnade ett skriftligt initiativ om avgiftsfria förbindelsebåtar för patienter. Transportenheten har tidigare utrett
frågan och funnit att kostnaden är skälig.

BESLUT: Beslöts att initiativet sänds till transportenheten för utredning.

# 18 § Val av representant till Äldrerådets temagrupp
BESLUT: Till representant valdes Benita Storgårds med Håkan Wikblom som personlig ersättare.

# 19 § Delgivningar
a) Välfärdsområdesfullmäktige 2.3.2026 § 9: Beslöts att ändra budgeten för 2026.

b) Social- och hälsovårdsministeriets brev 26.2.2026 om influensaberedskap.

c) Kommunförbundet ordnar ett seminarium om närservice 6.5.2026. Anmälan senast 20.4.2026.

BESLUT: Antecknades för kännedom.

# 20 § Övriga ärenden
Tuomas Rintala frågade när kösystemet på mottagningen i Kyrkvik repareras. Servicechefen svarade att leverantören byter ut apparaten
i april.

Benita Storgårds önskade att kommittén besöker dagcentret Solgläntan. Sekreteraren hör sig för om en lämplig dag i augusti.

Kaj Sundqvist tog upp parkeringen vid hälsostationen. Frågan hör till kommunen.

# 21 § Följande sammanträde
Kommittén sammanträder nästa gång tisdagen 28.4.2026 kl. 16.00 på distans. Höstens första sammanträde är 8.9.2026.

Ordföranden avslutade sammanträdet kl. 18.20.
"""


def write_local() -> Paper:
    """Minutes of the Finnish-Swedish committee: "n §" headings, proposal and decision in capitals, dates with points."""
    paper = Paper(
        "Protokoll 2/2026", "Jonna Träskholm", datetime.fromisoformat("2026-03-27T09:40:00"), "Skärkusts välfärdsområde\tPROTOKOLL 2/2026", ""
    )
    paper.document.styles["Normal"].font.name = "Arial"
    paper.paragraph("Kommittén för närservice", "Title")
    _facts(
        paper,
        """
        Tid | 24.3.2026 kl. 16.00–18.20
        Plats | Fullmäktigesalen, Kyrkvik
        Beslutande | Gun-Britt Holmlund, ordf.
        | Håkan Wikblom, viceordf.
        | Benita Storgårds
        | Kaj Sundqvist, anlände kl. 16.25 under 14 §
        | Riikka Leppälä
        | Tuomas Rintala
        | Sirkka Ojala
        | Erik Lassfolk, ersättare för Ville Harju
        Frånvarande | Ville Harju
        Övriga | Peder Nygrann, servicechef, föredragande
        | Jonna Träskholm, förvaltningssekreterare, sekreterare
        | Ann-Christine Backlund, chefstandläkare, sakkunnig, 16 §
    """,
        3.5,
    )
    for part in LOCAL.split("\n# ")[1:]:
        head, _, text = part.partition("\n")
        paper.paragraph(head, "Heading 2")
        paper.flow(text)
    paper.paragraph("FÖRBUD MOT SÖKANDE AV ÄNDRING").alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.flow("""
Besluten i 11–13, 16 och 19 § gäller beredning eller verkställighet och får inte överklagas.

Begäran om omprövning av 14 § ska lämnas in till välfärdsområdets registratorskontor inom 14 dagar från delfåendet av beslutet.
""")
    return paper
