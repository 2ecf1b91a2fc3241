"""The model in use: where it lies, what it is called, and what stands in for it."""

import hashlib
import json
import logging
from pathlib import Path

from django.conf import settings

from matching.engine import shelf
from matching.engine.scoring import fit_prior
from matching.engine.weights import Scorer

log = logging.getLogger(__name__)

SHELF = "scorer.json"


def shelf_folder() -> Path:
    return Path(settings.VAR_DIR) / "models"


def version_of(scorer: Scorer) -> str:
    tables = json.dumps(scorer.to_json(), sort_keys=True)
    return f"{scorer.origin}-{hashlib.sha256(tables.encode()).hexdigest()[:12]}"


def scorer_of_the_house(seed: int) -> tuple[Scorer, str]:
    """The model in use. An empty shelf gets its first one from the experts' prior; a damaged model is not
    believed, and the written weights stand in until the next training."""
    scorer, trouble = shelf.load(shelf_folder() / SHELF)
    if trouble == "missing":
        scorer = fit_prior(seed)
        shelf.save(scorer, shelf_folder() / SHELF)
    elif trouble:
        log.warning("the model on the shelf is %s; the written weights stand in", trouble)
    return scorer, version_of(scorer)
