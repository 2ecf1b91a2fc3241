from typing import Any

from django.urls import URLPattern
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import exception_handler

from jobplaneten.workflow import MoveRefused

app_name = "api"
urlpatterns: list[URLPattern] = []


class TooLate(APIException):
    status_code = 409


def answer_refusals(error: Exception, context: dict[str, Any]) -> Response | None:
    """A refused move is 409 with the sentence that the page would have shown."""
    if isinstance(error, MoveRefused):
        error = TooLate(error.message)
    return exception_handler(error, context)
