"""Questions that many have, to tap instead of typing."""

from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from jobplaneten.chores import Chore
from jobplaneten.trades import Weekday

EXAMPLES = [
    (_("13 år, kasse i supermarked, lørdag kl. 10-14"), ("13", Chore.LIGHT_CHECKOUT, Weekday.SAT, "10:00", "14:00")),
    (_("14 år, dele reklamer ud, onsdag kl. 15-18"), ("14", Chore.DELIVER_ADS, Weekday.WED, "15:00", "18:00")),
    (_("15 år, servere på café, fredag kl. 16-21"), ("15", Chore.RESTAURANT_SERVICE, Weekday.FRI, "16:00", "21:00")),
    (_("16 år og færdig med 9. klasse, klippe hæk"), ("16f", Chore.HEDGE_MOTOR, Weekday.THU, "15:00", "18:00")),
]
NAMES = ("who", "task", "day", "start", "end")


def examples() -> list[tuple[str, str]]:
    return [(str(words), urlencode(dict(zip(NAMES, said, strict=True)))) for words, said in EXAMPLES]
