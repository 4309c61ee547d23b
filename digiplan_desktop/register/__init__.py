"""Reading lists of enterprises: headers, identifiers, areas, duplicates: pure functions."""
