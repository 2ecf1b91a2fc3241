from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.chores import Chore

CHORE_KINDS = {
    _("Butik og varer"): [
        Chore.STOCK_SHELVES,
        Chore.SHOP_SERVICE,
        Chore.RECEIVE_GOODS,
        Chore.SORT_GOODS,
        Chore.COUNT_GOODS,
        Chore.PRICE_MARKING,
        Chore.PACK_GOODS,
        Chore.SORT_BOTTLES,
        Chore.BOOKSHOP_SHELVING,
    ],
    _("Kasse"): [Chore.LIGHT_CHECKOUT, Chore.CHECKOUT_BELT, Chore.CHECKOUT_FULL, Chore.HEAVY_CHECKOUT],
    _("Mad og servering"): [
        Chore.SET_TABLES,
        Chore.CLEAR_TABLES,
        Chore.RESTAURANT_SERVICE,
        Chore.SERVE_DRINKS,
        Chore.MIX_COCKTAILS,
        Chore.BREW_COFFEE,
        Chore.SOFTICE,
        Chore.DISHWASH_MACHINE,
        Chore.DISHWASH_HAND,
        Chore.CARE_HOME_KITCHEN,
        Chore.CLOAKROOM,
    ],
    _("Rengøring og orden"): [
        Chore.TIDYING,
        Chore.LIGHT_CLEANING,
        Chore.DISINFECT,
        Chore.SWEEP_STAIRWELL,
        Chore.SWEEP_WORKSHOP,
        Chore.CLEAN_LAUNDRY,
    ],
    _("Ude og grønt"): [
        Chore.PICK_LITTER,
        Chore.WEEDING,
        Chore.PLANTING,
        Chore.WATER_PLANTS,
        Chore.HAND_MOWER,
        Chore.HEDGE_MOTOR,
        Chore.MOW_RIDE_ON,
        Chore.PICK_FRUIT,
        Chore.COLLECT_VEGETABLES,
    ],
    _("Dyr"): [Chore.FEED_ANIMALS, Chore.HORSE_CARE, Chore.MUCK_OUT, Chore.DOG_WALKING],
    _("Bud og omdeling"): [
        Chore.DELIVER_NEWSPAPERS,
        Chore.DELIVER_ADS,
        Chore.DELIVER_NOTICES,
        Chore.SELL_NEWSPAPERS,
        Chore.INTERNAL_MESSENGER,
        Chore.CASH_TRANSPORT,
    ],
    _("Mennesker, sport og kultur"): [
        Chore.READ_ALOUD,
        Chore.SERVE_FRUIT,
        Chore.HOMEWORK_HELP,
        Chore.BABYSITTING,
        Chore.ASSISTANT_COACH,
        Chore.EVENT_SERVICE,
        Chore.GUIDING,
        Chore.CULTURAL,
        Chore.GUARD_DUTY,
    ],
    _("Kontor og bibliotek"): [Chore.OFFICE_COPY, Chore.KEYBOARD_WORK, Chore.FILL_ENVELOPES, Chore.LIBRARY_SHELVING],
    _("Værksted og håndværk"): [
        Chore.ASSEMBLY,
        Chore.POLISH,
        Chore.PAINT_BRUSH,
        Chore.SMALL_SCREWDRIVER,
        Chore.SKILLED_HELPER,
        Chore.SOLDERING,
        Chore.WELDING,
    ],
    _("Andet"): [Chore.OTHER],
}
CHORES_BY_KIND = [(kind, [(chore.value, chore.label) for chore in chores]) for kind, chores in CHORE_KINDS.items()]


MISSING = _("Her mangler et svar.")


class ChorePicker(forms.CheckboxSelectMultiple):
    """Chips in groups that fold; a group with something chosen stands open."""

    template_name = "employers/_chores.html"
    use_fieldset = True
    opens_first = False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["opens_first"] = self.opens_first
        return context


class PostcodeInput(forms.TextInput):
    def __init__(self) -> None:
        super().__init__(attrs={"inputmode": "numeric", "autocomplete": "postal-code", "maxlength": 4})
