"""A youth's wishes: all that the pages of the profile ask. The youth's own to write; staff may read them."""

from collections.abc import Callable, Iterable
from typing import Any

import django_filters
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.response import Response

from jobplaneten.accounts.api_doors import Partly, SignedIn, Visible, judged
from jobplaneten.accounts.api_words import TagFace, suggests, tags, words_of
from jobplaneten.accounts.models import Role
from jobplaneten.trades import Circumstance, DreamField, Evidence, Skill, SkillLevel, TravelMode, Weekday
from youth import actions
from youth.actions.profile import Span, joined
from youth.disclosure import is_hidden
from youth.forms.own_words import LONGEST
from youth.forms.profile import FORMS, DreamForm, LikesForm, PageForm
from youth.forms.times import BLOCKED_ROWS, spans_of, ticked
from youth.forms.widgets import SpanWidget
from youth.models import FreeTime, ProfilePage, SchoolYear, Youth
from youth.permissions import is_youth, may_edit_profile

Wish = dict[str, Any]
"""All wishes of one youth, as the API reads and writes them."""


class Stretch(serializers.Serializer):
    """A stretch of the week, in minutes after midnight. Monday is 0."""

    weekday = serializers.ChoiceField(Weekday.choices)
    starts = serializers.IntegerField(min_value=0, max_value=1440)
    ends = serializers.IntegerField(min_value=0, max_value=1440)


class OwnSkill(serializers.Serializer):
    skill = serializers.ChoiceField(Skill.choices)
    level = serializers.ChoiceField(SkillLevel.choices)
    evidence = serializers.ChoiceField(Evidence.choices, allow_blank=True, default="")


class Asked(serializers.Serializer):
    """What the pages ask, but for the times."""

    shown_name = serializers.CharField(help_text="The only name that an employer may see.")
    line = serializers.CharField(help_text="One line about oneself; the mentor reads it before others do.")
    school_year = serializers.ChoiceField(SchoolYear.choices)
    school = serializers.IntegerField(allow_null=True, help_text="The number of a school, when it is one we know.")
    skills = OwnSkill(many=True)
    likes = serializers.ListField(child=serializers.ChoiceField(Circumstance.choices))
    rather_nots = serializers.ListField(child=serializers.ChoiceField(Circumstance.choices))
    dream = serializers.CharField(allow_blank=True)
    dream_field = serializers.ChoiceField(DreamField.choices)
    travel_modes = serializers.ListField(child=serializers.ChoiceField(TravelMode.choices))
    travel_minutes = serializers.IntegerField()


class WishFace(Asked):
    """`id` is the number of the youth."""

    id = serializers.IntegerField()
    version = serializers.IntegerField()
    pages_done = serializers.ListField(child=serializers.ChoiceField(ProfilePage.choices))
    profile_done_at = serializers.DateTimeField(allow_null=True)
    shown_name = serializers.CharField(source="name_to_show")
    school_year = serializers.ChoiceField(SchoolYear.choices, allow_blank=True)
    school = serializers.IntegerField(source="school_id", allow_null=True)
    dream_field = serializers.ChoiceField(DreamField.choices, allow_blank=True)
    travel_minutes = serializers.IntegerField(allow_null=True)
    free = Stretch(source="free_times", many=True)
    blocked = Stretch(source="blocked_times", many=True, help_text="Taken. Nobody asks why.")


class WishToStaff(WishFace):
    """The name of a school tells a place."""

    def to_representation(self, youth: Youth) -> dict[str, Any]:
        shown = super().to_representation(youth)
        return shown | {"school": None} if is_hidden(youth) else shown


class WishBody(Asked, Partly):
    free = Stretch(many=True, help_text="Whole blocks of the week, as the page shows them.")
    blocked = serializers.ListField(child=Stretch(), max_length=BLOCKED_ROWS)


class LikeFace(serializers.Serializer):
    """What a text is like, the likeliest first. What it says no to stands under `rather_nots` or nowhere."""

    likes = TagFace(many=True)
    rather_nots = TagFace(many=True)
    dream_field = TagFace(many=True)


class WishFilter(django_filters.FilterSet):
    dream_field = django_filters.ChoiceFilter(label=gettext_lazy("Retning"), choices=DreamField.choices)
    is_done = django_filters.BooleanFilter(
        "profile_done_at", lookup_expr="isnull", exclude=True, label=gettext_lazy("Profilen er færdig")
    )

    class Meta:
        model = Youth
        fields = ["dream_field", "is_done"]


