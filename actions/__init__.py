"""Rasa custom actions: thin, one form or use case per file."""
