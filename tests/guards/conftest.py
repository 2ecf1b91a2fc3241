from tests.api.conftest import api, nobody_has_knocked_yet, today
from tests.house.conftest import blank_refusals, quick_doors

__all__ = ["api", "blank_refusals", "nobody_has_knocked_yet", "quick_doors", "today"]
