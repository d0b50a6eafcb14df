"""How bodies of further kinds decide, in everyday words and in the words of boards and committees, and what decides nothing; all invented."""

# By the body that met: one sentence a line, each alone in a point and one decision of that body.
DECIDED = {
    "Äldrenämnden i Tallhöjden": """
        Äldrenämnden beslutar att anta riktlinjen för trygghetslarm.
        Äldrenämnden beslutar enligt ordförandens förslag.
        Äldrenämnden beslutar för egen del att uppdra åt förvaltningschefen att utreda nattbemanningen.
        Nämnden godkänner delårsrapporten och överlämnar den till kommunstyrelsen.
        Nämnden avstyrker motionen.
        Nämnden tillstyrker motionen.
        Nämnden beviljar bidrag med 30 000 kronor till anhörigföreningen.
        Nämnden antar internkontrollplanen för 2026.
        Nämnden föreslår kommunfullmäktige att anta taxan för måltider.
        Nämnden överlämnar yttrandet till fullmäktige som sitt eget.
        Nämnden beslutar att inte lämna något yttrande.
        Internkontrollplanen för 2026 fastställs.
        Ansökan från Träffpunkt Ek beviljas med 12 000 kronor.
        Ansökan avslås.
        Medborgarförslaget anses besvarat.
        Delegationsordning | Delegationsordningen revideras enligt bilaga 2.
        Yttrandet antas som nämndens eget.
        Avgiften för matlåda höjs till 68 kronor från den 1 september.
        Som ersättare i arbetsutskottet utses Gun Fors.
        Attestanter utses enligt förteckning i bilaga 3.
    """,
    "Direktionen för Samordningsförbundet Linden": """
        Direktionen beslutar bevilja projektet Nystart förlängning till och med juni 2027.
        Direktionen beslöt att teckna avtal med Tryggve Revision.
        Direktionen fastställer budgeten för 2027 till 14,2 mnkr.
        Direktionen anser motionen besvarad.
        Direktionen ställer sig positiv till förslaget och ger kansliet i uppdrag att ansöka om medel.
        Direktionen bifaller ansökan.
        Direktionen noterar att insatsen avslutas i förtid och återtar resterande medel.
        Direktionen avsätter 200 tkr för utvärdering.
        Direktionen utser Per Lund till ny förbundschef.
        Direktionen fann att ansökan inte uppfyller villkoren och avslog den.
        Beslutades i enlighet med kansliets förslag.
        Beslöts att säga upp hyresavtalet.
        Beslut: avslag.
        Beslut: Bifall enligt tjänsteskrivelsen.
        Fastställdes arvoden för 2027 enligt valberedningens förslag.
    """,
    "Ledningsgruppen för kirurgi": """
        Vi kör på med samma schemamodell till midsommar.
        Vi kör den nya checklistan skarpt från måndag.
        Vi stänger två platser under veckorna 28–31.
        Vi tackar nej till erbjudandet från leverantören.
        Vi lägger ner fredagsronden.
        Vi behåller jourlinjen som den är.
        Vi skjuter inte upp flytten utan den blir av som planerat.
        Vi är överens om att operationsplaneringen sköts centralt från april.
        Alla är med på att vi byter system efter sommaren.
        Samtliga ställer sig bakom den nya bemanningsmodellen.
        Ledningsgruppen säger ok till två extra dagkirurgiska platser.
        LG ger klartecken till inköp av ett nytt ultraljud.
        Planeringsdag | Det blir ingen planeringsdag i höst.
        Det blev ja till inköp av två lyftar.
        Bestämt: ronden börjar kl. 8.15 från v. 12.
        Ronden | Sagt och gjort, ronden flyttas till kl. 8.15.
        Gruppen valde alternativ B.
        Valet föll på alternativ B.
        OK till semesterstopp vecka 29.
        Godkänt att avropa två sjuksköterskor från bemanningsföretag i juli.
        Kvällsmottagning | Kvällsmottagningen permanentas.
        Försöket med telefontid förlängs till den 31 augusti.
    """,
    "Brukarrådet Ekbacken": """
        Rådet kom överens om att kaféet ska ha öppet även på söndagar.
        Rådet röstade för att behålla fiskdagen.
        Rådet röstade nej till rökruta vid entrén.
        Efter omröstning blev det fiskgratäng på julbordet, sju röster mot fyra.
        Sju röstade för och fyra emot, förslaget gick igenom.
        Majoriteten ville ha kvar fiskdagen, så den blir kvar.
        Vi bestämmer att städdagen är den 9 maj.
        Vi bestämde oss för den gröna soffan.
        Alla tyckte att förslaget var bra och det antogs.
        Rådet vill ha kvar bingon på onsdagar och så blir det.
        Rådet nöjer sig med svaret och släpper frågan.
        Rådet valde Berit till ny ordförande för året.
    """,
    "Systemförvaltningsgruppen Journal Väst": """
        Ändringsbegäran 114 godkänns för produktionssättning v. 18.
        Ändringsbegäran 115 avslås då den strider mot informationsmodellen.
        Ändring 116 prioriteras till release 26.2.
        Ärende 117 stängs utan åtgärd.
        Gruppen prioriterar upp ärendet om läkemedelslistan.
        Gruppen prioriterar ned ärende 118.
        Beslutat att sökordet Vikt görs obligatoriskt.
        Beslutades: sökordet Längd görs frivilligt.
        Förvaltningsgruppen ger go för uppgraderingen den 14 april.
        Go för uppgradering den 14 april.
        Sökordet Puls | Sökordet Puls tas bort ur mallen.
        Mall för hembesök | Mallen för hembesök publiceras som den är.
        Förslaget från barnkliniken förkastas.
        Förslaget från barnkliniken accepteras utan ändringar.
        Enhälligt beslut att mallen tas i bruk den 1 maj.
    """,
    "Fakultetsnämnden för omvårdnad": """
        Fakultetsnämnden beslutade att inrätta kursen Palliativ vård, 7,5 hp.
        Fakultetsnämnden beslutade att inte inrätta kursen.
        Fakultetsnämnden beslutade med acklamation att anta förslaget.
        Kursplanen för omvårdnad III fastställdes med de ändringar som framkom vid mötet.
        Till examinator för kursen utses docent Maj Lind.
        Kursen i juridik | Kursen läggs ned från och med höstterminen 2027.
        Inrättandet av en ny kurs i geriatrik bifalles.
        Nämnden delegerar till dekanus att besluta om smärre ändringar.
        Nämnden uppdrar åt dekanus att se över antagningen.
        Docenturansökan från Ida Norén tillstyrktes.
    """,
    "Skyddskommittén Varbergsvägen": """
        Kommittén enades om att skyddsronderna görs kvartalsvis.
        Kommittén ställer sig bakom handlingsplanen.
        Kommittén ställde sig bakom arbetsgivarens förslag till larmplan.
        Parterna är överens om att rutinen börjar gälla den 1 april.
        Parterna enades om en ny larmplan.
        Samverkan avslutas i enighet.
        Frågan anses färdigsamverkad.
        Kommittén beslutar att larmen byts under kvartal två.
        Riskbedömningen godkändes av parterna.
    """,
    "Programrådet för rehabilitering": """
        Programrådet rekommenderar att alla regioner inför checklistan.
        Programrådet nominerar Lisa Ång till nationella arbetsgruppen.
        Programrådet ansluter sig till regionens synpunkter.
        Programrådet tillstyrker remissen utan kommentarer.
        Programrådet avböjer att medverka i studien.
        Programrådet avstår från att nominera.
        PR rehabilitering står bakom remissvaret.
        Rådet har beslutat att det blir två arbetsgrupper.
        Rådet fastställer verksamhetsplanen.
        Rådets uppfattning är entydig och beslutet blir att inte införa testet.
        Ställningstagande: inte aktuellt att införa testet.
        Ställningstagande: Programrådet ser inget behov av en regional rutin.
        Slutsats: rutinen behålls oförändrad.
        Vi kom fram till: en gemensam blankett för alla enheter.
        Överenskommet: remissvaret skrivs gemensamt.
        Enighet om att upphandlingen görs tillsammans.
        Man enades om att fortsätta med dagens modell.
        Man beslutade att bjuda in patientföreningen till höstmötet.
        Mötet beslutade att utöka gruppen med en arbetsterapeut.
        Mötet ställde sig bakom upplägget.
        Mötet godkände planen för utbildningsdagen.
        Mötet biföll förslaget att flytta utbildningsdagen till Ekvik.
    """,
    "Sektionen för hälsa och välfärd": """
        Sektionen beslutade enligt förslaget.
        Beslutet fattades enhälligt enligt föredragandens förslag.
        Förslaget godkändes enhälligt.
        Sektionen antecknade redogörelsen och beslutade att begära en ny utredning före utgången av maj.
        Sektionen konstaterade att anbudet från Hemro Ab var det förmånligaste och godkände det.
        Sektionen utsåg Carita Öst till representant i samarbetsgruppen.
        Beslut: Enligt förslag.
    """,
    "Redaktionsrådet för vårdhandboken": """
        Kapitlet om såromläggning | Kapitlet om såromläggning publiceras efter små språkliga ändringar.
        Katetrar | Kapitlet om katetrar avpubliceras.
        Texten godkänns för publicering.
        Redaktionsrådet antog den nya skrivregeln för läkemedelsnamn.
        Redaktionen får klartecken att byta bilder.
        Rådet var enigt om att termen brukare utgår.
        Termer: brukare | Termen brukare utgår.
        Ändring av mallen | Ändringen genomförs inte.
        Ny termlista antagen.
        Nutrition | Ingen ändring görs i kapitlet om nutrition.
    """,
}

