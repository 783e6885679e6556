"""A colleague who may be in a case is kept out of it, and cannot tell that there is one."""

import re
import uuid

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import Uuid, select

from pprg import database
from pprg.accounts.models import Account
from pprg.accounts.states import DEMO_PASSWORD, Role
from pprg.cases.models import Case
from pprg.cases.rules import know_of_case
from pprg.cases.services import let_know, open_case, step_out
from pprg.cases.states import Part
from pprg.database import Base, db
from pprg.errors import Refused
from pprg.home.trail import kept_out_of, looks_at, stepped_out_of
from pprg.meetings.models import AgendaItem
from pprg.meetings.queries import agenda_of
from pprg.notices.models import Notice
from pprg.people import queries, rules, services
from pprg.people.staff import accounts_like
from pprg.people.states import Kept
from pprg.publications.models import Publication
from pprg.reviews.models import Review
from tests.people import Browser, an_account

NO_CASE = {"static", "home.leave", "accounts.sign_out"}
IDS = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
PUBLIC = ("learning", "briefings", "publications")
"""Rooms whose pages of a released publication are for every reader, kept out or not."""


@pytest.fixture
def case(coordinator):
    return open_case(by=coordinator.account)


def names_of(likes):
    return {like.account.name for like in likes}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Cora Coordinator", True),
        ("CORA COORDINATOR", True),
        ("Coordinator, Cora", True),
        ("Coordinator Cora", True),
        ("Cora Coordinater", True),
        ("Cora Jane Coordinator", True),
        ("Mrs Cora Coordinator-Smith", True),
        ("Cora", False),
        ("Coordinator", False),
        ("Cora Smith", False),
        ("C Coordinator", False),
        ("Carl Coordinator", False),
        ("", False),
    ],
)
def test_a_colleague_is_known_by_both_parts_of_a_name_however_it_is_written(coordinator, told, found):
    assert ("Cora Coordinator" in names_of(accounts_like([told]))) == found


def test_short_forms_count_and_so_does_the_address(coordinator):
    an_account("Anthony Blagrove", Role.REFERRER, "Marlshire Police")
    assert names_of(accounts_like(["Tony Blagrove"])) == {"Anthony Blagrove"}
    assert names_of(accounts_like([], emails=[coordinator.account.email.upper()])) == {"Cora Coordinator"}


def test_somebody_whose_account_is_closed_is_known_too(coordinator):
    an_account("Anthony Blagrove", Role.REFERRER, "Marlshire Police").active = False
    assert names_of(accounts_like(["Tony Blagrove"])) == {"Anthony Blagrove"}


def test_who_is_kept_out_knows_nothing_whatever_they_are(people, coordinator, case):
    chair = people.chair().account
    let_know(case, chair, Part.CHAIR, by=coordinator.account)
    services.keep_out(case, chair, label="Niece", by=coordinator.account)
    db.session.expire_all()
    assert not know_of_case(chair, case)


def test_kept_out_twice_is_once_and_who_was_let_in_stays_in(people, coordinator, case):
    chair = people.chair().account
    kept = services.keep_out(case, chair, label="Niece", by=coordinator.account)
    assert services.keep_out(case, chair, label="Adult, 79", by=coordinator.account) is kept
    services.let_in(kept, reason="Another of that name.", by=coordinator.account)
    services.keep_out(case, chair, label="Niece", by=coordinator.account)
    db.session.expire_all()
    assert kept.state == Kept.LET_IN
    assert know_of_case(chair, case)


def test_who_stepped_out_by_themselves_is_not_let_in_by_the_way(people, coordinator, case):
    chair = people.chair().account
    step_out(case, chair, by=coordinator.account)
    kept = services.keep_out(case, chair, label="Niece", by=coordinator.account)
    services.let_in(kept, reason="Another of that name.", by=coordinator.account)
    db.session.expire_all()
    assert not know_of_case(chair, case)


def test_nobody_lets_themselves_in(people, coordinator, case):
    kept = services.keep_out(case, coordinator.account, label="Niece", by=people.chair().account)
    with pytest.raises(Refused, match="Nobody lets themselves"):
        services.let_in(kept, reason="It is not me.", by=coordinator.account)
    with pytest.raises(Refused, match="Say why"):
        services.let_in(kept, reason=" ", by=people.coordinator("Second Coordinator").account)


def test_only_coordinators_of_the_case_see_it_and_never_the_colleague(people, coordinator, case):
    second, chair = people.coordinator("Second Coordinator"), people.chair()
    kept = services.keep_out(case, second.account, label="Niece", by=coordinator.account)
    for person in [*people.everyone(), second]:
        sees = person is coordinator
        assert (queries.staff_match_visible_to(person.account, kept.id) is kept) == sees
        assert rules.see_staff_match(person.account, kept) == sees
    assert db.session.scalars(select(Notice.to_id)).all() == [coordinator.account.id]
    assert coordinator.opens(f"/people/kept-out/{kept.id}").status_code == 200
    assert second.opens(f"/people/kept-out/{kept.id}").status_code == 404
    assert "Second Coordinator" in coordinator.opens("/people/matches").text
    assert case.reference not in second.opens("/people/matches").text
    assert "Second Coordinator" in [account.name for account in kept_out_of(coordinator.account, case)]
    assert kept_out_of(chair.account, case) == []
    assert stepped_out_of(case) == []
    assert not [look for look in looks_at(chair.account, case) if "colleague" in look.did]


