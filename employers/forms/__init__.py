from employers.forms.checking import CHECKED, CheckForm
from employers.forms.colleagues import ColleagueCodeForm, ColleagueForm, InviteColleagueForm
from employers.forms.pace import PaceForm
from employers.forms.posts import PostForm
from employers.forms.reasons import ReasonForm
from employers.forms.registration import JoinForm
from employers.forms.reports import DoneForm, ReportForm
from employers.forms.rows import Rows, need_rows, one_row_more, shift_rows
from employers.forms.wages import AgreementForm, EndRateForm, RateForm
from employers.forms.whole import WholeForm

__all__ = [
    "CHECKED",
    "AgreementForm",
    "CheckForm",
    "ColleagueCodeForm",
    "ColleagueForm",
    "DoneForm",
    "EndRateForm",
    "InviteColleagueForm",
    "JoinForm",
    "PaceForm",
    "RateForm",
    "PostForm",
    "ReasonForm",
    "ReportForm",
    "Rows",
    "WholeForm",
    "need_rows",
    "one_row_more",
    "shift_rows",
]
