"""The `digiplan` command."""
