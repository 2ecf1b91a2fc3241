"""What an employer types in the form for a post."""

from typing import Any


def typed_post(**changes: Any) -> dict[str, Any]:
    return {
        "title": "Hjælp i butikken",
        "category": "butik",
        "workplace": "shop",
        "chores": ["sort_goods", "price_marking"],
        "text": "Du hjælper Karen med varerne.",
        "steps": ["1", "2"],
        "age_from": "13",
        "age_to": "18",
        "help": "2",
        "adult_on_site": "Karen",
        "starts_on": "2026-12-01",
        "ends_on": "",
        "seats": "1",
        "spot": "torvet",
        "postcode": "",
        "place": "",
        "pay_hour": "70",
        "payer": "employer",
        "lift_kg": "5",
        "machines": "none",
        "chemicals": "none",
        "alcohol": "none",
        "circumstances": ["indoor", "together"],
        "expectations": "Vær frisk",
        **rows("shifts", {"weekday": "1", "starts": "15:30", "ends": "17:30", "break_minutes": ""}),
        **rows("needs", {"skill": "on_time", "level": "2"}),
    } | changes


def rows(prefix: str, *typed: dict[str, str]) -> dict[str, str]:
    counts = {f"{prefix}-TOTAL_FORMS": str(len(typed)), f"{prefix}-INITIAL_FORMS": "0"}
    return counts | {f"{prefix}-{n}-{name}": value for n, row in enumerate(typed) for name, value in row.items()}


def bare_post(**changes: Any) -> dict[str, Any]:
    """As little as a draft can be."""
    kept = ("seats", "age_from", "age_to", "payer", "lift_kg", "machines", "chemicals", "alcohol")
    least = {name: value for name, value in typed_post().items() if name in kept}
    return least | rows("shifts") | rows("needs") | {"title": "En idé"} | changes
