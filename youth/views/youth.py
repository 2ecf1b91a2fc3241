from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobplaneten.accounts.doors import only
from jobplaneten.accounts.models import Step
from jobplaneten.workflow import MoveRefused
from youth import actions
from youth.forms.own_words import OwnWords
from youth.forms.profile import FORMS, PageForm
from youth.models import ProfilePage, Youth
from youth.permissions import is_youth, may_edit_profile, may_want_another_job
from youth.portrait import summary, travelled

BODIES = {
    ProfilePage.SKILLS: "youth/_page_skills.html",
    ProfilePage.LIKES: "youth/_page_likes.html",
    ProfilePage.DREAM: "youth/_page_dream.html",
    ProfilePage.WHEN: "youth/_page_when.html",
}


def own(request: HttpRequest) -> Youth:
    found = Youth.objects.visible_to(request.user).select_related("area", "mentor")
    return get_object_or_404(found.prefetch_related("skills", "free_times", "drafts"))


def own_page(request: HttpRequest, page: str) -> tuple[Youth, type[PageForm]]:
    if page not in FORMS:
        raise Http404
    youth = own(request)
    if not may_edit_profile(request.user, youth):
        raise PermissionDenied
    return youth, FORMS[page]


@only(is_youth)
def profile(request: HttpRequest) -> HttpResponse:
    youth = own(request)
    context = {
        "youth": youth,
        "cards": [page_card(youth, page) for page in ProfilePage],
        "missing": youth.first_missing_page,
        "total": len(ProfilePage),
    }
    return render(request, "youth/profile.html", context)


def page_card(youth: Youth, page: ProfilePage) -> dict[str, Any]:
    drafts = {draft.page for draft in youth.drafts.all()}
    badge, tone = (_("Mangler"), "neutral") if page not in youth.pages_done else ("", "")
    if page in drafts:
        badge, tone = _("Ikke gemt færdig"), "wait"
    url = reverse("youth:page", args=[page]) if may_edit_profile(youth.user, youth) else ""
    return {"title": page.label, "url": url, "text": summary(youth, page), "badge": badge, "tone": tone}


@only(is_youth)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, page: str) -> HttpResponse:
    youth, form_class = own_page(request, page)
    if request.method == "GET":
        return show_page(request, youth, form_class.opened(youth))
    if "suggest" in request.POST and issubclass(form_class, OwnWords):
        return show_page(request, youth, form_class.heard(request.POST))
    if "later" in request.POST:
        actions.save_draft(youth, page, form_class.typed(request.POST), now=timezone.now())
        messages.info(request, _("Vi har gemt det, du har skrevet. Kom tilbage, når du har lyst."))
        return redirect("youth:profile")
    return save(request, youth, form_class(request.POST))


def save(request: HttpRequest, youth: Youth, form: PageForm) -> HttpResponse:
    if form.is_valid():
        version, now = form.cleaned_data["version"], timezone.now()
        try:
            youth = actions.save_page(youth, form.page, form.values(), by=request.user, now=now, version=version)
            return go_on(request, youth, form.page, is_done_now=youth.profile_done_at == now)
        except MoveRefused as refusal:
            form.add_error(None, refusal.message)
            form.data = typed = request.POST.copy()
            typed["version"] = str(youth.version)
    actions.save_draft(youth, form.page, form.typed(request.POST), now=timezone.now())
    return show_page(request, youth, form)


def go_on(request: HttpRequest, youth: Youth, page: ProfilePage, *, is_done_now: bool) -> HttpResponse:
    """To the next page that is missing; those who come back to change something land on the overview."""
    missing = youth.first_missing_page
    if missing:
        return redirect("youth:page", missing)
    done, saved = _("Flot! Du har fortalt det hele."), _("Gemt: %(page)s") % {"page": page.label}
    messages.success(request, done if is_done_now else saved)
    return redirect("youth:profile")


def show_page(request: HttpRequest, youth: Youth, form: PageForm) -> HttpResponse:
    context = {
        "youth": youth,
        "form": form,
        "page": form.page,
        "body": BODIES.get(form.page, "parts/_fields.html"),
        "number": list(ProfilePage).index(form.page) + 1,
        "total": len(ProfilePage),
    }
    return render(request, "youth/page.html", context)


@only(is_youth)
@require_POST
def draft(request: HttpRequest, page: str) -> HttpResponse:
    youth, form_class = own_page(request, page)
    saved = actions.save_draft(youth, page, form_class.typed(request.POST), now=timezone.now())
    return render(request, "youth/_draft.html", {"draft": saved, "page": page})


@only(is_youth)
def my_way(request: HttpRequest) -> HttpResponse:
    youth = own(request)
    context = {
        "youth": youth,
        "steps": list(Step.objects.upwards()),
        "entries": travelled(youth.step_changes.all(), with_evidence=False),
        "may_want_another_job": may_want_another_job(request.user, youth),
    }
    return render(request, "youth/my_way.html", context)


@only(is_youth)
@require_POST
def another_job(request: HttpRequest) -> HttpResponse:
    youth = own(request)
    if not may_want_another_job(request.user, youth):
        raise PermissionDenied
    wanted = request.POST.get("wanted") == "yes"
    actions.want_another_job(youth, wanted=wanted, by=request.user, now=timezone.now())
    said = _("Godt. Vi leder også efter et job mere til dig fra i nat."), _("Godt. Vi leder ikke efter et job mere.")
    messages.success(request, said[0] if wanted else said[1])
    return redirect("youth:my_way")
