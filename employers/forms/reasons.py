from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Arbejdspladsen læser det, du skriver."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor, så de ved, hvad de kan gøre.")},
    )
