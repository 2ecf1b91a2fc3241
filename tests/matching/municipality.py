"""An invented world as rows of the database: a municipality for the night to be measured on."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from employers.models import VALID_FOR, Employer, EmployerStatus, Need, Post, PostStatus, Shift
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.schools.models import ClosedDays, School
from matching.evaluation.inventing import Size, invent
from matching.evaluation.trades import TRADES
from matching.evaluation.world import World
from tests.factories import NOW, TODAY
from tests.law.town import CLOSED
from youth.models import BlockedTime, FreeTime, GuardianWord, How, SchoolYear, Word, Youth, YouthSkill, YouthStatus

BATCH = 2000
STARTS = (1, 1, 1, 1, 8, 15, 40, 60, 200)
"""Days from tonight to the first shift."""
LENGTHS = (30, 60, 120)
DAYS_OF_YEAR = 365


def settle_world(size: Size, seed: int = 1) -> World:
    """Areas with a mentor each, youths whose parents said yes, and open posts; schools with two calendars."""
    world, dice = invent(size, seed), Random(seed)
    areas = {int(number): _area(world, int(number)) for number in sorted(set(world.area.tolist()))}
    schools = _schools()
    mentors = {number: _person(f"mentor{number}", Role.MENTOR) for number in areas}
    users = [_person(f"young{row}", Role.YOUTH) for row in range(len(world.age))]
    _write(User, [*mentors.values(), *users])
    rows = range(len(world.age))
    youths = [
        _youth(world, row, dice, user=users[row], area=areas[n], mentor=mentors[n], school=dice.choice(schools))
        for row, n in zip(rows, world.area.tolist(), strict=True)
    ]
    _write(Youth, youths)
    for model, parts in ((YouthSkill, _skills), (FreeTime, _free), (BlockedTime, _blocked), (GuardianWord, _words)):
        _write(model, [part for row, youth in zip(rows, youths, strict=True) for part in parts(world, row, youth)])
    _settle_jobs(world, dice)
    return world


def _settle_jobs(world: World, dice: Random) -> None:
    coordinator = User.objects.create(**_who("coordinator", Role.COORDINATOR))
    second = User.objects.create(**_who("second", Role.COORDINATOR))
    known = {number: _employer(number, coordinator, second) for number in sorted(set(world.employer.tolist()))}
    _write(Employer, known.values())
    posts = [_post(world, row, dice, known[n]) for row, n in enumerate(world.employer.tolist())]
    _write(Post, posts)
    jobs = [(post, world.job(row)) for row, post in enumerate(posts)]
    _write(Shift, [Shift(post=post, weekday=d, starts=a, ends=b) for post, job in jobs for d, a, b in job.shifts])
    _write(Need, [Need(post=post, skill=skill, level=n) for post, job in jobs for skill, n in job.needs.items()])


def _write(model: Any, rows: Iterable[Any]) -> None:
    model.objects.bulk_create(rows, batch_size=BATCH)


def _area(world: World, number: int) -> Area:
    latitude, longitude = world.spot[world.area == number].mean(axis=0).tolist()
    return Area.objects.create(name=f"Område {number}", town="Køge", latitude=latitude, longitude=longitude)


def _schools() -> list[School]:
    municipal, own = CLOSED
    schools = [School.objects.create(name=f"Skole {n}", follows_municipality=n > 0) for n in range(6)]
    for school, ranges in ((None, municipal), (schools[0], own)):
        for first, last in ranges:
            ClosedDays.objects.create(school=school, first_on=first, last_on=last, name="Ferie", at=NOW)
    return schools


def _who(login: str, role: Role) -> dict[str, Any]:
    return {"login": f"{login}@example.invalid", "email": f"{login}@example.invalid", "name": "Nogen", "role": role}


def _person(login: str, role: Role) -> User:
    return User(**_who(login, role), password="!")


def _youth(world: World, row: int, dice: Random, **whose: Any) -> Youth:
    wish = world.wish(row)
    grade = min(wish.age - 7 + (dice.random() < 0.5), 9)
    finished = world.finished[row] or wish.age >= 17
    return Youth(
        status=YouthStatus.ACTIVE,
        first_name="Nogen",
        born_on=_birthday(wish.age, dice),
        school_year=SchoolYear.YOUTH_EDUCATION if finished else SchoolYear(str(grade)),
        school_year_told_on=TODAY,
        likes=sorted(wish.likes),
        rather_nots=sorted(wish.rather_not),
        dream_field=wish.dream,
        travel_modes=sorted(wish.modes),
        travel_minutes=wish.max_minutes,
        step=wish.step,
        may_try_next_step=wish.next_step_ok,
        asked_at=NOW,
        waiting_since=NOW - timedelta(days=wish.waiting_days),
        profile_done_at=NOW,
        **whose,
    )


def _birthday(age: int, dice: Random) -> date:
    return date(TODAY.year - age, TODAY.month, TODAY.day) - timedelta(days=dice.randrange(DAYS_OF_YEAR))


def _skills(world: World, row: int, youth: Youth) -> Iterator[YouthSkill]:
    for skill, level in world.wish(row).skills.items():
        yield YouthSkill(youth=youth, skill=skill, level=level)


def _free(world: World, row: int, youth: Youth) -> Iterator[FreeTime]:
    for weekday, starts, ends in world.wish(row).free:
        yield FreeTime(youth=youth, weekday=weekday, starts=starts, ends=ends)


def _blocked(world: World, row: int, youth: Youth) -> Iterator[BlockedTime]:
    for weekday, starts, ends in world.wish(row).blocked:
        yield BlockedTime(youth=youth, weekday=weekday, starts=starts, ends=ends)


def _words(_world: World, _row: int, youth: Youth) -> Iterator[GuardianWord]:
    for word in (Word.INFORMED, Word.YES):
        yield GuardianWord(
            youth=youth, word=word, said_on=TODAY, how=How.PHONE, guardian="mor", by=youth.mentor, written_at=NOW
        )


def _employer(number: int, coordinator: User, second: User) -> Employer:
    return Employer(
        name=f"Arbejdsplads {number}",
        cvr=f"{10_000_000 + number}",
        kind="company",
        postcode="4600",
        status=EmployerStatus.VETTED,
        asked_at=NOW,
        vetted_at=NOW,
        vetted_by=coordinator,
        confirmed_by=second,
        vetted_until=TODAY + VALID_FOR,
    )


def _post(world: World, row: int, dice: Random, employer: Employer) -> Post:
    job, place = world.job(row), world.job_spot[row].tolist()
    starts_on = TODAY + timedelta(days=dice.choice(STARTS))
    return Post(
        employer=employer,
        status=PostStatus.OPEN,
        title="Et job",
        category=job.category,
        workplace=TRADES[world.trade[row]].workplace,
        chores=sorted(job.tasks),
        circumstances=sorted(job.circumstances),
        step_from=min(job.steps),
        step_to=max(job.steps),
        age_from=job.age_min,
        age_to=job.age_max,
        help=job.help,
        postcode="4600",
        latitude=place[0],
        longitude=place[1],
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=dice.choice(LENGTHS)) if dice.random() < 0.2 else None,
        seats=job.seats,
        changed_at=NOW,
        opened_at=NOW,
    )
