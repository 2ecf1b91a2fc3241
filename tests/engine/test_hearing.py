"""What a text says no to is no wish."""

import pytest

from jobplaneten import suggesting

NOTHING: list[str] = []


@pytest.mark.parametrize(
    ("text", "wished", "refused"),
    [
        ("ikke noget med børn", NOTHING, ["with_children"]),
        ("Jeg vil gerne være sammen med dyr, men ikke noget med børn", ["with_animals"], ["with_children"]),
        ("mad og ikke børn", ["food"], ["with_children"]),
        ("ikke børn, ældre eller dyr", NOTHING, ["with_animals", "with_children", "with_elderly"]),
        ("Jeg vil ikke passe børn, hellere dyr", ["with_animals"], ["with_children"]),
        ("Jeg kan ikke lide børn og elsker dyr", ["with_animals"], ["with_children"]),
        ("Børn er ikke noget for mig", NOTHING, ["with_children"]),
        ("Børn gider jeg ikke", NOTHING, ["with_children"]),
        ("børn vil jeg ikke passe", NOTHING, ["with_children"]),
        ("Rengøring er kedeligt. Jeg elsker at bage", ["food"], ["tidy"]),
        ("Jeg vil hellere arbejde ude end inde", ["outdoor"], ["indoor"]),
        ("Jeg er bange for hunde", NOTHING, ["with_animals"]),
        # These sound like a no and are none.
        ("Jeg er ikke bange for hunde", ["with_animals"], NOTHING),
        ("ikke kun børn", ["with_children"], NOTHING),
        ("jeg ved ikke, måske lave mad", ["food"], NOTHING),
        ("uden kunder", ["behind"], NOTHING),
        ("ingen stress", ["calm"], NOTHING),
        ("ikke", NOTHING, NOTHING),
    ],
)
def test_a_no_is_heard_as_a_no(text: str, wished: list[str], refused: list[str]) -> None:
    finder = suggesting.circumstances()
    assert sorted(finder.suggest(text, 5)) == wished
    assert sorted(finder.suggest_against(text, 5)) == refused


def test_a_dream_that_is_refused_is_no_dream() -> None:
    assert suggesting.dream_fields().suggest("Jeg vil ikke være læge") == []
    assert suggesting.dream_fields().suggest("ikke læge, men politi") == ["safety"]
