"""People who sign in, the agency they work for, and what they are appointed to do.

An *appointment* gives a role, at an agency or for a legal owner, from a day and until a day. A
*sign-in* is one browser's permission to act as an account; it lives in a table, so that it can be
ended. Role gives ability; the *case* gives permission, and that is asked of `cases`. Leans on
agencies, audit and notices.
"""
