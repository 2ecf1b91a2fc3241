"""Moves of matches, cards, jobs and workplaces: made once, answered with the thing as it is now, else refused."""

from typing import Any

import pytest

from employers.models import EmployerContact, EmployerStatus
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Paper, PaperTick, Placement
from matching.models import CandidateCard, Match, MatchStatus, Run
from tests.api.conftest import Call
from tests.factories import NOW, TODAY, EmployerContactFactory, EmployerFactory, PostFactory, UserFactory
from tests.matching.factories import CardFactory, MatchFactory, RunFactory
from tests.placements.conftest import tick_all
from youth.models import Youth

pytestmark = pytest.mark.django_db

TOO_LATE = "Det kan ikke lade sig gøre længere. En anden har måske været hurtigere."


def refused(answer: Any, sentence: str = TOO_LATE) -> None:
    assert (answer.status_code, answer.json()) == (409, {"detail": sentence})


def url(match: Match, move: str) -> str:
    return f"/api/v1/matches/{match.pk}/{move}/"


BY_STAFF = [
    ("approve", {"line": "Sød og stabil"}, MatchStatus.PROPOSED, MatchStatus.OFFERED),
    ("hold", {}, MatchStatus.PROPOSED, MatchStatus.HELD),
    ("reject", {"reason": "too_early"}, MatchStatus.HELD, MatchStatus.REJECTED),
    ("take-back", {"reason": "other"}, MatchStatus.OFFERED, MatchStatus.REJECTED),
]
BY_YOUTH = [
    ("accept", {}, MatchStatus.OFFERED, MatchStatus.RELEASED),
    ("decline", {"reason": "too_far"}, MatchStatus.OFFERED, MatchStatus.DECLINED),
    ("withdraw", {"reason": "not_now"}, MatchStatus.RELEASED, MatchStatus.DECLINED),
]


@pytest.mark.parametrize(("move", "said", "before", "after"), [*BY_STAFF, *BY_YOUTH])
def test_a_move_is_made_once_and_whoever_is_late_changes_nothing(
    move: str, said: dict[str, str], before: str, after: str, amina: Youth, bo: User, api: Call
) -> None:
    match = MatchFactory(youth=amina, status=before)
    client = api(bo if move in {each[0] for each in BY_STAFF} else amina.user)
    answer = client.post(url(match, move), said)
    assert answer.status_code == 200
    assert answer.json()["status"] == after
    match.refresh_from_db()
    assert match.status == after
    refused(client.post(url(match, move), said))
    assert Match.objects.values("status", "version").get() == {"status": after, "version": match.version}


def test_the_approved_line_is_what_the_mentor_sent(amina: Youth, bo: User, api: Call) -> None:
    match = MatchFactory(youth=amina)
    assert api(bo).post(url(match, "approve")).json() == {"line": ["Her mangler et svar."]}
    too_long = api(bo).post(url(match, "approve"), {"line": "x" * 141})
    assert too_long.status_code == 400
    assert list(too_long.json()) == ["line"]
    match.refresh_from_db()
    assert match.status == MatchStatus.PROPOSED
    assert api(bo).post(url(match, "approve"), {"line": "Sød"}).json()["line"] == "Sød"


def test_what_stands_in_the_way_is_told_and_nothing_goes_out(amina: Youth, bo: User, api: Call) -> None:
    amina.guardian_words.all().delete()
    match = MatchFactory(youth=amina)
    answer = api(bo).post(url(match, "approve"), {"line": ""})
    refused(answer, "Forældrene mangler at få besked om job og regler.")
    match.refresh_from_db()
    assert (match.status, match.offered_at) == (MatchStatus.PROPOSED, None)


@pytest.mark.parametrize(("reason", "role"), [("has_job", "bo"), ("too_early", "amina"), ("nonsense", "bo"), (7, "bo")])
def test_a_no_has_a_reason_that_the_role_may_give(reason: Any, role: str, amina: Youth, bo: User, api: Call) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    client, move = (api(bo), "take-back") if role == "bo" else (api(amina.user), "decline")
    answer = client.post(url(match, move), {"reason": reason})
    assert answer.status_code == 400
    assert list(answer.json()) == ["reason"]
    match.refresh_from_db()
    assert match.status == MatchStatus.OFFERED


def test_there_is_a_card_only_while_the_youth_says_yes(amina: Youth, elif_: EmployerContact, api: Call) -> None:
    match = MatchFactory(youth=amina, post=PostFactory(employer=elif_.employer), status=MatchStatus.OFFERED)
    employer = api(elif_.user)
    assert employer.get("/api/v1/candidates/").json()["count"] == 0
    api(amina.user).post(url(match, "accept"))
    (card,) = employer.get("/api/v1/candidates/").json()["results"]
    assert (card["first_name"], card["seen_at"]) == ("Amina", None)
    assert employer.get(f"/api/v1/candidates/{card['id']}/").json()["seen_at"]
    api(amina.user).post(url(match, "withdraw"), {"reason": "other"})
    assert employer.get("/api/v1/candidates/").json()["count"] == 0
    assert employer.get(f"/api/v1/candidates/{card['id']}/").status_code == 404
    refused(
        employer.post(f"/api/v1/candidates/{card['id']}/take/"),
        "Kortet er lukket. Den unge er ikke med længere, eller pladsen er besat.",
    )
    assert not Placement.objects.exists()


