"""Those who take part in almost every test here. A file that needs somebody else says so itself."""

from __future__ import annotations

import pytest

from tests.meetings.builders import an_item


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def second(people):
    return people.coordinator("Sasha Second")


@pytest.fixture
def chair(people):
    return people.chair()


@pytest.fixture
def member(people):
    return people.panel_member()


@pytest.fixture
def referrer(people):
    return people.referrer().account


@pytest.fixture
def item(people, coordinator):
    return an_item(by=coordinator.account, referrer=people.referrer().account)
