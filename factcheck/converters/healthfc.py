"""HealthFC: questions about health, answered by the fact-checkers of Medizin Transparent (Vladika, Schneider, Matthes 2024).

One CSV with a byte order mark holds each question in German and in English. ``label`` is a number. ``de_verdict`` is what the
fact-checkers wrote, from which the label was made: it packs how sure they are, in words (``wahrscheinlich``) or as the grade of
the evidence (``Niedrige wissenschaftliche Beweislage | ...``), and has misspellings and two cases of one word. Articles answer
several questions, 67 of them with different labels: their address is the family of their claims. The columns that the README
names (``verdict``, ``title``, ``author``) are called otherwise in the file, and some that it describes are not there.
"""

from collections.abc import Mapping
from typing import Any

from factcheck.converters.converter import (
    PUBLISHED,
    Card,
    Judged,
    Meaning,
    Plain,
    Records,
    Unreadable,
    meaning,
    no_documents,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.converters.dates import GERMAN
from factcheck.labels import Certainty
from factcheck.records.rights import Rights

CARD = Card(
    title="HealthFC",
    description="Questions about health with the verdicts and explanations of medical fact-checkers, in German and English.",
    homepage="https://github.com/jvladika/HealthFC",
    citation="Vladika, Schneider, Matthes (2024). HealthFC: Verifying Health Claims with Evidence-Based Medical "
    "Fact-Checking. LREC-COLING. https://aclanthology.org/2024.lrec-main.709",
    released="2024",
    licence="CC-BY-NC-ND-4.0",
    licence_seen="https://github.com/jvladika/HealthFC",
    text_rights=Rights(redistribute=False, holder="Medizin Transparent", note="CC BY-NC-ND 4.0 for the dataset"),
)
LABELS: dict[str, Meaning] = {
    "0": Meaning(label="supported"),
    "1": Meaning(label="not_enough_evidence"),
    "2": Meaning(label="refuted"),
}
COUNTS: dict[str, dict[str, int]] = {"Datensatz.csv": {"rows": 750, "0": 202, "1": 423, "2": 125}}
GRADES: dict[str, Certainty] = {
    "hohe wissenschaftliche beweislage": "high",
    "mittlere wissenschaftliche beweislage": "moderate",
    "niedrige wissenschaftliche beweislage": "low",
}
"""What stands before the bar of a verdict, in lower case, and the certainty that it says."""
_PROBABLY: dict[str, Certainty] = {"wahrscheinlich": "moderate", "möglicherweise": "low"}
WORDS: dict[str, Certainty | None] = {
    **{
        f"{word}{rest}": certainty
        for word, certainty in _PROBABLY.items()
        for rest in ("", " ja", " nein", " nicht", " ein bisschen")
    },
    **dict.fromkeys(("ja", "nein", "nicht (ausreichend) erforscht", "widersprüchliche studienlage")),
    **dict.fromkeys(
        ("wissenschafliche beweise fehlen", "wissenschaftliche belege fehlen", "studienlage widersprüchlich")
    ),
    **dict.fromkeys(("ungenügende wissenschaftliche beweislage", "unzureichende wissenschaftliche beweislage")),
}
"""The other verdicts, in lower case, and the certainty that each says, if any: a plain yes says none."""
_STANCES = {"supported": "supports", "refuted": "refutes", "not_enough_evidence": "context"}
_EVIDENCE = "en_top_sentences"

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row is a question in two languages."""
    return isinstance(row, dict) and {"en_claim", "de_claim", "label", "de_verdict"} <= row.keys()


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the question as a claim with its sentences, and its verdict with the explanation."""
    rest, name = dict(row), str(number)
    text, words = required(rest, "en_claim"), taken(rest, _EVIDENCE)
    found = meaning(LABELS, rest.pop("label", None))
    url = taken(rest, "url")
    verdict = {
        "claim": name,
        "annotator": PUBLISHED,
        "label": found.label,
        "certainty": certainty_of(rest.get("de_verdict")),
        "rationale": taken(rest, "en_explanation"),
        "date": GERMAN.taken(rest, "date"),
        "stances": {_EVIDENCE: _STANCES[found.label]} if words else {},
        "rests_on": [[_EVIDENCE]] if words and found.label != "not_enough_evidence" else [],
        "extra": {"de_verdict": rest.pop("de_verdict")} if rest.get("de_verdict") else {},
    }
    evidence = [without_absent({"id": _EVIDENCE, "url": url, "text": words})] if words else []
    claim = {"id": name, "text": text, "family": url, "evidence": evidence, "extra": rest}
    return Records(claims=[without_absent(claim)], verdicts=[without_absent(verdict)])


def certainty_of(verdict: Any) -> Certainty | None:
    """Return the certainty that a German verdict says, or None where it says none.

    Raises:
        Unreadable: it is none of the fact-checkers' wordings.
    """
    if verdict is None or verdict == "":
        return None
    said = " ".join(verdict.split()).lower() if isinstance(verdict, str) else ""
    grade, bar, _ = said.partition(" | ")
    if bar and grade in GRADES:
        return GRADES[grade]
    if said not in WORDS:
        raise Unreadable(
            f"'de_verdict' must be one of {', '.join(WORDS)}, or a grade of the evidence (got {verdict!r:.90})"
        )
    return WORDS[said]


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    item: Mapping[str, Any] = next(iter(claim.get("evidence", ())), {})
    words = item.get("text") or item.get("finding")
    url = claim.get("family") or item.get("url")
    row: Plain = {"en_claim": claim["text"], **claim.get("extra", {})}
    row |= {_EVIDENCE: words} if words else {}
    row |= {"url": url} if url else {}
    if verdict is None:
        return row
    row["label"] = next((word for word, found in LABELS.items() if found.label == verdict["label"]), None)
    row |= {"en_explanation": verdict["rationale"]} if "rationale" in verdict else {}
    given = verdict.get("extra", {}).get("de_verdict")
    row |= {"de_verdict": given} if given else {}
    return row | GERMAN.written("date", verdict.get("date"))
