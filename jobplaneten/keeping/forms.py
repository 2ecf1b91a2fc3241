from django import forms
from django.utils.translation import gettext_lazy as _


class LeaveForm(forms.Form):
    is_sure = forms.BooleanField(
        label=_("Ja, slet det, I har skrevet om mig"),
        error_messages={"required": _("Sæt hak her, hvis du er sikker.")},
    )
