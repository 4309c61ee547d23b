"""XPath 1.0 with the ODK dialect: text to syntax tree, syntax tree to closures over light nodes."""
