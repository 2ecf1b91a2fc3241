import re
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import Area, User
from jobplaneten.messaging.models import LooseMail, Message, TextMessage
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests import newcomers
from tests.factories import NOW, PASSWORD, UserFactory, YouthFactory
from youth.actions import join, let_in, turn_away
from youth.models import StepMove, Youth, YouthStatus

pytestmark = pytest.mark.django_db
YEAR = date.today().year  # noqa: DTZ011 - the page reads the clock itself


@pytest.fixture(autouse=True)
def nobody_has_knocked_yet() -> None:
    cache.clear()


def answers(area: Area, **other: Any) -> dict[str, Any]:
    return {
        "first_name": "Yusuf",
        "last_name": "Aden",
        "born_on_day": "1",
        "born_on_month": "1",
        "born_on_year": str(YEAR - 14),
        "area": area.pk,
        "login": "20 12 34 56",
        "password": PASSWORD,
    } | other


def test_a_youth_who_joins_is_signed_in_and_waits_and_the_staff_of_the_area_hear_of_it(
    client: Client, area: Area, bo: User, dorte: User, carla: User
) -> None:
    answer = newcomers.join(client, answers(area))
    youth = Youth.objects.get()
    assert answer.headers["location"] == reverse("youth:profile")
    assert client.session["_auth_user_id"] == str(youth.user_id)
    assert (youth.status, youth.mentor, youth.user.login) == (YouthStatus.WAITING, None, "+4520123456")
    assert {message.to for message in Message.objects.all()} == {bo, dorte}
    assert not Message.objects.filter(body__contains="Yusuf").exists()


def test_the_page_after_joining_says_that_a_mentor_lets_one_in_and_points_at_the_profile(
    client: Client, area: Area
) -> None:
    page = newcomers.join(client, answers(area), follow=True).content.decode()
    assert "Din mentor lukker dig ind" in page
    assert reverse("youth:page", args=["about"]) in page


@pytest.mark.parametrize(
    ("born", "words"), [(YEAR - 11, f"{YEAR + 2}"), (YEAR - 25, "jobnet.dk"), (YEAR + 1, "jobnet.dk")]
)
def test_who_is_too_young_or_too_old_is_told_what_to_do_instead_and_leaves_no_trace(
    client: Client, area: Area, born: int, words: str
) -> None:
    page = client.post(reverse("youth:join"), answers(area, born_on_year=str(born))).content.decode()
    assert words in page
    assert not Youth.objects.exists()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("born_on_day", "31", "Den dag findes ikke"),
        ("born_on_day", "en", "Den dag findes ikke"),
        ("born_on_year", "", "Skriv et svar"),
        ("login", "123", "Det ligner ikke et mobilnummer"),
        ("login", "yusuf@", "e-mail"),
        ("password", "kort", "kort"),
        ("first_name", " ", "Skriv et svar"),
        ("area", "0", "på listen"),
    ],
)
def test_a_wrong_answer_is_explained_at_its_field(
    client: Client, area: Area, field: str, typed: str, words: str
) -> None:
    said = answers(area, born_on_month="2") | {field: typed}
    form = client.post(reverse("youth:join"), said).context["form"]
    name = "born_on" if field.startswith("born_on") else field
    assert set(form.errors) == {name}
    assert words in " ".join(form.errors[name])
    assert not Youth.objects.exists()


def test_a_year_of_two_digits_is_enough(client: Client, area: Area) -> None:
    newcomers.join(client, answers(area, born_on_year=str(YEAR - 14)[2:]))
    assert Youth.objects.get().born_on == date(YEAR - 14, 1, 1)


@pytest.mark.parametrize("login", ["+4520123456", "yusuf@hjem.invalid"])
def test_only_the_owner_hears_that_a_login_is_taken(area: Area, login: str) -> None:
    pages = []
    for is_taken in (False, True):
        if is_taken:
            UserFactory(login=login)
        stranger = Client()
        asked = stranger.post(reverse("youth:join"), answers(area, login=login))
        page = stranger.get("/kom-med/kode/")
        wrong = stranger.post("/kom-med/kode/", {"code": "1"})
        pages.append((asked.status_code, asked["location"], re.sub(r'value="\w{64}"', "", page.text + wrong.text)))
    assert pages[0] == pages[1]
    assert "log ind i stedet" in (LooseMail if "@" in login else TextMessage).objects.newest_first()[0].body
    assert not Youth.objects.exists()


def test_nobody_is_made_before_the_code_and_the_password_waits_hashed(client: Client, area: Area) -> None:
    client.post(reverse("youth:join"), answers(area))
    assert not User.objects.filter(name="Yusuf").exists()
    assert PASSWORD not in str(dict(client.session.items()))
    for _guess in range(5):
        client.post("/kom-med/kode/", {"code": "1"})
        cache.clear()
    client.post("/kom-med/kode/", {"code": newcomers.code_for("20 12 34 56")})
    assert not User.objects.filter(name="Yusuf").exists()


def test_a_code_makes_one_person_with_the_password_that_was_chosen(client: Client, area: Area) -> None:
    newcomers.join(client, answers(area, login="yusuf@hjem.invalid"))
    user = User.objects.get(name="Yusuf")
    assert user.check_password(PASSWORD)
    assert (user.email, user.login) == ("yusuf@hjem.invalid", "yusuf@hjem.invalid")
    code = newcomers.code_for("yusuf@hjem.invalid")
    assert client.post("/kom-med/kode/", {"code": code})["location"] == reverse("youth:join")
    assert Client().post("/kom-med/kode/", {"code": code})["location"] == reverse("youth:join")
    assert Youth.objects.count() == 1


