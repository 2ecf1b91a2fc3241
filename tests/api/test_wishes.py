"""A youth writes their own wishes, with the pages' own forms as judges."""

from typing import Any

import pytest

from jobplaneten.accounts.models import User
from tests.api.conftest import Call
from tests.factories import FreeTimeFactory, YouthFactory, YouthSkillFactory
from youth.models import ProfileDraft, ProfilePage, Youth

pytestmark = pytest.mark.django_db

SPAN = {"weekday": 1, "starts": 900, "ends": 1020}
WHOLE: dict[str, Any] = {
    "shown_name": "Mina",
    "line": "Jeg kan lide at hjælpe.",
    "school_year": "8",
    "skills": [{"skill": "polite", "level": 3, "evidence": "home"}, {"skill": "order", "level": 1, "evidence": ""}],
    "likes": ["outdoor", "with_animals"],
    "rather_nots": ["busy"],
    "dream": "Min egen salon",
    "dream_field": "design",
    "free": [{"weekday": 1, "starts": 840, "ends": 1020}, {"weekday": 3, "starts": 900, "ends": 1020}],
    "blocked": [{"weekday": 1, "starts": 960, "ends": 990}],
    "travel_modes": ["walk", "bus"],
    "travel_minutes": 20,
}


def url(youth: Youth) -> str:
    return f"/api/v1/wishes/{youth.pk}/"


def test_a_newcomer_writes_all_wishes_at_once(area: Any, api: Call) -> None:
    youth = YouthFactory(
        area=area, is_waiting=True, shown_name="", line="", school_year="", likes=[], rather_nots=[], dream="",
        dream_field="", travel_modes=[], travel_minutes=None,
    )  # fmt: skip
    client = api(youth.user)
    empty = client.get(url(youth)).json()
    answer = client.patch(url(youth), WHOLE | {"version": empty["version"]})
    assert answer.status_code == 200, answer.json()
    written = client.get(url(youth)).json()
    assert {name: written[name] for name in WHOLE} == WHOLE
    assert written["pages_done"] == ProfilePage.values
    assert written["profile_done_at"]


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_not_sent_stays_as_it_is(name: str, amina: Youth, api: Call) -> None:
    YouthSkillFactory(youth=amina)
    FreeTimeFactory(youth=amina, ends=17 * 60)
    Youth.objects.update(likes=["outdoor", "together"])
    client = api(amina.user)
    before = client.get(url(amina)).json()
    answer = client.patch(url(amina), {name: WHOLE[name], "version": before["version"]})
    assert answer.json() == before | {name: WHOLE[name], "version": before["version"] + 1}


def test_who_wrote_in_between_is_not_overwritten(amina: Youth, api: Call) -> None:
    late = {"dream": "Astronaut", "line": "Hej", "version": amina.version}
    assert api(amina.user).patch(url(amina), {"dream": "Dyrlæge", "version": amina.version}).status_code == 200
    answer = api(amina.user).patch(url(amina), late)
    assert answer.status_code == 409
    amina.refresh_from_db()
    assert (amina.dream, amina.line) == ("Dyrlæge", "Jeg er god til at smile til kunder.")


NO_NUMBERS = "Skriv ikke telefonnummer, CPR-nummer, mail eller profilnavne her."
ONE_AT_LEAST = "Vælg mindst én ting. Alle kan noget – også det, du gør derhjemme, tæller."
WRONG: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"dream": "Ring til mig på 12345678"}, {"dream": [NO_NUMBERS]}),
    ({"skills": []}, {"non_field_errors": [ONE_AT_LEAST]}),
    ({"blocked": [SPAN | {"ends": 800}]}, {"blocked": ["Fra skal være før til."]}),
    ({"free": []}, {"free": ["Sæt mindst ét kryds, så vi kan finde et job, der passer."]}),
    ({"free": [SPAN | {"ends": 1000}]}, {"free": ["Vælg hele tider i ugen, som de står på siden."]}),
    ({"rather_nots": ["together"]}, {"rather_nots": ["Det samme kan ikke stå både i det, du gerne vil, og i resten."]}),
    ({"travel_minutes": 21}, {"travel_minutes": ["Vælg et af svarene på listen."]}),
    ({"shown_name": ""}, {"shown_name": None}),
    ({"likes": ["nonsense"]}, {"likes": None}),
    ({"free": [SPAN | {"starts": -5}]}, {"free": None}),
    ({"blocked": [SPAN] * 13}, {"blocked": None}),
    ({"version": None}, {"version": None}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), WRONG)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_saved(
    said: dict[str, Any], told: dict[str, Any], amina: Youth, api: Call
) -> None:
    FreeTimeFactory(youth=amina)
    client = api(amina.user)
    before = client.get(url(amina)).json()
    answer = client.patch(url(amina), {"line": "Ny linje", "version": amina.version} | said)
    assert answer.status_code == 400
    assert set(answer.json()) == set(told)
    for field, errors in told.items():
        assert errors is None or answer.json()[field] == errors
    assert client.get(url(amina)).json() == before


def test_a_wish_that_is_saved_needs_no_draft_any_more(amina: Youth, api: Call, now: Any) -> None:
    ProfileDraft.objects.create(youth=amina, page="dream", content={"dream": ["Halv"]}, saved_at=now)
    api(amina.user).patch(url(amina), {"dream": "Hel", "version": amina.version})
    assert not ProfileDraft.objects.exists()


def test_staff_read_and_do_not_write(amina: Youth, bo: User, api: Call) -> None:
    answer = api(bo).patch(url(amina), {"dream": "Mentors drøm", "version": amina.version})
    assert answer.status_code == 403
    amina.refresh_from_db()
    assert amina.dream == "At få min egen salon"
