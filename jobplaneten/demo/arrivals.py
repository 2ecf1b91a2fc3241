"""Who comes to the town, and what they say about themselves."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from employers.actions import check, confirm, open_post, refuse_post, report_job, save_post, submit
from employers.actions import join as employer_joins
from employers.importing.reading import import_file
from employers.models import Employer, EmployerContact, Post
from jobplaneten.accounts.models import Area, User
from jobplaneten.demo.people import DREAMS, FAMILIES, LINES, PASSWORD
from jobplaneten.demo.town import Town
from jobplaneten.demo.workplaces import Firm, Job, firms
from jobplaneten.places import local_places
from jobplaneten.steps.actions import decide
from jobplaneten.trades import Circumstance, Evidence, Skill
from matching.actions import hear_guardian
from youth.actions import join as youth_joins
from youth.actions import let_in, save_page
from youth.models import Protected, Youth

POSTS_FILE = Path(__file__).parent / "data" / "jobposts.jsonl"
BEGIN = 70
Late = tuple[str, int, str, int, int]
BEFORE_THE_LAST_NIGHT: tuple[Late, ...] = (("Ølby Dagligvarer", 0, "Ekstra hænder op til jul", 3, 8),)
FOR_TONIGHT: tuple[Late, ...] = (
    ("Køge Boligfællesskab – ejendomskontoret", 0, "Julepynt og gran i Søparken", 3, 1),
    ("Klub Ellebo", 0, "Hjælp i juleværkstedet", 3, 1),
    ("Plejecenter Solgården", 0, "Julehygge med de ældre", 3, 1),
    ("Køge Boldklub Ø", 0, "Hjælp til vinterfodbold", 2, 1),
    ("Herfølge Rideskole", 0, "Pas heste i vinter", 2, 1),
    ("Køge Bibliotek, afdeling Havnen", 0, "Gør biblioteket klar til jul", 2, 1),
    ("Café Kastanjen", 1, "Server gløgg og æbleskiver (uden alkohol)", 2, 1),
    ("Nordhavn Maskinfabrik", 0, "Fej og ryd op hele vinteren", 2, 1),
)


@cache
def models_of_jobs() -> dict[str, dict[str, Any]]:
    """The real posts that the town's jobs were modelled on, by id; every job carries the address of its own."""
    records = map(json.loads, POSTS_FILE.read_text(encoding="utf-8").splitlines())
    return {record["id"]: record for record in records}


# ── workplaces ──────────────────────────────────────────────────────────────
def bring_employers(town: Town) -> None:
    for number, firm in enumerate(firms()):
        employer = employer_comes(firm, town.at(BEGIN, "09:00"))
        vet_by_two(employer, by=town.coordinator, and_by=town.mentors[0], now=town.at(BEGIN - 1, "11:00"))
        for job in firm.jobs:
            post = write_post(town, firm, employer, job, town.at(BEGIN - 2, "13:00"))
            submit(post, by=town.contact_of(post), now=town.at(BEGIN - 2, "13:30"))
            open_post(post, by=town.coordinator, now=town.at(BEGIN - 3, "09:00") + timedelta(minutes=number))
            town.posts.append(post)


def open_late_posts(town: Town, late: tuple[Late, ...]) -> None:
    """Winter brings fresh seats, so that the last nights have something to propose."""
    for name, number, title, seats, days_ago in late:
        firm = next(firm for firm in firms() if firm.name == name)
        job = replace(firm.jobs[number], title=title, seats=seats)
        post = write_post(town, firm, Employer.objects.get(cvr=firm.cvr), job, town.at(days_ago, "07:00"))
        submit(post, by=town.contact_of(post), now=town.at(days_ago, "07:20"))
        open_post(post, by=town.coordinator, now=town.at(days_ago, "07:40"))


def employer_comes(firm: Firm, now: datetime) -> Employer:
    return employer_joins(
        login=firm.login,
        password=PASSWORD,
        contact_name=firm.contact,
        name=firm.name,
        cvr=firm.cvr,
        kind=firm.kind,
        postcode=local_places()[firm.spot].postcode,
        address="",
        about=firm.about,
        now=now,
    )


