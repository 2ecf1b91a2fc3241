"""How programs come in: what every resource of the API has in common.

A room says which rows (`visible_to`), which fields for which role (`faces`) and which moves. The rest is refused.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError, PermissionDenied, ValidationError
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.parsers import JSONParser
from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer, IntegerField, Serializer
from rest_framework.throttling import AnonRateThrottle, UserRateThrottle
from rest_framework.viewsets import GenericViewSet

from jobplaneten.accounts.entering import is_fresh
from jobplaneten.accounts.models import User
from jobplaneten.accounts.permissions import needs_second_factor
from jobplaneten.accounts.terms import must_read
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import Workflow


class SignedIn(Request):
    """A request as it reaches a resource: `permission_classes` have seen to that."""

    user: User


Faces = Mapping[str, type[BaseSerializer]]
"""Serializers by role: their fields are all that the role may read."""


class Pages(LimitOffsetPagination):
    default_limit = 50
    max_limit = 100


class WordsParser(JSONParser):
    """JSON can carry half a letter, which no database and no answer can write down."""

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        sent = super().parse(*args, **kwargs)
        try:
            json.dumps(sent, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise ParseError from error
        return sent


class WriteRate(UserRateThrottle):
    scope = "write"

    def allow_request(self, request: Request, view: Any) -> bool:
        return request.method in SAFE_METHODS or super().allow_request(request, view)


class HasReadTheTerms(BasePermission):
    """Said yes to on the pages: a program cannot read them for anybody."""

    def has_permission(self, request: Any, view: Any) -> bool:
        if must_read(request.user, timezone.localdate()):
            raise PermissionDenied(_("Der er nye vilkår. Log ind på siden, og læs dem først."))
        return True


class IsStillThere(BasePermission):
    """Through the session of a page no more can be done than on the page: it is asked again who sits there."""

    message = gettext_lazy("Log ind igen, eller brug en nøgle. Vi har ikke set dig i et kvarter.")

    def has_permission(self, request: Any, view: Any) -> bool:
        is_by_key = request.auth is not None
        if request.method in SAFE_METHODS or is_by_key or not needs_second_factor(request.user):
            return True
        return is_fresh(request, now=timezone.now())


class HasAFace(BasePermission):
    """A list that is not for this role is refused; a single thing is found through `visible_to`, or is not there."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return view.detail or request.user.role in view.faces


class Nothing(Serializer):
    """A move that needs no words."""


class Partly(Serializer):
    """What is not sent stays as it is. `version` is the one that the person saw."""

    version = IntegerField()

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for name, field in fields.items():
            field.required = name == "version"
        return fields


class Visible(GenericViewSet):
    """The rows that a person may see, in the fields that the role may read, with a line in the trail for each."""

    permission_classes = [IsAuthenticated, HasReadTheTerms, IsStillThere, HasAFace]
    parser_classes = [WordsParser]
    pagination_class = Pages
    throttle_classes = [AnonRateThrottle, UserRateThrottle, WriteRate]
    lookup_value_converter = "int"

    request: SignedIn
    queryset: Any
    faces: ClassVar[Faces] = {}
    faces_in_full: ClassVar[Faces] = {}
    """Where one thing alone shows more than it does in a list."""
    workflow: ClassVar[Workflow]
    recorded_as: ClassVar[str] = ""
    """The kind under which reading about a minor is written in the trail; "" when there is no minor in it."""
    bodies: ClassVar[Faces] = {}
    """For each way of writing what may be sent."""
    body: type[BaseSerializer] = Nothing
    """The same for a move, which says it where it stands."""

    def get_queryset(self) -> Any:
        return self.queryset.visible_to(self.request.user)

    def get_serializer_class(self) -> type[BaseSerializer]:
        faces = {**self.faces, **self.faces_in_full} if self.detail else self.faces
        if self.request.user.role not in faces:
            raise PermissionDenied
        return faces[self.request.user.role]

    def list(self, request: SignedIn, **key: int) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        return self.get_paginated_response(self.shown(page))

    def retrieve(self, request: SignedIn, **key: int) -> Response:
        return Response(self.shown([self.get_object()])[0])

    def shown(self, rows: Sequence[Any]) -> Any:
        user = self.request.user
        if self.recorded_as and not user.is_youth:
            read = [(row.pk, self.youth_of(row)) for row in rows]
            record_reads(self.recorded_as, read, by=user, now=timezone.now())
        return self.get_serializer(rows, many=True).data

    def youth_of(self, row: Any) -> int:
        return int(row.youth_id)

    def to_move(self, name: str) -> Any:
        """The row, for those who may see it and whose role may make the move. Whether it is time, the action asks."""
        row = self.get_object()
        if not self.may_make(name, row):
            raise PermissionDenied
        return row

    def may_make(self, name: str, row: Any) -> bool:
        return self.request.user.role in self.workflow.move(name).roles

    def takes(self) -> type[BaseSerializer]:
        return self.bodies.get(self.action, self.body)

    def said(self) -> dict[str, Any]:
        """What was sent, in the right types."""
        sent = self.takes()(data=self.request.data)
        sent.is_valid(raise_exception=True)
        return dict(sent.validated_data)

    def answer(self, row: Any, status: int = 200) -> Response:
        """The thing as it is now, or nothing when it is no longer this person's to see."""
        found = self.get_queryset().filter(pk=row.pk).first()
        return Response(self.shown([found])[0], status) if found else Response(status=204)


def move(body: type[BaseSerializer] = Nothing) -> Callable[[Callable[..., Response]], Any]:
    """A POST to one thing that makes one move; `take_back` is found at `take-back/`."""

    def decorate(method: Callable[..., Response]) -> Any:
        path = method.__name__.replace("_", "-")
        return action(detail=True, methods=["post"], url_path=path, filterset_class=None, body=body)(method)

    return decorate


def judged(form: forms.BaseForm, name_of: Callable[[str], str] = str) -> dict[str, Any]:
    """The page's own form has the last word; what it finds wrong goes back at the field, called by `name_of`."""
    if form.is_valid():
        return dict(form.cleaned_data)
    raise ValidationError(
        {
            "non_field_errors" if name == NON_FIELD_ERRORS else name_of(name): [str(error) for error in errors]
            for name, errors in form.errors.items()
        }
    )
