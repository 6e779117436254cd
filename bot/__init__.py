"""The application: everything but the engine and the thin Rasa actions."""
