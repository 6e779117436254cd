"""The NLU data: inbox, checks, evaluation, promotion."""
