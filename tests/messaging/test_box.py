from datetime import timedelta

import pytest

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.messaging.models import Message
from tests.factories import NOW
from youth.models import Youth


@pytest.fixture
def two(bo: User) -> list[Message]:
    return [
        tell(bo, "Den gamle", "x", path="/unge/", now=NOW - timedelta(days=1)),
        tell(bo, "Den nye", "linje 1\n<b>linje 2</b>", path="/morgen/", now=NOW),
    ]


def test_the_box_shows_the_newest_first_and_what_is_unread(as_user, bo: User, two: list[Message]) -> None:
    text = as_user(bo).get("/beskeder/").content.decode()
    assert text.index("Den nye") < text.index("Den gamle")
    assert text.count("is-unread") == 2
    assert "linje 1<br>&lt;b&gt;linje 2" in text


def test_looking_changes_nothing(as_user, bo: User, two: list[Message]) -> None:
    as_user(bo).get("/beskeder/")
    assert Message.objects.unread().count() == 2


def test_opening_a_notice_reads_it_and_leads_to_its_page(as_user, bo: User, two: list[Message]) -> None:
    response = as_user(bo).post(f"/beskeder/{two[1].pk}/")
    assert response["location"] == "/morgen/"
    assert list(Message.objects.unread()) == [two[0]]
    first_read = Message.objects.get(pk=two[1].pk).read_at
    as_user(bo).post(f"/beskeder/{two[1].pk}/")
    assert Message.objects.get(pk=two[1].pk).read_at == first_read


def test_all_may_be_read_at_once_but_only_one_s_own(as_user, bo: User, amina: Youth, two: list[Message]) -> None:
    tell(amina.user, "Til Amina", "x", path="/", now=NOW)
    as_user(bo).post("/beskeder/laest/")
    assert list(Message.objects.unread().values_list("subject", flat=True)) == ["Til Amina"]


def test_nobody_opens_another_s_notice(as_user, carla: User, two: list[Message]) -> None:
    client = as_user(carla)
    assert client.post(f"/beskeder/{two[0].pk}/").status_code == 404
    assert "Den gamle" not in client.get("/beskeder/").content.decode()
    assert Message.objects.unread().count() == 2


def test_a_full_box_has_pages_and_asks_little(as_user, bo: User, django_assert_max_num_queries) -> None:
    for number in range(45):
        tell(bo, f"Nummer {number:02}", "x", path="/", now=NOW + timedelta(minutes=number))
    client = as_user(bo)
    with django_assert_max_num_queries(8):
        first = client.get("/beskeder/").content.decode()
    assert "Nummer 44" in first
    assert "Nummer 24" not in first
    assert "Side 1 af 3" in first
    assert "Nummer 00" in client.get("/beskeder/?page=3").content.decode()


@pytest.mark.parametrize("page", ["/beskeder/opgivet/"])
def test_the_lists_of_mails_are_the_coordinator_s(as_user, page: str, bo: User, amina: Youth) -> None:
    for person in (bo, amina.user):
        assert as_user(person).get(page).status_code == 404


def test_sent_mails_are_shown_in_the_demo_town_only(as_user, settings, dorte: User, two: list[Message]) -> None:
    Message.objects.update(sent_at=NOW)
    client = as_user(dorte)
    assert client.get("/beskeder/sendt/").status_code == 404
    settings.IS_DEMO = True
    text = client.get("/beskeder/sendt/").content.decode()
    assert two[0].to.email in text
    assert "/morgen/" in text
    assert "Den nye" not in text


def test_a_given_up_mail_to_a_youth_has_no_name(as_user, dorte: User, amina: Youth) -> None:
    tell(amina.user, "x", "x", path="/", now=NOW)
    Message.objects.update(given_up_at=NOW)
    text = as_user(dorte).get("/beskeder/opgivet/").content.decode()
    assert "En ung" in text
    assert "Amina" not in text
    as_user(dorte).post(f"/beskeder/opgivet/{Message.objects.get().pk}/")
    assert Message.objects.get().given_up_at is None