def test_an_area_that_takes_nobody_in_is_not_among_the_answers(client: Client, area: Area) -> None:
    Area.objects.update(is_open=False)
    assert "area" in client.post(reverse("youth:join"), answers(area)).context["form"].errors


def test_who_is_signed_in_does_not_join_again(as_user: Any, amina: Youth) -> None:
    assert as_user(amina.user).get(reverse("youth:join")).url == "/"


def test_the_age_is_asked_in_the_action_too(area: Area) -> None:
    with pytest.raises(MoveRefused):
        join(
            login="a@b.dk",
            password=PASSWORD,
            first_name="A",
            last_name="B",
            born_on=date(2015, 1, 1),
            area=area,
            now=NOW,
        )
    assert not User.objects.filter(login="a@b.dk").exists()


# ── the queue ───────────────────────────────────────────────────────────────
@pytest.fixture
def newcomer(area: Area) -> Youth:
    return YouthFactory(is_waiting=True, area=area, first_name="Yusuf", user__name="Yusuf")


def test_letting_in_gives_a_mentor_and_begins_the_way(newcomer: Youth, bo: User, dorte: User) -> None:
    let_in(newcomer, mentor=bo, by=dorte, now=NOW)
    newcomer.refresh_from_db()
    assert (newcomer.status, newcomer.mentor, newcomer.waiting_since) == (YouthStatus.ACTIVE, bo, None)
    assert newcomer.step_changes.get().move == StepMove.START
    assert {message.to for message in Message.objects.all()} == {newcomer.user, bo}
    assert Entry.objects.get(verb="let_in").youth == newcomer.pk


def test_who_made_the_profile_before_coming_in_stands_in_the_line_from_then(newcomer: Youth, bo: User) -> None:
    Youth.objects.update(profile_done_at=NOW)
    assert let_in(newcomer, mentor=bo, by=bo, now=NOW).waiting_since == NOW


def test_a_mentor_of_another_area_cannot_be_chosen(newcomer: Youth, bo: User, carla: User) -> None:
    with pytest.raises(MoveRefused):
        let_in(newcomer, mentor=carla, by=bo, now=NOW)
    newcomer.refresh_from_db()
    assert (newcomer.status, newcomer.mentor) == (YouthStatus.WAITING, None)
    assert not Message.objects.exists()


def test_the_second_mentor_is_told_that_somebody_was_quicker(as_user: Any, newcomer: Youth, bo: User) -> None:
    other = UserFactory(name="Bente", areas=[newcomer.area])
    let_in(newcomer, mentor=bo, by=bo, now=NOW)
    page = as_user(other).post(
        reverse("youth:let_in", args=[newcomer.pk]), {"mentor": other.pk, "protected": "no"}, follow=True
    )
    assert "hurtigere" in page.content.decode()
    newcomer.refresh_from_db()
    assert newcomer.mentor == bo
    assert newcomer.step_changes.count() == 1


def test_turning_away_after_letting_in_is_refused_and_changes_nothing(newcomer: Youth, bo: User) -> None:
    let_in(newcomer, mentor=bo, by=bo, now=NOW)
    with pytest.raises(MoveRefused):
        turn_away(newcomer, reason="Nej", by=bo, now=NOW)
    newcomer.refresh_from_db()
    assert (newcomer.status, newcomer.closed_reason) == (YouthStatus.ACTIVE, "")


def test_who_is_turned_away_reads_kind_words_and_has_no_buttons_left(as_user: Any, newcomer: Youth, bo: User) -> None:
    words = "Lige nu er der ikke plads i dit område. Du må gerne spørge igen senere."
    as_user(bo).post(reverse("youth:turn_away", args=[newcomer.pk]), {"pick": words})
    page = as_user(newcomer.user).get(reverse("youth:profile")).content.decode()
    assert words in page
    assert reverse("youth:page", args=["about"]) not in page
    assert as_user(newcomer.user).get(reverse("youth:page", args=["about"])).status_code == 403


def test_turning_away_needs_words(as_user: Any, newcomer: Youth, bo: User) -> None:
    page = as_user(bo).post(reverse("youth:turn_away", args=[newcomer.pk]), {"pick": "own", "own": " "})
    assert page.context["turn_away_form"].errors["own"]
    newcomer.refresh_from_db()
    assert newcomer.status == YouthStatus.WAITING


def test_the_queue_shows_the_own_areas_oldest_first_and_nobody_else_s(
    as_user: Any, newcomer: Youth, bo: User, carla: User
) -> None:
    YouthFactory(is_waiting=True, area=newcomer.area, first_name="Zahra", asked_at=NOW.replace(year=2025))
    page = as_user(bo).get(reverse("youth:queue")).content.decode()
    assert page.index("Zahra") < page.index("Yusuf")
    assert "Yusuf" not in as_user(carla).get(reverse("youth:queue")).content.decode()


def test_a_mentor_is_suggested_as_the_mentor_and_a_coordinator_must_choose(
    as_user: Any, newcomer: Youth, bo: User, dorte: User
) -> None:
    person = reverse("youth:person", args=[newcomer.pk])
    assert as_user(bo).get(person).context["let_in_form"].initial == {"mentor": bo.pk}
    assert as_user(dorte).get(person).context["let_in_form"].initial == {}
    form = as_user(dorte).post(reverse("youth:let_in", args=[newcomer.pk]), {}).context["let_in_form"]
    assert form.errors["mentor"]


def test_only_staff_of_the_area_let_in(as_user: Any, newcomer: Youth, amina: Youth, carla: User) -> None:
    for user in (carla, amina.user, newcomer.user):
        for page in ("youth:let_in", "youth:turn_away"):
            assert as_user(user).post(reverse(page, args=[newcomer.pk]), {"mentor": carla.pk}).status_code == 404
    newcomer.refresh_from_db()
    assert newcomer.status == YouthStatus.WAITING
