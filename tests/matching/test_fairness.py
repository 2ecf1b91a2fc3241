"""Who got what tonight, by group, and how far proposals come on the way to a job."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts.models import Area, User
from jobplaneten.placements.models import Placement, PlacementStatus
from matching.actions import mark_opened
from matching.engine.propensity import chances
from matching.funnel import Step, of_placements, steps, ways
from matching.models import Decision, Match, MatchStatus, NoReason, Run
from matching.nightly.trials import opened
from tests.factories import NOW, TODAY, AreaFactory, YouthFactory
from tests.matching.conftest import settle
from tests.matching.factories import MatchFactory, RunFactory
from tests.matching.test_nightly import night_of
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


def walked(today: date = TODAY) -> dict[str, Step]:
    placements = Placement.objects.all()
    found = ways(Match.objects.all(), placements, today)
    return {step.name: step for step in steps(found, of_placements(placements, today), today)}


def figures(step: Step) -> tuple[int, int, int, int]:
    return step.of, step.got, step.waits, step.lost


def job_of(match: Match, **fields: Any) -> Placement:
    status = PlacementStatus.ENDED if fields.get("last_day_on") else PlacementStatus.STARTED
    started = {"agreed_at": NOW, "started_at": NOW, "status": status, "first_name": "Amina"}
    return Placement.objects.create(youth=match.youth, post=match.post, **started, **fields)


def test_a_night_counts_who_got_a_proposal_by_area_age_and_step(clock: Clock) -> None:
    settle(youths=12, posts=6)
    run = night_of(clock)
    assert [table["by"] for table in run.fairness["tables"]] == ["area", "age", "step"]
    for table in run.fairness["tables"]:
        reached = sum(row["coverage"]["yes"] for row in table["rows"] if row["coverage"])
        assert reached <= len(set(Match.objects.values_list("youth", flat=True)))
    whole = [row for table in run.fairness["tables"] for row in table["rows"] if row["youths"] == 12]
    assert whole
    assert whole[0]["coverage"]["yes"] == len(set(Match.objects.values_list("youth", flat=True)))
    assert whole[0]["exposure"]["yes"] == Match.objects.count()


def test_a_night_keeps_the_chance_that_its_seed_gave_each_proposal(clock: Clock) -> None:
    settle(youths=12, posts=6)
    record = opened(night_of(clock).record)
    kept = {(youth, post): chance for youth, post, chance in Match.objects.values_list("youth", "post", "propensity")}
    assert kept == pytest.approx(chances(record))
    assert all(chance is not None and 0 < chance <= 1 for chance in kept.values())


def test_of_twins_each_had_the_same_chance_of_the_same_job(clock: Clock) -> None:
    """Youths are alike but for one skill, four of each level: their proposals, shared by four."""
    settle(youths=12, posts=1)
    night_of(clock)
    levels = dict(Youth.objects.values_list("pk", "skills__level"))
    came = Counter(levels[youth] for youth in Match.objects.values_list("youth", flat=True))
    assert 0 < Match.objects.count() < 12
    for youth, chance in Match.objects.values_list("youth", "propensity"):
        assert chance == came[levels[youth]] / 4


def test_small_groups_are_not_kept_at_all(clock: Clock) -> None:
    settle(youths=3, posts=3)
    run = night_of(clock)
    assert not [row for table in run.fairness["tables"] for row in table["rows"] if row["coverage"] or row["youths"]]


def test_the_first_look_of_a_youth_is_noted_once(as_user: SignIn) -> None:
    match = MatchFactory(status=MatchStatus.OFFERED)
    as_user(match.youth.user).get(f"/forslag/{match.pk}/")
    match.refresh_from_db()
    first = match.seen_at
    assert first is not None
    mark_opened(match, now=first + timedelta(days=1))
    match.refresh_from_db()
    assert match.seen_at == first


def test_each_step_of_the_way_counts_who_got_there_who_waits_and_who_fell_off() -> None:
    for status in MatchStatus:
        MatchFactory(status=status, seen_at=None)
    MatchFactory(status=MatchStatus.OFFERED, seen_at=NOW)
    way = walked()
    assert way["proposed"].got == len(MatchStatus) + 1
    assert figures(way["mentor"])[1] == Match.objects.exclude(offered_at=None).count()
    # Answers count as seen; an unopened offer still waits.
    assert figures(way["seen"]) == (6, 5, 1, 0)
    assert figures(way["wanted"]) == (5, 3, 1, 1)
    assert figures(way["taken"]) == (3, 1, 1, 1)


def test_a_yes_that_was_taken_back_is_a_no_and_its_reason_is_counted() -> None:
    MatchFactory.create_batch(2, status=MatchStatus.DECLINED, no_reason=NoReason.TOO_FAR)
    assert walked()["wanted"].reasons == {"too_far": 2}


def test_a_youth_who_said_yes_before_it_expired_wanted_it(bo: User) -> None:
    match = MatchFactory(status=MatchStatus.EXPIRED, offered_at=NOW)
    Decision.objects.create(match=match, move="accept", by=match.youth.user, at=NOW)
    assert figures(walked()["wanted"]) == (1, 1, 0, 0)
    assert figures(walked()["taken"]) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("days_ago", "stayed_days", "weeks", "months"),
    [
        (20, None, (0, 0), (0, 0)),
        (30, None, (1, 1), (0, 0)),
        (30, 10, (1, 0), (0, 0)),
        (95, None, (1, 1), (1, 1)),
        (95, 50, (1, 1), (1, 0)),
        (130, None, (0, 0), (1, 1)),
    ],
)
def test_who_is_still_there_is_asked_only_when_it_is_time(
    days_ago: int, stayed_days: int | None, weeks: tuple[int, int], months: tuple[int, int]
) -> None:
    first = TODAY - timedelta(days=days_ago)
    match = MatchFactory(status=MatchStatus.AGREED, run=RunFactory(day=first - timedelta(days=5)))
    last = first + timedelta(days=stayed_days) if stayed_days else None
    job_of(match, first_day_on=first, last_day_on=last)
    way = walked()
    assert (way["after_4_weeks"].of, way["after_4_weeks"].got) == weeks
    assert (way["after_3_months"].of, way["after_3_months"].got) == months


def test_the_way_is_counted_in_few_queries(django_assert_max_num_queries: Any) -> None:
    MatchFactory.create_batch(12, status=MatchStatus.OFFERED)
    with django_assert_max_num_queries(3):
        walked()


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def some_of(area: Area, statuses: Iterable[MatchStatus]) -> None:
    for status in statuses:
        MatchFactory(status=status, youth=YouthFactory(area=area), no_reason="")


def test_a_coordinator_reads_the_way_and_where_most_fall_off(dorte: User, as_user: SignIn) -> None:
    area = dorte.areas.first()
    assert area
    some_of(area, [MatchStatus.DECLINED] * 6 + [MatchStatus.AGREED] * 5)
    page = text_of(as_user(dorte), "/natten/vejen/")
    assert "Flest falder fra her" in page
    assert "6 af 11" in page


def test_few_are_never_told_of_on_the_way(dorte: User, as_user: SignIn) -> None:
    area = dorte.areas.first()
    assert area
    some_of(area, [MatchStatus.DECLINED] * 2 + [MatchStatus.AGREED] * 7)
    page = text_of(as_user(dorte), "/natten/vejen/")
    assert "under 5" in page
    assert "78\N{NO-BREAK SPACE}%" not in page


def test_the_way_shows_only_ones_own_areas(dorte: User, as_user: SignIn) -> None:
    some_of(AreaFactory(name="Fjernby"), [MatchStatus.OFFERED] * 9)
    assert "Ingen er på vej endnu" in text_of(as_user(dorte), "/natten/vejen/")


def test_a_coordinator_reads_of_each_night_whether_it_was_fair(dorte: User, as_user: SignIn, clock: Clock) -> None:
    settle(youths=12, posts=6)
    run = night_of(clock)
    page = text_of(as_user(dorte), f"/natten/{run.pk}/fair/")
    assert "Ingen forskel er sikkert større end 2 procentpoint." in page
    assert "Efter trin" in page


def test_a_night_without_figures_says_so(dorte: User, as_user: SignIn) -> None:
    run = Run.objects.create(day=TODAY, requested_at=NOW, status="done", finished_at=NOW)
    assert "Der er ikke noget at vise for den nat" in text_of(as_user(dorte), f"/natten/{run.pk}/fair/")


def test_nobody_but_coordinators_reads_either(
    amina: Youth, bo: User, carla: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    run = RunFactory()
    for person in (amina.user, bo, carla, elif_.user):
        for path in ("/natten/vejen/", f"/natten/{run.pk}/fair/"):
            assert as_user(person).get(path).status_code == 404
