"""Measures how well a model reads messages, without training anything."""
