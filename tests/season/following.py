"""How it goes: smileys, short answers, the journal, early signs, a substitute, and what nearly went wrong."""

from datetime import timedelta
from typing import Any

from jobplaneten.following import actions
from jobplaneten.following.models import FollowPoint, FollowUp, JournalEntry, Voice
from jobplaneten.following.signs import jobs_to_look_at, signs_of
from jobplaneten.home.today import NEAR_MISS, PAPERS, QUIET, SOON, UNWELL, YOURS, who_needs
from jobplaneten.ladder import Axis
from jobplaneten.placements.actions import end
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts import actions as shifts
from tests.season.town import Story, Town, boss_of, fresh, in_days, mail_to, next_shift, now, on, today
from youth.actions import end_stand_in, hand_over, stand_in
from youth.models import Youth

ANSWERS = {"on_time": "yes", "listens": "partly", "thrives": "yes"}
ALL_AXES = {axis.value: 2 for axis in Axis}


def half_a_year_in_one_job(town: Town) -> Story:
    """From the first day on everybody is asked, with more and more time between."""
    alma = town.youth("Alma")
    job = town.at_work(alma, town.post(town.boss("Plejehjemmet"), "Kaffe og snak"))
    first = job.first_day_on
    assert first
    for point in FollowPoint.objects.filter(days__isnull=False, days__lte=182).order_by("days"):
        yield on(first + timedelta(days=point.days or 0), "19:00")
        row = FollowUp.objects.get(placement=job, point=point)
        assert row.due_on == today()
        actions.check_in(row, mood="good", by=alma.user, now=now())
        actions.add_line(row, line="De er søde.", by=alma.user, now=now())
        if row.asks_employer:
            actions.workplace_answers(row, ANSWERS, line="Dygtig.", by=boss_of(job.post), now=now())
            actions.show_to_youth(row, by=town.bo, now=now())
        write(town, alma, follow_up=row)
        town.saw(f"asked {point.days} days after the first day")


def write(town: Town, youth: Youth, *, is_shared: bool = True, follow_up: FollowUp | None = None) -> JournalEntry:
    said = {"went_well": "Kommer glad af sted.", "is_hard": "At spørge.", "next_agreement": "Spørger Karen om én ting."}
    return actions.write_journal(youth, **said, is_shared=is_shared, follow_up=follow_up, by=town.bo, now=now())


def a_sour_smiley(town: Town) -> Story:
    """The mentor hears of it the same minute, and the sign goes when somebody has written."""
    job = town.at_work(town.youth("Bilal"), town.post(town.boss("Lageret"), "Paller"))
    yield on(job.first_day_on, "19:30")  # type: ignore[arg-type]
    row = FollowUp.objects.get(placement=job)
    actions.check_in(row, mood="bad", wants_call=True, by=job.youth.user, now=now())
    assert mail_to(town.bo).filter(created_at=now()).exists()
    assert rank_of(town, job.youth) == UNWELL
    assert kinds(job) == {"bad"}
    town.saw("sign: bad")
    town.saw("a sour smiley reaches the mentor the same minute")
    yield in_days(1)
    write(town, job.youth, follow_up=row)
    assert kinds(job) == set()
    town.saw("a sign goes when it has been answered")
    assert "Spørger Karen" in town.page(job.youth.user, "/hvordan-gaar-det/")
    town.saw("the journal is shared with the youth when the mentor wants it")


def kinds(job: Placement) -> set[str]:
    row = jobs_to_look_at(Placement.objects.filter(pk=job.pk), today()).get()
    return {sign.kind for sign in signs_of(row, today())}


def rank_of(town: Town, youth: Youth) -> int:
    return next(each.reasons[0].rank for each in who_needs(town.bo, today()) if each.youth == youth)


def nobody_says_anything(town: Town) -> Story:
    """First a reminder to each of the three, then it stands on top of the mentor's day, and on the youth's page."""
    job = town.at_work(town.youth("Clara"), town.post(town.boss("Kirken"), "Salmebøger"))
    first = job.first_day_on
    assert first
    yield on(first + timedelta(days=18), "09:30")
    row = FollowUp.objects.get(placement=job, point__days=14)
    assert all((row.youth_reminded_at, row.employer_reminded_at, row.mentor_reminded_at))
    town.saw("who has not answered is reminded once")
    yield on(first + timedelta(days=24), "09:30")
    assert {"late", "silent"} <= kinds(job)
    assert rank_of(town, job.youth) <= QUIET
    assert "Har ikke svaret" in town.page(town.bo, "/i-dag/")
    for kind in ("late", "silent"):
        town.saw(f"sign: {kind}")
    assert "Vi har ikke hørt fra dig" in town.page(job.youth.user, "/hvordan-gaar-det/")
    town.saw("the youth reads the same signs as the mentor")
    yield on(first + timedelta(days=36), "09:30")
    assert "no_journal" in kinds(job)
    town.saw("sign: no_journal")


