"""${message}.

Why:
Safe to run while the old code serves:
Going back loses:
"""

import sqlalchemy as sa
from alembic import op

import pprg.database
import pprg.encryption

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
