from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employers.models import EmployerContact, Post, PostStatus
from jobplaneten.accounts.models import User
from tests.employers.typed import bare_post, rows, typed_post
from tests.factories import EmployerContactFactory, EmployerFactory, NeedFactory, PostFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(elif_: EmployerContact, client: Client) -> Client:
    """Signed in as the shopkeeper."""
    client.force_login(elif_.user)
    return client


def page(client: Client, name: str, post: Post | None = None) -> str:
    answer = client.get(reverse(f"employers:{name}", args=[post.pk] if post else []))
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_typed_becomes_a_post(shop: Client) -> None:
    shop.post(reverse("employers:post_new"), typed_post(save="1"))
    post = Post.objects.get()
    assert (post.step_from, post.step_to, post.chores) == (1, 2, ["sort_goods", "price_marking"])
    assert (post.postcode, post.place) == ("4600", "Køge Torv og gågaden")
    assert (post.latitude, post.longitude) == (55.4565, 12.182)
    assert (post.shifts.get().starts, post.shifts.get().ends) == (930, 1050)
    assert post.needs.get().skill == "on_time"
    assert post.status == PostStatus.DRAFT


def test_a_postcode_alone_gives_a_point(shop: Client) -> None:
    shop.post(reverse("employers:post_new"), typed_post(spot="", postcode="4632", place="Hos os"))
    post = Post.objects.get()
    assert (post.place, post.postcode) == ("Hos os", "4632")
    assert post.latitude is not None


def test_a_draft_may_be_almost_empty_and_is_then_filled_in(shop: Client) -> None:
    shop.post(reverse("employers:post_new"), bare_post())
    post = Post.objects.get()
    edit = reverse("employers:post_edit", args=[post.pk])
    sent = shop.post(edit, bare_post(version="1", send="1"), follow=True)
    assert sent.redirect_chain[-1][0] == edit + "?mangler=1"
    errors = sent.context["form"].errors
    assert {"chores", "steps", "help", "pay_hour", "starts_on"} <= set(errors)
    assert "Skriv mindst én vagt" in sent.content.decode()
    shop.post(edit, typed_post(version="2", send="1"))
    assert Post.objects.get().status == PostStatus.SUBMITTED


def test_sending_what_is_unlawful_for_all_saves_it_and_says_so(shop: Client) -> None:
    typed = typed_post(chores=["welding"], age_to="14", send="1")
    answer = shop.post(reverse("employers:post_new"), typed, follow=True)
    assert Post.objects.get().status == PostStatus.DRAFT
    assert "ikke lovligt for nogen" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 81),
        ("category", "findes-ikke"),
        ("chores", ["findes-ikke"]),
        ("steps", ["1", "3"]),
        ("age_to", "12"),
        ("postcode", "0000"),
        ("seats", "0"),
        ("seats", "51"),
        ("pay_hour", "0"),
        ("pay_hour", "mange penge"),
        ("lift_kg", "101"),
        ("starts_on", "31-31-2026"),
        ("ends_on", "2026-11-30"),
        ("age_from", ""),
        ("text", "x" * 1501),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_is_saved(shop: Client, field: str, value: Any) -> None:
    changes = {"spot": ""} if field == "postcode" else {}
    answer = shop.post(reverse("employers:post_new"), typed_post(**changes, **{field: value}))
    assert field in answer.context["form"].errors
    assert not Post.objects.exists()


def test_a_spot_and_another_postcode_do_not_go_together(shop: Client) -> None:
    answer = shop.post(reverse("employers:post_new"), typed_post(postcode="8800"))
    assert "4600" in str(answer.context["form"].errors["postcode"])


@pytest.mark.parametrize(
    ("shift", "field"),
    [
        ({"starts": "17:00", "ends": "15:00"}, "ends"),
        ({"break_minutes": "180"}, "break_minutes"),
        ({"break_minutes": "-5"}, "break_minutes"),
        ({"starts": ""}, "starts"),
        ({"weekday": ""}, "weekday"),
        ({"weekday": "9"}, "weekday"),
        ({"starts": "kl. 15"}, "starts"),
    ],
)
def test_a_wrong_shift_is_told_in_its_row(shop: Client, shift: dict[str, str], field: str) -> None:
    whole = {"weekday": "1", "starts": "15:00", "ends": "17:00", "break_minutes": ""} | shift
    answer = shop.post(reverse("employers:post_new"), typed_post(**rows("shifts", whole)))
    assert list(answer.context["shifts"].errors[0]) == [field]
    assert not Post.objects.exists()


def test_two_shifts_may_not_lie_on_each_other(shop: Client) -> None:
    one, other = ({"weekday": "1", "starts": start, "ends": "18:00"} for start in ("15:00", "16:00"))
    answer = shop.post(reverse("employers:post_new"), typed_post(**rows("shifts", one, other)))
    assert "oven i hinanden" in answer.content.decode()


