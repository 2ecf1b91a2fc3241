"""A paper as PDF, tagged for screen readers. All words go in as one JSON input: none of them is ever source."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.http import FileResponse

from jobplaneten.printing.words import Paper

HERE = Path(__file__).parent


@cache
def compiler() -> Any:
    """Loaded the first time that somebody asks for a PDF: pages that make none pay nothing. Fonts of the machine and
    everything outside this folder are out of its reach."""
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
    return typst, fonts


def as_pdf(paper: Paper) -> bytes:
    typst, fonts = compiler()
    made: bytes = typst.compile(
        HERE / "paper.typ",
        root=HERE,
        font_paths=fonts,
        sys_inputs={"paper": paper.as_json()},
        pdf_standards="ua-1",
    )
    return made


def attachment(paper: Paper, name: str) -> FileResponse:
    """`name` says which kind of paper it is: whose, stands only inside."""
    response = FileResponse(BytesIO(as_pdf(paper)), filename=f"{name}.pdf", content_type="application/pdf")
    response["Cache-Control"] = "no-store, private"
    response["X-Content-Type-Options"] = "nosniff"
    return response
