"""How the rules are applied to one corpus: levels and settings, by its profile and by what its ``dataset.yaml`` sets."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from factcheck.labels import Level
from factcheck.naming import nearest
from factcheck.problems import Fault, Path, Target
from factcheck.rules import RULES
from factcheck.rules.rule import OnCorpus, Plain


@attrs.frozen
class RuleBook:
    """The levels and settings of the rules for one dataset."""

    dataset: Plain

    @property
    def _chosen(self) -> Mapping[str, Plain]:
        return self.dataset.get("rules") or {}

    def level(self, name: str) -> Level:
        """Return the level of a rule."""
        rule = RULES[name]
        default = rule.IMPORTED if self.dataset.get("profile") == "imported" else rule.LEVEL
        level: Level = self._chosen.get(name, {}).get("level", default)
        return level

    def settings(self, name: str) -> dict[str, Any]:
        """Return the settings of a rule, those of the dataset over its own."""
        known = RULES[name].SETTINGS
        chosen = self._chosen.get(name, {}).get("settings", {})
        return {**known, **{key: value for key, value in chosen.items() if key in known and _fits(name, key, value)}}

    def faults(self) -> Iterator[Fault]:
        """Yield what ``dataset.yaml`` sets that no rule has."""
        for name, chosen in self._chosen.items():
            if name not in RULES:
                near = nearest(name, RULES)
                cure = f"did you mean {near!r}?" if near else "factcheck rules lists them"
                yield _fault(f"no rule {name!r}", ("rules", name), cure)
                continue
            for key, value in chosen.get("settings", {}).items():
                yield from _setting_faults(name, key, value)


def _setting_faults(name: str, key: str, value: Any) -> Iterator[Fault]:
    known, path = RULES[name].SETTINGS, ("rules", name, "settings", key)
    if key not in known:
        cure = f"its settings: {', '.join(known) or 'none'}"
        yield _fault(f"rule {name!r} has no setting {key!r}", path, cure)
    elif not _fits(name, key, value):
        message = f"setting {key!r} of rule {name!r} must be {_said(name, key)} (got {value!r})"
        yield _fault(message, path, f"without it the setting is {known[key]!r}")


def _fits(name: str, key: str, value: Any) -> bool:
    """Tell whether a value may stand for a setting: of its default's type, of the words that the rule knows if it is a word."""
    default = RULES[name].SETTINGS[key]
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if isinstance(default, str):
        words = _words(name, key)
        return value in words if words else isinstance(value, str)
    return type(value) is type(default)


def _words(name: str, key: str) -> list[str]:
    """Return the words that a setting may have: those that the rule's queries are asked for; none: any text will do."""
    check = RULES[name].CHECK
    queries = check.queries if isinstance(check, OnCorpus) else ()
    return sorted(query.when[1] for query in queries if query.when and query.when[0] == key)


def _said(name: str, key: str) -> str:
    default = RULES[name].SETTINGS[key]
    if isinstance(default, str):
        return "one of " + ", ".join(_words(name, key)) if _words(name, key) else "text"
    return "a whole number" if isinstance(default, int) else "a number"


def _fault(message: str, path: Path, cure: str) -> Fault:
    return Fault(message=message, at=(Target(kind="dataset", record=0, path=path, on_key=True),), cure=cure)
