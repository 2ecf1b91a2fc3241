import pytest
from django.test import Client
from django.urls import reverse

from employers import actions
from employers.models import Employer, EmployerContact, EmployerStatus, Post
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, EmployerContactFactory, EmployerFactory, PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting() -> EmployerContact:
    return EmployerContactFactory(employer=EmployerFactory(is_applied=True))


def test_a_vetted_employer_says_by_whom_and_is_told(waiting: EmployerContact, dorte: User) -> None:
    actions.vet(waiting.employer, by=dorte, now=NOW)
    employer = Employer.objects.get()
    assert (employer.status, employer.vetted_by, employer.vetted_at) == (EmployerStatus.VETTED, dorte, NOW)
    assert Message.objects.get(to=waiting.user).subject == "I er godkendt"
    assert Entry.objects.get(verb="vet").key == employer.pk


def test_a_refused_employer_reads_why(waiting: EmployerContact, dorte: User, client: Client) -> None:
    actions.refuse_employer(waiting.employer, reason="Vi kunne ikke få fat i jer.", by=dorte, now=NOW)
    client.force_login(waiting.user)
    assert "Vi kunne ikke få fat i jer." in client.get(reverse("employers:posts")).content.decode()
    assert "Vi kunne ikke få fat i jer." in Message.objects.get(to=waiting.user).body


def test_what_a_suspended_employer_has_open_is_open_no_more(elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer)
    assert list(Post.objects.open()) == [post]
    actions.suspend(elif_.employer, reason="Der var uro.", by=dorte, now=NOW)
    assert not Post.objects.open().exists()
    with pytest.raises(MoveRefused):
        actions.take_seat(post, by=dorte, now=NOW)


def test_the_second_coordinator_is_told_that_it_is_done(waiting: EmployerContact, dorte: User) -> None:
    stale = Employer.objects.get()
    actions.vet(waiting.employer, by=dorte, now=NOW)
    with pytest.raises(MoveRefused):
        actions.refuse_employer(stale, reason="x", by=dorte, now=NOW)
    assert Employer.objects.get().status == EmployerStatus.VETTED


def test_a_coordinator_vets_from_the_queue(waiting: EmployerContact, dorte: User, client: Client) -> None:
    client.force_login(dorte)
    assert waiting.employer.name in client.get(reverse("employers:to_review")).content.decode()
    page = client.get(reverse("employers:employer", args=[waiting.employer_id]))
    assert waiting.employer.cvr in page.content.decode()
    client.post(reverse("employers:employer_vet", args=[waiting.employer_id]))
    assert Employer.objects.get().is_vetted
    assert client.get(reverse("employers:to_review")).context["employers"] == []


def test_a_no_without_a_reason_changes_nothing(waiting: EmployerContact, dorte: User, client: Client) -> None:
    client.force_login(dorte)
    url = reverse("employers:employer_refuse", args=[waiting.employer_id])
    answer = client.post(url, {"reason": " "}, follow=True)
    assert "Skriv hvorfor" in answer.content.decode()
    assert Employer.objects.get().status == EmployerStatus.APPLIED


@pytest.mark.parametrize("name", ["employer", "employer_vet", "employer_refuse", "employer_suspend"])
def test_nobody_but_a_coordinator_sees_or_vets_an_employer(
    name: str, waiting: EmployerContact, bo: User, client: Client
) -> None:
    for stranger in (bo, waiting.user, EmployerContactFactory().user):
        client.force_login(stranger)
        url = reverse(f"employers:{name}", args=[waiting.employer_id])
        answer = client.get(url) if name == "employer" else client.post(url, {"reason": "x"})
        assert answer.status_code == 404
    assert Employer.objects.get(pk=waiting.employer_id).status == EmployerStatus.APPLIED
