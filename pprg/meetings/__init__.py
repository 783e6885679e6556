"""The group meets, weighs each case against the criteria and records decisions with reasons.

A *meeting* has an *agenda* of *items*, each a referral. A *decision* is one per case and route: the
coordinator *records* an answer, evidence and a reason for every criterion and an outcome; the chair
*signs*, and from then on it is fixed. Of a meeting that was too small, absent members *confirm* it in
writing. It is put before its *legal owners*, who *ratify* it; when all have, it takes effect and gives
orders to the rooms below: it closes the referral, commissions the review and sets clocks going. Others
may *challenge* it.
"""
