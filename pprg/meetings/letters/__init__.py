"""The words of the group's letters: what is proposed for each kind, and what may not stand in it.

`facts` are what a letter knows, frozen; `compose` gathers them; each other file turns facts into plain words.
"""
