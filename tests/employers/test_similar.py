import pytest

from jobplaneten.similar import TagFinder

WORDS = {
    "read_aloud": ["læse højt af bog eller avis", "højtlæsning"],
    "lay_table": ["dække bord og rydde af", "borddækning"],
    "shelves": ["fylde varer op på hylderne", "vareopfyldning"],
    "walks": ["gå tur med beboerne", "gåture"],
    "nothing": [],
}


@pytest.fixture(scope="module")
def finder() -> TagFinder:
    return TagFinder(WORDS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Læse avisen højt for de ældre", "read_aloud"),
        ("opfyldning af varer", "shelves"),
        ("opfylding af vare", "shelves"),
        ("du dækker borde", "lay_table"),
        ("gåtur", "walks"),
    ],
)
def test_text_finds_the_tag_it_means_even_misspelt(finder: TagFinder, text: str, code: str) -> None:
    assert finder.suggest(text)[0][0] == code


def test_the_phrase_itself_is_as_near_as_can_be(finder: TagFinder) -> None:
    assert finder.suggest("højtlæsning", top=1) == [("read_aloud", 1.0)]


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", "12345"])
def test_text_that_means_nothing_finds_nothing(finder: TagFinder, text: str) -> None:
    assert finder.suggest(text) == []


def test_a_code_comes_once_the_nearest_first_and_no_more_than_asked(finder: TagFinder) -> None:
    found = finder.suggest("gå tur og læse højt", top=4, floor=0.0)
    assert len(found) == len({code for code, _ in found}) == 4
    assert [near for _, near in found] == sorted((near for _, near in found), reverse=True)
    assert len(finder.suggest("gå tur og læse højt", top=1, floor=0.0)) == 1


@pytest.mark.parametrize("words", [{}, {"empty": []}, {"blank": [" "]}])
def test_an_empty_vocabulary_is_refused(words: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="phrase"):
        TagFinder(words)
