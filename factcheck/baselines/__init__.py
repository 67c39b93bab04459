"""Baselines: what simple systems score on a corpus, so that others know what a figure is worth.

``tasks`` holds what is predicted, and the digest that says of which data; ``systems``, which imports scikit-learn, who predicts.
"""
