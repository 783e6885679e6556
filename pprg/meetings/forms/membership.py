"""What is typed of somebody who sits on the group."""

from __future__ import annotations

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from pprg.clock import today
from pprg.meetings.forms.inviting import capital, of_people
from pprg.meetings.forms.sitting import Named
from pprg.meetings.states import Capacity, Voice
from pprg.web.fields import DayField

SITS_AS = (
    Capacity.CHAIR, Capacity.DEPUTY_CHAIR, Capacity.CORE, Capacity.ADVISER, Capacity.OBSERVER, Capacity.CLERK,
)  # fmt: skip


class MemberForm(FlaskForm):
    account = SelectField("Who", validators=[InputRequired("Choose who sits on the group.")])
    capacity = SelectField(
        "Sits as",
        choices=[SelectChoice(one.name, capital(one)) for one in SITS_AS],
        default=Capacity.CORE.name,
    )
    voice = SelectField(
        "For whom they speak",
        description="Some decisions need somebody from each statutory partner.",
        choices=[SelectChoice("", "Nobody in particular")]
        + [SelectChoice(one.name, capital(one)) for one in Voice],
    )
    deputy = SelectField("Who comes for them", description="Their usual deputy, if there is one.")
    from_day = DayField(
        "From",
        called="The first day",
        default=today,
        validators=[InputRequired("Enter the day from which they sit on the group.")],
    )
    to_day = DayField("Until", description="Leave it blank while they stay.", called="The last day")

    def offer(self, accounts: Iterable[Named]) -> None:
        people = of_people(accounts)
        self.account.choices = [SelectChoice("", "Choose somebody"), *people]
        self.deputy.choices = [SelectChoice("", "Nobody yet"), *people]
