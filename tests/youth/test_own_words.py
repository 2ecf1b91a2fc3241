import html
import logging
from typing import Any

import pytest
from django.urls import reverse

from youth.models import ProfileDraft, Youth

pytestmark = pytest.mark.django_db

LIKES, DREAM = (reverse("youth:page", args=[page]) for page in ("likes", "dream"))


def words(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_the_likes_that_sound_like_the_words_are_asked_first(as_user: Any, amina: Youth) -> None:
    typed = {"suggest": "1", "words": "Jeg vil gerne være sammen med dyr og lave mad", "version": amina.version}
    form = as_user(amina.user).post(LIKES, typed).context["form"]
    assert set(form.suggestions) == {"with_animals", "food"}
    assert len(form.suggested()) + len(form.others()) == len(form.visible_fields())


def test_what_the_words_say_no_to_is_asked_as_something_one_would_rather_not(as_user: Any, amina: Youth) -> None:
    typed = {"suggest": "1", "words": "Jeg vil gerne lave mad, men ikke noget med børn", "version": amina.version}
    answer = as_user(amina.user).post(LIKES, typed)
    form = answer.context["form"]
    assert (form.suggestions, form.rather_nots) == (("food",), ("with_children",))
    assert "Det lyder, som om du helst ikke vil" in words(answer)
    assert len(form.suggested()) + len(form.suggested_against()) + len(form.others()) == len(form.visible_fields())
    assert not form["how_with_children"].value()


def test_nothing_is_kept_of_the_words_until_somebody_ticks_and_saves(
    as_user: Any, amina: Youth, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    before = Youth.objects.values().get(pk=amina.pk)
    client = as_user(amina.user)
    client.post(LIKES, {"suggest": "1", "words": "hemmelig hundedrøm", "version": amina.version})
    client.post(DREAM, {"suggest": "1", "dream": "hemmelig dyrlæge", "version": amina.version})
    client.post(reverse("youth:draft", args=["likes"]), {"words": "hemmelig hundedrøm", "version": amina.version})
    assert Youth.objects.values().get(pk=amina.pk) == before
    assert "hemmelig" not in str(list(ProfileDraft.objects.values_list("content", flat=True)))
    assert "hemmelig" not in caplog.text


def test_words_in_an_address_are_not_read(as_user: Any, amina: Youth) -> None:
    answer = as_user(amina.user).get(LIKES, {"suggest": "1", "words": "hunde"})
    assert answer.context["form"].suggestions == ()


@pytest.mark.parametrize("dream", ["dyrlæge", "dyrlaege", "DYRLÆGE!", "dyrlæg", "Jeg drømmer om at blive dyrlæge"])
def test_a_dream_points_to_a_field_however_it_is_spelt(as_user: Any, amina: Youth, dream: str) -> None:
    answer = as_user(amina.user).post(DREAM, {"suggest": "1", "dream": dream, "version": amina.version})
    form = answer.context["form"]
    assert form.suggestions[0] == "nature"
    assert f'<label class="button quiet small" for="{form.chips()[0].id_for_label}">Natur og dyr</label>' in words(
        answer
    )
    assert not form["dream_field"].value()


@pytest.mark.parametrize(
    ("dream", "said"),
    [
        ("", "Skriv et par ord først."),
        ("   ", "Skriv et par ord først."),
        ("qwxz zzkjq", "Vi fandt ikke noget, der ligner – vælg selv her."),
        ("dyr " * 100, "Skriv højst 300 tegn. Du har skrevet 400."),
    ],
)
def test_words_that_cannot_help_get_a_clear_word(as_user: Any, amina: Youth, dream: str, said: str) -> None:
    answer = as_user(amina.user).post(DREAM, {"suggest": "1", "dream": dream, "version": amina.version})
    assert said in words(answer)
    assert answer.context["form"].suggestions == ()


def test_a_page_without_own_words_takes_the_button_for_an_ordinary_save(as_user: Any, amina: Youth) -> None:
    answer = as_user(amina.user).post(reverse("youth:page", args=["travel"]), {"suggest": "1", "words": "hunde"})
    assert answer.context["form"].errors
