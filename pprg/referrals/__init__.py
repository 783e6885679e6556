"""One agency asks the group to look at a case.

A *referral* is written in *steps*, saved as it is typed and its writer's alone until it is sent. *Sent*, it
has a reference, and a *receipt* fixes its words: a digest that no other words have. The coordinator may
*return* it with a question; its writer answers by changing it and sending it again under the same reference.
A meeting *tables* and *decides* it.
"""
