"""A copy of the law and its tests in which mutmut reaches every function.

mutmut leaves decorated functions alone, and nearly every rule is decorated. In the copy `@per_day(…) def rule`
is written out as `def rule`, `rule = per_day(…)(rule)`. Caches are left out: a worker is a fork of a process that
has run the tests, and would remember the answer of the law as it was.
"""

import shutil
from pathlib import Path

import libcst as cst

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT / "test-output" / "mutants"
CACHES = ("lru_cache", "cache")
# What mutmut itself understands.
KEPT = ("staticmethod", "classmethod")
SLOW = "hypothesis"
SETTINGS = """[tool.mutmut]
source_paths = ["jobplaneten"]
pytest_add_cli_args = ["-p", "no:randomly", "-p", "no:xdist", "-p", "no:django", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["tests/law"]
max_children = 1

[tool.pytest.ini_options]
addopts = ["--import-mode=importlib", "-x", "-q"]
"""


class WriteOutDecorators(cst.CSTTransformer):
    def leave_FunctionDef(  # noqa: N802 - the name that libcst calls
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        decorators = [one.decorator for one in updated_node.decorators]
        if any(isinstance(one, cst.Name) and one.value in KEPT for one in decorators):
            return updated_node
        wrapped: cst.BaseExpression = cst.Name(updated_node.name.value)
        for decorator in reversed([one for one in decorators if _name(one) not in CACHES]):
            wrapped = cst.Call(decorator, [cst.Arg(wrapped)])
        plain = updated_node.with_changes(decorators=[])
        if isinstance(wrapped, cst.Name):
            return plain
        assigned = cst.Assign([cst.AssignTarget(cst.Name(updated_node.name.value))], wrapped)
        return cst.FlattenSentinel([plain, cst.SimpleStatementLine([assigned])])


def _name(decorator: cst.BaseExpression) -> str:
    called = decorator.func if isinstance(decorator, cst.Call) else decorator
    return called.value if isinstance(called, cst.Name) else ""


def copy() -> None:
    """The law, and those of its tests that are quick: the same answer a thousand times tells no more here."""
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT / "jobplaneten" / "law", COPY / "jobplaneten" / "law", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(ROOT / "tests" / "law", COPY / "tests" / "law", ignore=shutil.ignore_patterns("*.pyc"))
    for package in ("jobplaneten", "tests"):
        (COPY / package / "__init__.py").touch()
    for source in (COPY / "jobplaneten").rglob("*.py"):
        module = cst.parse_module(source.read_text(encoding="utf-8"))
        source.write_text(module.visit(WriteOutDecorators()).code, encoding="utf-8")
    for test in (COPY / "tests").rglob("test_*.py"):
        if SLOW in test.read_text(encoding="utf-8"):
            test.unlink()
    (COPY / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")


if __name__ == "__main__":
    copy()
