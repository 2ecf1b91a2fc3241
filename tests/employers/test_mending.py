"""What would make a job lawful: said, put into the form when asked, and nothing saved or lost."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employers.forms import WholeForm
from employers.lawfulness import judge_post, wanted_groups
from employers.mending import remedies
from employers.models import EmployerContact, Post, Shift
from tests.employers.typed import rows, typed_post
from tests.factories import TODAY, PostFactory, ShiftFactory

pytestmark = pytest.mark.django_db
NEW = "employers:post_new"
CAFE: dict[str, Any] = {
    "title": "Hjælp i caféen",
    "workplace": "restaurant",
    "chores": ["clear_tables", "serve_drinks", "light_checkout"],
    "help": "0",
    "is_alone": "on",
    "lift_kg": "20",
    "machines": "hazard",
    "chemicals": "hazard_labelled",
    "alcohol": "retail_checkout",
    "dangers": ["violence", "extreme_temperature"],
    **rows(
        "shifts",
        {"weekday": "2", "starts": "17:00", "ends": "21:00"},
        {"weekday": "", "starts": "", "ends": ""},
        *({"weekday": str(day), "starts": "10:00", "ends": "18:00"} for day in (5, 6)),
    ),
}


@pytest.fixture
def shop(elif_: EmployerContact, client: Client) -> Client:
    client.force_login(elif_.user)
    return client


def whole_of(shop: Client, typed: dict[str, Any], group: str = "13-14") -> tuple[WholeForm, str]:
    answer = shop.post(reverse(NEW), typed | {"ret": group})
    context = answer.context
    assert context["change"] is not None
    whole = WholeForm(context["form"], context["shifts"], context["needs"], None)  # type: ignore[arg-type]
    return whole, answer.content.decode()


def as_sent(whole: WholeForm) -> dict[str, Any]:
    """What a browser sends from the form that it was given."""
    sent: dict[str, Any] = {}
    for form in (whole.form, *whole.shifts.forms, *whole.needs.forms):
        for name in form.fields:
            value = form[name].value()
            if value is True:
                sent[form.add_prefix(name)] = "on"
            elif value not in (None, False, ""):
                sent[form.add_prefix(name)] = value
    for set_of_rows in (whole.shifts, whole.needs):
        for name, value in set_of_rows.management_form.initial.items():
            sent[f"{set_of_rows.prefix}-{name}"] = value
    return {name: value for name, value in sent.items() if value is not None}


def test_the_panel_says_what_would_make_it_lawful(shop: Client) -> None:
    late = rows("shifts", {"weekday": "1", "starts": "19:00", "ends": "21:00"})
    html = shop.post(reverse("employers:law"), typed_post(**late)).content.decode()
    assert "Slut kl. 20.00 i stedet for kl. 21.00 tirsdag." in html
    assert 'name="ret" value="13-14"' in html
    assert 'value="18"' not in html


def test_an_unlawful_cafe_job_is_put_right_in_every_field_and_loses_nothing(shop: Client) -> None:
    whole, html = whole_of(shop, typed_post(**CAFE))
    assert not Post.objects.exists()
    assert "Rettet, men ikke gemt endnu" in html
    assert whole.form["title"].value() == "Hjælp i caféen"
    assert whole.form["pay_hour"].value() == "70"
    assert whole.needs.initial == [{"skill": "on_time", "level": "2", "DELETE": False}]
    shop.post(reverse(NEW), as_sent(whole) | {"save": "1"})
    post = Post.objects.get()
    verdicts = judge_post(post, TODAY)
    assert verdicts["13-14"].legal
    assert post.dangers == ["violence"]
    assert (post.lift_kg, post.is_alone, post.machines, post.has_quick_help) == (12, False, "none", True)
    assert post.shifts.exists()


def test_what_was_changed_is_marked_and_nothing_else(shop: Client) -> None:
    late = rows("shifts", {"weekday": "1", "starts": "19:00", "ends": "21:00", "break_minutes": ""})
    whole, html = whole_of(shop, typed_post(**late, lift_kg="13"))
    marked = {
        form.add_prefix(name)
        for form in (whole.form, *whole.shifts.forms)
        for name, field in form.fields.items()
        if vars(field)["is_mended"]
    }
    assert marked == {"lift_kg", "shifts-0-ends"}
    assert html.count("is-mended") == len(marked)
    assert 'value="20:00"' in html


def test_a_shift_that_goes_is_crossed_out_in_its_row(shop: Client) -> None:
    every_day = [{"weekday": str(day), "starts": "15:00", "ends": "16:00"} for day in range(7)]
    whole, _html = whole_of(shop, typed_post(**rows("shifts", *every_day)))
    gone = [number for number, form in enumerate(whole.shifts.forms) if form["DELETE"].value()]
    assert len(gone) == 2
    shop.post(reverse(NEW), as_sent(whole) | {"save": "1"})
    assert Post.objects.get().shifts.count() == 5


def test_no_mistake_is_told_while_it_is_put_right(shop: Client) -> None:
    late = rows("shifts", {"weekday": "1", "starts": "19:00", "ends": "21:00"})
    _whole, html = whole_of(shop, typed_post(**late, title="", pay_hour="mange penge"))
    assert "mange penge" in html
    assert "Noget mangler eller skal rettes" not in html


@pytest.mark.parametrize("group", ["findes-ikke", "18", ""])
def test_where_there_is_nothing_to_mend_the_form_comes_back_as_it_was(shop: Client, group: str) -> None:
    answer = shop.post(reverse(NEW), typed_post(ret=group))
    assert answer.context["change"] is None
    assert answer.context["form"]["title"].value() == "Hjælp i butikken"
    assert not Post.objects.exists()


def test_a_saved_post_is_put_right_from_its_own_page(shop: Client, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer)
    post.shifts.all().delete()
    ShiftFactory(post=post, weekday=1, starts=19 * 60, ends=21 * 60)
    html = shop.get(reverse("employers:post", args=[post.pk])).content.decode()
    edit = reverse("employers:post_edit", args=[post.pk])
    assert f'href="{edit}?ret=13-14"' in html
    opened = shop.get(edit, {"ret": "13-14"})
    assert 'value="20:00"' in opened.content.decode()
    assert post.shifts.get().ends == 21 * 60


def test_a_change_is_lawful_for_the_group_it_is_for_and_touches_only_what_the_form_holds() -> None:
    typed = {name: value for name, value in CAFE.items() if "-" not in name}
    post = Post(**typed | {"help": 0, "is_alone": True, "lift_kg": 20, "alcohol": "venue_serving_room"})
    week = [ShiftFactory.build(post=None, weekday=day, starts=600, ends=1320) for day in range(7)]
    for group in wanted_groups(post) - {"18"}:
        found = remedies(group, post, week, TODAY)
        assert found
        assert all(judge_post(one.put_into(post), TODAY, one.week)[group].legal for one in found)


def test_another_way_keeps_more_of_the_hours(shop: Client) -> None:
    late_week = [{"weekday": str(day), "starts": "15:00", "ends": "19:00"} for day in range(5)]
    typed = typed_post(**rows("shifts", *late_week))
    nearest, *others = shop.post(reverse("employers:law"), typed).context["verdicts"][0]["remedies"]
    assert others
    for other in others:
        assert hours(other.week) > hours(nearest.week)
        whole, _html = whole_of(shop, typed, other.code)
        shop.post(reverse(NEW), as_sent(whole) | {"save": "1"})
        assert hours(Post.objects.latest("pk").shifts.all()) == hours(other.week)


def hours(week: Iterable[Shift]) -> int:
    return sum(shift.ends - shift.starts - shift.break_minutes for shift in week)


def test_the_enter_key_saves_and_mends_nothing(shop: Client) -> None:
    """It presses the form's first button."""
    late = rows("shifts", {"weekday": "1", "starts": "19:00", "ends": "21:00"})
    html = shop.post(reverse(NEW), typed_post(**late, title="")).content.decode()
    form = html[html.index('<form class="post-form"') :]
    assert 'name="ret"' in form
    assert form.index('name="save"') < form.index('name="ret"')
