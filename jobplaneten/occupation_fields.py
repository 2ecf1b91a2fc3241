"""From an occupation to our own words, by its ISCO-08 group: the longest beginning that stands here decides.

Where a group holds several kinds of work it is left out: no suggestion is better than a wrong one. A category
is where a young person could come near the occupation, a field is what the occupation belongs to.
"""

from jobplaneten import trades

C, D = trades.Category, trades.DreamField
Meaning = tuple[trades.Category | None, trades.DreamField | None]
BY_GROUP: dict[str, Meaning] = {
    # Armed forces: nothing in them is open to the young, so a field and no category.
    "0": (None, D.SAFETY),
    # Leaders: by what they lead; leaders of anything are office work.
    "11": (None, D.OFFICE), "12": (C.OFFICE, D.OFFICE), "131": (C.ANIMALS, D.NATURE), "1323": (C.CRAFT, D.CRAFT),
    "1324": (C.WAREHOUSE, D.TRANSPORT), "133": (C.MEDIA, D.IT), "1341": (C.DAYCARE, D.TEACHING),
    "1342": (None, D.HEALTH), "1343": (C.ELDERLY, D.HEALTH), "1345": (C.CHILDREN, D.TEACHING),
    "1411": (C.LEISURE, D.TRADE), "1412": (C.KITCHEN, D.FOOD), "142": (C.SHOP, D.TRADE), "1431": (C.EVENT, D.MEDIA),
    # Science and engineering: by what it is about; engineers in general have no field of ours.
    "2131": (None, D.NATURE), "2132": (C.ANIMALS, D.NATURE), "2133": (C.GREEN, D.NATURE), "216": (None, D.DESIGN),
    "2166": (C.MEDIA, D.DESIGN), "22": (None, D.HEALTH), "225": (C.ANIMALS, D.NATURE), "23": (C.CHILDREN, D.TEACHING),
    "2342": (C.DAYCARE, D.TEACHING), "241": (C.OFFICE, D.OFFICE), "242": (C.OFFICE, D.OFFICE), "243": (None, D.TRADE),
    "25": (C.MEDIA, D.IT), "261": (C.OFFICE, D.OFFICE), "262": (C.OFFICE, D.OFFICE), "2634": (None, D.HEALTH),
    "2635": (None, D.TEACHING), "264": (C.MEDIA, D.MEDIA), "265": (C.EVENT, D.MEDIA), "2651": (None, D.DESIGN),
    # Technicians and others between: as the work they are beside.
    "315": (None, D.TRANSPORT), "314": (None, D.NATURE), "32": (None, D.HEALTH), "324": (C.ANIMALS, D.NATURE),
    "331": (C.OFFICE, D.OFFICE), "332": (C.SHOP, D.TRADE), "333": (C.OFFICE, D.TRADE), "3332": (C.EVENT, D.MEDIA),
    "334": (C.OFFICE, D.OFFICE), "335": (None, D.OFFICE), "3355": (None, D.SAFETY), "3411": (C.OFFICE, D.OFFICE),
    "3412": (None, D.TEACHING), "342": (C.SPORT, D.SPORT), "3431": (C.MEDIA, D.MEDIA), "3432": (None, D.DESIGN),
    "3434": (C.KITCHEN, D.FOOD), "3435": (C.EVENT, D.MEDIA), "35": (C.MEDIA, D.IT), "352": (C.MEDIA, D.MEDIA),
    # Offices.
    "41": (C.OFFICE, D.OFFICE), "42": (C.OFFICE, D.OFFICE), "4221": (C.LEISURE, D.TRADE), "4321": (C.WAREHOUSE, None),
    "4323": (None, D.TRANSPORT), "4411": (C.OFFICE, D.OFFICE), "4412": (C.DELIVERY, D.TRANSPORT),
    # Service and sales.
    "5111": (None, D.TRANSPORT), "5112": (None, D.TRANSPORT), "5113": (C.LEISURE, D.TRADE), "512": (C.KITCHEN, D.FOOD),
    "513": (C.KITCHEN, D.FOOD), "514": (None, D.DESIGN), "5151": (C.CLEANING, None), "5153": (C.GREEN, D.CRAFT),
    "5164": (C.ANIMALS, D.NATURE), "52": (C.SHOP, D.TRADE), "5241": (None, D.DESIGN), "5246": (C.KITCHEN, D.FOOD),
    "531": (C.DAYCARE, D.TEACHING), "532": (C.ELDERLY, D.HEALTH), "541": (None, D.SAFETY),
    # Farm, forest and garden.
    "61": (C.ANIMALS, D.NATURE), "6113": (C.GREEN, D.NATURE), "62": (None, D.NATURE),
    # Crafts; the trades of food and of clothes have fields of their own.
    "71": (C.CRAFT, D.CRAFT), "72": (C.CRAFT, D.CRAFT), "73": (C.CRAFT, D.CRAFT), "7317": (C.CRAFT, D.DESIGN),
    "74": (C.CRAFT, D.CRAFT), "742": (C.MEDIA, D.IT), "751": (C.KITCHEN, D.FOOD), "752": (C.CRAFT, D.CRAFT),
    "753": (None, D.DESIGN),
    # Machines and vehicles: a young person meets the factory, never the machine.
    "81": (C.WAREHOUSE, D.CRAFT), "82": (C.WAREHOUSE, D.CRAFT), "83": (None, D.TRANSPORT), "834": (None, D.CRAFT),
    # Work without training: where most first jobs are.
    "91": (C.CLEANING, None), "92": (C.GREEN, D.NATURE), "931": (C.CRAFT, D.CRAFT), "932": (C.WAREHOUSE, D.CRAFT),
    "9333": (C.WAREHOUSE, D.TRANSPORT), "9334": (C.SHOP, D.TRADE), "94": (C.KITCHEN, D.FOOD),
    "952": (C.SHOP, D.TRADE), "961": (C.CLEANING, None), "9621": (C.DELIVERY, D.TRANSPORT),
}  # fmt: skip
UNCLEAR: Meaning = (None, None)


def meaning(isco: str) -> Meaning:
    """The category and the dream field of an ISCO-08 group of four digits; None where it has none of ours."""
    return next((BY_GROUP[isco[:size]] for size in (4, 3, 2, 1) if isco[:size] in BY_GROUP), UNCLEAR)
