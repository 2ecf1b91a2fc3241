"""What people are told about their data, by whom it is about, and how far the pages are for everybody.

A notice is words and nothing else, so a test can measure how hard it is to read.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Part:
    title: Any
    lines: tuple[Any, ...]
    icon: str = "check"


@dataclass(frozen=True, slots=True)
class Notice:
    title: Any
    lead: Any
    parts: tuple[Part, ...]
    for_whom: Any = ""


YOUTHS = Notice(
    _("Det ved vi om dig"),
    _("Her står, hvad vi gemmer om dig, hvem der ser det, og hvad du kan bestemme."),
    (
        Part(
            _("Hvad gemmer vi?"),
            (
                _("Dit navn, din fødselsdag, dit område og din skole."),
                _("Dit nummer eller din mail, så du kan logge ind."),
                _("Hvad du kan, hvad du gerne vil, og hvornår du har tid."),
                _("Dine job, dit trin, og hvad du har sagt ja og nej til."),
                _("Hvad dine forældre har sagt ja til."),
                _("Vi spørger ikke, hvor du bor, eller om dit CPR-nummer. Vi gemmer ikke fotos af dig."),
            ),
        ),
        Part(
            _("Hvad bruger vi det til?"),
            (
                _("Til at finde job, som du må have, og som passer til dig."),
                _("Til at holde loven. Der er regler for, hvor længe og hvor sent du må være på job."),
                _("Vi sælger det ikke. Der er ingen reklamer."),
            ),
        ),
        Part(
            _("Hvem ser det?"),
            (
                _("Din mentor og lederne i dit område."),
                _("Et job ser intet, før både din mentor og du har sagt ja."),
                _("Så ser det et kort: dit fornavn, din alder cirka, din tid og det, du kan."),
                _("Dine forældre ser dit job, indtil du er 18 år."),
                _("Er dit navn eller din adresse hemmelig, så sig det. Så viser vi endnu mindre."),
            ),
            "shield",
        ),
        Part(
            _("Hvad gør computeren?"),
            (
                _("Om natten finder den job, som kunne passe."),
                _("Den kender ikke dit navn, dit køn, eller hvor din familie kommer fra."),
                _("Den får ikke lov til at bestemme. Din mentor læser alt først."),
            ),
            "info",
        ),
        Part(
            _("Hvad kan du gøre?"),
            (
                _("Du kan se, hvem der har set på dig. Det står under »Hvem har set«."),
                _("Du kan få alt det, vi ved, som en fil."),
                _("Du kan rette det, der er forkert."),
                _("Du kan holde pause. Du kan tage dit ja tilbage."),
                _("Du kan blive slettet. Du har 14 dage til at fortryde. Så er alt med dit navn væk."),
                _("Fra du er 15 år, er det dig, der siger ja. Før det er det dine forældre."),
            ),
        ),
        Part(
            _("Hvor længe gemmer vi det?"),
            (
                _("Til du fylder 19 år, eller ingen har brugt det i to år. Du får besked først."),
                _("Bliver du ikke lukket ind, sletter vi det efter et halvt år."),
            ),
            "clock",
        ),
        Part(
            _("Er noget galt?"),
            (
                _("Sig det til din mentor, eller skriv til os. Adressen står under »Kontakt«."),
                _("Du kan også klage til Datatilsynet. De passer på, at vi holder loven om data."),
            ),
            "warning",
        ),
    ),
    _("Unge"),
)

GUARDIANS = Notice(
    _("Sådan bruger vi oplysninger om dit barn og dig"),
    _(
        "Her står, hvad vi gemmer, hvem der ser det, og hvad du og dit barn kan bestemme. Siden findes kun "
        "på dansk endnu."
    ),
    (
        Part(
            _("Hvad gemmer vi?"),
            (
                _("Om dit barn: navn, fødselsdag, område, skole, hvad barnet kan og vil, tider, job og trin."),
                _(
                    "Om dig: navn, hvordan du hører til barnet, hvordan du logger ind, og hvad du har svaret og "
                    "skrevet under på."
                ),
                _("Vi spørger ikke om CPR-nummer, sygdom eller tro, og vi gemmer ingen billeder."),
            ),
        ),
        Part(
            _("Hvorfor må vi det?"),
            (
                _("Under 15 år siger du ja for barnet. Fra 15 år siger barnet selv ja. Et ja kan altid tages tilbage."),
                _("Arbejdsmiljøloven kræver, at forældre får besked om et job før 15 år, eller før skolen er slut."),
                _("Det, der sker med oplysninger, skriver vi ned, fordi loven om data kræver, at vi kan vise det."),
            ),
        ),
        Part(
            _("Hvem ser det?"),
            (
                _("Barnets mentor og lederne i barnets område. Alle andre voksne får at vide, at siden ikke findes."),
                _(
                    "En arbejdsplads ser intet, før mentor og barnet har sagt ja. Så ser den fornavn, aldersgruppe, "
                    "tider og hvad barnet kan."
                ),
                _("Er navn eller adresse beskyttet, ser kun den forælder, som barnet bor hos, job, sted og tider."),
                _("Barnet kan se, hvem der har set på det – også dig."),
            ),
            "shield",
        ),
        Part(
            _("Hvor længe?"),
            (
                _(
                    "Til barnet fylder 19 år, eller ingen har brugt det i to år. Barnet får besked først. Derefter er "
                    "kun tal uden navn tilbage."
                ),
                _("Når barnet fylder 18 år, lukker din adgang af sig selv."),
            ),
            "clock",
        ),
        Part(
            _("Hvad kan du gøre?"),
            (
                _(
                    "Se, hvad dit barn laver, og sige ja eller nej. Et nej stopper alt, hvad der er sendt ud, med det "
                    "samme."
                ),
                _(
                    "Bede om at se, rette eller slette det, der står om dig. Spørg mentor, eller skriv til os under "
                    "»Kontakt«."
                ),
                _("Klage til Datatilsynet på datatilsynet.dk."),
            ),
        ),
    ),
    _("Forældre"),
)

EMPLOYERS = Notice(
    _("Sådan bruger vi oplysninger om jer og om de unge"),
    _("Kort og klart for arbejdspladser: hvad vi gemmer, hvad I ser, og hvad I skal passe på."),
    (
        Part(
            _("Det gemmer vi om jer"),
            (
                _("Navn, CVR-nummer, adresse og opslag. Navn og mail på dem, der logger ind for jer."),
                _("Hvad to af programmets folk så, da de godkendte jer, og hvad der er meldt om et job."),
                _("Godkendelsen gælder et år. Vi bruger den til at passe på de unge."),
            ),
        ),
        Part(
            _("Det ser I om en ung"),
            (
                _("Intet, før den unges mentor og den unge har sagt ja – heller ikke, hvor mange der kunne passe."),
                _(
                    "Derefter et kort: fornavn, aldersgruppe, tider, hvad den unge kan, og én linje, som mentor har "
                    "læst."
                ),
                _(
                    "Siger I nej, er jobbet besat, eller tager den unge sit ja tilbage, er kortet væk. Rækken bliver "
                    "slettet efter 30 dage."
                ),
                _("Hver gang I læser et kort, bliver det skrevet ned, og den unge kan se det."),
            ),
            "shield",
        ),
        Part(
            _("Det skal I selv passe på"),
            (
                _("Det, I får at vide om en ung i jobbet, har I selv ansvar for efter databeskyttelsesreglerne."),
                _("Skriv ikke kortet af, og gem det ikke andre steder. Kontakt går gennem programmet og mentor."),
            ),
            "warning",
        ),
        Part(
            _("Jeres rettigheder"),
            (
                _("I kan bede om at se, rette eller slette det, der står om jer. Skriv til os under »Kontakt«."),
                _("I kan klage til Datatilsynet på datatilsynet.dk."),
            ),
        ),
    ),
    _("Arbejdspladser"),
)

PRIVACY = {"unge": YOUTHS, "foraeldre": GUARDIANS, "arbejdspladser": EMPLOYERS}

ACCESSIBILITY = Notice(
    _("Tilgængelighed"),
    _("Alle skal kunne bruge Jobplaneten – også uden mus, med skærmlæser og på en gammel telefon. Vi er der næsten."),
    (
        Part(
            _("Hvad gælder erklæringen?"),
            (
                _(
                    "Den gælder hele Jobplaneten på nettet. Vi måler os med WCAG 2.1 på niveau AA, som loven om "
                    "tilgængelighed af offentlige websteder bygger på (lov nr. 692 af 8. juni 2018)."
                ),
                _("Jobplaneten overholder kravene delvist. Det, der mangler, står herunder."),
            ),
            "info",
        ),
        Part(
            _("Det har vi prøvet"),
            (
                _("Hver side, som hver rolle kan nå, med et måleprogram (axe), på telefon og computer, lyst og mørkt."),
                _("At knapper og felter er store nok til en finger, og at ingen side skal rulles sidelæns."),
                _("At alt kan bruges uden JavaScript, og at mentorens morgen kan klares med tastaturet alene."),
                _("At sider for forældre på arabisk og urdu læses fra højre mod venstre."),
            ),
        ),
        Part(
            _("Det har vi ikke prøvet endnu"),
            (
                _(
                    "Ingen med et handicap har prøvet siderne sammen med os. Der er ikke prøvet med en rigtig "
                    "skærmlæser."
                ),
                _(
                    "Siderne for forældre på andre sprog er oversat af en maskine. Det står på hver side, til et "
                    "menneske har læst dem."
                ),
                _("Siden om API'et er lavet af andre og er kun for programmer og dem, der skriver dem."),
            ),
            "cross",
        ),
        Part(
            _("Kan du ikke bruge en side?"),
            (
                _(
                    "Skriv til os under »Kontakt«, eller sig det til din mentor. Så hjælper vi dig på en anden måde og "
                    "retter siden."
                ),
                _(
                    "En mentor kan altid skrive ned for dig, hvad du eller dine forældre siger, på papir eller i "
                    "telefonen."
                ),
            ),
        ),
        Part(
            _("Vil du klage?"),
            (
                _(
                    "Er du ikke glad for svaret, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med loven."
                    " Find vejen på digst.dk."
                ),
                _("Erklæringen bygger på vores egen gennemgang den 23. november 2026."),
            ),
            "warning",
        ),
    ),
)
