from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.talking.models import Side
from jobplaneten.talking.phrases import PHRASES, said

EARLIEST, LATEST = time(8), time(20)
FARTHEST = timedelta(days=60)


class OwnWordsForm(forms.Form):
    body = forms.CharField(
        label=_("Skriv en besked"),
        help_text=_("Mentor læser med. Numre, adresser og links bliver dækket til."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def words(self) -> str:
        return str(self.cleaned_data["body"])


class PhraseForm(forms.Form):
    what = forms.ChoiceField(label=_("Hvad vil du sige?"), widget=forms.RadioSelect(attrs={"class": "stacked"}))
    day = forms.DateField(label=_("Dag"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    clock = forms.TimeField(label=_("Klokken"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    where = forms.CharField(
        label=_("Sted"),
        help_text=_("Kun hvis du inviterer: på arbejdspladsen eller et offentligt sted."),
        max_length=80,
        required=False,
    )

    def __init__(self, *args: Any, side: Side, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.phrases, self.today = PHRASES[side], today
        self.fields["what"].choices = [(key, each.label) for key, each in self.phrases.items()]  # type: ignore[attr-defined]
        for name in ("day", "clock", "where"):
            # Asked for with some phrases, so nothing says that it may be left out.
            self.fields[name].is_answered = True  # type: ignore[attr-defined]
        if not any(each.asks_where for each in self.phrases.values()):
            del self.fields["where"]

    def clean(self) -> dict[str, Any]:
        """Only what the phrase asks for is asked for."""
        values = self.cleaned_data
        phrase = self.phrases.get(values.get("what", ""))
        if phrase and phrase.asks_when:
            self.check_when(values)
        if phrase and phrase.asks_where and not values.get("where", "").strip():
            self.add_error("where", _("Skriv, hvor I skal mødes."))
        return values

    def check_when(self, values: dict[str, Any]) -> None:
        day, clock = values.get("day"), values.get("clock")
        if day is None and "day" not in self.errors:
            self.add_error("day", _("Vælg en dag."))
        elif day and not self.today < day <= self.today + FARTHEST:
            self.add_error("day", _("Vælg en dag fra i morgen og to måneder frem."))
        if clock is None and "clock" not in self.errors:
            self.add_error("clock", _("Vælg et klokkeslæt."))
        elif clock and not EARLIEST <= clock <= LATEST:
            self.add_error("clock", _("Vælg et tidspunkt mellem 8 og 20."))

    def words(self) -> str:
        values = self.cleaned_data
        phrase = self.phrases[values["what"]]
        return said(phrase, day=values.get("day"), clock=values.get("clock"), where=values.get("where", ""))


class HandledForm(forms.Form):
    done = forms.CharField(
        label=_("Hvad er der gjort?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv, hvad der er gjort.")},
    )
