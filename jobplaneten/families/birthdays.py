from datetime import date


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody turns that old: 1 March in a common year for those of 29 February."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)
