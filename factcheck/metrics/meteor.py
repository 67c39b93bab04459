"""METEOR as AVeriTeC's scorer calls it: by nltk, with its tokenizer and WordNet.

Paper: Banerjee and Lavie (2005), METEOR: An Automatic Metric for MT Evaluation with Improved Correlation with Human Judgments.
"""

from nltk import word_tokenize
from nltk.translate.meteor_score import single_meteor_score

from factcheck.errors import UsageError


def meteor(predicted: str, gold: str) -> float:
    """Return METEOR of a predicted string against a gold one.

    Raises:
        UsageError: the data that nltk needs are not there.
    """
    try:
        return float(single_meteor_score(word_tokenize(gold), word_tokenize(predicted)))
    except LookupError as error:
        cure = "python -m nltk.downloader punkt_tab wordnet brings them"
        raise UsageError(f"METEOR needs nltk's data punkt_tab and wordnet, which are not there: {cure}") from error
