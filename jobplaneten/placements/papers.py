"""The gate before the first day: what is in place, what is missing, and who can do something about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from employers.lawfulness import law_job, sentence
from jobplaneten.law.facts import Hire
from jobplaneten.law.period import judge_period
from jobplaneten.placements.models import Paper, PaperTick, Placement
from jobplaneten.placements.permissions import STAFF_PAPERS
from youth.permissions import guardian_stop


@dataclass(frozen=True, slots=True)
class Line:
    """One paper on the list. `stop` says why it cannot be ticked yet."""

    paper: Paper
    tick: PaperTick | None
    stop: str

    @property
    def label(self) -> str:
        return str(self.paper.label)

    @property
    def whose(self) -> str:
        return _("Mentor sætter flueben") if self.paper in STAFF_PAPERS else _("Arbejdspladsen sætter flueben")


def lines(placement: Placement, today: date) -> list[Line]:
    ticks = {tick.paper: tick for tick in placement.ticks.all()}
    stop = guardian_stop(placement.youth, today)
    return [Line(paper, ticks.get(paper.value), stop if paper in STAFF_PAPERS else "") for paper in Paper]


def missing(placement: Placement) -> list[Paper]:
    ticked = set(placement.ticks.values_list("paper", flat=True))
    return [paper for paper in Paper if paper not in ticked]


def why_not_start(placement: Placement, first_day_on: date) -> str:
    """Why the job cannot begin on that day, in Danish; "" when the way is free."""
    if open_papers := missing(placement):
        return _("Der mangler flueben ved: %(papers)s.") % {"papers": as_list(paper.label for paper in open_papers)}
    return guardian_stop(placement.youth, first_day_on) or why_unlawful(placement, first_day_on)


def why_unlawful(placement: Placement, first_day_on: date) -> str:
    """What the law says against this very youth in this job from that very day; every paper is in place."""
    youth, post = placement.youth, placement.post
    if post.ends_on and first_day_on > post.ends_on:
        return _("Jobbet er slut før den dag.")
    job = replace(law_job(post), risk_assessment_done=True)
    hire = Hire(parents_informed=True, instruction_planned=True)
    findings = judge_period(
        youth.born_on, youth.schooling_ends_on, job, first_day_on, post.ends_on, stage="hire", hire=hire
    )
    if findings.legal:
        return ""
    reasons = dict.fromkeys(sentence(each) for each in findings if each.rule in findings.violations)
    return _("Loven siger nej: %(why)s") % {"why": " ".join(reasons)}


def as_list(words: Iterable[object]) -> str:
    return "; ".join(str(word) for word in words)
