"""Pipelines that were tried beside our own; 'make compare' trains and judges them in one run."""
