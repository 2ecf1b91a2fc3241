"""Workflows as tables: who may take what from where to where."""

from collections.abc import Iterable
from dataclasses import dataclass


class MoveRefused(Exception):
    """A move that the table does not allow, or that somebody else was quicker to make.

    `message` is a sentence for the person who tried.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Move:
    name: str
    sources: frozenset[str]
    target: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Workflow:
    """A closed table of moves. `moves_from` decides the buttons, `take` guards the actions."""

    name: str
    moves: tuple[Move, ...]
    too_late: str = "Det kan ikke lade sig gøre længere. En anden har måske været hurtigere."

    def move(self, name: str) -> Move:
        for move in self.moves:
            if move.name == name:
                return move
        raise KeyError(f"{self.name} has no move {name!r}")

    def moves_from(self, state: str, roles: Iterable[str]) -> list[Move]:
        held = frozenset(roles)
        return [m for m in self.moves if state in m.sources and m.roles & held]

    def take(self, name: str, state: str) -> str:
        """The state that the move leads to; MoveRefused when it cannot be made from `state`."""
        move = self.move(name)
        if state not in move.sources:
            raise MoveRefused(self.too_late)
        return move.target


def move(name: str, sources: Iterable[str], target: str, roles: Iterable[str]) -> Move:
    return Move(name, frozenset(map(str, sources)), str(target), frozenset(map(str, roles)))
