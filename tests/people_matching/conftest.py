"""Two cases and the people in them."""

import pytest

from pprg.cases.services import open_case
from pprg.people import services

GRACE = {
    "names": ["Grace O'Dowd-Finch"],
    "born": "1945-03-11",
    "nhs_number": "999 000 0018",
    "addresses": ["6 Tannery Row, Stourbeck"],
    "postcodes": ["ZE9 2LD"],
    "sex": "female",
}
SAME = GRACE | {"names": ["Gracie Finch"], "born": "1945-11-03", "addresses": ["6 TANNERY ROW"], "phones": []}
OTHER = {"names": ["Desmond Uddlestone"], "born": "1981-02-20", "addresses": ["8 Loom Street, Osmering"]}


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def somebody(coordinator):
    """Puts somebody into a case, a new one if none is given."""

    def enters(case=None, *, label="Adult, 79", subject=True, **known):
        case = case or open_case(by=coordinator.account)
        return services.add_person(
            case, label=label, subject=subject, by=coordinator.account, **(known or GRACE)
        )

    return enters
