import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from employers.importing.lines import MOST_BYTES
from employers.importing.reading import import_file
from employers.importing.report import Outcome
from employers.importing.towns import whereabouts
from employers.models import Post, PostStatus
from jobplaneten.accounts.models import User
from tests.factories import NOW

pytestmark = pytest.mark.django_db
REAL = Path(settings.BASE_DIR) / "jobplaneten" / "demo" / "data" / "jobposts.jsonl"
GOOD: dict[str, Any] = {
    "id": "p1",
    "kind": "ad",
    "title": "Hjælper i dagligvarebutik",
    "category": "butik",
    "tasks": ["fylde hylder", "hjælpe kunder"],
    "age_min": 15,
    "age_max": 17,
    "pay_dkk_hour": 70,
    "payer": "kommune",
    "place": "Køge (Ølby)",
    "requirements": ["CV"],
    "step_hint": 3,
    "headcount": 2,
    "source_url": "https://example.org/a",
    "source_date": "2024-05",
}


def read(*lines: Any) -> list[Outcome]:
    """Each line as bytes, or as a record to be written as JSON."""
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(import_file(BytesIO(b"\n".join(raw) + b"\n"), now=NOW))


def test_a_record_becomes_a_draft_that_keeps_its_source_and_its_place() -> None:
    (outcome,) = read(GOOD)
    post = Post.objects.get()
    assert outcome.post == post.pk
    assert (post.status, post.employer, post.title) == (PostStatus.DRAFT, None, GOOD["title"])
    assert (post.category, post.chores) == ("butik", ["stock_shelves_light", "light_shop_service"])
    assert (post.age_from, post.age_to, post.step_from, post.step_to, post.seats) == (15, 17, 3, 3, 2)
    assert (post.place, post.postcode, post.latitude) == ("Køge (Ølby)", "4600", 55.4833)
    assert (post.source_url, post.source_date, post.source_raw) == ("https://example.org/a", "2024-05", GOOD)
    assert (post.payer, post.pay_hour) == ("municipality", 70)


def test_what_is_guessed_is_marked_with_how_sure_and_what_is_missing_is_listed() -> None:
    (outcome,) = read(GOOD)
    assert {"chores", "workplace", "steps", "postcode"} <= set(outcome.guesses)
    assert all(0 < sureness < 1 for sureness in outcome.guesses.values())
    assert "category" not in outcome.guesses
    assert {"employer", "shifts", "help", "adult_on_site", "starts_on"} <= set(outcome.missing)


def test_a_task_that_resembles_no_tag_stays_in_words() -> None:
    read(GOOD | {"tasks": ["xyzzy qwrtp"]})
    post = Post.objects.get()
    assert post.chores == ["other"]
    assert "xyzzy qwrtp" in post.text


def test_pay_by_age_becomes_the_lowest() -> None:
    read(GOOD | {"pay_dkk_hour": {"under16": 62, "16-17": 75}})
    post = Post.objects.get()
    assert post.pay_hour == 62
    assert "pay_hour" in post.guesses


def test_a_category_in_other_words_is_guessed() -> None:
    (outcome,) = read(GOOD | {"category": "rengøring"})
    assert Post.objects.get().category == "rengoering_service"
    assert "category" in outcome.guesses


def test_nothing_is_imported_twice() -> None:
    assert [outcome.result for outcome in read(GOOD, GOOD)] == ["taken", "known"]
    nameless = {key: value for key, value in GOOD.items() if key != "id"}
    assert [outcome.result for outcome in read(nameless, GOOD, nameless)] == ["taken", "known", "known"]
    assert Post.objects.count() == 2


@pytest.mark.parametrize("kind", ["self_offer", "trap", "regulator_example"])
def test_what_is_no_job_post_is_left_out_and_said(kind: str) -> None:
    (outcome,) = read(GOOD | {"kind": kind})
    assert (outcome.result, kind in outcome.why) == ("not_a_post", True)
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{not json", "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b"null", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b"[" * 50_000, "not JSON"),
        (b'{"title": "\xff\xfe"}', "not UTF-8"),
        (b"\x00\x00\x00", "not JSON"),
        (b'{"title": "a\x00b"}', "not JSON"),
        (b"x" * (MOST_BYTES + 1), "longer than"),
        (b'{"title": "' + b"x" * 1_000_000 + b'"}', "longer than"),
        (json.dumps(GOOD | {"deep": json.loads("[" * 60 + "]" * 60)}).encode(), "nested"),
        (b"9" * 5000, "not JSON"),
        (GOOD | {"title": None}, "title is missing"),
        (GOOD | {"title": ["a"]}, "title is missing"),
        (GOOD | {"title": "\u202e\u0000 "}, "title is missing"),
        (GOOD | {"category": None}, "category is missing"),
        (GOOD | {"category": {"a": 1}}, "category is missing"),
        (GOOD | {"category": "xyzzy"}, "category is unknown"),
        (GOOD | {"kind": None}, "kind is missing"),
        (GOOD | {"kind": "advert"}, "kind is unknown"),
        ({}, "kind is missing"),
    ],
)
def test_a_broken_line_says_why_and_never_stops_the_next(line: Any, why: str) -> None:
    broken, good = read(line, GOOD)
    assert (broken.line, broken.result) == (1, "broken")
    assert why in broken.why
    assert (good.line, good.result) == (2, "taken")


