"""More ways of deciding, by bodies of other sorts (a board, patients, a union, a university, a housing co-op, Finland); all invented."""

DECIDED = {
    "Hälso- och sjukvårdsnämnden i Norrby": """
        Nämnden beslutar enligt förslag.
        Nämnden beslutar i enlighet med ordförandens förslag.
        Nämnden beslutar att bifalla motionen.
        Nämnden fastställer internkontrollplanen för 2027.
        Internkontrollplanen fastställs.
        Internkontrollplanen för 2027 fastställs enligt bilaga 3.
        Yttrandet antas som nämndens eget.
        Förvaltningens förslag till yttrande antas som nämndens eget.
        Motionen anses därmed besvarad.
        Medborgarförslaget avslås med hänvisning till förvaltningens yttrande.
        Beslutas att inrätta en referensgrupp.
        Nämnden beslutar för egen del att godkänna rapporten.
        Nämnden beslutar, efter votering, att avslå yrkandet.
        Nämnden beslutar med sju röster mot fyra att avslå yrkandet.
        Nämnden antecknar informationen för kännedom och beslutar att begära en ny rapport i juni.
        Nämnden antecknade för kännedom och beslöt begära kompletterande uppgifter om köerna.
        Nämnden delegerar till ordföranden att underteckna avtalet.
        Nämnden uppdrar till förvaltningschefen att redovisa en plan senast i maj.
        Nämnden ställer sig bakom förslaget till yttrande.
        Nämnden har beslutat att avge yttrandet till regionstyrelsen.
        Nämnden överlämnar yttrandet till regionstyrelsen.
        Nämnden yttrar sig enligt förslaget.
        Nämnden lämnar remissen utan erinran.
        Samarbetsavtalet sägs upp från och med den 1 januari 2027.
        Taxan höjs med tre procent från och med den 1 januari.
        Försöket förlängs till och med den 31 december 2026.
        Medel om 400 000 kronor anvisas ur nämndens reserv.
        Nämnden anvisar 400 000 kronor ur sin reserv.
        Till kontaktpolitiker utses Eva Holm.
        Eva Holm utses till kontaktpolitiker.
        Till ny representant i samverkansrådet utses Bo Alm.
        Nämnden medger undantag från riktlinjen.
        Undantag från riktlinjen medges.
        Ärendet avskrivs från vidare handläggning.
    """,
    "Patientrådet i Dalby": """
        Vi bestämde att mötena ska börja klockan tre.
        Mötet enades om att kaffet betalas gemensamt.
        Rådet ställer sig bakom skrivelsen.
        Vi ställde oss bakom skrivelsen.
        Vi kom fram till att broschyren ska tryckas på nytt.
        Gruppen kom fram till att enkäten görs vartannat år.
        Det blev bestämt att Rut ringer kommunen.
        Det bestämdes att nästa tema blir läkemedel.
        Vi valde alternativ B.
        Vi väljer den blå skylten.
        Beslutet blev att fortsätta som förut.
        Det beslöts att vi fortsätter som förut.
        Så blev det bestämt att vi fortsätter som förut.
        Rådet rekommenderar att väntrummet får nya stolar.
        Rådet är enigt om att väntrummet ska få nya stolar.
        Rådet beslöt enhälligt att skicka brevet.
        Rådet tar ställning för alternativ A.
        Rådet tog ställning för alternativ A.
        Rådet tillstyrker flytten.
        Rådet motsätter sig flytten.
        Rådet har ingenting emot flytten.
        Rådet avstyrker förslaget.
        Rådet accepterade erbjudandet.
        Rådet antar utmaningen att samla in tusen namnunderskrifter.
        Vi tackar nej till inbjudan.
        Vi lägger ner tidningen efter nästa nummer.
        Vi har beslutat att lägga ner tidningen.
        Vi är alla eniga om att lägga ner tidningen.
        Deltagarna beslutade att lägga ner tidningen.
        De närvarande beslutade att lägga ner tidningen.
        Rådets medlemmar beslutade att lägga ner tidningen.
        Ledamöterna enades om att lägga ner tidningen.
        Ledamöterna ställde sig bakom förslaget.
        Samtliga ledamöter ställde sig bakom förslaget.
        Mötesdeltagarna kom överens om att skicka en gemensam skrivelse.
    """,
    "Samverkansgruppen för folktandvården": """
        Arbetsgivaren beslutar att införa schemat från vecka 20.
        Samverkansgruppen ställer sig bakom att schemat införs från vecka 20.
        Gruppen enas om att pröva schemat i tre månader.
        Beslutades enligt arbetsgivarens förslag.
        Beslut i enlighet med arbetsgivarens förslag.
        Beslut enligt förslag.
        Vi beslutade i samförstånd att pröva schemat.
        Överenskoms att schemat prövas i tre månader.
        Överenskommet att schemat prövas i tre månader.
        Det överenskoms att schemat prövas i tre månader.
        Det fastställdes att schemat prövas i tre månader.
        Fastslogs att schemat prövas i tre månader.
        Det fastslogs att schemat prövas i tre månader.
        Bestämt att schemat prövas i tre månader.
        Bestämdes att schemat prövas i tre månader.
        Beslutat att schemat prövas i tre månader.
        Beslöts pröva schemat i tre månader.
        Beslöts enhälligt att pröva schemat i tre månader.
        Beslutades enhälligt att pröva schemat i tre månader.
        Enhälligt beslutades att pröva schemat i tre månader.
        Gruppen sa ja.
        Gruppen röstade och alternativ A fick flest röster.
        Förslaget gick igenom.
        Förslaget antogs med acklamation.
        Förslaget bifölls.
        Förslaget fick stöd av alla.
        Förslaget vann bifall.
        Efter rösträkning antogs förslaget.
        Mötet gav sitt bifall.
        Mötet biföll förslaget.
        Mötet beslutade bifalla förslaget.
        Mötet beslutade i enlighet med förslaget.
    """,
    "Institutionsstyrelsen för vårdvetenskap": """
        Institutionsstyrelsen beslutar att fastställa kursplanen.
        Styrelsen beslutade att fastställa kursplanen.
        Beslutades fastställa kursplanen.
        Beslutades att kursplanen ska gälla från och med höstterminen 2026.
        Kursplanen fastställdes att gälla från och med höstterminen 2026.
        Kursplanen ska gälla från och med höstterminen 2026, beslutade styrelsen.
        Styrelsen tillstyrkte ansökan om docentur.
        Ansökan tillstyrktes.
        Ansökan om medel bifalles.
        Till studieombud utsågs Tove Myr.
        Tove Myr utsågs till studieombud för tiden 1 juli 2026–30 juni 2027.
        Styrelsen utser Tove Myr till studieombud.
        Styrelsen uppdrar åt prefekten att inrätta tjänsten.
        Styrelsen inrättar ett pris för god handledning.
        Ett pris för god handledning inrättas.
        Föreslagen ändring av kursplanen godkändes.
        Den föreslagna ändringen godkänns.
        Dispens beviljades.
    """,
    "Bostadsrättsföreningen Gullvivans styrelse": """
        Styrelsen beslutade att anta anbudet från Takbolaget.
        Styrelsen antar anbudet från Takbolaget.
        Anbudet från Takbolaget antogs.
        Anbudet från Takbolaget antas.
        Avgiften höjs med två procent från den 1 juli.
        Avgiften för garageplats sätts till 650 kronor.
        Överlåtelsen av lägenhet 1203 godkändes.
        Överlåtelsen godkänns.
        Medlemskap beviljades för Rut Ask.
        Rut Ask beviljades medlemskap.
        Rut Ask beviljas inträde i föreningen.
        Andrahandsuthyrningen beviljas i ett år.
        Ansökan om att hyra ut i andra hand beviljades till och med 31 mars 2027.
        Ansökan avslogs då skälen inte ansågs tillräckliga.
        Styrelsen säger nej till inglasningen.
        Styrelsen godkänner inglasningen under förutsättning att bygglov finns.
        Styrelsen har ingen invändning mot inglasningen.
        Offerten accepteras.
        Offerten från Hissbolaget accepterades.
        Vi antog offerten från Hissbolaget.
        Offerten från Hissbolaget godtas.
        Lånet läggs om på tre år.
        Styrelsen beslutade att lägga om lånet på tre år.
        Beslut togs att byta låssystem.
        Det togs beslut att byta låssystem.
        Beslut har fattats om att byta låssystem.
        Ett beslut fattades om att byta låssystem.
        Styrelsen fattade beslutet att byta låssystem.
        Styrelsen fattade per capsulam-beslut om att byta låssystem.
    """,
    "Sektionen för vård och omsorg i Norrlandets välfärdsområde": """
        Sektionen beslöt enligt förslag.
        Sektionen besluter i enlighet med beslutsförslaget.
        Sektionen beslöt godkänna avtalet.
        Sektionen beslöt enhälligt godkänna avtalet.
        Beslöts enligt förslag.
        Beslut enligt förslaget.
        Beslutsförslaget godkändes.
        Beslutsförslaget godkändes enhälligt.
        Förslaget godkändes enhälligt.
        Godkändes.
        Godkändes enligt förslaget.
        Sektionen antecknade redogörelsen för kännedom och beslöt att föra ärendet vidare till styrelsen.
        Sektionen beslöt bordlägga ärendet.
        Sektionen beslöt återremittera ärendet för ny beredning.
        Sektionen befullmäktigar direktören att underteckna avtalet.
        Sektionen emottar gåvan.
        Sektionen beviljar befrielsen.
        Sektionen beviljade Rut Ask befrielse från uppdraget.
        Sektionen omfattade förslaget.
        Sektionen omfattar beredningens förslag.
    """,
}

