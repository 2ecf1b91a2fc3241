import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from employers.models import BadJobReport, EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.rights.tokens import token_of
from tests.factories import PostFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(elif_: EmployerContact) -> Post:
    return PostFactory(employer=elif_.employer)


def tell_of(client: Client, post: Post, **words: str) -> str:
    said = {"wrong": "unkind", "words": "Kanarie råber"} | words
    return client.post(reverse("rights:report", args=[token_of(post.pk)]), said).text


def test_what_a_youth_tells_reaches_a_coordinator_and_never_the_workplace(
    amina: Youth, post: Post, elif_: EmployerContact, bo: User, dorte: User, as_user
) -> None:
    assert "Tak, fordi du sagde det" in tell_of(as_user(amina.user), post)
    assert BadJobReport.objects.get().by == amina.user
    assert {message.to.role for message in Message.objects.all()} == {dorte.role}
    assert "Kanarie råber" in as_user(dorte).get(reverse("employers:reports")).text
    for stranger in (elif_.user, bo):
        client = as_user(stranger)
        assert client.get(reverse("employers:reports")).status_code == 404
        assert "Kanarie" not in client.get(reverse("employers:post", args=[post.pk])).text


def test_who_has_no_account_can_tell_too(post: Post, dorte: User, client: Client) -> None:
    tell_of(client, post)
    assert BadJobReport.objects.get().by is None
    assert client.get(reverse("rights:report", args=["1:forkert"])).status_code == 404


def test_nothing_is_told_without_saying_what(post: Post, client: Client) -> None:
    assert "Tak" not in tell_of(client, post, wrong="")
    assert not BadJobReport.objects.exists()


def test_it_is_written_down_who_did_what_about_it_once(post: Post, dorte: User, as_user) -> None:
    client = as_user(dorte)
    tell_of(client, post)
    page = reverse("employers:report_handled", args=[BadJobReport.objects.get().pk])
    client.post(page, {"done": ""})
    assert BadJobReport.objects.open().exists()
    for said in ("Talt med lederen", "For sent"):
        client.post(page, {"done": said})
    row = BadJobReport.objects.get()
    assert (row.done, row.handled_by) == ("Talt med lederen", dorte)
    with pytest.raises(IntegrityError), transaction.atomic():
        BadJobReport.objects.update(done="")


def test_every_page_of_a_job_leads_there(post: Post, client: Client) -> None:
    card = client.get(reverse("rights:job", args=[token_of(post.pk)])).text
    assert reverse("rights:report", args=[token_of(post.pk)]) in card
