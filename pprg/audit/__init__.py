"""Who did, and who read, what.

A *line* says: at this moment, this account, did this, to this thing, for this purpose. Lines are added
and never changed or taken away (the database refuses); they hold ids and fixed words, never names
or narrative, so that the trail itself tells no story. Leans on nothing but the database.
"""
