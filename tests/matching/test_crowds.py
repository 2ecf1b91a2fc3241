"""Where the night had too few places, told to those who can find more."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from employers.models import Post
from jobplaneten.accounts.models import User
from tests.matching.conftest import settle
from tests.matching.test_nightly import night_of

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


def test_a_night_tells_which_jobs_were_crowded_and_what_one_place_more_is_worth(
    clock: Clock, dorte: User, as_user: SignIn
) -> None:
    settle(youths=9, posts=1)
    run = night_of(clock)
    post = Post.objects.get()
    [(crowded, worth)] = run.counts["crowded"]
    assert (crowded, run.counts["missing"]) == (post.pk, [[post.category, worth, 1]])
    assert 0 < worth < 2
    page = as_user(dorte).get(f"/natten/{run.pk}/").content.decode()
    assert "Her mangler der pladser" in page
    assert post.title in page


def test_where_everybody_finds_room_nothing_is_crowded(clock: Clock, dorte: User, as_user: SignIn) -> None:
    settle(youths=2, posts=4)
    run = night_of(clock)
    assert run.counts["crowded"] == run.counts["missing"] == []
    assert "Her mangler der pladser" not in as_user(dorte).get(f"/natten/{run.pk}/").content.decode()
