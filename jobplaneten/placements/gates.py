"""What each paper is about, in words that fit on a phone: why it is asked for, and where that is written."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from employers.models import Post
from jobplaneten.law.book import BOOK
from jobplaneten.law.calendar import is_in_schooling
from jobplaneten.law.groups import ADULT_FROM, LIGHT_WORK_ONLY, YOUTH_FROM, kind_of
from jobplaneten.placements.models import Paper, Placement, RiskPoint
from jobplaneten.trades import Category
from youth.models import Youth
from youth.policy import COSIGN_UNDER_18

TERMS_SOURCE = "https://www.retsinformation.dk/eli/lta/2023/501"
INSURANCE_SOURCE = (
    "https://forsikringsguiden.dk/forsikringsoplysningen/vaerd-at-vide-om-forsikring/ung-og-forsikring/"
    "fritid-og-ferie/forsikret-paa-job/"
)
RULES = {
    Paper.GUARDIAN: "PARENT-01",
    Paper.COSIGN: "PARENT-01",
    Paper.ADULT: "INSTR-01",
    Paper.RISK: "MACH-02",
    Paper.INSTRUCTION: "INSTR-01",
}
RECORD_SOURCE = "https://www.retsinformation.dk/eli/lta/2014/362"
HYGIENE_SOURCE = "https://foedevarestyrelsen.dk/kost-og-foedevarer/start-og-drift-af-foedevarevirksomhed/egenkontrol"
WITH_CHILDREN = frozenset({Category.DAYCARE, Category.CHILDREN, Category.SPORT})
WITH_FOOD = frozenset({Category.KITCHEN})
RECORD_FROM = YOUTH_FROM
SOURCES = {
    Paper.TERMS: TERMS_SOURCE,
    Paper.INSURANCE: INSURANCE_SOURCE,
    Paper.RECORD: RECORD_SOURCE,
    Paper.HYGIENE: HYGIENE_SOURCE,
}
TERMS_OVER_MINUTES_A_WEEK = 3 * 60
TERMS_WITHIN = timedelta(days=7)

POINT_HELP: dict[str, Promise] = {
    RiskPoint.PLACE: gettext_lazy(
        "Hvor skal den unge være? Er der noget at snuble over, trange passager eller trafik?"
    ),
    RiskPoint.EXPOSURE: gettext_lazy(
        "Hvad bliver den unge udsat for, hvor meget og hvor længe? Tænk på støj, kulde, støv, rengøring og smitte."
    ),
    RiskPoint.TOOLS: gettext_lazy("Hvad må den unge bruge? Og hvad må den unge slet ikke røre?"),
    RiskPoint.COURSE: gettext_lazy(
        "Hvad sker der på samme tid? Travle timer, maskiner i gang tæt på, en bil, der bakker?"
    ),
    RiskPoint.STRAIN: gettext_lazy("Tunge løft, højt tempo, sure kunder? Hvad kan en på den alder holde til?"),
    RiskPoint.PERSON: gettext_lazy(
        "Netop den her unge: Hvad har den unge prøvet før? Kan den unge se faren, og tør den unge spørge?"
    ),
    RiskPoint.TRAINING: gettext_lazy("Hvem viser, hvordan man gør? Hvem holder øje, og hvordan ved I, at det er lært?"),
}
TERMS_HOLD: list[Promise] = [
    gettext_lazy("Navn og adresse på jer og på den unge"),
    gettext_lazy("Hvor arbejdet er, og hvad den unge skal lave"),
    gettext_lazy("Første dag, og sidste dag, hvis den er aftalt"),
    gettext_lazy("Arbejdstider og timer om ugen"),
    gettext_lazy("Løn, og hvornår den kommer"),
    gettext_lazy("Ferie, og hvor lang tid man siger op i forvejen"),
    gettext_lazy("Overenskomsten, hvis I følger en"),
]


@dataclass(frozen=True, slots=True)
class Gate:
    """`law` is one sentence about the law or, where the law does not ask for it, about our own rule."""

    law: str
    source: str


def gate_of(paper: Paper, placement: Placement, today: date) -> Gate:
    day = placement.first_day_on or today
    source = SOURCES.get(paper)
    return Gate(law_of(paper, placement, day), source or BOOK.on(day).entries[RULES[paper]].source)


LAWS: dict[Paper, Promise] = {
    Paper.COSIGN: gettext_lazy("Det er vores egen regel: Under 18 år skriver en forælder under, før den første vagt."),
    Paper.ADULT: gettext_lazy("En voksen med forstand på arbejdet skal holde øje, mens den unge arbejder."),
    Paper.INSTRUCTION: gettext_lazy(
        "Den unge skal læres grundigt op, før arbejdet begynder: hvordan man gør, og hvad der er farligt."
    ),
    Paper.INSURANCE: gettext_lazy(
        "Alle, der arbejder for jer, skal være forsikret mod arbejdsskader, også på den første vagt."
    ),
    Paper.RECORD: gettext_lazy(
        "Er man fyldt 15 og arbejder med børn under 15 år, skal der være en børneattest. Arbejdspladsen henter den med "
        "den unges ja. Skriv kun, hvem der har set den: aldrig hvad der står, og ingen kopi."
    ),
    Paper.HYGIENE: gettext_lazy(
        "Den, der rører ved mad, skal kende reglerne for hygiejne. Skriv, hvem der har vist dem, og hvornår."
    ),
}


def law_of(paper: Paper, placement: Placement, day: date) -> str:
    match paper:
        case Paper.GUARDIAN:
            return guardian_law(placement.youth, day)
        case Paper.TERMS:
            return terms_law(placement)
        case Paper.RISK:
            return risk_law(placement.post)
        case _:
            return str(LAWS[paper])


def guardian_law(youth: Youth, day: date) -> str:
    in_school = is_in_schooling(youth.schooling_ends_on, day)
    if kind_of(youth.age_on(day), in_school) in LIGHT_WORK_ONLY:
        return _("Arbejdsgiveren skal fortælle forældrene om jobbet, tiderne, farerne, og hvad I gør for at undgå dem.")
    return _("Det er vores egen regel: Forældre til alle under 18 år får besked om job, tider og sikkerhed.")


def terms_law(placement: Placement) -> str:
    if weekly_minutes(placement.post) <= TERMS_OVER_MINUTES_A_WEEK:
        return _(
            "Ved 3 timer om ugen eller mindre er det ikke et krav, men her får alle et: så ved begge, hvad der gælder."
        )
    if placement.first_day_on:
        words = {"day": formats.date_format(placement.first_day_on + TERMS_WITHIN, "l j. F")}
        return (
            _("Loven siger senest %(day)s, 7 dage efter første dag. Her skal det være givet før første vagt.") % words
        )
    return _("Loven siger senest 7 dage efter første dag. Her skal det være givet før første vagt.")


def risk_law(post: Post) -> str:
    if post.machines == "none" and post.chemicals == "none":
        return _("I skal altid tænke på, hvad der er særligt farligt for unge. Det tager to minutter: syv punkter.")
    return _(
        "Før den unge bruger maskiner eller kemi, skal I vurdere syv punkter for netop den unge og det arbejde. Det "
        "behøver ikke stå på papir, men I skal kunne forklare det."
    )


def weekly_minutes(post: Post) -> int:
    return sum(shift.ends - shift.starts - shift.break_minutes for shift in post.shifts.all())


def owed(youth: Youth, day: date, post: Post | None = None) -> list[Paper]:
    """The papers that this youth's job needs. Nobody tells the parents of an adult, or asks them to sign."""
    spared = {Paper.GUARDIAN, Paper.COSIGN} if youth.age_on(day) >= ADULT_FROM else set()
    if post is None or post.category not in WITH_CHILDREN or youth.age_on(day) < RECORD_FROM:
        spared |= {Paper.RECORD}
    if post is None or post.category not in WITH_FOOD:
        spared |= {Paper.HYGIENE}
    if not COSIGN_UNDER_18.is_on(day):
        spared |= {Paper.COSIGN}
    return [paper for paper in Paper if paper not in spared]


def points_of(paper: Paper) -> list[str]:
    return list(RiskPoint.values) if paper == Paper.RISK else [""]
