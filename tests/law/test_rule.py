"""How a rule is made of a small function: what it is asked about, whom it binds, and what it leaves unsaid."""

from dataclasses import replace

from jobplaneten.law.book import BOOK, Entry
from jobplaneten.law.facts import Config, Hire, Youth
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import ADULT_FROM, CHILDREN, MINORS, YOUTHS, Group
from jobplaneten.law.rules import RULES
from jobplaneten.law.rules.rule import per_day, per_person, per_week
from jobplaneten.law.week import Day, Person, Terms, Week, week_of
from tests.law.jobs import CHILD, NOW, YOUTH, free, shop

LAW = BOOK.on(NOW)
ENTRY = LAW.entries["R-SUNDAY"]
A_CHILD, A_YOUTH, AN_ADULT = Person(13, Group.CHILD), Person(16, Group.YOUTH), Person(ADULT_FROM, Group.ADULT)


def week(youth: Youth = YOUTH) -> Week:
    job = shop(free("mon", "10:00", "11:00"), free("tue", "10:00", "11:00"))
    return week_of(youth, job, "post", LAW, Hire(), Config())


def mixed() -> Week:
    """Monday as a child, Tuesday as a youth; on Wednesday the child works for somebody else."""
    monday, tuesday = week().days
    monday = replace(monday, person=A_CHILD)
    elsewhere = replace(monday, weekday=2)
    return replace(
        week(),
        days=(monday, tuesday),
        all_days=(monday, tuesday, elsewhere),
        people=(A_CHILD, A_YOUTH),
        groups=frozenset({Group.CHILD, Group.YOUTH}),
    )


def tell_day(day: Day, week: Week, entry: Entry) -> Finding | None:
    """About a day."""
    return entry.finding(figure=day.weekday, limit=week.minutes)


def tell_person(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """About a person."""
    return entry.finding(figure=person.age, limit=sum(shift.work for shift in terms.job.shifts))


def tell_week(week: Week, entry: Entry) -> Finding | None:
    """About a week."""
    return entry.finding(figure=week.stage, limit=week.minutes)


def figures(found: list[Finding]) -> list[float | str | None]:
    """Each has heard of the week, too."""
    assert all(finding.limit == week().minutes for finding in found)
    return [finding.figure for finding in found]


def test_a_rule_of_days_asks_of_every_day_of_somebody_it_binds() -> None:
    rule = per_day("X-DAY", CHILDREN)(tell_day)
    assert (rule.id, rule.binds, rule.says, rule.danger) == ("X-DAY", CHILDREN, "About a day.", False)
    assert figures(rule.ask(mixed(), ENTRY)) == [0]
    assert figures(per_day("X-DAY", MINORS)(tell_day).ask(mixed(), ENTRY)) == [0, 1]
    assert rule.ask(week(), ENTRY) == []


def test_a_rule_of_all_work_asks_of_the_days_elsewhere_too() -> None:
    assert figures(per_day("X-DAY", CHILDREN, all_work=True)(tell_day).ask(mixed(), ENTRY)) == [0, 2]


def test_a_rule_of_people_asks_of_each_that_it_binds() -> None:
    rule = per_person("X-PERSON", YOUTHS)(tell_person)
    assert (rule.id, rule.binds, rule.says, rule.danger) == ("X-PERSON", YOUTHS, "About a person.", False)
    assert figures(rule.ask(mixed(), ENTRY)) == [16]
    assert rule.ask(week(CHILD), ENTRY) == []
    assert per_person("X-PERSON", YOUTHS, danger=True)(tell_person).danger is True


def test_a_rule_of_weeks_is_asked_once_when_it_binds_anybody_in_it() -> None:
    rule = per_week("X-WEEK", YOUTHS)(tell_week)
    assert (rule.id, rule.binds, rule.says, rule.danger) == ("X-WEEK", YOUTHS, "About a week.", False)
    assert figures(rule.ask(mixed(), ENTRY)) == ["post"]
    assert rule.ask(week(CHILD), ENTRY) == []


def test_what_has_nothing_to_say_says_nothing() -> None:
    """And so does the docstring that is not there."""

    def silent(_one: object, _two: object, _three: object = None) -> Finding | None:
        return None

    made = [per_day("X", MINORS)(silent), per_person("X", MINORS)(silent), per_week("X", MINORS)(silent)]
    assert [rule.ask(mixed(), ENTRY) for rule in made] == [[], [], []]
    assert [rule.says for rule in made] == ["", "", ""]


# Whom each rule binds, by the house's short names: A 13-14 in school, A2 13-14 finished, B 15-17 in school,
# C 15-17 finished. Written out here, so that no rule changes hands unseen.
BINDS = """
U13: SCOPE-01 SCOPE-02
A B: T-DAY-SCHOOL-2 T-WEEK-SCHOOL-12
A A2: T-DAY-FREE-7 T-WEEK-FREE-35
B: T-DAY-FREE-8 T-WEEK-FREE-40
C: T-DAY-8 T-WEEK-40 N-YOUTH-WINDOW N-ABS-24-04 R-REST-12 ALC-02 ALC-03 MACH-03 MACH-04 CHEM-04
A A2 B: N-CHILD-20-06 R-REST-14 TASK-LIGHT TASK-IDCHECK ALC-01 MACH-01 CHEM-01 PARENT-01
A A2 B C: T-ADULT-CAP T-BREAK-30 T-CONTIG R-DAYSOFF-2 R-DAYSOFF-CONSEC R-SUNDAY ALONE-01 ALONE-02 ALONE-03 PSY-01
A A2 B C: MACH-02 MACH-05 CHEM-02 CHEM-03 LIFT-01 LIFT-02 LIFT-03 INSTR-01
A A2 B C: PHYS-01 PHYS-02 PHYS-03 PHYS-04 PHYS-05 PHYS-06
"""
# The rules that tell harmful work from harmless, for the occasional hand in a private home.
DANGER = """
ALONE-02 TASK-LIGHT PSY-01 MACH-01 MACH-03 MACH-04 MACH-05 CHEM-01 CHEM-03 CHEM-04 LIFT-01 LIFT-02
PHYS-01 PHYS-02 PHYS-03 PHYS-04 PHYS-05 PHYS-06
"""


def test_each_rule_binds_whom_it_should() -> None:
    expected = {
        rule: frozenset(Group(short) for short in whom.split())
        for whom, rules in (line.split(":") for line in BINDS.split("\n") if line)
        for rule in rules.split()
    }
    assert {rule.id: rule.binds for rule in RULES} == expected


def test_the_rules_of_danger_are_these() -> None:
    assert {rule.id for rule in RULES if rule.danger} == set(DANGER.split())
