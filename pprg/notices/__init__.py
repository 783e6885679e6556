"""The outbox: what somebody is to be told.

A *notice* is put in with the change it tells of, and holds ids only. It is worded when it is sent, by a
function that the room concerned registers (`worded_by`), which says nothing if the reader may no
longer see the thing. So nobody waits for a mail server, and nobody hears what they may not know.
"""
