"""What a briefing says of a review: lines of its learning record, whole or in an author's shorter words.

A *source* is one line of the record with its address. A *pick* is a source that was chosen, with its words as
they stood then. A *choice* is all the picks of one box, in their order, by a person or offered first.
"""