def somebody_did_not_come(town: Town) -> Story:
    job = town.at_work(town.youth("Dina"), town.post(town.boss("Stationen"), "Blade"))
    shift = next_shift(job)
    yield on(shift.day, "17:00")
    shifts.say_missed(shift, by=boss_of(job.post), now=now())
    assert "missed" in kinds(job)
    assert rank_of(town, job.youth) == UNWELL
    town.saw("sign: missed")
    yield in_days(1)


def it_nearly_went_wrong(town: Town) -> Story:
    job = town.at_work(town.youth("Elias"), town.post(town.boss("Tømmerhandlen"), "Lister"))
    yield on(job.first_day_on, "18:30")  # type: ignore[arg-type]
    what = "Stigen vippede, men jeg faldt ikke."
    found = actions.tell_near_miss(job, what=what, by=job.youth.user, now=now())
    assert actions.tell_near_miss(job, what=what, by=job.youth.user, now=now()) == found
    assert rank_of(town, job.youth) == NEAR_MISS
    town.saw("today: near miss")
    town.saw("what nearly went wrong comes first of all")
    yield in_days(1)
    actions.answer_near_miss(found, done="Stigen er byttet.", by=town.bo, now=now())
    assert mail_to(job.youth.user).filter(created_at=now()).exists()


def the_mentor_goes_on_holiday(town: Town) -> Story:
    """A substitute for some days, and later another mentor for good: both find what has been written."""
    youth = town.youth("Gustav")
    job = town.at_work(youth, town.post(town.boss("Museet"), "Billetter"))
    write(town, youth)
    days = {"from_on": today(), "until_on": today() + timedelta(days=7)}
    row = stand_in(youth, mentor=town.birgit, **days, by=town.bo, now=now())
    assert "Kommer glad af sted" in town.page(town.birgit, f"/unge/{youth.pk}/dagbog/")
    town.saw("a substitute finds the history")
    yield in_days(3)
    end_stand_in(row, by=town.bo, now=now())
    hand_over(fresh(youth), mentor=town.birgit, by=town.bo, now=now())
    assert fresh(job).youth.mentor == town.birgit
    assert mail_to(town.birgit, "Du har fået en ny ung").exists()
    town.saw("a hand-over takes the history along, and everybody is told")
    yield in_days(1)


def three_voices_on_eight_lines(town: Town) -> Story:
    """The workplace says it on the way and at the end; the youth reads it when the mentor has."""
    helle = town.youth("Helle")
    job = town.at_work(helle, town.post(town.boss("Skolekøkkenet"), "Tallerkener"))
    yield in_days(20)
    boss = boss_of(job.post)
    for voice, by in ((Voice.YOUTH, helle.user), (Voice.MENTOR, town.bo)):
        actions.assess(helle, ALL_AXES, voice=voice, words="", by=by, now=now())
    said = actions.assess(helle, ALL_AXES, voice=Voice.WORKPLACE, words="Flot", by=boss, now=now(), placement=job)
    actions.show_assessment(said, by=town.bo, now=now())
    page = town.page(town.bo, f"/unge/{helle.pk}/trinnet/")
    assert all(str(axis.label) in page for axis in Axis)
    town.saw("readiness on eight lines by youth, mentor and workplace, side by side")
    end(job, last_day_on=today(), kind="period", is_agreed=True, by=boss, now=now())
    yield in_days(2)
    row = FollowUp.objects.get(placement=job, point__days=None)
    said_at_end: dict[str, Any] = {"voice": Voice.WORKPLACE, "words": "Vi savner dig", "by": boss, "now": now()}
    actions.assess(helle, ALL_AXES, placement=job, row=row, **said_at_end)
    actions.show_to_youth(fresh(row), by=town.bo, now=now())
    town.saw("at the end the workplace assesses, and the mentor reads it first")


def who_needs_the_mentor_today(town: Town) -> Story:
    """On some day of the season each rule of the mentor's day speaks of somebody."""
    for _day in range(60):
        ranks = {reason.rank for each in who_needs(town.bo, today()) for reason in each.reasons}
        for rank, words in ((UNWELL, "unwell"), (SOON, "soon"), (YOURS, "yours"), (PAPERS, "papers"), (QUIET, "quiet")):
            if rank in ranks:
                town.saw(f"today: {words}")
        yield in_days(1, "09:00")
    assert Placement.objects.filter(status=PlacementStatus.STARTED).exists()
