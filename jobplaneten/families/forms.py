from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import User
from jobplaneten.families.models import EndedWhy, Relation, Way
from jobplaneten.languages import LANGUAGES

STACKED = {"class": "stacked"}
NO_PHONE = _("Det ligner ikke et mobilnummer. Skriv for eksempel 20 12 34 56.")


class InviteForm(forms.Form):
    relation = forms.ChoiceField(
        label=_("Hvem er det?"),
        choices=[(each.value, capfirst(each.label)) for each in Relation],
        widget=forms.RadioSelect(attrs=STACKED),
    )
    language = forms.ChoiceField(
        label=_("På hvilket sprog?"), choices=list(LANGUAGES.items()), initial="da", widget=forms.RadioSelect
    )
    way = forms.ChoiceField(
        label=_("Hvordan skal invitationen frem?"),
        choices=Way.choices,
        initial=Way.SMS,
        widget=forms.RadioSelect(attrs=STACKED),
    )
    phone = forms.CharField(
        label=_("Deres mobilnummer"),
        help_text=_("Kun til sms. På papir skal du ikke skrive noget."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    lives_with = forms.BooleanField(label=_("De bor sammen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].is_answered = True  # type: ignore[attr-defined] # asked for, but not on paper

    def clean_phone(self) -> str:
        typed = str(self.cleaned_data["phone"])
        phone = as_login(typed) if typed.strip() else ""
        if phone and not phone.startswith("+"):
            raise ValidationError(NO_PHONE)
        return phone

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("way") == Way.SMS and not values.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Skriv det mobilnummer, koden skal sendes til."))
        return values


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Koden på 6 tal"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}),
    )


class GuardianForm(forms.Form):
    name = forms.CharField(label=_("Dit navn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    login = forms.CharField(
        label=_("Dit mobilnummer eller din e-mail"),
        help_text=_("Det logger du ind med."),
        max_length=120,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}
        ),
    )
    password = forms.CharField(
        label=_("Find på et kodeord"),
        help_text=_("Mindst 8 tegn. Gerne tre-fire ord, som kun du ville sætte sammen."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}, render_value=False),
    )

    def clean_login(self) -> str:
        login = as_login(self.cleaned_data["login"])
        if "@" in login:
            validate_email(login)
        elif not login.startswith("+"):
            raise ValidationError(NO_PHONE)
        return login

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, User(name=self.cleaned_data.get("name", "")))
        return password


class EndForm(forms.Form):
    """A birthday ends it by itself."""

    why = forms.ChoiceField(
        label=_("Hvorfor er det slut?"),
        choices=[choice for choice in EndedWhy.choices if choice[0] != EndedWhy.ADULT],
        widget=forms.RadioSelect(attrs=STACKED),
    )


class CalendarForm(forms.Form):
    tells_where = forms.BooleanField(
        label=_("Skriv også barnets fornavn og hvor"),
        help_text=_("Uden flueben står der bare »Vagt«. Deler du kalender med andre, kan de se det."),
        required=False,
    )
