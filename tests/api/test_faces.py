"""Field by field: what each role reads of each thing, in a list and alone. And that reading leaves a trace."""

from typing import Any

import pytest

from jobplaneten.placements.models import Paper, PaperTick
from jobplaneten.trail.models import Entry
from tests.api.conftest import Call, keys
from tests.factories import NOTHING_MISSING, NOW, FreeTimeFactory, NeedFactory, YouthSkillFactory
from tests.house.world import World, build
from youth.actions import advance

pytestmark = pytest.mark.django_db

JOB = {
    "id", "title", "employer", "category", "chores", "place", "postcode", "starts_on", "ends_on", "shifts", "pay_hour",
    "adult_on_site",
}  # fmt: skip
JOB_IN_FULL = JOB | {"text", "expectations", "help"}
EMPLOYER = {"id", "name", "kind", "about", "address", "postcode", "status"}
OWN_EMPLOYER = EMPLOYER | {"cvr", "status_reason", "asked_at", "vetted_at"}
POST = {
    "id", "employer", "status", "title", "category", "workplace", "chores", "text", "circumstances", "expectations",
    "steps", "age_from", "age_to", "help", "adult_on_site", "is_alone", "lift_kg", "machines", "chemicals", "alcohol",
    "has_quick_help", "dangers", "agreement", "postcode", "place", "starts_on", "ends_on", "seats", "seats_taken",
    "pay_hour", "payer", "shifts", "needs", "changed_at", "opened_at", "version", "moves",
}  # fmt: skip
WRITTEN_POST = POST | {"law", "pay", "status_reason", "missing"}
WISH = {
    "id", "version", "pages_done", "profile_done_at", "shown_name", "line", "school_year", "school", "skills", "likes",
    "rather_nots", "dream", "dream_field", "free", "blocked", "travel_modes", "travel_minutes",
}  # fmt: skip
OWN_YOUTH = {
    "id", "first_name", "last_name", "status", "closed_reason", "area", "mentor", "step", "pages_done", "way",
    "wants_another_job",
}  # fmt: skip
YOUTH = {
    "id", "first_name", "last_name", "age", "area", "mentor", "status", "step", "asked_at", "profile_done_at",
    "guardian_stop",
    "protected",
}  # fmt: skip
YOUTH_IN_FULL = YOUTH | {"closed_reason", "school_year", "may_try_next_step", "wants_another_job", "way", "moves"}
MATCH = {
    "id", "day", "youth", "post", "status", "rank", "reasons", "cautions", "line", "no_reason", "offered_at",
    "answer_by", "changed_at", "moves",
}  # fmt: skip
OFFER = {"id", "status", "job", "reasons", "line", "offered_at", "answer_by", "moves"}
CARD = {
    "id", "post", "first_name", "age_group", "free", "competences", "why", "line", "released_at", "answer_by",
    "seen_at",
}  # fmt: skip
PLACEMENT = {"id", "status", "job", "agreed_at", "first_day_on", "last_day_on", "ticks", "moves"}
STAFFS = PLACEMENT | {"youth", "end_kind", "end_reason"}
RUN = {
    "id", "kind", "day", "status", "percent", "youths_total", "counts", "requested_at", "started_at", "finished_at",
    "error",
}  # fmt: skip
AGREEMENT = {"id", "name", "covers", "source_url", "source_date", "rates"}
RATE = {"id", "age_from", "age_to", "rate", "valid_from", "valid_until", "source_url", "source_date"}
AREA = {"id", "name", "town", "is_open"}
STEP = {"number", "title", "teaches", "age_from", "age_to", "criteria", "version"}
WORD = {"id", "word", "said_on", "how", "guardian", "why", "by"}

