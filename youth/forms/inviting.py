from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import Area, User
from youth.forms.joining import JoinForm
from youth.forms.moves import protection_field
from youth.forms.plain import PlainForm
from youth.models import InvitedBy


class InviteForm(PlainForm):
    area = forms.ModelChoiceField(
        label=_("Hvor bor den unge?"),
        queryset=Area.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )
    way = forms.ChoiceField(
        label=_("Hvordan skal invitationen frem?"),
        choices=InvitedBy.choices,
        initial=InvitedBy.SMS,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )
    phone = forms.CharField(
        label=_("Den unges mobilnummer"),
        help_text=_("Kun til sms. På papir skal du ikke skrive noget."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    protected = protection_field()

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = by.areas.by_name()
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        if len(areas) == 1:
            self.fields["area"].initial = areas[0]
        # Asked for as long as it goes by SMS, so nothing says that it may be left out.
        self.fields["phone"].is_answered = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """By paper no number is kept."""
        values = super().clean() or {}
        typed = values.get("phone", "").strip() if values.pop("way", "") == InvitedBy.SMS else "-"
        phone = as_login(typed) if typed != "-" else ""
        if typed != "-" and not phone.startswith("+"):
            raise ValidationError(
                {"phone": _("Skriv det mobilnummer, koden skal sendes til, for eksempel 20 12 34 56.")}
            )
        values["phone"] = phone
        return values


class InvitationCodeForm(PlainForm):
    code = forms.CharField(
        label=_("Koden på 6 tal"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class InvitedForm(JoinForm):
    """As on the web, but the mentor has said where; and with a mobile number a password is a choice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["area"]
        password = self.fields["password"]
        password.required = False
        password.help_text = _("Med et mobilnummer kan du nøjes med en kode på sms, hver gang du logger ind.")

    def clean_password(self) -> str:
        if self.cleaned_data["password"]:
            return super().clean_password()
        if not self.cleaned_data.get("login", "+").startswith("+"):
            raise ValidationError(_("Med en e-mail skal du have et kodeord."))
        return ""
