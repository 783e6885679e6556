"""The Learning Hub: find a review's learning, read it, take it to the team, and say what changed.

A *use* is one team's account that it used a product and what it will do differently, in five fields
and without names. Nothing of a case can be reached from here: it reads released words and files
alone.
"""
