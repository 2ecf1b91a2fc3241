"""Free text to tags, for programs: who may ask, what comes back, and that nothing is kept of the words."""

import logging

import pytest
from rest_framework.throttling import SimpleRateThrottle

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from tests.api.conftest import Call
from youth.models import Youth

pytestmark = pytest.mark.django_db

WISH, POST = "/api/v1/wishes/suggest/", "/api/v1/posts/suggest/"
SAID = {"text": "Jeg drømmer om at blive dyrlæge, men ikke noget med børn"}


def codes(answer: object, name: str) -> list[str]:
    return [tag["code"] for tag in answer.json()[name]]  # type: ignore[attr-defined]


def test_a_youths_own_words_become_tags_to_confirm(api: Call, amina: Youth) -> None:
    answer = api(amina.user).post(WISH, SAID)
    assert answer.json()["rather_nots"] == [{"code": "with_children", "name": "Være sammen med børn"}]
    assert "with_children" not in codes(answer, "likes")
    assert codes(answer, "dream_field")[0] == "nature"


def test_the_text_of_a_post_becomes_tags_to_confirm(api: Call, elif_: EmployerContact) -> None:
    answer = api(elif_.user).post(POST, {"text": "Fyld varer på hylderne. Der er ingen rengøring."})
    assert "stock_shelves_light" in codes(answer, "chores")
    assert "tidy" not in codes(answer, "circumstances")


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "Skriv et par ord først."), ("dyr " * 100, "Skriv højst 300 tegn. Du har skrevet 399.")],
)
def test_text_that_cannot_help_is_refused_as_on_the_page(api: Call, amina: Youth, text: str, said: str) -> None:
    answer = api(amina.user).post(WISH, {"text": text})
    assert (answer.status_code, answer.json()) == (400, {"text": [said]})


def test_nothing_is_kept_of_the_words(api: Call, amina: Youth, caplog: pytest.LogCaptureFixture) -> None:
    before = Youth.objects.values().get(pk=amina.pk), Entry.objects.count(), Post.objects.count()
    with caplog.at_level(logging.DEBUG):
        assert api(amina.user).post(WISH, {"text": "hemmelig hundedrøm"}).status_code == 200
    assert (Youth.objects.values().get(pk=amina.pk), Entry.objects.count(), Post.objects.count()) == before
    assert "hemmelig" not in caplog.text


def test_who_asks_too_often_has_to_wait(api: Call, amina: Youth, bo: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"words": "2/min"})
    assert [api(amina.user).post(WISH, SAID).status_code for _ in range(3)] == [200, 200, 429]
    assert api(bo).post(WISH, SAID).status_code == 403
