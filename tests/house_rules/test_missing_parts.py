"""A part that this machine lacks is said in a sentence; where everything must be there, it is a failure."""

import pytest

from tests import machine


@pytest.fixture
def without_libreoffice(monkeypatch):
    monkeypatch.setitem(machine.PARTS, "soffice", ("LibreOffice", lambda: None))
    machine.find.cache_clear()
    yield
    machine.find.cache_clear()


@pytest.mark.usefixtures("without_libreoffice")
@pytest.mark.parametrize(("ci", "ends_as"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_a_missing_part_is_never_passed_over_in_silence(monkeypatch, ci, ends_as):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(ends_as, match="LibreOffice is not on this machine; `make test` installs it"):
        machine.needs("soffice")
