"""From a record to what a draft can hold, with a note of everything that was guessed."""

import re
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from employers.importing.lines import Unusable
from employers.importing.towns import postcode_of, whereabouts
from employers.importing.words import CATEGORIES, CHORES, WORKPLACE_OF, WORKPLACES
from employers.models import Payer
from jobplaneten.chores import Chore
from jobplaneten.similar import TagFinder
from jobplaneten.trades import Category

KINDS = {"ad", "reported_job", "programme_job"}
NO_POSTS = {
    "self_offer": "a youth offers to work; it is no job post",
    "trap": "a bad example that the law forbids; it is no job post",
    "regulator_example": "an authority's example of a task; nobody offers the job",
}
TITLE, TEXT, SHORT, PLACE, URL, DATE = 80, 1500, 300, 80, 500, 20
YOUNGEST, OLDEST = 13, 18
CHORE_FLOOR, WORKPLACE_FLOOR, CATEGORY_FLOOR = 0.5, 0.55, 0.35
HALF_SURE, UNSAID = 0.5, 0.25
PAYERS = {"kommune": Payer.MUNICIPALITY, "helhedsplan": Payer.PROGRAMME, "sponsor": Payer.PROGRAMME}
TOLD = {
    "schedule": "Tid",
    "duration": "Varighed",
    "season": "Sæson",
    "pay_note": "Om lønnen",
    "employer": "Sted",
    "support": "Støtte",
    "legal_note": "Om reglerne",
}


@dataclass(slots=True)
class Draft:
    values: dict[str, Any] = field(default_factory=dict)
    guesses: dict[str, float] = field(default_factory=dict)

    def put(self, name: str, value: Any, sureness: float = 1.0) -> None:
        self.values[name] = value
        if sureness < 1:
            self.guesses[name] = round(sureness, 2)


class Reader:
    """Holds the fitted finders, so that a file of many lines fits them once."""

    def __init__(self) -> None:
        self.chores = TagFinder(CHORES)
        self.categories = TagFinder(CATEGORIES)
        self.workplaces = TagFinder(WORKPLACES)

    def draft(self, record: dict[str, Any]) -> Draft:
        """Raises Unusable when the record is no job post or too little is said to make one."""
        refuse_other_kinds(record)
        draft = Draft()
        draft.put("title", shortened(text_of(record, "title"), TITLE))
        if not draft.values["title"]:
            raise Unusable("the title is missing")
        self.put_category(draft, record)
        self.put_workplace(draft, record)
        self.put_chores(draft, record)
        put_ages(draft, record)
        put_step_and_seats(draft, record)
        put_pay(draft, record)
        put_place(draft, record)
        put_words(draft, record)
        put_source(draft, record)
        return draft

    def put_category(self, draft: Draft, record: dict[str, Any]) -> None:
        said = text_of(record, "category")
        if said in Category.values:
            draft.put("category", said)
            return
        found = self.categories.suggest(said, top=1, floor=CATEGORY_FLOOR)
        if not found:
            raise Unusable("the category is unknown" if said else "the category is missing")
        draft.put("category", *found[0])

    def put_workplace(self, draft: Draft, record: dict[str, Any]) -> None:
        said = f"{draft.values['title']} {text_of(record, 'employer')}"
        found = self.workplaces.suggest(said, top=1, floor=WORKPLACE_FLOOR)
        guess = found[0] if found else WORKPLACE_OF.get(draft.values["category"])
        if guess is not None:
            draft.put("workplace", str(guess[0]), guess[1])

    def put_chores(self, draft: Draft, record: dict[str, Any]) -> None:
        """A task that resembles no tag is `other`: its words stand in the text, and a person decides."""
        chosen: dict[str, float] = {}
        for task in texts_of(record, "tasks"):
            for code, near in self.chores_in(task) or [(Chore.OTHER.value, UNSAID)]:
                chosen[code] = max(near, chosen.get(code, 0))
        if chosen:
            draft.put("chores", list(chosen), min(min(chosen.values()), 0.99))

    def chores_in(self, task: str) -> list[tuple[str, float]]:
        """The nearest tag of the whole, and of each part of »this one, that one and the other«.

        A part of one word says too little by itself: »fylde« may be shelves, bags or a machine.
        """
        parts = {task, *(part for part in re.split(r",| og | eller ", task) if len(part.split()) > 1)}
        return [near for part in sorted(parts) for near in self.chores.suggest(part, top=1, floor=CHORE_FLOOR)]


