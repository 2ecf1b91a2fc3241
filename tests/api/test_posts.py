"""An employer writes a post, sends it and has it opened; the page's own form and rows judge what was sent."""

from typing import Any

import pytest

from employers.models import EmployerContact, Post, PostStatus
from jobplaneten.accounts.models import User
from tests.api.conftest import Call
from tests.factories import EmployerFactory, NeedFactory, PostFactory

pytestmark = pytest.mark.django_db

SHIFT = {"weekday": 1, "starts": 930, "ends": 1050, "break_minutes": 0}
WHOLE: dict[str, Any] = {
    "title": "Hjælp i butikken",
    "category": "butik",
    "workplace": "shop",
    "chores": ["sort_goods", "price_marking"],
    "text": "Du hjælper Karen med varerne.",
    "circumstances": ["indoor", "together"],
    "expectations": "Vær frisk",
    "steps": [1, 2],
    "age_from": 13,
    "age_to": 17,
    "help": 2,
    "adult_on_site": "Karen",
    "is_alone": True,
    "lift_kg": 5,
    "machines": "harmless",
    "chemicals": "mild_unlabelled",
    "alcohol": "retail_checkout",
    "postcode": "4600",
    "place": "Torvet 1",
    "starts_on": "2026-12-01",
    "ends_on": "2027-03-01",
    "seats": 2,
    "pay_hour": "72.50",
    "payer": "programme",
    "shifts": [SHIFT, SHIFT | {"weekday": 3, "ends": 1440, "break_minutes": 15}],
    "needs": [{"skill": "on_time", "level": 2}],
}


def url(post: Post, move: str = "") -> str:
    return f"/api/v1/posts/{post.pk}/" + (f"{move}/" if move else "")


@pytest.fixture
def draft(elif_: EmployerContact) -> Post:
    return PostFactory(employer=elif_.employer, is_draft=True)


def test_a_whole_post_is_written_as_it_was_sent(elif_: EmployerContact, api: Call) -> None:
    answer = api(elif_.user).post("/api/v1/posts/", WHOLE)
    assert answer.status_code == 201
    written = answer.json()
    assert {name: written[name] for name in WHOLE} == WHOLE
    assert written["employer"] == {"id": elif_.employer_id, "name": elif_.employer.name}
    post = Post.objects.get()
    assert (post.latitude, post.longitude) != (None, None)
    assert post.by == elif_.user


def test_a_title_is_enough_for_a_draft_and_what_is_missing_is_listed(elif_: EmployerContact, api: Call) -> None:
    draft = api(elif_.user).post("/api/v1/posts/", {"title": "En idé"}).json()
    assert (draft["status"], draft["age_from"], draft["payer"]) == ("draft", 13, "employer")
    detail = api(elif_.user).get(f"/api/v1/posts/{draft['id']}/").json()
    assert {"category", "shifts", "pay_hour"} <= set(detail["missing"])
    answer = api(elif_.user).post(f"/api/v1/posts/{draft['id']}/submit/")
    assert answer.status_code == 409
    assert answer.json()["detail"].startswith("Opslaget er ikke færdigt. Der mangler: slags job,")


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_not_sent_stays_as_it_is(name: str, draft: Post, elif_: EmployerContact, api: Call) -> None:
    NeedFactory(post=draft, skill="polite")
    api(elif_.user).patch(url(draft), {"place": "Havnen 2", "version": draft.version})
    before = api(elif_.user).get(url(draft)).json()
    after = api(elif_.user).patch(url(draft), {name: WHOLE[name], "version": before["version"]}).json()
    about_now = ("law", "missing", "changed_at", "version")
    kept, changed = ({field: row[field] for field in row if field not in about_now} for row in (before, after))
    assert changed == kept | {name: WHOLE[name]}


def test_a_known_spot_knows_where_it_is(elif_: EmployerContact, api: Call) -> None:
    written = api(elif_.user).post("/api/v1/posts/", {"title": "En idé", "spot": "torvet"}).json()
    assert written["postcode"] == "4600"
    assert written["place"]


def test_who_wrote_in_between_is_not_overwritten(draft: Post, elif_: EmployerContact, dorte: User, api: Call) -> None:
    late = {"title": "Min udgave", "version": draft.version}
    assert api(dorte).patch(url(draft), {"title": "Rettet", "version": draft.version}).status_code == 200
    assert api(elif_.user).patch(url(draft), late).status_code == 409
    draft.refresh_from_db()
    assert draft.title == "Rettet"


