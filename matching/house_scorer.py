"""The model in use: where it comes from, what it is called, and what stands in for it."""

import logging
from datetime import datetime
from typing import NamedTuple

from matching import actions
from matching.engine.scoring import fit_prior
from matching.engine.shelf import Opened, seal, unseal
from matching.engine.weights import Scorer
from matching.models import ModelVersion

log = logging.getLogger(__name__)


class InUse(NamedTuple):
    """`trouble` is empty, or why the written weights stand in: missing, damaged, old."""

    scorer: Scorer
    version: str
    trouble: str


def scorer_of_the_house(seed: int, now: datetime) -> InUse:
    """The model in use. The very first one is fitted to the experts' prior; after that people choose.

    A model that is gone or not to be believed never stops a night.
    """
    running = ModelVersion.objects.running().first()
    if running is None:
        running = first_of_the_house(seed, now)
    scorer, trouble = unseal(running.weights, running.sha256) if running else Opened(Scorer.written(), "missing")
    if trouble:
        log.warning("the model in use is %s; the written weights stand in", trouble)
    return InUse(scorer, seal(scorer).version, trouble)


def first_of_the_house(seed: int, now: datetime) -> ModelVersion | None:
    """None when there have been models and none is in use; another worker may have begun with one this moment."""
    if ModelVersion.objects.exists():
        return ModelVersion.objects.running().first()
    return actions.begin_with(**seal(fit_prior(seed))._asdict(), now=now)
