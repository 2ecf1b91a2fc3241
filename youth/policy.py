"""What the programme asks for beyond the law, each as a switch with dates: a change is one more line, never an edit."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Switch:
    """(from when, on or off), the oldest first; before the first date it is off."""

    turns: tuple[tuple[date, bool], ...]

    def is_on(self, day: date) -> bool:
        turned = [on for begins, on in self.turns if begins <= day]
        return bool(turned) and turned[-1]


BEGAN = date(2021, 7, 1)

# The law asks that parents are told. That they are asked under 15, and sign under 18, is the programme's own choice.
GUARDIAN_YES_UNDER_15 = Switch(((BEGAN, True),))
COSIGN_UNDER_18 = Switch(((BEGAN, True),))
# Article 8 of the GDPR with the Danish act's age: from 15 (since January 2024) a yes to a digital service is one's own.
OWN_YES_FROM_15 = Switch(((BEGAN, True),))
