"""The card, its pictures, and how to cite a release."""
