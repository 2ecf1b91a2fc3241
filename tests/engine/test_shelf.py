"""Whatever lies on the shelf, there is a scorer tonight, and it is said which."""

import json
from typing import Any

import pytest

from matching.engine.shelf import digest, seal, unseal
from matching.engine.weights import Scorer, Side, slopes

FITTED = Scorer(Side.linear(-0.5, slopes("want")), Side.linear(0.25, slopes("take")), "outcomes", 12, "scikit-learn 9")


def test_what_was_sealed_is_unsealed_and_named_after_its_figures() -> None:
    version, weights, sha256 = seal(FITTED)
    assert unseal(weights, sha256) == (FITTED, "")
    assert version == f"outcomes-{sha256[:12]}"
    assert seal(Scorer.written()).version != version


@pytest.mark.parametrize("weights", ["", "{", "\udcff", "null"])
def test_what_does_not_fit_its_seal_is_damaged(weights: str) -> None:
    assert unseal(weights, seal(FITTED).sha256) == (Scorer.written(), "damaged")


def test_one_changed_figure_is_damage() -> None:
    _version, weights, sha256 = seal(FITTED)
    assert unseal(weights.replace("-0.5", "-0.4"), sha256) == (Scorer.written(), "damaged")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"want": []}'])
def test_sealed_nonsense_is_old(text: str) -> None:
    assert unseal(text, digest(text)) == (Scorer.written(), "old")


@pytest.mark.parametrize("change", ["feature", "codes", "figure", "endless", "words", "missing"])
def test_weights_for_other_features_are_old(change: str) -> None:
    page: dict[str, Any] = json.loads(seal(FITTED).weights)
    match change:
        case "feature":
            page["want"]["tables"]["charm"] = [0, 1]
        case "codes":
            page["want"]["tables"]["travel"] = [0, 1]
        case "figure":
            page["want"]["intercept"] = float("nan")
        case "endless":
            page["want"]["intercept"] = 10**400
        case "words":
            page["want"]["intercept"] = "high"
        case "missing":
            del page["want"]["intercept"]
    weights = json.dumps(page)
    assert unseal(weights, digest(weights)) == (Scorer.written(), "old")
