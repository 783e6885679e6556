"""May they? Asked once, before the view, of a rule with a name and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from flask import Flask, abort, current_app, make_response, request, url_for
from flask.typing import ResponseReturnValue

from pprg import database
from pprg.errors import Refused
from pprg.web.fragments import go_to
from pprg.web.sessions import me
from pprg.web.typed import words_sent

SIGNED_OUT = (
    "You are signed out. Sign in again in another tab of your browser; this page keeps what you wrote."
)

Rule = Callable[..., bool]
Loader = Callable[[Any, Any], Any]
View = Callable[..., ResponseReturnValue]
Denied = Callable[[Any, str, list[Any]], None]


class Guarded(NamedTuple):
    rule: Rule
    visitors: bool
    setting: str = ""


def guard(rule: Rule, **loaders: Loader) -> Callable[[View], View]:
    """Load what the URL names, let the rule decide, call the view, then commit.

    `@guard(may.submit_referral, referral=queries.referral_visible_to)` turns the URL's
    `referral_id` into a `referral`, or answers 404 if this person cannot see it (the same 404 as
    for what does not exist), or 403 if they can see it but not do this. Visitors are asked to sign in.
    """
    return _guard(rule, loaders, visitors=False)


def open_to_visitors(rule: Rule, setting: str = "", **loaders: Loader) -> Callable[[View], View]:
    """`guard` for pages that may be read without signing in: always, or where `setting` says so.

    Loaders and rule are then asked with None for the reader.
    """
    return _guard(rule, loaders, visitors=True, setting=setting)


def visitors_welcome(setting: str) -> bool:
    """Whether the partnership has opened these pages: `Config.public_hub`, say. No setting: always."""
    return not setting or bool(getattr(current_app.config["PPRG"], setting))


def anyone(_: Any) -> bool:
    """Anyone, signed in or not: it tells nothing of any case."""
    return True


def signed_in(reader: Any) -> bool:
    """Everyone who is signed in, about themselves alone."""
    return reader is not None


def _guard(
    rule: Rule, loaders: dict[str, Loader], *, visitors: bool, setting: str = ""
) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(**kwargs: Any) -> ResponseReturnValue:
            reader = me()
            if reader is None and not (visitors and visitors_welcome(setting)):
                return _to_sign_in()
            things = _load(reader, loaders, kwargs)
            if not rule(reader, *things.values()):
                if reader is None:
                    return _to_sign_in()
                _deny(reader, list(things.values()))
            rest = {name: given for name, given in kwargs.items() if name[:-3] not in things}
            answer = make_response(view(**things, **rest))
            if request.method not in {"GET", "HEAD"}:
                database.commit()
            return answer

        guarded.guarded = Guarded(rule, visitors, setting)  # type: ignore[attr-defined]
        return guarded

    return decorate


def _load(reader: Any, loaders: dict[str, Loader], named: dict[str, Any]) -> dict[str, Any]:
    """What the URL names, as this reader may see it; one that is not there for them ends in 404."""
    things = {name: load(reader, named[f"{name}_id"]) for name, load in loaders.items()}
    if None in things.values():
        abort(404)
    return things


def _deny(reader: Any, things: list[Any]) -> None:
    database.undo()  # nothing was changed yet; the line below must not wait for our own lock
    denied: Denied = current_app.extensions["pprg_denied"]
    denied(reader, str(request.url_rule), things)
    abort(403)


def _to_sign_in() -> ResponseReturnValue:
    if words_sent():
        raise Refused(SIGNED_OUT)
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return go_to(url_for("accounts.sign_in", next=back))


def check_every_view(app: Flask) -> None:
    """Refuse to start while a route has no rule: forgetting must not be granting."""
    bare = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static" and not hasattr(app.view_functions[rule.endpoint], "guarded")
    ]
    if bare:
        raise RuntimeError(f"No rule guards {', '.join(sorted(bare))}. Put @guard(...) on each.")


def written_down(app: Flask) -> str:
    """Every route with the rule that guards it and the rule's sentence, for review."""
    lines = []
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, sorted(rule.methods or ()))):
        guarded: Guarded | None = getattr(app.view_functions[rule.endpoint], "guarded", None)
        if guarded is None:
            continue
        methods = "/".join(sorted((rule.methods or set()) & {"GET", "POST"}))
        sentence = " ".join((guarded.rule.__doc__ or "NO SENTENCE").split())
        where = f" where {guarded.setting}" if guarded.setting else ""
        open_to = f" (visitors too{where})" if guarded.visitors else ""
        lines += [f"{methods:<9}{rule.rule}{open_to}", f"         {guarded.rule.__name__}: {sentence}"]
    return "\n".join(lines)
