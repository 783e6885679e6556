"""The learning products: words first, from a publication.

For each *place* (a box of the briefing) an author *chooses* whole *lines* of the learning record,
or words a shorter line beside the one it rests on; a first choice is offered and is *not yet chosen
by a person*. Nothing is ever cut by rule. *Content* (frozen words) is composed from publication and
choices; *products* are the list of what can be made from it.
"""
