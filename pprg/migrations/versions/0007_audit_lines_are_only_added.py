"""Audit lines are added and never changed or taken away: the database itself refuses.

Why: the trail is the only way to see a curious reader who was let in by a role.
Safe to run while the old code serves: it only ever added lines.
Going back loses nothing but the refusal.
"""

from alembic import op

revision = "0007"
down_revision = "0006"

SQLITE = """
CREATE TRIGGER audit_line_is_not_{done} BEFORE {verb} ON audit_line
BEGIN SELECT RAISE(ABORT, 'audit lines are never {done}'); END
"""
POSTGRES = """
CREATE FUNCTION audit_line_is_fixed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit lines are never changed or removed'; END $$
"""
POSTGRES_TRIGGER = """
CREATE TRIGGER audit_line_is_fixed BEFORE UPDATE OR DELETE ON audit_line
FOR EACH ROW EXECUTE FUNCTION audit_line_is_fixed()
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE.format(done="changed", verb="UPDATE"))
        op.execute(SQLITE.format(done="removed", verb="DELETE"))
    else:
        op.execute(POSTGRES)
        op.execute(POSTGRES_TRIGGER)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_line_is_not_changed")
        op.execute("DROP TRIGGER audit_line_is_not_removed")
    else:
        op.execute("DROP TRIGGER audit_line_is_fixed ON audit_line")
        op.execute("DROP FUNCTION audit_line_is_fixed")
