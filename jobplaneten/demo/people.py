"""The made-up people of the demo town. None of them exists; their addresses end in .invalid."""

from dataclasses import dataclass

PASSWORD = "prøv-jobplaneten"  # noqa: S105 - printed on purpose, and refused outside demo mode


@dataclass(frozen=True, slots=True)
class Adult:
    login: str
    name: str
    areas: tuple[str, ...]


COORDINATOR = Adult(
    "dorte@jobplaneten.invalid", "Dorte Lind", ("Søparken", "Karlemoseparken", "Ellemarken", "Hastrupparken")
)
MENTORS = (
    Adult("bo@jobplaneten.invalid", "Bo Winther", ("Søparken", "Karlemoseparken")),
    Adult("selma@jobplaneten.invalid", "Selma Aydin", ("Ellemarken",)),
    Adult("jonas@jobplaneten.invalid", "Jonas Krogh", ("Hastrupparken",)),
)

# First names and surnames as families in such areas have them: Danish, Turkish, Arabic, Somali, Urdu, Polish,
# Vietnamese, Bosnian, Tamil. A short list of our own; any likeness to a person is chance.
FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Jensen", ("Emma", "Oliver", "Freja", "Malthe", "Laura", "Noah")),
    ("Sørensen", ("Alma", "Victor", "Clara", "Magnus")),
    ("Yılmaz", ("Elif", "Emre", "Zeynep", "Kerem", "Defne")),
    ("Demir", ("Aylin", "Mert", "Selin", "Can")),
    ("Al-Khatib", ("Yasmin", "Omar", "Noor", "Karim", "Lina")),
    ("Haddad", ("Rana", "Sami", "Huda", "Tariq")),
    ("Warsame", ("Hodan", "Abdi", "Ifrah", "Liban", "Sagal")),
    ("Farah", ("Ayaan", "Zakariya", "Hibo", "Ismail")),
    ("Malik", ("Ayesha", "Bilal", "Zara", "Hamza")),
    ("Kowalska", ("Zuzanna", "Maja", "Lena")),
    ("Nowak", ("Jakub", "Filip", "Antoni")),
    ("Nguyen", ("Linh", "Minh", "Thao")),
    ("Hodžić", ("Amar", "Lejla", "Emina")),
    ("Sivakumar", ("Kavya", "Arun")),
)

DREAMS: tuple[tuple[str, str], ...] = (
    ("Jeg vil være tømrer ligesom min onkel", "craft"),
    ("At blive sygeplejerske og hjælpe folk", "health"),
    ("Pædagog i en børnehave", "teaching"),
    ("Politibetjent", "safety"),
    ("Lave spil, som mine venner vil spille", "it"),
    ("Mit eget tøjmærke", "design"),
    ("Fodboldtræner eller professionel", "sport"),
    ("Åbne en restaurant med min mors mad", "food"),
    ("Have min egen butik", "trade"),
    ("Køre lastbil rundt i Europa", "transport"),
    ("Dyrlæge", "nature"),
    ("Lave musik og film", "media"),
    ("Advokat", "office"),
    ("Det ved jeg ikke endnu", "unknown"),
)

LINES = (
    "Jeg passer mine små søskende hver dag.",
    "Jeg er stille i starten, men jeg arbejder hårdt.",
    "Jeg elsker at være ude i al slags vejr.",
    "Jeg kan godt lide at snakke med nye mennesker.",
    "Man kan stole på, at jeg kommer.",
    "Jeg oversætter tit for min familie.",
    "Jeg hjælper min far i hans butik.",
    "Jeg spiller fodbold tre gange om ugen.",
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    login: str
    first_name: str
    last_name: str
    line: str
    has_said_yes: bool


AMINA = Newcomer(
    "amina@jobplaneten.invalid",
    "Amina",
    "Warsame",
    "Jeg passer mine små brødre hver dag, så jeg er god til at holde styr på ting.",
    has_said_yes=False,
)
YUSUF = Newcomer(
    "yusuf@jobplaneten.invalid", "Yusuf", "Demir", "Jeg hjælper min onkel i hans grønthandel.", has_said_yes=True
)
NEWCOMERS = (AMINA, YUSUF)

HODAN = Adult("hodan@jobplaneten.invalid", "Hodan Warsame", ())
RANA = Adult("rana@jobplaneten.invalid", "Rana", ())

SIGN_IN = (
    ("Amina, 14, Søparken (et forslag venter)", AMINA.login, PASSWORD),
    ("Hodan, Aminas mor (på seks sprog)", HODAN.login, PASSWORD),
    ("Rana, mor til en ung (underskrift mangler)", RANA.login, PASSWORD),
    ("Bo, mentor i Søparken og Karlemoseparken", MENTORS[0].login, PASSWORD),
    ("Elin, Ølby Dagligvarer (arbejdsgiver)", "elin@oelby-dagligvarer.invalid", PASSWORD),
    ("Dorte, koordinator", COORDINATOR.login, PASSWORD),
)
