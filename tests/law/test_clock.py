import pytest

from jobplaneten.law.clock import clock, danish, danish_number, danish_span, hours, minutes


@pytest.mark.parametrize(("text", "minute"), [("00:00", 0), ("06:05", 365), ("23:59", 1439), ("24:00", 1440)])
def test_a_time_is_minutes_inside_and_text_at_the_edges(text: str, minute: int) -> None:
    assert minutes(text) == minute
    assert clock(minute) == text
    assert danish(minute) == text.replace(":", ".")


@pytest.mark.parametrize("text", ["6:05", "24:01", "25:00", "12:60", "12.30", "12:30:00", "", "noon", "１２:30"])
def test_other_texts_are_no_times(text: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011
        minutes(text)
    assert str(error.value) == text


def test_spans_and_numbers_are_written_the_danish_way() -> None:
    assert danish_span(360, 1440) == "06.00-24.00"
    assert [danish_number(hours(minute)) for minute in (120, 450, 285, 140)] == ["2", "7,5", "4,75", "2,33"]
    assert danish_number(1200000) == "1200000"
