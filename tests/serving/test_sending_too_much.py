"""Who sends too much to the program itself hears why, though a browser listens only when it has sent all."""

from tests.over_the_wire import Caller


def test_somebody_who_sends_too_much_hears_why(program, settings):
    one = program(
        PPRG_ENVIRONMENT="production",
        PPRG_SECRET_KEY=settings.secret_key,
        PPRG_DATA_KEY=",".join(settings.data_keys),
    )
    one.start()
    answer = Caller(one).posts("/sign-in", email="a" * 40_000_000)
    assert answer.status_code == 413
    assert "That is too much at once" in answer.text
