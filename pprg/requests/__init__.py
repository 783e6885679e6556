"""What agencies are asked to tell about a case, and what they answer.

A *request* goes to one agency about one case: why it may ask, the least that identifies the person, the
period, the questions, a day. The agency *returns* what it knows, on a form or as a document, or says that
*nothing is known*. A request can be *chased*; the coordinator sees all of them in one table. Referrals and
reviews both ask.
"""
