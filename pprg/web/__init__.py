"""HTTP plumbing that knows no room: the guard, fragments, refusals, headers, sessions, fields.

`init_app` is *given* who is asking and how a denial is written down, when the app is put together.
"""
