"""What people write when they mean a tag, beside its own label. Danish words to compare with, never shown."""

from jobplaneten.trades import Category, Circumstance, DreamField, Skill

CATEGORY_PHRASES: dict[str, list[str]] = {
    Category.SHOP: ["butik", "supermarked", "tøjbutik", "ekspedient", "sælge tøj", "stå i butik", "fylde varer op"],
    Category.KITCHEN: ["køkken", "café", "restaurant", "bageri", "tjener", "servere mad", "opvask", "lave mad", "bage"],
    Category.DAYCARE: ["børnehave", "vuggestue", "små børn", "daginstitution", "læse højt for børn", "pædagog"],
    Category.ELDERLY: ["plejehjem", "ældre mennesker", "gamle mennesker", "bedsteforældre", "plejecenter", "omsorg"],
    Category.GREEN: ["have", "park", "gartner", "grønne områder", "slå græs", "ukrudt", "vicevært", "boligforening"],
    Category.CLEANING: ["rengøring", "gøre rent", "vaske gulv", "støvsuge", "vinduer", "vaskeri"],
    Category.DELIVERY: ["dele aviser ud", "reklamer", "avisbud", "cykelbud", "post", "bringe pakker ud"],
    Category.EVENT: ["koncert", "festival", "museum", "teater", "biograf", "arrangement", "kultur"],
    Category.MEDIA: ["computer", "sociale medier", "film", "foto", "video", "hjemmeside", "programmere", "youtube"],
    Category.SPORT: ["fodbold", "håndbold", "træner", "idræt", "svømmehal", "sportsklub", "gymnastik"],
    Category.CRAFT: ["tømrer", "maler", "bygge", "håndværker", "værktøj", "mekaniker", "byggeplads", "cykelværksted"],
    Category.WAREHOUSE: ["lager", "pakke varer", "fabrik", "produktion", "sortere pakker"],
    Category.ANIMALS: ["dyr", "heste", "hunde", "bondegård", "gård", "stald", "katte", "kaniner", "dyreinternat"],
    Category.LEISURE: ["forlystelsespark", "turister", "campingplads", "ishus", "minigolf", "strand", "hotel"],
    Category.OFFICE: ["kontor", "bibliotek", "bøger", "kopiere", "papirarbejde", "reception", "arkiv"],
    Category.CHILDREN: ["passe børn", "fritidshjem", "klub for børn", "lektiehjælp", "legeplads", "børnepasning"],
}
CIRCUMSTANCE_PHRASES: dict[str, list[str]] = {
    Circumstance.INDOOR: ["indendørs", "inde i varmen", "sidde inde"],
    Circumstance.OUTDOOR: ["udendørs", "ude i det fri", "frisk luft", "i naturen", "udenfor", "skov", "have"],
    Circumstance.ALONE: ["alene", "for mig selv", "selvstændigt"],
    Circumstance.TOGETHER: ["sammen med andre", "i et hold", "kolleger", "samarbejde", "teamwork", "venner"],
    Circumstance.CALM: ["stille og roligt", "fred og ro", "rolig", "ingen stress", "god tid"],
    Circumstance.BUSY: ["fart over feltet", "travlt", "højt tempo", "der sker noget"],
    Circumstance.CUSTOMERS: ["kunder", "gæster", "møde mennesker", "snakke med folk", "betjene", "ekspedere"],
    Circumstance.BEHIND: ["bag kulissen", "lager", "i baglokalet", "uden kunder"],
    Circumstance.FIXED: ["faste tider", "samme dag hver uge", "fast ugedag", "faste dage"],
    Circumstance.FLEXIBLE: ["fleksible tider", "forskellige dage", "skiftende tider", "vagtplan"],
    Circumstance.WITH_CHILDREN: ["børn", "små børn", "lege med børn", "børnehave", "passe børn"],
    Circumstance.WITH_ELDERLY: ["ældre", "gamle mennesker", "plejehjem", "hjælpe ældre", "beboere"],
    Circumstance.WITH_ANIMALS: ["dyr", "heste", "hunde", "katte", "dyrepasser", "hundelufter", "køer"],
    Circumstance.PHYSICAL: ["bevæge mig", "fysisk arbejde", "løfte", "styrke", "bruge kræfter", "cykle", "sport"],
    Circumstance.CREATIVE: ["kreativ", "tegne", "male", "designe", "musik", "finde på ting", "skabe", "sy"],
    Circumstance.TIDY: ["rydde op", "gøre rent", "rengøring", "orden", "feje", "vaske"],
    Circumstance.FOOD: ["mad", "lave mad", "bage", "køkken", "café", "kage", "opskrifter"],
}
DREAM_PHRASES: dict[str, list[str]] = {
    DreamField.CRAFT: ["tømrer", "elektriker", "mekaniker", "murer", "smed", "vvs", "bygge huse", "håndværker"],
    DreamField.HEALTH: [
        "læge",
        "læger",
        "sygeplejerske",
        "tandlæge",
        "hjælpe syge",
        "sosu",
        "jordemoder",
        "hospital",
        "psykolog",
        "ældre",
    ],
    DreamField.TEACHING: ["lærer", "pædagog", "undervise", "børn", "skole", "børnehave"],
    DreamField.SAFETY: ["politi", "politibetjent", "brandmand", "soldat", "redder", "forsvaret", "vagt"],
    DreamField.IT: ["programmør", "spiludvikler", "computerspil", "gamer", "kode", "hacker", "computer", "robotter"],
    DreamField.DESIGN: ["designer", "modedesigner", "tøj", "frisør", "makeup", "arkitekt", "indretning", "tegne", "sy"],
    DreamField.SPORT: ["fodboldspiller", "træner", "fitness", "håndboldspiller", "atlet", "fodbold", "landsholdet"],
    DreamField.FOOD: ["kok", "bager", "konditor", "restaurant", "café", "lave mad", "bage kager", "slagter"],
    DreamField.TRADE: [
        "butik",
        "sælge",
        "sælger",
        "have mit eget firma",
        "iværksætter",
        "butikschef",
        "ejendomsmægler",
    ],
    DreamField.TRANSPORT: ["chauffør", "pilot", "lokofører", "lastbil", "køre bus", "skib", "fly", "taxa"],
    DreamField.NATURE: ["dyrlæge", "dyr", "natur", "landmand", "skov", "heste", "gartner", "klima", "havet"],
    DreamField.MEDIA: [
        "youtuber",
        "sanger",
        "musiker",
        "skuespiller",
        "rapper",
        "film",
        "journalist",
        "influencer",
        "dj",
    ],
    DreamField.OFFICE: ["advokat", "jurist", "dommer", "økonomi", "bank", "kontor", "revisor", "politiker", "chef"],
}
SKILL_PHRASES: dict[str, list[str]] = {
    Skill.CHILDREN: ["passer mine søskende", "små børn", "babysitter"],
    Skill.ELDERLY: ["hjælper min farmor", "bedsteforældre", "ældre"],
    Skill.LANGUAGES: ["taler arabisk", "taler engelsk", "tyrkisk", "polsk", "oversætter", "flere sprog"],
    Skill.MEDIA: ["klipper video", "tager billeder", "fotografere", "skriver historier"],
    Skill.COMPUTER: ["computer", "hjælper med mobil", "it", "programmere"],
    Skill.COOKING: ["laver mad", "bager kager", "bage"],
    Skill.CYCLING: ["cykler", "cykel"],
    Skill.MUSIC: ["spiller guitar", "klaver", "trommer", "synger"],
    Skill.SPORT: ["fodbold", "håndbold", "svømning", "træner et hold"],
    Skill.DRAWING: ["tegner", "maler billeder"],
    Skill.ANIMALS: ["passer dyr", "hund", "heste", "rider"],
    Skill.CLEANING: ["gør rent", "støvsuger", "rydder op"],
    Skill.HANDS: ["bygger ting", "reparerer", "samler møbler"],
    Skill.HOME: ["hjælper derhjemme", "handler ind"],
    Skill.CLUB: ["elevråd", "spejder", "frivillig", "ungdomsklub"],
    Skill.ARITHMETIC: ["matematik", "regne"],
    Skill.READS_ALOUD: ["læser højt"],
}
"""Only what a person does or has done; how somebody *is* a text does not show."""
EMPTY_WORDS = frozenset(
    """
    af alle alt altid andre arbejde arbejder at bare blive bliver både da de dem den der deres det dig din drøm drømmer
    du
    efter eller elsker en end er et for fra få får gerne godt ham han har hedder helst her hos hun hvad hvis hvor i ikke
    ind ja jeg job jobbet kan kommer kunne kun lidt lige ligesom man mange med meget men mere mig min mine mit mod må
    måske noget nogen nogle nok nu når og også om op os over på rigtig rigtigt sin sit skal skulle som syntes synes så
    sådan ting til tror ud uden under ung unge vi vil ville ved være været vores bedste bedst sjovt fedt stor store god
    hjælpe lave elske år dag dage uge samt
    """.split()  # noqa: SIM905
)
"""They say nothing of the job, and a thought ends at them."""