class Wishes(Visible):
    """What young people would like and would rather not, what they can, when, and how far they go."""

    queryset = Youth.objects.by_name()
    faces = {Role.YOUTH: WishFace, Role.MENTOR: WishToStaff, Role.COORDINATOR: WishToStaff}
    filterset_class = WishFilter
    recorded_as = "youth"
    bodies = {"partial_update": WishBody}

    def get_queryset(self) -> QuerySet[Youth]:
        return super().get_queryset().prefetch_related("skills", "free_times", "blocked_times")

    def youth_of(self, row: Youth) -> int:
        return row.pk

    def may_make(self, name: str, row: Youth) -> bool:
        return may_edit_profile(self.request.user, row)

    def partial_update(self, request: SignedIn, pk: int) -> Response:
        """Each page that something was sent for is saved as the page itself would save it; all of them, or none."""
        youth, said = self.to_move("save_page"), self.said()
        version, wish = said.pop("version"), {**WishFace(youth).data, **said}
        pages = [page for page, (names, _form_data) in PAGES.items() if names & set(said)]
        refuse_contradictions(said, wish)
        forms = [judged_page(page, wish, version) for page in pages]
        with transaction.atomic():
            for turn, form in enumerate(forms):
                values, seen = form.values(), version + turn
                actions.save_page(youth, form.page, values, by=request.user, now=timezone.now(), version=seen)
        return self.answer(youth)

    @suggests(LikeFace, "Youths only: what one's own words are like, as on the pages about likes and dreams.")
    def suggest(self, request: SignedIn) -> Response:
        if not is_youth(request.user):
            raise PermissionDenied
        text = words_of(request, LONGEST)
        likes, rather_nots = LikesForm.meanings(text)
        dreams, _refused = DreamForm.meanings(text)
        return tags(
            {
                "likes": (likes, Circumstance.choices),
                "rather_nots": (rather_nots, Circumstance.choices),
                "dream_field": (dreams, DreamField.choices),
            }
        )


def refuse_contradictions(said: Wish, wish: Wish) -> None:
    """What the pages cannot be made to say, because they ask one question for each thing."""
    if set(wish["likes"]) & set(wish["rather_nots"]):
        raise ValidationError({"rather_nots": [_("Det samme kan ikke stå både i det, du gerne vil, og i resten.")]})
    if "free" in said and joined(spans_of(blocks(said["free"]))) != joined(spans(said["free"])):
        raise ValidationError({"free": [_("Vælg hele tider i ugen, som de står på siden.")]})


def judged_page(page: ProfilePage, wish: Wish, version: int) -> PageForm:
    _names, form_data = PAGES[page]
    form = FORMS[page]({**form_data(wish), "version": version})
    judged(form, lambda name: WHOLE.get(name.partition("_")[0], name))
    return form


# ── a wish as the pages post it ─────────────────────────────────────────────
def spans(stretches: Iterable[dict[str, int]]) -> list[Span]:
    return [(each["weekday"], each["starts"], each["ends"]) for each in stretches]


def blocks(stretches: Iterable[dict[str, int]]) -> list[str]:
    return ticked(FreeTime(weekday=day, starts=starts, ends=ends) for day, starts, ends in joined(spans(stretches)))


def plain(*names: str) -> tuple[set[str], Callable[[Wish], Wish]]:
    return set(names), lambda wish: {name: wish[name] for name in names}


def skills(wish: Wish) -> Wish:
    levels = {f"level_{own['skill']}": own["level"] for own in wish["skills"]}
    return levels | {f"from_{own['skill']}": own["evidence"] for own in wish["skills"]}


def feelings(wish: Wish) -> Wish:
    return {f"how_{code}": "like" for code in wish["likes"]} | {f"how_{code}": "not" for code in wish["rather_nots"]}


def times(wish: Wish) -> Wish:
    boxes = SpanWidget()
    taken = {
        f"blocked_{row}_{part}": value
        for row, span in enumerate(spans(wish["blocked"]))
        for part, value in zip(("day", "from", "to"), boxes.decompress(span), strict=True)
    }
    return {"free": blocks(wish["free"]), **taken}


PAGES: dict[ProfilePage, tuple[set[str], Callable[[Wish], Wish]]] = {
    ProfilePage.ABOUT: plain("shown_name", "line"),
    ProfilePage.SCHOOL: plain("school_year", "school"),
    ProfilePage.SKILLS: ({"skills"}, skills),
    ProfilePage.LIKES: ({"likes", "rather_nots"}, feelings),
    ProfilePage.DREAM: plain("dream", "dream_field"),
    ProfilePage.WHEN: ({"free", "blocked"}, times),
    ProfilePage.TRAVEL: plain("travel_modes", "travel_minutes"),
}
"""The fields of a wish that stand on each page, and how they read there."""
WHOLE = {"level": "skills", "from": "skills", "how": "likes", "blocked": "blocked"}
"""The pages ask about each skill, circumstance and span in a field of its own."""
