"""No from a mail, without signing in. Looking changes nothing: mail programs open links by themselves."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from matching import actions
from matching.by_mail import person_of
from matching.forms import EmployersNoForm
from matching.letters import answer_day
from matching.models import CandidateCard


@login_not_required
@require_http_methods(["GET", "POST"])
def no_by_mail(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """While the card is there for the person; afterwards it says that there is nothing to answer."""
    person = person_of(token, pk)
    if person is None:
        raise Http404
    card = CandidateCard.objects.visible_to(person).filter(pk=pk).select_related("post", "match").first()
    form, done = EmployersNoForm(request.POST or None), False
    if card and form.is_valid():
        actions.refuse(card, reason=form.cleaned_data["reason"], by=person, now=timezone.now())
        done = True
    day = answer_day(card.match) if card else ""
    return render(request, "matching/no_by_mail.html", {"card": card, "form": form, "done": done, "answer_day": day})
