"""A copy of the house in which each guard can be taken away by its number, one at a time.

What guards: a decorator of a door, a line of sight (`visible_to`), a refusal, a predicate that says who may, a piece of
middleware, and a line in the trail. In the copy each asks `guard_switch.away` whether it is the one that is gone.
"""

import ast
import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = Path(os.environ.get("GUARDS_OUTPUT", ROOT / "test-output" / "guards"))
"""The copy is told where it lies."""
COPY = OUTPUT / "tree"
GUARDS = COPY / "guards.json"
ROOMS = ("jobplaneten", "youth", "employers", "matching")
LEFT_ALONE = ("migrations", "demo", "law", "engine", "evaluation", "management", "nightly", "locale", "static")
"""No stranger comes there: made-up people, and what counts without asking who asks."""
DECORATORS = {
    "only", "require_POST", "require_safe", "ask_again", "ask_anybody_again", "move",
}  # fmt: skip
REFUSALS = {"Http404", "PermissionDenied"}
MIDDLEWARE = (
    "jobplaneten.accounts.entering.keep_the_door",
    "jobplaneten.accounts.entering.ask_for_the_terms",
    "jobplaneten.home.middleware.never_cache_signed_in_pages",
    "jobplaneten.accounts.entering.AskWhoItIs",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
)
SWITCH = """import os

away = int(os.environ.get("GUARD_AWAY", "0"))
asked = set()


def door(number, decorate):
    def both(view):
        guarded = decorate(view)

        def open_or_guarded(*args, **kwargs):
            asked.add(number)
            return (view if away == number else guarded)(*args, **kwargs)

        open_or_guarded.__dict__.update(guarded.__dict__)
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(open_or_guarded, name, getattr(view, name))
        return open_or_guarded

    return both


def sight(number, rows, *who, **more):
    asked.add(number)
    return rows.all() if away == number else rows.visible_to(*who, **more)


def stands(number):
    asked.add(number)
    return away != number
"""


def name_of(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


class Planter(ast.NodeTransformer):
    def __init__(self, file: str, found: list[dict[str, object]]) -> None:
        self.file, self.found, self.inside = file, found, list[str]()

    def number(self, kind: str, what: str) -> int:
        where = ".".join(self.inside)
        same = sum(one["file"] == self.file and one["where"] == where and one["what"] == what for one in self.found)
        key = f"{self.file} {where} {what} {same}"
        self.found.append({"key": key, "file": self.file, "where": where, "kind": kind, "what": what})
        return len(self.found)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:  # noqa: N802 - the name that ast calls
        return self.within(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:  # noqa: N802
        self.inside.append(node.name)
        is_door = len(self.inside) == 1
        decorators = [self.decorator(one) if is_door else one for one in node.decorator_list]
        if self.file.endswith("permissions.py") and node.name.startswith(("may_", "is_", "answers_")):
            yes = ast.parse(f"if not guard_switch.stands({self.number('predicate', 'says yes')}): return True").body
            node.body = [*yes, *node.body]
        self.inside.pop()
        self.within(node)
        node.decorator_list = decorators
        return node

    def within(self, node: ast.ClassDef | ast.FunctionDef) -> ast.AST:
        self.inside.append(node.name)
        self.generic_visit(node)
        self.inside.pop()
        return node

    def decorator(self, node: ast.expr) -> ast.expr:
        if name_of(node) not in DECORATORS - {"move"}:
            return node
        number = self.number("decorator", ast.unparse(node))
        return ast.parse(f"guard_switch.door({number}, {ast.unparse(node)})", mode="eval").body

    def visit_Call(self, node: ast.Call) -> ast.AST:  # noqa: N802
        self.generic_visit(node)
        if name_of(node) == "visible_to" and isinstance(node.func, ast.Attribute):
            number = self.number("line of sight", "visible_to")
            rows = node.func.value
            target = ast.parse("guard_switch.sight", mode="eval").body
            return ast.Call(target, [ast.Constant(number), rows, *node.args], node.keywords)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.value, ast.Call) and name_of(node.value) in {"record_reads", "remember"}:
            number = self.number("line in the trail", name_of(node.value))
            test = ast.parse(f"guard_switch.stands({number})", mode="eval").body
            return ast.If(test, [node], [])
        return node

    def visit_If(self, node: ast.If) -> ast.AST:  # noqa: N802
        self.generic_visit(node)
        raised = node.body[0] if len(node.body) == 1 and isinstance(node.body[0], ast.Raise) else None
        asks = ast.unparse(node.test)
        refuses = raised is not None and raised.exc is not None and name_of(raised.exc)
        by_whom = any(word in asks for word in ("may_", "is_staff", "by."))
        if refuses in REFUSALS or (refuses == "MoveRefused" and by_whom):
            number = self.number("refusal", asks[:60])
            stands = ast.parse(f"guard_switch.stands({number})", mode="eval").body
            node.test = ast.BoolOp(ast.And(), [stands, node.test])
        return node


def plant(source: Path, found: list[dict[str, object]]) -> None:
    file = source.relative_to(COPY).as_posix()
    tree = ast.parse(source.read_text(encoding="utf-8"))
    before = len(found)
    Planter(file, found).visit(tree)
    if len(found) == before:
        return
    after_futures = next(
        (n for n, node in enumerate(tree.body) if not (isinstance(node, ast.ImportFrom) and node.module == "__future__")
         and not (n == 0 and isinstance(node, ast.Expr))), 0)  # fmt: skip
    tree.body.insert(after_futures, ast.parse("from jobplaneten import guard_switch").body[0])
    source.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")


def copy() -> list[dict[str, object]]:
    shutil.rmtree(COPY, ignore_errors=True)
    (OUTPUT / "heard.json").unlink(missing_ok=True)
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    for name in filter(None, listed):
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, COPY / name)
    found: list[dict[str, object]] = []
    for room in ROOMS:
        for source in sorted((COPY / room).rglob("*.py")):
            if not set(source.relative_to(COPY).parts) & set(LEFT_ALONE):
                plant(source, found)
    (COPY / "jobplaneten" / "guard_switch.py").write_text(SWITCH, encoding="utf-8")
    for name in MIDDLEWARE:
        key = f"jobplaneten/settings.py MIDDLEWARE {name}"
        found.append({"key": key, "file": "jobplaneten/settings.py", "where": "", "kind": "middleware", "what": name})
    GUARDS.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return found


if __name__ == "__main__":
    copy()
