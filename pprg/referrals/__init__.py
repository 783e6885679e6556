"""One agency asks the group to look at a case.

A *referral* is written in steps, saved as it is typed and its writer's alone until it is sent.
*Sent*, it has a reference and a receipt and its words are fixed. The coordinator may *return* it
for more information; a meeting *tables* and *decides* it.
"""
