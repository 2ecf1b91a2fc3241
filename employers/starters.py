"""Jobs to begin with, one for each trade: whole, lawful for all the ages they name, and easy to change.

Only what nobody can know beforehand is left out: who receives the youth, the first day and the pay.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from employers.models import Machines, Workplace
from jobplaneten.chores import Chore
from jobplaneten.trades import Category, Circumstance, Help, Skill, Weekday

HALF_PAST_THREE, HALF_PAST_FIVE = 15 * 60 + 30, 17 * 60 + 30
AFTER_SCHOOL = (HALF_PAST_THREE, HALF_PAST_FIVE)
MORNING = (10 * 60, 13 * 60)


@dataclass(frozen=True, slots=True)
class Starter:
    """`said` are fields of a post; `week` holds day, start and end in minutes after midnight."""

    name: Any
    said: dict[str, Any]
    week: tuple[tuple[Weekday, tuple[int, int]], ...]
    needs: tuple[Skill, ...] = (Skill.ON_TIME,)
    ages: tuple[int, int] = (13, 18)
    steps: tuple[int, int] = (1, 3)
    help: Help = Help.CLOSE


STARTERS: dict[str, Starter] = {
    "butik": Starter(
        name=_("Butik"),
        said={
            "title": _("Hjælp i butikken to eftermiddage om ugen"),
            "category": Category.SHOP,
            "workplace": Workplace.SHOP,
            "chores": [Chore.STOCK_SHELVES, Chore.PRICE_MARKING, Chore.SHOP_SERVICE, Chore.TIDYING],
            "text": _(
                "Du fylder varer på hylderne, sætter priser på og hjælper kunderne med at finde det, de leder efter. "
                "Vi viser dig det hele, og der er altid en af os i butikken, som du kan spørge."
            ),
            "expectations": _("Kom til tiden, og læg telefonen væk, når der er kunder."),
            "circumstances": [Circumstance.INDOOR, Circumstance.TOGETHER, Circumstance.CUSTOMERS, Circumstance.FIXED],
            "lift_kg": 8,
        },
        week=((Weekday.TUE, AFTER_SCHOOL), (Weekday.THU, AFTER_SCHOOL)),
        needs=(Skill.ON_TIME, Skill.POLITE),
    ),
    "cafe": Starter(
        name=_("Café"),
        said={
            "title": _("Hjælp i caféen onsdag og lørdag"),
            "category": Category.KITCHEN,
            "workplace": Workplace.CAFE,
            "chores": [Chore.SET_TABLES, Chore.CLEAR_TABLES, Chore.RESTAURANT_SERVICE, Chore.DISHWASH_HAND],
            "text": _(
                "Du dækker bord, rydder af og bærer kaffe og kage ud til gæsterne. Når der er stille, vasker du op. "
                "Du er aldrig alene: vi er mindst én voksen på arbejde sammen med dig."
            ),
            "expectations": _("Rene hænder, langt hår sat op, og et smil til gæsterne."),
            "circumstances": [Circumstance.INDOOR, Circumstance.TOGETHER, Circumstance.CUSTOMERS, Circumstance.FOOD],
            "lift_kg": 5,
        },
        week=((Weekday.WED, AFTER_SCHOOL), (Weekday.SAT, MORNING)),
        needs=(Skill.POLITE, Skill.TEAM),
    ),
    "boernehave": Starter(
        name=_("Børnehave"),
        said={
            "title": _("Læs højt og leg i børnehaven"),
            "category": Category.DAYCARE,
            "workplace": Workplace.DAYCARE,
            "chores": [Chore.READ_ALOUD, Chore.SERVE_FRUIT, Chore.TIDYING],
            "text": _(
                "Du læser højt, skærer og deler frugt ud og hjælper os med at rydde op, før børnene bliver hentet. "
                "En pædagog er i rummet hele tiden, og du har aldrig ansvaret for børnene alene."
            ),
            "expectations": _("Sig til i god tid, hvis du bliver syg. Det, du hører om børnene, bliver hos os."),
            "circumstances": [Circumstance.INDOOR, Circumstance.TOGETHER, Circumstance.WITH_CHILDREN],
        },
        week=((Weekday.MON, (15 * 60, 16 * 60 + 30)), (Weekday.WED, (15 * 60, 16 * 60 + 30))),
        needs=(Skill.CHILDREN, Skill.CALLS_IN),
        steps=(1, 2),
        help=Help.SIDE_BY_SIDE,
    ),
    "plejehjem": Starter(
        name=_("Plejehjem"),
        said={
            "title": _("Hjælp ved aftensmaden på plejehjemmet"),
            "category": Category.ELDERLY,
            "workplace": Workplace.CARE_HOME,
            "chores": [Chore.CARE_HOME_KITCHEN, Chore.SET_TABLES, Chore.CLEAR_TABLES],
            "text": _(
                "Du dækker bord, anretter i køkkenet og sætter dig og snakker lidt, når maden er serveret. "
                "Personalet tager sig af al pleje. Du skal bare være til stede og være dig selv."
            ),
            "expectations": _("Tal tydeligt, og tag dig tid. Det, du hører om beboerne, bliver hos os."),
            "circumstances": [Circumstance.INDOOR, Circumstance.TOGETHER, Circumstance.WITH_ELDERLY, Circumstance.CALM],
        },
        week=((Weekday.TUE, (16 * 60 + 30, 18 * 60 + 30)), (Weekday.THU, (16 * 60 + 30, 18 * 60 + 30))),
        needs=(Skill.ELDERLY, Skill.POLITE),
        steps=(2, 3),
    ),
    "groent": Starter(
        name=_("Grønt arbejde"),
        said={
            "title": _("Hjælp gårdmanden med det grønne"),
            "category": Category.GREEN,
            "workplace": Workplace.HOUSING,
            "chores": [Chore.PICK_LITTER, Chore.WEEDING, Chore.PLANTING, Chore.WATER_PLANTS],
            "text": _(
                "Du går sammen med gårdmanden. I luger, planter, vander og samler affald, så her er pænt. "
                "Du får arbejdsvest og handsker, og I bruger ingen maskiner."
            ),
            "expectations": _("Tag tøj og sko på, der må blive beskidte."),
            "circumstances": [Circumstance.OUTDOOR, Circumstance.TOGETHER, Circumstance.PHYSICAL, Circumstance.FIXED],
            "lift_kg": 8,
        },
        week=((Weekday.TUE, AFTER_SCHOOL), (Weekday.THU, AFTER_SCHOOL)),
        needs=(Skill.ON_TIME, Skill.OUTDOORS),
        steps=(1, 2),
        help=Help.SIDE_BY_SIDE,
    ),
    "omdeling": Starter(
        name=_("Omdeling"),
        said={
            "title": _("Del blade og reklamer ud i nærheden"),
            "category": Category.DELIVERY,
            "workplace": Workplace.HOUSING,
            "chores": [Chore.DELIVER_ADS, Chore.DELIVER_NOTICES],
            "text": _(
                "Du går en fast rute og lægger blade og reklamer i postkasserne. Vi går ruten sammen med dig de første "
                "gange, og du kan altid ringe til os."
            ),
            "expectations": _("Del ud til alle på ruten, og ring, hvis noget driller."),
            "circumstances": [Circumstance.OUTDOOR, Circumstance.ALONE, Circumstance.CALM, Circumstance.PHYSICAL],
            "lift_kg": 6,
        },
        week=((Weekday.WED, AFTER_SCHOOL), (Weekday.SAT, (10 * 60, 12 * 60))),
        needs=(Skill.RESPONSIBLE,),
        help=Help.CONTACT,
    ),
    "sport": Starter(
        name=_("Idrætsforening"),
        said={
            "title": _("Hjælpetræner for de mindste"),
            "category": Category.SPORT,
            "workplace": Workplace.SPORTS_CLUB,
            "chores": [Chore.ASSISTANT_COACH, Chore.TIDYING],
            "text": _(
                "Du varmer op med de mindste, stiller baner op og hepper. Træneren er der hele tiden og har ansvaret. "
                "Du behøver ikke være den bedste, bare du kan lide at være sammen med børn."
            ),
            "expectations": _("Mød ti minutter før, og sig til, hvis du ikke kan komme."),
            "circumstances": [Circumstance.TOGETHER, Circumstance.WITH_CHILDREN, Circumstance.PHYSICAL],
        },
        week=((Weekday.MON, (16 * 60, 18 * 60)), (Weekday.WED, (16 * 60, 18 * 60))),
        needs=(Skill.CHILDREN, Skill.SPORT),
        help=Help.SIDE_BY_SIDE,
    ),
    "kontor": Starter(
        name=_("Kontor"),
        said={
            "title": _("Giv en hånd med på kontoret"),
            "category": Category.OFFICE,
            "workplace": Workplace.OFFICE,
            "chores": [Chore.OFFICE_COPY, Chore.KEYBOARD_WORK, Chore.FILL_ENVELOPES, Chore.INTERNAL_MESSENGER],
            "text": _(
                "Du kopierer, sætter i mapper, pakker kuverter og taster lister ind. Du sidder sammen med os andre "
                "og får set, hvordan en arbejdsplads hænger sammen."
            ),
            "expectations": _("Vær omhyggelig. Det, du læser hos os, bliver hos os."),
            "circumstances": [Circumstance.INDOOR, Circumstance.CALM, Circumstance.BEHIND, Circumstance.FIXED],
            "machines": Machines.EVERYDAY,
        },
        week=((Weekday.TUE, AFTER_SCHOOL), (Weekday.THU, AFTER_SCHOOL)),
        needs=(Skill.ORDER, Skill.COMPUTER),
        steps=(2, 3),
    ),
    "arrangement": Starter(
        name=_("Arrangement"),
        said={
            "title": _("Hjælper ved arrangementet på lørdag"),
            "category": Category.EVENT,
            "workplace": Workplace.EVENT,
            "chores": [Chore.EVENT_SERVICE, Chore.GUIDING, Chore.TIDYING],
            "text": _(
                "Du stiller stole op, viser gæsterne på plads og hjælper med at rydde op bagefter. Du går sammen med "
                "en voksen, og I holder en god pause undervejs."
            ),
            "expectations": _("Tøj efter vejret. Vi sørger for mad."),
            "circumstances": [Circumstance.TOGETHER, Circumstance.CUSTOMERS, Circumstance.BUSY],
            "lift_kg": 8,
        },
        week=((Weekday.SAT, (10 * 60, 14 * 60)),),
        needs=(Skill.STRANGERS, Skill.TEAM),
    ),
}
