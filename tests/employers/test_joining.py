from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employers.models import Employer, EmployerStatus, Post
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from tests.employers.typed import bare_post
from tests.factories import PASSWORD, EmployerFactory, UserFactory

pytestmark = pytest.mark.django_db

GOOD_CVR = "12345674"
CALM = "Skriv til os"


def typed(**changes: str) -> dict[str, str]:
    return {
        "name": "Torvets Bageri",
        "cvr": GOOD_CVR,
        "kind": "company",
        "about": "Vi bager hver nat.",
        "address": "Torvet 1",
        "postcode": "4600",
        "contact_name": "Elif Kaya",
        "login": "Elif@bageri.example",
        "password": PASSWORD,
    } | changes


def join(client: Client, **changes: str) -> Any:
    return client.post(reverse("employers:join"), typed(**changes))


def test_an_employer_joins_and_is_signed_in_and_waits(client: Client, dorte: User) -> None:
    answer = client.post(reverse("employers:join"), typed(), follow=True)
    employer = Employer.objects.get()
    assert employer.status == EmployerStatus.APPLIED
    assert employer.contacts.get().user.login == "elif@bageri.example"
    assert "Vi godkender jer" in answer.content.decode()
    assert Message.objects.filter(to=dorte).count() == 1


@pytest.mark.parametrize("written", ["12 34 56 74", "DK12345674", "dk-12345674", " 12345674 "])
def test_a_number_may_be_written_as_on_an_invoice(client: Client, written: str) -> None:
    join(client, cvr=written)
    assert Employer.objects.get().cvr == GOOD_CVR


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1234567", "otte tal"),
        ("123456789", "otte tal"),
        ("12345abc", "otte tal"),
        ("١٢٣٤٥٦٧٤", "otte tal"),
        ("12345675", "passer ikke sammen"),
        ("02345674", "ikke et CVR-nummer"),
    ],
)
def test_a_wrong_number_is_told_at_the_field(client: Client, written: str, said: str) -> None:
    answer = join(client, cvr=written)
    assert said in str(answer.context["form"].errors["cvr"])
    assert not Employer.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("postcode", "0001"), ("postcode", ""), ("login", "ikke en mail"), ("password", "12345678"), ("address", "")],
)
def test_other_mistakes_are_told_at_their_field(client: Client, field: str, value: str) -> None:
    assert field in join(client, **{field: value}).context["form"].errors
    assert not User.objects.exists()


def test_a_stranger_learns_the_same_from_a_taken_number_and_a_taken_login(client: Client) -> None:
    EmployerFactory(cvr=GOOD_CVR, vetted_by=UserFactory(login="elif@bageri.example"))
    before = (Employer.objects.count(), User.objects.count())
    by_number = join(client, login="ny@bageri.example").context["form"].errors
    by_login = join(client, cvr="88146328").context["form"].errors
    assert by_number == by_login
    assert list(by_number) == ["__all__"]
    assert CALM in str(by_number)
    assert (Employer.objects.count(), User.objects.count()) == before


def test_an_employer_who_waits_may_write_posts(client: Client) -> None:
    join(client)
    client.post(reverse("employers:post_new"), bare_post())
    assert Post.objects.get().employer == Employer.objects.get()
