"""Keeping complaints: tables, repositories, unit of work, migrations and the use cases on them."""
