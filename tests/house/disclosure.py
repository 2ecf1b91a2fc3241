"""What of a youth each person may read: one table, tried on every page and every answer of the API.

A field's mark is planted where the field is kept. Whoever may read it is named; for everybody else the mark is nowhere.
The employer's card has a first name, an age group, free times, competences and one line: those are no secrets here,
and they are rows of their own (`CandidateCard`).
"""

from dataclasses import dataclass

from jobplaneten.following.models import FollowUp, JournalEntry, NearMiss
from jobplaneten.talking.models import Remark
from tests.factories import NOW
from tests.house.world import World
from youth.models import GuardianWord, StepChange

STAFF = frozenset({"bo", "dorte"})
"""Her mentor, and the coordinator of her area."""
OWN = frozenset({"amina"})
ELINS = frozenset({"elin", "colleague"})
"""Of the workplace where she has a job."""
MOTHER = frozenset({"guardian"})


@dataclass(frozen=True)
class Field:
    mark: str
    readers: frozenset[str]


FIELDS = {
    "surname": Field("Qvxsurname", OWN | STAFF | MOTHER),
    "dream": Field("Qvxdream", OWN | STAFF),
    "line": Field("Qvxline", OWN | STAFF),
    "login": Field("qvxlogin@example.invalid", OWN | STAFF),
    "email": Field("qvxmail@example.invalid", OWN | STAFF),
    "phone": Field("Qvxphone", OWN | STAFF),
    "what guardians said": Field("Qvxguardian", OWN | STAFF | MOTHER),
    "evidence for a step": Field("Qvxevidence", OWN | STAFF),
    "words on a step": Field("Qvxreason", OWN | STAFF),
    "what a workplace may read": Field("Qvxsaid", OWN | STAFF | ELINS),
    "what is covered": Field("qvxcovered@example.invalid", OWN | STAFF),
    "what waits for the mentor": Field("Qvxheld", STAFF | ELINS),
    "what the youth says of a job": Field("Qvxcheckin", OWN | STAFF),
    "what a workplace says, before a mentor shows it": Field("Qvxworkplace", OWN | STAFF | ELINS),
    "what a mentor keeps to the staff": Field("Qvxjournal", OWN | STAFF),
    "what nearly went wrong": Field("Qvxnearmiss", OWN | STAFF),
    "a mentor's line on a proposal": Field("Qvxmentorline", OWN | STAFF),
}
FOLDED = {name: field.mark.casefold() for name, field in FIELDS.items()}
UNSEEN_BY_NOW = {"email"}
"""Of a person who signs in with a mobile number no page has to show the mail."""


def plant(world: World) -> None:
    """Into the youth whom everything is about."""
    amina, user, bo = world.amina, world.amina.user, world.people["bo"]
    assert bo
    amina.last_name, amina.dream, amina.line = FIELDS["surname"].mark, FIELDS["dream"].mark, FIELDS["line"].mark
    amina.save()
    user.login, user.email, user.phone = (FIELDS[name].mark for name in ("login", "email", "phone"))
    user.save()
    GuardianWord.objects.filter(youth=amina).update(guardian=FIELDS["what guardians said"].mark)
    StepChange.objects.create(
        youth=amina,
        move="up",
        from_step=1,
        to_step=1,
        evidence=FIELDS["evidence for a step"].mark,
        reason=FIELDS["words on a step"].mark,
        by=bo,
        at=NOW,
    )
    plant_talk(world)
    plant_how_it_goes(world)
    world.match.line = FIELDS["a mentor's line on a proposal"].mark
    world.match.save()


def marks_in(text: str) -> set[str]:
    folded = text.casefold()
    return {name for name, mark in FOLDED.items() if mark in folded} if "qvx" in folded else set()


def leaks(seen: dict[str, set[str]]) -> dict[str, set[str]]:
    """By person, what they read and may not."""
    found = {who: {name for name in names if who not in FIELDS[name].readers} for who, names in seen.items()}
    return {who: names for who, names in found.items() if names}


def never_seen(seen: dict[str, set[str]]) -> set[str]:
    """A mark that nobody reads proves nothing."""
    return FIELDS.keys() - set().union(*seen.values())


def plant_how_it_goes(world: World) -> None:
    """What is not shared stands on no page for her, but in what she takes home."""
    FollowUp.objects.filter(pk=world.follow_up.pk).update(
        youth_line=FIELDS["what the youth says of a job"].mark,
        employer_line=FIELDS["what a workplace says, before a mentor shows it"].mark,
    )
    JournalEntry.objects.update(is_hard=FIELDS["what a mentor keeps to the staff"].mark)
    NearMiss.objects.update(what=FIELDS["what nearly went wrong"].mark)


def plant_talk(world: World) -> None:
    """Between her and her workplace: what is read, what is covered and what waits."""
    elin = world.people["elin"]
    assert elin
    said = f"{FIELDS['what a workplace may read'].mark} {FIELDS['what is covered'].mark}"
    between = {"youth": world.amina, "post": world.placement.post, "at": NOW}
    Remark.objects.create(by=world.amina.user, side="youth", body=said, status="shown", **between)
    held = FIELDS["what waits for the mentor"].mark
    Remark.objects.create(by=elin, side="employer", body=held, status="held", **between)
