from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.messaging.models import Message
from jobplaneten.trades import Circumstance, Skill
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, FreeTimeFactory, YouthFactory, YouthSkillFactory
from youth.actions import got_a_job, lost_the_job, save_draft, save_page
from youth.actions.profile import joined
from youth.forms.profile import FORMS, SKILL_GROUPS
from youth.models import ProfilePage, Youth, YouthStatus

pytestmark = pytest.mark.django_db

TYPED: dict[str, dict[str, Any]] = {
    "about": {"shown_name": "Mina", "line": "Jeg kan lide at lave noget."},
    "school": {"school_year": "8"},
    "skills": {"level_polite": "2", "from_polite": "home", "level_team": "3"},
    "likes": {"how_outdoor": "like", "how_busy": "not", "how_food": ""},
    "dream": {"dream": "Egen salon", "dream_field": "design"},
    "when": {
        "free": ["1-900-1020", "1-1020-1200", "5-480-840"],
        "blocked_0_day": "1",
        "blocked_0_from": "16:00",
        "blocked_0_to": "17:00",
    },
    "travel": {"travel_modes": ["walk", "bus"], "travel_minutes": "30"},
}


@pytest.fixture
def blank(amina: Youth) -> Youth:
    """Amina before she has told anything."""
    Youth.objects.filter(pk=amina.pk).update(
        pages_done=[], profile_done_at=None, waiting_since=None, school_year="", likes=[], rather_nots=[],
        dream="", dream_field="", travel_modes=[], travel_minutes=None, line="",
    )  # fmt: skip
    amina.refresh_from_db()
    return amina


def address(page: str) -> str:
    return reverse("youth:page", args=[page])


def post(client: Client, youth: Youth, page: str, **other: Any) -> Any:
    return client.post(address(page), TYPED[page] | {"version": youth.version} | other)


def test_the_wizard_leads_from_page_to_page_until_the_profile_is_done(as_user: Any, blank: Youth) -> None:
    client = as_user(blank.user)
    for page, then in zip(ProfilePage, [*list(ProfilePage)[1:], None], strict=True):
        blank.refresh_from_db()
        assert blank.profile_done_at is None
        answer = post(client, blank, page)
        assert answer.url == (address(then) if then else reverse("youth:profile"))
    blank.refresh_from_db()
    assert blank.profile_done_at == blank.waiting_since is not None
    assert Message.objects.get(to=blank.mentor).path == reverse("youth:person", args=[blank.pk])


def test_every_page_is_kept_as_it_was_told(as_user: Any, blank: Youth) -> None:
    for page in ProfilePage:
        blank.refresh_from_db()
        post(as_user(blank.user), blank, page)
    blank.refresh_from_db()
    assert (blank.shown_name, blank.name_to_show, blank.first_name) == ("Mina", "Mina", "Amina")
    assert (blank.school_year, blank.line, blank.dream) == ("8", "Jeg kan lide at lave noget.", "Egen salon")
    assert (blank.likes, blank.rather_nots) == (["outdoor"], ["busy"])
    assert set(blank.skills.values_list("skill", "level", "evidence")) == {("polite", 2, "home"), ("team", 3, "")}
    assert set(blank.free_times.values_list("weekday", "starts", "ends")) == {(1, 900, 1200), (5, 480, 840)}
    assert list(blank.blocked_times.values_list("weekday", "starts", "ends")) == [(1, 960, 1020)]
    assert (blank.travel_modes, blank.travel_minutes) == (["walk", "bus"], 30)


@pytest.mark.parametrize("page", ProfilePage)
def test_a_saved_page_opens_as_it_was_saved(as_user: Any, blank: Youth, page: str) -> None:
    client = as_user(blank.user)
    post(client, blank, page)
    blank.refresh_from_db()
    before = FORMS[page].saved(Youth.objects.get(pk=blank.pk))
    form = client.get(address(page)).context["form"]
    again = {name: form[name].value() for name in before}
    assert {name: value for name, value in before.items() if value} == {k: v for k, v in again.items() if v}
    told, untouched = FORMS[page](TYPED[page] | {"version": "2"}), FORMS[page](raw(form) | {"version": "2"})
    assert told.is_valid()
    assert untouched.is_valid()
    assert untouched.values() == told.values()


def test_taken_times_stand_on_the_page_with_room_for_more(as_user: Any, blank: Youth) -> None:
    client = as_user(blank.user)
    assert client.get(address("when")).content.decode().count("_from") == 2
    post(client, blank, "when")
    page = client.get(address("when")).content.decode()
    assert 'value="16:00"' in page
    assert "blocked_2_from" in page


