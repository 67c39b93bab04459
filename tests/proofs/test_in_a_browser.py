"""Pages and pictures made of a stranger's data, opened in a real browser: nothing of the data runs."""

import re
import subprocess
from pathlib import Path

import pytest

from factcheck.auditing import audit_files, html
from factcheck.pictures import Bars, Tone, bars_svg
from tests.converters.fixtures import FIXTURES
from tests.converters.trips import lines
from tests.needs import chromium

pytestmark = pytest.mark.prove
HOSTILE = (
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    '"><svg onload="document.title=\'ran\'">',
    "</title><script>document.title='ran'</script>",
    "]]></style><script>document.title='ran'</script>",
    "javascript:document.title='ran'",
)


def _opened(page: Path, profile: Path) -> str:
    """Return the document that Chromium made of a page, after its scripts had time to run."""
    command = [chromium(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    command += ["--virtual-time-budget=2000", "--dump-dom", page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def test_the_browser_would_run_a_script(tmp_path: Path) -> None:
    """Breaks: the tests below pass because nothing runs at all."""
    (tmp_path / "a.html").write_text(f"<title>a</title>{HOSTILE[0]}", "utf-8")

    assert "<title>ran</title>" in _opened(tmp_path / "a.html", tmp_path / "profile")


def test_an_audit_of_hostile_ids_runs_nothing(tmp_path: Path) -> None:
    """Breaks: who opens the audit of a stranger's dataset runs the stranger's script."""
    path = tmp_path / "fever-dev.jsonl"
    rows = [{**FIXTURES["fever"][place % 2], "id": name} for place, name in enumerate(HOSTILE)]
    path.write_bytes(lines(rows))
    audit = audit_files("fever", [path])
    (tmp_path / "audit.html").write_text(html(audit), "utf-8")

    shown = _opened(tmp_path / "audit.html", tmp_path / "profile")

    assert "<title>Audit: FEVER</title>" in shown
    assert "document.title" in html(audit)
    assert not re.search("<script|<img|<svg", shown)


def test_a_picture_of_hostile_words_runs_nothing(tmp_path: Path) -> None:
    """Breaks: a topic's name runs in the browser of whoever looks at the card."""
    series: dict[str, Tone] = {HOSTILE[0]: "blue", HOSTILE[1]: "orange"}
    rows = {name: (place, 1) for place, name in enumerate(HOSTILE)}
    picture = bars_svg(Bars(title=HOSTILE[3], description=HOSTILE[2], series=series, rows=rows))
    (tmp_path / "picture.svg").write_text(picture, "utf-8")
    (tmp_path / "page.html").write_text(f"<title>page</title>{picture}", "utf-8")

    shown = _opened(tmp_path / "picture.svg", tmp_path / "profile")
    inline = _opened(tmp_path / "page.html", tmp_path / "profile")

    assert "document.title" in shown
    assert not re.search("<script|<img|<svg onload", shown)
    assert "<title>page</title>" in inline
    assert "<title>ran</title>" not in inline
