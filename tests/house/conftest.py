from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse


@pytest.fixture
def blank_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that says no is the same at every door, so it is not drawn a thousand times."""

    def blank(status: int) -> Callable[[HttpRequest, Exception], HttpResponse]:
        return lambda _request, exception: HttpResponse(status=status)

    for status in (403, 404):
        monkeypatch.setattr(f"django.conf.urls.handler{status}", blank(status))
