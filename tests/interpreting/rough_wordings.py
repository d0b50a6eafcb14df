"""How working groups, clubs and councils settle things in rough notes, with the title of the point where it tells of what; all invented."""

DECIDED = {
    "Arbetslaget Blå avdelningen": """
        Utevistelse | Vi går ut före lunch i stället för efter.
        Föräldramöte | Föräldramötet blir den 22 september kl. 18.
        Inköp | Inköp av två cyklar godkänns.
        Vilan | Vilan kortas till en halvtimme på försök.
        Planeringstid | Vi enas om att planeringstiden läggs på onsdagar.
        Planeringstid | Enades kring onsdagar.
        Utflykt | Utflykten går till Skansen.
        Kläder | Alla är överens om att extrakläder förvaras i hallen.
        Kläder | Vi bestämmer att extrakläder förvaras i hallen.
    """,
    "Bostadsrättsföreningen Utsikten": """
        Tvättstugan | Styrelsen beslöt köpa in en ny torktumlare.
        Garaget | Hyran för garageplats höjs med 50 kr.
        Andrahandsuthyrning | Ansökan från lägenhet 12 beviljas.
        Andrahandsuthyrning | Styrelsen medger uthyrning i andra hand i ett år.
        Val av revisor | Omval av Bo Alm.
        Firmateckning | Firman tecknas av två ledamöter i förening.
        Ansvarsfrihet | Styrelsen beviljades ansvarsfrihet.
        Grillplatsen | Grillplatsen stängs av för gott.
        Grannsamverkan | Föreningen går med i Grannsamverkan.
    """,
    "Lokalt programområde hjärta och kärl": """
        Remissvar | LPO ställer sig bakom remissvaret.
        Vårdförlopp | LPO väljer att starta i Ekby.
        Nominering | Eva Holm nomineras.
        Kvalitetsregister | Samtliga sjukhus ska registrera från den 1 oktober, enades gruppen om.
        Medlemmar | LPO utökas med en fysioterapeut.
        Journalmall | Förslaget till journalmall antas med tillägget att vikt anges.
        Journalmall | Mallen godkänd, kan läggas ut.
    """,
    "Kvalitetsgruppen på klinisk kemi": """
        Avvikelser | Avvikelse 44 stängs.
        Metodbyte | Metodbytet godkänns efter verifieringen.
        Metodbyte | Ny metod för ferritin tas i bruk v. 12.
        Kontroller | Gränsen för kontroll 2 vidgas till 3 SD.
        Kontroller | Beslut att vidga gränsen till 3 SD.
        Dokument | Dokument 12 utgår, ersätts av dokument 40.
        Revision | Vi tackar ja till revisorns erbjudande om extra besök.
        Svarstider | Målet sänks till 45 minuter.
        Upphandling | Gruppen går på leverantör B.
        Upphandling | Leverantör B får uppdraget.
        Upphandling | Kontraktet går till leverantör B.
    """,
    "Patientnämndens samråd": """
        Sammanträdestider | Sammanträdestiderna för hösten fastställdes enligt utskickat förslag.
        Broschyr | Samrådet beslutar att broschyren översätts till arabiska.
        Broschyr | Broschyren ska översättas till arabiska, beslutade samrådet.
        Skrivelse | Skrivelsen skickas i samrådets namn.
        Skrivelse | Samrådet står som avsändare av skrivelsen.
        Studiebesök | Studiebesöket ställs in.
        Studiebesök | Något studiebesök blir det inte i år.
        Arvode | Arvodet lämnas oförändrat.
        Yttrande | Samrådet avger yttrande enligt bilagan.
        Yttrande | Yttrandet godkänns och skickas till regionen.
        Initiativrätt | Förslaget från Maj Lind vann med sju röster mot tre.
        Webbsändning | Efter omröstning (7–4) avslogs förslaget om webbsändning.
    """,
    "Chefsgruppen Medicin": """
        Julhelgen | Vi kör samma upplägg som förra julen.
        Rekrytering | Klartecken att utlysa två tjänster.
        Utbildningspengar | Utbildningspengarna fördelas lika mellan enheterna.
        Mötesordning | Chefsgruppen ses varannan vecka från april.
        Mötesordning | Mötena flyttas till tisdagar.
        Loggbok | Det beslutas att loggboken förs digitalt.
        Loggbok | Chefsgruppen beslutade föra loggboken digitalt.
        Parkering | Frågan om parkering avskrivs.
        Vaccinering | Gruppen ställde sig positiv till att vaccinera på arbetstid.
        Vaccinering | Det blir vaccinering på arbetstid.
    """,
}

NOTHING = {
    "Arbetslaget Blå avdelningen": """
        Utevistelse | Barnen går ut varje dag.
        Föräldramöte | Förra föräldramötet var välbesökt.
        Inköp | Rektorn godkänner alla inköp över 5 000 kr.
        Vilan | Vilan fungerar bra.
        Utflykt | Barnen vill till Skansen.
    """,
    "Bostadsrättsföreningen Utsikten": """
        Tvättstugan | Torktumlaren lagades i torsdags.
        Garaget | Hyran för garageplats är 450 kr.
        Andrahandsuthyrning | Ansökan från lägenhet 14 kom in i går.
        Stadgar | Stadgarna antogs 2016.
        Taket | Kommunen beviljade bygglov i mars.
        Ekonomi | Räntan höjs i juni enligt banken.
        Ekonomi | Avgiften höjdes i januari.
    """,
    "Lokalt programområde hjärta och kärl": """
        Vårdförlopp | Vårdförloppet antogs nationellt i höstas.
        Nominering | Regionen har nominerat Eva Holm.
        Kvalitetsregister | Registret stängs vid årsskiftet enligt registerhållaren.
        Pacemaker | Sjukhusdirektören har beslutat att uppföljningen samlas i Ekby.
        EKG | Apparaterna köptes 2012.
        Fokusområden | Fokusområdena för 2027 diskuterades.
        Medlemmar | LPO består av nio personer.
        Journalmall | Mallen används av alla sjukhus.
    """,
    "Kvalitetsgruppen på klinisk kemi": """
        Avvikelser | Avvikelse 45 utreds.
        Metodbyte | Metoden byts om verifieringen blir godkänd.
        Svarstider | Målet nåddes inte i februari.
        Upphandling | Leverantör B lämnade det lägsta anbudet.
        Ackreditering | Ackrediteringsorganet godkände åtgärderna den 4 mars.
        Frysar | Frysen stannade i lördags.
    """,
    "Patientnämndens samråd": """
        Broschyr | Maj Lind föreslår att broschyren översätts.
        Broschyr | Broschyren trycktes i höstas.
        Yttrande | Regionen vill ha yttrandet före den 1 maj.
        Arvode | Arvodet beslutas av fullmäktige i december.
        Studiebesök | Studiebesöket var uppskattat.
        Webbsändning | Förslaget om webbsändning diskuterades länge.
    """,
    "Chefsgruppen Medicin": """
        Julhelgen | Förra julen var bemanningen för låg.
        Rekrytering | Två tjänster är utlysta.
        Rekrytering | HR kräver att alla tjänster prövas.
        Mötesordning | Ledningens möten flyttas till tisdagar av direktören.
        Parkering | Kommunen höjer avgiften för parkering.
        Vaccinering | Vaccinering på arbetstid är vanligt i andra regioner.
        Vaccinering | Hälften har vaccinerats.
    """,
}
