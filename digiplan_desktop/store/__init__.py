"""The append-only store of revisions and the views computed from it."""
