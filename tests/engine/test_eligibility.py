"""Every hard limit refuses with its figures, and the fast way and the plain way agree."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import search
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Town
from matching.engine.compiled import Compiled
from matching.engine.eligibility import CODES, Verdict, lawful, refusals
from matching.engine.night import by_pair
from matching.engine.search import Lists, Pairs, counts, eligible_pairs
from matching.engine.weights import Scorer
from tests.engine.town import amina, care_home, town


def pairs_of(wishes: list[WishCard], jobs: list[JobCard], verdict: Verdict = lawful) -> Pairs:
    return eligible_pairs(Town.of(wishes, jobs, by_pair(verdict)(wishes, jobs)))


def searched(wishes: list[WishCard], jobs: list[JobCard], verdict: Verdict = lawful) -> Lists:
    town = Town.of(wishes, jobs, by_pair(verdict)(wishes, jobs))
    return search.search(town, Compiled.of(Scorer.written()), length=5, seed=1)


def test_a_pair_without_a_reason_against_it_is_eligible() -> None:
    assert refusals(amina(), care_home()) == ()
    assert pairs_of([amina()], [care_home()]).youth.tolist() == [0]


@pytest.mark.parametrize(
    ("wish", "job", "code", "figures"),
    [
        (amina(age=13), care_home(), "age", {"age": 13, "age_min": 14, "age_max": 17}),
        (amina(age=18), care_home(), "age", {"age": 18, "age_min": 14, "age_max": 17}),
        (amina(step=1), care_home(), "step", {"step": 1, "next_step_ok": 0, "job_steps": (2,)}),
        (amina(step=3, next_step_ok=True), care_home(), "step", {"step": 3, "next_step_ok": 1, "job_steps": (2,)}),
        (
            amina(max_minutes=3),
            care_home(),
            "travel",
            {"minutes": 4, "max_minutes": 3, "mode": "bike", "km": 0.9},
        ),
        (
            amina(blocked=((1, 1000, 1030),)),
            care_home(shifts=((3, 900, 1000), (1, 930, 1050))),
            "timetable",
            {"shifts": 2, "outside": 1, "weekday": 1, "start": 930, "end": 1050},
        ),
        (amina(), care_home(seats=0), "seats", {"seats": 0}),
        (amina(earlier_no=frozenset({1})), care_home(), "earlier_no", {}),
        (amina(already=frozenset({1})), care_home(), "already_proposed", {}),
        (amina(hidden=frozenset({1})), care_home(), "hidden", {}),
    ],
)
def test_each_limit_refuses_with_its_figures(
    wish: WishCard, job: JobCard, code: str, figures: dict[str, object]
) -> None:
    (refusal,) = refusals(wish, job)
    assert (refusal.youth, refusal.post) == (wish.youth, job.post)
    assert (refusal.code, refusal.figures) == (code, figures)
    found = searched([wish], [job])
    assert not len(found.youth)
    assert found.eligible.tolist() == [0]
    assert counts(found.refused[0]) == {code: 1}


def test_the_next_step_is_open_with_the_mentors_tick_only() -> None:
    assert refusals(amina(step=1, next_step_ok=True), care_home()) == ()
    assert [refusal.code for refusal in refusals(amina(step=1), care_home())] == ["step"]


def test_the_callers_verdict_forbids_by_rule() -> None:
    def verdict(wish: WishCard, job: JobCard) -> tuple[str, ...]:
        return ("H3",) if wish.youth == 1 else ()

    (refusal,) = refusals(amina(), care_home(), verdict)
    assert (refusal.code, refusal.figures) == ("own_law", {"rules": ("H3",)})
    found = searched([amina(), amina(youth=2)], [care_home()], verdict)
    assert found.youth.tolist() == [1]
    assert [counts(row) for row in found.refused] == [{"own_law": 1}, {}]


def test_every_reason_is_told_but_the_first_is_counted() -> None:
    wish = amina(age=13, step=1, max_minutes=0, free=(), earlier_no=frozenset({1}))
    found = refusals(wish, care_home(seats=0))
    codes = ["age", "step", "travel", "timetable", "seats", "earlier_no"]
    assert [refusal.code for refusal in found] == codes
    assert counts(searched([wish], [care_home(seats=0)]).refused[0]) == {"age": 1}


def test_a_town_without_jobs_or_youths_has_no_pairs() -> None:
    assert counts(searched([amina()], []).refused[0]) == {}
    assert not len(searched([], [care_home()]).youth)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 12), st.integers(1, 40))
def test_the_fast_way_and_the_plain_way_agree(seed: int, youths: int, posts: int, at_once: int) -> None:
    def verdict(wish: WishCard, job: JobCard) -> tuple[str, ...]:
        return ("H3",) if (wish.youth + job.post + seed) % 4 == 0 else ()

    wishes, jobs = town(youths, posts, seed, width=0.02 if seed % 2 else 0.3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "PAIRS_AT_ONCE", at_once)
        found, lists = pairs_of(wishes, jobs, verdict), searched(wishes, jobs, verdict)
    reasons = {
        (row, column): refusals(wish, job, verdict)
        for row, wish in enumerate(wishes)
        for column, job in enumerate(jobs)
    }
    pairs = list(zip(found.youth.tolist(), found.job.tolist(), strict=True))
    assert pairs == [pair for pair, against in reasons.items() if not against]
    for row in range(youths):
        own = Counter(against[0].code for (r, _), against in reasons.items() if r == row and against)
        assert counts(lists.refused[row]) == own
        assert lists.eligible[row] == posts - own.total()
    assert all(refusal.code in CODES for against in reasons.values() for refusal in against)
