"""The public chat API: the only process that the outside world can reach."""
