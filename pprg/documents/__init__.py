"""Plain words in, files out: Word, PDF, web page, slides; and back, to look at what was made.

Knows nothing of reviews, briefings or people. The only room that opens docx, docxtpl, pptx or typst.
A *template* owns the design; *words* are texts, lists and names; the same words give the same bytes.
"""
