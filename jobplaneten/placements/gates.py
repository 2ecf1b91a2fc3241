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
from jobplaneten.law.groups import ADULT_FROM, LIGHT_WORK_ONLY, kind_of
from jobplaneten.placements.models import Paper, Placement, RiskPoint
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
    source = {Paper.TERMS: TERMS_SOURCE, Paper.INSURANCE: INSURANCE_SOURCE}.get(paper)
    return Gate(law_of(paper, placement, day), source or BOOK.on(day).entries[RULES[paper]].source)


def law_of(paper: Paper, placement: Placement, day: date) -> str:
    match paper:
        case Paper.GUARDIAN:
            return guardian_law(placement.youth, day)
        case Paper.COSIGN:
            return _("Det er vores egen regel: Under 18 år skriver en forælder under, før den første vagt.")
        case Paper.TERMS:
            return terms_law(placement)
        case Paper.ADULT:
            return _("En voksen med forstand på arbejdet skal holde øje, mens den unge arbejder.")
        case Paper.RISK:
            return risk_law(placement.post)
        case Paper.INSTRUCTION:
            return _("Den unge skal læres grundigt op, før arbejdet begynder: hvordan man gør, og hvad der er farligt.")
        case Paper.INSURANCE:
            return _("Alle, der arbejder for jer, skal være forsikret mod arbejdsskader, også på den første vagt.")


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


def owed(youth: Youth, day: date) -> list[Paper]:
    """The papers that this youth's job needs. Nobody tells the parents of an adult, or asks them to sign."""
    spared = {Paper.GUARDIAN, Paper.COSIGN} if youth.age_on(day) >= ADULT_FROM else set()
    if not COSIGN_UNDER_18.is_on(day):
        spared |= {Paper.COSIGN}
    return [paper for paper in Paper if paper not in spared]


def points_of(paper: Paper) -> list[str]:
    return list(RiskPoint.values) if paper == Paper.RISK else [""]
