"""From two times yes to the first day: what both expect, terms, signatures, risk; and how a job may stop before it."""

from datetime import timedelta
from typing import Any

import pytest

from employers.actions import open_post, save_post, submit
from jobplaneten.families import actions as families
from jobplaneten.families.models import Guardianship
from jobplaneten.placements import actions as jobs
from jobplaneten.placements import papers
from jobplaneten.placements.contract import current_terms, first_terms
from jobplaneten.placements.gates import points_of
from jobplaneten.placements.models import OwnKind, OwnPaper, Paper, Placement, PlacementStatus, Side, Terms
from jobplaneten.trades import Category
from jobplaneten.workflow import MoveRefused
from tests.season.town import Story, Town, boss_of, fresh, in_days, mail_to, now, today
from youth.models import How, Word

EXPECTED = {
    "employer": {"meet": "Ved bagdøren", "wear": "Sorte sko", "ill": "Karen", "phone": "away", "learn": "Kassen"},
    "youth": {"shown": "show", "told": "alone", "unsure": "ask", "agreed": "fine"},
}
OPENED_WITH = {"starts": 15 * 60 + 30, "ends": 17 * 60 + 30, "break_minutes": 0}


def write(placement: Placement, town: Town, /, **otherwise: object) -> Terms:
    said = first_terms(placement, placement.first_day_on or today() + timedelta(days=7))
    return jobs.write_terms(placement, said=said | otherwise, by=boss_of(placement.post), now=now())


def every_paper_of_a_job_with_children(town: Town) -> Story:
    """The whole gate, each by whom it is for: mother, youth, workplace, mentor."""
    amina = town.youth("Amina", is_fifteen=True, guardian_says_yes=False, own_word="yes", own_word_on=today())
    mother, boss = town.mother(amina), town.boss("Børnehuset")
    for word in (Word.INFORMED, Word.YES):
        families.say(mother, word=word, scope="all", by=mother.guardian, now=now())
    post = town.post(boss, "Leg på legepladsen", category=Category.DAYCARE, seats=2)
    yield from from_two_times_yes(town, town.agreed(amina, post), mother)


def from_two_times_yes(town: Town, job: Placement, mother: Guardianship) -> Story:
    amina, boss = job.youth, boss_of(job.post)
    with pytest.raises(MoveRefused, match="Der mangler flueben ved"):
        jobs.start(job, first_day_on=today() + timedelta(days=8), by=town.bo, now=now())
    town.saw("nobody begins before the papers are in place, and the gate says which")
    jobs.expect(job, answers=EXPECTED["employer"], by=boss, now=now())
    yield in_days(1)
    assert "Sorte sko" in town.page(amina.user, f"/job/{job.pk}/forventninger/")
    jobs.expect(job, answers=EXPECTED["youth"], by=amina.user, now=now())
    town.saw("both say what they expect, on one page")
    for kind in OwnKind:
        jobs.say_own_paper(amina, kind, is_done=True, by=amina.user, now=now())
    assert OwnPaper.objects.filter(youth=amina).count() == len(OwnKind)
    town.saw("tax card, account and MitID are said by the youth")
    assert Paper.RECORD in {line.paper for line in papers.missing(job, today())}
    town.saw("a record check is asked for where one works with children")
    jobs.remind(job, by=town.bo, now=now())
    yield from everybody_agrees(town, job, mother)
    families.sign(mother, job, paper=Paper.GUARDIAN, by=mother.guardian, now=now())
    town.saw("the guardian is told and signs in person")
    town.tick_papers(job, but=(Paper.GUARDIAN, Paper.COSIGN, Paper.TERMS))
    first_day = today() + timedelta(days=(1 - today().weekday()) % 7 + 7)
    jobs.start(fresh(job), first_day_on=first_day, by=town.bo, now=now())
    yield from second_thoughts_before_the_first_day(town, fresh(job))
    yield from the_terms_change_in_a_job_under_way(town, fresh(job))


def everybody_agrees(town: Town, job: Placement, mother: Guardianship) -> Story:
    terms = write(job, town)
    pdf = town.client
    pdf.force_login(boss_of(job.post))
    assert b"".join(pdf.get(f"/job/{job.pk}/vilkaar/pdf/")).startswith(b"%PDF")
    jobs.agree(job, side=Side.YOUTH, digest=terms.digest, by=job.youth.user, now=now())
    jobs.agree(job, side=Side.EMPLOYER, digest=terms.digest, by=boss_of(job.post), now=now())
    yield in_days(1)
    families.sign(mother, job, paper=Paper.COSIGN, digest=terms.digest, by=mother.guardian, now=now())
    standing = set(job.ticks.standing().values_list("paper", flat=True))
    assert {Paper.TERMS, Paper.COSIGN} <= standing
    town.saw("the terms are one text that each side says yes to, and a PDF")


