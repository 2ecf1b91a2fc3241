import string
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from jobplaneten.law.book import BOOK, Book
from jobplaneten.law.facts import Alcohol, Config, Job, Machine, Shift
from jobplaneten.law.rules import RULES
from jobplaneten.law.wording import SENTENCES
from tests.law.jobs import CHILD, NOW, PUPIL, SHOP, TWELVE, YOUTH, ask, broken, shop, warned

ONE_DAY = timedelta(days=1)
JULY_2025 = date(2025, 7, 1)
JANUARY_2025 = date(2025, 1, 1)
JANUARY_2026 = date(2026, 1, 1)
SMALL_BOOK = """
[book]
begins = 2024-01-01
[source]
act = { url = "https://example.org/act", date = "2024" }
[switch.use_shorter_day]
rule = "T-DAY-8"
default = false
opens = "A shorter day."
doubt = "Who would want it?"
strict = "The longer day."
[[light_work]]
source = "act"
confidence = "high"
tags = ["tidying"]
[[light_work]]
from = 2025-01-01
until = 2025-12-31
source = "act"
confidence = "high"
tags = ["juggling"]
[[rule.T-DAY-8]]
source = "act"
confidence = "high"
hours = 8
[[rule.T-DAY-8]]
from = 2025-06-01
until = 2025-06-30
source = "act"
confidence = "low"
hours = 7.5
"""


def test_an_entry_holds_from_its_day_until_its_last_and_then_the_older_one_again() -> None:
    book = Book(SMALL_BOOK)
    days = [date(2024, 1, 1), date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [book.on(day).entries["T-DAY-8"].minutes() for day in days] == [480, 480, 450, 450, 480]


def test_an_entry_tells_all_that_is_said_of_it_and_is_silent_about_the_rest() -> None:
    said = """
[[rule.X-FULL]]
from = 2025-03-01
until = 2025-03-01
effect = "warn"
unit = "kg"
source = "act"
place = "§ 1"
confidence = "medium"
note = "Heard."
kg = 3
[[rule.X-BARE]]
source = "act"
confidence = "low"
"""
    full, bare = Book(SMALL_BOOK + said).entries[-2:]
    assert (full.rule, full.effect, full.unit, full.place, full.note) == ("X-FULL", "warn", "kg", "§ 1", "Heard.")
    assert (full.source, full.source_date, full.confidence) == ("https://example.org/act", "2024", "medium")
    assert (full.in_force_from, full.in_force_until) == (date(2025, 3, 1), date(2025, 3, 1))
    assert dict(full.figures) == {"kg": 3}
    assert (bare.effect, bare.unit, bare.place, bare.note) == ("block", "", "", "")
    assert (bare.in_force_from, bare.in_force_until, dict(bare.figures)) == (date(2024, 1, 1), None, {})


def test_an_entry_of_one_day_holds_on_that_day() -> None:
    said = """
[[rule.X-DAY]]
from = 2025-03-01
until = 2025-03-01
source = "act"
confidence = "low"
"""
    book = Book(SMALL_BOOK + said)
    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 2)]
    assert ["X-DAY" in book.on(day).entries for day in days] == [False, True, False]


def test_a_switch_knows_the_entries_that_it_opens() -> None:
    (switch,) = Book(SMALL_BOOK).switches
    assert (switch.name, switch.rule, switch.default) == ("use_shorter_day", "T-DAY-8", False)
    assert [entry.confidence for entry in switch.entries] == ["high", "low"]


def test_every_switch_of_a_case_is_in_the_book_with_its_doubt_and_comes_as_the_book_says() -> None:
    assert {switch.name: switch.default for switch in BOOK.switches} == asdict(Config())
    for switch in BOOK.switches:
        assert switch.entries
        assert switch.opens.endswith(".")
        assert switch.doubt.endswith(".")
        assert switch.strict.endswith(".")


def test_lists_of_light_work_add_up_while_they_hold() -> None:
    book = Book(SMALL_BOOK)
    assert book.on(date(2024, 12, 31)).light_work == {"tidying"}
    assert book.on(date(2025, 12, 31)).light_work == {"tidying", "juggling"}
    assert book.on(date(2026, 1, 1)).light_work == {"tidying"}


def test_the_law_between_two_changes_is_one_and_the_same() -> None:
    book = Book(SMALL_BOOK)
    assert book.on(date(2024, 1, 1)) is book.on(date(2024, 12, 31))
    assert book.on(date(2024, 12, 31)) is not book.on(date(2025, 1, 1))


def test_every_entry_that_can_be_broken_has_a_rule_and_every_rule_an_entry() -> None:
    silent = {entry.rule for entry in BOOK.entries if entry.effect in ("info", "modifier")}
    spoken = {entry.rule for entry in BOOK.entries} - silent
    assert {rule.id for rule in RULES} | {"SCOPE-03"} == spoken
    assert silent == {
        "SCOPE-04", "SCOPE-05", "PLAT-01", "SCHOOLING-END", "T-MULTI-EMP",
        "N-SECTOR-EXT", "R-SUMMER", "AMO-01", "SANC-01",
    }  # fmt: skip


