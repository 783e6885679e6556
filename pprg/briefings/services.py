from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record as note
from pprg.briefings import compose, fingerprints, imprints, products, queries
from pprg.briefings.audiences import audiences_in, first_for
from pprg.briefings.choosing.kept import as_kept
from pprg.briefings.choosing.picks import Chosen, Pick, Settling, offered_first, whole
from pprg.briefings.choosing.rows import Wanted
from pprg.briefings.choosing.sources import offered
from pprg.briefings.choosing.wanted import picks_for
from pprg.briefings.content import BoxKind, Imprint
from pprg.briefings.desk import Desk
from pprg.briefings.everything import Packed, everything
from pprg.briefings.fingerprints import Mark
from pprg.briefings.models import BoxChoice, ChosenLine
from pprg.briefings.products import Labelled, Product
from pprg.database import db
from pprg.documents import checking
from pprg.errors import Refused
from pprg.publications import queries as publications
from pprg.publications import services as publishing
from pprg.publications.models import MadeFile, Proof, Publication

CHANGED_MEANWHILE = (
    "Somebody else chose for this box while you had it open. "
    "What you wrote is still here: look at theirs on another page, then save yours again."
)


def choose(
    publication: Publication,
    box: BoxKind,
    lines: Sequence[Wanted],
    *,
    version: int,
    by: Account,
    heading: str = "",
    quietly: bool = False,
) -> BoxChoice:
    """Make these lines, in this order, the box's.

    `version` is that of the choice looked at; 0 where there was none. Each line must be as the record
    has it now, or stand in the choice already. A line of a finding brings the finding's heading with it.
    `quietly` is for saving while somebody types.
    """
    row = _looked_at(publication, box, version)
    record = publications.record_of(publication)
    picks = picks_for(lines, offered(record)[box], map(queries.pick_of, row.lines if row else []))
    ours = heading if heading in compose.headings_for_person(record) and box is BoxKind.PERSON else ""
    return _keep(publication, box, row, picks, heading=ours, by=by, quietly=quietly)


def take_first_choice(publication: Publication, box: BoxKind, *, version: int, by: Account) -> BoxChoice:
    """A person says that the lines offered first are theirs."""
    row = _looked_at(publication, box, version)
    first = offered_first(offered(publications.record_of(publication)))[box]
    return _keep(publication, box, row, list(first.picks), heading=row.heading if row else "", by=by)


def take_first_choices(publication: Publication, *, by: Account) -> None:
    """A person says so of every box that nobody has chosen for yet."""
    for box in set(queries.desk_of(publication).boxes) - set(queries.box_choices_of(publication)):
        take_first_choice(publication, box, version=0, by=by)


def settle(
    publication: Publication, box: BoxKind, address: str, how: Settling, *, version: int, by: Account
) -> BoxChoice:
    """Decide about one line whose source has changed or gone since it was chosen."""
    row = _looked_at(publication, box, version)
    if row is None:
        raise Refused("Nobody has chosen for this box yet.")
    lines = queries.desk_of(publication).boxes[box].lines
    picks = [
        settled for line in lines for settled in _settled(line, how if line.address == address else None)
    ]
    return _keep(publication, box, row, picks, heading=row.heading, by=by)


def make(publication: Publication, product: str, suffix: str) -> publishing.Made:
    """A draft of one product from the words as they stand, marked so on every page."""
    desk = queries.desk_of(publication)
    if product == products.EVERYTHING.name:
        return _all_made(desk, desk.imprint)[-1]
    wanted = products.product_called(product)
    if suffix not in wanted.draws:
        raise Refused(products.not_made(wanted, suffix))
    return one_file(desk, wanted, suffix, desk.imprint)


def ask_for_release(publication: Publication, *, dated: date, by: Account) -> Proof:
    """Make every file as readers will get it, and put them before a second person.

    Refused in words while a box is not chosen by a person, the words are too many, or a file has
    faults that would shut somebody out.
    """
    desk = queries.desk_of(publication)
    if desk.stops:
        raise Refused(" ".join(desk.stops))
    imprint = imprints.of_release(desk.record, number=publications.next_number(publication), dated=dated)
    files = _all_made(desk, imprint, editions=True)
    faults = [f"{made.file_name}: {fault}" for made in files for fault in made.faults]
    if faults:
        raise Refused(" ".join(["The files are not accessible yet.", *faults]))
    ours = imprints.of_the_house(imprint)
    return publishing.ask_for_release(
        publication, files, dated=dated, by=by, imprint=ours, choices=as_kept(desk.choices)
    )