def test_a_page_can_be_saved_while_one_waits_to_be_let_in(as_user: Any, area: Any) -> None:
    waiting = YouthFactory(is_waiting=True, area=area)
    for page in ProfilePage:
        waiting.refresh_from_db()
        post(as_user(waiting.user), waiting, page)
    waiting.refresh_from_db()
    assert waiting.profile_done_at
    assert waiting.waiting_since is None


def test_saving_again_keeps_the_place_in_the_line_and_the_day_it_was_done(as_user: Any, amina: Youth) -> None:
    got_a_job(amina, by=amina.mentor, now=NOW)
    answer = post(as_user(amina.user), amina, "dream", dream="Noget helt andet")
    assert answer.url == reverse("youth:profile")
    amina.refresh_from_db()
    assert (amina.profile_done_at, amina.waiting_since, amina.version) == (NOW, None, 2)
    assert lost_the_job(amina, by=amina.mentor, now=NOW).waiting_since == NOW


@pytest.mark.parametrize(
    ("page", "typed", "field", "words"),
    [
        ("about", {"line": ""}, "line", "Skriv et svar"),
        ("about", {"line": "Ring 20 12 34 56"}, "line", "telefonnummer"),
        ("about", {"line": "Jeg hedder 010112-3456"}, "line", "CPR"),
        ("about", {"shown_name": "@amina"}, "shown_name", "profilnavne"),
        ("school", {"school_year": "12"}, "school_year", "på listen"),
        ("skills", {"level_polite": "", "level_team": ""}, "__all__", "mindst én"),
        ("skills", {"level_polite": "9"}, "level_polite", "på listen"),
        ("dream", {"dream_field": ""}, "dream_field", "Vælg et svar"),
        ("when", {"free": []}, "free", "mindst ét kryds"),
        ("when", {"blocked_0_to": "15:00"}, "blocked_0", "Fra skal være før til"),
        ("when", {"blocked_0_to": ""}, "blocked_0", "Udfyld"),
        ("when", {"blocked_0_to": "99:99"}, "blocked_0", "klokkeslæt"),
        ("travel", {"travel_modes": ["fly"]}, "travel_modes", "på listen"),
        ("travel", {"travel_minutes": ""}, "travel_minutes", "Vælg et svar"),
    ],
)
def test_a_wrong_answer_is_explained_kept_as_a_draft_and_not_saved(
    as_user: Any, blank: Youth, page: str, typed: dict[str, Any], field: str, words: str
) -> None:
    form = post(as_user(blank.user), blank, page, **typed).context["form"]
    assert set(form.errors) == {field}
    assert words in " ".join(form.errors[field])
    blank.refresh_from_db()
    assert (blank.pages_done, blank.version) == ([], 1)
    assert blank.drafts.get().page == page


# ── drafts ──────────────────────────────────────────────────────────────────
def draft(client: Client, page: str, **typed: Any) -> Any:
    return client.post(reverse("youth:draft", args=[page]), typed)


def test_what_is_typed_is_kept_and_the_page_opens_with_it(as_user: Any, blank: Youth) -> None:
    client = as_user(blank.user)
    assert "Gemt som kladde" in draft(client, "about", line="Jeg er g", version="1", csrf="x").content.decode()
    assert blank.drafts.get().content == {"line": ["Jeg er g"]}
    form = client.get(address("about")).context["form"]
    assert form["line"].value() == "Jeg er g"
    blank.refresh_from_db()
    assert (blank.line, blank.pages_done) == ("", [])


@pytest.mark.parametrize("page", ProfilePage)
def test_a_draft_of_any_page_opens_just_as_it_was_typed(as_user: Any, blank: Youth, page: str) -> None:
    client = as_user(blank.user)
    draft(client, page, **TYPED[page])
    first = client.get(address(page))
    form = FORMS[page](TYPED[page] | {"version": "1"})
    assert form.is_valid()
    drafted = {name: first.context["form"][name].value() for name in form.fields if name != "version"}
    again = FORMS[page]({**raw(first.context["form"]), "version": "1"})
    assert again.is_valid(), drafted
    assert again.values() == form.values()


def raw(form: Any) -> dict[str, Any]:
    """What a browser would post of a form that was only opened."""
    posted: dict[str, Any] = {}
    for bound in form.visible_fields():
        value = bound.value()
        if isinstance(value, (list, tuple)) and hasattr(bound.field.widget, "widgets_names"):
            names = bound.field.widget.widgets_names
            posted |= {bound.name + name: "" if box is None else box for name, box in zip(names, value, strict=True)}
        else:
            posted[bound.name] = "" if value is None else value
    return posted


def test_a_second_draft_replaces_the_first_and_saving_ends_it(as_user: Any, blank: Youth) -> None:
    client = as_user(blank.user)
    draft(client, "about", line="a")
    draft(client, "about", line="b")
    assert blank.drafts.get().content == {"line": ["b"]}
    post(client, blank, "about")
    assert not blank.drafts.exists()


