"""Organisations round the table, from when and until when.

An *agency* takes part in the partnership: the council's departments, police, health, schools, the voluntary
sector. A *legal owner* is the body whose decision a review route finally is. Leans on nothing above audit.
"""
