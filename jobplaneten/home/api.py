"""The law for anybody's program: cases in, verdicts out. No login, nothing kept, nothing written down."""

from datetime import date
from hashlib import sha256
from typing import Any

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.parsers import BaseParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.viewsets import ViewSet

from jobplaneten.home.law_form import EXAMPLE, FORM
from jobplaneten.law import NoLawForDayError
from jobplaneten.law.documents import Document, read_document
from jobplaneten.law.reading import FormError, Problem
from jobplaneten.law.reporting import report_document

MOST_CASES = 100
MOST_BYTES = 256 * 1024


class TooLarge(APIException):
    status_code = 413
    default_detail = f"A document of cases is at most {MOST_BYTES} bytes."


class PatienceWithAnAddress(SimpleRateThrottle):
    """Counted by address, of which only a fingerprint is kept, and that for a minute."""

    scope = "law"

    def get_cache_key(self, request: Request, view: Any) -> str:
        return f"throttle_law_{sha256(self.get_ident(request).encode()).hexdigest()[:32]}"


class CasesParser(BaseParser):
    """The law reads its own form, so that the errors are those of `manage.py check_law`."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        raw = stream.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise TooLarge
        try:
            return read_document(raw.decode("utf-8-sig"), MOST_CASES)
        except UnicodeDecodeError:
            raise as_refusal(Problem("case", "is not UTF-8")) from None
        except FormError as error:
            raise as_refusal(*error.problems) from None


def as_refusal(*problems: Problem) -> ValidationError:
    said: dict[str, list[str]] = {}
    for problem in problems:
        said.setdefault(problem.field, []).append(problem.text)
    return ValidationError(said)


class Law(ViewSet):
    """Whoever asks is nobody to us: a key or a session is not even looked at."""

    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_classes = [PatienceWithAnAddress]
    parser_classes = [CasesParser]

    @extend_schema(
        description=f"Verdicts on one case, on a list of them, or on an object with `cases` and `post_matrix`; at "
        f"most {MOST_CASES} at a time. The answer is one verdict, or a list of them in the order asked. Nothing is "
        f"stored. The words of the form stand in docs/api.md.",
        parameters=[OpenApiParameter("on", OpenApiTypes.DATE, description="The day of the law; today if not given.")],
        request={"application/json": FORM},
        responses={
            200: OpenApiTypes.ANY,
            400: OpenApiResponse(OpenApiTypes.OBJECT, "What is wrong, by the path of the field."),
            413: OpenApiResponse(description="Too large."),
            429: OpenApiResponse(description="Too fast."),
        },
        examples=[OpenApiExample("One case", EXAMPLE, request_only=True)],
    )
    @action(detail=False, methods=["post"])
    def judge(self, request: Request) -> Response:
        on = day_of(request)
        sent: Any = request.data
        if not isinstance(sent, Document):
            # An empty body never reaches the parser.
            raise as_refusal(Problem("case", "is missing"))
        try:
            return Response(report_document(sent, on))
        except NoLawForDayError as error:
            raise ValidationError({"on": [str(error)]}) from None


def day_of(request: Request) -> date:
    """The day asked about, or today in Denmark."""
    said = request.query_params.get("on")
    try:
        return timezone.localdate() if said is None else date.fromisoformat(said)
    except ValueError:
        raise ValidationError({"on": ["is not a day such as 2026-11-22"]}) from None
