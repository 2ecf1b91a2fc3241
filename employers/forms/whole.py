"""A post's form together with its rows of shifts and needs: typed, judged and shown as one."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Self

from django.forms import BaseForm
from django.http import QueryDict

from employers.beginnings import Beginning
from employers.forms.own_words import put_first
from employers.forms.posts import PostForm
from employers.forms.rows import Rows, mended_rows, need_rows, shift_rows, typed_again
from employers.mending import Mended
from employers.models import Post, Shift
from employers.permissions import employer_of
from jobplaneten.accounts.models import User


@dataclass(slots=True)
class WholeForm:
    form: PostForm
    shifts: Rows
    needs: Rows
    beginning: Beginning

    @classmethod
    def of(cls, beginning: Beginning, posted: QueryDict | None, user: User) -> Self:
        form = PostForm(posted, instance=beginning.post, user=user)
        return cls(form, shift_rows(beginning.shifts, posted), need_rows(beginning.needs, posted), beginning)

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.shifts.is_valid(), self.needs.is_valid()])

    def post(self) -> Post:
        """The post as it would be with the fields that are right so far."""
        form = self.form
        if not form.is_bound:
            return form.instance
        form.is_valid()
        names = set(form.Meta.fields)
        values = {name: value for name, value in form.cleaned_data.items() if name in names and value is not None}
        employer = form.cleaned_data.get("employer") or employer_of(form.user)
        steps = {"step_from": form.instance.step_from, "step_to": form.instance.step_to}
        return Post(**values, **steps, employer=employer)

    def week(self) -> list[Shift]:
        return [shift for _number, shift in self.numbered_week()]

    def numbered_week(self) -> list[tuple[int, Shift]]:
        """The shifts that are right so far, each with the number of its row."""
        if not self.shifts.is_bound:
            return list(enumerate(self.beginning.shifts))
        self.shifts.is_valid()
        return [(number, Shift(**typed)) for number, typed in self.shifts.numbered_rows()]

    def mended(self, change: Mended) -> "WholeForm":
        """All that was typed in a fresh form, not judged yet, with the change put in and marked."""
        post = change.put_into(self.post())
        form = PostForm(instance=post, user=self.form.user)
        form.initial.update({name: self.form[name].value() for name in self.form.fields} | change.said)
        shifts, fields = mended_rows(self.shifts, self.numbered_week(), change.shifts)
        whole = WholeForm(form, shifts, typed_again(self.needs), Beginning(post, change.week, self.beginning.needs))
        for one in [form, *shifts.forms]:
            mark(one, fields | change.said.keys())
        return whole

    def heard(self) -> "WholeForm":
        """All that was typed in a fresh form, not judged yet, with what its text seems to mean asked first."""
        post = self.post()
        form = PostForm(instance=post, user=self.form.user)
        form.initial.update({name: self.form[name].value() for name in self.form.fields})
        put_first(form)
        begun = Beginning(post, self.week(), self.beginning.needs)
        return WholeForm(form, typed_again(self.shifts), typed_again(self.needs), begun)


def mark(form: BaseForm, names: Container[str]) -> None:
    for name, field in form.fields.items():
        vars(field)["is_mended"] = form.add_prefix(name) in names
