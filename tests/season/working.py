"""Weeks at work: shifts planned and judged, one thumb a day, hours, reminders, calendars, and how it goes."""

from datetime import timedelta
from decimal import Decimal

import pytest

from employers.actions import open_post, save_post, submit
from jobplaneten.placements.models import Placement
from jobplaneten.shifts import actions as shifts
from jobplaneten.shifts.judging import Times
from jobplaneten.shifts.ledger import month_of
from jobplaneten.shifts.models import HoursState, OffReason, RosterShift, ShiftStatus, TapKind
from jobplaneten.workflow import MoveRefused
from tests.factories import ShiftFactory
from tests.season.town import HOURS, Story, Town, boss_of, fresh, in_days, mail_to, next_shift, now, on, today
from youth.actions import want_another_job


def times_of(row: RosterShift, **otherwise: int) -> Times:
    return Times(row.day, **{"starts": row.starts, "ends": row.ends, "break_minutes": row.break_minutes} | otherwise)


def tap(row: RosterShift, kind: TapKind) -> bool:
    return shifts.tap(row, kind, tapped_at=now(), by=row.placement.youth.user, now=now())


def put_in(row: RosterShift, by: object, **otherwise: int) -> object:
    said = times_of(row, **otherwise)
    return shifts.put_in_hours(row, starts=said.starts, ends=said.ends, break_minutes=0, by=by, now=now())


def a_season_of_thumbs(town: Town) -> Story:
    """On the way, here, leaving; twice the same; ill; absent; and what lay in a phone without network."""
    zainab, boss = town.youth("Zainab"), town.boss("Supermarkedet")
    tuesday = today() + timedelta(days=(1 - today().weekday()) % 7 + 7)
    job = town.at_work(zainab, town.post(boss, "Flasker"), tuesday)
    shift = next_shift(job)
    yield on(shift.day - timedelta(days=1), "17:00")
    assert fresh(shift).reminded_at
    assert mail_to(zainab.user, "vagt").exists()
    town.saw("the day before everybody is reminded of a shift")
    yield on(shift.day, "15:05")
    assert [tap(shift, TapKind.ON_MY_WAY), tap(shift, TapKind.ON_MY_WAY)] == [True, False]
    assert mail_to(boss.user).filter(created_at=now()).count() == 1
    town.saw("a second thumb changes nothing")
    yield on(shift.day, "15:28")
    tap(shift, TapKind.HERE)
    yield on(shift.day, "17:33")
    tap(shift, TapKind.LEAVING)
    worked = fresh(shift).worked
    assert (worked.starts, worked.ends, worked.state) == (HOURS["starts"], HOURS["ends"], HoursState.PUT_IN)
    town.saw("here and leaving make the hours")
    yield from both_say_the_same(town, shift)
    yield from ill_and_away(town, job)
    yield from a_phone_without_network(town, job)


def both_say_the_same(town: Town, shift: RosterShift) -> Story:
    put_in(shift, boss_of(shift.placement.post))
    assert fresh(shift).worked.state == HoursState.AGREED
    town.saw("hours stand when both have said the same")
    yield in_days(1)


def ill_and_away(town: Town, job: Placement) -> Story:
    youth, boss = job.youth, boss_of(job.post)
    shift = next_shift(job)
    yield on(shift.day, "08:00")
    tap(shift, TapKind.SICK)
    assert {mail_to(person).filter(created_at=now()).count() for person in (boss, town.bo)} == {1}
    assert "syg" not in mail_to(boss).latest("pk").body.lower()
    town.saw("who is ill tells with one thumb, and only the mentor reads why")
    yield in_days(1)
    shift = next_shift(job)
    yield on(shift.day, "09:00")
    tap(shift, TapKind.CANNOT)
    yield in_days(1)
    shift = next_shift(job)
    yield on(shift.day, "16:10")
    shifts.say_missed(shift, by=boss, now=now())
    assert mail_to(town.bo).filter(created_at=now()).exists()
    town.saw("who does not come is asked after the same minute")
    yield on(shift.day, "16:30")
    tap(shift, TapKind.HERE)
    assert fresh(shift).status == ShiftStatus.PLANNED
    town.saw("who comes after all is there")
    assert youth.pk == job.youth_id
    yield in_days(1)


def a_phone_without_network(town: Town, job: Placement) -> Story:
    """What was tapped in the cellar is heard the day after, and once."""
    shift = next_shift(job)
    by, arrived, left = job.youth.user, on(shift.day, "15:31"), on(shift.day, "17:29")
    yield on(shift.day + timedelta(days=1), "10:00")
    heard = [
        shifts.tap(shift, kind, tapped_at=at, by=by, now=now())
        for kind, at in ((TapKind.HERE, arrived), (TapKind.LEAVING, left), (TapKind.HERE, arrived))
    ]
    assert heard == [True, True, False]
    assert fresh(shift).taps.get(kind=TapKind.HERE).tapped_at == arrived
    assert fresh(shift).worked.state == HoursState.PUT_IN
    town.saw("taps that lay in a phone are heard later, and never twice")
    with pytest.raises(MoveRefused):
        shifts.tap(shift, TapKind.ON_MY_WAY, tapped_at=now() - timedelta(days=5), by=by, now=now())
    yield in_days(1)