def test_every_rule_has_its_sentence_and_says_what_it_is_about() -> None:
    assert {key.split()[0] for key in SENTENCES} == {rule.id for rule in RULES} | {"SCOPE-03"}
    assert all(rule.says for rule in RULES)


@pytest.mark.parametrize("sentence", SENTENCES.values())
def test_a_sentence_is_one_sentence_with_named_gaps(sentence: str) -> None:
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(sentence))


def test_before_july_2025_the_evening_ended_at_20_for_everyone() -> None:
    late = shop(Shift.at("fri", "17:00", "21:00"))
    assert broken(YOUTH, late, JULY_2025 - ONE_DAY) == ("N-YOUTH-WINDOW",)
    assert broken(YOUTH, late, JULY_2025) == ()
    sentence = next(iter(ask(YOUTH, late, JULY_2025 - ONE_DAY))).sentence
    assert sentence == "Unge under 18 år må kun arbejde kl. 06.00-20.00, men fredag er der arbejde kl. 17.00-21.00."


def test_the_trades_of_the_night_need_their_switch_before_and_after_the_change() -> None:
    late = shop(Shift.at("fri", "20:00", "24:00"), sector_night="hotel_restaurant_culture")
    for day in (JULY_2025 - ONE_DAY, JULY_2025):
        assert broken(YOUTH, late, day) == ("N-YOUTH-WINDOW",)
        assert broken(YOUTH, late, day, config=Config(use_sector_night_extensions=True)) == ()


def test_work_that_became_light_in_2025_was_not_light_before() -> None:
    till = shop(tasks=("light_checkout", "tidying"))
    assert broken(CHILD, till, JANUARY_2025 - ONE_DAY) == ("TASK-LIGHT",)
    assert broken(CHILD, till, JANUARY_2025) == ()


def test_checking_age_is_a_question_only_since_till_work_is_light() -> None:
    checks = shop(alcohol=Alcohol("retail_checkout", id_check_by_youth=True))
    assert broken(CHILD, checks, JANUARY_2025 - ONE_DAY) == ()
    assert broken(CHILD, checks, JANUARY_2025) == ("TASK-IDCHECK",)


def test_harmless_machines_opened_for_children_in_2025() -> None:
    softice = shop(machines=(Machine("harmless"), Machine("everyday")))
    assert broken(PUPIL, softice, JANUARY_2025 - ONE_DAY) == ("MACH-01",)
    assert broken(PUPIL, softice, JANUARY_2025) == ()


def test_a_guard_suffices_in_every_trade_since_2025() -> None:
    near = shop(machines=(Machine("hazard", operates=False, guarded_or_off=True),))
    assert broken(YOUTH, near, JANUARY_2025 - ONE_DAY) == ("MACH-05",)
    assert broken(YOUTH, near, JANUARY_2025) == ()


def test_mild_agents_opened_for_children_in_2025() -> None:
    mild = shop(chemicals="mild_unlabelled")
    assert broken(CHILD, mild, JANUARY_2025 - ONE_DAY) == ("CHEM-01",)
    assert broken(CHILD, mild, JANUARY_2025) == ()


def test_the_assessment_is_owed_since_2026() -> None:
    both = shop(machines=(Machine("harmless"),), chemicals="mild_unlabelled")
    assert warned(CHILD, both, JANUARY_2026 - ONE_DAY) == ()
    assert warned(CHILD, both, JANUARY_2026) == ("CHEM-02", "MACH-02")


@pytest.mark.parametrize(
    ("rule", "job"),
    [("MACH-03", shop(machines=(Machine("hazard"),))), ("CHEM-04", shop(chemicals="hazard_labelled"))],
)
def test_until_2026_no_assessment_opened_what_the_lists_forbade(rule: str, job: Job) -> None:
    reviewed = replace(job, risk_assessment_done=True, staff_review_ok=True)
    assert broken(YOUTH, reviewed, JANUARY_2026 - ONE_DAY) == (rule,)
    assert [finding.effect for finding in ask(YOUTH, reviewed, JANUARY_2026 - ONE_DAY)] == ["block"]
    assert broken(YOUTH, reviewed, JANUARY_2026) == ()
    unreviewed = replace(job, risk_assessment_done=True)
    assert [finding.effect for finding in ask(YOUTH, unreviewed, JANUARY_2026)] == ["review"]


def test_the_police_gave_the_permit_before_2025() -> None:
    film = shop(tasks=("cultural_performance",))
    before, after = (next(iter(ask(TWELVE, film, day))) for day in (JANUARY_2025 - ONE_DAY, JANUARY_2025))
    assert "politiet" in before.sentence
    assert "Arbejdstilsynet" in after.sentence
    assert (before.in_force_from, after.in_force_from) == (BOOK.begins, JANUARY_2025)


def test_the_law_loads_without_django() -> None:
    program = (
        "import sys, jobplaneten.law, jobplaneten.law.reporting\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('django', 'rest_framework', 'celery')])"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_a_finding_knows_its_place_in_time_and_how_sure_it_is() -> None:
    finding = next(iter(ask(YOUTH, replace(SHOP, chemicals="hazard_labelled"), NOW)))
    assert (finding.in_force_from, finding.confidence, finding.effect) == (JANUARY_2026, "low", "review")
    assert finding.why == finding.sentence
