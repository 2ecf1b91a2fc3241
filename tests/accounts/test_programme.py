from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from jobplaneten.accounts.management.commands import create_coordinator
from jobplaneten.accounts.models import Area, Role, Step, User
from tests.factories import AreaFactory, UserFactory
from youth.models import Youth

PAGES = ["accounts:steps", "accounts:areas", "accounts:area_new", "accounts:people", "accounts:person_new"]
AREA = {"name": "Nyparken", "town": "Køge", "latitude": "55,47", "longitude": "12,17", "is_open": "on", "version": "1"}


def step_values(step: Step, **changes: object) -> dict[str, object]:
    names = ("title", "teaches", "age_from", "age_to", "criteria", "version")
    return {name: getattr(step, name) for name in names} | changes


def test_a_new_jobplaneten_begins_with_four_steps_and_four_areas(dorte: User) -> None:
    assert list(Step.objects.upwards().values_list("number", flat=True)) == [1, 2, 3, 4]
    assert all(len(step.criteria_list) >= 3 for step in Step.objects.all())
    assert set(Area.objects.filter(town="Køge").values_list("name", flat=True)) >= {
        "Søparken",
        "Karlemoseparken",
        "Ellemarken",
        "Hastrupparken",
    }


@pytest.mark.parametrize("page", PAGES)
def test_only_coordinators_find_the_frame_of_the_programme(
    as_user, page: str, dorte: User, bo: User, amina: Youth, elif_
) -> None:
    for person in (bo, amina.user, elif_.user):
        assert as_user(person).get(reverse(page)).status_code == 404
    assert as_user(dorte).get(reverse(page)).status_code == 200


def test_a_coordinator_edits_a_step(as_user, dorte: User) -> None:
    step = Step.objects.get(number=2)
    response = as_user(dorte).post("/trin/2/", step_values(step, title="I kommunen"))
    assert response.status_code == 302
    step.refresh_from_db()
    assert (step.title, step.version) == ("I kommunen", 2)


def test_who_saves_second_is_told_and_loses_nothing_typed(as_user, dorte: User) -> None:
    step = Step.objects.get(number=2)
    Step.objects.filter(number=2).update(title="Den andens", version=2)
    response = as_user(dorte).post("/trin/2/", step_values(step, title="Min"))
    page = response.content.decode()
    assert response.status_code == 200
    assert "En anden har gemt her" in page
    assert 'value="Min"' in page
    assert Step.objects.get(number=2).title == "Den andens"


def test_a_step_s_ages_must_be_in_order(as_user, dorte: User) -> None:
    step = Step.objects.get(number=2)
    response = as_user(dorte).post("/trin/2/", step_values(step, age_from=17, age_to=14))
    assert "Alderen skal være mellem 13 og 18" in response.content.decode()
    assert Step.objects.get(number=2).age_from == step.age_from


def test_whoever_opens_an_area_answers_for_it(as_user, dorte: User) -> None:
    assert as_user(dorte).post("/omraader/nyt/", AREA).status_code == 302
    made = Area.objects.get(name="Nyparken")
    assert (made.latitude, made.longitude) == (55.47, 12.17)
    assert made in dorte.areas.all()


def test_an_area_outside_denmark_is_refused_at_the_field(as_user, dorte: User) -> None:
    response = as_user(dorte).post("/omraader/nyt/", {**AREA, "latitude": "12,17", "longitude": "55,47"})
    assert {"latitude", "longitude"} <= set(response.context["form"].errors)
    assert not Area.objects.filter(name="Nyparken").exists()


def test_an_area_saved_by_two_keeps_the_first(as_user, dorte: User, area: Area) -> None:
    values = {**AREA, "name": area.name, "town": "Herfølge"}
    client = as_user(dorte)
    assert client.post(f"/omraader/{area.pk}/", values).status_code == 302
    assert client.post(f"/omraader/{area.pk}/", {**values, "town": "Ølby"}).status_code == 200
    area.refresh_from_db()
    assert (area.town, area.version) == ("Herfølge", 2)


def new_mentor(area: Area, **changes: object) -> dict[str, object]:
    return {"name": "Nina", "login": "20 30 40 50", "areas": [area.pk]} | changes


