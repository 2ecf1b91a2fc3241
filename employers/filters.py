import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from employers.models import Employer, EmployerKind, EmployerStatus, Post, PostStatus
from jobplaneten.trades import Category


class EmployerFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(label=_("Navn"), lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label=_("Slags"), choices=EmployerKind.choices, empty_label=_("Alle"))
    status = django_filters.ChoiceFilter(label=_("Status"), choices=EmployerStatus.choices, empty_label=_("Alle"))

    class Meta:
        model = Employer
        fields = ["name", "kind", "status"]


class PostFilter(django_filters.FilterSet):
    title = django_filters.CharFilter(
        label=_("Overskrift"), lookup_expr="icontains", widget=forms.TextInput(attrs={"type": "search"})
    )
    category = django_filters.ChoiceFilter(label=_("Slags job"), choices=Category.choices, empty_label=_("Alle"))
    status = django_filters.ChoiceFilter(label=_("Status"), choices=PostStatus.choices, empty_label=_("Alle"))

    class Meta:
        model = Post
        fields = ["title", "category", "status"]
