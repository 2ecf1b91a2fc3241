"""Whatever lies on the shelf, there is a scorer tonight, and it is said which."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from matching.engine import shelf
from matching.engine.weights import Scorer, Side, slopes

FITTED = Scorer(Side.linear(-0.5, slopes("want")), Side.linear(0.25, slopes("take")), "outcomes", 12, "scikit-learn 9")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models" / "scorer.json"


def test_what_was_saved_is_loaded(place: Path) -> None:
    shelf.save(FITTED, place)
    assert shelf.load(place) == (FITTED, "")
    assert [path.name for path in place.parent.iterdir()] == ["scorer.json"]


def test_a_save_that_breaks_leaves_the_old_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.save(FITTED, place)

    def full_disk(handle: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="disk full"):
        shelf.save(Scorer.written(), place)
    assert shelf.load(place) == (FITTED, "")
    assert len(list(place.parent.iterdir())) == 1


def resealed(page: dict[str, Any]) -> str:
    return json.dumps(page | {"sha256": shelf._digest(page["scorer"])})


def test_a_missing_file_means_the_written_weights(place: Path) -> None:
    assert shelf.load(place) == (Scorer.written(), "missing")


def test_a_folder_in_its_place_is_unreadable(tmp_path: Path) -> None:
    assert shelf.load(tmp_path) == (Scorer.written(), "unreadable")


@pytest.mark.parametrize("text", ["", "{", "[]", "\udcff", "[" * 100_000, '{"format": 1}', "null"])
def test_a_damaged_file_means_the_written_weights(place: Path, text: str) -> None:
    place.parent.mkdir()
    place.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert shelf.load(place) == (Scorer.written(), "damaged")


def test_one_changed_figure_is_damage(place: Path) -> None:
    shelf.save(FITTED, place)
    place.write_text(place.read_text().replace("-0.5", "-0.4"))
    assert shelf.load(place) == (Scorer.written(), "damaged")


@pytest.mark.parametrize("change", ["format", "feature", "codes", "figure", "endless", "words", "missing"])
def test_a_file_for_other_features_is_old(place: Path, change: str) -> None:
    page = {"format": shelf.FORMAT, "scorer": FITTED.to_json()}
    want = page["scorer"]["want"]  # type: ignore[index]
    match change:
        case "format":
            page["format"] = 0
        case "feature":
            want["tables"]["charm"] = [0, 1]
        case "codes":
            want["tables"]["travel"] = [0, 1]
        case "figure":
            want["intercept"] = float("nan")
        case "endless":
            want["intercept"] = 10**400
        case "words":
            want["intercept"] = "high"
        case "missing":
            del want["intercept"]
    place.parent.mkdir()
    place.write_text(resealed(page))
    assert shelf.load(place) == (Scorer.written(), "old")
