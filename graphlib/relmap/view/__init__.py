"""The map for eyes: a graph and its positions to pyvis data, and that to a page of its own."""
