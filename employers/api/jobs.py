"""A post as those on the other side of it may read it: youths who were offered the job, and their mentors."""

from rest_framework import serializers

from employers.models import Post, Shift
from jobplaneten.chores import Chore
from jobplaneten.trades import Help


class ShiftFace(serializers.ModelSerializer):
    """A weekly shift, in minutes after midnight. Monday is 0."""

    class Meta:
        model = Shift
        fields = ["weekday", "starts", "ends", "break_minutes"]


class PostTitle(serializers.ModelSerializer):
    employer = serializers.CharField(source="employer.name", allow_null=True)

    class Meta:
        model = Post
        fields = ["id", "title", "employer"]


class Job(PostTitle):
    chores = serializers.ListField(child=serializers.ChoiceField(Chore.choices))
    shifts = ShiftFace(many=True)

    class Meta:
        model = Post
        fields = [
            *PostTitle.Meta.fields, "category", "chores", "place", "postcode", "starts_on", "ends_on", "shifts",
            "pay_hour", "adult_on_site",
        ]  # fmt: skip


class JobInFull(Job):
    help = serializers.ChoiceField(Help.choices, allow_null=True)

    class Meta:
        model = Post
        fields = [*Job.Meta.fields, "text", "expectations", "help"]
