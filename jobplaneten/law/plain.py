"""Every rule of the book as one plain sentence in Danish, with the figures of an entry in it, and its topic."""

from collections.abc import Callable, Mapping
from typing import Any

from jobplaneten.law.book import Entry
from jobplaneten.law.clock import danish, danish_number, danish_span
from jobplaneten.law.findings import Effect
from jobplaneten.law.wording import gettext_noop as _

TOPICS = {
    "scope": _("Hvem må have et job?"),
    "hours": _("Timer og pauser"),
    "night": _("Aften og nat"),
    "rest": _("Hvile og fridage"),
    "alone": _("Alene og opsyn"),
    "tasks": _("Opgaver"),
    "alcohol": _("Alkohol"),
    "machines": _("Maskiner"),
    "chemicals": _("Kemi"),
    "lifting": _("Løft"),
    "environment": _("Omgivelser"),
    "gates": _("Før den første vagt"),
}
TOPIC_OF = {
    "SCOPE": "scope",
    "PLAT": "scope",
    "SCHOOLING": "scope",
    "T": "hours",
    "N": "night",
    "R": "rest",
    "ALONE": "alone",
    "TASK": "tasks",
    "PSY": "tasks",
    "ALC": "alcohol",
    "MACH": "machines",
    "CHEM": "chemicals",
    "LIFT": "lifting",
    "PHYS": "environment",
    "PARENT": "gates",
    "INSTR": "gates",
    "AMO": "gates",
    "SANC": "gates",
}
PLAIN = {
    "SCOPE-01": _("Man skal være fyldt {from_age} år for at have et job hos en arbejdsgiver."),
    "SCOPE-02": _("Er man under {from_age} år, skal man have en tilladelse fra {permit_from} for at optræde mod løn."),
    "SCOPE-03": _(
        "Harmløs hjælp nu og da i et privat hjem følger ikke reglerne. Et fast job hver uge er ikke nu og da."
    ),
    "SCOPE-04": _("Frivillige med faste aftaler er omfattet af reglerne ligesom alle andre."),
    "SCOPE-05": _("Når man fylder {from_age} år, gælder reglerne for unge ikke længere."),
    "PLAT-01": _("Vores egen regel: Man kan have en side her, fra man er {from_age} år, til og med man er {to_age}."),
    "SCHOOLING-END": _(
        "Undervisningspligten slutter den {day}. juli efter {last_grade}. klasse, "
        "og senest i det år, man fylder {last_age}."
    ),
    "T-DAY-SCHOOL-2": _("På en skoledag må man højst arbejde {hours} timer."),
    "T-DAY-FREE-7": _("Er man under 15 år, må man højst arbejde {hours} timer på en dag uden skole."),
    "T-DAY-FREE-8": _(
        "Er man 15-17 år og har undervisningspligt, må man højst arbejde {hours} timer på en dag uden skole."
    ),
    "T-DAY-8": _("Er man 15-17 år og færdig med undervisningspligten, må man højst arbejde {hours} timer om dagen."),
    "T-WEEK-SCHOOL-12": _("I en uge med skole må man højst arbejde {hours} timer. Lørdag og søndag tæller med."),
    "T-WEEK-FREE-35": _("Er man under 15 år, må man højst arbejde {hours} timer i en uge uden skole."),
    "T-WEEK-FREE-40": _(
        "Er man 15-17 år og har undervisningspligt, må man højst arbejde {hours} timer i en uge uden skole."
    ),
    "T-WEEK-40": _("Er man 15-17 år og færdig med undervisningspligten, må man højst arbejde {hours} timer om ugen."),
    "T-ADULT-CAP": _("Ugen må ikke være længere, end de voksne i faget har."),
    "T-MULTI-EMP": _("Har man flere job, bliver timerne lagt sammen."),
    "T-BREAK-30": _("Arbejder man mere end {after_hours} timer, skal man have en pause på {minutes} minutter i træk."),
    "T-CONTIG": _("En hel arbejdsdag bør ligge samlet: {hours} timer, og {child_hours} timer når man er under 15 år."),
    "N-CHILD-20-06": _("Arbejdet skal ligge kl. {windows}."),
    "N-YOUTH-WINDOW": _("Arbejdet skal ligge kl. {windows}."),
    "N-ABS-24-04": _("Ingen må arbejde mellem midnat og kl. {latest}."),
    "N-SECTOR-EXT": _(
        "Nogle fag havde længere tider i de gamle regler: hoteller, restauranter og kultur "
        "kl. {hotel_restaurant_culture}, bagerier kl. {bakery}, stalde kl. {stable} og aviser kl. {newspaper_delivery}."
    ),
    "R-REST-14": _("Der skal være {hours} timers hvile i træk i hvert døgn."),
    "R-REST-12": _("Der skal være {hours} timers hvile i træk i hvert døgn."),
    "R-DAYSOFF-2": _("Der skal være {days} fridage om ugen."),
    "R-DAYSOFF-CONSEC": _("De {days} fridage bør ligge lige efter hinanden."),
    "R-SUNDAY": _("Søndag bør så vidt muligt være fridag."),
    "R-SUMMER": _("En del af skolernes sommerferie bør være helt fri for arbejde."),
    "ALONE-01": _(
        "I kiosker, tankstationer og lignende skal en voksen være der før kl. {earliest}, efter kl. {weekday_latest} "
        "på hverdage og efter kl. {weekend_latest} i weekenden. I et center med vagter er det efter kl. {mall_latest}."
    ),
    "ALONE-02": _("Man må ikke være alene, hvor der er særlig risiko for vold eller trusler."),
    "ALONE-03": _("En voksen, der kender arbejdet, skal holde øje og kunne hjælpe."),
    "TASK-LIGHT": _("Man må kun have let arbejde. En opgave, som ingen har sagt god for, er ikke let arbejde."),
    "TASK-IDCHECK": _(
        "Man må ikke tjekke kunders alder, medmindre en kollega straks kan tage over, "
        "eller alkohol sælges ved en anden kasse."
    ),
    "PSY-01": _("Man må ikke bringe penge i banken eller stå vagt."),
    "ALC-01": _("Man må ikke arbejde i et lokale, hvor der serveres alkohol."),
    "ALC-02": _(
        "Hvor der serveres alkohol, må man kun arbejde kl. {windows}, på steder der mest lever af mad, med en voksen, "
        "og kun med at rydde af, dække bord, gøre rent, tage imod bestillinger og servere."
    ),
    "ALC-03": _("Tjenerelever og værtens egne børn må arbejde kl. {windows}, hvor der serveres alkohol."),
    "MACH-01": _("Man må kun bruge almindeligt udstyr som støvsuger og computer."),
    "MACH-01 eased": _("Man må kun bruge almindeligt udstyr og små maskiner, der er helt ufarlige."),
    "MACH-02": _(
        "Før man bruger en ufarlig maskine, skal arbejdsgiveren have tænkt farerne igennem for netop den unge."
    ),
    "MACH-03": _("Man må ikke bruge farlige maskiner."),
    "MACH-03 eased": _(
        "Man må kun bruge en farlig maskine, når arbejdsgiveren har vurderet farerne, "
        "og en medarbejder hos os har sagt god for det."
    ),
    "MACH-04": _(
        "Man skal være fyldt {from_age} år og have kørekort for at køre traktor og lignende, "
        "og en medarbejder hos os skal sige god for det."
    ),
    "MACH-05": _("Man må ikke arbejde tæt på farlige maskiner."),
    "MACH-05 eased": _("Man må kun arbejde tæt på farlige maskiner, når de er skærmet, slukket eller sikret."),
    "CHEM-01": _("Man må ikke arbejde med kemiske midler."),
    "CHEM-01 eased": _("Man må ikke arbejde med midler, der har faremærke."),
    "CHEM-02": _("Før man bruger milde kemiske midler, skal arbejdsgiveren have tænkt farerne igennem."),
    "CHEM-03": _("Man må ikke arbejde med giftige, ætsende, eksplosive eller kræftfremkaldende stoffer."),
    "CHEM-04": _("Man må ikke arbejde med midler, der har faremærke."),
    "CHEM-04 eased": _(
        "Man må kun arbejde med et middel med faremærke, når arbejdsgiveren har vurderet farerne, "
        "og en medarbejder hos os har sagt god for det."
    ),
    "LIFT-01": _("Man må højst løfte {kg} kg."),
    "LIFT-02": _("Man må aldrig løfte mere end {kg} kg, heller ikke en enkelt gang tæt på kroppen."),
    "LIFT-03": _("Man bør ikke skubbe eller trække mere end {kg} kg."),
    "PHYS-01": _("Man må ikke arbejde i meget stærk varme eller kulde."),
    "PHYS-02": _("Man må ikke udsættes for skadelig støj eller vibrationer."),
    "PHYS-03": _("Man må ikke arbejde med radioaktiv stråling, højt tryk eller for lidt ilt."),
    "PHYS-04": _("Man må ikke slagte på et slagteri eller arbejde med vilde eller giftige dyr."),
    "PHYS-05": _("Man må ikke have farligt arbejde, hvor en maskine bestemmer farten."),
    "PHYS-06": _("Man må ikke arbejde, hvor man kan falde ned, eller noget kan styrte sammen."),
    "PARENT-01": _(
        "Arbejdsgiveren skal fortælle forældrene om jobbet, tiderne og farerne. De skal ikke spørges om lov."
    ),
    "INSTR-01": _("Det skal være planlagt, hvem der lærer den unge op og hvordan."),
    "AMO-01": _(
        "På en arbejdsplads med mere end {over_employees} ansatte er sikkerhedsgruppen med, når farer vurderes."
    ),
    "SANC-01": _("Arbejdsgiveren kan få bøde. Det kan forældre også, hvis de kendte til ulovligt arbejde."),
}

