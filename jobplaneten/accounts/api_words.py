"""Free text in, tags that it is like out. The text is neither kept nor logged, and nothing is ticked for anybody."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle

from jobplaneten.accounts.api_doors import SignedIn
from jobplaneten.accounts.api_schema import NOT_YOURS, WRONG
from jobplaneten.suggesting import trouble_with


class WordsRate(UserRateThrottle):
    scope = "words"


class WordsBody(serializers.Serializer):
    text = serializers.CharField(allow_blank=True, help_text="In anybody's own words and spelling, in Danish.")


class TagFace(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()


def words_of(request: SignedIn, most: int) -> str:
    """The text that was sent, or the sentence that the page would have said of it."""
    sent = WordsBody(data=request.data)
    sent.is_valid(raise_exception=True)
    text = sent.validated_data["text"]
    trouble = trouble_with(text, most)
    if trouble:
        raise ValidationError({"text": [trouble]})
    return str(text)


def tags(found: Mapping[str, tuple[Any, Any]]) -> Response:
    """For each field the codes found, with the names of its choices."""
    return Response(
        {
            name: [{"code": code, "name": str(dict(choices)[code])} for code in codes]
            for name, (codes, choices) in found.items()
        }
    )


def suggests(face: type[serializers.BaseSerializer], description: str) -> Any:
    """A POST to the list that answers with suggestions and changes nothing."""

    def decorate(method: Any) -> Any:
        described = extend_schema(
            description=f"{description} Nothing is saved, and the text is neither kept nor logged.",
            request=WordsBody,
            responses={200: face, 400: WRONG, 403: NOT_YOURS, 429: OpenApiResponse(OpenApiTypes.OBJECT, "Too fast.")},
        )(method)
        return action(
            detail=False,
            methods=["post"],
            filterset_class=None,
            pagination_class=None,
            body=WordsBody,
            throttle_classes=[WordsRate],
        )(described)

    return decorate
