import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from stdnum.dk import cvr as cvr_number
from stdnum.exceptions import InvalidChecksum, ValidationError

from employers.models import Employer
from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import Role, User
from jobplaneten.places import by_postcode


def clean_postcode(code: str) -> str:
    """A Danish postcode that exists; empty is for the field's `required` to judge."""
    code = code.strip()
    if code and by_postcode(code) is None:
        raise forms.ValidationError(_("Det postnummer findes ikke. Det skal være fire tal, fx 4600."))
    return code


class JoinForm(forms.ModelForm):
    cvr = forms.CharField(
        label=_("CVR-nummer"),
        help_text=_("Otte tal. Du finder det på en faktura eller på virk.dk."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    contact_name = forms.CharField(
        label=_("Dit navn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
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

    class Meta:
        model = Employer
        fields = ["name", "cvr", "kind", "about", "address", "postcode"]
        widgets = {
            "kind": forms.RadioSelect(),
            "address": forms.TextInput(attrs={"autocomplete": "street-address"}),
            "postcode": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code"}),
        }
        help_texts = {"about": _("En eller to linjer, som de unge kan læse.")}

    field_order = ["name", "cvr", "kind", "about", "address", "postcode", "contact_name", "login", "password"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].required = True
        self.fields["kind"].choices = [choice for choice in self.fields["kind"].choices if choice[0]]  # type: ignore[attr-defined]

    def clean_cvr(self) -> str:
        number = re.sub(r"[\s.-]", "", self.cleaned_data["cvr"].upper()).removeprefix("DK")
        if not re.fullmatch(r"[0-9]{8}", number):
            raise forms.ValidationError(_("Et CVR-nummer er otte tal, fx 12345674."))
        try:
            return str(cvr_number.validate(number))
        except InvalidChecksum as error:
            raise forms.ValidationError(_("Tallene passer ikke sammen. Er der tastet et forkert?")) from error
        except ValidationError as error:
            raise forms.ValidationError(_("Det er ikke et CVR-nummer. Se efter på en faktura.")) from error

    def clean_postcode(self) -> str:
        return clean_postcode(self.cleaned_data["postcode"])

    def clean_login(self) -> str:
        return as_login(self.cleaned_data["login"])

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        person = User(login=typed.get("login", ""), name=typed.get("contact_name", ""), role=Role.EMPLOYER)
        if "password" in typed:
            try:
                validate_password(typed["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return typed

    def validate_unique(self) -> None:
        """Not asked here: an error at the number would tell a stranger who is registered."""