EASED: Mapping[str, Callable[[Entry], bool]] = {
    "MACH-01": lambda entry: "harmless" in entry.words("allowed"),
    "MACH-03": lambda entry: entry.effect == Effect.REVIEW,
    "MACH-05": lambda entry: bool(entry.figures["guard_suffices"]),
    "CHEM-01": lambda entry: "mild_unlabelled" not in entry.words("chemicals"),
    "CHEM-04": lambda entry: entry.effect == Effect.REVIEW,
}


def topic_of(rule: str) -> str:
    return TOPIC_OF[rule.partition("-")[0]]


def template(entry: Entry) -> str:
    """The sentence that fits the entry: some rules are milder in one entry than in another."""
    eased = EASED.get(entry.rule)
    return PLAIN[f"{entry.rule} eased" if eased and eased(entry) else entry.rule]


def figures(entry: Entry) -> Mapping[str, str]:
    """Those that a sentence may hold; lists of tags have labels elsewhere."""
    said = {name: _figure(value, entry.unit) for name, value in entry.figures.items()}
    return {name: text for name, text in said.items() if text}


def plain(entry: Entry) -> str:
    """The sentence in Danish. Whoever translates takes `template` and `figures` apart."""
    return template(entry).format(**figures(entry))


def _figure(value: Any, unit: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " eller kl. ".join(danish_span(*window) for window in value)
    if isinstance(value, bool | frozenset):
        return ""
    return danish(value) if unit == "clock" else danish_number(value)