def vet_by_two(employer: Employer, *, by: User, and_by: User | None, now: datetime) -> None:
    """Looked up, called and met by the one; read by the other, unless that is left for a visitor to do."""
    day = timezone.localdate(now)
    seen = {"seen_in": "hand", "number_seen": employer.cvr, "name_seen": employer.name, "status_seen": "Aktiv"}
    called = {"phone_seen": "+4556000000", "called_on": day, "spoke_with": "Lederen"}
    met = {"met_on": day, "met_by": by.name, "note": "Opdigtet: i demobyen er ingen slået op."}
    made = check(employer, {**seen, **called, **met}, by=by, now=now)
    if and_by:
        confirm(made, by=and_by, now=now + timedelta(hours=2))


def write_post(town: Town, firm: Firm, employer: Employer, job: Job, now: datetime) -> Post:
    spot = local_places()[firm.spot]
    values = {
        "title": job.title,
        "category": job.category,
        "workplace": job.workplace,
        "chores": job.chores,
        "text": job.text,
        "circumstances": job.circumstances,
        "step_from": job.steps[0],
        "step_to": job.steps[1],
        "age_from": job.ages[0],
        "age_to": job.ages[1],
        "help": job.help,
        "adult_on_site": job.adult,
        "postcode": spot.postcode,
        "place": spot.name,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "starts_on": timezone.localdate(now) + timedelta(days=7),
        "ends_on": town.today + timedelta(days=200),
        "seats": job.seats,
        "pay_hour": job.pay,
        "payer": firm.payer,
        "agreement": town.shop_agreement if job.workplace == "supermarket" else None,
        "source_url": models_of_jobs()[job.like]["source_url"],
        "source_date": models_of_jobs()[job.like]["source_date"] or "",
        **job.facts,
    }
    by = EmployerContact.objects.administrators().get(employer=employer).user
    return save_post(
        None, values=values, shifts=job.weekly(), needs=job.needs.items(), employer=employer, by=by, now=now
    )


# ── young people ────────────────────────────────────────────────────────────
def bring_youths(town: Town) -> None:
    areas = list(Area.objects.by_name())
    for family, first_names in FAMILIES:
        home = town.dice.choice(areas)
        for first_name in first_names:
            arrive = town.at(town.dice.randint(58, 66), "16:20")
            youth = youth_comes(town, first_name, family, home, arrive)
            fill_profile(town, youth, arrive)
            mentor = mentor_of(town, home)
            let_in(youth, mentor=mentor, by=mentor, now=arrive + timedelta(hours=18), protected=Protected.NO)
            youth.refresh_from_db()
            place_on_the_ladder(town, youth, arrive + timedelta(days=1))
            hear_the_family(town, youth, arrive + timedelta(days=1, hours=2))
            town.youths.append(youth)


def youth_comes(town: Town, first_name: str, family: str, home: Area, now: datetime) -> Youth:
    login = f"{first_name}.{family}{len(town.youths)}@familie.invalid".lower().replace(" ", "")
    age_in_days = town.dice.randint(13 * 365 + 90, 18 * 365 + 300)
    return youth_joins(
        login=login,
        password=PASSWORD,
        first_name=first_name,
        last_name=family,
        born_on=town.today - timedelta(days=age_in_days),
        area=home,
        now=now,
    )


def mentor_of(town: Town, area: Area) -> User:
    return next(mentor for mentor in town.mentors if mentor.areas.filter(pk=area.pk).exists())


def school_of(youth: Youth, day: date) -> str:
    """The class that most are in at that age; school years begin on 1 August."""
    grade = day.year - (day.month < 8) - youth.born_on.year - 6
    return str(grade) if grade <= 10 else "youth_education"


def fill_profile(town: Town, youth: Youth, now: datetime) -> None:
    dice = town.dice
    circumstances = dice.sample(Circumstance.values, 6)
    dream, dream_field = dice.choice(DREAMS)
    pages: dict[str, dict[str, Any]] = {
        "about": {"shown_name": youth.first_name, "line": dice.choice(LINES)},
        "school": {
            "school_year": school_of(youth, timezone.localdate(now)),
            "school": town.schools[youth.pk % len(town.schools)] if youth.pk % 5 else None,
        },
        "skills": {
            "skills": {
                skill: (dice.randint(1, 3), dice.choice(Evidence.values)) for skill in dice.sample(Skill.values, 8)
            }
        },
        "likes": {"likes": circumstances[:4], "rather_nots": circumstances[4:]},
        "dream": {"dream": dream, "dream_field": dream_field},
        "when": {"free": week(town), "blocked": [(dice.randrange(5), 17 * 60, 18 * 60)]},
        "travel": {
            "travel_modes": ["walk", "bike"] + dice.choice([[], ["bus"]]),
            "travel_minutes": dice.choice([20, 30, 45]),
        },
    }
    for page, values in pages.items():
        save_page(youth, page, values, by=youth.user, now=now)


