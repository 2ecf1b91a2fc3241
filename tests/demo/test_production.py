from typing import Any

from jobplaneten.demo.apps import check_there_is_no_page_of_codes


def test_production_does_not_start_where_codes_could_be_read(settings: Any) -> None:
    assert check_there_is_no_page_of_codes() == []
    settings.IS_PRODUCTION = True
    assert [error.id for error in check_there_is_no_page_of_codes()] == ["demo.E001"]
