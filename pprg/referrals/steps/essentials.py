"""Who refers, which reviews to think about, and whom it is about: the first page, a few minutes long."""

from pprg.guidance.codes import ROUTE_LABELS, Route
from pprg.referrals.questions import YES_NO, Choice, Kind, Question
from pprg.referrals.when import GOOD_PRACTICE, NOT_SURE, may_have_died

ESSENTIALS = (
    Question(
        key="referrer", label="Your name", read_as="Referrer", missing="Enter your name.", heading="You"
    ),
    Question(key="role", label="Your job title", read_as="Job title", missing="Enter your job title."),
    Question(
        key="phone",
        label="Your work telephone number",
        read_as="Telephone number",
        missing="Enter a telephone number that reaches you at work.",
        short=True,
    ),
    Question(key="email", label="Your work e-mail address", read_as="E-mail address"),
    Question(
        key="types",
        label="Which reviews should the group think about?",
        read_as="Reviews to think about",
        kind=Kind.SEVERAL,
        hint="Choose all that may fit. You need not be certain: the group decides.",
        choices=(
            *(Choice(route, ROUTE_LABELS[route]) for route in (Route.SAR, Route.CHILD, Route.DHR)),
            Choice(Route.LEARNING, ROUTE_LABELS[Route.LEARNING], "Near misses are welcome here."),
            Choice(
                GOOD_PRACTICE, "Good practice review", "Something went well, and others could do the same."
            ),
            Choice(NOT_SURE, "I am not sure. Please advise.", alone=True),
        ),
        missing="Choose which reviews the group should think about, or say that you are not sure.",
        heading="What you ask for",
    ),
    Question(
        key="concerns",
        label="Who is it about?",
        read_as="About",
        kind=Kind.ONE,
        choices=(
            Choice("adult", "An adult"),
            Choice("child", "A child, under 18"),
            Choice("both", "Adults and children"),
        ),
        missing="Say whether it is about an adult, a child or both.",
    ),
    Question(
        key="name",
        label="Full name",
        hint="If it is about several people, the one it is most about. The others have a page of their own.",
        missing="Enter the person’s name. If nobody knows it, enter “not known”.",
        essential=True,
        vault=True,
        heading="The person",
    ),
    Question(
        key="born",
        label="Date of birth",
        kind=Kind.DAY,
        called="The date of birth",
        missing="Enter the date of birth, or the age as near as you can. “Not known” is an answer.",
        instead="age",
        vault=True,
        or_unknown=True,
        partial=True,
    ),
    Question(
        key="age",
        label="Or the age, as near as you can",
        hint="In years, when it happened. Only if you do not have the date of birth.",
        vault=True,
        short=True,
    ),
    Question(
        key="alive",
        label="Has the person died?",
        kind=Kind.ONE,
        choices=(
            Choice("died", "Yes, the person has died"),
            Choice("alive", "No, the person is alive"),
            Choice("unborn", "No, it is about an unborn child"),
            Choice("not_known", "Not known"),
        ),
        missing="Say whether the person has died.",
    ),
    Question(
        key="died",
        label="Date of death, if the person has died",
        kind=Kind.DAY,
        read_as="Date of death",
        called="The date of death",
        missing="Enter the date of death. “Not known” is an answer.",
        vault=True,
        after="born",
        asked=may_have_died,
        or_unknown=True,
    ),
    Question(
        key="insider",
        label="Does anybody in this work for one of the partner agencies?",
        read_as="Somebody in it works for a partner agency",
        kind=Kind.ONE,
        hint="The person, a relative, somebody alleged responsible. We ask before anybody else hears of the "
        "referral, so that a colleague is not told of their own family. Nobody you name here is told that "
        "you named them.",
        choices=YES_NO,
        missing="Say whether anybody in this works for a partner agency. “Not known” is an answer.",
        short=True,
        heading="Before you tell what happened",
    ),
    Question(
        key="insiders",
        label="Their full names and where they work, one a line",
        read_as="Who works for a partner agency",
        kind=Kind.LINES,
        hint="Only if you answered yes.",
        missing="Name the person who works for a partner agency, or say that you do not know the name.",
        rests_on="insider",
        vault=True,
        rows=2,
    ),
)
