"""How jobs pause and end: by the youth, the workplace, a parent, the mentor or the calendar."""

from datetime import timedelta
from typing import Any

import pytest

from employers.models import PostStatus
from jobplaneten.families import actions as families
from jobplaneten.following.models import FollowUp
from jobplaneten.placements import actions as jobs
from jobplaneten.placements.models import EndKind, PauseKind, Placement, PlacementStatus, Side
from jobplaneten.shifts.models import RosterShift
from jobplaneten.workflow import MoveRefused
from matching.models import Match, RunKind
from tests.season.beginning import write
from tests.season.town import Story, Town, boss_of, fresh, in_days, mail_to, now, shifts_of, today
from youth.models import Word


def the_youth_says_stop(town: Town) -> Story:
    """School takes more: a last day ahead, no shifts after it, and the next night looks again."""
    leyla = town.youth("Leyla", days=(0, 1, 2, 3))
    job = town.at_work(leyla, town.post(town.boss("Dyrehandlen"), "Foder på hylder"))
    yield in_days(20)
    assert not fresh(leyla).waiting_since
    last = today() + timedelta(days=10)
    assert shifts_of(job).filter(day__gt=last).exists()
    jobs.end(job, last_day_on=last, kind="school", by=leyla.user, now=now())
    assert mail_to(town.bo, "Leyla stopper i jobbet").filter(created_at=now()).exists()
    town.saw("the mentor hears of an end the same minute")
    assert fresh(leyla).waiting_since == now()
    yield in_days(1)
    assert not RosterShift.objects.planned().of_jobs_that_run().filter(placement=job, day__gt=last).exists()
    town.saw("no shifts and no reminders after the last day")
    assert Match.objects.filter(
        youth=leyla, run__kind=RunKind.NIGHT, run__requested_at__gt=now() - timedelta(1)
    ).exists()
    town.saw("a youth whose job ends is in the next night")
    yield in_days(11)
    assert fresh(job).status == PlacementStatus.ENDED
    assert FollowUp.objects.filter(placement=job, point__days=None).exists()
    town.saw("when it is over everybody is asked how it was")
    town.saw("ended by a youth")


def the_workplace_says_stop(town: Town) -> Story:
    """With the notice of the terms, which it can only pass over when both agree; and a new youth if it wants one."""
    boss = town.boss("Boghandlen")
    post = town.post(boss, "Bøger på plads")
    job = town.at_work(town.youth("Jonas"), post)
    yield in_days(9)
    terms = write(fresh(job), town)
    for side, by in ((Side.YOUTH, job.youth.user), (Side.EMPLOYER, boss.user), (Side.GUARDIAN, town.bo)):
        jobs.agree(job, side=side, digest=terms.digest, why="paper" if by == town.bo else "", by=by, now=now())
    yield in_days(120)
    said: dict[str, Any] = {"kind": EndKind.LESS_WORK, "by": boss.user, "now": now()}
    with pytest.raises(MoveRefused, match="Opsigelsen er"):
        jobs.end(job, last_day_on=today(), **said)
    town.saw("a workplace keeps the notice that the terms or the law give")
    jobs.end(job, last_day_on=today(), **said, is_agreed=True, wants_new=False)
    assert fresh(post).status == PostStatus.FILLED
    yield in_days(1)
    jobs.find_new(fresh(job), by=boss.user, now=now())
    assert fresh(post).status == PostStatus.OPEN
    town.saw("the seat is free again when the workplace wants somebody new")
    town.saw("ended by a workplace")


def a_parent_says_stop(town: Town) -> Story:
    maja = town.youth("Maja")
    mother = town.mother(maja)
    job = town.at_work(maja, town.post(town.boss("Caféen"), "Kopper"))
    yield in_days(15)
    said = {"begins_on": today(), "until_on": today() + timedelta(days=6), "kind": PauseKind.HOME}
    families.pause_job(mother, job, **said, by=mother.guardian, now=now())
    yield in_days(8)
    families.end_job(mother, job, last_day_on=today(), kind=EndKind.WORRIED, words="", by=mother.guardian, now=now())
    assert fresh(job).status == PlacementStatus.ENDED
    assert "Bekymring" not in mail_to(boss_of(job.post), "Maja").last().body  # type: ignore[union-attr]
    town.saw("what is private in a reason stays with the mentor")
    town.saw("ended by a parent")


