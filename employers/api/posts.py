"""Posts: written by employers and coordinators, opened by coordinators, read by mentors once they are shown."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response

from employers import actions, permissions
from employers.api.employers import ReasonBody
from employers.api.jobs import ShiftFace
from employers.api.sent import Sent, judged_post
from employers.filters import PostFilter
from employers.forms import ReasonForm
from employers.forms.own_words import meanings
from employers.lawfulness import missing_fields, verdicts
from employers.models import Need, Payer, Post, Workplace
from employers.models.posts import Alcohol, Chemicals, Danger, Machines
from employers.wages import PayStatus, lines
from employers.workflow import POST
from jobplaneten.accounts.api import Named
from jobplaneten.accounts.api_doors import Partly, SignedIn, Visible, judged, move
from jobplaneten.accounts.api_words import TagFace, suggests, tags, words_of
from jobplaneten.accounts.models import Role
from jobplaneten.chores import Chore
from jobplaneten.ladder import StepNumber
from jobplaneten.suggesting import LONGEST_TEXT
from jobplaneten.trades import Category, Circumstance, Help, Weekday


class NeedFace(serializers.ModelSerializer):
    class Meta:
        model = Need
        fields = ["skill", "level"]


class ReasonFace(serializers.Serializer):
    words = serializers.CharField()
    read_more = serializers.URLField(source="source")
    is_sure = serializers.BooleanField(help_text="False where the wording is unsettled and read strictly.")
    more = serializers.IntegerField(help_text="How many other days of the week the same is said of.")


class VerdictFace(serializers.Serializer):
    """What the law says for one age group, in Danish."""

    group = serializers.CharField(source="label")
    is_legal = serializers.BooleanField()
    is_wanted = serializers.BooleanField()
    reasons = ReasonFace(many=True)
    cautions = ReasonFace(many=True)
    gates = ReasonFace(many=True)


class PayFace(serializers.Serializer):
    """The pay measured by the post's agreement, in Danish, for ages that share an answer: from `on`."""

    status = serializers.ChoiceField([str(status) for status in PayStatus])
    on = serializers.DateField()
    words = serializers.CharField(source="text")
    read_more = serializers.URLField(source="source", required=False)


# ── faces ───────────────────────────────────────────────────────────────────
class PostFace(serializers.ModelSerializer):
    employer = Named(allow_null=True)
    agreement = Named(allow_null=True)
    chores = serializers.ListField(child=serializers.ChoiceField(Chore.choices))
    circumstances = serializers.ListField(child=serializers.ChoiceField(Circumstance.choices))
    dangers = serializers.ListField(child=serializers.ChoiceField(Danger.choices))
    steps = serializers.ListField(child=serializers.ChoiceField(StepNumber.choices))
    shifts = ShiftFace(many=True)
    needs = NeedFace(many=True)
    moves = serializers.SerializerMethodField()

    class Meta:
        model = Post
        fields = [
            "id", "employer", "status", "title", "category", "workplace", "chores", "text", "circumstances",
            "expectations", "steps", "age_from", "age_to", "help", "adult_on_site", "is_alone", "lift_kg", "machines",
            "chemicals", "alcohol", "has_quick_help", "dangers", "postcode", "place", "starts_on", "ends_on", "seats",
            "seats_taken", "pay_hour", "payer", "agreement", "shifts", "needs", "changed_at", "opened_at", "version",
            "moves",
        ]  # fmt: skip

    def get_moves(self, post: Post) -> list[str]:
        return sorted(permissions.moves_of(self.context["request"].user, post))


class PostInFull(PostFace):
    """With what the law and the agreement say today."""

    law = serializers.SerializerMethodField()
    pay = serializers.SerializerMethodField()

    class Meta:
        model = Post
        fields = [*PostFace.Meta.fields, "law", "pay"]

    @extend_schema_field(PayFace(many=True))
    def get_pay(self, post: Post) -> Any:
        return PayFace(lines(post, timezone.localdate()), many=True).data

    @extend_schema_field(VerdictFace(many=True))
    def get_law(self, post: Post) -> Any:
        return VerdictFace(verdicts(post, timezone.localdate()), many=True).data


class WrittenPost(PostInFull):
    """For those who write it: also what is missing, and why it was sent back."""

    missing = serializers.SerializerMethodField()

    class Meta:
        model = Post
        fields = [*PostInFull.Meta.fields, "status_reason", "missing"]

    def get_missing(self, post: Post) -> list[str]:
        return [field for field, _label in missing_fields(post)]


class ReviewedPost(WrittenPost):
    """For coordinators: also where an imported post comes from."""

    guesses = serializers.DictField(child=serializers.FloatField())

    class Meta:
        model = Post
        fields = [*WrittenPost.Meta.fields, "source_key", "source_url", "source_date", "guesses"]


# ── what may be sent ────────────────────────────────────────────────────────
class ShiftBody(serializers.Serializer):
    """In minutes after midnight. Monday is 0."""

    weekday = serializers.ChoiceField(Weekday.choices)
    starts = serializers.IntegerField(min_value=0, max_value=1439)
    ends = serializers.IntegerField(min_value=1, max_value=1440)
    break_minutes = serializers.IntegerField(default=0)


