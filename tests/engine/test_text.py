"""Our index of character n-grams against scikit-learn's, and what free text finds with it."""

import json
from time import perf_counter

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from jobplaneten import suggesting
from jobplaneten.occupation_fields import meaning
from jobplaneten.occupations import occupations
from jobplaneten.similar import Nearest, folded
from matching.evaluation.text import evaluate_text, held_out

QUERIES = ["dyrlæge", "fodbolspiler", "vej vej vej", "a", "pædagog i børnehave", "tømrer", "it", "sosu-hjælper", "é"]
SAMPLE = occupations()[::30]


@pytest.mark.parametrize("sublinear", [False, True])
def test_the_cosines_and_the_ranking_are_scikit_learns(sublinear: bool) -> None:
    phrases = [folded(name) for one in occupations()[::5] for name in (one.title, *one.also_called)]
    oracle = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=sublinear)
    table = oracle.fit_transform(phrases)
    index = Nearest(phrases, sublinear=sublinear)
    _indexed, unseen = held_out(SAMPLE, seed=1)
    for text in [*map(folded, QUERIES), *(phrase for _codes, phrase in unseen)]:
        theirs, ours = (table @ oracle.transform([text]).T).toarray().ravel(), index.cosines(text)
        assert np.allclose(ours, theirs, atol=1e-12)
        assert (np.argsort(-ours.round(9), kind="stable") == np.argsort(-theirs.round(9), kind="stable")).all()


def test_a_query_is_answered_within_ten_milliseconds() -> None:
    index, _meanings = suggesting.titles()
    spent = []
    for one in SAMPLE:
        began = perf_counter()
        index.cosines(folded(one.title))
        spent.append(perf_counter() - began)
    assert sorted(spent)[len(spent) // 2] < 0.01


def test_no_phrase_tried_is_in_the_index() -> None:
    indexed, queries = held_out(occupations(), seed=3)
    assert queries
    assert not {phrase for _codes, phrase in queries} & {phrase for _code, phrase in indexed}


def test_the_hit_rates_are_as_good_as_measured_before() -> None:
    """Among a quarter of the occupations; `manage.py evaluate_matching --text` tries all."""
    found = evaluate_text(seeds=(1,), known=occupations()[::4])
    json.dumps(found)
    assert found["clean"]["hit_at_1"] >= 0.50
    assert found["clean"]["hit_at_5"] >= 0.73
    assert found["one_slip"]["hit_at_5"] >= 0.69


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("fodbolspiler", "sport"),
        ("polititbetjent", "safety"),
        ("sygeplejeske", "health"),
        ("Jeg elsker at bage", "food"),
        ("murerarbejdsmand", "craft"),
        ("youtuber", "media"),
        ("advokat", "office"),
    ],
)
def test_a_dream_in_a_youths_own_spelling_finds_its_field(text: str, field: str) -> None:
    assert suggesting.dream_fields().suggest(text)[0] == field


@pytest.mark.parametrize("text", ["", " ", "xyzzy qwertz", "jeg ved ikke", "12345", "!?", "😀"])
def test_text_that_says_nothing_finds_nothing(text: str) -> None:
    for finder in (suggesting.dream_fields, suggesting.categories, suggesting.circumstances, suggesting.skills):
        assert finder().suggest(text) == []


def test_the_longest_beginning_of_a_group_decides() -> None:
    assert meaning("2342") == ("daginstitution", "teaching")
    assert meaning("2341") == ("boern_fritid", "teaching")
    assert meaning("9999") == (None, None)
