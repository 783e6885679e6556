"""Law and guidance as dated data: criteria sets, clock rules, the calendar, code lists, labels.

A *criterion* is one thing the group must be satisfied of before a review of a kind is held; a
*criteria set* is those of one route, valid from a day and until a day, with its source. Words whose
source could not be read are marked to be confirmed. A *clock rule* says what is due how long after what;
the *calendar* counts working days in England, without the *closures* that coordinators add.
"""