def test_a_coordinator_lets_them_in_on_the_page_with_a_reason(people, coordinator, case):
    chair = people.chair()
    kept = services.keep_out(case, chair.account, label="Niece", by=coordinator.account)
    page = f"/people/kept-out/{kept.id}"
    assert chair.opens(f"/cases/{case.id}").status_code == 404
    assert coordinator.presses(page, "Let them in").status_code == 422
    assert coordinator.presses(page, "Let them in", reason="Another of that name.").status_code == 303
    assert chair.opens(f"/cases/{case.id}").status_code == 200
    assert "Another of that name." in coordinator.opens(page).text
    again = coordinator.posts(f"{page}/let-in", reason="Twice.")
    assert again.status_code == 422
    assert "They were let in already." in again.text


@pytest.fixture
def kept_out_of_the_fullest_case(app):
    """A coordinator, a chair and a member of the demo, kept out of the case that the most is known of."""
    about = {item.case_id for item in db.session.scalars(select(AgendaItem))}
    released = select(Review.case_id).join(Publication, Publication.review_id == Review.id)
    quiet = about - set(db.session.scalars(released))
    case = max(db.session.scalars(select(Case).where(Case.id.in_(quiet))), key=lambda one: len(_rows_of(one)))
    accounts = {
        role: next(a for a in db.session.scalars(select(Account)).unique() if a.holds(role))
        for role in (Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE)
    }
    for account in accounts.values():
        services.keep_out(case, account, label="Niece", by=account)
    database.commit()
    return case, list(accounts.values())


@pytest.mark.with_demo
def test_to_who_is_kept_out_every_route_answers_as_for_a_case_that_does_not_exist(
    app, kept_out_of_the_fullest_case
):
    case, accounts = kept_out_of_the_fullest_case
    rows = _rows_of(case)
    assert len(rows) > 5, rows
    told, asked = [], 0
    for account in accounts:
        browser = Browser(app)
        browser.fills_in("/sign-in", email=account.email, password=DEMO_PASSWORD)
        token = browser._token()
        for address, with_ids in _addresses(app, rows):
            nothing = IDS.sub(str(uuid.uuid4()), address)
            # Who may do most is also asked whether anything can be done to it.
            for method in ("GET", "POST") if with_ids and account is accounts[0] else ("GET",):
                there, absent = (_asked(browser, method, url, token) for url in (address, nothing))
                asked += 1
                if with_ids and there != absent:
                    told.append(f"{account.email}: {method} {address}: {there[0]} and not {absent[0]}")
                elif case.reference in there[1]:
                    told.append(f"{account.email}: {method} {address} tells of the case")
    assert not told, "\n".join(told)
    assert asked > 300, asked


@pytest.mark.with_demo
def test_an_agenda_shows_no_line_and_no_gap_where_the_case_stands(kept_out_of_the_fullest_case):
    case, accounts = kept_out_of_the_fullest_case
    items = db.session.scalars(select(AgendaItem).where(AgendaItem.case_id == case.id)).all()
    for item in items:
        for account in accounts:
            lines = agenda_of(account, item.meeting)
            assert [line.number for line in lines] == list(range(1, len(lines) + 1))
            assert all(line.item is not None and line.item is not item for line in lines)


def _rows_of(case):
    """Ids of the case and of one row of every table that hangs from it."""
    found, fresh = {"case_file": case.id}, {"case_file": [case.id]}
    while fresh:
        below = {}
        for table in Base.metadata.sorted_tables:
            for key in table.foreign_keys:
                parents = fresh.get(key.column.table.name)
                if not parents or table.name in found or "id" not in table.c:
                    continue
                rows = db.session.scalars(select(table.c.id).where(key.parent.in_(parents))).all()
                if rows and isinstance(table.c.id.type, Uuid):
                    found[table.name], below[table.name] = rows[0], rows
        fresh = below
    return found


def _addresses(app, rows):
    """Every address of the app: those with ids once for each row of the case."""
    roads = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.endpoint in NO_CASE or rule.endpoint.partition(".")[0] in PUBLIC:
            continue
        if not rule.arguments:
            if "GET" in rule.methods:
                yield roads.build(rule.endpoint), False
            continue
        for known in _rows_meant(rule, rows):
            values = {name: known if name.endswith("_id") else "1" for name in rule.arguments}
            try:
                yield roads.build(rule.endpoint, values), True
            except Exception:  # noqa: S112 - a route whose other parts take no "1"
                continue


def _rows_meant(rule, rows):
    """Those whose table is called as the address calls them; all of them where none is."""
    last = [name for name in rule.arguments if name.endswith("_id")][-1:]
    stem = {"case_id": "case_file"}.get(last[0], last[0].removesuffix("_id")) if last else "-"
    return [known for table, known in rows.items() if stem in table] or list(rows.values())


def _asked(browser, method, url, token):
    if method == "GET":
        answer = browser._browser.get(url)
    else:
        answer = browser._browser.post(url, data={"csrf_token": token})
    page = BeautifulSoup(answer.text, "html.parser")
    return answer.status_code, IDS.sub("", page.get_text(" ", strip=True))
