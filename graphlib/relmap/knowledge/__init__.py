"""Tables about the world that newspapers take for granted: countries, organizations, titles."""
