"""The API as a whole: where each resource is found, how a refused move is answered, and the page that shows it all."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.views import exception_handler

from employers.api import Agreements, Posts
from jobplaneten.accounts.api import Areas, Steps
from jobplaneten.home.api import Law
from jobplaneten.placements.api import Placements
from jobplaneten.steps.api import YouthsOnTheLadder
from jobplaneten.workflow import MoveRefused
from matching.api import Candidates, Employers, GuardianWords, Matches, Runs
from youth.api import Wishes


class TooLate(APIException):
    status_code = 409


def answer_refusals(error: Exception, context: dict[str, Any]) -> Response | None:
    """A refused move is 409 with the sentence that the page would have shown."""
    if isinstance(error, MoveRefused):
        error = TooLate(error.message)
    return exception_handler(error, context)


router = SimpleRouter(use_regex_path=False)
router.register("areas", Areas, "area")
router.register("steps", Steps, "step")
router.register("youths", YouthsOnTheLadder, "youth")
router.register("youths/<int:youth>/guardian-words", GuardianWords, "guardian_word")
router.register("wishes", Wishes, "wish")
router.register("employers", Employers, "employer")
router.register("posts", Posts, "post")
router.register("agreements", Agreements, "agreement")
router.register("runs", Runs, "run")
router.register("matches", Matches, "match")
router.register("candidates", Candidates, "candidate")
router.register("placements", Placements, "placement")
router.register("law", Law, "law")

docs = SpectacularSwaggerSplitView.as_view(url_name="api:schema", template_name="api/docs.html")

app_name = "api"
urlpatterns = [
    path("", include(router.urls)),
    # Found without the slash too, for programs that follow no redirect when they send something.
    path("law/judge", Law.as_view({"post": "judge"}, schema=None), name="law-judge-plain"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", login_required(docs), name="docs"),
]
