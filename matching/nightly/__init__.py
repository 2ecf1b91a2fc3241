"""The match night. The database remembers, the worker only rings: see `carry.look`."""

from matching.actions.runs import request_night, request_preview
from matching.nightly.carry import look
from matching.nightly.parts import help_out
from matching.when import local_day

__all__ = ["help_out", "local_day", "look", "request_night", "request_preview"]