class PostBody(serializers.Serializer):
    """A draft may be saved with most of it left out; sending it asks for the rest."""

    title = serializers.CharField()
    employer = serializers.IntegerField(required=False, allow_null=True, help_text="Coordinators only.")
    category = serializers.ChoiceField(Category.choices, required=False, allow_blank=True)
    workplace = serializers.ChoiceField(Workplace.choices, required=False, allow_blank=True)
    chores = serializers.ListField(child=serializers.ChoiceField(Chore.choices), required=False)
    text = serializers.CharField(required=False, allow_blank=True)
    circumstances = serializers.ListField(child=serializers.ChoiceField(Circumstance.choices), required=False)
    expectations = serializers.CharField(required=False, allow_blank=True)
    steps = serializers.ListField(child=serializers.ChoiceField(StepNumber.choices), required=False)
    age_from = serializers.IntegerField(required=False)
    age_to = serializers.IntegerField(required=False)
    help = serializers.ChoiceField(Help.choices, required=False, allow_null=True)
    adult_on_site = serializers.CharField(required=False, allow_blank=True)
    is_alone = serializers.BooleanField(required=False)
    lift_kg = serializers.IntegerField(required=False)
    machines = serializers.ChoiceField(Machines.choices, required=False)
    chemicals = serializers.ChoiceField(Chemicals.choices, required=False)
    alcohol = serializers.ChoiceField(Alcohol.choices, required=False)
    has_quick_help = serializers.BooleanField(required=False)
    dangers = serializers.ListField(child=serializers.ChoiceField(Danger.choices), required=False)
    spot = serializers.CharField(required=False, allow_blank=True, help_text="Code of a known spot nearby.")
    postcode = serializers.CharField(required=False, allow_blank=True)
    place = serializers.CharField(required=False, allow_blank=True)
    starts_on = serializers.DateField(required=False, allow_null=True)
    ends_on = serializers.DateField(required=False, allow_null=True)
    seats = serializers.IntegerField(required=False)
    pay_hour = serializers.DecimalField(6, 2, required=False, allow_null=True)
    payer = serializers.ChoiceField(Payer.choices, required=False)
    agreement = serializers.IntegerField(required=False, allow_null=True)
    shifts = ShiftBody(many=True, required=False)
    needs = NeedFace(many=True, required=False)


class PostChange(Partly, PostBody):
    """What is not sent stays as it is. A post that was sent or opened becomes a draft again."""


class AdvertFace(serializers.Serializer):
    """What a text is like, the likeliest first. What it says no to is left out."""

    chores = TagFace(many=True)
    category = TagFace(many=True)
    circumstances = TagFace(many=True)


# ── doors ───────────────────────────────────────────────────────────────────
class Posts(Visible):
    """Job posts: an employer's own, for mentors those that are shown, for coordinators all."""

    queryset = Post.objects.select_related("employer", "agreement").newest_first()
    faces = dict.fromkeys([Role.EMPLOYER, Role.MENTOR, Role.COORDINATOR], PostFace)
    faces_in_full = {Role.EMPLOYER: WrittenPost, Role.MENTOR: PostInFull, Role.COORDINATOR: ReviewedPost}
    filterset_class = PostFilter
    workflow = POST
    bodies = {"create": PostBody, "partial_update": PostChange}

    def get_queryset(self) -> QuerySet[Post]:
        return super().get_queryset().prefetch_related("shifts", "needs")

    def create(self, request: SignedIn) -> Response:
        if not permissions.may_write_posts(request.user):
            raise PermissionDenied
        return self.written(None, self.said())

    def partial_update(self, request: SignedIn, pk: int) -> Response:
        post = self.get_object()
        if not permissions.may_write_posts(request.user):
            raise PermissionDenied
        return self.written(post, self.said())

    def written(self, post: Post | None, sent: Sent) -> Response:
        user, version = self.request.user, sent.pop("version", None)
        words = judged_post(post, sent, user)
        saved = actions.save_post(post, **words, by=user, now=timezone.now(), version=version)
        return self.answer(saved, 201 if post is None else 200)

    @suggests(AdvertFace, "For those who write posts: what a title and text are like, as on the page of a post.")
    def suggest(self, request: SignedIn) -> Response:
        if not permissions.may_write_posts(request.user):
            raise PermissionDenied
        found = meanings(words_of(request, LONGEST_TEXT))
        choices = {"chores": Chore.choices, "category": Category.choices, "circumstances": Circumstance.choices}
        return tags({name: (codes, choices[name]) for name, codes in found.items()})

    @move()
    def submit(self, request: SignedIn, pk: int) -> Response:
        post = self.to_move("submit")
        actions.submit(post, by=request.user, now=timezone.now())
        return self.answer(post)

    @move()
    def open(self, request: SignedIn, pk: int) -> Response:
        post = self.to_move("open")
        actions.open_post(post, by=request.user, now=timezone.now())
        return self.answer(post)

    @move(ReasonBody)
    def refuse(self, request: SignedIn, pk: int) -> Response:
        post, said = self.to_move("refuse"), judged(ReasonForm(self.said()))
        actions.refuse_post(post, reason=said["reason"], by=request.user, now=timezone.now())
        return self.answer(post)

    @move()
    def rework(self, request: SignedIn, pk: int) -> Response:
        post = self.to_move("rework")
        actions.rework(post, by=request.user, now=timezone.now())
        return self.answer(post)

    @move()
    def close(self, request: SignedIn, pk: int) -> Response:
        post = self.to_move("close")
        actions.close(post, by=request.user, now=timezone.now())
        return self.answer(post)
