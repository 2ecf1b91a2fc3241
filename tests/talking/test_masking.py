"""However it is written: what leads past the page is covered, and what is said about the job is not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobplaneten.talking.masking import COVER, masked, plain
from jobplaneten.talking.rules import must_wait

ALIKE = ["0０٠۰０", "1１١۱𝟏", "2２٢۲𝟐", "3３٣۳𝟑", "4４٤۴𝟒", "5５٥۵𝟓", "6６٦۶𝟔", "7７٧۷𝟕", "8８٨۸𝟖", "9９٩۹𝟗"]
WORDS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
BETWEEN = ["", " ", ".", "-", "/", "\u200b", "\u202e", "\u2066", " . ", "_", "\u00ad", "x"]


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A mobile number, each digit in a script of its own or as a word."""
    parts = []
    for digit in draw(st.lists(st.integers(0, 9), min_size=8, max_size=8)):
        is_word = draw(st.booleans())
        parts.append(f" {WORDS[digit]} " if is_word else draw(st.sampled_from(ALIKE[digit])))
        parts.append(" " if is_word else draw(st.sampled_from(BETWEEN)))
    return "".join(parts)


@given(numbers(), st.sampled_from(["ring på ", "", "mit nummer: "]), st.sampled_from([" hilsen Kim", "", "!"]))
def test_a_number_is_covered_however_it_is_written(number: str, before: str, after: str) -> None:
    left = masked(f"{before}{number}{after}")
    assert COVER in left
    assert len(re.findall(r"\d", plain(left))) < 4


CONTACT = (
    "bo@firma.dk", "bo (at) firma punktum dk", "bo snabel-a firma.dk", "BO＠FIRMA．DK", "b\u200bo@fir\u200bma.dk",
    "https://hej.dk/x", "www.hej.dk", "hej . dk", "hej(dot)com", "hej punktum dk", "HTTP://1.2.3.4/x", "t.me/kim",
    "min snap er kim_99", "snapchat: kim99", "insta kim.k", "find mig på discord kim#22", "tiktok @kim", "@kim_99",
    "Strandvej 12", "Nørregade 4B", "Ved Stranden Allé 7", "STRANDVEJ 12", "Strand\u00advej 12", "Torvet 3",
    "20 30 40 50", "+45 20304050", "0045 2030 4050", "2 0 3 0 4 0 5 0", "tyve tredive fyrre halvtreds", "(20)30-40.50",
    "20a30b40c50", "two zero three zero four zero five zero",
)  # fmt: skip


@pytest.mark.parametrize("said", CONTACT)
def test_what_leads_past_the_page_is_covered(said: str) -> None:
    assert COVER in masked(f"Hej {said}")


@pytest.mark.parametrize(
    "said",
    [
        "Kom kl. 15.00-18.00 d. 24/11.", "Vi er fire på holdet, og to er nye.", "Lønnen er 75 kr. i timen.",
        "Tag varmt tøj på, det bliver 4 grader.", "Kan du mandag og onsdag fra 16 til 18?",
        "Du får 30 minutters pause.",
    ],
)  # fmt: skip
def test_what_is_said_about_the_job_stands(said: str) -> None:
    assert masked(said) == said


@pytest.mark.parametrize(
    "said",
    [
        "Det er vores hemmelighed.", "Sig det ikke til din mor.", "Kom alene.", "Jeg kan hente dig i min bil.",
        "Kom hjem til mig.", "Send et billede.", "Du er smuk.", "h e m m e l i g", "K O M  A L E N E",
        "Du får en gave.", "Vi skriver på snap.", "Hvor bor du?", "Du er voksen for din alder.", "Har du en kæreste?",
        "Det bliver k\u200bontant.", "ＳＥＮＤ ＢＩＬＬＥＤＥ",
    ],
)  # fmt: skip
def test_what_sounds_wrong_waits(said: str) -> None:
    assert must_wait(said)
