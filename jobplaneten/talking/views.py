"""The rooms in which a youth and a workplace talk, with the mentor in them; what waits; and what felt wrong."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobplaneten.accounts.doors import SignedIn, only
from jobplaneten.talking import actions
from jobplaneten.talking.forms import HandledForm, OwnWordsForm, PhraseForm
from jobplaneten.talking.models import Remark, RemarkReport, RemarkStatus, Side
from jobplaneten.talking.rooms import Room, cards_for, jobs_for, of_card, of_job, side_of
from jobplaneten.talking.workflow import REMARK
from jobplaneten.trail.actions import record_reads
from youth.disclosure import name_of

MOST_SHOWN = 200


def may_talk(user: Any) -> bool:
    return bool(user.is_youth or user.is_employer or user.is_staff)


def is_staff(user: Any) -> bool:
    return bool(user.is_staff)


def is_coordinator(user: Any) -> bool:
    return bool(user.is_coordinator)


@only(may_talk)
@require_safe
def rooms(request: SignedIn) -> HttpResponse:
    user = request.user
    cards = cards_for(user).select_related("match__youth", "post__employer").oldest_first()[:MOST_SHOWN]
    jobs = jobs_for(user).select_related("youth", "post__employer").newest_first()[:MOST_SHOWN]
    found = [(of_job(job), reverse("talking:at_job", args=[job.pk])) for job in jobs]
    found += [(of_card(card), reverse("talking:at_card", args=[card.pk])) for card in cards]
    seen(request, [room for room, _url in found])
    faces = [
        {"title": room.name_for(user), "url": url, "meta": [room.post.title], "icon": "chat"} for room, url in found
    ]
    waiting = Remark.objects.visible_to(user).held().count() if user.is_staff else 0
    return render(request, "talking/rooms.html", {"cards": faces, "waiting": waiting})


@only(may_talk)
@require_http_methods(["GET", "POST"])
def at_card(request: SignedIn, pk: int) -> HttpResponse:
    card = get_object_or_404(cards_for(request.user).select_related("match__youth__mentor", "post__employer"), pk=pk)
    return talk(request, of_card(card))


@only(may_talk)
@require_http_methods(["GET", "POST"])
def at_job(request: SignedIn, pk: int) -> HttpResponse:
    job = get_object_or_404(jobs_for(request.user).select_related("youth__mentor", "post__employer"), pk=pk)
    return talk(request, of_job(job))


def talk(request: SignedIn, room: Room) -> HttpResponse:
    user, now = request.user, timezone.now()
    form = form_for(request, room)
    if form.is_valid():
        row = actions.say(room, form.words(), by=user, now=now)
        messages.success(request, told(row))
        return redirect(request.path)
    rows = Remark.objects.visible_to(user).between(room.youth.pk, room.post.pk).select_related("by").oldest_first()
    seen(request, [room])
    mentor = room.youth.mentor
    context = {
        "room": room,
        "name": room.name_for(user),
        "remarks": [face(row, user) for row in rows],
        "form": form,
        "mentor": mentor.name if mentor else "",
        "is_phrases": isinstance(form, PhraseForm),
    }
    return render(request, "talking/talk.html", context)


def form_for(request: SignedIn, room: Room) -> OwnWordsForm | PhraseForm:
    side = side_of(request.user)
    if room.own_words or side == Side.STAFF:
        return OwnWordsForm(request.POST or None)
    return PhraseForm(request.POST or None, side=side, today=timezone.localdate())


def told(row: Remark) -> str:
    if row.status == RemarkStatus.HELD:
        return _("Din besked er gemt. Mentor læser den, før den bliver vist.")
    return _("Din besked er sendt.")


def face(row: Remark, user: Any) -> dict[str, Any]:
    is_mine = row.side == side_of(user)
    moves = {move.name for move in REMARK.moves_from(row.status, {user.role})} if row.side != Side.STAFF else set()
    return {
        "pk": row.pk,
        "who": _("Dig")
        if row.by_id == user.pk
        else (row.by.name if row.side == Side.STAFF else row.get_side_display()),
        "text": row.words_for(user),
        "covered": row.covered if row.covered != row.body else "",
        "at": row.at,
        "is_mine": is_mine,
        "status": row.status,
        "state": row.get_status_display(),
        "moves": moves - (set() if row.covered != row.body else {"uncover"}),
        "may_report": not is_mine and row.side != Side.STAFF and not user.is_staff,
    }


def seen(request: SignedIn, found: list[Room]) -> None:
    """Everybody but the youth leaves a line."""
    if not request.user.is_youth:
        read = [(room.post.pk, room.youth.pk) for room in found]
        record_reads("talk", read, by=request.user, now=timezone.now())


@only(is_staff)
@require_safe
def held(request: SignedIn) -> HttpResponse:
    user = request.user
    rows = Remark.objects.visible_to(user).held().select_related("by", "youth", "post__employer").oldest_first()
    read = [(row.pk, row.youth_id) for row in rows]
    record_reads("remark", read, by=user, now=timezone.now())
    found = [face(row, user) | {"youth": name_of(row.youth), "job": row.post.title, "by": row.by.name} for row in rows]
    return render(request, "talking/held.html", {"remarks": found})


@only(is_staff)
@require_POST
def settle(request: SignedIn, pk: int, move: str) -> HttpResponse:
    row = get_object_or_404(Remark.objects.visible_to(request.user).exclude(side=Side.STAFF), pk=pk)
    if move not in {each.name for each in REMARK.moves}:
        raise Http404
    actions.settle(row, move, by=request.user, now=timezone.now())
    messages.success(request, _("Gemt."))
    return redirect("talking:held")


@only(may_talk)
@require_POST
def report(request: SignedIn, pk: int) -> HttpResponse:
    """It feels wrong, says whoever got the message."""
    user = request.user
    row = get_object_or_404(Remark.objects.visible_to(user).exclude(side__in=[side_of(user), Side.STAFF]), pk=pk)
    if not room_of(row, user):
        raise Http404
    actions.report(row, by=user, now=timezone.now())
    messages.success(
        request, _("Tak, fordi du siger det. En koordinator og din mentor læser det i dag. Ingen andre ved det.")
    )
    return redirect("talking:rooms")


def room_of(row: Remark, user: Any) -> bool:
    """Whoever may not be in the room any more reads and reports nothing from it."""
    in_job = jobs_for(user).filter(youth=row.youth_id, post=row.post_id).exists()
    return in_job or cards_for(user).filter(match__youth=row.youth_id, post=row.post_id).exists()


@only(is_coordinator)
@require_safe
def reports(request: SignedIn) -> HttpResponse:
    rows = RemarkReport.objects.visible_to(request.user).select_related(
        "remark__youth", "remark__post", "by", "handled_by"
    )
    waiting, done = list(rows.open().order_by("at")), list(rows.exclude(handled_at=None).order_by("-at")[:20])
    read = [(row.remark_id, row.remark.youth_id) for row in (*waiting, *done)]
    record_reads("remark", read, by=request.user, now=timezone.now())
    shown = [(row, name_of(row.remark.youth), HandledForm(auto_id=f"r{row.pk}_%s")) for row in waiting]
    return render(request, "talking/reports.html", {"waiting": shown, "done": done})


@only(is_coordinator)
@require_POST
def handled(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(RemarkReport.objects.visible_to(request.user), pk=pk)
    form = HandledForm(request.POST)
    if form.is_valid():
        actions.handle(row, done=form.cleaned_data["done"], by=request.user, now=timezone.now())
        messages.success(request, _("Det er skrevet ned."))
    for error in form.errors.get("done", []):
        messages.error(request, str(error))
    return redirect("talking:reports")
