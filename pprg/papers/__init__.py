"""Files handed in: letters, chronologies, photographs, reports of agencies.

A *paper* is one handing-in, under the name its sender gave it. Its bytes are *looked into* by content,
never by name, in a process that has no keys; then they lie on the *shelf*, each file sealed under a key of
its own, before the database hears of them. Who may read a paper is asked of the room it was handed to:
papers has no pages. Leans on audit and encryption, and on documents for opening PDFs and zips with care.
"""
