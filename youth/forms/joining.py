from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import Area, User
from youth.forms.plain import PlainForm
from youth.forms.widgets import BirthdayField


class JoinForm(PlainForm):
    first_name = forms.CharField(
        label=_("Fornavn"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Efternavn"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    born_on = BirthdayField(label=_("Hvornår har du fødselsdag?"))
    area = forms.ModelChoiceField(
        label=_("Hvor bor du?"),
        queryset=Area.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )
    login = forms.CharField(
        label=_("Dit mobilnummer eller din e-mail"),
        help_text=_("Det logger du ind med. Arbejdsgivere får det ikke at se."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Find på et kodeord"),
        help_text=_("Mindst 8 tegn. Gerne tre-fire ord, som kun du ville sætte sammen."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=False),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = Area.objects.open().by_name()  # type: ignore[attr-defined]

    def clean_login(self) -> str:
        login = as_login(self.cleaned_data["login"])
        if "@" in login:
            validate_email(login)
        elif not login.startswith("+"):
            raise ValidationError(_("Det ligner ikke et mobilnummer eller en e-mail. Skriv for eksempel 20 12 34 56."))
        return login

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        names = f"{self.cleaned_data.get('first_name', '')} {self.cleaned_data.get('last_name', '')}"
        validate_password(password, User(name=names, email=self.cleaned_data.get("login", "")))
        return password
