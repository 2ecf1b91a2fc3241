"""The gate before the first day: what is in place, what is missing, and who can do something about it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext as _

from employers.lawfulness import law_job
from employers.models import Post
from jobplaneten.law.facts import Hire
from jobplaneten.placements.gates import owed, points_of
from jobplaneten.placements.models import Paper, PaperTick, Placement, RiskPoint
from jobplaneten.placements.permissions import STAFF_PAPERS, WORKPLACE_PAPERS
from youth.permissions import parents_stop

# All other papers are about this very job: its times, its tasks, its place and its pay.
FOR_ANY_JOB = {Paper.INSURANCE, Paper.RECORD, Paper.HYGIENE}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a person says is in place. `lapsed` is a tick that the job has changed under, `gone` the last one
    that was taken back; `stop` says why it cannot be ticked yet.
    """

    paper: Paper
    point: str
    tick: PaperTick | None
    lapsed: PaperTick | None
    gone: PaperTick | None
    stop: str

    @property
    def label(self) -> str:
        return str(RiskPoint(self.point).label if self.point else self.paper.label)

    @property
    def anchor(self) -> str:
        return f"{self.paper}-{self.point}" if self.point else str(self.paper)

    @property
    def whose(self) -> str:
        if self.paper in STAFF_PAPERS:
            return _("Mentor sætter flueben")
        if self.paper in WORKPLACE_PAPERS:
            return _("Arbejdspladsen sætter flueben")
        return _("Arbejdspladsen eller mentor sætter flueben")


def lines(placement: Placement, today: date) -> list[Line]:
    oldest_first = sorted(placement.ticks.all(), key=lambda tick: tick.pk)
    stand = {(tick.paper, tick.point): tick for tick in oldest_first if tick.undone_at is None}
    gone = {(tick.paper, tick.point): tick for tick in oldest_first if tick.undone_at}
    facts, stop = job_facts(placement.post), parents_stop(placement.youth, today)
    return [
        line(paper, point, stand.get((paper, point)), gone.get((paper, point)), facts, stop)
        for paper in owed(placement.youth, today, placement.post)
        for point in points_of(paper)
    ]


def line(paper: Paper, point: str, tick: PaperTick | None, gone: PaperTick | None, facts: str, stop: str) -> Line:
    lapsed = tick if tick and has_lapsed(tick, facts) else None
    stop = stop if paper in STAFF_PAPERS else ""
    return Line(paper, point, None if lapsed else tick, lapsed, None if tick else gone, stop)


def has_lapsed(tick: PaperTick, facts: str) -> bool:
    """Ticks from before facts were kept stand."""
    return tick.paper not in FOR_ANY_JOB and bool(tick.job_facts) and tick.job_facts != facts


def missing(placement: Placement, today: date) -> list[Line]:
    return [entry for entry in lines(placement, today) if entry.tick is None]


def words(entries: Iterable[Line]) -> str:
    """The papers that these lines belong to, each once, as a list in a sentence."""
    return "; ".join(dict.fromkeys(str(entry.paper.label) for entry in entries))


def hire_of(placement: Placement, today: date) -> tuple[Hire, bool]:
    """What the law asks about before the first shift, and whether the risk is assessed, by the ticks that stand."""
    absent = {entry.paper for entry in missing(placement, today)}
    hire = Hire(parents_informed=Paper.GUARDIAN not in absent, instruction_planned=Paper.INSTRUCTION not in absent)
    return hire, Paper.RISK not in absent


def job_facts(post: Post) -> str:
    """The job in one word: another word when anything that a paper is about has changed."""
    job = asdict(law_job(post))
    job["shifts"] = sorted(map(repr, job["shifts"]))
    job["tasks"] = sorted(job["tasks"])
    terms = [post.starts_on, post.ends_on, post.postcode, post.place, post.adult_on_site, post.pay_hour, post.payer]
    said = json.dumps([job, [str(term or "") for term in terms]], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
