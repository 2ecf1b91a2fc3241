from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.chores import Chore as C

CHORE_KINDS = {
    _("Butik og varer"): [
        C.STOCK_SHELVES, C.SHOP_SERVICE, C.RECEIVE_GOODS, C.SORT_GOODS, C.COUNT_GOODS, C.PRICE_MARKING, C.PACK_GOODS,
        C.SORT_BOTTLES, C.BOOKSHOP_SHELVING,
    ],
    _("Kasse"): [C.LIGHT_CHECKOUT, C.CHECKOUT_BELT, C.CHECKOUT_FULL, C.HEAVY_CHECKOUT],
    _("Mad og servering"): [
        C.SET_TABLES, C.CLEAR_TABLES, C.RESTAURANT_SERVICE, C.SERVE_DRINKS, C.MIX_COCKTAILS, C.BREW_COFFEE, C.SOFTICE,
        C.DISHWASH_MACHINE, C.DISHWASH_HAND, C.CARE_HOME_KITCHEN, C.CLOAKROOM,
    ],
    _("Rengøring og orden"): [
        C.TIDYING, C.LIGHT_CLEANING, C.DISINFECT, C.SWEEP_STAIRWELL, C.SWEEP_WORKSHOP, C.CLEAN_LAUNDRY,
    ],
    _("Ude og grønt"): [
        C.PICK_LITTER, C.WEEDING, C.PLANTING, C.WATER_PLANTS, C.HAND_MOWER, C.HEDGE_MOTOR, C.MOW_RIDE_ON, C.PICK_FRUIT,
        C.COLLECT_VEGETABLES,
    ],
    _("Dyr"): [C.FEED_ANIMALS, C.HORSE_CARE, C.MUCK_OUT, C.DOG_WALKING],
    _("Bud og omdeling"): [
        C.DELIVER_NEWSPAPERS, C.DELIVER_ADS, C.DELIVER_NOTICES, C.SELL_NEWSPAPERS, C.INTERNAL_MESSENGER,
        C.CASH_TRANSPORT,
    ],
    _("Mennesker, sport og kultur"): [
        C.READ_ALOUD, C.SERVE_FRUIT, C.HOMEWORK_HELP, C.BABYSITTING, C.ASSISTANT_COACH, C.EVENT_SERVICE, C.GUIDING,
        C.CULTURAL, C.GUARD_DUTY,
    ],
    _("Kontor og bibliotek"): [C.OFFICE_COPY, C.KEYBOARD_WORK, C.FILL_ENVELOPES, C.LIBRARY_SHELVING],
    _("Værksted og håndværk"): [
        C.ASSEMBLY, C.POLISH, C.PAINT_BRUSH, C.SMALL_SCREWDRIVER, C.SKILLED_HELPER, C.SOLDERING, C.WELDING,
    ],
    _("Andet"): [C.OTHER],
}  # fmt: skip
CHORES_BY_KIND = [(kind, [(chore.value, chore.label) for chore in chores]) for kind, chores in CHORE_KINDS.items()]


class ChorePicker(forms.CheckboxSelectMultiple):
    """Chips in groups that fold; a group with something chosen stands open."""

    template_name = "employers/_chores.html"
    use_fieldset = True


class PostcodeInput(forms.TextInput):
    def __init__(self) -> None:
        super().__init__(attrs={"inputmode": "numeric", "autocomplete": "postal-code", "maxlength": 4})
