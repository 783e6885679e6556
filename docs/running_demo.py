"""The program with its demo, for whoever wants to look at it: on a free port, on data of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
PUBLIC_ADDRESS = "http://reviews.marlshire.example"
"""What stands in the made files, so that they do not carry this machine's port."""


@contextmanager
def the_program(folder: Path) -> Iterator[tuple[str, Callable[..., str]]]:
    """The program with its demo on a free port, and its command line on the same data."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    said = {"PPRG_DATA_DIR": str(folder / "var"), "PPRG_BASE_URL": PUBLIC_ADDRESS, "PORT": str(port)}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PPRG_")} | said
    process = subprocess.Popen([sys.executable, "-m", "pprg"], cwd=CHECKOUT, env=environment)

    def flask(*words: str) -> str:
        command = [sys.executable, "-m", "flask", "--app", "app", *words]
        return subprocess.run(
            command, cwd=CHECKOUT, env=environment, check=True, capture_output=True, text=True
        ).stdout

    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/healthz", process)
        yield address, flask
    finally:
        process.terminate()
        process.wait(timeout=40)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Loading the demo takes a few seconds, more on a busy machine."""
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit("The program ended before it served.")
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The program did not answer within two minutes.")