def the_mentor_says_stop(town: Town) -> Story:
    job = town.at_work(town.youth("Kasper"), town.post(town.boss("Svømmehallen"), "Propper og plader"))
    yield in_days(25)
    kind = EndKind.FIT
    jobs.end(job, last_day_on=today(), kind=kind, words="Vi prøver noget andet.", is_agreed=True, by=town.bo, now=now())
    assert mail_to(job.youth.user).filter(created_at=now()).exists()
    town.saw("ended by the programme")
    yield in_days(1)


def a_job_for_a_season(town: Town) -> Story:
    """Agreed to last until a day: everybody is told two weeks before, and then it ends by itself."""
    ends = today() + timedelta(days=60)
    job = town.at_work(town.youth("Silas"), town.post(town.boss("Frugtplantagen"), "Æbler", ends_on=ends))
    yield in_days(48)
    assert fresh(job).end_told_at
    yield in_days(14)
    assert (fresh(job).status, fresh(job).end_kind) == (PlacementStatus.ENDED, EndKind.PERIOD)
    town.saw("an agreed end is told two weeks before, and comes by itself")


def a_pause_for_the_exams(town: Town) -> Story:
    nora = town.youth("Nora")
    job = town.at_work(nora, town.post(town.boss("Apoteket"), "Kasser pakkes ud"))
    yield in_days(14)
    days: dict[str, Any] = {"begins_on": today() + timedelta(days=1), "until_on": today() + timedelta(days=20)}
    jobs.pause(job, **days, kind=PauseKind.EXAM, by=nora.user, now=now())
    yield in_days(5)
    assert not fresh(job).works_on(today())
    town.saw("in a pause nobody works, and the job is kept")
    jobs.resume(fresh(job), by=nora.user, now=now())
    assert Placement.objects.get(pk=job.pk).works_on(today() + timedelta(days=7))
    yield in_days(1)


def a_yes_at_home_is_taken_back(town: Town) -> Story:
    """In the middle of a job: no shifts from this minute, and nobody lifts it before the family says yes."""
    samir = town.youth("Samir")
    mother = town.mother(samir)
    job = town.at_work(samir, town.post(town.boss("Autoværkstedet"), "Fejning"))
    yield in_days(16)
    families.say(mother, word=Word.WITHDRAWN, scope="all", by=mother.guardian, now=now())
    assert not fresh(job).works_on(today() + timedelta(days=7))
    with pytest.raises(MoveRefused):
        jobs.resume(fresh(job), by=town.bo, now=now())
    town.saw("a withdrawn yes stops the shifts of a running job")
    yield in_days(3)
    families.say(mother, word=Word.YES, scope="all", by=mother.guardian, now=now())
    jobs.resume(fresh(job), by=town.bo, now=now())
    assert fresh(job).works_on(today() + timedelta(days=7))
    town.saw("with a new yes the mentor lets it go on")
    yield in_days(1)


def it_comes_to_nothing_before_the_first_day(town: Town) -> Story:
    """The mother has signed, and thinks better of it."""
    aya = town.youth("Aya")
    mother = town.mother(aya)
    job = town.ready(aya, town.post(town.boss("Rideskolen"), "Strigling"))
    said = {"kind": EndKind.WORRIED, "words": ""}
    families.cancel_job(mother, job, **said, by=mother.guardian, now=now())
    assert (fresh(job).status, fresh(aya).waiting_since) == (PlacementStatus.CANCELLED, now())
    town.saw("before the first day a job is cancelled, and the youth is in the next night")
    yield in_days(1)
