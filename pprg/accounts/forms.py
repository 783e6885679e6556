from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField, StringField, SubmitField
from wtforms.validators import EqualTo, InputRequired, Length

from pprg.web.fields import trimmed

LONG = "Use at most 200 characters."


class SignInForm(FlaskForm):
    email = EmailField(
        "E-mail address",
        filters=[trimmed],
        validators=[InputRequired("Enter your e-mail address."), Length(max=200, message=LONG)],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField(
        "Password",
        validators=[InputRequired("Enter your password."), Length(max=200, message=LONG)],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()
    sign_in = SubmitField("Sign in")


class NewPasswordForm(FlaskForm):
    """The two boxes in which a new password is chosen."""

    new = PasswordField(
        "New password",
        description="At least 12 characters. Three or four unrelated words are good.",
        validators=[InputRequired("Choose a new password."), Length(max=200, message=LONG)],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        "New password again",
        validators=[
            InputRequired("Enter the new password again."),
            EqualTo("new", "The two new passwords are not the same."),
        ],
        render_kw={"autocomplete": "new-password"},
    )


class ChangePasswordForm(NewPasswordForm):
    old = PasswordField(
        "Present password",
        validators=[InputRequired("Enter your present password."), Length(max=200, message=LONG)],
        render_kw={"autocomplete": "current-password"},
    )
    change = SubmitField("Change password")


class AcceptInvitationForm(NewPasswordForm):
    email = EmailField(
        "E-mail address",
        filters=[trimmed],
        validators=[InputRequired("Enter your e-mail address."), Length(max=200, message=LONG)],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    code = StringField(
        "Code",
        filters=[trimmed],
        description="Eight digits, from the person who invited you.",
        validators=[InputRequired("Enter the eight-digit code."), Length(max=40, message=LONG)],
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )
    choose = SubmitField("Choose password")
