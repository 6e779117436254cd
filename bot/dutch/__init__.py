"""Reading Dutch: dates, addresses, phones, names, masking. Pure, no I/O."""