READ: list[tuple[str, str, set[str], set[str]]] = [
    # who, where, in a list, alone
    ("amina", "youths/{amina}", OWN_YOUTH, OWN_YOUTH),
    ("bo", "youths/{amina}", YOUTH, YOUTH_IN_FULL),
    ("dorte", "youths/{amina}", YOUTH, YOUTH_IN_FULL),
    ("amina", "wishes/{amina}", WISH, WISH),
    ("bo", "wishes/{amina}", WISH, WISH),
    ("dorte", "wishes/{amina}", WISH, WISH),
    ("bo", "youths/{amina}/guardian-words/{word}", WORD, WORD),
    ("dorte", "youths/{amina}/guardian-words/{word}", WORD, WORD),
    ("elin", "employers/{employer}", OWN_EMPLOYER, OWN_EMPLOYER),
    ("bo", "employers/{employer}", EMPLOYER, EMPLOYER),
    ("dorte", "employers/{employer}", OWN_EMPLOYER | {"version", "moves"}, OWN_EMPLOYER | {"version", "moves"}),
    ("elin", "posts/{post}", POST, WRITTEN_POST),
    ("bo", "posts/{post}", POST, POST | {"law", "pay"}),
    ("dorte", "posts/{post}", POST, WRITTEN_POST | {"source_key", "source_url", "source_date", "guesses"}),
    ("amina", "matches/{offered}", OFFER, OFFER),
    ("bo", "matches/{offered}", MATCH, MATCH),
    ("dorte", "matches/{offered}", MATCH, MATCH),
    ("elin", "candidates/{card}", CARD, CARD),
    ("amina", "placements/{placement}", PLACEMENT, PLACEMENT),
    ("elin", "placements/{placement}", PLACEMENT | {"first_name"}, PLACEMENT | {"first_name"}),
    ("bo", "placements/{placement}", STAFFS, STAFFS),
    ("dorte", "placements/{placement}", STAFFS, STAFFS),
    ("dorte", "runs/{run}", RUN, RUN),
    *((actor, "agreements/{agreement}", AGREEMENT, AGREEMENT) for actor in ("elin", "bo", "unvetted")),
    *((actor, "areas/{area}", AREA, AREA) for actor in ("waiting", "bo", "dorte", "unvetted")),
    *((actor, "steps/1", STEP, STEP) for actor in ("waiting", "bo", "dorte", "unvetted")),
]
NESTED: list[tuple[str, str, str, set[str]]] = [
    ("amina", "matches/{offered}", "job", JOB_IN_FULL),
    ("bo", "matches/{offered}", "post", JOB_IN_FULL),
    ("bo", "matches/{offered}", "youth", {"id", "first_name", "last_name"}),
    ("amina", "placements/{placement}", "job", JOB),
    ("elin", "placements/{placement}", "job", JOB),
    ("bo", "placements/{placement}", "youth", {"id", "first_name", "last_name"}),
    ("bo", "youths/{amina}", "mentor", {"id", "name"}),
    ("bo", "youths/{amina}", "area", {"id", "name"}),
    ("elin", "posts/{post}", "employer", {"id", "name"}),
]
MANY: list[tuple[str, str, str, set[str]]] = [
    ("amina", "youths/{amina}", "way", {"at", "move", "from_step", "to_step", "reason"}),
    ("bo", "youths/{amina}", "way", {"at", "move", "from_step", "to_step", "reason", "evidence", "by"}),
    ("elin", "placements/{placement}", "ticks", {"paper", "point", "by", "at"}),
    ("elin", "candidates/{card}", "competences", {"what", "level"}),
    ("elin", "posts/{post}", "law", {"group", "is_legal", "is_wanted", "reasons", "cautions", "gates"}),
    ("elin", "posts/{post}", "pay", {"status", "on", "words"}),
    ("elin", "agreements/{agreement}", "rates", RATE),
]


@pytest.fixture
def world(db: None) -> World:
    world = build()
    YouthSkillFactory(youth=world.amina)
    FreeTimeFactory(youth=world.amina)
    NeedFactory(post=world.post)
    PaperTick.objects.create(placement=world.placement, paper=Paper.TERMS, by=world.mentor, at=NOW)
    world.card.competences = [{"what": "Imødekommende", "level": "Kan"}]
    world.card.save()
    advance(
        world.amina, to_step=2, evidence="Set", reason="Godt gået", by=world.mentor, now=NOW, grounds=NOTHING_MISSING
    )
    return world


