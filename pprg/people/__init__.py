"""People a case is about, and everything by which they could be known.

A *person* is shown by a label that tells nothing ("Adult A"); who they are stands apart in the
*vault*, encrypted, and is *revealed* to one reader at a time, for a purpose that is written down
first. A *secret* of a case (a member of staff, a place, an exact day) is kept there too, so that
nothing of it slips into what is published.
"""
