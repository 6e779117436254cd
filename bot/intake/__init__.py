"""The conversation that takes a complaint down: what is asked, what an answer means. Pure, no I/O."""
