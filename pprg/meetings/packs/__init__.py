"""The pack of a meeting: what each reader is given to read before it, on a page, on paper and as one PDF.

`content` holds the frozen words, `compose` makes them of what this reader may see, `drawing` makes the PDF.
All three ways of reading draw the same words, so they cannot disagree.
"""
