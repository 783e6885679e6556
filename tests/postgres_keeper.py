"""Keep one PostgreSQL server for as long as a test run lives, however the run ends.

    python tests/postgres_keeper.py PID-OF-THE-RUN FOLDER FOLDER-OF-THE-PROGRAMS

Returns when the server answers. What stays behind watches the run and clears everything away
within a second of its end, even after `kill -9`. The server listens on a socket in FOLDER only,
runs as `postgres` when we are root (it refuses to be root), and may forget everything at a power
cut: that makes it quick.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


def start(folder: Path, programs: Path) -> None:
    data = folder / "data"
    _as_postgres(
        folder, programs / "initdb", "--pgdata", data, "--username=postgres", "--auth=trust",
        "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
    )  # fmt: skip
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} {QUICK}"
    _as_postgres(
        folder, programs / "pg_ctl", "start", "--wait", "--pgdata", data,
        "--log", folder / "log", "--options", options,
    )  # fmt: skip


def stop(folder: Path, programs: Path) -> None:
    _as_postgres(folder, programs / "pg_ctl", "stop", "--mode=immediate", "--pgdata", folder / "data")
    shutil.rmtree(folder, ignore_errors=True)


def _as_postgres(folder: Path, *command: object) -> None:
    become = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    subprocess.run([str(word) for word in command], check=True, cwd=folder, **quiet, **become)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def main(pid: int, folder: Path, programs: Path) -> None:
    start(folder, programs)
    if os.fork():
        return
    os.setsid()
    while _lives(pid):
        time.sleep(0.3)
    stop(folder, programs)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
