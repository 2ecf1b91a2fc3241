from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jobplaneten.accounts import totp
from jobplaneten.accounts.models import Authenticator
from jobplaneten.messaging import bells
from jobplaneten.messaging.models import Channel, LooseMail, Message, TextMessage

PER_PAGE = 20


@login_not_required
@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Nothing leaves the demo town; here a visitor finds the mails, texts and codes that people would have got.

    Nowhere but in the demo town: in production there is not even the address, and a check refuses to start with it.
    """
    if not settings.IS_DEMO:
        raise Http404
    step = totp.step_at(timezone.now())
    apps = Authenticator.objects.filter(user__is_demo=True).select_related("user").order_by("user__name")
    mails = Message.objects.rung().filter(channel=Channel.MAIL).values("to", "to__email", "sent_at", "language")
    rows = mails.annotate(news=Count("pk"), path=Min("path")).order_by("-sent_at", "to")
    context = {
        "codes": [(app.user, totp.code_at(app.secret, step)) for app in apps],
        "loose_mails": LooseMail.objects.newest_first()[:PER_PAGE],
        "texts": TextMessage.objects.newest_first()[:PER_PAGE],
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "mail": bells.words_for(Channel.MAIL, "da"),
        "site": settings.SITE_URL,
    }
    return render(request, "demo/sent.html", context)
