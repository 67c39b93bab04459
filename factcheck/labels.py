"""The closed vocabularies of the records: each word with its meaning, in an order that never changes.

The integer of a label in a release is its place in its vocabulary, so a word may be added at the end and never moved.
"""

from typing import Literal

Label = Literal["supported", "refuted", "not_enough_evidence", "conflicting"]
Stance = Literal["supports", "refutes", "mixed", "context"]
Certainty = Literal["high", "moderate", "low", "very_low"]
ClaimKind = Literal[
    "efficacy", "mechanism", "safety", "epidemiology", "regulation", "practice", "attribution", "history", "other"
]
Design = Literal[
    "guideline",
    "regulatory",
    "meta_analysis",
    "systematic_review",
    "randomised_trial",
    "nonrandomised_trial",
    "cohort",
    "case_control",
    "cross_sectional",
    "case_report",
    "narrative_review",
    "animal",
    "in_vitro",
    "survey",
    "news",
    "other",
]
AnnotatorKind = Literal["person", "model", "group", "published"]
PassageKind = Literal["sentence", "heading", "list_item", "paragraph", "other"]
PassageStatus = Literal[
    "checkable",
    "advice",
    "advertisement",
    "opinion",
    "prediction",
    "biography",
    "question",
    "furniture",
    "repetition",
]
Retraction = Literal["none_known", "corrected", "expression_of_concern", "retracted"]
Profile = Literal["authored", "imported"]
GoldPolicy = Literal["required", "optional"]
JudgedPart = Literal["label", "stance", "certainty"]
Level = Literal["error", "warning", "off"]

LABELS: dict[str, str] = {
    "supported": "the evidence, taken together, bears the claim out; not: some study agrees with it",
    "refuted": "the evidence, taken together, contradicts the claim; not: nothing was found for it",
    "not_enough_evidence": "no evidence found decides the claim; not: the evidence disagrees",
    "conflicting": "good evidence supports the claim and good evidence refutes it, or it is true only in part",
}
STANCES: dict[str, str] = {
    "supports": "this finding speaks for the claim",
    "refutes": "this finding speaks against the claim",
    "mixed": "this finding speaks for one part of the claim and against another",
    "context": "this finding takes no side: background that a judge needs, or words that decide nothing",
}
CERTAINTIES: dict[str, str] = {
    "high": "further research is very unlikely to change the verdict (GRADE)",
    "moderate": "further research may well change the verdict (GRADE)",
    "low": "further research is likely to change the verdict (GRADE)",
    "very_low": "the verdict is very uncertain (GRADE)",
}
CLAIM_KINDS: dict[str, str] = {
    "efficacy": "that something helps, by how much, for how long or how fast",
    "mechanism": "how something works in body, brain or mind",
    "safety": "harms, side effects, dependence, interactions",
    "epidemiology": "how common something is, whom it affects, how it runs its course",
    "regulation": "what an authority has approved, scheduled or ruled",
    "practice": "what is done, used or offered",
    "attribution": "what a named source says or found, apart from whether it is so",
    "history": "what happened, and when",
    "other": "any other checkable statement",
}
DESIGNS: dict[str, str] = {
    "guideline": "a body's recommendations for practice",
    "regulatory": "a regulator's label, decision or warning",
    "meta_analysis": "a pooled analysis of several studies",
    "systematic_review": "a review with a stated search, without pooling",
    "randomised_trial": "participants allotted at random, crossover trials included",
    "nonrandomised_trial": "an intervention without random allotment, open-label and single-arm trials included",
    "cohort": "people followed over time",
    "case_control": "cases compared with controls, looking back",
    "cross_sectional": "people measured once, prevalence and imaging comparisons included",
    "case_report": "single patients or a short series",
    "narrative_review": "a review without a stated search, editorials included",
    "animal": "an experiment in living animals",
    "in_vitro": "an experiment outside a living body",
    "survey": "answers to questions",
    "news": "a press account; evidence of what was reported only",
    "other": "anything else, reference works included",
}
ANNOTATOR_KINDS: dict[str, str] = {
    "person": "one human being",
    "model": "a language model or other program",
    "group": "several people who judged as one",
    "published": "the label as a dataset's makers published it; who judged is not recorded",
}
PASSAGE_KINDS: dict[str, str] = {
    "sentence": "a sentence",
    "heading": "a heading or title",
    "list_item": "an item of a list",
    "paragraph": "a paragraph",
    "other": "anything else",
}
PASSAGE_STATUSES: dict[str, str] = {
    "checkable": "makes at least one checkable claim",
    "advice": "tells the reader what to do",
    "advertisement": "offers or praises what is sold",
    "opinion": "a judgement of value that no evidence could settle",
    "prediction": "says what will or might come",
    "biography": "says who somebody is",
    "question": "asks",
    "furniture": "part of the page, not of the text: menus, captions, form labels",
    "repetition": "says again what another passage of the document says",
}
RETRACTIONS: dict[str, str] = {
    "none_known": "looked for, none found",
    "corrected": "a correction was published",
    "expression_of_concern": "the journal has voiced concern",
    "retracted": "withdrawn",
}
PROFILES: dict[str, str] = {
    "authored": "written for this corpus: every rule of completeness holds",
    "imported": "converted from elsewhere: what the source did not record is not asked for",
}
GOLD_POLICIES: dict[str, str] = {
    "required": "every claim has a gold verdict",
    "optional": "a claim may lack one: blind test sets",
}
JUDGED_PARTS: dict[str, str] = {
    "label": "the label",
    "stance": "the stance of each piece of evidence",
    "certainty": "the certainty",
}
LEVELS: dict[str, str] = {
    "error": "the corpus must not be released so",
    "warning": "worth a look; an error under --strict",
    "off": "not asked",
}
CERTAINTY_KINDS: frozenset[str] = frozenset({"efficacy", "safety", "mechanism", "epidemiology", "practice"})
"""The kinds of claim on which a certainty stands."""