def week(town: Town) -> list[tuple[int, int, int]]:
    """After school on most days, and often a day of the weekend."""
    days = town.dice.sample(range(5), town.dice.randint(3, 5))
    after_school = [(day, 14 * 60, town.dice.choice([17, 20]) * 60) for day in days]
    weekend = [(day, 8 * 60, 17 * 60) for day in (5, 6) if town.dice.random() < 0.65]
    return after_school + weekend


def place_on_the_ladder(town: Town, youth: Youth, now: datetime) -> None:
    """Older youths who are ready begin higher up; the mentor says so, with a reason."""
    age = youth.age_on(timezone.localdate(now))
    step = {13: 1, 14: 2, 15: 2, 16: 3, 17: 3}.get(age, 4)
    if step > 1 and town.dice.random() < 0.8:
        decide(
            youth,
            from_step=youth.step,
            to_step=step,
            evidence="Samtale om skole, ansvar hjemme og tidligere job.",
            reason="Du er klar til at begynde her. Vi tager resten, som det kommer.",
            despite="Har haft job og ansvar, før Jobplaneten begyndte.",
            by=youth.mentor,
            now=now,
        )


def hear_the_family(town: Town, youth: Youth, now: datetime) -> None:
    """Most families are told, and most say yes; a few are still to be reached."""
    if town.dice.random() < 0.08:
        return
    who: dict[str, Any] = {"how": town.dice.choice(["phone", "meeting"]), "guardian": town.dice.choice(["mor", "far"])}
    words = ["informed"] + (["yes"] if youth.age_on(timezone.localdate(now)) < 15 else [])
    for word in words:
        hear_guardian(youth, word=word, said_on=timezone.localdate(now), **who, by=youth.mentor, now=now)


# ── who came late ───────────────────────────────────────────────────────────
def bring_late_guests(town: Town) -> None:
    """What waits for the coordinator and the mentors on the day that a visitor looks in."""
    soeparken = Area.objects.get(name="Søparken")
    for first_name, family in (("Mohamed", "Haddad"), ("Ida", "Jensen")):
        fill_profile(town, youth_comes(town, first_name, family, soeparken, town.at(1, "20:10")), town.at(1, "20:40"))
        town.youths.append(Youth.objects.latest("pk"))
    employer_joins(
        login="kim@lynhurtig-flyt.invalid",
        password=PASSWORD,
        contact_name="Kim Nygaard",
        name="Lynhurtig Flytteservice",
        cvr="99284366",
        kind="company",
        postcode="4600",
        address="",
        about="Vi flytter og henter.",
        now=town.at(1, "12:00"),
    )
    checked = employer_joins(
        login="nadia@havnens-is.invalid",
        password=PASSWORD,
        contact_name="Nadia Holm",
        name="Havnens Is",
        cvr="99100001",
        kind="company",
        postcode="4600",
        address="",
        about="Vi sælger is på havnen hele året.",
        now=town.at(2, "12:00"),
    )
    vet_by_two(checked, by=town.coordinator, and_by=None, now=town.at(1, "13:00"))
    words = "Jeg har lavet to timer mere end aftalt hver gang."
    report_job(town.posts[0], wrong="hours", words=words, by=None, now=town.at(1, "18:40"))
    write_unfinished_posts(town)
    with POSTS_FILE.open("rb") as file:
        for _outcome in import_file(file, now=town.at(2, "09:00")):
            pass


def write_unfinished_posts(town: Town) -> None:
    cafe = next(firm for firm in firms() if firm.name == "Café Kastanjen")
    employer = Employer.objects.get(cvr=cafe.cvr)
    waiting = write_post(town, cafe, employer, cafe.jobs[0], town.at(2, "10:00"))
    submit(waiting, by=town.contact_of(waiting), now=town.at(2, "10:30"))
    returned = write_post(town, cafe, employer, cafe.jobs[1], town.at(4, "10:00"))
    submit(returned, by=town.contact_of(returned), now=town.at(4, "10:30"))
    refuse_post(
        returned,
        reason="Skriv, hvem den unge kan spørge om søndagen, når Rikke har fri.",
        by=town.coordinator,
        now=town.at(3, "09:00"),
    )
