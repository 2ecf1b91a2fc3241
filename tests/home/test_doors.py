"""What stands around every page: the middleware, the pages for those who are lost, and the pulse."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.test import Client

from jobplaneten.accounts.models import User
from jobplaneten.home.middleware import tell_refused_moves
from jobplaneten.workflow import MoveRefused
from matching.models import Run
from tests.factories import NOW, TODAY
from youth.models import Youth


def test_a_stranger_is_welcomed(client: Client, db: None) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "Find et job, der passer til dig" in response.content.decode()
    assert client.get("/om/").status_code == 200


@pytest.mark.parametrize("page", ["/konto/", "/beskeder/", "/job/", "/hvem-har-set/", "/stil/", "/trin/"])
def test_every_other_page_asks_who_is_there(client: Client, db: None, page: str) -> None:
    assert client.get(page)["location"] == f"/log-ind/?next={page}"


def test_no_page_of_a_signed_in_person_lies_in_a_cache(client: Client, bo: User) -> None:
    client.force_login(bo)
    for page in ("/", "/om/", "/konto/", "/findes-ikke/"):
        header = client.get(page)["cache-control"]
        assert "no-store" in header
        assert "private" in header


def test_the_log_in_page_is_never_kept(client: Client, db: None) -> None:
    assert "no-store" in client.get("/log-ind/")["cache-control"]


def test_who_is_lost_is_shown_the_way_home(client: Client, bo: User) -> None:
    client.force_login(bo)
    response = client.get("/findes-ikke/")
    assert response.status_code == 404
    assert "Her er der ingenting" in response.content.decode()
    assert "/findes-ikke/" not in response.content.decode()


def test_an_error_page_needs_nothing_and_says_nothing(bo: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(bo)
    with patch("jobplaneten.home.views.public.Area.objects.open", side_effect=RuntimeError("Hussein")):
        response = client.get("/om/")
    assert response.status_code == 500
    assert "Noget gik galt hos os" in response.content.decode()
    assert "Hussein" not in response.content.decode()


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def refused(request: HttpRequest) -> Any:
    return tell_refused_moves(answer).process_exception(request, MoveRefused("Du kom for sent."))


@pytest.mark.parametrize(
    ("referer", "back"),
    [("http://testserver/morgen/3/", "http://testserver/morgen/3/"), ("https://evil.example/", "/"), ("", "/")],
)
def test_a_refused_move_leads_back_to_our_own_page(rf, referer: str, back: str) -> None:
    request = rf.post("/morgen/3/godkend/", headers={"referer": referer})
    request.htmx = False
    with patch("jobplaneten.home.middleware.messages.warning") as told:
        response = refused(request)
    assert response["location"] == back
    told.assert_called_once_with(request, "Du kom for sent.")


def test_a_refused_move_by_htmx_loads_the_whole_page(rf) -> None:
    request = rf.post("/morgen/3/godkend/", headers={"referer": "http://testserver/morgen/3/"})
    request.htmx = True
    with patch("jobplaneten.home.middleware.messages.warning"):
        response = refused(request)
    assert response["hx-redirect"] == "http://testserver/morgen/3/"


def test_other_errors_and_the_api_are_left_alone(rf) -> None:
    middleware = tell_refused_moves(answer)
    assert middleware.process_exception(rf.post("/x/"), ValueError()) is None
    assert middleware.process_exception(rf.post("/api/v1/x/"), MoveRefused("x")) is None


def test_the_pulse_tells_strangers_whether_and_coordinators_how(as_user, client: Client, dorte: User, bo: User) -> None:
    Run.objects.create(day=TODAY, requested_at=NOW)
    assert Client().get("/sundhed/").json() == {"ok": True}
    assert as_user(bo).get("/sundhed/").json() == {"ok": True}
    told = as_user(dorte).get("/sundhed/").json()
    assert told["night"]["status"] == "requested"
    assert told["mails_given_up"] == 0


def test_the_pulse_fails_when_the_database_does(client: Client, db: None) -> None:
    with patch("jobplaneten.home.views.public.connection.cursor", side_effect=DatabaseError("secret host")):
        response = client.get("/sundhed/")
    assert response.status_code == 503
    assert response.json() == {"ok": False}


def test_the_style_guide_is_for_staff(as_user, bo: User, amina: Youth) -> None:
    assert as_user(amina.user).get("/stil/").status_code == 404
    assert as_user(bo).get("/stil/").status_code == 200
