"""What a body decided said with its object in front, or without any verb, and what only looks like it; all invented."""

# By the body that met: one sentence a line, behind the title of its point and a bar.
DECIDED = {
    "Synrådet i Ekeryd": """
        Sal | Önskemålet om en egen sal på fredagar säger rådet nej till.
        Mässan | Inbjudan till mässan om glasögon i höst tackar vi nej till, den kostar för mycket.
        Avgift | Årsavgiften sätter vi till 200 kronor.
        Mätningar | Bo ville mäta varje månad. Det mäktar vi inte med, två gånger om året får räcka.
        Lunchen | I fjol bjöd ett företag på lunchen, det gör vi inte om.
        Medverkan | Ylva undrade om rådet kan medverka i filmen, och det ställer rådet upp på.
        Kön | Kliniken vill dela upp kön efter ålder. Det är rådet positivt till.
        Avgift | Priserna har stigit. Ingen höjning av avgiften 2028.
        Blankett | Tre mottagningar vill ha sin egen. Inga egna blanketter per mottagning.
        Prov | Bo visade en ny lampa. Ingen pilot i höst.
        Arvoden | Sekreterarens arvode höjs till 12 000 kronor per år.
        Kvällsmottagning | Provperioden förlängs till 31 mars.
        Remiss | Bo ville ha en ny lista. Ingen ny lista, regionens räcker.
    """,
}
NOTHING = {
    "Synrådet i Ekeryd": """
        Mässan | Förra året tackade vi nej till mässan.
        Mässan | Sådana inbjudningar brukar vi säga nej till.
        Mässan | Inbjudan säger kommunen nej till.
        Avgift | I fjol var årsavgiften den som kommunen sätter till 200 kronor.
        Kön | Bo tycker att förslaget är vad rådet är positivt till.
        Kön | Det säger vi varje år nej till.
        Avgift | Priserna har stigit. Ingen höjning sedan 2019.
        Avgift | Priserna har stigit. Ingen höjning enligt kommunen.
        Blankett | Bo har letat. Ingen blankett fanns i pärmen.
        Blankett | Bo har letat. Ingen ny blankett har kommit.
        Prov | Leverantören har inte hört av sig. Ingen pilot ännu.
        Enkät | Sommaren var lugn. Ingen enkät skickades ut.
        Arvoden | Sekreterarens arvode höjs av kommunen.
        Arvoden | Sekreterarens arvode höjdes i mars.
        Kvällsmottagning | Provperioden förlängs om kommunen betalar.
        Läget | Bo gick igenom läget. Inga nya fall i augusti.
        Läget | Bo gick igenom läget. Inga frågor.
        Dagordning | Listan lästes upp. Inga ändringar i dagordningen.
        Hjälp | Bo ringde på lampan. Ingen rutin för sådant.
    """,
}
