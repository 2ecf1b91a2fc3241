"""Whoever may not is refused by the deed itself, whichever door led to it; whoever may is not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from django.db import connection, transaction

from employers import actions as employers
from jobplaneten.families import actions as families
from jobplaneten.keepsakes import actions as keepsakes
from jobplaneten.placements import actions as placements
from jobplaneten.placements.contract import current_terms
from jobplaneten.shifts import actions as shifts
from jobplaneten.shifts.judging import Times
from jobplaneten.shifts.models import RosterShift
from jobplaneten.steps import actions as steps
from jobplaneten.workflow import MoveRefused
from matching import actions as matching
from tests.factories import NOW, TODAY, UserFactory
from tests.house.rows import rows
from tests.house.street import listening
from tests.house.world import World, build
from youth import actions as youth
from youth.models import Youth

pytestmark = pytest.mark.django_db
Deed = Callable[[Any], Any]


class Case(NamedTuple):
    deed: Deed
    may: str
    may_not: str


@pytest.fixture(autouse=True)
def that_day(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


def cases(world: World) -> dict[str, Case]:
    things: Any = rows(world)
    found: dict[str, Case] = {}
    for deeds in (of_families, of_keepsakes, of_placements, of_shifts, of_the_programme):
        found |= deeds(world, things)
    return found


def of_families(world: World, things: Any) -> dict[str, Case]:
    ole = Youth.objects.get(user=world.people["other"])
    asked: Any = {"relation": "father", "way": "paper", "language": "da", "phone": "", "lives_with": False, "now": NOW}
    said: Any = {"word": "no", "scope": "all", "now": NOW}
    return {
        "invite a guardian": Case(lambda by: families.invite(ole, by=by, **asked), "bo", "elin"),
        "a guardian's word": Case(lambda by: families.say(world.guardianship, by=by, **said), "guardian", "stranger"),
    }


def of_keepsakes(world: World, things: Any) -> dict[str, Case]:
    over, said = things["job_ended"], {"did": "Hylder", "good": "Smil", "wish": ""}
    keepsakes.show(over, {}, by=world.amina.user, now=NOW)
    return {
        "write a CV": Case(lambda by: keepsakes.save_resume(world.amina, {}, by=by, now=NOW), "amina", "bo"),
        "recommend": Case(lambda by: keepsakes.recommend(over, by=by, now=NOW, **said), "elin", "amina"),
        "read first": Case(lambda by: keepsakes.read_first(world.placement, back_why="", by=by, now=NOW), "bo", "elin"),
        "show a paper": Case(lambda by: keepsakes.show(over, {}, by=by, now=NOW), "amina", "bo"),
        "revoke a paper": Case(lambda by: keepsakes.revoke(over, by=by, now=NOW), "amina", "elin"),
    }


def of_placements(world: World, things: Any) -> dict[str, Case]:
    job, over, terms = world.placement, things["job_ended"], current_terms(world.placement)
    assert terms
    yes: Any = {"side": "youth", "digest": terms.digest, "now": NOW}
    placements.tick(things["job_elsewhere"], "adult", who="Mia", by=world.mentor, now=NOW)
    took: Any = {"reason": "Nej", "now": NOW}
    return {
        "say an own paper": Case(
            lambda by: placements.say_own_paper(world.amina, "tax", is_done=True, by=by, now=NOW), "amina", "bo"
        ),
        "find somebody new": Case(lambda by: placements.find_new(over, by=by, now=NOW), "elin", "amina"),
        "give a workplace's reason": Case(
            lambda by: placements.cancel(job, kind="attendance", by=by, now=NOW), "elin", "amina"
        ),
        "pause for a workplace's reason": Case(
            lambda by: placements.pause(
                things["job_started"], begins_on=TODAY, until_on=TODAY, kind="less_work", by=by, now=NOW
            ),
            "elin",
            "amina",
        ),
        "remind": Case(lambda by: placements.remind(job, by=by, now=NOW), "bo", "elin"),
        "agree for the youth": Case(lambda by: placements.agree(job, by=by, **yes), "amina", "elin"),
        "tick": Case(lambda by: placements.tick(job, "adult", who="Mia", by=by, now=NOW), "bo", "guardian"),
        "take a tick back": Case(
            lambda by: placements.take_back(things["job_elsewhere"], "adult", by=by, **took), "bo", "guardian"
        ),
    }


def of_shifts(world: World, things: Any) -> dict[str, Case]:
    job = things["job_started"]
    row: Any = {"starts": 930, "ends": 1050}
    gone = RosterShift.objects.create(placement=job, day=TODAY - timedelta(days=3), **row)
    soon = RosterShift.objects.create(placement=job, day=TODAY, starts=490, ends=600)
    ahead = Times(TODAY + timedelta(days=1), 930, 1050)
    return {
        "put in hours": Case(
            lambda by: shifts.put_in_hours(gone, **row, break_minutes=0, by=by, now=NOW), "amina", "other"
        ),
        "call a shift off": Case(lambda by: shifts.call_off(soon, reason="other", by=by, now=NOW), "elin", "amina"),
        "say that nobody came": Case(lambda by: shifts.say_missed(gone, by=by, now=NOW), "elin", "amina"),
        "add a shift": Case(lambda by: shifts.add_shift(job, ahead, by=by, now=NOW), "elin", "amina"),
        "tap": Case(lambda by: shifts.tap(soon, "here", tapped_at=NOW, by=by, now=NOW), "amina", "other"),
    }


def of_the_programme(world: World, things: Any) -> dict[str, Case]:
    ole = Youth.objects.get(user=world.people["other"])
    step: Any = {"to_step": 2, "from_step": 1, "evidence": "Møder", "reason": "Flot", "despite": "Klar", "now": NOW}
    facts = {
        "seen_in": "hand",
        "note": "virk.dk",
        "number_seen": world.check.employer.cvr,
        "called_on": TODAY,
        "met_on": TODAY,
        "met_by": "Dorte",
    }
    busy = things["other_youth"]
    Youth.objects.filter(pk=busy.pk).update(waiting_since=None)
    world.people |= {"busy": busy.user, "checker": world.check.checked_by, "near": UserFactory(areas=[world.area])}
    hidden = things["card_protected"].match.youth
    youth.propose_clearing(hidden, by=world.mentor, now=NOW)
    days: Any = {"from_on": TODAY + timedelta(days=50), "until_on": TODAY + timedelta(days=51), "by": world.mentor}
    return {
        "move a step": Case(lambda by: steps.decide(ole, by=by, **step), "bo", "carla"),
        "say yes to a step": Case(lambda by: steps.confirm(world.proposal, by=by, now=NOW), "dorte", "bo"),
        "invite a youth": Case(lambda by: youth.invite(area=world.area, phone="", by=by, now=NOW), "bo", "carla"),
        "be made mentor": Case(
            lambda by: youth.let_in(world.waiting, mentor=by, by=world.mentor, now=NOW), "bo", "carla"
        ),
        "be handed a youth": Case(
            lambda by: youth.hand_over(world.amina, mentor=by, by=world.mentor, now=NOW), "near", "carla"
        ),
        "stand in": Case(lambda by: youth.stand_in(world.amina, mentor=by, **days, now=NOW), "near", "carla"),
        "protect": Case(lambda by: youth.protect(world.amina, by=by, now=NOW), "bo", "carla"),
        "clear a protection": Case(lambda by: youth.confirm_clearing(hidden, by=by, now=NOW), "dorte", "bo"),
        "want another job": Case(lambda by: youth.want_another_job(busy, wanted=True, by=by, now=NOW), "busy", "other"),
        "check a workplace": Case(
            lambda by: employers.check(world.check.employer, facts, by=by, now=NOW), "dorte", "bo"
        ),
        "say yes to a workplace": Case(lambda by: employers.confirm(world.check, by=by, now=NOW), "dorte", "checker"),
        "show a workplace again": Case(lambda by: matching.show_again(world.hiding, by=by, now=NOW), "amina", "bo"),
    }


def done(deed: Deed, by: Any) -> tuple[str, list[str]]:
    """What it said, and what it wrote. Undone at once."""
    wrote: list[str] = []
    with transaction.atomic(), connection.execute_wrapper(listening(wrote)):
        try:
            deed(by)
            said = ""
        except MoveRefused as no:
            said = str(no) or "refused"
        transaction.set_rollback(True)
    return said, wrote


def test_a_deed_is_done_by_whom_it_is_for_and_refuses_everybody_else() -> None:
    world = build()
    found = cases(world)
    assert {name: said for name, case in found.items() if (said := done(case.deed, world.people[case.may])[0])} == {}
    refused = {name: done(case.deed, world.people[case.may_not]) for name, case in found.items()}
    assert {name for name, (said, _wrote) in refused.items() if not said} == set()
    assert {name: wrote for name, (_said, wrote) in refused.items() if wrote} == {}
