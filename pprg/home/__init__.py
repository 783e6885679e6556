"""What needs me today, and the pages that belong to no room: help, statements, the way out.

Stands above every other room and joins what they answer; owns no tables.
"""
