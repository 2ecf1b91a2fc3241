"""The form for a post, its law panel and its rows."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from employers import actions, permissions
from employers.beginnings import Beginning, again, kept, started
from employers.forms import WholeForm, one_row_more
from employers.lawfulness import lies_in_holidays, missing_fields
from employers.mending import Mended, advice, mended
from employers.models import Post, PostStatus
from employers.starters import STARTERS
from employers.views import SignedIn
from employers.views.posts import visible_post
from employers.views.sections import lacking, sections, short_sections
from employers.wages import told
from jobplaneten.accounts.doors import only
from jobplaneten.workflow import MoveRefused

MOST_OLD_POSTS = 5


@only(permissions.may_write_posts)
def post_start(request: SignedIn) -> HttpResponse:
    """What to begin with: a starter of the trade, an old post, or nothing."""
    old = Post.objects.visible_to(request.user).filter(source_key=None).newest_first()[:MOST_OLD_POSTS]
    return render(request, "employers/post_start.html", {"starters": starter_cards(), "old": old})


@only(permissions.may_write_posts)
def post_new(request: SignedIn) -> HttpResponse:
    return written(request, None, beginning(request))


@only(permissions.may_write_posts)
def post_edit(request: SignedIn, pk: int) -> HttpResponse:
    row = visible_post(request, pk)
    if not permissions.may_edit(request.user, row):
        raise MoveRefused(_("Opslaget kan ikke rettes, når det er besat eller lukket."))
    return written(request, row, kept(row))


def beginning(request: SignedIn) -> Beginning:
    starter, old = STARTERS.get(request.GET.get("eksempel", "")), request.GET.get("som", "")
    if starter is not None:
        return started(starter, permissions.employer_of(request.user))
    return again(visible_post(request, int(old))) if old.isdecimal() else Beginning(Post())


def written(request: SignedIn, row: Post | None, begun: Beginning) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    whole = WholeForm.of(begun, posted, request.user)
    # Asked before the form is: reading a form writes into what it began with.
    lacks = lacking(whole) if row is None else []
    to_mend = (posted or request.GET).get("ret")
    if to_mend is not None:
        return put_right(request, row, whole, lacks, to_mend)
    if posted is not None and "suggest" in posted:
        return shown(request, row, whole.heard(), lacks=[])
    valid = whole.is_valid()
    saved = saved_post(request, row, whole) if posted is not None and valid else None
    if saved is not None:
        return after_saving(request, saved)
    if posted is None and row is not None and "mangler" in request.GET:
        whole.form.mark(missing_fields(row))
    return shown(request, row, whole, lacks)


def put_right(request: SignedIn, row: Post | None, whole: WholeForm, lacks: list[str], code: str) -> HttpResponse:
    """The form once more with the nearest lawful change put in. Nothing is saved, and nothing typed is lost."""
    change = mended(code, whole.post(), whole.week(), timezone.localdate())
    return shown(request, row, whole.mended(change) if change else whole, lacks, change)


def shown(
    request: SignedIn, row: Post | None, whole: WholeForm, lacks: list[str], change: Mended | None = None
) -> HttpResponse:
    context = {
        "form": whole.form,
        "sections": short_sections(whole, lacks) if lacks else sections(whole),
        "shifts": whole.shifts,
        "needs": whole.needs,
        "post": row,
        "was_open": is_shown(row),
        "change": change,
    }
    return render(request, "employers/post_edit.html", context | panel(whole))


def panel(whole: WholeForm) -> dict[str, Any]:
    post, week, today = whole.post(), whole.week(), timezone.localdate()
    found = advice(post, today, week)
    wanted = [verdict for verdict in found if verdict["is_wanted"]]
    lawful = [verdict for verdict in wanted if verdict["is_legal"]]
    about = {"pay": told(post, today), "in_holidays": lies_in_holidays(post)}
    return about | {"verdicts": found, "wanted": wanted, "lawful": lawful}


def saved_post(request: SignedIn, row: Post | None, whole: WholeForm) -> Post | None:
    """None when somebody else was quicker: the form then says so and keeps what was typed."""
    user, form = request.user, whole.form
    try:
        return actions.save_post(
            row,
            values=form.values(),
            shifts=whole.shifts.rows(),
            needs=[(need["skill"], need["level"]) for need in whole.needs.rows()],
            employer=form.cleaned_data["employer"] if user.is_coordinator else permissions.employer_of(user),
            by=user,
            now=timezone.now(),
            version=form.cleaned_data["version"] or 0,
        )
    except MoveRefused as refusal:
        form.refuse(refusal.message)
        return None


def after_saving(request: SignedIn, row: Post) -> HttpResponse:
    if "send" not in request.POST:
        messages.success(request, _("Gemt som kladde."))
        return redirect("employers:post", row.pk)
    if missing_fields(row):
        messages.info(request, _("Kladden er gemt, men ikke sendt endnu."))
        return redirect(reverse("employers:post_edit", args=[row.pk]) + "?mangler=1")
    try:
        actions.submit(row, by=request.user, now=timezone.now())
    except MoveRefused as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("Opslaget er sendt. Du får besked, når det er set."))
    return redirect("employers:post", row.pk)


@only(permissions.may_write_posts)
@require_POST
def law(request: SignedIn) -> HttpResponse:
    """The panel while somebody types: judged from what can be read so far; nothing is saved.

    Drawn without the request: a fragment has no menu whose counts would have to be asked for.
    """
    whole = WholeForm.of(Beginning(Post()), request.POST, request.user)
    return HttpResponse(render_to_string("employers/_law_live.html", panel(whole)))


@only(permissions.may_write_posts)
@require_POST
def row_more(request: SignedIn, prefix: str) -> HttpResponse:
    if prefix not in {"shifts", "needs"}:
        raise Http404
    return render(request, f"employers/_{prefix}.html", {"rows": one_row_more(request.POST, prefix)})


def starter_cards() -> Iterable[dict[str, Any]]:
    return [
        {
            "title": starter.name,
            "text": starter.said["title"],
            "url": reverse("employers:post_new") + f"?eksempel={code}",
            "icon": f"kind-{starter.said['category']}",
        }
        for code, starter in STARTERS.items()
    ]


def is_shown(row: Post | None) -> bool:
    return row is not None and row.status in {PostStatus.OPEN, PostStatus.SUBMITTED}
