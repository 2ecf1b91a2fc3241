"""What a guardian says takes effect in the same moment, and what each age lets a guardian see and say."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.families.actions import end, mind, say, say_own_word, sign, take_signature_back
from jobplaneten.families.models import EndedWhy, Guardianship, Question
from jobplaneten.messaging.models import Message
from jobplaneten.placements import papers
from jobplaneten.placements.actions import start
from jobplaneten.placements.models import Paper, PaperTick, Placement
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching.models import MatchStatus
from tests.factories import NOW, TODAY, UserFactory, YouthFactory
from tests.families.conftest import guardian_of
from tests.matching.factories import MatchFactory
from tests.placements.conftest import tick_each
from youth.models import Youth
from youth.permissions import guardian_stop

TURNS_15, TURNS_18 = date(2027, 4, 3), date(2030, 4, 3)
pytestmark = pytest.mark.django_db


def say_all(guardianship: Guardianship, *words: str) -> None:
    for word in words:
        say(guardianship, word=word, scope="all", by=guardianship.guardian, now=NOW)


def at(day: date) -> datetime:
    return NOW + timedelta(days=(day - TODAY).days)


@contextmanager
def on(day: date, client: Client, user: User) -> Iterator[Client]:
    """Signed in on that day: a session does not last until a birthday."""
    with time_machine.travel(at(day), tick=False):
        client.force_login(user)
        yield client


def test_a_yes_at_home_opens_the_way_until_the_birthday(mother: Guardianship, amina: Youth) -> None:
    say_all(mother, "informed", "yes")
    assert guardian_stop(amina, TODAY) == ""
    word = amina.guardian_words.get(word="yes")
    assert (word.how, word.guardian, word.by, word.until_on) == ("online", "mor", mother.guardian, TURNS_15)


def test_a_no_takes_back_the_card_and_the_signature_and_tells_the_mentor(
    mother: Guardianship, amina: Youth, bo: User, job: Placement
) -> None:
    say_all(mother, "informed", "yes")
    offered = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    sign(mother, job, paper=Paper.COSIGN, by=mother.guardian, now=NOW)
    say(mother, word="withdrawn", scope="matching", by=mother.guardian, now=NOW)
    offered.refresh_from_db()
    assert (offered.status, offered.no_reason) == (MatchStatus.EXPIRED, "guardian")
    assert not PaperTick.objects.standing().filter(paper=Paper.COSIGN).exists()
    assert Message.objects.filter(to=bo, subject__contains="har sagt nej").count() == 1
    assert guardian_stop(amina, TODAY) == "Forældrene har trukket deres ja tilbage."


def test_nobody_speaks_for_another_guardian(mother: Guardianship, amina: Youth) -> None:
    for by in (UserFactory(), amina.user):
        with pytest.raises(MoveRefused):
            say(mother, word="yes", scope="all", by=by, now=NOW)
    end(mother, why=EndedWhy.CUSTODY, by=amina.mentor, now=NOW)
    with pytest.raises(MoveRefused):
        say(mother, word="yes", scope="all", by=mother.guardian, now=NOW)
    assert not amina.guardian_words.exists()


def test_the_words_and_signatures_of_somebody_without_custody_count_no_more(
    mother: Guardianship, amina: Youth, bo: User, job: Placement
) -> None:
    say_all(mother, "informed", "yes")
    sign(mother, job, paper=Paper.COSIGN, by=mother.guardian, now=NOW)
    offered = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    end(mother, why=EndedWhy.CUSTODY, by=bo, now=NOW)
    offered.refresh_from_db()
    assert offered.status == MatchStatus.EXPIRED
    assert not PaperTick.objects.standing().exists()
    assert guardian_stop(amina, TODAY) == "Forældrene mangler at få besked om job og regler."
    father = guardian_of(amina, known_by=bo, relation="father")
    say_all(father, "informed", "yes", "no")
    end(father, why=EndedWhy.MISTAKE, by=bo, now=NOW)
    assert guardian_stop(amina, TODAY) == "Forældrene mangler at få besked om job og regler."
    assert amina.guardian_words.count() == 5


def test_a_guardian_signs_on_the_page_and_may_regret_until_the_job_begins(
    mother: Guardianship, job: Placement, client: Client
) -> None:
    say_all(mother, "informed", "yes")
    client.force_login(mother.guardian)
    page, here = client.get(f"/barnets-job/{job.pk}/").content.decode(), f"/barnets-job/{job.pk}/svar/"
    for known in ("Hjælp i butikken", "Ølby Center", "Karen", "15.30-17.30"):
        assert known in page
    for paper in ("guardian", "cosign"):
        assert client.post(here, {"paper": paper}).status_code == 302
    assert {tick.paper for tick in PaperTick.objects.standing()} == {"guardian", "cosign"}
    client.post(here, {"paper": "take_back"})
    assert {tick.paper for tick in PaperTick.objects.standing()} == {"guardian"}
    for wrong in ("terms", "risk", ""):
        assert client.post(here, {"paper": wrong}).status_code == 404


def test_a_guardian_is_asked_once_and_again_when_hours_or_place_change(
    mother: Guardianship, job: Placement, client: Client
) -> None:
    say_all(mother, "informed", "yes")
    for _ring in range(2):
        mind(NOW)
    assert Message.objects.filter(to=mother.guardian).count() == 1
    sign(mother, job, paper=Paper.GUARDIAN, by=mother.guardian, now=NOW)
    sign(mother, job, paper=Paper.COSIGN, by=mother.guardian, now=NOW)
    Post.objects.filter(pk=job.post_id).update(place="Et andet sted")
    for _ring in range(2):
        mind(NOW)
    assert Question.objects.count() == Message.objects.filter(to=mother.guardian).count() == 2
    client.force_login(mother.guardian)
    assert client.get(f"/barnets-job/{job.pk}/").content.decode().count("Jobbet er ændret, siden du svarede.") == 2
    sign(mother, Placement.objects.get(pk=job.pk), paper=Paper.COSIGN, by=mother.guardian, now=NOW)
    assert PaperTick.objects.standing().filter(paper=Paper.COSIGN).count() == 1


def test_a_running_job_that_changes_is_signed_again(
    mother: Guardianship, job: Placement, bo: User, elif_: EmployerContact
) -> None:
    say_all(mother, "informed", "yes")
    tick_each(job, mentor=bo, contact=elif_.user)
    start(job, first_day_on=TODAY + timedelta(days=8), by=bo, now=NOW)
    Post.objects.filter(pk=job.post_id).update(place="Et andet sted")
    running = Placement.objects.get(pk=job.pk)
    sign(mother, running, paper=Paper.COSIGN, by=mother.guardian, now=NOW)
    line = next(line for line in papers.lines(Placement.objects.get(pk=job.pk), TODAY) if line.paper == Paper.COSIGN)
    assert line.tick is not None
    assert line.tick.by == mother.guardian


def test_from_15_a_guardian_sees_jobs_and_signatures_and_no_more(
    mother: Guardianship, amina: Youth, client: Client
) -> None:
    here = f"/mine-boern/{mother.pk}/"
    with on(TURNS_15 - timedelta(days=1), client, mother.guardian):
        text = client.get(here).content.decode()
        assert "trin 2" in text or "trin 1" in text
        assert "Må vi gemme og bruge" in text
    with on(TURNS_15, client, mother.guardian):
        text = client.get(here).content.decode()
        assert "Lige nu" not in text
        assert "Må vi gemme og bruge" not in text
        assert "Fra 15 år bestemmer Amina selv." in text
        assert client.post(f"{here}svar/", {"word": "no", "scope": "matching"}).status_code == 302
        assert guardian_stop(amina, TURNS_15) == "Forældrene har sagt nej."


def test_at_15_the_youth_is_asked_once_and_a_no_stops(
    mother: Guardianship, amina: Youth, bo: User, client: Client
) -> None:
    say_all(mother, "informed", "yes")
    with pytest.raises(MoveRefused, match="Indtil du fylder 15"):
        say_own_word(amina, word="yes", by=amina.user, now=NOW)
    moment = at(TURNS_15)
    for _ring in range(2):
        mind(moment)
    asked = Message.objects.filter(to=amina.user, path="/mit-ja/")
    assert (asked.count(), Message.objects.filter(to=mother.guardian).count()) == (1, 1)
    with on(TURNS_15, client, amina.user):
        assert "Sig ja eller nej" in client.get("/").content.decode()
        assert client.post("/mit-ja/", {"word": "maybe"}).status_code == 404
        client.post("/mit-ja/", {"word": "yes"})
        amina.refresh_from_db()
        assert guardian_stop(amina, TURNS_15) == ""
        offered = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
        client.post("/mit-ja/", {"word": "no"})
    offered.refresh_from_db()
    assert offered.status == MatchStatus.EXPIRED
    assert Message.objects.filter(to=bo, subject="Amina har selv sagt nej").count() == 1
    assert [entry.detail["word"] for entry in Entry.objects.filter(verb="own_word").order_by("pk")] == ["yes", "no"]


def test_at_18_the_door_closes_by_itself_and_a_running_job_goes_on(
    mother: Guardianship, job: Placement, amina: Youth, bo: User, client: Client
) -> None:
    moment = at(TURNS_18)
    with on(TURNS_18, client, mother.guardian):
        assert client.get(f"/mine-boern/{mother.pk}/").status_code == 404
        assert client.get(f"/barnets-job/{job.pk}/").status_code == 404
    mind(moment)
    mother.refresh_from_db()
    assert (mother.ended_at, mother.ended_why, mother.ended_by) == (moment, EndedWhy.ADULT, None)
    assert Placement.objects.running().filter(pk=job.pk).exists()
    assert Message.objects.filter(to=bo, subject="Amina er fyldt 18").count() == 1
    assert Message.objects.filter(to=amina.user, subject__startswith="Nu er du 18").count() == 1


def test_a_mother_of_29_february_is_asked_by_the_day_that_the_law_counts(area, bo: User, client: Client) -> None:
    youth = YouthFactory(area=area, mentor=bo, born_on=date(2012, 2, 29))
    guardianship = guardian_of(youth, known_by=bo)
    for day, expected in ((date(2030, 2, 28), 200), (date(2030, 3, 1), 404)):
        with on(day, client, guardianship.guardian):
            assert client.get(f"/mine-boern/{guardianship.pk}/").status_code == expected


def test_a_youth_sees_who_answers_for_them_and_that_they_looked(
    mother: Guardianship, amina: Youth, client: Client
) -> None:
    client.force_login(mother.guardian)
    client.get(f"/mine-boern/{mother.pk}/")
    client.force_login(amina.user)
    assert "Hodan Warsame (forælder)" in client.get("/hvem-har-set/").content.decode()
    assert "Hodan Warsame" in client.get("/mine-foraeldre/").content.decode()


def test_what_was_written_on_paper_is_marked_so_on_the_guardians_page(
    mother: Guardianship, amina: Youth, bo: User, client: Client
) -> None:
    client.force_login(bo)
    said = {"word": "informed", "said_on": "2026-11-20", "how": "paper", "guardian": "mor", "why": "paper"}
    client.post(f"/unge/{amina.pk}/foraeldre/", said)
    assert Entry.objects.get(verb="guardian_word").detail["why"] == "paper"
    client.force_login(mother.guardian)
    assert "Skrevet ned af mentor." in client.get(f"/mine-boern/{mother.pk}/").content.decode()


def test_a_mentor_does_not_take_a_guardians_signature_back_in_their_name(
    mother: Guardianship, job: Placement, bo: User
) -> None:
    say_all(mother, "informed", "yes")
    sign(mother, job, paper=Paper.COSIGN, by=mother.guardian, now=NOW)
    with pytest.raises(MoveRefused):
        take_signature_back(mother, job, by=bo, now=NOW)
    assert PaperTick.objects.standing().exists()