# None of these decides anything here.
NOTHING = {
    "Äldrenämnden i Tallhöjden": """
        Kommunfullmäktige beslutade den 9 februari att anta budgeten.
        Förvaltningen föreslår att nämnden antar riktlinjen.
        Ordföranden yrkar bifall till förvaltningens förslag.
        Anna Berg (S) yrkar att ärendet avslås.
        Bengt Ek (M) reserverar sig mot beslutet.
        Ordföranden ställer proposition på de båda förslagen.
        Beslut om taxan fattas av kommunfullmäktige i juni.
        Ärendet ska beslutas av kommunstyrelsen den 4 maj.
        Protokollsutdrag skickas till kommunstyrelsen.
        Hur man överklagar beslutet framgår av bilaga.
        Nämnden har tidigare beslutat om en besparing på två procent.
        Enligt nämndens beslut i december ska rapporten lämnas varje kvartal.
        Lokalbehovsplanen antogs av kommunfullmäktige 2024.
        Beslutsunderlag är tjänsteskrivelse daterad den 3 mars.
        Avgifter | Avgiften höjdes senast 2023.
    """,
    "Direktionen för Samordningsförbundet Linden": """
        Förbundschefen föreslår att direktionen bifaller ansökan.
        Medlemsmötet beslutar om medelstilldelningen i september.
        Försäkringskassan har beslutat att minska sin del.
        Om ansökan beviljas startar insatsen i oktober.
        Det krävs enighet för att anta budgeten.
        Vid förra mötet beslutade direktionen att avvakta.
        Förslag till beslut: att bevilja ansökan.
        Frågan kommer att avgöras när revisionen är klar.
        Kansliet redogjorde för hur beslut fattas i förbundet.
    """,
    "Ledningsgruppen för kirurgi": """
        Sjukhusledningen har bestämt att två platser stängs.
        Regionen säger nej till nyanställningar i år.
        Vi behöver bestämma oss före sommaren.
        Vi kanske ska stänga två platser i juli.
        Tanken är att vi kör den nya checklistan från hösten.
        Operation 3 väljer att behålla sin modell.
        Vi ser gärna att ronden flyttas.
        Ronden flyttades i höstas till kl. 8.15.
        Frågan är om vi ska behålla jourlinjen.
        Patienten väljer själv mottagning.
        Mottagningen har öppet som vanligt.
        Beslutet om platserna har väckt frågor hos personalen.
        Det är viktigt att vi enas i frågan.
        Alla är inte överens om modellen.
        Inget beslut togs.
        Ingen enighet kunde nås.
    """,
    "Brukarrådet Ekbacken": """
        Köket har bestämt att fiskdagen tas bort.
        Många vill ha kvar fiskdagen.
        Rådet undrar om kaféet kan ha öppet på söndagar.
        Rådet önskar att entrén målas om.
        Kommunen ska rösta om frågan i maj.
        Några tyckte att soffan var för hård.
        Enhetschefen berättar att bingon flyttas till torsdagar.
        Förra året valde rådet den gröna soffan.
    """,
    "Systemförvaltningsgruppen Journal Väst": """
        Leverantören har godkänt felrapporten.
        Ändringsbegäran 120 är under utredning.
        Styrgruppen fattar beslut om releasen den 2 april.
        Ändringsbegäran 121 godkändes av styrgruppen i januari.
        Ett beslut om sökordet behövs senast i maj.
        Systemet väljer automatiskt den senaste versionen.
        Användaren godkänner villkoren vid inloggning.
        Fältet tas bort automatiskt när vårdtillfället avslutas.
        Förslaget är att mallen publiceras i juni.
        Frågan om åtkomst ska lyftas för beslut i ledningsgruppen.
    """,
    "Fakultetsnämnden för omvårdnad": """
        Rektor beslutade den 3 februari om ny antagningsordning.
        Kursplanen fastställdes 2019 och har inte ändrats sedan dess.
        Studentkåren föreslår att kursen läggs ned.
        Nämnden ska ta ställning till kursplanen i maj.
        Universitetsstyrelsen antog strategin i höstas.
        Dekanus informerar om att docenturansökan har avslagits av rektor.
    """,
    "Programrådet för rehabilitering": """
        Nationella programområdet rekommenderar att checklistan införs.
        Regionerna beslutar själva om införandet.
        Socialstyrelsen har fastställt nya riktlinjer.
        Rådet diskuterade om testet bör införas.
        Rådet ser positivt på utvecklingen.
        Rådet tackar för en intressant föredragning.
        Rådet anser att väntetiderna är för långa.
        Det är en bra rutin enligt rådet.
        Arbetsgruppen kommer att föreslå en ny rutin i höst.
        Lisa Ång är nominerad till nationella arbetsgruppen av Region Mitt.
        Patienter som avböjer operation erbjuds träning.
        Vården ges enligt överenskommelse med kommunerna.
        Läkaren beslutar om fysisk aktivitet på recept.
        Hälften av enheterna har antagit den nya rutinen.
        Upphandlingen avslutas i maj och beslut tas därefter.
        Ingen fråga avgjordes i dag.
    """,
    "Redaktionsrådet för vårdhandboken": """
        Socialstyrelsen avpublicerade sina texter i januari.
        Kapitlet publicerades i november.
        Texten granskas av två experter innan den godkänns.
        Om texten godkänns publiceras den i juni.
        Förlaget äger bilderna och avgör hur de används.
        Flera i rådet vill byta bilder.
    """,
}
