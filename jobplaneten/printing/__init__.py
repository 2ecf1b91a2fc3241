from jobplaneten.printing.pdf import as_pdf, attachment
from jobplaneten.printing.words import Block, Paper, facts, heading, image, lines, signatures, text

__all__ = [
    "Block",
    "Paper",
    "as_pdf",
    "attachment",
    "facts",
    "heading",
    "image",
    "lines",
    "signatures",
    "text",
]
