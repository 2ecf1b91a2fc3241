"""Every question "may this person?" of every room, with all that it can be asked about."""

import importlib
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from employers.models import Employer, VettingCheck
from jobplaneten.accounts.models import User
from jobplaneten.placements.models import Paper, Pause, Side
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.steps.models import StepProposal
from matching.models import Hiding
from matching.workflow import MATCH
from tests.factories import TODAY
from tests.house.world import World
from youth.models import Youth

ROOMS = (
    "employers", "jobplaneten.accounts", "jobplaneten.families", "jobplaneten.following", "jobplaneten.keepsakes",
    "jobplaneten.placements", "jobplaneten.schools", "jobplaneten.searching", "jobplaneten.shifts",
    "jobplaneten.steps", "matching", "youth",
)  # fmt: skip
Question = Callable[..., Any]
About = dict[str, tuple[Any, ...]]


def questions() -> dict[str, Question]:
    """By "room.name": what is asked of a person first of all."""
    rooms = {f"{room}.permissions": vars(importlib.import_module(f"{room}.permissions")) for room in ROOMS}
    return {
        f"{room.split('.')[-2]}.{name}": thing
        for room, module in rooms.items()
        for name, thing in module.items()
        if inspect.isfunction(thing) and thing.__module__ == room and "user" in inspect.signature(thing).parameters
    }


def answers(world: World, rows: dict[str, Any], people: dict[str, User]) -> Iterator[tuple[str, str]]:
    """Each question with who may; of a question about moves, one for each move."""
    about = things(world, rows)
    for name, ask in questions().items():
        for words, what in about.get(name, {"": ()}).items():
            said = {who: moves(ask(user, *what), user) for who, user in people.items()}
            for move in sorted(set().union(*said.values())) or [""]:
                yes = {who for who, moves_of_theirs in said.items() if move in moves_of_theirs}
                yield " ".join(filter(None, [name, words, move])), in_groups(yes, people)


def moves(answer: Any, user: User) -> set[str]:
    if isinstance(answer, Employer):
        return {"own" if answer.contacts.filter(user=user).exists() else "not their own"}
    return answer if isinstance(answer, set) else {""} if answer else set()


def in_groups(who: set[str], people: dict[str, User]) -> str:
    """A whole role goes by its name, in capitals."""
    roles: dict[str, set[str]] = {}
    for name, user in people.items():
        roles.setdefault(f"{user.role.upper()}S", set()).add(name)
    whole = [role for role, theirs in roles.items() if theirs <= who]
    return " ".join(
        [*whole, *(name for name in people if name in who and f"{people[name].role.upper()}S" not in whole)]
    )


def things(world: World, rows: dict[str, Any]) -> dict[str, About]:
    bo, amina, elin = world.mentor, world.amina, world.people["elin"]
    youths: About = {name: (rows[name],) for name in ("amina", "waiting", "waiting_protected", "closed_youth")}
    days: About = {name: (youth, TODAY) for name, (youth,) in youths.items()} | {"adult": (adult(world), TODAY)}
    papers: About = {paper: (paper,) for paper in Paper.values}
    return {
        "employers.may_confirm": {"checked by Bo": (VettingCheck(checked_by=bo),)},
        "employers.may_edit": {name: (rows[name],) for name in ("post", "draft", "post_filled", "post_closed")},
        "employers.moves_of": {name: (rows[name],) for name in ("post", "draft", "post_filled")},
        "employers.employer_moves_of": {"employer": (world.employer,)},
        "employers.contact_roles": {"Elin": (rows["elins_contact"],), "colleague": (world.contact,)},
        "employers.contact_moves_of": {"Elin": (rows["elins_contact"],), "colleague": (world.contact,)},
        "families.may_invite": days,
        "families.may_speak": {name: (rows[name], TODAY) for name in ("guardianship", "ended_guardianship")},
        "keepsakes.may_show": {"job": (world.placement,)},
        "matching.may_make": {move.name: (move.name,) for move in MATCH.moves},
        "matching.moves_for": {name: (rows[name],) for name in ("match", "offered", "released")},
        "matching.may_show_again": {
            "said by Amina": (world.hiding,), "said by Bo": (Hiding(youth=amina, by=bo),)
        },
        "placements.may_make": {move.name: (move.name,) for move in PLACEMENT.moves},
        "placements.may_tick": papers,
        "placements.may_take_back": papers,
        "placements.may_agree_for": {
            f"{side}{why and ' on paper'}": (side, why) for side in Side.values for why in ("", "papir")
        },
        "placements.may_lift": {
            f"{kind} by {who}": (Pause(kind=kind, by=by),)
            for kind in ("holiday", "consent")
            for who, by in (("Amina", amina.user), ("Elin", elin), ("nobody", None))
        },
        "placements.moves_for": {name: (rows[name], TODAY) for name in ("placement", "job_ended")},
        "shifts.may_put_in": {"shift": (world.shift,)},
        "steps.may_be_second": {"proposed by Bo": (StepProposal(youth=amina, by=bo),)},
        "youth.answers_for_area": youths,
        "youth.may_answer_for_protection": youths,
        "youth.may_be_mentor_of": youths,
        "youth.may_edit_profile": youths,
        "youth.may_hand_over": youths,
        "youth.may_let_in": youths,
        "youth.may_move_step": youths,
        "youth.may_want_another_job": {"at work": (at_work(amina),), **youths},
    }  # fmt: skip


def adult(world: World) -> Youth:
    return Youth(user=world.amina.user, area=world.area, born_on=TODAY.replace(year=TODAY.year - 18))


def at_work(amina: Youth) -> Youth:
    found = Youth.objects.get(pk=amina.pk)
    found.waiting_since = None
    return found
