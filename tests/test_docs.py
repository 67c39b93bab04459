"""Pages can be found, and what they point to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "data").glob("*.md")])
_LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")


def _targets(page: Path) -> list[str]:
    """Return what a page points to inside the project; code is left out."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    return [link.partition("#")[0] for link in _LINK.findall(prose) if not re.match(r"[a-z]+:|#", link)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    """Breaks: a reader who follows a link finds nothing."""
    assert [] == [target for target in _targets(page) if not (page.parent / target).exists()]


def test_every_page_is_listed() -> None:
    """Breaks: a page is written, and nobody finds it."""
    listed = {(DOCS / target).resolve() for target in _targets(DOCS / "README.md")}

    assert set() == {page for page in DOCS.rglob("*.md") if page.name != "README.md"} - listed
