"""A stand-in for the Hugging Face Hub on this machine: as much of its HTTP interface as publishing uses."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import attrs

Files = dict[str, bytes]


@attrs.define
class Hub:
    """What the stand-in holds and was asked.

    Args:
        address: where it answers.
        repos: the files of each repository.
        commits: how many commits each repository has; the number is the commit's name.
        tags: the tags that were set, each with its commit.
        asked: method, path and token of each request.
        messages: the messages of the commits.
    """

    address: str = ""
    repos: dict[str, Files] = attrs.field(factory=dict)
    commits: dict[str, int] = attrs.field(factory=dict)
    tags: list[tuple[str, str]] = attrs.field(factory=list)
    asked: list[tuple[str, str, str | None]] = attrs.field(factory=list)
    messages: list[str] = attrs.field(factory=list)
    large: Files = attrs.field(factory=dict)

    @property
    def changes(self) -> list[str]:
        """The requests that could change something."""
        return [f"{method} {path}" for method, path, _ in self.asked if method not in ("GET", "HEAD")]

    def head(self, repo: str) -> str:
        return f"{self.commits[repo]:040d}"

    def commit(self, repo: str, lines: list[dict[str, Any]]) -> bool:
        """Apply a commit; refused where its parent is not the head."""
        files = self.repos[repo]
        for line in lines:
            value = line["value"]
            match line["key"]:
                case "header":
                    if value.get("parentCommit") not in (None, self.head(repo)):
                        return False
                    self.messages.append(value["summary"])
                case "file":
                    files[value["path"]] = base64.b64decode(value["content"])
                case "lfsFile":
                    files[value["path"]] = self.large[value["oid"]]
                case "deletedFile":
                    del files[value["path"]]
        self.commits[repo] += 1
        return True


@contextmanager
def stand_in() -> Iterator[Hub]:
    """Run a hub on the loopback interface."""
    hub = Hub()

    class Handler(_Handler):
        def hub(self) -> Hub:
            return hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def hub(self) -> Hub:
        raise NotImplementedError

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # its name in the base class
        """Say nothing."""

    def do_GET(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def do_PUT(self) -> None:
        self.answer()

    def answer(self) -> None:
        path = self.path.partition("?")[0]
        self.hub().asked.append((self.command, path, self.headers.get("Authorization")))
        body = self.body()
        for pattern, reply in _ROUTES:
            if found := re.fullmatch(pattern, path):
                reply(self, self.hub(), body, **found.groupdict())
                return
        self.send(404, b"{}", {"X-Error-Code": "NotFound"})

    def body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def send(self, code: int, data: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def plain(self, value: Any) -> None:
        self.send(200, json.dumps(value).encode())


def _info(to: _Handler, hub: Hub, body: bytes, repo: str) -> None:
    if repo not in hub.repos:
        to.send(404, b'{"error": "Repository not found"}', {"X-Error-Code": "RepoNotFound"})
        return
    siblings = [{"rfilename": name} for name in hub.repos[repo]]
    to.plain({"_id": "0", "id": repo, "sha": hub.head(repo), "siblings": siblings, "private": False, "tags": []})


def _tree(to: _Handler, hub: Hub, body: bytes, repo: str) -> None:
    to.plain([
        {"type": "file", "path": name, "size": len(data), "oid": hashlib.sha1(data).hexdigest()}  # noqa: S324
        for name, data in hub.repos[repo].items()
    ])  # fmt: skip


def _file(to: _Handler, hub: Hub, body: bytes, repo: str, name: str) -> None:
    data = hub.repos[repo][name]
    digest = hashlib.sha256(data).hexdigest()
    to.send(200, data, {"ETag": f'"{digest}"', "X-Repo-Commit": hub.head(repo), "Content-Type": "text/plain"})


def _create(to: _Handler, hub: Hub, body: bytes) -> None:
    asked = json.loads(body)
    repo = f"{asked['organization']}/{asked['name']}"
    hub.repos[repo], hub.commits[repo] = {".gitattributes": b"*.parquet filter=lfs\n"}, 1
    to.plain({"url": f"{hub.address}/datasets/{repo}", "name": repo, "id": "0"})


def _validate(to: _Handler, hub: Hub, body: bytes) -> None:
    to.plain({"errors": [], "warnings": []})


def _preupload(to: _Handler, hub: Hub, body: bytes, repo: str) -> None:
    files = [
        {
            "path": one["path"],
            "uploadMode": "lfs" if one["path"].endswith(".parquet") else "regular",
            "shouldIgnore": False,
        }
        for one in json.loads(body)["files"]
    ]
    to.plain({"files": files})


def _batch(to: _Handler, hub: Hub, body: bytes) -> None:
    objects = [
        {**one, "actions": {"upload": {"href": f"{hub.address}/large/{one['oid']}"}}}
        for one in json.loads(body)["objects"]
    ]
    to.plain({"transfer": "basic", "objects": objects})


def _large(to: _Handler, hub: Hub, body: bytes, oid: str) -> None:
    hub.large[oid] = body
    to.send(200 if hashlib.sha256(body).hexdigest() == oid else 400, b"")


def _commit(to: _Handler, hub: Hub, body: bytes, repo: str) -> None:
    lines = [json.loads(line) for line in body.decode().splitlines()]
    if not hub.commit(repo, lines):
        to.send(412, b'{"error": "A commit has happened since. Please refresh and try again."}')
        return
    to.plain({"success": True, "commitOid": hub.head(repo), "commitUrl": f"{hub.address}/datasets/{repo}/commit/1"})


def _tag(to: _Handler, hub: Hub, body: bytes, repo: str, commit: str) -> None:
    hub.tags.append((json.loads(body)["tag"], commit))
    to.send(200, b"{}")


_REPO = r"(?P<repo>[^/]+/[^/]+)"
_ROUTES = (
    (r"/api/repos/create", _create),
    (r"/api/validate-yaml", _validate),
    (rf"/api/datasets/{_REPO}(?:/revision/[^/]+)?", _info),
    (rf"/api/datasets/{_REPO}/tree/[^/]+", _tree),
    (rf"/api/datasets/{_REPO}/preupload/[^/]+", _preupload),
    (rf"/api/datasets/{_REPO}/commit/[^/]+", _commit),
    (rf"/api/datasets/{_REPO}/tag/(?P<commit>[^/]+)", _tag),
    (rf"/datasets/{_REPO}/resolve/[^/]+/(?P<name>.+)", _file),
    (r"/datasets/[^/]+/[^/]+\.git/info/lfs/objects/batch", _batch),
    (r"/large/(?P<oid>[0-9a-f]+)", _large),
)  # fmt: skip
