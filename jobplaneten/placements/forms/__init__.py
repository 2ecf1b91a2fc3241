from jobplaneten.placements.forms.endings import CancelForm, EndForm, PauseForm, end_form
from jobplaneten.placements.forms.papers import StartForm, TakeBackForm, TickForm

__all__ = ["CancelForm", "EndForm", "PauseForm", "StartForm", "TakeBackForm", "TickForm", "end_form"]
