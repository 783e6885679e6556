"""Whether words would give somebody away.

The *identifiers* of a case (from its vault) become *marks*: each knows how it may be written. Marks are
looked for in *places*: a page, the notes of a slide, the words behind a picture, a file's properties, its
name. What is found is a *hit*: *sure*, and then the words must change, or *possible*, and then a person
judges it. Pure: no database, no files. Accents, soft hyphens, no-break spaces and letters that nobody
sees make no difference.
"""

from pprg.publications.disclosure.check import Hit as Hit
from pprg.publications.disclosure.check import Place as Place
from pprg.publications.disclosure.check import hits_in as hits_in
from pprg.publications.disclosure.public import Public as Public
from pprg.publications.disclosure.public import capitals_in as capitals_in
from pprg.publications.disclosure.public import said_by as said_by
