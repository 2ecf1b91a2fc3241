"""What each step asks before the next one: data that coordinators edit, dated."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.steps import actions
from jobplaneten.steps.evidence import rule_of
from jobplaneten.steps.forms import RuleForm
from jobplaneten.steps.models import StepRule
from jobplaneten.steps.permissions import may_set_rules

STEPS = (1, 2, 3)


@only(may_set_rules)
def rules(request: SignedIn) -> HttpResponse:
    return render(request, "steps/rules.html", {"rules": [rule_of(step) for step in STEPS]})


@only(may_set_rules)
def rule(request: SignedIn, step: int) -> HttpResponse:
    if step not in STEPS:
        raise Http404
    current = rule_of(step)
    values = {name: getattr(current, name) for name in RuleForm.Meta.fields}
    form = RuleForm(request.POST or None, initial=values)
    if form.is_valid():
        actions.set_rule(step=step, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Gemt. Det gælder fra nu af."))
        return redirect("steps:rules")
    before = StepRule.objects.filter(step=step).select_related("by").newest_first()[:10]
    return render(request, "steps/rule.html", {"form": form, "step": step, "before": before})
