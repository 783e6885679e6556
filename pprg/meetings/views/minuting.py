"""A meeting begins and is closed; its minutes are written, read and taken along."""

from flask import Response, abort, current_app, flash, make_response, request, url_for

from pprg.audit.services import record_read
from pprg.clock import now
from pprg.documents.minutes import DRAWS, MinutesOnPaper
from pprg.errors import Mistaken
from pprg.meetings import queries
from pprg.meetings import rules as may
from pprg.meetings.forms.agenda import ReopenForm
from pprg.meetings.forms.minuting import KeepWordsForm, MinutesForm, keep_words_form, minutes_form
from pprg.meetings.minutes import Clash, Minutes, marks_of
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries.minuting import extract_of, minutes_of
from pprg.meetings.queries.naming import Named, mark_of_named, named_in
from pprg.meetings.rules import agenda as may_also
from pprg.meetings.services import minuting as services
from pprg.meetings.states import MeetingState
from pprg.meetings.views.door import bp
from pprg.web.files import hand_over
from pprg.web.filters import at, day
from pprg.web.fragments import go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.post("/<uuid:meeting_id>/beginning")
@guard(may_also.run_meeting, meeting=queries.meeting_visible_to)
def begin(meeting: Meeting) -> Response:
    services.begin_meeting(meeting, by=me())
    flash("The meeting has begun. Its minutes can be written.")
    return go_to(url_for(".show", meeting_id=meeting.id))


@bp.post("/<uuid:meeting_id>/closing")
@guard(may_also.run_meeting, meeting=queries.meeting_visible_to)
def close(meeting: Meeting) -> Response:
    try:
        services.close_meeting(meeting, by=me())
    except Mistaken as named:
        return _not_closed(meeting, named)
    flash("The meeting is closed and its minutes are locked.")
    return go_to(url_for(".show", meeting_id=meeting.id))


@bp.route("/<uuid:meeting_id>/reopening", methods=["GET", "POST"])
@guard(may_also.run_meeting, meeting=queries.meeting_visible_to)
def reopen(meeting: Meeting) -> Response:
    form = ReopenForm()
    if form.validate_on_submit():
        try:
            services.reopen_meeting(meeting, form.reason.data, by=me())
            flash("The minutes are open again. Close the meeting when they are put right.")
            return go_to(url_for(".minutes", meeting_id=meeting.id))
        except Mistaken as named:
            form.reason.errors = [sentence for _, sentence in named.mistakes]
    return page("meetings/minutes-reopen.html", meeting=meeting, form=form)


@bp.get("/<uuid:meeting_id>/minutes")
@guard(may_also.read_minutes, meeting=queries.meeting_visible_to)
def minutes(meeting: Meeting) -> Response:
    _note_reading("read minutes of", meeting)
    words = minutes_of(me(), meeting)
    return _minutes(meeting, words, _form(words) if _writes(meeting) else None)


@bp.post("/<uuid:meeting_id>/minutes")
@guard(may_also.write_minutes, meeting=queries.meeting_visible_to)
def save_minutes(meeting: Meeting) -> Response:
    words = minutes_of(me(), meeting)
    form = _form(words)
    if not form.validate():
        return _minutes(meeting, words, form)
    clashes = services.save_minutes(meeting, form.said, marks=form.version.data or "", by=me())
    if clashes:
        return _both(meeting, words, clashes)
    flash("Saved.")
    return go_to(url_for(".minutes", meeting_id=meeting.id))


@bp.post("/<uuid:meeting_id>/minutes/keep")
@guard(may_also.write_minutes, meeting=queries.meeting_visible_to)
def keep_minutes(meeting: Meeting) -> Response:
    """Autosave. What two people wrote at one place is left for a person to put together."""
    form = _form(minutes_of(me(), meeting))
    if not form.validate():
        return make_response("", 422)
    if services.save_minutes(meeting, form.said, marks=form.version.data or "", by=me()):
        return make_response("", 409)
    return make_response("", 204, {"X-Saved-At": at(now()), "X-Version": marks_of(form.said)})


@bp.get("/<uuid:meeting_id>/minutes/names")
@guard(may_also.write_minutes, meeting=queries.meeting_visible_to)
def names_in_minutes(meeting: Meeting) -> Response:
    """What in the notes tells who somebody is. A page that shows the latest already gets nothing."""
    words = minutes_of(me(), meeting)
    named = named_in(me(), meeting, words)
    if wants_a_piece() and request.args.get("seen") == mark_of_named(named):
        return make_response("", 204)
    return _names(meeting, words, named)


