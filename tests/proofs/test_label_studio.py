"""A Label Studio server of its own environment takes our project, and what is annotated there comes back to the same place."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from factcheck import check, load
from factcheck.cli.main import run
from factcheck.documents import find_texts
from tests import needs
from tests.annotating.label_studio_exports import regions

LIGHTHOUSE = Path(__file__).parents[2] / "examples" / "lighthouse"
_PATIENCE = 240
# a first start makes its database; the rest keeps it from asking the internet
_SETTINGS = {
    "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
    "SENTRY_DSN": "",
    "FRONTEND_SENTRY_DSN": "",
    "COLLECT_ANALYTICS": "false",
    "LATEST_VERSION_CHECK": "false",
}
pytestmark = pytest.mark.prove


@attrs.frozen(kw_only=True)
class Server:
    """A server on the loopback."""

    port: int
    token: str

    def call(self, way: str, body: Any = None) -> Any:
        """Return what the API answers."""
        headers = {"Authorization": f"Token {self.token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{way}", data=data, headers=headers)
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            return json.load(answer)

    def answers(self) -> bool:
        """Tell whether it is up and knows our token."""
        try:
            return bool(self.call("/api/projects/")["count"] == 0)
        except (urllib.error.URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run a server with an empty SQLite database."""
    program = needs.label_studio().parent / "label-studio"
    home = tmp_path_factory.mktemp("label-studio")
    made = Server(port=_free_port(), token=secrets.token_hex(20))
    command: list[str | Path] = [
        *(program, "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", str(made.port)),
        *("--data-dir", home / "data", "--username", "bot@example.org", "--password", secrets.token_hex(8)),
        *("--user-token", made.token),
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), **_SETTINGS}
    log = home / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True) as process,
    ):
        try:
            deadline = time.monotonic() + _PATIENCE
            while not made.answers():
                assert process.poll() is None, log.read_text("utf-8", "replace")[-2000:]
                assert time.monotonic() < deadline, log.read_text("utf-8", "replace")[-2000:]
                time.sleep(0.5)
            yield made
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=60)


@pytest.fixture
def project(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return a project made of what we send, in a folder with a copy of the example."""
    shutil.copytree(LIGHTHOUSE, tmp_path / "skerra")
    monkeypatch.chdir(tmp_path)
    assert 0 == run(["annotate", "export", "label-studio", "skerra", "-o", "sent", "--document", "skerra-leaflet"])
    configuration = Path("sent/label-studio.xml").read_text("utf-8")
    project: int = server.call("/api/projects/", {"title": "Skerra", "label_config": configuration})["id"]
    server.call(f"/api/projects/{project}/import", json.loads(Path("sent/tasks.json").read_bytes()))
    return project


def _annotate(server: Server, project: int, results: list[dict[str, Any]]) -> None:
    task = server.call(f"/api/tasks/?project={project}")["tasks"][0]["id"]
    server.call(f"/api/tasks/{task}/annotations/", {"result": results})


def _taken(server: Server, project: int) -> tuple[int, int]:
    """Export the project, take it in, and return the exit code and the number of claims."""
    exported = server.call(f"/api/projects/{project}/export?exportType=JSON")
    Path("out.json").write_text(json.dumps(exported), "utf-8")
    account = exported[0]["annotations"][0]["completed_by"]
    code = run(["annotate", "import", "label-studio", "out.json", "skerra", "--annotator", f"{account}=ada"])
    return code, len(load("skerra", strict=False).claims)


def test_a_claim_annotated_on_a_server_comes_back_to_the_same_place(server: Server, project: int) -> None:
    """An annotator's work would be lost, or stand beside the words that they marked."""
    document = next(one for one in load("skerra").documents if one.id == "skerra-leaflet")
    digest = document.sha256 or ""
    text = find_texts([Path("skerra/texts")], {document.id: digest}, {}).texts[digest]
    words, restated = "Sixty boats are kept in the little harbour", "The harbour of Skerra holds sixty boats – no more."
    said = {
        "kind": "other",
        "verdict": "conflicting",
        "certainty": "low",
        "rationale": "Café talk 🐑, cafe\u0301 talk.",
    }
    _annotate(server, project, regions(text, words, restated, **said))
    before = len(load("skerra").claims)

    assert (0, before + 1) == _taken(server, project)
    corpus = load("skerra", strict=False)
    claim = next(one for one in corpus.claims if one.text == restated)
    verdict = next(one for one in corpus.verdicts if one.claim == claim.id)
    anchor = claim.appearances[0].anchor
    assert anchor is not None
    assert (text.index(words), text.index(words) + len(words)) == (anchor.start, anchor.end)
    assert ("🐑" in text[: anchor.start], words) == (True, anchor.quote)
    assert ("ada", "conflicting", "low", "Café talk 🐑, café talk.") == (
        verdict.annotator,
        verdict.label,
        verdict.certainty,
        verdict.rationale,
    )
    assert not {problem.rule for problem in check("skerra").problems if problem.rule.startswith("anchor")}


def test_claims_that_went_out_come_back_as_the_same(server: Server, project: int) -> None:
    """An annotator who only agrees with what is marked would double the corpus."""
    task = server.call(f"/api/tasks/?project={project}")["tasks"][0]["id"]
    sent = server.call(f"/api/tasks/{task}/")["predictions"][0]["result"]
    _annotate(server, project, sent)
    before = len(load("skerra").claims)

    assert (0, before) == _taken(server, project)


def test_what_the_server_stores_unchecked_is_refused(server: Server, project: int) -> None:
    """A slip of another program would become a claim about other words."""
    text = server.call(f"/api/tasks/?project={project}")["tasks"][0]["data"]["text"]
    results = regions(text, "Two cinnamon buns", "Buns are sold in pairs on Skerra.")
    results[0]["value"].update(start=5000, end=5017)
    _annotate(server, project, results)
    before = len(load("skerra").claims)

    assert (1, before) == _taken(server, project)