def test_a_new_mentor_signs_in_with_a_password_that_is_shown_once(as_user, client, dorte: User, area: Area) -> None:
    response = as_user(dorte).post("/mentorer/ny/", new_mentor(area))
    mentor = User.objects.get(login="+4520304050")
    assert mentor.check_password(response.context["password"])
    assert (mentor.role, mentor.phone, mentor.has_temporary_password) == (Role.MENTOR, "+4520304050", True)
    assert list(mentor.areas.all()) == [area]
    assert response.context["password"] not in as_user(dorte).get("/mentorer/").content.decode()


@pytest.mark.parametrize("login", ["", "hej", "123", "ikke@en@mail", "x" * 200])
def test_a_login_that_is_none_is_refused(as_user, dorte: User, area: Area, login: str) -> None:
    response = as_user(dorte).post("/mentorer/ny/", new_mentor(area, login=login))
    assert "login" in response.context["form"].errors
    assert not User.objects.filter(name="Nina").exists()


def test_a_login_is_used_once(as_user, dorte: User, bo: User, area: Area) -> None:
    response = as_user(dorte).post("/mentorer/ny/", new_mentor(area, login=bo.login.upper()))
    assert "login" in response.context["form"].errors


def test_a_coordinator_hands_out_only_own_areas(as_user, dorte: User) -> None:
    other = AreaFactory(name="En anden by")
    response = as_user(dorte).post("/mentorer/ny/", new_mentor(other))
    assert "areas" in response.context["form"].errors
    assert not User.objects.filter(name="Nina").exists()


def test_a_mentor_of_other_areas_does_not_exist(as_user, dorte: User, carla: User) -> None:
    client = as_user(dorte)
    assert client.get(f"/mentorer/{carla.pk}/").status_code == 404
    assert client.post(f"/mentorer/{carla.pk}/kodeord/").status_code == 404
    assert client.post(f"/mentorer/{carla.pk}/luk/").status_code == 404
    carla.refresh_from_db()
    assert carla.is_active


def test_changing_areas_leaves_those_of_others_alone(as_user, dorte: User, bo: User, area: Area) -> None:
    other, third = AreaFactory(name="En anden by"), AreaFactory(name="Min anden")
    bo.areas.add(other)
    dorte.areas.add(third)
    as_user(dorte).post(f"/mentorer/{bo.pk}/", {"areas": [third.pk], "capacity": 100})
    assert set(bo.areas.all()) == {other, third}


def test_a_closed_mentor_is_out_and_may_come_back(as_user, dorte: User, bo: User) -> None:
    as_user(dorte).post(f"/mentorer/{bo.pk}/luk/")
    bo.refresh_from_db()
    assert not bo.is_active
    as_user(dorte).post(f"/mentorer/{bo.pk}/aabn/")
    bo.refresh_from_db()
    assert bo.is_active


def test_a_coordinator_is_nobody_whom_a_coordinator_closes(as_user, dorte: User, area: Area) -> None:
    other = UserFactory(role=Role.COORDINATOR, areas=[area])
    assert as_user(dorte).post(f"/mentorer/{other.pk}/luk/").status_code == 404


@pytest.mark.django_db
def test_the_first_coordinator_is_asked_for_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(create_coordinator, "getpass", lambda prompt: "et-langt-og-godt-kodeord")
    call_command("create_coordinator", "Dorte@Example.invalid", "Dorte", stdout=StringIO())
    made = User.objects.get(login="dorte@example.invalid")
    assert made.is_coordinator
    assert made.check_password("et-langt-og-godt-kodeord")
    assert made.areas.count() == Area.objects.count() >= 4
    with pytest.raises(CommandError):
        call_command("create_coordinator", "dorte@example.invalid", "Dorte", stdout=StringIO())


@pytest.mark.django_db
def test_a_poor_password_makes_no_coordinator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(create_coordinator, "getpass", lambda prompt: "12345678")
    with pytest.raises(CommandError):
        call_command("create_coordinator", "dorte@example.invalid", "Dorte")
    assert not User.objects.filter(login="dorte@example.invalid").exists()
