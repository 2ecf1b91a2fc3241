from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts import terms
from jobplaneten.accounts.models import Role, TermsAcceptance, User
from tests.factories import NOW, TODAY, UserFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
OWN = "/vilkaar/"


@pytest.fixture
def new_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second version for everybody, in force since today."""
    both = {role: (replace(found[0], version=2), *found) for role, found in terms.TERMS.items()}
    monkeypatch.setattr(terms, "TERMS", both)


@pytest.mark.parametrize("role", [Role.YOUTH, Role.EMPLOYER, Role.GUARDIAN])
@pytest.mark.usefixtures("new_terms")
def test_a_new_version_asks_again_before_anything_else_and_is_kept(role: Role, client: Client) -> None:
    user = UserFactory(role=role, terms_read=1)
    client.force_login(user)
    asked = client.get("/konto/")
    assert asked["location"] == f"{OWN}?next=%2Fkonto%2F"
    assert client.post("/beskeder/laest/")["location"].startswith(OWN)
    assert client.get("/om/").status_code == 200
    assert "Jeg har læst det" in client.get(asked["location"]).text
    assert client.post(OWN, {"next": "/konto/"})["location"] == "/konto/"
    assert client.get("/konto/").status_code == 200
    assert "Jeg har læst det" not in client.get(OWN).text
    assert TermsAcceptance.objects.get(user=user).version == 2
    client.post(OWN)
    assert TermsAcceptance.objects.filter(user=user).count() == 1


@pytest.mark.usefixtures("new_terms")
def test_who_does_not_say_yes_may_still_go_and_take_everything_home(client: Client, amina: Youth) -> None:
    User.objects.update(terms_read=1)
    client.force_login(amina.user)
    assert client.get("/min-vej/")["location"].startswith(OWN)
    assert client.get("/mine-data/").status_code == 200
    assert client.get("/mine-data/slet/").status_code == 200
    assert client.post("/log-ud/")["location"] == "/"


def test_a_version_holds_from_its_day() -> None:
    newest = terms.TERMS[Role.YOUTH][0]
    assert terms.current(Role.YOUTH, newest.since) == newest
    assert terms.current(Role.YOUTH, newest.since - timedelta(days=1)) is None
    assert terms.current(Role.MENTOR, TODAY) is None
    for found in terms.TERMS.values():
        assert [each.version for each in found] == list(range(len(found), 0, -1))


def test_the_coordinator_reads_the_workplaces_people_and_only_counts_the_families(
    elif_: EmployerContact, amina: Youth, dorte: User, as_user
) -> None:
    for user in (elif_.user, amina.user):
        terms.accept_terms(user, now=NOW)
    page = as_user(dorte).get("/vilkaar/hvem/").text
    assert elif_.user.login in page
    assert amina.user.login not in page
    assert "1 af 1 har sagt ja" in page
