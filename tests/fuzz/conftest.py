from tests.house.conftest import blank_refusals, quick_doors

__all__ = ["blank_refusals", "quick_doors"]
