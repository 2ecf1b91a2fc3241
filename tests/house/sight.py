"""Rows of people are fetched by line of sight (`visible_to`) wherever somebody looks, or stand in a table."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

ROOMS = ("employers", "jobplaneten", "matching", "youth")
FACES = ("views", "api", "home", "feeds.py", "ledger.py")
"""Where somebody looks: files and folders of these names. What the night and the deeds read is for nobody's eyes."""

BESIDE = {
    "of a youth, a job or a match that has been seen through the line of sight, or is one's own": {
        "jobplaneten/families/views/staff.py family": 2,
        "jobplaneten/keeping/views.py leaving": 1,
        "jobplaneten/home/next_steps/youth.py job": 1,
        "jobplaneten/keepsakes/views/work.py recommendation": 1,
        "jobplaneten/keepsakes/views/work.py read_first": 1,
        "jobplaneten/searching/views/staff.py jobs_for": 1,
        "jobplaneten/searching/views/young.py hearts_of": 1,
        "jobplaneten/searching/views/young.py job": 2,
        "jobplaneten/searching/views/young.py heart": 1,
        "jobplaneten/searching/views/young.py favourites": 1,
        "jobplaneten/steps/views/staff.py of_youth": 1,
        "matching/views/answering.py phones_of": 1,
        "matching/views/morning.py by_who_waits": 1,
        "matching/views/morning.py morning_of": 2,
        "matching/views/next_best.py next_best": 2,
        "matching/views/proposals.py alternatives": 1,
        "jobplaneten/home/views/seen.py names_of": 2,
    },
    "of the child, found through the guardianship": {
        "jobplaneten/families/views/calendar.py children_s_shifts": 1,
        "jobplaneten/families/views/guardian.py jobs_of": 1,
        "jobplaneten/families/views/guardian.py child": 1,
        "jobplaneten/families/views/guardian.py own_job": 1,
        "jobplaneten/families/views/guardian.py job": 1,
    },
    "what anybody may read": {
        "employers/views/wages.py wages": 1,
        "employers/views/wages.py agreement": 1,
        "jobplaneten/home/views/law.py open_posts": 1,
        "jobplaneten/home/views/public.py how_we_match": 1,
        "jobplaneten/home/views/public.py night_and_mail": 2,
        "jobplaneten/rights/views.py job": 1,
    },
    "whoever holds the key, or has just come in": {
        "employers/views/invited.py invited": 1,
        "employers/views/public.py joined": 1,
        "jobplaneten/families/views/coming_in.py open_invitation": 1,
        "youth/views/inviting.py invited": 1,
    },
    "the town's, counted or sorted by those who answer for all of it": {
        "jobplaneten/accounts/views/terms.py counted": 1,
        "jobplaneten/home/counts.py CoordinatorCounts.of": 4,
        "jobplaneten/home/counts.py to_review": 2,
        "jobplaneten/messaging/views.py given_up": 1,
        "jobplaneten/messaging/views.py try_again": 1,
    },
    "by the mentor or the areas of whoever asks": {
        "jobplaneten/home/counts.py MentorCounts.of": 1,
        "youth/api/youths.py Youths.asking": 1,
        "youth/views/staff.py asking": 1,
    },
    "only whether it was there once": {
        "matching/api/candidates.py Candidates.to_move": 1,
        "matching/views/employer.py card_to_answer": 1,
    },
    "narrowed by `Visible.get_queryset`": {
        "employers/api/employers.py Employers": 1,
        "employers/api/posts.py Posts": 1,
        "employers/api/wages.py Agreements": 1,
        "jobplaneten/placements/api.py Placements": 1,
        "matching/api/candidates.py Candidates": 1,
        "matching/api/matches.py Matches": 1,
        "matching/api/runs.py Runs": 1,
        "youth/api/wishes.py Wishes": 1,
        "youth/api/youths.py Youths": 1,
    },
}
"""Why, and in which function how often, rows are taken without a line of sight."""


def with_sight() -> set[str]:
    return {model.__name__ for model in apps.get_models() if hasattr(model._default_manager.all(), "visible_to")}


def faces(base: Path) -> Iterator[Path]:
    for room in ROOMS:
        for file in sorted((base / room).rglob("*.py")):
            parts = {*file.relative_to(base).parts, file.stem}
            if parts & set(FACES) and "demo" not in parts:
                yield file


def beside(tree: ast.Module, models: set[str]) -> Counter[str]:
    """By function, how often it takes rows from a table without a line of sight."""
    found: Counter[str] = Counter()
    for name, node in functions(tree):
        for chain in chains(node):
            if chain[1:2] == ["objects"] and chain[0] in models and "visible_to" not in chain:
                found[name] += 1
    return found


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Of a class, each function by itself and what stands beside them."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, ast.FunctionDef))
            yield from ((node.name, one) for one in node.body if not isinstance(one, ast.FunctionDef))
        else:
            yield getattr(node, "name", "-"), node


def chains(node: ast.AST) -> Iterator[list[str]]:
    """`Youth.objects.visible_to(user).first()` is Youth, objects, visible_to, first."""
    inner = {id(below) for one in ast.walk(node) if (below := within(one)) is not None}
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute | ast.Call) and id(one) not in inner:
            yield names_of(one)


def within(node: ast.AST) -> ast.expr | None:
    return node.value if isinstance(node, ast.Attribute) else node.func if isinstance(node, ast.Call) else None


def names_of(node: ast.expr) -> list[str]:
    below = within(node)
    before = names_of(below) if below is not None else []
    if isinstance(node, ast.Name):
        return [node.id]
    return [*before, node.attr] if isinstance(node, ast.Attribute) else before


def all_beside(base: Path) -> dict[str, int]:
    models = with_sight()
    return {
        f"{file.relative_to(base).as_posix()} {name}": count
        for file in faces(base)
        for name, count in beside(ast.parse(file.read_text(encoding="utf-8")), models).items()
    }
