"""How each product looks: frozen words go in, a file comes out.

The words arrive chosen and composed (`content`); here they are laid out as plain names and lists that a
template asks for, and `pprg/documents` writes the file. Nothing is cut, added or reworded on the way.
"""
