"""What may be said outside about a review.

A *publication* holds the review's *learning record*: its public words, quoting the review's
findings and recommendations. A *proof* is the set of made files put before a second person, who
*looks at* every page and every disclosure *hit*, ticks the release list and *releases those very
bytes*. Readers keep the current *release* until a new one, or until it is *withdrawn*. Nothing by
which a person could be known is stored here, and no table here points to the vault.
"""
