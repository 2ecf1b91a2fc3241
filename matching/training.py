"""Learning from what people decided: weekly, and taken into use only where it scores no worse than before."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import numpy as np

from matching.engine import shelf
from matching.engine.scoring import Outcome, fit
from matching.engine.weights import Scorer
from matching.house_scorer import SHELF, scorer_of_the_house, shelf_folder, version_of
from matching.models import Match, MatchStatus

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
    """What came of a training. `loss` and `loss_before` are mean log losses on the latest answers."""

    answers: int
    in_use: bool
    why: str
    version: str
    loss: float | None = None
    loss_before: float | None = None


def train(now: datetime, *, seed: int = 0) -> Lesson:
    """Fit on all answers so far; the old model stays when the new one is worse on the latest."""
    old, _version = scorer_of_the_house(seed)
    lesson, new = learn(outcomes(), old, seed)
    if lesson.in_use:
        shelf.save(new, shelf_folder() / SHELF)
    with (shelf_folder() / "history.jsonl").open("a", encoding="utf-8") as history:
        history.write(json.dumps({"at": now.isoformat(), **asdict(lesson)}) + "\n")
    return lesson


def outcomes() -> list[Outcome]:
    """Decided matches in the order in which they were decided, as the score saw them at the time."""
    decided = Match.objects.filter(status__in=ANSWERS).exclude(contributions=[]).order_by("changed_at", "pk")
    return [
        Outcome(tuple(each["code"] for each in contributions), *ANSWERS[MatchStatus(status)])
        for status, contributions in decided.values_list("status", "contributions")
    ]


def learn(answers: Sequence[Outcome], old: Scorer, seed: int) -> tuple[Lesson, Scorer]:
    if len(answers) < FEWEST:
        return Lesson(len(answers), False, "too few answers", version_of(old)), old
    if old.outcomes == len(answers):
        return Lesson(len(answers), False, "nothing new", version_of(old)), old
    split = len(answers) - len(answers) // HELD_OUT
    earlier, latest = answers[:split], answers[split:]
    loss, before = mean_loss(fit(earlier, seed), latest), mean_loss(old, latest)
    if loss > before:
        return Lesson(len(answers), False, "worse on the latest", version_of(old), loss, before), old
    new = fit(answers, seed)
    return Lesson(len(answers), True, "no worse on the latest", version_of(new), loss, before), new


def mean_loss(scorer: Scorer, answers: Iterable[Outcome]) -> float:
    """Mean log loss over both questions, each asked only where somebody answered."""
    losses = []
    for answer in answers:
        scores = scorer.score(np.array([answer.codes]))
        for chance, said in ((scores.want[0], answer.wanted), (scores.take[0], answer.taken)):
            if said is not None:
                losses.append(-np.log(chance if said else 1 - chance))
    return float(np.mean(losses))
