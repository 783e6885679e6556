"""Every set of criteria the group knows, by whom it is about, each with its days and its source.

To follow a change in the law, end the set that was valid and write the next one after it: what was
weighed under the old one is still read under it.
"""
