"""One agency asks the group to look at a case.

A *referral* is written in *steps*, pages whose questions come up only where they fit. It is saved as it is
typed and its writer's alone until it is sent; an answer that is no longer asked is kept, and neither sent nor
read. Two steps are the *essentials*; the rest may *follow*. A *gap* is what the group will ask next, and a
*fact* is what triage reads off the answers. *Sent*, it has a reference, and a *receipt* fixes its words: a
digest that no other words have. A safeguarding lead of the agency *authorises* it. The coordinator *screens*
it, may *return* it with a question or send it *another way*. A meeting *tables* and *decides* it.
"""
