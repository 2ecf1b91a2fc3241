"""Reasons in three voices, and points that add up."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine.cards import JobCard, WishCard
from matching.engine.compiled import Compiled
from matching.engine.explain import BEHIND, Contribution, Points, Reason, reasons
from matching.engine.features import NAMES, TOPS
from matching.engine.weights import Scorer
from tests.engine.town import amina, care_home


def figures(voice: tuple[Reason, ...]) -> dict[str, dict[str, object]]:
    return {reason.code: dict(reason.figures) for reason in voice}


def test_the_mentor_reads_everything() -> None:
    found = figures(reasons(amina(rather_not=frozenset({"task2"})), care_home()).mentor)
    assert found == {
        "tasks_liked": {"codes": ("task1",)},
        "circumstances_liked": {"codes": ("around1",)},
        "dream_field": {"field": "health"},
        "skills_met": {"skills": ("skill1",), "levels": (2,)},
        "skills_to_learn": {"skills": ("skill2", "skill3"), "levels": (2, 1)},
        "timetable": {"shifts": 1, "minutes": 120, "slack": 30},
        "travel": {"minutes": 4, "mode": "bike"},
        "help": {"help": 2, "wanted": 2},
        "regular": {},
        "rather_nots": {"codes": ("task2",)},
    }


def test_the_youth_reads_what_speaks_for_the_job() -> None:
    found = reasons(amina(rather_not=frozenset({"task2"})), care_home())
    assert set(figures(found.youth)) == set(figures(found.mentor)) - {"rather_nots"}


@pytest.mark.parametrize(
    ("wish", "job", "code"),
    [
        (amina(modes=frozenset({"walk"}), place=(55.44, 12.18), max_minutes=60), care_home(), "travel"),
        (amina(step=1, next_step_ok=True), care_home(), "help"),
    ],
)
def test_a_long_way_and_too_little_help_are_for_the_mentor_alone(wish: WishCard, job: JobCard, code: str) -> None:
    found = reasons(wish, job)
    assert code in figures(found.mentor)
    assert code not in figures(found.youth)


def test_the_next_step_is_named() -> None:
    assert figures(reasons(amina(step=1), care_home()).youth)["next_step"] == {"step": 2}


def test_the_employer_reads_competences_and_times_only() -> None:
    found = reasons(amina(), care_home(), [Contribution(name, 1, 0.5, 0.5) for name in NAMES]).employer
    assert figures(found) == {
        "skills_met": {"skills": ("skill1",), "levels": (2,)},
        "skills_to_learn": {"skills": ("skill2", "skill3"), "levels": (2, 1)},
        "timetable": {"shifts": 1, "minutes": 120},
    }
    assert {reason.points for reason in found} == {0.0}


def test_what_does_not_hold_is_not_said() -> None:
    job = care_home(needs={}, field=frozenset(), shifts=((1, 930, 1050), (3, 900, 1000)))
    found = figures(reasons(amina(likes=frozenset()), job).mentor)
    assert set(found) == {"timetable", "travel", "help"}


def test_what_helped_most_stands_first() -> None:
    points = [Contribution(name, 1, float(n), 0.5) for n, name in enumerate(NAMES)]
    found = reasons(amina(), care_home(), points).mentor
    assert [reason.points for reason in found] == sorted((reason.points for reason in found), reverse=True)
    assert found[0] == Reason("help", {"help": 2, "wanted": 2}, 11 + 12 + 1.0)


def test_every_feature_has_a_reason_that_speaks_for_it() -> None:
    assert sorted(name for names in BEHIND.values() for name in names) == sorted(NAMES)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 30))
def test_base_and_contributions_add_up_to_the_logit(seed: int, pairs: int) -> None:
    dice = np.random.default_rng(seed)
    codes = dice.integers(0, TOPS + 1, size=(pairs, len(TOPS)))
    wish = np.sort(dice.integers(0, 5, pairs))
    scorer = Scorer.written()
    weights = Compiled.of(scorer)
    sums = np.stack([[side[wish == youth].sum(axis=0) for youth in range(5)] for side in weights.points(codes)])
    points = Points.of(weights, codes, sums[:, wish], np.bincount(wish, minlength=5)[wish])
    for pair in range(pairs):
        told = points.contributions(pair, codes[pair])
        want = points.base_want[pair] + sum(each.want for each in told)
        take = points.base_take[pair] + sum(each.take for each in told)
        assert want == pytest.approx(scorer.want.logit(codes)[pair], abs=1e-5)
        assert take == pytest.approx(scorer.take.logit(codes)[pair], abs=1e-5)
        assert tuple(each.code for each in told) == tuple(codes[pair])
    for youth in range(5):
        assert points.want[wish == youth].sum() == pytest.approx(0, abs=1e-9)