def at(world: World, path: str) -> str:
    numbers = {name: thing.pk for name, thing in vars(world).items() if hasattr(thing, "pk")}
    word = world.amina.guardian_words.earliest("pk").pk
    return "/api/v1/" + path.format(**numbers, word=word) + "/"


def above(url: str) -> str:
    """The list in which a thing stands."""
    return url.rstrip("/").rpartition("/")[0] + "/"


@pytest.mark.parametrize(("actor", "path", "in_a_list", "alone"), READ)
def test_a_role_reads_these_fields_and_no_other(
    actor: str, path: str, in_a_list: set[str], alone: set[str], world: World, api: Call
) -> None:
    client, url = api(world.people[actor]), at(world, path)
    assert keys(client.get(above(url))) == in_a_list
    assert keys(client.get(url)) == alone


@pytest.mark.parametrize(("actor", "path", "part", "fields"), [*NESTED, *MANY])
def test_so_is_what_lies_inside(actor: str, path: str, part: str, fields: set[str], world: World, api: Call) -> None:
    found: Any = api(world.people[actor]).get(at(world, path)).json()[part]
    assert {name for row in (found if isinstance(found, list) else [found]) for name in row} == fields


@pytest.mark.parametrize("actor", ["amina", "other", "bo", "dorte", "elin"])
def test_nobody_gets_a_youth_s_login_or_way_to_reach_them_or_birthday(actor: str, world: World, api: Call) -> None:
    amina = world.amina
    amina.user.phone = "+4500000000"
    amina.user.email = "kanarie@example.invalid"
    amina.user.save()
    told = ""
    client = api(world.people[actor])
    for who, path, *_fields in READ:
        if who == actor or path.startswith(("areas", "steps")):
            told += client.get(at(world, path)).content.decode() + client.get(above(at(world, path))).content.decode()
    assert told
    for secret in (amina.user.login, amina.user.phone, amina.user.email, amina.born_on.isoformat()):
        assert secret not in told


def test_an_employer_reads_no_surname_and_no_number_of_a_youth(world: World, api: Call) -> None:
    client = api(world.people["elin"])
    told = [client.get(at(world, path)) for path in ("placements/{placement}", "candidates/{card}")]
    assert "Amina" in told[0].content.decode()
    assert "Hussein" not in "".join(answer.content.decode() for answer in told)
    assert not any("youth" in answer.json() for answer in told)


LOOKED_AT = [
    ("bo", "youths/{amina}", "youth"),
    ("dorte", "wishes/{amina}", "youth"),
    ("bo", "youths/{amina}/guardian-words/{word}", "guardianword"),
    ("bo", "matches/{offered}", "match"),
    ("elin", "candidates/{card}", "candidatecard"),
    ("elin", "placements/{placement}", "placement"),
    ("dorte", "placements/{placement}", "placement"),
]


@pytest.mark.parametrize(("actor", "path", "kind"), LOOKED_AT)
def test_an_adult_who_reads_about_a_minor_is_written_down(
    actor: str, path: str, kind: str, world: World, api: Call
) -> None:
    client, url = api(world.people[actor]), at(world, path)
    reads = Entry.objects.reads().filter(by=world.people[actor], youth=world.amina.pk, kind=kind)
    client.get(above(url))
    in_list = reads.count()
    client.get(url)
    assert in_list >= 1
    assert reads.count() == in_list + 1


def test_a_youth_who_reads_about_themselves_is_not(world: World, api: Call) -> None:
    client = api(world.people["amina"])
    for path in ("youths/{amina}", "wishes/{amina}", "matches/{offered}", "placements/{placement}"):
        assert client.get(at(world, path)).status_code == 200
    assert not Entry.objects.reads().exists()