# None of these decides anything here and now.
NOTHING = {
    "Hälso- och sjukvårdsnämnden i Norrby": """
        Bo Alm yrkar bifall till förvaltningens förslag.
        Cia Dahl yrkar avslag på motionen.
        Förvaltningen föreslår att nämnden beslutar att bifalla motionen.
        Förvaltningens förslag till beslut är att nämnden godkänner rapporten.
        Arbetsutskottet föreslår nämnden besluta att motionen avslås.
        Bo Alm reserverar sig mot beslutet.
        Cia Dahl anmäler jäv och deltar varken i överläggningen eller i beslutet.
        Bo Alm deltar inte i beslutet.
        Ordföranden ställer proposition på bifall respektive avslag.
        Ordföranden frågar om nämnden kan besluta enligt förslaget.
        Ja-röst för bifall till förvaltningens förslag, nej-röst för bifall till Bo Alms yrkande.
        Regionstyrelsen beslutade den 3 februari att anta budgeten.
        Regionfullmäktige väntas besluta om budgeten i juni.
        Ärendet tas upp för beslut i regionstyrelsen den 8 april.
        Nämnden ska besluta om taxan i maj.
        Nämnden har att ta ställning till taxan i maj.
        Beslut i ärendet väntas i maj.
        Beslutet kan överklagas enligt kommunallagen.
        Protokollsutdrag skickas till regionstyrelsen.
        Beslutet skickas till regionstyrelsen.
        Nämnden beslutade i december 2024 att se över taxan.
        Vid sammanträdet den 5 december beslutade nämnden att se över taxan.
        Förvaltningen har utrett frågan på uppdrag av nämnden.
        I motionen föreslås att nämnden beslutar att införa gratis resor.
        Motionären yrkar att taxan slopas.
        Om nämnden beslutar att införa taxan ökar intäkterna.
        För att taxan ska kunna införas krävs att fullmäktige beslutar om den.
        Taxan fastställs av regionfullmäktige.
        Avgifterna fastställs årligen av fullmäktige.
        Bidraget beviljas för ett år i taget.
        Ansökningar beviljas i mån av medel.
        Läkemedel godkänns av Läkemedelsverket.
        Nämnden tackar för informationen.
        Nämnden har fått information om läget.
        Nämnden diskuterade förslaget.
    """,
    "Patientrådet i Dalby": """
        Vi bestämde inget i dag.
        Vi kunde inte enas om någonting.
        Vi kom inte fram till något.
        Vi beslutar på nästa möte.
        Vi får bestämma oss nästa gång.
        Vi borde bestämma oss för en dag.
        Rut undrade om vi ska bestämma en dag.
        Många tyckte att väntrummet behöver nya stolar.
        Ledningen har bestämt att väntrummet byggs om.
        Sjukhuset beslutade i höstas att lägga ner kiosken.
        Rådet var enigt om att det är för långa köer.
        Alla var överens om att maten är god.
        Bo valde att sitta över.
        Rut väljer bland tre hörapparater.
        Vi har valt att kalla oss Vågen sedan 2019.
        Enkäten har godkänts av ledningen.
        Det är inte bestämt när kiosken öppnar.
        Besluten från förra mötet lästes upp.
        Vi tog del av besluten från ledningen.
    """,
    "Sektionen för vård och omsorg i Norrlandets välfärdsområde": """
        Föredragandens beslutsförslag: Sektionen beslutar godkänna avtalet.
        Beslutsförslag: Sektionen godkänner avtalet.
        Direktörens förslag: Sektionen beslutar anteckna redogörelsen för kännedom.
        Sektionen antecknade för kännedom.
        Besvärsanvisning bifogas.
        Välfärdsområdesstyrelsen beslöt 14.1.2026 om servicenivån.
        Ledamot Bo Alm anmälde jäv och avlägsnade sig för behandlingen.
        Bo Alm understödde Cia Dahls förslag.
        Ordföranden konstaterade att förslaget inte vann understöd och förföll.
    """,
    "Hjälpmedelsrådet": """
        Ett par frågor är kvar innan planen fastställs.
        Bo Alm rapporterar skriftligt inför mötet i juni.
        Eva Holm undrade hur tidningen ska heta.
        Rådet är överens.
        Deltagarna enades om att mötas på halva vägen.
    """,
}
