"""What a post begins with before anything is saved: nothing, a starter of the trade, an old post, or itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from employers.models import Employer, Need, Post, Shift
from employers.starters import Starter

# All but the days, which belong to one round of a job and not to the next, and where an imported post came from.
COPIED = [
    "employer", "title", "category", "workplace", "chores", "text", "circumstances", "expectations", "step_from",
    "step_to", "age_from", "age_to", "help", "adult_on_site", "is_alone", "lift_kg", "machines", "chemicals",
    "alcohol", "has_quick_help", "dangers", "postcode", "place", "latitude", "longitude", "seats", "pay_hour",
    "payer", "agreement",
]  # fmt: skip
OF_A_SHIFT = ["weekday", "starts", "ends", "break_minutes"]


@dataclass(frozen=True, slots=True)
class Beginning:
    post: Post
    shifts: Sequence[Shift] = ()
    needs: Sequence[Need] = ()


def kept(post: Post) -> Beginning:
    return Beginning(post, list(post.shifts.order_by("weekday", "starts")), list(post.needs.order_by("pk")))


def again(post: Post) -> Beginning:
    """The same job once more, with days of its own."""
    old = kept(post)
    said = {name: getattr(post, name) for name in COPIED}
    shifts = [Shift(**{name: getattr(row, name) for name in OF_A_SHIFT}) for row in old.shifts]
    return Beginning(Post(**said), shifts, [Need(skill=need.skill, level=need.level) for need in old.needs])


def started(starter: Starter, employer: Employer | None) -> Beginning:
    """The starter's job at the employer's own place."""
    said = {name: value if isinstance(value, list | int) else str(value) for name, value in starter.said.items()}
    post = Post(
        **said,
        employer=employer,
        age_from=starter.ages[0],
        age_to=starter.ages[1],
        step_from=starter.steps[0],
        step_to=starter.steps[1],
        help=starter.help,
        place=(employer.address or employer.name)[:80] if employer else "",
        postcode=employer.postcode if employer else "",
    )
    shifts = [Shift(weekday=day, starts=starts, ends=ends) for day, (starts, ends) in starter.week]
    return Beginning(post, shifts, [Need(skill=skill) for skill in starter.needs])
