from jobplaneten.placements.forms.before import ExpectForm
from jobplaneten.placements.forms.endings import CancelForm, EndForm, PauseForm, end_form
from jobplaneten.placements.forms.papers import StartForm, TakeBackForm, TickForm
from jobplaneten.placements.forms.terms import AgreeForm, TermsForm

__all__ = [
    "AgreeForm",
    "TermsForm",
    "CancelForm",
    "EndForm",
    "ExpectForm",
    "PauseForm",
    "StartForm",
    "TakeBackForm",
    "TickForm",
    "end_form",
]
