from django import forms
from django.utils.translation import gettext_lazy as _


class LeaveForm(forms.Form):
    is_sure = forms.BooleanField(
        label=_("Ja, slet det, I har skrevet om mig"),
        error_messages={"required": _("Sæt hak her, hvis du er sikker.")},
    )


class SettleForm(forms.Form):
    note = forms.CharField(
        label=_("Hvad var det? Skriv ikke om nogen unge"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv, hvad du fandt ud af.")},
    )
