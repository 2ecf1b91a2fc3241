"""The question that everybody asks: may this young person do this job?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from jobplaneten.law.book import BOOK
from jobplaneten.law.facts import Config, Hire, Job, Stage, Youth
from jobplaneten.law.findings import Effect, Finding, Findings
from jobplaneten.law.groups import POST_GROUPS, Group
from jobplaneten.law.rules import rules_that_bind
from jobplaneten.law.rules.rule import Rule
from jobplaneten.law.week import Person, Week, week_of


def judge(
    youth: Youth,
    job: Job,
    stage: Stage,
    on: date,
    hire: Hire | None = None,
    config: Config | None = None,
) -> Findings:
    """All that the law of the day `on` has to say about one youth in one week of one job.

    At stage "post" what must be in place before the first shift is a warning; at stage "hire" it is a closed
    gate, opened by what `hire` says. Without `config` every uncertain rule is read strictly.
    Age and schooling are those of the youth in that week; for a placement with dates ask `judge_period`.
    Raises NoLawForDayError for a day before the book begins.
    """
    return judge_week(week_of(youth, job, stage, BOOK.on(on), hire or Hire(), config or Config()))


def judge_groups(
    job: Job, on: date, stage: Stage = "post", hire: Hire | None = None, config: Config | None = None
) -> dict[str, Findings]:
    """A post for each of the four groups, judged at the youngest age of the group."""
    return {
        name: judge(Youth(age, in_school), job, stage, on, hire, config)
        for name, (age, in_school) in POST_GROUPS.items()
    }


def judge_week(week: Week) -> Findings:
    if is_exempt(week):
        return Findings((week.law.entries["SCOPE-03"].finding(),))
    of_the_job = _of_the_job(week)
    answers = (
        of_the_job.get(rule, ()) if rule.knows_no_days else rule.ask(week, entry)
        for rule, entry in rules_that_bind(week.law, week.groups)
    )
    found = [finding for answer in answers for finding in answer]
    if len(week.people) > 1:
        found = [finding for place, finding in enumerate(found) if finding not in found[:place]]
    return Findings(tuple(found))


def _of_the_job(week: Week) -> Mapping[Rule, list[Finding]]:
    """What is said without a look at the days: asked once for all weeks in which these people do the job."""
    whose = (week.law, week.people)
    if whose not in week.remembered:
        rules = rules_that_bind(week.law, frozenset(person.group for person in week.people))
        answers = {rule: rule.ask(week, entry) for rule, entry in rules if rule.knows_no_days}
        week.remembered[whose] = {rule: answer for rule, answer in answers.items() if answer}
    return week.remembered[whose]


def is_exempt(week: Week) -> bool:
    """SCOPE-03: now and then in a private home, and harmless, which to whoever may do light work only means light.

    Whether it could cover a job that comes back every week is doubted; such a job is not `occasional`.
    """
    is_private = week.job.employer_type in week.law.entries["SCOPE-03"].words("employers")
    concerns_a_minor = any(person.group is not Group.ADULT for person in week.people)
    return is_private and week.job.occasional and concerns_a_minor and _is_harmless(week)


def _is_harmless(week: Week) -> bool:
    """No rule of danger stands in the way. What is harmful to a 13-year-old is so to those who are younger."""
    people = tuple(Person(one.age, Group.CHILD) if one.group is Group.UNDER_13 else one for one in week.people)
    as_children = replace(week, people=people)
    groups = frozenset(one.group for one in people)
    return not any(
        finding.effect is not Effect.WARN
        for rule, entry in rules_that_bind(week.law, groups)
        if rule.danger
        for finding in rule.ask(as_children, entry)
    )
