"""Whether two records are of one person: pure weighing, without a database.

Each record becomes a *sketch* (`sketches.py`): names, days, numbers and homes folded so that spelling and
layout do not matter. Every field that both sketches have gives one *reason* (`reasons.py`), which weighs for
or against in bits, twice: against the other record being of some stranger, and against it being of one of
the family. The lower sum counts, so that twins and a parent and child of one name are kept apart although
they share name, home and telephone. *Keys* (`keys.py`) are what likely pairs have in common.
"""
