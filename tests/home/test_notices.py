"""What is said about data: that it can be read, and that it is true."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from jobplaneten.home.notices import ACCESSIBILITY, EMPLOYERS, GUARDIANS, PRIVACY, YOUTHS, Notice
from jobplaneten.keeping.retention import GROWN_UP, LEAVING, PASSING
from youth.models import Youth

EASY, ORDINARY = 25, 40


def lix(notice: Notice) -> float:
    """Words to a sentence, plus the share of words of more than six letters (Björnsson, 1968)."""
    lines = [str(notice.lead), *(str(line) for part in notice.parts for line in (f"{part.title}.", *part.lines))]
    text = " ".join(lines)
    words = re.findall(r"[\wæøåÆØÅ-]+", text)
    sentences = re.findall(r"[^.!?:]+[.!?:]+", text)
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


def test_a_youth_of_twelve_can_read_what_we_keep() -> None:
    assert lix(YOUTHS) < EASY


@pytest.mark.parametrize("notice", [GUARDIANS, EMPLOYERS])
def test_grown_ups_are_told_plainly_too(notice: Notice) -> None:
    assert lix(notice) < ORDINARY


def test_what_is_said_of_time_is_what_the_clock_does() -> None:
    said = " ".join(str(line) for part in YOUTHS.parts for line in part.lines)
    grace = {row.why.name: row.grace for row in LEAVING}
    assert f"fylder {GROWN_UP} år" in said
    assert grace["NEVER_LET_IN"] == timedelta(days=14)
    assert "14 dage til at fortryde" in said
    assert "cards_taken_back" in {row.name for row in PASSING}


@pytest.mark.django_db
def test_everybody_finds_them_from_the_foot_of_every_page(client: Client, amina: Youth) -> None:
    front = client.get("/").content.decode()
    for address in ("/oplysninger/unge/", "/tilgaengelighed/"):
        assert f'href="{address}"' in front
        assert client.get(address).status_code == 200
    for slug, notice in PRIVACY.items():
        page = client.get(f"/oplysninger/{slug}/").content.decode()
        assert str(notice.parts[-1].lines[-1]) in page
    assert str(ACCESSIBILITY.parts[-1].lines[0]) in client.get("/tilgaengelighed/").content.decode()
    assert client.get("/oplysninger/alle/").status_code == 404
    client.force_login(amina.user)
    assert 'href="/hvem-har-set/"' in client.get("/oplysninger/unge/").content.decode()