def test_finish_later_works_without_javascript(as_user: Any, blank: Youth) -> None:
    answer = as_user(blank.user).post(address("about"), {"line": "halv", "later": "1"}, follow=True)
    assert "Ikke gemt færdig" in answer.content.decode()
    assert blank.drafts.get().content == {"line": ["halv"]}


def test_a_draft_holds_only_our_own_fields_and_no_more_than_a_person_types(as_user: Any, blank: Youth) -> None:
    draft(as_user(blank.user), "about", line="x\x00" * 5000, step="4", mentor="1", status="active")
    content = blank.drafts.get().content
    assert set(content) == {"line"}
    assert len(content["line"][0]) == 1000
    assert "\x00" not in content["line"][0]


def test_a_profile_changed_elsewhere_is_told_and_nothing_is_lost(as_user: Any, blank: Youth) -> None:
    client = as_user(blank.user)
    save_page(blank, "dream", {"dream": "Fra min computer", "dream_field": "it"}, by=blank.user, now=NOW)
    answer = post(client, blank, "dream", dream="Fra min telefon")
    assert "ændret et andet sted" in answer.content.decode()
    assert answer.context["form"]["dream"].value() == "Fra min telefon"
    blank.refresh_from_db()
    assert (blank.dream, blank.version) == ("Fra min computer", 2)
    assert blank.drafts.get().content["dream"] == ["Fra min telefon"]
    post(client, blank, "dream", version=answer.context["form"]["version"].value(), dream="Fra min telefon")
    blank.refresh_from_db()
    assert blank.dream == "Fra min telefon"


def test_the_version_that_comes_back_after_a_refusal_is_the_newest(as_user: Any, blank: Youth) -> None:
    save_page(blank, "dream", TYPED["dream"], by=blank.user, now=NOW)
    answer = post(as_user(blank.user), blank, "dream")
    assert 'name="version" value="2"' in answer.content.decode()


# ── small truths ────────────────────────────────────────────────────────────
def test_every_skill_stands_in_one_group() -> None:
    assert sorted(skill for _title, skills in SKILL_GROUPS for skill in skills) == sorted(Skill.values)


def test_every_circumstance_is_asked_about(as_user: Any, blank: Youth) -> None:
    page = as_user(blank.user).get(address("likes")).content.decode()
    assert [code for code in Circumstance.values if f'name="how_{code}"' not in page] == []


def test_times_that_touch_become_one() -> None:
    assert joined([(1, 900, 1020), (1, 840, 900), (2, 1020, 1200), (1, 1000, 1010), (1, 1100, 1200)]) == [
        (1, 840, 1020),
        (1, 1100, 1200),
        (2, 1020, 1200),
    ]


def test_the_overview_has_one_next_step_and_says_how_far_one_is(as_user: Any, blank: Youth) -> None:
    client = as_user(blank.user)
    post(client, blank, "about")
    page = client.get(reverse("youth:profile"))
    assert page.context["missing"] == ProfilePage.SCHOOL
    assert "1 af 7 sider" in page.content.decode()
    assert page.content.decode().count("Dit næste skridt") == 1


def test_a_finished_profile_says_that_the_search_is_on(as_user: Any, amina: Youth) -> None:
    YouthSkillFactory(youth=amina)
    FreeTimeFactory(youth=amina)
    page = as_user(amina.user).get(reverse("youth:profile")).content.decode()
    assert "Din profil er færdig" in page
    assert "tirsdag" in page.lower()


def test_who_is_no_longer_in_cannot_change_the_profile(as_user: Any, amina: Youth) -> None:
    Youth.objects.filter(pk=amina.pk).update(status=YouthStatus.CLOSED)
    client = as_user(amina.user)
    assert post(client, amina, "dream").status_code == 403
    assert draft(client, "dream", dream="x").status_code == 403
    with pytest.raises(MoveRefused):
        save_page(amina, "dream", TYPED["dream"], by=amina.user, now=NOW)
    assert not amina.drafts.exists()


def test_only_a_youth_has_a_profile_and_only_its_own_pages(as_user: Any, amina: Youth, bo: Any, elif_: Any) -> None:
    save_draft(amina, "dream", {"dream": ["hemmelig"]}, now=NOW)
    for user in (bo, elif_.user):
        for page in (reverse("youth:profile"), address("dream"), reverse("youth:my_way")):
            assert as_user(user).get(page).status_code == 404
    other = YouthFactory(area=amina.area, mentor=bo, dream="", user__name="Zahra")
    assert "hemmelig" not in as_user(other.user).get(address("dream")).content.decode()
    assert as_user(amina.user).get(address("nonsense")).status_code == 404
