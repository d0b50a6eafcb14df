"""Ways in which councils of many kinds decide, formalities, and sentences that decide nothing; all invented."""

# By the body that met: one sentence a line, each alone in a point and one decision of that body.
DECIDED = {
    "Läkemedelsrådet i Norrby": """
        Läkemedelsrådet förordar att preparatet tas in på listan.
        Läkemedelsrådet beslutade att preparatet stryks från listan.
        Rådet avstår från att yttra sig över remissen.
        Rådet lämnar ingen erinran mot förslaget.
        Rådet tar inte upp preparatet på listan.
        Rådet ger sitt stöd till förslaget.
        Rådet stödjer förslaget att samla all utbildning på ett ställe.
        Rådet stöder inriktningen men vill se en kostnadskalkyl.
        Rådets beslut blir att avvakta inte längre utan införa rutinen från den 1 maj.
        Rådet säger ja till att delta i studien.
        Rådet säger nej till ytterligare undantag.
        Rådet tackar nej till inbjudan att delta i mässan.
        Rådet tackar ja till erbjudandet om gemensam upphandling.
        Beslutet blev att rekommendationen gäller även barn.
        Rådets ställningstagande: Rekommendationen gäller även barn över tolv år.
        Ställningstagande: Två nya mätare köps in till dagvården.
        Slutsats: Vi behåller nuvarande upplägg året ut.
        Vi kom fram till: ingen ny blankett i år.
        Överenskommelse: Alla enheter använder samma blankett från mars.
        Mötet enades: Blanketten tas bort den 1 juni.
        Rådet enas om att listan trycks en gång om året.
        Enades om att listan trycks en gång om året.
        Vi enades om följande: listan trycks en gång om året.
        Enighet nåddes om att listan trycks en gång om året.
        Det rådde enighet om att listan ska tryckas en gång om året.
        Konsensus: listan trycks en gång om året.
        Rådet beslutar därför att listan trycks en gång om året.
        Efter en stunds diskussion landade rådet i att listan trycks en gång om året.
        Rådet landar i alternativ två.
        Rådet landade i att inte gå vidare med förslaget.
        Rådet går inte vidare med förslaget.
        Rådet väljer att inte svara på remissen.
        Rådet bekräftar sitt tidigare beslut om två möten per termin.
        Rådet vidhåller sitt beslut från hösten.
        Rådet håller fast vid två möten per termin.
        Rådet upphäver rekommendationen från 2019.
        Rådet drar tillbaka rekommendationen om tidig provtagning.
        Rådet tillsätter en arbetsgrupp med tre ledamöter.
        Rådet bildar en arbetsgrupp för frågan.
        Rådet avslutar projektet vid halvårsskiftet.
        Rådet avsätter 40 000 kronor till utbildningsdagen.
        Rådet anslår 40 000 kronor till utbildningsdagen.
        Rådet beviljar ansökan om 25 000 kronor.
        Rådet accepterar villkoren i avtalet.
        Rådet prioriterar hjärtsvikt och KOL under 2027.
        Rådet förlänger försöket till årsskiftet.
        Rådet ger klartecken till försöket.
        Rådet gav grönt ljus för en pilot på två enheter.
        Rådet ger Bo Alm i uppdrag att skriva ett svar.
        Rådet lämnar ärendet utan vidare åtgärd.
        Ärendet lämnas utan åtgärd.
        Rådet hemställer hos regionstyrelsen om medel till en utbildning.
    """,
    "Styrelsen för Bäckens förening": """
        Styrelsen antog budgeten.
        Budgeten antogs utan ändringar.
        Budgeten godkändes.
        Verksamhetsplanen godkändes med små ändringar.
        Förslaget till verksamhetsplan fastställdes.
        Stadgeändringen antogs enhälligt.
        Motion 3 bifölls.
        Motion 4 avslogs efter votering.
        Motionen om sänkt avgift avslogs med sju röster mot två.
        Ansökan från Lekstugan beviljades.
        Ansökan från Lekstugan avslås.
        Eva Holm valdes till kassör.
        Eva Holm omvaldes som kassör för ett år.
        Till ny kassör valdes Eva Holm.
        Som ersättare utsågs Karin Dal.
        Till firmatecknare utses ordföranden och kassören var för sig.
        Styrelsen utsåg Eva Holm till kassör.
        Styrelsen valde in tre nya medlemmar.
        Det beslutades om ett bidrag på 5 000 kronor.
        Beslutades om inköp av en ny projektor.
        Beslut om inköp av projektor togs.
        Beslutade att köpa en ny projektor.
        Bestämde att köpa en ny projektor.
        Vi bestämde oss för att köpa en ny projektor.
        Vi kör på med lotteriet som vanligt.
        Vi kör på alternativ 2.
        Vi väljer alternativ 2.
        Vi går på den billigare offerten.
        Vi satsar på en resa i maj.
        Vi testar med kvällsöppet under april.
        Vi hoppar över årets julbord.
        Vi slutar med papperskallelser.
        Vi behåller avgiften på 200 kronor.
        Det får bli alternativ B.
        Det blir alternativ B.
        Så får det bli.
        Alla var överens om att sälja båten.
        Alla var eniga om att sälja båten.
        Samtliga röstade för förslaget.
        Styrelsen röstade ja till förslaget.
        Efter omröstning vann förslag B.
        Klubbat: båten säljs i vår.
        Avgiften spikades till 200 kronor.
        Medlemsavgiften fastställdes till 200 kronor.
        Medlemsavgiften för 2027 blir oförändrad, beslutade styrelsen.
        Styrelsen bestämmer att stugan hyrs ut även vintertid.
        Styrelsen beviljar Karin Dal ledigt från uppdraget till hösten.
        Styrelsen delegerar till kassören att teckna avtalet.
        Kassören fick fullmakt att teckna avtalet.
        Styrelsen gav Eva Holm förtroendet.
        Mötet gav styrelsen i uppdrag att se över stadgarna.
        Mötet biföll styrelsens förslag.
        Beslut: Bifall till motionen.
        Beslut: Ja.
        Beslut: Enligt förslag.
        Beslut: Enligt förslaget.
        Mötets beslut: att sälja båten
        Styrelsens beslut: Båten säljs.
        Beslut nr 4: Båten säljs.
        Beslut 2026-04: Båten säljs.
    """,
    "Kommunstyrelsens arbetsutskott": """
        Arbetsutskottet beslutar att tillstyrka medborgarförslaget.
        Kommunstyrelsens arbetsutskotts beslut: Medborgarförslaget avslås.
        Utskottet beslutar enligt förvaltningens förslag.
        Utskottet bifaller Anna Eks yrkande.
    """,
    "Socialnämnden i Granby": """
        Socialnämnden beslutar att godkänna delårsrapporten.
        Nämnden godkänner delårsrapporten.
        Nämnden överlämnar yttrandet till kommunstyrelsen som sitt eget.
        Nämnden antar riktlinjerna för ekonomiskt bistånd.
        Socialnämnden uppdrar till förvaltningen att återkomma med en kostnadsberäkning i maj.
        Nämnden anser motionen besvarad.
        Motionen anses besvarad.
        Medborgarförslaget anses därmed besvarat.
        Nämnden ställer sig positiv till medborgarförslaget.
        Nämnden beslutade i enlighet med förslaget.
        Nämnden beslöt i enlighet med förslaget.
        Beslut i enlighet med förslaget.
        Beslöts enligt förslaget.
        Enligt förslaget.
        I enlighet med förslaget.
        Förslaget godkänns.
        Förslaget godkändes enhälligt.
        Förslaget antas.
        Förslaget förkastades.
        Förslaget röstades ned.
        Yrkandet bifölls inte.
    """,
    "Social- och hälsovårdssektionen": """
        Sektionen beslöt godkänna planen.
        Sektionen godkände beslutsförslaget.
        Beslutsförslaget godkändes.
        Beslutsförslaget godkändes enhälligt.
        Förslaget godkändes efter omröstning med 6 röster mot 3.
        BESLUT: Enligt förslaget.
        Beslut: Godkändes.
        Beslut: Förslaget godkändes.
        Sektionens beslut: Ärendet förs vidare till direktionen.
        Sektionen omfattade förslaget.
        Sektionen förenade sig om förslaget.
        Sektionen konstaterade att målet nåtts och beslöt avsluta uppföljningen.
        Sektionen tillsatte en arbetsgrupp.
    """,
    "Ledningsgrupp kirurgi": """
        LG beslutar att införa kvällsronder från vecka 14.
        LG ställer sig bakom förslaget.
        Ledningsgruppen ger klartecken till rekryteringen.
        Ok från ledningsgruppen att börja den 1 mars.
        OK att anställa två undersköterskor.
        Godkänt att anställa två undersköterskor.
        Godkänns.
        LG godkänner att två undersköterskor anställs.
        Beslut: Go för piloten.
        Beslut fattat: kvällsronder införs från vecka 14.
        Beslutat att kvällsronder införs från vecka 14.
        Beslutat: kvällsronder införs från vecka 14.
        Beslut fattades om kvällsronder från vecka 14.
        Vi inför kvällsronder från och med vecka 14.
        Vi byter leverantör av handskar från 1 maj.
        Kvällsronder införs från vecka 14, beslutade gruppen.
        Kvällsronder införs på prov under våren (beslut).
        Gruppen beslutade sig för kvällsronder.
        Gruppen bestämde sig för att pröva kvällsronder.
        Gruppens beslut är att pröva kvällsronder.
        Vårt beslut är att pröva kvällsronder.
        Gruppen är positiv till förslaget och beslutar att pröva.
    """,
    "Styrgrupp Framtidens vårdmiljö": """
        Styrgruppen beslutade om fortsatt inriktning enligt alternativ A.
        Styrgruppen fastställer tidplanen.
        Styrgruppen fattade beslut om att gå vidare till genomförandefas.
        Styrgruppen tog beslut om att gå vidare till genomförandefas.
        Styrgruppen tar beslut om att gå vidare till fas två.
        SG beslutar att passera BP3.
        Beslut BP3: Projektet går vidare till genomförande.
        Projektplanen godkändes av styrgruppen.
        Styrgruppen avslår begäran om utökad budget.
        Begäran om utökad budget avslås.
        Styrgruppen frånfaller kravet på extern granskning.
        Tidplanen godkänns med ändringen att etapp 2 startar i juni.
        Inriktningsbeslut: Nybyggnad enligt alternativ A.
    """,
    "Brukarrådet i Ekbacken": """
        Rådet tycker bra om förslaget och ställer sig bakom det.
        Rådet kom fram till att månadsbladet skickas hem.
        Vi kom fram till att månadsbladet skickas hem.
        Vi röstade och det blev Gröna salen.
        Vi bestämde att ha grillkväll den 3 juni.
        Det bestämdes att grillkvällen blir den 3 juni.
        Alla tyckte att vi ska ha grillkväll och så blev det bestämt.
        Man enades om grillkväll den 3 juni.
        Alla röstade för grillkväll.
    """,
    "FSG Habiliteringen": """
        Parterna är överens om att införa schemat.
        Parterna enades om att införa schemat från den 1 september.
        Parterna är ense om att schemat prövas i ett halvår.
        Arbetsgivaren beslutar att genomföra organisationsförändringen.
        Arbetsgivaren fattar beslut enligt förslaget.
        Samverkan har skett och arbetsgivaren beslutar enligt förslag.
    """,
    "RPO Hud": """
        RPO ställer sig bakom det nationella vårdförloppet.
        RPO Hud beslutar att tillstyrka förslaget.
        Programområdet tillstyrker vårdförloppet.
        RPO nominerar Anna Ek till NAG psoriasis.
        Anna Ek nomineras till NAG psoriasis.
        Anna Ek utses till regional representant i NAG psoriasis.
        Vårdförloppet fastställs för användning i alla fyra regioner.
        RPO avstår från att nominera.
        RPO rekommenderar regionerna att införa vårdförloppet.
    """,
    "Forskarnätverket Länken": """
        Nätverket lämnar ett gemensamt svar på remissen.
        Nätverket ställer in höstens träff.
        Vi tar beslutet att lägga ned tidskriften.
        Vi säger upp avtalet med lokalen.
        Diskussionen mynnade ut i att vi behåller båda formulären.
        Diskussionen resulterade i beslutet att behålla båda formulären.
        Efter diskussion beslutades att behålla båda formulären.
        Efter en längre diskussion bestämdes att båda formulären behålls.
        Med hänvisning till ekonomin beslutas att båda formulären behålls.
        Nätverkets linje är fortsatt att båda formulären behålls.
    """,
    "Institutionsstyrelsen vid IVH": """
        Institutionsstyrelsen beslutar fastställa kursplanen.
        Styrelsen biföll förslaget.
    """,
}

