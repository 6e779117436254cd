"""Measures this product beside stock Rasa, in one run on one machine."""
