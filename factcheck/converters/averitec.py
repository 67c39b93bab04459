"""AVeriTeC: real-world claims with questions, answers and their web sources (Schlichtkrull et al. 2023).

A row has no id; its place among the rows is one. What is absent is said in three ways (null, an empty string, no key), which are
kept apart. Dates are ``day-month-year``, mostly unpadded. An answer drawn from the claim's own metadata has ``Metadata`` for its
address. The four labels are ours.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.converters.converter import (
    PUBLISHED,
    Card,
    Judged,
    Meaning,
    Plain,
    Records,
    meaning,
    no_documents,
    one_a_row,
    required,
    taken,
    without_absent,
)
from factcheck.records.rights import Rights

CARD = Card(
    title="AVeriTeC",
    description="Claims checked by fact-checking organisations, with questions and answers from the web.",
    homepage="https://fever.ai/dataset/averitec.html",
    citation="Schlichtkrull, Guo, Vlachos (2023). AVeriTeC: A Dataset for Real-world Claim Verification with Evidence from the "
    "Web. NeurIPS Datasets and Benchmarks.",
    released="2023",
    licence="CC-BY-NC-4.0",
    licence_seen="https://github.com/MichSchli/AVeriTeC",
    text_rights=Rights(redistribute=True, licence="CC-BY-NC-4.0", seen="https://github.com/MichSchli/AVeriTeC"),
)
LABELS: dict[str, Meaning] = {
    "Supported": Meaning(label="supported"),
    "Refuted": Meaning(label="refuted"),
    "Not Enough Evidence": Meaning(label="not_enough_evidence"),
    "Conflicting Evidence/Cherrypicking": Meaning(
        label="conflicting", note="AVeriTeC counts true but misleading claims here"
    ),
}
COUNTS: dict[str, dict[str, int]] = {
    "dev.json": {
        "rows": 500,
        "Supported": 122,
        "Refuted": 305,
        "Not Enough Evidence": 35,
        "Conflicting Evidence/Cherrypicking": 38,
    },
}
_DATE = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_ANSWER_ID = re.compile(r"q([0-9]+)a([0-9]+)")

groups = one_a_row
write_document = no_documents


def recognises(row: Any) -> bool:
    """Tell whether a row has a claim with questions."""
    return isinstance(row, dict) and {"claim", "questions"} <= row.keys() and isinstance(row["questions"], list)


def read(row: Mapping[str, Any], number: int) -> Records:
    """Return the claim, its questions as evidence, and its verdict."""
    rest = dict(row)
    name = str(number)
    text, verdict = required(rest, "claim"), _verdict(rest, name)
    appearance = without_absent(
        {"url": taken(rest, "original_claim_url"), "speaker": taken(rest, "speaker"), "date": _date(rest)}
    )
    evidence = list(_answers(rest["questions"])) if isinstance(rest.get("questions"), list) else []
    if evidence and _questions(evidence) == rest["questions"]:
        del rest["questions"]
    claim = {
        "id": name,
        "text": text,
        "appearances": [appearance] if appearance else [],
        "evidence": evidence,
        "extra": rest,
    }
    return Records(claims=[without_absent(claim)], verdicts=[verdict] if verdict else [])


def _verdict(rest: Plain, name: str) -> Plain | None:
    if rest.get("label") is None:
        return None
    label = meaning(LABELS, rest.pop("label")).label
    rationale = taken(rest, "justification")
    return without_absent({"claim": name, "annotator": PUBLISHED, "label": label, "rationale": rationale})


def _date(rest: Plain) -> str | None:
    """Return the date as year-month-day; another way of writing it than unpadded is kept beside."""
    written = rest.get("claim_date")
    found = _DATE.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if written == f"{day}-{month}-{year}":
        del rest["claim_date"]
    return f"{year:04}-{month:02}-{day:02}"


def _answers(questions: list[Any]) -> Iterator[Plain]:
    for first, question in enumerate(questions, 1):
        if not isinstance(question, dict) or not isinstance(question.get("answers"), list):
            continue
        for second, answer in enumerate(question["answers"], 1):
            if isinstance(answer, dict):
                yield _evidence(f"q{first}a{second}", question.get("question"), answer)


def _evidence(name: str, question: Any, answer: Mapping[str, Any]) -> Plain:
    rest = dict(answer)
    return without_absent(
        {
            "id": name,
            "url": taken(rest, "source_url"),
            "question": question if isinstance(question, str) else None,
            "text": taken(rest, "answer"),
            "extra": rest,
        }
    )


def _questions(evidence: list[Plain]) -> list[Plain]:
    """Return the questions with their answers that pieces of evidence came from, or would have come from."""
    found: dict[str, Plain] = {}
    for place, item in enumerate(evidence, 1):
        name = _ANSWER_ID.fullmatch(item.get("id", ""))
        question = item.get("question", "")
        answers = found.setdefault(name[1] if name else f"-{place}", {"question": question, "answers": []})["answers"]
        answer = dict(item.get("extra", {}))
        answer |= {"source_url": item["url"]} if "url" in item else {}
        words = item.get("text") or item.get("finding")
        answers.append(answer | ({"answer": words} if words else {}))
    return list(found.values())


def write(judged: Judged) -> Plain:
    """Return the row of a claim."""
    claim, verdict = judged.claim, judged.verdict
    appearance: Mapping[str, Any] = next(iter(claim.get("appearances", ())), {})
    row: Plain = {"claim": claim["text"], **claim.get("extra", {})}
    row |= {"original_claim_url": appearance["url"]} if "url" in appearance else {}
    row |= {"speaker": appearance["speaker"]} if "speaker" in appearance else {}
    if "claim_date" not in row and _is_day(appearance.get("date")):
        year, month, day = (int(part) for part in appearance["date"].split("-"))
        row["claim_date"] = f"{day}-{month}-{year}"
    if verdict is not None:
        row["label"] = next(word for word, found in LABELS.items() if found.label == verdict["label"])
        row |= {"justification": verdict["rationale"]} if "rationale" in verdict else {}
    evidence = claim.get("evidence", [])
    return row if "questions" in row or not evidence else {**row, "questions": _questions(evidence)}


def _is_day(date: Any) -> bool:
    return isinstance(date, str) and len(date) == len("2020-10-31")
