"""The papers beside briefing and slides: for supervision, for leading the talk, for what a team makes of it.

Each is composed as a *handout*: plain words in parts, of a handful of kinds, which one drawing lays out for
Word and PDF alike. Words are the record's, an author's choice of them, or the house's own.
"""
