"""Which doors the facts of a case point to: nine routes weighed at once.

A *fact* is one thing answered about a case. An *atom* is one plain question put to the facts: was it
an adult. A *door* is a route a case may take; its *parts* must all hold. A *grid* is every door
weighed, with what else to think of. It advises; people decide. Pure: no database, no web.
"""
