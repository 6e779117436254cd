"""The subject: complaints, their statuses, reference and legal clocks. Pure, no I/O."""
