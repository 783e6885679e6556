"""One case: its reference and who may know of it.

A *case* is what one or more referrals, meetings and reviews are about. A *member* may know of it,
in a part, until a day. Somebody who has *stepped out* (recusal) may not, whatever else they hold; a
*restricted* case is known to its members by name alone. Every room below a meeting asks here; the
deny always wins.

A *clock* runs in a case from its day 0 until what was due is done; its date is worked out each time from
the rule, the pauses and the calendar of `guidance`, and is never stored.
"""
