"""The sentences of the law's findings, in Danish that a shopkeeper and a 13-year-old both read with ease.

Marked for translation and translated elsewhere: the law knows no Django. A key is a rule id, or a rule id
and the name of a variant.
"""


def gettext_noop(text: str) -> str:
    """Marks a string for the translators and leaves it as it is."""
    return text


_ = gettext_noop

WEEKDAYS = (_("mandag"), _("tirsdag"), _("onsdag"), _("torsdag"), _("fredag"), _("lørdag"), _("søndag"))

SENTENCES = {
    "SCOPE-01": _("Man skal være fyldt {from_age} år for at have et job hos en arbejdsgiver."),
    "SCOPE-02": _("Børn under {from_age} år må kun optræde med en tilladelse fra {permit_from}."),
    "SCOPE-03": _(
        "En lille hjælp nu og da i et privat hjem følger ikke reglerne for unges arbejde, "
        "men den unge skal stadig vises til rette og holdes øje med."
    ),
    "T-DAY-SCHOOL-2": _("På en skoledag må man højst arbejde {limit} timer, men {day} er der {figure} timer."),
    "T-DAY-FREE-7": _(
        "Er man under 15 år, må man højst arbejde {limit} timer på en dag uden skole, men {day} er der {figure} timer."
    ),
    "T-DAY-FREE-8": _("På en dag uden skole må man højst arbejde {limit} timer, men {day} er der {figure} timer."),
    "T-DAY-8": _("Unge må højst arbejde {limit} timer om dagen, men {day} er der {figure} timer."),
    "T-WEEK-SCHOOL-12": _("I en uge med skole må man højst arbejde {limit} timer, men her er der {figure} timer."),
    "T-WEEK-FREE-35": _(
        "Er man under 15 år, må man højst arbejde {limit} timer i en uge uden skole, men her er der {figure} timer."
    ),
    "T-WEEK-FREE-40": _("I en uge uden skole må man højst arbejde {limit} timer, men her er der {figure} timer."),
    "T-WEEK-40": _("Unge må højst arbejde {limit} timer om ugen, men her er der {figure} timer."),
    "T-ADULT-CAP": _(
        "Unge må ikke have en længere uge end de voksne i faget, som har {limit} timer, men her er der {figure} timer."
    ),
    "T-BREAK-30": _(
        "Når man arbejder mere end {after} timer, skal man have en pause på {limit} minutter i træk, "
        "men {day} er der {figure} timer uden."
    ),
    "T-CONTIG": _("En hel arbejdsdag på {limit} timer bør ligge samlet, men {day} er den delt i to eller flere."),
    "N-CHILD-20-06": _(
        "Unge, der er under 15 år eller stadig har undervisningspligt, må kun arbejde kl. {first}, "
        "men {day} er der arbejde kl. {figure}."
    ),
    "N-YOUTH-WINDOW": _("Unge under 18 år må kun arbejde kl. {first}, men {day} er der arbejde kl. {figure}."),
    "N-YOUTH-WINDOW either": _(
        "Unge under 18 år må kun arbejde kl. {first} eller kl. {second} på samme dag, "
        "men {day} er der arbejde kl. {figure}."
    ),
    "N-ABS-24-04": _(
        "Ingen under 18 år må arbejde mellem midnat og kl. {latest}, men {day} er der arbejde kl. {figure}."
    ),
    "R-REST-14": _(
        "Der skal være {limit} timers hvile i træk hvert døgn, men omkring {day} bliver der kun {figure} timer."
    ),
    "R-REST-12": _(
        "Der skal være {limit} timers hvile i træk hvert døgn, men omkring {day} bliver der kun {figure} timer."
    ),
    "R-DAYSOFF-2": _("Unge skal have mindst {limit} fridage om ugen, men her er der {figure}."),
    "R-DAYSOFF-CONSEC": _("Ugens {limit} fridage bør ligge lige efter hinanden."),
    "R-SUNDAY": _("Søndag bør så vidt muligt være fridag."),
    "ALONE-01": _(
        "På sådan et sted må unge ikke være uden en voksen efter kl. {latest} eller før kl. {earliest}, "
        "men {day} er der arbejde kl. {figure}."
    ),
    "ALONE-02": _("Unge må ikke være alene, hvor der er særlig risiko for vold eller trusler."),
    "ALONE-03": _("En voksen, der kender arbejdet, skal holde øje med den unge og kunne hjælpe."),
    "TASK-LIGHT": _(
        "Unge, der er under 15 år eller stadig har undervisningspligt, må kun have let arbejde, "
        "og det gælder ikke: {tasks}."
    ),
    "TASK-IDCHECK": _(
        "At tjekke kunders alder er ikke let arbejde, medmindre en kollega straks kan tage over, "
        "eller alkohol sælges ved en anden kasse."
    ),
    "PSY-01": _("Ingen under 18 år må bringe penge i banken eller stå vagt: {tasks}."),
    "ALC-01": _(
        "Unge, der er under 15 år eller stadig har undervisningspligt, må ikke arbejde i et lokale, "
        "hvor der serveres alkohol."
    ),
    "ALC-02 place": _(
        "Unge under 18 år må kun arbejde, hvor der serveres alkohol, når stedet mest lever af at servere mad."
    ),
    "ALC-02 supervision": _(
        "Unge under 18 år må kun arbejde, hvor der serveres alkohol, når en voksen har opsyn med dem."
    ),
    "ALC-02 tasks": _(
        "Hvor der serveres alkohol, må unge under 18 år kun rydde af, dække bord, gøre rent, "
        "tage imod bestillinger og servere, og det gælder ikke: {tasks}."
    ),
    "ALC-02 clock": _(
        "Hvor der serveres alkohol, må unge under 18 år kun arbejde kl. {first}, men {day} er der arbejde kl. {figure}."
    ),
    "ALC-03": _(
        "Hvor der serveres alkohol, må også tjenerelever og værtens egne børn kun arbejde kl. {first}, "
        "men {day} er der arbejde kl. {figure}."
    ),
    "MACH-01": _(
        "Unge, der er under 15 år eller stadig har undervisningspligt, må kun bruge helt ufarlige maskiner, "
        "og det gælder ikke: {machines}."
    ),
    "MACH-02": _(
        "Før den unge bruger en maskine, skal arbejdsgiveren have tænkt farerne igennem for netop den unge: {machines}."
    ),
    "MACH-03": _("Ingen under 18 år må bruge farlige maskiner: {machines}."),
    "MACH-03 review": _(
        "Maskinen kan være farlig, så arbejdsgiveren skal vurdere farerne, "
        "og en medarbejder hos os skal sige god for den: {machines}."
    ),
    "MACH-04": _("Man skal være fyldt {from_age} år og have kørekort til at køre: {machines}."),
    "MACH-04 review": _(
        "Før den unge må køre, skal arbejdsgiveren vurdere farerne, "
        "og en medarbejder hos os skal sige god for det: {machines}."
    ),
    "MACH-05": _("Unge må ikke arbejde tæt på farlige maskiner: {machines}."),
    "MACH-05 unguarded": _(
        "Unge må kun arbejde tæt på farlige maskiner, når de er afskærmet, slukket eller sikret: {machines}."
    ),
    "CHEM-01": _(
        "Unge, der er under 15 år eller stadig har undervisningspligt, "
        "må ikke arbejde med midler, der kan være farlige."
    ),
    "CHEM-02": _("Før den unge bruger kemiske midler, skal arbejdsgiveren have tænkt farerne igennem."),
    "CHEM-03": _("Ingen under 18 år må arbejde med giftige, ætsende, eksplosive eller kræftfremkaldende stoffer."),
    "CHEM-04": _("Ingen under 18 år må arbejde med midler, der har faremærke."),
    "CHEM-04 review": _(
        "Midlet har et faremærke, så arbejdsgiveren skal vurdere farerne, "
        "og en medarbejder hos os skal sige god for det."
    ),
    "LIFT-01": _("Unge må højst løfte {limit} kg, men her skal der løftes {figure} kg."),
    "LIFT-01 optimal": _(
        "Unge bør højst løfte {limit} kg, og {figure} kg går kun som et enkelt løft tæt på kroppen med plads omkring."
    ),
    "LIFT-02": _("Ingen under 18 år må løfte mere end {limit} kg, men her skal der løftes {figure} kg."),
    "LIFT-03": _("Unge bør ikke skubbe eller trække mere end {limit} kg, men her er det {figure} kg."),
    "PHYS-01": _("Ingen under 18 år må arbejde i meget stærk varme eller kulde."),
    "PHYS-02": _("Ingen under 18 år må udsættes for skadelig støj eller vibrationer."),
    "PHYS-03": _("Ingen under 18 år må arbejde med radioaktiv stråling, højt tryk eller for lidt ilt."),
    "PHYS-04": _("Ingen under 18 år må slagte på et slagteri eller arbejde med vilde eller giftige dyr."),
    "PHYS-05": _("Ingen under 18 år må have farligt arbejde, hvor en maskine bestemmer farten."),
    "PHYS-06": _("Ingen under 18 år må arbejde, hvor man kan falde ned, eller noget kan styrte sammen."),
    "PARENT-01": _("Før første vagt skal arbejdsgiveren fortælle forældrene om jobbet, tiderne og farerne."),
    "INSTR-01": _("Før første vagt skal det være planlagt, hvem der lærer den unge op og hvordan."),
}
