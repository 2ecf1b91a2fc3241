"""The groups that the law divides young people into.

The ages below name the groups, so they are words here and not figures of the book: were the law to move one
of them, the groups themselves would be others.
"""

from enum import StrEnum

CHILD_FROM = 13
YOUTH_FROM = 15
ADULT_FROM = 18


class Group(StrEnum):
    UNDER_13 = "U13"
    CHILD = "A"
    CHILD_FINISHED = "A2"
    PUPIL = "B"
    YOUTH = "C"
    ADULT = "18"


CHILDREN = frozenset({Group.CHILD, Group.CHILD_FINISHED})
PUPILS = frozenset({Group.CHILD, Group.PUPIL})
LIGHT_WORK_ONLY = CHILDREN | PUPILS
YOUTHS = frozenset({Group.YOUTH})
MINORS = LIGHT_WORK_ONLY | YOUTHS
TOO_YOUNG = frozenset({Group.UNDER_13})

# The four groups for which a post is judged, each by its youngest: age and whether still in compulsory schooling.
POST_GROUPS = {
    "13-14": (CHILD_FROM, True),
    "15-17_in_compulsory_school": (YOUTH_FROM, True),
    "15-17_finished": (YOUTH_FROM, False),
    "18": (ADULT_FROM, False),
}


def kind_of(age: int, in_compulsory_school: bool) -> Group:
    if age >= ADULT_FROM:
        return Group.ADULT
    if age >= YOUTH_FROM:
        return Group.PUPIL if in_compulsory_school else Group.YOUTH
    if age >= CHILD_FROM:
        return Group.CHILD if in_compulsory_school else Group.CHILD_FINISHED
    return Group.UNDER_13


def group_of(age: int, in_compulsory_school: bool) -> str:
    """The key of `judge_groups` that answers for this youth, or "under_13", for whom no post is judged.

    A 13- or 14-year-old who has finished school shares the answer of those who have not: it is the stricter.
    """
    if age < CHILD_FROM:
        return "under_13"
    if age >= ADULT_FROM:
        return "18"
    if age < YOUTH_FROM:
        return "13-14"
    return "15-17_in_compulsory_school" if in_compulsory_school else "15-17_finished"