FORMAL = {
    "Rådet för syn": """
        Rapporten läggs till handlingarna.
        Informationen noterades.
        Rådet tackar för informationen och lägger den till handlingarna.
        Rådet noterar informationen.
        Styrelsen noterade informationen.
        Informationen antecknas till protokollet.
        Antecknas till protokollet.
        Nämnden tar del av informationen och lägger den till handlingarna.
        Redovisningen antecknades till kännedom.
        Rapporten lades till handlingarna.
        Anteckningarna från förra mötet godkändes.
        Dagordningen fastställdes.
        Förslaget till dagordning godkändes.
        Till justerare utsågs Eva Holm.
        Eva Holm utses att jämte ordföranden justera protokollet.
        Eva Holm valdes till mötesordförande.
        Mötet förklarades öppnat.
        Mötet ansågs behörigt utlyst.
        Beslut: Informationen noteras.
        Beslut: Läggs till handlingarna.
        Beslut: Rådet har tagit del av informationen.
        Beslut: Noteras.
        Beslut: Till kännedom.
        Föredragningslistan godkändes som sådan.
        Sammanträdet konstaterades vara beslutfört.
        Val av justerare: Eva Holm.
        Rådet godkänner protokollet från den 3 februari.
        Protokollet godkändes och lades till handlingarna.
    """,
}

