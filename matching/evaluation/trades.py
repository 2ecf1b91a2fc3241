"""What invented jobs are like, trade by trade: tasks, circumstances and times that such jobs have."""

from dataclasses import dataclass

from jobplaneten.chores import Chore
from jobplaneten.trades import Category, Circumstance, Skill

AFTERNOON, EVENING, SATURDAY, SUNDAY = "afternoon", "evening", "saturday", "sunday"


@dataclass(frozen=True, slots=True)
class Trade:
    """`share` of all jobs; `ages` and `steps` that such jobs usually ask for."""

    category: Category
    share: float
    workplace: str
    chores: tuple[Chore, ...]
    around: tuple[Circumstance, ...]
    skills: tuple[Skill, ...]
    times: tuple[str, ...]
    ages: tuple[int, ...]
    steps: tuple[int, ...]


TRADES = (
    Trade(
        Category.SHOP,
        0.2,
        "supermarket",
        (Chore.STOCK_SHELVES, Chore.PRICE_MARKING, Chore.SHOP_SERVICE, Chore.SORT_BOTTLES, Chore.PACK_GOODS),
        (Circumstance.INDOOR, Circumstance.TOGETHER, Circumstance.CUSTOMERS, Circumstance.BUSY),
        (Skill.ON_TIME, Skill.POLITE, Skill.STRANGERS, Skill.ORDER),
        (AFTERNOON, EVENING, SATURDAY, SUNDAY),
        (13, 15, 15, 16),
        (2, 3, 3, 4),
    ),
    Trade(
        Category.KITCHEN,
        0.14,
        "restaurant",
        (Chore.SET_TABLES, Chore.CLEAR_TABLES, Chore.DISHWASH_HAND, Chore.DISHWASH_MACHINE, Chore.RESTAURANT_SERVICE),
        (Circumstance.INDOOR, Circumstance.BUSY, Circumstance.FOOD, Circumstance.BEHIND),
        (Skill.CALM, Skill.TEAM, Skill.COOKING),
        (AFTERNOON, EVENING, SATURDAY, SUNDAY),
        (13, 15, 15),
        (2, 3, 4),
    ),
    Trade(
        Category.DAYCARE,
        0.06,
        "daycare",
        (Chore.READ_ALOUD, Chore.SERVE_FRUIT, Chore.TIDYING),
        (Circumstance.INDOOR, Circumstance.WITH_CHILDREN, Circumstance.FIXED),
        (Skill.CHILDREN, Skill.RESPONSIBLE, Skill.READS_ALOUD),
        (AFTERNOON,),
        (13, 14),
        (1, 2, 2),
    ),
    Trade(
        Category.ELDERLY,
        0.08,
        "care_home",
        (Chore.CARE_HOME_KITCHEN, Chore.SET_TABLES, Chore.CLEAN_LAUNDRY),
        (Circumstance.INDOOR, Circumstance.WITH_ELDERLY, Circumstance.CALM, Circumstance.FIXED),
        (Skill.ELDERLY, Skill.POLITE, Skill.CALM),
        (AFTERNOON, SATURDAY, SUNDAY),
        (13, 15),
        (2, 2, 3),
    ),
    Trade(
        Category.GREEN,
        0.08,
        "housing_estate",
        (Chore.PICK_LITTER, Chore.WEEDING, Chore.PLANTING, Chore.WATER_PLANTS, Chore.HAND_MOWER),
        (Circumstance.OUTDOOR, Circumstance.TOGETHER, Circumstance.PHYSICAL),
        (Skill.OUTDOORS, Skill.HANDS, Skill.ON_TIME),
        (AFTERNOON, SATURDAY),
        (13, 13, 15),
        (1, 1, 2),
    ),
    Trade(
        Category.CLEANING,
        0.1,
        "office",
        (Chore.LIGHT_CLEANING, Chore.SWEEP_STAIRWELL, Chore.TIDYING, Chore.DISINFECT),
        (Circumstance.INDOOR, Circumstance.ALONE, Circumstance.TIDY, Circumstance.FLEXIBLE),
        (Skill.CLEANING, Skill.WORKS_ALONE, Skill.ORDER),
        (AFTERNOON, EVENING, SATURDAY),
        (13, 15),
        (2, 3, 3),
    ),
    Trade(
        Category.DELIVERY,
        0.12,
        "housing_estate",
        (Chore.DELIVER_NEWSPAPERS, Chore.DELIVER_ADS, Chore.DELIVER_NOTICES),
        (Circumstance.OUTDOOR, Circumstance.ALONE, Circumstance.FIXED, Circumstance.PHYSICAL),
        (Skill.CYCLING, Skill.RESPONSIBLE, Skill.WORKS_ALONE),
        (AFTERNOON, SATURDAY),
        (13, 13, 13),
        (1, 2, 3),
    ),
    Trade(
        Category.SPORT,
        0.07,
        "sports_club",
        (Chore.ASSISTANT_COACH, Chore.TIDYING, Chore.EVENT_SERVICE),
        (Circumstance.INDOOR, Circumstance.WITH_CHILDREN, Circumstance.TOGETHER, Circumstance.PHYSICAL),
        (Skill.SPORT, Skill.CHILDREN, Skill.CLUB),
        (AFTERNOON, EVENING, SATURDAY),
        (13, 14),
        (1, 2, 3),
    ),
    Trade(
        Category.ANIMALS,
        0.04,
        "stable",
        (Chore.FEED_ANIMALS, Chore.HORSE_CARE, Chore.MUCK_OUT),
        (Circumstance.OUTDOOR, Circumstance.WITH_ANIMALS, Circumstance.PHYSICAL),
        (Skill.ANIMALS, Skill.OUTDOORS, Skill.RESPONSIBLE),
        (AFTERNOON, SATURDAY, SUNDAY),
        (13, 15),
        (2, 3),
    ),
    Trade(
        Category.EVENT,
        0.05,
        "event",
        (Chore.EVENT_SERVICE, Chore.CLOAKROOM, Chore.GUIDING),
        (Circumstance.BUSY, Circumstance.TOGETHER, Circumstance.CUSTOMERS, Circumstance.FLEXIBLE),
        (Skill.STRANGERS, Skill.TEAM, Skill.LANGUAGES),
        (SATURDAY, SUNDAY, EVENING),
        (14, 15, 16),
        (2, 3, 4),
    ),
    Trade(
        Category.OFFICE,
        0.06,
        "library",
        (Chore.LIBRARY_SHELVING, Chore.OFFICE_COPY, Chore.KEYBOARD_WORK, Chore.FILL_ENVELOPES),
        (Circumstance.INDOOR, Circumstance.CALM, Circumstance.ALONE, Circumstance.TIDY),
        (Skill.COMPUTER, Skill.ORDER, Skill.LANGUAGES),
        (AFTERNOON, SATURDAY),
        (13, 15),
        (2, 2, 3, 4),
    ),
)
HOURS = {
    AFTERNOON: ((0, 1, 2, 3, 4), (15 * 60, 15 * 60 + 30, 16 * 60), (120, 120, 150)),
    EVENING: ((0, 1, 2, 3, 4), (17 * 60, 18 * 60), (120, 180)),
    SATURDAY: ((5,), (9 * 60, 10 * 60, 12 * 60), (180, 240, 360)),
    SUNDAY: ((6,), (9 * 60, 10 * 60, 12 * 60), (180, 240)),
}
"""Weekdays, beginnings and lengths (minutes) that shifts of a kind have."""
