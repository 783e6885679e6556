"""One form a section. Fields are named as in the learning record; nothing is required while it is written."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField, SelectField
from wtforms.fields import SelectChoice, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput

from pprg.guidance.codes import AUDIENCE_LABELS, THEMES, theme_label
from pprg.publications.forms.fields import Passage, Short
from pprg.web.fields import DayField, LinesField

THEME_CHOICES = [SelectChoice(code, theme_label(code)) for code in sorted(THEMES)]
AUDIENCE_CHOICES = [
    SelectChoice("", "Choose who it is for"),
    *(SelectChoice(code.value, label) for code, label in AUDIENCE_LABELS.items()),
]


class Ticks(SelectMultipleField):
    option_widget = CheckboxInput()


class WholeNumber(Short):
    """A number as it was typed; what is none is kept too, so that it can be put right."""


class SectionForm(FlaskForm):
    """`version` is the stamp of the words that this person was looking at."""

    version = HiddenField()


class TitleForm(SectionForm):
    title = Short("Title", hint="The pseudonym, then the point.", usual="up to 60 characters")
    pseudonym = Short("Pseudonym", hint="Agreed with the family. Two people: Gwen and Alec.")
    one_line = Passage(
        "In one sentence", hint="What a reader sees on the search card.", usual="up to 25 words"
    )
    published_on = DayField(
        "When the review is published",
        called="The day of publication",
        description="Of the report, never of an event. For example 8 October 2024.",
    )
    period_covered = Short(
        "Period that the review covers", hint="Seasons and years, in words.", usual="up to 8 words"
    )
    commissioned_by = Short("Commissioned by", hint="The body that owns the decision.")


class PersonForm(SectionForm):
    pen_picture = FieldList(
        Passage("Fact about the person", usual="up to 22 words"), "Facts about the person, human ones first"
    )


class StatisticForm(Form):
    text = Passage("The sentence with the number", usual="up to 28 words")
    source = Short("Where the number comes from")
    as_of = DayField("Counted on", called="The day of the count", description="For example 31 March 2024.")


class WhyForm(SectionForm):
    why_reviewed = Passage(
        "Why it was reviewed", hint="Duty or choice, and what the review asks.", usual="80 to 130 words"
    )
    statistic = FormField(StatisticForm, "One number, if there is one")


class HappeningForm(Form):
    when = Short("When", hint="A season or about when. Never a day.", usual="up to 6 words")
    event = Passage("What happened", hint="Neutral verbs.", usual="up to 40 words")
    short = Short("Label for a timeline", hint="If the slides should say it shorter.", usual="up to 8 words")


class HappenedForm(SectionForm):
    what_happened = FieldList(FormField(HappeningForm, "Event"), "Events in order")


class LifeForm(SectionForm):
    lived_experience = Passage(
        "What life was like",
        hint="From the person’s side, with their own words where there are any.",
        usual="110 to 160 words",
    )


class GoodPracticeForm(Form):
    role = Short("Role", hint="Never a name.")
    what = Passage("What they did", usual="up to 22 words")


class WorkedForm(SectionForm):
    good_practice = FieldList(FormField(GoodPracticeForm, "Example"), "Who did something well, by role")


class WhatToDoForm(Form):
    audience = SelectField("For", choices=AUDIENCE_CHOICES, validators=[Optional()])
    action = Passage("What to do from today", hint="Begin with a verb.", usual="up to 22 words")


class DoForm(SectionForm):
    what_to_do = FieldList(FormField(WhatToDoForm, "Action"), "What to do, by audience")


class QuestionsForm(SectionForm):
    questions = FieldList(Passage("Question", usual="up to 22 words"), "Questions that belong to this story")


class SupervisionForm(SectionForm):
    supervision_prompts = FieldList(Passage("Prompt", usual="up to 22 words"), "Prompts for one-to-one")


class RecommendationForm(Form):
    text = Passage("What is to change", hint="A verb and a change one can see.", usual="up to 25 words")
    addressed_to = LinesField("Addressed to", description="Bodies that can act, one a line.")
    finding = SelectField("Rests on", validators=[Optional()])
    national = BooleanField("This needs a national body")


class RecommendationsForm(SectionForm):
    recommendations = FieldList(FormField(RecommendationForm, "Recommendation"), "What should change")

    def offer(self, findings: list[tuple[str, str]]) -> RecommendationsForm:
        """The findings that a recommendation may rest on, by ref and heading."""
        for row in self.recommendations:
            row.form.finding.choices = [
                SelectChoice("", "Choose the finding"),
                *(SelectChoice(ref, f"{ref} {heading}") for ref, heading in findings),
            ]
        return self


class ChangeForm(Form):
    agency = Short("Agency")
    change = Passage("What has changed", usual="up to 22 words")


class ChangesForm(SectionForm):
    changes_already_made = FieldList(FormField(ChangeForm, "Change"), "What is different since")


class ThemesForm(SectionForm):
    themes = Ticks("Themes", choices=THEME_CHOICES, description="Usually 3 to 7, at most 10.")
    keywords = LinesField(
        "Search words",
        description="What somebody would type, one a line. Usually 5 to 8.",
    )


class SupportForm(Form):
    name = Short("Who it is")
    contact = Short("Telephone or e-mail")


class CareForm(SectionForm):
    content_warnings = LinesField(
        "Content warnings", description="Shown before anything else, one a line. Usually 1 to 3."
    )
    support = FieldList(FormField(SupportForm, "Contact"), "Whom readers can turn to")


class ReportFileForm(Form):
    file_name = Short("Name of the report’s file")
    pages = WholeNumber("Pages")


class ReportForm(SectionForm):
    lead_reviewer = Short("Lead reviewer", hint="Name and role.")
    method = Passage("How it was done", hint="In one line.", usual="up to 20 words")
    report = FormField(ReportFileForm, "The full report, if it is published")


class FindingForm(SectionForm):
    heading = Passage("Heading", hint="Say the finding, not the topic.", usual="up to 14 words")
    what = Passage("What was seen", usual="20 to 50 words")
    why = Passage(
        "Why it made sense then", hint="Workload, systems, tools: not blame.", usual="20 to 50 words"
    )
    in_practice = Passage("What good looks like in practice", usual="20 to 50 words")
    themes = Ticks("Themes of this finding", choices=THEME_CHOICES, description="Usually 2 or 3, at most 8.")
    report_paragraphs = LinesField(
        "Paragraphs of the report", description="One a line. Only those who edit see them."
    )


FORMS: dict[str, type[SectionForm]] = {
    "title": TitleForm,
    "person": PersonForm,
    "why": WhyForm,
    "happened": HappenedForm,
    "life": LifeForm,
    "worked": WorkedForm,
    "do": DoForm,
    "questions": QuestionsForm,
    "supervision": SupervisionForm,
    "recommendations": RecommendationsForm,
    "changes": ChangesForm,
    "themes": ThemesForm,
    "support": CareForm,
    "report": ReportForm,
}
"""By section. Findings have a page each."""
