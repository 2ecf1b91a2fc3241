from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer
from rest_framework import serializers

WRONG = OpenApiResponse(OpenApiTypes.OBJECT, "What is wrong, in Danish, by field.")
NOT_YOURS = OpenApiResponse(description="Not for this role.")
NOT_THERE = OpenApiResponse(description="Not there, or not for you to see.")
GONE = OpenApiResponse(description="Done; the thing is no longer yours to see.")


SMALLEST_COLUMN = 2**15 - 1


class Refusal(serializers.Serializer):
    """The move cannot be made now, or somebody else was quicker. Nothing has changed."""

    detail = serializers.CharField()


class RoomSchema(AutoSchema):
    """Describes a resource from what the view says of itself: `faces` by role, and the `body` of a move."""

    view: Any

    def get_request_serializer(self) -> Any:
        return self.view.takes() if hasattr(self.view, "takes") else super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        if not hasattr(self.view, "faces"):
            return super().get_response_serializers()
        face = self.face()
        if self.method == "GET":
            return {200: face, 403: NOT_YOURS} | ({404: NOT_THERE} if self.view.detail else {})
        refusals = {400: WRONG, 403: NOT_YOURS, 409: Refusal}
        if not self.view.detail:
            return {201: face, **refusals}
        return {200: face, 204: GONE, **refusals, 404: NOT_THERE}

    def face(self) -> Any:
        """One serializer, or a choice of them when roles read different fields."""
        view = self.view
        faces = {**view.faces, **view.faces_in_full} if view.detail else view.faces
        found = list(dict.fromkeys(faces.values()))
        if len(found) == 1:
            return found[0]
        name = "Or".join(face.__name__ for face in found)
        return PolymorphicProxySerializer(component_name=name, serializers=found, resource_type_field_name=None)


def forget_column_limits(result: dict[str, Any], **asked: Any) -> dict[str, Any]:
    """How large a number a column holds differs between databases and means nothing to a reader."""
    for component in result["components"]["schemas"].values():
        for field in component.get("properties", {}).values():
            if field.get("maximum", 0) >= SMALLEST_COLUMN:
                for name in ("maximum", "minimum", "format"):
                    field.pop(name, None)
    return result
