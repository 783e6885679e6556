"""Who asks, who answers, and the case that it is about."""

import pytest

from pprg.cases.models import Case
from tests.people import People, Person
from tests.requests.builders import a_case


@pytest.fixture
def coordinator(people: People) -> Person:
    return people.coordinator()


@pytest.fixture
def lead(people: People) -> Person:
    return people.safeguarding_lead()


@pytest.fixture
def case(coordinator: Person) -> Case:
    return a_case(by=coordinator.account)
