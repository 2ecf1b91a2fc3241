"""Learning from what people decided: weekly, and only offered. A coordinator takes a new model into use."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from matching import actions
from matching.engine.scoring import Outcome, fit
from matching.engine.shelf import seal
from matching.engine.weights import Scorer
from matching.house_scorer import scorer_of_the_house
from matching.models import Match, MatchStatus

log = logging.getLogger(__name__)

FEWEST = 30
"""With fewer answers than this there is nothing to hold out, and the prior knows better."""
HELD_OUT = 5
"""The latest fifth of the answers is the examination."""
ANSWERS = {
    MatchStatus.DECLINED: (False, None),
    MatchStatus.RELEASED: (True, None),
    MatchStatus.REFUSED: (True, False),
    MatchStatus.AGREED: (True, True),
}
"""What a match says of the two questions: did the youth want the job, and did the job take the youth?"""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of a training. `figures` are for the coordinator who decides; empty when there was no examination."""

    answers: int
    is_offered: bool
    why: str
    figures: dict[str, float] = field(default_factory=dict)


def train(now: datetime, *, seed: int = 0) -> Lesson:
    """Fit on all answers so far, and offer the result when it is no worse than the running one on the latest."""
    lesson, new = learn(outcomes(), scorer_of_the_house(seed, now).scorer, seed)
    if lesson.is_offered and not actions.offer(**seal(new)._asdict(), figures=lesson.figures, now=now):
        lesson = replace(lesson, is_offered=False, why="nothing new")
    log.info("trained on %s answers, offered: %s, %s", lesson.answers, lesson.is_offered, lesson.why)
    return lesson


def outcomes() -> list[Outcome]:
    """Decided matches in the order in which they were decided, as the score saw them at the time."""
    decided = Match.objects.filter(status__in=ANSWERS).exclude(contributions=[]).order_by("changed_at", "pk")
    return [
        Outcome(tuple(each["code"] for each in contributions), *ANSWERS[MatchStatus(status)])
        for status, contributions in decided.values_list("status", "contributions")
    ]


def learn(answers: Sequence[Outcome], running: Scorer, seed: int) -> tuple[Lesson, Scorer]:
    if len(answers) < FEWEST:
        return Lesson(len(answers), False, "too few answers"), running
    if running.outcomes == len(answers):
        return Lesson(len(answers), False, "nothing new"), running
    found = examine(answers, running, seed)
    if found["loss"] > found["loss_running"]:
        return Lesson(len(answers), False, "worse on the latest", found), running
    return Lesson(len(answers), True, "no worse on the latest", found), fit(answers, seed)


def examine(answers: Sequence[Outcome], running: Scorer, seed: int) -> dict[str, float]:
    """Learnt from the earlier answers, asked about the latest; beside it the running model and the experts."""
    split = len(answers) - len(answers) // HELD_OUT
    earlier, latest = answers[:split], answers[split:]
    return {
        "answers": len(answers),
        "latest": len(latest),
        "loss": mean_loss(fit(earlier, seed), latest),
        "loss_running": mean_loss(running, latest),
        "loss_expert": mean_loss(Scorer.written(), latest),
    }


def mean_loss(scorer: Scorer, answers: Iterable[Outcome]) -> float:
    """Mean log loss over both questions, each asked only where somebody answered."""
    losses = []
    for answer in answers:
        scores = scorer.score(np.array([answer.codes]))
        for chance, said in ((scores.want[0], answer.wanted), (scores.take[0], answer.taken)):
            if said is not None:
                losses.append(-np.log(chance if said else 1 - chance))
    return float(np.mean(losses))