def refuse_other_kinds(record: dict[str, Any]) -> None:
    kind = text_of(record, "kind")
    if kind in NO_POSTS:
        raise Unusable(f"kind {kind}: {NO_POSTS[kind]}", is_broken=False)
    if kind not in KINDS:
        raise Unusable("the kind is unknown" if kind else "the kind is missing")


def put_ages(draft: Draft, record: dict[str, Any]) -> None:
    least, most = whole(record, "age_min", 0, 120), whole(record, "age_max", 0, 120)
    first, last = max(least or YOUNGEST, YOUNGEST), min(OLDEST if most is None else most, OLDEST)
    if first > last:
        raise Unusable("the ages are outside 13-18", is_broken=False)
    draft.put("age_from", first, UNSAID if least is None else 1.0)
    draft.put("age_to", last, UNSAID if most is None else 1.0)


def put_step_and_seats(draft: Draft, record: dict[str, Any]) -> None:
    step, seats = whole(record, "step_hint", 1, 4), whole(record, "headcount", 1, 50)
    if step is not None:
        draft.put("step_from", step)
        draft.put("step_to", step)
        draft.guesses["steps"] = HALF_SURE
    if seats is not None:
        draft.put("seats", seats, HALF_SURE)


def put_pay(draft: Draft, record: dict[str, Any]) -> None:
    """Pay by age becomes the lowest of them, so that nobody is promised too much."""
    said = record.get("pay_dkk_hour")
    amounts = [amount for amount in (said.values() if isinstance(said, dict) else [said]) if is_amount(amount)]
    if amounts:
        draft.put("pay_hour", round(min(amounts), 2), HALF_SURE if len(amounts) > 1 else 1.0)
    payer = text_of(record, "payer").lower()
    known = next((code for word, code in PAYERS.items() if word in payer), None)
    if known is not None:
        draft.put("payer", known.value, HALF_SURE if "payer" in texts_of(record, "inferred_fields") else 1.0)
    else:
        draft.guesses["payer"] = UNSAID


def put_place(draft: Draft, record: dict[str, Any]) -> None:
    """The place keeps its own words; only a place that we know gets a point and a postcode."""
    written = text_of(record, "place")
    draft.put("place", shortened(written, PLACE))
    found, sureness = whereabouts(written) if written else (None, 0.0)
    if found is not None:
        draft.put("latitude", found.latitude)
        draft.put("longitude", found.longitude)
        draft.put("postcode", postcode_of(found), sureness)


def put_words(draft: Draft, record: dict[str, Any]) -> None:
    tasks = "\n".join(f"- {task}" for task in texts_of(record, "tasks"))
    told = [f"{label}: {', '.join(texts_of(record, key))}" for key, label in TOLD.items() if texts_of(record, key)]
    hours = hours_in_words(whole(record, "hours_week_min", 0, 60), whole(record, "hours_week_max", 0, 60))
    draft.put("text", shortened("\n".join(filter(None, [tasks, *told, hours])), TEXT))
    draft.put("expectations", shortened(", ".join(texts_of(record, "requirements")), SHORT))


def hours_in_words(least: int | None, most: int | None) -> str:
    said = sorted({hours for hours in (least, most) if hours is not None})
    return f"Timer om ugen: {'-'.join(map(str, said))}" if said else ""


def put_source(draft: Draft, record: dict[str, Any]) -> None:
    """Only an address of the web becomes a link."""
    url = text_of(record, "source_url")
    is_web = url.startswith(("https://", "http://")) and len(url) <= URL and not any(map(str.isspace, url))
    draft.put("source_url", url if is_web else "")
    draft.put("source_date", text_of(record, "source_date")[:DATE])
    draft.put("source_raw", record)


def text_of(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def texts_of(record: dict[str, Any], key: str) -> list[str]:
    """The texts of a list, or of a lone text."""
    value = record.get(key)
    listed = value if isinstance(value, list) else [value]
    return [one.strip() for one in listed if isinstance(one, str) and one.strip()]


def whole(record: dict[str, Any], key: str, least: int, most: int) -> int | None:
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if least <= value <= most else None


def is_amount(value: Any) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 1 <= value <= 1000


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
