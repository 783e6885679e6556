"""What the form asks, a file a step. Pages, checks, receipts and readers all take it from here.

It is the backbone: what safeguarding partnerships' own forms have in common, and the criteria in `guidance`.
"Not known" is always an answer, so that a referral can be sent on the day it is needed.
"""
