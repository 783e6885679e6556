"""The whole program as `make run` starts it: a process, a port and a data folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pprg.config import CHECKOUT

PATIENCE = 60  # seconds; a first start makes the demo, on a machine that runs other tests too


class Program:
    """Can be started, killed and started again on the same data."""

    def __init__(self, data_dir: Path, **environment: str) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(data_dir),
            "PORT": str(self.port),
            "PPRG_DATA_DIR": str(data_dir),
            **environment,
        }
        self.log = data_dir / "program.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Seconds until it answers."""
        began = time.monotonic()
        process = self._run()
        while not self.answers():
            assert process.poll() is None, f"It ended ({process.returncode}) while starting:\n{self.says()}"
            assert time.monotonic() - began < PATIENCE, f"It does not answer:\n{self.says()}"
            time.sleep(0.02)
        return time.monotonic() - began

    def refuses_to_start(self) -> str:
        """The words with which it ends instead of serving."""
        assert self._run().wait(timeout=PATIENCE) == 1
        return self.says().strip()

    def _run(self) -> subprocess.Popen[bytes]:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "pprg"],
                cwd=CHECKOUT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self.process

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(self.address, timeout=10).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError as answer:
            answer.close()
        except OSError:
            return False
        return True

    def says(self) -> str:
        """Everything it has printed since it was last started."""
        return self.log.read_text()

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """Send a signal to all of it, as a terminal does, and tell how it ended."""
        assert self.process, "It was never started."
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        return self.process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        """`kill -9`, as a power cut would."""
        self.end(signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Sets up a program on a data folder of its own: `program(PPRG_PUBLIC_HUB="no")`."""
    made: list[Program] = []

    def build(**environment: str) -> Program:
        folder = tmp_path / f"program-{len(made)}"
        folder.mkdir()
        made.append(Program(folder, **environment))
        return made[-1]

    yield build
    for one in made:
        if one.process and one.process.poll() is None:
            one.kill()
