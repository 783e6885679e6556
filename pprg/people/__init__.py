"""People a case is about, and everything by which they could be known.

A *person* is shown by a label that tells nothing ("Adult, 79"); who they are stands apart in the *vault*,
encrypted, and is *revealed* one person at a time, for a purpose that is written down first. A *secret* of a
case (a member of staff, an exact day) is kept there too, so that nothing of it slips into what is published.
Words that were written with names are shown *masked*: each name gives way to the label of whose it is.
"""
