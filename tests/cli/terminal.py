"""The program run in a terminal, as a person runs it: what it prints there and nowhere else."""

import os
import pty
import re
import subprocess
import sys

_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def typed(keys: str, *arguments: str) -> str:
    """Return what stands in a terminal after somebody typed keys at the program, without colours."""
    ours, its = pty.openpty()
    environment = {**os.environ, "COLUMNS": "200", "TERM": "xterm"}
    command = [sys.executable, "-m", "factcheck", *arguments]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        os.write(ours, f"{keys}\x04".encode())  # the end of input, for whoever asks for more
        printed = b"".join(iter(lambda: _read(ours), b""))
        process.wait()
    os.close(ours)
    return _STYLE.sub("", printed.decode()).replace("\r\n", "\n")


def in_terminal(*arguments: str) -> str:
    """Return what the program prints to a terminal of 200 columns, without its colours."""
    ours, its = pty.openpty()
    environment = {**os.environ, "COLUMNS": "200", "TERM": "xterm"}
    with subprocess.Popen([sys.executable, "-m", "factcheck", *arguments], stdout=its, env=environment) as process:
        os.close(its)
        printed = b"".join(iter(lambda: _read(ours), b""))
        process.wait()
    os.close(ours)
    return _STYLE.sub("", printed.decode()).replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:  # Linux says so, where other systems return nothing: the other end is closed
        return b""
