"""`make bench`: how long the panel takes to answer a writer, over the real posts and weeks that the law stops.

Everything at the server counts: the session, reading the form, four verdicts, the changes and the page. Django's
test client would look into every template that is drawn, which is undone, and no change is remembered. What is
loaded is left out of the search for garbage, as the server does.
"""

import gc
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.template.base import Template
from django.test import Client
from django.urls import reverse

from employers.importing.reading import import_file
from employers.mending import ways
from employers.models import EmployerContact, Post
from tests.employers.typed import rows, typed_post
from tests.factories import NOW

pytestmark = pytest.mark.django_db
REAL_POSTS = Path(settings.BASE_DIR) / "jobplaneten" / "demo" / "data" / "jobposts.jsonl"
WEEKS = {
    "two hours on two days": [(1, "15:30", "17:30"), (3, "15:30", "17:30")],
    "an evening too late": [(2, "17:00", "21:00")],
    "every afternoon": [(day, "15:00", "18:00") for day in range(5)],
    "all days, all day": [(day, "08:00", "22:00") for day in range(7)],
}


def test_the_panel_answers_at_once(client: Client, elif_: EmployerContact, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))
    with REAL_POSTS.open("rb") as file:
        list(import_file(file, now=NOW))
    client.force_login(elif_.user)
    answered(client, typed(Post.objects.all()[0], []))
    gc.collect()
    gc.freeze()
    for name, week in WEEKS.items():
        answers = [answered(client, typed(post, week)) for post in Post.objects.all()]
        wall, processor = zip(*answers, strict=True)
        print(f"\n{name:24} {len(answers)} answers: {told(wall)} on the clock, {told(processor)} of processor", end="")  # noqa: T201
    gc.unfreeze()


def told(taken: Sequence[float]) -> str:
    return f"p50 {median(taken):.0f} ms, p95 {quantiles(taken, n=20)[-1]:.0f} ms"


def typed(post: Post, week: list[tuple[int, str, str]]) -> dict[str, object]:
    facts = {name: getattr(post, name) for name in ("title", "category", "workplace", "chores", "text", "lift_kg")}
    facts |= {name: getattr(post, name) for name in ("age_from", "age_to", "machines", "chemicals", "alcohol")}
    shifts = [{"weekday": str(day), "starts": starts, "ends": ends} for day, starts, ends in week]
    return typed_post(**facts, **rows("shifts", *shifts))


def answered(client: Client, words: dict[str, object]) -> tuple[float, float]:
    """Milliseconds on the clock, and of the processor, which others on the same machine do not touch."""
    ways.cache_clear()
    sent = urlencode(words, doseq=True)
    clock, processor = perf_counter(), process_time()
    answer = client.post(reverse("employers:law"), sent, content_type="application/x-www-form-urlencoded")
    taken = 1000 * (perf_counter() - clock), 1000 * (process_time() - processor)
    assert answer.status_code == 200
    return taken
