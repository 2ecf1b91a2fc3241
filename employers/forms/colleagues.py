from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import Role, User


class InviteColleagueForm(forms.Form):
    email = forms.EmailField(
        label=_("Din kollegas e-mail"),
        help_text=_("Står der ingen, får du en kode her på siden, som du selv kan give videre."),
        max_length=120,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self) -> str:
        return as_login(self.cleaned_data["email"])


class ColleagueCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Koden på 6 tal"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class ColleagueForm(forms.Form):
    name = forms.CharField(label=_("Dit navn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    login = forms.EmailField(
        label=_("Din e-mail"),
        help_text=_("Den logger du ind med, og der skriver vi, når der er nyt."),
        max_length=120,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Kodeord"),
        help_text=_("Mindst 8 tegn. En kort sætning er god at huske."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=200,
    )

    def clean_login(self) -> str:
        return as_login(self.cleaned_data["login"])

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        person = User(login=typed.get("login", ""), name=typed.get("name", ""), role=Role.EMPLOYER)
        if "password" in typed:
            try:
                validate_password(typed["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return typed