@pytest.fixture
def card(amina: Youth, elif_: EmployerContact) -> CandidateCard:
    post = PostFactory(employer=elif_.employer)
    return CardFactory(match=MatchFactory(youth=amina, post=post, status=MatchStatus.RELEASED))


def test_two_yes_make_a_job(card: CandidateCard, elif_: EmployerContact, api: Call) -> None:
    answer = api(elif_.user).post(f"/api/v1/candidates/{card.pk}/take/")
    assert answer.json() == {"placement": Placement.objects.get().pk}
    job = api(elif_.user).get(f"/api/v1/placements/{answer.json()['placement']}/").json()
    assert (job["first_name"], job["status"], job["moves"]) == ("Amina", "papers", ["cancel", "take_back", "tick"])


def test_a_no_closes_the_card(card: CandidateCard, elif_: EmployerContact, api: Call) -> None:
    wrong = api(elif_.user).post(f"/api/v1/candidates/{card.pk}/refuse/", {"reason": "too_early"})
    assert list(wrong.json()) == ["reason"]
    answer = api(elif_.user).post(f"/api/v1/candidates/{card.pk}/refuse/", {"reason": "other_skills"})
    assert (answer.status_code, answer.content) == (204, b"")
    card.match.refresh_from_db()
    assert card.match.status == MatchStatus.REFUSED


def test_another_workplace_finds_no_card(card: CandidateCard, api: Call) -> None:
    client = api(EmployerContactFactory().user)
    assert client.get("/api/v1/candidates/").json()["count"] == 0
    assert client.post(f"/api/v1/candidates/{card.pk}/take/").status_code == 404
    assert not Placement.objects.exists()


# ── jobs ────────────────────────────────────────────────────────────────────
@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Placement:
    return begin(amina, PostFactory(employer=elif_.employer), first_name="Amina", by=elif_.user, now=NOW)


@pytest.fixture
def ready(job: Placement, bo: User) -> Placement:
    return tick_all(job, by=bo)


def test_papers_are_ticked_by_those_who_can_vouch(job: Placement, bo: User, elif_: EmployerContact, api: Call) -> None:
    tick = f"/api/v1/placements/{job.pk}/tick/"
    assert api(elif_.user).post(tick, {"paper": Paper.GUARDIAN}).status_code == 403
    assert api(elif_.user).post(tick, {"paper": "nonsense"}).status_code == 400
    assert not PaperTick.objects.exists()
    terms, guardian = {"paper": "terms", "done_on": str(TODAY)}, {"paper": "guardian", "who": "far", "how": "sms"}
    assert api(elif_.user).post(tick, terms).json()["ticks"][0]["paper"] == Paper.TERMS
    assert list(api(bo).post(tick, guardian).json()) == ["done_on"]
    assert len(api(bo).post(tick, guardian | {"done_on": str(TODAY)}).json()["ticks"]) == 2
    start = api(bo).post(f"/api/v1/placements/{job.pk}/start/", {"first_day_on": "2026-12-01"})
    assert start.status_code == 409
    assert start.json()["detail"].startswith("Der mangler flueben ved:")


def test_the_risk_is_ticked_point_by_point_by_the_workplace(
    job: Placement, bo: User, elif_: EmployerContact, api: Call
) -> None:
    tick, point = f"/api/v1/placements/{job.pk}/tick/", {"paper": "risk", "point": "tools", "note": "Ingen"}
    assert api(bo).post(tick, point).status_code == 403
    assert list(api(elif_.user).post(tick, {"paper": "risk"}).json()) == ["point"]
    assert api(elif_.user).post(tick, point).json()["ticks"][0]["point"] == "tools"


def test_a_tick_is_taken_back_with_a_reason(ready: Placement, elif_: EmployerContact, api: Call) -> None:
    back, client = f"/api/v1/placements/{ready.pk}/take-back/", api(elif_.user)
    assert list(client.post(back, {"paper": "terms"}).json()) == ["reason"]
    assert client.post(back, {"paper": "guardian", "reason": "x"}).status_code == 403
    left = client.post(back, {"paper": "terms", "reason": "Forkert dato"}).json()["ticks"]
    assert "terms" not in {tick["paper"] for tick in left}
    refused(client.post(back, {"paper": "terms", "reason": "Igen"}), "Det flueben er ikke sat.")


