"""A commissioned review: what it asks, who writes it, what it found and recommends.

*Findings* and *recommendations* belong to the review; a publication quotes them. A review is
*commissioned* by a decision, *under way* once it has an author, and *concluded* when its report is
agreed. Its *scope* says what it looks at, how, with whom and by when.
"""