WRONG = [
    ({"title": ""}, "title"),
    ({"title": "x" * 81}, "title"),
    ({"chores": ["nonsense"]}, "chores"),
    ({"steps": [1, 3]}, "steps"),
    ({"age_from": 17, "age_to": 14}, "age_to"),
    ({"age_from": 12}, "age_from"),
    ({"postcode": "0001"}, "postcode"),
    ({"ends_on": "2026-11-24"}, "ends_on"),
    ({"seats": 0}, "seats"),
    ({"pay_hour": "0"}, "pay_hour"),
    ({"starts_on": 20261201}, "starts_on"),
    ({"shifts": [SHIFT | {"ends": 900}]}, "shifts"),
    ({"shifts": [SHIFT | {"starts": 1500}]}, "shifts"),
    ({"shifts": [SHIFT, SHIFT]}, "shifts"),
    ({"shifts": [SHIFT] * 31}, "shifts"),
    ({"shifts": "nonsense"}, "shifts"),
    ({"needs": [{"skill": "polite", "level": 1}] * 2}, "needs"),
    ({"needs": [{"skill": "polite", "level": 9}]}, "needs"),
]


@pytest.mark.parametrize(("said", "field"), WRONG)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_saved(
    said: dict[str, Any], field: str, draft: Post, elif_: EmployerContact, api: Call
) -> None:
    before = api(elif_.user).get(url(draft)).json()
    answer = api(elif_.user).patch(url(draft), {"text": "Nyt", "version": draft.version} | said)
    assert (answer.status_code, list(answer.json())) == (400, [field])
    assert api(elif_.user).get(url(draft)).json() == before


def test_a_wrong_row_is_told_in_its_own_place(elif_: EmployerContact, api: Call) -> None:
    rows = [SHIFT, SHIFT | {"weekday": 2, "break_minutes": 120}]
    answer = api(elif_.user).post("/api/v1/posts/", {"title": "En idé", "shifts": rows})
    assert answer.json() == {"shifts": [{}, {"break_minutes": ["Pausen kan ikke være lige så lang som vagten."]}]}
    assert not Post.objects.exists()


def test_an_employer_writes_for_their_own_workplace_only(elif_: EmployerContact, api: Call) -> None:
    other = EmployerFactory()
    written = api(elif_.user).post("/api/v1/posts/", {"title": "En idé", "employer": other.pk}).json()
    assert written["employer"]["id"] == elif_.employer_id


def test_a_coordinator_says_for_whom(elif_: EmployerContact, dorte: User, api: Call) -> None:
    sent = {"title": "En idé", "employer": elif_.employer_id}
    assert api(dorte).post("/api/v1/posts/", sent).json()["employer"]["id"] == elif_.employer_id
    unvetted = EmployerFactory(is_applied=True)
    assert list(api(dorte).post("/api/v1/posts/", sent | {"employer": unvetted.pk}).json()) == ["employer"]


# ── from draft to open and back ─────────────────────────────────────────────
def test_a_post_is_sent_opened_reworked_and_closed(
    draft: Post, elif_: EmployerContact, dorte: User, bo: User, api: Call
) -> None:
    mine, theirs = api(elif_.user), api(dorte)
    assert mine.post(url(draft, "submit")).json()["status"] == "submitted"
    assert mine.post(url(draft, "open")).status_code == 403
    assert api(bo).get(url(draft)).status_code == 404
    opened = theirs.post(url(draft, "open")).json()
    assert (opened["status"], opened["moves"]) == ("open", ["close", "rework"])
    assert api(bo).get(url(draft)).json()["moves"] == []
    assert theirs.post(url(draft, "open")).status_code == 409
    assert mine.post(url(draft, "rework")).json()["status"] == "draft"
    assert mine.post(url(draft, "close")).json()["status"] == "closed"
    late = mine.patch(url(draft), {"title": "For sent", "version": Post.objects.get().version})
    assert (late.status_code, late.json()["detail"]) == (
        409,
        "Opslaget kan ikke rettes, når det er besat eller lukket.",
    )
    assert Post.objects.get().title == "Hjælp i butikken"


def test_a_post_is_sent_back_with_a_reason(elif_: EmployerContact, dorte: User, api: Call) -> None:
    post = PostFactory(employer=elif_.employer, status=PostStatus.SUBMITTED)
    missing = api(dorte).post(url(post, "refuse"), {"reason": " "})
    assert (missing.status_code, list(missing.json())) == (400, ["reason"])
    assert api(dorte).post(url(post, "refuse"), {"reason": "Skriv hvem der er voksen."}).status_code == 200
    mine = api(elif_.user).get(url(post)).json()
    assert (mine["status"], mine["status_reason"]) == ("refused", "Skriv hvem der er voksen.")


def test_the_law_is_told_for_each_age(elif_: EmployerContact, api: Call) -> None:
    late = PostFactory(employer=elif_.employer, is_draft=True, shift__starts=1200, shift__ends=1320)
    law = {verdict["group"]: verdict for verdict in api(elif_.user).get(url(late)).json()["law"]}
    assert law["18 år"]["is_legal"] is True
    assert law["13-14 år"]["is_legal"] is False
    assert law["13-14 år"]["reasons"]


def test_a_post_that_suits_nobody_by_law_is_not_sent(elif_: EmployerContact, api: Call) -> None:
    night = PostFactory(employer=elif_.employer, is_draft=True, age_to=14, shift__starts=1320, shift__ends=1440)
    assert api(elif_.user).post(url(night, "submit")).status_code == 409
    assert Post.objects.get().status == PostStatus.DRAFT
