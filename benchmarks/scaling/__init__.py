"""The same questions to a store, to DuckDB and to pandas: the parts of scale.py."""
