from typing import Any

import pytest

from tests.factories import NOW
from tests.house.apart import API_LISTS, LISTS, Strangers, without_amina
from tests.house.world import build


@pytest.mark.doors
@pytest.mark.django_db
@pytest.mark.usefixtures("blank_refusals")
def test_people_of_another_town_see_the_same_whether_or_not_amina_is_there(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)
    world, strangers = build(), Strangers()
    seen = {(who, name): strangers.see(who, name) for who in strangers.clients for name in [*LISTS, *API_LISTS]}
    with without_amina(world):
        differs = [f"{name} to {who}" for (who, name), page in seen.items() if strangers.see(who, name) != page]
    assert differs == []
    assert sum(page.startswith("200") for page in seen.values()) > 100
