from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobplaneten.messaging import bells
from jobplaneten.messaging.models import Channel, Pace

LONGEST_LINK = 60


class RingForm(forms.Form):
    """How the person wants to be rung. Only ways that there is an address or a number for are offered."""

    pace = forms.ChoiceField(
        label=gettext_lazy("Hvor tit må vi sige til?"),
        choices=Pace.choices,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )
    channel = forms.ChoiceField(label=gettext_lazy("Hvordan?"), choices=Channel.choices[1:], widget=forms.RadioSelect)

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (person.email and person.phone):
            del self.fields["channel"]
        if person.is_staff:
            paces = [choice for choice in Pace.choices if choice[0] != Pace.NEVER]
            self.fields["pace"].choices = paces  # type: ignore[attr-defined]


class BellTextForm(forms.Form):
    """The words must lead to the page, and an SMS must not become three."""

    subject = forms.CharField(label=gettext_lazy("Emne"), max_length=120)
    body = forms.CharField(
        label=gettext_lazy("Tekst"),
        help_text=gettext_lazy(
            "Skriv {link}, hvor linket skal stå. Ingen navne, steder eller job: telefoner ligger fremme."
        ),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto"}),
    )

    def __init__(self, *args: Any, channel: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel = channel
        if channel == Channel.SMS:
            del self.fields["subject"]

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        if body.count(bells.LINK) != 1:
            raise forms.ValidationError(_("Skriv {link} én gang, så man kan komme ind og læse."))
        if self.channel == Channel.MAIL and bells.STOP not in body:
            raise forms.ValidationError(_("Skriv {stop}, hvor linket til at få færre mails skal stå."))
        parts = bells.parts_of(body.replace(bells.LINK, "x" * LONGEST_LINK))
        if self.channel == Channel.SMS and parts > bells.MOST_PARTS:
            words = ngettext("Det bliver til %(n)s sms'er.", "Det bliver til %(n)s sms'er.", parts) % {"n": parts}
            raise forms.ValidationError(words + " " + _("Skriv det kortere: højst to."))
        return body
