import re

import pytest

from jobplaneten.law.book import BOOK, Entry
from jobplaneten.law.plain import PLAIN, TOPICS, figures, plain, template, topic_of


@pytest.mark.parametrize("entry", BOOK.entries, ids=lambda entry: f"{entry.rule} {entry.in_force_from}")
def test_every_entry_has_a_topic_and_a_sentence_whose_figures_are_all_its_own(entry: Entry) -> None:
    assert topic_of(entry.rule) in TOPICS
    assert set(re.findall(r"{(\w+)}", template(entry))) <= set(figures(entry))
    assert "{" not in plain(entry)


def test_no_sentence_is_left_over() -> None:
    assert set(PLAIN) == {key for key in PLAIN if any(template(entry) == PLAIN[key] for entry in BOOK.entries)}


def test_entries_of_a_rule_that_differ_are_told_differently() -> None:
    told: dict[str, list[str]] = {}
    for entry in BOOK.entries:
        told.setdefault(entry.rule, []).append(plain(entry))
    assert [rule for rule, said in told.items() if len(said) != len(set(said))] == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("T-DAY-SCHOOL-2", "På en skoledag må man højst arbejde 2 timer."),
        ("T-BREAK-30", "Arbejder man mere end 4,5 timer, skal man have en pause på 30 minutter i træk."),
        ("N-YOUTH-WINDOW", "Arbejdet skal ligge kl. 06.00-22.00 eller kl. 07.00-23.00."),
        ("N-ABS-24-04", "Ingen må arbejde mellem midnat og kl. 04.00."),
        ("LIFT-01", "Man må højst løfte 12 kg."),
    ],
)
def test_figures_are_written_as_danes_write_them(rule: str, sentence: str) -> None:
    newest = [entry for entry in BOOK.entries if entry.rule == rule][-1]
    assert plain(newest) == sentence
