"""Short invented papers that look like minutes until they are read: scripts, transcripts, forms, letters after a meeting."""

from __future__ import annotations

NEAR_MISSES: dict[str, str] = {
    "conference programme": """\
Vårdhygiendagen 2026
08.30 Registrering och kaffe
09.00 Inledning. Regiondirektör Ewa Stål hälsar välkommen
09.15 Professor Jan Örn berättar om resistens
10.30 Paneldebatt: Vad har vi lärt oss? Närvarande i panelen: Ewa Stål, Jan Örn, Liv Ask
12.00 Avslutning
""",
    "news from a council": """\
Nytt från rådet
Vid mötet den 14 april deltog 12 ledamöter. Det beslutades att starta en pilot. Läs mer i protokollet.
Nästa nummer kommer i juni.
Redaktör: Liv Ask
""",
    "action log": """\
Åtgärdslogg kvalitetsråd
| Datum | Åtgärd | Ansvarig | Status |
| 2026-03-02 | Ny mall | Ida | Klar |
| 2026-03-16 | Utbildning | Ture | Pågår |
""",
    "mail about minutes": """\
Från: Roland Ås
Till: Åsa Wik
Ämne: SV: protokollet
Hej, jag har inga synpunkter på protokollet mer än att Pia var med till klockan 15 och att det var jag som skulle boka \
studiebesöket. I övrigt bra.
/Roland
""",
    "talk with an employee": """\
Medarbetarsamtal
Medarbetare: Pia Thor
Chef: Åsa Wik
Datum: 2026-02-03
Mål för året: Pia går handledarutbildningen. Åsa bokar kursen.
Uppföljning: i september. Vi var överens om lönekriterierna.
""",
    "list of voters": """\
Röstlängd årsmöte 2026-03-22
Närvarande medlemmar:
Anna Ström
Bo Falk
Cia Rot
Dan Ek
""",
    "audit report": """\
Revisionsberättelse
Vi har granskat föreningens räkenskaper för 2025. Styrelsens protokoll har lästs. Vi tillstyrker att styrelsen beviljas ansvarsfrihet.
Lidhamn den 2 mars 2026
Anna Ström, Bo Falk
""",
    "account of an article": """\
Referat av artikel om sepsis
Författarna undersökte 340 patienter. De visade att tidig antibiotika minskade dödligheten.
Man diskuterade också kostnader. Slutsatsen var att screening bör införas.
""",
    "incident": """\
Händelserapport
Tid för händelsen: 2026-03-05 kl. 14.10
Närvarande personal: Ida Falk, Ture Ek
En patient föll i korridoren. Ida larmade och Ture hämtade hjälp. Anhörig kontaktades.
Åtgärd: halkmatta beställs. Ansvarig: Ida Falk, senast 12 mars
""",
    "summons that looks back": """\
Kallelse till LPO hud
Torsdag 16 april kl. 9–12, Teams
Kallade: Åsa Wik, Roland Ås, Pia Thor
1. Öppning
2. Föregående anteckningar (5 februari). Då beslutades att Roland skulle ta fram ett underlag.
3. Remiss psoriasis. Roland redogör.
4. Övrigt
Frånvaro anmäls till Pia.
""",
    "memorandum": """\
PM om framtida mötesformer
Rådet har under 2025 haft sex fysiska möten. Vid mötet den 9 december diskuterade ledamöterna digitala möten och flera \
menade att restiden är för lång.
Förslag: vartannat möte hålls digitalt. Rådet föreslås besluta enligt förslaget.
""",
    "thanks": """\
Tack för en fin workshop!
Roligt att se er alla på plats i måndags. Bilderna finns i mappen. Åsa återkommer med inbjudan till nästa tillfälle.
Hälsningar Pia
""",
    "commission": """\
Uppdrag till arbetsgruppen
Gruppen består av Åsa Wik (sammankallande), Roland Ås och Pia Thor.
Gruppen ska lämna förslag senast den 30 september. Rådet beslutade om uppdraget den 14 april 2026.
Avstämning görs vid rådets möte i juni.
""",
    "how to take notes": """\
Minnesanteckningar – så för du dem
Anteckna vilka som deltog, vad som beslutades och vem som gör vad.
""",
    "manager's letter": """\
Chefens fredagsbrev
I veckan hade vi APT och jag vill tacka alla som deltog. Vi pratade om sommaren och Ida visade det nya schemat.
Nästa vecka kommer facilitetsgruppen. Trevlig helg! Ewa
""",
    "decisions on delegation": """\
Delegationsbeslut mars 2026
| Nr | Beslut | Beslutsfattare | Datum |
| 1 | Beviljad ledighet | Ida Falk | 2026-03-02 |
| 2 | Inköp av kamera | Ida Falk | 2026-03-12 |
Besluten anmäls till nämnden den 14 april.
""",
    "interview transcript": """\
Transkribering intervju 4
I: Hur var det på mötena?
R4: Vi diskuterade mest scheman. Lena bestämde.
I: Vem skrev protokoll?
R4: Det gjorde Bo. Han var alltid med.
""",
    "english report": """\
Quarterly report of the steering group
The group met three times. Members discussed staffing and agreed on a pilot. Dr Ek presented the audit in March.
Next steps: the pilot starts in May.
""",
    "norwegian summons": """\
Innkalling til møte i brukerutvalget
Tid: 14. april kl 12
Deltakere: Kari, Ola, Per
Saksliste
1. Godkjenning av referat fra forrige møte
2. Kari orienterer om budsjettet
3. Eventuelt
""",
    "meeting transcript": """\
Transkription av möte
13:00:12 Anna Ström
Ska vi börja? Välkomna allihop.
13:00:20 Bo Falk
Ja, jag tänkte berätta om köerna.
13:01:05 Anna Ström
Kan du skicka det till alla?
13:01:09 Bo Falk
Absolut.
""",
    "agenda with preparation": """\
Ledningsgrupp 12 mars kl 9–11
Närvarande via Teams: länk i inbjudan
1. Föregående protokoll (Karin)
Se bilaga. Godkännande.
2. Budget (Olle)
Vi behöver besluta om vikarier. Olle har tagit fram tre alternativ.
3. Övrigt
Anmäl i förväg.
""",
    "request to negotiate": """\
Förhandlingsframställan
Vårdfacket begär förhandling enligt 10 § MBL om schemaläggningen på avdelning 5.
Vid mötet den 3 mars framförde vi att bemanningen är för låg. Arbetsgivaren beslutade trots det att införa schemat.
Vi föreslår den 20 mars. Ombud: Liv Ask
""",
    "report to the council": """\
Rapport från arbetsgrupp trycksår till rådet
Arbetsgruppen har träffats två gånger. Deltagare: Ida Falk, Ture Ek, Maj Berg.
Vi har gått igenom madrasserna. Ture har inventerat tolv enheter.
Vi föreslår att rådet beslutar om en gemensam upphandling.
""",
    "summons to the annual meeting": """\
Kallelse till årsmöte
Medlemmarna kallas till årsmöte söndagen den 22 mars kl. 14.
Dagordning
1. Mötet öppnas
2. Fastställande av röstlängd
3. Val av ordförande för mötet
4. Val av två justerare
5. Mötet avslutas
Välkomna! Styrelsen
""",
    "form with lines": """\
PROTOKOLL
[Nämndens namn]
Datum: ________
Beslutande: ________
Justerare: ________
§ 1 Mötets öppnande
Ordföranden öppnar mötet.
§ 2 Val av justerare
Till justerare utses ________
§ 3 [Ärende]
Beslut
Nämnden beslutar att ________
""",
    "form with an example": """\
Mall och exempel för beslutsprotokoll
Skriv beslutet så att det kan läsas fristående.
Exempel: Nämnden beslutar att godkänna årsredovisningen.
Närvarande: Anna Ström, Bo Falk
Ange alltid vem som ansvarar.
""",
    "letter after a meeting": """\
Till Karin Lund
Som vi kom överens om vid mötet den 3 mars skickar jag avtalet för underskrift.
Återkom gärna före den 20 mars.
Med vänlig hälsning
Olle Frisk
""",
    "answer to a complaint": """\
Yttrande över klagomål
Verksamheten har haft ett möte med patienten den 3 mars. Närvarande var även kurator Maj Berg. Läkaren beklagade det \
inträffade och förklarade varför provet dröjde.
Verksamheten har därefter ändrat rutinen.
""",
    "network news": """\
Nätverksnytt nr 2
Referat från vårens nätverksträff
I mars träffades vi i Lidhamn. Anna Ström berättade om sitt projekt och många ställde frågor.
Kommande kurser
Sårvård, 12 maj
""",
    "calendar of meetings": """\
Mötesschema våren 2026
| Datum | Tid | Plats | Sekreterare |
| 3 mars | 13–15 | Teams | Bo |
| 14 april | 13–15 | Teams | Cia |
""",
    "plan of activities": """\
Aktivitetsplan kommunikation
| Aktivitet | Ansvarig | Klart | Kommentar |
| Webbsida | Bo Falk | 3 april | Bo har pratat med IT |
| Film | Cia Rot | 1 maj | Beslutades på mötet 3 mars |
""",
    "request for comments": """\
Hej!
Vid mötet i onsdags diskuterade vi nya rutinen. Kan ni läsa igenom och svara senast fredag? Bo sammanställer.
Mvh Cia
""",
    "situation report": """\
Lägesbild vecka 11
Beläggning 104 %. Två avdelningar stängda. Regional samordning har möte dagligen kl 8.
Bo Falk är tjänstgörande chef. Cia Rot har jour.
Nästa lägesbild kl. 16.
""",
    "certificate": """\
Närvarointyg
Härmed intygas att Anna Ström deltog i utbildningen den 3 mars.
Bo Falk, kursledare
""",
    "single decision": """\
Beslut nr 12
Verksamhetschefen Bo Falk beslutar att utse Cia Rot till hygienansvarig läkare från den 1 april.
Beslutet har föregåtts av samråd den 3 mars.
Föredragande var Dan Ek
""",
}
