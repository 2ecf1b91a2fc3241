from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error, register
from django.urls import NoReverseMatch, reverse

SENTENCE = "The page of sent mails and codes is there in production. The service does not start with it."


class DemoRoom(AppConfig):
    name = "jobplaneten.demo"

    def ready(self) -> None:
        register(check_there_is_no_page_of_codes)


def check_there_is_no_page_of_codes(**kwargs: Any) -> list[Error]:
    """It shows the codes by which people come in."""
    if not settings.IS_PRODUCTION:
        return []
    try:
        reverse("demo:sent")
    except NoReverseMatch:
        return []
    return [Error(SENTENCE, id="demo.E001")]
