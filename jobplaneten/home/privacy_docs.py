"""The papers on personal data that can be made from what the house knows: what is kept, how long, and the risks."""

from jobplaneten.home.security_docs import Row, register
from jobplaneten.keeping.book import BOOK, Page
from jobplaneten.keeping.retention import LEAVING, PASSING

LEVELS = {1: "low", 2: "medium", 3: "high"}
OPENING = """\
# Record of processing activities

Made by `manage.py write_docs` from `jobplaneten/keeping/book.py`, `retention.py` and `docs/security/processing.toml`.
A test sees to it that every row that may be about a youth stands here.

**Controller**: whoever runs the service (its name and contact stand under *Om Jobplaneten*; the contact of a data
protection officer has to be filled in by the operator). **Processors**: whoever hosts it, the mail server, the SMS
provider. The program itself calls nobody else and has no advertising. **About whom**: youths of 13 to 18 years,
their guardians, mentors, coordinators, employers and their people. **Special categories**: none is asked for; free
text is short and read by a mentor. **Security**: [security.md](security.md).

## What is kept of a youth

Besides these the youth's own row: name, birthday, area, school, year, wishes, dream, ways of travel, one line,
protection of name and address. Grounds are the programme's reading of article 6 and need the operator's lawyer.

| what | why | ground | who sees it | when the youth is forgotten |
|---|---|---|---|---|"""

BEFORE_RISKS = """\
# Impact assessment (GDPR article 35)

Made by `manage.py write_docs` from `docs/security/risks.toml` and `abuse.toml`.
It is filled in for the product as it is. Whoever runs it has to read it, correct what is different, ask youths and
guardians, hear the data protection officer, and sign and date it before the first real youth.

## Why one is needed

Children in a weak position, profiling for work, many data of few people in a small town: three of the criteria of the
European supervisors; one pair is enough.

## What happens

A youth tells a profile. At night rules and a model propose jobs; a mentor reads each proposal; the youth says yes or
no; only then an employer sees a card. [processing.md](processing.md) lists what is kept, why and by whom it is seen;
[workflows.md](workflows.md) who may do what; [matching.md](matching.md) what the model knows.

## Needed and fitting?

- *Less would not do*: times, age, way and skills are what the law and a job ask for. Address, CPR number, health,
  origin, sex and pictures are not asked for.
- *The ground*: consent of the guardian under 15 and of the youth from 15, taken back with one press; for what the law
  asks of employers and of us, legal duty. Datatilsynet held in May 2022 that a municipality cannot rest AI profiling of
  jobseekers on consent: a municipality that runs this needs a ground in law of its own, and its lawyer's word.
- *Rights*: what is known can be taken home, mended and erased without a ticket; who has looked stands on a page.
- *No automatic decision*: a mentor decides (article 22); the computer can be turned off by a coordinator.

## Risks

As they stand with what is built, by the programme's own judgement. The cases are those of [security.md](security.md),
with the tests behind each; a case that is *still open* has a part that is not built or not proven.
"""

AFTER_RISKS = """
## What is left to do before real youths

- the open parts above, R09 first: encrypted backups, a role in the database for each part;
- an agreement with each processor; a lawyer's reading of the grounds and of the law book's doubts;
- youths, guardians and an employer asked about this paper; a person's reading of the translations;
- a date for the next look: each new release that changes this page, and at least once a year.
"""


def processing() -> str:
    told = {page["model"]: page for page in register("processing")["page"]}
    lines = [OPENING]
    lines += [line_of(page, told.get(page.model, {})) for page in BOOK]
    lines += [
        "",
        "## How long",
        "",
        "| what | told first, days | then |",
        "|---|---|---|",
        *(
            f"| a youth: {str(row.why.name).lower().replace('_', ' ')} | {row.grace.days} | forgotten |"
            for row in LEAVING
        ),
        *(f"| {row.name.replace('_', ' ')} | – | deleted |" for row in PASSING),
        "",
        "The lengths stand in [operations.md](operations.md#how-long-what-is-kept). The trail says who did or read",
        "what about whom, by number, for five years: article 5, 2 asks us to be able to show it.",
        "",
    ]
    return "\n".join(lines)


def line_of(page: Page, told: Row) -> str:
    gone = f"emptied of {', '.join(page.blank)}, kept for counting" if page.blank else "deleted"
    if page.is_kept and not page.blank:
        gone = "kept for counting, by number"
    return (
        f"| `{page.model}` | {told.get('why', '–')} | {told.get('basis', '–')} | {told.get('seen_by', '–')} | {gone} |"
    )


def risks() -> list[str]:
    cases = {case["id"]: case for case in register("abuse")["case"]}
    lines = ["| | risk | likely | bad | what holds it down | tests | still open |", "|---|---|---|---|---|---|---|"]
    for risk in register("risks")["risk"]:
        of_it = [cases[number] for number in risk["cases"]]
        tests = {test for case in of_it for test in case.get("tests", [])}
        still_open = [case["id"] for case in of_it if case.get("open")]
        held = ", ".join(risk["cases"])
        levels = f"{LEVELS[risk['likely']]} | {LEVELS[risk['bad']]}"
        lines.append(
            f"| {risk['id']} | {risk['what']} | {levels} | {held} | {len(tests)} | {', '.join(still_open) or '–'} |"
        )
    return lines


def impact() -> str:
    return "\n".join([BEFORE_RISKS, *risks(), AFTER_RISKS])
