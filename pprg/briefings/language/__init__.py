"""How a briefing is worded: phrases with a better wording beside each, and how easy it is to read.

Pure: words in, prompts out. A prompt never stops anything and is never about what somebody said, between
quotation marks. Nothing here changes a word.
"""
