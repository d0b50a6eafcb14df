"""Sentences that only sound as if a matter were put off (putting_off_bank.py). All invented."""

NOT = """
Bo Alm återkommer.
Cia Dahl återkommer med siffror.
Sekreteraren återkommer med tid.
Kvar att göra är skyltarna.
Boken står på hyllan i receptionen.
Läkaren väntar och ser.
Patienten inväntar operation.
Vården återkommer till patienten.
Ny chans ges vid omprov.
Repetitionskurs i höst.
Nästa möte leds av Cia Dahl.
Kliniken har skjutit på starten.
Regionen inväntar statens besked.
Staten har lagt frågan på is.
Kommunen har bordlagt sitt ärende.
Utskottet återremitterade ärendet i april.
Ärendet avgörs i fullmäktige i juni.
Fullmäktige återremitterade budgeten.
Samverkan med kommunen fortsätter.
Dialogen med facket fortsätter.
Bemanningen är en utmaning som kvarstår.
Uppdraget kvarstår.
Förslaget godkändes efter diskussion.
Punkten är klar.
Resor flyttas till tåg.
Tidsbrist är ett problem på mottagningen.
Ingen tid finns för raster.
Inga beslut fattades om lokalerna i nämnden.
Arbetet fortsätter i mindre grupp.
Omtag på rutinen är gjort.
Resten av pengarna betalas ut till hösten.
Nästa möte hålls den 23 april.
Vi ses igen i höst.
Sekreteraren skickar kallelsen till nästa möte.
Till nästa möte önskas fler ledamöter på plats.
Tove Myr tar med statistik till nästa möte.
En ny broschyr trycks till hösten.
Mallen tas fram till nästa möte.
Samtliga lämnar synpunkter till nästa möte.
Bo Alm skriver ett förslag till nästa möte.
Diskussion om bemanning fördes på mötet den 5 februari.
Ledningsgruppen behandlar frågan på måndag.
Beslut väntas från nationell nivå i maj.
Regionstyrelsen fattar beslut om lokalerna i juni.
Förslaget skickas på remiss till hösten.
Remissen ska besvaras senast den 3 maj.
Uppföljning sker efter sex månader.
Utvärdering görs i höst.
Projektet utvärderas i september.
Nya journalen införs i höst.
Införandet är försenat till hösten.
Bo Alm är föräldraledig till hösten.
Barnen får vänta på tid.
Beslutet gäller till nästa möte.
Rutinen gäller tills vidare.
Priset kvarstår till nästa år.
Arbetsgruppen fortsätter sitt arbete under hösten.
Rådet har sina möten på torsdagar till nästa sommar.
Kursen ges igen i höst.
Temadagen hålls igen nästa år.
Vi tar fika och fortsätter sedan.
Mötet ajournerades i tio minuter.
Mötet återupptogs kl. 14.00.
Ordföranden ajournerade mötet för paus.
Cia Dahl frågar om besluten fattas nästa gång.
Nästa steg är att införa rutinen i maj.
Resultaten diskuteras på klinikmöten i maj.
Frågan diskuteras på arbetsplatsträffar under våren.
Ämnet tas upp på utbildningsdagen den 12 maj.
Frågan har tagits upp i kommunen och bereds där till hösten.
Hyran skjuts in av kommunen.
Personal flyttas till den nya avdelningen i september.
Patienten läggs in och skjuts sedan till röntgen.
Vid nästa besök tas prover.
Patienten återkommer nästa gång till samma läkare.
Ansökan skickas in igen i höst.
Vi tar emot studenter i höst.
Sommarens bemanning tas upp i lokal samverkan i maj.
Allt kvarstår som tidigare.
Inget kvarstår från förra mötet.
Mötet flyttas till sal Ek.
Bo Alm återkommer till frågan vid nästa möte.
Cia Dahl tar upp frågan i ledningsgruppen i höst.
Utbildningen återkommer årligen.
Enkäten återkommer varje höst.
Föreläsningen flyttas till den 12 maj.
Kursen skjuts upp till hösten.
Ombyggnaden skjuts upp till 2027.
Patienten återkommer om tre veckor.
Patienter med förhöjt tryck återkommer efter en månad för kontroll.
Läkaren avvaktar med behandling om trycket är lågt.
Kliniken avvaktar regionens beslut.
Regionen har skjutit upp införandet till hösten.
Nämnden bordlade ärendet i februari.
Ärendet har tidigare varit bordlagt.
Frågan bordlades vid förra mötet och avgjordes i dag.
Det bordlagda ärendet från januari behandlades.
Efter återremiss har förslaget arbetats om.
Ärendet återremitterades av nämnden i december.
Rådet diskuterade om frågan skulle bordläggas.
Bo Alm föreslog att ärendet skulle bordläggas.
Yrkandet om återremiss avslogs.
Ordföranden frågade om ärendet ska bordläggas och fann att så inte var fallet.
Frågan avslutas.
Frågan ses som omhändertagen och tas inte upp igen.
Punkten stryks.
Ekonomin tas upp vid varje möte.
Läget gås igenom på alla möten.
Rådet träffas sex gånger per termin.
Kommunen tar upp frågan på sitt möte i maj.
Programområdet behandlar förslaget vid sitt nästa möte.
Frågan tas upp på nästa möte med regiondirektören.
Nämnden beslutar i ärendet den 28 maj.
Beslut fattas av nämnden i juni.
Remissen behandlas i hälso- och sjukvårdsnämnden i september.
Väntetiden är lång och patienterna får vänta till hösten.
Patienterna får vänta länge på operation.
Bron vilar på tre pelare.
Bilen parkeras bakom huset.
Ambulansen parkeras vid entrén.
Personalen behöver få vila efter jouren.
Projektet fortsätter i september.
Arbetet fortsätter enligt plan.
Arbetet fortsätter under våren.
Samarbetet fortsätter nästa år.
Diskussionen fortsatte efter pausen.
Vi tog upp frågan på förra mötet.
Tove Myr skickar ut underlag inför nästa möte.
Underlaget presenterades vid mötet den 5 februari.
Rutinen tas i bruk till hösten.
Produkten tas ur bruk i september.
Det nya systemet tas i drift den 28 maj.
Vaccination mot influensa ges till hösten.
Nya lokaler tas över i höst.
Mottagningen flyttas till Norra sjukhuset i höst.
Provet tas om en vecka.
Blodprover tas nästa gång patienten kommer.
Helga Norin påminde om att anmälan görs senast den 3 maj.
Rapporten läggs på hemsidan.
Pengarna läggs på utbildning till hösten.
Statistiken presenteras på webben i september.
Tekniken presenterades på mässan i höstas.
Problemet kvarstår.
Behovet kvarstår även efter sommaren.
Avgiften kvarstår till årsskiftet.
Avtalet löper till hösten.
Bo Alm går i pension till hösten.
Upphandlingen pausas av regionen.
Inköpsstoppet gäller till hösten.
Kön har pausats under sommaren av regionen.
Cia Dahl avvaktar svar från Östby.
Bo Alm skjuter upp sin semester.
Frågan är inte längre aktuell.
Frågan diskuterades men föranledde ingen åtgärd.
Förslaget lades till handlingarna.
Till nästa möte ska alla läsa underlaget.
Alla tar med sig förslag till nästa möte.
Cia Dahl presenterar siffrorna på nästa möte.
Bo Alm redovisar upplägget vid nästa möte.
Helga Norin föredrar ärendet nästa gång.
Entreprenören räknar med att ta igen det, taket ska vara tätt den 30 november.
Vi tar igen tiden i höst.
Patienterna får vänta till hösten på en tid.
Patienten får vila tills provsvaren har kommit.
Barnen får vänta tills föräldrarna kommer.
De som ringer efter kl. 15 får vänta till nästa dag.
Personer med lindriga besvär får vänta till efter sommaren.
Anhöriga fick vänta till klockan åtta.
Eleverna får vänta tills bussen går.
Man får vänta till hösten på ny tid.
Hasse fick vänta två timmar och tio minuter i mars.
Fem patienter fick vänta över en timme.
Väskan får ligga kvar i skåpet.
Kläderna får ligga i tvätten tills de är torra.
Vi väntar på svar från regionen till hösten.
Checklistan väntar vi på fortfarande.
Besökare får vänta i entrén.
Personalen får vänta till lönerevisionen i höst.
Läkarna får vänta tills röntgensvaret kommer.
Kommunen får vänta till nästa år med sin del.
Nämnden får vänta tills fullmäktige har beslutat.
Regionen väntar med upphandlingen till hösten.
Hon får vänta till hösten.
Den som vill byta får vänta till efter sommaren.
Familjerna får vänta till januari.
Medlemmarna får vänta tills kortet kommer.
Vi tar bussen i stället.
Vi tar in vikarier i sommar i stället.
Kommunen tar upp frågan i höst i stället.
Bo Alm tar kursen i maj i stället.
Patienterna tar vi emot i augusti i stället.
Vi går igenom skogen i stället.
"""