def test_a_workplace_is_reminded_once_a_day(job: Placement, bo: User, api: Call) -> None:
    remind = f"/api/v1/placements/{job.pk}/remind/"
    assert api(bo).post(remind).status_code == 200
    refused(api(bo).post(remind), "Arbejdspladsen har fået en påmindelse i dag. Prøv igen i morgen.")


def test_a_first_day_lies_ahead(ready: Placement, bo: User, api: Call) -> None:
    start = f"/api/v1/placements/{ready.pk}/start/"
    answer = api(bo).post(start, {"first_day_on": "2026-11-01"})
    assert (answer.status_code, answer.json()) == (
        400,
        {"first_day_on": ["Den første dag kan ikke ligge før i dag."]},
    )
    assert list(api(bo).post(start, {"first_day_on": 7}).json()) == ["first_day_on"]
    begun = api(bo).post(start, {"first_day_on": "2026-12-01"}).json()
    assert (begun["status"], begun["first_day_on"]) == ("started", "2026-12-01")


def test_before_the_first_day_a_job_is_cancelled_and_only_staff_read_why(
    ready: Placement, elif_: EmployerContact, bo: User, api: Call
) -> None:
    here = f"/api/v1/placements/{ready.pk}/"
    cancelled = api(elif_.user).post(f"{here}cancel/", {"kind": "other", "words": "Butikken lukker"}).json()
    assert cancelled["status"] == "cancelled"
    assert "Butikken lukker" not in str(cancelled)
    assert api(bo).get(here).json()["end_reason"] == "Butikken lukker"
    refused(api(bo).post(f"{here}cancel/", {"kind": "period"}))
    ready.refresh_from_db()
    assert ready.end_reason == "Butikken lukker"


def test_after_the_first_day_a_job_ends(ready: Placement, amina: Youth, api: Call) -> None:
    Placement.objects.update(status="started", first_day_on=TODAY, started_at=NOW)
    end, me = f"/api/v1/placements/{ready.pk}/end/", api(amina.user)
    early = me.post(end, {"last_day_on": "2026-11-01", "kind": "moving"})
    assert list(early.json()) == ["last_day_on"]
    assert me.get(f"/api/v1/placements/{ready.pk}/").json()["moves"] == ["end", "pause"]
    ended = me.post(end, {"last_day_on": str(TODAY), "kind": "moving"}).json()
    assert (ended["status"], ended["last_day_on"], ended["moves"]) == ("ended", str(TODAY), [])


# ── workplaces and runs ─────────────────────────────────────────────────────
def test_a_workplace_is_let_in_by_two_shut_out_and_let_in_again(dorte: User, area: Area, api: Call) -> None:
    employer = EmployerFactory(is_applied=True)
    here, client = f"/api/v1/employers/{employer.pk}/", api(dorte)
    refused(client.post(f"{here}vet/"), "Der er ikke skrevet et tjek, som en anden kan læse.")
    seen = {"seen_in": "hand", "number_seen": employer.cvr, "name_seen": "Butik", "status_seen": "Aktiv"}
    called = {"phone_seen": "56636511", "called_on": str(TODAY), "spoke_with": "Lederen", "note": "virk.dk"}
    assert list(client.post(f"{here}check/", seen | called).json()) == ["met_on", "met_by"]
    assert client.post(f"{here}check/", {**seen, **called, "met_on": str(TODAY), "met_by": "Dorte"}).status_code == 200
    refused(client.post(f"{here}vet/"), "Du har selv tjekket dem. En anden end dig skal læse det og sige ja.")
    second = UserFactory(role=Role.COORDINATOR, areas=[area])
    assert api(second).post(f"{here}vet/").json()["status"] == EmployerStatus.VETTED
    assert client.post(f"{here}suspend/", {"reason": ""}).status_code == 400
    employer.refresh_from_db()
    assert employer.status == EmployerStatus.VETTED
    paused = client.post(f"{here}suspend/", {"reason": "Vi skal tale sammen"}).json()
    assert (paused["status"], paused["status_reason"], paused["moves"]) == ("suspended", "Vi skal tale sammen", ["vet"])


def test_a_workplace_is_refused_with_a_reason(dorte: User, api: Call) -> None:
    employer = EmployerFactory(is_applied=True)
    answer = api(dorte).post(f"/api/v1/employers/{employer.pk}/refuse/", {"reason": "Ingen voksen på stedet"})
    assert answer.json()["status_reason"] == "Ingen voksen på stedet"


def test_a_coordinator_starts_tonight_and_after_that_a_trial(dorte: User, api: Call) -> None:
    first = api(dorte).post("/api/v1/runs/start/")
    assert (first.status_code, first.json()["kind"], first.json()["status"]) == (201, "night", "requested")
    assert api(dorte).post("/api/v1/runs/start/").json()["id"] == first.json()["id"]
    Run.objects.update(status="done", finished_at=NOW)
    assert api(dorte).post("/api/v1/runs/start/").json()["kind"] == "preview"
    assert api(dorte).get(f"/api/v1/runs/{RunFactory().pk}/").json()["percent"] == 100