def test_a_need_is_chosen_once(shop: Client) -> None:
    row = {"skill": "polite", "level": "1"}
    answer = shop.post(reverse("employers:post_new"), typed_post(**rows("needs", row, row)))
    assert "to gange" in answer.content.decode()


def test_a_shift_until_midnight_ends_with_the_day(shop: Client) -> None:
    late = {"weekday": "5", "starts": "20:00", "ends": "00:00"}
    shop.post(reverse("employers:post_new"), typed_post(**rows("shifts", late)))
    assert Post.objects.get().shifts.get().ends == 1440


def test_a_row_is_added_to_what_is_typed_and_one_is_taken_away(shop: Client) -> None:
    answer = shop.post(reverse("employers:row_more", args=["shifts"]), typed_post())
    assert answer.context["rows"].total_form_count() == 2
    assert 'value="15:30"' in answer.content.decode()
    assert not answer.context["rows"].is_bound
    gone = {"weekday": "1", "starts": "15:00", "ends": "17:00", "DELETE": "on"}
    shop.post(reverse("employers:post_new"), typed_post(**rows("shifts", gone)))
    assert not Post.objects.get().shifts.exists()


def test_the_law_panel_follows_what_is_typed(shop: Client) -> None:
    fine = shop.post(reverse("employers:law"), typed_post())
    assert all(verdict["is_legal"] for verdict in fine.context["verdicts"])
    heavy = shop.post(reverse("employers:law"), typed_post(lift_kg="20", title=""))
    assert [verdict["is_legal"] for verdict in heavy.context["verdicts"]] == [False, False, False, True]
    assert "20 kg" in heavy.content.decode()
    assert not Post.objects.exists()


@pytest.mark.parametrize("typed", [{}, {"shifts-TOTAL_FORMS": "x"}, {"age_from": "99", "pay_hour": "NaN"}])
def test_the_law_panel_bears_nonsense(shop: Client, typed: dict[str, str]) -> None:
    assert shop.post(reverse("employers:law"), typed).status_code == 200


def test_what_is_saved_stands_in_the_form_again(shop: Client, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True)
    NeedFactory(post=post, skill="polite", level=2)
    text = page(shop, "post_edit", post)
    assert 'value="15:30"' in text
    assert text.count("checked") >= 5


def test_editing_an_open_post_warns_and_makes_it_a_draft(shop: Client, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer)
    assert "bliver en kladde igen" in page(shop, "post_edit", post)
    shop.post(reverse("employers:post_edit", args=[post.pk]), typed_post(version="1"))
    assert Post.objects.get().status == PostStatus.DRAFT


def test_who_saves_second_is_told_keeps_the_words_and_may_insist(shop: Client, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True)
    edit = reverse("employers:post_edit", args=[post.pk])
    shop.post(edit, typed_post(version="1", title="Den første"))
    answer = shop.post(edit, typed_post(version="1", title="Den anden"))
    text = answer.content.decode()
    assert "En anden har rettet opslaget" in text
    assert "Den anden" in text
    assert Post.objects.get().title == "Den første"
    shop.post(edit, typed_post(version=str(answer.context["form"]["version"].value()), title="Den anden"))
    assert Post.objects.get().title == "Den anden"


def test_an_employer_sees_only_their_own_posts(shop: Client, elif_: EmployerContact) -> None:
    own, other = PostFactory(employer=elif_.employer, title="Vores"), PostFactory(title="De andres")
    assert "De andres" not in page(shop, "posts")
    assert "Vores" in page(shop, "post", own)
    for name in ("post", "post_edit"):
        assert shop.get(reverse(f"employers:{name}", args=[other.pk])).status_code == 404
    for name in ("post_submit", "post_rework", "post_close", "post_open", "post_refuse"):
        assert shop.post(reverse(f"employers:{name}", args=[other.pk])).status_code == 404
    assert Post.objects.get(pk=other.pk).status == PostStatus.OPEN


def test_an_employer_does_not_open_their_own_post(shop: Client, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, status=PostStatus.SUBMITTED)
    assert shop.post(reverse("employers:post_open", args=[post.pk])).status_code == 404
    assert Post.objects.get().status == PostStatus.SUBMITTED


def test_a_mentor_reads_open_posts_and_changes_nothing(client: Client, bo: User) -> None:
    client.force_login(bo)
    shown, draft = PostFactory(title="Åbent job"), PostFactory(title="Hemmelig kladde", is_draft=True)
    assert "Hemmelig kladde" not in page(client, "posts")
    assert "Ret</a>" not in page(client, "post", shown)
    assert client.get(reverse("employers:post", args=[draft.pk])).status_code == 404
    assert client.get(reverse("employers:post_edit", args=[shown.pk])).status_code == 404
    assert client.get(reverse("employers:post_new")).status_code == 404
    assert client.post(reverse("employers:post_close", args=[shown.pk])).status_code == 404
    assert Post.objects.get(pk=shown.pk).status == PostStatus.OPEN


