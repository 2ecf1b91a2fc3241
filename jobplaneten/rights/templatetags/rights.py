"""So that the pages of lower rooms can link to the card without knowing how its address is made."""

from typing import Any

from django import template
from django.urls import reverse

from jobplaneten.rights.tokens import token_of

register = template.Library()


@register.simple_tag
def rights_card(post: Any) -> str:
    return reverse("rights:job", args=[token_of(post.pk)])


@register.simple_tag
def report_page(post: Any) -> str:
    return reverse("rights:report", args=[token_of(post.pk)])
