"""The verbs of the room: asking, writing, returning, and keeping an eye on what is to come."""

from pprg.requests.services.answering import has_answer, missing, return_request, say_nothing_known
from pprg.requests.services.apart import colleagues, who_answers
from pprg.requests.services.asking import AskingWords, ask_agencies
from pprg.requests.services.files import add_files, describe_file, put_back_file, read_file, remove_file
from pprg.requests.services.overseeing import (
    ask_again,
    chase_requests,
    hold_back,
    move_date,
    note_reading_as_written,
    note_taking,
    release_return,
    withdraw_request,
)
from pprg.requests.services.writing import (
    Overtaken,
    name_writer,
    note_reading,
    open_request,
    save_part,
    stop_writer,
)

__all__ = [
    "AskingWords",
    "Overtaken",
    "add_files",
    "ask_again",
    "ask_agencies",
    "chase_requests",
    "colleagues",
    "describe_file",
    "has_answer",
    "hold_back",
    "missing",
    "move_date",
    "name_writer",
    "note_reading",
    "note_reading_as_written",
    "note_taking",
    "open_request",
    "put_back_file",
    "read_file",
    "release_return",
    "remove_file",
    "return_request",
    "save_part",
    "say_nothing_known",
    "stop_writer",
    "who_answers",
    "withdraw_request",
]