def _all_made(desk: Desk, imprint: Imprint, *, editions: bool = False) -> list[publishing.Made]:
    """Every product in every format, and last all of them in one."""
    files = [
        one_file(desk, product, suffix, imprint, editions=editions)
        for product in products.PRODUCTS
        for suffix in product.formats
    ]
    packed = [
        Packed(product=products.product_called(one.product), suffix=one.suffix, file_name=one.file_name,
               content=one.content)
        for one in files
    ]  # fmt: skip
    return [*files, all_in_one(packed, imprint, {(one.product, one.suffix): mark_on(one) for one in files})]


def all_in_one(
    packed: Sequence[Packed], imprint: Imprint, marks: Mapping[tuple[str, str], Mark]
) -> publishing.Made:
    """The zip of these files, with a fingerprint made of theirs."""
    mark = fingerprints.mark_of_all(marks)
    whole = everything(packed, replace(imprint, fingerprint=mark.fingerprint))
    return _finished(products.EVERYTHING, products.ALL_IN_ONE, whole, imprint, mark)


def mark_on(file: publishing.Made | MadeFile) -> Mark:
    return Mark(file.content_digest, file.template_digest)


def one_file(
    desk: Desk, product: Product, suffix: str, imprint: Imprint, *, editions: bool = False
) -> publishing.Made:
    """One file and, where readers will have it, the same for each audience that is told what to do in it."""
    words = product.composes(desk.record, desk.choices, imprint)
    mark = fingerprints.mark_of(words, product.draws[suffix])
    words = fingerprints.stamped(words, mark)
    made = _finished(product, suffix, product.draws[suffix](words), imprint, mark)
    if not editions:
        return made
    own = tuple(
        publishing.MadeFor(
            audience=audience,
            file_name=products.file_name(product, suffix, imprint, first_for=audience),
            content=product.draws[suffix](first_for(words, audience)),
        )
        for audience in audiences_in(words)
    )
    return replace(made, editions=own)


def _finished(
    product: Labelled, suffix: str, content: bytes, imprint: Imprint, mark: Mark
) -> publishing.Made:
    return publishing.Made(
        product=product.name,
        suffix=suffix,
        file_name=products.file_name(product, suffix, imprint),
        content=content,
        faults=tuple(checking.faults(content, f".{suffix}")),
        content_digest=mark.content,
        template_digest=mark.template,
        fingerprint=mark.fingerprint,
    )


def _looked_at(publication: Publication, box: BoxKind, version: int) -> BoxChoice | None:
    """The choice there is, if it is the one that this person was looking at."""
    row = queries.box_choices_of(publication).get(box)
    if (row.version if row else 0) != version:
        raise Refused(CHANGED_MEANWHILE)
    return row


def _settled(line: Chosen, how: Settling | None) -> list[Pick]:
    if how is None or not line.undecided:
        return [line.pick]
    if how is Settling.REMOVE or line.source is None:
        return []
    return [whole(line.source, _mine(line) if how is Settling.KEEP else "")]


def _mine(line: Chosen) -> str:
    """The author's words; those of the record as it was, where the line was taken whole."""
    if line.pick.shorter or line.source is None:
        return line.pick.shorter
    was, now = (
        (line.pick.lead, line.source.lead)
        if line.source.heads_a_finding
        else (line.pick.text, line.source.text)
    )
    return was if was != now else ""


def _keep(
    publication: Publication,
    box: BoxKind,
    row: BoxChoice | None,
    picks: Sequence[Pick],
    *,
    heading: str,
    by: Account,
    quietly: bool = False,
) -> BoxChoice:
    """Write the choice down, unless it is the one that stands already."""
    if (
        row is not None
        and [queries.pick_of(line) for line in row.lines] == list(picks)
        and row.heading == heading
    ):
        return row
    if row is None:
        row = BoxChoice(publication=publication, box=box)
        db.session.add(row)
    else:
        row.lines.clear()
        db.session.flush()  # the old lines go before the new ones come: an address stands in a box once
    row.heading, row.chosen_by, row.chosen_at = heading, by, clock.now()
    row.lines = [
        ChosenLine(
            place=place,
            source=pick.address,
            source_lead=pick.lead,
            source_text=pick.text,
            shorter=pick.shorter,
        )
        for place, pick in enumerate(picks)
    ]
    chosen = as_kept(queries.choices_of(publication))
    publishing.words_changed(publication, by=by, quietly=quietly, choices=chosen)
    note("chose", row, by=by, box=box.name)
    return row
