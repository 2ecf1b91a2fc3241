"""Real posts, and what an advertisement must not be, judged by the law as docs/law.md shows them."""

from collections import Counter
from datetime import date

import pytest

from jobplaneten.home.law_doubts import SECTIONS
from jobplaneten.home.real_posts import JudgedPost, day_of, judged_posts
from jobplaneten.law.book import BOOK

ON = date(2026, 11, 22)
UNCLASSIFIED = "opgaver, der ikke står på listen"


@pytest.fixture(scope="module")
def posts() -> dict[str, JudgedPost]:
    return {post.id: post for post in judged_posts(ON)}


@pytest.mark.parametrize(
    ("post", "about", "may"), [("jp024", {"SCOPE-01"}, "13-14"), ("jp075", {"ALC-01", "ALC-02"}, "nobody")]
)
def test_a_trap_is_caught_by_the_rule_that_it_is_about(
    posts: dict[str, JudgedPost], post: str, about: set[str], may: str
) -> None:
    assert posts[post].kind == "trap"
    assert about <= posts[post].rules
    assert posts[post].may == may


def test_no_trap_goes_untold(posts: dict[str, JudgedPost]) -> None:
    assert {post.id for post in posts.values() if post.kind == "trap"} == {"jp024", "jp075"}
    assert all(post.rules and post.why for post in posts.values() if post.kind == "trap")


def test_what_authorities_give_as_examples_is_open_to_everybody_from_13(posts: dict[str, JudgedPost]) -> None:
    examples = [post for post in posts.values() if post.kind == "regulator_example"]
    assert len(examples) == 5
    assert all(post.may.startswith("13-14") and not post.rules for post in examples)


def test_of_posts_whose_tasks_are_all_known_two_are_against_the_law(posts: dict[str, JudgedPost]) -> None:
    real = [post for post in posts.values() if post.kind in ("ad", "reported_job", "programme_job")]
    assert Counter(bool(post.rules) for post in real) == {True: 18, False: 17}
    assert {post.id for post in real if post.may == "nobody"} == {"jp002", "jp021", "jp025", "jp030"}
    waiting = {post.id for post in real if UNCLASSIFIED in post.why}
    assert {post.id for post in real if post.rules} - waiting == {"jp021", "jp025"}


def test_a_post_that_was_unlawful_when_written_says_so(posts: dict[str, JudgedPost]) -> None:
    assert posts["jp065"].then == "also `MACH-05`, also `TASK-LIGHT`"
    assert posts["jp010"].then == "also `CHEM-01`, also `TASK-LIGHT`"
    assert posts["jp075"].then == ""


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-06-28", date(2022, 6, 28)),
        ("2021-09", date(2021, 9, 1)),
        ("2024", date(2024, 1, 1)),
        ("2021", None),
        ("2018-07", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_that_the_book_knows_is_read_from_what_is_written(written: str | None, day: date | None) -> None:
    assert day_of(written) == day


def test_every_rule_of_the_book_stands_in_one_section_of_its_page() -> None:
    places = [[title for title, heads in SECTIONS.items() if entry.rule.startswith(heads)] for entry in BOOK.entries]
    assert all(len(place) == 1 for place in places)
