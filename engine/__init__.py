"""What runs inside Rasa (Python 3.10): channel, conversation store, NLU components."""
