"""The coordinators' page about the law, and whom a coming day touches."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from employers.models import Post
from jobplaneten.accounts.models import User
from jobplaneten.home.coming_law import TouchedJob, at_work, jobs_of_those_who_change, jobs_touched, posts_touched
from jobplaneten.home.views import law as view
from jobplaneten.home.views.law_faces import source_date
from jobplaneten.law.book import BOOK, Book
from jobplaneten.law.changes import Turn, turns
from jobplaneten.placements.models import Placement
from jobplaneten.schools.models import ClosedDays
from jobplaneten.trail.models import Entry
from tests.factories import NOW, TODAY, AreaFactory, PostFactory, ShiftFactory, UserFactory, YouthFactory
from tests.law.coming import EARLIER_EVENING, with_coming
from youth.models import SchoolYear, Youth

pytestmark = pytest.mark.django_db
CHANGE = date(2027, 3, 1)


@pytest.fixture
def book() -> Book:
    """From 1 March 2027 children stop at 19: made up."""
    return with_coming(EARLIER_EVENING)


@pytest.fixture
def turn(book: Book) -> Turn:
    (turn,) = turns(book, TODAY)
    return turn


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return TODAY


def late_post(**said: Any) -> Post:
    """Until 19.30 on Tuesdays."""
    post: Post = PostFactory(**({"starts_on": date(2026, 12, 1), "ends_on": None, "shift": None} | said))
    ShiftFactory(post=post, starts=17 * 60 + 30, ends=19 * 60 + 30)
    return post


def job_of(youth: Youth, post: Post, **said: Any) -> Placement:
    return Placement.objects.create(youth=youth, post=post, agreed_at=NOW, first_name=youth.first_name, **said)


def changing(placements: Iterable[Placement], today: date) -> list[TouchedJob]:
    return jobs_of_those_who_change(at_work(placements, today), today)


# ── posts and a change of law ───────────────────────────────────────────────
def test_a_coming_change_touches_the_posts_that_it_makes_unlawful_and_names_the_groups(turn: Turn) -> None:
    late = late_post(title="Sent")
    PostFactory(title="Tidligt")
    (touched,) = posts_touched(Post.objects.order_by("pk"), turn)
    assert touched.post == late
    assert set(touched.groups) == {"13-14", "15-17_in_compulsory_school"}
    assert (touched.groups["13-14"].before.legal, touched.groups["13-14"].after.legal) == (True, False)


def test_groups_that_a_post_does_not_ask_for_are_left_out(turn: Turn) -> None:
    late_post(age_from=18)
    (touched,) = posts_touched([late_post(age_to=14), *Post.objects.filter(age_from=18)], turn)
    assert set(touched.groups) == {"13-14"}


def test_a_post_that_is_over_by_then_is_not_touched(turn: Turn) -> None:
    assert posts_touched([late_post(ends_on=date(2027, 2, 28))], turn) == []
    assert len(posts_touched([late_post(ends_on=CHANGE)], turn)) == 1


# ── jobs and a change of law ────────────────────────────────────────────────
def test_a_coming_change_touches_the_jobs_of_those_whom_its_rule_binds(turn: Turn, amina: Youth) -> None:
    finished = YouthFactory(is_finished=True, mentor=amina.mentor, area=amina.area)
    hers, _his = job_of(amina, late_post()), job_of(finished, late_post())
    (touched,) = jobs_touched(at_work(Placement.objects.order_by("pk"), TODAY), turn)
    assert (touched.placement, touched.day) == (hers, CHANGE)
    assert [finding.rule for finding in touched.verdicts.new] == ["N-CHILD-20-06"]


def test_a_job_that_ends_before_the_change_is_not_touched(turn: Turn, amina: Youth) -> None:
    job_of(amina, late_post(ends_on=date(2027, 2, 28)))
    assert jobs_touched(at_work(Placement.objects.all(), TODAY), turn) == []


# ── jobs and the youths themselves ──────────────────────────────────────────
def night_post(ends_on: date | None = None) -> Post:
    """Until 23.30 on Tuesdays: for adults."""
    post: Post = PostFactory(starts_on=date(2026, 12, 1), ends_on=ends_on, shift=None)
    ShiftFactory(post=post, starts=20 * 60, ends=23 * 60 + 30)
    return post


@pytest.mark.parametrize(
    ("birthday", "is_told"),
    [
        (TODAY, False),
        (TODAY + timedelta(days=1), True),
        (TODAY + timedelta(days=90), True),
        (TODAY + timedelta(days=91), False),
    ],
)
def test_a_birthday_in_the_next_ninety_days_that_changes_the_verdict_is_told(
    birthday: date, is_told: bool, amina: Youth
) -> None:
    amina.born_on, amina.school_year = birthday.replace(year=birthday.year - 18), SchoolYear.YOUTH_EDUCATION
    found = changing([job_of(amina, night_post())], TODAY)
    assert [job.day for job in found] == ([birthday] if is_told else [])
    assert all((job.verdicts.before.legal, job.verdicts.after.legal) == (False, True) for job in found)


def test_the_end_of_schooling_that_changes_the_verdict_is_told(amina: Youth) -> None:
    """Three hours on Tuesdays are too many for a pupil."""
    amina.born_on, amina.school_year = date(2011, 5, 4), SchoolYear.GRADE_9
    post = PostFactory(starts_on=date(2026, 12, 1), ends_on=None, shift=None)
    ShiftFactory(post=post, starts=15 * 60, ends=18 * 60)
    (found,) = changing([job_of(amina, post)], date(2027, 6, 20))
    assert found.day == date(2027, 8, 1)
    assert "T-DAY-SCHOOL-2" in [finding.rule for finding in found.verdicts.lifted]


def test_in_the_schools_holidays_the_end_of_schooling_changes_less(amina: Youth) -> None:
    """With the summer known, the weeks before 1 August are without school, and three hours are few."""
    ClosedDays.objects.create(first_on=date(2027, 6, 26), last_on=date(2027, 8, 8), name="Sommer", at=NOW)
    amina.born_on, amina.school_year = date(2011, 5, 4), SchoolYear.GRADE_9
    post = PostFactory(starts_on=date(2026, 12, 1), ends_on=None, shift=None)
    ShiftFactory(post=post, starts=15 * 60, ends=18 * 60)
    assert changing([job_of(amina, post)], date(2027, 6, 20)) == []


def test_the_hours_of_two_jobs_count_together(amina: Youth) -> None:
    """Two and two hours on the same Tuesday: too many for a pupil, and no longer when school is over."""
    amina.born_on, amina.school_year = date(2011, 5, 4), SchoolYear.GRADE_9
    early, late = PostFactory(ends_on=None, shift=None), PostFactory(ends_on=None, shift=None)
    ShiftFactory(post=early, starts=14 * 60, ends=16 * 60)
    ShiftFactory(post=late, starts=17 * 60, ends=19 * 60)
    one = job_of(amina, early)
    assert changing([one], date(2027, 6, 20)) == []
    both = changing([one, job_of(amina, late)], date(2027, 6, 20))
    assert [job.day for job in both] == [date(2027, 8, 1)] * 2


def test_a_change_that_leaves_the_verdict_as_it_is_or_comes_after_the_last_day_is_not_told(amina: Youth) -> None:
    birthday = TODAY + timedelta(days=60)
    amina.born_on, amina.school_year = birthday.replace(year=birthday.year - 18), SchoolYear.YOUTH_EDUCATION
    lawful = job_of(amina, PostFactory(ends_on=None))
    over = job_of(amina, night_post(ends_on=birthday - timedelta(days=1)))
    assert changing([lawful, over], TODAY) == []


# ── the page ────────────────────────────────────────────────────────────────
def page(client: Client, user: User, path: str = "/loven/") -> str:
    client.force_login(user)
    return client.get(path).content.decode()


def test_the_page_tells_the_rules_with_figures_sources_and_history(client: Client, dorte: User) -> None:
    html = page(client, dorte)
    assert "På en skoledag må man højst arbejde 2 timer." in html
    assert "Arbejdet skal ligge kl. 06.00-22.00 eller kl. 07.00-23.00." in html
    assert "Arbejdet skal ligge kl. 06.00-20.00." in html
    assert "fra 1. juli 2025" in html
    assert "https://www.retsinformation.dk/eli/lta/2025/1108" in html
    assert "use_sector_night_extensions" in html
    assert {entry.rule for entry in BOOK.entries} <= set(re.findall(r"<code[^>]*>([^<]*)", html))
    assert len(html.encode()) < 100_000


def test_with_nothing_coming_the_page_says_so(today: date, client: Client, dorte: User, amina: Youth) -> None:
    job_of(amina, late_post())
    html = page(client, dorte)
    assert "Vi kender ingen ny lov, der er på vej." in html
    assert "Ingen i job i dine områder" in html
    assert not Entry.objects.reads().exists()


@pytest.fixture
def changing_law(book: Book, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "BOOK", book)


CHANGE_PAGE = "/loven/2027-03-01/"


@pytest.mark.usefixtures("changing_law")
def test_a_coming_change_is_told_with_how_much_it_touches(client: Client, dorte: User, amina: Youth) -> None:
    job_of(amina, late_post())
    html = page(client, dorte)
    assert "Fra 1. marts 2027" in html
    assert "Arbejdet skal ligge kl. 06.00-19.00. Gælder under 15 år, og alle med undervisningspligt." in html
    assert f'href="{CHANGE_PAGE}"' in html
    assert "(opslag: 1, i job: 1)" in html
    assert not Entry.objects.reads().exists()


@pytest.mark.usefixtures("changing_law")
def test_what_a_change_touches_is_listed_with_links_and_reading_of_youths_is_logged(
    client: Client, dorte: User, amina: Youth
) -> None:
    late, mine = late_post(title="Sent i butikken"), job_of(amina, late_post())
    html = page(client, dorte, CHANGE_PAGE)
    assert f'href="/opslag/{late.pk}/"' in html
    assert "13-14 år; 15-17 år, går i skole</strong> må i dag, men ikke fra den dag" in html
    assert f'href="/job/{mine.pk}/"' in html
    assert [*Entry.objects.reads().values_list("kind", "key", "youth", "by")] == [
        ("placement", mine.pk, amina.pk, dorte.pk)
    ]


@pytest.mark.usefixtures("changing_law")
def test_a_day_on_which_nothing_changes_has_no_page(client: Client, dorte: User) -> None:
    client.force_login(dorte)
    assert client.get("/loven/2027-03-02/").status_code == 404
    assert client.get("/loven/2025-07-01/").status_code == 404


@pytest.mark.usefixtures("changing_law")
def test_youths_of_other_areas_are_neither_shown_nor_read(client: Client, amina: Youth) -> None:
    job_of(amina, late_post())
    far = UserFactory(role="coordinator", areas=[AreaFactory(name="En helt anden by")])
    assert amina.last_name not in page(client, far, CHANGE_PAGE)
    assert not Entry.objects.reads().exists()


def test_a_birthday_ahead_is_told_on_the_page_and_its_reading_is_logged(
    today: date, client: Client, dorte: User, amina: Youth
) -> None:
    amina.born_on, amina.school_year = date(2009, 1, 10), SchoolYear.YOUTH_EDUCATION
    amina.save()
    mine = job_of(amina, night_post())
    html = page(client, dorte)
    assert "10. januar 2027" in html
    assert f'href="/job/{mine.pk}/"' in html
    assert Entry.objects.reads().get().key == mine.pk


@pytest.mark.usefixtures("changing_law")
@pytest.mark.parametrize("path", ["/loven/", CHANGE_PAGE])
def test_the_pages_ask_no_more_for_many_posts_and_jobs(
    path: str, client: Client, dorte: User, amina: Youth, django_assert_max_num_queries: Any
) -> None:
    for _number in range(4):
        job_of(YouthFactory(area=amina.area, mentor=amina.mentor), late_post())
    client.force_login(dorte)
    with django_assert_max_num_queries(15):
        client.get(path)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025-09-15", "15. september 2025"),
        ("2019-06", "juni 2019"),
        ("2021", "2021"),
        ("before 2025", "før 2025"),
        ("undated", "uden dato"),
    ],
)
def test_the_date_of_a_source_is_told_as_sure_as_it_is(written: str, said: str) -> None:
    assert source_date(written) == said
