"""A review told slide by slide, for the two packs.

Each part gives the slides it needs: none where the record says nothing. A slide carries whole lines, about
forty words; what there is beside them stands in the presenter's notes.
"""