def test_a_youth_finds_no_door_here(client: Client, amina: Youth) -> None:
    client.force_login(amina.user)
    post = PostFactory()
    for name in ("posts", "post_new", "to_review", "employers"):
        assert client.get(reverse(f"employers:{name}")).status_code == 404
    assert client.get(reverse("employers:post", args=[post.pk])).status_code == 404


def test_the_list_says_the_next_step(shop: Client, elif_: EmployerContact) -> None:
    assert "Ingen opslag endnu" in page(shop, "posts")
    draft = PostFactory(employer=elif_.employer, is_draft=True, title="Halvt")
    assert "Gør »Halvt« færdig" in page(shop, "posts")
    Post.objects.filter(pk=draft.pk).update(status=PostStatus.REFUSED, status_reason="x")
    assert "Ret opslaget »Halvt«" in page(shop, "posts")


def test_a_post_goes_from_draft_to_open_to_closed_to_draft(shop: Client, elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True)
    shop.post(reverse("employers:post_submit", args=[post.pk]))
    shop.force_login(dorte)
    assert post.title in page(shop, "to_review")
    shop.post(reverse("employers:post_open", args=[post.pk]))
    assert Post.objects.get().status == PostStatus.OPEN
    shop.force_login(elif_.user)
    shop.post(reverse("employers:post_close", args=[post.pk]))
    assert Post.objects.get().status == PostStatus.CLOSED
    shop.post(reverse("employers:post_rework", args=[post.pk]))
    assert Post.objects.get().status == PostStatus.DRAFT


def test_sending_the_unfinished_leads_to_what_is_missing(shop: Client, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True, pay_hour=None)
    answer = shop.post(reverse("employers:post_submit", args=[post.pk]), follow=True)
    assert "pay_hour" in answer.context["form"].errors


def test_a_coordinator_refuses_with_words(client: Client, elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer, status=PostStatus.SUBMITTED)
    client.force_login(dorte)
    client.post(reverse("employers:post_refuse", args=[post.pk]), {"reason": "Skriv om pauser."})
    client.force_login(elif_.user)
    assert "Skriv om pauser." in page(client, "post", post)


def test_a_coordinator_gives_an_imported_draft_a_workplace(client: Client, dorte: User) -> None:
    vetted, applied = EmployerFactory(), EmployerFactory(is_applied=True)
    post = PostFactory(
        employer=None, is_draft=True, source_key="a", source_raw={"title": "Rå"}, guesses={"category": 0.4}
    )
    client.force_login(dorte)
    assert "40 % sikkert" in page(client, "post", post)
    assert "Gættet ved indlæsning, 40 % sikkert" in page(client, "post_edit", post)
    edit = reverse("employers:post_edit", args=[post.pk])
    refused = client.post(edit, typed_post(version="1", employer=str(applied.pk)))
    assert "employer" in refused.context["form"].errors
    client.post(edit, typed_post(version="1", employer=str(vetted.pk), send="1"))
    row = Post.objects.get()
    assert (row.employer, row.status, row.guesses) == (vetted, PostStatus.SUBMITTED, {})


def test_an_employer_cannot_choose_another_workplace(shop: Client, elif_: EmployerContact) -> None:
    other = EmployerFactory()
    shop.post(reverse("employers:post_new"), typed_post(employer=str(other.pk)))
    assert Post.objects.get().employer == elif_.employer


def test_what_people_write_is_shown_as_words(shop: Client, elif_: EmployerContact) -> None:
    evil = "<script>alert(1)</script>"
    post = PostFactory(employer=elif_.employer, title=evil, text=evil, place=evil)
    for name in ("post", "post_edit"):
        assert evil not in page(shop, name, post)
    assert evil not in page(shop, "posts")


@pytest.mark.parametrize("name", ["posts", "to_review", "employers"])
def test_a_list_asks_no_more_with_many_rows(
    name: str, client: Client, dorte: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(dorte)

    def queries() -> int:
        with django_assert_max_num_queries(25) as seen:
            page(client, name)
        return len(seen.captured_queries)

    def more(count: int) -> None:
        PostFactory.create_batch(count, status=PostStatus.SUBMITTED)
        EmployerFactory.create_batch(count, is_applied=True)

    more(2)
    few = queries()
    more(18)
    assert queries() == few


def test_two_contacts_of_one_workplace_see_the_same_posts(client: Client, elif_: EmployerContact) -> None:
    colleague = EmployerContactFactory(employer=elif_.employer)
    PostFactory(employer=elif_.employer, title="Fælles")
    client.force_login(colleague.user)
    assert page(client, "posts").count("Fælles") == 1


def test_a_post_that_is_filled_cannot_be_opened_for_rewriting(
    elif_: EmployerContact, as_user: Callable[..., Client]
) -> None:
    filled = PostFactory(employer=elif_.employer, status="filled")
    assert as_user(elif_.user).get(f"/opslag/{filled.pk}/ret/").status_code == 302
