"""Everything that knows Qt: pages, widgets, words."""
