from django.conf import settings
from django.contrib import messages as flash
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten.languages import LANGUAGES, is_reviewed
from jobplaneten.messaging import actions, bells
from jobplaneten.messaging.forms import BellTextForm, RingForm
from jobplaneten.messaging.models import BellText, Channel, Message, Pace, RingWish, TextMessage
from jobplaneten.messaging.ringing import channel_for, works_here

PER_PAGE = 20
WAYS = (Channel.MAIL.value, Channel.SMS.value)


def page_of(request: HttpRequest, rows: object) -> object:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[arg-type]


def coordinators_only(request: HttpRequest) -> None:
    if not getattr(request.user, "is_coordinator", False):
        raise Http404


@require_safe
def box(request: HttpRequest) -> HttpResponse:
    own = Message.objects.visible_to(request.user)
    context = {"page": page_of(request, own.newest_first()), "unread": own.unread().count()}
    return render(request, "messaging/box.html", context)


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Reading is a POST, so that a link in a mail or a preview never reads on somebody's behalf."""
    own = Message.objects.visible_to(request.user)
    message = get_object_or_404(own, pk=pk)
    actions.mark_read(own.filter(pk=pk), now=timezone.now())
    return redirect(message.path)


@require_POST
def all_read(request: HttpRequest) -> HttpResponse:
    actions.mark_read(Message.objects.visible_to(request.user), now=timezone.now())
    return redirect("messaging:box")


@require_safe
def given_up(request: HttpRequest) -> HttpResponse:
    coordinators_only(request)
    rows = Message.objects.given_up().select_related("to").newest_first()
    context = {
        "page": page_of(request, rows),
        "dead": RingWish.objects.exclude(bounced_email="").select_related("person").order_by("-bounced_at")[:PER_PAGE],
        "texts": TextMessage.objects.filter(given_up_at__isnull=False).order_by("-given_up_at")[:PER_PAGE],
    }
    return render(request, "messaging/given_up.html", context)


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    coordinators_only(request)
    message = get_object_or_404(Message.objects.given_up(), pk=pk)
    actions.try_again(message, by=request.user, now=timezone.now())
    flash.success(request, _("Vi prøver at sende den igen."))
    return redirect("messaging:given_up")


# ── how one is rung ─────────────────────────────────────────────────────────


def wish(request: HttpRequest) -> HttpResponse:
    """Each person's own: how often, and by what."""
    person, current = request.user, RingWish.of(request.user)
    initial = {"pace": current.pace, "channel": channel_for(person, current)}
    form = RingForm(request.POST or None, initial=initial, person=person)
    if form.is_valid():
        said = {"channel": current.channel} | form.cleaned_data
        actions.wish_to_be_rung(person, **said, now=timezone.now())
        flash.success(request, _("Gemt. Sådan siger vi til fra nu af."))
        return redirect("accounts:me")
    has_bounced = bool(person.email) and person.email == current.bounced_email  # type: ignore[union-attr]
    return render(request, "messaging/wish.html", {"form": form, "has_bounced": has_bounced})


@login_not_required
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """From the foot of a mail, without signing in. Looking changes nothing. Those who work here get one mail a day
    instead of none.
    """
    person = get_user_model().objects.filter(pk=bells.person_of(token), is_active=True).first()
    if person is None:
        raise Http404
    if request.method == "POST":
        pace = Pace.DAILY if works_here(person) else Pace.NEVER
        actions.wish_to_be_rung(person, pace=pace, channel=RingWish.of(person).channel, now=timezone.now())
    return render(request, "messaging/stop.html", {"done": request.method == "POST", "works_here": works_here(person)})


# ── the words ───────────────────────────────────────────────────────────────


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """What goes out, word for word, in each language."""
    coordinators_only(request)
    rows = [
        {
            "language": language,
            "name": name,
            "is_reviewed": is_reviewed(language),
            "ways": [preview(each, language) for each in WAYS],
        }
        for language, name in LANGUAGES.items()
    ]
    return render(request, "messaging/words.html", {"rows": rows})


def preview(channel: str, language: str) -> dict[str, object]:
    """As somebody would get it who has one new thing to read."""
    said = bells.words_for(channel, language).about(settings.SITE_URL + "/", settings.SITE_URL + "/…")
    return {
        "channel": channel,
        "label": Channel(channel).label,
        "words": said,
        "parts": bells.parts_of(said.body) if channel == Channel.SMS else 0,
        "is_own": BellText.objects.standing().filter(channel=channel, language=language).exists(),
    }


def edit_words(request: HttpRequest, channel: str, language: str) -> HttpResponse:
    coordinators_only(request)
    if channel not in WAYS or language not in LANGUAGES:
        raise Http404
    current = bells.words_for(channel, language)
    form = BellTextForm(
        request.POST or None, initial={"subject": current.subject, "body": current.body}, channel=channel
    )
    move, now = request.POST.get("move"), timezone.now()
    if move == "reset":
        actions.use_house_words(channel, language, by=request.user, now=now)
    elif move == "try":
        actions.try_bell(request.user, channel, language, now=now)
        flash.success(request, _("Vi har sendt en prøve til dig."))
        return redirect("messaging:words")
    elif form.is_valid():
        said = {"subject": ""} | form.cleaned_data
        actions.set_bell_text(channel, language, **said, by=request.user, now=now)
    else:
        context = {"form": form, "shown": preview(channel, language), "name": LANGUAGES[language]}
        return render(request, "messaging/edit_words.html", context)
    flash.success(request, _("Gemt. Sådan ser den ud nu."))
    return redirect("messaging:words")