@pytest.mark.parametrize(
    "change",
    [
        {"tasks": "fylde hylder"},
        {"tasks": [1, None, {"a": "b"}]},
        {"age_min": "tretten", "age_max": True},
        {"age_min": -5, "age_max": 10**30},
        {"pay_dkk_hour": "mange"},
        {"pay_dkk_hour": {"a": None, "b": [1]}},
        {"pay_dkk_hour": float("nan")},
        {"pay_dkk_hour": 10**400},
        {"step_hint": 9, "headcount": 10_000},
        {"place": 4600},
        {"place": "x" * 5000},
        {"source_url": "javascript:alert(1)"},
        {"source_url": "https://example.org/" + "x" * 5000},
        {"source_date": 20240501},
        {"title": "x" * 5000},
        {"requirements": {"a": 1}, "support": 7, "schedule": ["a", "b"]},
        {"title": "Butik\u202e\u0000\ud800 her"},
        {"nul": "a\u0000b", "lone": "\udfff", "\u0000key": 1},
    ],
)
def test_values_of_the_wrong_kind_are_left_out_and_the_rest_is_taken(change: dict[str, Any]) -> None:
    (outcome,) = read(GOOD | change)
    assert outcome.result == "taken"
    post = Post.objects.get()
    assert post.source_url.startswith("https://") or post.source_url == ""
    assert not {"\u202e", "\x00"} & set(post.title + post.text + post.place)


def test_empty_lines_and_a_byte_order_mark_are_no_trouble() -> None:
    outcomes = read(b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), b"", b"   ", GOOD | {"id": "p2"})
    assert [(outcome.line, outcome.result) for outcome in outcomes] == [(1, "taken"), (4, "taken")]


def test_ages_outside_ours_are_no_job_for_us_and_others_are_cut_to_ours() -> None:
    assert [outcome.result for outcome in read(GOOD | {"age_min": 19, "age_max": 23})] == ["not_a_post"]
    read(GOOD | {"id": "p3", "age_min": 10, "age_max": 30})
    assert (Post.objects.get().age_from, Post.objects.get().age_to) == (13, 18)


@pytest.mark.parametrize(
    ("written", "name", "sureness"),
    [
        ("Viborg", "Viborg", 1.0),
        ("Køge (Ellemarken)", "Ellemarken", 0.7),
        ("Kolding (Munkebo, Skovparken)", "Kolding", 0.7),
        ("Nr. Nebel (Varde)", "Varde", 0.7),
        ("Aarhus (Gellerup)", "Århus", 0.7),
        ("hele landet", None, 0.0),
        ("", None, 0.0),
        ("(((", None, 0.0),
    ],
)
def test_a_place_is_found_or_stays_text(written: str, name: str | None, sureness: float) -> None:
    found, sure = whereabouts(written)
    assert (found.name if found else None, sure) == (name, sureness)


def test_the_real_file_is_read_line_by_line() -> None:
    out = StringIO()
    call_command("import_posts", str(REAL), stdout=out)
    said = out.getvalue().splitlines()
    assert said[-1] == "42 lines: 35 taken as drafts, 0 known already, 7 no job posts, 0 broken"
    assert len(said) == 43
    assert Post.objects.imported_drafts().count() == 35
    assert not Post.objects.open().exists()
    again = StringIO()
    call_command("import_posts", str(REAL), stdout=again)
    assert "0 taken as drafts, 35 known already" in again.getvalue()


def test_the_report_comes_as_json_and_broken_lines_end_with_one(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_bytes(json.dumps(GOOD).encode() + b"\n{\n")
    out = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("import_posts", str(file), "--json", stdout=out)
    report = json.loads(out.getvalue())
    assert end.value.code == 1
    assert report["counts"] == {"lines": 2, "taken": 1, "known": 0, "not_a_post": 0, "broken": 1}
    assert [line["result"] for line in report["lines"]] == ["taken", "broken"]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_posts", str(tmp_path / "no.jsonl"))


def test_what_was_imported_is_shown_to_coordinators_as_words(client: Client, dorte: User) -> None:
    evil = "<img src=x onerror=alert(1)>"
    read(GOOD | {"title": evil, "place": evil, "tasks": [evil], "source_url": "javascript:alert(1)"})
    client.force_login(dorte)
    for url in (reverse("employers:to_review"), reverse("employers:post", args=[Post.objects.get().pk])):
        text = client.get(url).content.decode()
        assert "<img src=x" not in text
        assert 'href="javascript' not in text
