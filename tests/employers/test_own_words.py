import html
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employers.models import EmployerContact, Post
from tests.employers.typed import typed_post

pytestmark = pytest.mark.django_db

SAID = "Fyld varer på hylderne, ryd op og snak med kunderne i vores butik"
NEW = "employers:post_new"


@pytest.fixture
def shop(elif_: EmployerContact, client: Client) -> Client:
    client.force_login(elif_.user)
    return client


def asked(shop: Client, **typed: Any) -> Any:
    return shop.post(reverse(NEW), typed_post(suggest="1", **typed))


def choices(answer: Any, name: str) -> list[tuple[Any, Any]]:
    return list(answer.context["form"].fields[name].choices)


def test_what_the_text_is_like_is_asked_first_and_none_of_it_is_ticked(shop: Client) -> None:
    answer = asked(shop, title="Hjælp i butikken", text=SAID, chores=["weeding"])
    group, first = choices(answer, "chores")[0]
    assert str(group) == "Forslag ud fra jeres tekst"
    assert {"stock_shelves_light", "tidying", "light_shop_service"} <= {code for code, _label in first}
    assert [code for code, _label in choices(answer, "category")[1][1]][0] == "butik"
    assert "customers" in {code for code, _label in choices(answer, "circumstances")[0][1]}
    assert answer.context["form"]["chores"].value() == ["weeding"]


def test_every_choice_still_stands_once(shop: Client) -> None:
    answer = asked(shop, title="Hjælp i butikken", text=SAID)
    for name in ("chores", "circumstances", "category"):
        before = choices(shop.get(reverse(NEW)), name)
        flat = [code for group in (choices(answer, name), before) for code in codes(group)]
        assert sorted(codes(choices(answer, name))) == sorted(codes(before))
        assert len(flat) == 2 * len(set(flat))


def codes(group: list[tuple[Any, Any]]) -> list[str]:
    return [one for code, inside in group for one in (codes(inside) if isinstance(inside, list) else [str(code)])]


def test_asking_saves_nothing_and_keeps_what_was_typed(shop: Client) -> None:
    answer = asked(shop, title="Hjælp i butikken", text=SAID)
    assert not Post.objects.exists()
    assert SAID in html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("", "", "Skriv et par ord først."),
        ("", "x" * 1001, "Skriv højst 1000 tegn."),
        ("qwxz", "zzkjq wvxpl", "Vi fandt ikke noget, der ligner – vælg selv herunder."),
    ],
)
def test_text_that_cannot_help_gets_a_clear_word_and_the_list_as_it_was(
    shop: Client, title: str, text: str, said: str
) -> None:
    answer = asked(shop, title=title, text=text)
    assert said in html.unescape(answer.content.decode())
    assert codes(choices(answer, "chores")) == codes(choices(shop.get(reverse(NEW)), "chores"))