# None of these decides anything here and now.
NOTHING = {
    "Rådet för syn": """
        Förslag till beslut: Rådet köper två kameror.
        Förslaget är att rådet köper två kameror.
        Bo Alm föreslår att rådet köper två kameror.
        Bo Alm yrkar bifall till förslaget.
        Cia Dahl yrkar avslag på motionen.
        Anna Ek föreslås som ny ledamot.
        Rådet ska besluta om inköpet i maj.
        Rådet kan besluta om inköpet i maj.
        Rådet behöver fatta beslut om inköpet.
        Rådet bör ställa sig bakom förslaget, menar Bo Alm.
        Bo Alm hoppas att rådet ställer sig bakom förslaget.
        Beslut väntas i juni.
        Beslut fattas i maj.
        Beslut om inköp tas vid nästa möte.
        Frågan kommer att avgöras i höst.
        Regionstyrelsen beslutade i mars att avsätta medel.
        Hälso- och sjukvårdsnämnden har beslutat om nya avgifter.
        Kommunen har bestämt att svara själv.
        Socialstyrelsen rekommenderar vaccination.
        Socialstyrelsen fastställde riktlinjerna i höstas.
        Regeringen utsåg en utredare i våras.
        Rektor fastställer kursplanen.
        Budgeten fastställs av fullmäktige i november.
        Budgeten antogs av fullmäktige i november.
        Riktlinjen fastställdes av regiondirektören.
        Kliniken valde att stänga en avdelning i somras.
        Enligt tidigare beslut prövas rutinen i ett år.
        Vid förra mötet beslutade rådet att pröva rutinen.
        Rådet beslutade förra året att pröva rutinen.
        Beslutet från mars gäller fortfarande.
        Beslutet har skickats till klinikerna.
        Patienten väljer själv vårdgivare.
        Läkaren beslutar om inläggning.
        Ordföranden avgör vilka som bjuds in.
        Ordföranden informerar om att avtalet har godkänts.
        Avtalet har godkänts.
        Rådet diskuterar om listan ska tryckas.
        Rådet var oenigt.
        Rådet kunde inte enas.
        Rådet enades inte.
        Inget beslut fattades.
        Inget beslut.
        Beslut: Inget beslut.
        Beslut: –
        Rådet tackar Bo Alm för en bra genomgång.
        Rådet ser positivt på utvecklingen.
        Rådet tycker att väntetiderna är för långa.
        Rådet anser att frågan är viktig.
        Rådet undrar när systemet införs.
        Rådet konstaterar att målet inte nås.
        Rådet är oroat över läget.
        Rådet får information om budgeten.
        Rådet efterlyser en tidplan.
        Rådet välkomnar initiativet.
        Rådet består av tolv ledamöter.
        Rådet sammanträder fyra gånger per år.
        Rådet utser sina egna representanter enligt arbetsordningen.
        Vem utser representanter?
        Kan rådet ställa sig bakom förslaget?
        Det är styrelsen som beslutar om medel.
        Beslutsordningen gicks igenom.
        Beslutsstödet införs i höst.
        Ett nytt beslutsunderlag presenterades.
        Vi har fyra beslutspunkter i dag.
        Om förslaget antas ändras rutinen.
        Om rådet godkänner planen kan arbetet börja i maj.
        När planen fastställs skickas den ut.
        Innan planen antas ska den ut på remiss.
        Patienter med högt tryck väljs ut för operation.
        Antalet operationer begränsas av lokalbrist.
        Vi kör fast i frågan om journaler.
        Vi kör 40 operationer i veckan.
        Vi väljer ofta den enklare metoden.
        Vi ligger bra till jämfört med riket.
        Det blir kallt i väntrummet på vintern.
        Det blir allt svårare att rekrytera.
        Vi inför varje år en ny rutin, sade Bo Alm.
        Bo Alm är överens med kliniken om lokalen.
        Klinikerna är inte överens om lokalen.
        Förvaltningen och facket är överens om avtalet.
        Alla tyckte att det var en bra dag.
        Alla var nöjda med dagen.
        Eva Holm valdes in i riksförbundets styrelse i maj.
        Eva Holm är vald till 2027.
        Valberedningen har föreslagit Eva Holm.
        Val av ny ordförande sker i maj.
        Bo Alm berättade att kliniken beslutat att byta system.
        Bo Alm berättade att projektet godkändes av etikprövningsnämnden.
        Etikprövningsnämnden godkände studien.
        Rutinen som antogs i höstas fungerar bra.
        Den budget som beslutades i november räcker inte.
        Arbetsgruppen har enats om ett förslag.
        Arbetsgruppen föreslår tre nya mått.
        Arbetsgruppen enades om ett förslag som rådet får ta ställning till i maj.
        Nämnden väntas godkänna planen.
        Nämnden beslutar om detta i maj.
        Styrelsen sade nej i höstas.
        Motiv till beslut: Köerna växer.
        Underlag för beslut: Tjänsteutlåtande den 3 maj.
        Beslutsunderlag: Tjänsteutlåtande den 3 maj.
        Beslutet expedieras till: Regionstyrelsen.
        Beslutet skickas till: Regionstyrelsen.
        Reservation: Bo Alm reserverar sig mot beslutet.
        Bo Alm reserverar sig mot beslutet.
        Cia Dahl deltog inte i beslutet.
        Rådet läser igenom förslaget till nästa möte.
        Regeln är att chefen godkänner ledighet.
        Chefen godkänner ledigheten.
        Rådet stödjer patienter i hela länet.
        Systemet godkänner inte svenska tecken.
        Parterna möts igen i maj.
    """,
}
