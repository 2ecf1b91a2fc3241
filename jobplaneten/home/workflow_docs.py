"""docs/workflows.md, drawn from the tables that the actions ask."""

from employers.workflow import CONTACT, EMPLOYER, POST
from jobplaneten.placements.workflow import PLACEMENT
from jobplaneten.talking.workflow import REMARK
from jobplaneten.workflow import Workflow
from matching.workflow import MATCH, MODEL
from youth.workflow import YOUTH

TABLES = (YOUTH, EMPLOYER, CONTACT, POST, MATCH, MODEL, PLACEMENT, REMARK)

HEAD = """# Workflows

Made from the code by `manage.py write_docs`; a test fails when this page is behind.
`clock` means that the service itself makes the move, as a consequence of something else.
"""


def diagram(table: Workflow) -> str:
    arrows = [f"    {source} --> {move.target}: {move.name}" for move in table.moves for source in sorted(move.sources)]
    return "\n".join(["```mermaid", "stateDiagram-v2", *arrows, "```"])


def moves(table: Workflow) -> str:
    rows = [
        f"| {move.name} | {', '.join(sorted(move.sources))} | {move.target} | {', '.join(sorted(move.roles))} |"
        for move in table.moves
    ]
    return "\n".join(["| move | from | to | who |", "|---|---|---|---|", *rows])


def page() -> str:
    parts = [HEAD]
    for table in TABLES:
        parts.append(f"## {table.name.capitalize()}\n\n{diagram(table)}\n\n{moves(table)}\n")
    return "\n".join(parts)