def second_thoughts_before_the_first_day(town: Town, job: Placement) -> Story:
    """A tick is taken back: the day falls, and is set again when all is in place."""
    day = job.first_day_on
    assert day
    yield in_days(1)
    jobs.take_back(job, Paper.INSTRUCTION, reason="Karen er syg", by=town.bo, now=now())
    assert fresh(job).status == PlacementStatus.PAPERS
    town.saw("a paper that was not in place opens the gate again")
    jobs.tick(job, Paper.INSTRUCTION, who="Birthe", done_on=today(), by=town.bo, now=now())
    jobs.start(fresh(job), first_day_on=day, by=town.bo, now=now())
    yield in_days(21)


def the_terms_change_in_a_job_under_way(town: Town, job: Placement) -> Story:
    """More pay: the job goes on while all read the new text. Other times: the parents sign anew."""
    jobs.expect(job, answers=EXPECTED["employer"] | {"wear": "Kittel"}, by=boss_of(job.post), now=now())
    terms = write(job, town, pay_hour=85)
    for side, by in ((Side.YOUTH, job.youth.user), (Side.EMPLOYER, boss_of(job.post))):
        jobs.agree(job, side=side, digest=terms.digest, by=by, now=now())
    assert fresh(job).status == PlacementStatus.STARTED
    yield in_days(1)
    jobs.agree(job, side=Side.GUARDIAN, digest=terms.digest, why="paper", by=town.bo, now=now())
    known = current_terms(job)
    assert known
    assert (known.number, known.pay_hour) == (2, 85)
    town.saw("new terms in a running job are agreed anew, also on paper on behalf")
    boss, post = boss_of(job.post), job.post
    thursday = {**OPENED_WITH, "weekday": 3}
    save_post(post, values={}, shifts=[thursday], needs=[], employer=post.employer, by=boss, now=now())
    submit(fresh(post), by=boss, now=now())
    open_post(fresh(post), by=town.dorte, now=now())
    assert Paper.GUARDIAN in {line.paper for line in papers.missing(fresh(job), today())}
    yield in_days(1)
    mother = Guardianship.objects.get(youth=job.youth)
    assert mail_to(mother.guardian).filter(created_at__gt=now() - timedelta(days=1)).exists()
    town.saw("when the job has changed, the parents are asked anew")
    families.sign(mother, fresh(job), paper=Paper.GUARDIAN, by=mother.guardian, now=now())
    yield in_days(1)


def a_kitchen_wants_hygiene(town: Town) -> Story:
    post = town.post(town.boss("Kantinen"), "Salat i skåle", category=Category.KITCHEN)
    job = town.agreed(town.youth("Malik"), post)
    assert Paper.HYGIENE in {line.paper for line in papers.missing(job, today())}
    said: dict[str, Any] = {"who": "Karen", "done_on": today()}
    jobs.tick(job, Paper.HYGIENE, **said, by=boss_of(post), now=now())
    assert Paper.HYGIENE not in {line.paper for line in papers.missing(job, today())}
    town.saw("who touches food has learnt hygiene first, and only the result is kept")
    yield in_days(1)


def a_tick_lapses_when_the_job_changes(town: Town) -> Story:
    """Risk was thought through for the mornings of another job than the one it has become."""
    boss = town.boss("Planteskolen")
    post = town.post(boss, "Potter vandes", seats=2)
    job = town.ready(town.youth("Otto"), post)
    assert papers.missing(fresh(job), today()) == []
    shifts = [{**OPENED_WITH, "weekday": 2}]
    save_post(post, values={}, shifts=shifts, needs=[], employer=post.employer, by=boss.user, now=now())
    lapsed = {line.paper for line in papers.missing(fresh(job), today())}
    assert {Paper.RISK, Paper.ADULT} <= lapsed
    for point in points_of(Paper.RISK):
        jobs.tick(fresh(job), Paper.RISK, point=point, by=boss.user, now=now())
    assert Paper.RISK not in {line.paper for line in papers.missing(fresh(job), today())}
    town.saw("a tick lapses when the job is not the same any more")
    yield in_days(1)


def an_agreement_on_paper(town: Town) -> Story:
    """Nobody at home uses a phone: the mentor writes it down for them, and why."""
    job = town.agreed(town.youth("Fadi"), town.post(town.boss("Skoven"), "Bænke males"))
    said: dict[str, Any] = {"who": "far", "done_on": today(), "how": How.PAPER, "why": "paper"}
    jobs.tick(job, Paper.COSIGN, **said, by=town.bo, now=now())
    assert job.ticks.get(paper=Paper.COSIGN).why == "paper"
    town.saw("what is signed on paper is written down by the mentor, with the reason")
    yield in_days(1)
