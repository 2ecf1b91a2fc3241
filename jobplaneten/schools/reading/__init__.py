"""A file with days off, as schools and municipalities give them away, into rows that a person looks through."""

from jobplaneten.schools.reading.files import BIGGEST, FileError, Reading, read

__all__ = ["BIGGEST", "FileError", "Reading", "read"]