def shifts_that_move(town: Town) -> Story:
    """Added, moved and called off by the workplace; what the law forbids is refused with the nearest lawful end."""
    boss = town.boss("Biblioteket")
    post = town.post(boss, "Bøger stilles op", seats=2)
    job = town.at_work(town.youth("Frida"), post)
    yield in_days(1)
    friday = today() + timedelta(days=(4 - today().weekday()) % 7 + 7)
    added = shifts.add_shift(job, Times(friday, 900, 1020), by=boss.user, now=now())
    with pytest.raises(MoveRefused, match="er det lovligt"):
        shifts.add_shift(job, Times(friday + timedelta(days=3), 900, 1110), by=boss.user, now=now())
    town.saw("a shift that the law forbids is refused, with the nearest lawful end")
    yield in_days(1)
    shifts.move_shift(added, Times(friday, 930, 1050), by=boss.user, now=now())
    yield in_days(1)
    shifts.call_off(fresh(added), reason=OffReason.CLOSED, by=boss.user, now=now())
    assert mail_to(job.youth.user).filter(created_at=now()).exists()
    yield in_days(1)
    monday = [{"weekday": 0, "starts": 930, "ends": 1050, "break_minutes": 0}]
    save_post(post, values={}, shifts=monday, needs=[], employer=boss.employer, by=boss.user, now=now())
    submit(fresh(post), by=boss.user, now=now())
    open_post(fresh(post), by=town.dorte, now=now())
    town.tick_papers(fresh(job)) if fresh(job).status == "papers" else None
    yield in_days(1)
    assert next_shift(job).day.weekday() == 0
    town.saw("when the job has got other days the shifts follow")


def hours_that_two_see_differently(town: Town) -> Story:
    boss = town.boss("Bilvask")
    omar = town.youth("Omar")
    job = town.at_work(omar, town.post(boss, "Fælge", pay_hour=80))
    shift = next_shift(job)
    yield on(shift.day, "18:00")
    put_in(shift, omar.user)
    put_in(shift, boss.user, ends=17 * 60)
    assert fresh(shift).worked.state == HoursState.DISPUTED
    assert mail_to(town.bo).filter(created_at=now()).exists()
    town.saw("when two see the hours differently the mentor settles it")
    yield in_days(1)
    put_in(shift, town.bo)
    assert fresh(shift).worked.state == HoursState.AGREED
    month = month_of(omar.user, shift.day.replace(day=1))
    assert (month.pay, month.holiday_pay) == (Decimal("160.00"), Decimal("20.00"))
    assert "20" in town.page(omar.user, f"/vagter/timer/?maaned={shift.day:%Y-%m}")
    town.saw("a youth sees about what the month pays, with holiday pay")
    shift = next_shift(job)
    yield on(shift.day, "21:00")
    put_in(shift, omar.user, ends=20 * 60 + 30)
    assert fresh(shift).worked.law
    town.saw("hours are judged by the law once more when they are written")


def two_jobs_at_once(town: Town) -> Story:
    """The hours of both are one week to the law, and no employer hears of the other."""
    first, second = town.boss("Rosenhaven"), town.boss("Grøntboden")
    tarik = town.youth("Tarik", days=(0, 1, 2, 3))
    town.at_work(tarik, town.post(first, "Bede luges", shift__weekday=0))
    yield in_days(8)
    want_another_job(tarik, wanted=True, by=tarik.user, now=now())
    job = town.at_work(fresh(tarik), town.post(second, "Kasser på plads", shift__weekday=2))
    yield in_days(1)
    monday = today() + timedelta(days=(0 - today().weekday()) % 7 or 7)
    with pytest.raises(MoveRefused, match="Spørg mentoren") as refused:
        shifts.add_shift(job, Times(monday, 17 * 60 + 30, 19 * 60 + 30), by=second.user, now=now())
    assert "Rosenhaven" not in refused.value.message
    town.saw("two jobs are one week to the law, and neither hears of the other")
    yield in_days(1)


def the_school_gets_its_exams(town: Town) -> Story:
    """A pattern that is lawful in a week of holidays and not in one of school is stopped there, and told."""
    boss = town.boss("Tivoli")
    post = town.post(boss, "Lodder", shift__starts=15 * 60, shift__ends=17 * 60)
    job = town.at_work(town.youth("Ines"), post)
    yield in_days(1)
    ShiftFactory(post=post, weekday=3, starts=14 * 60, ends=17 * 60 + 30)
    yield in_days(1)
    assert RosterShift.objects.filter(placement=job, status=ShiftStatus.STOPPED).exists()
    town.saw("a shift that the law forbids that week is stopped, and the mentor hears of it")


def calendars_on_four_phones(town: Town) -> Story:
    """A secret address each; the old one is dead when there is a new one."""
    boss, ella = town.boss("Hestepensionen"), town.youth("Ella")
    mother = town.mother(ella)
    job = town.at_work(ella, town.post(boss, "Strøelse"))
    yield in_days(1)
    assert next_shift(job)
    town.client.logout()
    for person, path in (
        (ella.user, "vagter"),
        (boss.user, "vagter"),
        (town.bo, "vagter"),
        (mother.guardian, "mine-boern"),
    ):
        old = shifts.renew_link(person, tells_where=False, now=now())
        new = shifts.renew_link(person, tells_where=True, now=now())
        feeds = [town.client.get(f"/kalender/{token}/{path}.ics") for token in (old, new)]
        assert [feed.status_code for feed in feeds] == [404, 200]
        assert b"BEGIN:VEVENT" in feeds[1].content
    town.saw("youth, guardian, workplace and mentor have calendars, and a new link kills the old one")
    yield in_days(1)
