"""Words that youths and employers share, so that a wish and a need can meet.

Codes are stored; labels are what people read. The same code has a youth's label and, for
skills, an employer's label beside it (`Skill.for_employers`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    SHOP = "butik", _("Butik")
    KITCHEN = "koekken_servering", _("Køkken og servering")
    DAYCARE = "daginstitution", _("Vuggestue og børnehave")
    ELDERLY = "aeldre_pleje", _("Plejehjem og ældre")
    GREEN = "groent_ejendom", _("Grønne områder og gårdmand")
    CLEANING = "rengoering_service", _("Rengøring og service")
    DELIVERY = "omdeling_bud", _("Aviser, reklamer og bud")
    EVENT = "event_kultur", _("Events og kultur")
    MEDIA = "medier_it", _("Medier og it")
    SPORT = "sport_forening", _("Sport og forening")
    CRAFT = "haandvaerk_bygge", _("Håndværk og byggeri")
    WAREHOUSE = "lager_produktion", _("Lager og produktion")
    ANIMALS = "dyr_landbrug", _("Dyr og landbrug")
    LEISURE = "forlystelse_turisme", _("Forlystelser og turisme")
    OFFICE = "kontor", _("Kontor og bibliotek")
    CHILDREN = "boern_fritid", _("Børn og fritid")


class Skill(models.TextChoices):
    ON_TIME = "on_time", _("Kommer til tiden")
    CALLS_IN = "calls_in", _("Siger til, hvis jeg bliver syg")
    POLITE = "polite", _("Høflig")
    WORKS_ALONE = "works_alone", _("Kan arbejde selv")
    RESPONSIBLE = "responsible", _("Tager ansvar")
    TEAM = "team", _("God til at samarbejde")
    LEARNS = "learns", _("Lærer hurtigt")
    CALM = "calm", _("Rolig, når der er travlt")
    CHILDREN = "children", _("God til børn")
    ELDERLY = "elderly", _("God til ældre")
    STRANGERS = "strangers", _("Kan tale med fremmede")
    HANDS = "hands", _("God med hænderne")
    ORDER = "order", _("Har orden i tingene")
    OUTDOORS = "outdoors", _("Stærk og med udendørs i al slags vejr")
    ARITHMETIC = "arithmetic", _("God til hovedregning")
    READS_ALOUD = "reads_aloud", _("God til at læse højt")
    LANGUAGES = "languages", _("Taler flere sprog")
    MEDIA = "media", _("Skriver, fotograferer eller klipper video")
    COMPUTER = "computer", _("Hjælper andre med computer og telefon")
    COOKING = "cooking", _("Laver mad eller bager")
    CYCLING = "cycling", _("Cykler sikkert")
    MUSIC = "music", _("Spiller musik")
    SPORT = "sport", _("Sport eller træner")
    DRAWING = "drawing", _("Tegner eller maler")
    ANIMALS = "animals", _("Passer dyr")
    CLEANING = "cleaning", _("Gør rent")
    HOME = "home", _("Har ansvar hjemme")
    CLUB = "club", _("Elevråd, klub eller frivillig")

    @property
    def for_employers(self) -> str:
        return str(EMPLOYER_WORDS.get(self, self.label))


EMPLOYER_WORDS = {
    Skill.ON_TIME: _("Mødestabil"),
    Skill.CALLS_IN: _("Melder afbud i god tid"),
    Skill.POLITE: _("Imødekommende"),
    Skill.WORKS_ALONE: _("Selvstændig"),
    Skill.RESPONSIBLE: _("Ansvarlig"),
    Skill.TEAM: _("Samarbejder godt"),
    Skill.LEARNS: _("Lærer hurtigt"),
    Skill.CALM: _("Bevarer roen i travlhed"),
    Skill.STRANGERS: _("Kundekontakt"),
    Skill.HANDS: _("Praktisk anlagt"),
    Skill.ORDER: _("Ordenssans"),
    Skill.OUTDOORS: _("Arbejder gerne ude og fysisk"),
    Skill.ARITHMETIC: _("Kasse og hovedregning"),
    Skill.LANGUAGES: _("Sprogressource"),
    Skill.COMPUTER: _("It-hjælp"),
    Skill.HOME: _("Erfaring med ansvar hjemmefra"),
    Skill.CLUB: _("Erfaring fra forening eller elevråd"),
}


class SkillLevel(models.IntegerChoices):
    TRIED = 1, _("Har prøvet")
    CAN = 2, _("Kan")
    TEACHES = 3, _("Kan vise andre")


class Evidence(models.TextChoices):
    """Where a skill comes from."""

    HOME = "home", _("Hjemme")
    SCHOOL = "school", _("Skolen")
    CLUB = "club", _("Klub eller sport")
    JOB = "job", _("Et job")
    VOLUNTEER = "volunteer", _("Frivilligt arbejde")
    SELF = "self", _("Lært selv")


class Circumstance(models.TextChoices):
    """How a job is. A youth may like it or rather not; a post says whether it is so."""

    INDOOR = "indoor", _("Inde")
    OUTDOOR = "outdoor", _("Ude")
    ALONE = "alone", _("Arbejde for mig selv")
    TOGETHER = "together", _("Arbejde sammen med andre")
    CALM = "calm", _("Ro")
    BUSY = "busy", _("Fart på")
    CUSTOMERS = "customers", _("Tale med kunder og gæster")
    BEHIND = "behind", _("Arbejde bag kulissen")
    FIXED = "fixed", _("Samme tid hver uge")
    FLEXIBLE = "flexible", _("Forskellige tider")
    WITH_CHILDREN = "with_children", _("Være sammen med børn")
    WITH_ELDERLY = "with_elderly", _("Være sammen med ældre")
    WITH_ANIMALS = "with_animals", _("Være sammen med dyr")
    PHYSICAL = "physical", _("Bruge kroppen")
    CREATIVE = "creative", _("Finde på og skabe noget")
    TIDY = "tidy", _("Rydde op og gøre rent")
    FOOD = "food", _("Arbejde med mad")


class DreamField(models.TextChoices):
    CRAFT = "craft", _("Håndværk")
    HEALTH = "health", _("Sundhed")
    TEACHING = "teaching", _("Pædagogik og skole")
    SAFETY = "safety", _("Politi, redning og forsvar")
    IT = "it", _("It og spil")
    DESIGN = "design", _("Design og mode")
    SPORT = "sport", _("Sport")
    FOOD = "food", _("Mad og køkken")
    TRADE = "trade", _("Handel")
    TRANSPORT = "transport", _("Transport")
    NATURE = "nature", _("Natur og dyr")
    MEDIA = "media", _("Medier og musik")
    OFFICE = "office", _("Kontor og jura")
    UNKNOWN = "unknown", _("Ved ikke endnu")


LEADS_TO: dict[str, frozenset[str]] = {
    Category.SHOP: frozenset({DreamField.TRADE, DreamField.DESIGN}),
    Category.KITCHEN: frozenset({DreamField.FOOD}),
    Category.DAYCARE: frozenset({DreamField.TEACHING, DreamField.HEALTH}),
    Category.ELDERLY: frozenset({DreamField.HEALTH}),
    Category.GREEN: frozenset({DreamField.CRAFT, DreamField.NATURE}),
    Category.CLEANING: frozenset({DreamField.HEALTH, DreamField.TRADE}),
    Category.DELIVERY: frozenset({DreamField.TRANSPORT, DreamField.TRADE}),
    Category.EVENT: frozenset({DreamField.MEDIA, DreamField.SAFETY}),
    Category.MEDIA: frozenset({DreamField.MEDIA, DreamField.IT, DreamField.DESIGN}),
    Category.SPORT: frozenset({DreamField.SPORT, DreamField.TEACHING}),
    Category.CRAFT: frozenset({DreamField.CRAFT}),
    Category.WAREHOUSE: frozenset({DreamField.TRANSPORT, DreamField.CRAFT}),
    Category.ANIMALS: frozenset({DreamField.NATURE}),
    Category.LEISURE: frozenset({DreamField.MEDIA, DreamField.FOOD, DreamField.TRADE}),
    Category.OFFICE: frozenset({DreamField.OFFICE, DreamField.IT}),
    Category.CHILDREN: frozenset({DreamField.TEACHING, DreamField.SPORT}),
}


class TravelMode(models.TextChoices):
    WALK = "walk", _("Går")
    BIKE = "bike", _("Cykler")
    BUS = "bus", _("Tager bussen")


class Help(models.IntegerChoices):
    """How much help is there at the workplace."""

    SIDE_BY_SIDE = 3, _("En voksen arbejder ved siden af hele tiden")
    CLOSE = 2, _("En voksen er i nærheden og kigger forbi")
    CONTACT = 1, _("En fast kontaktperson, man kan spørge")
    LITTLE = 0, _("Man klarer det meste selv")


class Weekday(models.IntegerChoices):
    MON = 0, _("Mandag")
    TUE = 1, _("Tirsdag")
    WED = 2, _("Onsdag")
    THU = 3, _("Torsdag")
    FRI = 4, _("Fredag")
    SAT = 5, _("Lørdag")
    SUN = 6, _("Søndag")
