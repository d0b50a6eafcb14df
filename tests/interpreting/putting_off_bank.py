"""Ways to put a matter off, each with its kind and until when. All invented; what only sounds like it: kept_bank.py."""

# Kind, until when, and the sentence: an ISO day, "next" (the next meeting), "words" (only words or a longer time), "" (nothing is said).
PUT_OFF = """
tabled |  | Ärendet bordlades.
tabled | next | Beslutet att bordlägga frågan om parkering till nästa möte var enhälligt.
tabled | next | Bordlagt till nästa möte.
tabled |  | Ärendet lämnades på bordet.
tabled |  | Rådet beslöt enhälligt lämna ärendet på bordet.
tabled | 2026-04-23 | att bordlägga ärendet till sammanträdet den 23 april
tabled |  | Bordläggning av punkten godkändes.
tabled | next | Rådet beslöt om bordläggning till nästa möte.
tabled |  | Punkten bordlägges.
returned |  | Ärendet återremitteras för kompletterande kostnadsberäkning.
returned |  | Beslut: återremiss till arbetsgruppen.
returned |  | Ärendet återförvisades till beredning.
returned |  | Förslaget skickas tillbaka till arbetsgruppen för omarbetning.
returned |  | Underlaget sänds åter till förvaltningen för komplettering.
returned |  | Rådet återförvisar ärendet till beredningsgruppen.
returned |  | Ärendet remitterades tillbaka för ytterligare beredning.
deferred | next | Frågan tas därför upp igen vid nästa möte.
deferred | next | Punkten hanns inte med och flyttas till nästa gång.
deferred | next | Vi hann inte med den här punkten, den tas nästa gång.
deferred | next | Punkt 7 och 8 skjuts till nästa möte.
deferred | next | Vid nästa möte fortsätter diskussionen om bemanningen.
deferred | next | Nästa gång pratar vi mer om skyltarna.
deferred | next | Diskussionen fortsätter på nästa möte.
deferred | 2026-05-28 | Frågan återkommer på mötet den 28 maj.
deferred | 2026-05-28 | Vi tar upp detta igen 28/5.
deferred | 2026-09-10 | Ärendet tas till ny behandling den 10 september.
deferred | words | Vi tar det i höst.
deferred | words | Frågan lyfts igen i höst.
deferred | words | Till hösten tar vi upp frågan igen.
deferred | words | Rådet återkommer till ämnet efter sommaren.
deferred | words | Beslut i frågan skjuts till efter sommaren.
deferred | words | Diskussionen fortsätter i september.
deferred | words | Frågan tas upp igen i september när siffrorna finns.
deferred | words | Resan till Storön får vänta till nästa år.
deferred | words | Skyltarna på plan 3 får vänta tills det finns pengar.
deferred | words | Genomgången av nycklarna får anstå till nästa år eftersom hon har varit bortrest.
deferred | words | Årskurs 4 får vänta till efter jul.
deferred | words | Ljudet i korridoren får ligga till efter sommaren, det finns inga pengar ändå.
deferred | words | Tavlan i entrén fick vänta till hösten, då vi vet om det finns pengar kvar.
deferred | words | Datum och lokal får anstå tills budgeten är känd.
parked | words | Bo Alm ville ha med kvällarna också, men det får bero tills provet är utvärderat.
deferred | words | Offerten från tryckeriet: 6 200 kronor. Får vänta tills texten finns.
deferred | words | Övriga avdelningar får vänta tills bemanningen i köket är klar.
deferred |  | Laddstolparna får bero till efter flytten.
deferred | words | Nya möbler får vila till efter semestern.
deferred | words | Passerkort väntar vi med tills utredningen är färdig.
deferred | next | Inger kunde inte vara här, så det väntar vi med till nästa gång.
deferred | words | Bommen skulle vi ha pratat om, men det väntar vi med tills Cia är tillbaka.
deferred | words | Inköp av stolar väntar vi med till efter årsskiftet.
parked | words | Kameror avvaktar vi med tills juristen har svarat.
deferred | words | Arvodena får vi ta i höst i stället.
deferred | words | Svaren går vi igenom i maj i stället.
deferred | words | Tiden gick, siffrorna tar vi i maj istället.
deferred | words | Tavlorna tittar vi på efter sommaren i stället.
deferred | 2026-05-28 | Bilderna går vi igenom den 28 maj i stället.
deferred | next | Den får vänta till nästa gång.
deferred | next | Får vänta till nästa träff.
deferred |  | Frågan får vänta tills budgeten är klar.
deferred |  | Vi tar det sen.
deferred |  | Det tar vi en annan gång.
deferred |  | Frågan tas upp vid ett senare tillfälle.
deferred |  | Återkommer på ett kommande möte.
deferred |  | Punkten utgår i dag och läggs på en kommande dagordning.
deferred | next | Punkten utgick och tas upp nästa gång.
deferred | next | Ärendet kvarstår till nästa möte.
deferred | next | Kvarstår till nästa möte.
deferred | next | Punkten står kvar till nästa möte.
deferred | next | Frågan ligger kvar på dagordningen till nästa möte.
deferred | next | Frågan sätts upp på dagordningen till nästa möte.
deferred | next | Vi sätter upp den på nästa dagordning.
deferred | next | Frågan förs över till nästa sammanträde.
deferred | next | Överförs till nästa möte.
deferred | next | Beslut fattas vid nästa möte.
deferred | next | Inget beslut togs, vi bestämmer oss nästa gång.
deferred | next | Rådet kunde inte enas och tar ställning vid nästa möte.
deferred | next | Rådet önskar mer underlag innan ställning tas vid nästa möte.
deferred | 2026-05-28 | Ställningstagande sker den 28 maj.
deferred |  | Rådet vill ha mer betänketid.
parked |  | Beslutet skjuts på framtiden.
deferred |  | Beslutet senareläggs.
deferred | 2026-09-10 | Behandlingen av ärendet uppskjuts till den 10 september.
deferred | next | Ärendet uppsköts till följande möte.
deferred | next | Ärendet behandlas på följande möte.
deferred | next | Ärendet överfördes till följande sammanträde.
deferred | next | Det beslöts att återkomma till saken på nästa möte.
deferred | next | Rådet beslutar att återkomma till frågan vid nästa möte.
deferred | words | Rådet beslutar att skjuta upp frågan till maj.
deferred | next | Vi väntar med detta till nästa möte.
deferred | next | Vi spar frågan till nästa gång.
deferred | words | En stor fråga, vi spar den till i höst när Cia är med.
deferred | words | Vi väntar med beslut till hösten.
deferred | next | Ärendet dras ur dagordningen och tas upp vid nästa möte.
deferred | next | På grund av tidsbrist sköts punkten till nästa möte.
deferred | next | Av tidsskäl skjuter vi punkten till nästa gång.
deferred | next | Tiden räckte inte till utan vi fortsätter nästa gång.
deferred | next | Då Bo Alm inte var på plats tas frågan nästa gång.
deferred | next | Vi återupptar samtalet om jouren på nästa möte.
deferred |  | Ärendet ajourneras i avvaktan på ljudmätning.
deferred | 2026-05-28 | Frågan tas med till mötet den 28 maj.
deferred | next | Detta får bli en punkt på nästa möte.
deferred | next | Blir en punkt på nästa möte.
deferred | next | Ny diskussion vid nästa möte.
deferred | next | Fortsatt diskussion vid nästa möte.
deferred | next | Tas vidare till nästa möte.
deferred | next | Tas igen nästa möte.
deferred | next | Upp igen nästa gång.
deferred |  | Skjuts upp.
deferred | 2026-05-28 | Flyttad till 28 maj.
deferred | words | Återkommer i höst.
deferred | next | Återkommer nästa möte.
deferred | words | Återkommer v. 20.
deferred | next | Rådet tar upp frågan om tolkar nästa möte.
deferred |  | Den tar vi när vi har fått siffrorna.
deferred |  | Vi återkommer när utredningen är klar.
deferred |  | Frågan återupptas när Helga är tillbaka.
parked |  | Frågan parkeras tills vidare.
parked |  | Vi parkerar frågan så länge.
parked |  | Parkerad.
parked |  | Frågan läggs på is.
parked |  | Vi lägger frågan på is.
parked |  | Idén läggs i malpåse.
parked |  | Vi låter det bero tills vidare.
parked |  | Rådet låter saken bero.
parked |  | Frågan vilar.
parked |  | Frågan får vila.
parked |  | Punkten vilar till dess att avtalet är klart.
parked |  | Ärendet förklaras vilande.
parked |  | Frågan ställs på vänt.
parked |  | Vi avvaktar med ny upphandling.
parked |  | Avvaktar.
parked |  | Avvakta.
parked |  | Rådet avvaktar den nationella utredningen.
parked |  | Rådet väljer att avvakta.
parked |  | Rådet beslutar att avvakta med frågan.
parked |  | Beslutades att avvakta.
parked |  | Frågan pausas.
parked |  | Vi sätter det på paus.
parked |  | Arbetet pausas tills vidare.
parked |  | Frågan får anstå.
parked |  | Det får anstå tills budgeten är lagd.
parked |  | Vi ligger lågt med det här tills vidare.
parked |  | Förslaget läggs åt sidan tills vidare.
deferred | next | Eftersom Bo saknades får vi ta den frågan nästa gång.
deferred | next | Ledamöterna ville läsa in sig på materialet och saken avgörs därför vid nästa möte.
deferred | next | Mötet drog över och resterande punkter tas på nästa möte.
deferred |  | Övriga punkter hanns inte med.
tabled | next | Beslut: Bordläggs till nästa sammanträde.
tabled |  | Rådet enades om att bordlägga.
tabled |  | Sektionen beslutade enhälligt att ärendet lämnas på bordet.
returned |  | Rådet beslutade återremittera förslaget med motiveringen att kostnaderna inte är redovisade.
returned |  | Beslutades om återremiss.
deferred | words | Nytt försök till hösten.
deferred | next | Nytt försök nästa gång.
deferred | words | Frågan aktualiseras på nytt efter sommaren.
deferred |  | Ska tas upp när budgeten är beslutad.
deferred |  | Frågan får lyftas längre fram.
deferred |  | Detta får vi diskutera vidare vid ett annat tillfälle.
deferred | 2026-05-28 | Ny avstämning 28/5.
deferred | next | Frågan följer med till nästa möte.
deferred | next | Punkten stod på dagordningen men ströks i brist på tid, tas med nästa gång.
deferred | next | Diskussionen blev inte klar utan får fortsätta på nästa möte.
deferred | words | Vi ska prata mer om detta i maj.
deferred | 2026-05-28 | Behandlas den 28 maj.
deferred | 2026-05-28 | 28/5: frågan tas upp igen.
deferred | next | Rådet behöver mer underlag och tar beslut på nästa möte.
deferred |  | Innan beslut kan fattas behöver kostnaderna utredas, ärendet får därför vänta.
deferred | words | Ej aktuellt nu, ny diskussion i höst.
deferred | next | Inget nytt, kvarstår till nästa möte.
deferred | next | Står kvar på listan till nästa möte.
deferred | next | Skall tas upp på nästkommande möte.
deferred | next | Frågan läggs upp som punkt till nästa möte.
deferred | next | Läggs till dagordningen nästa möte.
deferred | next | Vi lägger upp det som en punkt på nästa möte.
deferred | next | Helga Norin saknades, varför föredragningen flyttas till nästa möte.
deferred | next | Genomgången av enkäten sköts till nästa möte.
deferred | next | Redovisningen av enkäten får anstå till nästa möte.
deferred |  | Vi hinner inte ta upp det i dag.
deferred |  | Frågan är för tidigt väckt, vi tar den när avtalet är på plats.
parked |  | Frågan är för tidigt väckt och läggs tills vidare åt sidan.
parked |  | Rådet ställer sig avvaktande.
parked |  | Rådet intar en avvaktande hållning.
parked |  | Tills vidare görs ingenting.
parked |  | Vi lägger den i byrålådan så länge.
parked |  | Idén sparas till ett bättre läge.
parked |  | Frågan sätts på is i väntan på nytt avtal.
parked |  | Stoppas tills vidare.
parked |  | Vilande.
parked |  | Saken får ligga till sig.
parked |  | Vi låter frågan ligga ett tag.
deferred | 2026-09-10 | Rådet beslutade hänskjuta ärendet till mötet den 10 september.
deferred | 2026-09-10 | Frågan om en gemensam kö tar vi vid septembermötet.
deferred | 2026-05-28 | Tas vid majmötet.
deferred | next | Ärendet bereds ytterligare och återkommer till nästa möte.
deferred | next | Förslaget arbetas om och presenteras på nytt vid nästa möte.
deferred | next | Svaret dröjer och vi får ta upp det igen på nästa träff.
deferred |  | Beslut i ärendet uppsköts.
deferred |  | Rådet beslöt uppskjuta behandlingen av ärendet.
deferred | next | Behandlingen av § 14 fortsätter på nästa sammanträde.
tabled |  | Ärendet blev på bordet.
deferred | next | Vi kom inte till skott i dag, ny chans nästa gång.
deferred | next | Kvar till nästa möte.
deferred | next | Får stå över till nästa gång.
parked |  | Frågan ligger still.
parked |  | På is.
parked |  | Frågan hamnar på hyllan tills vidare.
parked |  | Vi drar i handbromsen.
parked |  | Den här får mogna.
parked |  | Frågan behöver mogna innan vi beslutar.
parked |  | Vi väntar och ser.
deferred |  | Beslut kan inte fattas i dag.
deferred |  | Inget beslut i dag.
parked |  | Frågan lämnas öppen för fortsatt diskussion.
deferred | words | Återupptas i höst.
deferred | words | Repris i höst.
deferred |  | Frågan återkommer.
deferred |  | Ärendet återkommer för beslut.
deferred |  | Rådet återkommer i ärendet.
deferred | next | Rådet ber att få återkomma vid nästa sammanträde.
deferred | 2026-05-28 | Ny punkt på dagordningen 28 maj.
deferred | 2026-05-28 | Lyfts den 28 maj.
deferred | 2026-05-28 | Flyttas fram, ny tid 28 maj.
deferred | 2026-05-28 | Stryks i dag, åter 28 maj.
deferred | words | Vi får ta ett omtag i höst.
deferred | words | Omtag till hösten.
tabled | words | Vi bordlägger den till efter sommaren.
tabled | words | Ärendet bordläggs till efter sommaren.
tabled |  | Bordläggs p.g.a. tidsbrist.
tabled |  | Rådet beslutade att frågan bordläggs tills underlaget är komplett.
returned |  | Åter till beredningsgruppen.
returned |  | Tillbaka till arbetsgruppen.
returned |  | Förslaget behöver arbetas om och skickas åter.
returned |  | Underlaget är för tunt, förslaget går i retur till projektgruppen.
deferred | words | Vi tar ställning i maj.
deferred | words | Slutlig behandling i maj.
deferred | words | Tas upp på majmötet.
deferred |  | Skjuts på obestämd tid.
deferred |  | Uppskjutet.
deferred | next | Uppskjutet till nästa möte.
deferred | next | Punkt 9–11 utgick, tas på nästa möte.
deferred |  | Punkterna 9–11 behandlades inte.
deferred | next | Behandlades inte i dag, ny tid nästa möte.
deferred |  | Tiden tog slut, vi får fortsätta en annan dag.
deferred |  | Diskussionen avbröts och fortsätter en annan gång.
deferred | next | Samtalet landade inte, fortsättning följer på nästa möte.
deferred |  | Fortsättning följer.
deferred |  | Parterna enades om att fortsätta samverkan vid ett senare möte.
deferred | 2026-05-28 | Samverkan avslutas inte i dag utan fortsätter den 28 maj.
deferred | next | Ny förhandling vid nästa möte.
deferred | next | Rådet tog inte ställning utan frågan behandlas igen på nästa möte.
"""
