"""What words alone give away of labels: a baseline that sees nothing else, and the words that tell it most.

The baseline is multinomial naive Bayes on a bag of words, cross-validated in five parts; what belongs together is in
one part, so that nothing is learnt by heart. What it finds beyond the share of the commonest label is given away. Words
are ranked by the mutual information of their presence with the label, in bits.

Papers: Poliak, Naradowsky, Haldar, Rudinger, Van Durme (2018). Hypothesis Only Baselines in Natural Language Inference. *SEM.
Schuster, Shah, Yeo, Roberto Filizzola Ortiz, Santus, Barzilay (2019). Towards Debiasing Fact Verification Models. EMNLP-IJCNLP.

scikit-learn takes a second to import: only what asks for this measure should reach this module.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import attrs
import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import GroupKFold
from sklearn.naive_bayes import MultinomialNB

PARTS = 5
_DECILES = np.arange(0.1, 1.0, 0.1)
_SURE = 10.83
"""The G statistic of a word that tells nothing reaches this once in a thousand times (chi-square, one degree of freedom)."""


@attrs.frozen(kw_only=True)
class Cue:
    """A word and what it tells.

    Args:
        word: the word, in lower case.
        label: the label that most texts with it have.
        share: how many of them have it.
    """

    word: str
    label: str
    share: float


@attrs.frozen(kw_only=True)
class GiveAway:
    """What a baseline finds.

    Args:
        texts: how many texts there were.
        accuracy: the share of labels that the baseline finds.
        majority: the share of the commonest label.
        cues: the words that tell most, first the one that tells most.
    """

    texts: int
    accuracy: float
    majority: float
    cues: tuple[Cue, ...]


def together(shared: Iterable[Iterable[Hashable]]) -> list[int]:
    """Return a number for each item, the same for items that share something, directly or through others."""
    known: dict[Hashable, int] = {}
    all_keys = list(shared)
    pairs = [(item, known.setdefault(key, len(known))) for item, keys in enumerate(all_keys) for key in keys]
    items = len(all_keys)
    size = items + len(known)
    if not size:
        return []
    ends = ([item for item, _ in pairs], [items + key for _, key in pairs])
    graph = coo_array((np.ones(len(pairs)), ends), shape=(size, size))
    return [int(number) for number in connected_components(graph, directed=False)[1][:items]]


def of_words(texts: Sequence[str], labels: Sequence[str], groups: Sequence[int], *, cues: int = 5) -> GiveAway | None:
    """Return what the words of texts give away; None where there is nothing to learn from.

    Args:
        texts: the texts.
        labels: the label of each.
        groups: the number of the group of each; a group is never both learnt from and asked.
        cues: how many words to name.
    """
    if len(set(groups)) < 2 or len(set(labels)) < 2 or not any(text.strip() for text in texts):
        return None
    counter = CountVectorizer(token_pattern=r"\w+", binary=True)  # noqa: S106
    try:
        bag = counter.fit_transform(texts)
    except ValueError:  # no text has a word
        return None
    truth = np.array(labels)
    found = np.empty_like(truth)
    for learnt, asked in GroupKFold(min(PARTS, len(set(groups)))).split(bag, truth, groups):
        found[asked] = MultinomialNB().fit(bag[learnt], truth[learnt]).predict(bag[asked])
    return GiveAway(
        texts=len(truth),
        accuracy=float((found == truth).mean()),
        majority=float(max(np.unique(truth, return_counts=True)[1]) / len(truth)),
        cues=tuple(_cues(bag, counter.get_feature_names_out(), truth))[:cues],
    )


def of_length(texts: Sequence[str], labels: Sequence[str], groups: Sequence[int]) -> GiveAway | None:
    """Return what the lengths of texts give away, in code points and by tenths of the texts; no cues."""
    lengths = np.array([len(text) for text in texts])
    tenths = np.searchsorted(np.quantile(lengths, _DECILES), lengths)
    return of_words([f"tenth{tenth}" for tenth in tenths], labels, groups, cues=0)


def bits_of(bag: Any, truth: Any) -> Any:
    """Return for each word how many bits its presence tells of the label: their mutual information.

    Args:
        bag: a matrix of texts by words, 1 where a text has the word.
        truth: the label of each text.
    """
    _, with_word, of_label = _counts(bag, truth)
    counts, number = with_word.sum(axis=1), len(truth)
    bits = _terms(with_word, counts, of_label, number) + _terms(of_label - with_word, number - counts, of_label, number)
    return np.round(bits, 12)


def _cues(bag: Any, words: Any, truth: Any) -> list[Cue]:
    """Return the words that hardly tell by chance, by how many bits they tell, most first; ties in order of the words."""
    names, with_word, _ = _counts(bag, truth)
    bits = bits_of(bag, truth)
    sure = 2 * np.log(2) * len(truth) * bits >= _SURE
    return [
        Cue(
            word=str(words[at]),
            label=str(names[with_word[at].argmax()]),
            share=float(with_word[at].max() / with_word[at].sum()),
        )
        for at in np.argsort(-bits, kind="stable")
        if sure[at]
    ]


def _counts(bag: Any, truth: Any) -> tuple[Any, Any, Any]:
    """Return the labels, how many texts of each label have each word, and how many texts have each label."""
    names = np.unique(truth)
    each = (truth[:, None] == names[None, :]).astype(float)
    return names, np.asarray(bag.T @ each), each.sum(axis=0)


def _terms(joint: Any, rows: Any, columns: Any, number: int) -> Any:
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = joint / number * np.log2(joint * number / (rows[:, None] * columns[None, :]))
    return np.nan_to_num(terms, posinf=0.0, neginf=0.0).sum(axis=1)
