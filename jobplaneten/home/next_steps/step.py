from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the `_next_step` part shows. Without a link there is nothing to do but wait."""

    title: str
    text: str = ""
    url: str = ""
    label: str = ""
    icon: str = ""


def own_password() -> NextStep:
    return NextStep(
        _("Lav dit eget kodeord"),
        _("Du bruger stadig det midlertidige, som en anden har set."),
        reverse("accounts:change_password"),
        _("Skift kodeord"),
        "key",
    )
