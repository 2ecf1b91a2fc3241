"""What people write about jobs, beside the tags' own labels, for the tag finder to compare with."""

from employers.models import Workplace
from jobplaneten.chores import Chore
from jobplaneten.trades import Category

CHORE_PHRASES: dict[str, list[str]] = {
    Chore.DELIVER_NOTICES: ["dele beboerblad og sedler ud", "dele flyers ud", "sætte opslag op", "omdele tryksager"],
    Chore.INTERNAL_MESSENGER: ["aflevere post internt", "piccolo", "lettere budtjeneste"],
    Chore.STOCK_SHELVES: ["fylde hylder", "sætte varer på plads", "rette hylder til", "opfyldning"],
    Chore.SHOP_SERVICE: ["hjælpe kunder", "hjælpe i butikken", "kundeservice", "betjene kunder"],
    Chore.LIGHT_CHECKOUT: ["sidde i kassen", "passe kassen"],
    Chore.PACK_GOODS: ["pakke", "lægge i poser og æsker", "tappe, mærke og pakke"],
    Chore.SET_TABLES: ["dække bord", "dække borde"],
    Chore.CLEAR_TABLES: ["rydde borde", "rydde af"],
    Chore.RESTAURANT_SERVICE: ["servering", "betjene gæster"],
    Chore.SERVE_DRINKS: ["servere drikkevarer i lokale med alkohol", "bartender"],
    Chore.DISHWASH_MACHINE: ["fylde og tømme opvaskemaskine"],
    Chore.LIGHT_CLEANING: ["rengøring", "gøre rent", "holde fællesarealer rene", "vaske legetøj"],
    Chore.DISINFECT: ["spritte håndtag af"],
    Chore.TIDYING: ["rydde op", "oprydning", "gøre butikken pæn"],
    Chore.CLEAN_LAUNDRY: ["lægge vasketøj sammen", "lægge rent tøj sammen"],
    Chore.SWEEP_WORKSHOP: ["feje omkring slukkede maskiner", "feje gulv"],
    Chore.PICK_LITTER: ["samle skrald", "rydde legepladser for affald", "skifte poser i skraldespande"],
    Chore.WEEDING: ["fjerne ukrudt", "luge", "pleje udearealer"],
    Chore.PLANTING: ["plante og vande", "anlægge have", "grave og anlægge bede", "gartnerarbejde"],
    Chore.HAND_MOWER: ["slå græs"],
    Chore.HEDGE_MOTOR: ["klippe hæk"],
    Chore.FEED_ANIMALS: ["fodre dyr", "passe mindre dyr"],
    Chore.HORSE_CARE: ["fodre heste"],
    Chore.MUCK_OUT: ["muge ud"],
    Chore.ASSISTANT_COACH: ["hjælpetræner"],
    Chore.EVENT_SERVICE: ["gøre klar til arrangementer", "være med til arrangementer", "billetkontrol", "stille an"],
    Chore.READ_ALOUD: ["læse højt", "læse højt af bog eller avis"],
    Chore.BABYSITTING: ["passe børn"],
    Chore.ASSEMBLY: ["samle møbler", "samle lette dele i hånden"],
    Chore.PAINT_BRUSH: ["male", "male med pensel eller rulle"],
    Chore.SKILLED_HELPER: ["måle og skrue brædder fast", "bygge sammen med håndværker"],
}
CHORES = {chore.value: [str(chore.label), *CHORE_PHRASES.get(chore, [])] for chore in Chore if chore is not Chore.OTHER}
CATEGORIES = {category.value: [str(category.label), category.value.replace("_", " ")] for category in Category}
WORKPLACES = {
    place.value: [str(place.label)] for place in Workplace if place not in {Workplace.GENERIC, Workplace.ISOLATED_SHOP}
}
WORKPLACE_OF: dict[str, tuple[str, float]] = {
    Category.SHOP: (Workplace.SHOP, 0.6),
    Category.DAYCARE: (Workplace.DAYCARE, 0.9),
    Category.ELDERLY: (Workplace.CARE_HOME, 0.8),
    Category.GREEN: (Workplace.HOUSING, 0.6),
    Category.EVENT: (Workplace.EVENT, 0.6),
    Category.SPORT: (Workplace.SPORTS_CLUB, 0.6),
    Category.CRAFT: (Workplace.WORKSHOP, 0.5),
    Category.WAREHOUSE: (Workplace.WAREHOUSE, 0.4),
    Category.ANIMALS: (Workplace.FARM, 0.5),
    Category.OFFICE: (Workplace.OFFICE, 0.5),
}