@bp.post("/<uuid:meeting_id>/minutes/names")
@guard(may_also.write_minutes, meeting=queries.meeting_visible_to)
def keep_words(meeting: Meeting) -> Response:
    """Let a find stay, because nobody in a case is meant."""
    form, words = KeepWordsForm(), minutes_of(me(), meeting)
    if not form.validate():
        return _names(meeting, words, named_in(me(), meeting, words), form)
    services.keep_words(meeting, form.place.data or "", form.mark.data or "", form.because.data, by=me())
    flash("The words stay. If the sentence changes, it is asked again.")
    return go_to(url_for(".names_in_minutes", meeting_id=meeting.id))


@bp.get("/<uuid:meeting_id>/minutes.<any(docx, pdf):kind>")
@guard(may_also.read_minutes, meeting=queries.meeting_visible_to)
def minutes_file(meeting: Meeting, kind: str) -> Response:
    """The minutes as this reader may read them, to be kept."""
    _note_reading("took minutes of", meeting)
    name = f"minutes-{meeting.held_on.isoformat()}.{kind}"
    return hand_over(_drawn(minutes_of(me(), meeting), kind, f"Minutes, {day(meeting.held_on)}"), name)


@bp.get("/items/<uuid:item_id>/extract")
@guard(may.read_item, item=queries.item_visible_to)
def extract(item: AgendaItem) -> Response:
    """What the minutes say of one case, and nothing of any other."""
    record_read("read extract of minutes", item, by=me())
    return page("meetings/minutes-extract.html", item=item, words=extract_of(me(), item))


@bp.get("/items/<uuid:item_id>/extract.<any(docx, pdf):kind>")
@guard(may.read_item, item=queries.item_visible_to)
def extract_file(item: AgendaItem, kind: str) -> Response:
    record_read("took extract of minutes", item, by=me())
    name = f"{item.case.reference}-minutes-{item.meeting.held_on.isoformat()}.{kind}"
    return hand_over(_drawn(extract_of(me(), item), kind, item.case.reference), name)


def _minutes(meeting: Meeting, words: Minutes, form: MinutesForm | None) -> Response:
    named = named_in(me(), meeting, words) if may_also.write_minutes(me(), meeting) else []
    return page(
        "meetings/minutes.html",
        meeting=meeting,
        words=words,
        form=form,
        boxes=form.boxes if form else {},
        named=named if form else [one for one in named if one.stops],
        seen=mark_of_named(named),
        runs=may_also.run_meeting(me(), meeting),
    )


def _names(
    meeting: Meeting, words: Minutes, named: list[Named], form: KeepWordsForm | None = None
) -> Response:
    record_read("read notes of", meeting, by=me())
    once = {one.mark or place: one for place, one in enumerate(named)}.values()
    return page(
        "meetings/minutes-names.html",
        fragment="piece",
        meeting=meeting,
        words=words,
        named=named,
        once=once,
        seen=mark_of_named(named),
        live=wants_a_piece(),
        form=form,
        forms={one: keep_words_form(one.key, one.mark, asked=form) for one in once if one.stops},
        written=meeting.state == MeetingState.SITTING,
    )


def _not_closed(meeting: Meeting, named: Mistaken) -> Response:
    """The minutes again, with a way to each note that has to change first."""
    _note_reading("read minutes of", meeting)
    words = minutes_of(me(), meeting)
    form = _form(words, formdata=None)
    form.say(named.mistakes)
    return _minutes(meeting, words, form)


def _both(meeting: Meeting, words: Minutes, clashes: list[Clash]) -> Response:
    """Two texts of one place, side by side: a person chooses, nothing is overwritten."""
    marks = marks_of({clash.key: clash.theirs for clash in clashes})
    answer = page(
        "meetings/minutes-both.html", meeting=meeting, clashes=clashes, places=words.places, marks=marks
    )
    answer.status_code = 409
    return answer


def _writes(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.SITTING and may_also.write_minutes(me(), meeting)


def _form(words: Minutes, **as_it_stands: None) -> MinutesForm:
    return minutes_form(words.places, words.notes, marks=marks_of(words.notes), **as_it_stands)


def _note_reading(verb: str, meeting: Meeting) -> None:
    """One line for the meeting and one for each case of it that is shown."""
    record_read(verb, meeting, by=me())
    for line in queries.agenda_of(me(), meeting):
        if line.item is not None and not line.waits:
            record_read(verb, line.item, by=me())


def _drawn(words: Minutes, kind: str, reference: str) -> bytes:
    settings = current_app.config["PPRG"]
    draw = DRAWS.get(kind) or abort(404)
    return draw(
        MinutesOnPaper(
            title=words.title,
            lead=words.lead,
            stands=words.stands,
            pieces=words.pieces,
            dated=words.held_on,
            house=settings.organisation,
            marking=settings.case_marking,
            reference=reference,
        )
    )
